"""Figures as each language writes them: groups of three, decimals, amounts, ordinals."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, spots
from editor.model.language import Language
from editor.model.profile import NO_BREAK
from editor.model.rows import Row, RowKind
from editor.text.figures import Figure, FigureKind, figures, unit_signs, write_number
from editor.text.letters import plain
from editor.text.lexicon import alternatives, table
from editor.text.orthography import ordinals_amiss
from editor.text.typography import SPACES
from editor.text.verbatim import is_verbatim
from editor.words import Sentence, say, say_count

_S = f"[{SPACES}]"
_QUIET = (RowKind.CONTACT, RowKind.END_MARK)
_LONG = re.compile(r"(?<![\w.,:/°º#-])\d{5,}(?![\w.,:/-]\d|[\w/-])")
_LABEL = re.compile(rf"(?:\b[A-ZÀ-Ö]\S*|\b(?:n[o°º]|numéro|number|code|poste|extension|line|page|ligne)\.?){_S}*$")


def french_groups(row: Row, desk: Desk) -> Iterator[Finding]:
    """F13: thousands are parted by a no-break space from five digits on, never by a comma or point."""
    english = {figure.value for spot in spots(row, Language.EN) for figure in figures(spot.text, Language.EN)}
    group = desk.profile.spacing.thousands or NO_BREAK
    for spot in _prose(row, Language.FR):
        for figure in _written(spot, Language.FR):
            digits = spot.text[figure.digits_start : figure.digits_end]
            if _is_grouped_amiss(spot, figure, digits, english):
                whole = Decimal(re.sub(r"\D", "", digits))
                yield _group_finding(spot, (figure.digits_start, figure.digits_end), whole, group)
        for match in _ungrouped(spot):
            yield _group_finding(spot, match.span(), Decimal(match.group()), group)


def _is_grouped_amiss(spot: Spot, figure: Figure, digits: str, english: set[Decimal]) -> bool:
    """Tell whether points or commas part thousands here: several groups, or one that can be nothing else."""
    groups = re.fullmatch(r"(\d{1,3})(?:([.,])\d{3})(?:\2\d{3})*", digits)
    if not groups or groups[1] == "0":
        return False
    if digits.count(groups[2]) > 1:
        return True
    whole = Decimal(re.sub(r"\D", "", digits))
    if groups[2] == ",":
        return digits.endswith("000") or (whole in english and figure.value not in english)
    return whole in english or _is_counted(spot.text, figure.digits_end)


def _is_counted(text: str, end: int) -> bool:
    """Tell whether a unit, a currency or a noun in small letters follows a figure."""
    return bool(_counted_thing().match(text, end))


@cache
def _counted_thing() -> re.Pattern[str]:
    signs, units = unit_signs()
    return re.compile(
        rf"{_S}*(?:{signs}|(?:{units})(?!\w))|{_S}(?!(?:à|et|ou|and|or|to|de|du|le|la|les)\b)[a-zà-ÿ’']{{3,}}"
    )


def _ungrouped(spot: Spot) -> Iterator[re.Match[str]]:
    """Yield long numbers that count something; references, codes and telephone numbers do not."""
    for match in _LONG.finditer(spot.text):
        if is_verbatim(spot.text, match.start(), match.end()) or _LABEL.search(spot.text, 0, match.start()):
            continue
        if _is_counted(spot.text, match.end()):
            yield match


def _group_finding(spot: Spot, place: tuple[int, int], whole: Decimal, group: str) -> Finding:
    text = write_number(whole, spot.language, group)
    start, end = place
    why = say_count(
        "Thousands are not parted as this language parts them.",
        "Thousands are not parted as this language parts them in {count} numbers.",
        1,
    )
    return Finding(spot.at(start, end), why, spot.put(_write(text), start, end, text))


_POINTED = re.compile(r"(?<![\w.,:/-])\d+\.\d+(?![\w.,:/-]*\d)")
_VERSION = re.compile(
    rf"(?:\b[A-ZÀ-Ö][\w.+]*|\b(?:version|versions|v|section|article|chapitre|point|paragraphe|annexe|figure|tableau|page"
    rf"|la|le|niveau|noyau|bêta|branche|série|en|avec))\.?{_S}$",
)


def french_decimals(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F14: decimals stand behind a comma; versions, times and section numbers keep their point."""
    for spot in _prose(row, Language.FR):
        for match in _POINTED.finditer(spot.text):
            start, end = match.span()
            if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", match.group()) or is_verbatim(spot.text, start, end):
                continue
            measured = bool(_measure().match(plain(spot.text), end))
            if measured or (_is_counted(spot.text, end) and not _VERSION.search(spot.text, 0, start)):
                text = match.group().replace(".", ",")
                why = say("French writes decimals behind a comma.")
                yield Finding(spot.at(start, end), why, spot.put(_write(text), start, end, text))


@cache
def _measure() -> re.Pattern[str]:
    names = table("figures")
    magnitudes = alternatives({word for words in names["magnitudes"].values() for word in words})
    signs, _ = unit_signs()
    return re.compile(rf" ?(?:{signs})| (?:{magnitudes})(?!\w)| (?:pour cent|per cent|euros?|dollars?)(?!\w)")


def french_amounts(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F15: the currency follows the amount: 20 €, 1,5 milliard d’euros."""
    for spot in _prose(row, Language.FR):
        for figure in _written(spot, Language.FR):
            sign = plain(spot.text[figure.start : figure.digits_start]).strip()
            if figure.kind is not FigureKind.MONEY or not sign:
                continue
            text = _french_amount(spot, figure, sign)
            why = say("French puts the currency behind the amount.")
            yield Finding(
                spot.at(figure.start, figure.end), why, spot.put(_write(text), figure.start, figure.end, text)
            )


def _french_amount(spot: Spot, figure: Figure, sign: str) -> str:
    digits = spot.text[figure.digits_start : figure.digits_end]
    names = table("checks")["currencies"]
    if figure.magnitude and figure.currency in names:
        return f"{digits} {spot.text[figure.magnitude_start : figure.magnitude_end]} {names[figure.currency]['of']}"
    amount = spot.text[figure.digits_start : figure.end].rstrip(SPACES)
    return f"{amount}{NO_BREAK}{names[figure.currency]['sign'] if figure.currency in names else sign}"


def french_ordinals(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F16: 1er 1re 2e 2d 2de, not 1ère, 2ème, 2nd."""
    for spot in spots(row, Language.FR):
        for amiss in ordinals_amiss(spot.text):
            why = say_count("An ordinal in a form of its own.", "{count} ordinals in forms of their own.", 1)
            mend = spot.put(_write(amiss.text), amiss.start, amiss.end, amiss.text)
            yield Finding(spot.at(amiss.start, amiss.end), why, mend)


_BILLION = re.compile(r"(?<!\w)(?P<word>[Bb]illions?)(?!\w)")


def french_billions(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F45: a French “billion” is a million millions; a milliard is nearly always meant."""
    for spot in spots(row, Language.FR):
        for match in _BILLION.finditer(spot.text):
            text = match.group().replace("illion", "illiard").replace("B", "M").replace("b", "m")
            why = say("A French “billion” is a million millions.")
            yield Finding(spot.at(*match.span()), why, spot.put(_write(text), *match.span(), text))


_COMMA = re.compile(r"(?<![\w.,:/-])\d+,(?:\d{1,2}|\d{4,})(?![\d,])(?! ?(?:and|or|&) \d)")
_SPACED = re.compile(rf"(?<![\w.,:/-])(?<!\d{_S})[1-9]\d{{0,2}}(?: \d{{3}})+(?![\d.])")


def english_numbers(row: Row, _desk: Desk) -> Iterator[Finding]:
    """E10: a comma parts thousands, a point decimals; an ungrouped long number and a plain space are doubts."""
    for spot in _prose(row, Language.EN):
        for match in _COMMA.finditer(spot.text):
            start, end = match.span()
            if not is_verbatim(spot.text, start, end) and _is_counted(spot.text, end):
                text = match.group().replace(",", ".")
                why = say("English writes decimals behind a point.")
                yield Finding(spot.at(start, end), why, spot.put(_write(text), start, end, text))
        for figure in _written(spot, Language.EN):
            digits = spot.text[figure.digits_start : figure.digits_end]
            if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", digits):
                whole = Decimal(digits.replace(".", ""))
                yield _group_finding(spot, (figure.digits_start, figure.digits_end), whole, ",")
        for match in (*_SPACED.finditer(spot.text), *_ungrouped(spot)):
            if _is_counted(spot.text, match.end()):
                whole = Decimal(match.group().replace(" ", ""))
                found = _group_finding(spot, match.span(), whole, ",")
                yield Finding(found.where, found.why, found.mend, level=Level.WARNING)


_AFTER = re.compile(rf"(?<![\w.,€$£])(?P<number>\d[\d,.]*){_S}?(?P<sign>[€£$])(?![\w$])")
_SPACE_AFTER = re.compile(rf"(?P<sign>(?<!\w)(?:US|CAN|C|A)?[€£$]){_S}+(?=\d)")
_SHORT = re.compile(
    r"(?P<amount>(?:US|CAN|C|A)?[€£$]\d[\d,.]*)(?P<space>\s?)(?P<letter>bn|mn|m|tn)(?!\w)", re.IGNORECASE
)
_FULL = {"bn": "billion", "mn": "million", "m": "million", "tn": "trillion"}


def english_amounts(row: Row, _desk: Desk) -> Iterator[Finding]:
    """E13: the sign of a currency stands closed up before the amount; million and billion are written out."""
    for spot in _prose(row, Language.EN):
        if not any(sign in spot.text for sign in "€£$"):
            continue
        for match in _AFTER.finditer(spot.text):
            number = match["number"].rstrip(",.")
            yield _amount(spot, match, f"{match['sign']}{number}")
        for match in _SPACE_AFTER.finditer(spot.text):
            yield _amount(spot, match, match["sign"])
        for match in _SHORT.finditer(spot.text):
            yield _amount(spot, match, f"{match['amount']} {_FULL[match['letter'].lower()]}")


def _amount(spot: Spot, match: re.Match[str], text: str) -> Finding:
    why = say("English writes an amount as €20 or €1.5 billion.")
    return Finding(spot.at(*match.span()), why, spot.put(_write(text), *match.span(), text))


def _prose(row: Row, language: Language) -> Iterator[Spot]:
    if row.kind not in _QUIET:
        yield from spots(row, language)


def _written(spot: Spot, language: Language) -> Iterator[Figure]:
    return (figure for figure in figures(spot.text, language) if not figure.is_spelled and not figure.is_roman)


def _write(text: str) -> Sentence:
    return say("Write “{text}”", text=text)


RULES = (
    Rule("F13", Level.ERROR, say("French thousands"), on_row=french_groups, silences=("X04", "F05")),
    Rule("F14", Level.ERROR, say("French decimals"), on_row=french_decimals),
    Rule("F15", Level.WARNING, say("French amounts"), on_row=french_amounts),
    Rule("F16", Level.WARNING, say("French ordinals"), on_row=french_ordinals),
    Rule("F45", Level.WARNING, say("“Billion” in French"), on_row=french_billions),
    Rule("E10", Level.ERROR, say("English numbers"), on_row=english_numbers),
    Rule("E13", Level.WARNING, say("English amounts"), on_row=english_amounts),
)
