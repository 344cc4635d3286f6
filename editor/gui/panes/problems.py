"""Problems pane: the findings, one line a kind, each with the way there, its repair, and the way to dismiss it."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from editor.checks.dismissing import may_be_dismissed
from editor.checks.finding import Finding, Level
from editor.checks.repairs import Group, fold
from editor.edits.dismissals import take_back
from editor.gui.background.checking import Checking
from editor.gui.fields.card import EmptyPanel
from editor.gui.panes.awaited import Awaited
from editor.gui.panes.problem_filter import INDENT, ProblemFilter
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.address import Address
from editor.words import Sentence, say, say_count

if TYPE_CHECKING:
    from editor.gui.panes.problem_lines import ProblemsList, ProblemsView


class ProblemsPane(QWidget):
    """Everything that is wrong or doubtful, the worst first."""

    counted = Signal(int)
    """How many findings there are, hints left out."""
    mend_all_wished = Signal(object)
    """A Group whose repairs somebody wants to see before they are done."""
    dismiss_wished = Signal(object)
    """Findings somebody wants to dismiss."""

    def __init__(self, session: Session, checking: Checking, teller: Teller, look: Look) -> None:
        super().__init__()
        self._session = session
        self._checking = checking
        self._teller = teller
        self._look = look
        self._place = Awaited(self._make_view)
        self.filter = ProblemFilter(session, teller, look)
        self.filter.changed.connect(self._show_again)
        self._empty = EmptyPanel()
        self._empty.setContentsMargins(INDENT, 6, INDENT, 6)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.filter)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._place)
        self._findings: tuple[Finding, ...] | None = None
        self._shows_hints = False
        self._wish: Callable[[], None] | None = None
        self._last = -1
        checking.found.connect(self.show_findings)
        session.opened.connect(self.filter.clear)
        teller.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def groups(self) -> tuple[Group, ...]:
        """The lines shown, from the top."""
        return self._lines.groups if self._findings is not None else ()

    @property
    def _view(self) -> "ProblemsView":
        """The list, which waits for the first findings."""
        return self._place.pane

    @property
    def _lines(self) -> "ProblemsList":
        return self._view.lines

    def _make_view(self) -> "ProblemsView":
        from editor.gui.panes.problem_lines import ProblemLine, ProblemsList, ProblemsView

        view = ProblemsView(ProblemsList(self._session, self._teller), ProblemLine(self._look))
        view.setAccessibleName(self._teller(say("Problems")))
        view.went.connect(self._go)
        view.mended.connect(self._mend)
        view.dismissed.connect(self._dismiss)
        return view

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these findings; the line chosen stays chosen where it is still there."""
        self._findings = findings
        worse = [finding for finding in findings if not _is_hint(finding)]
        hints = len(findings) - len(worse)
        self.filter.picture.show_findings(findings)
        chosen = self._view.currentIndex().row()
        kept = self.groups[chosen] if 0 <= chosen < len(self.groups) else None
        told = findings if self._shows_hints else worse
        asked = [finding for finding in told if self.filter.lets_through(finding)]
        groups = tuple(sorted(fold(asked), key=lambda group: -group.level))
        dismissals = self._session.doc.dismissals if self.filter.shows_dismissed else ()
        left_out = len(told) - len(asked)
        why = _left_out(left_out) if left_out else _nothing_said(0 if self._shows_hints else hints)
        self._empty.setText(self._teller(why))
        self._lines.show_groups(() if self.filter.shows_dismissed else groups, dismissals)
        groups = self.groups
        self._stack.setCurrentIndex(1 if groups or dismissals else 0)
        if kept is not None and groups:
            places = [index for index, group in enumerate(groups) if (group.rule, group.why) == (kept.rule, kept.why)]
            row = places[0] if places else min(chosen, len(groups) - 1)
            self._view.setCurrentIndex(self._lines.index(row))
            if self._last == chosen:
                # Where the line gone to last is mended, the next one stands in its place.
                self._last = row if places else chosen - 1
        self.counted.emit(len(findings) - hints)
        self._grant_wish()

    @property
    def current_rule(self) -> str:
        """The rule of the line chosen, or of the first one; empty where nothing is listed."""
        row = max(self._view.currentIndex().row(), 0)
        return self.groups[row].rule if row < len(self.groups) else ""

    @property
    def current_line(self) -> str:
        """What the line chosen says, with its place; empty where none is."""
        return str(self._view.currentIndex().data() or "") if self.groups else ""

    def set_hints(self, shows_hints: bool) -> None:
        """List hints too, or leave them out."""
        if shows_hints != self._shows_hints:
            self._shows_hints = shows_hints
            self.retranslate()

    def go_to_next(self) -> None:
        """Choose the next line and go to its place."""
        if self.groups:
            self._last = (self._last + 1) % len(self.groups)
            self._view.setCurrentIndex(self._lines.index(self._last))
            self._go(self._last)

    def go_to_previous(self) -> None:
        """Choose the line before and go to its place."""
        if self.groups:
            self._last = (max(self._last, 0) - 1) % len(self.groups)
            self._view.setCurrentIndex(self._lines.index(self._last))
            self._go(self._last)

    def mend_here(self, caret: Address | None) -> None:
        """Do the repair of what is wrong at the caret; where nothing is, or the list has the focus, of the line chosen.

        Of several findings there, the one with the fewest words is mended.
        """
        self._session.flush()
        if self._is_behind():
            self._wish = lambda: self.mend_here(caret)
            self._checking.run_soon()
            return
        here = [] if caret is None or self._view.hasFocus() else self._mendable_at(caret)
        if not here:
            self.mend_current()
            return
        nearest = min(here, key=lambda finding: (finding.where.end or 0) - (finding.where.start or 0))
        if nearest.mend is not None:
            self._session.do(nearest.mend, caret)

    def mend_current(self) -> None:
        """Do the repair of the line chosen, at all its places."""
        row = self._view.currentIndex().row()
        if row >= 0:
            self._repair(row)

    def preview_current(self) -> None:
        """Ask to see what the repairs of the line chosen would do."""
        row = self._view.currentIndex().row()
        if 0 <= row < len(self.groups) and self.groups[row].mend is not None:
            self._preview(row)

    def dismiss_current(self) -> None:
        """Ask to dismiss the findings of the line chosen."""
        row = self._view.currentIndex().row()
        if row >= 0:
            self._dismiss(row)

    def set_look(self, look: Look) -> None:
        """Use other colours."""
        self._look = look
        self._place.if_made(lambda view: view.set_look(look))
        self.filter.picture.set_look(look)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._place.if_made(lambda view: view.setAccessibleName(self._teller(say("Problems"))))
        if self._findings is not None:
            self.show_findings(self._findings)

    def changeEvent(self, event: QEvent) -> None:
        """Lay the lines out again for another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._place.if_made(lambda view: view.doItemsLayout())

    def _show_again(self) -> None:
        if self._findings is not None:
            self.show_findings(self._findings)

    def _dismiss(self, row: int) -> None:
        group = self.groups[row] if row < len(self.groups) else None
        findings = tuple(filter(may_be_dismissed, group.findings)) if group is not None else ()
        if group is not None and findings and self._is_present(group, self._dismiss):
            self.dismiss_wished.emit(findings)

    def _go(self, row: int) -> None:
        if self._lines.dismissals:
            self._session.jump(self._lines.dismissals[row].where)
            return
        self._last = row
        self._session.jump(self.groups[row].findings[0].where)

    def _mend(self, row: int) -> None:
        """Do a repair; those of several places are shown first, and a dismissal is taken back."""
        if self._lines.dismissals:
            self._session.do(take_back((self._lines.dismissals[row],)))
        elif self.groups[row].mend is not None and self.groups[row].count > 1:
            self._preview(row)
        else:
            self._repair(row)

    def _repair(self, row: int) -> None:
        if row >= len(self.groups):
            return
        group = self.groups[row]
        if group.mend is None:
            self._go(row)
            return
        if self._is_present(group, self._repair):
            # The caret stays where the writer left it.
            self._session.do(replace(group.mend, caret=None))

    def _preview(self, row: int) -> None:
        if self._is_present(self.groups[row], self._preview):
            self.mend_all_wished.emit(self.groups[row])

    def _is_present(self, group: Group, wish: Callable[[int], None]) -> bool:
        """Tell whether what was found is about the present value; if not, do what is wished once it is found again."""
        self._session.flush()
        if not self._is_behind():
            return True
        self._wish = lambda: self._act_on(group, wish)
        self._checking.run_soon()
        return False

    def _is_behind(self) -> bool:
        proof = self._checking.proof
        return proof is not None and proof.doc is not self._session.doc

    def _mendable_at(self, caret: Address) -> list[Finding]:
        return [
            finding
            for finding in self._findings or ()
            if finding.mend is not None and finding.where.is_stretch and _holds(finding.where, caret)
        ]

    def _grant_wish(self) -> None:
        wish, self._wish = self._wish, None
        if wish is not None:
            wish()

    def _act_on(self, wanted: Group, act: Callable[[int], None]) -> None:
        for row, group in enumerate(self.groups):
            if (group.rule, group.why) == (wanted.rule, wanted.why):
                act(row)
                return


def _holds(where: Address, caret: Address) -> bool:
    """Tell whether the caret stands in a stretch, or at one of its ends."""
    same = (where.id, where.language, where.passage) == (caret.id, caret.language, caret.passage)
    return same and (where.start or 0) <= (caret.start or 0) <= (where.end or 0)


def _is_hint(finding: Finding) -> bool:
    return (finding.level or Level.HINT) is Level.HINT


def _left_out(count: int) -> Sentence:
    return say_count(
        "One finding is not of the kind asked for.", "{count} findings are not of the kind asked for.", count
    )


def _nothing_said(hints: int) -> Sentence:
    if hints:
        return say_count(
            "Nothing to mend. One hint may be shown: View › Hints among the problems.",
            "Nothing to mend. {count} hints may be shown: View › Hints among the problems.",
            hints,
        )
    return say("Nothing to mend. What is wrong or doubtful in either language appears here.")
