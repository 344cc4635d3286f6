"""Where results and messages go: results to standard output, everything said about them to standard error."""

import json
import locale
import os
import re
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Final, TextIO

from editor.values import frozen
from editor.words import TONGUES, Sentence, Tongue, say

_UNSEEN: Final = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters but the tab, line ends, and signs that turn the direction of writing."""


@frozen
class Console:
    """The two streams of a command, and the language its messages are told in."""

    tongue: Tongue

    def result(self, line: str) -> None:
        """Write one line of what was asked for."""
        print(flat(line))

    def text(self, text: str) -> None:
        """Write a result of whole lines."""
        print(text, end="")

    def as_json(self, value: object) -> None:
        """Write a result for machines."""
        print(json.dumps(value, ensure_ascii=False, indent=2))

    def tell(self, sentence: Sentence) -> None:
        """Say something about the work."""
        self.note(sentence.told(self.tongue))

    def note(self, line: str) -> None:
        """Write one line about the work; where it cannot be written either, the exit code alone tells."""
        try:
            self._clear()
            print(flat(line), file=sys.stderr)
        except OSError:
            give_up(sys.stderr)

    def progress(self, done: int, count: int) -> None:
        """Show how far long work is, on a terminal only; nothing of it stays there when all is done."""
        if count > 1 and sys.stderr.isatty():
            self._clear()
            if done < count:
                text = say("{done} of {count}", done=done, count=count)
                print(text.told(self.tongue), end="", file=sys.stderr, flush=True)

    def _clear(self) -> None:
        if sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr)


def flat(line: str) -> str:
    """Return a line as one line: what would break it, or write over the terminal, is escaped as Python does."""
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode(), line)


def prepare_streams() -> None:
    """Make both streams able to carry any text and any file name, in whatever encoding they have.

    A stream that was closed before the program began leads nowhere. Its number is taken, lest a file opened later has
    it, and messages of libraries end up there.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 (open to the end)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def give_up(stream: TextIO) -> None:
    """Say what can still be said; Python flushes a stream once more as it ends, and that must not fail too."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def tongue_of(words: Sequence[str]) -> Tongue:
    """Return the language of messages: `--lang-ui` where it is written rightly, else what the locale says."""
    for index, word in enumerate(words):
        name, _, value = word.partition("=")
        if name == "--lang-ui":
            wish = value or "".join(words[index + 1 : index + 2])
            for tongue in TONGUES:
                if wish == tongue:
                    return tongue
    return "fr" if _locale_name().lower().startswith("fr") else "en"


def _locale_name() -> str:
    """Return the locale of messages as POSIX finds it; where no variable says it (Windows), as the system does."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return value
    return locale.getlocale()[0] or ""
