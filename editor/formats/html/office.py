"""Office: what word processors say of a paragraph by its style and not by an element: that it is an item of a list."""

import re
from typing import Final

from editor.formats.html.parts import Element

_ITEM: Final = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d)\b", re.IGNORECASE)
_SIGN: Final = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(\d{1,4})[.)]?")


def item_level(element: Element) -> int | None:
    """Return the level of the item that Word says a paragraph is; None where it says nothing of the kind."""
    found = _ITEM.search(element.get("style", ""))
    return int(found[1]) if found else None


def is_item_sign(element: Element) -> bool:
    """Whether an element holds the bullet or number that Word writes into the text of an item."""
    return bool(_SIGN.search(element.get("style", "")))


def number_of(sign: str) -> int | None:
    """Return the number that a sign gives an item; None for bullets, letters and numbers of many parts."""
    found = _NUMBER.fullmatch(sign.strip())
    return int(found[1]) if found else None
