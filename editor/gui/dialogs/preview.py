"""Preview: shows changes to many places before they are done, each with the words around it, to be left out singly."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.edits.replacing import Change
from editor.gui.teller import Teller
from editor.model.address import Part
from editor.model.communique import Communique
from editor.model.language import Language
from editor.text.seeking import TOKENS
from editor.values import frozen
from editor.words import Sentence, say, say_count

_AROUND = 28
"""Characters of the text shown on either side of what changes."""
_SPARE = 24
"""Pixels beside the place of a change: the font of a shown list may be wider than the one measured."""
_NAMES = {Language.EN: "EN", Language.FR: "FR"}
_SIGNS = {sign: token for token, (sign, _) in TOKENS.items()}


@frozen
class Line:
    """One change as it is shown: where, what stands there, what is to."""

    place: str
    before: str
    after: str


class PreviewDialog(QDialog):
    """A list of changes with a box each. `chosen` are those that were left ticked when the dialog was accepted."""

    def __init__(
        self, parent: QWidget, teller: Teller, title: Sentence, doc: Communique, changes: Sequence[Change]
    ) -> None:
        super().__init__(parent)
        self._teller = teller
        self._changes = tuple(changes)
        self.setWindowTitle(teller(title))
        self.resize(860, 480)
        self._list = QTreeWidget()
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setAccessibleName(teller(say("Changes")))
        self._list.setHeaderLabels([teller(sentence) for sentence in (say("Where"), say("Now"), say("Then"))])
        for line in lines(doc, self._changes, teller):
            item = QTreeWidgetItem([line.place, line.before, line.after])
            item.setCheckState(0, Qt.CheckState.Checked)
            for column in (1, 2):
                item.setToolTip(column, item.text(column))
            self._list.addTopLevelItem(item)
        header = self._list.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, self._list.sizeHintForColumn(0) + _SPARE)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        self._list.setCurrentIndex(self._list.model().index(0, 0))
        self._list.itemChanged.connect(self._count)
        self._accept = QPushButton()
        self._accept.setProperty("primary", True)
        self._accept.setDefault(True)
        self._accept.clicked.connect(self.accept)
        self._none = QPushButton()
        self._none.setProperty("flat", True)
        self._none.clicked.connect(self._tick_all_or_none)
        cancel = QPushButton(teller(say("Cancel")))
        cancel.clicked.connect(self.reject)
        self._place(cancel)
        self._count()

    @property
    def chosen(self) -> tuple[Change, ...]:
        """The changes that are ticked."""
        return tuple(change for index, change in enumerate(self._changes) if self._is_ticked(index))

    def _place(self, cancel: QPushButton) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        why = QLabel(self._teller(say("Whatever is unticked stays as it is. All of it can be undone in one step.")))
        why.setProperty("quiet", True)
        column.addWidget(why)
        column.addWidget(self._list, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._none)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._accept)
        column.addLayout(buttons)

    def _is_ticked(self, index: int) -> bool:
        item = self._list.topLevelItem(index)
        return item is not None and item.checkState(0) is Qt.CheckState.Checked

    def _count(self) -> None:
        count = sum(map(self._is_ticked, range(len(self._changes))))
        self._accept.setText(self._teller(say_count("Change one place", "Change {count} places", count)))
        self._accept.setEnabled(count > 0)
        self._none.setText(self._teller(say("Untick all") if count else say("Tick all")))

    def _tick_all_or_none(self) -> None:
        state = Qt.CheckState.Unchecked if self.chosen else Qt.CheckState.Checked
        for index in range(len(self._changes)):
            item = self._list.topLevelItem(index)
            if item is not None:
                item.setCheckState(0, state)


def lines(doc: Communique, changes: Sequence[Change], teller: Teller) -> list[Line]:
    """Return changes as they are shown: the row and language, and the words with some of the text around them.

    Signs that look like others are called by their names, or among other signs as they are searched for: `{nbsp}`.
    """
    numbers = {row.id: number for number, row in enumerate(doc.rows, 1)}
    shown = []
    for where, held, new in changes:
        if not where.is_stretch:
            shown.append(_whole(doc, (where, held, new), teller))
            continue
        row, language = doc.row(where.id), where.language or Language.EN
        text = row[language][where.passage or 0].text if row is not None else held
        start, end = where.start or 0, where.end or 0
        before, after = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
        place = teller(say("Row {number}", number=numbers.get(where.id, 0)))
        left, right = "…" * (start > _AROUND) + before, after + "…" * (end + _AROUND < len(text))
        shown.append(
            Line(
                f"{place} · {_NAMES[language]}",
                f"{left}{_marked(_seen(held, new), teller)}{right}",
                f"{left}{_marked(_seen(new, held), teller)}{right}",
            )
        )
    return shown


def _marked(words: str, teller: Teller) -> str:
    """Return what changes in brackets; a sign alone that looks like others by its name."""
    return f"[{teller(TOKENS[words][1]).lower()}]" if words in TOKENS else f"[{words}]"


def _whole(doc: Communique, change: Change, teller: Teller) -> Line:
    """Return the change of a whole row, or of the fields, as it is shown."""
    where, held, new = change
    numbers = {row.id: number for number, row in enumerate(doc.rows, 1)}
    row = say("Row {number}", number=numbers[where.id]) if where.id in numbers else say("New row")
    return Line(teller(row if where.part is Part.ROW else say("Fields")), held, new)


def _seen(text: str, other: str) -> str:
    """Return words with the signs spelt out that differ from the other side's and would look the same."""
    spelt = {sign: token for sign, token in _SIGNS.items() if text.count(sign) != other.count(sign)}
    if len(text.strip()) and len(other.strip()):
        spelt.pop("-", None)
        spelt.pop("–", None)
        spelt.pop("—", None)
    return "".join(spelt.get(character, character) for character in text)
