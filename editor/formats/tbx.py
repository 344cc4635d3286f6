"""TBX files of terminology, in their two usual shapes (ISO 30042:2008 termEntry, ISO 30042:2019 conceptEntry)."""

from pathlib import Path

from lxml import etree

from editor.errors import Unreadable
from editor.formats.term_limits import LONGEST_NAME, bound, too_long
from editor.model.language import Bilingual, Language
from editor.model.terms import Term
from editor.words import say

_FORBIDDEN = ("deprecated", "superseded", "forbidden", "notrecommended", "not recommended", "obsolete")


def read_tbx(raw: bytes, path: Path) -> tuple[Term, ...]:
    """Return the terms of a TBX file. Raises Unreadable with the line where it is broken; entities are not read."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        raise Unreadable(path, say("Line {line}: {why}.", line=line, why=str(error.msg).split("\n", 1)[0])) from error
    if root.getroottree().docinfo.internalDTD is not None and b"<!ENTITY" in raw:
        raise Unreadable(path, say("It defines entities, which are not read for safety."))
    if etree.QName(root).localname not in ("martif", "tbx"):
        raise Unreadable(path, say("Line {line}: this is no TBX file.", line=_line(root)))
    found: dict[tuple[str, str], Term] = {}
    for entry in root.iter("{*}termEntry", "{*}conceptEntry"):
        term = _entry(entry, path)
        if term is not None:
            found[term.key] = term
            bound(found, path)
    return tuple(found.values())


def _entry(entry: etree._Element, path: Path) -> Term | None:
    """Read one concept; None where it lacks one of the two languages."""
    names: dict[Language, list[str]] = {language: [] for language in Language}
    forbidden: dict[Language, list[str]] = {language: [] for language in Language}
    for section in entry.iter("{*}langSet", "{*}langSec"):
        tag = section.get("{http://www.w3.org/XML/1998/namespace}lang") or section.get("lang") or ""
        language = next((each for each in Language if tag.lower().split("-")[0] == each.value), None)
        if language is None:
            continue
        for written in section.iter("{*}term"):
            name = _text(written)
            if not name:
                continue
            if len(name) > LONGEST_NAME:
                raise Unreadable(path, too_long(_line(written)))
            (forbidden if _is_forbidden(written) else names)[language].append(name)
    if not all(names[language] for language in Language) and not any(forbidden.values()):
        return None
    notes = entry.findall(".//{*}descrip[@type='definition']") or entry.findall("./{*}note")
    return Term(
        Bilingual(tuple(names[Language.EN]), tuple(names[Language.FR])),
        Bilingual(tuple(forbidden[Language.EN]), tuple(forbidden[Language.FR])),
        _text(notes[0]) if notes else "",
    )


def _is_forbidden(written: etree._Element) -> bool:
    around = written.getparent()
    if around is None:
        return False
    group = around if etree.QName(around).localname != "termGrp" else around.getparent()
    notes = group.iter("{*}termNote") if group is not None else iter(())
    return any(
        note.get("type") in ("administrativeStatus", "normativeAuthorization", "processStatus")
        and any(sign in (note.text or "").lower() for sign in _FORBIDDEN)
        for note in notes
    )


def _text(element: etree._Element) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())


def _line(element: etree._Element) -> int:
    return int(str(element.sourceline))
