"""Threshold: the welcome page in the place of the texts, until there is something to write on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.assets import resource
from editor.gui.commands.documents import Documents
from editor.gui.parts import Parts
from editor.gui.style import Look, make_look

if TYPE_CHECKING:
    from editor.formats.templates import Template
    from editor.gui.welcome import WelcomePage

EXAMPLE = "examples/lake-ferry.communique"


class Threshold(QObject):
    """Shows the page when asked to, and the texts again as soon as a release is opened or begun."""

    command_wished = Signal(str)
    """The name of a command that was chosen."""
    crossed = Signal()
    """The texts are there again."""

    def __init__(self, owner: QWidget, parts: Parts, documents: Documents) -> None:
        super().__init__(owner)
        self._parts = parts
        self._documents = documents
        self._page: WelcomePage | None = None
        self._column: QVBoxLayout | None = None
        self._below: Sequence[QWidget] = ()
        self._hidden: Sequence[QWidget] = ()
        self._look = make_look(parts.settings.value.theme, parts.settings.value.zoom)
        parts.session.opened.connect(self.cross)

    def stand_in(self, column: QVBoxLayout, below: Sequence[QWidget]) -> None:
        """Say where the page goes: before all that the column holds, and what is said below of the open release."""
        self._column, self._below = column, below

    def set_look(self, look: Look) -> None:
        """Use other fonts and colours."""
        self._look = look
        if self._page is not None:
            self._page.set_look(look)

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {"welcome": self.show}

    def show(self) -> None:
        """Show what one may begin with."""
        from editor.gui.welcome import WelcomePage

        if self._column is None:
            return
        if self._page is not None:
            self._column.removeWidget(self._page)
            self._page.deleteLater()
        page = self._page = WelcomePage(self._parts.settings, self._parts.teller, self._look)
        page.begun.connect(self._begin)
        page.file_chosen.connect(self._documents.open)
        page.example_wished.connect(lambda: self._documents.open_copy(resource(EXAMPLE)))
        page.command_wished.connect(self.command_wished)
        page.left.connect(self.cross)
        behind = [*_held(self._column), *self._below]
        self._column.addWidget(page, 1)
        self._hidden = [*self._hidden, *(widget for widget in behind if widget is not None and not widget.isHidden())]
        for widget in self._hidden:
            widget.hide()
        page.show()
        page.focus_first()

    def cross(self) -> None:
        """Show the texts again."""
        if self._page is None:
            return
        self._page.deleteLater()
        self._page = None
        for widget in self._hidden:
            widget.show()
        self._hidden = ()
        self.crossed.emit()

    def _begin(self, template: "Template") -> None:
        from editor.formats.templates import release_from

        self._documents.begin(release_from(template, self._parts.session.profile))


def _held(column: QVBoxLayout) -> Iterator[QWidget | None]:
    for place in range(column.count()):
        item = column.itemAt(place)
        yield item.widget() if item is not None else None
