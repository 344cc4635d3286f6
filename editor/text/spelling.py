"""Spelling in both languages, by the Hunspell dictionaries the system has, with the words the house knows.

The only file that knows pyenchant. Without Enchant or a dictionary nothing is misspelt, and `complaint` says so.
"""

import logging
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from shutil import which
from threading import Lock, RLock
from typing import Protocol

from editor.assets import bundled_dictionaries
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.profile import Profile
from editor.model.rows import Row
from editor.text.lexicon import table
from editor.text.patterns import pattern_of
from editor.words import Sentence, say

Ranges = tuple[tuple[int, int], ...]
Words = Bilingual[frozenset[str]]

_NO_WORDS: Words = Bilingual(frozenset(), frozenset())
_LOG = logging.getLogger(__name__)
_MOST_SUGGESTIONS = 8
_MOST_REMEMBERED = 50_000
"""Words; far more than a release has, so the memory is simply emptied when it is full."""

_ADDRESS = pattern_of(
    r"(?<![\w.+-])(?:(?:https?://|www\.|mailto:)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#]\w+"
    r"|[\w-]+(?:\.[\w-]+)*\.(?:int|org|com|net|eu|info|gov|mil|edu|fr|be|uk|ca|ch|de|lu|ie)\b(?:/[\w/.%-]*\w)?)"
)
_LETTERS = r"[^\W\d_](?:[\u0300-\u036f\u00ad]|[^\W\d_])*"
# A word starts behind neither a letter, a digit nor an underscore: 3e, B2B and file_names are not words.
_WORD = pattern_of(rf"(?<![\w]){_LETTERS}(?:['’ʼ\-\u2010\u2011]{_LETTERS})*(?:['’ʼ](?![\w]))?(?![\w])")
_JOINS = pattern_of("[-\u2010\u2011]")
_APOSTROPHES = pattern_of("[’ʼ]")
_ELISION = pattern_of(
    r"(?:l|d|j|m|t|s|n|c|ç|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|entr|aujourd)'(?=\w)", re.IGNORECASE
)
_INVERSION = pattern_of(
    r"(?:-t)?-(?:je|tu|il|elle|on|nous|vous|ils|elles|ce|moi|toi|lui|leur|le|la|les|y|en|là|ci)$", re.IGNORECASE
)
_POSSESSIVE = pattern_of(r"'s?$", re.IGNORECASE)
_LONGEST_ACRONYM = 6
_LONGEST_WORD = 100
"""Letters; what is longer is no word of either language."""


class _Dictionary(Protocol):
    def check(self, word: str) -> bool: ...
    def suggest(self, word: str) -> list[str]: ...


class Spelling:
    """A speller for both languages. Safe to be asked from several threads.

    `variants` are BCP 47 tags ("en-GB"); where that dictionary is missing another of the language is taken.
    Dictionaries are loaded at the first question, or by `load`.
    """

    def __init__(self, variants: Bilingual[str], known: Words | None = None) -> None:
        self._variants = variants
        self._known: Words = _NO_WORDS
        self._doubted: Words = _NO_WORDS
        self._lock = RLock()
        self._suggesting = Lock()
        self._checkers: dict[Language, _Dictionary] | None = None
        self._suggesters: dict[Language, _Dictionary] = {}
        self._remembered: dict[Language, dict[str, bool]] = {language: {} for language in Language}
        """What the dictionaries say of words."""
        self._missed: dict[Language, dict[str, bool]] = {language: {} for language in Language}
        """Which words are a letter away from one that the dictionaries list."""
        self._judged: dict[Language, dict[str, bool]] = {language: {} for language in Language}
        """What is to be thought of words as they are written, with the words that are known at present."""
        self.complaint: Sentence | None = None
        """What is missing on this system, once that is known."""
        if known is not None:
            self.know(known)

    def load(self) -> None:
        """Load the dictionaries, which takes a tenth of a second each."""
        with self._lock:
            if self._checkers is None:
                self._checkers, self.complaint = _dictionaries(self._variants)

    def know(self, words: Words, doubted: Words = _NO_WORDS) -> None:
        """Take these words, and no others, as rightly spelt besides those of the dictionaries.

        Those `doubted` are taken so, too, unless they are a letter away from a word of the dictionaries.
        """
        self._known, self._doubted = (
            each.each(lambda side: frozenset(_plain(word) for word in side)) for each in (words, doubted)
        )
        # Others may be judging words meanwhile, by those known before: they keep the memory they began with.
        self._judged = {language: {} for language in Language}

    def misspelt(self, text: str, language: Language) -> Ranges:
        """Return the stretches (code points) of `text` that are no words of the language."""
        self.load()
        if not self._checkers or language not in self._checkers:
            return ()
        judged = self._judged[language]
        wrong = [(start, word) for start, word in words_of(text) if not self._judge(word, language, judged)]
        return tuple((start, start + len(word)) for start, word in wrong if not _is_short_for(text, start, word))

    def suggest(self, word: str, language: Language) -> tuple[str, ...]:
        """Return words that may be meant, the likeliest first. Takes up to a quarter of a second: ask in a thread."""
        with self._suggesting:
            if language not in self._suggesters:
                # Of its own, so that nobody who asks for a word waits; ten megabytes, taken when one is first wanted.
                self._suggesters |= _dictionaries(self._variants, (language,))[0]
            dictionary = self._suggesters.get(language)
            if dictionary is None:
                return ()
            elided, stem = _without_elision(_plain(word)) if language is Language.FR else ("", _plain(word))
            found = dictionary.suggest(stem)[:_MOST_SUGGESTIONS]
        return tuple((elided + other).replace("'", "’") for other in found)

    def _judge(self, word: str, language: Language, judged: dict[str, bool]) -> bool:
        """Tell whether a word is right, nearly always from memory: a text is looked at again after every pause."""
        found = judged.get(word)
        if found is None:
            if len(judged) >= _MOST_REMEMBERED:
                judged.clear()
            found = judged[word] = self._is_right(word, language)
        return found

    def _is_right(self, word: str, language: Language) -> bool:
        remembered = self._remembered[language]
        plain = _plain(word)
        if _is_acronym(plain, language) or self._is_known(plain, language):
            return True
        if plain not in remembered:
            if len(remembered) >= _MOST_REMEMBERED:
                remembered.clear()
            with self._lock:
                remembered[plain] = any(self._is_listed(form, language) for form in _forms(plain, language)) or (
                    self._has_right_parts(plain, language)
                )
        return remembered[plain] or self._has_known_parts(plain, language)

    def _is_listed(self, word: str, language: Language) -> bool:
        checkers = self._checkers
        return not word or checkers is None or checkers[language].check(word)

    def _has_right_parts(self, word: str, language: Language) -> bool:
        """Whether each part between hyphens is a word: most compounds stand in no dictionary."""
        parts = _JOINS.split(word)
        return len(parts) > 1 and all(
            any(self._is_listed(form, language) for form in _forms(part, language)) for part in parts
        )

    def _is_known(self, word: str, language: Language) -> bool:
        known, doubted = self._known[language], self._doubted[language]
        written = {
            each for form in _forms(word, language) for each in (form, form.capitalize() if form.isupper() else form)
        }
        return not known.isdisjoint(written) or any(
            form in doubted and not self._is_near_miss(form, language) for form in written
        )

    def _is_near_miss(self, word: str, language: Language) -> bool:
        """Whether a word, or a part of it that is none, is a letter away from one that is: Rpublique, Comission."""
        missed = self._missed[language]
        if word not in missed:
            with self._lock:
                missed[word] = any(
                    self._is_listed(near, language)
                    for part in _JOINS.split(word)
                    if len(part) >= _SHORTEST_MISSED and not self._is_listed(part, language)
                    for near in _a_letter_away(part, language)
                )
        return missed[word]

    def _has_known_parts(self, word: str, language: Language) -> bool:
        """Whether a compound is made of known and listed words: NATO-Serbia, l’OTAN-Russie."""
        parts = _JOINS.split(word)
        if len(parts) < 2:
            return False
        with self._lock:
            return all(
                self._is_known(part, language)
                or any(self._is_listed(form, language) for form in _forms(part, language))
                or (part is not parts[-1] and _OF_TWO_PEOPLES.fullmatch(part) and parts[-1] in self._known[language])
                for part in parts
            )


def installed_variants() -> tuple[str, ...]:
    """Return the variants (BCP 47) of both languages that this system has a dictionary of; none without Enchant."""
    broker = _broker()
    if broker is None:
        return ()
    tags = (tag.replace("_", "-") for tag in broker.list_languages() if "_" in tag)
    return tuple(sorted({tag for tag in tags if tag[:2] in {language.value for language in Language}}))


def words_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield each word of a text and where it starts; addresses, numbers and single letters are not words.

    Spaces of every width part words; apostrophes and hyphens inside a word do not.
    """
    outside = 0
    for address in _ADDRESS.finditer(text):
        yield from _words_in(text, outside, address.start())
        outside = address.end()
    yield from _words_in(text, outside, len(text))


def variants_of(doc: Communique, profile: Profile) -> Bilingual[str]:
    """Return the spelling variants of a release: its own, or those of its house."""
    own = doc.release.variants
    return Bilingual(own.en or profile.variants.en, own.fr or profile.variants.fr)


def known_words(doc: Communique, profile: Profile, house: Words = _NO_WORDS) -> Words:
    """Return the words that are right in this release: names, acronyms, and the lists of the house and the text.

    `house` are the words kept for the house besides those of its profile.
    """
    shared = {name for row in doc.rows for name in shared_names(row)}

    def known(language: Language) -> Iterable[str]:
        yield from profile.words
        yield from house[language]
        yield from doc.release.known_words[language]
        for pair in profile.acronyms:
            yield from pair
        for name in (profile.house.name, profile.place, doc.release.place):
            yield name[language]
        for person in doc.participants:
            # A name is right in either text: a quotation or a caption may call people as the other language does.
            yield from (*person.name, *person.aliases)
        yield from shared

    return Bilingual(*(_parted(known(language)) | _in_no_dictionary(language) for language in Language))


def doubted_words(doc: Communique) -> Words:
    """Return the words that are right in this release unless they look like a slip: the organisations of its people.

    They are mostly read from the texts, with whatever is misspelt there.
    """
    return Bilingual(*(_parted(person.organisation[language] for person in doc.participants) for language in Language))


def _parted(phrases: Iterable[str]) -> frozenset[str]:
    """Return phrases, and the words in them."""
    whole = frozenset(filter(None, phrases))
    return whole | {word for phrase in whole for _, word in words_of(phrase)}


@cache
def _in_no_dictionary(language: Language) -> frozenset[str]:
    """Return words that are right though dictionaries lack them: of the trade, cities, states and their peoples."""
    listed, tongue = table("spelling"), language.value
    states = table("countries")["states"]
    names = {name for state in states for name in (state[tongue], *state[f"{tongue}_also"])}
    peoples = {people for state in states for people in state[f"{tongue}_adjectives"]}
    peoples |= {f"{people}s" for people in peoples}
    phrases = names | peoples | {people[:1].upper() + people[1:] for people in peoples}
    words = frozenset(word for phrase in phrases for _, word in words_of(phrase))
    return words | frozenset(listed[tongue]) | frozenset(listed["cities"][tongue])


def shared_names(row: Row) -> frozenset[str]:
    """Return the words of names that stand in both languages of a row alike: of people, places, things.

    Words in small letters belong to them between two capitals: “Organisation internationale de la Francophonie”.
    """
    if not all(row.sides):
        return frozenset()
    english, french = (
        frozenset().union(*(_capitalised(passage.text, language) for passage in row[language])) for language in Language
    )
    spans = (frozenset().union(*(_long_names(passage.text) for passage in row[language])) for language in Language)
    shared = frozenset.intersection(*spans)
    return (english & french) | frozenset(word for name in shared for _, word in words_of(name))


@lru_cache(maxsize=4096)
def _capitalised(text: str, language: Language) -> frozenset[str]:
    # Nearly every word is small, and left aside at once: this is asked at every key.
    stems = (_stem(_plain(word), language) for _, word in words_of(text) if not word.islower())
    return frozenset(stem for stem in stems if any(map(str.isupper, stem)))


@lru_cache(maxsize=4096)
def _long_names(text: str) -> frozenset[str]:
    """Return the stretches from one capitalised word to the next over one to three words in small letters."""
    return frozenset(match["name"] for match in _LONG_NAME.finditer(text))


_LONG_NAME = pattern_of(r"(?=(?<!\w)(?P<name>[A-ZÀ-Ý][\w-]+(?: [a-zß-ÿœ][\w-]*){1,3} [A-ZÀ-Ý][\w-]+))")


def _stem(word: str, language: Language) -> str:
    """Return a word without the elision before it or the possessive behind it."""
    return _without_elision(word)[1] if language is Language.FR else _POSSESSIVE.sub("", word)


def _words_in(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for found in _WORD.finditer(text, start, end):
        word = found.group()
        if 1 < len(word) <= _LONGEST_WORD:
            yield found.start(), word


def _plain(word: str) -> str:
    """Return a word as dictionaries have it: composed letters, typewriter apostrophe and hyphen, no soft hyphens."""
    word = _APOSTROPHES.sub("'", unicodedata.normalize("NFC", word).replace("\u00ad", ""))
    return _JOINS.sub("-", word)


_INHABITANTS = {
    Language.EN: pattern_of(r"(?P<place>[A-ZÀ-Ý][\w]{4,}?)ers?"),
    Language.FR: pattern_of(r"(?P<place>[A-ZÀ-Ý][\w]{4,}?)(?:ois|oises?|ais|aises?|iens?|iennes?|éens?|éennes?)"),
}
"""Those who live in a place whose name is a word: New Brunswickers, les Néo-Brunswickois."""
_OF_TWO_PEOPLES = pattern_of(r"[a-zà-ÿ]{3,}o")
"""The first half of what belongs to two peoples: haïtiano-canadien."""


def _forms(word: str, language: Language) -> Iterator[str]:
    """Yield the word and what it may be a form of: without elision, inversion, possessive, plural of an acronym."""
    yield word
    inhabitants = _INHABITANTS[language].fullmatch(word)
    if inhabitants:
        yield inhabitants["place"]
    if language is Language.EN:
        stem = _POSSESSIVE.sub("", word)
        if stem != word:
            yield stem
        if not stem.isascii():
            # British dictionaries list cafe and naive, British writers write café and naïve.
            yield "".join(letter for letter in unicodedata.normalize("NFD", stem) if not unicodedata.combining(letter))
        return
    if word[0].isupper() and word.endswith("'s"):
        yield word.removesuffix("'s")  # an English name: la St. John's Airport Authority
    stem = _INVERSION.sub("", word)
    elided, rest = _without_elision(stem)
    for form in (stem, rest if elided else ""):
        if form and form != word:
            yield form


def _is_short_for(text: str, start: int, word: str) -> bool:
    """Whether a word stands for others: cut short (“Inc.”, “tel: +32 …”, « Nº »), or capitals amid small letters."""
    end = start + len(word)
    if text[end : end + 1] in _CUT_SIGNS and word in _abbreviations():
        return True
    if word[-1] in "ºª":
        return True
    shouted = any(_CAPITALS.search(near) for near in (text[max(start - _NEAR, 0) : start], text[end : end + _NEAR]))
    return word.isupper() and len(word) <= _LONGEST_LONE_ACRONYM and not shouted


_CAPITALS = pattern_of(r"[^\W\d_a-zß-öø-ÿœ]{3,}")
_NEAR = 25
"""Characters around a word in capitals in which a second one tells that the line is shouted."""
_LONGEST_LONE_ACRONYM = 8
"""Letters; longer words in capitals are words."""


_CUT_SIGNS = (".", ":")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word for words in table("abbreviations").values() if isinstance(words, list) for word in words)


def _is_acronym(word: str, language: Language) -> bool:
    """Whether a word is a few capitals, which no dictionary can know: KFOR, l’OSCE, NGOs, the EU’s."""
    stem = _stem(word, language)
    stem = stem.removesuffix("s") if language is Language.EN else stem
    return 1 < len(stem) <= _LONGEST_ACRONYM and stem.isalpha() and stem.isupper()


_SHORTEST_MISSED = 5
"""Letters; a shorter name is a letter away from some word or other."""
_LETTERS_OF = {
    Language.EN: "abcdefghijklmnopqrstuvwxyz",
    Language.FR: "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûüœ",
}


def _a_letter_away(word: str, language: Language) -> Iterator[str]:
    """Yield what a word is where a letter was left out, put in, exchanged for another or for the next one."""
    small = word.lower()
    for place in range(len(small) + 1):
        before, after = small[:place], small[place:]
        slips = [before + after[1:], before + after[1:2] + after[:1] + after[2:]] if after else []
        slips += (before + letter + rest for letter in _LETTERS_OF[language] for rest in (after, after[1:]))
        for slip in slips:
            if slip != small:
                yield slip.capitalize() if word[0].isupper() else slip


def _without_elision(word: str) -> tuple[str, str]:
    found = _ELISION.match(word)
    return (found.group(), word[found.end() :]) if found else ("", word)


def _dictionaries(
    variants: Bilingual[str], languages: Iterable[Language] = tuple(Language)
) -> tuple[dict[Language, _Dictionary], Sentence | None]:
    """Return a dictionary for each language there is one for, from a broker of their own, and what is missing."""
    broker = _broker()
    if broker is None:
        return {}, say(
            "Spelling is not checked: Enchant is not installed. {remedy}", remedy=_remedy("enchant", "en", "fr")
        )
    found: dict[Language, _Dictionary] = {}
    for language in languages:
        tag = next(filter(broker.dict_exists, _tags(variants[language], language, broker.list_languages())), None)
        if tag is not None:
            found[language] = broker.request_dict(tag)
    return found, _complaint(found)


class _Broker(Protocol):
    def dict_exists(self, tag: str) -> bool: ...
    def list_languages(self) -> list[str]: ...
    def request_dict(self, tag: str) -> _Dictionary: ...
    def set_ordering(self, tag: str, providers: str) -> None: ...


def _broker() -> _Broker | None:
    """Return a broker of dictionaries, those the program carries among them; None where there is no Enchant."""
    carried = bundled_dictionaries()
    if carried.is_dir():
        # Enchant reads both when it is loaded: where dictionaries lie besides the system's, and where it lies itself.
        os.environ.setdefault("ENCHANT_CONFIG_DIR", str(carried))
        for library in carried.glob("libenchant-2.*"):
            os.environ.setdefault("PYENCHANT_LIBRARY_PATH", str(library))
    try:
        import enchant  # noqa: PLC0415 (fails where the system has no Enchant, and takes time)
    except (ImportError, OSError, AttributeError, AssertionError) as error:
        # pyenchant opens the library while it is imported, and says in many ways that there is none, or a broken one.
        _LOG.info("Enchant is not installed: %s", error)
        return None
    broker: _Broker = enchant.Broker()
    # Other providers know other words; one provider everywhere gives the same answer everywhere.
    broker.set_ordering("*", "hunspell")
    return broker


_PACKAGES: Mapping[str, Mapping[str, str]] = {
    "apt": {"enchant": "libenchant-2-2", "en": "hunspell-en-gb", "fr": "hunspell-fr"},
    "dnf": {"enchant": "enchant2", "en": "hunspell-en", "fr": "hunspell-fr"},
    "zypper": {"enchant": "libenchant-2-2", "en": "myspell-en_GB", "fr": "myspell-fr_FR"},
    "pacman": {"enchant": "enchant", "en": "hunspell-en_gb", "fr": "hunspell-fr"},
    "brew": {"enchant": "enchant"},
}
"""Installer of a system → the packages that bring the library and the dictionaries."""
_ASKING = {"apt": "sudo apt install", "dnf": "sudo dnf install", "zypper": "sudo zypper install"}
_ASKING |= {"pacman": "sudo pacman -S", "brew": "brew install"}


def _remedy(*missing: str) -> Sentence:
    """Say the one command that brings what is missing, for the installer this system has."""
    installer = next((name for name in _PACKAGES if which(name)), None)
    packages = [_PACKAGES[installer][one] for one in missing if one in _PACKAGES[installer]] if installer else []
    if installer is None or not packages:
        return say("Installing Communiqué anew brings it back.")
    return say("To have it: {command}", command=f"{_ASKING[installer]} {' '.join(packages)}")


def _tags(variant: str, language: Language, there: Iterable[str]) -> Iterator[str]:
    yield variant.replace("-", "_")
    yield {Language.EN: "en_GB", Language.FR: "fr_FR"}[language]
    yield language.value
    yield from sorted(tag for tag in there if tag.startswith(f"{language.value}_"))


def _complaint(found: dict[Language, _Dictionary]) -> Sentence | None:
    if not found:
        remedy = _remedy("en", "fr")
        return say("Spelling is not checked: no English or French dictionary is installed. {remedy}", remedy=remedy)
    if Language.EN not in found:
        remedy = _remedy("en")
        return say("English spelling is not checked: no English dictionary is installed. {remedy}", remedy=remedy)
    if Language.FR not in found:
        remedy = _remedy("fr")
        return say("French spelling is not checked: no French dictionary is installed. {remedy}", remedy=remedy)
    return None
