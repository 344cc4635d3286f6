"""Memory: pairs of wordings that somebody found to say the same, and where they come from."""

from datetime import date, datetime

from editor.model.language import Bilingual
from editor.values import frozen


@frozen
class Told:
    """What one row says in both languages: the whole of it, and its sentences where they are sure to be pairs.

    `is_covered`: the sentences say all that the whole does.
    """

    whole: Bilingual[str]
    sentences: tuple[Bilingual[str], ...] = ()
    is_covered: bool = False


@frozen
class Origin:
    """Where a pair comes from: the reference and day of its release, who confirmed it and when (with zone)."""

    reference: str = ""
    day: date | None = None
    person: str = ""
    at: datetime | None = None


@frozen
class Pair:
    """Two wordings that say the same, and where they come from. Passages of one side are parted by line feeds."""

    wording: Bilingual[str]
    origin: Origin = Origin()
