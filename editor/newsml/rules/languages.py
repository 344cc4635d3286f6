"""Languages: every text says which it is in, and headlines are ones receivers can use. Rules N20 to N24."""

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from editor.model.language import Language
from editor.newsml.paper import Fault, Item, Level, Paper, bodies, elements_of, language_at, words_of
from editor.newsml.vocabulary import LANG, iptc_schemes, nar
from editor.words import say

_TAG = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*"
    r"(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+",
    re.IGNORECASE,
)
"""BCP 47 (RFC 5646), section 2.1, without the tags grandfathered there."""
_UNIQUE = tuple(nar(name) for name in ("name", "title", "description", "usageTerms", "definition", "headline"))
_LINE_ENDS = re.compile("[\n\r\u2028\u2029\x85]")


def tags(paper: Paper) -> Iterator[Fault]:
    """N20: language tags are well formed (BCP 47), and an item, its language and its body name the same one."""
    for element in paper.root.iter(etree.Element):
        for tag in (element.get(LANG), element.get("tag") if element.tag == nar("language") else None):
            if tag is not None and tag and not _TAG.fullmatch(tag):
                yield paper.fault("N20", Level.ERROR, element, say("“{tag}” is not a language tag.", tag=tag))
    for item in paper.items:
        if item.kind == "newsItem" and item.item_class == "ninat:text":
            yield from _one_language(paper, item)


def _one_language(paper: Paper, item: Item) -> Iterator[Fault]:
    told = [(each, each.get("tag", "")) for each in item.all("contentMeta/language")]
    told += [(html, html.get(name, "")) for html in item.texts for name in ("lang", LANG) if html.get(name)]
    told += [(part, language_at(part)) for part in item.all("partMeta")]
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
            if found is not None and named in {language.value for language in Language} and found.value != named:
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
        side = f"headline.{item.language[:2]}" if item.is_ours else ""
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
    for item in paper.items:
        for element in elements_of(item.element):
            if not len(element):
                continue
            said: Counter[tuple[str, str, str]] = Counter()
            for child in element.iterchildren(*_UNIQUE):
                key = (str(child.tag), child.get("role", ""), child.get(LANG, ""))
                said[key] += 1
                is_headline = child.tag == nar("headline") and not key[1]
                if said[key] == 2 and not is_headline:
                    message = say("The same is said twice in one role and one language; receivers keep one of them.")
                    yield paper.fault("N23", Level.WARNING, child, message)


def names(paper: Paper) -> Iterator[Fault]:
    """N24: the first name of anything is in the item's language; the genre has an English one."""
    genres = iptc_schemes()["genre"].uri
    for item in paper.items:
        for element in elements_of(item.element):
            first = element.find(nar("name"))
            if first is None or element.tag == nar("assert"):
                continue
            others = {each.get(LANG, "").lower() for each in element.findall(nar("name"))}
            if first.get(LANG) is not None and item.language in others and language_at(first) != item.language:
                message = say("The name in the language of the item should come first.")
                yield paper.fault("N24", Level.WARNING, first, message)
            is_genre = element.tag == nar("genre") and item.uri_of(element.get("qcode", "")).startswith(genres)
            if is_genre and not any(language_at(each).startswith("en") for each in element.findall(nar("name"))):
                message = say("The genre has no English name; some receivers take no other.")
                yield paper.fault("N24", Level.WARNING, element, message)


RULES = (tags, true_language, headlines, repetitions, names)
