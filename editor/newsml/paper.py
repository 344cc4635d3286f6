"""Paper: a NewsML-G2 document as the rules look at it, its items found and their codes gathered once."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import UTC, datetime
from enum import Enum
from functools import cache

from lxml import etree

from editor.model.language import Language
from editor.model.moments import is_on_every_clock
from editor.model.pictures import Picture
from editor.model.profile import Profile
from editor.newsml.census import Census, Found, take
from editor.newsml.paths import Paths
from editor.newsml.source import ITEMS
from editor.newsml.vocabulary import (
    LANG,
    OUR_PROFILES,
    PORTABLE_PROFILE,
    RICH_PROFILE,
    iptc_schemes,
    names,
    nar,
    xhtml,
)
from editor.values import frozen
from editor.words import Sentence

IPTC_CATALOGUE = re.compile(r"https?://(?:www\.)?iptc\.org/std/catalog/catalog\.IPTC-G2-Standards_([0-9]{1,4})\.xml")

_NUMBER = re.compile("[0-9]{1,12}")
_ITEM_TAGS = frozenset(nar(name) for name in ITEMS)


class Level(Enum):
    """How bad a fault is: an error makes the document wrong, a warning makes it doubtful."""

    ERROR = "error"
    WARNING = "warning"


@frozen
class Fault:
    """Something wrong or doubtful in a document: rule, level, line (from 1, 0 for none), path of the element.

    For our own documents `field` names the field that causes it, as the command line spells it ("reference",
    "headline.fr", "person.1.name.en"), or `row` the row, `language` its side and `passage` the paragraph in it, from
    0; empty and None where it is none.
    """

    rule: str
    level: Level
    line: int
    path: str
    message: Sentence
    field: str = ""
    row: str = ""
    language: Language | None = None
    passage: int | None = None


@frozen
class Context:
    """What a rule may know beside the document.

    `at` is the present. `ours` says that the document is to be what is published here. `published` gives the last
    version published of each identifier. `profile_of` finds a house profile by name, `language_of` tells the
    language of a text, `None` where it cannot. `image_of` tells what an image file beside the document says of itself,
    `None` where there is none of that name; it is itself `None` where it is not known what lies beside. `schema` is the
    version of the schema validated against.
    """

    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    ours: bool = False
    published: Mapping[str, int] = field(default_factory=dict)
    profile_of: Callable[[str], Profile | None] = lambda _name: None
    language_of: Callable[[str], Language | None] = lambda _text: None
    schema: str = ""
    image_of: Callable[[str], Picture | None] | None = None


@frozen
class Part:
    """One partMeta: its element, the code of its role, and its properties by the name after the alias."""

    element: etree._Element
    role: str
    told: Mapping[str, str]


@frozen
class Item:
    """One item: its element, what it says of itself, and how its codes are to be understood.

    `texts` are the roots of its XHTML, `codes` its QCodes and where they stand, `paragraphs` the blocks of its body
    and their text, `parts` its partMetas. `aliases` gives the scheme of each alias declared; `knows_all` says that
    every catalogue it refers to is known. `profile` is the one it names; an item that names one of ours is ours.
    """

    element: etree._Element
    kind: str
    guid: str
    version: str
    language: str
    item_class: str
    status: str
    profile: str
    aliases: Mapping[str, str]
    knows_all: bool
    texts: tuple[etree._Element, ...]
    codes: tuple[Found, ...]
    paragraphs: tuple[Found, ...]
    parts: tuple[Part, ...]

    @property
    def is_ours(self) -> bool:
        """Whether the item follows one of our profiles."""
        return self.profile in OUR_PROFILES

    @property
    def is_our_text(self) -> bool:
        """Whether the item is a text of ours."""
        return self.profile in {PORTABLE_PROFILE, RICH_PROFILE}

    @property
    def strict(self) -> Level:
        """The level of a rule that binds us, and that others are only reminded of."""
        return Level.ERROR if self.is_ours else Level.WARNING

    @property
    def house(self) -> str:
        """The name of the house profile the item was written by, where it says so."""
        entries = self.all("itemMeta/itemMetaExtProperty")
        return next((entry.get("value", "") for entry in entries if entry.get("rel") == "cmqprop:profile"), "")

    def find(self, path: str) -> etree._Element | None:
        """Return the first element at a path of names ("itemMeta/embargoed")."""
        return self.element.find(_route(path))

    def all(self, path: str) -> list[etree._Element]:
        """Return all elements at a path of names."""
        return self.element.findall(_route(path))

    def text(self, path: str) -> str:
        """Return the text of the first element at a path, trimmed."""
        found = self.find(path)
        return (found.text or "").strip() if found is not None else ""

    def uri_of(self, qcode: str) -> str:
        """Return the concept a QCode stands for, or nothing where its alias is not known."""
        alias, _, code = qcode.partition(":")
        scheme = self.aliases.get(alias, "")
        return scheme + code if scheme else ""


@frozen
class Paper:
    """A document: its root, its items in order, the header of a message, and what the rules may know beside.

    `placed` fills in where in the communiqué a fault comes from.
    """

    root: etree._Element
    items: tuple[Item, ...]
    header: etree._Element | None
    context: Context
    census: Census
    placed: Callable[[Fault, etree._Element], Fault] = lambda fault, _element: fault
    paths: Paths = field(default_factory=Paths)

    @property
    def texts(self) -> tuple[Item, ...]:
        """The news items of ours that are texts."""
        return tuple(item for item in self.items if item.is_our_text)

    def fault(self, rule: str, level: Level, element: etree._Element, message: Sentence, name: str = "") -> Fault:
        """Return a fault at an element; `name` is the field where the element alone does not tell."""
        return self.placed(Fault(rule, level, line_of(element), self.paths.of(element), message, name), element)


Rule = Callable[[Paper], Iterator[Fault]]


def open_paper(root: etree._Element, context: Context) -> Paper:
    """Return a parsed document, ready for the rules."""
    elements = [root] if root.tag in _ITEM_TAGS else list(root.iter(*_ITEM_TAGS))
    census = take(root, _ITEM_TAGS)
    items = tuple(_item(element, census.codes.get(id(element), [])) for element in elements)
    return Paper(root, items, root.find(nar("header")), context, census)


def language_at(element: etree._Element) -> str:
    """Return the language in force at an element (xml:lang, inherited), in lower case."""
    here: etree._Element | None = element
    while here is not None:
        if here.get(LANG) is not None:
            return here.get(LANG, "").lower()
        here = here.getparent()
    return ""


def moment_of(text: str) -> datetime | None:
    """Return a time as XML Schema writes it, with or without zone; None for anything else."""
    return time_told(text) if "T" in text else None


def time_told(text: str) -> datetime | None:
    """Return a time, or the beginning of a day; None for what is neither, or not on the clocks of all zones."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment if is_on_every_clock(moment) else None


def number_of(text: str) -> int | None:
    """Return a whole number of up to twelve digits; None for anything else."""
    return int(text) if _NUMBER.fullmatch(text) else None


def bodies(item: Item) -> list[etree._Element]:
    """Return the body elements of an item's XHTML."""
    return [body for html in item.texts for body in html.findall(xhtml("body"))]


def paragraphs_of(body: etree._Element) -> list[Found]:
    """Return the elements of a body that hold text, each with its text: the innermost paragraphs, headings, cells."""
    tags = [xhtml(name) for name in names("block_elements")]
    blocks = [
        each for each in body.iter(*tags) if not (len(each) and next(each.iterdescendants(*tags), None) is not None)
    ]
    return [(block, words_of(block)) for block in blocks]


def words_of(element: etree._Element) -> str:
    """Return the text of an element and of all in it."""
    return str(element.xpath("string()")) if len(element) else element.text or ""


def line_of(element: etree._Element) -> int:
    """Return the line an element begins on, from 1; 0 where it is not known."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


def _item(element: etree._Element, codes: list[Found]) -> Item:
    meta = element.find(nar("itemMeta"))
    declared, knows_all = _aliases(element)
    profile = meta.findtext(nar("profile"), "") if meta is not None else ""
    texts = tuple(element.findall(f"{nar('contentSet')}/{nar('inlineXML')}/{xhtml('html')}"))
    return Item(
        element,
        etree.QName(element).localname,
        element.get("guid", ""),
        element.get("version", ""),
        language_at(element),
        _code(meta, "itemClass"),
        _code(meta, "pubStatus"),
        profile.strip(),
        declared,
        knows_all,
        texts,
        tuple(codes),
        tuple(found for html in texts for body in html.findall(xhtml("body")) for found in paragraphs_of(body)),
        tuple(_part(part) for part in element.findall(nar("partMeta"))),
    )


def _part(element: etree._Element) -> Part:
    told = {}
    for entry in element.findall(nar("partMetaExtProperty")):
        told[entry.get("rel", "").partition(":")[2]] = entry.get("value", "")
    return Part(element, _code(element, "role"), told)


def _code(meta: etree._Element | None, name: str) -> str:
    found = meta.find(nar(name)) if meta is not None else None
    return found.get("qcode", "") if found is not None else ""


@cache
def _iptc_aliases() -> dict[str, str]:
    return {alias: scheme.uri for alias, scheme in iptc_schemes().items()}


def _aliases(element: etree._Element) -> tuple[dict[str, str], bool]:
    aliases: dict[str, str] = {}
    knows_all = True
    for ref in element.findall(nar("catalogRef")):
        if IPTC_CATALOGUE.fullmatch(ref.get("href", "").strip()):
            aliases.update(_iptc_aliases())
        else:
            knows_all = False
    for scheme in element.findall(f"{nar('catalog')}/{nar('scheme')}"):
        aliases[scheme.get("alias", "")] = scheme.get("uri", "")
    return aliases, knows_all


@cache
def _route(path: str) -> str:
    return "/".join(nar(name) for name in path.split("/"))
