"""Header lines, which are no text of the release: dates, labels, references, bars, names of languages."""

import re

from editor.model.language import Language
from editor.text.datelines import header_labels, listed
from editor.text.dates import find_dates
from editor.text.letters import plain
from editor.text.patterns import pattern_of


def is_header_line(paragraph: str, language: Language) -> bool:
    """Tell whether a paragraph holds nothing but dates, labels, references and bars."""
    flat = plain(paragraph)
    if len(flat) > 200:
        return False
    if _is_switch(flat):
        return True
    rest = flat
    for found in reversed(find_dates(paragraph, language, 2000)):
        rest = f"{rest[: found.start]}\x00{rest[found.end :]}"
    had_date = "\x00" in rest
    if not had_date and not _COULD_LABEL.search(flat):
        return False
    rest = _BYLINE.sub(" ", rest).replace("\x00", " ")
    rest = _REFERENCE.sub(" ", rest)
    bare = re.sub(r"[\W\d_]+", " ", header_labels().sub(" ", rest)).strip()
    if (
        had_date
        and _DATE_THEN_PLACE.match(flat.replace("\x00", " "))
        and len(flat) <= 140
        and flat.rstrip()[-1:] not in ".:"
    ):
        return True
    if not had_date:
        return (not re.search(r"\w", flat) and "|" in flat) or (
            not bare and bool(header_labels().search(flat)) and _is_label(flat)
        )
    return not bare or _is_place_line(flat, bare)


def _is_switch(flat: str) -> bool:
    """Tell whether a line only names languages: “Français | English” on a page, “(English follows)” in a file."""
    low = flat.lower()
    names = re.findall(r"[^\W\d_]+", low)
    named = bool(names) and all(name in listed("language_names") for name in names)
    return named or low.strip(" ()[]*:.–—-") in listed("language_heads")


_BYLINE = pattern_of(
    r"^[\s•|]*(?:posted |written |published )?(?:by|par) [\w.' -]{2,40}(?=[|,·•–—-]|\x00| on \x00| le \x00)",
    re.IGNORECASE,
)
"""Who put a text on a page: “By admin | 15 August 2006”."""


def _is_label(flat: str) -> bool:
    return any(letter.isdigit() for letter in flat)


_DATE_THEN_PLACE = pattern_of(
    r"[\s•]*(?:(?:Le|The) )?(?:\d{1,2}|[A-Z][a-z]+\.? \d{1,2})\S* ?[^–—|]{0,20}\d{4} ?[–—|-]\s?[A-Z]"
)
_COULD_LABEL = pattern_of(r"[\d|]")
_REFERENCE = pattern_of(
    r"\(?\b(?:[A-Z]{1,6}[ /-]?)?\(?\d{2,4}\)?(?:[/-][A-Z\d]{1,6})+\)?|\bIP/\d+/\d+|\b\d{1,2}[:h]\d\d\b"
)


def _is_place_line(flat: str, bare: str) -> bool:
    """Tell whether what stands beside the date is a place: “Brussels, 12 May 2020”, « Paris, le 12 mai 2020 »."""
    words = bare.split()
    small = {"le", "the", "on", "à", "at", "in", "de", "du", "la", "les", "en", "a", "and", "et", "sur", "of"}
    small |= {"am", "an", "der", "den", "upon", "lès", "s"}
    if len(words) > 7 or flat.rstrip().endswith(("!", "?")):
        return False
    if any(len(part.split()) > _LONGEST_PLACE for part in re.split(r"[,;:/()|•–—\d]| - ", flat)):
        return False
    names = [word for word in words if word.lower() not in small]
    return (
        bool(names)
        and all(word[0].isupper() for word in names)
        and not re.search(r"[.;]\s*\w{3,}.*[.;]\s*\w{3,}", flat)
    )


_LONGEST_PLACE = 6
"""Words between two signs of a line that names a place; more of them are the words of a headline."""
