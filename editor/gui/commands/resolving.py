"""Resolving: the dialogs by which many findings are mended after a look, or dismissed with a reason."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.checks.dismissing import dismissal
from editor.checks.finding import Finding
from editor.checks.repairs import Group, mend_all
from editor.checks.spot import Respelling
from editor.edits.dismissals import dismiss
from editor.edits.edit import Edit
from editor.edits.replacing import Change
from editor.errors import Unfit
from editor.gui.background.reckoning import Reckoning
from editor.gui.panes.problems import ProblemsPane
from editor.gui.session import Session
from editor.gui.teller import Teller
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.profile import Profile
from editor.words import Sentence, say, say_count

if TYPE_CHECKING:
    from editor.checks.mending import Mending


class Resolving(QObject):
    """Opens the dialogs of one problems pane. What cannot be done is told quietly, in a Sentence."""

    told = Signal(object)
    problems_wished = Signal()
    """The problems are to be seen."""

    def __init__(
        self,
        owner: QWidget,
        session: Session,
        pane: ProblemsPane,
        signed: Callable[[], str | None],
        reckoning: Reckoning,
        *,
        teller: Teller,
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._session = session
        self._pane = pane
        self._signed = signed
        self._reckoning = reckoning
        self._teller = teller
        pane.mend_all_wished.connect(self.mend_all)
        pane.dismiss_wished.connect(self.dismiss)

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {
            "next_problem": lambda: self._step(self._pane.go_to_next),
            "previous_problem": lambda: self._step(self._pane.go_to_previous),
            "mend_alike": self._pane.preview_current,
            "filter_problems": self._show_filter,
            "mend_everything": self.mend_everything,
            "dismiss_problem": self._pane.dismiss_current,
        }

    def _step(self, go: Callable[[], None]) -> None:
        """Go to another problem; what it is is told where the list is out of sight."""
        go()
        if self._pane.current_line and not self._pane.isVisible():
            self.told.emit(Sentence(self._pane.current_line))

    def _show_filter(self) -> None:
        self.problems_wished.emit()
        self._pane.filter.open()

    def mend_all(self, group: Group) -> None:
        """Show what the repairs of alike findings would do, and do those left ticked in one step."""
        from editor.gui.dialogs.preview import PreviewDialog

        self._session.flush()
        doc = self._session.doc
        findings = [finding for finding in group.findings if finding.mend is not None]
        changes = {change: finding for finding in findings if (change := _change(finding)) is not None}
        if len(changes) < len(findings):
            self._mend(findings)
            return
        dialog = PreviewDialog(self._owner, self._teller, say("Mend all"), doc, tuple(changes))
        if dialog.exec():
            self._mend([changes[change] for change in dialog.chosen])

    def mend_everything(self) -> None:
        """Show what the command line’s `fix` would change, and do what is left ticked in one step."""
        self.told.emit(say("What can be mended is being worked out…"))
        self._reckoning.ask(partial(_mended, self._session.profile), self._preview_mending)

    def _preview_mending(self, doc: Communique, mending: "Mending") -> None:
        from editor.gui.dialogs.preview import PreviewDialog

        if not mending.changes:
            self.told.emit(say("There is nothing that can be mended without asking."))
            return
        dialog = PreviewDialog(self._owner, self._teller, say("Mend everything"), doc, mending.changes)
        if dialog.exec() and dialog.chosen:
            self._do(mending.edit(dialog.chosen), len(dialog.chosen))

    def dismiss(self, findings: tuple[Finding, ...]) -> None:
        """Ask for the reason, and dismiss these findings."""
        from editor.gui.dialogs.reason import ReasonDialog

        self._session.flush()
        doc = self._session.doc
        dialog = ReasonDialog(self._owner, self._teller, len(findings))
        if not dialog.exec():
            return
        name = self._signed()
        if name is not None:
            now = datetime.now().astimezone().replace(microsecond=0)
            self._session.do(dismiss(dismissal(each, doc, dialog.reason, name, now) for each in findings))

    def _mend(self, findings: list[Finding]) -> None:
        self._do(replace(mend_all(findings), caret=None), len(findings))

    def _do(self, edit: Edit, count: int) -> None:
        try:
            self._session.do(edit)
        except Unfit as trouble:
            self.told.emit(trouble.sentence)
        else:
            self.told.emit(say_count("One place is mended.", "{count} places are mended.", count))


def _mended(profile: Profile, doc: Communique) -> "Mending":
    from editor.checks.mending import mend_everything

    return mend_everything(doc, profile)


def _change(finding: Finding) -> Change | None:
    """Return what the repair of a finding does to the words of one passage; None where it does something else."""
    change = finding.mend.change if finding.mend is not None else None
    if not isinstance(change, Respelling):
        return None
    splices = sorted(change.splices, key=lambda each: each.start)
    where = Address(Part.ROW, change.row, change.language, change.passage, splices[0].start, splices[-1].end)
    before, after = "", ""
    for index, splice in enumerate(splices):
        between = "…" if index else ""
        before, after = before + between + splice.before, after + between + splice.text
    return where, before, after
