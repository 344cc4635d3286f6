"""Comparison: two versions of a release word by word in both languages, one row under the other, and their fields."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTextBrowser

from editor.edits.details import field_names, field_title
from editor.gui.fields.told import told_field
from editor.gui.fields.wording import rich
from editor.gui.style import Palette
from editor.gui.teller import Teller
from editor.model.communique import Communique
from editor.model.language import Language
from editor.text.changes import Fate, Pieces, RowChange, RowFate, changes, compared
from editor.words import Sentence, say

_MARGIN = 10
_BEGINNING = 90
"""Characters shown of a side in which nothing changed."""
_FATES = {
    RowFate.CHANGED: say("changed"),
    RowFate.GONE: say("gone"),
    RowFate.NEW: say("new"),
    RowFate.MOVED: say("moved"),
}


class ComparisonView(QTextBrowser):
    """Shows what differs between two versions; it is read by the keyboard as any text is.

    Where rows `link`, the name of one that the later version has tells `row_wished`, with its id.
    """

    row_wished = Signal(str)

    def __init__(self, teller: Teller, *, links: bool = False) -> None:
        super().__init__()
        self._teller = teller
        self._links = links
        self.setOpenLinks(False)
        self.anchorClicked.connect(lambda link: self.row_wished.emit(link.toString()))
        self.setTabChangesFocus(not links)
        self.setProperty("card", True)
        self.document().setDocumentMargin(_MARGIN)
        self.retranslate()

    def retranslate(self) -> None:
        """Say what this is in the window's language."""
        self.setAccessibleName(self._teller(say("What differs")))

    def show_difference(self, before: Communique, after: Communique, colours: Palette, zone: str) -> None:
        """Show what leads from one version to the other, the texts first; times are told by the clock of `zone`."""
        found = changes(before, after)
        former = {row.id: number for number, row in enumerate(before.rows, 1)}
        self._show([*self._rows(found, after, colours, former), *self._fields(before, after, colours, zone)])

    def show_changes(self, found: Sequence[RowChange], doc: Communique, colours: Palette) -> None:
        """Show what became of rows that `doc` has."""
        self._show(list(self._rows(found, doc, colours, {})))

    def show_sentence(self, sentence: Sentence) -> None:
        """Show a sentence instead."""
        self.setPlainText(self._teller(sentence))

    def _show(self, parts: Sequence[str]) -> None:
        if not parts:
            self.show_sentence(say("Both say the same."))
            return
        scrolled = self.verticalScrollBar().value()
        self.setHtml(f'<table width="100%" cellspacing="0" cellpadding="6">{"".join(parts)}</table>')
        self.verticalScrollBar().setValue(scrolled)

    def _fields(self, before: Communique, after: Communique, colours: Palette, zone: str) -> Iterator[str]:
        names = dict.fromkeys((*field_names(before), *field_names(after)))
        for name in names:
            if name.startswith("headline."):
                continue  # a row, and shown as one
            old, new = (told_field(doc, name, zone, self._teller) for doc in (before, after))
            if old != new:
                title = escape(self._teller(field_title(name)))
                words = rich(compared(old, new), colours)
                yield f'<tr><td colspan="2" style="color: {colours.quiet.name()}">{title}</td></tr>'
                yield f'<tr><td colspan="2">{words}</td></tr>'

    def _rows(
        self, found: Sequence[RowChange], after: Communique, colours: Palette, former: dict[str, int]
    ) -> Iterator[str]:
        numbers = former | {row.id: number for number, row in enumerate(after.rows, 1)}
        for change in found:
            yield self._row(change, numbers[change.row.id], colours)

    def _row(self, change: RowChange, number: int, colours: Palette) -> str:
        where = escape(self._teller(say("Row {number}", number=number)))
        if self._links and change.after is not None:
            where = f'<a href="{escape(change.row.id)}">{where}</a>'
        head = f"{where} · {escape(self._teller(_FATES[change.fate]))}"
        sides = (_side(change.pieces[language], language, colours) for language in Language)
        quiet = colours.quiet.name()
        return f'<tr><td colspan="2" style="color: {quiet}">{head}</td></tr><tr>{"".join(sides)}</tr>'


def _side(pieces: Pieces, language: Language, colours: Palette) -> str:
    """Return one language's cell; words in which nothing changed are only begun, so that one knows the row."""
    text = "".join(piece.text for piece in pieces)
    if all(piece.fate is Fate.KEPT for piece in pieces):
        shown = f"{text[:_BEGINNING]}…" if len(text) > _BEGINNING else text
        words = f'<span style="color: {colours.quiet.name()}">{escape(shown)}</span>'
    else:
        words = rich(pieces, colours)
    return f'<td width="50%" lang="{language.value}">{words}</td>'
