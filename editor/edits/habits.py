"""Habits: what writers type, or press, for a list or a subheading, as they know it from word processors.

`- `, `* `, `• ` or `– ` at the start of a paragraph begins a list item, `1. ` a numbered one, `# ` and `## ` a
subheading. Enter in an empty item ends the list, Backspace at the start of an item makes it a paragraph again, Tab and
Shift+Tab there change its level. The kind is the row's: it changes for both languages.
"""

import re
from dataclasses import replace

from editor.edits.edit import Edit
from editor.edits.numbering import number_at, renumbered
from editor.edits.rows import place_of
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.rows import Row, RowKind
from editor.words import Sentence, say

DEEPEST = 6
"""The deepest level of a list, as HTML has headings to the sixth."""
_SIGN = r"(?:[-*•–]|(?P<hashes>#{1,2})|(?P<number>\d{1,2})[.)])[ \u00a0]"
"""What begins an item or a subheading; compiled when it is first asked for, which no start does."""


def begun(doc: Communique, place: Address) -> Edit | None:
    """Return what the space typed last, before `place`, begins; None where it is a space and nothing more.

    A number begins a list where it is 1 or goes on with the list above: a year or a score begins none.
    """
    row = _row(doc, place)
    if row is None or place.language is None or row.kind is not RowKind.PARAGRAPH or place.passage:
        return None
    side = row[place.language]
    found = re.match(_SIGN, side[0].text) if side else None
    if found is None or found.end() != place.start:
        return None
    kind, level, number = RowKind.LIST_ITEM, 1, None
    if found["hashes"]:
        kind, level = RowKind.SUBHEADING, len(found["hashes"])
    elif found["number"]:
        number = int(found["number"])
        if number not in (1, number_at(doc.rows, doc.row_index(row.id), 1)):
            return None
    label = say("Begin a list") if kind is RowKind.LIST_ITEM else say("Make a subheading")
    language, sign = place.language, found.end()

    def change(doc: Communique) -> Communique:
        now = doc.rows[place_of(doc, row.id)]
        first, *more = now[language]
        now = now.having(language, (first.cut(sign, len(first.text)), *more))
        return _having(doc, replace(now, kind=kind, level=level, number=number))

    return Edit(label, change, caret=replace(place, start=0, end=0))


def ended(doc: Communique, place: Address) -> Edit | None:
    """Return what Enter does in an item that is empty in both languages: it leaves the list, a level at a time."""
    row = _row(doc, place)
    if row is None or row.kind is not RowKind.LIST_ITEM or any(row[language] for language in Language):
        return None
    return _shallower(row, place, say("End the list"))


def left(doc: Communique, place: Address) -> Edit | None:
    """Return what Backspace does at the start of an item: it goes up a level, and at last is a paragraph."""
    row = _row(doc, place)
    if row is None or row.kind is not RowKind.LIST_ITEM or place.passage or place.start:
        return None
    return _shallower(row, place, say("No list item"))


def side_to_fill(doc: Communique, place: Address) -> Address | None:
    """Return the empty side that Enter goes on to at the end of a row, as paragraphs that are pasted fill such sides.

    It is the one of the row below, where that says something in the other language, or is a paragraph as this one is.
    """
    row, language = _row(doc, place), place.language
    index = doc.row_index(place.id) + 1 if row is not None else len(doc.rows)
    if row is None or language is None or index >= len(doc.rows) or not row.has_text(language):
        return None
    if place.passage != len(row[language]) - 1 or place.start != len(row[language][-1].text):
        return None
    below = doc.rows[index]
    is_free = not below.has_text(language) and not below.on_purpose
    is_wanted = below.has_text(language.other) or (
        below.kind is RowKind.PARAGRAPH and row.kind is not RowKind.LIST_ITEM
    )
    return below.address(language, 0, 0, 0) if is_free and is_wanted else None


def levelled(doc: Communique, place: Address, by: int) -> Edit | None:
    """Return what Tab (`by` 1) and Shift+Tab (-1) do at the start of an item: one level deeper, or back.

    An item goes at most one level below the item above it.
    """
    row = _row(doc, place)
    if row is None or row.kind is not RowKind.LIST_ITEM or place.passage or place.start:
        return None
    level = max(row.level, 1) + by
    index = doc.row_index(row.id)
    above = doc.rows[index - 1] if index else None
    deepest = max(above.level, 1) + 1 if above is not None and above.kind is RowKind.LIST_ITEM else 1
    if level < 1 or (by > 0 and level > min(deepest, DEEPEST)):
        return None
    return Edit(say("Level of the item"), lambda doc: _having(doc, _at_level(doc, row.id, level)), caret=place)


def _shallower(row: Row, place: Address, label: Sentence) -> Edit:
    if row.level > 1:
        return Edit(label, lambda doc: _having(doc, _at_level(doc, row.id, row.level - 1)), caret=place)

    def change(doc: Communique) -> Communique:
        now = doc.rows[place_of(doc, row.id)]
        return _having(doc, replace(now, kind=RowKind.PARAGRAPH, level=0, number=None))

    return Edit(label, change, caret=place)


def _at_level(doc: Communique, row_id: str, level: int) -> Row:
    """Return an item at another level; a numbered one goes on counting there, or begins with 1."""
    index = place_of(doc, row_id)
    row = doc.rows[index]
    number = None if row.number is None else number_at(doc.rows, index, level) or 1
    return replace(row, level=level, number=number)


def _having(doc: Communique, row: Row) -> Communique:
    after = doc.having_row(row)
    return replace(after, rows=renumbered(doc.rows, after.rows))


def _row(doc: Communique, place: Address) -> Row | None:
    return doc.row(place.id)
