"""What a page says of the release in its head: number and day of issue (Dublin Core, Open Graph), and our own facts."""

from datetime import date
from itertools import islice
from typing import Final

from editor.formats.carrying import facts_in
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
_MOST: Final = 1_000
"""Statements of a head that are read; pages of newsrooms have some sixty."""


def stated_in(root: Element) -> Stated:
    """Return what the head of a page says; addresses and invented days say nothing."""
    told: dict[str, str] = {}
    for meta in islice(root.iter("meta"), _MOST):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
        told.setdefault(name.strip().lower(), (meta.get("content") or "").strip())
    references = (stated_reference(told.get(name, "")) for name in _IDENTIFIERS)
    days = (_day(told.get(name, "")) for name in _ISSUED)
    return Stated(next(filter(None, references), ""), next(filter(None, days), None), facts_in(told.items()))


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None
