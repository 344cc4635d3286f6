"""Elements of a Word file: how they are named and made."""

from typing import Final

from lxml import etree

from editor.formats.docx.archive import Element, R, W
from editor.model.passage import fit_text

NAMES: Final = {"w": W[1:-1], "r": R[1:-1]}
_CHARACTERS: Final = {"\t": "tab", "\u2028": "br", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str, *parts: Element | dict[str, str]) -> Element:
    """Return an element of the text with its attributes and children."""
    element = etree.Element(f"{W}{name}", nsmap=NAMES)
    for part in parts:
        if isinstance(part, dict):
            for key, value in part.items():
                element.set(key, value)
        else:
            element.append(part)
    return element


def of(**attributes: str) -> dict[str, str]:
    """Return attributes of the text."""
    return {f"{W}{name}": value for name, value in attributes.items()}


def val(value: str) -> dict[str, str]:
    """Return the attribute that most elements have."""
    return of(val=value)


def run(text: str, *looks: Element, is_removed: bool = False) -> Element:
    """Return characters in one look; tabs, line breaks and the like as the elements Word has for them."""
    whole = w("r", *([w("rPr", *looks)] if looks else []))
    rest = ""
    for letter in text:
        if letter in _CHARACTERS:
            _add_text(whole, rest, is_removed=is_removed)
            whole.append(w(_CHARACTERS[letter]))
            rest = ""
        else:
            rest += letter
    _add_text(whole, rest, is_removed=is_removed)
    return whole


def styled(style: str, *runs: Element) -> Element:
    """Return a paragraph in a style."""
    return w("p", w("pPr", w("pStyle", val(style))), *runs)


def _add_text(whole: Element, text: str, *, is_removed: bool) -> None:
    if text:
        words = w("delText" if is_removed else "t", {_SPACE: "preserve"})
        # Fields and notes may hold what a passage may not, and XML neither.
        words.text = fit_text(text)
        whole.append(words)


def data(element: Element) -> bytes:
    """Return a part of the file."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
