"""Edition: one publication of a communiqué, with everything all its items agree on."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, timezone
from enum import Enum

from editor.model.communique import Communique
from editor.model.contact import Contact
from editor.model.language import Bilingual, Language
from editor.model.moments import seen_in
from editor.model.people import Participant
from editor.model.pictures import Picture
from editor.model.profile import Profile
from editor.model.release import Action, Status
from editor.newsml.identifiers import picture_key, release_guid, slug
from editor.newsml.vocabulary import GENRE, MAIN, SERVICE, code_of
from editor.newsml.wording import country_name, one_line
from editor.values import frozen


class Shape(Enum):
    """What is published: a message in both languages, a message in one, or one item bare."""

    BILINGUAL = "bilingual"
    EN = "en"
    FR = "fr"
    ITEM_EN = "item-en"
    ITEM_FR = "item-fr"

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the texts in it, in the order of their items."""
        if self is Shape.BILINGUAL:
            return (MAIN, MAIN.other)
        return (Language(self.value[-2:]),)

    @property
    def is_message(self) -> bool:
        """Whether the items stand in a message, pictures with them."""
        return self not in {Shape.ITEM_EN, Shape.ITEM_FR}


class Body(Enum):
    """How the text is marked up: flat paragraphs for every receiver, or headings, lists and links for some."""

    PORTABLE = "portable"
    RICH = "rich"


@frozen
class Named:
    """Something a code stands for, with its names in both languages."""

    code: str
    name: Bilingual[str]


@frozen
class Edition:
    """One publication of a communiqué. Equal editions give equal bytes; make one with `prepare`.

    `at` is the time of this publication, `first` that of the first one, `guid` the identifier of the release for
    life. `people` and `organisations` give everybody a code, unique in the document.
    """

    doc: Communique
    profile: Profile
    shape: Shape
    body: Body
    action: Action
    keeps_pictures: bool
    version: int
    at: datetime
    first: datetime
    guid: str
    people: Mapping[str, str]
    organisations: tuple[Named, ...]

    @property
    def pub_status(self) -> str:
        """The publishing status of texts and package, as a code of the scheme `stat`."""
        if self.action is Action.CANCEL:
            return "canceled"
        stays = self.doc.release.status is Status.WITHHELD and self.action in {Action.UPDATE, Action.CORRECTION}
        return "withheld" if self.action is Action.WITHHOLD or stays else "usable"

    @property
    def picture_status(self) -> str:
        """The publishing status of the pictures: that of the texts, unless a cancellation leaves them be."""
        return "usable" if self.action is Action.CANCEL and self.keeps_pictures else self.pub_status

    @property
    def embargo(self) -> datetime | None:
        """The embargo of this publication. What is withheld or cancelled is not to be used later either."""
        moment = self.doc.release.embargo
        return self.clock(moment) if moment is not None and self.pub_status == "usable" else None

    @property
    def signal(self) -> str:
        """What a later version does, as a code of the scheme `sig`; nothing for a first one or a cancellation."""
        if self.version == 1 or self.action in {Action.NEW, Action.CANCEL}:
            return ""
        return "correction" if self.action is Action.CORRECTION else "update"

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures this shape carries."""
        return self.doc.pictures if self.shape.is_message else ()

    @property
    def contact(self) -> Contact:
        """Whom newsrooms may ask: what the release says, the house's where it says nothing."""
        contact = self.doc.release.contact.or_else(self.profile.house.contact)
        return Contact(contact.name.each(one_line), contact.telephone.each(one_line), contact.email.each(one_line))

    @property
    def urgency(self) -> int:
        """The urgency: that of the release, else the house's."""
        return self.doc.release.urgency or self.profile.house.urgency

    @property
    def genre(self) -> str:
        """The code of the genre: that of the release, else the house's, else a press release's."""
        return self.doc.release.genre or self.profile.house.genre or GENRE

    @property
    def service(self) -> str:
        """The code of the service: that of the release, else the house's, else the usual one."""
        return self.doc.release.service or self.profile.house.service or SERVICE

    def clock(self, moment: datetime) -> datetime:
        """Return a moment as the office's clock shows it."""
        return _on_clock(moment, self.profile)

    def text_guid(self, language: Language) -> str:
        """Return the identifier of the text in one language."""
        return f"{self.guid}:{language.value}"

    def picture_guid(self, picture: Picture) -> str:
        """Return the identifier of a picture."""
        return f"{self.guid}:{picture_key(picture.id)}"

    def organisation(self, name: Bilingual[str]) -> str:
        """Return the code of an organisation, or nothing for none."""
        wanted = name.each(one_line)
        return next((known.code for known in self.organisations if known.name == wanted and any(wanted)), "")

    def countries(self) -> tuple[Named, ...]:
        """Return the countries the participants stand for, each once, in their order."""
        codes = dict.fromkeys(one_line(person.country) for person in self.doc.participants if person.country.strip())
        return tuple(Named(code_of(code), country_name(code)) for code in codes)


def prepare(
    doc: Communique,
    profile: Profile,
    at: datetime,
    *,
    shape: Shape = Shape.BILINGUAL,
    body: Body = Body.PORTABLE,
    action: Action = Action.NEW,
    keeps_pictures: bool = True,
) -> Edition:
    """Return the publication of `doc` at a time (with zone): the version after the last, everybody coded."""
    history = doc.release.publications
    at = _on_clock(at, profile)
    first = _on_clock(history[0].at, profile) if history else at
    guid = next((one.identifier for one in history if one.identifier), "")
    organisations = _organisations(doc, profile)
    return Edition(
        doc,
        profile,
        shape,
        body,
        action,
        keeps_pictures,
        doc.release.version + 1,
        at,
        first,
        guid or release_guid(profile.house.domain, _year(doc, at), doc.release.reference),
        person_codes(doc.participants),
        organisations,
    )


def _on_clock(moment: datetime, profile: Profile) -> datetime:
    # With a plain offset: in the hour that occurs twice a time with a zone's rules equals no other (PEP 495).
    shown = seen_in(moment.replace(microsecond=0), profile.zone)
    return shown.replace(tzinfo=timezone(shown.utcoffset() or timedelta()), fold=0)


def person_codes(people: Iterable[Participant]) -> dict[str, str]:
    """Return the published code of each participant by id: the one given, else made from the name; all different."""
    people = tuple(people)
    taken = {code_of(person.code) for person in people if person.code}
    codes: dict[str, str] = {}
    for person in people:
        if person.code and code_of(person.code) not in codes.values():
            codes[person.id] = code_of(person.code)
        else:
            codes[person.id] = _free(slug(person.name.en) or slug(person.name.fr) or "person", taken)
            taken.add(codes[person.id])
    return codes


def _organisations(doc: Communique, profile: Profile) -> tuple[Named, ...]:
    house = profile.house.name.each(one_line)
    found: list[Named] = []
    if any(house):
        code = profile.house.organisation_code or slug(house.en) or slug(house.fr) or "house"
        found.append(Named(code_of(code), house))
    for person in doc.participants:
        name = person.organisation.each(one_line)
        if any(name) and name not in (known.name for known in found):
            wanted = slug(name.en) or slug(name.fr) or "organisation"
            found.append(Named(_free(wanted, {known.code for known in found}), name))
    return tuple(found)


def _free(wanted: str, taken: set[str]) -> str:
    number, code = 1, wanted
    while code in taken:
        number += 1
        code = f"{wanted}-{number}"
    return code


def _year(doc: Communique, at: datetime) -> int:
    # RFC 4151: the date of a tag is one on which its maker held the domain, hence never one to come.
    return min(doc.release.date.year, at.year) if doc.release.date else at.year
