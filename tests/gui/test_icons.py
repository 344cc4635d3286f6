import runpy
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ICONS = Path(__file__).parents[2] / "resources" / "icons"
SCRIPT = Path(__file__).parents[2] / "packaging" / "icons.py"


def greys(image):
    """How much of each pixel is covered, and how light it is."""
    ready = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return bytes(ready.constBits())


@pytest.mark.usefixtures("qapp")
def test_the_icons_are_drawn_from_their_sources():
    drawn = runpy.run_path(str(SCRIPT))["drawn"]()
    assert sorted(drawn) == sorted(path.name for path in ICONS.glob("*.png"))
    for name, picture in drawn.items():
        kept = QImage(str(ICONS / name))
        assert kept.size() == picture.size(), name
        # Versions of Qt round edges a little differently.
        apart = sum(abs(a - b) for a, b in zip(greys(kept), greys(picture), strict=True))
        assert apart / len(greys(kept)) < 1, name
