"""Paths: where the elements of a document stand, in names, numbered where several are alike."""

from collections import Counter

from lxml import etree


class Paths:
    """Where elements stand, in names: `newsMessage/itemSet/newsItem[2]/contentMeta/headline`.

    The children of an element are numbered once: telling of each of many siblings must not take the square of their
    number.
    """

    def __init__(self) -> None:
        self._numbered: dict[etree._Element, dict[etree._Element, str]] = {}

    def of(self, element: etree._Element) -> str:
        """Return where an element stands."""
        names: list[str] = []
        here: etree._Element | None = element
        while here is not None:
            parent = here.getparent()
            names.append(_name_of(here) if parent is None else self._among(parent)[here])
            here = parent
        return "/".join(reversed(names))

    def _among(self, parent: etree._Element) -> dict[etree._Element, str]:
        found = self._numbered.get(parent)
        if found is None:
            children = [(child, _name_of(child)) for child in parent]
            total, count = Counter(name for _, name in children), Counter[str]()
            found = {}
            for child, name in children:
                count[name] += 1
                found[child] = f"{name}[{count[name]}]" if total[name] > 1 else name
            self._numbered[parent] = found
        return found


def _name_of(element: etree._Element) -> str:
    # Comments and instructions have functions for tags.
    return etree.QName(element).localname if not callable(element.tag) else "comment()"
