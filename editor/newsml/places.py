"""Places: which field, row or side of our own document an element of the published one comes from."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from lxml import etree

from editor.model.language import Language
from editor.newsml.paper import Fault, Item, Paper, language_at
from editor.newsml.vocabulary import XML_ID

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
    "title": "reference",
}
_SIDED = frozenset({"place", "keywords", "headline", "note"})
_PERSON = {"definition": "function", "affiliation": "organisation", "related": "country", "name": "name"}


class Origins:
    """Finds, for elements of one of our documents, what in the communiqué they were made from."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper

    @cached_property
    def _people(self) -> dict[str, int]:
        return {code: number for number, code in enumerate(_people(self._paper), start=1)}

    @cached_property
    def _rows(self) -> dict[str, str]:
        return dict(_rows(self._paper))

    def placed(self, fault: Fault, element: etree._Element) -> Fault:
        """Return a fault with its field, or its row and side, filled in where they can be told."""
        if fault.field:
            return fault
        side = _side(element)
        for here in (element, *element.iterancestors()):
            row = self._row(here)
            if row:
                return replace(fault, row=row, language=side)
            field = self._field(here, element, side)
            if field:
                return replace(fault, field=field)
        return fault

    def _row(self, element: etree._Element) -> str:
        name = element.get(XML_ID) or element.get("partid") or ""
        return self._rows.get(name, "")

    def _field(self, here: etree._Element, element: etree._Element, side: Language | None) -> str:
        name = etree.QName(here).localname if not callable(here.tag) else ""
        code = here.get("qcode", "")
        if name in {"subject", "assert"} and code in self._people:
            return self._person(self._people[code], element, side)
        if name == "subject" and code.startswith(("medtop:", "subj:")):
            return "topics"
        if name == "edNote":
            role = here.get("role", "")
            return "embargo" if role == "cmqnote:embargo" else f"note.{side.value}" if side else ""
        field = _FIELDS.get(name, "")
        return f"{field}.{side.value}" if field in _SIDED and side else field

    def _person(self, number: int, element: etree._Element, side: Language | None) -> str:
        name = etree.QName(element).localname
        field = _PERSON.get(name, "name")
        if name == "name" and element.get("role") == "cmqnrol:honorific":
            field = "honorific"
        elif name == "related" and element.get("rel") == "cmqrel:gender":
            return f"person.{number}.gender"
        if field == "country" or side is None:
            return f"person.{number}.{field}"
        return f"person.{number}.{field}.{side.value}"


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


def _rows(paper: Paper) -> Iterator[tuple[str, str]]:
    for item in paper.texts:
        yield from _rows_of(item)


def _rows_of(item: Item) -> Iterator[tuple[str, str]]:
    rows: dict[str, str] = {}
    for part in item.parts:
        row = part.told.get("row", "")
        if row:
            rows[part.element.get("partid", "")] = row
            rows.update(dict.fromkeys(part.element.get("contentrefs", "").split(), row))
    for part in item.parts:
        row = rows.get(part.told.get("passage", ""), "")
        if row:
            rows.setdefault(part.element.get("partid", ""), row)
    yield from rows.items()
