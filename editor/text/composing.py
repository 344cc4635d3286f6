"""Composing: what typography makes of a character just typed.

One keystroke, at most one automatic change: the quotation mark that is meant, the apostrophe, the ellipsis, the dash,
the space that French puts before high signs and inside guillemets, the no-break space where a line must not part, œ
and the forms of ordinals once their word is complete. Nothing is changed inside addresses and code.
Rules: as `editor.text.typography`; which space and which dash, says the house profile. Offsets are code points.
"""

import re

from editor.model.language import Language
from editor.model.profile import Spacing, Style
from editor.text.orthography import ligatures_amiss, ordinals_amiss
from editor.text.typography import NO_BREAKS, SPACES, Rewriting, Sign, SpaceDue, spaces_due, straight_apostrophes
from editor.text.verbatim import is_verbatim

_OPENS = "([{«“‘—–/" + SPACES
"""After these, and at the beginning, a quotation mark opens."""
_ENDS_WORD = SPACES + ".,;:!?)]}»”…"
_USUAL = Style()
_SPACED_DASH = " – "
_CLOSING = re.compile(r"’(?!\w)")
_HYPHENS = re.compile(r"(?: --? |(?<=[^\W\d_])--(?P<word>[^\W\d_]))\Z")
"""A hyphen or two between spaces, or two between letters: what keyboards have for a dash."""
_CLIPPED = re.compile(r" ‘\w’ \Z")
_LAST_WORD = re.compile(r"[^\s.,;:!?)\]}»”…]+(?: cent)?[\s.,;:!?)\]}»”…]")
_REACH = 24
"""Characters before the caret among which a key may complete something."""


def composed(text: str, caret: int, language: Language, spacing: Spacing, style: Style = _USUAL) -> Rewriting | None:
    """Return what to write in place of the characters before `caret`, the last of which was just typed; or None.

    `text` is the paragraph with the typed character in it; `style` says which dash and marks English has.
    """
    if text[max(caret - 2, 0) : caret].isalpha() and caret > 1:
        # As at most keys: a letter behind a letter makes nothing of what stands before it.
        return None
    if not 0 < caret <= len(text) or is_verbatim(text, caret - 1) or _is_in_code(text[: caret - 1]):
        return None
    if language is Language.EN:
        return _english(text, caret, style)
    return _french(text, caret, spacing)


def completed(text: str, caret: int, language: Language, spacing: Spacing, style: Style = _USUAL) -> Rewriting | None:
    """Return what to write before `caret` where the paragraph is ended there: what a space would have made due."""
    change = composed(f"{text[:caret]} ", caret + 1, language, spacing, style)
    if change is None or not change.text.endswith(" "):
        return None
    return Rewriting(change.start, caret, change.text.rstrip(" "))


def _english(text: str, caret: int, style: Style) -> Rewriting | None:
    typed, before = text[caret - 1], text[: caret - 1]
    opens = not before or before[-1] in _OPENS
    if typed == "'" and before and is_verbatim(before, len(before) - 1):
        return None
    if before.endswith("'") and typed in _ENDS_WORD and is_verbatim(before, len(before) - 2):
        return Rewriting(caret - 2, caret, f"’{typed}")
    if typed == '"':
        return None if before[-1:].isdigit() and _is_measured(before) else _put(caret, _double(before, opens, style))
    if typed == "'":
        return None if before[-1:].isdigit() else _put(caret, "‘" if opens else "’")
    return _left_out(text, caret) or _dash_or_ellipsis(text, caret, style.dash)


def _double(before: str, opens: bool, style: Style) -> str:
    """Return the mark that the key of the double one means: of the first level, or inside of it of the second."""
    if style.quotes != "‘":
        return "“" if opens else "”"
    closed = [match.start() for match in _CLOSING.finditer(before)]
    is_inside = before.rfind("‘") > (closed[-1] if closed else -1)
    if opens:
        return "“" if is_inside else "‘"
    return "”" if before.count("“") > before.count("”") else "’"


def _left_out(text: str, caret: int) -> Rewriting | None:
    """Turn an opening mark that proves an apostrophe: the ’90s, rock ’n’ roll."""
    if text[caret - 1].isdigit() and text.endswith("‘", 0, caret - 1):
        return Rewriting(caret - 2, caret, f"’{text[caret - 1]}")
    if text[caret - 1] == " " and _CLIPPED.search(text[:caret]):
        return Rewriting(caret - 4, caret, f"’{text[caret - 3]}’ ")
    return None


def _french(text: str, caret: int, spacing: Spacing) -> Rewriting | None:
    typed, before = text[caret - 1], text[: caret - 1]
    if typed == '"':
        return _guillemet(before, spacing.inside_guillemets)
    if typed == " " and before[-1:] in NO_BREAKS and before:
        return Rewriting(caret - 1, caret, "")
    return (
        _apostrophe(text, caret)
        or _dash_or_ellipsis(text, caret, _SPACED_DASH)
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


def _dash_or_ellipsis(text: str, caret: int, dash: str) -> Rewriting | None:
    if text.endswith("...", 0, caret) and not text.endswith("....", 0, caret):
        return Rewriting(caret - 3, caret, "…")
    hyphens = _HYPHENS.search(text[:caret])
    if hyphens is None or not text[: hyphens.start()].strip(SPACES + "\u2028"):
        return None
    if hyphens["word"]:
        return Rewriting(hyphens.start(), caret, f"{dash}{hyphens['word']}")
    # Between figures a hyphen parted by spaces means a stretch from one to the other, in every house.
    is_stretch = text[hyphens.start() - 1].isdigit()
    return Rewriting(hyphens.start(), caret, _SPACED_DASH if is_stretch else dash)


def _is_in_code(before: str) -> bool:
    """Whether code has been opened, by a grave accent, and not been closed."""
    return before.count("`") % 2 == 1


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
        elif place.sign in (Sign.UNIT, Sign.COUNTED) and head[place.end].isalpha():
            # “3 t” may become « 3 tables »: a unit in letters is one once its word has ended.
            is_due = head[-1] in _ENDS_WORD and bool(_LAST_WORD.fullmatch(head, place.end))
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
        tail = head[amiss.end :]
        # A sign that took its space with the key before has kept the word waiting.
        has_waited = bool(tail) and not tail.strip(NO_BREAKS + ";:!?»")
        if not tail or has_waited or (amiss.end > caret - _REACH and tail.isalpha()):
            return Rewriting(amiss.start, caret, amiss.text + text[amiss.end : caret])
    return None


def _is_measured(before: str) -> bool:
    """Whether a straight mark after a figure means inches: no quotation is open before it."""
    return before.count("“") <= before.count("”")


def _put(caret: int, sign: str) -> Rewriting:
    return Rewriting(caret - 1, caret, sign)
