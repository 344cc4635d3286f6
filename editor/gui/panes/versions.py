"""Versions pane: every state of the open document that was kept, to be compared word by word and restored."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.edits.edit import Edit
from editor.gui.background.remembering import Memory, Remembering
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.communique import Communique
from editor.words import Sentence, say, say_count

if TYPE_CHECKING:
    from editor.library.versions import Version


class VersionsPane(QWidget):
    """A line for every state; nothing is read before somebody looks at the pane."""

    def __init__(self, session: Session, remembering: Remembering, teller: Teller, look: Look) -> None:
        super().__init__()
        self._session, self._remembering, self._teller, self._look = session, remembering, teller, look
        self._versions: tuple[Version, ...] = ()
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._show_possible)
        self.list.itemActivated.connect(lambda _item, _column: self.compare())
        self._compare, self._restore, self._forget = QPushButton(), QPushButton(), QPushButton()
        self._compare.clicked.connect(self.compare)
        self._restore.clicked.connect(self.restore)
        self._forget.clicked.connect(self.forget)
        self._forget.setProperty("flat", True)
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        for button in (self._compare, self._restore, self._forget):
            buttons.addWidget(button)
        buttons.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 4, 8, 4)
        line.addWidget(self.list, 1)
        line.addLayout(buttons)
        remembering.kept.connect(self._look_again)
        session.opened.connect(self._look_again)
        teller.changed.connect(self.retranslate)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is kept of the open document."""
        super().showEvent(event)
        self._look_again()

    def set_look(self, look: Look) -> None:
        """Use other colours in comparisons."""
        self._look = look

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.list.setAccessibleName(self._teller(say("Versions kept of this document")))
        self.list.setHeaderLabels(
            [self._teller(title) for title in (say("When"), say("Who"), say("What"), say("What changed"))]
        )
        header = self.list.header()
        for column in range(3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._restore.setText(self._teller(say("Restore")))
        self._forget.setText(self._teller(say("Forget all…")))
        self._show(self._versions)

    def compare(self) -> None:
        """Compare two states that are selected, or the one with what is open now."""
        chosen = self._chosen()
        if chosen:
            self._with([version.id for version in reversed(chosen[:2])], self._show_comparison)

    def restore(self) -> None:
        """Bring the selected state back, as one edit that can be undone."""
        chosen = self._chosen()
        if len(chosen) == 1:
            self._with([chosen[0].id], lambda docs: self._session.do(restored(docs[0])))

    def forget(self) -> None:
        """Forget every state of this document, once somebody has said so."""
        from editor.gui.dialogs.questions import ask_forget

        path = self._session.path
        if path is not None and ask_forget(self, self._teller, path.name):

            def work(memory: Memory) -> int:
                with memory.of(path) as versions:
                    return versions.forget(path)

            self._remembering.ask(work, lambda _count: self._look_again())

    def _with(self, numbers: list[int], answer: Callable[[list[Communique]], object]) -> None:
        path = self._session.path
        if path is None:
            return

        def work(memory: Memory) -> list[Communique]:
            with memory.of(path) as versions:
                return [versions.read(number) for number in numbers]

        self._remembering.ask(work, answer)

    def _show_comparison(self, docs: list[Communique]) -> None:
        self._session.flush()
        before, after = (*docs, self._session.doc)[:2]
        from editor.gui.fields.comparison import ComparisonView

        dialog = QDialog(self)
        dialog.setWindowTitle(self._teller(say("Two versions compared")))
        dialog.resize(900, 560)
        view = ComparisonView(self._teller)
        view.show_difference(before, after, self._look.palette, self._session.profile.zone)
        buttons = QDialogButtonBox()
        buttons.addButton(self._teller(say("Close")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(dialog.reject)
        column = QVBoxLayout(dialog)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(view, 1)
        column.addWidget(buttons)
        dialog.exec()

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
        self._versions = versions
        self.list.clear()
        for version in versions:
            texts = [
                version.at.astimezone().strftime("%Y-%m-%d %H:%M"),
                version.person,
                self._teller(_kind(version)),
                " · ".join(map(self._teller, _changes(version))),
            ]
            self.list.addTopLevelItem(QTreeWidgetItem(texts))
        if not versions:
            empty = QTreeWidgetItem([self._teller(say("Every save and every publication is kept here."))])
            empty.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.list.addTopLevelItem(empty)
            self.list.setFirstColumnSpanned(0, self.list.rootIndex(), True)
        self._show_possible()

    def _show_possible(self) -> None:
        count = len(self._chosen())
        title = say("Compare the two") if count == 2 else say("Compare with now")
        self._compare.setText(self._teller(title))
        self._compare.setEnabled(count in (1, 2))
        self._restore.setEnabled(count == 1)
        self._forget.setEnabled(bool(self._versions))

    def _chosen(self) -> "list[Version]":
        places = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [self._versions[place] for place in places if place < len(self._versions)]


def restored(version: Communique) -> Edit:
    """Return the edit that brings a state back; what has been published since stays published."""
    return Edit(say("Restore a version"), partial(_restored, version))


def _restored(version: Communique, doc: Communique) -> Communique:
    release = replace(version.release, publications=doc.release.publications, status=doc.release.status)
    return replace(version, release=release, counter=max(version.counter, doc.counter))


def _kind(version: "Version") -> Sentence:
    return say("Published, version {version}", version=version.published) if version.published else say("Saved")


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
