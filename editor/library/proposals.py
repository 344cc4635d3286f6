"""Proposals: what the translation memory offers for a row of a release: for the whole of it, and for its sentences."""

from typing import Final

from editor.library.memory import Known, TranslationMemory
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.rows import PairState, Row
from editor.text.pairs import whole_of
from editor.text.renewing import renewed
from editor.text.sentences import sentences
from editor.text.similarity import EXACT, NEAREST
from editor.values import frozen

_MOST_WHOLE: Final = 4
_MOST_PART: Final = 2
_MOST_PARTS: Final = 12
"""Sentences that are looked up, from the one at the caret on."""


@frozen
class Wish:
    """What is to be translated: the whole text of a row's side, its sentences, and which of them comes next."""

    source: Language
    whole: str
    sentences: tuple[str, ...]
    place: int


@frozen
class Proposal:
    """A pair of the memory for a text of the row, `sought`, as alike to it as `percent` says.

    `text` is what would be written: the translation with the values of `sought` put in where that is certain. Where
    nothing else differs (`is_sure`), the pair is as near as one that differs can be. `is_whole`: all of the row.
    """

    known: Known
    sought: str
    text: str
    percent: int
    is_whole: bool
    is_sure: bool


def wish_of(row: Row, language: Language, passage: int, character: int) -> Wish | None:
    """Return what a row wants of the memory, the caret standing at a place of one language; None where nothing.

    An empty side is to be written; where both say something that nobody has confirmed, the one the caret is in.
    """
    if row.state in (PairState.CONFIRMED, PairState.ONE_LANGUAGE) or row.on_purpose:
        return None
    source = language.other if row.is_complete else Language.EN if row.has_text(Language.EN) else Language.FR
    if not row.has_text(source):
        return None
    spoken = [each.text[start:end] for each in row[source] for start, end in sentences(each.text)]
    before = sum(
        (index, end if language is source else end - 1) < (passage, character)
        for index, each in enumerate(row[language])
        for _, end in sentences(each.text)
    )
    return Wish(source, whole_of(row[source]), tuple(spoken), min(before, max(len(spoken) - 1, 0)))


def proposals(memory: TranslationMemory, wish: Wish) -> tuple[Proposal, ...]:
    """Return what the memory knows: first for the whole, then for the sentence that comes next and those after it."""
    found = _alike(memory, wish.whole, wish.source, _MOST_WHOLE, is_whole=True)
    if len(wish.sentences) > 1 and not (found and found[0].percent == EXACT):
        following = wish.sentences[wish.place :] + wish.sentences[: wish.place]
        for sentence in dict.fromkeys(following[:_MOST_PARTS]):
            found += _alike(memory, sentence, wish.source, _MOST_PART, is_whole=False)
    return tuple(found)


def exact_translations(memory: TranslationMemory, doc: Communique) -> tuple[tuple[Row, Language, str], ...]:
    """Return for rows of which one side is empty what the memory says for it word for word: row, language and text."""
    found = []
    for row in doc.rows:
        wish = wish_of(row, Language.EN, 0, 0)
        if wish is None or row.is_complete:
            continue
        known = memory.matches(wish.whole, wish.source, least=EXACT, most=1)
        if known:
            target = wish.source.other
            found.append((row, target, known[0].wording[target]))
    return tuple(found)


def _alike(memory: TranslationMemory, sought: str, source: Language, most: int, *, is_whole: bool) -> list[Proposal]:
    """Return the pairs most like a text, the most alike first, each with the values of the text put in."""
    found = []
    for known in memory.matches(sought, source, most=most):
        renewal = renewed(sought, known.wording, source)
        is_exact = known.percent == EXACT
        percent = NEAREST if renewal.is_complete and not is_exact else known.percent
        found.append(Proposal(known, sought, renewal.text, percent, is_whole, is_exact or renewal.is_complete))
    return sorted(found, key=lambda proposal: -proposal.percent)
