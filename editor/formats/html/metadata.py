"""What a page says of the release in its head: its number and the day it was issued (Dublin Core, Open Graph)."""

from datetime import date
from typing import Final

from editor.formats.html.parts import Element
from editor.formats.manuscript import Stated, stated_reference

_IDENTIFIERS: Final = ("dcterms.identifier", "dc.identifier")
_ISSUED: Final = (
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
)
"""Names under which houses give the day of issue, the surest first."""


def stated_in(root: Element) -> Stated:
    """Return what the head of a page says; addresses and invented days say nothing."""
    told: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
        told.setdefault(name.strip().lower(), (meta.get("content") or "").strip())
    references = (stated_reference(told.get(name, "")) for name in _IDENTIFIERS)
    days = (_day(told.get(name, "")) for name in _ISSUED)
    return Stated(next(filter(None, references), ""), next(filter(None, days), None))


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None
