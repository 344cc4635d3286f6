"""Edits that write what the translation memory proposes: in the place of a whole side, or where the caret stands."""

from collections.abc import Sequence
from dataclasses import replace

from editor.edits import writing
from editor.edits.edit import Edit, all_of
from editor.errors import Unfit
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import Passage
from editor.model.rows import Proposal, Row, Side
from editor.words import Sentence, say, say_count

_LABEL = say("Insert from the memory")
_SPACES = " \t\u00a0\u2009\u202f\u2028"
_GONE: Sentence = say("This place is no longer in the text.")


def write_side(row_id: str, language: Language, side: Side, percent: int | None = None) -> Edit:
    """Write one side of a row anew; nothing else of the row changes.

    `percent` is kept with the row where the text was written for another source, which was like this one so far.
    Raises Unfit when applied where the row is gone.
    """

    def change(doc: Communique) -> Communique:
        row = doc.row(row_id)
        if row is None:
            raise Unfit(_GONE)
        written = row.having(language, side)
        if percent is not None:
            written = replace(written, proposal=Proposal(language, written.text(language), percent))
        return doc.having_row(written)

    last, end = len(side) - 1, len(side[-1].text)
    caret = replace(Row(row_id).address(language, last), start=end, end=end)
    return Edit(_LABEL, change, caret=caret)


def write_sides(sides: Sequence[tuple[str, Language, Side]]) -> Edit:
    """Write one side of many rows anew (row, language, passages), as one step."""
    label = say_count("Translate one row from the memory", "Translate {count} rows from the memory", len(sides))
    return all_of(label, [write_side(*side) for side in sides])


def write_sentence(row: Row, where: Address, sentence: Side) -> Edit:
    """Write a sentence, or paragraphs, over a stretch of a passage, parted by spaces from the words beside it."""
    language, index = where.language or Language.EN, where.passage or 0
    side = row[language]
    words = side[index].text if index < len(side) else ""
    before, after = words[: where.start or 0], words[where.end or 0 :]
    left = Passage(" " if before and before[-1] not in _SPACES else "")
    right = Passage(" " if after and after[0] not in _SPACES else "")
    first, *more = sentence
    *most, last = (left + first, *more)
    return replace(writing.put(where, (*most, last + right)), label=_LABEL)


def end_of(row: Row, language: Language) -> Address:
    """Return the place behind the last word of a row's side."""
    last = max(len(row[language]) - 1, 0)
    end = len(row[language][last].text) if row[language] else 0
    return row.address(language, last, end, end)
