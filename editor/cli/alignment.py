"""The verb `align`: which lines of two texts say the same, in the format of beads."""

from pathlib import Path

from editor.cli.console import Console
from editor.cli.given import Given
from editor.errors import CommuniqueError, Unfit, Unreadable
from editor.formats.files import read_bytes, replacing
from editor.text.alignment import Unit, align, write_beads
from editor.words import say

_LIMIT = 50_000_000
"""Bytes; a long novel has one."""


def pair_lines(given: Given, console: Console) -> int:
    """Align two texts, or every pair of a list."""
    if given.has("batch"):
        if given.words or given.has("output"):
            raise Unfit(say("--batch names the texts and the output itself."))
        return _batch(Path(given.value("batch")), console)
    if len(given.words) != 2:
        raise Unfit(say("Two texts are wanted, the English and the French."))
    beads = _beads(*given.words)
    if given.has("output"):
        _write(beads, Path(given.value("output")))
    else:
        console.text(beads)
    return 0


def _batch(path: Path, console: Console) -> int:
    """Align every pair of a list: all of them, or where anything is wrong with one, none, and nothing is written."""
    work = [(number, line.split("\t")) for number, line in enumerate(_lines(path), 1) if line.strip()]
    outputs: dict[Path, int] = {}
    for number, names in work:
        if len(names) != 3 or not all(names):
            why = say("Line {number}: three file names are wanted, parted by tabs.", number=number)
            raise Unreadable(path, why)
        _require_other_output(path, number, names[2], outputs)
    found: list[tuple[str, Path]] = []
    troubles: list[CommuniqueError] = []
    for done, (_, (english, french, out)) in enumerate(work):
        console.progress(done, len(work))
        try:
            found.append((_beads(english, french), Path(out)))
        except CommuniqueError as error:
            troubles.append(error)
    console.progress(len(work), len(work))
    for trouble in troubles:
        console.tell(trouble.sentence)
    for beads, target in found if not troubles else ():
        _write(beads, target)
    return 2 if troubles else 0


def _require_other_output(path: Path, number: int, name: str, outputs: dict[Path, int]) -> None:
    """Raise Unreadable for an output that an earlier line of the list names as well."""
    place = Path(name).absolute()
    if place in outputs:
        why = say("Lines {first} and {number} both write {file}.", first=outputs[place], number=number, file=name)
        raise Unreadable(path, why)
    outputs[place] = number


def _beads(english: str, french: str) -> str:
    en, fr = (_units(Path(name)) for name in (english, french))
    try:
        return write_beads(align(en, fr))
    except Unfit as error:
        raise Unreadable(english, error.sentence) from error


def _units(path: Path) -> tuple[Unit, ...]:
    """Return the units of a text. An empty line is none: which numbers the others have would be anybody's guess."""
    lines = _lines(path)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            raise Unreadable(path, say("Line {number} is empty; every line is to hold a unit of text.", number=number))
    return tuple(Unit(line) for line in lines)


def _lines(path: Path) -> list[str]:
    """Return the lines of a UTF-8 text; only line feeds part them, as beads count them."""
    raw = read_bytes(path, _LIMIT)
    if b"\0" in raw:
        raise Unreadable(path, say("This is not a text."))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(path, say("It is not in UTF-8.")) from error
    lines = text.replace("\r\n", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def _write(text: str, path: Path) -> None:
    with replacing(path) as sheet:
        sheet.write(text.encode())
