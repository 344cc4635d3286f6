"""Proof: the NewsML-G2 of a communiqué made before anybody publishes it, in both languages, its body portable."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from editor.checks.finding import Finding, Level
from editor.checks.proof import Proof, Site
from editor.edits.details import field_address
from editor.errors import CommuniqueError
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.profile import Profile
from editor.model.release import Action, Release, Status
from editor.newsml.build import build
from editor.newsml.lines import spans
from editor.newsml.paper import Fault
from editor.newsml.paper import Level as FaultLevel
from editor.newsml.places import Origin
from editor.newsml.source import parse
from editor.newsml.validate import validate_tree
from editor.publishing.hindrances import hindrances
from editor.publishing.life import missing_notes, require_possible
from editor.publishing.order import Order
from editor.publishing.repeats import unsaid
from editor.words import Sentence

_LEVELS = {FaultLevel.ERROR: Level.ERROR, FaultLevel.WARNING: Level.WARNING}


def prove(doc: Communique, profile: Profile, found: tuple[Finding, ...], now: datetime | None = None) -> Proof:
    """Return the proof of a communiqué; `found` is what the checks find in it, `now` the present (with zone).

    A proof is never refused: where the XML cannot be built, it says why.
    """
    order = Order(_moment(doc.release, now or datetime.now(UTC)), action=_next(doc.release))
    try:
        data = build(doc, profile, order.at, action=order.action)
    except CommuniqueError as error:
        return Proof(doc, hindrances=(error.sentence,))
    root = parse(data)
    faults = validate_tree(
        root,
        ours=True,
        at=order.at,
        published={one.identifier: one.version for one in doc.release.publications},
        profile_of=lambda name: profile if name == profile.name else None,
    )
    findings = unsaid(_findings(doc, faults), found)
    sites = tuple(Site(span.first, span.last, place_of(doc, span.origin)) for span in spans(root))
    return Proof(doc, data.decode(), sites, findings, tuple(_reasons(doc.release, order, (*found, *findings))))


def place_of(doc: Communique, origin: Origin | Fault) -> Address:
    """Return the place in a communiqué that an element or a fault comes from; the release where none is told."""
    row = doc.row(origin.row) if origin.row else None
    if row is not None:
        return row.address(origin.language, origin.passage)
    return field_address(doc, origin.field)


def _findings(doc: Communique, faults: Iterable[Fault]) -> Iterator[Finding]:
    for fault in faults:
        yield Finding(place_of(doc, fault), fault.message, rule=fault.rule, level=_LEVELS[fault.level])


def _reasons(release: Release, order: Order, found: tuple[Finding, ...]) -> Iterator[Sentence]:
    try:
        require_possible(release, order)
    except CommuniqueError as error:
        yield error.sentence
    found = (*missing_notes(release, order), *hindrances(found, order.shape))
    yield from dict.fromkeys(finding.why for finding in found)


def _moment(release: Release, now: datetime) -> datetime:
    """Return the time a proof bears: to the minute, so that it changes only with the communiqué, after all others."""
    after = (one.at + timedelta(seconds=1) for one in release.publications)
    return max((now.replace(second=0, microsecond=0), *after))


def _next(release: Release) -> Action:
    """Return what publishing a release as it is would do."""
    if not release.publications:
        return Action.WITHHOLD if release.status is Status.WITHHELD else Action.NEW
    return Action.CANCEL if release.status is Status.CANCELED else Action.UPDATE
