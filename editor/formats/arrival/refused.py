"""What recognition leaves out: words of which somebody said that they are no quote, or nobody's name."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from editor.formats.arrival.quotes import Said, Stretch
from editor.formats.arrival.texts import Text
from editor.model.communique import Communique
from editor.model.passage import Mark, MarkKind
from editor.text.letters import folded

_WORD: Final = re.compile(r"[^\W_]+")
_MOST: Final = 0.8
"""Share of their words from which what is found is what was refused, changed a little since."""
_Words = tuple[str, ...]


class Refused:
    """The refusals of a document. A name that a card bears now, or words marked as a quote now, are refused no more."""

    def __init__(self, doc: Communique) -> None:
        borne = {folded(name) for person in doc.participants for name in (*person.name, *person.aliases)}
        self._names = {folded(each.words) for each in doc.refused if each.kind is MarkKind.PERSON} - borne
        spoken = {_bare(stretch.words) for stretch in doc.stretches(MarkKind.QUOTE)} if doc.refused else set()
        self._quotes = {_bare(each.words) for each in doc.refused if each.kind is MarkKind.QUOTE} - spoken

    def is_nobody(self, names: Iterable[str]) -> bool:
        """Whether somebody said that no person is meant by one of these names."""
        return any(folded(name) in self._names for name in names)

    def left(self, text: Text, said: Sequence[Said]) -> tuple[Said, ...]:
        """Return the quotes of a text without the stretches refused; one that has no others is left out."""
        if not self._quotes:
            return tuple(said)
        kept = (
            replace(each, stretches=tuple(one for one in each.stretches if not self._is_refused(text, one)))
            for each in said
        )
        return tuple(each for each in kept if each.stretches)

    def named(self, text: str, marks: Sequence[Mark]) -> tuple[Mark, ...]:
        """Return the marks without those on words that name nobody."""
        return tuple(
            mark
            for mark in marks
            if mark.kind is not MarkKind.PERSON or folded(text[mark.start : mark.end]) not in self._names
        )

    def _is_refused(self, text: Text, stretch: Stretch) -> bool:
        kept = text.kept[stretch.place]
        words = _bare(kept.block.text[stretch.start + kept.sign : stretch.end + kept.sign])
        return any(_are_same(words, each) for each in self._quotes)


def _bare(words: str) -> _Words:
    """Return the words without what typography may change."""
    return tuple(_WORD.findall(folded(words)))


def _are_same(found: _Words, refused: _Words) -> bool:
    """Whether what is found is what was refused, a part of it, or nearly so."""
    if any(refused[start : start + len(found)] == found for start in range(len(refused) - len(found) + 1)):
        return True
    return (Counter(found) & Counter(refused)).total() >= _MOST * max(len(found), len(refused))
