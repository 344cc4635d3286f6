"""What published files say in words: titles, notices, dates, names of countries, in the language of the reader."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from editor.assets import resource_json
from editor.model.language import Bilingual, Language
from editor.model.passage import fit_text
from editor.model.profile import NO_BREAK, Profile, TimeForm

_FOLDED = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029 ]+")


@cache
def _words() -> Mapping[str, Any]:
    words: dict[str, Any] = resource_json("newsml/wording.json")
    return words


@cache
def _countries() -> Mapping[str, list[str]]:
    countries: dict[str, list[str]] = resource_json("newsml/countries.json")
    return countries


def one_line(text: str) -> str:
    """Return text fit for a property of one line: no tabs or line breaks, no spaces at its ends.

    No-break spaces inside stay. The type of such properties (g2normalizedString) allows no other white space.
    """
    if text.isprintable() and "  " not in text and "\ufffc" not in text:
        # Nearly always: no white space is printable but the plain one, nor is anything unfit but U+FFFC.
        return text.strip()
    return _FOLDED.sub(" ", fit_text(_FOLDED.sub(" ", text))).strip()


def country_name(code: str) -> Bilingual[str]:
    """Return the names of a country by ISO 3166-1 alpha-2 code; empty where the code is not known."""
    names = _countries().get(code)
    return Bilingual(names[0], names[1]) if names else Bilingual("", "")


def phrase(key: str, language: Language, **facts: str) -> str:
    """Return one of the sentences of published files, its blanks filled."""
    template: str = _words()[key][language.value]
    return template.format(**facts)


def named(kind: str, code: str) -> Bilingual[str]:
    """Return the names of a genre ("genres") or service ("services"); empty where the code is not known."""
    names = _words()[kind].get(code)
    return Bilingual(names["en"], names["fr"]) if names else Bilingual("", "")


def written_date(day: date, language: Language, profile: Profile) -> str:
    """Write a date as the house does: “17 May 2021”, “May 17, 2021”, “1er juin 2021”."""
    first = language is Language.FR and day.day == 1
    key = "date_month_first" if profile.month_first else "date"
    number = phrase("first", language) if first else str(day.day)
    return phrase(
        key, language, day=number, month=_words()["months"][language.value][day.month - 1], year=str(day.year)
    )


def written_time(moment: datetime, language: Language, profile: Profile) -> str:
    """Write a time of day as the house does: “17:00”, “17 h 00”, “5:00 p.m.”, “17.00”."""
    form = profile.time_form[language]
    if form is TimeForm.FRENCH:
        return f"{moment.hour}{NO_BREAK}h{NO_BREAK}{moment:%M}"
    if form is TimeForm.POINT:
        return f"{moment:%H.%M}"
    if form is TimeForm.TWELVE_HOURS:
        return f"{(moment.hour - 1) % 12 + 1}:{moment:%M}{NO_BREAK}{'a.m.' if moment.hour < 12 else 'p.m.'}"
    return f"{moment:%H:%M}"


def embargo_notice(moment: datetime, language: Language, profile: Profile) -> str:
    """Say an embargo in words: `moment` as the office's clock shows it, its zone, and the same in UTC."""
    return phrase(
        "embargo",
        language,
        date=written_date(moment.date(), language, profile),
        time=written_time(moment, language, profile),
        zone=profile.zone,
        utc=f"{moment.astimezone(UTC):%Y-%m-%d %H:%M}",
    )


def count_characters(texts: Sequence[str]) -> int:
    """Return the number of characters of paragraphs, one more for each end of a line between them."""
    return sum(map(len, texts)) + max(len(texts) - 1, 0)


def count_words(text: str) -> int:
    """Return the number of words: what stands between spaces of any width, no-break ones included."""
    return len(text.split())
