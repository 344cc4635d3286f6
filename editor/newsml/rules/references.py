"""References: identifiers inside the document, groups, links between items. Rules N25 to N28."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from editor.newsml.paper import Fault, Item, Level, Paper
from editor.newsml.vocabulary import TRANSLATION, nar
from editor.words import say


def ids(paper: Paper) -> Iterator[Fault]:
    """N25: an id is given once in the whole document; what is referred to is there (xs:ID, xs:IDREFS).

    Only xml:id makes an element of XHTML something to refer to; a plain id there is seen by no schema.
    """
    given: Counter[str] = Counter()
    for element, name in paper.census.ids:
        given[name] += 1
        if given[name] == 2:
            message = say("The id “{id}” is given twice in the document.", id=name)
            yield paper.fault("N25", Level.ERROR, element, message)
    for element, name in paper.census.pointers:
        if name not in paper.census.targets:
            message = say("“{id}” is referred to, but nothing in the document bears it.", id=name)
            yield paper.fault("N25", Level.ERROR, element, message)


def groups(paper: Paper) -> Iterator[Fault]:
    """N26: a package has its root group, no group leads back to itself, every group is reached."""
    for item in paper.items:
        for group_set in item.all("groupSet"):
            yield from _walk(paper, group_set)
        for group in item.all("groupSet/group"):
            if group.get("mode") == "pgrmod:alt" and item.is_ours:
                kinds = {_class(ref) for ref in group.findall(nar("itemRef"))}
                if len(kinds) > 1:
                    message = say("The alternatives of a group should differ in language alone.")
                    yield paper.fault("N26", Level.WARNING, group, message)


def _walk(paper: Paper, group_set: etree._Element) -> Iterator[Fault]:
    known = {group.get("id", ""): group for group in group_set.findall(nar("group"))}
    root = group_set.get("root", "")
    if root not in known:
        yield paper.fault("N26", Level.ERROR, group_set, say("The package has no root group “{id}”.", id=root))
        return
    reached, open_, stack = set[str](), set[str](), [(root, False)]
    while stack:
        name, is_done = stack.pop()
        if is_done:
            open_.discard(name)
            continue
        reached.add(name)
        open_.add(name)
        stack.append((name, True))
        for ref in known[name].findall(nar("groupRef")):
            target = ref.get("idref", "")
            if target in open_:
                message = say("The group “{id}” leads back to itself.", id=target)
                yield paper.fault("N26", Level.ERROR, ref, message)
            elif target in known and target not in reached:
                stack.append((target, False))
    for name, group in known.items():
        if name not in reached:
            yield paper.fault("N26", Level.ERROR, group, say("No group leads to the group “{id}”.", id=name))


def targets(paper: Paper) -> Iterator[Fault]:
    """N27: what our items refer to is in the message, or known to be published, in that version."""
    held = {item.guid: item.version for item in paper.items}
    for item in paper.items:
        if not item.is_ours:
            continue
        # A link without a code is one that was kept of another producer's item.
        own = (link for link in item.all("itemMeta/link") if link.get("rel"))
        for ref in (*item.all("groupSet/group/itemRef"), *own):
            guid, version = ref.get("residref", ""), ref.get("version", "")
            if guid in held and version and version != held[guid]:
                message = say(
                    "The message holds version {one} of this item, not {other}.", one=held[guid], other=version
                )
                yield paper.fault("N27", Level.ERROR, ref, message)
            elif guid and guid not in held and guid not in paper.context.published:
                message = say("This item is neither in the message nor known to be published: {guid}.", guid=guid)
                yield paper.fault("N27", Level.WARNING, ref, message)


def translations(paper: Paper) -> Iterator[Fault]:
    """N28: translations point at each other, and are in different languages."""
    texts = {item.guid: item for item in paper.texts}
    for item in paper.texts:
        for link in item.all("itemMeta/link"):
            other = texts.get(link.get("residref", "")) if link.get("rel") == TRANSLATION else None
            if other is None:
                continue
            if other.language == item.language:
                message = say("A text and its translation are in the same language.")
                yield paper.fault("N28", Level.ERROR, link, message)
            elif item.guid not in _translations(other):
                message = say("The translation does not point back at this text.")
                yield paper.fault("N28", Level.ERROR, link, message)


def _translations(item: Item) -> set[str]:
    return {link.get("residref", "") for link in item.all("itemMeta/link") if link.get("rel") == TRANSLATION}


def _class(ref: etree._Element) -> str:
    found = ref.find(nar("itemClass"))
    return found.get("qcode", "") if found is not None else ""


RULES = (ids, groups, targets, translations)
