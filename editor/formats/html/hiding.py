"""Hiding: pages in two languages that show one of them at a time, and keep the other ready behind a button."""

from typing import Final

from editor.formats.html.parts import Element, is_hidden, tag_of, words_in
from editor.text.language import language_of

_FEWEST: Final = 300
_LEAST, _MOST = 0.4, 2.5
"""Characters of a hidden text, and what share of the shown one a translation of it has at least and at most."""


def show_other_language(root: Element) -> bool:
    """Let hidden parts that translate the text of a page be seen; answers whether there were any."""
    body = root.find("body")
    if body is None:
        return False
    hidden = [part for part in body.iter() if tag_of(part) and is_hidden(part)]
    texts = [(part, _words(part)) for part in hidden if not any(is_hidden(around) for around in part.iterancestors())]
    long = [(part, text) for part, text in texts if len(text) >= _FEWEST]
    if not long:
        return False
    shown = words_in(body)
    language = language_of(shown)
    whole = sum(len(text) for _, text in long)
    if language is None or not len(shown) * _LEAST <= whole <= len(shown) * _MOST:
        return False
    others = [part for part, text in long if language_of(text) is language.other]
    for part in others:
        for name in {"style", "hidden", "aria-hidden"}.intersection(map(str, part.keys())):
            del part.attrib[name]
    return bool(others)


def _words(part: Element) -> str:
    """Return the words of a hidden part, those of programs in it left out."""
    return " ".join(" ".join(words_in(inner) for inner in part).split())
