"""Wording: two wordings of one text shown as one, what is gone struck out and what is new underlined."""

from html import escape

from PySide6.QtGui import QColor

from editor.gui.style import Palette
from editor.text.changes import Fate, Piece, Pieces

_SHOWN = 48
"""Characters of unchanged words shown on either side of a change."""


def rich(pieces: Pieces, colours: Palette, *, whole: bool = False) -> str:
    """Return the pieces as rich text; unchanged words far from a change are left out unless the `whole` is wanted."""
    parts = []
    for place, piece in enumerate(pieces):
        if piece.fate is Fate.KEPT:
            text = piece.text if whole else _shortened(piece.text, place > 0, place < len(pieces) - 1)
            parts.append(_plain(text))
        else:
            # What is gone and what came for it are two words, though no space parts them.
            gap = "\u2009" if place and pieces[place - 1].fate is Fate.GONE else ""
            parts.append(gap + _changed(piece, colours))
    return "".join(parts)


def spoken(pieces: Pieces) -> str:
    """Return the pieces as plain text, changes in brackets, for a screen reader: “the [-40-] [+45+] ships”."""
    signs = {Fate.KEPT: ("", ""), Fate.GONE: ("[−", "−]"), Fate.NEW: ("[+", "+]")}
    return "".join(f"{signs[piece.fate][0]}{piece.text}{signs[piece.fate][1]}" for piece in pieces)


def _changed(piece: Piece, colours: Palette) -> str:
    is_gone = piece.fate is Fate.GONE
    # A change of nothing but a space would not be seen.
    text = piece.text.replace(" ", "␣") if piece.text.isspace() else piece.text
    tag = "s" if is_gone else "u"
    return (
        f'<span style="color: {_name(colours.wrong if is_gone else colours.good)}"><{tag}>{_plain(text)}</{tag}></span>'
    )


def _name(colour: QColor) -> str:
    return colour.name()


def _plain(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _shortened(text: str, follows: bool, leads: bool) -> str:
    """Return unchanged words, those further from a change than one reads left out; changes may lie on either side."""
    kept = _SHOWN * (follows + leads)
    if len(text) <= kept + _SHOWN // 2 or not kept:
        return text
    head = text[:_SHOWN] if follows else ""
    tail = text[-_SHOWN:] if leads else ""
    return f"{head}…{tail}"
