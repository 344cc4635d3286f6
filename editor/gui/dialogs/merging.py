"""Merge dialog: another copy of this document is chosen, and what both copies changed is decided place by place."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.edits.details import field_title
from editor.edits.edit import Edit
from editor.edits.fields import PERSON_FIELDS, RELEASE_FIELDS
from editor.edits.kinship import are_kin
from editor.edits.merging import Clash, Copy, Made, Merged, merge
from editor.errors import CommuniqueError
from editor.formats import native
from editor.formats.files import read_bytes
from editor.gui.dialogs.files import ask_file
from editor.gui.dialogs.frame import Framed
from editor.gui.fields.card import QuietLabel
from editor.gui.fields.clash import ClashCard, Wordings
from editor.gui.fields.comparison import ComparisonView
from editor.gui.fields.moments import write_moment
from editor.gui.session import Session
from editor.gui.style import Palette
from editor.gui.teller import Teller
from editor.model.address import Part
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage, fit_text
from editor.model.rows import Row
from editor.text.joining import joined, reworded_by_both
from editor.words import Sentence, say, say_count

_WIDTH, _LEAST, _BELOW = 820, 560, 40
"""Pixels: how wide the dialog is, how high at least, and what of the window below it stays seen."""
_PARAGRAPH_END = "\u2029"

Origin = tuple[Communique, datetime]
"""A version that was kept, and when."""
FindOrigin = Callable[[Communique, Callable[[Origin | None], object]], object]
"""Finds for another copy the version it was made from, and tells it, or None where there is none, in a while."""


class MergeDialog(Framed):
    """Reads the other copy; what both were made from is among the versions kept, unless a file is chosen for it.

    Where nothing is kept it is the version saved last. Where `copies` are given (that version, and the other copy)
    there is nothing to read. `edit` is what was decided, once the dialog is accepted.
    """

    def __init__(
        self,
        owner: QWidget,
        session: Session,
        teller: Teller,
        colours: Palette,
        copies: tuple[Communique, Communique] | None = None,
    ) -> None:
        super().__init__(owner, teller, say("Merge another copy"))
        self._session, self._teller, self._colours = session, teller, colours
        self._read = dict(zip(("base", "other"), copies, strict=True)) if copies else {}
        self._choices: dict[str, Copy | Made] = {}
        self._merged: Merged | None = None
        self._cards: list[ClashCard] = []
        self.edit: Edit | None = None
        self.find_origin: FindOrigin | None = None
        """Finds, among the versions kept, the one that the other copy was made from."""
        self.is_looking = False
        """Whether that is being looked for."""
        self.fields = {name: QLineEdit(readOnly=True) for name in ("other", "base")}
        self._state = QLabel()
        self._state.setWordWrap(True)
        self._clashes = QVBoxLayout()
        self._clashes.setContentsMargins(0, 0, 8, 0)
        self._clashes.setSpacing(10)
        # Two wordings of a long paragraph and the two joined are to be seen at once.
        self.resize(_WIDTH, min(max(_LEAST, owner.height() - _BELOW), self.screen().availableGeometry().height()))
        if copies is None:
            self.column.addLayout(self._files())
            # The path itself cannot be typed.
            for button in self.findChildren(QPushButton)[:1]:
                button.setFocus()
        self._place()
        self._accept = self.close_with(say("Take in"))
        self._show()

    def take(self, name: str, path: Path) -> None:
        """Read the file of the `other` copy, or of the `base`; what cannot be read is told."""
        try:
            self._read[name] = native.read(read_bytes(path, native.LIMIT), path)
        except CommuniqueError as error:
            self._state.setText(self._teller(error.sentence))
            return
        self.fields[name].setText(str(path))
        self._choices.clear()
        if name == "base":
            self.is_looking = False
        elif not self.fields["base"].text() and self.find_origin is not None:
            self.is_looking = True
            self._tell_base(None)
            self.find_origin(self._read["other"], self._take_origin)
        self._show()

    def accept(self) -> None:
        """Make the edit of what was decided."""
        if self._merged is None or self._undecided:
            return
        # Whatever was merged is of the value shown here: the dialog lets nobody write meanwhile.
        doc = replace(self._decided().doc, counter=max(self._session.doc.counter, self._merged.doc.counter))
        self.edit = Edit(say("Merge a copy"), lambda _doc: doc)
        super().accept()

    def _take_origin(self, origin: Origin | None) -> None:
        """Take for what both were made from a version that was kept, unless a file was chosen meanwhile."""
        if not self.is_looking:
            return
        self.is_looking = False
        if origin is not None:
            self._read["base"] = origin[0]
            self._tell_base(origin[1])
        self._show()

    @property
    def _undecided(self) -> int:
        clashes = self._merged.clashes if self._merged is not None else ()
        return sum(clash.name not in self._choices for clash in clashes)

    @property
    def _base(self) -> Communique:
        return self._read.get("base", self._session.saved)

    @property
    def _are_kin(self) -> bool:
        return are_kin(self._base, self._session.doc) and are_kin(self._base, self._read["other"])

    def _decided(self) -> Merged:
        return merge(self._base, self._session.doc, self._read["other"], self._choices)

    def _files(self) -> QGridLayout:
        grid = QGridLayout()
        titles = {"other": say("The other copy"), "base": say("Both were made from")}
        for line, (name, title) in enumerate(titles.items()):
            label, button = QLabel(self._teller(title)), QPushButton(self._teller(say("Choose a file…")))
            label.setBuddy(self.fields[name])
            button.setAccessibleName(f"{self._teller(title)}: {button.text()}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, name=name: self._ask(name))
            self.fields[name].setAccessibleName(self._teller(title))
            for column, widget in enumerate((label, self.fields[name], button)):
                grid.addWidget(widget, line, column)
        self._tell_base(None)
        return grid

    def _tell_base(self, at: datetime | None) -> None:
        """Say which version both were made from: one that was kept at a moment, or the one saved last."""
        told = say("the version saved last")
        if at is not None:
            told = say("the version kept on {when}", when=write_moment(at, self._session.profile, self._teller.tongue))
        self.fields["base"].setPlaceholderText(self._teller(told))

    def _place(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._state, 1)
        self._everywhere = []
        for copy, title in ((Copy.FIRST, say("Yours everywhere")), (Copy.SECOND, say("Theirs everywhere"))):
            button = QPushButton(self._teller(title))
            button.setProperty("flat", True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, copy=copy: self._choose_everywhere(copy))
            self._everywhere.append(button)
            line.addWidget(button)
        inside = QWidget()
        inside.setLayout(self._clashes)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self._area = area
        self._coming = QuietLabel(self._teller(say("What comes in")))
        self._view = ComparisonView(self._teller)
        self.column.addLayout(line)
        self.column.addWidget(area, 5)
        self.column.addWidget(self._coming)
        self.column.addWidget(self._view, 2)

    def _ask(self, name: str) -> None:
        folder = str(self._session.path.parent if self._session.path else Path.home())
        chosen = ask_file(self, self.windowTitle(), folder, "Communiqué (*.communique)")
        if chosen is not None:
            self.take(name, chosen)

    def _show(self) -> None:
        while (item := self._clashes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._cards = []
        self._merged = None
        if "other" in self._read and not self.is_looking:
            self._merged = self._decided()
            self._cards = [self._card(clash) for clash in self._merged.clashes]
            for card in self._cards:
                self._clashes.addWidget(card)
        self._clashes.addStretch(1)
        for button in self._everywhere:
            button.setVisible(len(self._cards) > 1)
        self._area.setVisible(self._merged is None or bool(self._cards))
        for widget in (self._coming, self._view):
            widget.setVisible(self._merged is not None)
        self._show_state()

    def _show_state(self) -> None:
        self._accept.setEnabled(self._merged is not None and not self._undecided)
        if self._merged is not None:
            zone = self._session.profile.zone
            self._view.show_difference(self._session.doc, self._decided().doc, self._colours, zone)
        if self.is_looking:
            told = say("Looking for the version both were made from…")
        elif self._merged is None:
            told = say("Choose the copy a colleague has worked on.")
        elif not self._merged.clashes:
            told = say("Nothing was changed in both copies: everything fits together.")
        elif self._undecided:
            told = say_count(
                "{count} place was changed in both copies. Choose what shall stand.",
                "{count} places were changed in both copies. Choose what shall stand.",
                self._undecided,
            )
        else:
            told = say("Every place is decided.")
        sentences = [told]
        if self._merged is not None and not self._are_kin:
            warning = say("These seem to be different documents, not copies of one. Merge them only if that is meant.")
            sentences.insert(0, warning)
        self._state.setText(" ".join(map(self._teller, sentences)))

    def _card(self, clash: Clash) -> ClashCard:
        values = (clash.base, clash.first, clash.second)
        if all(isinstance(value, str) or _is_side(value) for value in values):
            base, first, second = map(_text, values)
            wordings = Wordings(base, first, second, joined(base, first, second))
        else:
            wordings = Wordings(*map(self._told, values))
        owners = (say("Here"), say("The other copy"))
        card = ClashCard(self._teller(self._name(clash)), owners, wordings, self._teller)
        card.show_colours(self._colours)
        card.decided.connect(lambda chosen: self._choose(clash, chosen))
        return card

    def _choose(self, clash: Clash, chosen: Copy | str) -> None:
        self._choices[clash.name] = chosen if isinstance(chosen, Copy) else Made(_made(clash, chosen))
        self._show_state()

    def _choose_everywhere(self, copy: Copy) -> None:
        for card in self._cards:
            card.choose(copy)

    def _name(self, clash: Clash) -> Sentence:
        where, doc = clash.where, self._session.doc
        if where is not None and where.part is Part.ROW:
            rows = doc.rows if doc.row(where.id) is not None else self._read["other"].rows
            number = next((place for place, row in enumerate(rows, 1) if row.id == where.id), 0)
            if where.language is None:
                return say("Row {number}", number=number)
            if where.language is Language.EN:
                return say("Row {number}, in English", number=number)
            return say("Row {number}, in French", number=number)
        if where is not None and where.part is Part.RELEASE and clash.name in RELEASE_FIELDS:
            return field_title(clash.name)
        if where is not None and where.part is Part.PARTICIPANT and where.field in PERSON_FIELDS:
            return field_title(f"person.1.{where.field}")
        return say("Field {name}", name=clash.name)

    def _told(self, value: object) -> str:
        if value is None or value in ("", ()):
            return self._teller(say("(nothing)"))
        if isinstance(value, Row):
            return "\n".join(filter(None, value.wording))
        if isinstance(value, tuple):
            return "\n".join(each.text if isinstance(each, Passage) else str(each) for each in value)
        if isinstance(value, Bilingual):
            return "\n".join(map(str, value))
        return str(getattr(value, "value", value))


def _is_side(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(each, Passage) for each in value)


def _text(value: object) -> str:
    """Return the words of a side of a row, or of a field."""
    return "\n".join(each.text for each in value) if isinstance(value, tuple) else str(value)


def _made(clash: Clash, words: str) -> object:
    """Return a value of the kind that clashes, which says `words`; marks stay on the words of either copy."""
    paragraphs = [fit_text(text) for text in words.split(_PARAGRAPH_END) if text.strip()]
    if not isinstance(clash.first, tuple):
        return " ".join(paragraphs)
    versions = (value if isinstance(value, tuple) else () for value in (clash.base, clash.first, clash.second))
    former = zip(*((*side, *(Passage() for _ in paragraphs)) for side in versions), strict=False)
    return tuple(reworded_by_both(text, *passages) for text, passages in zip(paragraphs, former, strict=False))
