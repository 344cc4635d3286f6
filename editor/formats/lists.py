"""Lists: the office's directory as a table of comma-separated values (RFC 4180), as spreadsheets write and read it.

Encoding and delimiter are found by looking, columns by their titles in either language. A list with a fault is refused
whole, its bad lines named by their numbers.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from editor.errors import Unfit, Unreadable
from editor.formats.encodings import decoded
from editor.formats.files import read_bytes
from editor.model.directory import COLUMNS, Directory, Entry, columns_of, entry_of
from editor.text.countries import state_named
from editor.text.letters import folded
from editor.words import Sentence, say, say_count

LIMIT = 20_000_000
"""Bytes of a list."""
_MOST_LINES = 100_000
_DELIMITERS = ";,\t|"
_TOLD = 5
"""Bad lines named in full."""
_FORMULA = tuple("=+-@\t\r'")
"""What a spreadsheet would take for a formula (or for the sign that there is none) at the start of a cell."""
_TITLES: dict[str, tuple[str, ...]] = {
    "kind": ("kind", "type", "nature", "categorie", "category"),
    "name_en": ("name en", "name", "full name", "nom anglais", "nom en anglais"),
    "name_fr": ("name fr", "nom", "nom complet", "nom fr", "nom francais", "nom en francais", "french name"),
    "function_en": ("function en", "function", "title", "role", "position", "job title", "post"),
    "function_fr": ("function fr", "fonction", "titre", "poste", "fonction fr"),
    "organisation_en": ("organisation en", "organization en", "organisation", "organization", "body", "company"),
    "organisation_fr": ("organisation fr", "organization fr", "organisme", "societe", "entreprise"),
    "country": ("country", "pays", "state", "etat"),
    "honorific_en": ("honorific en", "honorific", "courtesy"),
    "honorific_fr": ("honorific fr", "civilite", "titre de civilite"),
    "gender": ("gender", "sex", "sexe", "genre", "genre du titre"),
    "aliases": ("aliases", "alias", "also", "autres noms", "other names"),
    "code": ("code", "identifier", "identifiant"),
    "acronym_en": ("acronym en", "acronym", "english acronym"),
    "acronym_fr": ("acronym fr", "sigle", "acronyme", "sigle francais", "french acronym"),
    "text_en": ("text en", "text", "english", "anglais", "english text"),
    "text_fr": ("text fr", "texte", "french", "francais", "texte francais"),
}
_GENDERS = {"male": "m", "female": "f", "masculine": "m", "feminine": "f", "masculin": "m", "feminin": "f", "h": "m"}
_KINDS = {"personne": "person", "participant": "person", "organization": "organisation", "sigle": "acronym",
          "acronyme": "acronym", "organisme": "organisation", "passe-partout": "boilerplate"}  # fmt: skip


def read_list(path: Path) -> Directory:
    """Return the entries of a list. Raises Unreadable, with the lines at fault, where it is none or not a whole one."""
    return list_of(read_bytes(path, LIMIT), path)


def list_of(raw: bytes, path: Path) -> Directory:
    """Return the entries of the bytes of a list; `path` is named in what is wrong."""
    text = decoded(raw, path).text
    separator = re.match(r"sep=(.)\r?\n", text)
    delimiter = separator[1] if separator else ""
    text = text[separator.end() :] if separator else text
    lines = _lines(text, delimiter or _delimiter(text), path)
    number, header = next(lines, (1, []))
    columns = _columns(header)
    if not {"name_en", "name_fr", "acronym_en", "acronym_fr"} & set(columns):
        raise Unreadable(
            path, say("Line {line} does not name the columns, as name_en, name_fr, function_en.", line=number)
        )
    entries, faults = [], []
    for number, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        try:
            entries.append(_entry(cells, columns))
        except Unfit as fault:
            faults.append(say("line {line}: {why}", line=number, why=fault.sentence))
    if faults:
        raise Unreadable(path, _told(faults))
    if not entries:
        raise Unreadable(path, say("There is nothing in this list but the names of its columns."))
    return Directory(tuple(entries))


def write_list(directory: Directory) -> bytes:
    """Return a directory as a list that `list_of` reads back equal, ids aside; spreadsheets open it by themselves."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in directory.entries:
        columns = columns_of(entry)
        writer.writerow([_guarded(columns.get(name, "")) for name in COLUMNS])
    return b"\xef\xbb\xbf" + sheet.getvalue().encode()


def _delimiter(text: str) -> str:
    """Return the sign by which the first line falls into the most columns that have a known title."""
    line = next((line for line in text.splitlines() if line.strip()), "")

    def known(sign: str) -> tuple[int, int, int]:
        cells = next(csv.reader([line], delimiter=sign), [])
        return sum(bool(name) for name in _columns(cells)), len(cells), text.count(sign)

    return max(_DELIMITERS, key=known)


def _lines(text: str, delimiter: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each line with the number at which it begins, from 1; cells may hold line ends."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        number = reader.line_num + 1
        if number > _MOST_LINES:
            raise Unreadable(path, say("A list has at most {count} lines.", count=_MOST_LINES))
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            fault = say(
                "line {line}: {why}", line=number, why=say("a quotation mark opens or closes in a wrong place.")
            )
            raise Unreadable(path, _told([fault])) from error
        yield number, cells


def _columns(header: Sequence[str]) -> list[str]:
    """Return the column of each title; "" for one that means nothing here. Of two for one column the first counts."""
    found: list[str] = []
    for title in header:
        words = " ".join(re.findall(r"\w+", folded(title).replace("_", " ")))
        column = next((name for name, titles in _TITLES.items() if words in titles and name not in found), "")
        found.append(column)
    return found


def _entry(cells: Sequence[str], columns: Sequence[str]) -> Entry:
    if any(cell.strip() for cell in cells[len(columns) :]):
        count = len(columns)
        raise Unfit(
            say_count(
                "there are more cells than the {count} column.", "there are more cells than the {count} columns.", count
            )
        )
    texts = {name: _bare(cell) for name, cell in zip(columns, cells, strict=False) if name}
    kind, gender = folded(texts.get("kind", "").strip()), folded(texts.get("gender", "").strip())
    texts["kind"] = _KINDS.get(kind, kind)
    texts["gender"] = _GENDERS.get(gender, gender)
    state = state_named(texts.get("country", ""))
    if state is not None:
        texts["country"] = state.code
    if "name_fr" not in columns or "name_en" not in columns:
        # A list of one language: the name is written alike in both.
        only = texts.get("name_en") or texts.get("name_fr") or ""
        texts["name_en"] = texts["name_fr"] = only
    return entry_of(texts)


def _told(faults: Sequence[Sentence]) -> Sentence:
    """Return the first faults and how many there are, in one sentence."""
    told = faults[0]
    for fault in faults[1:_TOLD]:
        told = say("{first} {next}", first=told, next=fault)
    rest = len(faults) - _TOLD
    if rest > 0:
        more = say_count("and {count} more line.", "and {count} more lines.", rest)
        told = say("{first} {next}", first=told, next=more)
    return say("Nothing was taken over; {faults}", faults=told)


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
