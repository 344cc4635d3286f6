"""Topics pane: what the release is about: IPTC media topics, keywords in both languages, urgency."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor.edits.details import enter, read_field
from editor.gui.fields.card import Card, EmptyPanel, QuietLabel
from editor.gui.fields.line import ChoiceField, LineField
from editor.gui.fields.subject import set_subject
from editor.gui.fields.topics import TopicsField, names_of
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.newsml.thesaurus import line_of
from editor.newsml.topics import media_topics
from editor.words import Sentence, say

_MOST_HEIGHT = 196
"""Pixels the chosen topics may take before they scroll."""
_KEYWORDS = ("keywords.en", "keywords.fr")


class TopicCard(Card):
    """One topic chosen: its names, what stands above it, and a button that takes it away."""

    def __init__(self, code: str, teller: Teller, look: Look) -> None:
        super().__init__()
        self.column.setContentsMargins(12, 6, 6, 6)
        self.column.setSpacing(0)
        topic = media_topics().get(code)
        line = line_of(code)
        unknown = teller(say("not among the topics of this edition"))
        name, other = names_of(topic, teller) if topic else (code, unknown)
        self._name = QLabel(name)
        self._name.setWordWrap(True)
        self._name.setFont(look.fonts.strong)
        self.remove = QPushButton("×")
        self.remove.setProperty("flat", True)
        self.remove.setAccessibleName(teller(say("Remove {topic}", topic=name)))
        self.remove.setToolTip(self.remove.accessibleName())
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        if other:
            below = QuietLabel(other)
            below.setWordWrap(True)
            below.setFont(look.fonts.small)
            self.column.addWidget(below)
        self.setToolTip(" › ".join(names_of(each, teller)[0] for each in line))
        self.setAccessibleName(f"{name} · {other}" if other else name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the topic away on Delete."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove.click()
            event.accept()
            return
        super().keyPressEvent(event)


class _Shelf(QScrollArea):
    """As high as what stands on it, up to a bound beyond which it scrolls."""

    def __init__(self, holder: QWidget) -> None:
        super().__init__()
        self._holder = holder
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWidget(holder)

    def sizeHint(self) -> QSize:
        """Ask for the height of what stands here."""
        wanted = self._holder.heightForWidth(self.viewport().width())
        return QSize(200, min(max(wanted, self._holder.minimumSizeHint().height()), _MOST_HEIGHT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is put on it and taken from it."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return super().eventFilter(watched, event)


class TopicsPane(QWidget):
    """The topics chosen, the tree they are chosen from, keywords and urgency."""

    def __init__(self, session: Session, teller: Teller, look: Look) -> None:
        super().__init__()
        self._session = session
        self._teller = teller
        self._look = look
        self._shown: tuple[str, ...] | None = None
        self._empty = EmptyPanel()
        self._tree = TopicsField(teller, look)
        self._tree.ticked.connect(self._tick)
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(6)
        self._labels: list[tuple[QLabel, Sentence]] = []
        self._keywords = {name: LineField() for name in _KEYWORDS}
        self._urgency = ChoiceField()
        self._place()
        self._connect()
        self.retranslate()
        session.changed.connect(self._changed)
        teller.changed.connect(self.retranslate)

    def focus_field(self, name: str) -> None:
        """Put the caret into a field, named as on the command line."""
        fields: dict[str, QWidget] = {**self._keywords, "urgency": self._urgency}
        fields.get(name, self._tree).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_look(self, look: Look) -> None:
        """Use other fonts and colours."""
        self._look = look
        self._tree.set_look(look)
        self._show_cards()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        for label, title in self._labels:
            label.setText(self._teller(title))
        for name, line in self._keywords.items():
            title = say("Keywords, English") if name == "keywords.en" else say("Keywords, French")
            line.setAccessibleName(self._teller(title))
            line.setPlaceholderText(self._teller(say("parted by commas")))
        self._empty.setText(self._teller(say("No topic yet. Tick below what the release is about.")))
        self._urgency.setAccessibleName(self._teller(say("Urgency")))
        self._tree.retranslate()
        self._show_cards()
        self._show()

    def _changed(self, before: Communique, after: Communique) -> None:
        if before.release is not after.release:
            self._show()

    def _show(self) -> None:
        release = self._session.doc.release
        if self._shown != release.topics:
            self._show_cards()
            self._tree.show_value(release.topics)
        usual = say("House: {urgency}", urgency=self._urgency_title(self._session.profile.house.urgency))
        numbers = [(str(number), self._urgency_title(number)) for number in range(1, 9)]
        self._urgency.set_choices([("", self._teller(usual)), *numbers])
        self._urgency.show_value(str(release.urgency or ""))
        for name, line in self._keywords.items():
            value = read_field(self._session.doc, name, self._session.profile.zone)
            # A comma just typed has no word behind it yet: the line differs from the value, not what it says.
            if list(_items(line.text())) != list(_items(value)):
                line.show_value(value)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        self._holder = QWidget()
        self._holder.setLayout(self._cards)
        self._scroll = _Shelf(self._holder)
        column.addWidget(self._empty)
        column.addWidget(self._scroll)
        column.addWidget(self._tree, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[Sentence, QWidget], ...] = (
            (say("Keywords EN"), self._keywords["keywords.en"]),
            (say("Keywords FR"), self._keywords["keywords.fr"]),
            (say("Urgency"), self._urgency),
        )
        for row, (title, field) in enumerate(rows):
            label = QuietLabel()
            label.setBuddy(field)
            self._labels.append((label, title))
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        column.addLayout(grid)

    def _connect(self) -> None:
        for name, line in self._keywords.items():
            line.entered.connect(lambda text, name=name: self._enter(name, text))
        self._urgency.entered.connect(lambda value: self._enter("urgency", value))
        named: dict[str, QWidget] = {"topics": self._tree, "urgency": self._urgency, **self._keywords}
        for name, field in named.items():
            set_subject(field, Address(Part.RELEASE, field=name))

    def _show_cards(self) -> None:
        for old in self._holder.findChildren(TopicCard):
            old.setParent(None)
            old.deleteLater()
        self._shown = self._session.doc.release.topics
        for code in self._shown:
            card = TopicCard(code, self._teller, self._look)
            card.opened.connect(lambda code=code: self._tree.reveal(code))
            card.remove.clicked.connect(lambda _checked=False, code=code: self._tick(code, is_wanted=False))
            self._cards.addWidget(card)
        self._empty.setVisible(not self._shown)
        self._scroll.setVisible(bool(self._shown))

    def _tick(self, code: str, is_wanted: bool) -> None:
        self._session.break_run()
        others = tuple(each for each in self._session.doc.release.topics if each != code)
        self._enter("topics", ", ".join((*others, code) if is_wanted else others))

    def _enter(self, name: str, text: str) -> None:
        self._session.do(enter(name, text, self._session.profile.zone))

    def _urgency_title(self, number: int) -> str:
        titles = {1: say("1, most urgent"), 5: say("5, usual"), 8: say("8, least urgent")}
        return self._teller(titles[number]) if number in titles else str(number)


def _items(text: str) -> Iterator[str]:
    return filter(None, map(str.strip, text.split(",")))
