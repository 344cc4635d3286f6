"""Completion of names: which word is being written at the caret, and whom of those known it may begin to name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.model.language import Language
from editor.model.people import Participant
from editor.text.letters import folded
from editor.text.naming import family_name

_AT = re.compile(r"(?:^|(?<=[\s(«“‘’'\-–—]))@(?P<name>[\w’'-]*(?: [\w’'-]+)?)$")
_WORDS = re.compile(r"(?<![\w@.’'-])(?P<name>[^\W\d_][\w’'-]+(?: [^\W\d_][\w’'-]*){0,2})$")
_FEWEST = 2
"""Letters of a name after which it is offered without an @."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """The beginning of a name right before the caret; `start` is its first character, an @ included."""

    start: int
    letters: str
    is_called: bool
    """An @ asks for it."""


def fragments(text: str, caret: int) -> tuple[Fragment, ...]:
    """Return what may be the beginning of a name before the caret, the longest first."""
    before = text[:caret]
    called = _AT.search(before)
    if called:
        return (Fragment(called.start(), called["name"], is_called=True),)
    written = _WORDS.search(before)
    if not written:
        return ()
    starts = [written.start(), *(written.start() + each.end() for each in re.finditer(" ", written["name"]))]
    found = (Fragment(start, before[start:], is_called=False) for start in starts)
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


def _names(person: Participant, language: Language) -> Sequence[str]:
    own, other = person.name[language], person.name[language.other]
    return [name for name in (own, other, *person.aliases) if name.strip()]


def _rank(wanted: str, names: Sequence[str]) -> int | None:
    if not names:
        return None
    ranks = []
    for name in names:
        low = folded(name)
        if low.startswith(wanted):
            ranks.append(0)
        elif folded(family_name(name)).startswith(wanted):
            ranks.append(1)
        elif any(low.startswith(wanted, each.end()) for each in re.finditer(r"[ '-]", low)):
            ranks.append(2)
    return min(ranks, default=None)


def _is_whole(wanted: str, person: Participant, language: Language) -> bool:
    names = _names(person, language)
    return wanted in {folded(form) for name in names for form in (name, family_name(name))}
