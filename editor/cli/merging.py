"""The verb `merge`: two copies of one document made one."""

from collections.abc import Sequence
from pathlib import Path

from editor.cli.console import Console
from editor.cli.given import Given
from editor.cli.storage import open_own, require_free, write_own
from editor.edits.kinship import are_kin
from editor.edits.merging import Clash, Copy, merge
from editor.errors import Refused, Unfit
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import Passage
from editor.model.rows import Row
from editor.words import say, say_count


def merge_copies(given: Given, console: Console) -> int:
    """Merge A and B, both made from BASE. Where something is undecided it is shown, and nothing is written."""
    base, first, second = (open_own(Path(name)) for name in given.words)
    target = Path(given.value("output"))
    require_free(target, given, *map(Path, given.words))
    if not given.has("unrelated"):
        _require_kin(base, (first, second), given.words)
    choices = dict(map(_choice, given.options.get("take", ())))
    names = {clash.name for clash in merge(base, first, second).clashes}
    for name in choices:
        if name not in names:
            raise Unfit(say("Nothing is to be decided at {place}.", place=name))
    if given.has("prefer"):
        choices = dict.fromkeys(names, Copy(given.value("prefer"))) | choices
    merged = merge(base, first, second, choices)
    open_ones = [clash for clash in merged.clashes if clash.name not in choices]
    for clash in open_ones:
        _show(clash, console)
    if open_ones:
        console.tell(
            say_count(
                "{count} place was changed in both copies: --take PLACE=a or --take PLACE=b decides it.",
                "{count} places were changed in both copies: --take PLACE=a or --take PLACE=b decides one.",
                len(open_ones),
            )
        )
        return 1
    write_own(merged.doc, target)
    console.result(str(target))
    return 0


def _require_kin(base: Communique, copies: Sequence[Communique], names: Sequence[str]) -> None:
    """Raise Refused where a copy cannot well have been made from the base."""
    for copy, name in zip(copies, names[1:], strict=True):
        if not are_kin(base, copy):
            raise Refused(
                say(
                    "{file} and {base} seem to be different documents, not copies of one; "
                    "--unrelated merges them all the same.",
                    file=name,
                    base=names[0],
                )
            )


def _choice(written: str) -> tuple[str, Copy]:
    place, sign, copy = written.rpartition("=")
    if not sign or copy not in ("a", "b"):
        raise Unfit(say("--take wants a place and a or b, like r4.fr=b; “{written}” is not.", written=written))
    return place, Copy(copy)


def _show(clash: Clash, console: Console) -> None:
    """Print both wordings, one below the other, under the name of the place."""
    console.result(clash.name)
    for copy in Copy:
        console.result(f"  {copy.value}: {told(clash.value(copy), console)}")


def told(value: object, console: Console) -> str:
    """Return a value of a clash on one line."""
    if value is None or value in ("", ()):
        return say("(nothing)").told(console.tongue)
    if isinstance(value, tuple):
        return " ¶ ".join(each.text if isinstance(each, Passage) else str(each) for each in value)
    if isinstance(value, Row):
        return " | ".join(value.wording).replace("\n", " ¶ ")
    if isinstance(value, Bilingual):
        return " | ".join(map(str, value))
    return str(getattr(value, "value", value))
