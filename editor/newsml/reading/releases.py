"""Releases: the facts about a release, and what was published of it, out of its items."""

from collections.abc import Mapping
from datetime import UTC, datetime

from editor.model.contact import Contact
from editor.model.language import Bilingual, Language
from editor.model.release import Action, Publication, Release, Status
from editor.newsml.paper import Item, Paper, number_of
from editor.newsml.reading.facts import code, country, day, lines, moment, notes, plain_name, topics
from editor.newsml.vocabulary import nar
from editor.newsml.wording import one_line

STATUSES = {"usable": Status.PUBLISHED, "withheld": Status.WITHHELD, "canceled": Status.CANCELED}
"""What a release is by the publishing status of its texts, a code of the scheme `stat`."""
_WAYS = ("note", "phone", "email")
_MAKERS = ("creator", "contributor", "infoSource")
_NOTES = frozenset({"cmqnote:note", "cmqnote:correction"})


def release_of(paper: Paper, texts: Mapping[Language, Item]) -> Release:
    """Return the facts about a release of ours."""
    item = next(iter(texts.values()))
    place: Bilingual[str] = Bilingual("", "")
    keywords: Bilingual[tuple[str, ...]] = Bilingual((), ())
    contact = Contact()
    for language, text in texts.items():
        place = place.having(language, place_of(text))
        keywords = keywords.having(language, tuple(lines(text, "contentMeta/keyword")))
        contact = contact.having(language, contact_of(text))
    usual = Release()
    status = item.status.partition(":")[2]
    return Release(
        profile=item.house or usual.profile,
        reference=reference_of(item),
        date=day(item),
        updated=moment(item, "contentMeta/contentModified"),
        place=place,
        country=country(item),
        embargo=moment(item, "itemMeta/embargoed"),
        status=STATUSES.get(status, usual.status),
        urgency=urgency_of(item),
        topics=topics(item),
        keywords=keywords,
        genre=code(item, "contentMeta/genre"),
        service=code(item, "itemMeta/service"),
        contact=contact,
        publications=_publications(paper, item),
    )


def action_told(status: str, signal: str, version: int) -> Action:
    """Return what a publication did, as far as its file tells."""
    if status == "canceled":
        return Action.CANCEL
    if status == "withheld":
        return Action.WITHHOLD
    if signal == "correction":
        return Action.CORRECTION
    return Action.NEW if version == 1 and not signal else Action.UPDATE


def place_of(item: Item) -> str:
    """Return the name of the place an item is from."""
    located = item.find("contentMeta/located")
    return plain_name(located) if located is not None else ""


def contact_of(item: Item) -> Contact:
    """Return whom one may ask about an item, in whatever language it is: the first who made it and can be reached.

    Without a note of whom to ask for, that is who is reached; an office of ours always has one where it has a name.
    """
    for owner in (each for name in _MAKERS for each in item.all(f"contentMeta/{name}")):
        for details in ("personDetails", "organisationDetails"):
            reached = owner.find(f"{nar(details)}/{nar('contactInfo')}")
            if reached is not None:
                ways = [one_line(reached.findtext(nar(name), "")) for name in _WAYS]
                if not item.is_ours and any(ways):
                    ways[0] = ways[0] or plain_name(owner)
                return Contact(*(Bilingual(way, way) for way in ways))
    return Contact()


def reference_of(item: Item) -> str:
    """Return the reference of a release of ours."""
    for alternative in item.all("contentMeta/altId"):
        if alternative.get("type") == "cmqprop:reference":
            return one_line(alternative.text or "")
    return ""


def urgency_of(item: Item) -> int | None:
    """Return the urgency of an item; None where it says none that there is."""
    text = item.text("contentMeta/urgency")
    return int(text) if text in set("123456789") else None


def _publications(paper: Paper, item: Item) -> tuple[Publication, ...]:
    version = number_of(item.version) or 1
    at = moment(item, "itemMeta/versionCreated") or datetime(1970, 1, 1, tzinfo=UTC)
    first = moment(item, "itemMeta/firstCreated") or at
    member = item.find("itemMeta/memberOf")
    guid = member.get("uri", "") if member is not None else item.guid
    shape = _shape(paper, item)
    signal = next((each.get("qcode", "").removeprefix("sig:") for each in item.all("itemMeta/signal")), "")
    last = Publication(
        version,
        action_told(item.status.partition(":")[2], signal, version),
        at,
        shape,
        identifier=guid,
        embargo=moment(item, "itemMeta/embargoed"),
        note=notes(item, _NOTES),
    )
    return (last,) if version == 1 else (Publication(1, Action.NEW, first, shape, identifier=guid), last)


def _shape(paper: Paper, item: Item) -> str:
    if any(each.kind == "packageItem" for each in paper.items) or len(paper.texts) > 1:
        return "bilingual"
    tag = item.language[:2]
    return tag if paper.root.tag == nar("newsMessage") else f"item-{tag}"
