"""Identity: identifiers, versions, the standard an item follows, what kind it is. Rules N07, N09 to N12, N42."""

import re
from collections.abc import Iterator

from editor.newsml.identifiers import UNNUMBERED
from editor.newsml.paper import Fault, Item, Level, Paper, number_of
from editor.newsml.vocabulary import NAR, STANDARD, STANDARD_VERSION, nar
from editor.words import say

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_TAG = re.compile(r"tag:([^,:]+),(\d{4})(?:-\d\d(?:-\d\d)?)?:\S*")
_VERSIONED = re.compile(r"(?i)[:/;_.-]v(?:er(?:sion)?)?[.:_-]?\d+$")
_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
_CLASSES = {"ninat:text": ("inlineXML", "inlineData"), "ninat:picture": ("remoteContent",)}


def contents(paper: Paper) -> Iterator[Fault]:
    """N07: the class of an item fits what it holds (NewsML-G2 2.35, itemClass)."""
    for item in paper.items:
        holds = item.find("contentSet")
        wanted = _CLASSES.get(item.item_class, ())
        where = item.find("itemMeta/itemClass")
        if where is None:
            continue
        is_package = item.item_class == "ninat:composite"
        if item.kind in {"packageItem", "newsItem"} and item.item_class and is_package != (item.kind == "packageItem"):
            message = say("“{code}” is not the class of such an item.", code=item.item_class)
            yield paper.fault("N07", Level.ERROR, where, message)
        elif wanted and holds is None and item.is_ours:
            yield paper.fault("N07", Level.ERROR, where, say("The item has no content."))
        elif (
            wanted
            and holds is not None
            and len(holds)
            and not any(holds.find(nar(name)) is not None for name in wanted)
        ):
            message = say("What the item holds does not fit its class, “{code}”.", code=item.item_class)
            yield paper.fault("N07", Level.ERROR, where, message)


def identifiers(paper: Paper) -> Iterator[Fault]:
    """N09: the identifier of an item is an absolute URI (RFC 4151 for tag:) and its alone."""
    seen: set[tuple[str, str]] = set()
    for item in paper.items:
        tag = _TAG.fullmatch(item.guid)
        if not _ABSOLUTE.fullmatch(item.guid) or (item.guid.startswith("tag:") and tag is None):
            message = say("“{guid}” is not an identifier for good: an absolute URI is wanted.", guid=item.guid)
            yield paper.fault("N09", Level.ERROR, item.element, message, "profile" if item.is_ours else "")
        elif tag is not None and int(tag[2]) > paper.context.at.year:
            message = say("The identifier bears a year that has not come yet: {guid}.", guid=item.guid)
            yield paper.fault("N09", Level.ERROR, item.element, message, "date")
        elif item.is_ours and f":{UNNUMBERED}" in item.guid:
            message = say("A release without a reference has no identifier.")
            yield paper.fault("N09", Level.ERROR, item.element, message, "reference")
        elif (item.guid, item.version) in seen:
            message = say("Two items of the message bear this identifier: {guid}.", guid=item.guid)
            yield paper.fault("N09", Level.ERROR, item.element, message)
        elif _VERSIONED.search(item.guid):
            message = say(
                "The identifier seems to hold a version; it must stay the same for life: {guid}.", guid=item.guid
            )
            yield paper.fault("N09", item.strict, item.element, message, "reference")
        seen.add((item.guid, item.version))


def versions(paper: Paper) -> Iterator[Fault]:
    """N10, N11: the version is written, greater than the last published, and the same in all items of a release."""
    for item in paper.items:
        last, number = paper.context.published.get(item.guid, 0), number_of(item.version)
        if not item.version:
            yield paper.fault("N10", item.strict, item.element, say("The item does not say which version it is."))
        elif number is not None and number <= last:
            message = say("Version {version} of this item has been published already.", version=last)
            yield paper.fault("N10", Level.ERROR, item.element, message)
    for package in paper.items:
        if package.kind != "packageItem" or not package.is_ours:
            continue
        for item in paper.texts:
            same = (item.version, item.text("itemMeta/versionCreated"))
            if _release(item) == package.guid and same != (package.version, package.text("itemMeta/versionCreated")):
                message = say("The text and the package differ in version or in the time of this version.")
                yield paper.fault("N11", Level.WARNING, item.element, message)


def standards(paper: Paper) -> Iterator[Fault]:
    """N12: the item names the standard, the version checked against, and the conformance its parts need."""
    for item in paper.items:
        if item.element.get("standard") != STANDARD:
            message = say("The item does not name the standard “{name}”.", name=STANDARD)
            yield paper.fault("N12", Level.ERROR, item.element, message)
        version = item.element.get("standardversion", "")
        wanted = paper.context.schema or STANDARD_VERSION
        if version != wanted and (item.is_ours or _number(version) > _number(wanted)):
            message = say(
                "The item follows version {one} of the standard, not {other}.", one=version or "?", other=wanted
            )
            yield paper.fault("N12", Level.ERROR, item.element, message)
        power = next((name for name in ("partMeta", "assert") if item.find(name) is not None), "")
        if power and item.element.get("conformance", "core") != "power":
            message = say("An item with {name} must say that it conforms to “power”.", name=power)
            yield paper.fault("N12", Level.ERROR, item.element, message)


def locations(paper: Paper) -> Iterator[Fault]:
    """N42: xsi:schemaLocation is absent, or names the schema of the standard."""
    for element in (paper.root, *(item.element for item in paper.items if item.element is not paper.root)):
        value = element.get(_LOCATION)
        if value is not None and (len(value.split()) % 2 or NAR not in value.split()[::2]):
            message = say("The place given for the schema is not a pair of namespace and address.")
            yield paper.fault("N42", Level.WARNING, element, message)


def _release(item: Item) -> str:
    member = item.find("itemMeta/memberOf")
    return member.get("uri", "") if member is not None else ""


def _number(version: str) -> tuple[int, ...]:
    return tuple(number for part in version.split(".") if (number := number_of(part)) is not None)


RULES = (contents, identifiers, versions, standards, locations)
