"""Replacing: many stretches of both texts exchanged in one step."""

from collections.abc import Sequence
from dataclasses import replace

from editor.edits.edit import Edit
from editor.errors import Unfit
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import fit_text
from editor.model.rows import Row
from editor.words import say, say_count

Change = tuple[Address, str, str]
"""A stretch of one passage, the words that stand there, and the words that are to."""


def replace_all(changes: Sequence[Change]) -> Edit:
    """Exchange the words of stretches that do not overlap; marks move with their words.

    Line ends in new words are left out: nothing is parted or joined. Raises Unfit when applied where a place no
    longer holds the words it held, so that nothing is ever replaced that nobody has seen.
    """
    by_row: dict[str, list[Change]] = {}
    for change in changes:
        by_row.setdefault(change[0].id, []).append(change)

    def apply(doc: Communique) -> Communique:
        rows = tuple(_replaced(row, by_row[row.id]) if row.id in by_row else row for row in doc.rows)
        if not by_row.keys() <= {row.id for row in doc.rows}:
            raise Unfit(_GONE)
        return replace(doc, rows=rows)

    label = say_count("Replace in one place", "Replace in {count} places", len(changes))
    return Edit(label, apply, caret=changes[-1][0] if changes else None)


_GONE = say("This place is no longer in the text.")


def _replaced(row: Row, changes: Sequence[Change]) -> Row:
    """Return a row with its stretches exchanged, the last one first so that the places before it stay true."""
    for where, held, new in sorted(changes, key=_place, reverse=True):
        language, index = where.language or Language.EN, where.passage or 0
        side = row[language]
        start, end = where.start or 0, where.end or 0
        if index >= len(side) or side[index].text[start:end] != held:
            raise Unfit(_GONE)
        passage = side[index].splice(start, end, fit_text(new))
        row = row.having(language, (*side[:index], passage, *side[index + 1 :]))
    return row


def _place(change: Change) -> tuple[int, int]:
    where = change[0]
    return where.passage or 0, where.start or 0
