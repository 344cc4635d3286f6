"""Marked stretches of a whole release: joined over paragraphs, mended where a mark is lost, cut where speech ends."""

from collections.abc import Sequence
from dataclasses import replace

from editor.model.language import Language
from editor.text.functions import subject_function
from editor.text.letters import plain
from editor.text.marks import Family, Marked, find_marked
from editor.text.names import find_candidates
from editor.text.patterns import pattern_of
from editor.text.saying import Manner, find_sayings
from editor.text.sentences import sentences
from editor.values import frozen

_CLOSERS = {Family.GUILLEMETS: ("»",), Family.DOUBLE: ("”",), Family.SINGLE: ()}
_MOST_PARAGRAPHS = 8
"""A quote over more paragraphs than this has lost its closing mark."""


@frozen
class Stretch:
    """Words between marks: from (`paragraph`, `start`) to (`end_paragraph`, `end`), marks and outer spaces left out.

    `outer` and `outer_end` take the marks in. `nested` stretches stand inside another one.
    """

    paragraph: int
    start: int
    end_paragraph: int
    end: int
    outer: int
    outer_end: int
    nested: bool = False
    regular: bool = True
    closed: bool = True


def find_stretches(paragraphs: Sequence[str], language: Language) -> tuple[Stretch, ...]:
    """Return every marked stretch of a release in the order of the text."""
    marked = [list(find_marked(paragraph)) for paragraph in paragraphs]
    found: list[Stretch] = []
    for index, paragraph in enumerate(paragraphs):
        for each in marked[index]:
            pieces = _cut(paragraph, each, language) if each.depth == 0 else None
            carried = each.depth == 0 and not each.closed and not _open_again(pieces)
            joined = _joined(paragraphs, marked, index, each) if carried else None
            if joined is not None:
                found.extend(_parted(index, joined, pieces))
            else:
                found.extend(_stretch(index, piece) for piece in pieces or _whole(paragraph, each))
    found.sort(key=lambda each: (each.paragraph, each.outer, -each.outer_end))
    return tuple(_renested(found))


def _parted(index: int, joined: Stretch, pieces: Sequence[Marked] | None) -> list[Stretch]:
    """Return a quote over several paragraphs, in two where its speaker is put in between commas in its first one."""
    if pieces is None or len(pieces) != _TWO:
        return [joined]
    first, second = pieces
    return [_stretch(index, first), replace(joined, outer=second.outer, start=second.start, regular=False)]


_TWO = 2


def _open_again(pieces: Sequence[Marked] | None) -> bool:
    """Tell whether a stretch lost its closing mark before its speaker is named, for another one opens behind that."""
    return pieces is not None and len(pieces) > 1 and pieces[1].opened


def _whole(paragraph: str, each: Marked) -> list[Marked]:
    """Return a stretch as it is, or ended where it was never closed; nothing where no sentence of it is whole."""
    ended = each if each.closed else _ended(paragraph, each)
    return [ended] if ended.start < ended.end else []


def _stretch(index: int, each: Marked) -> Stretch:
    return Stretch(
        index, each.start, index, each.end, each.outer, each.outer_end, each.depth > 0, each.regular, each.closed
    )


def _joined(paragraphs: Sequence[str], marked: list[list[Marked]], index: int, first: Marked) -> Stretch | None:
    """Follow a quote that its paragraph does not close into the next ones, reopened there or not.

    One that opens again with every paragraph and is closed nowhere ends with the last of them.
    """
    unclosed = None
    for later in range(index + 1, min(len(marked), index + 1 + _MOST_PARAGRAPHS)):
        marks = marked[later]
        if paragraphs[later].lstrip()[:1] in _CLOSERS[first.family]:
            # The mark stands at the head of its line: « … » Jane Roe, Director.
            last = len(paragraphs[later - 1].rstrip())
            return Stretch(index, first.start, later - 1, last, first.outer, last, regular=False)
        if not marks:
            continue
        _drop_inner(paragraphs[later], marks, first.family)
        head = marks[0]
        reopened = head.opened and head.outer == 0 and head.family is first.family
        carried = not head.opened and head.family is first.family
        if reopened and not head.closed and head.depth == 0:
            last = _ended(paragraphs[later], marks.pop(0)).end
            unclosed = Stretch(index, first.start, later, last, first.outer, last, regular=False, closed=False)
            continue
        if not (carried or reopened):
            return unclosed
        marks.pop(0)
        end = head.end
        return Stretch(index, first.start, later, end, first.outer, head.outer_end, regular=not carried)
    return unclosed


def _drop_inner(paragraph: str, marks: list[Marked], family: Family) -> None:
    """Leave out whole pairs before the mark that ends a quote with its paragraph: “free” in … – “free” to use – ….”."""
    closing = next((at for at, each in enumerate(marks) if not each.opened and each.family is family), 0)
    ends = not paragraph[marks[closing].outer_end :].strip(" .")
    if closing and ends and marks[0].outer > 0 and all(each.closed for each in marks[:closing]):
        del marks[:closing]


def _ended(paragraph: str, each: Marked) -> Marked:
    """End a stretch whose closing mark is lost with the last sentence that is whole."""
    end = each.end
    for start, stop in sentences(paragraph):
        if each.start < stop <= each.end and plain(paragraph)[stop - 1] in ".!?…" and start >= 0:
            end = stop
    return replace(each, end=end, outer_end=end)


# -- speech that ends before its mark ----------------------------------------------------------------------------------

_TURN = pattern_of(r"(?:[,.!?] ?|  )$")


def _cut(paragraph: str, each: Marked, language: Language) -> list[Marked] | None:
    """Cut a stretch at an attribution that stands inside its marks: «La relation, a déclaré X. Au moment…»."""
    flat = plain(paragraph)
    aside = _aside(paragraph, flat, each, language)
    if aside is not None or each.end - each.start < 40:
        return aside
    for saying in find_sayings(paragraph, language):
        if not each.start + 15 < saying.start < each.end or not saying.introduces:
            continue
        if saying.manner is not Manner.FINITE or not _is_turn(flat, each, saying.start):
            continue
        if not _names_speaker(paragraph, saying.end, each.end, language, inverted=saying.inverted):
            continue
        return _pieces(paragraph, flat, each, saying.start)
    return None


def _aside(paragraph: str, flat: str, each: Marked, language: Language) -> list[Marked] | None:
    """Cut a stretch at an attribution put in between commas: « Le port, a-t-il déclaré, est au cœur du plan »."""
    for saying in find_sayings(paragraph, language):
        if not (each.start < saying.start and saying.end < each.end and flat.endswith(", ", 0, saying.start)):
            continue
        begun = len(flat[each.start : saying.start].split()) <= _BEGUN
        named = _named_end(paragraph, flat, saying.end, each.end, language) if begun else None
        behind = saying.end if saying.inverted else named
        if behind is not None and flat.startswith(", ", behind):
            end = saying.start - 2
            first = replace(each, end=end, outer_end=end, closed=False, regular=False)
            start = behind + 2
            return [first, replace(each, outer=start, start=start, opened=False, regular=False)]
    return None


def _named_end(paragraph: str, flat: str, offset: int, limit: int, language: Language) -> int | None:
    """Return where the speaker named behind a verb ends, at the comma: « Le port, indique le maire de Gor, vit »."""
    if language is not Language.FR or not _names_speaker(paragraph, offset, limit, language, inverted=False):
        return None
    comma = flat.find(", ", offset, limit)
    while 0 < comma - offset <= _LONGEST_SUBJECT and not _STOP.search(flat, offset, comma):
        if _CLAUSE.match(flat, comma + 2) is not None:
            return comma
        comma = flat.find(", ", comma + 2, limit)
    return None


_BEGUN = 6
"""So few words before an attribution are no sentence yet: « En fait, indique le maire, le port vit »."""
_LONGEST_SUBJECT = 90
_STOP = pattern_of(r"[.;:!?]")
_CLAUSE = pattern_of(
    r"(?:je|nous|vous|ils?|elles?|on|ce|cela|les?|la|des|une?|notre|nos|mes|mon|ma|que|qui|et|mais|pour|en|tous|toute?s?|"
    r"est|sont|a|ont|va|vont|sera|seront)\b|"
    r"(?:j|l|c|d|qu|n)'"
)
"""How a sentence goes on behind its speaker, unlike « directrice du port »."""


def _is_turn(flat: str, each: Marked, offset: int) -> bool:
    """Tell whether a verb stands where narration takes over: after a comma, a stop, the two spaces of a lost mark."""
    return _TURN.search(flat, max(each.start, offset - 3), offset) is not None


_OFFICE = pattern_of(r" (?:le |la |l'|son |sa |notre |the |our |its )")
"""What leads to a function behind its verb: « …, explique son président, Luc Roy. … »."""


def _names_speaker(paragraph: str, offset: int, limit: int, language: Language, *, inverted: bool) -> bool:
    if inverted:
        return True
    flat = plain(paragraph)
    if _OFFICE.match(flat, offset) is not None and subject_function(flat, offset + 1, limit, language) is not None:
        return True
    return (
        any(
            0 < candidate.outer - offset <= 4 and (candidate.honorific or candidate.is_full) and candidate.start < limit
            for candidate in find_candidates(paragraph, language)
        )
        and flat[offset : offset + 1] == " "
    )


def _pieces(paragraph: str, flat: str, each: Marked, turn: int) -> list[Marked]:
    """Return the speech before the attribution and, where the marks go on after its sentence, the speech behind it."""
    end = len(flat[:turn].rstrip(" ,"))
    end += flat[end : end + 1] == "," and each.family is Family.DOUBLE
    pieces = [replace(each, end=end, outer_end=end, closed=False, regular=False)]
    stop = next((stop for _, stop in sentences(paragraph) if stop > turn), each.end)
    inner = [
        other for other in find_marked(paragraph) if each.outer < other.outer and other.outer_end <= each.outer_end
    ]
    behind = [other for other in inner if other.outer >= turn]
    if behind and not (each.closed and flat[stop : behind[0].outer].strip()):
        return pieces + [replace(other, depth=0) for other in behind[:1]]
    if stop < each.end and each.closed:
        start = stop + len(flat[stop:]) - len(flat[stop:].lstrip())
        pieces.append(replace(each, outer=start, start=start, opened=False, regular=False))
    return pieces


def _renested(found: list[Stretch]) -> list[Stretch]:
    """Tell again which stretches stand inside others, now that some were joined or cut; drop doubles."""
    kept: list[Stretch] = []
    reach: tuple[int, int] = (-1, -1)
    seen: set[tuple[int, int]] = set()
    for each in found:
        empty = each.paragraph == each.end_paragraph and each.start >= each.end
        if empty or (each.paragraph, each.start) in seen:
            continue
        seen.add((each.paragraph, each.start))
        nested = (each.paragraph, each.start) < reach
        kept.append(each if each.nested == nested else replace(each, nested=nested))
        if not nested:
            reach = (each.end_paragraph, each.outer_end)
    return kept
