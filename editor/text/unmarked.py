"""Speech without marks: paragraphs below “X said:”, extracts one a line, sentences with an attribution behind them."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from editor.text.attribution import after_quote
from editor.text.houses import is_house
from editor.text.leading import before_quote
from editor.text.memory import Confidence, Memory
from editor.text.patterns import pattern_of
from editor.text.quotation import FoundQuote
from editor.text.reading import Attribution, Naming, Reading
from editor.text.speakers import resolve
from editor.text.speech import first_person, first_person_start
from editor.text.structure import is_quotes_heading, signs_below_heading
from editor.text.subjects import named_by


def announced_speech(memory: Memory, marked: Collection[int], quiet: Collection[int]) -> list[FoundQuote]:
    """Take paragraphs without marks below words that attribute them: the next one, and more while somebody speaks on.

    Sentences that end as sentences do are one quote; lines without a full stop are extracts, a quote each.
    """
    readings = memory.readings
    found: list[FoundQuote] = []
    for index in range(len(readings) - 1):
        appeal = _appeal(readings[index], readings[index + 1])
        if index + 1 in marked or not (appeal or (index not in quiet and _leads(readings[index]))):
            continue
        lead = appeal or before_quote(readings[index], 0, len(readings[index].text))
        if lead is None or not lead.strong or lead.naming is Naming.NOBODY or lead.shape not in {"pre", "ind", "selon"}:
            continue
        if appeal is None and _leads_to_things(readings[index], lead, readings[index + 1]):
            continue
        whole = is_speech(readings[index + 1])
        if not (whole or _is_extract(readings[index + 1])) or (whole and index + 1 in quiet):
            continue
        speaker = resolve(lead, index, memory)
        sure = Confidence.LIKELY if speaker.confidence is Confidence.CERTAIN else speaker.confidence
        words = (index, lead.start, lead.end)
        for first, last in _blocks(readings, index + 1, marked, quiet):
            start = _indent(readings[first].text)
            place = (first, start, last, len(readings[last].text.rstrip()))
            found.append(FoundQuote(*place, speaker.name, words, lead.verb, "unmarked", sure, "announced"))
            if speaker.name is not None:
                memory.spoken.append((last, start, speaker.name))
    return found


def _leads_to_things(reading: Reading, lead: Attribution, below: Reading) -> bool:
    """Tell whether a paragraph leads to no speech: « Selon un sondage du port », « a dévoilé le programme : ».

    Whole sentences below a verb with an object may be speech still: “She welcomed the vote: …”.
    """
    if lead.naming is Naming.BODY and not _is_named_house(lead.named):
        return True
    if is_speech(below) or first_person(below.language).search(below.flat) is not None:
        return False
    verb = lead.verb or ""
    after = reading.flat.rfind(verb, lead.start) + len(verb)
    inverted = after == lead.start + len(verb)
    return not (inverted or _TO_SOMEBODY.search(verb)) and _OBJECT.match(reading.flat, after) is not None


_TO_SOMEBODY = pattern_of(r"\b(?:told|tells|reminded|assured|warned|thanked|prévenu|averti|assuré|rassuré|remercié)$")
_OBJECT = pattern_of(
    r" (?:also |then |aussi |également |ensuite )?"
    r"(?:(?:the|these|those|its|his|her|their|our|some|several|\d+|two|three|four|five|les?|la|cet?|cette|ces|sa|ses|son|"
    r"leurs?|nos|notre|une?|des|du|deux|trois|quatre|cinq|plusieurs) |l')"
    r"(?!(?:[\w-]+ ){0,2}(?:mots?|propos|paroles?|messages?|appel|déclaration|discours|témoignage|texte|lettre|phrase|"
    r"qui suit|following|words?|remarks?|statement|speech|letter|text)\b)"
)
"""The object of a verb before a colon, unless it is what somebody says: “in these words:”, « cette déclaration : »."""
_LEAD_END = pattern_of(r"(?:-(?:il|elle|ils|elles|on)|\bque|\bthat),?\s*$")
_SOURCE_ALONE = pattern_of(r"\s*(?:Selon|D'après|Pour|According to) [^.:;!?]{3,140}$")


@lru_cache(maxsize=2048)
def _leads(reading: Reading) -> bool:
    """Tell whether a paragraph does nothing but lead to the next one: “X said:”, « ajoute-t-il, », « Selon X »."""
    text = reading.flat.rstrip()
    return text.endswith(":") or _LEAD_END.search(text) is not None or _SOURCE_ALONE.match(text) is not None


_APPEAL = pattern_of(
    r"(?:a|ont|has|have)? ?(?:fait|lancé|adressé|livré|prononcé|made|makes|issued|issues|delivered|gave|gives) "
    r"(?:une? |an? |the |son |sa |his |her )?(?:[\w-]+ ){0,2}"
    r"(?:plaidoyer|appel(?! (?:d'offres|(?:à|aux) (?:candidatures?|projets?|manifestations?|contributions?|"
    r"communications?|dons?|textes?|idées|volontaires|bénévoles)))|message|discours|déclaration|témoignage|plea|"
    r"appeal|statement|speech)\b[^.:;!?]*$"
)


def _appeal(reading: Reading, below: Reading) -> Attribution | None:
    """Read “Jane Roe made a strong plea to investors” on a line of its own, above what she says as “I” or “we”."""
    first = next((each for each in reading.mentions if each.outer <= _OPENING), None)
    if first is None or len(reading.text) > _LONGEST_LINE or first_person(below.language).search(below.flat) is None:
        return None
    said = _APPEAL.search(reading.flat, first.end)
    return (
        named_by(first, first.outer, said.end(), "pre", None, words=said.group().strip()) if said is not None else None
    )


_OPENING, _LONGEST_LINE = 4, 140


def _blocks(
    readings: Sequence[Reading], first: int, marked: Collection[int], quiet: Collection[int]
) -> Iterator[tuple[int, int]]:
    """Yield the first and last paragraph of each quote from a paragraph on that is known to be speech."""
    last = first
    if is_speech(readings[first]) and readings[first].flat[:1].isupper():
        while last + 1 < len(readings) and last + 1 not in {*marked, *quiet} and speaks_on(readings[last + 1]):
            last += 1
        yield first, last
        return
    yield first, first
    while last + 1 < len(readings) and last + 1 not in marked and _goes_on(readings, last + 1, marked):
        last += 1
        yield last, last


def _goes_on(readings: Sequence[Reading], index: int, marked: Collection[int]) -> bool:
    """Tell whether a paragraph is one more extract, or stands between two."""
    for later in range(index, min(index + _BETWEEN, len(readings))):
        reading = readings[later]
        if later in marked or _leads(reading) or any(not each.weak and each.introduces for each in reading.sayings):
            return False
        if _is_extract(reading):
            return True
    return False


_BETWEEN = 3
_FEWEST_WORDS = 5


def _is_extract(reading: Reading) -> bool:
    """Tell whether a paragraph is a sentence that lacks its full stop: speech that a page sets apart by its look."""
    text = reading.flat.strip()
    return len(text.split()) >= _FEWEST_WORDS and text[-1:].isalnum() and _LIST.match(text) is None


def cited_speech(memory: Memory, marked: Collection[int]) -> list[FoundQuote]:
    """Take what stands between a heading such as « Citation(s) » and each signature below it for speech."""
    texts = [reading.text for reading in memory.readings]
    found: list[FoundQuote] = []
    first: int | None = None
    for index, reading in enumerate(memory.readings):
        if is_quotes_heading(reading.text):
            first = index + 1
        elif first is not None and first < index and signs_below_heading(texts, index, reading.language):
            named = next((each.person for each in reading.mentions), None)
            if named is not None and not any(at in marked for at in range(first, index)):
                place = (first, _indent(texts[first]), index - 1, len(texts[index - 1].rstrip()))
                signed = (index, _indent(reading.text), len(reading.text.rstrip()))
                found.append(FoundQuote(*place, named, signed, None, "block", Confidence.LIKELY, "signature below"))
            first = index + 1
    return found


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip("> \u00a0"))


def opening_speech(memory: Memory, others: Collection[int]) -> list[FoundQuote]:
    """Find speech in the first person that opens a paragraph, with an attribution behind a comma."""
    found: list[FoundQuote] = []
    for index, reading in enumerate(memory.readings):
        spoken = unmarked_speech(reading) if index not in others else None
        if spoken is None:
            continue
        start, end, attribution = spoken
        if len(reading.text[start:end].split()) < _FEWEST_WORDS:
            continue
        speaker = resolve(attribution, index, memory)
        if speaker.name is None:
            continue
        place = (index, attribution.start, attribution.end)
        sure = Confidence.LIKELY if speaker.confidence is Confidence.CERTAIN else speaker.confidence
        verb = attribution.verb
        found.append(FoundQuote(index, start, index, end, speaker.name, place, verb, "unmarked", sure, "without marks"))
    return found


_LIST = pattern_of(r"\s*(?:[•‣◦▪●*–—-]|\d{1,2}[.)])\s")


def is_speech(reading: Reading) -> bool:
    """Tell whether a paragraph may be speech without marks: a whole sentence, and no item of a list."""
    text = reading.flat.strip()
    return len(text.split()) >= 5 and text[-1:] in ".!?…" and _LIST.match(text) is None


def speaks_on(reading: Reading) -> bool:
    """Tell whether a paragraph goes on with the speech above: “we”, “my”, « nous », and nobody is said to speak."""
    ours = first_person(reading.language).search(reading.flat) is not None
    ours = ours or first_person_start(reading.language).match(reading.flat) is not None
    return ours and is_speech(reading) and not any(not each.weak for each in reading.sayings)


@lru_cache(maxsize=2048)
def unmarked_speech(reading: Reading) -> tuple[int, int, Attribution] | None:
    """Return where speech without marks stands that opens a paragraph, and what attributes it behind a comma."""
    begin = re.compile(r"[\s–—―-]*").match(reading.flat)
    start = begin.end() if begin else 0
    if first_person_start(reading.language).match(reading.flat, start) is None:
        return None
    if first_person(reading.language).search(reading.flat) is None:
        return None
    for saying in reading.sayings:
        if saying.introduces and not saying.weak and reading.flat[: saying.start].endswith(", "):
            attribution = after_quote(reading, saying.start - 2, len(reading.text))
            if (
                attribution is not None
                and attribution.naming is not Naming.NOBODY
                and (attribution.naming is not Naming.BODY or _is_named_house(attribution.named))
                and attribution.start <= saying.start + 1
            ):
                return start, saying.start - 2, attribution
    return None


def _is_named_house(words: str) -> bool:
    """Tell whether words that follow a verb are a house or somebody's name, and not the object of the verb."""
    return words[:1].isupper() or is_house(words)
