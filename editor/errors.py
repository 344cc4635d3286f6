"""The few errors a user can act on. Each carries one sentence that says what, where, and what to do."""

import traceback
from pathlib import Path

from editor.words import Sentence, say


class CommuniqueError(Exception):
    """Something the user can act on; `sentence` says it in either language of the window."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.english())
        self.sentence = sentence


class _AboutFile(CommuniqueError):
    """A fault of one file: the path, and why."""

    def __init__(self, path: Path | str, reason: Sentence) -> None:
        super().__init__(say("{file}: {reason}", file=str(path), reason=reason))
        self.path = Path(path)
        self.reason = reason


class Unreadable(_AboutFile):
    """A file that cannot be read, or is not what it claims to be."""


class Unwritable(_AboutFile):
    """A file or folder that cannot be written."""


class Unfit(CommuniqueError):
    """A value that does not fit its field: `Unfit(say("“31 April” is not a date."))`."""


class Refused(CommuniqueError):
    """An action that may not be done now, and why (publishing with errors standing, for example)."""


_MOST_FRAMES = 40


def whereabouts(error: BaseException) -> str:
    """Return the kind of an unforeseen error and where in the program it was, a place a line.

    Neither the error's own words nor any value are in it, for both may hold text of a release.
    """
    frames = traceback.extract_tb(error.__traceback__)[-_MOST_FRAMES:]
    places = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([type(error).__name__, *places])
