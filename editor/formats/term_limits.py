"""What a file of terms may hold, whichever its format: so many terms, names of so many characters."""

from pathlib import Path

from editor.errors import Unreadable
from editor.model.terms import Term
from editor.words import Sentence, say

_MOST_TERMS = 50_000
LONGEST_NAME = 200
"""Characters of a name; what is longer is a sentence."""


def too_long(line: int) -> Sentence:
    """Say that a name is too long to be one."""
    return say("Line {line}: a term has more than {most} characters.", line=line, most=LONGEST_NAME)


def bound(found: dict[tuple[str, str], Term], path: Path) -> None:
    """Raise Unreadable where there are more terms than a house has."""
    if len(found) > _MOST_TERMS:
        raise Unreadable(path, say("There are more than {most} terms in it.", most=_MOST_TERMS))
