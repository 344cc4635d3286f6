"""The verb `validate`: NewsML-G2 files of anybody, by the rules and, where it is there, by the official schema."""

from pathlib import Path
from typing import Any

from editor.cli.console import Console
from editor.cli.given import Given
from editor.errors import CommuniqueError, Unreadable
from editor.formats.files import read_bytes
from editor.newsml.paper import Fault, Level
from editor.publishing import examine, installed_schema
from editor.words import say, say_count

_LIMIT = 100_000_000
"""Bytes; the validation bounds depth and size once more."""
_TITLES = {Level.ERROR: say("error"), Level.WARNING: say("warning")}


def validate(given: Given, console: Console) -> int:
    """Examine each file; one that cannot be read is told of, and the others are examined.

    Raises Unreadable where the schema is none: then no file is.
    """
    xsd = Path(given.value("xsd")) if given.has("xsd") else installed_schema()
    code = unread = 0
    listed: list[dict[str, Any]] = []
    counts = dict.fromkeys(Level, 0)
    for done, word in enumerate(given.words):
        console.progress(done, len(given.words))
        try:
            faults = examine(read_bytes(Path(word), _LIMIT), xsd, folder=Path(word).parent)
        except CommuniqueError as error:
            if isinstance(error, Unreadable) and error.path == xsd:
                raise
            console.tell(error.sentence)
            code, unread = 2, unread + 1
            continue
        for fault in faults:
            counts[fault.level] += 1
            if given.has("json"):
                listed.append(_record(fault, word, console))
            else:
                console.result(fault_line(fault, word, str(fault.line or ""), console))
    console.progress(len(given.words), len(given.words))
    if given.has("json"):
        console.as_json(listed)
    elif unread < len(given.words):
        console.tell(
            say(
                "{errors}, {warnings}",
                errors=say_count("{count} error", "{count} errors", counts[Level.ERROR]),
                warnings=say_count("{count} warning", "{count} warnings", counts[Level.WARNING]),
            )
        )
    return code or (1 if counts[Level.ERROR] else 0)


def fault_line(fault: Fault, file: str, place: str, console: Console) -> str:
    """Return one fault as a line: file, place in it, level, rule, sentence."""
    level = _TITLES[fault.level].told(console.tongue)
    told = f"{level} {fault.rule}: {fault.message.told(console.tongue)}"
    return ": ".join(part for part in (file, place, told) if part)


def _record(fault: Fault, file: str, console: Console) -> dict[str, Any]:
    return {
        "file": file,
        "rule": fault.rule,
        "level": fault.level.value,
        "line": fault.line or None,
        "path": fault.path,
        "message": fault.message.told(console.tongue),
        "field": fault.field or None,
        "row": fault.row or None,
        "language": fault.language.value if fault.language else None,
    }
