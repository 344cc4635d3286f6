"""Templates: the rows a new release of some kind begins with, read from data files."""

import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from editor.assets import resource, user_data
from editor.errors import Unreadable
from editor.model.beginning import empty_release
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage, split_text
from editor.model.profile import Profile
from editor.model.rows import Row, RowKind
from editor.values import frozen
from editor.words import Sentence, say

_LARGEST = 200_000
"""Bytes; a template is a page of text."""
_MOST_ROWS = 500
_LAST = 99


@frozen
class Template:
    """The rows of one kind of release, what it is called and what it is for."""

    name: str
    title: Bilingual[str]
    about: Bilingual[str]
    rows: tuple[Row, ...]
    order: int = _LAST


def templates() -> tuple[Template, ...]:
    """Return every template that can be read, the user's own included, in their order; a broken one is left out."""
    found: dict[str, Template] = {}
    for folder in (resource("templates"), user_data() / "templates"):
        for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
            with suppress(Unreadable):
                found[path.stem] = read_template(path)
    return tuple(sorted(found.values(), key=lambda one: (one.order, one.name)))


def release_from(template: Template, profile: Profile) -> Communique:
    """Return a new release of a house with the rows of a template."""
    return replace(empty_release(profile), rows=template.rows, counter=len(template.rows))


def read_template(path: Path) -> Template:
    """Read one template. Raises Unreadable with the row and what is wrong there."""
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
        if len(raw) > _LARGEST:
            raise Unreadable(path, say("This file is too large for a template."))
        data = tomllib.loads(raw.decode("utf-8"))
    except OSError as error:
        raise Unreadable(path, say("It cannot be read: {why}.", why=error.strerror or str(error))) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise Unreadable(path, say("This is not a template: {why}.", why=str(error))) from error
    rows, order = data.get("rows"), data.get("order", _LAST)
    if not isinstance(rows, list) or not 0 < len(rows) <= _MOST_ROWS or not isinstance(order, int):
        raise Unreadable(path, say("This is not a template: {why}.", why="rows, order"))
    read = tuple(_row(path, number, entry) for number, entry in enumerate(rows, 1))
    return Template(path.stem, _pair(data.get("title"), path.stem), _pair(data.get("about"), ""), read, order)


def _row(path: Path, number: int, entry: object) -> Row:
    if not isinstance(entry, dict):
        raise Unreadable(path, _at_fault(number))
    try:
        kind = RowKind(entry.get("kind", "paragraph"))
    except ValueError as error:
        raise Unreadable(path, _at_fault(number)) from error
    level, count = entry.get("level", 0), entry.get("number")
    texts = {language: entry.get(language.value, "") for language in Language}
    is_fit = isinstance(level, int) and (count is None or isinstance(count, int))
    if not is_fit or not all(isinstance(text, str) for text in texts.values()):
        raise Unreadable(path, _at_fault(number))
    english, french = (tuple(map(Passage, split_text(texts[language]))) for language in Language)
    return Row(f"r{number}", Bilingual(english, french), kind, level, count)


def _at_fault(number: int) -> Sentence:
    return say("Row {number}: a kind of row is wanted, and texts en and fr in quotation marks.", number=number)


def _pair(entry: object, usual: str) -> Bilingual[str]:
    table: Mapping[str, object] = entry if isinstance(entry, dict) else {}
    english, french = (table.get(language.value, usual) for language in Language)
    return Bilingual(str(english), str(french))
