"""The verb `publish`: the NewsML-G2 files of releases, written only where nothing stands in the way."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from editor.checks.finding import Level
from editor.cli.checking import level_of, lines
from editor.cli.console import Console
from editor.cli.given import Given
from editor.cli.keeping import keep_published
from editor.cli.office import directory
from editor.cli.storage import open_own, write_own
from editor.cli.times import moment_of
from editor.cli.validation import fault_line
from editor.edits.details import enter
from editor.errors import Refused, Unfit, Unwritable
from editor.formats.profiles import load_profile
from editor.model.communique import Communique
from editor.model.directory import Directory
from editor.model.language import Language
from editor.model.profile import Profile
from editor.model.release import Action, Release
from editor.newsml.edition import Body, Shape
from editor.publishing import (
    Order,
    Plan,
    Sources,
    deliver,
    installed_schema,
    is_interrupted,
    lift_embargo,
    next_moment,
    paths_of,
    pictures_folder,
    plan,
    settle,
    take_back,
)
from editor.words import say, say_count

_TAKEN_BACK = "{file}: the interrupted publication was taken back."


def publish(given: Given, console: Console) -> int:
    """Publish each document. One that is refused is told of, and the others are published."""
    folder = Path(given.value("output"))
    if not folder.is_dir():
        raise Unwritable(folder, say("There is no such folder."))
    # All are opened first: where one cannot be read, nothing is written.
    docs = {path: open_own(path) for path in map(Path, dict.fromkeys(given.words))}
    profiles = {name: load_profile(name) for name in {doc.release.profile for doc in docs.values()}}
    code, office = 0, directory(console)
    for done, (path, doc) in enumerate(docs.items()):
        console.progress(done, len(docs))
        try:
            published = _publish(_Task(path, doc, profiles[doc.release.profile], folder, office), given, console)
        except Refused as error:
            console.tell(say("{file}: {reason}", file=str(path), reason=error.sentence))
            published = False
        code = max(code, 0 if published else 1)
    console.progress(len(docs), len(docs))
    return code


class _Task:
    """One document to be published: where it lies, what it says, whose it is, where its files go, what is known."""

    def __init__(self, path: Path, doc: Communique, profile: Profile, folder: Path, office: Directory) -> None:
        self.path, self.doc, self.profile, self.folder = path, doc, profile, folder
        self.office = office
        self.saved = doc

    def save(self, doc: Communique) -> None:
        write_own(doc, self.path)
        self.saved = doc


def _publish(task: _Task, given: Given, console: Console) -> bool:
    """Publish one document, or show what would be written. Answers whether nothing stood in the way."""
    if given.has("take-back"):
        return _take_back(task, console)
    if is_interrupted(task.doc) and not given.has("dry-run"):
        settled = settle(task.doc, task.save)
        if settled.is_published:
            console.tell(say("{file}: the interrupted publication was finished.", file=str(task.path)))
            _name(settled.paths, console)
            return True
        console.tell(say(_TAKEN_BACK, file=str(task.path)))
        task.doc = settled.doc
    order = Order(
        _time(task, given, console),
        Shape(given.value("shape", Shape.BILINGUAL.value)),
        Body(given.value("body", Body.PORTABLE.value)),
        Action(given.value("as", Action.NEW.value)),
        given.value("pictures") != "cancel",
    )
    doc = _as_wished(task, given)
    if given.has("at"):
        _require_dated(doc.release, order)
    sources = Sources(pictures_folder(task.path), installed_schema(), office=task.office)
    found = plan(doc, task.profile, order, sources)
    for line in dict.fromkeys(_told(found, task, console)):
        console.note(line)
    if not found.is_ready or found.record is None:
        count = len(found.hindrances) + len(found.errors)
        why = say_count("{count} error stands in the way.", "{count} errors stand in the way.", count)
        raise Refused(why)
    if not given.has("dry-run"):
        deliver(found, task.folder, task.save)
        keep_published(task.saved, task.path, console)
    _name(paths_of(found.record, task.folder), console)
    return True


def _require_dated(release: Release, order: Order) -> None:
    """Raise Unfit for a time that was given by hand and lies before the day a release is dated.

    Under an embargo a release goes out before its day; what is withheld or cancelled is not out at all. On the day
    before it is that day already somewhere.
    """
    is_out = order.action not in {Action.WITHHOLD, Action.CANCEL} and release.embargo is None
    if is_out and release.date is not None and order.at.date() < release.date - timedelta(days=1):
        raise Unfit(
            say(
                "{time} is before the date of the release, {date}; before that day it needs an embargo.",
                time=order.at.isoformat(),
                date=release.date.isoformat(),
            )
        )


def _as_wished(task: _Task, given: Given) -> Communique:
    """Return the document with the notes of this publication, and without its embargo where that is lifted."""
    doc = task.doc
    for language in Language:
        name = f"note-{language.value}"
        if given.has(name):
            doc = enter(f"note.{language.value}", given.value(name), task.profile.zone).apply(doc)
    return lift_embargo(doc, task.profile) if given.has("lift-embargo") else doc


def _take_back(task: _Task, console: Console) -> bool:
    if not is_interrupted(task.doc):
        raise Refused(say("There is no interrupted publication to take back."))
    take_back(task.doc, task.save)
    console.tell(say(_TAKEN_BACK, file=str(task.path)))
    return True


def _time(task: _Task, given: Given, console: Console) -> datetime:
    if given.has("at"):
        return moment_of(given.value("at"), task.profile.zone, console)
    return next_moment(task.doc.release)


def _told(found: Plan, task: _Task, console: Console) -> Iterator[str]:
    """Yield a line for each error: first what hinders, then what does not concern the shape that is published."""
    hindering = {id(finding) for finding in found.hindrances}
    others = [each for each in found.findings if level_of(each) is Level.ERROR and id(each) not in hindering]
    for group in (found.hindrances, tuple(others)):
        yield from lines(group, task.doc, task.profile, str(task.path), console)
    for fault in found.faults:
        # The line is one of a file not written; what causes the fault stands in the document.
        side = fault.language.value.upper() if fault.row and fault.language else ""
        place = " ".join(part for part in (fault.field or fault.row, side) if part)
        yield fault_line(fault, str(task.path), place, console)


def _name(paths: tuple[Path, ...], console: Console) -> None:
    for path in paths:
        console.result(str(path))
