"""Styles and numbering of a Word file: what a paragraph is, by the style it has and the list it is in."""

from collections.abc import Iterator, Mapping
from typing import Final

from editor.formats.docx.archive import Archive, Element, W
from editor.values import frozen

_OFF: Final = frozenset(("0", "false", "off", "none"))
_DEEPEST: Final = 9


@frozen
class Style:
    """A style by its English name in small letters, as every language version of Word writes it, and its parts."""

    name: str
    based_on: str
    element: Element


@frozen
class ListPlace:
    """Where a paragraph stands in a list: which list, how deep from 0."""

    number: str
    depth: int


class Styles:
    """The styles of a file, each with those it is based on."""

    def __init__(self, root: Element | None) -> None:
        elements = () if root is None else root.iter(f"{W}style")
        self._styles: Mapping[str, Style] = {
            element.get(f"{W}styleId", ""): Style(
                value_of(element, "name").lower(), value_of(element, "basedOn"), element
            )
            for element in elements
        }

    def chain(self, style_id: str) -> Iterator[Style]:
        """Yield a style and those it is based on, the nearest first."""
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            yield self._styles[style_id]
            style_id = self._styles[style_id].based_on

    def names(self, paragraph: Element) -> tuple[str, ...]:
        """Return the names of a paragraph's style and of those it is based on."""
        return tuple(style.name for style in self.chain(value_of(paragraph, "pPr/pStyle")))

    def has(self, run: Element, toggle: str) -> bool:
        """Whether a run is bold (`b`), italic (`i`) or hidden (`vanish`), by itself or by its style."""
        found = _toggled(run.find(f"{W}rPr"), toggle)
        if found is not None:
            return found
        chain = self.chain(value_of(run, "rPr/rStyle"))
        return next(
            (on for style in chain if (on := _toggled(style.element.find(f"{W}rPr"), toggle)) is not None), False
        )

    def list_place(self, paragraph: Element) -> ListPlace | None:
        """Return which list a paragraph is in, by itself or by its style."""
        owners = [paragraph, *(style.element for style in self.chain(value_of(paragraph, "pPr/pStyle")))]
        for owner in owners:
            number = value_of(owner, "pPr/numPr/numId")
            if number:
                depth = value_of(paragraph, "pPr/numPr/ilvl") or value_of(owner, "pPr/numPr/ilvl")
                return ListPlace(number, _whole(depth)) if number != "0" else None
        return None

    def outline(self, paragraph: Element) -> int | None:
        """Return the depth of a heading (from 1) where a paragraph or its style says it is one."""
        owners = [paragraph, *(style.element for style in self.chain(value_of(paragraph, "pPr/pStyle")))]
        levels = (value_of(owner, "pPr/outlineLvl") for owner in owners)
        level = _whole(next((found for found in levels if found), "9"), _DEEPEST)
        return level + 1 if level < _DEEPEST else None


class Numbering:
    """The numbers that Word counts at the items of lists, counted again here."""

    def __init__(self, root: Element | None) -> None:
        self._formats: dict[tuple[str, int], tuple[str, int]] = {}
        self._counts: dict[tuple[str, int], int] = {}
        if root is not None:
            self._read(root)

    def next(self, place: ListPlace) -> int | None:
        """Count one more item; answers its number, None for a sign without a number."""
        form, first = self._formats.get((place.number, place.depth), ("bullet", 1))
        if form in ("bullet", "none"):
            return None
        key = (place.number, place.depth)
        self._counts[key] = self._counts.get(key, first - 1) + 1
        for deeper in range(place.depth + 1, _DEEPEST + 1):
            self._counts.pop((place.number, deeper), None)
        return self._counts[key]

    def _read(self, root: Element) -> None:
        shapes = {shape.get(f"{W}abstractNumId", ""): shape for shape in root.iter(f"{W}abstractNum")}
        for use in root.iter(f"{W}num"):
            number = use.get(f"{W}numId", "")
            shape = shapes.get(value_of(use, "abstractNumId"))
            for level in () if shape is None else shape.iter(f"{W}lvl"):
                depth = _whole(level.get(f"{W}ilvl", "0"))
                self._formats[number, depth] = (value_of(level, "numFmt"), _whole(value_of(level, "start"), 1))
            for override in use.iter(f"{W}lvlOverride"):
                depth, first = _whole(override.get(f"{W}ilvl", "0")), value_of(override, "startOverride")
                if first:
                    form, _ = self._formats.get((number, depth), ("bullet", 1))
                    self._formats[number, depth] = (form, _whole(first, 1))


def styles_of(archive: Archive) -> Styles:
    """Return the styles of a file."""
    return Styles(archive.parts.get("styles"))


def numbering_of(archive: Archive) -> Numbering:
    """Return the lists of a file, nothing counted yet."""
    return Numbering(archive.parts.get("numbering"))


def value_of(element: Element, path: str) -> str:
    """Return the value of an element further down, as Word keeps settings; empty where there is none."""
    found = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return "" if found is None else found.get(f"{W}val", "")


def _toggled(properties: Element | None, toggle: str) -> bool | None:
    found = None if properties is None else properties.find(f"{W}{toggle}")
    return None if found is None else found.get(f"{W}val", "1").lower() not in _OFF


def _whole(digits: str, usual: int = 0) -> int:
    return int(digits) if digits.isdecimal() and len(digits) < 5 else usual
