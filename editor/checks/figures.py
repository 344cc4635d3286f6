"""Figures: the same values on both sides, written as each language writes them."""

from collections.abc import Iterator
from decimal import Decimal

from editor.checks.comparison import Counted, Difference, bare_currencies, bare_magnitudes, differences
from editor.checks.dates import half_ranges
from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, filled
from editor.edits.edit import Edit
from editor.model.address import Address
from editor.model.language import Language
from editor.model.profile import Profile
from editor.model.rows import Row
from editor.text.figures import FigureKind, write_number
from editor.text.lexicon import table
from editor.words import Sentence, say

_MISSING = {
    Language.EN: say("“{words}” has no counterpart in the English."),
    Language.FR: say("“{words}” has no counterpart in the French."),
}
_DIFFER = say("The English says “{english}”, the French “{french}”.")


def numbers(row: Row, desk: Desk) -> Iterator[Finding]:
    """X04: the values of the numbers differ; numbers in words count as values."""
    yield from _told(row, desk, "X04")


def magnitudes(row: Row, desk: Desk) -> Iterator[Finding]:
    """X05: the same figure with another magnitude; the English billion is the French milliard."""
    yield from _told(row, desk, "X05")
    yield from _without_figures(bare_magnitudes(row))


def _without_figures(places: tuple[tuple[Spot, int, int], ...]) -> Iterator[Finding]:
    """Yield a finding for each English and French place in turn that differ."""
    for (english, start, end), (french, first, last) in zip(places[::2], places[1::2], strict=True):
        why = filled(_DIFFER, english=english.text[start:end], french=french.text[first:last])
        yield Finding(french.at(first, last), why, other=english.at(start, end))


def percentages(row: Row, desk: Desk) -> Iterator[Finding]:
    """X06: percentages differ, or one side says percent and the other does not."""
    yield from _told(row, desk, "X06")


def amounts(row: Row, desk: Desk) -> Iterator[Finding]:
    """X07: amounts of money differ in value or currency; a bare dollar against a named one is a doubt."""
    yield from _told(row, desk, "X07")
    yield from _without_figures(bare_currencies(row))


def ordinals(row: Row, desk: Desk) -> Iterator[Finding]:
    """X09: ordinals and centuries differ."""
    yield from _told(row, desk, "X09")


def spelled(row: Row, desk: Desk) -> Iterator[Finding]:
    """X08: numbers in words differ."""
    yield from _told(row, desk, "X08")


def ranges(row: Row, desk: Desk) -> Iterator[Finding]:
    """X14: a range of numbers has one end alone on the other side."""
    yield from _told(row, desk, "X14")
    yield from half_ranges(row)


def measures(row: Row, desk: Desk) -> Iterator[Finding]:
    """X15: the same figure in another unit; a conversion within five per cent is right."""
    yield from _told(row, desk, "X15")


def _told(row: Row, desk: Desk, rule: str) -> Iterator[Finding]:
    for difference in differences(row):
        if _rule(difference) == rule:
            yield _finding(row, difference, desk.profile)


def _rule(difference: Difference) -> str:
    """Return the one rule that speaks of a difference."""
    kinds = {side.figure.kind for side in difference.sides}
    if difference.is_unit:
        return "X15"
    if kinds != {FigureKind.ORDINAL} and all(side.figure.is_spelled for side in difference.sides):
        return "X08"
    if len(difference.sides) == 1 and difference.sides[0].other_end:
        return "X14"
    if _is_magnitude(difference):
        return "X05"
    if FigureKind.MONEY in kinds:
        return "X07"
    if FigureKind.PERCENT in kinds:
        return "X06"
    return "X09" if kinds == {FigureKind.ORDINAL} else "X04"


def _is_magnitude(difference: Difference) -> bool:
    english, french = difference.english, difference.french
    if not english or not french or english.figure.magnitude == french.figure.magnitude:
        return False
    mine, theirs = ({_mantissa(value) for value in side.figure.values} for side in (english, french))
    return bool(mine & theirs) and english.figure.value != french.figure.value


def _mantissa(value: Decimal) -> str:
    """Return the significant digits alone: 1.5 and 1500 have the same."""
    return "".join(map(str, value.normalize().as_tuple().digits))


def _finding(row: Row, difference: Difference, profile: Profile) -> Finding:
    english, french = difference.english, difference.french
    if english and french:
        wrong, right = (english, french) if row.changed_sides == (Language.FR,) else (french, english)
        why = filled(_DIFFER, english=english.words, french=french.words)
        return Finding(_place(wrong), why, _mend(wrong, right, profile), _place(right))
    only = difference.sides[0]
    other = only.spot.language.other
    level = Level.WARNING if difference.is_repeated else None
    why = filled(_MISSING[other], words=only.words)
    return Finding(_place(only), why, None, row.address(other), level)


def _place(counted: Counted) -> Address:
    return counted.spot.at(counted.figure.start, counted.figure.end)


def _mend(wrong: Counted, right: Counted, profile: Profile) -> Edit | None:
    """Write the right value on the wrong side, keeping the words around the digits as they are."""
    mine, theirs = wrong.figure, right.figure
    language = wrong.spot.language
    if mine.sign != theirs.sign and mine.values == theirs.values:
        return _side_mend(wrong, right)
    if wrong.unit and right.unit and wrong.unit.name != right.unit.name:
        return _unit_mend(wrong, right)
    if mine.is_roman or (mine.kind, mine.currency) != (theirs.kind, theirs.currency):
        return _sign_mend(wrong, right, profile)
    if mine.magnitude and _mantissa(mine.value) == _mantissa(theirs.value):
        return _magnitude_mend(wrong, theirs.value)
    value = theirs.value.scaleb(-mine.magnitude) if mine.magnitude else theirs.value
    if mine.is_spelled or len(value.normalize().as_tuple().digits) > 12:
        return None
    text = write_number(value, language, _group(language, profile))
    return wrong.spot.put(_write(text), mine.digits_start, mine.digits_end, text)


def _side_mend(wrong: Counted, right: Counted) -> Edit:
    """Write the sign that the other side has before the digits, or none."""
    start, text = wrong.figure.digits_start, right.figure.sign
    taken = start - bool(wrong.figure.sign)
    label = _write(text + wrong.spot.text[start : wrong.figure.end])
    return wrong.spot.put(label, taken, start, text)


def _unit_mend(wrong: Counted, right: Counted) -> Edit | None:
    """Write the other side's unit, where this side writes a symbol."""
    if (
        not wrong.unit
        or not right.unit
        or (wrong.words[wrong.unit.start - wrong.figure.start :].islower() and (wrong.unit.end - wrong.unit.start > 3))
    ):
        return None
    text = right.unit.symbol(wrong.spot.language)
    return wrong.spot.put(_write(text), wrong.unit.start, wrong.unit.end, text)


def _magnitude_mend(wrong: Counted, value: Decimal) -> Edit | None:
    figure, language = wrong.figure, wrong.spot.language
    digits = figure.value.scaleb(-figure.magnitude)
    power = next((power for power in (3, 6, 9, 12) if digits.scaleb(power) == value), 0)
    if not power:
        return None
    singular, plural = table("figures")["magnitude_names"][language.value][str(power)]
    word = plural if digits >= 2 else singular
    return wrong.spot.put(_write(word), figure.magnitude_start, figure.magnitude_end, word)


def _sign_mend(wrong: Counted, right: Counted, profile: Profile) -> Edit | None:
    """Add the percent sign one side has and the other lacks."""
    mine, theirs = wrong.figure, right.figure
    if mine.is_spelled or mine.kind is not FigureKind.NUMBER or theirs.kind is not FigureKind.PERCENT:
        return None
    sign = "%" if wrong.spot.language is Language.EN else f"{profile.spacing.before_units}%"
    text = wrong.spot.text[mine.digits_start : mine.digits_end] + sign
    return wrong.spot.put(_write(text), mine.digits_start, mine.digits_end, text)


def _group(language: Language, profile: Profile) -> str:
    return "," if language is Language.EN else profile.spacing.thousands


def _write(text: str) -> Sentence:
    return say("Write “{text}”", text=text)


RULES = (
    Rule("X05", Level.ERROR, say("Magnitudes"), on_row=magnitudes, silences=("X04", "F45")),
    Rule("X06", Level.ERROR, say("Percentages"), on_row=percentages, silences=("X04",)),
    Rule("X07", Level.ERROR, say("Amounts of money"), on_row=amounts, silences=("X04",)),
    Rule("X09", Level.WARNING, say("Ordinals"), on_row=ordinals),
    Rule("X08", Level.WARNING, say("Numbers in words"), on_row=spelled),
    Rule("X14", Level.WARNING, say("Ranges"), on_row=ranges, silences=("X04", "X10")),
    Rule("X15", Level.WARNING, say("Measures"), on_row=measures, silences=("X04",)),
    Rule("X04", Level.ERROR, say("Numbers"), on_row=numbers),
)
