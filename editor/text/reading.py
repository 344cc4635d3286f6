"""One paragraph made ready for looking for attributions, and what an attribution is."""

from enum import Enum
from functools import lru_cache

from editor.model.language import Language
from editor.text.letters import plain
from editor.text.names import Candidate, find_candidates
from editor.text.register import Mention
from editor.text.saying import Saying, find_sayings
from editor.text.sentences import sentences
from editor.values import frozen


class Naming(Enum):
    """How an attribution names its speaker."""

    NAME = "name"
    PRONOUN = "pronoun"
    FUNCTION = "function"
    BODY = "body"
    NOBODY = "nobody"


@frozen
class Attribution:
    """What attributes a quote (code points of its paragraph): the words, the verb, and how they name the speaker.

    `named` is the person's name for NAME, the words as written for FUNCTION and BODY. `part` tells that the name is
    a family or first name alone.
    """

    start: int
    end: int
    shape: str
    naming: Naming
    named: str = ""
    gender: str = ""
    verb: str | None = None
    part: bool = False
    strong: bool = True


@frozen
class Reading:
    """One paragraph being read, with the persons it mentions. Two are the same only where they are one object.

    `read` gives the one object again for the same paragraph, so what is found in it can be remembered by it.
    """

    text: str
    flat: str
    language: Language
    mentions: tuple[Mention, ...]
    sayings: tuple[Saying, ...]
    sentences: tuple[tuple[int, int], ...]
    candidates: tuple[Candidate, ...]

    __eq__, __hash__ = object.__eq__, object.__hash__


@lru_cache(maxsize=2048)
def read(text: str, language: Language, mentions: tuple[Mention, ...]) -> Reading:
    """Make a paragraph ready for looking for attributions."""
    return Reading(
        text,
        plain(text),
        language,
        mentions,
        find_sayings(text, language),
        sentences(text),
        find_candidates(text, language),
    )
