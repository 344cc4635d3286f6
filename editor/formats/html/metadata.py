"""What a page says of the release in its head: its number, the day it was issued, its title, and our own facts.

Dublin Core, Open Graph, schema.org data and the element `time` are read, the surest first. All of it is data: bounded
in size, and believed only where it reads as what it should be.
"""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Final

from editor.formats.carrying import facts_in
from editor.formats.html.parts import Element
from editor.formats.manuscript import Stated, stated_reference
from editor.model.language import Language
from editor.text.dates import find_dates

_IDENTIFIERS: Final = ("dcterms.identifier", "dc.identifier")
_SUREST: Final = ("dcterms.issued", "dc.date.issued", "article:published_time", "datepublished")
_ISSUED: Final = (
    "dcterms.date",
    "dc.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "date",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
)
"""Names under which houses give the day of issue, the surest first; those of the second list may tell of a change."""
_TITLES: Final = ("og:title", "dcterms.title", "dc.title", "twitter:title", "headline", "title")
_LINKED_DATA: Final = "application/ld+json"
_LONGEST_DATA: Final = 500_000
"""Characters of linked data in one script; that of an article has some 3,000."""
_MOST_DATA: Final = 20
_MOST_OBJECTS: Final = 500
_ARTICLES: Final = re.compile(r"(?:article|posting|report|pressrelease|webpage)\Z", re.IGNORECASE)
_FIRST_YEAR: Final = 1990
"""The Web is younger; a page from before then has no day of issue, but a program that did not know it."""
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]{1,2000}\Z", re.IGNORECASE)
_LONGEST_TITLE: Final = 400
_MOST: Final = 1_000
"""Statements of a head that are read; pages of newsrooms have some sixty."""
_CHANGED: Final = re.compile(
    r"\A\W*(?:last\s+)?(?:updated?|modified|mis\s+à\s+jour|mise\s+à\s+jour|modifié)", re.IGNORECASE
)


def stated_in(root: Element, beside: Sequence[str] = (), language: Language | None = None) -> Stated:
    """Return what the head of a page says; addresses and invented days say nothing.

    `beside` are the lines round the headline, in `language`: they tell the day where the head does not, and which day
    it was at the place of issue where the head counts days as Greenwich does.
    """
    told = _told(root)
    references = (stated_reference(told.get(name, "")) for name in _IDENTIFIERS)
    day, shown = next(filter(None, _days(root, told)), None), _day_beside(beside, language or Language.EN)
    if day is None or (shown is not None and abs((shown - day).days) == 1):
        day = shown
    return Stated(next(filter(None, references), ""), day, facts_in(told.items()))


def _day_beside(lines: Sequence[str], language: Language) -> date | None:
    """Return the day that lines round a headline name: that of publication before that of a change."""
    dated = [
        (line, day) for line in lines for found in find_dates(line, language) if (day := found.day) and found.has_year
    ]
    issued = [day for line, day in dated if not _CHANGED.search(line)] or [day for _, day in dated]
    return next((day for day in issued if day.year >= _FIRST_YEAR), None)


def _days(root: Element, told: dict[str, str]) -> Iterator[date | None]:
    yield from (_day(told.get(name, "")) for name in _SUREST)
    yield from (_day(_text(thing, "datePublished")) for thing in _linked_data(root))
    yield from (_day(told.get(name, "")) for name in _ISSUED)
    yield _day_shown(root)


def titles_in(root: Element) -> tuple[str, ...]:
    """Return the titles that a page gives itself, the surest first; that of the window may name the site as well."""
    told = _told(root)
    found = [_text(thing, "headline") for thing in _linked_data(root)]
    found += [told.get(name, "") for name in _TITLES]
    found += [title.text or "" for title in islice(root.iter("title"), 1)]
    return tuple(dict.fromkeys(title for title in (" ".join(each.split()) for each in found) if _is_title(title)))


def site_named_in(root: Element) -> str:
    """Return the name of the site that a page is of; "" where it does not say."""
    return _told(root).get("og:site_name", "")


def address_in(root: Element) -> str:
    """Return the address that a page gives itself, to which its links are relative; "" where it gives none."""
    bases = (base.get("href", "") for base in root.iter("base"))
    canonical = (link.get("href", "") for link in root.iter("link") if link.get("rel", "").lower() == "canonical")
    found = (*islice(bases, 1), *islice(canonical, 1), _told(root).get("og:url", ""))
    return next((address for address in found if _ADDRESS.match(address)), "")


def _is_title(title: str) -> bool:
    return 0 < len(title) <= _LONGEST_TITLE


def _told(root: Element) -> dict[str, str]:
    told: dict[str, str] = {}
    for meta in islice(root.iter("meta"), _MOST):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
        told.setdefault(name.strip().lower(), (meta.get("content") or "").strip())
    return told


def _linked_data(root: Element) -> Iterator[dict[str, object]]:
    """Yield the articles that the schema.org data of a page describe."""
    scripts = (script for script in root.iter("script") if (script.get("type") or "").lower().startswith(_LINKED_DATA))
    for script in islice(scripts, _MOST_DATA):
        text = script.text or ""
        if len(text) > _LONGEST_DATA:
            continue
        try:
            held: object = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from islice(_articles(held), _MOST_OBJECTS)


def _articles(held: object) -> Iterator[dict[str, object]]:
    waiting = [held]
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting[:0] = thing[:_MOST_DATA]
        elif isinstance(thing, dict):
            kinds = thing.get("@type")
            if any(isinstance(kind, str) and _ARTICLES.search(kind) for kind in _listed(kinds)):
                yield thing
            waiting += [thing[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in thing]


def _listed(held: object) -> list[object]:
    return held if isinstance(held, list) else [held]


def _text(thing: dict[str, object], key: str) -> str:
    held = thing.get(key)
    return held if isinstance(held, str) else ""


def _day_shown(root: Element) -> date | None:
    """Return the one day that the elements `time` of a page call its publication, or the only one they name at all."""
    times = list(islice(root.iter("time"), _MOST_OBJECTS))
    published = [each for each in times if each.get("pubdate") is not None or _is_published(each)]
    days = {_day(each.get("datetime", "")) for each in published or times} - {None}
    return days.pop() if len(days) == 1 else None


def _is_published(element: Element) -> bool:
    return "published" in f"{element.get('itemprop', '')} {element.get('class', '')}".lower()


def _day(written: str) -> date | None:
    digits = written.strip()[:10]
    if re.fullmatch(r"\d{8}(?:\D.*)?", digits):
        digits = f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"
    try:
        day = date.fromisoformat(digits.replace("/", "-"))
    except ValueError:
        return None
    return day if day.year >= _FIRST_YEAR else None
