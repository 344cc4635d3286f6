"""Finding, Level, Rule: what is wrong, where, and perhaps the edit that mends it."""

from collections.abc import Callable, Iterator
from enum import IntEnum

from editor.edits.edit import Edit
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.directory import Directory
from editor.model.language import Language
from editor.model.profile import Profile
from editor.model.rows import Row
from editor.values import frozen
from editor.words import Sentence

Speakers = tuple[tuple[str, str], ...]
"""Quotes and who says them, each by its id."""
NO_OFFICE = Directory()
"""The directory of an office that keeps none."""


class Level(IntEnum):
    """How bad a finding is: an error blocks publication, a warning is mended or dismissed, a hint may be ignored."""

    HINT = 1
    WARNING = 2
    ERROR = 3


@frozen
class Finding:
    """Something wrong or doubtful: where, why, perhaps an edit that mends it and a second place.

    `rule` and `level` are filled in by the run, unless a rule says a level of its own. `kind` says which findings of
    one rule are alike, so that they fold into one line with one repair for all. `is_doubtful` says that what stands
    there may be meant, so that mending everything leaves it alone unless the rule is named.
    """

    where: Address
    why: Sentence
    mend: Edit | None = None
    other: Address | None = None
    level: Level | None = None
    rule: str = ""
    kind: str = ""
    is_doubtful: bool = False


@frozen
class Desk:
    """What a rule may know besides the row it reads: the house profile and the communiqué's participants.

    `speakers` tells whose words the quotes of the row are: a quote's id and its speaker's. `office` is the directory
    of people, organisations and approved texts.
    """

    profile: Profile
    doc: Communique
    speakers: Speakers = ()
    office: Directory = NO_OFFICE

    def speaker(self, quote: str) -> str:
        """Return the id of the participant who says a quote of the row; "" where nobody is known."""
        return next((speaker for known, speaker in self.speakers if known == quote), "")


RowCheck = Callable[[Row, Desk], Iterator[Finding]]
DocumentCheck = Callable[[Communique, Desk], Iterator[Finding]]


@frozen
class Rule:
    """A check with a permanent id. Exactly one of `on_row` (read again only where a row changed) and `on_document`.

    A rule of rows whose id begins with E or F knows one side of a row alone, the English or the French, and what is
    the same on both (its kind, its level): where the other side changed it is not asked again.

    `silences` names rules that keep quiet about characters this rule has spoken of, each by its id or the beginning
    of several ids. `proposes` says that its repairs decide something for the writer (a place, a new participant), so
    that mending everything leaves them alone unless the rule is named.
    """

    id: str
    level: Level
    title: Sentence
    on_row: RowCheck | None = None
    on_document: DocumentCheck | None = None
    silences: tuple[str, ...] = ()
    proposes: bool = False

    @property
    def side(self) -> Language | None:
        """The side that a rule of rows knows alone; None where it knows both."""
        return _SIDES.get(self.id[0]) if self.on_row is not None else None


_SIDES = {"E": Language.EN, "F": Language.FR}
