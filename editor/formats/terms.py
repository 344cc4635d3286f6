"""Terminology files: CSV and TBX are read, CSV is written; the user's own go before the bundled ones.

A CSV has a heading line that names its columns: en, fr, and where wanted en_forbidden, fr_forbidden, note. Several
names in one cell are parted by “|”. TBX is read in its two usual shapes (ISO 30042:2008 with termEntry, ISO 30042:2019
with conceptEntry); deprecated and superseded names are forbidden ones.
"""

import csv
import io
import logging
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from editor.assets import resource, user_data
from editor.errors import Unreadable
from editor.formats.encodings import decoded
from editor.formats.files import make_folder, read_bytes, replacing
from editor.formats.term_limits import LONGEST_NAME, bound
from editor.model.language import Bilingual
from editor.model.terms import Known, Term
from editor.words import Sentence, say

_log = logging.getLogger(__name__)
_LARGEST = 10_000_000
"""Bytes of a file of terms."""
_COLUMNS = {
    "en": "en", "english": "en", "anglais": "en", "eng": "en", "en-gb": "en", "en-us": "en", "en-ca": "en",
    "fr": "fr", "french": "fr", "français": "fr", "francais": "fr", "fra": "fr", "fr-fr": "fr", "fr-ca": "fr",
    "en_forbidden": "en_forbidden", "forbidden_en": "en_forbidden", "en forbidden": "en_forbidden",
    "fr_forbidden": "fr_forbidden", "forbidden_fr": "fr_forbidden", "fr forbidden": "fr_forbidden",
    "note": "note", "notes": "note", "comment": "note", "commentaire": "note", "definition": "note",
}  # fmt: skip


def read_terms(path: Path) -> tuple[Term, ...]:
    """Return the terms of a CSV or TBX file. Raises Unreadable with file and line where it is broken."""
    raw = read_bytes(path, _LARGEST)
    if raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        from editor.formats.tbx import read_tbx

        found = read_tbx(raw, path)
    else:
        found = _read_csv(raw, path)
    if not found:
        raise Unreadable(path, say("There is no term in it."))
    return found


def load_terms(profile: str) -> Known:
    """Return the terms of a house: the user's own, then the bundled ones; what is broken is left out, and logged."""
    found: dict[tuple[str, str], Term] = {}
    faults: list[Sentence] = []
    for path in _files(profile):
        try:
            for term in read_terms(path):
                found.setdefault(term.key, term)
        except Unreadable as error:
            _log.warning("terms left out: %s", error)
            faults.append(say("Terms are left out. {why}", why=error.sentence))
    return tuple(found.values()), tuple(faults)


def own_terms(profile: str) -> Path:
    """Return the user's own file of terms for one house; it need not exist yet."""
    return user_data() / "terms" / f"{profile}.csv"


def import_terms(source: Path, profile: str) -> tuple[int, int]:
    """Take the terms of a file into the user's own; return how many are new and how many took another's place.

    Nothing is written where the file is broken (Unreadable) or the user's own cannot be read.
    """
    target = own_terms(profile)
    known = {term.key: term for term in read_terms(target)} if target.exists() else {}
    fresh = {term.key: term for term in read_terms(source)}
    exchanged = sum(key in known and known[key] != term for key, term in fresh.items())
    added = sum(key not in known for key in fresh)
    make_folder(target.parent)
    write_terms((known | fresh).values(), target)
    return added, exchanged


def write_terms(terms: Iterable[Term], path: Path) -> None:
    """Write terms as CSV (UTF-8 with its mark, which spreadsheets want)."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("en", "fr", "en_forbidden", "fr_forbidden", "note"))
    for term in terms:
        cells = (*(" | ".join(names) for names in (*term.names, *term.forbidden)), term.note)
        writer.writerow(cells)
    with replacing(path) as out:
        out.write(b"\xef\xbb\xbf" + text.getvalue().encode("utf-8"))


def _files(profile: str) -> Iterator[Path]:
    for folder in (user_data() / "terms", resource("terms")):
        for name in (profile, "all"):
            path = folder / f"{name}.csv"
            with suppress(OSError):
                if path.is_file():
                    yield path


def _read_csv(raw: bytes, path: Path) -> tuple[Term, ...]:
    text = decoded(raw, path).text.removeprefix("\ufeff")
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: dict[tuple[str, str], Term] = {}
    try:
        columns = _heading(next(lines, []), path)
        for cells in lines:
            if any(cell.strip() for cell in cells):
                term = _term(cells, columns, path, lines.line_num)
                found[term.key] = term
                bound(found, path)
    except csv.Error as error:
        raise Unreadable(path, say("Line {line}: {why}.", line=lines.line_num, why=str(error))) from error
    return tuple(found.values())


def _heading(cells: list[str], path: Path) -> list[str]:
    columns = [_COLUMNS.get(cell.strip().lower(), "") for cell in cells]
    if "en" not in columns or "fr" not in columns:
        why = say("Line 1: the heading names no columns “en” and “fr”.")
        raise Unreadable(path, why)
    return columns


def _term(cells: list[str], columns: list[str], path: Path, line: int) -> Term:
    if len(cells) > len(columns):
        why = say("Line {line}: there are {count} cells under {most} headings.",
                  line=line, count=len(cells), most=len(columns))  # fmt: skip
        raise Unreadable(path, why)
    named = {column: cell for column, cell in zip(columns, cells, strict=False) if column}
    names = {column: _parted(named.get(column, ""), path, line) for column in columns if column != "note"}
    if not names.get("en") and not names.get("en_forbidden") and not names.get("fr_forbidden"):
        raise Unreadable(path, say("Line {line}: the English is missing.", line=line))
    if not names.get("fr") and not names.get("en_forbidden") and not names.get("fr_forbidden"):
        raise Unreadable(path, say("Line {line}: the French is missing.", line=line))
    return Term(
        Bilingual(names.get("en", ()), names.get("fr", ())),
        Bilingual(names.get("en_forbidden", ()), names.get("fr_forbidden", ())),
        " ".join(named.get("note", "").split()),
    )


def _parted(cell: str, path: Path, line: int) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(" ".join(part.split()) for part in cell.split("|") if part.strip()))
    if any(len(name) > LONGEST_NAME for name in names):
        raise Unreadable(
            path, say("Line {line}: a term has more than {most} characters.", line=line, most=LONGEST_NAME)
        )
    return names
