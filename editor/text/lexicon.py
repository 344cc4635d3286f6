"""The editable tables of `resources/recognition/`, read once, at the first text that needs them."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from editor.assets import resource, resource_json
from editor.model.language import Language


@cache
def table(name: str) -> dict[str, Any]:
    """Return one table of words, for example `table("dates")`; raises OSError where the file is missing."""
    content: dict[str, Any] = resource_json(f"recognition/{name}.json")
    return content


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return one list of a table as a set."""
    return frozenset(table(name)[key])


@cache
def first_names() -> frozenset[str]:
    """Return first names of many countries, as evidence of a person and never of a gender."""
    lines = resource("lexicon/forenames.txt").read_text(encoding="utf-8").splitlines()
    return words("names", "first_names").union(*(line.split() for line in lines if not line.startswith("#")))


def verbs(language: Language) -> dict[str, Any]:
    """Return the verbs of saying of one language."""
    return table(f"verbs_{language.value}")


@cache
def pronouns(language: Language) -> dict[str, str]:
    """Return the gender ("m", "f", "" for either) that each pronoun of one language tells, in small letters."""
    rows: dict[str, list[str]] = verbs(language)["pronouns"]
    return {word: gender for gender, forms in rows.items() for word in forms}


def alternatives(phrases: Iterable[str]) -> str:
    """Return a regular expression that matches any of the phrases, the longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))
