"""Edits that tests make and no command does: writing given as places and texts, and a new empty row anywhere."""

from dataclasses import replace

from editor.edits.edit import Edit
from editor.edits.flow import Splice
from editor.edits.writing import splice_in
from editor.model.passage import Passage
from editor.model.rows import Row
from editor.words import say


def write(language, start, end, pieces):
    """Put texts, or passages, in the place of what stands from `start` to `end`."""
    found = tuple(Passage(piece) if isinstance(piece, str) else piece for piece in pieces)
    return splice_in(Splice(language, start, end, found))


def insert(index):
    """Put an empty row before the row at `index` (0-based; the number of rows: at the end)."""

    def change(doc):
        (new_id,), doc = doc.fresh("r")
        return replace(doc, rows=(*doc.rows[:index], Row(new_id), *doc.rows[index:]))

    return Edit(say("Row"), change)
