"""English usage: small numbers, percentages, spelling variants, names of countries, titles left in French."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import spots
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.rows import Row, RowKind
from editor.text.index import Led, first_words, index_of
from editor.text.lexicon import alternatives, table
from editor.text.sentences import sentences
from editor.text.typography import SPACES
from editor.text.verbatim import is_verbatim
from editor.words import Sentence, say, say_count

_S = f"[{SPACES}]"


_NUMBERED = re.compile(r"\b[Nn]os?\.\s$")
"""“No.” before a number ends no sentence."""


def small_numbers(row: Row, _desk: Desk) -> Iterator[Finding]:
    """E11: one to nine are words, and no sentence begins with a figure; units, dates and percentages are let be."""
    if row.kind is not RowKind.PARAGRAPH:
        return
    for spot in spots(row, Language.EN):
        for match in _SMALL.finditer(spot.text):
            before = match["before"].lower()
            if before in table("usage")["numbered"] or match["after"] in table("usage")["counted_units"]:
                continue
            if match["before"][:1].isupper() and match.start("before"):
                continue
            text = table("usage")["small_numbers"][int(match["digit"]) - 1]
            why = say("A number below ten is a word.")
            yield Finding(spot.at(*match.span("digit")), why, spot.put(_write(text), *match.span("digit"), text))
        for start, _ in sentences(spot.text):
            found = re.match(r"\d[\d,.]*(?= [a-z])", spot.text[start:])
            if found and start and not _NUMBERED.search(spot.text[:start]):
                why = say("A sentence does not begin with a figure.")
                yield Finding(spot.at(start, start + found.end()), why)


_SMALL = re.compile(r"(?<![\w.,/$€£:-])(?P<before>[A-Za-z]+) (?P<digit>[1-9]) (?P<after>[a-z]{3,}s)(?![\w-])")

_WORDS = re.compile(rf"(?<=\d)(?P<gap>{_S})(?P<word>per cent|percent)(?!\w)|(?<=\d)(?P<sign>%)")


@lru_cache(maxsize=2048)
def _percentages(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_WORDS.finditer(text)) if "cent" in text else ()


def percent_forms(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """E12: percentages have one form: 12.5% or per cent; “per cent” and “percent” do not mix."""
    found = [(spot, match) for row in doc.rows for spot in spots(row, Language.EN) for match in _percentages(spot.text)]
    forms = Counter(match["word"] for _, match in found if match["word"])
    if len(forms) < 2:
        return
    wanted = forms.most_common(1)[0][0]
    for spot, match in found:
        if match["word"] and match["word"] != wanted:
            why = say_count("Percentages are written in two ways.", "{count} percentages are written another way.", 1)
            yield Finding(spot.at(*match.span("word")), why, spot.put(_write(wanted), *match.span("word"), wanted))


def variants(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """E16: one spelling throughout, that of the variant or that of most of the text; names keep theirs."""
    uses = [(spot, match) for row in doc.rows for spot in spots(row, Language.EN) for match in _spellings(spot.text)]
    american = (doc.release.variants.en or desk.profile.variants.en) == "en-US"
    for table_name, usual in (("variants", american), ("spellings", american or desk.profile.style.ize)):
        pairs = _sides(table_name)
        mine = [(spot, match, *pairs[match.group().lower()]) for spot, match in uses if match.group().lower() in pairs]
        counts = Counter(is_second for _, _, is_second, _ in mine)
        if not counts[True] or not counts[False]:
            continue
        wanted = usual if counts[True] == counts[False] else counts[True] > counts[False]
        for spot, match, is_second, other in mine:
            if is_second is not wanted:
                text = other.capitalize() if match.group()[0].isupper() else other
                why = say("“{word}” is spelt another way than elsewhere in this text.", word=match.group())
                yield Finding(spot.at(*match.span()), why, spot.put(_write(text), *match.span(), text))


@cache
def _sides(name: str) -> dict[str, tuple[bool, str]]:
    """Return, for each form of the pairs, whether it is the second of its pair, and the other one."""
    one_way = set(table("usage")["variants_one_way"])
    found: dict[str, tuple[bool, str]] = {}
    for first, second in table("usage")[name]:
        if first in one_way:
            continue
        endings = ("", "d", "s") if name == "spellings" else ("",)
        for ending in endings:
            found[first + ending] = (False, second + ending)
            found[second + ending] = (True, first + ending)
        if name == "spellings":
            for ending in ("ing", "ation", "ations"):
                found[first[:-1] + ending] = (False, second[:-1] + ending)
                found[second[:-1] + ending] = (True, first[:-1] + ending)
    return found


@cache
def _spelt() -> Led:
    """Match the forms in small letters: capitalised ones belong to names."""
    forms = {*_sides("variants"), *_sides("spellings")}
    return Led(re.compile(rf"(?<![\w’'-])(?:{alternatives(forms)})(?![\w-])"), first_words(forms))


@lru_cache(maxsize=2048)
def _spellings(text: str) -> tuple[re.Match[str], ...]:
    return tuple(match for match in _spelt().finditer(text, index_of(text)) if not is_verbatim(text, *match.span()))


def renamed_countries(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """E26: states and cities under the short name in use at the date of the release."""
    for row in doc.rows:
        for spot in spots(row, Language.EN):
            for match in _renamed(spot.text):
                entry = next(each for each in table("usage")["countries_renamed"] if each["old"] == match["old"])
                if doc.release.date is not None and doc.release.date < date.fromisoformat(entry["since"]):
                    continue
                start = match.start() if entry.get("the") else match.start("old")
                why = say("This place is now called {name}.", name=entry["new"])
                mend = spot.put(_write(entry["new"]), start, match.end("old"), entry["new"])
                yield Finding(spot.at(start, match.end("old")), why, mend)


@lru_cache(maxsize=2048)
def _renamed(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_old_names().finditer(text, index_of(text)))


@cache
def _old_names() -> Led:
    names = [each["old"] for each in table("usage")["countries_renamed"]]
    begin, end = r"(?<!Republic of )(?<!North )(?<![\w-])", r"(?![\w-])(?! Republic)"
    return Led(re.compile(rf"{begin}(?:[Tt]he )?(?P<old>{alternatives(names)}){end}"), first_words([*names, "the"]))


def french_titles(row: Row, _desk: Desk) -> Iterator[Finding]:
    """E28: a title left in French before a name."""
    listed = table("usage")["french_titles"]
    for spot in spots(row, Language.EN):
        for match in _french_title().finditer(spot.text, index_of(spot.text)):
            text = listed[match["title"]]
            why = say("“{title}” is a French title.", title=match["title"])
            yield Finding(spot.at(*match.span("title")), why, spot.put(_write(text), *match.span("title"), text))


@cache
def _french_title() -> Led:
    titles = table("usage")["french_titles"]
    pattern = re.compile(rf"(?<![\w’'-])(?P<title>{alternatives(titles)})(?={_S}[A-ZÀ-Ý][a-zà-ÿ’-]+)")
    return Led(pattern, first_words(titles))


def _write(text: str) -> Sentence:
    return say("Write “{text}”", text=text)


RULES = (
    Rule("E11", Level.HINT, say("Small numbers"), on_row=small_numbers, proposes=True),
    Rule("E12", Level.WARNING, say("Forms of percentages"), on_document=percent_forms),
    Rule("E16", Level.WARNING, say("One spelling"), on_document=variants, proposes=True),
    Rule("E26", Level.HINT, say("Names of countries"), on_document=renamed_countries, proposes=True),
    Rule("E28", Level.WARNING, say("Titles left in French"), on_row=french_titles),
)
