"""Hints: what an empty side of a row says belongs there."""

from collections.abc import Callable, Mapping

from editor.gui.teller import Teller
from editor.model.language import Language
from editor.model.rows import Row, RowKind
from editor.words import Sentence, say

_USUAL = {Language.EN: say("Write the English here"), Language.FR: say("Write the French here")}
_HINTS: Mapping[Language, Mapping[RowKind, Sentence]] = {
    Language.EN: {
        RowKind.HEADLINE: say("English headline"),
        RowKind.SUBHEADLINE: say("English subheadline"),
        RowKind.SUBHEADING: say("English subheading"),
        RowKind.CAPTION: say("English caption"),
        RowKind.BOILERPLATE: say("About the house, in English"),
        RowKind.CONTACT: say("Contact for the press, in English"),
        RowKind.NOTE: say("Note to editors, in English"),
    },
    Language.FR: {
        RowKind.HEADLINE: say("French headline"),
        RowKind.SUBHEADLINE: say("French subheadline"),
        RowKind.SUBHEADING: say("French subheading"),
        RowKind.CAPTION: say("French caption"),
        RowKind.BOILERPLATE: say("About the house, in French"),
        RowKind.CONTACT: say("Contact for the press, in French"),
        RowKind.NOTE: say("Note to editors, in French"),
    },
}


def hints_in(language: Language, teller: Teller) -> Callable[[Row], str]:
    """Return what tells the hint for a row's side, in the language of the window; "" where it is empty on purpose."""
    hints = {kind: teller(sentence) for kind, sentence in _HINTS[language].items()}
    usual = teller(_USUAL[language])
    return lambda row: "" if row.on_purpose and row.has_text(language.other) else hints.get(row.kind, usual)
