"""Kept: metadata of other producers for which there is no field, made independent of their catalogues.

A communiqué keeps each piece as one small XML element. Codes are written out as addresses, so that no foreign
catalogue is needed to understand them; what cannot be resolved stays as a literal. Only what is said of concepts and
in lines of text is kept (names, definitions, relations, rights), and where links lead.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from lxml import etree

from editor.errors import Unfit
from editor.newsml.addresses import is_safe
from editor.newsml.source import parse
from editor.newsml.vocabulary import LANG, NAR, nar
from editor.newsml.wording import one_line
from editor.words import Sentence, say

RIGHTS: Final = ("rightsInfo",)
LINKS: Final = ("link",)
ADMINISTRATIVE: Final = ("infoSource", "creator", "contributor", "altId")
DESCRIPTIVE: Final = ("genre", "subject", "description")
KINDS: Final = (RIGHTS, LINKS, ADMINISTRATIVE, DESCRIPTIVE)
"""What is kept, by the places it is published at, in their order."""
TITLES: Final[Mapping[str, Sentence]] = {
    "rightsInfo": say("Rights"),
    "link": say("Link"),
    "provider": say("Provider"),
    "infoSource": say("Source"),
    "creator": say("Author"),
    "contributor": say("Contributor"),
    "altId": say("Other identifier"),
    "genre": say("Genre"),
    "subject": say("Subject"),
    "description": say("Description"),
}
"""What the elements are called in the window."""
_WORDS = ("name", "definition")
_RELATED = ("sameAs", "broader")
_FACETS = ("mainConcept", "facetConcept")
_TERMS = ("copyrightNotice", "usageTerms")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+")
_TONGUE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_TYPE = re.compile(r"[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+")
_LONGEST = 100_000
_ADDRESSES = ("uri", "href", "residref", "literal")
"""What an element is known by besides its words, the best first."""

Resolve = Callable[[str], str]
"""Gives the address a QCode stands for, or nothing."""


def kept(element: etree._Element, resolve: Resolve, language: str = "") -> str:
    """Return an element of foreign metadata as it is kept; nothing where it is of no kind that can be.

    `language` is that of the item, for texts that name none. Whoever provided the item is kept as a source of what is
    said in it: the provider of what is published here is the house.
    """
    name = etree.QName(element).localname
    if element.tag == nar("provider"):
        name = "infoSource"
    elif element.tag != nar(name) or not any(name in names for names in KINDS):
        return ""
    made = etree.Element(nar(name), nsmap=_default())
    if name in RIGHTS:
        return _written(made) if _add_rights(made, element, resolve, language) else ""
    if name in LINKS:
        return _written(made) if _point(made, element, resolve) else ""
    if name in {"description", "altId"}:
        _qualify(made, element, resolve, ("role",) if name == "description" else ("type",))
        text = one_line(str(element.xpath("string()")))
        _say(made, text, element, language if name == "description" else "")
        return _written(made) if text else ""
    _identify(made, element, resolve)
    _qualify(made, element, resolve, ("type", "role") if name in ADMINISTRATIVE[1:] else ("type",))
    _add_words(made, element, language)
    if not made.attrib and len(made):
        # Told from the house's own by this.
        made.set("literal", made[0].text or "")
    for related in element.iterchildren(*map(nar, _RELATED)):
        other = etree.SubElement(made, str(related.tag))
        _identify(other, related, resolve)
        _add_words(other, related, language, ("name",))
    for facet in element.iterchildren(*map(nar, _FACETS)) if name in {"genre", "subject"} else ():
        other = etree.SubElement(made, str(facet.tag))
        _identify(other, facet, resolve)
        _qualify(other, facet, resolve, ("rel",) if facet.tag == nar("facetConcept") else ())
        _add_words(other, facet, language, ("name",))
    return _written(made) if made.attrib or len(made) else ""


def kept_elements(pieces: Iterable[str]) -> Iterator[etree._Element]:
    """Yield the elements of pieces that were kept, made again so that none can break what they are put into."""
    for piece in pieces:
        if len(piece) > _LONGEST:
            continue
        try:
            element = parse(piece.encode("utf-8", "replace"))
        except Unfit:
            continue
        again = kept(element, _unresolved)
        if again:
            yield etree.fromstring(again)


def kept_lines(pieces: Iterable[str], tell: Callable[[Sentence], str]) -> tuple[str, ...]:
    """Return pieces as lines to be read, each once. `tell` says a sentence in the language wanted."""
    return tuple(dict.fromkeys(_line(element, tell) for element in kept_elements(pieces)))


def _line(element: etree._Element, tell: Callable[[Sentence], str]) -> str:
    """Return an element that was kept as one line: what it is, its names or words, its address."""
    texts = (one_line(str(text)) for text in element.itertext())
    words = [", ".join(dict.fromkeys(filter(None, texts))), element.get("title", "")]
    words.append(next((found for name in _ADDRESSES if (found := element.get(name, ""))), ""))
    name = etree.QName(element).localname
    told = " · ".join(dict.fromkeys(filter(None, words)))
    return tell(say("{title} ({name}): {words}", title=TITLES[name], name=name, words=told))


def in_words(names: Iterable[str]) -> Sentence | str:
    """Return the names of elements as one list to be read, each in words where there are words for it."""
    told = (say("{title} ({name})", title=TITLES[name], name=name) if name in TITLES else name for name in names)
    *others, listed = told
    for each in reversed(others):
        listed = say("{first}, {rest}", first=each, rest=listed)
    return listed


def _unresolved(_code: str) -> str:
    return ""


def _default() -> dict[str, str]:
    return {None: NAR}  # type: ignore[dict-item]  # lxml's way of declaring a namespace without prefix


def _written(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode")


def _identify(made: etree._Element, element: etree._Element, resolve: Resolve) -> None:
    code = element.get("qcode", "")
    uri = element.get("uri", "") or (resolve(code) if code else "")
    if _URI.fullmatch(uri):
        made.set("uri", uri)
    literal = one_line(element.get("literal", "") or ("" if made.get("uri") else code))
    if literal:
        made.set("literal", literal)


def _qualify(made: etree._Element, element: etree._Element, resolve: Resolve, names: Iterable[str]) -> None:
    for name in names:
        code = element.get(name, "").split(" ")[0]
        uri = element.get(f"{name}uri", "") or (resolve(code) if code else "")
        if _URI.fullmatch(uri):
            made.set(f"{name}uri", uri)


def _add_rights(made: etree._Element, element: etree._Element, resolve: Resolve, language: str) -> bool:
    """Append who holds rights and on which terms; none where they are those of a part of the item only."""
    if element.get("idrefs"):
        return False
    _qualify(made, element, resolve, ("scope", "aspect"))
    holder = element.find(nar("copyrightHolder"))
    if holder is not None:
        other = etree.SubElement(made, nar("copyrightHolder"))
        _identify(other, holder, resolve)
        _add_words(other, holder, language, ("name",))
        if not other.attrib and not len(other):
            made.remove(other)
    _add_words(made, element, language, _TERMS)
    return bool(len(made))


def _point(made: etree._Element, element: etree._Element, resolve: Resolve) -> bool:
    """Make a link lead where another does; not where that runs or is nowhere."""
    _qualify(made, element, resolve, ("rel",))
    href, target = element.get("href", "").strip(), one_line(element.get("residref", ""))
    if _URI.fullmatch(href) and is_safe(href):
        made.set("href", href)
    if target:
        made.set("residref", target)
    if _TYPE.fullmatch(element.get("contenttype", "")):
        made.set("contenttype", element.get("contenttype", ""))
    title = one_line(
        element.get("title", "") or element.findtext(nar("title"), "") or element.findtext(nar("headline"), "")
    )
    if title:
        made.set("title", title)
    return "href" in made.attrib or "residref" in made.attrib


def _add_words(made: etree._Element, element: etree._Element, language: str, names: Iterable[str] = _WORDS) -> None:
    for child in element.iterchildren(*map(nar, names)):
        text = one_line(str(child.xpath("string()")))
        if text:
            _say(etree.SubElement(made, str(child.tag)), text, child, language)


def _say(made: etree._Element, text: str, element: etree._Element, language: str) -> None:
    tag = element.get(LANG) or language
    if _TONGUE.fullmatch(tag):
        made.set(LANG, tag)
    made.text = text
