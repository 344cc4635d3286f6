"""Telling: words of a file that an import leaves out, as a sentence repeats them."""

from collections.abc import Iterable
from typing import Final

from editor.words import Sentence, say, say_count

_SHOWN: Final = 40
_MOST: Final = 5
"""Characters of what was left out that a sentence repeats, and how many pieces of it."""


def repeated(words: Iterable[str]) -> Sentence | None:
    """Return pieces of text in a row, long ones cut and many counted; None where there are none."""
    parts = [say("“{words}”", words=each if len(each) <= _SHOWN else f"{each[: _SHOWN - 1]}…") for each in words]
    rest = len(parts) - _MOST
    if rest > 1:
        parts[_MOST:] = [say_count("{count} more part", "{count} more parts", rest)]
    if not parts:
        return None
    told = parts[-1]
    for part in reversed(parts[:-1]):
        told = say("{one}, {more}", one=part, more=told)
    return told
