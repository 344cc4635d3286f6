"""Participant (name, function, country) and Quote (who says it; the words are marks in the text)."""

from datetime import datetime
from enum import Enum

from editor.model.language import Bilingual, Language
from editor.model.passage import evenly_spaced
from editor.values import frozen

_NOTHING = Bilingual("", "")


class Gender(Enum):
    """The gender of a title, which is asked for once and never guessed from a first name."""

    MASCULINE = "m"
    FEMININE = "f"


@frozen
class Participant:
    """A person who acts or speaks in the release.

    `name` is the name as written in each language, without honorific. `functions` are the posts held, in both
    languages. `country` is an ISO 3166-1 alpha-2 code. `aliases` are other ways the texts call the person.
    `code` is the identifier in published files, empty until one is given.
    """

    id: str
    name: Bilingual[str] = _NOTHING
    functions: tuple[Bilingual[str], ...] = ()
    organisation: Bilingual[str] = _NOTHING
    country: str = ""
    honorific: Bilingual[str] = _NOTHING
    gender: Gender | None = None
    aliases: tuple[str, ...] = ()
    code: str = ""

    @property
    def function(self) -> Bilingual[str]:
        """The first function, or nothing."""
        return self.functions[0] if self.functions else _NOTHING

    @property
    def listed(self) -> str:
        """The name and the first function, English where there is some: what a list shows of somebody."""
        name, function = self.name.en or self.name.fr, self.function.en or self.function.fr
        return f"{name}, {function}" if function else name


class Confidence(Enum):
    """How sure the recognition of a quote's speaker is; what a person has said is certain."""

    CERTAIN = "certain"
    LIKELY = "likely"
    GUESS = "guess"


@frozen
class SignOff:
    """The approved wording of a quote in both languages, by whom and when (with zone)."""

    wording: Bilingual[str]
    by: str
    at: datetime

    def holds_for(self, wording: Bilingual[str]) -> bool:
        """Whether these are the words that were approved; the width of spaces is left to typography."""
        return self.wording.each(evenly_spaced) == wording.each(evenly_spaced)


@frozen
class Quote:
    """Words said by a participant.

    The words themselves are the stretches marked QUOTE with this quote's id, in one or more passages of each
    language. `speaker` is a participant's id or empty. `is_attributed` tells whether the text itself says who speaks
    (said, labelled, signed) or leaves it to the segment before. `original` is the language it was said in, if known.
    """

    id: str
    speaker: str = ""
    is_attributed: bool = True
    confidence: Confidence = Confidence.CERTAIN
    original: Language | None = None
    sign_off: SignOff | None = None
