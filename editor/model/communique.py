"""Communique: all the parts of a release, and how to find one by its address."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from editor.model.address import Address
from editor.model.comments import Comment
from editor.model.dismissals import Dismissal
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant, Quote
from editor.model.pictures import Picture
from editor.model.refusals import Refusal
from editor.model.release import Release, ReviewCopy
from editor.model.rows import Row, RowKind, Side
from editor.values import frozen, twin

LONGEST_ID: Final = 100
"""Characters of the id of a part, which has one at least."""
_NUMBERED: Final = re.compile("[a-z]([0-9]{1,9})")


@frozen
class Stretch:
    """Where some words of a quote or a name stand: row, language, passage (0-based), and the mark on them."""

    row: Row
    language: Language
    passage: int
    mark: Mark

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.row[self.language][self.passage].words_of(self.mark)


@frozen
class Communique:
    """A release in both languages, complete and unchanging.

    `counter` is the number last given to a new part, so that no id is ever used twice in one document. `foreign` is
    metadata read from elsewhere for which there is no field: well-formed XML elements, kept and written out again.
    `rejected` are the wordings of pairs somebody parted: the aligner does not propose them again.
    `review` is the last copy that was printed to be read and signed. `dismissals` are the findings that may stay.
    `refused` are words of which somebody said that they are no quote or no name: they are not recognised again.
    `emptied` are the fields that somebody emptied by hand: recognition does not fill them again.
    Raises ValueError where two parts of a kind share an id.
    """

    rows: tuple[Row, ...] = ()
    participants: tuple[Participant, ...] = ()
    quotes: tuple[Quote, ...] = ()
    pictures: tuple[Picture, ...] = ()
    release: Release = Release()
    foreign: tuple[str, ...] = ()
    counter: int = 0
    comments: tuple[Comment, ...] = ()
    rejected: tuple[Bilingual[str], ...] = ()
    review: ReviewCopy | None = None
    dismissals: tuple[Dismissal, ...] = ()
    refused: tuple[Refusal, ...] = ()
    emptied: tuple[Address, ...] = ()

    def __post_init__(self) -> None:
        for parts in (self.rows, self.participants, self.quotes, self.pictures, self.comments):
            if len({part.id for part in parts}) != len(parts):
                raise ValueError("two parts of a communiqué share an id")

    @property
    def headline(self) -> Bilingual[Passage]:
        """The headline in both languages; empty where there is none."""
        for row in self.rows:
            if row.kind is RowKind.HEADLINE:
                return row.sides.each(lambda side: side[0] if side else Passage())
        return Bilingual(Passage(), Passage())

    def review_copy(self, at: datetime) -> ReviewCopy:
        """Return what is to be remembered of a review copy made at this moment."""
        number = self.review.number + 1 if self.review else 1
        return ReviewCopy(number, at, tuple((row.id, row.wording) for row in self.rows))

    def row(self, row_id: str) -> Row | None:
        """Return the row with this id."""
        return next((row for row in self.rows if row.id == row_id), None)

    def row_index(self, row_id: str) -> int:
        """Return the 0-based place of a row. Raises ValueError where there is none."""
        for index, row in enumerate(self.rows):
            if row.id == row_id:
                return index
        raise ValueError(f"no row {row_id}")

    def participant(self, participant_id: str) -> Participant | None:
        """Return the participant with this id."""
        return next((person for person in self.participants if person.id == participant_id), None)

    def quote(self, quote_id: str) -> Quote | None:
        """Return the quote with this id."""
        return next((quote for quote in self.quotes if quote.id == quote_id), None)

    def picture(self, picture_id: str) -> Picture | None:
        """Return the picture with this id."""
        return next((picture for picture in self.pictures if picture.id == picture_id), None)

    def comment(self, comment_id: str) -> Comment | None:
        """Return the comment with this id."""
        return next((comment for comment in self.comments if comment.id == comment_id), None)

    def stretches(self, kind: MarkKind, target: str | None = None) -> Iterator[Stretch]:
        """Yield the stretches of one kind (of one quote or person, where given), in the order of the rows."""
        for row in self.rows:
            for language in Language:
                for index, passage in enumerate(row[language]):
                    for mark in passage.marks:
                        if mark.kind is kind and target in (None, mark.target):
                            yield Stretch(row, language, index, mark)

    def wordings(self) -> dict[str, Bilingual[str]]:
        """Return the words of every quote by its id, in both languages, its stretches parted by spaces."""
        found: dict[str, Bilingual[str]] = {}
        for stretch in self.stretches(MarkKind.QUOTE):
            known = found.get(stretch.mark.target, Bilingual("", ""))
            words = f"{known[stretch.language]} {stretch.words}".lstrip()
            found[stretch.mark.target] = known.having(stretch.language, words)
        return found

    def wording(self, quote_id: str) -> Bilingual[str]:
        """Return the words of one quote in both languages."""
        return self.wordings().get(quote_id, Bilingual("", ""))

    def having_row(self, row: Row) -> "Communique":
        """Return the communiqué with the row of the same id exchanged."""
        return self.having_row_at(self.row_index(row.id), row)

    def having_row_at(self, index: int, row: Row) -> "Communique":
        """Return the communiqué with the row at `index` exchanged for one of the same id (else ValueError).

        This is what a key costs: ids, which stay, are not compared again.
        """
        if self.rows[index].id != row.id:
            raise ValueError(f"the row at {index} is not {row.id}")
        return twin(self, rows=(*self.rows[:index], row, *self.rows[index + 1 :]))

    def without_comments(self) -> "Communique":
        """Return the communiqué as others may see it: without what was said about it."""
        if not self.comments and not self.dismissals and not any(row.comments for row in self.rows):
            return self
        rows = tuple(replace(row, sides=row.sides.each(_uncommented), comments=()) for row in self.rows)
        return replace(self, rows=rows, comments=(), dismissals=())

    def ids(self) -> Iterator[str]:
        """Yield the id of every row, participant, quote, picture and comment."""
        yield from (row.id for row in self.rows)
        yield from (person.id for person in self.participants)
        yield from (quote.id for quote in self.quotes)
        yield from (picture.id for picture in self.pictures)
        yield from (comment.id for comment in self.comments)

    @property
    def last_number(self) -> int:
        """The highest number in an id as `fresh` makes them ("r7"); 0 where there is none."""
        return max((int(found[1]) for found in map(_NUMBERED.fullmatch, self.ids()) if found), default=0)

    def fresh(self, letter: str, count: int = 1) -> tuple[tuple[str, ...], "Communique"]:
        """Return `count` new ids ("r7", "r8" …) and the communiqué that remembers having given them."""
        last = max(self.counter, self.last_number)
        numbers = range(last + 1, last + 1 + count)
        return tuple(f"{letter}{number}" for number in numbers), replace(self, counter=last + count)


def _uncommented(side: Side) -> Side:
    return tuple(
        Passage(passage.text, tuple(mark for mark in passage.marks if mark.kind is not MarkKind.COMMENT))
        for passage in side
    )
