"""Makes pictures of the real window, light and dark, and lays them beside each other on one contact sheet.

Run by `packaging/screenshots.sh`, which gives it a screen. It opens the example release with three faults put in, so
that the window has something to say, goes through every tab, panel and dialog that exists, and writes into a folder.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from editor import app
from editor.assets import resource
from editor.formats import native
from editor.gui.settings import SettingsStore
from editor.gui.style import Theme
from editor.gui.window import Window
from editor.model.communique import Communique
from editor.model.language import Language

WIDTH, HEIGHT = 1280, 800
MARGIN, LABEL = 24, 40
SETTLED = 1500
"""Milliseconds in which checks and spelling have had their say about a page of text."""
DIALOGS = ("import", "publish", "search_commands", "sign")
"""Commands that open something over the window."""
MENUS = ("Row", "Words")


@dataclass(frozen=True, slots=True)
class View:
    """One picture: what it shows, and how the window gets there."""

    name: str
    picture: QPixmap


def with_faults(doc: Communique) -> Communique:
    """Return the example with a figure changed after confirmation, plain spaces in a quote, and a missing paragraph."""

    def put(doc: Communique, row: int, language: Language, before: str, new: str) -> Communique:
        (passage,) = doc.rows[row][language]
        start = passage.text.index(before) + len(before)
        side = (passage.splice(start, start + len(new), new),)
        return doc.having_row(doc.rows[row].having(language, side))

    doc = put(doc, 3, Language.EN, "is paying ", "64")
    doc = put(doc, 9, Language.FR, "avait «", " ")
    return doc.having_row(doc.rows[10].having(Language.FR, ()))


def settle(milliseconds: int = 250) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def seen(window: QWidget) -> QPixmap:
    """Return the window as it looks now, with whatever stands over it."""
    picture = window.grab()
    over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if over is not None and over is not window:
        place = over.geometry().topLeft() - window.geometry().topLeft()
        painter = QPainter(picture)
        painter.drawPixmap(place, over.grab())
        painter.setPen(QColor("#808080"))
        painter.drawRect(QRect(place, over.size()))
        painter.end()
    return picture


def tabs(window: Window) -> Iterator[View]:
    """Go through the tabs of every panel that has more than the one in sight; each is put back to its first."""
    for bar in window.findChildren(QTabBar):
        for index in range(1, bar.count()):
            bar.setCurrentIndex(index)
            settle()
            yield View(bar.tabText(index), seen(window))
        bar.setCurrentIndex(0)


def dialogs(window: Window) -> Iterator[View]:
    """Open what the commands open, look at it, and close it again."""
    for name in DIALOGS:
        action = window.actions_[name]
        if action.isEnabled():
            yield View(action.text().replace("&", ""), looked_at(window, action.trigger))


def looked_at(window: Window, show: Callable[[], object]) -> QPixmap:
    """Return the window with what `show` puts over it; that is closed again before `show` comes back."""
    pictures: list[QPixmap] = []

    def look() -> None:
        pictures.append(seen(window))
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if over is not None:
            over.close()

    QTimer.singleShot(SETTLED, look)
    show()
    settle(SETTLED)
    return pictures[0]


def menus(window: Window) -> Iterator[View]:
    """Open some menus of the menu bar."""
    bar = window.menuBar()
    for action in bar.actions():
        menu, title = action.menu(), action.text().replace("&", "")
        if menu is not None and title in MENUS:
            corner = bar.mapToGlobal(bar.actionGeometry(action).bottomLeft())
            yield View(title, looked_at(window, lambda menu=menu, corner=corner: menu.exec(corner)))


def views(theme: Theme, folder: Path) -> list[View]:
    """Open the window in one theme and return what there is to see."""
    document = folder / "lake-ferry.communique"
    path = resource("examples/lake-ferry.communique")
    document.write_bytes(native.write(with_faults(native.read(path.read_bytes(), path))))
    settings = SettingsStore(folder / f"{theme.value}.ini")
    settings.change(lambda now: replace(now, theme=theme, tongue="en", name="C. Aubry", role="reviser", is_signed=True))
    window = app.build(settings)
    window.resize(WIDTH, HEIGHT)
    window.show()
    window.activateWindow()
    window.documents.open(document)
    settle(2 * SETTLED)
    whole = View("The window", seen(window))
    found = [whole, *tabs(window), *menus(window), *dialogs(window)]
    window.close()
    return found


def sheet(columns: list[list[View]]) -> QPixmap:
    """Lay the pictures beside each other: a column for each theme, a row for each view."""
    rows = max(len(column) for column in columns)
    size = ((WIDTH + MARGIN) * len(columns) + MARGIN, (HEIGHT + LABEL + MARGIN) * rows + MARGIN)
    whole = QPixmap(*size)
    whole.fill(QColor("#808890"))
    painter = QPainter(whole)
    painter.setFont(QFont("Inter", 13))
    painter.setPen(Qt.GlobalColor.white)
    for across, column in enumerate(columns):
        for down, view in enumerate(column):
            corner = QPoint(MARGIN + across * (WIDTH + MARGIN), MARGIN + down * (HEIGHT + LABEL + MARGIN))
            painter.drawText(corner + QPoint(0, LABEL - 14), view.name)
            painter.drawPixmap(corner + QPoint(0, LABEL), view.picture)
    painter.end()
    return whole


def main(target: Path) -> None:
    """Write every picture, the contact sheet, and the one that the README shows."""
    target.mkdir(parents=True, exist_ok=True)
    program = QApplication(sys.argv[:1])
    program.setApplicationName("communique")
    columns = []
    with tempfile.TemporaryDirectory() as folder:
        for theme in (Theme.LIGHT, Theme.DARK):
            columns.append(views(theme, Path(folder)))
            for number, view in enumerate(columns[-1], start=1):
                view.picture.save(str(target / f"{theme.value}-{number:02}.png"))
    sheet(columns).save(str(target / "sheet.png"))
    columns[0][0].picture.save(str(Path(__file__).with_name("screenshot.png")))
    print(target / "sheet.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
