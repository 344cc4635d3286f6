"""Plan: one publication worked out whole, in memory: what hinders it, else every byte that will be written."""

from dataclasses import replace
from pathlib import Path

from editor.checks.finding import NO_OFFICE, Finding
from editor.checks.run import check
from editor.formats.images import described
from editor.model.communique import Communique
from editor.model.directory import Directory
from editor.model.language import Bilingual
from editor.model.profile import Profile
from editor.model.release import Publication
from editor.newsml.build import write
from editor.newsml.edition import Edition, prepare
from editor.newsml.identifiers import file_name
from editor.newsml.paper import Fault
from editor.newsml.paper import Level as FaultLevel
from editor.publishing.examination import examine
from editor.publishing.hindrances import hindrances
from editor.publishing.life import missing_notes, require_possible, status_of
from editor.publishing.order import Order
from editor.publishing.parcels import Parcel, picture_parcels, record_of
from editor.values import frozen


@frozen
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


@frozen
class Sources:
    """What a plan is made from besides the document: its pictures, the official schema, findings already made.

    Where no findings are handed in, the document is checked with what `office` knows.
    """

    pictures: Path | None = None
    xsd: Path | None = None
    findings: tuple[Finding, ...] | None = None
    office: Directory = NO_OFFICE


def plan(doc: Communique, profile: Profile, order: Order, sources: Sources = Sources()) -> Plan:  # noqa: B008 (a frozen value)
    """Work out the publication of `doc`.

    Raises Refused where the state of the release allows no such publication, whatever it says, and Unfit where the
    time is not after that of the last one.
    """
    require_possible(doc.release, order)
    doc = described(doc, sources.pictures)
    found = check(doc, profile, office=sources.office) if sources.findings is None else sources.findings
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
    blocking = (*missing_notes(doc.release, order), *blocking, *missing)
    if blocking:
        return Plan(doc, order, found, blocking)
    return _built(Plan(doc, order, found, ()), edition, pictures, sources.xsd)


def _built(draft: Plan, edition: Edition, pictures: tuple[Parcel, ...], xsd: Path | None) -> Plan:
    doc, order = draft.doc, draft.order
    data = write(edition)
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


def stamped(doc: Communique, record: Publication) -> Communique:
    """Return the document that remembers a publication as its last; the note published with it is used up."""
    publications = (*(one for one in doc.release.publications if one.version != record.version), record)
    status = status_of(publications)
    release = replace(doc.release, status=status, publications=publications, note=Bilingual("", ""))
    return replace(doc, release=release)
