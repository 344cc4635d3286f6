"""Completion of names: which word is being written at the caret, and which of those known it may begin to name."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from editor.model.directory import Organisation
from editor.model.language import Language
from editor.model.people import Participant
from editor.text.letters import folded
from editor.text.naming import family_name
from editor.values import frozen

_AT = re.compile(r"(?:^|(?<=[\s(«“‘’'\-–—]))@(?P<name>[\w’'-]*(?: [\w’'-]+)?)$")
_WORDS = re.compile(r"(?<![\w@.’'-])(?P<name>[^\W\d_][\w’'-]+(?: [^\W\d_][\w’'-]*){0,2})$")
_LONGEST = 160
"""Characters before the caret that are looked at: more than any three words of a name."""
_MOST_WORDS = 3
"""Words of a name, as in `_WORDS`."""
_FEWEST = 2
"""Letters of a name after which it is offered without an @."""


@frozen
class Fragment:
    """The beginning of a name right before the caret; `start` is its first character, an @ included."""

    start: int
    letters: str
    is_called: bool
    """An @ asks for it."""


def fragments(text: str, caret: int) -> tuple[Fragment, ...]:
    """Return what may be the beginning of a name before the caret, the longest first."""
    skipped = max(caret - _LONGEST, 0)
    before = text[skipped:caret]
    if "@" not in before and not any(word != word.lower() for word in before.split(" ")[-_MOST_WORDS:]):
        # As nearly always: nothing is called, and no capital begins a name.
        return ()
    called = _AT.search(before)
    if called:
        return (Fragment(skipped + called.start(), called["name"], is_called=True),)
    written = _WORDS.search(before)
    # What begins where the look begins may be the rest of something longer.
    if not written or (skipped and not written.start()):
        return ()
    starts = [written.start(), *(written.start() + each.end() for each in re.finditer(" ", written["name"]))]
    found = (Fragment(skipped + start, before[start:], is_called=False) for start in starts)
    return tuple(each for each in found if len(each.letters) >= _FEWEST and each.letters[0].isupper())


def matches(fragment: Fragment, people: Iterable[Participant], language: Language) -> list[Participant]:
    """Return those whom a fragment may begin to name, the likeliest first; equally likely ones keep their order.

    A whole name that begins so goes before a family name, that before any other word of a name or an alias. Without an
    @, a name that is there already in full is not offered.
    """
    wanted = folded(fragment.letters)
    ranked = []
    for place, person in enumerate(people):
        rank = _rank(wanted, _names(person, language))
        if rank is None or (not fragment.is_called and _is_whole(wanted, person, language)):
            continue
        ranked.append((rank, place, person))
    return [person for _, _, person in sorted(ranked, key=lambda each: each[:2])]


_FEWEST_OF_BODY = 3
"""Letters of an organisation's name after which it is offered without an @; its acronym is after two capitals."""


def bodies_meant(fragment: Fragment, bodies: Iterable[Organisation], language: Language) -> list[Organisation]:
    """Return the organisations a fragment may begin to name, by an acronym or a name of either language.

    Capitals begin an acronym, so that « Un » is not the UN. Without an @, nothing is offered that stands there in full.
    """
    letters, wanted = fragment.letters, folded(fragment.letters)
    found: list[Organisation] = []
    if not letters:
        return found
    for body in bodies:
        own = {body.acronym[language], body.name[language]}
        if not any(own) or (not fragment.is_called and letters in own):
            continue
        begins = any(acronym.startswith(letters) for acronym in body.acronym)
        called = fragment.is_called and any(folded(acronym).startswith(wanted) for acronym in body.acronym)
        named = fragment.is_called or len(letters) >= _FEWEST_OF_BODY
        if begins or called or (named and any(folded(name).startswith(wanted) for name in body.name)):
            found.append(body)
    return found


def body_forms(body: Organisation, language: Language, *, is_told: bool) -> tuple[str, ...]:
    """Return the words for an organisation, those that are due first: in full with its acronym until that is told."""
    name, acronym = body.name[language], body.acronym[language]
    both = f"{name} ({acronym})" if name and acronym else ""
    forms = (acronym, name, both) if is_told else (both, acronym, name)
    return tuple(dict.fromkeys(filter(None, forms)))


def _names(person: Participant, language: Language) -> Sequence[str]:
    own, other = person.name[language], person.name[language.other]
    return [name for name in dict.fromkeys((own, other, *person.aliases)) if name]


def _rank(wanted: str, names: Sequence[str]) -> int | None:
    """Return 0 where a whole name begins so, 1 for a family name, 2 for a word inside; None where nothing does."""
    best = None
    for name in names:
        for rank, form in enumerate(_forms(name)):
            if (best is None or rank < best) and form.startswith(wanted):
                best = rank
    return best if best is None else min(best, 2)


def _is_whole(wanted: str, person: Participant, language: Language) -> bool:
    return any(wanted in _forms(name)[:2] for name in _names(person, language))


@lru_cache(maxsize=16_384)
def _forms(name: str) -> tuple[str, ...]:
    """Return what a name may be begun by: itself, the family name, and from each further word on, all folded."""
    low = folded(name.strip())
    return (low, folded(family_name(name)), *(low[each.end() :] for each in re.finditer("[ '-]", low)))
