"""Merging: two copies of one document made one, row by row and field by field, by what each changed of their base.

What one copy changed is taken; what both changed alike is taken once; what both changed otherwise is a clash, which
somebody decides. Paragraphs added by both are both kept. The laws: merge(b, b, x) is x, merge(b, x, b) is x,
merge(b, x, x) is x, and exchanging the copies exchanges nothing but the choices.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from typing import Any, TypeVar

from editor.edits.identities import N, with_ids_apart, with_what_it_names
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.contact import Contact
from editor.model.language import Bilingual, Language
from editor.model.people import SignOff
from editor.model.pictures import Rendition, Use
from editor.model.release import ReviewCopy
from editor.model.rows import Confirmation, PairState, Row
from editor.values import frozen


class Copy(Enum):
    """One of the two copies."""

    FIRST = "a"
    SECOND = "b"


@frozen
class Clash:
    """Something both copies changed, each in its own way.

    `name` is how the command line spells the place ("r4.fr", "place.en", "p1.name.en"; "r4" is the whole row, kept in
    one copy and deleted in the other; "rows" their order). A value that is None was deleted.
    """

    name: str
    where: Address | None
    base: object
    first: object
    second: object

    def value(self, copy: Copy) -> object:
        """Return what one copy made of it."""
        return self.first if copy is Copy.FIRST else self.second


@frozen
class Merged:
    """What became of two copies, the first copy's wish standing wherever nobody has decided yet; and what clashed."""

    doc: Communique
    clashes: tuple[Clash, ...]


@frozen
class Made:
    """What somebody made of both copies at the place of a clash: a value of the kind that clashes there."""

    value: object


Choices = Mapping[str, Copy | Made]
"""What was chosen for a clash, by the clash's name: a copy, or something made of both."""


def merge(base: Communique, first: Communique, second: Communique, choices: Choices | None = None) -> Merged:
    """Return one communiqué of two copies of `base`, and everything in which they clash, decided or not."""
    counter = max(first.counter, second.counter)
    if second in (base, first) or first == base:
        return Merged(replace(second if first == base else first, counter=counter), ())
    second = with_ids_apart(base, first, second)
    table = _Table(choices or {})
    doc = Communique(
        rows=table.parts(base.rows, first.rows, second.rows, Part.ROW, "rows"),
        participants=table.parts(
            base.participants, first.participants, second.participants, Part.PARTICIPANT, "participants"
        ),
        quotes=table.parts(base.quotes, first.quotes, second.quotes, Part.QUOTE, "quotes"),
        pictures=table.parts(base.pictures, first.pictures, second.pictures, Part.PICTURE, "pictures"),
        release=table.record(base.release, first.release, second.release, _Place("", Part.RELEASE)),
        foreign=_union(base.foreign, first.foreign, second.foreign),
        counter=counter,
        comments=table.parts(base.comments, first.comments, second.comments, None, "comments"),
        rejected=_union(base.rejected, first.rejected, second.rejected),
        review=table.value(base.review, first.review, second.review, _Place("", None), "review"),
        dismissals=_union(base.dismissals, first.dismissals, second.dismissals),
        refused=_union(base.refused, first.refused, second.refused),
        emptied=_union(base.emptied, first.emptied, second.emptied),
    )
    return Merged(with_what_it_names(doc, first, second), tuple(table.clashes))


T = TypeVar("T")


@frozen
class _Place:
    """Where a value stands: the id of its part, and what kind of part that is."""

    id: str
    part: Part | None

    def name(self, field_name: str) -> str:
        return ".".join(filter(None, (self.id, field_name)))

    def address(self, field_name: str) -> Address | None:
        if self.part is None:
            return None
        if self.part is Part.ROW:
            language = next((each for each in Language if each.value == field_name), None)
            return Address(Part.ROW, self.id, language)
        return Address(self.part, self.id, field=field_name)


@dataclass(slots=True)
class _Table:
    """Merges values, and notes what clashes."""

    choices: Choices
    clashes: list[Clash] = field(default_factory=list)

    def parts(
        self, base: tuple[N, ...], first: tuple[N, ...], second: tuple[N, ...], part: Part | None, name: str
    ) -> tuple[N, ...]:
        """Merge the parts of one kind, known by their ids."""
        old, one, other = ({each.id: each for each in parts} for parts in (base, first, second))
        found: dict[str, N] = {}
        for part_id in dict.fromkeys((*one, *other)):
            merged = self._part(old.get(part_id), one.get(part_id), other.get(part_id), _Place(part_id, part))
            if merged is not None:
                found[part_id] = merged
        order = self._order(tuple(old), tuple(one), tuple(other), name)
        return tuple(found[part_id] for part_id in order if part_id in found)

    def record(self, base: T, first: T, second: T, place: _Place) -> T:
        """Merge two values of one class, field by field."""
        if second in (first, base):
            return first
        if first == base:
            return second
        changed: dict[str, object] = {}
        for each in fields(base):  # type: ignore[arg-type]
            values = [getattr(value, each.name) for value in (base, first, second)]
            name = "" if each.name == "sides" else each.name
            changed[each.name] = self.value(values[0], values[1], values[2], place, name)
        merged = replace(first, **changed)  # type: ignore[type-var]
        if isinstance(merged, Row) and isinstance(first, Row) and isinstance(second, Row):
            return replace(merged, confirmation=_seal(base, first, second, merged))
        return merged

    def _part(self, base: N | None, first: N | None, second: N | None, place: _Place) -> N | None:
        if first is not None and second is not None:
            # Without a base both copies have added the same.
            return self.record(base if base is not None else first, first, second, place)
        kept = first if second is None else second
        if base is None:
            return kept
        if kept is None or kept == base:
            return None
        decided: N | None = self._decided(Clash(place.name(""), place.address(""), base, first, second))
        return decided

    def value(self, base: object, first: object, second: object, place: _Place, name: str) -> Any:  # noqa: ANN401 (of the kind of the values given)
        """Merge two values of one field; `name` is how the command line spells it."""
        if second in (first, base):
            return first
        if first == base:
            return second
        if name in _SETTLED:
            return _SETTLED[name](base, first, second)
        if isinstance(base, Bilingual) and isinstance(first, Bilingual) and isinstance(second, Bilingual):
            return Bilingual(
                *(
                    self.value(base[tongue], first[tongue], second[tongue], place, f"{name}.{tongue.value}".strip("."))
                    for tongue in Language
                )
            )
        if isinstance(base, Contact) and isinstance(first, Contact) and isinstance(second, Contact):
            return Contact(
                *(  # the value of a pair is a pair
                    self.value(getattr(base, way), getattr(first, way), getattr(second, way), place, name)
                    for way, name in (("name", "contact"), ("telephone", "telephone"), ("email", "email"))
                )
            )
        return self._decided(Clash(place.name(name), place.address(name), base, first, second))

    def _decided(self, clash: Clash) -> Any:  # noqa: ANN401 (of the kind of the values that clash)
        """Note a clash, and return the value that stands there."""
        self.clashes.append(clash)
        choice = self.choices.get(clash.name, Copy.FIRST)
        return choice.value if isinstance(choice, Made) else clash.value(choice)

    def _order(self, base: Sequence[str], first: Sequence[str], second: Sequence[str], name: str) -> tuple[str, ...]:
        """Return the ids of both copies in one order: that of the copy that moved something.

        Of what both added at one place, the first copy's comes first.
        """
        known = set(base) & set(first) & set(second)
        was, one, other = (tuple(part_id for part_id in ids if part_id in known) for ids in (base, first, second))
        leads, follows = first, second
        if other not in (was, one):
            chosen = other if one == was else self._decided(Clash(name, None, was, one, other))
            leads, follows = (first, second) if chosen == one else (second, first)
        ids = list(leads)
        place = 0
        for part_id in follows:
            if part_id not in leads:
                while leads is first and place < len(ids) and ids[place] not in second:
                    place += 1
                ids.insert(place, part_id)
            place = ids.index(part_id) + 1
        return tuple(ids)


def _union(base: Iterable[T], first: Iterable[T], second: Iterable[T]) -> tuple[T, ...]:
    """Return what either copy holds, without what either has taken out."""
    was, one, other = tuple(base), tuple(first), tuple(second)
    if one == was:
        return other
    if other in (was, one):
        return one
    return tuple(each for each in dict.fromkeys((*one, *other)) if (each in one and each in other) or each not in was)


def _any_tuple(base: object, first: object, second: object) -> object:
    if isinstance(base, tuple) and isinstance(first, tuple) and isinstance(second, tuple):
        return _union(base, first, second)
    return first


def _words_of_both(base: object, first: object, second: object) -> object:
    if isinstance(base, Bilingual) and isinstance(first, Bilingual) and isinstance(second, Bilingual):
        return Bilingual(*(_any_tuple(base[tongue], first[tongue], second[tongue]) for tongue in Language))
    return first


def _later(_base: object, first: object, second: object) -> object:
    """Return the later of two signatures; what one copy took back and the other renewed, stands."""
    seals = [seal for seal in (first, second) if isinstance(seal, Confirmation | SignOff)]
    return max(seals, key=lambda seal: (seal.at, seal.by), default=None)


def _later_copy(_base: object, first: object, second: object) -> object:
    """Return what was printed last, whole: a number, its moment and its words belong together."""
    copies = [copy for copy in (first, second) if isinstance(copy, ReviewCopy)]
    return max(copies, key=lambda copy: (copy.at, copy.number), default=None)


def _unsure(_base: object, _first: object, _second: object) -> object:
    return None


def _renditions(base: object, first: object, second: object) -> object:
    """Return for each use the file that a copy changed; the first copy's where both did."""
    was, one, other = (
        {each.use: each for each in part if isinstance(each, Rendition)} if isinstance(part, tuple) else {}
        for part in (base, first, second)
    )
    chosen = (one.get(use) if one.get(use) != was.get(use) else other.get(use) for use in Use)
    return tuple(each for each in chosen if each is not None)


_SETTLED: Mapping[str, Callable[[object, object, object], object]] = {
    "confirmation": _later,
    "sign_off": _later,
    "certainty": _unsure,
    "proposal": _unsure,
    "comments": _any_tuple,
    "replies": _any_tuple,
    "aliases": _any_tuple,
    "known_words": _words_of_both,
    "foreign": _any_tuple,
    "renditions": _renditions,
    "review": _later_copy,
}
"""Fields in which nothing needs to be decided: both copies are right."""


def _seal(base: object, first: Row, second: Row, merged: Row) -> Confirmation | None:
    """Return the confirmation of a merged row: one that was given to exactly these words goes before a later one."""
    for seal in (first.confirmation, second.confirmation):
        if seal is not None and merged.confirmation is not None:
            confirmed = replace(merged, confirmation=seal)
            if confirmed.state is PairState.CONFIRMED and not _was_taken_back(base, first, second, seal):
                return seal
    return merged.confirmation


def _was_taken_back(base: object, first: Row, second: Row, seal: Confirmation) -> bool:
    """Whether a copy took back the confirmation that the base had."""
    return isinstance(base, Row) and base.confirmation == seal and None in (first.confirmation, second.confirmation)
