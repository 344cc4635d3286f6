"""What publication rests on: the order of dates, zones, embargo, versions."""

from collections.abc import Iterator
from datetime import datetime

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.moments import seen_in
from editor.model.passage import MarkKind
from editor.words import say, say_count


def order_of_dates(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """R05: event, publication and update follow each other, and every time has its zone."""
    release, zone = doc.release, desk.profile.zone
    updated = Address(Part.RELEASE, field="updated")
    for moment, field in ((release.updated, "updated"), (release.embargo, "embargo")):
        if moment and moment.tzinfo is None:
            yield Finding(Address(Part.RELEASE, field=field), say("This time has no zone."))
    if release.updated and release.updated.tzinfo:
        if release.date and seen_in(release.updated, zone).date() < release.date:
            yield Finding(updated, say("The release was updated before its own date."))
        first = next(iter(release.publications), None)
        if first and release.updated < first.at:
            yield Finding(updated, say("The release was updated before it was published."))
    yield from _publications(doc, zone)


def _publications(doc: Communique, zone: str) -> Iterator[Finding]:
    release = doc.release
    moments = [publication.at for publication in release.publications]
    if release.date and moments and _day(moments[0], zone) < release.date.isoformat():
        where = Address(Part.RELEASE, field="date")
        yield Finding(where, say("The release was published before its own date."))
    if moments != sorted(moments):
        yield Finding(
            Address(Part.RELEASE, field="updated"), say("A later version was published before an earlier one.")
        )


def _day(moment: datetime, zone: str) -> str:
    return seen_in(moment, zone).date().isoformat()


def open_comments(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """R31: no comment is open when a release goes out."""
    count = sum(not comment.is_resolved for comment in doc.comments)
    if count:
        why = say_count("A comment is still open.", "{count} comments are still open.", count)
        stretches = doc.stretches(MarkKind.COMMENT)
        waiting = {comment.id for comment in doc.comments if not comment.is_resolved}
        place = next((each for each in stretches if each.mark.target in waiting), None)
        row = next((row for row in doc.rows if waiting & set(row.comments)), None)
        where = Address(Part.RELEASE)
        if place is not None:
            where = place.row.address(place.language, place.passage, place.mark.start, place.mark.end)
        elif row is not None:
            where = row.address()
        yield Finding(where, why)


RULES = (
    Rule("R05", Level.ERROR, say("Order of dates"), on_document=order_of_dates),
    Rule("R31", Level.ERROR, say("Open comments"), on_document=open_comments),
)
