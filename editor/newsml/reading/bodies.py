"""Bodies: paragraphs out of what others publish: XHTML however nested, NITF with or without blocks, plain text."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from editor.model.passage import Mark, MarkKind, Passage, fit_text, split_text
from editor.model.rows import RowKind
from editor.newsml.addresses import is_safe
from editor.newsml.vocabulary import NITF, XHTML, nar
from editor.values import frozen

_WHITE = re.compile("[ \t\n\r\f]+")
_MARKS = {
    "b": MarkKind.BOLD,
    "strong": MarkKind.BOLD,
    "i": MarkKind.ITALIC,
    "em": MarkKind.ITALIC,
    "cite": MarkKind.ITALIC,
}
_SKIPPED = frozenset(
    {"script", "style", "template", "iframe", "object", "embed", "noscript", "svg", "math", "nav", "form", "head"}
)
_HEADINGS = {"h1": 1, "h2": 1, "h3": 2, "h4": 3, "h5": 4, "h6": 5, "hl2": 1, "hl1": 1}
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
    }
    | {
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
        "person",
        "org",
        "location",
    }
    | {
        "chron",
        "classifier",
        "event",
        "function",
        "money",
        "num",
        "object.title",
        "postaddr",
        "virtloc",
        "pronounce",
        "lang",
    }
    | {"alt-code", "byttl", "frac", "copyrite"}
)
"""Elements of XHTML and NITF that stand in a line; all others begin a paragraph."""
_KINDS = {"figcaption": RowKind.CAPTION, "media-caption": RowKind.CAPTION, "caption": RowKind.CAPTION}


@frozen
class Chunk:
    """One paragraph found: its kind, level and number as in a row, its words and marks, and its id where it has one."""

    passage: Passage
    kind: RowKind = RowKind.PARAGRAPH
    level: int = 0
    number: int | None = None
    id: str = ""


@frozen
class Content:
    """What an item holds: paragraphs, a headline and a dateline of the body's own, what was left aside.

    `unknown` holds markup of languages that are not known here, as it stands; `dropped` the names of what runs.
    """

    chunks: tuple[Chunk, ...] = ()
    headline: str = ""
    dateline: str = ""
    unknown: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


def content_of(item: etree._Element) -> Content:
    """Return the text of an item, from the first content that has any."""
    found = Content()
    for holder in item.findall(f"{nar('contentSet')}/*"):
        name = etree.QName(holder).localname
        content = Content()
        if name == "inlineXML":
            content = _markup(holder)
        elif name == "inlineData" and not holder.get("encoding"):
            content = Content(tuple(_plain(holder.text or "")))
        if content.chunks and not found.chunks:
            found = replace(content, unknown=found.unknown + content.unknown)
        else:
            found = replace(found, unknown=found.unknown + content.unknown, dropped=found.dropped + content.dropped)
    return found


def _markup(holder: etree._Element) -> Content:
    top = next(holder.iterchildren(etree.Element), None)
    if top is None:
        return Content(tuple(_plain(holder.text or "")))
    namespace, name = etree.QName(top).namespace, etree.QName(top).localname
    if namespace == NITF or name == "nitf":
        return _nitf(top)
    if namespace == XHTML or name in {"html", "body", "p", "div", "section", "article"}:
        body = next((each for each in top.iter(etree.Element) if etree.QName(each).localname == "body"), top)
        return _walk(body)
    return Content(unknown=(etree.tostring(top, encoding="unicode", with_tail=False),))


def _nitf(top: etree._Element) -> Content:
    def first(name: str) -> etree._Element | None:
        return next((each for each in top.iter(etree.Element) if etree.QName(each).localname == name), None)

    body = first("body.content")
    content = _walk(body) if body is not None else Content()
    headline, dateline = first("hl1"), first("dateline")
    return replace(
        content,
        headline=_line(headline) if headline is not None else "",
        dateline=_line(dateline) if dateline is not None else "",
    )


def _walk(body: etree._Element) -> Content:
    walker = _Walker()
    walker.walk(body)
    walker.close()
    return Content(tuple(walker.chunks), dropped=tuple(dict.fromkeys(walker.dropped)))


def _line(element: etree._Element) -> str:
    return _WHITE.sub(" ", fit_text(str(element.xpath("string()")).replace("\n", " "))).strip()


def _plain(text: str) -> Iterator[Chunk]:
    for line in split_text(text):
        if line.strip():
            yield Chunk(Passage(_WHITE.sub(" ", line).strip()))


class _Walker:
    """Walks through markup and cuts it into paragraphs; white space is folded as readers of XHTML fold it."""

    def __init__(self) -> None:
        self.chunks: list[Chunk] = []
        self.dropped: list[str] = []
        self._text = ""
        self._marks: list[Mark] = []
        self._shape = Chunk(Passage())
        self._lists: list[int | None] = []

    def walk(self, element: etree._Element) -> None:
        """Take in an element's text and children."""
        self._say(element.text)
        for child in element:
            if not callable(child.tag):
                self._child(child, etree.QName(child).localname)
            self._say(child.tail)

    def close(self) -> None:
        """End the paragraph under way, if it says anything."""
        bare = self._text.rstrip(" ")
        lead = len(bare) - len(bare.lstrip(" "))
        if bare.strip():
            words = bare[lead:]
            marks = [
                replace(mark, start=max(mark.start - lead, 0), end=min(mark.end - lead, len(words)))
                for mark in self._marks
            ]
            passage = Passage(words, tuple(mark for mark in marks if mark.start < mark.end))
            self.chunks.append(replace(self._shape, passage=passage))
        self._text, self._marks = "", []
        # A second paragraph of a list item is no new item with its number.
        self._shape = replace(self._shape, number=None)

    def _child(self, child: etree._Element, name: str) -> None:
        if name in _SKIPPED:
            self.dropped.append(name)
        elif name == "br":
            self._text = self._text.rstrip(" ") + "\u2028" if self._text.strip() else self._text
        elif name in _INLINE:
            self._inline(child, name)
        elif name in {"ul", "ol"}:
            self._list(child, name)
        else:
            self._block(child, name)

    def _inline(self, child: etree._Element, name: str) -> None:
        start = len(self._text)
        quoted = name == "q"
        if quoted:
            self._say("“")
        self.walk(child)
        if quoted:
            self._say("”")
        start = start + len(self._text[start:]) - len(self._text[start:].lstrip(" "))
        end = len(self._text.rstrip(" "))
        kind, target = _MARKS.get(name), ""
        href = child.get("href", "").strip()
        if name == "a" and href and not href.startswith("#"):
            if is_safe(href):
                kind, target = MarkKind.LINK, href
            else:
                self.dropped.append("a")
        if kind is not None and start < end:
            self._marks.append(Mark(start, end, kind, target))

    def _list(self, child: etree._Element, name: str) -> None:
        self.close()
        outer = self._shape
        begin = child.get("start", "")
        self._lists.append((int(begin) if re.fullmatch("[0-9]{1,6}", begin) else 1) if name == "ol" else None)
        self.walk(child)
        self.close()
        self._lists.pop()
        self._shape = outer

    def _block(self, child: etree._Element, name: str) -> None:
        self.close()
        outer = self._shape
        if name in _HEADINGS:
            self._shape = Chunk(Passage(), RowKind.SUBHEADING, _HEADINGS[name])
        elif name == "li" and self._lists:
            self._shape = Chunk(Passage(), RowKind.LIST_ITEM, len(self._lists), self._number(child))
        elif name in _KINDS:
            self._shape = Chunk(Passage(), _KINDS[name])
        self._shape = replace(self._shape, id=child.get("id", ""))
        if name == "pre":
            for line in split_text(str(child.xpath("string()"))):
                self._say(line)
                self.close()
        else:
            self.walk(child)
        self.close()
        self._shape = outer

    def _number(self, child: etree._Element) -> int | None:
        count = self._lists[-1]
        if count is None:
            return None
        value = child.get("value", "")
        if re.fullmatch("[0-9]{1,6}", value):
            count = int(value)
        self._lists[-1] = count + 1
        return count

    def _say(self, text: str | None) -> None:
        if text:
            words = fit_text(_WHITE.sub(" ", text))
            if not self._text or self._text[-1] in " \u2028":
                words = words.lstrip(" ")
            self._text += words
