"""Release: reference, dates, place, embargo, status, and what has been published of it."""

from datetime import date as date_
from datetime import datetime
from enum import Enum

from editor.model.contact import Contact
from editor.model.language import Bilingual
from editor.values import frozen

_NOTHING = Bilingual("", "")
_NONE: Bilingual[tuple[str, ...]] = Bilingual((), ())


class Status(Enum):
    """Where a release is in its life.

    CLEARED: found fit to publish. PUBLISHING: stamped, files perhaps not yet all in place.
    """

    DRAFT = "draft"
    CLEARED = "cleared"
    PUBLISHING = "publishing"
    PUBLISHED = "published"
    WITHHELD = "withheld"
    CANCELED = "canceled"


class Action(Enum):
    """What a publication does to the release that newsrooms hold."""

    NEW = "new"
    UPDATE = "update"
    CORRECTION = "correction"
    CANCEL = "cancel"
    WITHHOLD = "withhold"
    RELEASE = "release"


@frozen
class Publication:
    """One publication: version, what it did, when (with zone), shape, and the files with their SHA-256."""

    version: int
    action: Action
    at: datetime
    shape: str
    files: tuple[tuple[str, str], ...] = ()
    identifier: str = ""
    embargo: datetime | None = None
    note: Bilingual[str] = _NOTHING


@frozen
class ReviewCopy:
    """The last copy that was printed to be read and signed: its number, when (with zone), and what each row said."""

    number: int
    at: datetime
    wordings: tuple[tuple[str, Bilingual[str]], ...] = ()

    def of(self, row_id: str) -> Bilingual[str] | None:
        """Return what a row said in that copy; None where it was not in it."""
        return next((wording for each, wording in self.wordings if each == row_id), None)


@frozen
class Release:
    """The facts about a release that are not words in its text.

    Times carry a zone offset. `country` is where `place` lies (ISO 3166-1 alpha-2). `topics` are IPTC media topic
    codes ("20000639"). `profile` names the house profile. `variants` are the spelling variants of the two texts
    (BCP 47). `urgency` is 1 (most urgent) to 9, None for what the house profile says. `known_words` are spelt rightly
    in this document. `note` is the editor's note of the next publication.
    """

    profile: str = "nato"
    reference: str = ""
    date: date_ | None = None
    updated: datetime | None = None
    place: Bilingual[str] = _NOTHING
    country: str = ""
    embargo: datetime | None = None
    status: Status = Status.DRAFT
    urgency: int | None = None
    topics: tuple[str, ...] = ()
    keywords: Bilingual[tuple[str, ...]] = _NONE
    genre: str = ""
    service: str = ""
    contact: Contact = Contact()
    note: Bilingual[str] = _NOTHING
    variants: Bilingual[str] = _NOTHING
    known_words: Bilingual[tuple[str, ...]] = _NONE
    publications: tuple[Publication, ...] = ()

    @property
    def version(self) -> int:
        """The version last published; 0 while nothing is."""
        return self.publications[-1].version if self.publications else 0

    def action_of(self, version: int) -> Action:
        """Return what the publication of a version did; a version that is not known was new."""
        return next((one.action for one in self.publications if one.version == version), Action.NEW)
