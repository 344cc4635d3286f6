"""Captions: paragraphs that describe a picture, told by their words, by its credit, or by names without a verb."""

import re
from functools import cache, lru_cache

from editor.model.language import Language
from editor.text.datelines import listed
from editor.text.dates import find_dates
from editor.text.functions import function_after, function_before
from editor.text.language import language_of
from editor.text.letters import plain
from editor.text.lexicon import alternatives, table
from editor.text.marks import find_marked
from editor.text.names import find_candidates


@lru_cache(maxsize=2048)
def is_caption(paragraph: str, language: Language) -> bool:
    """Tell whether a paragraph describes a picture: its first words, (left) and (right), or names without a verb."""
    text = plain(paragraph).strip()
    low = text.lower()
    if len(text) > 400 or not text:
        return False
    if caption_start().match(low):
        return True
    if any(words in low for words in table("structure")["caption_words"]) or _credit().search(low):
        return len(text) <= 300 and not find_marked(paragraph)
    if text[-1] in ".!?:;»”\"’'" or len(text) < 30 or find_marked(paragraph):
        return False
    spoken = language_of(text)
    if spoken is not None and spoken is not language:
        return True
    return _only_names(paragraph, spoken or language)


def _only_names(paragraph: str, language: Language) -> bool:
    """Tell whether a line without a full stop names two persons, with their functions or on a day, and says no more."""
    named = [each for each in find_candidates(paragraph, language) if each.is_full or each.honorific]
    titled = [
        each
        for each in named
        if each.honorific
        or function_before(paragraph, each.outer, language) is not None
        or function_after(paragraph, each.end, language) is not None
    ]
    if len(named) < 2 or len(paragraph.split()) < 8:
        return False
    return bool(titled) or (named[0].outer <= 1 and bool(find_dates(paragraph, language)))


def is_credited(low: str) -> bool:
    """Tell whether a line in small letters is called a caption, or ends with or only is the credit of a picture."""
    called = caption_start().match(low)
    return "©" in low or _credit().search(low) is not None or (called is not None and called[0].endswith(":"))


@cache
def _credit() -> re.Pattern[str]:
    """Match the credit that ends a caption: “… KEYSTONE/JANE ROE”, « … (Groupe CNW/Office du lac) »."""
    agencies = alternatives(listed("picture_agencies"))
    return re.compile(rf"(?:\((?:{agencies})(?:\s?/[^()]*)?\)|[.»”] (?:{agencies})\s?/[^.]{{2,60}})\.?$")


@cache
def caption_start() -> re.Pattern[str]:
    """Match the words, in small letters, that captions begin with."""
    return re.compile(rf"[\W_]*(?:{alternatives(listed('caption_starts'))})(?:\s?[:|©(]| by | de | par |s? ?: |, )|©")
