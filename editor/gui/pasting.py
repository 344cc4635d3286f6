"""Pasting: what comes into the texts from the HTML of other programs."""

from editor.gui.fields.clipboard import Found
from editor.model.rows import RowKind

_KEPT = {
    RowKind.LIST_ITEM: RowKind.LIST_ITEM,
    RowKind.HEADLINE: RowKind.SUBHEADING,
    RowKind.SUBHEADING: RowKind.SUBHEADING,
}
"""What paragraphs of a page stay in the midst of a text; all else is plain."""


def read_html(text: str) -> Found:
    """Return the paragraphs of pasted HTML: its lists and headings as such, all else as plain paragraphs."""
    from editor.formats import html

    pasted = html.paste(text)
    shapes = tuple(
        (_KEPT[block.kind], max(block.level, 1), block.number) if block.kind in _KEPT else None
        for block in pasted.blocks
    )
    return Found(tuple(block.passage for block in pasted.blocks), shapes, pasted.left_out)
