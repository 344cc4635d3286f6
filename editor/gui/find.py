"""Find bar: finds and replaces words, signs and patterns in both texts, and the same thing in the other language."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from editor.edits.replacing import Change, replace_all
from editor.errors import Refused, Unfit
from editor.gui.fields.line import LineField
from editor.gui.session import Session
from editor.gui.teller import Teller
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.text.seeking import LIMIT, TOKENS, Match, Query, find_all
from editor.values import frozen
from editor.words import Sentence, say, say_count

_WHILE_TYPING = 0.2
"""Seconds a pattern may take while it is still being written."""
_PAUSE = 150
"""Milliseconds after a change before the places are counted anew."""
_MOST_LIT = 1000
"""Places lit in the texts; more would only hide them."""
_LINE = 280

_SWITCHES: Mapping[str, Sentence] = {
    "case": say("Capitals count"),
    "accents": say("Accents count"),
    "whole_words": say("Whole words"),
    "is_pattern": say("Regular expression"),
}
_SCOPES: Mapping[tuple[Language, ...], Sentence] = {
    (Language.EN, Language.FR): say("Both languages"),
    (Language.EN,): say("English alone"),
    (Language.FR,): say("French alone"),
}


@frozen
class Texts:
    """What the bar asks of the two pages.

    `words` are those selected, `places` the stretches they are (or the word at the caret); `light` lights stretches.
    """

    words: Callable[[], str]
    places: Callable[[], tuple[Address, ...]]
    light: Callable[[Sequence[Address]], None]


class FindBar(QWidget):
    """Lines below the texts: what to find, what to put there instead, how often it is there, the way to the next."""

    closed = Signal()
    preview_wished = Signal(object)
    """A tuple of Changes that are to be shown before they are done."""

    def __init__(self, session: Session, teller: Teller, texts: Texts) -> None:
        super().__init__()
        self._session = session
        self._teller = teller
        self._texts = texts
        self._query = Query("")
        self._at: Address | None = None
        self._find, self._replace = LineField(), LineField()
        self._labels = (QLabel(), QLabel())
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self._buttons: dict[str, QPushButton] = {}
        self._options = QMenu(self)
        self._signs = QMenu(self)
        self._lower = QWidget()
        self._last = self._find
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._look_again)
        self._place()
        for line in (self._find, self._replace):
            line.installEventFilter(self)
        self._find.entered.connect(self._sought)
        self._find.returnPressed.connect(self.find_next)
        self._replace.returnPressed.connect(self.replace_one)
        session.changed.connect(lambda _before, _after: self._timer.start() if self.isVisible() else None)
        teller.changed.connect(self.retranslate)
        self.retranslate()
        self.hide()

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {
            "find": lambda: self.begin(replaces=False),
            "replace": lambda: self.begin(replaces=True),
            "find_next": self.find_next,
            "find_previous": self.find_previous,
            "find_other": self.find_in_other_language,
        }

    def begin(self, *, replaces: bool) -> None:
        """Open the bar, with the words selected in the text if there are any."""
        self.show()
        self._lower.setVisible(replaces or self._lower.isVisibleTo(self))
        words = self._texts.words()
        if words and "\n" not in words:
            self._find.show_value(words)
            self._query = replace(self._query, wanted=words)
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()
        self._look_again()

    def end(self) -> None:
        """Close the bar and go back to the text."""
        self._lower.hide()
        self.hide()
        self._texts.light(())
        self.closed.emit()

    def find_next(self) -> None:
        """Go to the next place, after the last one from the top again."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the place before."""
        self._step(-1)

    def replace_one(self) -> None:
        """Replace the place gone to last, and go to the next one."""
        found = self._found()
        here = next((one for one in found if one.where == self._at), None)
        if here is None:
            self.find_next()
            return
        self._do([_change(here)])
        self._step_from(here.where, len(here.replacement))

    def ask_replace_all(self) -> None:
        """Show what would become of every place."""
        found = self._found()
        if found:
            self.preview_wished.emit(tuple(_change(one) for one in found))

    def replace_all(self, changes: Sequence[Change]) -> None:
        """Replace these places in one step."""
        self._do(changes)
        self._at = None

    def find_in_other_language(self) -> None:
        """Select what says the same as the words selected (or the word at the caret) in the other language's row."""
        from editor.text.counterparts import counterpart

        self._session.flush()
        place = next(iter(self._texts.places()), None)
        row = self._session.doc.row(place.id) if place is not None else None
        if place is None or row is None or place.language is None:
            return
        index, language = place.passage or 0, place.language
        text = row[language][index].text
        other = row[language.other]
        there = min(index, len(other) - 1)
        if there < 0:
            self._session.jump(row.address(language.other, 0, 0, 0))
            return
        stretch = place.start or 0, place.end or 0
        found = counterpart(text, stretch, language, other[there].text, _known_pairs(self._session))
        self._session.jump(row.address(language.other, there, *(found or (0, 0))))

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        names = (say("Find"), say("Replace by"))
        for label, line, name in zip(self._labels, (self._find, self._replace), names, strict=True):
            label.setText(self._teller(name))
            line.setAccessibleName(self._teller(name))
        level = max(label.sizeHint().width() for label in self._labels)
        for label in self._labels:
            label.setMinimumWidth(level)
        for key, sentence in _BUTTONS.items():
            self._buttons[key].setText(self._teller(sentence))
        self._fill_options()
        self._fill_signs()
        self._tell_options()
        if self.isVisible():
            self._look_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember which line is being written in: signs are put there."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, LineField):
            self._last = watched
        return super().eventFilter(watched, event)

    # --- inside ---

    def _place(self) -> None:
        doings: Mapping[str, Callable[[], object]] = {
            "previous": self.find_previous,
            "next": self.find_next,
            "close": self.end,
            "replace": self.replace_one,
            "replace_all": self.ask_replace_all,
        }
        for key in _BUTTONS:
            button = QPushButton()
            button.setProperty("flat", True)
            if key in doings:
                button.clicked.connect(doings[key])
            self._buttons[key] = button
        self._buttons["options"].setMenu(self._options)
        self._buttons["signs"].setMenu(self._signs)
        upper = QWidget()
        after_find = (self._count, *(self._buttons[key] for key in ("previous", "next", "options", "signs")))
        _fill(upper, (self._labels[0], self._find, *after_find), (self._buttons["close"],))
        after_replace = (self._buttons["replace"], self._buttons["replace_all"])
        _fill(self._lower, (self._labels[1], self._replace, *after_replace), ())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 6, 16, 6)
        column.setSpacing(4)
        column.addWidget(upper)
        column.addWidget(self._lower)
        for label in self._labels:
            label.setProperty("quiet", True)
        for line in (self._find, self._replace):
            line.setFixedWidth(_LINE)
        self._lower.hide()

    def _fill_options(self) -> None:
        self._options.clear()
        for name, sentence in _SWITCHES.items():
            action = self._options.addAction(self._teller(sentence))
            action.setCheckable(True)
            action.setChecked(bool(getattr(self._query, name)))
            action.toggled.connect(lambda is_on, name=name: self._ask(replace(self._query, **{name: is_on})))
        self._options.addSeparator()
        group = QActionGroup(self._options)
        for scope, sentence in _SCOPES.items():
            action = QAction(self._teller(sentence), group, checkable=True, checked=scope == self._query.languages)
            action.triggered.connect(
                lambda _checked=False, scope=scope: self._ask(replace(self._query, languages=scope))
            )
            self._options.addAction(action)

    def _fill_signs(self) -> None:
        self._signs.clear()
        for token, (_, name) in TOKENS.items():
            action = self._signs.addAction(f"{self._teller(name)}   {token}")
            action.triggered.connect(lambda _checked=False, token=token: self._put_sign(token))

    def _put_sign(self, token: str) -> None:
        self._last.insert(token)
        self._last.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sought(self._find.text())

    def _sought(self, wanted: str) -> None:
        self._ask(replace(self._query, wanted=wanted))

    def _ask(self, query: Query) -> None:
        self._query = query
        self._at = None
        self._tell_options()
        self._timer.start()

    def _tell_options(self) -> None:
        chosen = [sentence for name, sentence in _SWITCHES.items() if getattr(self._query, name)]
        if len(self._query.languages) == 1:
            chosen.append(_SCOPES[self._query.languages])
        names = ", ".join(self._teller(sentence) for sentence in chosen)
        title = self._teller(say("Options"))
        self._buttons["options"].setText(f"{title} ({names})" if names else title)

    def _found(self, limit: float = LIMIT) -> list[Match]:
        """Return every match; what is wrong with a pattern is told where the number is told."""
        self._session.flush()
        try:
            found = list(find_all(self._session.doc, self._query, self._replace.text(), limit))
        except Refused as trouble:
            self._count.setText(self._teller(trouble.sentence))
            return []
        self._tell_count(len(found))
        return found

    def _look_again(self) -> None:
        found = self._found(_WHILE_TYPING)
        self._texts.light([one.where for one in found[:_MOST_LIT]])

    def _step(self, by: int) -> None:
        places = [one.where for one in self._found()]
        if not places:
            return
        if self._at in places:
            at = places.index(self._at)
        elif self._at is not None:
            order = {row.id: number for number, row in enumerate(self._session.doc.rows)}
            here = _order(self._at, order)
            after = next((index for index, place in enumerate(places) if _order(place, order) >= here), len(places))
            at = after - 1 if by > 0 else after
        else:
            at = -1 if by > 0 else 0
        self._at = places[(at + by) % len(places)]
        self._tell_count(len(places), places.index(self._at) + 1)
        had_focus = self._find.hasFocus() or self._replace.hasFocus()
        self._session.jump(self._at)
        if had_focus:
            self._last.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_from(self, place: Address, length: int) -> None:
        end = (place.start or 0) + length
        self._at = replace(place, start=end, end=end)
        self._step(1)

    def _do(self, changes: Sequence[Change]) -> None:
        try:
            self._session.do(replace(replace_all(changes), caret=None))
        except Unfit as trouble:
            self._count.setText(self._teller(trouble.sentence))

    def _tell_count(self, count: int, at: int = 0) -> None:
        if not self._query.wanted.strip():
            self._count.setText("")
        elif at:
            self._count.setText(self._teller(say("{at} of {count}", at=at, count=count)))
        else:
            self._count.setText(self._teller(say_count("{count} place", "{count} places", count)))


_BUTTONS: Mapping[str, Sentence] = {
    "previous": say("Previous"),
    "next": say("Next"),
    "options": say("Options"),
    "signs": say("Signs"),
    "close": say("Close"),
    "replace": say("Replace"),
    "replace_all": say("Replace all…"),
}


def _fill(widget: QWidget, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
    line = QHBoxLayout(widget)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for part in left:
        line.addWidget(part)
    line.addStretch(1)
    for part in right:
        line.addWidget(part)


def _change(found: Match) -> Change:
    return found.where, found.words, found.replacement


def _order(where: Address, rows: Mapping[str, int]) -> tuple[int, int, int, int]:
    return (
        rows.get(where.id, 0),
        list(Language).index(where.language or Language.EN),
        where.passage or 0,
        (where.start or 0),
    )


def _known_pairs(session: Session) -> list[Bilingual[str]]:
    """Return what is known to say the same in both languages: acronyms of the house, names, functions, the place."""
    doc: Communique = session.doc
    pairs = [*session.profile.acronyms, doc.release.place, session.profile.house.name]
    for person in doc.participants:
        pairs += [person.name, person.organisation, *person.functions]
    return pairs
