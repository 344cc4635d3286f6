"""The figures of both sides of a row set against each other by value: what is left over, and against what."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise

from editor.checks.matching import match
from editor.checks.spot import Spot, spots
from editor.model.language import Language
from editor.model.rows import Row
from editor.text.dates import find_dates
from editor.text.figures import Figure, FigureKind, currency_after, figures, is_points
from editor.text.letters import folded
from editor.text.lexicon import alternatives, table
from editor.text.measures import Unit, unit_after
from editor.text.sentences import sentences
from editor.text.times import find_times
from editor.values import frozen

_IN_NAMES = re.compile(r"\d(?:(?<=[^\W\d_]\d)|(?<=[^\W\d_][-‐‑]\d))\d{0,8}")
"""Digits of names: the other side may set “DebConf16” apart as “DebConf 16”."""


@frozen
class Counted:
    """A figure, the passage it stands in, the unit behind it, and the other end of the range it belongs to."""

    spot: Spot
    figure: Figure
    unit: Unit | None = None
    other_end: Figure | None = None

    @property
    def words(self) -> str:
        """The figure as written, with all that belongs to it."""
        start = self.figure.start - bool(self.figure.sign and self.figure.start == self.figure.digits_start)
        return self.spot.text[start : self.unit.end if self.unit else self.figure.end]


@frozen
class Difference:
    """A figure that differs between the sides: one of each side, or one that has no counterpart.

    `is_repeated` says that the other side has the value, only not as often; `is_unit` that the values agree and the
    units do not.
    """

    english: Counted | None
    french: Counted | None
    is_repeated: bool = False
    is_unit: bool = False

    @property
    def sides(self) -> tuple[Counted, ...]:
        """The figures there are."""
        return tuple(side for side in (self.english, self.french) if side)


@frozen
class _Side:
    """The figures of one side, and the values its dates and times would lend."""

    counted: tuple[Counted, ...]
    lent: Counter[Decimal]


def differences(row: Row) -> tuple[Difference, ...]:
    """Return the figures in which the sides of a row differ; nothing where one side says nothing."""
    if not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return ()
    return _compared(row)


@lru_cache(maxsize=256)
def _compared(row: Row) -> tuple[Difference, ...]:
    english, french = _side(row, Language.EN), _side(row, Language.FR)
    left, right = (sorted(side.counted, key=lambda one: one.figure.is_spelled) for side in (english, french))
    pairs: list[Difference] = []
    if any(one.figure.sign for one in (*left, *right)):
        match(left, right, _same_with_sign)
    same = [pair for agree in (_same_measure, _same_quantity) for pair in match(left, right, agree)]
    pairs.extend(Difference(one, other, is_unit=True) for one, other in match(left, right, _same_with_other_unit))
    same += [pair for agree in (_same_thing, _same_value_shared, _same_count) for pair in match(left, right, agree)]
    pairs.extend(Difference(one, other) for one, other in same if _has_other_sign(one, other))
    for one, other in match(left, right, _same_value):
        if not (_unit_stands_elsewhere(one, other) or _unit_stands_elsewhere(other, one)):
            pairs.append(Difference(one, other))
    spelled = [[one for one in side if one.figure.is_spelled and _counts(one)] for side in (left, right)]
    left = [one for one in left if not (_is_lent(one, french) or _is_conversion(one, english))]
    right = [one for one in right if not (_is_lent(one, english) or _is_conversion(one, french))]
    match(spelled[0], spelled[1], _share_value)
    pairs.extend(_paired(left, right, english, french, spelled))
    pairs.extend(Difference(one, other) for one, other in match(spelled[0], spelled[1], _same_kind))
    return tuple(pairs)


def _side(row: Row, language: Language) -> _Side:
    counted: list[Counted] = []
    lent: list[Decimal] = []
    for spot in spots(row, language):
        lent += map(Decimal, _IN_NAMES.findall(spot.text))
        dates, times = find_dates(spot.text, language), find_times(spot.text)
        spans = [*((each.start, each.end) for each in dates), *((each.start, each.end) for each in times)]
        for date in dates:
            days = [day for day in (date.day, date.last_day) if day]
            lent += [Decimal(number) for day in days for number in (day.year, day.day, day.month)]
            lent += (Decimal(date.number), Decimal(date.month))
        for time in times:
            lent += map(Decimal, (time.at.hour, time.at.hour % 12 or 12, time.at.minute))
        free = []
        for figure in figures(spot.text, language):
            if all(figure.digits_end <= start or figure.digits_start >= end for start, end in spans):
                free.append(figure)
            else:
                lent.append(figure.value)
        ends = _ranges(spot.text, free, language)
        for figure in free:
            is_bare = figure.kind is FigureKind.NUMBER
            unit = unit_after(spot.text, figure.end, language) if is_bare else None
            counted.append(Counted(spot, figure, unit, ends.get(figure)))
    return _Side(tuple(counted), Counter(lent))


_RANGE = {
    Language.EN: re.compile(r"\s?[-–—]\s?|\s(?:to|through)\s"),
    Language.FR: re.compile(r"\s?[-–—]\s?|\s(?:à|au)\s"),
}
_BETWEEN = {
    Language.EN: (re.compile(r"\bbetween\s[^\d]{0,8}$", re.IGNORECASE), re.compile(r"\sand\s[^\d]{0,4}")),
    Language.FR: (re.compile(r"\bentre\s[^\d]{0,8}$", re.IGNORECASE), re.compile(r"\set\s[^\d]{0,4}")),
}


def _ranges(text: str, found: list[Figure], language: Language) -> dict[Figure, Figure]:
    """Return for each end of a range the other one: “20 to 30”, “between 5 and 10”."""
    ends: dict[Figure, Figure] = {}
    before, between = _BETWEEN[language]
    for one, other in pairwise(found):
        is_between = between.fullmatch(text, one.end, other.start) and before.search(text, 0, one.start)
        if is_between or _RANGE[language].fullmatch(text, one.end, other.start):
            ends[one], ends[other] = other, one
    return ends


_VAGUE = re.compile(r"(?:hundred|thousand|dozen|centaine|millier|dizaine|douzaine)s", re.IGNORECASE)


def _counts(one: Counted) -> bool:
    """Tell whether a number in words says how many: “one” is an article too, “hundreds” is no number.

    “First” is often no number either; before a quarter, a session or a time it is.
    """
    text, end = one.spot.text, one.figure.end
    if one.figure.value == 1 and one.figure.kind is FigureKind.ORDINAL:
        return _counted_by_ordinals(one.spot.language).match(text, end) is not None
    return one.figure.value > 1 and not _VAGUE.fullmatch(text[one.figure.start : end])


@cache
def _counted_by_ordinals(language: Language) -> re.Pattern[str]:
    return re.compile(rf"[ \u00a0-](?:{alternatives(table('figures')['counted_by_ordinals'][language.value])})(?!\w)")


def _same_with_sign(one: Counted, other: Counted) -> bool:
    return one.figure.sign == other.figure.sign != "" and _same_thing(one, other)


def _has_other_sign(one: Counted, other: Counted) -> bool:
    """Tell whether one measure is below nothing and the other above: by its sign, where no word says so instead."""
    signs = {one.figure.sign, other.figure.sign}
    if "−" not in signs or len(signs) == 1 or not (_is_measured(one) and _is_measured(other)):
        return False
    unsigned = one if not one.figure.sign else other if not other.figure.sign else None
    if unsigned is None:
        return True
    text, place = unsigned.spot.text, unsigned.figure.start
    start, end = next((each for each in sentences(text) if each[0] <= place < each[1]), (0, len(text)))
    return _FALLING[unsigned.spot.language].search(folded(text), start, end) is None


def _is_measured(one: Counted) -> bool:
    kinds = (FigureKind.PERCENT, FigureKind.MONEY)
    return one.figure.kind in kinds or one.unit is not None or one.figure.value % 1 != 0


_FALLING = {
    Language.EN: re.compile(
        r"\b(?:minus|negative\w*|below|less|lower\w*|f[ae]ll\w*|drop\w*|declin\w*|decreas\w*|down\w*|reduc\w*|"
        r"contract\w*|shr[aiu]nk\w*|los[est]\w*|loss\w*|deficit\w*|cut\w*|slump\w*|slow\w*|weak\w*|off)\b"
    ),
    Language.FR: re.compile(
        r"\b(?:moins|negati\w*|inferieur\w*|sous|dessous|baiss\w*|diminu\w*|recul\w*|chut\w*|repli\w*|redui\w*|"
        r"reduc\w*|contract\w*|pert\w*|perd\w*|deficit\w*|ralenti\w*|flechi\w*|abais\w*|deficitaire\w*)\b"
    ),
}
"""Words that say without a sign that something is or goes below, in small letters without accents."""


def _same_measure(one: Counted, other: Counted) -> bool:
    return bool(one.unit and other.unit) and _units(one) == _units(other) and _share_value(one, other)


def _units(one: Counted) -> str:
    return one.unit.name if one.unit else ""


_TOLERANCE = Decimal("0.05")
"""Share by which a converted measure may be rounded."""


def _same_quantity(one: Counted, other: Counted) -> bool:
    """Tell whether two measures in different units are the same: 31 miles and 50 km."""
    if not one.unit or not other.unit or one.unit.base != other.unit.base or one.unit.name == other.unit.name:
        return False
    mine, theirs = one.figure.value * one.unit.factor, other.figure.value * other.unit.factor
    return abs(mine - theirs) <= _TOLERANCE * max(mine, theirs)


def _same_with_other_unit(one: Counted, other: Counted) -> bool:
    """Tell whether the values are one and the units cannot be."""
    if not one.unit or not other.unit or one.unit.name == other.unit.name:
        return False
    return _share_value(one, other) and not (one.figure.is_spelled or other.figure.is_spelled)


def _is_conversion(one: Counted, mine: _Side) -> bool:
    """Tell whether a measure stands there twice, once of them in brackets: “31 miles (50 km)”."""
    for other in mine.counted if one.unit else ():
        first, second = sorted((one, other), key=lambda each: each.figure.start)
        between = one.spot.text[first.figure.end : second.figure.start]
        if other.spot == one.spot and "(" in between and len(between) < _NEAR and _same_quantity(one, other):
            return True
    return False


@lru_cache(maxsize=256)
def bare_magnitudes(row: Row) -> tuple[tuple[Spot, int, int], ...]:
    """Return an English and a French “millions” without a figure where the sides name different ones; else nothing."""
    left, right = (list(_bare_magnitudes(row, language)) for language in Language)
    match(left, right, lambda one, other: one[3] == other[3])
    if len(left) != len(right):
        return ()
    return tuple(each[:3] for pair in zip(left, right, strict=True) for each in pair)


@lru_cache(maxsize=256)
def bare_currencies(row: Row) -> tuple[tuple[Spot, int, int], ...]:
    """Return an English and a French “millions of euros” whose currencies differ; else nothing."""
    left, right = (
        [(spot, start, *currency_after(spot.text, end)) for spot, start, end, _power in _bare_magnitudes(row, language)]
        for language in Language
    )
    if len(left) != len(right):
        return ()
    found: list[tuple[Spot, int, int]] = []
    for (english, start, mine, end), (french, first, theirs, last) in zip(left, right, strict=True):
        if mine and theirs and mine != theirs and not any({mine, theirs} <= known for known in _UNNAMED.values()):
            found += [(english, start, end), (french, first, last)]
    return tuple(found)


def _bare_magnitudes(row: Row, language: Language) -> Iterator[tuple[Spot, int, int, int]]:
    powers = table("figures")["magnitudes"][language.value]
    for spot in spots(row, language):
        found = tuple(_PLURALS[language].finditer(spot.text)) if "illi" in spot.text else ()
        counted = [(one.start, one.end) for one in figures(spot.text, language)] if found else []
        for word in found:
            if all(word.end() <= start or word.start() >= end for start, end in counted):
                yield spot, word.start(), word.end(), powers[word.group()]


_PLURALS = {
    Language.EN: re.compile(r"(?<![\w-])(?:millions|billions|trillions)(?!\w)"),
    Language.FR: re.compile(r"(?<![\w-])(?:millions|milliards|billions)(?!\w)"),
}

_NEAR = 40
"""Characters within which a bracket converts the measure before it."""


def _share_value(one: Counted, other: Counted) -> bool:
    return any(value in other.figure.values for value in one.figure.values)


def _same_thing(one: Counted, other: Counted) -> bool:
    mine, theirs = one.figure, other.figure
    if mine.kind is not theirs.kind or not _share_value(one, other):
        return False
    return mine.currency == theirs.currency or any(
        bare in (mine.currency, theirs.currency) and {mine.currency, theirs.currency} <= known
        for bare, known in _UNNAMED.items()
    )


_UNNAMED = {"$": {"$", "USD", "CAD", "AUD"}, "franc": {"franc", "CHF", "XAF"}}
"""What a dollar or a franc without its country may be; ISO 4217 codes, and the unnamed one as figures name it."""


def _same_value_shared(one: Counted, other: Counted) -> bool:
    return (one.figure.shares or other.figure.shares) and _share_value(one, other)


def _same_count(one: Counted, other: Counted) -> bool:
    counts = (FigureKind.NUMBER, FigureKind.ORDINAL)
    return one.figure.kind in counts and other.figure.kind in counts and _share_value(one, other)


def _same_value(one: Counted, other: Counted) -> bool:
    return _share_value(one, other) and not (one.figure.is_spelled and other.figure.is_spelled)


def _unit_stands_elsewhere(bare: Counted, measured: Counted) -> bool:
    """Tell whether a bare figure may share the unit that its own side writes at another figure."""
    text, figure = bare.spot.text, bare.figure
    if figure.kind is not FigureKind.NUMBER or measured.figure.kind is FigureKind.NUMBER or is_points(text, figure.end):
        return False
    for other in figures(text, bare.spot.language):
        between = text[figure.end : other.start] if figure.end <= other.start else text[other.end : figure.start]
        is_near = len(between) <= _NEAR if figure.magnitude else len(_ANY_WORD.findall(between)) <= _FEW
        if other.kind is measured.figure.kind and is_near and not _PARTS.search(between):
            return True
    return False


_ANY_WORD = re.compile(r"[^\W\d_]+")
_FEW = 2
"""Words between a bare figure and the one that lends it its unit: “from 4 to 5%”, « 2 puis 3 % »."""
_PARTS = re.compile(r"[;:•|()]|[.!?](?:\s|$)")
"""Signs across which a figure does not lend another one its unit."""


def _is_lent(one: Counted, other: _Side) -> bool:
    """Tell whether the other side has the value in a date or time, or as “one”; spelled numbers are X08's."""
    figure = one.figure
    if figure.is_spelled or figure.value == 1:
        return True
    return any(other.lent[value] for value in figure.values) and figure.kind is not FigureKind.MONEY


def _paired(
    left: list[Counted], right: list[Counted], english: _Side, french: _Side, spelled: list[list[Counted]]
) -> Iterator[Difference]:
    """Set what is left over against each other in order, alike kinds first, then against numbers in words."""
    for alike in (_same_kind, _any_kind):
        for one, other in match(left, right, alike):
            yield Difference(one, other)
    for one, other in match(left, spelled[1], _same_kind):
        yield Difference(one, other)
    for one, other in match(spelled[0], right, _same_kind):
        yield Difference(one, other)
    yield from (Difference(one, None, _occurs(one, french)) for one in left if not _is_year_again(one, french))
    yield from (Difference(None, one, _occurs(one, english)) for one in right if not _is_year_again(one, english))


def _same_kind(one: Counted, other: Counted) -> bool:
    return one.figure.kind is other.figure.kind


def _any_kind(_one: Counted, _other: Counted) -> bool:
    return True


def _occurs(one: Counted, other: _Side) -> bool:
    return any(_share_value(one, counted) for counted in other.counted)


def _is_year_again(one: Counted, other: _Side) -> bool:
    return 1900 <= one.figure.value <= 2100 and _occurs(one, other)
