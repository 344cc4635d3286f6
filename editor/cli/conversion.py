"""The verb `convert`: what exists is read, recognised, and written in another format."""

from pathlib import Path

from editor.cli.console import Console
from editor.cli.formats import write_any
from editor.cli.given import Given
from editor.cli.storage import OWN, require_free
from editor.errors import Unfit
from editor.formats.images import carry, pictures_folder
from editor.formats.profiles import load_profile
from editor.formats.table import open_document, open_pair
from editor.model.language import Language
from editor.model.release import Release
from editor.words import say


def convert(given: Given, console: Console) -> int:
    """Read one file, or a text in each language, and write the release."""
    sources = _sources(given)
    target = Path(given.value("output"))
    profile = load_profile(given.value("profile", Release().profile))
    require_free(target, given, *sources)
    if len(sources) == 1:
        tongue = given.value("lang")
        arrival = open_document(sources[0], profile, Language(tongue) if tongue else None)
    else:
        arrival = open_pair(sources[0], sources[1], profile)
    if target.suffix.lower() == OWN and len(sources) == 1:
        carry(arrival.doc, _pictures_of(sources[0]), pictures_folder(target))
    write_any(arrival.doc, target)
    for sentence in arrival.report:
        console.tell(sentence)
    console.result(str(target))
    return 0


def _pictures_of(source: Path) -> Path:
    """Return where the pictures of a file lie: a document's in a folder of their own, published ones beside the XML."""
    return pictures_folder(source) if source.suffix.lower() == OWN else source.parent


def _sources(given: Given) -> tuple[Path, ...]:
    """Return the file to be read, or the English and the French one. Raises Unfit for any other choice of words."""
    pair = [given.value(name) for name in ("en", "fr") if given.has(name)]
    if len(pair) == 1 or bool(pair) == bool(given.words):
        raise Unfit(say("One file is wanted, or an English and a French one (--en and --fr)."))
    return tuple(Path(name) for name in (pair or given.words))
