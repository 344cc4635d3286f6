"""Makes pictures of the real window in light and dark, English and French, those of one view beside each other.

Run by `packaging/screenshots.sh`, which gives it a screen. It opens the example release with three faults put in, so
that the window has something to say, makes the tour of `stops.py`, in both languages, and writes into a folder.
"""

import argparse
import os
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from stops import Stop, Tour

from editor import app
from editor.gui.settings import SettingsStore
from editor.gui.style import Theme
from editor.gui.window import Window

WIDTH, HEIGHT = 1280, 800
MARGIN, LABEL = 24, 40
SETTLED = 900
"""Milliseconds in which checks and spelling have had their say about a page of text."""
PATIENCE = 20_000
"""Milliseconds after which the first checks are no longer waited for."""
DEPTH = 3
"""How many things one command may leave standing over the window, each over the other."""
LOOKS = ("en-light", "fr-light", "en-dark", "fr-dark")
"""Languages of the window with its themes."""


@dataclass(frozen=True, slots=True)
class View:
    """One picture: what it shows, and how the window gets there."""

    name: str
    picture: QPixmap


def settle(milliseconds: int = 250) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def seen(window: QWidget) -> QPixmap:
    """Return the window as it looks now, with whatever stands over it."""
    picture = window.grab()
    over = standing_over()
    if over is not None:
        place = over.geometry().topLeft() - window.geometry().topLeft()
        painter = QPainter(picture)
        painter.drawPixmap(place, over.grab())
        painter.setPen(QColor("#808080"))
        painter.drawRect(QRect(place, over.size()))
        painter.end()
    return picture


def looked_at(window: Window, stop: Stop) -> View:
    """Return the window with what a stop puts over it; that is closed again, whether or not `show` waits for it."""
    pictures: list[QPixmap] = []

    def look() -> None:
        pictures.append(seen(window))
        for _ in range(DEPTH):
            over = standing_over()
            if over is not None:
                over.close()
                settle(50)

    QTimer.singleShot(SETTLED, look)
    print(stop.name, flush=True)
    stop.show()
    while not pictures:
        settle()
    stop.after()
    return View(stop.name, pictures[0])


def standing_over() -> QWidget | None:
    """Return what stands over the window: a menu, a dialog that waits, or one that stays beside it."""
    over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if over is not None:
        return over
    return next(
        (each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()), None
    )


def views(theme: Theme, tongue: str, folder: Path, wanted: frozenset[str]) -> list[View]:
    """Open the window in one theme and language, and return what there is to see; all stops where none is wanted."""
    folder.mkdir()
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        os.environ[name] = str(folder / name.lower())
    settings = SettingsStore(folder / "settings.ini")
    settings.change(
        lambda now: replace(now, theme=theme, tongue=tongue, name="C. Aubry", role="reviser", is_signed=True)
    )
    window = app.build(settings)
    window.resize(WIDTH, HEIGHT)
    window.show()
    window.activateWindow()
    tour = Tour(window, folder)
    tour.prepare()
    checked = QEventLoop()
    window._parts.checking.found.connect(checked.quit)
    QTimer.singleShot(PATIENCE, checked.quit)
    checked.exec()
    settle(2 * SETTLED)
    found = [looked_at(window, stop) for stop in tour.stops() if not wanted or stop.name in wanted]
    session = window._parts.session
    session.mark_saved(session.doc, folder / "left.communique")
    window.close()
    return found


def sheet(columns: list[list[View]]) -> QPixmap:
    """Lay the pictures beside each other: a column for each theme and language, a row for each view."""
    ratio = columns[0][0].picture.devicePixelRatio()
    rows = max(len(column) for column in columns)
    size = ((WIDTH + MARGIN) * len(columns) + MARGIN, (HEIGHT + LABEL + MARGIN) * rows + MARGIN)
    whole = QPixmap(*(round(side * ratio) for side in size))
    whole.setDevicePixelRatio(ratio)
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


def main() -> None:
    """Write every picture, a contact sheet for each view, and the picture that the README shows."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("target", type=Path, help="the folder for the pictures")
    arguments.add_argument("--only", nargs="*", default=(), help="the stops to go to, instead of all of them")
    arguments.add_argument("--looks", nargs="*", default=LOOKS, choices=LOOKS, help="language and theme of each column")
    wanted = arguments.parse_args()
    wanted.target.mkdir(parents=True, exist_ok=True)
    program = QApplication([*sys.argv[:1], "-style", "Fusion"])
    program.setApplicationName("communique")
    columns = []
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted.looks:
            tongue, theme = name.split("-")
            columns.append(views(Theme(theme), tongue, Path(folder) / name, frozenset(wanted.only)))
    for row in zip(*columns, strict=True):
        sheet([[view] for view in row]).save(str(wanted.target / f"{row[0].name}.png"))
    if columns[0][0].name == "window" and wanted.looks[0] == LOOKS[0] and program.devicePixelRatio() == 1:
        columns[0][0].picture.save(str(Path(__file__).with_name("screenshot.png")))
    print(wanted.target)


if __name__ == "__main__":
    main()
