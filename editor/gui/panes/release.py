"""Release pane: reference, place, dates, embargo, status, profile, editor's note, contact, genre, service, rights."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from editor.edits.details import enter, field_title, read_field
from editor.errors import CommuniqueError
from editor.gui.fields.calendar import CalendarButton
from editor.gui.fields.line import ChoiceField, LineField, ReadField, WithHint
from editor.gui.fields.moments import read_day, read_moment, write_day, write_moment
from editor.gui.fields.pair import PairField
from editor.gui.fields.publications import status_title
from editor.gui.fields.subject import set_subject
from editor.gui.session import Session
from editor.gui.teller import Teller
from editor.model.address import Address, Part
from editor.model.language import Language
from editor.model.moments import seen_in
from editor.model.profile import Profile
from editor.model.release import Action, Release, Status
from editor.newsml.vocabulary import GENRE, SERVICE
from editor.newsml.wording import country_name, named
from editor.words import Sentence, say

_LABEL_WIDTH = 74
_PAIRS = ("place", "contact", "telephone", "email")
"""Fields of both languages."""


class ReleasePane(QScrollArea):
    """The facts about the release, one line each."""

    def __init__(self, session: Session, teller: Teller, profiles: Callable[[], tuple[Profile, ...]]) -> None:
        super().__init__()
        self._session = session
        self._teller = teller
        self._profiles = profiles
        self._labels: list[tuple[QLabel, Sentence]] = []
        self._named: list[tuple[QWidget, Sentence]] = []
        self._lines: dict[str, LineField] = {}
        self._reads: dict[str, tuple[ReadField, WithHint]] = {}
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._build()
        self.retranslate()
        session.changed.connect(self._changed)
        teller.changed.connect(self.retranslate)

    def focus_field(self, name: str) -> None:
        """Put the caret into a field, named as on the command line."""
        if name in self._lines:
            self._lines[name].setFocus(Qt.FocusReason.OtherFocusReason)
        elif name in self._reads:
            self._reads[name][0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif name == "status":
            self._status.setFocus(Qt.FocusReason.OtherFocusReason)
        elif name == "profile":
            self._profile.setFocus(Qt.FocusReason.OtherFocusReason)
        elif name in ("note.en", "note.fr"):
            self._notes[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say every label in the window's language."""
        for label, title in self._labels:
            label.setText(self._teller(title))
        for widget, title in self._named:
            widget.setAccessibleName(self._teller(title))
        self._rights.setToolTip(self._teller(say("From the house profile; published with every item")))
        for name in ("date", "updated", "embargo", "country"):
            self._reads[name][0].setPlaceholderText(self._teller(say("none")))
        self._notes["note.en"].setPlaceholderText(self._teller(say("English: what changed, for newsrooms")))
        self._notes["note.fr"].setPlaceholderText(self._teller(say("French: what changed, for newsrooms")))
        self._show()

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 12, 16, 16)
        grid = QGridLayout()
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addStretch(1)
        self._add(grid, say("Reference"), self._line("reference", say("Reference")))
        self._add(grid, say("Place"), self._pair("place"))
        self._add(grid, say("Country"), self._read("country", say("Country")))
        self._add(grid, say("Date"), self._read("date", say("Date")))
        self._add(grid, say("Updated"), self._read("updated", say("Updated")))
        self._add(grid, say("Embargo"), self._read("embargo", say("Embargo")))
        self._status = self._choice("status", say("Status"))
        self._add(grid, say("Status"), self._status)
        self._profile = self._choice("profile", say("House profile"))
        self._profile.used.connect(lambda: self._offer(self._profiles()))
        self._add(grid, say("Profile"), self._profile)
        self._notes = {name: self._note(name) for name in ("note.en", "note.fr")}
        self._add(grid, say("Note"), self._notes["note.en"])
        grid.addWidget(self._notes["note.fr"], grid.rowCount(), 1)
        self._add(grid, say("Contact"), self._pair("contact"))
        self._add(grid, say("Telephone"), self._pair("telephone"))
        self._add(grid, say("E-mail"), self._pair("email"))
        self._add(grid, say("Genre"), self._line("genre", say("Genre")))
        self._add(grid, say("Service"), self._line("service", say("Service")))
        self._rights = QLabel()
        self._rights.setProperty("quiet", True)
        self._rights.setWordWrap(True)
        self._rights.setContentsMargins(0, 6, 0, 0)
        self._add(grid, say("Rights"), self._rights)
        self._kept = QLabel()
        self._kept.setProperty("quiet", True)
        self._kept.setTextFormat(Qt.TextFormat.PlainText)
        self._kept.setWordWrap(True)
        self._kept.setContentsMargins(0, 6, 0, 0)
        self._add(grid, say("Kept"), self._kept)
        self._kept_title = self._labels[-1][0]
        self.setWidget(content)

    def _add(self, grid: QGridLayout, title: Sentence, field: QWidget) -> None:
        label = QLabel()
        label.setProperty("quiet", True)
        label.setBuddy(field)
        self._labels.append((label, title))
        row = grid.rowCount()
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, 6, 8, 0)
        grid.addWidget(field, row, 1)

    def _line(self, name: str, title: Sentence) -> LineField:
        field = LineField()
        set_subject(field, Address(Part.RELEASE, field=name))
        field.entered.connect(lambda text, name=name: self._enter(name, text))
        self._lines[name] = field
        self._named.append((field, title))
        return field

    def _pair(self, name: str) -> QWidget:
        """Return a field for each language; only those of the place may be short enough to stand side by side."""
        if name == "place":
            lines = (self._line(key, field_title(key)) for key in ("place.en", "place.fr"))
            return PairField(*lines)
        pair = QWidget()
        both = QVBoxLayout(pair)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(8)
        for language in Language:
            key = f"{name}.{language.value}"
            both.addWidget(self._line(key, field_title(key)))
        return pair

    def _read(self, name: str, title: Sentence) -> QWidget:
        field = ReadField()
        set_subject(field, Address(Part.RELEASE, field=name))
        framed = WithHint(field)
        if name != "country":
            CalendarButton(field, lambda: self._day_of(name), lambda day: self._take_day(name, day), self._teller)
        field.entered.connect(lambda text, name=name: self._enter_read(name, text))
        self._reads[name] = (field, framed)
        self._named.append((field, title))
        return framed

    def _choice(self, name: str, title: Sentence) -> ChoiceField:
        field = ChoiceField()
        set_subject(field, Address(Part.RELEASE, field=name))
        field.entered.connect(lambda value, name=name: self._enter(name, value))
        self._named.append((field, title))
        return field

    def _note(self, name: str) -> QPlainTextEdit:
        field = QPlainTextEdit()
        set_subject(field, Address(Part.RELEASE, field=name))
        field.setProperty("field", True)
        field.setUndoRedoEnabled(False)
        field.setTabChangesFocus(True)
        field.setFixedHeight(64)
        field.textChanged.connect(lambda: self._note_changed(name, field))
        self._named.append(
            (field, say("Editor’s note, English") if name == "note.en" else say("Editor’s note, French"))
        )
        return field

    def _note_changed(self, name: str, field: QPlainTextEdit) -> None:
        text = field.document().toRawText().replace("\u2029", " ")
        if text.strip() != read_field(self._session.doc, name, self._zone).strip():
            self._enter(name, text)

    @property
    def _zone(self) -> str:
        return self._session.profile.zone

    def _enter(self, name: str, text: str) -> None:
        try:
            self._session.do(enter(name, text, self._zone))
        except CommuniqueError:
            self._show()
            raise

    def _enter_read(self, name: str, text: str) -> None:
        field, framed = self._reads[name]
        if name == "country":
            from editor.text.countries import state_named

            found = state_named(text)
            text = found.code if found else text
        else:
            text = (read_day if name == "date" else read_moment)(text, self._session.profile)
        try:
            self._session.do(enter(name, text, self._zone))
        except CommuniqueError as error:
            framed.hint.tell(self._teller(error.sentence))
            field.set_unfit(True)
        else:
            self._show_read(name)

    def _day_of(self, name: str) -> date | None:
        """Return the day a field holds."""
        release = self._session.doc.release
        if name == "date":
            return release.date
        moment = release.updated if name == "updated" else release.embargo
        return seen_in(moment, self._zone).date() if moment else None

    def _take_day(self, name: str, day: date) -> None:
        """Enter a day from the calendar; a moment keeps its time of day, or waits for one to be typed."""
        # What was typed into the field before is a step of its own.
        self._session.break_run()
        release = self._session.doc.release
        moment = release.updated if name == "updated" else release.embargo
        if name == "date":
            self._enter_read(name, day.isoformat())
        elif moment is not None:
            self._enter_read(name, f"{day.isoformat()}T{seen_in(moment, self._zone):%H:%M}")
        else:
            self._reads[name][0].begin(f"{day.isoformat()} ")

    def _changed(self, before: object, after: object) -> None:
        if any(getattr(before, part, None) is not getattr(after, part, None) for part in ("release", "foreign")):
            self._show()

    def _show(self) -> None:
        doc = self._session.doc
        self._show_defaults()
        for name, line in self._lines.items():
            value = read_field(doc, name, self._zone)
            if line.text().strip() != value or not line.hasFocus():
                line.show_value(value)
        for name in self._reads:
            self._show_read(name)
        for name, note in self._notes.items():
            value = read_field(doc, name, self._zone)
            if note.document().toRawText().replace("\u2029", " ").strip() != value.strip():
                note.setPlainText(value)
        self._show_choices()

    def _show_defaults(self) -> None:
        """Show in empty fields what is published for them, or which language is wanted."""
        house, tongue = self._session.profile.house, Language(self._teller.tongue)
        usual = {"contact": house.contact.name, "telephone": house.contact.telephone, "email": house.contact.email}
        for name in _PAIRS:
            for language, title in ((Language.EN, say("English")), (Language.FR, say("French"))):
                default = usual[name][language] if name in usual else ""
                self._lines[f"{name}.{language.value}"].setPlaceholderText(default or self._teller(title))
        for name, kind, code in (
            ("genre", "genres", house.genre or GENRE),
            ("service", "services", house.service or SERVICE),
        ):
            self._lines[name].setPlaceholderText(named(kind, code)[tongue] or code)

    def _show_choices(self) -> None:
        release = self._session.doc.release
        is_over = any(one.action is Action.CANCEL for one in release.publications)
        shown = [Status.CANCELED] if is_over else [Status.DRAFT, Status.CLEARED, Status.WITHHELD]
        if release.status not in shown:
            shown.append(release.status)
        self._status.set_choices([(status.value, self._teller(status_title(status))) for status in shown])
        self._status.show_value(release.status.value)
        self._offer((self._session.profile,))
        self._profile.show_value(release.profile)
        self._show_kept()
        self._rights.setText(_rights(self._session.profile, release, Language(self._teller.tongue)))

    def _show_kept(self) -> None:
        """Show the metadata that came from elsewhere and is published again, where there is any."""
        pieces = self._session.doc.foreign
        for widget in (self._kept, self._kept_title):
            widget.setVisible(bool(pieces))
        if pieces:
            from editor.newsml.kept import kept_lines

            self._kept.setText("\n".join(kept_lines(pieces, self._teller)))
            self._kept.setToolTip(self._teller(say("Metadata of the imported file; it is published again as it was")))

    def _show_read(self, name: str) -> None:
        field, framed = self._reads[name]
        value = read_field(self._session.doc, name, self._zone)
        typed = value if name == "country" else value.replace("T", " ")
        shown = self._shown(name, self._session.doc.release)
        field.show_value(shown, typed, *self._shorter(name, shown, typed))
        framed.hint.tell("")

    def _shown(self, name: str, release: Release) -> str:
        """Return a value as the house writes it."""
        if name == "country":
            title = country_name(release.country)[Language(self._teller.tongue)]
            return f"{title} ({release.country})" if title else release.country
        if name == "date":
            return write_day(release.date, self._session.profile) if release.date else ""
        moment = release.updated if name == "updated" else release.embargo
        return write_moment(moment, self._session.profile, self._teller.tongue) if moment else ""

    def _shorter(self, name: str, shown: str, typed: str) -> tuple[str, ...]:
        """Return shorter forms of a value, for narrow fields: whose clock is meant is the first thing to go."""
        if name == "country" or not shown:
            return ()
        if name == "date":
            return (shown.split(" · ")[self._teller.tongue == "fr"], typed)
        return (shown.rpartition(" (")[0], typed)

    def _offer(self, profiles: tuple[Profile, ...]) -> None:
        tongue = Language(self._teller.tongue)
        self._profile.set_choices([(each.name, each.title[tongue] or each.name) for each in profiles])


def _rights(profile: Profile, release: Release, tongue: Language) -> str:
    """Return what the published items say of rights: the holder with the year, and the terms of use."""
    house = profile.house
    holder = house.holder[tongue] or house.name[tongue]
    year = f"{release.date.year} " if release.date else ""
    return "\n".join(filter(None, (holder and f"© {year}{holder}", house.usage[tongue]))) or "—"
