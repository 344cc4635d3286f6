"""Marks of quotation in a paragraph, paired: what stands between them, how deep, and which mark is lost or wrong."""

import re
from enum import Enum
from functools import lru_cache

from editor.text.letters import plain
from editor.text.patterns import pattern_of
from editor.values import frozen


class Family(Enum):
    """Marks that open and close each other, right or wrong ones alike."""

    GUILLEMETS = "«»"
    DOUBLE = '“”„‟"'
    SINGLE = "‘’‚'"


@frozen
class Marked:
    """A stretch between marks of one paragraph (code points). `start` and `end` leave out marks and spaces inside them.

    `outer` and `outer_end` take the marks in; where a mark is lost they equal `start` or `end`. `depth` is 0 for the
    outermost. `opened` and `closed` tell whether each mark stands there; `regular` that both are the right ones.
    """

    outer: int
    start: int
    end: int
    outer_end: int
    depth: int
    family: Family
    opened: bool = True
    closed: bool = True
    regular: bool = True


@frozen
class _Mark:
    start: int
    end: int
    glyph: str
    family: Family
    may_open: bool
    may_close: bool


_TOKENS = pattern_of(r"<<|>>|''|``|[‘’]{2}|,,(?=\w)|[«»“”„‟\"]|[‘‚]|(?<!\w)['’`](?=\w)|(?<=[\w.,!?…;:)%])['’](?!\w)")
_STOP_BEHIND = pattern_of(r"«?\s*[,.;:!?](?!\.)|(?<=[^\s(])«(?=\s|$)")
"""What shows that « closes: a stop behind it, or a letter before it and a space behind it."""
_GLYPHS = {"<<": "«", ">>": "»", "''": '"', "``": "“", ",,": "„", "`": "‘"} | dict.fromkeys(
    ("‘‘", "’’", "‘’", "’‘"), '"'
)
_SPACE = " \t"
_MOST = 2000
"""Marks of one paragraph beyond this many are not paired: no release has them."""


@lru_cache(maxsize=2048)
def find_marked(text: str) -> tuple[Marked, ...]:
    """Return the marked stretches of one paragraph in the order they open; unclosed and unopened ones among them."""
    flat = plain(text)
    stack: list[_Mark] = []
    found: list[Marked] = []
    for mark in _marks(text, flat):
        _take(mark, stack, found, flat)
    for depth, mark in enumerate(stack):
        if mark.family is not Family.SINGLE:
            found.append(_unclosed(mark, flat, depth))
    found.sort(key=lambda each: (each.outer, -each.outer_end))
    return _levelled(found)


def _marks(text: str, flat: str) -> list[_Mark]:
    marks: list[_Mark] = []
    single_open = False
    for match in _TOKENS.finditer(text):
        glyph = _GLYPHS.get(match.group(), match.group())
        before = flat[match.start() - 1] if match.start() else " "
        after = flat[match.end()] if match.end() < len(flat) else " "
        mark = _mark(match, glyph, before, after)
        if mark.family is Family.SINGLE:
            if mark.may_open and not single_open and not _has_closer(text, match.end()):
                continue
            if mark.may_close and not mark.may_open and (not single_open or _is_plural(text, match)):
                continue
            single_open = mark.may_open
        marks.append(mark)
        if len(marks) >= _MOST:
            break
    return marks


def _mark(match: re.Match[str], glyph: str, before: str, after: str) -> _Mark:
    start, end = match.span()
    left_free = before in _SPACE or before in "([{«“‘\"'—–-/:"
    right_free = after in _SPACE or after in ".,;:!?)]}»”’\"'…—–"
    if glyph in "«»":
        wrong_way = glyph == "«" and _STOP_BEHIND.match(match.string, end if before in _SPACE else start) is not None
        opens = glyph == "«" or (left_free and before != ":" and after.isalnum())
        return _Mark(start, end, glyph, Family.GUILLEMETS, opens, glyph == "»" or wrong_way)
    if glyph in "“„‟":
        wrong_way = glyph == "“" and not left_free and right_free
        either = glyph == "“" and before in _SPACE and after in _SPACE and start > 0
        return _Mark(start, end, glyph, Family.DOUBLE, not wrong_way, wrong_way or either)
    if glyph == "”":
        wrong_way = left_free and not right_free and after.isalnum()
        return _Mark(start, end, glyph, Family.DOUBLE, wrong_way, not wrong_way)
    if glyph == '"':
        opens, closes = left_free and not right_free, right_free and not left_free
        either = opens == closes
        return _Mark(start, end, glyph, Family.DOUBLE, opens or either, closes or either)
    if glyph in "‘‚":
        return _Mark(start, end, glyph, Family.SINGLE, may_open=True, may_close=False)
    return _Mark(start, end, glyph, Family.SINGLE, before in ' ([“«"—–-', not after.isalnum())


_CLOSER = pattern_of(r"(?<=[\w.,!?…;:)%])['’](?!\w)")
_REACH = 3000


def _has_closer(text: str, offset: int) -> bool:
    """Tell whether a single mark of quotation is closed by one that is no apostrophe."""
    return any(not _is_plural(text, match) for match in _CLOSER.finditer(text, offset, offset + _REACH))


def _is_plural(text: str, match: re.Match[str]) -> bool:
    """Tell whether ’ after an s is more likely a plural possessive: “the Allies’ resolve”."""
    follower = text[match.end() : match.end() + 2]
    return text[match.start() - 1] == "s" and len(follower) == 2 and follower[0] == " " and follower[1].islower()


def _take(mark: _Mark, stack: list[_Mark], found: list[Marked], flat: str) -> None:
    """Put one mark on the stack, or close what it closes, or note that its opening mark is lost."""
    closes = mark.may_close and any(each.family is mark.family for each in stack)
    if mark.may_close and not closes and not mark.may_open:
        closes = _closes_otherwise(mark, stack, flat)
    if closes and (not mark.may_open or _is_inside(stack, mark.family)):
        while stack[-1].family is not mark.family and len(stack) > 1:
            stack.pop()
        opener = stack.pop()
        found.append(_paired(opener, mark, flat, len(stack)))
    elif mark.may_open:
        stack.append(mark)
    elif mark.family is not Family.SINGLE and not stack and not flat[: mark.start].endswith(tuple("0123456789")):
        found.append(_unopened(mark, found, flat))


def _closes_otherwise(mark: _Mark, stack: list[_Mark], flat: str) -> bool:
    """Tell whether a closing mark of the other kind ends what stands open: «…” where no » follows."""
    if not stack or mark.family is Family.SINGLE or stack[-1].family is Family.SINGLE:
        return False
    right = "»" if stack[-1].family is Family.GUILLEMETS else "”"
    if right in flat[mark.end :]:
        return False
    opener = stack.pop()
    stack.append(_Mark(opener.start, opener.end, opener.glyph, mark.family, opener.may_open, opener.may_close))
    return True


def _is_inside(stack: list[_Mark], family: Family) -> bool:
    return any(each.family is family for each in stack)


def _paired(opener: _Mark, closer: _Mark, flat: str, depth: int) -> Marked:
    start, end = _inner(flat, opener.end, closer.start)
    regular = opener.glyph + closer.glyph in {"«»", "“”", '""', "‘’", "''", "„“", "„”"}
    return Marked(opener.start, start, end, closer.end, depth, opener.family, regular=regular)


def _unclosed(opener: _Mark, flat: str, depth: int) -> Marked:
    start, end = _inner(flat, opener.end, len(flat))
    return Marked(opener.start, start, end, end, depth, opener.family, closed=False, regular=False)


def _unopened(closer: _Mark, found: list[Marked], flat: str) -> Marked:
    """Reach back from a mark nothing opened: to the sentence after the stretch before, or to the paragraph's start."""
    begin = max((each.outer_end for each in found), default=0)
    if begin:
        stop = re.compile(r"[.!?…](?= )").search(flat, begin, closer.start)
        begin = stop.end() if stop else begin
    start, end = _inner(flat, begin, closer.start)
    return Marked(start, start, end, closer.end, 0, closer.family, opened=False, regular=False)


def _inner(flat: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the spaces inside the marks."""
    while start < end and flat[start].isspace():
        start += 1
    while end > start and flat[end - 1].isspace():
        end -= 1
    return start, end


def _levelled(found: list[Marked]) -> tuple[Marked, ...]:
    """Count depths anew, since stretches without a partner are known only at the end; drop empty ones."""
    levelled: list[Marked] = []
    ends: list[int] = []
    for each in found:
        if each.start >= each.end:
            continue
        while ends and ends[-1] <= each.outer:
            ends.pop()
        levelled.append(
            Marked(
                each.outer,
                each.start,
                each.end,
                each.outer_end,
                len(ends),
                each.family,
                each.opened,
                each.closed,
                each.regular,
            )
        )
        ends.append(each.outer_end)
    return tuple(levelled)
