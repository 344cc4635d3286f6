"""Tab order: the Tab key goes from field to field as one reads, also through panes and cards that came later.

Qt's own order is the order in which widgets were made; panes are made when first wanted, and cards come and go.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QLayout, QScrollArea, QSplitter, QStackedWidget, QWidget


def stops(root: QWidget) -> list[QWidget]:
    """Return what the Tab key stops at below `root`, as it is laid out."""
    found = [root] if _takes_focus(root) else []
    if isinstance(root, QComboBox) or (isinstance(root, QAbstractScrollArea) and not isinstance(root, QScrollArea)):
        return found
    for child in _children(root):
        if child.isVisible():
            found += stops(child)
    return found


def step(root: QWidget, here: QWidget | None, *, forward: bool) -> bool:
    """Give the focus to the stop after or before the one that is, or holds, `here`; answers whether there was one."""
    found = stops(root)
    while here is not None and here not in found:
        here = here.parentWidget()
    if here is None:
        return False
    target = found[(found.index(here) + (1 if forward else -1)) % len(found)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    above = target.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(target)
        above = above.parentWidget()
    return True


def put_in_reading_order(splitter: QSplitter) -> None:
    """Have a screen reader meet the parts of a splitter as they are laid out; Qt keeps the one put in last first.

    The handles stay above the parts: they are caught by the pointer a little beyond their line.
    """
    places = range(splitter.count())
    for part in filter(None, (*map(splitter.widget, places), *map(splitter.handle, places))):
        part.raise_()


def _takes_focus(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return by_tab and widget.isEnabled() and widget.focusProxy() is None


def _children(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    if isinstance(widget, QSplitter):
        yield from filter(None, map(widget.widget, range(widget.count())))
    elif isinstance(widget, QStackedWidget):
        yield from filter(None, [widget.currentWidget()])
    elif isinstance(widget, QScrollArea):
        yield from filter(None, [widget.widget()])
    elif layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)
