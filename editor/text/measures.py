"""Units of measure behind a figure, in both languages: 50 km, 50-kilometre, 50 kilomètres."""

import re
from decimal import Decimal
from functools import cache

from editor.model.language import Language
from editor.text.letters import plain
from editor.text.lexicon import alternatives, table
from editor.values import frozen


@frozen
class Unit:
    """A unit as written behind a figure: where (code points), its name, what it measures and how much of that."""

    start: int
    end: int
    name: str
    base: str
    factor: Decimal

    def symbol(self, language: Language) -> str:
        """Return how a language writes the unit shortest."""
        return next(
            str(entry[language.value][0]) for entry in table("agreement")["units"] if entry["unit"] == self.name
        )


def unit_after(text: str, end: int, language: Language) -> Unit | None:
    """Return the unit that stands behind a figure which ends at `end`."""
    match = _pattern(language).match(plain(text), end)
    if not match:
        return None
    name, base, factor = _units(language)[match["unit"]]
    return Unit(match.start("unit"), match.end("unit"), name, base, factor)


@cache
def _units(language: Language) -> dict[str, tuple[str, str, Decimal]]:
    return {
        plain(form).lstrip("-"): (entry["unit"], entry["base"], Decimal(entry["factor"]))
        for entry in table("agreement")["units"]
        for form in entry[language.value]
    }


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?: |-)?(?P<unit>{alternatives(_units(language))})(?![\w²³/])")
