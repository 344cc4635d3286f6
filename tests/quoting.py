"""Texts written with their quotes in braces, `{{speaker|words}}`; nothing else between marks is a quote."""

import re

from editor.model.language import Language
from editor.text.recognition import recognise

_QUOTE = re.compile(r"\{\{([^|{}]*)\|(.*?)\}\}")


def told(text: str) -> list[tuple[str, str]]:
    """Return the quotes a text is written with, each with its speaker."""
    return [(match[1], match[2]) for match in _QUOTE.finditer(text)]


def found(text: str, language: Language) -> list[tuple[str | None, str]]:
    """Return the quotes recognised in a text, each with its speaker."""
    paragraphs = _QUOTE.sub(r"\2", text).strip().splitlines()
    if len(paragraphs) == 1:
        paragraphs.insert(0, "Gor")
    quotes = recognise(paragraphs, language).quotes
    return [(each.speaker, paragraphs[each.paragraph][each.start : each.end]) for each in quotes]
