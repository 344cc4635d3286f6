"""Pairs: what the rows of a release teach a translation memory, whole and sentence by sentence."""

from collections.abc import Iterator

from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.memory import Origin, Pair, Told
from editor.model.rows import PairState, Row, Side
from editor.text.alignment import Bead, Unit, align
from editor.text.sentences import sentences

SURE = 0.9
"""How certain the aligner has to be of two sentences; of a hundred such pairs some five are wrong at most."""
_MOST_SENTENCES = 200
"""Sentences of a side; a row that has more is no paragraph of a release."""


def pairs_of(doc: Communique) -> Iterator[Pair]:
    """Yield the confirmed pairs of a release in the order of its text: each whole row, and then its sentences."""
    for row in doc.rows:
        if row.state is PairState.CONFIRMED and row.is_complete:
            told, origin = told_by(row), origin_of(doc, row)
            yield Pair(told.whole, origin)
            for sentence in told.sentences:
                yield Pair(sentence, origin)


def origin_of(doc: Communique, row: Row) -> Origin:
    """Return what is remembered of where the words of a row come from."""
    seal = row.confirmation
    return Origin(doc.release.reference, doc.release.date, seal.by if seal else "", seal.at if seal else None)


def told_by(row: Row) -> Told:
    """Return what a row says, its sentences paired where the aligner is sure of them."""
    whole = row.sides.each(whole_of)
    units = row.sides.each(_sentences)
    if max(map(len, units)) < 2 or not min(map(len, units)) or max(map(len, units)) > _MOST_SENTENCES:
        return Told(whole)
    beads = align(*units)
    sure = [_said(bead, units) for bead in beads if bead.en and bead.fr and bead.confidence >= SURE]
    if len(beads) < 2:
        return Told(whole)
    return Told(whole, tuple(dict.fromkeys(sure)), len(sure) == len(beads))


def whole_of(side: Side) -> str:
    """Return all that one side of a row says, its passages parted by line feeds, without outer spaces."""
    return "\n".join(text for passage in side if (text := passage.text.strip()))


def _sentences(side: Side) -> tuple[Unit, ...]:
    return tuple(Unit(passage.text[start:end]) for passage in side for start, end in sentences(passage.text))


def _said(bead: Bead, units: Bilingual[tuple[Unit, ...]]) -> Bilingual[str]:
    places = Bilingual(bead.en, bead.fr)
    words = (" ".join(units[language][place].text for place in places[language]) for language in Language)
    return Bilingual(*words)
