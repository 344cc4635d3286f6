"""The verbs that need our own file alone: `new`, `set`, `confirm`."""

import re
from datetime import UTC, datetime
from pathlib import Path

from editor.checks.record import differences
from editor.cli.console import Console
from editor.cli.given import Given
from editor.cli.storage import open_own, require_free, rewrite, write_own
from editor.cli.times import moment_of
from editor.edits.details import enter as enter_field
from editor.edits.pictures import exchange_file, set_renditions
from editor.edits.rows import confirm as confirm_rows
from editor.edits.rows import leave_one_sided
from editor.edits.writing import replace as write_over
from editor.errors import CommuniqueError, Unfit
from editor.formats.images import carry, pictures_folder, take_in
from editor.formats.processes import account
from editor.formats.profiles import load_profile
from editor.model.beginning import empty_release
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.pictures import Use
from editor.model.release import Release
from editor.model.rows import PairState, Row
from editor.words import say, say_count

_OF_A_ROW = re.compile(r"(r\d+)\.(en|fr|alone)")
_FILE_OF_A_PICTURE = re.compile(rf"picture\.([1-9]\d{{0,3}})\.(file|{'|'.join(use.value.lower() for use in Use)})")
_TEXT_OF_A_ROW = re.compile(r"r\d+\.(?:en|fr)=")


def new(given: Given, console: Console) -> int:
    """Write an empty communiqué: a headline and one paragraph to begin with."""
    path = Path(given.words[0])
    profile = load_profile(given.value("profile", Release().profile))
    require_free(path, given)
    write_own(empty_release(profile), path, is_forced=given.has("force"))
    console.result(str(path))
    return 0


def enter(given: Given, console: Console) -> int:
    """Enter fields, all or none of them."""
    path = Path(given.words[0])
    folder = pictures_folder(Path(given.value("output")) if given.has("output") else path)
    doc = before = open_own(path)
    for word in given.words[1:]:
        name, sign, value = word.partition("=")
        if not sign:
            raise Unfit(say("“{word}” is no field and value, as date=2021-05-17.", word=word))
        try:
            doc = _entered(doc, name, value, folder)
        except CommuniqueError as error:
            raise Unfit(say("{file}: {reason}", file=str(path), reason=error.sentence)) from error
    if any(_TEXT_OF_A_ROW.match(word) for word in given.words[1:]):
        doc = _recognised(doc)
    rewrite(before, doc, path, given, console)
    carry(doc, pictures_folder(path), folder)
    return 0


def _recognised(doc: Communique) -> Communique:
    """Return the document with the people and quotes that newly entered texts name."""
    # Only here: recognition takes longer to load than everything else this file needs.
    from editor.formats.arrival.again import recognise_again  # noqa: PLC0415

    return recognise_again(load_profile(doc.release.profile)).apply(doc)


def _entered(doc: Communique, name: str, value: str, folder: Path) -> Communique:
    if found := _OF_A_ROW.fullmatch(name):
        return _row_entered(doc, found[1], found[2], value)
    if (found := _FILE_OF_A_PICTURE.fullmatch(name)) and value:
        return _picture_taken_in(doc, found, Path(value), folder)
    if name == "profile":
        # Entered without the present profile: that one may be what is missing on this machine.
        profile = load_profile(value.strip() or Release().profile)
        return enter_field(name, profile.name, profile.zone).apply(doc)
    return enter_field(name, value, load_profile(doc.release.profile).zone).apply(doc)


def _picture_taken_in(doc: Communique, field: re.Match[str], source: Path, folder: Path) -> Communique:
    """Copy a picture file beside the document and enter it; a name that lies nowhere else is looked for there."""
    if not source.is_absolute() and not source.exists() and (folder / source.name).exists():
        source = folder / source.name
    doc = enter_field(field[0], "", "UTC").apply(doc)
    picture_id = doc.pictures[int(field[1]) - 1].id
    found = take_in(source, folder)
    if field[2] == "file":
        return exchange_file(picture_id, found).apply(doc)
    use = next(use for use in Use if use.value.lower() == field[2])
    return set_renditions(picture_id, (found.as_rendition(use),)).apply(doc)


def _row_entered(doc: Communique, row_id: str, name: str, value: str) -> Communique:
    """Enter the text of one side of a row, or that its empty side shall stay empty."""
    row = doc.row(row_id)
    if row is None:
        raise Unfit(say("There is no row “{row}”.", row=row_id))
    if name == "alone":
        if value not in ("", "yes", "no"):
            raise Unfit(say("{name}: yes or no is wanted.", name=f"{row_id}.{name}"))
        return leave_one_sided(row_id, value == "yes").apply(doc)
    language = Language(name)
    former = row.text(language)
    if len(row[language]) != 1 or "\n" in value:
        return write_over(row.address(language), value).apply(doc)
    # Only what differs is written over, from the end, so that the marks on the other words stay.
    for start, end, text in reversed(differences(former, value)):
        doc = write_over(row.address(language, 0, start, end), text).apply(doc)
    return doc


def confirm(given: Given, console: Console) -> int:
    """Confirm pairs, all or the ones named."""
    path = Path(given.words[0])
    before = open_own(path)
    zone = load_profile(before.release.profile).zone
    at = moment_of(given.value("at"), zone, console) if given.has("at") else datetime.now(UTC).replace(microsecond=0)
    by = given.value("by").strip() or account() or "—"
    wanted = tuple(_row(before, word, path) for word in given.words[1:])
    for row in wanted:
        if not (row.has_text(Language.EN) and row.has_text(Language.FR)):
            raise Unfit(say("{file}: row {row} has an empty side and cannot be confirmed.", file=str(path), row=row.id))
    waiting = wanted or before.rows
    todo = tuple(row.id for row in waiting if row.state in (PairState.DRAFT, PairState.STALE))
    doc = confirm_rows(todo, by, at).apply(before)
    rewrite(before, doc, path, given, console)
    console.tell(say_count("{count} pair confirmed.", "{count} pairs confirmed.", len(todo)))
    left = sum(row.state is PairState.UNTRANSLATED for row in waiting)
    if left:
        console.tell(
            say_count("{count} row has an empty side.", "{count} rows have an empty side.", left),
        )
    return 0


def _row(doc: Communique, word: str, path: Path) -> Row:
    row = doc.row(word)
    if row is None and word.isascii() and word.isdecimal() and int(word) < len(doc.rows):
        row = doc.rows[int(word)]
    if row is None:
        raise Unfit(say("{file}: there is no row “{row}”.", file=str(path), row=word))
    return row
