"""Draws the icons that the window shows from the first paint on as PNG; run it when one of their SVGs changes.

Reading SVG takes Qt a library of its own, which a start would wait for.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QIcon, QImage

ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
SIGNS = ("chevron-dark", "chevron-light", "tick-dark", "tick-light")
SCALES = {"": 1, "@2x": 2, "@3x": 3}
"""What Qt looks for on screens of that many pixels a point."""
SIZES = (32, 64, 128)
"""Pixels of the program's own icon."""


def drawn() -> dict[str, QImage]:
    """Return every picture by its file name."""
    pictures = {f"communique-{size}.png": _draw("communique", size) for size in SIZES}
    for name in SIGNS:
        size = QImage(str(ICONS / f"{name}.svg")).width()
        pictures |= {f"{name}{mark}.png": _draw(name, size * scale) for mark, scale in SCALES.items()}
    return pictures


def _draw(name: str, size: int) -> QImage:
    return QIcon(str(ICONS / f"{name}.svg")).pixmap(QSize(size, size), 1.0).toImage()


def main() -> None:
    """Write them beside their sources."""
    app = QGuiApplication(sys.argv)
    for name, picture in drawn().items():
        picture.save(str(ICONS / name))
        print(name, picture.width())
    del app


if __name__ == "__main__":
    main()
