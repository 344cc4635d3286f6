"""Kept: metadata of other producers for which there is no field, made independent of their catalogues.

A communiqué keeps each piece as one small XML element. Codes are written out as addresses, so that no foreign
catalogue is needed to understand them; what cannot be resolved stays as a literal. Only what is said of concepts and
in lines of text is kept: names, definitions, relations.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from lxml import etree

from editor.errors import Unfit
from editor.newsml.source import parse
from editor.newsml.vocabulary import LANG, NAR, nar
from editor.newsml.wording import one_line

ADMINISTRATIVE: Final = ("infoSource", "creator", "contributor")
DESCRIPTIVE: Final = ("genre", "subject", "description")
_WORDS = ("name", "definition")
_RELATED = ("sameAs", "broader")
_FACETS = ("mainConcept", "facetConcept")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+")
_TONGUE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_LONGEST = 100_000

Resolve = Callable[[str], str]
"""Gives the address a QCode stands for, or nothing."""


def kept(element: etree._Element, resolve: Resolve, language: str = "") -> str:
    """Return an element of foreign metadata as it is kept; nothing where it is of no kind that can be.

    `language` is that of the item, for texts that name none.
    """
    name = etree.QName(element).localname
    if element.tag != nar(name) or name not in (*ADMINISTRATIVE, *DESCRIPTIVE):
        return ""
    made = etree.Element(nar(name), nsmap=_default())
    if name == "description":
        _qualify(made, element, resolve, ("role",))
        text = one_line(str(element.xpath("string()")))
        _say(made, text, element, language)
        return _written(made) if text else ""
    _identify(made, element, resolve)
    _qualify(made, element, resolve, ("type", "role") if name in ADMINISTRATIVE[1:] else ("type",))
    _add_words(made, element, language)
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


def kept_line(element: etree._Element) -> str:
    """Return an element that was kept as one line to be read: what it is, its names or words, its address."""
    names = [one_line(str(child.xpath("string()"))) for child in element.iterchildren(nar("name"))]
    words = [", ".join(dict.fromkeys(names)) or one_line(element.text or "")]
    words.append(element.get("uri", "") or element.get("literal", ""))
    return f"{etree.QName(element).localname}: {' · '.join(filter(None, words))}"


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
