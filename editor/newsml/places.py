"""Places: which field, row or side of our own document an element of the published one comes from."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from lxml import etree

from editor.model.language import Language
from editor.model.pictures import Use
from editor.newsml.paper import Fault, Item, Paper, language_at
from editor.newsml.vocabulary import PICTURE_PROFILE, XHTML, XML_ID, nar
from editor.values import frozen

_FIELDS = {
    "versionCreated": "",
    "embargoed": "embargo",
    "pubStatus": "status",
    "service": "service",
    "urgency": "urgency",
    "contentCreated": "date",
    "contentModified": "updated",
    "located": "place",
    "altId": "reference",
    "contactInfo": "contact",
    "note": "contact",
    "phone": "telephone",
    "email": "email",
    "genre": "genre",
    "keyword": "keywords",
    "slugline": "reference",
    "headline": "headline",
    "dateline": "place",
    "rightsInfo": "profile",
    "provider": "profile",
    "catalog": "profile",
    "infoSource": "profile",
    "by": "profile",
    "creditline": "profile",
    "itemMetaExtProperty": "profile",
    "memberOf": "reference",
    "title": "reference",
}
_SIDED = frozenset({"place", "keywords", "headline", "note", "contact", "telephone", "email"})
_PICTURE = {"remoteContent": "file", "creditline": "credit", "creator": "credit", "headline": "alternative"}
_DESCRIPTION = {"cmqdrol:alttext": "alternative", "drol:caption": "caption"}
_USES = frozenset(use.value for use in Use)
_TWOFOLD = frozenset({"credit", "alternative"})
_SUBTITLE = "cmqhrol:subtitle"
_PERSON = {"definition": "function", "affiliation": "organisation", "related": "country", "name": "name"}


@frozen
class Origin:
    """What an element was made from: a field, named as on the command line, or a passage (from 0) of a row's side."""

    field: str = ""
    row: str = ""
    language: Language | None = None
    passage: int | None = None


_NOWHERE = Origin()


class Origins:
    """Finds, for elements of one of our documents, what in the communiqué they were made from."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper

    @cached_property
    def _people(self) -> dict[str, int]:
        return {code: number for number, code in enumerate(_people(self._paper), start=1)}

    @cached_property
    def _rows(self) -> dict[str, tuple[str, int | None]]:
        return dict(entry for item in self._paper.texts for entry in _rows_of(item))

    @cached_property
    def _subheadline(self) -> str:
        parts = (part.told for item in self._paper.texts for part in item.parts)
        return next((told.get("row", "") for told in parts if told.get("kind") == "subheadline"), "")

    @cached_property
    def _pictures(self) -> dict[str, int]:
        pictures = (item.guid for item in self._paper.items if item.profile == PICTURE_PROFILE)
        return {guid: number for number, guid in enumerate(pictures, start=1)}

    def of(self, element: etree._Element) -> Origin:
        """Return what an element was made from: of its own account, or as part of one that was."""
        for here in (element, *element.iterancestors()):
            found = self._told_by(here, element)
            if found is not _NOWHERE:
                return found
        return _NOWHERE

    def within(self, element: etree._Element, around: Origin) -> Origin:
        """Return the same as `of`, faster, where the origin of the element around is known."""
        if around.field.startswith("person."):
            return self.of(element)
        found = self._told_by(element, element)
        return around if found is _NOWHERE else found

    def _told_by(self, here: etree._Element, element: etree._Element) -> Origin:
        """Return what an element, or one around it, tells of it."""
        row, passage = self._row(here)
        if row:
            return Origin(row=row, language=_side(element), passage=passage)
        field = self._field(here, element)
        return Origin(field) if field else _NOWHERE

    def placed(self, fault: Fault, element: etree._Element) -> Fault:
        """Return a fault with its field, or its row and side, filled in where they can be told."""
        if fault.field:
            return fault
        found = self.of(element)
        if found is _NOWHERE:
            return fault
        return replace(fault, field=found.field, row=found.row, language=found.language, passage=found.passage)

    def _row(self, element: etree._Element) -> tuple[str, int | None]:
        if element.tag == nar("headline") and element.get("role") == _SUBTITLE:
            return self._subheadline, 0
        name = element.get(XML_ID) or element.get("partid") or ""
        return self._rows.get(name, ("", None))

    def _field(self, here: etree._Element, element: etree._Element) -> str:
        name = "" if callable(here.tag) else here.tag.rpartition("}")[2]
        code = here.get("qcode", "")
        if name in _PICTURE or here.get("role") in _DESCRIPTION:
            number = next(filter(None, map(self._picture_of, here.iterancestors())), 0)
            if number:
                return self._picture(number, here)
        if self._picture_of(here):
            return f"picture.{self._picture_of(here)}"
        if name in {"subject", "assert"} and code in self._people:
            return self._person(self._people[code], element)
        if name == "subject" and code.startswith(("medtop:", "subj:")):
            return "topics"
        if name == "edNote":
            role = here.get("role", "")
            return "embargo" if role == "cmqnote:embargo" else _sided("note", element)
        if name == "title" and _is_headline(here):
            name = "headline"
        if name == "creator" and here.get("role"):
            return "profile"
        field = _FIELDS.get(name, "")
        return _sided(field, element) if field in _SIDED else field

    def _person(self, number: int, element: etree._Element) -> str:
        name = etree.QName(element).localname
        field = _PERSON.get(name, "name")
        if name == "name" and element.get("role") == "cmqnrol:honorific":
            field = "honorific"
        elif name == "related" and element.get("rel") == "cmqrel:gender":
            return f"person.{number}.gender"
        whole = f"person.{number}.{field}"
        return whole if field == "country" else _sided(whole, element)

    def _picture_of(self, here: etree._Element) -> int:
        """Return the number of the picture whose item this is, or that this refers to; 0 for anything else."""
        return self._pictures.get(here.get("guid") or here.get("residref") or "", 0)

    def _picture(self, number: int, here: etree._Element) -> str:
        field = _DESCRIPTION.get(here.get("role", "")) or _PICTURE[etree.QName(here).localname]
        use = here.get("rendition", "").partition(":")[2]
        if field == "file" and use in _USES:
            field = use.lower()
        whole = f"picture.{number}.{field}"
        return _sided(whole, here) if field in _TWOFOLD else whole


def _sided(field: str, element: etree._Element) -> str:
    """Return the name of a field of two in the language of an element; without it where that says none."""
    side = _side(element)
    return f"{field}.{side.value}" if side else field


def _side(element: etree._Element) -> Language | None:
    tag = language_at(element)[:2]
    return next((language for language in Language if language.value == tag), None)


def _people(paper: Paper) -> Iterator[str]:
    seen: set[str] = set()
    for item in paper.texts:
        for subject in item.all("contentMeta/subject"):
            code = subject.get("qcode", "")
            if subject.get("type") == "cpnat:person" and code not in seen:
                seen.add(code)
                yield code


def _rows_of(item: Item) -> Iterator[tuple[str, tuple[str, int | None]]]:
    """Yield the ids of parts and blocks with the row they are of, and the passage where it is one."""
    rows: dict[str, tuple[str, int | None]] = {}
    passages: Counter[str] = Counter()
    for part in item.parts:
        row = part.told.get("row", "")
        if row:
            place = (row, None if "none" in part.told else passages[row])
            passages[row] += 1
            rows[part.element.get("partid", "")] = place
            rows.update(dict.fromkeys(part.element.get("contentrefs", "").split(), place))
    for part in item.parts:
        about = rows.get(part.told.get("passage", ""))
        if about:
            for name in (part.element.get("partid", ""), *part.element.get("contentrefs", "").split()):
                rows.setdefault(name, about)
    yield from rows.items()


def _is_headline(title: etree._Element) -> bool:
    """Tell whether a title repeats a headline: in the head of a body, or of the item a link leads to."""
    parent = title.getparent()
    return title.tag == f"{{{XHTML}}}title" or (parent is not None and parent.tag == nar("link"))
