"""The embargo, said in the texts as it stands in the fields; the reference likewise."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, filled, spots
from editor.edits.edit import Edit
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.moments import seen_in
from editor.model.passage import Passage
from editor.model.profile import Profile
from editor.model.rows import Row, RowKind
from editor.text.date_forms import date_forms
from editor.text.date_writing import told_day, write_day, write_time
from editor.text.dates import find_dates
from editor.text.lexicon import alternatives, table
from editor.text.times import find_times
from editor.words import say


def _delivery_spots(doc: Communique, language: Language) -> Iterator[Spot]:
    for row in doc.rows:
        if row.kind is RowKind.DELIVERY:
            yield from spots(row, language)


_EMBARGO = re.compile(r"\bembargo\b|\bunder embargo\b|\bsous embargo\b", re.IGNORECASE)


def embargo_banner(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """R06: an embargo is said in both texts, and a text that says one has one."""
    embargo = doc.release.embargo
    for language in Language:
        banners = [spot for spot in _delivery_spots(doc, language) if _EMBARGO.search(spot.text)]
        if embargo and not banners:
            mend = _banner(embargo, desk.profile, doc)
            yield Finding(Address(Part.RELEASE, language=language, field="embargo"), _NO_BANNER[language], mend)
        if banners and not embargo:
            yield Finding(banners[0].whole, say("The text names an embargo, but the release has none."))


_NO_BANNER = {
    Language.EN: say("The English text does not say the embargo."),
    Language.FR: say("The French text does not say the embargo."),
}


def _banner(embargo: datetime, profile: Profile, doc: Communique) -> Edit:
    """Put the line of the embargo in both languages at the head of the text, in the place of a former one."""
    here = seen_in(embargo, profile.zone) if embargo.tzinfo else embargo
    zone = f"{here:%z}"
    offset = f"UTC{zone[:3]}:{zone[3:]}" if zone else ""
    times = Bilingual(*(write_time(here.time(), profile.time_form[language]) for language in Language))
    days = Bilingual(*(write_day(here.date(), language, month_first=profile.month_first) for language in Language))
    english = f"EMBARGO: not for publication before {times.en} ({offset}) on {days.en}"
    french = f"EMBARGO{profile.spacing.before_colon}: ne pas publier avant le {days.fr} à {times.fr} ({offset})"
    old = next((row.id for row in doc.rows if row.kind is RowKind.DELIVERY and _EMBARGO.search(_both_texts(row))), None)

    def change(doc: Communique) -> Communique:
        sides = Bilingual((Passage(english),), (Passage(french),))
        if old is not None and doc.row(old) is not None:
            return doc.having_row(replace(doc.rows[doc.row_index(old)], sides=sides))
        if any(row.kind is RowKind.DELIVERY and row.sides == sides for row in doc.rows):
            return doc
        (new_id,), doc = doc.fresh("r")
        return replace(doc, rows=(Row(new_id, sides, RowKind.DELIVERY), *doc.rows))

    return Edit(say("Write the line of the embargo"), change)


def _both_texts(row: Row) -> str:
    return f"{row.text(Language.EN)} {row.text(Language.FR)}"


@cache
def _immediate() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(table('checks')['immediate'])})(?!\w)", re.IGNORECASE)


def immediate_and_embargoed(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """R07: “for immediate release” stands in the text of an embargoed release."""
    if doc.release.embargo is None:
        return
    for row in doc.rows:
        for spot in spots(row):
            for match in _immediate().finditer(spot.text):
                yield Finding(spot.at(*match.span()), say("The release is embargoed, not for immediate release."))


def embargo_in_text(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """X48: the embargo's day and hour, and the reference, stand in the texts as they stand in the fields."""
    embargo = doc.release.embargo
    for language in Language:
        for spot in _delivery_spots(doc, language):
            if embargo and embargo.tzinfo and _EMBARGO.search(spot.text):
                yield from _embargo_line(spot, seen_in(embargo, desk.profile.zone), desk.profile)
    reference = doc.release.reference.strip()
    named = {language: _naming(doc, language, reference) for language in Language} if reference else {}
    for language, here in named.items():
        other = named[language.other]
        if here is None and other is not None and any(row.has_text(language) for row in doc.rows):
            spot, start = other
            where = spot.at(start, start + len(reference))
            yield Finding(where, filled(_NO_REFERENCE[language], reference=reference))


_NO_REFERENCE = {
    Language.EN: say("The reference {reference} stands in the French alone."),
    Language.FR: say("The reference {reference} stands in the English alone."),
}


def _embargo_line(spot: Spot, embargo: datetime, profile: Profile) -> Iterator[Finding]:
    language = spot.language
    for found in find_dates(spot.text, language, embargo.year):
        form = next((each for each in date_forms(spot.text) if found.start <= each.start < found.end), None)
        if found.day and found.day != embargo.date():
            text = write_day(embargo.date(), language, month_first=profile.month_first)
            mend = spot.put(say("Write “{text}”", text=text), form.start, form.end, text) if form else None
            yield Finding(
                spot.at(found.start, found.end),
                say("The embargo ends on {date}.", date=told_day(embargo.date())),
                mend,
            )
    for time in find_times(spot.text):
        if time.at.replace(second=0) != embargo.time().replace(second=0, microsecond=0) and not time.zone:
            text = write_time(embargo.time(), profile.time_form[language])
            yield Finding(spot.at(time.start, time.end), say("The embargo ends at {time}.", time=text))


def _naming(doc: Communique, language: Language, words: str) -> tuple[Spot, int] | None:
    """Return where a text says these words, as words of their own and not inside others."""
    alone = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    found = (
        (spot, match.start()) for row in doc.rows for spot in spots(row, language) if (match := alone.search(spot.text))
    )
    return next(found, None)


RULES = (
    Rule("R06", Level.ERROR, say("Embargo"), on_document=embargo_banner),
    Rule("R07", Level.ERROR, say("Embargo and immediate release"), on_document=immediate_and_embargoed),
    Rule("X48", Level.ERROR, say("Embargo and reference in the texts"), on_document=embargo_in_text),
)
