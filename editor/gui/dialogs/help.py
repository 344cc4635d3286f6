"""Help: first steps, writing, translating, publishing, and what each finding means, in the window's language."""

import json
from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget

from editor.assets import resource
from editor.checks.finding import Level
from editor.checks.run import RULES
from editor.gui.fields.line import LineField
from editor.gui.teller import Teller
from editor.text.letters import searchable
from editor.values import frozen
from editor.words import Sentence, Tongue, say

_CONTENTS_WIDTH = 290
_LEVELS: Mapping[Level, Sentence] = {
    Level.ERROR: say("Error"),
    Level.WARNING: say("Warning"),
    Level.HINT: say("Hint"),
}
_KINDS: tuple[tuple[str, Sentence], ...] = (
    ("X", say("Both languages")),
    ("F", say("French alone")),
    ("E", say("English alone")),
    ("R", say("The release")),
)


@frozen
class HelpPage:
    """One page: its title, and its text in Markdown."""

    title: str
    text: str


class HelpDialog(QDialog):
    """Contents and a search on the left, the page on the right. It can stay open while one writes."""

    def __init__(self, parent: QWidget, teller: Teller) -> None:
        super().__init__(parent)
        self._teller = teller
        self._pages: tuple[HelpPage, ...] = ()
        self.setModal(False)
        self.resize(880, 620)
        self._sought = LineField()
        self._contents = QListWidget()
        self._contents.setFixedWidth(_CONTENTS_WIDTH)
        self._contents.setWordWrap(True)
        self._contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = QTextBrowser()
        self._page.setOpenLinks(False)
        self._page.setProperty("card", True)
        self._page.document().setDocumentMargin(20)
        left = QVBoxLayout()
        left.addWidget(self._sought)
        left.addWidget(self._contents, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 16, 16, 16)
        across.setSpacing(12)
        across.addLayout(left)
        across.addWidget(self._page, 1)
        self._sought.entered.connect(self._seek)
        self._contents.currentItemChanged.connect(self._turn)
        teller.changed.connect(self._retranslate)
        self._retranslate()

    def show_rule(self, rule_id: str) -> None:
        """Turn to what a finding means."""
        for row in range(self._contents.count()):
            page = self._pages[self._index(self._contents.item(row))]
            if f"{rule_id} · " in page.text:
                self._contents.setCurrentRow(row)
                self._scroll_to(f"{rule_id} · ")

    def _retranslate(self) -> None:
        tell = self._teller
        self.setWindowTitle(tell(say("Help")))
        for field, name in ((self._sought, say("Search the help")), (self._contents, say("Contents"))):
            field.setAccessibleName(tell(name))
        self._page.setAccessibleName(tell(say("Page")))
        self._sought.setPlaceholderText(tell(say("Search the help")))
        self._pages = tuple(pages(tell))
        self._seek(self._sought.text())

    def _seek(self, sought: str) -> None:
        """List the pages that hold all words sought, and show the first place of them."""
        words = searchable(sought)[0].split()
        self._contents.clear()
        for index, page in enumerate(self._pages):
            if all(word in searchable(page.text)[0] for word in words):
                item = QListWidgetItem(page.title)
                item.setData(Qt.ItemDataRole.UserRole, index)
                self._contents.addItem(item)
        self._contents.setCurrentRow(0)
        if sought.strip():
            self._scroll_to(sought)

    def _turn(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._page.setMarkdown(self._pages[self._index(item)].text)
            if self._sought.text().strip():
                self._scroll_to(self._sought.text())

    @staticmethod
    def _index(item: QListWidgetItem) -> int:
        index: int = item.data(Qt.ItemDataRole.UserRole)
        return index

    def _scroll_to(self, words: str) -> None:
        """Bring the first place of some words to the top."""
        found = self._page.document().find(words, 0, QTextDocument.FindFlag(0))
        if found.isNull():
            return
        self._page.moveCursor(QTextCursor.MoveOperation.End)
        self._page.setTextCursor(found)


def pages(tell: Teller) -> Iterator[HelpPage]:
    """Yield the pages of the help in the window's language: those written as files, then one for each kind of rule."""
    for path in sorted(resource(f"help/{tell.tongue}").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        yield HelpPage(text.partition("\n")[0].removeprefix("# "), text)
    meanings = finding_meanings(tell.tongue)
    for letter, kind in _KINDS:
        title = tell(say("Findings: {kind}", kind=kind))
        parts = [f"# {title}"]
        for rule in sorted((rule for rule in RULES if rule.id.startswith(letter)), key=lambda rule: rule.id):
            parts += [
                f"### {rule.id} · {tell(rule.title)}",
                f"*{tell(_LEVELS[rule.level])}*",
                meanings.get(rule.id, ""),
            ]
        yield HelpPage(title, "\n\n".join(parts))


def finding_meanings(tongue: Tongue) -> Mapping[str, str]:
    """Return what the findings of each rule mean and how they are mended, by the rule's id."""
    path = resource(f"help/{tongue}/findings.json")
    found: Mapping[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return found
