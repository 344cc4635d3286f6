"""The number of a release, as its header lines give it: “Press Release No. 10/28”, « Communiqué (2021) 078 »."""

import re

from editor.model.language import Language
from editor.text.dates import find_dates
from editor.text.letters import plain


def reference_of(line: str, language: Language) -> str:
    """Return the reference that a header line gives, "" where it gives none; the year of a series comes first."""
    flat = plain(line)
    for found in reversed(find_dates(line, language, 2000)):
        flat = flat[: found.start] + " " * (found.end - found.start) + flat[found.end :]
    match = _CODED.search(flat) or _LABELLED.search(flat)
    if match is None:
        return ""
    reference = match["reference"].rstrip(" .-/(")
    series = _SERIES.fullmatch(reference)
    return f"{series['year']}-{series['number']}" if series is not None else reference


_CODED = re.compile(
    r"(?<![\w/])(?P<reference>[A-Z]{2,8}(?:/[A-Z]{2,6})*[/ -]?(?:\(\d{4}\) ?\d{1,5}|/?\d{2,4}/\d{1,6}))(?![\w/])"
)
"""IP/24/812, PR/CP(2021)078, SG/SM/21345 with its year."""
_LABEL = (
    r"(?:press|news|media) release|release (?:no\.?|number)|communiqué(?: de presse)?|référence|reference|réf\.?|ref\.?"
)
_NUMBER = r"(?:\(\d{4}\) ?\d{1,5}|\d{1,5}(?:[/-]\d{1,5})*(?:[/-][A-Z]{1,4})?|[A-Z]{1,6}[/-]?\d{2,4}(?:[/-]\d{1,6})*)"
_LABELLED = re.compile(
    rf"(?:(?<!\w)(?:{_LABEL})(?!\w)[ :.]*(?:(?:no|n|number|numéro)?[.°º]* ?)?|(?<!\w)(?:no\.|n[°ºo]\.?) ?)"
    rf"(?P<reference>{_NUMBER})(?![\w/(])",
    re.IGNORECASE,
)
_SERIES = re.compile(r"\((?P<year>\d{4})\) ?(?P<number>\d{1,5})")
