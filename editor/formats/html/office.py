"""Office: what word processors say by a style and not by an element: items of lists, spaces, signs of footnotes."""

import re
from typing import Final

from editor.formats.html.parts import Element
from editor.model.rows import RowKind

_ITEM: Final = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d)\b", re.IGNORECASE)
_SIGN: Final = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_SPACER: Final = re.compile(r"mso-(?:spacerun\s*:\s*yes|tab-count\s*:)", re.IGNORECASE)
_SPACERS: Final = frozenset(("Apple-converted-space", "Apple-tab-span"))
_NOTE: Final = re.compile(r"mso-footnote-id|mso-endnote-id", re.IGNORECASE)
_KINDS: Final = {
    "msotitle": RowKind.HEADLINE,
    "msosubtitle": RowKind.SUBHEADLINE,
    "msocaption": RowKind.CAPTION,
}
_AROUND: Final = frozenset(("msoheader", "msofooter", "msotocheading", *(f"msotoc{level}" for level in range(1, 10))))
_NUMBER: Final = re.compile(r"(\d{1,4})[.)]?")


def item_level(element: Element) -> int | None:
    """Return the level of the item that Word says a paragraph is; None where it says nothing of the kind."""
    found = _ITEM.search(element.get("style", ""))
    return int(found[1]) if found else None


def styled_kind(element: Element) -> RowKind | None:
    """Return what a paragraph is by its style of Word; None where the style says nothing."""
    names = element.get("class", "").lower().split()
    return next((_KINDS[name] for name in names if name in _KINDS), None)


def is_around_text(element: Element) -> bool:
    """Whether a paragraph is, by its style of Word, of the head or foot of a page or of a table of contents."""
    return not _AROUND.isdisjoint(element.get("class", "").lower().split())


def is_item_sign(element: Element) -> bool:
    """Whether an element holds the bullet or number that Word writes into the text of an item."""
    return bool(_SIGN.search(element.get("style", "")))


def is_spacer(element: Element) -> bool:
    """Whether an element holds spaces that a program wrote as no-break ones, so that a browser shows them all."""
    names = element.get("class", "").split()
    return bool(_SPACER.search(element.get("style", ""))) or not _SPACERS.isdisjoint(names)


def is_end_sign(element: Element) -> bool:
    """Whether an element holds the space that Word on the Web writes for the end of a paragraph."""
    return "EOP" in element.get("class", "").split()


def is_note_sign(link: Element) -> bool:
    """Whether Word says that a link calls for a footnote."""
    return bool(_NOTE.search(link.get("style", "")))


def number_of(sign: str) -> int | None:
    """Return the number that a sign gives an item; None for bullets, letters and numbers of many parts."""
    found = _NUMBER.fullmatch(sign.strip())
    return int(found[1]) if found else None
