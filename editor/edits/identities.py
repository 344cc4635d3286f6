"""Identities: of two copies of one document, which parts are one thing, and which parts their words name."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from editor.model.communique import Communique
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Quote
from editor.model.pictures import Picture
from editor.model.rows import Row

_NAMES_A_PART = (MarkKind.QUOTE, MarkKind.PERSON, MarkKind.COMMENT)
"""Kinds of mark whose target is the id of a part."""


class Named(Protocol):
    """A part of a communiqué that has an id."""

    @property
    def id(self) -> str:
        """What others name it by."""


N = TypeVar("N", bound=Named)


def with_ids_apart(base: Communique, first: Communique, second: Communique) -> Communique:
    """Return the second copy with other ids for what it added under an id that the first gave to something else."""
    used = {*base.ids(), *first.ids()}
    taken = _taken_twice(base, first, second)
    if not taken:
        return second
    numbered = replace(second, counter=max(first.counter, second.counter))
    names: dict[str, str] = {}
    for part_id in taken:
        (new_id,), numbered = numbered.fresh(part_id[:1] or "x")
        while new_id in used:
            (new_id,), numbered = numbered.fresh(part_id[:1] or "x")
        names[part_id] = new_id
    return _renamed(numbered, names)


def with_what_it_names(doc: Communique, first: Communique, second: Communique) -> Communique:
    """Return the document with the quotes, people and comments that one copy deleted and words of the other name."""
    marked = {
        mark.target
        for row in doc.rows
        for side in row.sides
        for passage in side
        for mark in passage.marks
        if mark.kind in _NAMES_A_PART
    }
    said = {comment_id for row in doc.rows for comment_id in row.comments}
    quotes = _with_named(doc.quotes, (*first.quotes, *second.quotes), marked)
    people = {*marked, *(quote.speaker for quote in quotes)}
    return replace(
        doc,
        quotes=quotes,
        participants=_with_named(doc.participants, (*first.participants, *second.participants), people),
        comments=_with_named(doc.comments, (*first.comments, *second.comments), marked | said),
    )


def _with_named(parts: tuple[N, ...], known: tuple[N, ...], named: set[str]) -> tuple[N, ...]:
    there = {part.id for part in parts}
    return (*parts, *{part.id: part for part in known if part.id in named and part.id not in there}.values())


def _taken_twice(base: Communique, first: Communique, second: Communique) -> list[str]:
    """Return the ids that both copies gave to something new, each to something else.

    What looks the same is still something else where its words are: a quote that stands in no row of the other's, an
    empty caption of a picture that is another's.
    """
    known, ours = set(base.ids()), dict(_parts(first))
    both = {part_id: part for part_id, part in _parts(second) if part_id not in known and part_id in ours}
    taken = {part_id: None for part_id, part in both.items() if ours[part_id] != part}
    taken |= dict.fromkeys(
        part.caption
        for part_id, part in both.items()
        if part_id in taken and isinstance(part, Picture) and part.caption in both
    )
    for part_id, part in both.items():
        if part_id not in taken and isinstance(part, Quote):
            places = [{each.row.id for each in doc.stretches(MarkKind.QUOTE, part_id)} for doc in (first, second)]
            if all(places) and not (places[0] & places[1]) - taken.keys():
                taken[part_id] = None
    return list(taken)


def _parts(doc: Communique) -> Iterator[tuple[str, object]]:
    for parts in (doc.rows, doc.participants, doc.quotes, doc.pictures, doc.comments):
        for part in parts:
            yield part.id, part


def _renamed(doc: Communique, names: Mapping[str, str]) -> Communique:
    def now(part_id: str) -> str:
        return names.get(part_id, part_id)

    def passage(one: Passage) -> Passage:
        return Passage(one.text, tuple(_repointed(mark, now) for mark in one.marks))

    def row(one: Row) -> Row:
        sides = one.sides.each(lambda side: tuple(map(passage, side)))
        return replace(one, id=now(one.id), sides=sides, comments=tuple(map(now, one.comments)))

    def quote(one: Quote) -> Quote:
        return replace(one, id=now(one.id), speaker=now(one.speaker))

    def picture(one: Picture) -> Picture:
        return replace(one, id=now(one.id), caption=now(one.caption))

    return replace(
        doc,
        rows=tuple(map(row, doc.rows)),
        participants=tuple(replace(person, id=now(person.id)) for person in doc.participants),
        quotes=tuple(map(quote, doc.quotes)),
        pictures=tuple(map(picture, doc.pictures)),
        comments=tuple(replace(comment, id=now(comment.id)) for comment in doc.comments),
        review=doc.review
        and replace(doc.review, wordings=tuple((now(each), said) for each, said in doc.review.wordings)),
        dismissals=tuple(replace(each, where=replace(each.where, id=now(each.where.id))) for each in doc.dismissals),
        emptied=tuple(replace(each, id=now(each.id)) for each in doc.emptied),
    )


def _repointed(mark: Mark, now: Callable[[str], str]) -> Mark:
    return replace(mark, target=now(mark.target)) if mark.kind in _NAMES_A_PART else mark
