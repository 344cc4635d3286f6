"""Entries: one value of a JSON file with the place it stands at, read strictly."""

import json
import re
from collections.abc import Iterator
from datetime import date as date_
from datetime import datetime
from enum import Enum
from typing import Final, NoReturn, TypeVar

from editor.model.moments import is_on_every_clock
from editor.values import frozen
from editor.words import Sentence, say

E = TypeVar("E", bound=Enum)

_LARGEST_WHOLE: Final = 10**15
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_SHOWN: Final = 40
"""Characters of a wrong value that a sentence repeats."""


class Fault(Exception):
    """Something wrong at one place of a file."""

    def __init__(self, place: str, why: Sentence) -> None:
        super().__init__(f"{place}: {why.english()}")
        self.place, self.why = place, why

    @property
    def sentence(self) -> Sentence:
        """The place and what is wrong there."""
        return say("{place}: {why}", place=self.place, why=self.why) if self.place else self.why


@frozen
class _Doubled:
    """A table in which one name stands twice, of which JSON itself keeps only the second."""

    name: str


def parsed(text: str) -> "Entry":
    """Return the whole of a JSON text as an entry. Raises Fault with the line where it is not JSON."""
    try:
        value = json.loads(
            text, object_pairs_hook=_table, parse_constant=_no_number, parse_int=_whole_number, parse_float=float
        )
    except json.JSONDecodeError as error:
        why = say("The file is damaged here.") if text.rstrip().endswith("}") else say("The file was cut short.")
        where = say("Line {line}, column {column}: {why}", line=error.lineno, column=error.colno, why=why)
        raise Fault("", where) from error
    except RecursionError as error:
        raise Fault("", say("The file is nested too deeply.")) from error
    return Entry("", value)


def _table(pairs: list[tuple[str, object]]) -> object:
    table = dict(pairs)
    if len(table) == len(pairs):
        return table
    names = [name for name, _ in pairs]
    return _Doubled(next(name for name in table if names.count(name) > 1))


def _no_number(constant: str) -> NoReturn:
    raise Fault("", say("“{value}” is not a number.", value=constant))


def _whole_number(digits: str) -> object:
    # Python refuses to read numbers of thousands of digits; no number here has more than fifteen.
    return int(digits) if len(digits) <= len(str(_LARGEST_WHOLE)) else float("inf")


@frozen
class Entry:
    """A value and its place: `rows[3].fr[0].marks[1]`. Every reading of it raises Fault where it is something else."""

    place: str
    value: object

    def fault(self, why: Sentence) -> Fault:
        """Return the error that this entry is wrong."""
        return Fault(self.place, why)

    def table(self, *known: str) -> "Table":
        """Read a table that has no other names than these."""
        if isinstance(self.value, _Doubled):
            raise self.fault(say("“{name}” stands here twice.", name=_short(self.value.name)))
        if not isinstance(self.value, dict):
            raise self.fault(say("A table in braces is wanted."))
        for name in self.value:
            if name not in known:
                raise self.fault(say("“{name}” is not known here.", name=_short(name)))
        return Table(self.place, self.value)

    def entries(self) -> "Iterator[Entry]":
        """Read a list."""
        if not isinstance(self.value, list):
            raise self.fault(say("A list is wanted."))
        for index, value in enumerate(self.value):
            yield Entry(f"{self.place}[{index}]", value)

    def text(self) -> str:
        """Read a text."""
        if not isinstance(self.value, str):
            raise self.fault(say("A text in quotation marks is wanted."))
        if _SURROGATE.search(self.value):
            raise self.fault(say("The text holds half a character."))
        return self.value

    def whole(self, lowest: int = 0) -> int:
        """Read a whole number of at least `lowest`."""
        if type(self.value) is not int or not lowest <= self.value <= _LARGEST_WHOLE:
            raise self.fault(say("A whole number from {lowest} on is wanted.", lowest=lowest))
        return self.value

    def share(self) -> float:
        """Read a number from 0 to 1."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float) or not 0 <= self.value <= 1:
            raise self.fault(say("A number from 0 to 1 is wanted."))
        return float(self.value)

    def flag(self) -> bool:
        """Read true or false."""
        if not isinstance(self.value, bool):
            raise self.fault(say("true or false is wanted."))
        return self.value

    def choice(self, kinds: type[E]) -> E:
        """Read one of the values of an enumeration."""
        text = self.text()
        for kind in kinds:
            if kind.value == text:
                return kind
        names = ", ".join(str(kind.value) for kind in kinds)
        raise self.fault(say("“{value}” is not one of {names}.", value=_short(text), names=names))

    def day(self) -> date_:
        """Read a date: 2021-05-17."""
        try:
            return date_.fromisoformat(self.text())
        except ValueError as error:
            raise self.fault(say("A date like 2021-05-17 is wanted.")) from error

    def moment(self) -> datetime:
        """Read a date and time with its zone: 2021-05-18T13:52:00+02:00."""
        wanted = say("A date and time with its zone, like 2021-05-18T13:52:00+02:00, is wanted.")
        try:
            moment = datetime.fromisoformat(self.text())
            if moment.utcoffset() is None or not is_on_every_clock(moment):
                raise self.fault(wanted)
        except ValueError as error:
            raise self.fault(wanted) from error
        return moment


@frozen
class Table:
    """Named entries."""

    place: str
    values: dict[str, object]

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def __getitem__(self, name: str) -> Entry:
        if name not in self.values:
            raise Fault(self.place, say("“{name}” is missing here.", name=name))
        return self.get(name, None)

    def get(self, name: str, usual: object) -> Entry:
        """Return an entry, or one that holds what is usual where the table has none."""
        place = f"{self.place}.{name}" if self.place else name
        return Entry(place, self.values.get(name, usual))


def _short(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")
