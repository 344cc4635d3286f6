"""Links of one text: where they lead, and whether they say so in words."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import spots
from editor.model.language import Language
from editor.model.passage import MarkKind
from editor.model.rows import Row
from editor.words import say

_SCHEMES = ("http", "https", "mailto", "tel", "ftp", "ftps")
_TOLD = {Language.EN: re.compile(r"\bfrench\b", re.IGNORECASE), Language.FR: re.compile(r"\banglais", re.IGNORECASE)}
_AROUND = 40
"""Characters beside a link in which the text may say that the page is in the other language."""


def targets(row: Row, _desk: Desk) -> Iterator[Finding]:
    """R18: a link has a scheme and a host, stands on words, and leads to a page in the language of its text."""
    for spot in spots(row):
        for mark in spot.passage.stretches(MarkKind.LINK):
            where = spot.at(mark.start, mark.end)
            if not _leads_somewhere(mark.target):
                yield Finding(where, say("“{target}” is not a whole address.", target=mark.target))
                continue
            words = spot.text[mark.start : mark.end].strip()
            if words == mark.target and len(urlsplit(words).path.strip("/")) > 1:
                yield Finding(where, say("The words of this link are its bare address."), level=Level.HINT)
            other = spot.language.other.value
            around = spot.text[max(0, mark.start - _AROUND) : mark.end + _AROUND]
            if re.search(rf"//{other}\.|/{other}(?:[/_-]|$)", mark.target) and not _TOLD[spot.language].search(around):
                yield Finding(where, _OTHER[spot.language])


_OTHER = {
    Language.EN: say("This link leads to a page in French."),
    Language.FR: say("This link leads to a page in English."),
}


def _leads_somewhere(target: str) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    if parts.scheme not in _SCHEMES:
        return False
    if parts.scheme in ("mailto", "tel"):
        return bool(parts.path)
    return bool(parts.hostname) and "." in (parts.hostname or "")


RULES = (Rule("R18", Level.WARNING, say("Links"), on_row=targets),)
