"""The archive of a Word file: its parts as XML trees, bounded in number and size, without entities or network."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from lxml import etree

from editor.errors import Unreadable
from editor.formats.kinds import other_kind
from editor.values import frozen
from editor.words import Sentence, say

Element = etree._Element  # noqa: SLF001 (lxml gives its element type no public name)

_LARGEST_PART: Final = 20_000_000
"""Bytes of one part unpacked; the text of a 300-page book has some 10 million."""
_MOST_TAGS: Final = 1_500_000
"""Tags of one part, which take some 200 bytes of memory each."""
_MOST_PARTS: Final = 5_000
_AROUND: Final = ("header", "footer")
_MOST_AROUND: Final = 30
"""Heads and feet that are read; a section has at most six."""

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Files saved as “Strict Open XML” use other names for the same elements (ISO/IEC 29500-1, Annex L).
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)
_OLE: Final = b"\xd0\xcf\x11\xe0"


@frozen
class Archive:
    """The parts of a Word file that hold text: the main one, and those it names."""

    main: Element
    parts: Mapping[str, Element]
    links: Mapping[str, str]
    """Addresses outside the file by the id of their relation; they are written down, never opened."""
    has_macros: bool
    surroundings: tuple[Element, ...] = ()
    """The heads and feet of its pages."""


def opened(raw: bytes, path: Path) -> Archive:
    """Return the parts of a file. Raises Unreadable where it is no Word file, damaged, or unpacks beyond all bounds."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _parts(archive, path)
    except KeyError as error:
        told = other_kind(raw) or say("This is an archive, but not a Word file (.docx).")
        raise Unreadable(path, told) from error
    except etree.XMLSyntaxError as error:
        raise Unreadable(path, say("The Word file is damaged.")) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise Unreadable(path, _no_archive(raw)) from error
    except (NotImplementedError, RuntimeError) as error:
        raise Unreadable(path, say("The Word file is locked with a password.")) from error


def _no_archive(raw: bytes) -> Sentence:
    if not raw.strip():
        return say("This file is empty.")
    if raw.startswith(_OLE):
        return say("This is an old or locked Office file. Save it as .docx without a password first.")
    if raw.startswith(b"PK"):
        return say("The Word file is damaged.")
    return other_kind(raw) or say("This is not a Word file (.docx).")


def _parts(archive: zipfile.ZipFile, path: Path) -> Archive:
    names = set(archive.namelist())
    if len(names) > _MOST_PARTS:
        raise Unreadable(path, say("The archive holds too many parts for a Word file."))
    main_name = _main_name(archive, path)
    main = _tree(archive, main_name, path)
    relations = _relations(archive, main_name, path)
    wanted = {}
    for kind in ("styles", "numbering", "footnotes", "endnotes"):
        name = next((target for end, target, _ in relations.values() if end == kind and target in names), "")
        if name:
            wanted[kind] = _tree(archive, name, path)
    wanted |= _properties(archive, path, names)
    around = dict.fromkeys(target for kind, target, _ in relations.values() if kind in _AROUND and target in names)
    surroundings = []
    for name in islice(around, _MOST_AROUND):
        with suppress(etree.XMLSyntaxError):
            surroundings.append(_tree(archive, name, path))
    links = {id_: target for id_, (kind, target, outside) in relations.items() if kind == "hyperlink" and outside}
    return Archive(
        main, wanted, links, any(name.lower().endswith("vbaproject.bin") for name in names), tuple(surroundings)
    )


def _properties(archive: zipfile.ZipFile, path: Path, names: set[str]) -> dict[str, Element]:
    """Return the core and custom properties of the file; it is read without them where they are damaged."""
    kinds = {kind: target for kind, target, outside in _relations(archive, "", path).values() if not outside}
    found = {}
    for part in ("core", "custom"):
        name = kinds.get(f"{part}-properties", "")
        with suppress(etree.XMLSyntaxError):
            if name in names:
                found[part] = _tree(archive, name, path)
    return found


def _main_name(archive: zipfile.ZipFile, path: Path) -> str:
    relations = _relations(archive, "", path)
    for kind, target, outside in relations.values():
        if kind == "officeDocument" and not outside:
            return target
    return "word/document.xml"


def _relations(archive: zipfile.ZipFile, part: str, path: Path) -> dict[str, tuple[str, str, bool]]:
    """Return kind, target and whether it lies outside, of each relation of a part by its id."""
    folder, name = posixpath.split(part)
    try:
        tree = _tree(archive, posixpath.join(folder, "_rels", f"{name}.rels"), path)
    except KeyError:
        return {}
    found = {}
    for relation in tree.iter(_RELATIONS):
        kind = relation.get("Type", "").rpartition("/")[2]
        target, outside = relation.get("Target", ""), relation.get("TargetMode") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[relation.get("Id", "")] = (kind, target, outside)
    return found


def _tree(archive: zipfile.ZipFile, name: str, path: Path) -> Element:
    """Return one part as a tree. Sizes an archive declares are not believed: reading stops at the bound."""
    with archive.open(name) as part:
        data = part.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART or data.count(b"<") > _MOST_TAGS:
        raise Unreadable(path, say("The archive unpacks to more than any Word file holds."))
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    tree: Element = etree.fromstring(data, parser)
    if tree.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(path, say("The Word file is damaged."))
    return tree
