"""The verb `convert`: what exists is read, recognised, and written in another format."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from editor.cli.console import Console
from editor.cli.formats import write_any
from editor.cli.given import Given
from editor.cli.office import known_people
from editor.cli.storage import OWN, require_free, write_own
from editor.cli.times import moment_of
from editor.errors import Unfit
from editor.formats.images import carry, pictures_folder
from editor.formats.paper import Layout, Printing
from editor.formats.profiles import load_profile
from editor.formats.table import house_of, open_document, open_pair
from editor.model.language import Language
from editor.model.release import Release
from editor.words import say

_NARROWEST: Final = 40
_WIDEST: Final = 200
"""Characters between which lines of plain text can be wrapped."""


def convert(given: Given, console: Console) -> int:
    """Read one file, or a text in each language, and write the release."""
    sources = _sources(given)
    target = Path(given.value("output"))
    profile = load_profile(given.value("profile", Release().profile))
    require_free(target, given, *sources)
    printing = _printing(given)
    if given.has("remember"):
        _require_memory(given, sources)
    if len(sources) == 1:
        tongue = given.value("lang")
        arrival = open_document(sources[0], profile, Language(tongue) if tongue else None, known_people(console))
    else:
        arrival = open_pair(sources[0], sources[1], profile, known_people(console))
    if target.suffix.lower() == OWN and len(sources) == 1:
        carry(arrival.doc, _pictures_of(sources[0]), pictures_folder(target))
    zone = house_of(arrival.doc).zone
    at = moment_of(given.value("at"), zone, console) if given.has("at") else datetime.now(UTC).replace(microsecond=0)
    write_any(arrival.doc, target, printing, at)
    if given.has("remember"):
        write_own(replace(arrival.doc, review=arrival.doc.review_copy(at)), sources[0], backup=True)
    for sentence in arrival.report:
        console.tell(sentence)
    console.result(str(target))
    return 0


def _printing(given: Given) -> Printing:
    """Return what goes on paper: the one language named, or both."""
    tongue, width = given.value("lang"), given.value("wrap", "0")
    if not (width.isascii() and width.isdecimal() and (width == "0" or _NARROWEST <= int(width) <= _WIDEST)):
        raise Unfit(
            say("--wrap: a width from {least} to {most} is wanted, or 0.", least=_NARROWEST, most=_WIDEST),
        )
    languages = (Language(tongue),) if tongue else tuple(Language)
    return Printing(languages, Layout(given.value("layout", Layout.COLUMNS.value)), int(width))


def _require_memory(given: Given, sources: tuple[Path, ...]) -> None:
    """Raise Unfit where there is no review copy to remember, or no document that could remember it."""
    if given.value("layout") != Layout.REVIEW.value or len(sources) != 1 or sources[0].suffix.lower() != OWN:
        raise Unfit(say("--remember goes with --layout review and a .communique file."))


def _pictures_of(source: Path) -> Path:
    """Return where the pictures of a file lie: a document's in a folder of their own, published ones beside the XML."""
    return pictures_folder(source) if source.suffix.lower() == OWN else source.parent


def _sources(given: Given) -> tuple[Path, ...]:
    """Return the file to be read, or the English and the French one. Raises Unfit for any other choice of words."""
    pair = [given.value(name) for name in ("en", "fr") if given.has(name)]
    if len(pair) == 1 or bool(pair) == bool(given.words):
        raise Unfit(say("One file is wanted, or an English and a French one (--en and --fr)."))
    return tuple(Path(name) for name in (pair or given.words))
