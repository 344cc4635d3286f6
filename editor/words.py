"""User-interface sentences in English and French, plurals included.

A sentence is a value: the English template, its facts, and (for plurals) the number it turns on. It is put into the
user's language only where it is shown, so findings and errors can travel and the window can change language.
French lies in `resources/words/fr/*.json`, one file a room, English template to French template.
"""

import json
from functools import cache
from typing import Literal

from editor.assets import resource_texts
from editor.values import frozen

Tongue = Literal["en", "fr"]
"""The language the window and the messages speak; not to be confused with the languages of the release."""

TONGUES: tuple[Tongue, ...] = ("en", "fr")


@frozen
class Either:
    """A fact that each language writes in its own way: a date, a time of day."""

    en: str
    fr: str

    def told(self, tongue: Tongue) -> str:
        """Return the fact as `tongue` writes it."""
        return self.fr if tongue == "fr" else self.en


@frozen
class Sentence:
    """Something to tell the user: an English template in singular and plural, and the facts that fill it."""

    template: str
    facts: tuple[tuple[str, "Fact"], ...] = ()
    plural: str = ""
    count: int | None = None

    def told(self, tongue: Tongue) -> str:
        """Put the sentence into `tongue`, and with it the facts that each language says in its own words."""
        template = self._template(tongue)
        if not self.facts:
            return template
        return template.format_map(
            {name: fact if isinstance(fact, str | int) else fact.told(tongue) for name, fact in self.facts}
        )

    def english(self) -> str:
        """Put the sentence into English, for logs and exceptions."""
        return self.told("en")

    def _template(self, tongue: Tongue) -> str:
        forms = (self.template, self.plural or self.template)
        if tongue == "fr":
            forms = _french().get(self.template, forms)
        # French takes the singular for 0 and 1, English for 1 alone (CLDR plural rules).
        singular = self.count is None or self.count == 1 or (tongue == "fr" and self.count == 0)
        return forms[0] if singular else forms[1]


Fact = str | int | Sentence | Either


def say(template: str, /, **facts: Fact) -> Sentence:
    """Make a sentence: `say("{name} has no function.", name="Ada Lovell")`. Braces in the text itself are doubled."""
    return Sentence(template, tuple(facts.items()))


def say_count(singular: str, plural: str, /, count: int, **facts: Fact) -> Sentence:
    """Make a sentence that turns on a number, told as `{count}`: `say_count("{count} row", "{count} rows", 3)`."""
    return Sentence(singular, (("count", count), *facts.items()), plural, count)


@cache
def _french() -> dict[str, tuple[str, str]]:
    words: dict[str, tuple[str, str]] = {}
    for text in resource_texts("words/fr", ".json"):
        for english, french in json.loads(text).items():
            words[english] = (french, french) if isinstance(french, str) else (french[0], french[1])
    return words
