"""What publication rests on: the order of dates, subjects, notices of withdrawal, comments answered."""

from collections.abc import Iterator
from datetime import datetime

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.moments import seen_in
from editor.model.passage import MarkKind
from editor.model.release import Action, Release, Status
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
        # An older one was out, and updated, by other means before it was published from here.
        is_older = first is not None and release.date is not None and release.date.isoformat() < _day(first.at, zone)
        if first and release.updated < first.at and not is_older:
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


def subjects(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """R20: a release has a topic or a keyword, so that newsrooms sort it; keywords alone stand in both languages."""
    if doc.release.topics:
        return
    keywords = doc.release.keywords
    if not (keywords.en or keywords.fr):
        yield Finding(Address(Part.RELEASE, field="topics"), say("The release has neither topic nor keyword."))
        return
    for language in Language:
        if not keywords[language]:
            yield Finding(Address(Part.RELEASE, field=f"keywords.{language.value}"), _NO_KEYWORDS[language])


_NO_KEYWORDS = {
    Language.EN: say("The release has keywords in French alone, and no topic."),
    Language.FR: say("The release has keywords in English alone, and no topic."),
}
_WITHDRAWN = {Status.CANCELED: Action.CANCEL, Status.WITHHELD: Action.WITHHOLD}


def notices_of_withdrawal(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """R23: what newsrooms hold is canceled or withheld with a notice in both languages that says why."""
    if not _is_to_be_withdrawn(doc.release):
        return
    for language in Language:
        if not doc.release.note[language].strip():
            yield Finding(Address(Part.RELEASE, field=f"note.{language.value}"), NO_NOTICE[language])


NO_NOTICE = {
    Language.EN: say("A cancellation or withdrawal needs a notice to editors in English."),
    Language.FR: say("A cancellation or withdrawal needs a notice to editors in French."),
}


def _is_to_be_withdrawn(release: Release) -> bool:
    """Whether the release is to be canceled or withheld, and newsrooms hold it and have not been told."""
    acts = [one.action for one in release.publications if one.action not in (Action.UPDATE, Action.CORRECTION)]
    return bool(acts) and release.status in _WITHDRAWN and acts[-1] is not _WITHDRAWN[release.status]


RULES = (
    Rule("R05", Level.ERROR, say("Order of dates"), on_document=order_of_dates),
    Rule("R20", Level.WARNING, say("Subjects"), on_document=subjects),
    Rule("R23", Level.ERROR, say("Notices of withdrawal"), on_document=notices_of_withdrawal),
    Rule("R31", Level.ERROR, say("Open comments"), on_document=open_comments),
)
