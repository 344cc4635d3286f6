"""Elements: the few forms of element that every part of a message is made of."""

from collections.abc import Iterable

from lxml import etree

from editor.model.language import Bilingual, Language
from editor.model.profile import House
from editor.newsml.kept import kept_elements
from editor.newsml.vocabulary import CATALOGUE, LANG, NAR, STANDARD, STANDARD_VERSION, house_scheme, nar
from editor.newsml.wording import one_line


def add(parent: etree._Element, name: str, text: str = "", /, **attributes: str) -> etree._Element:
    """Append an element of NewsML-G2; empty attributes are left out, `lang` becomes xml:lang."""
    told = {LANG if key == "lang" else key: value for key, value in attributes.items() if value}
    element = etree.SubElement(parent, nar(name), told)
    if text:
        element.text = text
    return element


def add_names(parent: etree._Element, name: Bilingual[str], languages: Iterable[Language]) -> None:
    """Append the names in these languages; one without language where both are written alike."""
    line = name.each(one_line)
    if line.en == line.fr:
        if line.en:
            add(parent, "name", line.en)
        return
    for language in languages:
        if line[language]:
            add(parent, "name", line[language], lang=language.value)


def add_lines(
    parent: etree._Element, name: str, text: Bilingual[str], order: Iterable[Language], role: str = ""
) -> None:
    """Append one property a language, each with its xml:lang; empty ones are left out."""
    for language in order:
        line = one_line(text[language])
        if line:
            add(parent, name, line, lang=language.value, role=role)


def in_default(namespace: str) -> dict[str, str]:
    """Return the map that declares a namespace without a prefix: some receivers read names as they are written."""
    return {None: namespace}  # type: ignore[dict-item]  # lxml's way of saying so; its types know only prefixes


def add_kept(parent: etree._Element, pieces: Iterable[str], names: Iterable[str]) -> None:
    """Append the foreign metadata that goes here, as it was kept."""
    wanted = {nar(name) for name in names}
    for element in kept_elements(pieces):
        if element.tag in wanted:
            parent.append(element)


def start_item(name: str, guid: str, version: int, language: Language) -> etree._Element:
    """Return the root of an item, the attributes every item has on it."""
    item = etree.Element(nar(name), nsmap=in_default(NAR))
    item.set("standard", STANDARD)
    item.set("standardversion", STANDARD_VERSION)
    item.set("conformance", "power")
    item.set("guid", guid)
    item.set("version", str(version))
    item.set(LANG, language.value)
    return item


def add_catalogues(item: etree._Element, house: House, aliases: Iterable[str]) -> None:
    """Append IPTC's catalogue by reference and the house's own in full, so that no code needs a network."""
    add(item, "catalogRef", href=CATALOGUE)
    catalogue = add(item, "catalog")
    for alias in aliases:
        add(catalogue, "scheme", alias=alias, uri=house_scheme(house, alias))
