"""Figures by value in both languages: numbers, magnitudes, percentages, amounts of money, ordinals, spelled numbers.

English groups thousands by a comma and parts decimals by a point, French by a space and a comma (EU web guide,
“Numbers”). A figure that can be read two ways carries both values, the likelier first. Offsets are code points.
"""

import re
import string
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from typing import Any

from editor.model.language import Language
from editor.text.index import FIGURE, Led, index_of
from editor.text.letters import folded, plain
from editor.text.lexicon import alternatives, table
from editor.text.patterns import pattern_of
from editor.text.spelled import spelled_numbers
from editor.text.verbatim import is_verbatim
from editor.values import frozen, twin


class FigureKind(Enum):
    """What a figure counts."""

    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    ORDINAL = "ordinal"


@frozen
class Figure:
    """A figure as it stands in a text.

    [start, end) holds all that belongs to it (sign, magnitude, currency); [digits_start, digits_end) the digits alone.
    `sign` is the “+” or “−” right before the digits.
    `values` are what it may be worth, its magnitude counted in. `magnitude` is a power of ten, written at
    [magnitude_start, magnitude_end) where that is not empty. `currency` is an ISO 4217 code, “$” for an unnamed
    dollar. `shares` says that its unit stands at the next figure (“20 to 30 %”). `is_roman` and `is_spelled` say how
    it is written.
    """

    start: int
    end: int
    values: tuple[Decimal, ...]
    kind: FigureKind = FigureKind.NUMBER
    digits_start: int = 0
    digits_end: int = 0
    magnitude: int = 0
    magnitude_start: int = 0
    magnitude_end: int = 0
    currency: str = ""
    shares: bool = False
    is_roman: bool = False
    is_spelled: bool = False
    sign: str = ""

    @property
    def value(self) -> Decimal:
        """The likeliest value."""
        return self.values[0]


_SPACE = "[ \u00a0\u2009\u202f]"
# A pattern that begins with a class of signs skips all others many times faster than one that looks behind first.
_DIGITS = pattern_of(rf"\d(?:\d{{0,2}}(?P<gap>{_SPACE})\d{{3}}(?:(?P=gap)\d{{3}})*(?!\d)(?:[.,]\d+)?|\d*(?:[.,]\d+)*)")
_ORDINAL = {
    Language.EN: pattern_of(r"(?:st|nd|rd|th)(?!\w)", re.IGNORECASE),
    Language.FR: pattern_of(r"(?:i?ers?|i?[èe]?res?|nde?s?|des?|e|es|[èe]mes?|i[èe]mes?)(?!\w)"),
}
_ROMAN = {
    Language.EN: pattern_of(r"[IVX](?<![\w-].)(?:[IVX]+|(?<=[VX]))(?=(?:st|nd|rd|th|\s+century)(?!\w))"),
    Language.FR: pattern_of(r"[IVX](?<![\w-].)(?:(?:[IVX]+|(?<=[VX]))(?=(?:es?|[èe]mes?)(?!\w))|[IVX]*(?=\s+siècle))"),
}
_PHONE = pattern_of(
    r"(?=[+(\d])(?:\+\d[\d \u00a0\u2009\u202f()./-]{6,}\d|(?<!\d)0\d(?:[ \u00a0\u2009\u202f.]\d\d){4}(?!\d)|"
    r"(?<!\d)00\d{2}[\d \u00a0\u2009\u202f()./-]{6,}\d|"
    r"(?<![\d.,-])(?:1[-. ])?(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-. ]\d{4}(?!\d)|"
    r"(?<![\d.,-])(?:1[ \u00a0\u202f])?\d{3}[ \u00a0\u202f]\d{3}-\d{4}(?!\d))"
)
_MAY_CALL = pattern_of(r"[+(\d][\d \u00a0\u2009\u202f()./-]{7}")
"""What every telephone number begins with, and few other figures."""
_JOINER = "(?: ?[-–—] ?| {words} )"


@lru_cache(maxsize=2048)
def figures(text: str, language: Language) -> tuple[Figure, ...]:
    """Return the figures of one paragraph in the order of the text, spelled numbers included.

    Left out are figures that belong to a name (G7, F-35), a reference (A/RES/60/1), a version (1.2.3), a telephone
    number or an address; dates and times of day are not told apart from other figures.
    """
    written = [*_written(text, language), *_roman(text, language)]
    taken = [(figure.start, figure.end) for figure in written]
    for start, end, value, is_ordinal in spelled_numbers(text, language):
        if all(end <= first or start >= last for first, last in taken):
            kind = FigureKind.ORDINAL if is_ordinal else FigureKind.NUMBER
            spelled = Figure(start, end, (value,), kind, start, end, is_spelled=True)
            written.append(spelled if is_ordinal else _measured(plain(text), folded(text), spelled, language))
    standing = [match.span() for match in _standing().finditer(folded(text), index_of(text))]
    if standing:
        written = [each for each in written if not any(low <= each.start < high for low, high in standing)]
    return _sharing(text, language, sorted(written, key=lambda figure: figure.start))


def _written(text: str, language: Language) -> list[Figure]:
    flat, low = plain(text), folded(text)
    phones = telephones(text)
    found = []
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        values = _values(match.group(), language)
        if not values or _is_part_of_name(text, start, end) or is_verbatim(text, start, end):
            continue
        if any(first <= start < last for first, last in phones):
            continue
        ordinal = _ORDINAL[language].match(text, end) if text[end : end + 1].isalpha() else None
        figure = Figure(start, end, values, digits_start=start, digits_end=end, sign=_sign(text, start))
        if ordinal and len(values) == 1 and values[0] == int(values[0]):
            found.append(twin(figure, end=ordinal.end(), kind=FigureKind.ORDINAL))
        else:
            found.append(_measured(flat, low, figure, language))
    return found


def telephones(text: str) -> list[tuple[int, int]]:
    """Return where the telephone numbers of a paragraph stand, in the forms of Europe and North America."""
    return [match.span() for match in _PHONE.finditer(text)] if _MAY_CALL.search(text) else []


def _values(written: str, language: Language) -> tuple[Decimal, ...]:
    """Return what digits may be worth; nothing for versions and references of several points."""
    if written.isdecimal():
        return (Decimal(written),)
    digits = re.sub(_SPACE, "", written)
    parts = re.split("[.,]", digits)
    if len(parts) == 1:
        return (Decimal(digits),)
    grouped = all(len(part) == 3 for part in parts[1:]) and len(parts[0]) <= 3 and parts[0] != "0"
    signs = re.sub(r"\d", "", digits)
    if len(parts) > 2:
        if grouped and len(set(signs)) == 1:
            return (Decimal("".join(parts)),)
        middle = all(len(part) == 3 for part in parts[1:-1]) and len(parts[0]) <= 3
        mixed = middle and len(set(signs[:-1])) == 1 and signs[-1] != signs[0]
        return (Decimal(f"{''.join(parts[:-1])}.{parts[-1]}"),) if mixed else ()
    decimal = Decimal(f"{parts[0]}.{parts[1]}")
    if not grouped or digits != written:
        return (decimal,)
    whole = Decimal("".join(parts))
    if language is Language.EN:
        return (whole,) if signs == "," else (decimal,)
    return (whole, decimal) if signs == "." else (decimal, whole)


def _sign(text: str, start: int) -> str:
    """Return the sign right before digits, “−” for every kind of dash; what joins words or figures is none."""
    if text[start - 1 : start] not in _SIGNS:
        return ""
    sign = _SIGNED.search(text, max(0, start - 2), start)
    return ("+" if sign[1] == "+" else "−") if sign else ""


_SIGNS = ("+", "−", "–", "-")
_SIGNED = re.compile(r"(?:^|[\s(\[«“\"])([+−–-])$")


def _is_part_of_name(text: str, start: int, end: int) -> bool:
    """Tell whether digits belong to a name or reference: G7, P5+1, F-35, COVID-19, A/60/1, (2021)078."""
    last = text[start - 1 : start]
    if last.isalpha() or last in _OF_NAMES or (last == "+" and not _sign(text, start)):
        return True
    if text[end : end + 1] == "/" and text[end + 1 : end + 2].isdecimal():
        return True
    if last == "/":
        return text[start - 2 : start - 1] in _BEFORE_STROKE
    if last not in _HYPHENS:
        return False
    joined = _JOINED.search(text, max(0, start - 24), start)
    return joined is not None and joined[1].lower() not in table("figures")["free_prefixes"]


_OF_NAMES = ("_", ")", "#")
_BEFORE_STROKE = tuple(string.ascii_letters + string.digits)
_HYPHENS = ("-", "‐", "‑")
_JOINED = re.compile(r"([^\W\d_]+|[^\W_]*[^\W\d_]\d*)[-‐‑]$")


def _measured(flat: str, low: str, figure: Figure, language: Language) -> Figure:
    """Add the magnitude, percent sign or currency that stands beside a figure."""
    if _stands_bare(low, figure):
        return figure
    if _is_booked(flat, figure):
        figure = twin(figure, start=figure.start - 1, end=figure.end + 1)
    figure = _with_magnitude(low, figure, language)
    if not figure.magnitude:
        figure = _with_letter(flat, figure)
    percent = _percent().match(low, figure.end)
    if percent and not _points().match(low, figure.end):
        return twin(figure, end=percent.end(), kind=FigureKind.PERCENT)
    # Names of currencies are read in any letters, signs as they are: « 155 M$ au printemps » is no Australian sum.
    named = _currency_named().match(low, figure.end)
    after = named or _currency_signed().match(flat, figure.end)
    if after:
        return twin(figure, end=after.end(), kind=FigureKind.MONEY, currency=_currency(after["currency"]))
    before = _currency_before().search(flat, max(0, figure.start - 6), figure.start)
    if before:
        code = _currency(before["sign"])
        return twin(figure, start=before.start(), kind=FigureKind.MONEY, currency=code)
    return figure


def _stands_bare(low: str, figure: Figure) -> bool:
    """Tell by a look at its neighbours that nothing can belong to a figure, as to most: many patterns need not ask."""
    before = low[max(0, figure.start - 2) : figure.start].rstrip(" ")[-1:]
    if before in _ends_before() and before:
        return False
    behind = _BEHIND.match(low, figure.end)
    return behind is None or behind[1] not in _first_behind()


_BEHIND = re.compile(r"[ -]?(\w+|[^\w\s])")


@cache
def _ends_before() -> frozenset[str]:
    """Return the last letters of all signs that stand before a sum, the bracket of accounts among them."""
    return frozenset(sign[-1].lower() for entry in table("figures")["currencies"] for sign in entry["signs"]) | {"("}


@cache
def _first_behind() -> frozenset[str]:
    """Return the first words or signs of all that may stand behind a figure and belong to it."""
    figure_words = table("figures")
    written = {
        word
        for words in (figure_words["magnitudes"], figure_words["percent"])
        for row in words.values()
        for word in row
    }
    written |= {name for entry in figure_words["currencies"] for name in (*entry["names"], *entry["signs"])}
    written |= {*_LETTERS, *_LINKS, *_FURTHER}
    return frozenset(first[1] for word in written if (first := _BEHIND.match(folded(word))))


_LINKS = ("de", "d'", "of")
_FURTHER = ("autres", "nouveaux", "nouvelles", "more", "other")


def _is_booked(flat: str, figure: Figure) -> bool:
    """Tell whether a sum stands between the brackets that mean a loss in accounts: “€(35) million”."""
    return flat[figure.end : figure.end + 1] == ")" and flat.endswith(_BOOKED, 0, figure.start)


_BOOKED = ("€(", "$(", "£(")
_LETTERS = {"k": 3, "K": 3, "M": 6, "m": 6, "B": 9, "G": 9, "Md": 9, "Mds": 9, "Mrd": 9}
_LETTER = pattern_of(r"(?:(?<=\d)(?P<english>[kKMmB])(?!\w)| ?(?P<french>k|M|G|Mds?|Mrd)(?= ?[$€£]))")
"""Letters for a magnitude beside a sign of currency: “$1.5M”, “£20m”, « 1,5 M$ », « 3 Md€ »."""


def _with_letter(flat: str, figure: Figure) -> Figure:
    """Count in the letter for a magnitude; in English it stands behind an amount, in French before the sign."""
    match = _LETTER.match(flat, figure.end)
    if match is None:
        return figure
    if match["english"] and not _currency_before().search(flat, max(0, figure.start - 6), figure.start):
        return figure
    group = "english" if match["english"] else "french"
    power = _LETTERS[match[group]]
    values = tuple(value.scaleb(power) for value in figure.values)
    start, end = match.span(group)
    return twin(figure, end=end, values=values, magnitude=power, magnitude_start=start, magnitude_end=end)


def _with_magnitude(low: str, figure: Figure, language: Language) -> Figure:
    match = _magnitude(language).match(low, figure.end)
    if not match:
        return figure
    power = int(table("figures")["magnitudes"][language.value][match["word"]])
    values = tuple(value.scaleb(power) for value in figure.values)
    start, end = match.span("word")
    return twin(figure, end=end, values=values, magnitude=power, magnitude_start=start, magnitude_end=end)


def _roman(text: str, language: Language) -> list[Figure]:
    """Ordinals in Roman figures: two signs or more, or V or X alone, so that “Le” and “De” are words."""
    found = []
    for match in _ROMAN[language].finditer(text):
        roman = match.group()
        suffix = _ORDINAL[language].match(text, match.end())
        end = suffix.end() if suffix else match.end()
        value = Decimal(_roman_value(roman))
        found.append(
            Figure(match.start(), end, (value,), FigureKind.ORDINAL, match.start(), match.end(), is_roman=True)
        )
    return found


def _roman_value(roman: str) -> int:
    signs = {"I": 1, "V": 5, "X": 10}
    values = [signs[sign] for sign in roman]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _sharing(text: str, language: Language, found: list[Figure]) -> tuple[Figure, ...]:
    """Give a bare figure the unit of the one it is joined to: “20 to 30 million”, “10 et 15 %”, “€20–30 billion”."""
    flat = plain(text)
    joiner = _joiner(language)
    for index in range(len(found) - 1, 0, -1):
        left, right = found[index - 1], found[index]
        if _is_short_year(text, left, right):
            century = left.value // 100 * 100
            found[index] = twin(right, values=(century + right.value, right.value))
            continue
        plain_left = left.kind is FigureKind.NUMBER and not left.magnitude
        measured = right.magnitude or right.kind in (FigureKind.PERCENT, FigureKind.MONEY)
        if measured and (plain_left or not left.magnitude) and joiner.fullmatch(flat, left.end, right.start):
            scaled = tuple(value.scaleb(right.magnitude) for value in left.values) if right.magnitude else ()
            values = tuple(dict.fromkeys((*left.values, *scaled)))
            found[index - 1] = twin(left, values=values, shares=plain_left or bool(right.magnitude))
    return tuple(found)


def _is_short_year(text: str, left: Figure, right: Figure) -> bool:
    """Tell whether two digits end a span of years: “2021–27”, “2021/22”."""
    is_years = left.kind is right.kind is FigureKind.NUMBER and 1800 <= left.value <= 2100 and not left.magnitude
    digits = text[right.digits_start : right.digits_end]
    return is_years and text[left.end : right.start] in _DASHES and len(digits) == 2 and right.value > left.value % 100


_DASHES = ("-", "–", "‑", "/")


@cache
def _standing() -> Led:
    """Match standing phrases in which figures count nothing: “24/7”, « 24 heures sur 24 »."""
    return Led(re.compile("|".join(table("figures")["standing"])), frozenset({FIGURE, "sept", "seven", "vingt"}))


def _currency(written: str | None) -> str:
    known: str = _currencies().get((written or "").strip(), "")
    return known


@cache
def _currencies() -> dict[str, str]:
    entries: list[dict[str, Any]] = table("figures")["currencies"]
    return {name: entry["code"] for entry in entries for name in (*entry["names"], *entry["signs"])}


@cache
def _magnitude(language: Language) -> re.Pattern[str]:
    words = alternatives(folded(word) for word in table("figures")["magnitudes"][language.value])
    return re.compile(rf"(?: |-)?(?:(?:{alternatives(_FURTHER)}) )?(?P<word>{words})(?!\w)")


@cache
def _percent() -> re.Pattern[str]:
    signs = {sign for signs in table("figures")["percent"].values() for sign in signs}
    return re.compile(rf" ?(?:{alternatives(signs)})(?!\w)")


def is_points(text: str, end: int) -> bool:
    """Tell whether the figure that ends here counts percentage points: “0.3 percentage point”."""
    return _points().match(folded(text), end) is not None


@cache
def _points() -> re.Pattern[str]:
    return re.compile(rf" ?(?:{alternatives(table('figures')['points'])})(?!\w)")


@cache
def _currency_named() -> re.Pattern[str]:
    names = alternatives({name for entry in table("figures")["currencies"] for name in entry["names"]})
    return re.compile(rf"(?: |-)?(?:d'|de |of )?(?P<currency>{names})(?!\w)")


def currency_after(text: str, start: int) -> tuple[str, int]:
    """Return the currency that is named here, as in “of euros”, and where its name ends; "" where none is."""
    named = _currency_named().match(folded(text), start)
    return (_currency(named["currency"]), named.end()) if named else ("", start)


@cache
def _currency_signed() -> re.Pattern[str]:
    signs = alternatives({sign for entry in table("figures")["currencies"] for sign in entry["signs"]})
    return re.compile(rf" ?(?:de |d')?(?P<currency>{signs})(?!\w)")


@cache
def _currency_before() -> re.Pattern[str]:
    signs = alternatives({sign for entry in table("figures")["currencies"] for sign in entry["signs"]})
    return re.compile(rf"(?<![\w$])(?P<sign>{signs}) ?$")


@cache
def _joiner(language: Language) -> re.Pattern[str]:
    words = alternatives(table("figures")["joiners"][language.value])
    return re.compile(_JOINER.format(words=f"(?:{words})"))


@cache
def unit_signs() -> tuple[str, str]:
    """Return two regular expressions: signs that follow a figure in French behind a space, and units in letters."""
    figure_words = table("figures")
    return alternatives(figure_words["unit_signs"]), alternatives(figure_words["unit_words"])


def write_number(value: Decimal, language: Language, group: str) -> str:
    """Write a number as the language does: 1,000.5 or 1 000,5, with `group` between thousands from five digits on.

    English groups from four digits on by a comma where `group` is one; French leaves four digits as they are typed
    by the house: with the space (EU web guide) as well.
    """
    sign, digits, exponent = value.as_tuple()
    text = f"{abs(value):f}"
    whole, _, decimals = text.partition(".")
    decimals = decimals.rstrip("0") if exponent != 0 else decimals
    parts: list[str] = []
    while len(whole) > 3:
        parts.insert(0, whole[-3:])
        whole = whole[:-3]
    joined = group.join([whole, *parts])
    point = "." if language is Language.EN else ","
    return ("-" if sign and any(digits) else "") + joined + (f"{point}{decimals}" if decimals else "")
