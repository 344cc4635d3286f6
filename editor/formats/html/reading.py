"""Page to paragraphs: headings, lists, captions, bold, links and footnotes stay; programs and furniture go."""

import re
from pathlib import Path
from typing import Final

from lxml import etree

from editor.errors import Unreadable
from editor.formats.encodings import decoded
from editor.formats.html.footnotes import Footnotes, footnotes_of
from editor.formats.html.metadata import stated_in
from editor.formats.html.office import is_item_sign
from editor.formats.html.paragraphs import Paragraphs
from editor.formats.html.parts import BLOCKS, Element, is_furniture, is_unread, tag_of, words_in
from editor.formats.manuscript import Manuscript
from editor.formats.tables import scripts_of
from editor.model.language import Language
from editor.text.language import language_of
from editor.words import Sentence, say, say_count

_DEPTH: Final = 200
"""Elements inside each other; real pages have some 40."""
_MOST_TAGS: Final = 300_000
"""Tags of a page; a long one has some 20,000."""
_DECLARED: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_HEAD: Final = 4096
_FEWEST_LETTERS: Final = 200
"""Characters from which the main part of a page is trusted to hold its text."""


def read(raw: bytes, path: Path) -> Manuscript:
    """Return the text of a saved page. Raises Unreadable where there is none or it is no page."""
    declared = _DECLARED.search(raw[:_HEAD])
    found = decoded(raw, path, declared[1].decode("ascii") if declared else "")
    try:
        page = _page(found.text)
    except etree.LxmlError as error:
        raise Unreadable(path, say("This is not a web page that can be read.")) from error
    except RecursionError as error:
        raise Unreadable(path, say("The file is nested too deeply.")) from error
    if not any(script.blocks for script in page.scripts):
        raise Unreadable(path, say("There is no text in this page."))
    return Manuscript(page.scripts, (*found.notes, *page.notes), page.stated)


def manuscript(text: str) -> Manuscript:
    """Return the text of pasted HTML; no script where it holds none or is no HTML."""
    return pasted_page(text)[1]


def pasted_page(text: str) -> tuple[Element | None, Manuscript]:
    """Return pasted HTML as it stands and as it is read; no script where it holds none or is no HTML."""
    try:
        root = _root(text)
        return root, _read(root)
    except (etree.LxmlError, RecursionError):
        return None, Manuscript(())


def _page(text: str) -> Manuscript:
    """Return the text of a page; RecursionError tells that its elements are nested too deeply."""
    return _read(_root(text))


def _read(root: Element | None) -> Manuscript:
    if root is None:
        return Manuscript(())
    notes = footnotes_of(root)
    main = _main(root)
    reader = _Reader(notes, language_of(words_in(main)))
    for outside in _heading_outside(root, main):
        reader.read(outside)
    reader.read(main)
    left_out = reader.left_out + _furniture_outside(root, main)
    scripts = tuple(script for script in scripts_of(reader.paragraphs.placed) if script.blocks)
    return Manuscript(scripts, _told(left_out, root), stated_in(root))


def _root(text: str) -> Element | None:
    # Bytes, because lxml refuses characters that are preceded by an XML declaration with an encoding.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    data = text.replace("\0", "").encode("utf-8", "replace")
    if not data.strip():
        return None
    if data.count(b"<") > _MOST_TAGS:
        raise RecursionError
    root: Element | None = etree.fromstring(data, parser)
    if root is not None and _is_too_deep(root):
        raise RecursionError
    return root


def _is_too_deep(root: Element) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEPTH:
            return True
    return False


def _main(root: Element) -> Element:
    """Return the part of a page that holds its text, where the page says which."""
    marked = [part for part in root.iter("main") if not is_unread(part)]
    marked += [part for part in root.iter() if part.get("role") == "main"]
    articles = list(root.iter("article"))
    for part in [*marked, *articles] if len(articles) == 1 else marked:
        if len(words_in(part)) >= _FEWEST_LETTERS:
            return part
    body = root.find("body")
    return root if body is None else body


def _heading_outside(root: Element, main: Element) -> tuple[Element, ...]:
    """Return the page's one main heading where it stands above its main part."""
    headings = list(root.iter("h1"))
    is_inside = any(heading in headings for heading in main.iter("h1"))
    return () if is_inside or len(headings) != 1 else (headings[0],)


def _furniture_outside(root: Element, main: Element) -> int:
    inside = set(main.iter())
    return sum(is_furniture(part, in_text=False) for part in root.iter() if part not in inside)


def _told(left_out: int, root: Element) -> tuple[Sentence, ...]:
    pictures = sum(1 for _ in root.iter("img", "picture", "svg"))
    told = []
    if left_out:
        told.append(say("Menus, footers and other furniture of the page were left out."))
    if pictures:
        told.append(
            say_count(
                "{count} picture was left out: add pictures by hand.",
                "{count} pictures were left out: add pictures by hand.",
                pictures,
            )
        )
    return tuple(told)


class _Reader:
    """Walks a part of a page, telling the paragraphs where each starts and what stands in it."""

    def __init__(self, notes: Footnotes, language: Language | None) -> None:
        self.paragraphs = Paragraphs(language)
        self.left_out = 0
        self._notes = notes

    def read(self, part: Element) -> None:
        """Read one part with everything in it."""
        waiting = [(part, False)]
        while waiting:
            element, is_read = waiting.pop()
            if is_read:
                self._end(element)
            elif self._is_left_out(element, part):
                pass
            else:
                self._start(element)
                waiting.append((element, True))
                waiting.extend((inner, False) for inner in reversed(element))
                continue
            if element is not part:
                self.paragraphs.add(element.tail)
        self.paragraphs.finish()

    def _is_left_out(self, element: Element, part: Element) -> bool:
        if element in self._notes.texts:
            self.paragraphs.note(self._notes.texts[element])
            return True
        if is_item_sign(element):
            self.paragraphs.item_sign(words_in(element))
            return True
        if not tag_of(element) or is_unread(element) or element in self._notes.holders:
            return True
        if element is not part and is_furniture(element, in_text=tag_of(part) != "body"):
            self.left_out += 1
            return True
        return False

    def _start(self, element: Element) -> None:
        tag = tag_of(element)
        if tag in BLOCKS:
            self.paragraphs.start(tag, element)
        elif tag == "br":
            self.paragraphs.break_line()
        elif tag == "q":
            self.paragraphs.quotation(element, opens=True)
        else:
            self.paragraphs.style(tag, element)
        self.paragraphs.add(element.text)

    def _end(self, element: Element) -> None:
        tag = tag_of(element)
        if tag in BLOCKS:
            self.paragraphs.end(tag)
        elif tag == "q":
            self.paragraphs.quotation(element, opens=False)
        elif tag != "br":
            self.paragraphs.unstyle()
