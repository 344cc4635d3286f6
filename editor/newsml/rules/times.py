"""Times: zones, order, embargo. Rules N13 to N17."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from lxml import etree

from editor.newsml.paper import Fault, Item, Level, Paper, language_at, moment_of, time_told, words_of
from editor.newsml.vocabulary import nar
from editor.words import say

_TIMES = tuple(
    nar(name)
    for name in ("sent", "versionCreated", "firstCreated", "embargoed", "contentCreated", "contentModified", "expires")
)
_SLACK = timedelta(minutes=5)
"""What the clocks of two offices may differ by."""


def zones(paper: Paper) -> Iterator[Fault]:
    """N13: every time bears its zone, and the offset that holds in the office on that day."""
    offices = {id(item.element): _zone(paper, item) for item in paper.items}
    for element in paper.root.iter(*_TIMES):
        moment = moment_of(element.text or "")
        if moment is None:
            continue
        if moment.tzinfo is None:
            yield paper.fault(
                "N13", Level.ERROR, element, say("This time has no zone: {time}.", time=element.text or "")
            )
            continue
        zone = next((offices[id(up)] for up in element.iterancestors() if id(up) in offices), None)
        if zone is not None and moment.astimezone(zone).utcoffset() != moment.utcoffset():
            message = say(
                "The offset of {time} is not that of {zone} on this day.", time=element.text or "", zone=zone.key
            )
            yield paper.fault("N13", Level.WARNING, element, message)


def order(paper: Paper) -> Iterator[Fault]:
    """N14: made, changed, issued, in this order, and not in the future."""
    for item in paper.items:
        created = _moment(item, "itemMeta/firstCreated")
        version = _moment(item, "itemMeta/versionCreated")
        first, changed = _moment(item, "contentMeta/contentCreated"), _moment(item, "contentMeta/contentModified")
        where = item.find("itemMeta/versionCreated")
        if where is None or version is None:
            continue
        if created is not None and created > version:
            yield paper.fault("N14", Level.ERROR, where, say("This version is older than the first one."))
        if first is not None and changed is not None and _day(first, item) > changed:
            message = say("The text was changed before the date of the release.")
            yield paper.fault("N14", Level.ERROR, _at(item, "contentMeta/contentModified"), message, "updated")
        elif first is not None and _day(first, item) > version and changed is None and not item.is_ours:
            message = say("The content is younger than this version of the item.")
            yield paper.fault("N14", Level.WARNING, _at(item, "contentMeta/contentCreated"), message, "date")
        if changed is not None and changed > version:
            message = say("The text was changed after this version was issued.")
            yield paper.fault("N14", Level.ERROR, _at(item, "contentMeta/contentModified"), message, "updated")
        if version > paper.context.at + _SLACK:
            yield paper.fault("N14", Level.WARNING, where, say("This version is issued in the future."))


def embargoes(paper: Paper) -> Iterator[Fault]:
    """N15, N16: an embargo is a time, and one to come when the version is issued."""
    for item in paper.items:
        embargoed = item.find("itemMeta/embargoed")
        if embargoed is None:
            continue
        text = (embargoed.text or "").strip()
        if not text:
            message = say("The embargo is empty: half of the receivers take that for no embargo.")
            yield paper.fault("N15", Level.ERROR, embargoed, message, "embargo")
            continue
        until, version = _moment(item, "itemMeta/embargoed"), _moment(item, "itemMeta/versionCreated")
        if until is not None and version is not None and until <= version:
            message = say("The embargo ends before this version is issued.")
            yield paper.fault("N16", Level.WARNING, embargoed, message, "embargo")


def agreement(paper: Paper) -> Iterator[Fault]:
    """N17: one embargo on all items of a release, usable with it, and said in words in both languages."""
    ours = [item for item in paper.items if item.is_ours]
    ends = {_moment(item, "itemMeta/embargoed") for item in ours if item.status != "stat:canceled"}
    for item in ours:
        embargoed = item.find("itemMeta/embargoed")
        meta = item.find("itemMeta")
        if len(ends) > 1 and item.status != "stat:canceled" and meta is not None:
            yield paper.fault("N17", Level.ERROR, meta, say("The items of the release differ in embargo."), "embargo")
        if embargoed is None:
            continue
        if item.status not in {"stat:usable", ""}:
            message = say("What is withheld or cancelled bears no embargo.")
            yield paper.fault("N17", Level.ERROR, embargoed, message, "embargo")
        notes = [(language_at(note), words_of(note).casefold()) for note in item.all("itemMeta/edNote")]
        if item.kind == "newsItem" and item.item_class == "ninat:picture":
            continue
        told = {tag[:2] for tag, text in notes if "embargo" in text}
        # A note without a language of its own has the item's; one in both at once tells both.
        both = any("embargo" in text and " / " in text for _, text in notes)
        if not both and not {"en", "fr"} <= told:
            message = say("The note to editors does not say the embargo in words in both languages.")
            yield paper.fault("N17", Level.WARNING, embargoed, message, "embargo")


def _moment(item: Item, path: str) -> datetime | None:
    moment = time_told(item.text(path))
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment


def _day(moment: datetime, item: Item) -> datetime:
    # A bare date begins when its day begins in the first zone of the world: it never comes too late.
    return moment - timedelta(hours=14) if "T" not in item.text("contentMeta/contentCreated") else moment


def _at(item: Item, path: str) -> etree._Element:
    found = item.find(path)
    return item.element if found is None else found


def _zone(paper: Paper, item: Item) -> ZoneInfo | None:
    profile = paper.context.profile_of(item.house) if item.house else None
    return ZoneInfo(profile.zone) if profile is not None else None


RULES = (zones, order, embargoes, agreement)
