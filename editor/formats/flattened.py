"""Flattened footnotes: what pasted text, mail and PDF leave of them, a number at a word and a numbered line at the end.

They are taken for footnotes only where that is certain: the last paragraphs of the text are numbered from 1 on without
a gap, each number is called for once, in this order, in the text above, and nothing says that they are a list.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from editor.formats.manuscript import Block
from editor.formats.runs import LONGEST_NOTE, last_word
from editor.model.passage import MarkKind, Passage
from editor.model.rows import RowKind
from editor.values import frozen

_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE: Final = re.compile(
    r"[\s\u00a0]*(?:\[(?P<bracket>\d{1,2})\]|\((?P<round>\d{1,2})\)|(?P<raised>[⁰¹²³⁴-⁹]{1,2})|"
    r"(?P<bare>\d{1,2})[.)]?(?=[\s\u00a0]))[\s\u00a0]*(?P<text>\S.*)"
)
_CALLS: Final = {
    "bracket": re.compile(r"(?<=\S)[ \u00a0\u202f]?\[(\d{1,2})\]"),
    "round": re.compile(r"(?<=[^\W\d_])\((\d{1,2})\)|(?<=[.,;!?»”’])\((\d{1,2})\)"),
    # A word of small letters, or a sign behind one, with figures right after it: no CO2, no G7, no No.1.
    "bare": re.compile(
        r"(?<=[^\W\d_A-Z]{3})(?:[.,;:!?…]?[»”’\")\]]?[.,;:!?…]?|[ \u00a0\u202f]»[.,;:!?…]?)"
        r"(\d{1,2})(?![\w/@]|[.,]\d)"
    ),
    "raised": re.compile(r"(?<=\S)([⁰¹²³⁴-⁹]{1,2})"),
}
"""How the text calls for a note, by how the note is numbered; figures may be raised in the text alone."""
_ADDRESS: Final = re.compile(r"[@/]|\Awww\.")
_LONGEST_ADDRESS: Final = 300
_RULE: Final = re.compile(r"[\s_*=–—-]*[_*=–—-]{3,}[\s_*=–—-]*")
_HEADS: Final = frozenset(("footnotes", "notes de bas de page", "notes en bas de page"))
_TAKEN_FOR_LIST: Final = re.compile(r".*:\s*|\W*(?:notes?|references?|références?|sources?)\b.{0,30}", re.IGNORECASE)
"""What stands before numbered paragraphs that are a list, or notes to editors."""


@frozen
class _Call:
    """A place that calls for a note: characters [start, end) of a block, and the number of the note."""

    block: int
    start: int
    end: int
    number: int


def with_footnotes(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], int]:
    """Return a text with its flattened footnotes made real ones, and how many there were."""
    notes = _notes(blocks)
    if not notes:
        return blocks, 0
    end = len(blocks) - len(notes)
    above = blocks[end - 1].text.strip() if end else ""
    is_headed = bool(_RULE.fullmatch(above)) or above.rstrip(" :\u00a0").casefold() in _HEADS
    if not is_headed and _TAKEN_FOR_LIST.fullmatch(above):
        return blocks, 0
    body = blocks[: end - 1] if is_headed else blocks[:end]
    calls = _calls(body, notes)
    return (_called(body, calls, notes), len(notes)) if calls else (blocks, 0)


def _notes(blocks: Sequence[Block]) -> list[re.Match[str]]:
    """Return the numbered paragraphs at the end of a text, from the first on; none where they do not begin with 1."""
    found: list[re.Match[str]] = []
    for block in reversed(blocks):
        note = _NOTE.fullmatch(block.text) if block.kind in (None, RowKind.PARAGRAPH) else None
        if note is None or len(note["text"]) > LONGEST_NOTE or (found and _number(note) != _number(found[0]) - 1):
            return []
        found.insert(0, note)
        if _number(note) == 1:
            return found if all(each.lastgroup and _form(each) == _form(note) for each in found) else []
    return []


def _form(note: re.Match[str]) -> str:
    return next(form for form in _CALLS if note[form])


def _number(note: re.Match[str]) -> int:
    return int(note[_form(note)].translate(_RAISED))


def _calls(body: Sequence[Block], notes: Sequence[re.Match[str]]) -> list[_Call]:
    """Return where each note is called for, in their order; none where one is called for twice, not, or elsewhere."""
    form, wanted = _form(notes[0]), list(range(1, len(notes) + 1))
    forms = ("raised", "bare") if form in ("raised", "bare") else ("raised", form)
    for each in forms:
        # One more than there are notes shows as well as all of them that something is called for twice.
        found = list(islice(_all_calls(body, _CALLS[each], len(notes)), len(notes) + 1))
        if [call.number for call in found] == wanted:
            return found
    return []


def _all_calls(body: Sequence[Block], sign: re.Pattern[str], last: int) -> Iterator[_Call]:
    """Yield the places that call for notes by a sign, up to the `last` number; figures in addresses call for none."""
    for index, block in enumerate(body):
        for found in sign.finditer(block.text):
            figures = found.lastindex or 1
            number = int(found[figures].translate(_RAISED))
            if number > last:
                continue
            # What stands before bare figures are the signs of the word itself; brackets go with what stands in them.
            start = found.start(figures) if sign is _CALLS["bare"] else found.start()
            if not _ADDRESS.search(_before(block.text, start)):
                yield _Call(index, start, found.end(), number)


def _before(text: str, end: int) -> str:
    """Return what stands before a place of a text without a space between."""
    return text[max(0, end - _LONGEST_ADDRESS) : end].rpartition(" ")[2]


def _called(body: Sequence[Block], calls: Sequence[_Call], notes: Sequence[re.Match[str]]) -> tuple[Block, ...]:
    """Return the text with each call taken out and its note put on the word before it."""
    passages: dict[int, Passage] = {}
    for call in reversed(calls):
        passage = passages.get(call.block, body[call.block].passage).splice(call.start, call.end, "")
        start, end = last_word(passage.text[: call.start])
        note = notes[call.number - 1]["text"].strip()
        passages[call.block] = passage.marked(start, end, MarkKind.FOOTNOTE, note)
    return tuple(replace(block, passage=passages.get(index, block.passage)) for index, block in enumerate(body))
