"""Terms: what a house calls a thing in both languages, and what it never calls it."""

from collections.abc import Callable
from functools import cached_property

from editor.model.language import Bilingual
from editor.values import frozen
from editor.words import Sentence

_NONE: Bilingual[tuple[str, ...]] = Bilingual((), ())


@frozen
class Term:
    """One thing and its names: any of `names` is right, the first preferred; `forbidden` is wrong."""

    names: Bilingual[tuple[str, ...]] = _NONE
    forbidden: Bilingual[tuple[str, ...]] = _NONE
    note: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """By which a later entry takes the place of an earlier one: the preferred names without capitals."""
        names = self.names.each(lambda names: names[0].casefold() if names else "")
        return names.en, names.fr


Known = tuple[tuple[Term, ...], tuple[Sentence, ...]]
"""The terms of a house, and why some were left out."""


class Termbase:
    """The terms of a house, which `read` answers when they are first asked for.

    Two are the same only where they are one object: what is made of one is kept by it.
    """

    def __init__(self, read: Callable[[], Known] = lambda: ((), ())) -> None:
        self._read = read

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms, each key once."""
        return self._known[0]

    @property
    def faults(self) -> tuple[Sentence, ...]:
        """Which lists had to be left out, and why."""
        return self._known[1]

    @cached_property
    def _known(self) -> Known:
        return self._read()


NO_TERMS = Termbase()
