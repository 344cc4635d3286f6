"""Publish dialog: what stands in the way, with the way there; else what will be written, and where."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.checks.finding import Finding, Level
from editor.checks.mending import sure_repairs
from editor.checks.repairs import mend_all
from editor.edits.details import enter, field_name, field_title
from editor.edits.quotes import to_approve
from editor.errors import CommuniqueError, Refused
from editor.formats.table import save_document
from editor.gui.dialogs.files import ask_folder
from editor.gui.fields.line import LineField
from editor.gui.fields.order import OrderField
from editor.gui.session import Session
from editor.gui.teller import Teller
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.directory import Directory
from editor.model.profile import Profile
from editor.model.release import Action, Publication, Release
from editor.publishing import (
    Order,
    Plan,
    Sources,
    deliver,
    installed_schema,
    next_moment,
    pictures_folder,
    plan,
    require_possible,
)
from editor.text.date_writing import told_moment
from editor.words import Fact, Sentence, say, say_count

_MOST = 8
"""Warnings that are told one by one."""
_WIDTH_OF_END = 460
"""Pixels of a dialog that has one sentence to say."""
_OVER = say(
    "This release is cancelled: newsrooms were told to withdraw it, and no version can follow. "
    "What is to replace it is a new release, with a reference of its own."
)


def _button(version: int) -> Sentence:
    return say("Publish version {version}", version=version)


_BUTTONS: dict[Action, Callable[[int], Sentence]] = {
    Action.CORRECTION: lambda version: say("Publish the correction, version {version}", version=version),
    Action.CANCEL: lambda version: say("Publish the cancellation, version {version}", version=version),
    Action.WITHHOLD: lambda version: say("Have it withheld, version {version}", version=version),
}


class PublishDialog(QDialog):
    """Works a publication out, says everything at once, and publishes when nothing stands in the way.

    `office` is the directory the checks know.
    """

    jumped = Signal(object)
    """The Address of what stands in the way."""

    def __init__(
        self, parent: QWidget, session: Session, save: Callable[[], bool], teller: Teller, office: Directory
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._office = office
        self._save = save
        self._teller = teller
        self._plan: Plan | None = None
        self.begins_anew = False
        """Whether a new release is wished instead of this one, which is over. Known when the dialog was accepted."""
        self.setWindowTitle(teller(say("Publish")))
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._mend = QPushButton()
        self._mend.setProperty("flat", True)
        self._mend.setAutoDefault(False)
        self._mend.clicked.connect(self._mend_hindrances)
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.setAccessibleName(teller(say("What is to be done, or written")))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._go)
        self._list.itemClicked.connect(self._go)
        possible = _possible(session.doc.release)
        self._order = OrderField(teller, possible or [Action.NEW], has_pictures=bool(session.doc.pictures))
        self._order.show_note(session.doc.release.note)
        self._order.changed.connect(self._work_out)
        self._order.noted.connect(self._note)
        self._folder = LineField(teller(say("Folder")))
        self._folder.show_value(str((session.path or Path.home() / "x").parent))
        self._folder.entered.connect(lambda _text: self._show_ready())
        choose = QPushButton(teller(say("Choose…")))
        choose.clicked.connect(self._choose)
        self._publish = QPushButton()
        self._publish.setProperty("primary", True)
        self._publish.setDefault(True)
        self._publish.clicked.connect(self._do)
        self._close = QPushButton(teller(say("Not now")))
        self._close.clicked.connect(self.reject)
        if not possible:
            self._place_end()
            return
        self.setMinimumSize(620, 420)
        self._place(choose)
        self._work_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Publish by Enter from everywhere, but cancel only by the button: nothing can follow a cancellation."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self._order.action is Action.CANCEL and not isinstance(self.focusWidget(), QPushButton):
            event.accept()
            return
        super().keyPressEvent(event)

    def _place_end(self) -> None:
        """Say why nothing can be published, and what can be done, with nothing that could not be used."""
        self.setMinimumWidth(_WIDTH_OF_END)
        release = self._session.doc.release
        is_over = any(one.action is Action.CANCEL for one in release.publications)
        self._summary.setText(self._teller(_OVER if is_over else _reason(release)))
        self._close.setText(self._teller(say("Close")))
        begin = QPushButton(self._teller(say("Start a new release from this one")))
        begin.setProperty("primary", True)
        begin.clicked.connect(self._begin_anew)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(16)
        column.addWidget(self._summary)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        if is_over:
            buttons.addWidget(begin)
        column.addLayout(buttons)

    def _begin_anew(self) -> None:
        self.begins_anew = True
        self.accept()

    def _place(self, choose: QPushButton) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._order)
        line = QHBoxLayout()
        line.addWidget(self._summary, 1)
        line.addWidget(self._mend)
        column.addLayout(line)
        column.addWidget(self._list, 1)
        folder = QHBoxLayout()
        label = QLabel(self._teller(say("Folder")))
        label.setBuddy(self._folder)
        label.setProperty("quiet", True)
        folder.addWidget(label)
        folder.addWidget(self._folder, 1)
        folder.addWidget(choose)
        column.addLayout(folder)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._publish)
        column.addLayout(buttons)

    def _work_out(self) -> None:
        doc, profile = self._session.doc, self._session.profile
        order = self._order.order(next_moment(doc.release))
        pictures = pictures_folder(self._session.path) if self._session.path else None
        try:
            sources = Sources(pictures, installed_schema(), office=self._office)
            self._plan = plan(doc, profile, order, sources)
        except CommuniqueError as error:
            self._plan = None
            self._summary.setText(self._teller(error.sentence))
            self._list.clear()
        self._show_plan()

    def _note(self, name: str, text: str) -> None:
        self._session.do(enter(name, text, self._session.profile.zone))
        self._work_out()

    def _show_plan(self) -> None:
        found = self._plan
        if found is not None:
            self._list.clear()
            if found.is_ready:
                self._show_files(found)
            else:
                self._show_hindrances(found)
        sure = self._sure_repairs()
        self._mend.setVisible(bool(sure))
        self._mend.setText(self._teller(say_count("Mend one of them", "Mend {count} of them", len(sure))))
        action, version = self._order.action, self._session.doc.release.version + 1
        self._publish.setText(self._teller(_BUTTONS.get(action, _button)(version)))
        self._show_ready()

    def _sure_repairs(self) -> tuple[Finding, ...]:
        return sure_repairs(self._plan.hindrances) if self._plan is not None else ()

    def _mend_hindrances(self) -> None:
        """Do the repairs that need no second look, as one step, and work the publication out anew."""
        self._session.do(replace(mend_all(self._sure_repairs()), caret=None))
        self._work_out()

    def _show_hindrances(self, found: Plan) -> None:
        count = len(found.hindrances) + len(found.errors)
        self._summary.setText(
            self._teller(
                say_count(
                    "One thing stands in the way. Choose it to go there.",
                    "{count} things stand in the way. Choose one to go there.",
                    count,
                )
            )
        )
        for finding in found.hindrances:
            self._add(f"{self._place_of(finding)} · {self._teller(finding.why)}", finding.where)
        for fault in found.errors:
            where = Address(Part.RELEASE, field=fault.field) if fault.field else None
            self._add(f"{fault.rule} · {self._teller(fault.message)}", where)

    def _show_files(self, found: Plan) -> None:
        self._summary.setText(
            self._teller(
                say("Nothing stands in the way. These files will be written; the document is saved with them.")
            )
        )
        if found.record is not None:
            self._add(self._teller(_what_newsrooms_see(found.record, self._session.profile)), None)
        for parcel in found.parcels:
            self._add(
                self._teller(say("{file} · {size} kB", file=parcel.name, size=-(-len(parcel.data) // 1000))), None
            )

        if self._order.action not in (Action.CANCEL, Action.WITHHOLD):
            self._show_doubts(found)

    def _show_doubts(self, found: Plan) -> None:
        """Say what stops nothing, and is better known before than after; each leads to its place."""
        doc = self._session.doc
        waiting = to_approve(doc) if any(quote.sign_off is not None for quote in doc.quotes) else ()
        if waiting:
            count = say_count("{count} quote is not approved.", "{count} quotes are not approved.", len(waiting))
            self._add(self._teller(count), Address(Part.QUOTE, waiting[0]))
        warnings = [finding for finding in found.findings if finding.level is Level.WARNING]
        if warnings:
            told = say_count(
                "One warning stands; it stops nothing.", "{count} warnings stand; they stop nothing.", len(warnings)
            )
            self._add(self._teller(told), None)
        for finding in warnings[:_MOST]:
            self._add(f"{self._place_of(finding)} · {self._teller(finding.why)}", finding.where)

    def _show_ready(self) -> None:
        ready = self._plan is not None and self._plan.is_ready
        self._publish.setEnabled(ready and bool(self._folder.text().strip()))

    def _add(self, text: str, where: Address | None) -> None:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, where)
        self._list.addItem(item)

    def _place_of(self, finding: Finding) -> str:
        where, doc = finding.where, self._session.doc
        if where.part is Part.ROW:
            number = next((index for index, row in enumerate(doc.rows, 1) if row.id == where.id), 0)
            return self._teller(say("Row {number}", number=number))
        name = field_name(doc, where)
        return self._teller(field_title(name)) if name else self._teller(say("Release"))

    def _go(self, item: QListWidgetItem) -> None:
        where = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(where, Address) and not (where.part is Part.RELEASE and self._order.focus_note(where.field)):
            self.reject()
            self.jumped.emit(where)

    def _choose(self) -> None:
        chosen = ask_folder(self, self._teller(say("Folder")), self._folder.text())
        if chosen is not None:
            self._folder.show_value(str(chosen))
            self._show_ready()

    def _do(self) -> None:
        if self._session.path is None and not self._save():
            return
        path = self._session.path
        if path is None or self._plan is None:
            return

        def save(doc: Communique) -> None:
            save_document(doc, path)

        try:
            done = deliver(self._plan, Path(self._folder.text().strip()), save)
        except CommuniqueError as error:
            self._summary.setText(self._teller(error.sentence))
            return
        self._session.stamp(done, path)
        self.accept()


def _possible(release: Release) -> list[Action]:
    """Return what may be done with a release now, the likeliest first; nothing once it is cancelled."""
    return [action for action in Action if _refusal(release, action) is None]


def _reason(release: Release) -> Sentence:
    """Say why nothing may be done with a release."""
    return _refusal(release, Action.UPDATE if release.publications else Action.NEW) or _OVER


def _refusal(release: Release, action: Action) -> Sentence | None:
    try:
        require_possible(release, Order(datetime.max.replace(tzinfo=UTC), action=action))
    except Refused as refusal:
        return refusal.sentence
    return None


def _what_newsrooms_see(record: Publication, profile: Profile) -> Sentence:
    facts: dict[str, Fact] = {"version": record.version, "identifier": record.identifier}
    if record.action is Action.CANCEL:
        return say(
            "Newsrooms are told to withdraw {identifier} (version {version}). Nothing can follow a cancellation.",
            **facts,
        )
    if record.action is Action.WITHHOLD:
        return say("Newsrooms are told to hold {identifier} (version {version}) back.", **facts)
    time = told_moment(record.embargo, profile) if record.embargo is not None else None
    if record.action is Action.CORRECTION:
        if time is not None:
            return say(
                "Newsrooms will see version {version} of {identifier}, marked as a correction, "
                "not to be used before {time}.",
                time=time,
                **facts,
            )
        return say("Newsrooms will see version {version} of {identifier}, marked as a correction.", **facts)
    if time is not None:
        return say(
            "Newsrooms will see version {version} of {identifier}, not to be used before {time}.", time=time, **facts
        )
    return say("Newsrooms will see version {version} of {identifier}.", **facts)
