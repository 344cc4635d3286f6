"""Receiving: a whole release pasted into a page as its rows, fields, people and quotes, paired with what is there."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from editor.edits.flow import Splice
from editor.formats import plain
from editor.formats.arrival.again import recognise_again
from editor.formats.arrival.arriving import arrive
from editor.formats.arrival.languages import language_told
from editor.formats.arrival.realigning import align_again
from editor.formats.manuscript import Block, Manuscript, Script
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant
from editor.model.profile import Profile
from editor.model.release import Release
from editor.model.rows import Row, RowKind
from editor.text.letters import folded

_FEWEST_PARAGRAPHS: Final = 4
_FEWEST_WORDS: Final = 60
_STORY: Final = (RowKind.HEADLINE, RowKind.SUBHEADLINE, RowKind.DATELINE, RowKind.PARAGRAPH)
"""Kinds of row that a release may be pasted into."""
_OF_THE_WORDS: Final = (MarkKind.BOLD, MarkKind.ITALIC, MarkKind.LINK, MarkKind.FOOTNOTE)
"""Marks that come with the words; whose they are and whom they name is recognised."""


def may_be_received(doc: Communique, row_id: str, language: Language, pieces: Sequence[Passage]) -> bool:
    """Whether paragraphs pasted into a row are enough for a release, and the language says nothing of its own yet.

    What stands in both languages already, as the lines of a template do, is not of its own.
    """
    row = doc.row(row_id)
    told = [piece for piece in pieces if piece.text.strip()]
    is_enough = len(told) >= _FEWEST_PARAGRAPHS and sum(len(each.text.split()) for each in told) >= _FEWEST_WORDS
    is_plain = all(mark.kind in _OF_THE_WORDS for each in told for mark in each.marks)
    is_story = row is not None and row.kind in _STORY
    return is_story and is_enough and is_plain and not any(_is_own(each, language) for each in doc.rows)


def blocks_of(splice: Splice) -> tuple[Block, ...]:
    """Return the paragraphs of a paste, each with what it was where that is known."""
    shapes = splice.shapes or (None,) * len(splice.pieces)
    told = [(piece, shape) for piece, shape in zip(splice.pieces, shapes, strict=True) if piece.text.strip()]
    return tuple(Block(piece, *shape) if shape is not None else Block(piece) for piece, shape in told)


def received(
    doc: Communique,
    blocks: Sequence[Block],
    profile: Profile,
    known: Sequence[Participant] = (),
) -> Communique | None:
    """Return a document with a release pasted into it; None where the paragraphs are no release.

    The text goes where its language belongs, unless that says something of its own; where neither does, a text in both
    languages becomes both sides. The lines that hold fields go into these where they are empty; the paragraphs are
    paired with those of the other language that nobody has confirmed. `known` are people of the office's directory.
    """
    blocks = tuple(_unwrapped(blocks))
    told = language_told(blocks)
    taken = [each for each in Language if any(_is_own(row, each) for row in doc.rows)]
    if taken and (told is None or told in taken):
        return None
    arrival = arrive(Manuscript((Script(blocks, told if taken else None),)), profile, known=known).doc
    came = [each for each in Language if any(row.has_text(each) for row in arrival.rows)]
    if not any(row.kind is RowKind.HEADLINE for row in arrival.rows) or (told is None and len(came) == 1):
        return None
    ids, after = doc.fresh("r", len(arrival.rows))
    new = [_bare(row, row_id) for row, row_id in zip(arrival.rows, ids, strict=True)]
    after = replace(after, rows=_with(doc, new), release=_filled(doc.release, arrival.release))
    if taken:
        after = align_again(after).apply(after)
    return recognise_again(profile, known).apply(after)


def _unwrapped(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return plain paragraphs with the lines joined that something has wrapped; structured ones as they are."""
    if any(block.kind is not None or block.passage.marks for block in blocks):
        return blocks
    scripts = plain.manuscript("\n\n".join(block.text for block in blocks)).scripts
    return scripts[0].blocks if len(scripts) == 1 else blocks


def _is_own(row: Row, language: Language) -> bool:
    return row.has_text(language) and (row.kind in _STORY or not row.has_text(language.other))


def _bare(row: Row, row_id: str) -> Row:
    """Return a row that came, without the marks of quotes and people, who are recognised in both languages at once."""
    sides = row.sides.each(lambda side: tuple(Passage(each.text, _of_the_words(each)) for each in side))
    return replace(row, id=row_id, sides=sides)


def _of_the_words(passage: Passage) -> tuple[Mark, ...]:
    return tuple(mark for mark in passage.marks if mark.kind in _OF_THE_WORDS)


def _with(doc: Communique, new: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows with those that came: at the first that lacks a language, in the place of blank ones.

    A blank row for a contact or the like stays where nothing of its kind has come; a line that was there is left out.
    """
    came = {row.kind for row in new}
    there = {(row.kind, each, folded(row.text(each))) for row in doc.rows for each in Language if row.has_text(each)}
    new = [
        row
        for row in new
        if not any((row.kind, each, folded(row.text(each))) in there for each in Language if row.has_text(each))
    ]
    place = next((index for index, row in enumerate(doc.rows) if not row.is_complete), len(doc.rows))
    captions = {picture.caption for picture in doc.pictures}
    before, behind = doc.rows[:place], doc.rows[place:]
    kept = (
        row
        for row in behind
        if any(row.sides) or row.comments or row.id in captions or (row.kind not in _STORY and row.kind not in came)
    )
    return (*before, *new, *kept)


def _filled(release: Release, found: Release) -> Release:
    has_place = bool(release.place.en or release.place.fr)
    return replace(
        release,
        reference=release.reference or found.reference,
        date=release.date or found.date,
        updated=release.updated or found.updated,
        embargo=release.embargo or found.embargo,
        place=release.place if has_place else found.place,
        country=release.country if has_place else found.country,
    )
