"""Terms: what a house calls a thing in both languages, and what it never calls it."""

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


@frozen
class Termbase:
    """The terms of a house. Two are the same only where they are one object: what is made of one is kept by it.

    `faults` say which lists had to be left out, and why.
    """

    terms: tuple[Term, ...] = ()
    faults: tuple[Sentence, ...] = ()

    __eq__, __hash__ = object.__eq__, object.__hash__


NO_TERMS = Termbase()
