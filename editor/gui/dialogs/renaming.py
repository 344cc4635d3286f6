"""Rename dialog: a person's new name, and every place of both texts that would be written anew, each to be left out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from editor.checks.renaming import Renaming, places_to_rename
from editor.edits.edit import Edit
from editor.edits.people import rename
from editor.gui.dialogs.frame import Framed
from editor.gui.fields.line import LineField
from editor.gui.session import Session
from editor.gui.teller import Teller
from editor.model.language import Bilingual
from editor.model.people import Participant
from editor.words import say, say_count

_AROUND = 28
"""Characters shown on either side of a name."""


class RenameDialog(Framed):
    """Asks for the name in both languages and shows what will change. `former` are the names looked for."""

    def __init__(
        self, parent: QWidget, session: Session, person: Participant, former: tuple[str, ...], teller: Teller
    ) -> None:
        super().__init__(parent, teller, say("Rename {name}", name=person.name.en or person.name.fr))
        self._session = session
        self._person = person
        self._former = former
        self._teller = teller
        self._places: tuple[Renaming, ...] = ()
        self.names = Bilingual(LineField(teller(say("Name, English"))), LineField(teller(say("Name, French"))))
        form = QFormLayout()
        for line, value, title in zip(
            self.names, person.name, (say("Name, English"), say("Name, French")), strict=True
        ):
            line.show_value(value)
            line.entered.connect(self._show_places)
            form.addRow(teller(title), line)
        self._told = QLabel()
        self._told.setProperty("quiet", True)
        self._told.setWordWrap(True)
        self.places = QListWidget()
        self.places.setAccessibleName(teller(say("Places in the texts")))
        self.places.setMinimumHeight(220)
        self.places.setWordWrap(True)
        self.places.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.places.itemChanged.connect(self._count)
        self.column.addLayout(form)
        self.column.addWidget(self._told)
        self.column.addWidget(self.places, 1)
        self._do = self.close_with(None)
        self.resize(620, 460)
        self._show_places()

    @property
    def edit(self) -> Edit:
        """What is to be done: the card, and the places that were left ticked."""
        ticked = [place for row, place in enumerate(self._places) if self._is_ticked(row)]
        return rename(self._person.id, self._name, [(place.where, place.text) for place in ticked])

    @property
    def _name(self) -> Bilingual[str]:
        return self.names.each(lambda line: line.text().strip())

    def _show_places(self, _text: str = "") -> None:
        self._places = places_to_rename(self._session.doc, self._person, self._former, self._name)
        numbers = {row.id: number for number, row in enumerate(self._session.doc.rows, 1)}
        self.places.clear()
        for place in self._places:
            item = QListWidgetItem(self._line(place, numbers[place.where.id]))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.places.addItem(item)
        self._count()

    def _line(self, place: Renaming, number: int) -> str:
        start, end = place.where.start or 0, place.where.end or 0
        text = place.spot.text
        before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        around = f"{'…' if start > _AROUND else ''}{before}[{place.words} → {place.text}]{behind}"
        around += "…" if end + _AROUND < len(text) else ""
        code = place.spot.language.value.upper()
        return self._teller(say("{language}, row {row}: {words}", language=code, row=number, words=around))

    def _is_ticked(self, row: int) -> bool:
        return self.places.item(row).checkState() is Qt.CheckState.Checked

    def _count(self) -> None:
        count = sum(self._is_ticked(row) for row in range(self.places.count()))
        places = say_count("Rename in {count} place", "Rename in {count} places", count)
        self._do.setText(self._teller(places if count else say("Rename on the card alone")))
        self._do.setEnabled(any(self._name))
        if self._places:
            self._told.setText(self._teller(say("The card and the places ticked are written anew in one step.")))
        else:
            self._told.setText(
                self._teller(say("The texts write this name nowhere otherwise: the card alone changes."))
            )
