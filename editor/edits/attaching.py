"""Attaching: an address behind words (a link), or a note to them: set, changed and taken away."""

import re
from collections.abc import Iterator
from dataclasses import replace

from editor.edits.edit import Edit
from editor.edits.writing import Places, mark, unmark
from editor.errors import Unfit
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.passage import Mark, MarkKind, fit_text
from editor.values import frozen
from editor.words import say

_WEB, _LETTER = "https://example.org/news", "press@example.org"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?!\d)")
_KNOWN = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@/:]+@[^\s@/]+\.[^\s@/]+")
_HOST = re.compile(r"[^\s/@:]+\.[^\s/@:]{2,}(?::\d+)?(?:/\S*)?")


@frozen
class Attached:
    """What hangs on the words at a place: the stretches it hangs on, or would, and the address or note, or nothing."""

    places: Places
    target: str = ""


def attached(doc: Communique, places: Places, kind: MarkKind) -> Attached:
    """Return the first link or note that the stretches touch, whole; where there is none, the stretches themselves."""
    for place, found in _touched(doc, places, kind):
        return Attached((replace(place, start=found.start, end=found.end),), found.target)
    return Attached(places)


def attach(places: Places, kind: MarkKind, target: str) -> Edit:
    """Hang an address or a note on stretches, in the place of those that hang there; an empty one takes them away.

    Raises Unfit when applied where there are no words, or where an address is none.
    """
    target = fit_address(target) if kind is MarkKind.LINK else fit_text(" ".join(target.split()))
    away = unmark(places, kind)
    if not target:
        return away
    there = mark(places, kind, target)
    return replace(away.then(there), label=there.label)


def fit_address(text: str) -> str:
    """Return an address as it is published: with `https://` or `mailto:` where it was typed without.

    Raises Unfit where the text is no address that a reader may be led to.
    """
    text = text.strip()
    if not text or _KNOWN.fullmatch(text):
        return text
    if not _SCHEME.match(text):
        if _MAIL.fullmatch(text):
            return f"mailto:{text}"
        if _HOST.fullmatch(text):
            return f"https://{text}"
    raise Unfit(say("An address looks like {web} or {mail}, without spaces.", web=_WEB, mail=_LETTER))


def _touched(doc: Communique, places: Places, kind: MarkKind) -> Iterator[tuple[Address, Mark]]:
    for place in places:
        row, index = doc.row(place.id), place.passage or 0
        if row is None or place.language is None or index >= len(row[place.language]):
            continue
        for found in row[place.language][index].stretches(kind):
            if found.is_touched(place.start or 0, place.end or 0):
                yield place, found
