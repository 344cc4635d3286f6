"""Loading: which rows of a document are on the pages already, while a long one that was just opened comes in slices."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from editor.gui.fields.blocks import Rows, Span, changed_rows

SLICE = 50
"""Rows shown in one turn of the event loop while a long text is being opened."""


class Loading(QObject):
    """Has rows shown: all that there are, or the first of them and at each turn of the event loop more.

    `flush` hands in typing not yet told, `show` shows rows (and is told what differs, where that is known), `level`
    levels them before they are painted, so that nothing is seen to jump.
    """

    def __init__(
        self,
        flush: Callable[[], None],
        show: Callable[[Rows, Span | None], None],
        level: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._flush = flush
        self._show = show
        self._level = level
        self._rows: Rows = ()
        self._later = 0
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_under_way(self) -> bool:
        """Whether there are rows that are not on the pages yet."""
        return self._later > 0

    @property
    def shown(self) -> int:
        """The number of rows that are on the pages."""
        return len(self._rows) - self._later

    def begin(self, rows: Rows) -> bool:
        """Show the rows of another document; nothing is done where they are those taken last. Answers which it was."""
        is_other = rows is not self._rows
        if is_other:
            self._rows = ()
            self._show_first(0)
            self._rows = rows
            self._show_first(SLICE)
            self._level()
        return is_other

    def take(self, rows: Rows) -> None:
        """Show other rows of the same document: those that are on the pages already, and what is new among them."""
        span = changed_rows(self._rows, rows)
        if span is None:
            return
        shown = self.shown
        if not self._later:
            shown = len(rows)
        elif span.old_stop <= shown:
            shown += len(rows) - len(self._rows)
        self._rows = rows
        self._show_first(shown, None if shown < len(rows) else span)

    def finish(self) -> None:
        """Show all that is still to come, at once."""
        self._show_more(self._later)

    def _go_on(self) -> None:
        self._show_more(SLICE)

    def _show_more(self, count: int) -> None:
        self._flush()
        self._show_first(self.shown + count)
        self._level()

    def _show_first(self, count: int, span: Span | None = None) -> None:
        was_all = not self._later
        self._later = max(len(self._rows) - count, 0)
        self._show(self._rows[: self.shown], span if was_all else None)
        if self._later:
            self._timer.start()
