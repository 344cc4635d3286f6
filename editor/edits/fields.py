"""Fields: the table of everything that is entered as one line, and how text is read from and entered into each.

Each field has one name, used on the command line, in findings and in the window. A value is entered as text: dates
as 2021-05-17, times as 2021-05-18T13:52 (without a zone the house's is meant), lists parted by commas, several
functions of one person by semicolons.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import Enum
from typing import Any

from editor.errors import Unfit
from editor.model.language import Bilingual, Language
from editor.model.moments import in_zone, seen_in
from editor.model.people import Gender, Participant
from editor.model.pictures import Picture, Rendition, Use, is_bare_name
from editor.model.release import Release, Status
from editor.values import frozen
from editor.words import Sentence, say

_BY_HAND = (Status.DRAFT, Status.CLEARED, Status.WITHHELD)
_TOPIC = re.compile(r"(?:medtop:)?(\d{8})")


@frozen
class Field:
    """One field: what it is called in the window, how it is read as text, and how text is entered into it.

    `read(owner, zone)` answers text; `enter(owner, text, zone)` answers the next owner or raises Unfit with the
    reason. The owner is a Release, a Participant or a Picture; the zone is an IANA name.
    """

    title: Sentence
    read: Callable[[Any, str], str]
    enter: Callable[[Any, str, str], Any]


def _plain(attribute: str, title: Sentence) -> Field:
    def enter_plain(owner: Any, value: str, _zone: str) -> Any:  # noqa: ANN401
        return replace(owner, **{attribute: value})

    return Field(title, lambda owner, _zone: str(getattr(owner, attribute)), enter_plain)


def _sided(attribute: str, language: Language, title: Sentence) -> Field:
    def enter_side(owner: Any, value: str, _zone: str) -> Any:  # noqa: ANN401
        return replace(owner, **{attribute: getattr(owner, attribute).having(language, value)})

    return Field(title, lambda owner, _zone: str(getattr(owner, attribute)[language]), enter_side)


def _listed(attribute: str, language: Language, title: Sentence) -> Field:
    def enter_list(owner: Any, value: str, _zone: str) -> Any:  # noqa: ANN401
        items = tuple(dict.fromkeys(item.strip() for item in value.split(",") if item.strip()))
        return replace(owner, **{attribute: getattr(owner, attribute).having(language, items)})

    return Field(title, lambda owner, _zone: ", ".join(getattr(owner, attribute)[language]), enter_list)


def _of_contact(attribute: str, language: Language, title: Sentence) -> Field:
    def enter_side(release: Release, value: str, _zone: str) -> Release:
        side = getattr(release.contact, attribute).having(language, value)
        return replace(release, contact=replace(release.contact, **{attribute: side}))

    return Field(title, lambda release, _zone: str(getattr(release.contact, attribute)[language]), enter_side)


def _moment(attribute: str, title: Sentence) -> Field:
    def read(owner: Any, zone: str) -> str:  # noqa: ANN401
        moment: datetime | None = getattr(owner, attribute)
        if moment is None:
            return ""
        here = seen_in(moment, zone)
        # Of an hour that occurs twice the first is meant where no offset is told.
        told = here if here.fold else here.replace(tzinfo=None)
        return told.isoformat(timespec="seconds" if here.second else "minutes")

    def enter_moment(owner: Any, value: str, zone: str) -> Any:  # noqa: ANN401
        return replace(owner, **{attribute: _moment_of(value, zone) if value else None})

    return Field(title, read, enter_moment)


def _moment_of(value: str, zone: str) -> datetime:
    if "T" not in value and " " not in value:
        raise Unfit(say("a date and a time are wanted, as 2021-05-18T13:52"))
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise Unfit(say("a date and a time are wanted, as 2021-05-18T13:52")) from error
    try:
        return in_zone(moment, zone)
    except ValueError as error:
        raise Unfit(say("this hour does not occur in {zone} on that day", zone=zone)) from error


def _enter_date(release: Release, value: str, _zone: str) -> Release:
    try:
        return replace(release, date=date.fromisoformat(value) if value else None)
    except ValueError as error:
        raise Unfit(say("a date is wanted, as 2021-05-17")) from error


def _enter_status(release: Release, value: str, _zone: str) -> Release:
    status = next((known for known in Status if known.value == (value or "draft")), None)
    if status is None:
        raise Unfit(say("{choices} are possible", choices=", ".join(known.value for known in _BY_HAND)))
    if status not in _BY_HAND and status is not release.status:
        raise Unfit(say("it is set by publishing"))
    return replace(release, status=status)


def _enter_urgency(release: Release, value: str, _zone: str) -> Release:
    if value and not re.fullmatch("[1-9]", value):
        raise Unfit(say("1 (most urgent) to 9 is wanted"))
    return replace(release, urgency=int(value) if value else None)


def _enter_topics(release: Release, value: str, _zone: str) -> Release:
    codes = []
    for item in filter(None, (part.strip() for part in value.split(","))):
        found = _TOPIC.fullmatch(item)
        if not found:
            raise Unfit(say("{code} is not an IPTC media topic, as 20000639", code=item))
        codes.append(found[1])
    return replace(release, topics=tuple(dict.fromkeys(codes)))


def _enter_country(owner: Any, value: str, _zone: str) -> Any:  # noqa: ANN401
    if value and not re.fullmatch("[A-Za-z]{2}", value):
        raise Unfit(say("two letters are wanted, as BE (ISO 3166-1)"))
    return replace(owner, country=value.upper())


def _enter_gender(person: Participant, value: str, _zone: str) -> Participant:
    if value not in ("", "m", "f"):
        raise Unfit(say("m or f is wanted"))
    return replace(person, gender=Gender(value) if value else None)


def _enter_file(picture: Picture, value: str, _zone: str) -> Picture:
    """Name another file: what was known of the former one does not hold for it, and its renditions show the former."""
    if value == picture.file:
        return picture
    _require_bare_name(value)
    return replace(picture, file=value, media_type="", size=0, width=0, height=0, fingerprint="", renditions=())


def _rendition(use: Use, title: Sentence) -> Field:
    """Make the field that names the file for one use; it is empty where there is none."""

    def read(picture: Picture, _zone: str) -> str:
        known = picture.rendition(use)
        return known.file if known else ""

    def enter_rendition(picture: Picture, value: str, zone: str) -> Picture:
        if value == read(picture, zone):
            return picture
        _require_bare_name(value)
        return picture.having(Rendition(use, value)) if value else picture.without(use)

    return Field(title, read, enter_rendition)


def _require_bare_name(value: str) -> None:
    if value and not is_bare_name(value):
        raise Unfit(say("the name of a file in the folder beside the document is wanted"))


def _function(language: Language, title: Sentence) -> Field:
    """One text a language, several functions parted by semicolons; the n-th English is the n-th French."""

    def read(person: Participant, _zone: str) -> str:
        return "; ".join(function[language] for function in person.functions).rstrip("; ")

    def enter_functions(person: Participant, value: str, _zone: str) -> Participant:
        mine = [item.strip() for item in value.split(";")] if value else []
        theirs = [function[language.other] for function in person.functions]
        count = max(len(mine), len(theirs))
        mine += [""] * (count - len(mine))
        theirs += [""] * (count - len(theirs))
        both = (Bilingual(theirs[n], theirs[n]).having(language, mine[n]) for n in range(count))
        return replace(person, functions=tuple(pair for pair in both if pair.en or pair.fr))

    return Field(title, read, enter_functions)


def _enter_aliases(person: Participant, value: str, _zone: str) -> Participant:
    return replace(person, aliases=tuple(dict.fromkeys(filter(None, (item.strip() for item in value.split(","))))))


def _value_of(attribute: str) -> Callable[[Any, str], str]:
    def read(owner: Any, _zone: str) -> str:  # noqa: ANN401
        value = getattr(owner, attribute)
        return "" if value is None else str(value.value if isinstance(value, Enum) else value)

    return read


USE_TITLES: Mapping[Use, Sentence] = {
    Use.PRINT: say("For print"),
    Use.WEB: say("For the web"),
    Use.PREVIEW: say("Preview"),
    Use.LOW_RESOLUTION: say("Low resolution"),
    Use.MOBILE: say("For mobile devices"),
    Use.THUMBNAIL: say("Thumbnail"),
}
"""What the renditions of a picture are called."""

RELEASE_FIELDS: Mapping[str, Field] = {
    "profile": _plain("profile", say("House profile")),
    "reference": _plain("reference", say("Reference")),
    "date": Field(say("Date"), _value_of("date"), _enter_date),
    "updated": _moment("updated", say("Updated")),
    "place.en": _sided("place", Language.EN, say("Place, English")),
    "place.fr": _sided("place", Language.FR, say("Place, French")),
    "country": Field(say("Country"), _value_of("country"), _enter_country),
    "embargo": _moment("embargo", say("Embargo")),
    "status": Field(say("Status"), _value_of("status"), _enter_status),
    "note.en": _sided("note", Language.EN, say("Editor’s note, English")),
    "note.fr": _sided("note", Language.FR, say("Editor’s note, French")),
    "urgency": Field(say("Urgency"), _value_of("urgency"), _enter_urgency),
    "topics": Field(say("Topics"), lambda release, _zone: ", ".join(release.topics), _enter_topics),
    "keywords.en": _listed("keywords", Language.EN, say("Keywords, English")),
    "keywords.fr": _listed("keywords", Language.FR, say("Keywords, French")),
    "genre": _plain("genre", say("Genre")),
    "service": _plain("service", say("Service")),
    "contact.en": _of_contact("name", Language.EN, say("Contact, English")),
    "contact.fr": _of_contact("name", Language.FR, say("Contact, French")),
    "telephone.en": _of_contact("telephone", Language.EN, say("Telephone, English")),
    "telephone.fr": _of_contact("telephone", Language.FR, say("Telephone, French")),
    "email.en": _of_contact("email", Language.EN, say("E-mail, English")),
    "email.fr": _of_contact("email", Language.FR, say("E-mail, French")),
    "variant.en": _sided("variants", Language.EN, say("Spelling variant, English")),
    "variant.fr": _sided("variants", Language.FR, say("Spelling variant, French")),
    "words.en": _listed("known_words", Language.EN, say("Known words, English")),
    "words.fr": _listed("known_words", Language.FR, say("Known words, French")),
}

PERSON_FIELDS: Mapping[str, Field] = {
    "name.en": _sided("name", Language.EN, say("Name, English")),
    "name.fr": _sided("name", Language.FR, say("Name, French")),
    "function.en": _function(Language.EN, say("Function, English")),
    "function.fr": _function(Language.FR, say("Function, French")),
    "organisation.en": _sided("organisation", Language.EN, say("Organisation, English")),
    "organisation.fr": _sided("organisation", Language.FR, say("Organisation, French")),
    "country": Field(say("Country"), _value_of("country"), _enter_country),
    "honorific.en": _sided("honorific", Language.EN, say("Honorific, English")),
    "honorific.fr": _sided("honorific", Language.FR, say("Honorific, French")),
    "gender": Field(say("Gender of the title"), _value_of("gender"), _enter_gender),
    "aliases": Field(say("Other names"), lambda person, _zone: ", ".join(person.aliases), _enter_aliases),
}

PICTURE_FIELDS: Mapping[str, Field] = {
    "file": Field(say("File"), _value_of("file"), _enter_file),
    **{use.value.lower(): _rendition(use, title) for use, title in USE_TITLES.items()},
    "credit.en": _sided("credit", Language.EN, say("Credit, English")),
    "credit.fr": _sided("credit", Language.FR, say("Credit, French")),
    "alternative.en": _sided("alternative", Language.EN, say("Alternative text, English")),
    "alternative.fr": _sided("alternative", Language.FR, say("Alternative text, French")),
    "caption": _plain("caption", say("Caption")),
}
