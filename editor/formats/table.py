"""What can be opened and written: one table, a row for each kind of file."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from editor.errors import Unfit, Unreadable, Unwritable
from editor.formats import native, plain
from editor.formats.arrival import Arrival, arrive, joined
from editor.formats.dating import dated
from editor.formats.files import read_bytes, replacing
from editor.formats.kinds import named_kind
from editor.formats.manuscript import MOST_BLOCKS, Block, Manuscript, Script
from editor.formats.paper import ALL, Paper, Printing, paper_of
from editor.formats.profiles import load_profile
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import MarkKind, Passage
from editor.model.people import Participant
from editor.model.profile import Profile
from editor.values import frozen
from editor.words import Sentence, say


@frozen
class Format:
    """One kind of file: how much of it is read, and what reads and writes it.

    A file either holds a communiqué (`open`) or paragraphs from which one is made (`read`). It is written as it is
    (`write`), or as it goes on paper (`print`).
    """

    limit: int
    open: Callable[[bytes, Path, Profile | None], Arrival] | None = None
    read: Callable[[bytes, Path], Manuscript] | None = None
    write: Callable[[Communique], bytes] | None = None
    print: Callable[[Paper], bytes] | None = None


def _open_own(raw: bytes, path: Path, _profile: Profile | None) -> Arrival:
    return Arrival(native.read(raw, path))


def _open_published(raw: bytes, path: Path, profile: Profile | None) -> Arrival:
    from editor.newsml.read import read

    try:
        found = read(raw, profile)
    except Unfit as error:
        raise Unreadable(path, error.sentence) from error
    return Arrival(found.doc, found.notes)


def _read_page(raw: bytes, path: Path) -> Manuscript:
    from editor.formats import html

    return html.read(raw, path)


def _print_page(paper: Paper) -> bytes:
    from editor.formats import html

    return html.write(paper)


def _read_word(raw: bytes, path: Path) -> Manuscript:
    from editor.formats import docx

    return docx.read(raw, path)


def _read_markdown(raw: bytes, path: Path) -> Manuscript:
    from editor.formats import markdown

    return markdown.read(raw, path)


def _read_envelope(raw: bytes, path: Path) -> Manuscript:
    from editor.formats import envelopes

    return envelopes.read(raw, path)


def _print_word(paper: Paper) -> bytes:
    from editor.formats import docx

    return docx.write(paper)


def _write_pairs(doc: Communique) -> bytes:
    from editor.formats import tmx

    return tmx.write_release(doc)


def _print_pages(paper: Paper) -> bytes:
    try:
        from editor.formats import pdf
    except ImportError as error:
        raise Unfit(say("PDF files are written with Qt, which does not load here: {why}.", why=str(error))) from error
    return pdf.write(paper)


_PAGE: Final = 10_000_000
"""Bytes of a page, its styles and programs included."""
_ENVELOPE: Final = 50_000_000
"""Bytes of a page or message in one file, the pictures beside it included."""
_WORD: Final = 100_000_000
"""Bytes of a Word file, pictures included."""
_PUBLISHED: Final = 20_000_000
"""Bytes of a NewsML-G2 file; one release has some 30,000."""

FORMATS: Final = {
    ".communique": Format(native.LIMIT, open=_open_own, write=native.write),
    ".txt": Format(plain.LIMIT, read=plain.read, print=plain.write),
    ".md": Format(plain.LIMIT, read=_read_markdown),
    ".html": Format(_PAGE, read=_read_page, print=_print_page),
    ".htm": Format(_PAGE, read=_read_page, print=_print_page),
    ".mhtml": Format(_ENVELOPE, read=_read_envelope),
    ".mht": Format(_ENVELOPE, read=_read_envelope),
    ".webarchive": Format(_ENVELOPE, read=_read_envelope),
    ".eml": Format(_ENVELOPE, read=_read_envelope),
    ".docx": Format(_WORD, read=_read_word, print=_print_word),
    ".docm": Format(_WORD, read=_read_word),
    ".pdf": Format(0, print=_print_pages),
    ".tmx": Format(0, write=_write_pairs),
    ".xml": Format(_PUBLISHED, open=_open_published),
}


def readable_suffixes() -> tuple[str, ...]:
    """Return the suffixes of files that can be opened, with their points."""
    return tuple(suffix for suffix, kind in FORMATS.items() if kind.open or kind.read)


def writable_suffixes() -> tuple[str, ...]:
    """Return the suffixes of files that can be written, with their points."""
    return tuple(suffix for suffix, kind in FORMATS.items() if kind.write or kind.print)


def open_document(
    path: Path, profile: Profile, language: Language | None = None, known: Sequence[Participant] = ()
) -> Arrival:
    """Return the communiqué of a file, and sentences that tell what was read and recognised.

    A file that holds two languages makes both sides; one of a single language (`language`, or the one its words are
    in) leaves the other side empty. Raises Unreadable.
    """
    kind, raw = _raw(path)
    if kind.open:
        return kind.open(raw, path, profile)
    return arrive(_manuscript(kind, raw, path), profile, language, known)


def open_pair(english: Path, french: Path, profile: Profile, known: Sequence[Participant] = ()) -> Arrival:
    """Return the communiqué of a file in each language, paired row by row. Raises Unreadable."""
    return arrive(joined(read_manuscript(english), read_manuscript(french)), profile, None, known)


def read_manuscript(path: Path) -> Manuscript:
    """Return the paragraphs of a file, nothing recognised in them. Raises Unreadable."""
    kind, raw = _raw(path)
    return _of_document(kind.open(raw, path, None).doc) if kind.open else _manuscript(kind, raw, path)


def save_document(doc: Communique, path: Path, printing: Printing = ALL, at: datetime | None = None) -> None:
    """Write a communiqué in the format of the suffix, wholly or not at all.

    `printing` says what goes on paper, `at` the moment it is printed (now). Raises Unwritable; Unfit where a language
    is wanted that has no text.
    """
    kind = FORMATS.get(path.suffix.lower())
    if kind is not None and kind.write is not None:
        data = kind.write(doc)
    elif kind is not None and kind.print is not None:
        text = dated(doc.without_comments()) if kind.read else doc.without_comments()
        data = kind.print(paper_of(text, printing, house_of(doc), at or datetime.now(UTC)))
    else:
        raise Unwritable(path, _unknown(path, writable_suffixes()))
    with replacing(path) as sheet:
        sheet.write(data)


def house_of(doc: Communique) -> Profile:
    """Return the house profile of a release; one that knows nothing, where it cannot be read here."""
    try:
        return load_profile(doc.release.profile)
    except Unreadable:
        return Profile(doc.release.profile)


def _raw(path: Path) -> tuple[Format, bytes]:
    kind = FORMATS.get(path.suffix.lower())
    if kind is None or not (kind.open or kind.read):
        # What is wrong with the file itself (none there, a folder) goes before what is wrong with its name.
        read_bytes(path, max(each.limit for each in FORMATS.values()))
        raise Unreadable(path, named_kind(path) or _unknown(path, readable_suffixes()))
    return kind, read_bytes(path, kind.limit)


def _manuscript(kind: Format, raw: bytes, path: Path) -> Manuscript:
    if kind.read is None:
        raise Unreadable(path, _unknown(path, readable_suffixes()))
    manuscript = kind.read(raw, path)
    if sum(len(script.blocks) for script in manuscript.scripts) > MOST_BLOCKS:
        raise Unreadable(path, say("It has more than {count} paragraphs, the most that is read.", count=MOST_BLOCKS))
    return manuscript


def _of_document(doc: Communique) -> Manuscript:
    """Return the paragraphs of a communiqué, each language a script, without the marks that name its own parts."""
    scripts = (
        Script(
            tuple(
                Block(_bare(passage), row.kind, row.level, row.number)
                for row in doc.rows
                for passage in row[language]
                if passage.text.strip()
            ),
            language,
        )
        for language in Language
    )
    return Manuscript(tuple(script for script in scripts if script.blocks))


def _bare(passage: Passage) -> Passage:
    """Return a passage without its quotes and persons, which are recognised anew, and without comments."""
    return Passage(passage.text, tuple(mark for mark in passage.marks if mark.kind not in _LEFT))


_LEFT: Final = (MarkKind.QUOTE, MarkKind.PERSON, MarkKind.COMMENT)


def _unknown(path: Path, suffixes: tuple[str, ...]) -> Sentence:
    names = ", ".join(suffixes)
    if not path.suffix:
        return say("The name has no suffix; it must be one of {suffixes}.", suffixes=names)
    return say("“{suffix}” is not one of {suffixes}.", suffix=path.suffix, suffixes=names)
