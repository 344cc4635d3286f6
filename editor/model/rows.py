"""Row: one thing said in both languages, its kind and its state."""

from dataclasses import replace
from datetime import datetime
from enum import Enum

from editor.model.address import Address, Part
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage, evenly_spaced
from editor.values import frozen, twin

_SURE = 0.9
"""From this certainty on, of a hundred pairs that the aligner made some five are wrong at most."""
_DEEPEST = 99
Side = tuple[Passage, ...]


class RowKind(Enum):
    """What a row is in a release; the value is its name in files."""

    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    LIST_ITEM = "listItem"
    CAPTION = "caption"
    DELIVERY = "delivery"
    BOILERPLATE = "boilerplate"
    CONTACT = "contact"
    NOTE = "note"
    END_MARK = "endMark"

    # Each is the only one of its kind: no need to hash its name, which Python does in Python.
    __hash__ = object.__hash__


class PairState(Enum):
    """How far the two languages of a row are."""

    UNTRANSLATED = "untranslated"
    DRAFT = "draft"
    CONFIRMED = "confirmed"
    STALE = "stale"
    ONE_LANGUAGE = "oneLanguage"

    # Each is the only one of its kind: no need to hash its name, which Python does in Python.
    __hash__ = object.__hash__


@frozen
class Confirmation:
    """Somebody read both sides and found that they say the same: who, when (with zone), and what stood there."""

    wording: Bilingual[str]
    by: str
    at: datetime


@frozen
class Proposal:
    """What the translation memory wrote on one side, for a source like the other side by so many percent (1 to 99)."""

    language: Language
    wording: str
    percent: int


@frozen
class Row:
    """One thing said in both languages: any number of passages a side, a kind and a state.

    `level` is the depth of a subheading or list item (1 to 99), `number` the printed number of a numbered item.
    `on_purpose` says that the empty side shall stay empty. A side never holds exactly one empty passage: that is ().
    `certainty` is how likely the two sides belong together (0 to 1), where the aligner put them together and nobody has
    confirmed it yet. `comments` are the ids of what was said about the row as a whole.
    `proposal` is what the translation memory wrote here, as long as not a letter of it was changed.
    """

    id: str
    sides: Bilingual[Side] = Bilingual((), ())
    kind: RowKind = RowKind.PARAGRAPH
    level: int = 0
    number: int | None = None
    on_purpose: bool = False
    confirmation: Confirmation | None = None
    certainty: float | None = None
    comments: tuple[str, ...] = ()
    proposal: Proposal | None = None

    def __post_init__(self) -> None:
        canonical = self.sides.each(_canonical)
        if canonical.en is not self.sides.en or canonical.fr is not self.sides.fr:
            object.__setattr__(self, "sides", canonical)
        if self.level > _DEEPEST:
            object.__setattr__(self, "level", _DEEPEST)
        if self.certainty is not None and not all(self.sides):
            object.__setattr__(self, "certainty", None)
        if self.proposal is not None and self.text(self.proposal.language) != self.proposal.wording:
            object.__setattr__(self, "proposal", None)

    def __getitem__(self, language: Language) -> Side:
        return self.sides[language]

    def having(self, language: Language, side: Side) -> "Row":
        """Return the row with the passages of one language exchanged."""
        sides = self.sides.having(language, _canonical(side))
        if self.certainty is None and self.proposal is None:
            # As nearly always: nothing else of the row turns on its words.
            return twin(self, sides=sides)
        return replace(self, sides=sides)

    def text(self, language: Language) -> str:
        """Return the text of one side, its passages parted by line feeds."""
        side = self.sides[language]
        return side[0].text if len(side) == 1 else "\n".join(passage.text for passage in side)

    def has_text(self, language: Language) -> bool:
        """Whether one side says anything (spaces alone say nothing)."""
        for passage in self.sides[language]:  # noqa: SIM110 (asked at every key, and twice as fast so)
            if passage.text and not passage.text.isspace():
                return True
        return False

    @property
    def is_complete(self) -> bool:
        """Whether both sides say something."""
        return self.has_text(Language.EN) and self.has_text(Language.FR)

    @property
    def is_doubtful(self) -> bool:
        """Whether the aligner put the two sides together and was not sure of it."""
        return self.certainty is not None and self.certainty < _SURE and self.state is PairState.DRAFT

    @property
    def wording(self) -> Bilingual[str]:
        """What a confirmation remembers of both sides."""
        return Bilingual(self.text(Language.EN), self.text(Language.FR))

    @property
    def changed_sides(self) -> tuple[Language, ...]:
        """The languages whose words changed since the pair was confirmed; widths of spaces do not count."""
        if self.confirmation is None:
            return ()
        then, now = self.confirmation.wording, self.wording
        return tuple(tongue for tongue in Language if then[tongue] != now[tongue] and _differ(then, now, tongue))

    @property
    def state(self) -> PairState:
        """How far the two languages of this row are."""
        if self.confirmation is not None:
            return PairState.STALE if self.changed_sides else PairState.CONFIRMED
        if self.is_complete:
            return PairState.DRAFT
        return PairState.ONE_LANGUAGE if self.on_purpose else PairState.UNTRANSLATED

    def address(
        self,
        language: Language | None = None,
        passage: int | None = None,
        start: int | None = None,
        end: int | None = None,
    ) -> Address:
        """Return the place of this row, or of something in it."""
        return Address(Part.ROW, self.id, language, passage, start, end)


def _canonical(side: Side) -> Side:
    return () if len(side) == 1 and not side[0].text else side


def _differ(then: Bilingual[str], now: Bilingual[str], language: Language) -> bool:
    return evenly_spaced(then[language]) != evenly_spaced(now[language])
