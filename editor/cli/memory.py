"""The verb `memory`: takes a TMX file into the translation memory, writes it out, looks words up in it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from editor.assets import user_data
from editor.cli.console import Console
from editor.cli.given import Given
from editor.cli.storage import require_free
from editor.errors import Unfit
from editor.formats import native
from editor.formats.files import replacing
from editor.formats.profiles import load_profile
from editor.formats.tmx import TmxFile, said_left_out, write_tmx
from editor.library.memory import MEMORY, Known, TranslationMemory, said_added
from editor.library.versions import VERSIONS, Form, Versions
from editor.model.release import Release
from editor.words import say


def memory(given: Given, console: Console) -> int:
    """Do what the first word says: import FILE, export (--output FILE), find WORDS."""
    action, *rest = given.words
    if action == "import":
        _import(_one(rest, action), console)
    elif action == "export":
        if rest:
            raise Unfit(say("memory export: the file is named by --output."))
        _export(given, console)
    elif action == "find":
        _find(" ".join(rest), given, console)
    else:
        raise Unfit(say("memory: import, export or find is wanted, not “{word}”.", word=action))
    return 0


def _import(path: Path, console: Console) -> None:
    with _opened(console) as pairs:
        file = TmxFile(path)
        added = pairs.take_pairs(file, path)
    console.tell(said_added(added))
    if file.left_out:
        console.tell(said_left_out(file.left_out))


def _export(given: Given, console: Console) -> None:
    target = Path(given.value("output"))
    if not given.has("output") or target.suffix.lower() != ".tmx":
        raise Unfit(say("memory export: --output names a file that ends in .tmx."))
    require_free(target, given)
    variants = load_profile(given.value("profile", Release().profile)).variants
    with _opened(console) as pairs:
        _fill(pairs, console)
        with replacing(target) as sheet:
            write_tmx(pairs.pairs(), sheet, datetime.now(UTC), variants)
    console.result(str(target))


def _find(words: str, given: Given, console: Console) -> None:
    if not words.strip():
        raise Unfit(say("memory find: words are wanted."))
    with _opened(console) as pairs:
        _fill(pairs, console)
        found = pairs.concordance(words)
    if given.has("json"):
        console.as_json([_record(known) for known in found])
        return
    for known in found:
        origin = known.origin
        told = (origin.reference, origin.day.isoformat() if origin.day else "", *known.wording)
        console.result("\t".join(text.replace("\n", " ") for text in told))


def _record(known: Known) -> dict[str, object]:
    origin = known.origin
    return {
        "en": known.wording.en,
        "fr": known.wording.fr,
        "reference": origin.reference,
        "date": origin.day.isoformat() if origin.day else None,
        "by": origin.person,
        "at": origin.at.isoformat() if origin.at else None,
        "count": known.count,
    }


@contextmanager
def _opened(console: Console) -> Iterator[TranslationMemory]:
    with closing(TranslationMemory(user_data() / MEMORY)) as pairs:
        for note in pairs.notes:
            console.tell(note)
        yield pairs


def _fill(pairs: TranslationMemory, console: Console) -> None:
    """Take in what was kept and is not in the memory yet; the window does so by itself."""
    if not (user_data() / VERSIONS).exists():
        return
    with closing(Versions(user_data() / VERSIONS, Form(native.write, native.read, native.LIMIT))) as versions:
        missing = pairs.missing(versions)
        for done, state in enumerate(missing, 1):
            pairs.take_kept(versions, state)
            console.progress(done, len(missing))


def _one(words: list[str], action: str) -> Path:
    if len(words) != 1:
        raise Unfit(say("memory {action}: one file is wanted.", action=action))
    return Path(words[0])
