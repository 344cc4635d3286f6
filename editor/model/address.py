"""Address: which part, which id, which language, which characters."""

from enum import Enum

from editor.model.language import Language
from editor.values import frozen


class Part(Enum):
    """The parts of a communiqué that something can be said about."""

    ROW = "row"
    RELEASE = "release"
    PARTICIPANT = "participant"
    QUOTE = "quote"
    PICTURE = "picture"


@frozen
class Address:
    """A place in a communiqué, from a whole part down to single characters.

    For a row: its id, a language, a passage (0-based) and characters [start, end) in code points. For anything else:
    its id and the name of a field as the command line spells it ("date", "place.fr", "name.en").
    Whatever is not meant is empty or None.
    """

    part: Part
    id: str = ""
    language: Language | None = None
    passage: int | None = None
    start: int | None = None
    end: int | None = None
    field: str = ""

    @property
    def is_stretch(self) -> bool:
        """Whether single characters of a passage are meant."""
        return self.passage is not None and self.start is not None and self.end is not None
