"""Headings: above each page its language, and how many words it has. Each speaks the language of its page."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from editor.gui.fields.blocks import Rows
from editor.gui.fields.page import MARGIN
from editor.gui.style import Look
from editor.model.language import Language
from editor.model.rows import Side
from editor.words import Tongue, say, say_count

_HEIGHT = 33
_PAUSE = 300
"""Milliseconds without a change after which words are counted."""
_READ_A_MINUTE = 200
"""Words somebody reads aloud or with care in a minute; rounded up."""
_NAMES = {Language.EN: "English", Language.FR: "Français"}


class Heading(QWidget):
    """The name of a language and the number of its words."""

    def __init__(self, language: Language, look: Look) -> None:
        super().__init__()
        self._language = language
        self._counts: dict[str, tuple[Side, int]] = {}
        self._rows: Rows = ()
        self._name = QLabel(_NAMES[language])
        self._words = QLabel()
        self._variant = QPushButton()
        self._variant.setProperty("flat", True)
        self._variant.setProperty("quiet", True)
        # By keyboard the variants are in the menus: the Tab key goes to the texts.
        self._variant.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words.setProperty("quiet", True)
        line = QHBoxLayout(self)
        line.setContentsMargins(MARGIN, 0, MARGIN, 0)
        line.setSpacing(6)
        line.addWidget(self._name)
        line.addWidget(self._words)
        line.addStretch(1)
        line.addWidget(self._variant)
        self.setFixedHeight(_HEIGHT)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._tell)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Take over fonts."""
        self._name.setFont(look.fonts.strong)
        self._words.setFont(look.fonts.small)
        self._variant.setFont(look.fonts.small)

    def count(self, rows: Rows) -> None:
        """Count the words of these rows when the typing pauses."""
        self._rows = rows
        self._timer.start()

    def name_variant(self, tag: str) -> None:
        """Say which variant the spelling follows ("en-GB")."""
        self._variant.setText(tag)
        self._variant.setAccessibleName(f"{_NAMES[self._language]}, {tag}")

    def set_variants(self, menu: QMenu) -> None:
        """Take the menu that offers other variants."""
        self._variant.setMenu(menu)

    def _tell(self) -> None:
        counts: dict[str, tuple[Side, int]] = {}
        for row in self._rows:
            side = row[self._language]
            known = self._counts.get(row.id)
            counts[row.id] = known if known is not None and known[0] is side else (side, _words_of(side))
        self._counts = counts
        total = sum(count for _, count in counts.values())
        tongue: Tongue = "en" if self._language is Language.EN else "fr"
        signs = sum(len(passage.text) for row in self._rows for passage in row[self._language])
        told = [say_count("{count} word", "{count} words", total).told(tongue)]
        if total > _READ_A_MINUTE:
            told.append(say("{count} min", count=-(-total // _READ_A_MINUTE)).told(tongue))
        self._words.setText(" · ".join(told))
        count = say_count("{count} character, spaces included", "{count} characters, spaces included", signs)
        self.setToolTip(count.told(tongue))


def _words_of(side: Side) -> int:
    """Return how many words a side has; signs that stand alone, as French sets them, are no words."""
    return sum(any(map(str.isalnum, word)) for passage in side for word in passage.text.split())
