"""Census: one walk through a document that gathers what several rules ask for, because walking costs most."""

from collections.abc import Callable
from dataclasses import field

from lxml import etree

from editor.newsml.vocabulary import LANG, NAR, XML_ID, names, nar
from editor.values import frozen

Found = tuple[etree._Element, str]  # noqa: SLF001 (lxml has no other name for the type)
"""An element, and a value on it."""

_NAR = f"{{{NAR}}}"
_POINTERS = frozenset({"contentrefs", "idref", "idrefs", "root", "original"})
_PLAIN = frozenset({(nar("timestamp"), "role"), (nar("a"), "rel")})
"""Attributes that bear the name of a QCode elsewhere."""
_NAMED = frozenset({"name", "title", "description", "usageTerms", "definition", "headline"})


@frozen
class Census:
    """Everything gathered, in document order.

    `codes` are the QCodes of each item, `ids` the ids given, `targets` those that a schema sees, `pointers` the ids
    referred to, `tags` the language tags, `lines` the elements that must not be said twice, `asides` the
    comments and instructions, `held` everything: lxml makes an object for an element whenever it is asked for and
    keeps it only while somebody holds it, so that identities of objects mean something only while all are held.
    """

    codes: dict[int, list[Found]] = field(default_factory=dict)
    ids: list[Found] = field(default_factory=list)
    targets: set[str] = field(default_factory=set)
    pointers: list[Found] = field(default_factory=list)
    tags: list[Found] = field(default_factory=list)
    lines: list[Found] = field(default_factory=list)
    asides: list[etree._Element] = field(default_factory=list)
    held: list[etree._Element] = field(default_factory=list)


def take(root: etree._Element, items: frozenset[str]) -> Census:
    """Walk through a document once. `items` are the qualified names of items; codes outside them go to the root."""
    census = Census()
    known = names("qcode_attributes")
    codes = census.codes.setdefault(id(root), [])
    census.held.extend(root.iter())
    for element in census.held:
        tag: str | Callable[..., object] = element.tag
        if not isinstance(tag, str):
            census.asides.append(element)
            continue
        if tag in items:
            codes = census.codes.setdefault(id(element), [])
        is_nar = tag.startswith(_NAR)
        if is_nar and tag[len(_NAR) :] in _NAMED:
            census.lines.append((element, tag[len(_NAR) :]))
        for name, value in element.items():
            if is_nar and name in known and (tag, name) not in _PLAIN:
                codes.extend((element, code) for code in str(value).split())
            elif name in _IDENTIFYING:
                _identify(census, element, str(name), str(value), is_nar=is_nar)
    return census


_IDENTIFYING = _POINTERS | {"id", XML_ID, "partid", LANG, "tag"}


def _identify(census: Census, element: etree._Element, name: str, value: str, *, is_nar: bool) -> None:
    if name in _POINTERS:
        if is_nar:
            census.pointers.extend((element, pointer) for pointer in value.split())
    elif name in {LANG, "tag"}:
        if name == LANG or element.tag == nar("language"):
            census.tags.append((element, value))
    elif name == XML_ID or is_nar or name == "id":
        # An id and an xml:id of one element are one id; only xml:id is seen by a schema outside NewsML-G2.
        if name == XML_ID or element.get(XML_ID) != value:
            census.ids.append((element, value))
        if name == XML_ID or is_nar:
            census.targets.add(value)
