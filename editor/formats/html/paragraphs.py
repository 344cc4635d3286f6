"""Paragraphs of a page as they come to light while it is walked: what each is, and its characters with their style."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin

from editor.formats.html.office import item_level, number_of, styled_kind
from editor.formats.html.parts import Element
from editor.formats.manuscript import MOST_BLOCKS, Block, itemised
from editor.formats.runs import Run, collapsed, passage_of
from editor.formats.tables import Cell, Placed
from editor.model.language import Language
from editor.model.rows import RowKind
from editor.values import frozen

_LINE: Final = "\u2028"
_NAMES: Final = re.compile(r"[\s_-]+")
_BOLD: Final = re.compile(r"(?<![\w-])font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
_LIGHT: Final = re.compile(r"(?<![\w-])font-weight\s*:\s*(?:normal|lighter|[1-5]00)", re.IGNORECASE)
_ITALIC: Final = re.compile(r"(?<![\w-])font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_UPRIGHT: Final = re.compile(r"(?<![\w-])font-style\s*:\s*normal", re.IGNORECASE)
_CAPTIONS: Final = frozenset(("caption", "legend", "legende", "légende"))
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_WRAPPED: Final = 50
"""Characters from which a line of preformatted text was wrapped and not meant to end there."""
_BLANK_LINE: Final = re.compile(r"\n[ \t\r]*(?=\n)")
# How each language sets quoted words, and words quoted inside them; <q> leaves the signs to the browser.
_SIGNS: Final = {
    Language.EN: (("“", "”"), ("‘", "’")),
    Language.FR: (("«\u00a0", "\u00a0»"), ("“", "”")),
}


@dataclass(slots=True)
class _Open:
    """A block element whose end has not come; a list item gives its number to its first paragraph only."""

    tag: str
    kind: RowKind | None = None
    level: int = 0
    number: int | None = None


@frozen
class _Style:
    bold: bool = False
    italic: bool = False
    link: str = ""


class Paragraphs:
    """Gathers the paragraphs of a page in `placed`.

    `language` is that of the page where an element names none, `headline` the element that holds the headline,
    `address` where the page itself is to be found.
    """

    def __init__(self, language: Language | None = None, headline: Element | None = None, address: str = "") -> None:
        self.placed: list[Placed] = []
        self._address = address
        self._headline = headline
        self._language = language or Language.EN
        self._runs: list[Run] = []
        self._styles = [_Style()]
        self._open: list[_Open] = []
        self._lists: list[int | None] = []
        self._tables: list[list[int]] = []
        self._count = 0
        self._follows_sign = False
        self._quotations = 0

    def head(self, title: str) -> None:
        """Begin with a headline that no element holds; "" is none."""
        if title:
            self.placed.append(Placed(Block(passage_of([Run(title)]), RowKind.HEADLINE)))

    def start(self, tag: str, element: Element) -> None:
        """Begin a block element."""
        self._flush()
        if tag in ("ul", "ol"):
            self._lists.append(_first_number(element) if tag == "ol" else None)
        elif tag == "table":
            self._tables.append([self._count, -1, -1])
            self._count += 1
        elif self._tables and tag == "tr":
            self._tables[-1][1:] = [self._tables[-1][1] + 1, -1]
        elif self._tables and tag in ("td", "th"):
            # A cell that takes several columns stands in the last of them.
            self._tables[-1][2] += _span(element)
        self._open.append(self._opened(tag, element))

    def end(self, tag: str) -> None:
        """End the block element that began last."""
        self._flush()
        self._open.pop()
        if tag in ("ul", "ol"):
            self._lists.pop()
        elif tag == "table":
            self._tables.pop()

    def style(self, tag: str, element: Element) -> None:
        """Begin an element inside a paragraph."""
        css = element.get("style", "")
        former = self._styles[-1]
        bold = (former.bold or tag in ("b", "strong") or bool(_BOLD.search(css))) and not _LIGHT.search(css)
        italic = (former.italic or tag in ("i", "em", "cite", "dfn") or bool(_ITALIC.search(css))) and not (
            _UPRIGHT.search(css)
        )
        link = self._led(element) if tag == "a" else former.link
        self._styles.append(_Style(bold, italic, link))

    def _led(self, link: Element) -> str:
        """Return the address a link leads to; a relative one is made whole where the page says its own."""
        href = link.get("href", "").strip()
        try:
            return urljoin(self._address, href) if self._address and href and not href.startswith("#") else href
        except ValueError:
            return href

    def unstyle(self) -> None:
        """End the element inside a paragraph that began last."""
        self._styles.pop()

    def add(self, text: str | None) -> None:
        """Add characters to the paragraph."""
        if self._follows_sign and text:
            text = text.lstrip(" \t\r\n\u00a0")
            self._follows_sign = not text
        if not text:
            return
        if any(block.tag == "pre" for block in self._open):
            self._add_preformatted(text)
        else:
            self._add(text)

    def item_sign(self, sign: str) -> None:
        """Take the number of an item from the sign that a word processor wrote before it."""
        item = next((block for block in reversed(self._open) if block.kind is RowKind.LIST_ITEM), None)
        if item is not None and item.number is None:
            item.number = number_of(sign)

    def drawn_sign(self) -> None:
        """Begin an item of a list whose sign is a picture; what stood before it in the paragraph is one of its own."""
        self._flush()
        if self._open:
            self._open[-1].kind, self._open[-1].level, self._open[-1].number = RowKind.LIST_ITEM, 1, None
            self._follows_sign = True

    def note(self, text: str) -> None:
        """Call for a footnote after the characters added last."""
        self._runs.append(Run("", note=text))

    def break_line(self) -> None:
        """Break the line; two breaks, as old pages have them, part paragraphs."""
        written = "".join(run.text for run in self._runs).rstrip(" \t\r\n")
        if written.endswith(_LINE):
            self._flush()
        elif written:
            self._add(" " if self._is_heading() else _LINE)

    def quotation(self, element: Element, *, opens: bool) -> None:
        """Write the sign that a browser sets at an edge of a <q> element."""
        self._quotations += -1 if not opens else 0
        signs = _SIGNS[_language_at(element) or self._language][self._quotations % 2]
        self._quotations += 1 if opens else 0
        self._add(signs[0] if opens else signs[1])

    def finish(self) -> None:
        """End the last paragraph."""
        self._flush()

    def drop_last_headings(self) -> None:
        """Leave out headings below which nothing stands: what they announced was furniture."""
        while len(self.placed) > 1 and self.placed[-1].block.kind is RowKind.SUBHEADING:
            self.placed.pop()

    def _add(self, text: str) -> None:
        style = _Style() if self._is_heading() else self._styles[-1]
        self._runs.append(Run(text, style.bold, style.italic, style.link))

    def _add_preformatted(self, text: str) -> None:
        """Read mail and old pages: an empty line parts paragraphs, a short line ends where it ends."""
        for index, paragraph in enumerate(_BLANK_LINE.split(text)):
            if index:
                self._flush()
            lines = paragraph.strip("\n").split("\n")
            for number, line in enumerate(lines):
                is_last = number == len(lines) - 1
                self._add(line + ("" if is_last else " " if len(line.rstrip()) >= _WRAPPED else _LINE))

    def _is_heading(self) -> bool:
        return any(block.tag in _HEADINGS for block in self._open)

    def _opened(self, tag: str, element: Element) -> _Open:
        if element is self._headline:
            return _Open("h1", RowKind.HEADLINE)
        if tag in _HEADINGS:
            depth = int(tag[1])
            is_headline = depth == 1 and self._headline is None
            return _Open(tag, RowKind.HEADLINE) if is_headline else _Open(tag, RowKind.SUBHEADING, max(1, depth - 1))
        if tag == "li" and self._lists:
            return _Open(tag, RowKind.LIST_ITEM, len(self._lists), self._numbered(element))
        level = item_level(element)
        if level is not None:
            return _Open(tag, RowKind.LIST_ITEM, level)
        kind = styled_kind(element)
        if kind is not None:
            return _Open("h1" if kind is RowKind.HEADLINE else tag, kind)
        names = _NAMES.split(element.get("class", "").lower())
        is_caption = tag in ("figcaption", "caption") or (tag in ("p", "div") and not _CAPTIONS.isdisjoint(names))
        return _Open(tag, RowKind.CAPTION if is_caption else None)

    def _numbered(self, element: Element) -> int | None:
        number = self._lists[-1]
        if number is None:
            return None
        value = element.get("value", "")
        number = int(value) if value.isdecimal() and len(value) < 5 else number
        self._lists[-1] = number + 1
        return number

    def _flush(self) -> None:
        """Close the paragraph, if anything stands in it."""
        runs, self._runs = collapsed(self._runs), []
        passage = passage_of(runs)
        if not passage.text.strip() or len(self.placed) > MOST_BLOCKS:
            return
        shape = next((block for block in reversed(self._open) if block.kind), _Open(""))
        cell = Cell(*self._tables[-1]) if self._tables and self._tables[-1][1] >= 0 else None
        blocks = itemised(Block(passage, shape.kind, shape.level, shape.number))
        self.placed += [Placed(block, cell) for block in blocks]
        if shape.kind is RowKind.LIST_ITEM:
            shape.kind = None


def _span(element: Element) -> int:
    span = element.get("colspan", "")
    return max(1, int(span)) if span.isdecimal() and len(span) < 4 else 1


def _first_number(element: Element) -> int:
    start = element.get("start", "")
    return int(start) if start.isdecimal() and len(start) < 5 else 1


def _language_at(element: Element) -> Language | None:
    """Return the language that an element or the nearest around it names."""
    for around in (element, *element.iterancestors()):
        tag = around.get("lang") or around.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        for language in Language:
            if tag.lower().startswith(language.value):
                return language
    return None
