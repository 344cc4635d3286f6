"""Renewing: an earlier translation with the values of the text that is to be translated now put in.

Put in are figures, dates and names that stand alike in both languages, where it is certain what answers to what; all
else is left as it was said, for a person to see.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from editor.model.language import Bilingual, Language
from editor.text.countries import is_state
from editor.text.letters import folded, plain
from editor.text.values import Slot, rewritten, say_the_same, slots
from editor.values import frozen

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s]|_")
_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿœ][^\W\d_]*(?:[ \u00a0'’-][^\W\d_a-zß-öø-ÿœ][^\W\d_]*){0,4}")
_TURNS_ON_NAME = re.compile(
    r"(?:\b(?:les?|la|du|des|aux?|en|an?)[ \u00a0]|\b(?:d|l|qu|jusqu|lorsqu|puisqu)['’])$", re.IGNORECASE
)
"""Words before a name that another name may change: an article, its contraction, an elision."""
_BEFORE_ANY_NAME = re.compile(r"\b(?:de|que|jusque|lorsque|puisque)[ \u00a0]$", re.IGNORECASE)
"""Words that are elided before a vowel."""
_VOWELS = frozenset("aeiouyh")


@frozen
class Renewal:
    """A translation renewed. `is_complete`: the texts differ in nothing that has not been put in."""

    text: str
    is_complete: bool


@frozen
class _Token:
    start: int
    end: int
    text: str
    slot: Slot | None = None


@frozen
class _Change:
    """Characters [start, end) of the translation and what takes their place."""

    start: int
    end: int
    text: str


@frozen
class _Work:
    """What is to be translated `now`, what was `then`, and the `target`, its translation."""

    now: str
    then: str
    target: str
    language: Language


def renewed(now: str, then: Bilingual[str], language: Language) -> Renewal:
    """Return what `then` says in the other language, with the values of `now` (in `language`) in place of its own."""
    work = _Work(now, then[language], then[language.other], language)
    old, new = _tokens(work.then, language), _tokens(now, language)
    changes: set[_Change] = set()
    is_complete = True
    for before, after in _differing(old, new):
        found = _put_in(before, after, work)
        is_complete = is_complete and found is not None
        changes |= {found} if found is not None else set()
    text = work.target
    last = len(text)
    for change in sorted(changes, key=lambda each: each.start, reverse=True):
        if change.end > last:
            return Renewal(work.target, is_complete=False)
        text, last = text[: change.start] + change.text + text[change.end :], change.start
    return Renewal(text, is_complete)


def _tokens(text: str, language: Language) -> list[_Token]:
    found: list[_Token] = []
    flat, place = plain(text), 0
    for slot in (*slots(text, language), None):
        end = slot.start if slot is not None else len(flat)
        found += [_Token(match.start(), match.end(), match[0]) for match in _TOKEN.finditer(flat, place, end)]
        if slot is not None:
            found.append(_Token(slot.start, slot.end, f"\0{type(slot.meaning).__name__}", slot))
            place = slot.end
    return found


def _differing(old: list[_Token], new: list[_Token]) -> Iterator[tuple[list[_Token], list[_Token]]]:
    """Yield what differs, side by side: runs of words, and values of one kind at the same place."""
    matcher = SequenceMatcher(None, [one.text for one in old], [one.text for one in new], autojunk=False)
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag != "equal":
            yield old[low:high], new[first:last]
            continue
        for one, other in zip(old[low:high], new[first:last], strict=True):
            if one.slot is not None and other.slot is not None and plain(one.slot.text) != plain(other.slot.text):
                yield [one], [other]


def _put_in(before: list[_Token], after: list[_Token], work: _Work) -> _Change | None:
    """Return the change of the translation that a difference asks for; None where it is not certain."""
    if not before or not after:
        return None
    old, new = before[0].slot, after[0].slot
    if len(before) == len(after) == 1 and old is not None and new is not None:
        return _value(old, new, work)
    gone, come = work.then[before[0].start : before[-1].end], work.now[after[0].start : after[-1].end]
    return _name(gone, come, work) if _NAME.fullmatch(gone) and _NAME.fullmatch(come) else None


def _value(before: Slot, after: Slot, work: _Work) -> _Change | None:
    """Put a value in where both the text and its translation said the old one once."""
    said = [slot for slot in slots(work.then, work.language) if say_the_same(before, slot)]
    there = [slot for slot in slots(work.target, work.language.other) if say_the_same(before, slot)]
    if len(said) != 1 or len(there) != 1:
        return None
    text = rewritten(there[0], before, after, work.language.other)
    if text is None:
        return None
    change = _Change(there[0].start, there[0].end, text)
    # What has been written must be read as what was meant.
    whole = work.target[: change.start] + text + work.target[change.end :]
    read = (slot for slot in slots(whole, work.language.other) if slot.start == change.start)
    return change if any(say_the_same(after, slot) for slot in read) else None


def _name(gone: str, come: str, work: _Work) -> _Change | None:
    """Put a name in where the other stands once in both languages, and no word before it turns on it.

    States and acronyms have names of their own in each language.
    """
    if any(is_state(name) or any(word.isupper() and len(word) > 1 for word in name.split()) for name in (gone, come)):
        return None
    whole = re.compile(rf"(?<!\w){re.escape(gone)}(?!\w)")
    places = list(whole.finditer(work.target))
    if len(places) != 1 or len(whole.findall(work.then)) != 1:
        return None
    before = work.target[: places[0].start()]
    differ = (folded(gone[0]) in _VOWELS) is not (folded(come[0]) in _VOWELS)
    if _TURNS_ON_NAME.search(before) or (differ and _BEFORE_ANY_NAME.search(before)):
        return None
    return _Change(*places[0].span(), come)
