"""Quotation marks and brackets in pairs, and the comma that English leaves inside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, spots
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.rows import Row
from editor.text.marks import Family, Marked, find_marked
from editor.text.saying import find_sayings
from editor.text.typography import SPACES
from editor.text.verbatim import is_verbatim
from editor.words import Sentence, say, say_count

_S = f"[{SPACES}]"
_MOST_PARAGRAPHS = 8
"""A quotation over more paragraphs than this has lost its closing mark."""
_UNCLOSED = say("This quotation is not closed.")
_UNOPENED = say("This quotation is closed but not opened.")


def french_pairs(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """F40: every « and bracket has its partner; a long quotation opens again at each paragraph and is closed once."""
    yield from _lone_marks(doc, Language.FR, (Family.GUILLEMETS,))
    yield from _lone_brackets(doc, Language.FR)


def english_pairs(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """E24: every quotation mark and bracket has its partner; a long quotation opens again at each paragraph."""
    yield from _lone_marks(doc, Language.EN, (Family.DOUBLE,))
    yield from _lone_brackets(doc, Language.EN)


@dataclass(slots=True)
class _Follower:
    """Follows the paragraphs of one language with the quotation that is open; of two the first is at fault.

    A quotation over several paragraphs opens again at the next one. Where that one does not, it may still be closed
    later, unless another quotation begins before.
    """

    families: tuple[Family, ...]
    pending: tuple[Spot, Marked] | None = None
    paragraphs: int = 0
    since: int = 0
    reopened: int = 0

    def read(self, spot: Spot) -> Iterator[Finding]:
        """Take in one paragraph and yield the marks whose partner cannot come any more."""
        self.paragraphs += 1
        self.since += 1
        if self.paragraphs > _MOST_PARAGRAPHS:
            yield from self.close()
        for stretch in find_marked(spot.text):
            if stretch.family in self.families and not is_verbatim(spot.text, stretch.outer):
                yield from self._take(spot, stretch)

    def close(self) -> Iterator[Finding]:
        """Yield the quotation that is still open."""
        if self.pending:
            yield _lone(*self.pending, _UNCLOSED)
        self.pending = None

    def _take(self, spot: Spot, stretch: Marked) -> Iterator[Finding]:
        if not stretch.opened:
            if self.pending is None or (self.reopened and self.since == 1):
                yield _lone(spot, stretch, _UNOPENED)
            self.pending = None
            return
        if self.pending is not None:
            if self.since == 1 and not spot.text[: stretch.outer].strip():
                self.reopened, self.since = self.reopened + 1, 0
                self.pending = None if stretch.closed else self.pending
                return
            if self._is_another(spot, stretch):
                yield from self.close()
        if not stretch.closed and self.pending is None:
            self.pending, self.paragraphs, self.since, self.reopened = (spot, stretch), 0, 0, 0

    def _is_another(self, spot: Spot, stretch: Marked) -> bool:
        """Tell whether this is a new quotation, and not a term or a quotation inside the one that is open."""
        begun = self.pending[1].outer if self.pending is not None and self.pending[0] == spot else 0
        sayings = find_sayings(spot.text, spot.language)
        return any(begun < each.start < stretch.outer for each in sayings) or (
            self.since > 0 and not spot.text[: stretch.outer].strip()
        )


def _lone_marks(doc: Communique, language: Language, families: tuple[Family, ...]) -> Iterator[Finding]:
    follower = _Follower(families)
    for row in doc.rows:
        for spot in spots(row, language):
            yield from follower.read(spot)
    yield from follower.close()


def _lone(spot: Spot, stretch: Marked, why: Sentence) -> Finding:
    place = stretch.outer if stretch.opened else stretch.outer_end - 1
    return Finding(spot.at(place, place + 1), why)


def _lone_brackets(doc: Communique, language: Language) -> Iterator[Finding]:
    for row in doc.rows:
        for spot in spots(row, language):
            yield from _brackets(spot)


_BRACKET = re.compile(r"[()\[\]]")
_PAIRS = {")": "(", "]": "["}
_ITEM = re.compile(r"(?:^|[\s(;,:])(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})\)$")


def _brackets(spot: Spot) -> Iterator[Finding]:
    for place in _lone_places(spot.text):
        yield Finding(spot.at(place, place + 1), say("This bracket has no partner."))


@lru_cache(maxsize=2048)
def _lone_places(text: str) -> tuple[int, ...]:
    """Pair round and square brackets and return those left alone; the one of “a)” needs no partner.

    Asked of every paragraph whenever one changes.
    """
    alone: list[int] = []
    open_ones: list[tuple[int, str]] = []
    for match in _BRACKET.finditer(text):
        place, sign = match.start(), match.group()
        if is_verbatim(text, place):
            continue
        if sign in "([":
            open_ones.append((place, sign))
        elif open_ones and open_ones[-1][1] == _PAIRS[sign]:
            open_ones.pop()
        elif not _ITEM.search(text, 0, place + 1):
            alone.append(place)
    return (*alone, *(place for place, _ in open_ones))


_INNER_COMMA = re.compile(rf"(?P<comma>,)(?P<space>{_S}*)(?P<mark>»)(?P<after>{_S}*,)?")


def inner_commas(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F42: the comma stands behind the closing mark: « … », a déclaré."""
    for spot in spots(row, Language.FR):
        for match in _INNER_COMMA.finditer(spot.text):
            text = f"{match['space']}»" + ("," if spot.text[match.end() :].strip() or match["after"] else "")
            why = say_count(
                "The comma belongs behind the closing mark.", "{count} commas belong behind the closing mark.", 1
            )
            mend = spot.put(say("Put the comma behind"), match.start(), match.end(), text)
            yield Finding(spot.at(match.start(), match.end()), why, mend)


RULES = (
    Rule("F40", Level.ERROR, say("French marks and brackets in pairs"), on_document=french_pairs),
    Rule("E24", Level.ERROR, say("English marks and brackets in pairs"), on_document=english_pairs),
    Rule("F42", Level.WARNING, say("Commas inside quotation marks"), on_row=inner_commas),
)
