"""Facts: the date, times and place that the texts state, as fields of the release, and sentences that tell of them."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timezone
from typing import Final
from zoneinfo import ZoneInfo

from editor.edits.details import enter, field_title, read_field
from editor.edits.fields import RELEASE_FIELDS
from editor.errors import Unfit, Unreadable
from editor.formats.arrival.texts import Text
from editor.formats.carrying import CARRIED
from editor.formats.manuscript import Stated
from editor.formats.profiles import load_profile
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.profile import Profile
from editor.model.release import Release
from editor.model.rows import RowKind
from editor.text.date_writing import told_day, told_moment
from editor.text.numbering import reference_of
from editor.text.recognition import HEADER, DateRole, FoundDate
from editor.values import frozen
from editor.words import Sentence, say

_LONGEST_ACRONYM: Final = 3
_SHOWN: Final = 80
"""Characters of a value that a sentence repeats."""
_TOGETHER: Final = (("place.en", "place.fr", "country"),)
"""Fields that say one thing: where the text names another place than the file carries, none of them is believed."""


_NOTHING_STATED: Final = Stated()


@frozen
class Facts:
    """The release as far as the texts tell, and what was read for each field."""

    release: Release
    notes: tuple[Sentence, ...]


def facts_of(texts: Bilingual[Text | None], profile: Profile, stated: Stated = _NOTHING_STATED) -> Facts:
    """Return what the texts say of the release; where they differ the first that says something is believed.

    What the texts do not say, the data of the file may: `stated`.
    """
    notes: list[Sentence] = []
    day = _published(texts, notes) or _stated_day(stated, notes)
    updated = _moment(texts, DateRole.UPDATED, profile, notes, say("Updated"))
    embargo = _moment(texts, DateRole.EMBARGO, profile, notes, say("Embargo"))
    place, country = _place(texts, profile, notes)
    release = Release(
        profile=profile.name,
        reference=_reference(texts, stated, notes),
        date=day,
        updated=updated,
        place=place,
        country=country,
        embargo=embargo,
    )
    release = _filled(release, stated, profile, notes)
    return Facts(release, tuple(notes))


def house_of(stated: Stated, usual: Profile) -> tuple[Profile, tuple[Sentence, ...]]:
    """Return the house whose release it is, and what there is to say of that: the one a file names, or the usual."""
    name = dict(stated.facts).get("profile", usual.name)
    if name == usual.name:
        return usual, ()
    try:
        house = load_profile(name)
    except Unreadable:
        told = say("The file names the house profile “{name}”, which is not known here.", name=_short(name))
        return usual, (told,)
    return house, (_carried("profile", name),)


def _filled(release: Release, stated: Stated, profile: Profile, notes: list[Sentence]) -> Release:
    """Return the release with what the file carries in the fields of which its texts say nothing."""
    facts = dict(stated.facts)
    for group in _TOGETHER:
        said = {name: RELEASE_FIELDS[name].read(release, profile.zone) for name in group}
        if any(said[name] and facts.get(name) and said[name] != facts[name] for name in group):
            facts = {name: value for name, value in facts.items() if name not in group}
    doc = Communique(release=release)
    for name, value in facts.items():
        if name == "profile" or name not in CARRIED or read_field(doc, name, profile.zone):
            continue
        try:
            doc = enter(name, value, profile.zone).apply(doc)
        except Unfit:
            told = say(
                "{field}: “{value}” in the data of the file does not fit and was left out.",
                field=field_title(name),
                value=_short(value),
            )
        else:
            told = _carried(name, value)
        notes.append(told)
    return doc.release


def _carried(name: str, value: str) -> Sentence:
    return say("{field}: {value}, from the data of the file.", field=field_title(name), value=_short(value))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _published(texts: Bilingual[Text | None], notes: list[Sentence]) -> date | None:
    """Return the date of the release, telling where the two texts differ."""
    dates = [(text, found, found.date) for text in texts if text and (found := text.found.published) and found.date]
    if not dates:
        return None
    text, found, day = dates[0]
    notes.append(say("Date: {date}, from “{words}”.", date=told_day(day), words=_words(text, found)))
    if len({other for _, _, other in dates}) > 1:
        notes.append(say("The two texts name different dates of the release."))
    return day


def _stated_day(stated: Stated, notes: list[Sentence]) -> date | None:
    if stated.day is not None:
        notes.append(say("Date: {date}, from the data of the file.", date=told_day(stated.day)))
    return stated.day


def _reference(texts: Bilingual[Text | None], stated: Stated, notes: list[Sentence]) -> str:
    """Return the number of the release that its header lines give, "" where the two languages give different ones."""
    found = {reference_of(line, text.language) for text in texts if text for line in text.dropped} - {""}
    found = found or {stated.reference} - {""}
    if len(found) != 1:
        return ""
    reference = found.pop()
    notes.append(say("Reference: {reference}.", reference=reference))
    return reference


def _words(text: Text, found: FoundDate) -> str:
    return text.blocks[found.paragraph].text[found.start : found.end]


def _found(texts: Bilingual[Text | None], role: DateRole) -> Iterator[tuple[Text, FoundDate]]:
    for text in texts:
        if text:
            yield from ((text, found) for found in text.found.dates if found.role is role and _counts(text, found))


def _counts(text: Text, found: FoundDate) -> bool:
    """Whether a date holds for the release: an embargo of which a paragraph merely speaks does not."""
    stands = text.found.shapes[found.paragraph].kind
    return found.date is not None and (found.role is not DateRole.EMBARGO or stands in (RowKind.DELIVERY, HEADER))


def _moment(
    texts: Bilingual[Text | None], role: DateRole, profile: Profile, notes: list[Sentence], field: Sentence
) -> datetime | None:
    """Return the first moment with this role; a time that names no zone is one of the profile's, on that day."""
    for text, found in _found(texts, role):
        if found.date is None or found.time is None:
            notes.append(
                say(
                    "{field}: “{words}” names no time, so the field stays empty.",
                    field=field,
                    words=_words(text, found),
                )
            )
            continue
        moment = _zoned(datetime.combine(found.date, found.time), found.zone or profile.zone)
        told = told_moment(moment, profile)
        notes.append(say("{field}: {time}, from “{words}”.", field=field, time=told, words=_words(text, found)))
        return moment
    return None


def _zoned(moment: datetime, zone: str) -> datetime:
    """Return a moment with the offset that a zone (an IANA name or an offset) has on that day."""
    if zone[:1] in "+-":
        return datetime.fromisoformat(f"{moment.isoformat()}{zone}")
    offset = moment.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    return moment if offset is None else moment.replace(tzinfo=timezone(offset))


def _place(texts: Bilingual[Text | None], profile: Profile, notes: list[Sentence]) -> tuple[Bilingual[str], str]:
    """Return the place of the datelines; the profile's own place is known in both languages."""
    place = texts.each(lambda text: text.found.dateline.place if text and text.found.dateline else "")
    if place.en or place.fr:
        notes.append(say("Place: {place}.", place=place.en or place.fr))
    usual = profile.place
    if any(place[language].casefold() == usual[language].casefold() != "" for language in Language):
        return usual, profile.country
    return place.each(_in_small_letters), ""


_INNER: Final = re.compile(
    r"(?<=[-\s])(?:En|De|Du|La|Le|Les|Lès|Sur|Sous|Et|Of|The|Upon|On|And|Am|Der|Di|Do|Da)(?=[-\s])"
)


def _in_small_letters(name: str) -> str:
    """Return the name of a place that a dateline prints in capitals as a text prints it: AIX-EN-PROVENCE."""
    if not name.isupper() or len(name) <= _LONGEST_ACRONYM:
        return name
    return _INNER.sub(lambda match: match[0].lower(), name.title())
