"""Plan: one publication worked out whole, in memory: what hinders it, else every byte that will be written."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from editor.checks.finding import Finding
from editor.checks.run import check
from editor.errors import Refused
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.profile import Profile
from editor.model.release import Action, Publication, Release, Status
from editor.newsml.build import build
from editor.newsml.edition import Body, Edition, Shape, prepare
from editor.newsml.identifiers import file_name
from editor.newsml.paper import Fault
from editor.newsml.paper import Level as FaultLevel
from editor.publishing.examination import examine
from editor.publishing.hindrances import hindrances
from editor.publishing.parcels import Parcel, picture_parcels, record_of
from editor.words import say

_AFTER: Final = {Action.CANCEL: Status.CANCELED, Action.WITHHOLD: Status.WITHHELD}
"""What a release is after an action; published after any other."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is wished: a publication at a time (with zone), in a shape and body, and what it does."""

    at: datetime
    shape: Shape = Shape.BILINGUAL
    body: Body = Body.PORTABLE
    action: Action = Action.NEW
    keeps_pictures: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """One publication worked out: nothing of it is on the disk yet.

    `findings` are all findings of the document, `hindrances` those of them (and of its pictures) that block, `faults`
    what the validation of the XML found. `parcels` are the files to be written, pictures first; none while something
    blocks. `record` is what the document will remember.
    """

    doc: Communique
    order: Order
    findings: tuple[Finding, ...]
    hindrances: tuple[Finding, ...]
    faults: tuple[Fault, ...] = ()
    parcels: tuple[Parcel, ...] = ()
    record: Publication | None = None

    @property
    def errors(self) -> tuple[Fault, ...]:
        """The faults of the XML that block."""
        return _errors(self.faults)

    @property
    def is_ready(self) -> bool:
        """Whether nothing stands between the document and its publication."""
        return not self.hindrances and not self.errors and self.record is not None


@dataclass(frozen=True, slots=True)
class Sources:
    """What a plan is made from besides the document: its pictures, the official schema, findings already made."""

    pictures: Path | None = None
    xsd: Path | None = None
    findings: tuple[Finding, ...] | None = field(default=None)


def plan(doc: Communique, profile: Profile, order: Order, sources: Sources = Sources()) -> Plan:
    """Work out the publication of `doc`.

    Raises Refused where the state of the release allows no such publication, whatever it says.
    """
    require_publishable(doc.release, order.action)
    found = check(doc, profile) if sources.findings is None else sources.findings
    blocking = hindrances(found, order.shape)
    edition = prepare(
        doc,
        profile,
        order.at,
        shape=order.shape,
        body=order.body,
        action=order.action,
        keeps_pictures=order.keeps_pictures,
    )
    pictures, missing = picture_parcels(edition, sources.pictures)
    if blocking or missing:
        return Plan(doc, order, found, (*blocking, *missing))
    return _built(Plan(doc, order, found, ()), edition, pictures, sources.xsd)


def require_publishable(release: Release, action: Action) -> None:
    """Raise Refused where a release, as it is, cannot be published so."""
    if release.status is Status.PUBLISHING:
        raise Refused(say("A publication of this release was interrupted; it is to be finished or taken back first."))
    if action is Action.NEW and release.publications:
        raise Refused(
            say("This release is published already, as version {version}.", version=release.version),
        )
    if action is Action.NEW and release.status in (Status.WITHHELD, Status.CANCELED):
        raise Refused(say("This release is withheld or canceled; its status must be changed first."))


def _built(draft: Plan, edition: Edition, pictures: tuple[Parcel, ...], xsd: Path | None) -> Plan:
    doc, order = draft.doc, draft.order
    data = build(
        doc,
        edition.profile,
        order.at,
        shape=order.shape,
        body=order.body,
        action=order.action,
        keeps_pictures=order.keeps_pictures,
    )
    faults = examine(data, xsd, doc.release)
    if _errors(faults):
        return replace(draft, faults=faults)
    parcels = (*pictures, Parcel(file_name(doc.release.reference, edition.version, order.shape.value), data))
    record = Publication(
        edition.version,
        order.action,
        edition.at,
        order.shape.value,
        record_of(parcels),
        edition.guid,
        edition.embargo,
        doc.release.note,
    )
    return replace(draft, faults=faults, parcels=parcels, record=record)


def _errors(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    return tuple(fault for fault in faults if fault.level is FaultLevel.ERROR)


def status_after(action: Action) -> Status:
    """Return what a release is when an action is done."""
    return _AFTER.get(action, Status.PUBLISHED)


def stamped(doc: Communique, record: Publication, status: Status) -> Communique:
    """Return the document that remembers a publication as its last; the note published with it is used up."""
    others: Iterable[Publication] = (one for one in doc.release.publications if one.version != record.version)
    release = replace(doc.release, status=status, publications=(*others, record), note=Bilingual("", ""))
    return replace(doc, release=release)
