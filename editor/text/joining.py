"""Joining: the changes two people made to one wording, made one wording word by word."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from editor.model.passage import Passage
from editor.text.changes import Fate, compared, words_of
from editor.values import frozen


@frozen
class _Change:
    """Words [start, end) of the base, and what stands in their place."""

    start: int
    end: int
    words: tuple[str, ...]


def joined(base: str, first: str, second: str) -> str:
    """Return `base` with the changes of both; where both wrote at one place, the words of the first stand before."""
    was = words_of(base)
    changes = (_changes(was, words_of(first)), _changes(was, words_of(second)))
    done: list[str] = []
    place = 0
    for start, end, touching in _regions(changes):
        done += was[place:start]
        versions = [_within(was, (start, end), each) for each in touching]
        done.append(_both(*versions))
        place = end
    return "".join([*done, *was[place:]])


def reworded(passage: Passage, text: str) -> Passage:
    """Return a passage with another wording; marks stay on the words that stay."""
    splices: list[tuple[int, int, str]] = []
    place = 0
    for piece in compared(passage.text, text):
        if piece.fate is Fate.NEW:
            former = splices.pop() if splices and splices[-1][1] == place else (place, place, "")
            splices.append((former[0], former[1], piece.text))
            continue
        if piece.fate is Fate.GONE:
            splices.append((place, place + len(piece.text), ""))
        place += len(piece.text)
    for start, end, new in reversed(splices):
        passage = passage.splice(start, end, new)
    return passage


def reworded_by_both(text: str, base: Passage, first: Passage, second: Passage) -> Passage:
    """Return what two copies of a passage were made into, with the marks of both.

    Those of the first stay on its words. Of the second come those that stand on its very words, but not where the
    first has these words too and has taken the mark away, nor beside another mark of the kind.
    """
    mine, theirs, was = (reworded(each, text) for each in (first, second, base))
    kept = _kept(first.text, text)
    marks = list(mine.marks)
    words = Counter((mark.kind, mark.target, second.words_of(mark)) for mark in second.marks)
    for mark in theirs.marks:
        is_whole = words[mark.kind, mark.target, theirs.words_of(mark)] > 0
        is_lifted = mark in was.marks and any(start <= mark.start and mark.end <= end for start, end in kept)
        is_free = not any(each.kind is mark.kind and each.is_touched(mark.start, mark.end) for each in marks)
        if is_whole and is_free and not is_lifted:
            marks.append(mark)
    return Passage(text, tuple(marks))


def _kept(before: str, after: str) -> list[tuple[int, int]]:
    """Return the stretches of a new wording that the former one had."""
    found, place = [], 0
    for piece in compared(before, after):
        if piece.fate is Fate.KEPT:
            found.append((place, place + len(piece.text)))
        place += len(piece.text) if piece.fate is not Fate.GONE else 0
    return found


def _changes(was: Sequence[str], now: Sequence[str]) -> list[_Change]:
    found = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    return [_Change(low, high, tuple(now[first:last])) for tag, low, high, first, last in found if tag != "equal"]


def _regions(
    changes: tuple[list[_Change], list[_Change]],
) -> list[tuple[int, int, tuple[list[_Change], list[_Change]]]]:
    """Return the stretches of the base that somebody changed, with what each did there; what touches is one."""
    found: list[tuple[int, int, tuple[list[_Change], list[_Change]]]] = []
    marked = [(change.start, change.end, whose, change) for whose in (0, 1) for change in changes[whose]]
    for start, end, whose, change in sorted(marked, key=lambda each: each[:3]):
        if found and start <= found[-1][1]:
            low, high, touching = found[-1]
        else:
            low, high, touching = start, end, ([], [])
            found.append((low, high, touching))
        touching[whose].append(change)
        found[-1] = (low, max(high, end), touching)
    return found


def _within(was: Sequence[str], stretch: tuple[int, int], changes: Sequence[_Change]) -> str | None:
    """Return what one of the two made of a stretch; None where nothing was changed by them."""
    if not changes:
        return None
    place, done = stretch[0], []
    for change in changes:
        done += [*was[place : change.start], *change.words]
        place = change.end
    return "".join([*done, *was[place : stretch[1]]])


def _both(first: str | None, second: str | None) -> str:
    if first is None or second is None or first == second:
        return (first if first is not None else second) or ""
    needs_gap = first and second and not first[-1].isspace() and not second[0].isspace()
    return f"{first} {second}" if needs_gap else first + second
