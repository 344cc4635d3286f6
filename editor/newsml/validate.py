"""Validate: our grammar, the official schema where there is one, and the rules; never raises for bad content."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from lxml import etree

from editor.assets import resource
from editor.errors import Unfit, Unreadable
from editor.model.language import Language
from editor.model.pictures import Picture
from editor.model.profile import Profile
from editor.newsml.paper import Context, Fault, Level, Paper, line_of, open_paper
from editor.newsml.places import Origins
from editor.newsml.rules import (
    bodies,
    codes,
    identity,
    languages,
    messages,
    pictures,
    quotes,
    references,
    states,
    times,
)
from editor.newsml.source import check_root, parse
from editor.words import say

__all__ = ["Fault", "Level", "validate", "validate_tree", "warm_up"]

RULES = (
    codes.RULES
    + identity.RULES
    + times.RULES
    + states.RULES
    + languages.RULES
    + references.RULES
    + bodies.RULES
    + quotes.RULES
    + pictures.RULES
    + messages.RULES
)

_MOST = 500
"""Faults told of one kind; a file made to be at fault everywhere would else keep its reader for hours."""


def validate(
    data: bytes,
    *,
    xsd: Path | None = None,
    ours: bool = False,
    at: datetime | None = None,
    published: Mapping[str, int] | None = None,
    profile_of: Callable[[str], Profile | None] | None = None,
    language_of: Callable[[str], Language | None] | None = None,
    image_of: Callable[[str], Picture | None] | None = None,
) -> tuple[Fault, ...]:
    """Return everything wrong or doubtful in a NewsML-G2 document, all at once, in the order of its lines.

    `xsd` is the official schema. `ours` checks against the grammar of what is published here too, and names the
    fields that cause the faults. `at` is the present (with zone). `published` gives the last version published of
    each identifier; `profile_of` finds a house profile by name; `language_of` tells the language of a text;
    `image_of` tells what an image file beside the document says of itself, None for none of that name.
    Raises Unreadable where `xsd` is not a schema; never for anything in `data`.
    """
    try:
        root = parse(data)
        check_root(root)
    except Unfit as error:
        return (Fault("N43", Level.ERROR, 0, "", error.sentence),)
    return validate_tree(
        root,
        xsd=xsd,
        ours=ours,
        at=at,
        published=published,
        profile_of=profile_of,
        language_of=language_of,
        image_of=image_of,
    )


def validate_tree(
    root: etree._Element,
    *,
    xsd: Path | None = None,
    ours: bool = False,
    at: datetime | None = None,
    published: Mapping[str, int] | None = None,
    profile_of: Callable[[str], Profile | None] | None = None,
    language_of: Callable[[str], Language | None] | None = None,
    image_of: Callable[[str], Picture | None] | None = None,
) -> tuple[Fault, ...]:
    """Return everything wrong or doubtful in a parsed document; see `validate`."""
    schema = _schema(xsd, xsd.stat().st_mtime_ns if xsd.is_file() else 0) if xsd else None
    usual = Context()
    context = Context(
        at or usual.at,
        ours,
        published or {},
        profile_of or usual.profile_of,
        language_of or usual.language_of,
        schema[1] if schema else "",
        image_of,
    )
    paper = open_paper(root, context)
    if ours:
        paper = replace(paper, placed=Origins(paper).placed)
    faults = list(_first(_structure(paper, "XSD", schema[0]) if schema else ()))
    if ours:
        faults += _first(_structure(paper, "RNG", _grammar()))
    for rule in RULES:
        faults += _first(rule(paper))
    return tuple(sorted(faults, key=lambda fault: (fault.line, fault.rule)))


def _first(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield no more faults of one kind than anybody reads, then one that says so, and an error if none was told yet."""
    failed = False
    for number, fault in enumerate(faults):
        is_first_error = fault.level is Level.ERROR and not failed
        if number == _MOST:
            more = say("There are more faults like this one; the first {count} are told.", count=_MOST)
            yield replace(fault, message=more)
        elif number < _MOST or is_first_error:
            yield fault
        failed = failed or is_first_error
        if number >= _MOST and failed:
            return


def warm_up() -> None:
    """Compile the grammar, which takes some tens of milliseconds, before it is first needed."""
    _grammar()


def _structure(paper: Paper, rule: str, schema: "etree.RelaxNG | etree.XMLSchema") -> Iterator[Fault]:
    if schema.validate(paper.root):
        return
    told: set[tuple[int, str]] = set()
    entries: list[etree._LogEntry] = list(schema.error_log)  # type: ignore[arg-type]  # the types lack its iterator
    for entry in entries:
        if (entry.line, entry.message) in told:
            continue
        told.add((entry.line, entry.message))
        element = _element_of(paper.root, entry)
        message = say("The structure is not that of NewsML-G2: {why}", why=_plain(entry.message))
        fault = Fault(rule, Level.ERROR, entry.line, paper.paths.of(element), message)
        yield paper.placed(fault, element)


def _element_of(root: etree._Element, entry: etree._LogEntry) -> etree._Element:
    """Return the element an entry is about: by its path where libxml2 knows one, else the last begun by its line."""
    try:
        found = root.xpath(entry.path) if entry.path else []
    except etree.XPathError:
        # libxml2 writes the prefixes of the document into its paths, and cuts long ones.
        found = []
    if isinstance(found, list) and found and etree.iselement(found[0]):
        element: etree._Element = found[0]
        return element
    last = root
    for element in root.iter(etree.Element):
        if line_of(element) > entry.line:
            break
        last = element
    return last


def _plain(message: str) -> str:
    for namespace in ("{http://iptc.org/std/nar/2006-10-01/}", "{http://www.w3.org/1999/xhtml}"):
        message = message.replace(namespace, "")
    return message


@lru_cache(maxsize=1)
def _grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(resource("newsml/communique.rng")))


@lru_cache(maxsize=2)
def _schema(path: Path, _modified: int) -> tuple[etree.XMLSchema, str]:
    if not path.is_file():
        raise Unreadable(path, say("There is no such file."))
    try:
        tree = etree.parse(path, etree.XMLParser(no_network=True, resolve_entities=False))
        return etree.XMLSchema(tree), tree.getroot().get("version", "")
    except (OSError, etree.LxmlError, UnicodeError) as error:
        # Of what a parser says the message alone: the file is named before it.
        why = str(getattr(error, "msg", None) or error)
        reason = say("This is not the XML Schema of NewsML-G2: {why}.", why=why.rstrip("."))
        raise Unreadable(path, reason) from error
