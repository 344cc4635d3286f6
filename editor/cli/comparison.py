"""The verb `compare`: what changed from one version of a release to another, word by word."""

from pathlib import Path

from editor.cli.console import Console
from editor.cli.formats import open_any
from editor.cli.given import Given
from editor.cli.storage import require_free
from editor.errors import Unwritable
from editor.formats import comparison
from editor.formats.files import replacing
from editor.model.communique import Communique
from editor.model.language import Language
from editor.text.changes import Fate, Pieces, changes
from editor.words import say

_PAGES = (".html", ".htm")
_SIGNS = {Fate.KEPT: ("", ""), Fate.GONE: ("[-", "-]"), Fate.NEW: ("{+", "+}")}
"""How changed words are told in plain text, as `git diff --word-diff` and `wdiff` do."""


def compare(given: Given, console: Console) -> int:
    """Print what changed, or write it as a bilingual page."""
    before, after = (Path(name) for name in given.words)
    earlier, later = (open_any(path, given) for path in (before, after))
    if given.has("output"):
        target = Path(given.value("output"))
        if target.suffix.lower() not in _PAGES:
            raise Unwritable(target, say("The name must end in .html."))
        require_free(target, given)
        with replacing(target) as sheet:
            sheet.write(comparison.page(earlier, later, (before.name, after.name), console.tongue))
        console.result(str(target))
    elif given.has("json"):
        console.as_json(_records(earlier, later))
    else:
        for line in _lines(earlier, later, console):
            console.result(line)
    return 0


def _lines(before: Communique, after: Communique, console: Console) -> list[str]:
    lines = []
    for change in changes(before, after):
        name = comparison.row_name(before, after, change).told(console.tongue)
        told = [
            f"{name} ({language.value}): {_marked(change.pieces[language])}"
            for language in Language
            if any(piece.fate is not Fate.KEPT for piece in change.pieces[language])
        ]
        lines += told or [name]
    return lines


def _marked(pieces: Pieces) -> str:
    return "".join(f"{_SIGNS[piece.fate][0]}{piece.text}{_SIGNS[piece.fate][1]}" for piece in pieces).replace(
        "\n", " ¶ "
    )


def _records(before: Communique, after: Communique) -> list[dict[str, object]]:
    return [
        {
            "row": change.row.id,
            "change": change.fate.value,
            **{
                language.value: [{"change": piece.fate.value, "text": piece.text} for piece in change.pieces[language]]
                for language in Language
            },
        }
        for change in changes(before, after)
    ]
