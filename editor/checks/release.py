"""The release as a whole: its lead, place and date, pictures, language tags, notes of later versions."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from editor.checks.datelines import write_datelines
from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, spots
from editor.edits.details import enter
from editor.edits.edit import Edit, all_of
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.release import Status
from editor.model.rows import RowKind
from editor.text.date_forms import date_forms
from editor.text.date_writing import told_day, write_day
from editor.text.datelines import find_dateline
from editor.text.dates import find_dates
from editor.text.letters import folded
from editor.text.lexicon import alternatives, table
from editor.words import say

_LONGEST_LEAD = 60
"""Words of the first paragraph that agencies still take over whole."""


def lead(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """R03: the first paragraph is short and says when."""
    row = next((row for row in doc.rows if row.kind is RowKind.PARAGRAPH), None)
    if row is None:
        return
    for language in Language:
        has_dateline = _dateline_in(doc, language) is not None
        for spot in list(spots(row, language))[:1]:
            count = len(spot.text.split())
            if count > _LONGEST_LEAD:
                why = say(
                    "The first paragraph has {count} words; {most} are the most.", count=count, most=_LONGEST_LEAD
                )
                yield Finding(spot.whole, why)
            if not has_dateline and not (find_dates(spot.text, language) or _day_word().search(spot.text)):
                yield Finding(spot.whole, say("The first paragraph does not say when."), level=Level.HINT)


@cache
def _day_word() -> re.Pattern[str]:
    days = table("dates")["weekdays"]
    words = ("today", "yesterday", "tomorrow", "aujourd’hui", "aujourd'hui", "hier", "demain", *days["en"], *days["fr"])
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)", re.IGNORECASE)


def place_and_dateline(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """R04: the place is known as a field; a dateline in the text says the same as the fields."""
    for language in Language:
        if not doc.release.place[language].strip():
            where = Address(Part.RELEASE, field=f"place.{language.value}")
            yield Finding(where, _NO_PLACE[language], _usual_place(doc, language, desk))
        opening = _dateline_in(doc, language)
        if opening is not None:
            yield from _dateline(*opening, doc, desk)
        elif desk.profile.wants_dateline and any(row.has_text(language) for row in doc.rows):
            place = Address(Part.RELEASE, field=f"place.{language.value}")
            known = doc.release.date is not None and all(each.strip() for each in doc.release.place)
            yield Finding(place, _NO_DATELINE[language], write_datelines(desk.profile) if known else None)


def _usual_place(doc: Communique, language: Language, desk: Desk) -> Edit | None:
    """Put the house's own place, in the other language as well where that has none either; None where it has none."""
    usual, empty = desk.profile.place, [each for each in Language if not doc.release.place[each].strip()]
    if not usual[language]:
        return None
    edits = [enter(f"place.{each.value}", usual[each], desk.profile.zone) for each in empty if usual[each]]
    return all_of(say("Put “{text}”", text=usual[language]), edits)


def _dateline_in(doc: Communique, language: Language) -> tuple[Spot, int] | None:
    """Return the passage that holds the dateline and where it ends: a row of its own, or the head of the lead."""
    for row in doc.rows:
        if row.kind is RowKind.DATELINE:
            for spot in spots(row, language):
                return spot, len(spot.text)
    lead_row = next((row for row in doc.rows if row.kind is RowKind.PARAGRAPH), None)
    for spot in spots(lead_row, language) if lead_row is not None else ():
        found = find_dateline(spot.text, language)
        return (spot, found.stop) if found is not None else None
    return None


_NO_DATELINE = {
    Language.EN: say("This house wants place and date at the head of the English text."),
    Language.FR: say("This house wants place and date at the head of the French text."),
}
_NO_PLACE = {
    Language.EN: say("The release has no place in English."),
    Language.FR: say("The release has no place in French."),
}


def _dateline(spot: Spot, stop: int, doc: Communique, desk: Desk) -> Iterator[Finding]:
    release, language = doc.release, spot.language
    text, place = spot.text[:stop], release.place[language].strip()
    if place and folded(place) not in folded(text) and re.search(r"[^\W\d_]{3}", _without_dates(text, language)):
        yield Finding(spot.at(0, stop), say("The text does not name the place of the release, {place}.", place=place))
    if release.date is None:
        return
    for found in find_dates(text, language, release.date.year):
        if found.day and found.day != release.date and not found.last_day:
            why = say("The release is dated {date}.", date=told_day(release.date))
            yield Finding(spot.at(found.start, found.end), why, _date_mend(spot, doc, desk))
            return


def _without_dates(text: str, language: Language) -> str:
    for found in reversed(find_dates(text, language)):
        text = text[: found.start] + text[found.end :]
    return text


def _date_mend(spot: Spot, doc: Communique, desk: Desk) -> Edit | None:
    form = next(iter(date_forms(spot.text)), None)
    if form is None or doc.release.date is None:
        return None
    text = write_day(doc.release.date, spot.language, month_first=desk.profile.month_first)
    return spot.put(say("Write “{text}”", text=text), form.start, form.end, text)


def pictures(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """R19: a picture has caption, credit and alternative text; a caption has its picture."""
    captions = {row.id for row in doc.rows if row.kind is RowKind.CAPTION and any(map(row.has_text, Language))}
    for picture in doc.pictures:
        if picture.caption not in captions:
            yield Finding(Address(Part.PICTURE, picture.id, field="caption"), say("This picture has no caption."))
        for name, pair, why in (
            ("credit", picture.credit, say("This picture has no credit.")),
            ("alternative", picture.alternative, say("This picture has no alternative text.")),
        ):
            if not pair.en.strip() and not pair.fr.strip():
                yield Finding(Address(Part.PICTURE, picture.id, field=name), why)
    used = {picture.caption for picture in doc.pictures}
    for row in doc.rows:
        if row.kind is RowKind.CAPTION and row.id not in used and any(row.has_text(tongue) for tongue in Language):
            yield Finding(row.address(), say("This caption has no picture."), level=Level.WARNING)


def language_tags(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """R21: each text has a language tag, of its own language."""
    for language in Language:
        tag = doc.release.variants[language] or desk.profile.variants[language]
        if tag.split("-")[0].lower() != language.value:
            name = f"variant.{language.value}"
            usual = desk.profile.variants[language]
            fits = usual.split("-")[0].lower() == language.value
            mend = (
                replace(enter(name, usual, desk.profile.zone), label=say("Put “{text}”", text=usual)) if fits else None
            )
            yield Finding(
                Address(Part.RELEASE, field=name), say("“{tag}” is not the tag of this language.", tag=tag), mend
            )


def notes_of_later_versions(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """R22: what follows a first publication has an editor's note in both languages and a later time."""
    release = doc.release
    if not release.publications or release.status not in (Status.DRAFT, Status.CLEARED):
        return
    for language in Language:
        if not release.note[language].strip():
            where = Address(Part.RELEASE, field=f"note.{language.value}")
            yield Finding(where, _NO_NOTE[language])
    last = release.publications[-1].at
    if release.updated and release.updated.tzinfo and release.updated <= last:
        why = say("The time of the update is not later than the last publication.")
        yield Finding(Address(Part.RELEASE, field="updated"), why, level=Level.WARNING)


_NO_NOTE = {
    Language.EN: say("A later version needs an editor’s note in English."),
    Language.FR: say("A later version needs an editor’s note in French."),
}

RULES = (
    Rule("R03", Level.WARNING, say("First paragraph"), on_document=lead),
    Rule("R04", Level.ERROR, say("Place and date"), on_document=place_and_dateline, proposes=True),
    Rule("R19", Level.ERROR, say("Pictures"), on_document=pictures),
    Rule("R21", Level.ERROR, say("Language tags"), on_document=language_tags),
    Rule("R22", Level.ERROR, say("Notes of later versions"), on_document=notes_of_later_versions),
)
