"""Merge dialog: another copy of this document is chosen, and what both copies changed is decided."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor.edits.edit import Edit
from editor.edits.merging import Clash, Copy, Merged, merge
from editor.errors import CommuniqueError
from editor.formats import native
from editor.formats.files import read_bytes
from editor.gui.session import Session
from editor.gui.teller import Teller
from editor.model.address import Part
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import Passage
from editor.model.rows import Row
from editor.words import Sentence, say, say_count


class MergeDialog(QDialog):
    """Reads the other copy, and the version both were made from (the one saved last, where no file is chosen).

    `edit` is what was decided, once the dialog is accepted.
    """

    def __init__(self, owner: QWidget, session: Session, teller: Teller) -> None:
        super().__init__(owner)
        self._session = session
        self._teller = teller
        self._read: dict[str, Communique] = {}
        self._choices: dict[str, Copy] = {}
        self._merged: Merged | None = None
        self.edit: Edit | None = None
        self.fields = {name: QLineEdit(readOnly=True) for name in ("other", "base")}
        self._state = QLabel()
        self._state.setWordWrap(True)
        self._clashes = QVBoxLayout()
        self._buttons = QDialogButtonBox()
        self._accept = self._buttons.addButton(teller(say("Take in")), QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setProperty("primary", True)
        self._buttons.addButton(teller(say("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        self._place()
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
        self._show()

    def accept(self) -> None:
        """Make the edit of what was decided."""
        if self._merged is None or self._is_undecided:
            return
        # Whatever was merged is of the value shown here: the dialog lets nobody write meanwhile.
        doc = replace(self._decided().doc, counter=max(self._session.doc.counter, self._merged.doc.counter))
        self.edit = Edit(say("Merge a copy"), lambda _doc: doc)
        super().accept()

    @property
    def _is_undecided(self) -> bool:
        return self._merged is not None and any(clash.name not in self._choices for clash in self._merged.clashes)

    def _decided(self) -> Merged:
        base = self._read.get("base", self._session.saved)
        return merge(base, self._session.doc, self._read["other"], self._choices)

    def _place(self) -> None:
        self.setWindowTitle(self._teller(say("Merge another copy")))
        self.resize(760, 520)
        grid = QGridLayout()
        titles = {"other": say("The other copy"), "base": say("Both were made from")}
        for line, (name, title) in enumerate(titles.items()):
            label, button = QLabel(self._teller(title)), QPushButton(self._teller(say("Choose a file…")))
            label.setBuddy(self.fields[name])
            button.setAccessibleName(f"{self._teller(title)}: {button.text()}")
            button.clicked.connect(lambda _checked=False, name=name: self._ask(name))
            self.fields[name].setAccessibleName(self._teller(title))
            for column, widget in enumerate((label, self.fields[name], button)):
                grid.addWidget(widget, line, column)
        self.fields["base"].setPlaceholderText(self._teller(say("the version saved last")))
        inside = QWidget()
        inside.setLayout(self._clashes)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        column_ = QVBoxLayout(self)
        column_.addLayout(grid)
        column_.addWidget(self._state)
        column_.addWidget(area, 1)
        column_.addWidget(self._buttons)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _ask(self, name: str) -> None:
        folder = str(self._session.path.parent if self._session.path else Path.home())
        chosen, _ = QFileDialog.getOpenFileName(self, self.windowTitle(), folder, "Communiqué (*.communique)")
        if chosen:
            self.take(name, Path(chosen))

    def _show(self) -> None:
        while (item := self._clashes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if "other" in self._read:
            self._merged = self._decided()
            for clash in self._merged.clashes:
                self._clashes.addWidget(self._card(clash))
        self._clashes.addStretch(1)
        self._show_state()

    def _show_state(self) -> None:
        self._accept.setEnabled(self._merged is not None and not self._is_undecided)
        if self._merged is None:
            told = say("Choose the copy a colleague has worked on.")
        elif not self._merged.clashes:
            told = say("Nothing was changed in both copies: everything fits together.")
        else:
            count = len(self._merged.clashes)
            told = say_count(
                "{count} place was changed in both copies. Choose what shall stand.",
                "{count} places were changed in both copies. Choose what shall stand.",
                count,
            )
        self._state.setText(self._teller(told))

    def _card(self, clash: Clash) -> QFrame:
        """Return both wordings beside each other, one of which is to be chosen."""
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        title = QLabel(self._teller(self._name(clash)))
        column.addWidget(title)
        sides = QHBoxLayout()
        group = QButtonGroup(card)
        for copy, owner in ((Copy.FIRST, say("Here")), (Copy.SECOND, say("The other copy"))):
            side = QVBoxLayout()
            choice = QRadioButton(self._teller(owner))
            text = QLabel(self._told(clash.value(copy)))
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            choice.setAccessibleName(f"{title.text()}, {choice.text()}")
            choice.setAccessibleDescription(text.text())
            choice.toggled.connect(lambda on, copy=copy: self._choose(clash, copy) if on else None)
            group.addButton(choice)
            side.addWidget(choice)
            side.addWidget(text)
            side.addStretch(1)
            sides.addLayout(side, 1)
        column.addLayout(sides)
        return card

    def _choose(self, clash: Clash, copy: Copy) -> None:
        self._choices[clash.name] = copy
        self._show_state()

    def _name(self, clash: Clash) -> Sentence:
        where = clash.where
        doc = self._session.doc
        if where is not None and where.part is Part.ROW:
            rows = doc.rows if doc.row(where.id) is not None else self._read["other"].rows
            number = next((place for place, row in enumerate(rows, 1) if row.id == where.id), 0)
            return say("Row {number}", number=number)
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
