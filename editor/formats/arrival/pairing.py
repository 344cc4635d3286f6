"""Which blocks of the two texts stand in one row."""

from collections.abc import Iterator, Sequence

from editor.formats.arrival.texts import Kept, Text
from editor.model.language import Bilingual
from editor.model.rows import RowKind
from editor.text.alignment import Bead, Pair, Unit, align
from editor.values import frozen


@frozen
class Pairing:
    """The blocks of one row, as places among the kept blocks of each text, and how likely they belong together."""

    sides: Bilingual[tuple[int, ...]]
    certainty: float | None = None


def paired(texts: Bilingual[Text | None]) -> tuple[Pairing, ...]:
    """Return the rows of a communiqué: one a block where there is one text, else the beads of the two texts."""
    english, french = texts
    if english is None or french is None:
        return tuple(
            Pairing(Bilingual((), ()).having(text.language, (place,)))  # type: ignore[arg-type]
            for text in texts
            if text
            for place in range(len(text.kept))
        )
    beads = align(_units(english), _units(french), tuple(_certain(english, french)))
    return tuple(Pairing(Bilingual(bead.en, bead.fr), bead.confidence) for bead in _in_single_rows(beads))


def _units(text: Text) -> list[Unit]:
    return [Unit(each.block.text[each.sign :], each.kind.value) for each in text.kept]


def _in_single_rows(beads: Sequence[Bead]) -> Iterator[Bead]:
    """Give every block without a counterpart a row of its own."""
    for bead in beads:
        if bead.en and bead.fr:
            yield bead
        else:
            yield from (Bead((place,), ()) for place in bead.en)
            yield from (Bead((), (place,)) for place in bead.fr)


def _certain(english: Text, french: Text) -> Iterator[Pair]:
    """Yield the pairs that need no aligning, none crossing another: the headlines, and the rows of a table."""
    last = (-1, -1)
    for en, fr in sorted((*_headlines(english, french), *_table_rows(english, french))):
        if en[0] > last[0] and fr[0] > last[1]:
            yield en, fr
            last = en[-1], fr[-1]


def _headlines(english: Text, french: Text) -> list[Pair]:
    places = [_first(text.kept, RowKind.HEADLINE) for text in (english, french)]
    return [((places[0],), (places[1],))] if places[0] is not None and places[1] is not None else []


def _first(kept: Sequence[Kept], kind: RowKind) -> int | None:
    return next((place for place, each in enumerate(kept) if each.kind is kind), None)


def _table_rows(english: Text, french: Text) -> list[Pair]:
    numbers = {each.block.cells for text in (english, french) for each in text.kept if each.block.cells is not None}
    pairs = ((_in_cell(english, number), _in_cell(french, number)) for number in sorted(numbers))
    # Cells of many paragraphs each are aligned like any text.
    sure = ((en, fr) for en, fr in pairs if en and fr and min(len(en), len(fr)) == 1)
    return [(en, fr) for en, fr in sure if not _has_headline(english, french, en, fr)]


def _in_cell(text: Text, number: int) -> tuple[int, ...]:
    places = [place for place, each in enumerate(text.kept) if each.block.cells == number]
    return tuple(places) if places and places[-1] - places[0] == len(places) - 1 else ()


def _has_headline(english: Text, french: Text, en: tuple[int, ...], fr: tuple[int, ...]) -> bool:
    """Whether a row of a table holds headlines, which are paired by themselves."""
    kinds = [english.kept[place].kind for place in en] + [french.kept[place].kind for place in fr]
    return RowKind.HEADLINE in kinds
