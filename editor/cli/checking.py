"""The verb `check`: every finding of every file, for people or for machines."""

from collections.abc import Iterator
from pathlib import Path

from editor.checks import spelling
from editor.checks.finding import Finding, Level
from editor.checks.record import Record, record
from editor.checks.run import RULES, Checker
from editor.cli.console import Console
from editor.cli.formats import open_any
from editor.cli.given import Given
from editor.cli.office import directory
from editor.errors import CommuniqueError
from editor.formats.profiles import load_profile
from editor.model.address import Part
from editor.model.communique import Communique
from editor.model.profile import Profile
from editor.words import Sentence, say, say_count

LEVELS = {"error": Level.ERROR, "warning": Level.WARNING, "hint": Level.HINT}
_TITLES = {Level.ERROR: say("error"), Level.WARNING: say("warning"), Level.HINT: say("hint")}
_LONGEST = 40
"""Characters of the words meant that a line shows."""
_AROUND = 12
"""Characters shown on either side of a space or sign."""


def check(given: Given, console: Console) -> int:
    """List the findings of each file; a file that cannot be read is told of, and the others are checked."""
    least = LEVELS[given.value("level", "hint")]
    code = unread = 0
    listed: list[Record] = []
    counts = dict.fromkeys(Level, 0)
    dismissed = 0
    checker = Checker((*RULES, *spelling.RULES))
    office = directory(console)
    for done, word in enumerate(given.words):
        console.progress(done, len(given.words))
        try:
            doc = open_any(Path(word), given)
            profile = load_profile(doc.release.profile)
        except CommuniqueError as error:
            console.tell(error.sentence)
            code, unread = 2, unread + 1
            continue
        found = [each for each in checker.check(doc, profile, office=office) if level_of(each) >= least]
        dismissed += len(checker.dismissed)
        for finding in found:
            counts[level_of(finding)] += 1
        if given.has("json"):
            listed += [record(each, doc, word, console.tongue, profile.zone) for each in found]
        else:
            for line in lines(found, doc, profile, word, console):
                console.result(line)
    console.progress(len(given.words), len(given.words))
    if given.has("json"):
        console.as_json(listed)
    elif unread < len(given.words):
        console.tell(_summary(counts))
        if dismissed:
            console.tell(say_count("{count} finding is dismissed.", "{count} findings are dismissed.", dismissed))
    return code or (1 if counts[Level.ERROR] else 0)


def level_of(finding: Finding) -> Level:
    """Return how bad a finding is."""
    return finding.level or Level.HINT


def lines(
    findings: "list[Finding] | tuple[Finding, ...]", doc: Communique, profile: Profile, file: str, console: Console
) -> Iterator[str]:
    """Yield a line for each finding: file, place, level, rule, sentence, and the words meant."""
    for finding in findings:
        entry = record(finding, doc, file, console.tongue, profile.zone)
        place = _place(finding, entry) or say("release").told(console.tongue)
        level = _TITLES[level_of(finding)].told(console.tongue)
        line = f"{file}: {place}: {level} {finding.rule}: {entry['message']}"
        words = _words(finding, doc)
        yield f"{line} [{words}]" if words else line


def _place(finding: Finding, entry: Record) -> str:
    """Name the row and its side, the quote or picture and its field, or the field alone."""
    where = finding.where
    if where.part is Part.ROW:
        return " ".join(part for part in (where.id, (entry["language"] or "").upper()) if part)
    own = where.id if where.part in (Part.QUOTE, Part.PICTURE) else ""
    return " ".join(part for part in (own, entry["field"]) if part)


def _words(finding: Finding, doc: Communique) -> str:
    """Return the words meant; where they are spaces or signs alone, with what stands around them."""
    where = finding.where
    row = doc.row(where.id)
    if row is None or where.language is None or where.passage is None or not where.is_stretch:
        return ""
    text, start, end = row[where.language][where.passage].text, where.start or 0, where.end or 0
    if not any(sign.isalnum() for sign in text[start:end]):
        start, end = max(start - _AROUND, 0), end + _AROUND
    words = text[start:end]
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _summary(counts: dict[Level, int]) -> Sentence:
    return say(
        "{errors}, {warnings}, {hints}",
        errors=say_count("{count} error", "{count} errors", counts[Level.ERROR]),
        warnings=say_count("{count} warning", "{count} warnings", counts[Level.WARNING]),
        hints=say_count("{count} hint", "{count} hints", counts[Level.HINT]),
    )
