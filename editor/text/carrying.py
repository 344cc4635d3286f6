"""Carrying: the marks of a text on its translation, where it is certain which words answer to which.

A person answers to the same name, or to the name on the card; bold, italic, a link and a footnote to the same words or
the same value (18.5 and 18,5); a quote to the words between quotation marks, where both texts have as many of them.
Whatever is not certain carries no mark.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import Mark, MarkKind, Passage, split_text
from editor.model.people import Participant
from editor.model.rows import Row, Side
from editor.text.joining import reworded
from editor.text.marks import Marked, find_marked
from editor.text.values import say_the_same, slots
from editor.values import frozen

_OF_WORDS = (MarkKind.BOLD, MarkKind.ITALIC, MarkKind.LINK, MarkKind.FOOTNOTE)


@frozen
class Carriage:
    """What marks are carried between: the source and its language, the participants, and quotes said elsewhere.

    `said` are the quotes whose words in the other language stand somewhere else already.
    """

    source: Sequence[Passage]
    language: Language
    people: Sequence[Participant] = ()
    said: frozenset[str] = frozenset()


def carried(texts: Sequence[str], former: Sequence[Passage], work: Carriage) -> tuple[Passage, ...]:
    """Return the passages of a translation with what the `former` ones keep of theirs and what the source gives."""
    side = tuple(
        _keeping(former[place], text) if place < len(former) else Passage(text) for place, text in enumerate(texts)
    )
    for place, mark in chain(_quotes(side, work), _people(side, work), _words(side, work)):
        if not any(each.kind is mark.kind and each.is_touched(mark.start, mark.end) for each in side[place].marks):
            marked = Passage(side[place].text, (*side[place].marks, mark))
            side = (*side[:place], marked, *side[place + 1 :])
    return side


def translated(doc: Communique, row: Row, language: Language, text: str) -> Side:
    """Return a translation for one side of a row, line feeds parting its passages, with the marks that are certain."""
    return carried(split_text(text), row[language], _carriage(doc, row, row[language.other], language))


def translated_sentence(doc: Communique, row: Row, language: Language, sought: str, text: str) -> Side:
    """Return the translation of a sentence of a row's other side, with the marks that are certain."""
    parts = split_text(text)
    for passage in row[language.other]:
        start = passage.text.find(sought)
        if sought and start >= 0:
            source = (passage.cut(start, start + len(sought)),)
            return carried(parts, (), _carriage(doc, row, source, language))
    return tuple(map(Passage, parts))


def _carriage(doc: Communique, row: Row, source: Side, language: Language) -> Carriage:
    said = frozenset(
        each.mark.target
        for each in doc.stretches(MarkKind.QUOTE)
        if each.language is language and each.row.id != row.id
    )
    return Carriage(source, language.other, doc.participants, said)


def _keeping(passage: Passage, text: str) -> Passage:
    """Return a new wording of a passage with the marks whose words are all still there."""
    after = reworded(passage, text)
    words = {(mark.kind, mark.target, passage.words_of(mark)) for mark in passage.marks}
    return Passage(text, tuple(m for m in after.marks if (m.kind, m.target, after.words_of(m)) in words))


def _quotes(side: Sequence[Passage], work: Carriage) -> Iterator[tuple[int, Mark]]:
    """Yield the quotes, where both texts have as many stretches between quotation marks, one for one."""
    here, there = list(_stretches(side)), list(_stretches(work.source))
    if len(here) != len(there):
        return
    for (place, stretch), (origin, former) in zip(here, there, strict=True):
        for mark in work.source[origin].stretches(MarkKind.QUOTE):
            if mark.target in work.said or not former.outer <= mark.start < mark.end <= former.outer_end:
                continue
            start = stretch.outer if mark.start == former.outer else stretch.start
            end = stretch.outer_end if mark.end == former.outer_end else stretch.end
            if start < end and (mark.start <= former.start) and (mark.end >= former.end):
                yield place, Mark(start, end, MarkKind.QUOTE, mark.target)


def _stretches(side: Sequence[Passage]) -> Iterator[tuple[int, Marked]]:
    for place, passage in enumerate(side):
        for each in find_marked(passage.text):
            if each.depth == 0 and each.opened and each.closed:
                yield place, each


def _people(side: Sequence[Passage], work: Carriage) -> Iterator[tuple[int, Mark]]:
    """Yield for each time the source names somebody the next time the translation does."""
    names = {person.id: person.name for person in work.people}
    free = [0] * len(side)
    for passage in work.source:
        for mark in passage.stretches(MarkKind.PERSON):
            words, name = passage.words_of(mark), names.get(mark.target)
            if name is None:
                continue
            # The whole name answers to the whole one; a shorter one, which is in both languages the same, to itself.
            sought = name[work.language.other] if words == name[work.language] else words
            found = _next(side, sought or words, free)
            if found is not None:
                place, start, end = found
                free[place] = end
                yield place, Mark(start, end, MarkKind.PERSON, mark.target)


def _next(side: Sequence[Passage], words: str, free: Sequence[int]) -> tuple[int, int, int] | None:
    for place, passage in enumerate(side):
        found = _whole(words).search(passage.text, free[place])
        if found is not None:
            return place, *found.span()
    return None


def _words(side: Sequence[Passage], work: Carriage) -> Iterator[tuple[int, Mark]]:
    """Yield bold and the like on all of a text, on the same words, or on the same value."""
    for origin, passage in enumerate(work.source):
        for mark in passage.marks:
            if mark.kind not in _OF_WORDS:
                continue
            answer = _all_of(side, work, origin, mark) or _same(side, work, passage.words_of(mark))
            answer = answer or _same_value(side, work, origin, mark)
            if answer is not None:
                place, start, end = answer
                yield place, Mark(start, end, mark.kind, mark.target)


def _all_of(side: Sequence[Passage], work: Carriage, origin: int, mark: Mark) -> tuple[int, int, int] | None:
    passage = work.source[origin]
    is_all = mark.kind is not MarkKind.FOOTNOTE and passage.words_of(mark).strip() == passage.text.strip()
    if not is_all or len(side) != len(work.source) or not side[origin].text:
        return None
    return origin, 0, len(side[origin].text)


def _same(side: Sequence[Passage], work: Carriage, words: str) -> tuple[int, int, int] | None:
    """Return where words stand that both texts have once."""
    pattern = _whole(words)
    if sum(len(pattern.findall(passage.text)) for passage in work.source) != 1:
        return None
    found = [(place, *match.span()) for place, each in enumerate(side) for match in pattern.finditer(each.text)]
    return found[0] if len(found) == 1 else None


def _same_value(side: Sequence[Passage], work: Carriage, origin: int, mark: Mark) -> tuple[int, int, int] | None:
    """Return the date or figure that says what the marked one says, where either text says it once."""
    mine = [slot for passage in work.source for slot in slots(passage.text, work.language)]
    here = next(
        (
            slot
            for slot in slots(work.source[origin].text, work.language)
            if (slot.start, slot.end) == (mark.start, mark.end)
        ),
        None,
    )
    if here is None or sum(say_the_same(here, each) for each in mine) != 1:
        return None
    found = [
        (place, slot.start, slot.end)
        for place, passage in enumerate(side)
        for slot in slots(passage.text, work.language.other)
        if say_the_same(here, slot)
    ]
    return found[0] if len(found) == 1 else None


def _whole(words: str) -> re.Pattern[str]:
    """Return a pattern for words that are no part of others."""
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
