"""Values of a text that a translation carries over: dates and figures in digits, read and written anew by value."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from editor.model.language import Language
from editor.model.profile import NARROW_NO_BREAK
from editor.text.date_writing import weekday_name, write_date
from editor.text.dates import WrittenDate, find_dates
from editor.text.figures import Figure, FigureKind, figures, write_number
from editor.text.letters import plain
from editor.values import frozen

_GROUPS = " \u00a0\u2009\u202f,."
_LEAST_GROUPED = 10_000
"""From here on thousands are parted even where nobody has shown it; four digits may be a year."""


@frozen
class Slot:
    """A date or a figure where it stands in a text: characters [start, end), its words, and what it is."""

    start: int
    end: int
    text: str
    meaning: WrittenDate | Figure


def slots(text: str, language: Language) -> tuple[Slot, ...]:
    """Return the dates and the figures in digits of a text, in its order; what lies in a date is of the date."""
    dates = find_dates(text, language)
    # A full stop is read as that of a shortened month, and mostly ends the sentence.
    ends = [each.end - text.endswith(".", each.start, each.end) for each in dates]
    found = [Slot(each.start, end, text[each.start : end], each) for each, end in zip(dates, ends, strict=True)]
    for each in figures(text, language):
        if each.is_spelled or each.is_roman:
            continue
        # An ordinal has its ending, which turns on its value; what else belongs to a figure stays as it is.
        end = each.end if each.kind is FigureKind.ORDINAL else each.digits_end
        if all(end <= day.start or each.digits_start >= day.end for day in dates):
            found.append(Slot(each.digits_start, end, text[each.digits_start : end], each))
    return tuple(sorted(found, key=lambda slot: slot.start))


def say_the_same(one: Slot, other: Slot) -> bool:
    """Whether two slots, of one language or of both, have the same value."""
    mine, theirs = one.meaning, other.meaning
    if isinstance(mine, WrittenDate) and isinstance(theirs, WrittenDate):
        return _day(mine) == _day(theirs)
    if isinstance(mine, Figure) and isinstance(theirs, Figure):
        return (mine.value, mine.kind, mine.currency) == (theirs.value, theirs.kind, theirs.currency)
    return False


def rewritten(slot: Slot, before: Slot, after: Slot, language: Language) -> str | None:
    """Return how `slot`, which says what `before` says in the other language, says what `after` says there.

    In the form in which it is written now; None where that form is not known, or the words around might change too.
    """
    old, new = before.meaning, after.meaning
    if isinstance(old, WrittenDate) and isinstance(new, WrittenDate) and isinstance(slot.meaning, WrittenDate):
        return _date(slot, slot.meaning, new) if _are_simple(old, new, slot.meaning) else None
    if isinstance(old, Figure) and isinstance(new, Figure) and isinstance(slot.meaning, Figure):
        if any(len(each.values) > 1 for each in (old, new)) or not _agree_alike(old.value, new.value):
            return None
        if new.kind is FigureKind.ORDINAL:
            return _in_form(slot.text, _ordinal(old.value, language), _ordinal(new.value, language))
        return _number(slot, slot.meaning, after, language)
    return None


def _day(date: WrittenDate) -> tuple[object, ...]:
    return date.month, date.number, date.day if date.has_year else None, date.last_day, date.at


def _are_simple(*dates: WrittenDate) -> bool:
    """Whether dates are single days without a time, all with a year or all without."""
    return all(each.last_day is None and each.at is None for each in dates) and len({d.has_year for d in dates}) == 1


def _date(slot: Slot, now: WrittenDate, wanted: WrittenDate) -> str | None:
    if (now.weekday is not None) and wanted.weekday is None:
        return None
    for language in Language:
        for old, new in zip(_forms(now, language), _forms(wanted, language), strict=True):
            written = _in_form(slot.text, old, new)
            if written is not None:
                return written
    return None


def _forms(date: WrittenDate, language: Language) -> Iterator[str]:
    """Yield a date in the forms of a language: with and without its weekday, the day first and, in English, last."""
    year = date.day.year if date.day is not None and date.has_year else None
    weekday = weekday_name(date.weekday, language) if date.weekday is not None else ""
    for head, month_first in product(("", f"{weekday} ", f"{weekday}, "), (False, True)):
        yield head + write_date(date.number, date.month, year, language, month_first=month_first)


def _in_form(written: str, old: str, new: str) -> str | None:
    """Return `new` with the spaces that stand in `written`, where that is `old` but for their widths."""
    if plain(written) != old:
        return None
    spaces = [character for character in written if character.isspace()]
    if new.count(" ") != len(spaces):
        return None
    return "".join(spaces.pop(0) if character == " " else character for character in new)


def _agree_alike(old: Decimal, new: Decimal) -> bool:
    """Whether words that turn on a figure stay the same: the plural begins at 2 in French, beside 1 in English."""
    return (old == 1) is (new == 1) and (abs(old) < 2) is (abs(new) < 2)


def _ordinal(value: Decimal, language: Language) -> str:
    number = int(value)
    if language is Language.FR:
        return f"{number}e" if number != 1 else "1er"
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _number(slot: Slot, now: Figure, after: Slot, language: Language) -> str | None:
    """Return a figure's digits in the form of those that stand there: grouped or not, by the same sign."""
    new = after.meaning
    if not isinstance(new, Figure) or (now.kind, now.currency) != (new.kind, new.currency):
        return None
    point = "." if language is Language.EN else ","
    whole, _, decimals = slot.text.partition(point)
    signs = [character for character in whole if character in _GROUPS]
    digits = new.value.scaleb(-now.magnitude)
    # Four digits are grouped where they are so in the new text: it may be a year.
    is_grouped = abs(digits) >= _LEAST_GROUPED or (abs(digits) >= 1000 and any(sign in after.text for sign in _GROUPS))
    usual = "," if language is Language.EN else NARROW_NO_BREAK
    group = (signs[0] if signs else usual) if is_grouped else ""
    before = Decimal("".join(filter(str.isdigit, whole)) + (f".{decimals}" if decimals else ""))
    if write_number(Decimal(int(before)), language, signs[0] if signs else "") != whole:
        return None
    written = write_number(digits.normalize() if digits % 1 else Decimal(int(digits)), language, group)
    places = len(after.text.rpartition("." if language is Language.FR else ",")[2]) if digits % 1 else 0
    if new.magnitude == now.magnitude and digits % 1:
        head, _, tail = written.partition(point)
        written = head + point + tail.ljust(places, "0")
    return written
