"""Messages: rights, the header, urgency. Rules N36 to N38."""

import re
from collections.abc import Iterator

from editor.newsml.paper import Fault, Item, Level, Paper, moment_of
from editor.newsml.vocabulary import nar
from editor.words import say

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def rights(paper: Paper) -> Iterator[Fault]:
    """N36: who holds the rights, since when, and on which terms."""
    for item in paper.items:
        if item.kind not in {"newsItem", "packageItem"}:
            continue
        where = item.find("rightsInfo")
        if where is None:
            yield paper.fault("N36", Level.WARNING, item.element, say("The item says nothing of rights."), _house(item))
            continue
        wanted = ["copyrightHolder", "copyrightNotice"] + ["usageTerms"] * (item.kind == "newsItem")
        missing = [name for name in wanted if where.find(nar(name)) is None]
        if missing:
            message = say("The rights lack {names}.", names=", ".join(missing))
            yield paper.fault("N36", Level.WARNING, where, message, _house(item))
        year, created = (
            _YEAR.findall(where.findtext(nar("copyrightNotice"), "")),
            item.text("contentMeta/contentCreated"),
        )
        if year and created and item.is_ours and created[:4] not in year:
            message = say("The year of the copyright is not that of the release.")
            yield paper.fault("N36", Level.WARNING, where, message, "date")


def header(paper: Paper) -> Iterator[Fault]:
    """N37: a message is sent after its items were issued, and can be told from others."""
    if paper.root.tag != nar("newsMessage"):
        return
    head = paper.header
    if head is None:
        yield paper.fault("N37", Level.WARNING, paper.root, say("The message has no header."))
        return
    sent = moment_of(head.findtext(nar("sent"), ""))
    for item in paper.items:
        issued = moment_of(item.text("itemMeta/versionCreated"))
        if sent and issued and sent.tzinfo and issued.tzinfo and sent < issued:
            message = say("The message was sent before one of its items was issued.")
            yield paper.fault("N37", Level.ERROR, head, message)
            break
    if not head.findtext(nar("transmitId"), "").strip():
        yield paper.fault("N37", Level.WARNING, head, say("The message has no identifier of its own (transmitId)."))
    priority = head.findtext(nar("priority"))
    if priority is not None and not re.fullmatch("[1-9]", priority.strip()):
        yield paper.fault("N37", Level.WARNING, head, say("The priority is not a number from 1 to 9."))


def urgency(paper: Paper) -> Iterator[Fault]:
    """N38: urgency is 1 to 9, and 9 is left to what is cancelled."""
    for item in paper.items:
        where = item.find("contentMeta/urgency")
        if where is None:
            continue
        value = (where.text or "").strip()
        if not re.fullmatch("[1-9]", value):
            yield paper.fault("N38", Level.WARNING, where, say("The urgency is not a number from 1 to 9."), "urgency")
        elif value == "9" and item.status != "stat:canceled":
            message = say("An urgency of 9 is usual for cancellations only.")
            yield paper.fault("N38", Level.WARNING, where, message, "urgency")


def _house(item: Item) -> str:
    return "profile" if item.is_ours else ""


RULES = (rights, header, urgency)
