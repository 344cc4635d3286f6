"""Acronyms: without points or plural s, with the article of their gender, and told in full once."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, spots
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.rows import Row, RowKind
from editor.text.datelines import find_dateline
from editor.text.letters import folded
from editor.text.lexicon import alternatives, table, words
from editor.text.typography import SPACES
from editor.text.verbatim import is_verbatim
from editor.words import Sentence, say

_S = f"[{SPACES}]"
_POINTED = re.compile(r"(?<![\w.])(?:[A-ZÉ]\.){3,}(?![\w])(?! ?[A-ZÀ-Ý][a-zà-ÿ])")
_PLURAL = re.compile(
    rf"\b(?:[Ll]es|[Dd]es|[Aa]ux|[Cc]es|[Nn]os|leurs|plusieurs|certaines?|\d+){_S}(?P<word>[A-Z]{{2,6}}(?P<s>s|[’']s))(?![\w-])"
)


def french_acronyms(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F33: a French acronym has neither points nor a plural s, and the article of its gender."""
    for spot in spots(row, Language.FR):
        for match in _POINTED.finditer(spot.text):
            if match.group() in table("usage")["not_pointed"] or is_verbatim(spot.text, *match.span()):
                continue
            text = match.group().replace(".", "") + ("." if match.end() == len(spot.text) else "")
            yield _mended(spot, *match.span(), text, say("An acronym has no points."))
        for match in _PLURAL.finditer(spot.text):
            yield _mended(spot, *match.span("s"), "", say("A French acronym takes no plural s."))
        for match in _with_article().finditer(spot.text):
            wanted = _article(match["article"], match["word"])
            if wanted != re.sub(_S, " ", match["article"]).strip():
                text = wanted if wanted.endswith("’") else f"{wanted} "
                why = say("The article before {acronym} is “{text}”.", acronym=match["word"], text=wanted)
                yield _mended(spot, match.start("article"), match.start("word"), text, why)


@cache
def _genders() -> dict[str, str]:
    return {word: gender for gender, words in table("usage")["acronym_genders"].items() for word in words}


@cache
def _with_article() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w’'-])(?P<article>[Ll]e|[Ll]a|[Dd]u|[Aa]u|[Dd]e la|[ÀAà] la){_S}"
        rf"(?P<word>{alternatives(_genders())})(?![\w-])"
    )


def _article(found: str, word: str) -> str:
    """Return the article due before an acronym of known gender; those spoken as words elide too."""
    low = re.sub(_S, " ", found).lower().replace("a la", "à la")
    kind = {"le": "", "la": "", "du": "de", "de la": "de", "au": "à", "à la": "à"}[low]
    if word[0] in "AEIOU":
        due = f"{kind} l’".strip()
    elif _genders()[word] == "f":
        due = f"{kind} la".strip()
    else:
        due = {"": "le", "de": "du", "à": "au"}[kind]
    return due[:1].upper() + due[1:] if found[:1].isupper() else due


_ENGLISH_POINTED = re.compile(
    r"(?<![\w.])(?P<word>U\.S\.A\.|U\.S\.|U\.K\.|U\.N\.|E\.U\.|(?:[A-Z]\.){3,})(?!\w)(?! [A-Z]\w+ (?:said|told))"
)
_BARE = re.compile(r"(?<![\w.-])(?:US|UN|UK)(?![\w-])")


def english_acronyms(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """E20: acronyms have points everywhere or nowhere; which of both, the house says. Explained where first used."""
    wants = desk.profile.style.acronym_points
    texts = [(spot, *_with_and_without_points(spot.text)) for row in doc.rows for spot in spots(row, Language.EN)]
    pointed = {match["word"].replace(".", "") for _, found, _ in texts for match in found}
    bare = {match.group() for _, _, found in texts for match in found}
    for spot, with_points, without in texts:
        for match in with_points if not wants else without:
            word = match.group().replace(".", "")
            if word not in pointed & bare and (wants or len(word) < 3):
                continue
            ends = match.end() == len(spot.text) and not wants
            text = ".".join(word) + "." if wants else word + "." * ends
            if is_verbatim(spot.text, *match.span()) or (len(word) > 2 and _is_initials(spot.text, match.end())):
                continue
            why = say("Acronyms have points here and none elsewhere.")
            yield Finding(spot.at(*match.span()), why, spot.put(_write(text), *match.span(), text))
    yield from _late(doc)


@lru_cache(maxsize=2048)
def _with_and_without_points(text: str) -> tuple[tuple[re.Match[str], ...], tuple[re.Match[str], ...]]:
    return tuple(_ENGLISH_POINTED.finditer(text)), tuple(_BARE.finditer(text))


def _is_initials(text: str, end: int) -> bool:
    return bool(re.match(r" ?[A-Z][a-z]", text[end:])) and text[end - 1] == "."


def _late(doc: Communique) -> Iterator[Finding]:
    """Yield acronyms told in full only after their first use."""
    seen: dict[str, tuple[Spot, int]] = {}
    told: set[str] = set()
    for row in doc.rows:
        if row.kind in _SILENT:
            continue
        for spot in spots(row, Language.EN):
            opening = _dateline_end(spot)
            for match in _acronyms(spot.text):
                if match.end() <= opening:
                    continue
                word = match.group()
                if _is_bracketed(spot.text, match) and _spells(spot.text[: match.start()], word):
                    if word in seen and word not in told:
                        first, place = seen[word]
                        why = say("“{word}” is told in full only later.", word=word)
                        yield Finding(
                            first.at(place, place + len(word)), why, other=spot.at(*match.span()), level=Level.HINT
                        )
                    told.add(word)
                seen.setdefault(word, (spot, match.start()))


_ACRONYM = re.compile(r"(?<![\w./@#&-])(?=[A-Z0-9&]*[A-Z][A-Z0-9&]*[A-Z])[A-Z][A-Z0-9&]{1,7}(?![\w./@-])")
_SILENT = (RowKind.HEADLINE, RowKind.SUBHEADLINE, RowKind.CONTACT, RowKind.END_MARK, RowKind.DATELINE, RowKind.DELIVERY)


@lru_cache(maxsize=2048)
def _acronyms(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_ACRONYM.finditer(text))


def _dateline_end(spot: Spot) -> int:
    """Return where the place, date and agency end that open a text: BOSTON, May 17, 2024 — …; 0 where none do."""
    opening = find_dateline(spot.text, spot.language)
    return opening.stop if opening is not None else 0


def unexplained(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """R17: an acronym nobody explains in the text or knows from the house’s list."""
    known = {word for pair in desk.profile.acronyms for word in pair} | set(table("usage")["known_acronyms"])
    known |= set(_genders()) | set(desk.profile.words)
    known |= {word for body in desk.office.organisations for word in body.acronym}
    for language in Language:
        texts = [spot for row in doc.rows if row.kind not in _SILENT for spot in spots(row, language)]
        whole = " ".join(spot.text for spot in texts)
        asked: set[str] = set()
        for spot in texts:
            if spot.text.isupper():
                continue
            opening = _dateline_end(spot)
            for match in _acronyms(spot.text):
                word = match.group()
                if word in known or word in asked or word.rstrip("0123456789") in known:
                    continue
                asked.add(word)
                if any(sign.isdigit() for sign in word) or is_verbatim(spot.text, *match.span()):
                    continue
                if match.end() <= opening:
                    continue
                if (
                    _is_label(spot.text, match)
                    or word.lower() in _months()
                    or _is_shouted(spot.text, match)
                    or _is_explained(word, whole)
                ):
                    continue
                why = say("“{word}” is explained nowhere.", word=word)
                yield Finding(spot.at(*match.span()), why, level=Level.HINT)


def explained_on_one_side(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """X21: an acronym told in full where it is first used in one language, and not in the other."""
    firsts = {language: _first_uses(doc, language) for language in Language}
    nations = {word for found in firsts.values() for word in found if word in words("usage", "nation_codes")}
    if len(nations) > 1:
        # Tables of results write the nations of athletes so: FRA, SUI.
        firsts = {
            language: {word: place for word, place in found.items() if word not in nations}
            for language, found in firsts.items()
        }
    wholes = {
        language: " ".join(spot.text for row in doc.rows for spot in spots(row, language)) for language in Language
    }
    french = {pair[Language.EN]: pair[Language.FR] for pair in (*desk.profile.acronyms, *desk.office.acronyms)}
    for english, (spot, match) in firsts[Language.EN].items():
        word = french.get(english, english)
        if word not in firsts[Language.FR]:
            continue
        other_spot, other_match = firsts[Language.FR][word]
        is_told = _is_explained(english, wholes[Language.EN])
        if is_told == _is_explained(word, wholes[Language.FR]):
            continue
        here, there = spot.at(*match.span()), other_spot.at(*other_match.span())
        if is_told:
            yield Finding(
                there, say("The English tells “{word}” in full, the French does not.", word=english), other=here
            )
        else:
            yield Finding(here, say("The French tells “{word}” in full, the English does not.", word=word), other=there)


def _first_uses(doc: Communique, language: Language) -> dict[str, tuple[Spot, re.Match[str]]]:
    """Return where each acronym stands first in running text."""
    found: dict[str, tuple[Spot, re.Match[str]]] = {}
    for row in doc.rows:
        for spot in spots(row, language) if row.kind not in _SILENT else ():
            opening = 0 if spot.text.isupper() else _dateline_end(spot)
            for match in () if spot.text.isupper() else _acronyms(spot.text):
                in_dateline = match.end() <= opening
                if not in_dateline and not _is_shouted(spot.text, match) and not is_verbatim(spot.text, *match.span()):
                    found.setdefault(match.group(), (spot, match))
    return found


@cache
def _months() -> frozenset[str]:
    return frozenset(month for months in table("dates")["months"].values() for forms in months for month in forms)


_LONGEST_BEHIND_NAME = 3
"""Letters; what is longer behind a capitalised word is more likely a family name."""
_ARTICLES = (
    "The|This|That|These|Our|Its|For|With|From|And|But|Both|When|While|Under|Since|"
    "Le|La|Les|Un|Une|Des|Du|De|Au|Aux|Ce|Cet|Cette|Ces|Notre|Pour|Avec|Par|Sur|Selon|En|Mais|Depuis"
)
_FORENAME = re.compile(rf"(?<![\w.])(?!(?:{_ARTICLES}) )[A-ZÀ-Ý][a-zà-ÿ’-]+ $")


def _is_bracketed(text: str, match: re.Match[str]) -> bool:
    """Tell whether an acronym stands in brackets, alone or behind another form: « (Lake Day ou LD) »."""
    after = text[match.end() : match.end() + 1]
    if text[match.start() - 1 : match.start()] == "(":
        return after in (")", ",", ";", " ")
    return after == ")" and _ALSO.search(text, 0, match.start()) is not None


_ALSO = re.compile(r"\([^()]* (?:ou|or) $")


def _is_label(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word in capitals opens a line and ends with a colon: “SOURCE: …”."""
    return not text[: match.start()].strip() and text[match.end() :].lstrip(SPACES).startswith(":")


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    """Tell whether it is a word in capitals: beside another, or a family name behind a forename, Marie DUPONT."""
    if len(match.group()) > _LONGEST_BEHIND_NAME and _FORENAME.search(text[: match.start()]):
        return True
    return bool(
        re.search(r"[A-ZÀ-Ý]{2,}[ -]$", text[: match.start()]) or re.match(r"[ -][A-ZÀ-Ý]{2,}", text[match.end() :])
    )


def _is_explained(word: str, text: str) -> bool:
    """Tell whether the words of an acronym stand beside it somewhere, one of both in brackets."""
    for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text):
        if _is_bracketed(text, match) and _spells(text[: match.start()], word):
            return True
        bracket = re.match(rf"{_S}?\((?P<inside>[^)]{{{len(word) + 3},}})\)", text[match.end() :])
        if bracket is not None and _spells(bracket["inside"], word):
            return True
    return False


def _spells(before: str, word: str) -> bool:
    """Tell whether the words before begin with the letters of an acronym, or at least with the first."""
    words = re.findall(r"[^\W\d_]+", folded(before[-120:]))[-len(word) * 3 :]
    return any(each.startswith(word[0].lower()) for each in words) and len(words) > 1


def _mended(spot: Spot, start: int, end: int, text: str, why: Sentence) -> Finding:
    label = _write(text.strip()) if text else say("Take out the sign")
    return Finding(spot.at(start, end), why, spot.put(label, start, end, text))


def _write(text: str) -> Sentence:
    return say("Write “{text}”", text=text)


RULES = (
    Rule("F33", Level.WARNING, say("French acronyms"), on_row=french_acronyms),
    Rule("E20", Level.WARNING, say("English acronyms"), on_document=english_acronyms),
    Rule("X21", Level.HINT, say("Acronyms told in full"), on_document=explained_on_one_side),
    Rule("R17", Level.WARNING, say("Acronyms without explanation"), on_document=unexplained),
)
