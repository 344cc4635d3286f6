"""The verb `fix`: the repairs that findings carry, done without a question."""

from pathlib import Path

from editor.checks.finding import Level
from editor.checks.run import RULES, check, mended
from editor.cli.checking import level_of, lines
from editor.cli.console import Console
from editor.cli.formats import open_any, write_any
from editor.cli.given import Given
from editor.cli.office import directory
from editor.cli.storage import OWN, held, require_free, write_own
from editor.errors import CommuniqueError, Unfit, Unwritable
from editor.formats.profiles import load_profile
from editor.words import say, say_count


def fix(given: Given, console: Console) -> int:
    """Mend each file; a file that cannot be read or written is told of, and the others are mended."""
    only = frozenset(rule.upper() for value in given.values("rule") for rule in value.split(",") if rule)
    unknown = only - {rule.id for rule in RULES}
    if unknown:
        raise Unfit(say("There is no rule {rule}.", rule=min(unknown)))
    if given.has("output") and len(given.words) > 1:
        raise Unfit(say("--output is for one file alone."))
    code = 0
    for done, word in enumerate(given.words):
        console.progress(done, len(given.words))
        try:
            with held([Path(word)] if _rewrites(given) else (), is_forced=given.has("force")):
                code = max(code, _fix(word, only, given, console))
        except CommuniqueError as error:
            console.tell(error.sentence)
            code = 2
    console.progress(len(given.words), len(given.words))
    return code


def _rewrites(given: Given) -> bool:
    return not (given.has("output") or given.has("dry-run"))


def _fix(word: str, only: frozenset[str], given: Given, console: Console) -> int:
    """Mend one file. Answers 1 where errors of the rules meant are left."""
    path = Path(word)
    target = Path(given.value("output")) if given.has("output") else path
    before = open_any(path, given)
    if target == path and path.suffix.lower() != OWN and not given.has("dry-run"):
        raise Unwritable(path, say("Only .communique files are repaired in place; --output names another file."))
    profile = load_profile(before.release.profile)
    office = directory(console)
    after, done = mended(before, profile, only, office)
    if not given.has("dry-run"):
        if target == path and after != before:
            write_own(after, path, backup=True, is_forced=given.has("force"))
        elif target != path:
            require_free(target, given, path)
            write_any(after, target)
    for line in lines(done, before, profile, word, console):
        console.result(line)
    left = [
        each
        for each in check(after, profile, office=office)
        if level_of(each) is Level.ERROR and (not only or each.rule in only)
    ]
    would = given.has("dry-run")
    told = [
        say_count("{count} finding would be mended.", "{count} findings would be mended.", len(done))
        if would
        else say_count("{count} finding mended.", "{count} findings mended.", len(done))
    ]
    if left:
        told.append(say_count("{count} error is left.", "{count} errors are left.", len(left)))
    for sentence in told:
        console.tell(say("{file}: {reason}", file=word, reason=sentence))
    return 1 if left else 0
