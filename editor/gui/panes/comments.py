"""Comments pane: what colleagues say to each other about rows and words, answered and settled; never published."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.edits import commenting
from editor.edits.edit import Edit
from editor.errors import Unfit
from editor.gui.background.later import Later
from editor.gui.fields.card import EmptyPanel
from editor.gui.fields.line import LineField
from editor.gui.fields.moments import write_moment
from editor.gui.session import Session
from editor.gui.teller import Teller
from editor.model.address import Address
from editor.model.comments import Comment
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.moments import now_in
from editor.model.passage import MarkKind
from editor.words import Sentence, say

_ID = Qt.ItemDataRole.UserRole
_LEAST = 40
"""Pixels of the list of comments."""
_QUOTED = 40
"""Characters of the words commented on that the list repeats."""

_NONE_YET = say(
    "No comments yet. Alt+Shift+M comments on the words selected, or on the row of the caret. "
    "Comments stay in the document and are never published."
)
_ALL_SETTLED = say("Every comment is settled.")


class CommentsPane(QWidget):
    """The comments in the order of the text, and a line to write in: a new comment, or an answer to the one chosen.

    `signer` answers the name that signs comments, or None.
    """

    told = Signal(object)
    """A Sentence that says what could not be done."""
    left = Signal()
    """The person is done here, and goes back to the texts."""

    def __init__(self, session: Session, teller: Teller, signer: Callable[[], str | None]) -> None:
        super().__init__()
        self._session = session
        self._teller = teller
        self._signer = signer
        self._places: tuple[Address, ...] = ()
        self._late = Later(self, self._show)
        self.list = QListWidget()
        self.empty = EmptyPanel()
        self.line = LineField()
        self._settle = QPushButton()
        self._delete = QPushButton()
        self._settled_too = QCheckBox()
        self._place()
        self._connect()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show where the comments stand that moved while the pane could not be seen."""
        super().showEvent(event)
        self._late.catch_up()

    def begin(self, places: tuple[Address, ...]) -> None:
        """Have a comment written about these places."""
        self._places = places
        self.list.setCurrentRow(-1)
        self._show_state()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_row(self, row_id: str) -> None:
        """Bring the first open comment of a row into view, and choose it."""
        for index in range(self.list.count()):
            place = _place_of(self._session.doc, self.list.item(index).data(_ID))
            if place is not None and place.id == row_id:
                self.list.setCurrentRow(index)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave by Escape; go to the words of a comment by Enter in the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
            if watched is self.list and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go()
                return True
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.list.setWordWrap(True)
        # No more than the sentence in its place wants: the panel does not grow with the first comment.
        self.list.setMinimumHeight(_LEAST)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for button in (self._settle, self._delete):
            button.setProperty("flat", True)
        below = QHBoxLayout()
        below.addWidget(self.line, 1)
        for widget in (self._settle, self._delete, self._settled_too):
            below.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 12, 2)
        column.setSpacing(4)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        for widget in (self.list, self.line):
            widget.installEventFilter(self)
        self.line.returnPressed.connect(self._write)
        self.list.itemClicked.connect(self._go)
        self.list.currentItemChanged.connect(self._chosen)
        self._settle.clicked.connect(self._settle_chosen)
        self._delete.clicked.connect(self._delete_chosen)
        self._settled_too.toggled.connect(self._show)
        self._session.changed.connect(self._changed)
        self._teller.changed.connect(self._show)

    def _changed(self, before: Communique, after: Communique) -> None:
        if before.comments is not after.comments:
            self._show()
        elif after.comments and before.rows is not after.rows:
            self._late.start()

    def _show(self) -> None:
        doc, chosen = self._session.doc, self._chosen_id()
        self.list.blockSignals(True)
        self.list.clear()
        for comment in _in_order(doc):
            if comment.is_resolved and not self._settled_too.isChecked():
                continue
            item = QListWidgetItem(self._told(doc, comment))
            item.setData(_ID, comment.id)
            self.list.addItem(item)
            if comment.id == chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        # The one goes before the other comes: the panel would keep room for both.
        shown, other = (self.list, self.empty) if self.list.count() else (self.empty, self.list)
        other.hide()
        shown.show()
        self.empty.setText(self._teller(_ALL_SETTLED if doc.comments else _NONE_YET))
        self.list.setAccessibleName(self._teller(say("Comments")))
        self._settled_too.setText(self._teller(say("Settled ones too")))
        self._delete.setText(self._teller(say("Delete")))
        self._show_state()

    def _show_state(self) -> None:
        comment = self._comment()
        self._settle.setEnabled(comment is not None)
        self._delete.setEnabled(comment is not None)
        is_resolved = comment is not None and comment.is_resolved
        self._settle.setText(self._teller(say("Open again") if is_resolved else say("Settle")))
        hint = self._hint(comment)
        self.line.setPlaceholderText(self._teller(hint))
        self.line.setAccessibleName(self._teller(hint))

    def _hint(self, comment: Comment | None) -> Sentence:
        if self._places:
            words = _words(self._session.doc, self._places)
            return say("Comment on “{words}”", words=words) if words else say("Comment on this row")
        if comment is not None:
            return say("Answer {name}", name=comment.by)
        return say("Choose a comment to answer it")

    def _told(self, doc: Communique, comment: Comment) -> str:
        place = _place_of(doc, comment.id)
        where: Sentence = say("Deleted words")
        if place is not None:
            number = doc.row_index(place.id) + 1
            words = _words(doc, (place,))
            where = (
                say("Row {number}, “{words}”", number=number, words=words)
                if words
                else say("Row {number}", number=number)
            )
        lines = [f"{self._teller(where)} · {self._said(comment.by, comment.at, comment.text)}"]
        lines += [f"    ↳ {self._said(answer.by, answer.at, answer.text)}" for answer in comment.replies]
        if comment.is_resolved:
            lines[0] = f"✓ {lines[0]}"
        return "\n".join(lines)

    def _said(self, by: str, at: datetime, text: str) -> str:
        when = write_moment(at, self._session.profile, self._teller.tongue)
        return self._teller(say("{name}, {when}: {text}", name=by, when=when, text=text))

    def _chosen_id(self) -> str:
        chosen = self.list.currentRow()
        return str(self.list.item(chosen).data(_ID)) if chosen >= 0 else ""

    def _comment(self) -> Comment | None:
        return self._session.doc.comment(self._chosen_id())

    def _chosen(self) -> None:
        if self.list.currentRow() >= 0:
            self._places = ()
        self._show_state()

    def _write(self) -> None:
        comment, text, places = self._comment(), self.line.text(), self._places
        if not (places or comment) or not text.strip():
            return
        name = self._signer()
        if name is None:
            return
        at = now_in(self._session.profile.zone)
        if places:
            done = self._do(commenting.add(places, text, name, at))
        else:
            done = comment is not None and self._do(commenting.reply(comment.id, text, name, at))
        if done:
            self.line.clear()
            self._leave()

    def _settle_chosen(self) -> None:
        comment = self._comment()
        if comment is not None:
            self._do_and_go_on(commenting.resolve(comment.id, not comment.is_resolved))

    def _delete_chosen(self) -> None:
        comment = self._comment()
        if comment is not None:
            self._do_and_go_on(commenting.remove(comment.id))

    def _do_and_go_on(self, edit: Edit) -> None:
        """Do something to the comment chosen, and choose the next one; without any more, go back to the texts."""
        place, chosen = self.list.currentRow(), self._chosen_id()
        self._do(edit)
        if not self.list.count():
            self._leave()
            return
        if self._chosen_id() != chosen:
            self.list.setCurrentRow(min(place, self.list.count() - 1))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        place = _place_of(self._session.doc, self._chosen_id())
        if place is not None:
            self._session.jump(place)

    def _leave(self) -> None:
        self._places = ()
        self._show_state()
        self.left.emit()

    def _do(self, edit: Edit) -> bool:
        try:
            return self._session.do(edit)
        except Unfit as trouble:
            self.told.emit(trouble.sentence)
            return False


def _in_order(doc: Communique) -> list[Comment]:
    """Return the comments as one meets them in the text; those without a place last."""
    order: dict[str, None] = {}
    for row in doc.rows:
        order.update(dict.fromkeys(row.comments))
        for language in Language:
            for passage in row[language]:
                order.update(dict.fromkeys(mark.target for mark in passage.stretches(MarkKind.COMMENT)))
    places = {comment_id: place for place, comment_id in enumerate(order)}
    return sorted(doc.comments, key=lambda comment: places.get(comment.id, len(places)))


def _place_of(doc: Communique, comment_id: str) -> Address | None:
    for stretch in doc.stretches(MarkKind.COMMENT, comment_id):
        return stretch.row.address(stretch.language, stretch.passage, stretch.mark.start, stretch.mark.end)
    row = next((row for row in doc.rows if comment_id in row.comments), None)
    return row.address(Language.EN if row.sides.en else Language.FR, 0, 0, 0) if row is not None else None


def _words(doc: Communique, places: tuple[Address, ...]) -> str:
    """Return the words of the first place, shortened."""
    place = places[0]
    row = doc.row(place.id)
    if row is None or place.language is None or (place.passage or 0) >= len(row[place.language]):
        return ""
    words = row[place.language][place.passage or 0].text[place.start : place.end].strip()
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"
