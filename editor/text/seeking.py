"""Seeking: finds words, signs and patterns in both texts, and says what is to stand in their place.

The only file that knows the `regex` package, whose patterns can be given a time limit.
"""

import re
import time
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from editor.errors import Refused
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.language import Language
from editor.values import frozen
from editor.words import Sentence, say

LIMIT = 2.0
"""Seconds in which a pattern has to be done with all of a release."""
_LONGEST = 1000
"""Characters of what is sought; a longer pattern is no search but a program."""

TOKENS: dict[str, tuple[str, Sentence]] = {
    "{space}": (" ", say("Plain space")),
    "{nbsp}": ("\u00a0", say("No-break space")),
    "{nnbsp}": ("\u202f", say("Narrow no-break space")),
    "{thin}": ("\u2009", say("Thin space")),
    "{tab}": ("\t", say("Tab")),
    "{line}": ("\u2028", say("Line break inside a paragraph")),
    "{hyphen}": ("-", say("Hyphen")),
    "{nbhyphen}": ("\u2011", say("No-break hyphen")),
    "{shy}": ("\u00ad", say("Soft hyphen")),
    "{ndash}": ("–", say("En dash")),
    "{mdash}": ("—", say("Em dash")),
}
"""How a sign that looks like others is written in a search or a replacement: the sign itself, and its name."""
_TOKEN = re.compile("|".join(map(re.escape, TOKENS)))


@frozen
class Query:
    r"""What is sought: words as people type them, or a regular expression.

    Unless asked for, case and accents do not count, and a plain space, apostrophe or hyphen stands for each of its
    kind; a token as `{nbsp}` stands for that one sign. `whole_words` finds no parts of words. In a pattern the spaces
    are those written, and groups can be used in a replacement (`\1`, `\g<name>`).
    """

    wanted: str
    languages: tuple[Language, ...] = (Language.EN, Language.FR)
    case: bool = False
    accents: bool = False
    whole_words: bool = False
    is_pattern: bool = False


@frozen
class Match:
    """A place found (characters of one passage), the words there, and what the replacement makes of them."""

    where: Address
    words: str
    replacement: str = ""


def find_all(doc: Communique, query: Query, replacement: str = "", limit: float = LIMIT) -> Iterator[Match]:
    """Yield every match in reading order, row by row, English first.

    Raises Refused with one sentence where the pattern or the replacement cannot be read, or is not done within
    `limit` seconds.
    """
    if not query.wanted or len(query.wanted) > _LONGEST:
        return
    if query.is_pattern:
        find = _pattern(query, replacement, time.monotonic() + limit)
    elif query.wanted.strip():
        find = _words(query, with_signs(replacement))
    else:
        return
    for row in doc.rows:
        for language in query.languages:
            for index, passage in enumerate(row[language]):
                for start, end, new in find(passage.text):
                    yield Match(row.address(language, index, start, end), passage.text[start:end], new)


def with_signs(text: str) -> str:
    """Return `text` with every token (`{nbsp}`) made the sign it stands for."""
    return _TOKEN.sub(lambda found: TOKENS[found[0]][0], text)


Find = Callable[[str], Iterator[tuple[int, int, str]]]


def _words(query: Query, replacement: str) -> Find:
    """Find words as people type them: what does not count is folded on both sides, signs by token are exact."""
    sought, exact, place = "", {}, 0
    for token in _TOKEN.finditer(query.wanted):
        sought += _folded(query.wanted[place : token.start()], query.case, query.accents)[0]
        sign = TOKENS[token[0]][0]
        exact[len(sought)] = sign
        sought += _folded(sign, query.case, query.accents)[0] or sign
        place = token.end()
    sought += _folded(query.wanted[place:], query.case, query.accents)[0]

    def find(text: str) -> Iterator[tuple[int, int, str]]:
        plain, places = _folded(text, query.case, query.accents)
        start = plain.find(sought)
        while start >= 0:
            stop = start + len(sought)
            low, high = places[start], _end_of_character(text, places[stop - 1] + 1)
            fits = _cuts_no_character(places, start, stop) and all(
                text[places[start + at]] == sign for at, sign in exact.items()
            )
            if fits and not (query.whole_words and not _is_whole(text, low, high)):
                yield low, high, replacement
                start = plain.find(sought, stop)
            else:
                start = plain.find(sought, start + 1)

    return find if sought else lambda _text: iter(())


def _pattern(query: Query, replacement: str, deadline: float) -> Find:
    import regex  # noqa: PLC0415 (takes as long to load as half the window, and few searches are patterns)

    wanted = _TOKEN.sub(lambda found: regex.escape(TOKENS[found[0]][0]), query.wanted)
    if not query.accents:
        wanted = _without_accents(wanted)[0]
    if query.whole_words:
        wanted = rf"\b(?:{wanted})\b"
    try:
        pattern = regex.compile(wanted, regex.V0 if query.case else regex.V0 | regex.IGNORECASE)
    except (regex.error, OverflowError, RecursionError) as error:
        at = getattr(error, "pos", None)
        raise Refused(_unreadable(str(getattr(error, "msg", "")), at)) from error
    template = with_signs(replacement)

    def find(text: str) -> Iterator[tuple[int, int, str]]:
        plain, places = (text, range(len(text) + 1)) if query.accents else _without_accents(text)
        left = deadline - time.monotonic()
        try:
            for found in pattern.finditer(plain, timeout=max(left, 0.001)):
                if found.start() < found.end() and _cuts_no_character(places, *found.span()):
                    low, high = places[found.start()], _end_of_character(text, places[found.end() - 1] + 1)
                    yield low, high, found.expand(template) if "\\" in template else template
        except (regex.error, IndexError) as error:
            raise Refused(say("The replacement names a group that the pattern does not have.")) from error
        except TimeoutError as error:
            raise Refused(say("This pattern takes too long and was stopped. Please make it simpler.")) from error

    return find


def _unreadable(why: str, at: int | None) -> Sentence:
    if at is None:
        return say("This pattern cannot be read ({why}).", why=why or "?")
    return say("This pattern cannot be read: {why}, at character {place}.", why=why, place=at + 1)


def _cuts_no_character(places: "range | list[int]", start: int, stop: int) -> bool:
    """Whether a stretch of folded text begins and ends between characters: half of “œ” is no match."""
    return not (start and places[start - 1] == places[start]) and places[stop - 1] != places[stop]


def _is_whole(text: str, low: int, high: int) -> bool:
    """Whether no letter or digit touches the stretch from outside."""
    return not (low and _in_word(text[low - 1]) and _in_word(text[low])) and not (
        high < len(text) and _in_word(text[high]) and _in_word(text[high - 1])
    )


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or bool(unicodedata.combining(character))


def _end_of_character(text: str, end: int) -> int:
    """Return `end` moved behind the accents that belong to the character before it."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


class _Folding(dict[int, str]):
    """A table for `str.translate` that fills itself. `odd` are the characters that become none or several."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self._fold = fold
        self.odd: set[str] = set()

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = self._fold(character)
        if len(folded) != 1:
            self.odd.add(character)
        self[code] = folded
        return folded


def _simple(character: str) -> str:
    """Return a character with its kind of space, apostrophe or hyphen made the simplest."""
    if character in "’ʼ‛´`＇":
        return "'"
    if character in "\u2010\u2011":
        return "-"
    return " " if character.isspace() else character


def _bare(character: str) -> str:
    """Return a character without accents; ligatures are taken apart."""
    if character in "œŒæÆ":
        return {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"}[character]
    apart = unicodedata.normalize("NFKD", character)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _fold_of(*, case: bool, accents: bool) -> Callable[[str], str]:
    def fold(character: str) -> str:
        character = _simple(character)
        if not accents and character != " ":
            character = _bare(character)
        return character if case else character.casefold()

    return fold


_FOLDINGS = {
    (case, accents): _Folding(_fold_of(case=case, accents=accents))
    for case in (False, True)
    for accents in (False, True)
}
_BARE = _Folding(lambda character: character if character.isspace() else _bare(character))


@lru_cache(maxsize=4)
def _same_places(length: int) -> range:
    return range(length + 1)


@lru_cache(maxsize=2048)
def _folded(text: str, case: bool, accents: bool) -> tuple[str, "range | list[int]"]:
    """Return `text` as it is compared, and for each character (and the end) the offset it came from."""
    return _translated(text, _FOLDINGS[case, accents])


def _without_accents(text: str) -> tuple[str, "range | list[int]"]:
    return _translated(text, _BARE)


def _translated(text: str, folding: _Folding) -> tuple[str, "range | list[int]"]:
    plain = text.translate(folding)
    if folding.odd.isdisjoint(text):
        return plain, _same_places(len(text))
    places = [place for place, character in enumerate(text) for _ in folding[ord(character)]]
    return plain, [*places, len(text)]
