"""Namespaces, codes and aliases of NewsML-G2, and the house's own, made from the house profile."""

from collections.abc import Mapping
from functools import cache
from typing import Final
from urllib.parse import quote, unquote

from editor.assets import resource_json
from editor.model.language import Language
from editor.model.profile import House
from editor.values import frozen

NAR: Final = "http://iptc.org/std/nar/2006-10-01/"
XHTML: Final = "http://www.w3.org/1999/xhtml"
NITF: Final = "http://iptc.org/std/NITF/2006-10-18/"
XML: Final = "http://www.w3.org/XML/1998/namespace"
LANG: Final = f"{{{XML}}}lang"
XML_ID: Final = f"{{{XML}}}id"

STANDARD: Final = "NewsML-G2"
STANDARD_VERSION: Final = "2.35"
CATALOGUE_VERSION: Final = 41
CATALOGUE: Final = f"http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_{CATALOGUE_VERSION}.xml"
NEWS_ITEM: Final = "application/vnd.iptc.g2.newsitem+xml"
BODY_TYPE: Final = "application/xhtml+xml"

MAIN: Final = Language.FR
"""The language of a bilingual message: its item comes first, and it names the release where only one name goes."""

GENERATOR: Final = "communique-editor"
PROFILE_VERSION: Final = "1.0"
PACKAGE_PROFILE: Final = "communique-bilingual"
PORTABLE_PROFILE: Final = "communique-text"
RICH_PROFILE: Final = "communique-rich"
PICTURE_PROFILE: Final = "communique-picture"
OUR_PROFILES: Final = (PACKAGE_PROFILE, PORTABLE_PROFILE, RICH_PROFILE, PICTURE_PROFILE)

GENRE: Final = "Press_Release"
"""NewsCodes, Genre: “promotional material or information provided to a news organisation”."""
SERVICE: Final = "pressrelease"
ORIGINAL: Final = "highRes"
"""NewsCodes, Rendition: the file of a picture that the others are made from."""
SHA_256: Final = "cmqhash:sha-256"
TRANSLATION: Final = "cmqrel:translation"
"""NewsCodes has no item relation for translations that could be found; one constant, to be replaced by it."""

HOUSE_ALIASES: Final[Mapping[str, str]] = {
    "cmqpers": "person/",
    "cmqorg": "organisation/",
    "cmqgeo": "place/",
    "cmqsvc": "service/",
    "cmqgrp": "grouprole/",
    "cmqrel": "itemrelation/",
    "cmqpart": "partrole/",
    "cmqdrol": "descriptionrole/",
    "cmqhrol": "headlinerole/",
    "cmqnrol": "namerole/",
    "cmqnote": "ednoterole/",
    "cmqgen": "gender/",
    "cmqhash": "hashtype/",
    "cmqprop": "property/",
}
"""Aliases of the house vocabularies and what is added to the base of its codes; the names never change."""
TEXT_ALIASES: Final = tuple(alias for alias in HOUSE_ALIASES if alias not in {"cmqgrp", "cmqhash"})
PACKAGE_ALIASES: Final = ("cmqsvc", "cmqgrp", "cmqnote", "cmqprop")
PICTURE_ALIASES: Final = ("cmqpers", "cmqsvc", "cmqdrol", "cmqnote", "cmqhash", "cmqprop")

_SAFE = "-._~!$&'()*+,;=@"


@frozen
class Scheme:
    """One alias of IPTC's catalogue: the scheme it stands for, and the day it was retired (ISO) or nothing."""

    alias: str
    uri: str
    retired: str = ""


@cache
def nar(name: str) -> str:
    """Return the qualified name of an element of NewsML-G2."""
    return f"{{{NAR}}}{name}"


@cache
def xhtml(name: str) -> str:
    """Return the qualified name of an element of XHTML."""
    return f"{{{XHTML}}}{name}"


def code_of(text: str) -> str:
    """Return any text as the code of a QCode: without spaces or colons, everything unusual percent-encoded."""
    return quote(text, safe=_SAFE)


def text_of(code: str) -> str:
    """Return the text a code was made from."""
    return unquote(code)


def house_scheme(house: House, alias: str) -> str:
    """Return the URI of a house vocabulary. Without a base of codes in the profile the domain stands in."""
    base = house.codes or f"http://{house.domain or 'house.invalid'}/codes/"
    return (base if base.endswith(("/", "#")) else f"{base}/") + HOUSE_ALIASES[alias]


@cache
def iptc_schemes() -> Mapping[str, Scheme]:
    """Return the aliases of IPTC's catalogue, versions 32 to 41 (no alias changed its scheme between them)."""
    entries = resource_json("newsml/catalogue.json")
    return {entry["alias"]: Scheme(entry["alias"], entry["uri"], entry.get("retired", "")) for entry in entries}


@cache
def names(kind: str) -> frozenset[str]:
    """Return a list of names: "qcode_attributes" of NewsML-G2 2.35, "text_elements" of XHTML and others like it."""
    found: dict[str, list[str]] = resource_json("newsml/names.json")
    return frozenset(found[kind])


@cache
def known_codes() -> Mapping[str, tuple[frozenset[str], bool]]:
    """Return the members of small vocabularies by alias, and whether the list is known to be complete."""
    entries = resource_json("newsml/codes.json")
    return {alias: (frozenset(entry["codes"]), entry["closed"]) for alias, entry in entries.items()}
