"""Page to paragraphs: headings, lists, captions, bold, links and footnotes stay; programs and furniture go."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from editor.errors import Unreadable
from editor.formats.encodings import decoded
from editor.formats.html.content import Content, content_of, everything_of
from editor.formats.html.footnotes import Footnotes, footnotes_of
from editor.formats.html.hiding import show_other_language
from editor.formats.html.metadata import address_in, stated_in
from editor.formats.html.office import is_end_sign, is_item_sign, is_spacer
from editor.formats.html.paragraphs import Paragraphs
from editor.formats.html.parts import BLOCKS, Element, is_hidden, is_unread, pieces_in, tag_of, words_in
from editor.formats.manuscript import Manuscript
from editor.formats.tables import scripts_of
from editor.formats.telling import repeated
from editor.text.language import language_of
from editor.words import Sentence, say, say_count

_DEPTH: Final = 200
"""Elements inside each other; real pages have some 40."""
_MOST_TAGS: Final = 300_000
"""Tags of a page; a long one has some 20,000."""
_MOST_ATTRIBUTES: Final = 5_000
"""Attributes of one tag, each of which the parser compares with all before it; real ones have at most some 30."""
_LONG_TAG: Final = re.compile(rb"<[A-Za-z][^<>]{10000,}")
_DECLARED: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_HEAD: Final = 4096
_CLIPBOARD: Final = re.compile(r"\s*Version:[\d.]+\s+(?:[A-Za-z]+:\S*\s+)+(?=<)")
_LONGEST_SHOWN: Final = 200
"""Characters of what was left out that are kept to be told."""
_FEWEST_HIDDEN: Final = 150
"""Letters of hidden text from which it is worth telling."""
_PICTURES: Final = ("img", "picture", "amp-img")
_DOT: Final = ("0", "1", "2", "0px", "1px", "2px")
"""Sizes of pictures that only tell a program who reads the page."""


class _Overfull(Exception):
    """There are more tags, or more attributes in one, than can be read in a bearable time."""


def read(raw: bytes, path: Path, charset: str = "") -> Manuscript:
    """Return the text of a saved page. Raises Unreadable where there is none or it is no page.

    `charset` is the encoding that what the page came in declares, where the page itself declares none.
    """
    declared = _DECLARED.search(raw[:_HEAD])
    found = decoded(raw, path, declared[1].decode("ascii") if declared else charset)
    try:
        page = _page(found.text)
    except etree.LxmlError as error:
        raise Unreadable(path, say("This is not a web page that can be read.")) from error
    except RecursionError as error:
        raise Unreadable(path, say("The file is nested too deeply.")) from error
    except _Overfull as error:
        raise Unreadable(path, say("It holds more tags than any web page does.")) from error
    if not any(script.blocks for script in page.scripts):
        raise Unreadable(path, say("There is no text in this page."))
    return Manuscript(page.scripts, (*page.notes, *found.notes), page.stated)


def manuscript(text: str) -> Manuscript:
    """Return the text of pasted HTML, a whole page perhaps; no script where it holds none or is no HTML."""
    return pasted_page(text, is_chosen=False)[1]


def pasted_page(text: str, *, is_chosen: bool = True) -> tuple[Element | None, Manuscript]:
    """Return pasted HTML as it stands and as it is read; no script where it holds none or is no HTML.

    Where it `is_chosen` for a place in a text, nothing of it is furniture, unless it is a whole page, menus and all.
    """
    try:
        root = _root(_fragment(text))
        return root, _read(root, is_chosen=is_chosen and root is not None and not _is_whole_page(root))
    except (etree.LxmlError, RecursionError, _Overfull):
        return None, Manuscript(())


def _fragment(text: str) -> str:
    """Return the page in what the clipboard of Windows holds, without the lines that say where it begins (CF_HTML)."""
    head = _CLIPBOARD.match(text)
    return text[head.end() :] if head else text


def _page(text: str) -> Manuscript:
    """Return the text of a page; RecursionError tells that its elements are nested too deeply."""
    return _read(_root(text))


def _is_whole_page(root: Element) -> bool:
    """Whether a paste is all of a page, its menus included, and not what somebody chose of its text."""
    return len({tag_of(part) for part in root.iter("nav", "header", "footer", "main")}) > 1


def _read(root: Element | None, *, is_chosen: bool = False) -> Manuscript:
    """Return the text of a page, or all of it where it `is_chosen`."""
    if root is None:
        return Manuscript(())
    is_shown = not is_chosen and show_other_language(root)
    content = everything_of(root) if is_chosen else content_of(root)
    language = language_of(words_in(content.part))
    reader = _Reader(footnotes_of(root), content, Paragraphs(language, content.headline, address_in(root)))
    reader.paragraphs.head(content.title)
    reader.read(content.part)
    if not is_chosen:
        reader.paragraphs.drop_last_headings()
    if not reader.paragraphs.placed and not is_chosen:
        return _read(root, is_chosen=True)
    scripts = tuple(script for script in scripts_of(reader.paragraphs.placed) if script.blocks)
    shown = (say("A part that the page hides was read: it is in the other language."),) if is_shown else ()
    told = (*shown, *_told_of_furniture(content, reader), *_told_of_the_rest(content, reader.pictures))
    return Manuscript(scripts, told, stated_in(root, content.beside, language))


def _root(text: str) -> Element | None:
    # Bytes, because lxml refuses characters that are preceded by an XML declaration with an encoding.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    data = text.replace("\0", "").encode("utf-8", "replace")
    if not data.strip():
        return None
    if data.count(b"<") > _MOST_TAGS or any(
        len(set(tag.split())) > _MOST_ATTRIBUTES for tag in _LONG_TAG.findall(data)
    ):
        raise _Overfull
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


def _told_of_furniture(content: Content, reader: "_Reader") -> Iterator[Sentence]:
    """Tell that furniture was left out, and in its own words what of it stood within the text."""
    if content.furniture or content.silent:
        yield say("Menus, footers and other furniture of the page were left out.")
    last = len(reader.paragraphs.placed)
    within = repeated(dict.fromkeys(words for place, words in reader.left_out if 0 < place < last and words))
    if within is not None:
        yield say("Left out within the text: {words}.", words=within)


def _told_of_the_rest(content: Content, pictures: int) -> Iterator[Sentence]:
    if content.title:
        yield say("The headline was taken from the title of the page: nothing in its text says it.")
    if any(is_hidden(part) and _letters(part) >= _FEWEST_HIDDEN for part in content.part.iter()):
        yield say("Text that the page hides was left out.")
    if pictures:
        yield say_count(
            "{count} picture was left out: add pictures by hand.",
            "{count} pictures were left out: add pictures by hand.",
            pictures,
        )


def _letters(part: Element) -> int:
    return sum(len(text) for text in map(str.strip, map(str, part.itertext())))


class _Reader:
    """Walks a part of a page, telling the paragraphs where each starts and what stands in it.

    `left_out` holds the words of the furniture that was met, each behind as many paragraphs as had come to light;
    `pictures` counts those of the text.
    """

    def __init__(self, notes: Footnotes, content: Content, paragraphs: Paragraphs) -> None:
        self.paragraphs = paragraphs
        self.left_out: list[tuple[int, str]] = []
        self.pictures = 0
        self._notes, self._content = notes, content

    def read(self, part: Element) -> None:
        """Read one part with everything in it."""
        waiting = [(part, False)]
        while waiting:
            element, is_read = waiting.pop()
            if is_read:
                self._end(element)
            elif element in self._content.silent:
                self._leave_out(element)
                continue
            elif self._is_left_out(element):
                pass
            else:
                self._start(element)
                waiting.append((element, True))
                waiting.extend((inner, False) for inner in reversed(element))
                continue
            if element is not part:
                self.paragraphs.add(element.tail)
        self.paragraphs.finish()

    def _is_left_out(self, element: Element) -> bool:
        if element in self._notes.texts:
            self.paragraphs.note(self._notes.texts[element])
            return True
        if is_item_sign(element):
            self.paragraphs.item_sign(words_in(element))
            return True
        if is_spacer(element) or is_end_sign(element):
            self.paragraphs.add("" if is_end_sign(element) else " ")
            return True
        if not tag_of(element) or is_unread(element) or element in self._notes.holders:
            self._see(element)
            return True
        if element in self._content.furniture:
            self._leave_out(element)
            return True
        return False

    def _see(self, element: Element) -> None:
        """Count a picture, or read the sign of an item that it shows (SPIP draws the bullets of its lists)."""
        if tag_of(element) not in _PICTURES:
            return
        if "puce" in element.get("class", "").split():
            self.paragraphs.drawn_sign()
        else:
            self.pictures += not _is_dot(element)

    def _leave_out(self, element: Element) -> None:
        if not is_unread(element) and tag_of(element):
            if tag_of(element) in BLOCKS:
                self.paragraphs.finish()
            self.left_out.append(
                (len(self.paragraphs.placed), " ".join(" ".join(pieces_in(element)).split())[:_LONGEST_SHOWN])
            )

    def _parts_paragraphs(self, element: Element) -> bool:
        return tag_of(element) in BLOCKS or element is self._content.headline

    def _start(self, element: Element) -> None:
        tag = tag_of(element)
        if self._parts_paragraphs(element):
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
        if self._parts_paragraphs(element):
            self.paragraphs.end(tag)
        elif tag == "q":
            self.paragraphs.quotation(element, opens=False)
        elif tag != "br":
            self.paragraphs.unstyle()


def _is_dot(picture: Element) -> bool:
    return picture.get("width") in _DOT or picture.get("height") in _DOT
