"""Languages: every text says which it is in, and headlines are ones receivers can use. Rules N20 to N24."""

import re
from collections.abc import Iterator

from lxml import etree

from editor.model.language import Language
from editor.newsml.paper import Fault, Item, Level, Paper, bodies, language_at, words_of
from editor.newsml.vocabulary import LANG, iptc_schemes, nar
from editor.words import say

_TAG = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*"
    r"(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+",
    re.IGNORECASE,
)
"""BCP 47 (RFC 5646), section 2.1, without the tags grandfathered there."""
_OURS = frozenset(language.value for language in Language)
_LINE_ENDS = re.compile("[\n\r\u2028\u2029\x85]")


def tags(paper: Paper) -> Iterator[Fault]:
    """N20: language tags are well formed (BCP 47), and an item, its language and its body name the same one."""
    for element, tag in paper.census.tags:
        if tag not in _OURS and tag and not _TAG.fullmatch(tag):
            yield paper.fault("N20", Level.ERROR, element, say("“{tag}” is not a language tag.", tag=tag))
    for item in paper.items:
        if item.kind == "newsItem" and item.item_class == "ninat:text":
            yield from _one_language(paper, item)


def _one_language(paper: Paper, item: Item) -> Iterator[Fault]:
    told = [(each, each.get("tag", "")) for each in item.all("contentMeta/language")]
    told += [(html, html.get(name, "")) for html in item.texts for name in ("lang", LANG) if html.get(name)]
    told += [(part.element, language_at(part.element)) for part in item.parts]
    for element, tag in told:
        if _differ(tag.lower(), item.language, exactly=item.is_ours):
            message = say("The item is in “{one}”, this says “{other}”.", one=item.language or "?", other=tag)
            yield paper.fault("N20", Level.ERROR, element, message)
    if item.is_ours and not item.all("contentMeta/language"):
        yield paper.fault("N20", Level.ERROR, item.element, say("The item does not say which language it is in."))


def _differ(one: str, other: str, *, exactly: bool) -> bool:
    if exactly:
        return one != other
    # Foreign items often name the region in one place and not in the other.
    return bool(one and other) and one.partition("-")[0] != other.partition("-")[0]


def true_language(paper: Paper) -> Iterator[Fault]:
    """N21: the words of the body are of the language it names."""
    for item in paper.items:
        for body in bodies(item):
            found = paper.context.language_of(words_of(body))
            named = item.language[:2]
            if found is not None and named in _OURS and found.value != named:
                message = say(
                    "The words of the text are not in the language the item names, “{tag}”.", tag=item.language
                )
                yield paper.fault("N21", Level.WARNING, body, message)


def headlines(paper: Paper) -> Iterator[Fault]:
    """N22: one headline without a role, in the item's language, on one line: receivers show the last they find."""
    for item in paper.items:
        if item.kind not in {"newsItem", "packageItem"} or (item.item_class == "ninat:picture" and not item.is_ours):
            continue
        meta = item.find("contentMeta")
        plain = [line for line in item.all("contentMeta/headline") if line.get("role") is None]
        # The headline of a picture is what it shows, no headline of the release.
        side = f"headline.{item.language[:2]}" if item.is_ours and item.item_class != "ninat:picture" else ""
        if len(plain) != 1:
            where = item.element if meta is None else meta
            message = say("The item has no headline.") if not plain else say("The item has more than one headline.")
            yield paper.fault("N22", item.strict, where, message, side)
        for line in plain:
            text = words_of(line)
            if not text.strip():
                yield paper.fault("N22", item.strict, line, say("The headline is empty."), side)
            elif text != text.strip() or _LINE_ENDS.search(text):
                message = say("The headline holds line breaks, or spaces at its ends.")
                yield paper.fault("N22", item.strict, line, message, side)
            elif _differ(language_at(line), item.language, exactly=item.is_ours):
                message = say("The headline is not in the language of the item.")
                yield paper.fault("N22", item.strict, line, message, side)


def repetitions(paper: Paper) -> Iterator[Fault]:
    """N23: nothing is said twice in one role and one language."""
    said: set[tuple[int, str, str, str]] = set()
    for element, name in paper.census.lines:
        parent = element.getparent()
        role = element.get("role", "")
        key = (id(parent), name, role, element.get(LANG, ""))
        # That there are two headlines without a role is said by N22.
        if key in said and (role or name != "headline"):
            message = say("The same is said twice in one role and one language; receivers keep one of them.")
            yield paper.fault("N23", Level.WARNING, element, message)
        said.add(key)


def names(paper: Paper) -> Iterator[Fault]:
    """N24: the first name of anything is in the item's language; the genre has an English one."""
    for item in paper.items:
        told: set[int] = set()
        for first in item.element.iter(nar("name")):
            owner = first.getparent()
            if owner is None or id(owner) in told or owner.tag == nar("assert"):
                continue
            told.add(id(owner))
            own = first.get(LANG)
            if own is not None and own.lower() != item.language and item.language in _languages(owner):
                message = say("The name in the language of the item should come first.")
                yield paper.fault("N24", Level.WARNING, first, message)
        yield from _genres(paper, item)


def _genres(paper: Paper, item: Item) -> Iterator[Fault]:
    genres = iptc_schemes()["genre"].uri
    for genre in item.all("contentMeta/genre"):
        is_iptc = item.uri_of(genre.get("qcode", "")).startswith(genres)
        tongues = [language_at(each) for each in genre.findall(nar("name"))]
        if is_iptc and tongues and not any(tongue.startswith("en") for tongue in tongues):
            message = say("The genre has no English name; some receivers take no other.")
            yield paper.fault("N24", Level.WARNING, genre, message)


def _languages(owner: etree._Element) -> set[str]:
    return {each.get(LANG, "").lower() for each in owner.findall(nar("name"))}


RULES = (tags, true_language, headlines, repetitions, names)
