"""Versions pane: what changed since an earlier version, word by word; every state that was kept can be brought back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.edits.edit import Edit
from editor.errors import CommuniqueError
from editor.gui.background.remembering import Memory, Remembering
from editor.gui.fields.comparison import ComparisonView
from editor.gui.fields.publications import kept_title
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.tab_order import put_in_reading_order
from editor.gui.teller import Teller
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.text.changes import Pieces, RowChange, RowFate, changes, compared
from editor.words import Sentence, say, say_count

if TYPE_CHECKING:
    from editor.library.versions import Version

_PAUSE = 250
"""Milliseconds without a key after which the comparison is made again."""
_LEAST = 40
"""Pixels of what is chosen and of what differs, on the smallest of screens."""
_FIRST_KEPT = 2
"""Lines above those of the versions kept: since the last save, since the confirmation of each pair."""


class VersionsPane(QWidget):
    """On the left what the release can be compared with, on the right what differs. Nothing is read before one looks.

    One line chosen is compared with the release as it is now, two versions kept with each other.
    """

    told = Signal(object)
    """A Sentence that says what could not be done, or was."""
    left = Signal()
    """Escape: back to the texts."""

    def __init__(self, session: Session, remembering: Remembering, teller: Teller, look: Look) -> None:
        super().__init__()
        self._session, self._remembering, self._teller, self._look = session, remembering, teller, look
        self._versions: tuple[Version, ...] = ()
        self._file: tuple[str, Communique] | None = None
        self._earlier: tuple[Sentence, Communique] | None = None
        self._read: tuple[list[Version], list[Communique]] | None = None
        self.list = QTreeWidget()
        self.view = ComparisonView(teller, links=True)
        self._count = QLabel()
        self._open, self._export, self._restore, self._forget = (QPushButton() for _ in range(4))
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._place()
        self._connect()
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is kept of the open document, and catch up with what happened while nobody looked."""
        super().showEvent(event)
        self._look_again()
        self._compare()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave by Escape."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def set_look(self, look: Look) -> None:
        """Use other colours in comparisons."""
        self._look = look
        self._compare_soon()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.list.setAccessibleName(self._teller(say("Changes since")))
        titles = (say("Changes since"), say("What"), say("Who"), say("What changed"))
        self.list.setHeaderLabels([self._teller(title) for title in titles])
        self._open.setText(self._teller(say("Choose a file…")))
        self._export.setText(self._teller(say("Export as a page…")))
        self._restore.setText(self._teller(say("Restore")))
        self._forget.setText(self._teller(say("Forget all…")))
        self.view.retranslate()
        self._show(self._versions)

    def restore(self) -> None:
        """Bring the selected state back, as one edit that can be undone."""
        chosen = self._chosen_versions()
        if len(chosen) == 1:
            self._with(chosen, lambda docs: self._session.do(restored(docs[0])))

    def forget(self) -> None:
        """Forget every state of this document, once somebody has said so."""
        from editor.gui.dialogs.questions import ask_forget

        path = self._session.path
        if path is not None and ask_forget(self, self._teller, path.name):

            def work(memory: Memory) -> int:
                with memory.of(path) as versions:
                    return versions.forget(path)

            self._remembering.ask(work, lambda _count: self._look_again())

    def ask_file(self) -> None:
        """Ask for the file of an earlier version, and compare with that."""
        from editor.formats.table import readable_suffixes
        from editor.gui.dialogs.files import ask_file

        pattern = " ".join(f"*{suffix}" for suffix in readable_suffixes())
        path = ask_file(self, self._teller(say("Earlier version")), self._folder(), f"({pattern})")
        if path is not None:
            self.compare_with(path)

    def compare_with(self, path: Path) -> None:
        """Compare with the release in a file."""
        from editor.formats.table import open_document

        try:
            self._file = (path.name, open_document(path, self._session.profile).doc)
        except CommuniqueError as error:
            self.told.emit(error.sentence)
            return
        self._show(self._versions)
        self._choose([self.list.topLevelItemCount() - 1])
        self._compare()

    def ask_export(self) -> None:
        """Ask where to write the changes as a bilingual page."""
        from editor.gui.dialogs.files import ask_target

        title = self._teller(say("Export the changes"))
        path = ask_target(self, title, f"{self._folder()}/changes.html", "HTML (*.html)")
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write the changes as a bilingual page."""
        from editor.formats import comparison
        from editor.formats.files import replacing

        if self._earlier is None:
            return
        title, earlier = self._earlier
        now = self._session.path.name if self._session.path else self._teller(say("New release"))
        try:
            with replacing(path) as sheet:
                names = (self._teller(title), now)
                sheet.write(comparison.page(earlier, self._session.doc, names, self._teller.tongue))
        except CommuniqueError as error:
            self.told.emit(error.sentence)
            return
        self.told.emit(say("The changes are written: {file}", file=path.name))

    def _place(self) -> None:
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHeaderHidden(True)
        for part in (self.list, self.view):
            part.setMinimumHeight(_LEAST)
        self._count.setProperty("quiet", True)
        below = QHBoxLayout()
        below.addWidget(self._count, 1)
        for button in (self._open, self._export, self._restore, self._forget):
            button.setProperty("flat", True)
            below.addWidget(button)
        across = QSplitter()
        across.setChildrenCollapsible(False)
        across.setHandleWidth(8)
        across.addWidget(self.list)
        across.addWidget(self.view)
        put_in_reading_order(across)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(8, 4, 12, 0)
        column_.setSpacing(2)
        column_.addWidget(across, 1)
        column_.addLayout(below)

    def _connect(self) -> None:
        for widget in (self.list, self.view):
            widget.installEventFilter(self)
        self.list.itemSelectionChanged.connect(self._compare)
        self.view.row_wished.connect(self._go)
        self._open.clicked.connect(self.ask_file)
        self._export.clicked.connect(self.ask_export)
        self._restore.clicked.connect(self.restore)
        self._forget.clicked.connect(self.forget)
        self._timer.timeout.connect(self._compare)
        self._remembering.kept.connect(self._look_again)
        self._session.changed.connect(self._compare_soon)
        self._session.opened.connect(self._look_again)
        self._teller.changed.connect(self.retranslate)

    # --- the list ---

    def _look_again(self) -> None:
        path = self._session.path
        if not self.isVisible():
            return
        if path is None:
            self._show(())
            return

        def work(memory: Memory) -> "tuple[Version, ...]":
            with memory.of(path) as versions:
                return versions.of(path)

        self._remembering.ask(work, self._show)

    def _show(self, versions: "tuple[Version, ...]") -> None:
        """List what the release can be compared with; what was chosen stays chosen."""
        chosen = [index.row() for index in self.list.selectionModel().selectedRows()]
        added = len(versions) - len(self._versions)
        self._versions = versions
        self.list.blockSignals(True)
        self.list.clear()
        self._add_line(self._teller(say("Since the last save")))
        self._add_line(self._teller(say("Since each pair was confirmed")))
        for version in versions:
            changed = " · ".join(map(self._teller, _changes(version)))
            self._add(self._moment(version), self._teller(self._kind(version)), version.person, changed)
        if not versions:
            self._add_line(self._teller(say("Every save and every publication is kept here.")), is_choice=False)
        if self._file is not None:
            self._add_line(self._file[0])
        # A hidden header does not resize its columns to their contents by itself.
        for column in range(3):
            self.list.resizeColumnToContents(column)
        self._choose([place + added if place >= _FIRST_KEPT else place for place in chosen or [0]])
        self.list.blockSignals(False)
        self._compare()

    def _moment(self, version: "Version") -> str:
        """Say when a version was kept, by the clock of this machine, as the window's language writes it."""
        from editor.text.date_writing import told_here

        return told_here(version.at).told(self._teller.tongue)

    def _kind(self, version: "Version") -> Sentence:
        """Say whether a version was saved, or how it was published."""
        return kept_title(version.published, self._session.doc.release.action_of(version.published))

    def _choose(self, places: list[int]) -> None:
        found = [item for place in places if (item := self.list.topLevelItem(place)) is not None]
        for number, item in enumerate(found):
            if number:
                item.setSelected(True)
            else:
                self.list.setCurrentItem(item)

    def _add(self, *texts: str) -> None:
        self.list.addTopLevelItem(QTreeWidgetItem(list(texts)))

    def _add_line(self, text: str, *, is_choice: bool = True) -> None:
        item = QTreeWidgetItem([text])
        if not is_choice:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.list.addTopLevelItem(item)
        self.list.setFirstColumnSpanned(self.list.topLevelItemCount() - 1, self.list.rootIndex(), True)

    def _chosen(self) -> list[int]:
        return sorted(index.row() for index in self.list.selectionModel().selectedRows())

    def _chosen_versions(self) -> "list[Version]":
        places = [place - _FIRST_KEPT for place in self._chosen()]
        return [self._versions[place] for place in places if 0 <= place < len(self._versions)]

    # --- what differs ---

    def _compare_soon(self) -> None:
        if self.isVisible():
            self._timer.start()

    def _compare(self) -> None:
        """Show what differs between what is chosen and now, or between two that are."""
        if not self.isVisible():
            return
        self._earlier = None
        places, versions = self._chosen(), self._chosen_versions()
        if versions and len(versions) == len(places):
            self._read_and_show(list(reversed(versions[:2])))
        elif len(places) == 1 and places[0] == 0:
            self._show_since(say("the version saved last"), self._session.saved)
        elif len(places) == 1 and places[0] == 1:
            self._show_found(since_confirmation(self._session.doc))
        elif len(places) == 1 and self._file is not None:
            self._show_since(say("{file}", file=self._file[0]), self._file[1])
        else:
            self.view.show_sentence(say("Choose one version, or two that are kept."))
        self._show_possible()

    def _read_and_show(self, versions: "list[Version]") -> None:
        """Read versions that are kept, unless they were read last, and show what differs."""
        if self._read is not None and self._read[0] == versions:
            self._show_kept(versions, self._read[1])
        else:
            self._with(versions, partial(self._show_kept, versions))

    def _show_kept(self, versions: "list[Version]", docs: list[Communique]) -> None:
        """Show what was read, unless something else has been chosen meanwhile."""
        self._read = (versions, docs)
        if versions != list(reversed(self._chosen_versions()[:2])):
            return
        if len(docs) > 1:
            self._show_difference(docs[0], docs[1])
        else:
            title = f"{self._moment(versions[0])} · {self._teller(self._kind(versions[0]))}"
            self._show_since(say("{file}", file=title), docs[0])
        self._show_possible()

    def _show_since(self, title: Sentence, earlier: Communique) -> None:
        self._earlier = (title, earlier)
        self._session.flush()
        self._show_difference(earlier, self._session.doc)

    def _show_difference(self, before: Communique, after: Communique) -> None:
        self.view.show_difference(before, after, self._look.palette, self._session.profile.zone)
        self._tell_count(len(changes(before, after)))

    def _show_found(self, found: tuple[RowChange, ...]) -> None:
        self.view.show_changes(found, self._session.doc, self._look.palette)
        self._tell_count(len(found))

    def _tell_count(self, count: int) -> None:
        told = say_count("{count} row differs", "{count} rows differ", count) if count else say("Nothing differs")
        self._count.setText(self._teller(told))

    def _show_possible(self) -> None:
        self._export.setEnabled(self._earlier is not None)
        self._restore.setEnabled(len(self._chosen_versions()) == len(self._chosen()) == 1)
        self._forget.setEnabled(bool(self._versions))

    def _with(self, versions: "list[Version]", answer: Callable[[list[Communique]], object]) -> None:
        path = self._session.path
        if path is None:
            return
        numbers = [version.id for version in versions]

        def work(memory: Memory) -> list[Communique]:
            with memory.of(path) as kept:
                return [kept.read(number) for number in numbers]

        self._remembering.ask(work, answer)

    def _go(self, row_id: str) -> None:
        row = self._session.doc.row(row_id)
        if row is not None:
            self._session.jump(row.address(Language.EN if row.sides.en else Language.FR, 0, 0, 0))

    def _folder(self) -> str:
        return str(self._session.path.parent if self._session.path else Path.home())


def since_confirmation(doc: Communique) -> tuple[RowChange, ...]:
    """Return what changed in each row since somebody confirmed it."""
    found = []
    for row in doc.rows:
        if row.confirmation is not None and row.changed_sides:
            then, now = row.confirmation.wording, row.wording
            pieces: Bilingual[Pieces] = Bilingual(compared(then.en, now.en), compared(then.fr, now.fr))
            found.append(RowChange(RowFate.CHANGED, row, row, pieces))
    return tuple(found)


def restored(version: Communique) -> Edit:
    """Return the edit that brings a state back; what has been published since stays published."""
    return Edit(say("Restore a version"), partial(_restored, version))


def _restored(version: Communique, doc: Communique) -> Communique:
    release = replace(version.release, publications=doc.release.publications, status=doc.release.status)
    return replace(version, release=release, counter=max(version.counter, doc.counter))


def _changes(version: "Version") -> list[Sentence]:
    """Say what changed since the state before."""
    told = []
    if version.changed.en:
        told.append(say_count("{count} row in English", "{count} rows in English", version.changed.en))
    if version.changed.fr:
        told.append(say_count("{count} row in French", "{count} rows in French", version.changed.fr))
    if version.fields:
        told.append(say("fields"))
    return told
