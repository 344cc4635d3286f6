"""Pasting: what is taken of HTML from a clipboard, and a word on what is not: fonts, colours, underlines, tables."""

import re
from collections.abc import Iterator
from typing import Final

from editor.formats.html.parts import Element, tag_of
from editor.formats.html.reading import pasted_page
from editor.formats.manuscript import Block
from editor.values import frozen
from editor.words import Sentence, say

_DRESSED: Final = re.compile(
    r"(?<![\w-])(?:color|background(?:-color)?|font-family|font-size)\s*:(?!\s*(?:inherit|initial|transparent|windowtext)\s*(?:;|$))",
    re.IGNORECASE,
)
_LINED: Final = re.compile(r"text-decoration[\w-]*\s*:[^;]*(?:underline|line-through)", re.IGNORECASE)
_REVIEWED: Final = ("ins", "del")


@frozen
class Pasted:
    """The paragraphs of a paste, and a Sentence on what was left out; None where nothing was."""

    blocks: tuple[Block, ...]
    left_out: Sentence | None = None


def paste(text: str) -> Pasted:
    """Read HTML from a clipboard, whoever put it there; no blocks where it holds no text or is no HTML."""
    root, page = pasted_page(text)
    blocks = tuple(block for script in page.scripts for block in script.blocks)
    if root is None or not blocks:
        return Pasted(())
    body = root.find("body")
    return Pasted(blocks, _one_sentence(list(_left_out(root if body is None else body))))


def _left_out(body: Element) -> Iterator[Sentence]:
    elements = [element for element in body.iter() if tag_of(element)]
    tags = {tag_of(element) for element in elements}
    styles = [element.get("style", "") for element in elements]
    if "font" in tags or any(map(_DRESSED.search, styles)):
        yield say("fonts and colours")
    if not tags.isdisjoint(("u", "s", "strike")) or any(map(_is_lined, elements)):
        yield say("underlines")
    if not tags.isdisjoint(("sup", "sub")):
        yield say("raised and lowered letters")
    if "table" in tags:
        yield say("the form of tables")
    if not tags.isdisjoint(("img", "picture", "svg")):
        yield say("pictures")
    if not tags.isdisjoint(_REVIEWED):
        yield say("tracked changes")


def _is_lined(element: Element) -> bool:
    """Whether words are underlined that are no link: links are shown so by everybody."""
    if not _LINED.search(element.get("style", "")):
        return False
    return not any(tag_of(around) == "a" for around in (element, *element.iterancestors(), *element.iterdescendants()))


def _one_sentence(parts: list[Sentence]) -> Sentence | None:
    if not parts:
        return None
    told = parts[-1]
    for part in reversed(parts[:-1]):
        told = say("{one}, {more}", one=part, more=told)
    return say("Pasted as text; left out: {what}.", what=told)
