"""Language (EN, FR) and Bilingual: the same thing in both."""

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Generic, TypeVar

from editor.values import frozen

T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")


class Language(Enum):
    """One of the two languages of a release; the value is its BCP 47 primary tag."""

    EN = "en"
    FR = "fr"

    # Either is the only one of its kind, and tables are looked up by language all day: no need to hash its name.
    __hash__ = object.__hash__

    @property
    def other(self) -> "Language":
        """The language on the other side of the gutter."""
        return Language.FR if self is Language.EN else Language.EN


@frozen
class Bilingual(Generic[T_co]):
    """The same thing in both languages: `headline[Language.FR]`."""

    en: T_co
    fr: T_co

    def __getitem__(self, language: Language) -> T_co:
        return self.en if language is Language.EN else self.fr

    def __iter__(self) -> Iterator[T_co]:
        yield self.en
        yield self.fr

    def having(self: "Bilingual[U]", language: Language, value: U) -> "Bilingual[U]":
        """Return the pair with one side exchanged."""
        return Bilingual(value, self.fr) if language is Language.EN else Bilingual(self.en, value)

    def each(self, change: Callable[[T_co], U]) -> "Bilingual[U]":
        """Return the pair with `change` applied to both sides."""
        return Bilingual(change(self.en), change(self.fr))
