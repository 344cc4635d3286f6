"""Composing: what typography makes of a character just typed.

One keystroke, at most one automatic change: the quotation mark that is meant, the apostrophe, the ellipsis, the space
that French puts before high signs and inside guillemets, the no-break space where a line must not part, œ and the
forms of ordinals once their word is complete. Nothing is changed inside addresses and code.
Rules: as `editor.text.typography`; which space, says the house profile. Offsets are code points.
"""

from editor.model.language import Language
from editor.model.profile import Spacing
from editor.text.orthography import ligatures_amiss, ordinals_amiss
from editor.text.typography import NO_BREAKS, SPACES, Rewriting, Sign, SpaceDue, spaces_due, straight_apostrophes
from editor.text.verbatim import is_verbatim

_OPENS = "([{«“‘—–/" + SPACES
"""After these, and at the beginning, a quotation mark opens."""
_ENDS_WORD = SPACES + ".,;:!?)]}»”…"
_REACH = 24
"""Characters before the caret among which a key may complete something."""


def composed(text: str, caret: int, language: Language, spacing: Spacing) -> Rewriting | None:
    """Return what to write in place of the characters before `caret`, the last of which was just typed; or None.

    `text` is the paragraph with the typed character in it.
    """
    if not 0 < caret <= len(text) or is_verbatim(text, caret - 1):
        return None
    if language is Language.EN:
        return _english(text, caret)
    return _french(text, caret, spacing)


def _english(text: str, caret: int) -> Rewriting | None:
    typed, before = text[caret - 1], text[: caret - 1]
    opens = not before or before[-1] in _OPENS
    if typed == '"':
        return None if before[-1:].isdigit() and _is_measured(before) else _put(caret, "“" if opens else "”")
    if typed == "'":
        return None if before[-1:].isdigit() else _put(caret, "‘" if opens else "’")
    return _dash_or_ellipsis(text, caret)


def _french(text: str, caret: int, spacing: Spacing) -> Rewriting | None:
    typed, before = text[caret - 1], text[: caret - 1]
    if typed == '"':
        return _guillemet(before, spacing.inside_guillemets)
    if typed == " " and before[-1:] in NO_BREAKS and before:
        return Rewriting(caret - 1, caret, "")
    return (
        _apostrophe(text, caret)
        or _dash_or_ellipsis(text, caret)
        or _space_due(text, caret, spacing)
        or _word_completed(text, caret)
    )


def _guillemet(before: str, space: str) -> Rewriting:
    """Open or close: closing where one is open in the paragraph, or where a word has just ended."""
    place = len(before)
    if before.endswith(("'", "’")):
        return Rewriting(place - 1, place + 1, f"’«{space}")
    is_open = before.rfind("«") > before.rfind("»")
    ends_word = bool(before) and before[-1] not in _OPENS
    if is_open or ends_word:
        return Rewriting(len(before.rstrip(SPACES)), place + 1, f"{space}»")
    return Rewriting(place, place + 1, f"«{space}")


def _apostrophe(text: str, caret: int) -> Rewriting | None:
    """Turn a straight mark after a letter; one typed after a word turns when the next letter shows what it is."""
    for start, end in straight_apostrophes(text[:caret], Language.FR):
        if end >= caret - 1:
            return Rewriting(start, caret, "’" + text[end:caret])
    return None


def _dash_or_ellipsis(text: str, caret: int) -> Rewriting | None:
    if text.endswith("...", 0, caret) and not text.endswith("....", 0, caret):
        return Rewriting(caret - 3, caret, "…")
    if text.endswith(" -- ", 0, caret) or text.endswith(" - ", 0, caret):
        start = len(text[: caret - 1].rstrip("-"))
        left = text[:start].rstrip(SPACES)
        return Rewriting(start, caret, "– ") if left and not left.endswith(("\u2028",)) else None
    return None


def _space_due(text: str, caret: int, spacing: Spacing) -> Rewriting | None:
    """Put the space that the typed character has made due; what was due before has been left alone once.

    A colon closed up waits for the space after it: it may be a time, a ratio or an address. So does any sign that
    closes up with an address.
    """
    head = text[:caret]
    known = {(place.start, place.sign) for place in _places(head[:-1], caret, spacing)}
    for place in _places(head, caret, spacing):
        if place.is_right or place.is_width:
            continue
        if _waits(head, place):
            is_due = head[-1] == " " and place.end == caret - 2
        else:
            is_due = (place.start, place.sign) not in known
        if is_due:
            return Rewriting(place.start, caret, place.due + head[place.end :])
    return None


def _waits(head: str, place: SpaceDue) -> bool:
    if place.present or place.sign not in (Sign.COLON, Sign.HIGH):
        return False
    return place.sign is Sign.COLON or is_verbatim(head[: place.end], place.end - 1)


def _places(head: str, caret: int, spacing: Spacing) -> list[SpaceDue]:
    return [place for place in spaces_due(head, spacing) if place.end >= caret - _REACH]


def _word_completed(text: str, caret: int) -> Rewriting | None:
    if text[caret - 1] not in _ENDS_WORD:
        return None
    head = text[: caret - 1]
    for amiss in (*ligatures_amiss(head), *ordinals_amiss(head)):
        if amiss.end == len(head) or (amiss.end > caret - _REACH and head[amiss.end :].isalpha()):
            return Rewriting(amiss.start, caret, amiss.text + text[amiss.end : caret])
    return None


def _is_measured(before: str) -> bool:
    """Whether a straight mark after a figure means inches: no quotation is open before it."""
    return before.count("“") <= before.count("”")


def _put(caret: int, sign: str) -> Rewriting:
    return Rewriting(caret - 1, caret, sign)
