"""Word lists: the words that are spelt rightly in one house, kept in a text file of the user's that anybody can edit.

One word or phrase a line; "en: word" or "fr: word" is right in that language alone, anything else in both. Lines that
begin with # say nothing.
"""

from pathlib import Path

from editor.assets import user_data
from editor.errors import Unfit, Unreadable
from editor.formats.files import make_folder, replacing
from editor.model.language import Bilingual, Language
from editor.words import say

_LARGEST = 2_000_000
"""Bytes; some 150,000 words."""
_LONGEST = 100
"""Characters of one word or phrase."""


def word_list_of(profile: str) -> Path:
    """Return where the words of a house lie; the file need not exist."""
    return user_data() / "words" / f"{profile}.txt"


def house_words(path: Path) -> Bilingual[frozenset[str]]:
    """Return the words of a list, for each language; none where there is no file.

    Raises Unreadable with the line and what is wrong there.
    """
    found: dict[Language, set[str]] = {language: set() for language in Language}
    for number, line in enumerate(_lines(path), 1):
        entry = line.strip()
        if not entry or entry.startswith("#"):
            continue
        if len(entry) > _LONGEST or not entry.isprintable():
            raise Unreadable(path, say("Line {number}: one word or phrase is wanted.", number=number))
        tag, colon, rest = entry.partition(":")
        languages = [language for language in Language if colon and tag.strip().lower() == language.value]
        for language in languages or Language:
            found[language].add(rest.strip() if languages else entry)
    return Bilingual(frozenset(found[Language.EN]), frozenset(found[Language.FR]))


def add_house_word(path: Path, language: Language, word: str) -> None:
    """Add a word to a list; every line that stands there stays.

    Raises Unfit for what is no word, Unreadable where the list is broken (it is left as it is), Unwritable.
    """
    if not word.strip() or len(word) > _LONGEST or not word.isprintable():
        raise Unfit(say("“{word}” is no word that can be kept.", word=word[:_LONGEST]))
    if word in house_words(path)[language]:
        return
    text = "\n".join([*_lines(path), f"{language.value}: {word}", ""])
    make_folder(path.parent)
    with replacing(path) as out:
        out.write(text.encode())


def _lines(path: Path) -> list[str]:
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Unreadable(path, say("It cannot be read: {why}.", why=error.strerror or str(error))) from error
    if len(raw) > _LARGEST:
        raise Unreadable(path, say("This file is too large for a word list."))
    try:
        return raw.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        number = raw[: error.start].count(b"\n") + 1
        raise Unreadable(path, say("Line {number}: it is not written in UTF-8.", number=number)) from error
