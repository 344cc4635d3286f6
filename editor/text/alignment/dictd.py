"""Reads the free English–French dictionary (FreeDict, dictd format) where the system has it; never needed."""

import gzip
import logging
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path("/usr/share/dictd")
"""Where Debian and its descendants install dictionaries (package dict-freedict-eng-fra)."""

_LOG = logging.getLogger(__name__)
_LARGEST = 20_000_000
# An entry is a line "headword /pronunciation/" and lines of senses, numbered when there are several.
_HEADWORD = re.compile(r"(\S+) /[^/]+/")
_SENSE_NUMBER = re.compile(r"\d+\.\s*")


def dictd_pairs(folder: Path = FOLDER) -> Iterator[tuple[str, list[str]]]:
    """Yield English words with their French ones, single words in lower case; nothing where there is no dictionary."""
    english = ""
    for line in _lines(folder / "freedict-eng-fra.dict.dz"):
        if heading := _HEADWORD.fullmatch(line):
            english = heading[1]
        elif line.endswith("/"):
            # The headword is a phrase: its senses say nothing about single words.
            english = ""
        elif english:
            senses = (sense.strip() for sense in _SENSE_NUMBER.sub("", line).split(","))
            if words := [sense for sense in senses if sense and " " not in sense]:
                yield english, words


def _lines(path: Path) -> list[str]:
    """Read a dictionary (dictzip is gzip); one that is damaged or absurdly large counts as absent."""
    try:
        with gzip.open(path) as packed:
            text = packed.read(_LARGEST + 1)
    except FileNotFoundError:
        return []
    except (OSError, EOFError, zlib.error) as error:
        _LOG.warning("The dictionary %s cannot be read: %s", path, error)
        return []
    if len(text) > _LARGEST:
        _LOG.warning("The dictionary %s is too large to be read.", path)
        return []
    return text.decode("utf-8", "replace").lower().splitlines()
