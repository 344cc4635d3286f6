"""Pictures pane: every picture of the release; files come by a button or are dropped here."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QPushButton

from editor.edits.details import enter
from editor.edits.edit import all_of
from editor.edits.pictures import (
    add_picture,
    exchange_file,
    free_captions,
    make_caption,
    move_picture,
    remove_picture,
    remove_rendition,
    set_renditions,
)
from editor.errors import CommuniqueError
from editor.formats.images import image_suffixes, pictures_folder
from editor.gui.background.viewing import Made, Taken, View, Viewing
from editor.gui.dialogs import questions
from editor.gui.fields.line import Hint
from editor.gui.fields.picture import PictureCard
from editor.gui.fields.subject import set_subject
from editor.gui.panes.cards import CardsPane
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.pictures import Image, Picture, Use
from editor.model.rows import Row, RowKind
from editor.words import say

_Key = tuple[Path | None, str, str]


class PicturesPane(CardsPane[PictureCard]):
    """The pictures in their order. `save` saves the document, asking where, and answers whether it was saved."""

    def __init__(self, session: Session, teller: Teller, look: Look, save: Callable[[], bool]) -> None:
        super().__init__(session, teller, look)
        self._save = save
        self._known_folder: Path | None = None
        self._views: dict[_Key, View] = {}
        self._viewing = Viewing(self)
        self._viewing.seen.connect(self._seen)
        self._viewing.taken.connect(self._taken)
        self._viewing.made.connect(self._made)
        self._add = QPushButton()
        self._add.clicked.connect(self.ask_files)
        self._hint = Hint()
        self.column.insertWidget(self.column.count() - 1, self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.insertWidget(self.column.count() - 1, self._hint)
        self.setAcceptDrops(True)
        self.retranslate()
        session.changed.connect(self._changed)
        session.opened.connect(self._opened)

    @property
    def folder(self) -> Path | None:
        """The folder of the pictures; None for a document never saved."""
        return pictures_folder(self.session.path) if self.session.path else None

    def stop(self) -> None:
        """End the thread that looks at files."""
        self._viewing.stop()

    def focus_field(self, picture_id: str, field: str) -> None:
        """Bring the card of a picture into view, the caret in a field."""
        card = self.cards.get(picture_id)
        if card is not None:
            self.ensureWidgetVisible(card)
            card.focus_field(field)

    def ask_files(self) -> None:
        """Ask for picture files and add them."""
        if self._has_folder():
            for path in self._ask():
                self.add_file(path)

    def add_file(self, path: Path) -> None:
        """Add a picture: its file is copied beside the document, which is saved first where it lies nowhere yet."""
        if self._has_folder():
            self._take(path)

    def make_sizes(self) -> None:
        """Have a web size and a thumbnail made of every picture."""
        self._make(self.session.doc.pictures)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take files anywhere on the pane."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files dropped here."""
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.add_file(Path(url.toLocalFile()))

    def changeEvent(self, event: QEvent) -> None:
        """Look at the files again when the user comes back from another program, which may have changed them."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.cards:
            self._look_at_all()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.empty.setText(
            self.teller(
                say("No pictures yet. Drop an image file here, or choose one. Its caption is a row of the text.")
            )
        )
        self._add.setText(self.teller(say("Add a picture…")))
        super().retranslate()

    def rebuild(self) -> None:
        """Make all cards anew."""
        super().rebuild()
        self._show()

    def make_cards(self) -> Iterator[tuple[str, PictureCard]]:
        """Return a card for each picture."""
        for picture in self.session.doc.pictures:
            card = PictureCard(self.teller, self.look)
            self._bind(card, picture.id)
            yield picture.id, card

    def _bind(self, card: PictureCard, picture_id: str) -> None:
        for name, field in card.fields.items():
            set_subject(field, Address(Part.PICTURE, picture_id, field=name))
        card.opened.connect(lambda: self._go_to_caption(picture_id))
        card.caption_wished.connect(lambda: self._caption(picture_id))
        card.entered.connect(lambda field, text: self._enter(picture_id, field, text))
        card.exchange_wished.connect(lambda: self._exchange(picture_id))
        card.removed.connect(lambda: self.session.do(remove_picture(picture_id)))
        card.moved.connect(lambda by: self.session.do(move_picture(picture_id, by)))
        renditions = card.renditions
        renditions.made.connect(lambda: self._make((self.session.doc.picture(picture_id),)))
        renditions.chosen.connect(lambda use: self._choose(picture_id, use))
        renditions.removed.connect(lambda use: self.session.do(remove_rendition(picture_id, use)))

    def _changed(self, before: Communique, after: Communique) -> None:
        if before.pictures is after.pictures:
            if before.rows is not after.rows and after.pictures:
                self.late.start()
            return
        if [picture.id for picture in after.pictures] != list(self.cards):
            self.rebuild()
        else:
            self._show()

    def follow(self) -> None:
        """Show what the captions say."""
        self._show()

    def _opened(self) -> None:
        """Look at the files of the document that lies elsewhere now, or is another."""
        if self.folder != self._known_folder:
            self._known_folder = self.folder
            self._views.clear()
            self._hint.tell("")
        self._look_at_all()

    def _show(self) -> None:
        doc = self.session.doc
        for picture in doc.pictures:
            card = self.cards[picture.id]
            card.show_picture(picture, _captions(doc, picture))
            card.show_place(is_first=picture is doc.pictures[0], is_last=picture is doc.pictures[-1])
            for image in picture.files:
                view = self._views.get(self._key(image))
                if view is None:
                    self._viewing.look(image, self.folder)
                else:
                    _show_view(card, image, view)

    def _look_at_all(self) -> None:
        for picture in self.session.doc.pictures:
            for image in picture.files:
                self._viewing.look(image, self.folder)

    def _key(self, image: Image) -> _Key:
        return self.folder, image.file, image.fingerprint

    def _seen(self, image: Image, folder: Path | None, view: View) -> None:
        key = (folder, image.file, image.fingerprint)
        self._views[key] = view
        for picture in self.session.doc.pictures:
            for present in picture.files:
                if self._key(present) == key and picture.id in self.cards:
                    _show_view(self.cards[picture.id], present, view)

    def _has_folder(self) -> bool:
        """Whether the document lies somewhere; else it is offered to save it."""
        return self.session.path is not None or (questions.ask_save_first(self, self.teller) and self._save())

    def _ask(self) -> list[Path]:
        start = self.session.path.parent if self.session.path else Path.home()
        return questions.ask_images(
            self, self.teller, str(start), " ".join(f"*{suffix}" for suffix in image_suffixes())
        )

    def _exchange(self, picture_id: str) -> None:
        if self._has_folder():
            for path in self._ask()[:1]:
                picture = self.session.doc.picture(picture_id)
                if self.folder is not None and picture is not None:
                    self._viewing.exchange(path, self.folder, picture)

    def _choose(self, picture_id: str, use: Use) -> None:
        """Ask for the file that a picture has for a use."""
        if self._has_folder():
            for path in self._ask()[:1]:
                self._take(path, picture_id, use)

    def _take(self, path: Path, picture_id: str = "", use: Use | None = None) -> None:
        if self.folder is not None:
            self._viewing.take(path, self.folder, picture_id, use)

    def _make(self, pictures: tuple[Picture | None, ...]) -> None:
        known = tuple(picture for picture in pictures if picture is not None)
        if known and self._has_folder() and self.folder is not None:
            self._hint.tell(self.teller(say("The smaller files are being made…")))
            self._viewing.make(known, self.folder)

    def _made(self, made: Made) -> None:
        if made.folder != self.folder:
            return
        present = [(self.session.doc.picture(picture.id), picture, found) for picture, found in made.found]
        edits = [
            set_renditions(now.id, found)
            for now, picture, found in present
            if now and self._key(now) == self._key(picture) and found
        ]
        if edits:
            self.session.do(all_of(edits[0].label, edits))
            self._views.clear()
            self._show()
        nothing = say("The pictures are small enough already: they need no smaller files.")
        trouble = made.trouble or (None if edits else nothing)
        self._hint.tell(self.teller(trouble) if trouble else "")
        if trouble:
            self.ensureWidgetVisible(self._hint)

    def _taken(self, taken: Taken) -> None:
        if taken.folder != self.folder:
            # Another document was opened meanwhile; the file waits in the folder of the former one.
            return
        self._hint.tell(self.teller(taken.trouble) if taken.trouble else "")
        if taken.found is None:
            self.ensureWidgetVisible(self._hint)
            return
        # The file may be one that was looked at before it changed.
        self._views.clear()
        if self.session.doc.picture(taken.picture_id) and taken.use is not None:
            self.session.do(set_renditions(taken.picture_id, (taken.found.as_rendition(taken.use),)))
            self._show()
        elif self.session.doc.picture(taken.picture_id):
            self.session.do(exchange_file(taken.picture_id, taken.found))
            self._show()
        else:
            self.session.do(add_picture(taken.found))
            self.focus_field(self.session.doc.pictures[-1].id, "credit.en")

    def _enter(self, picture_id: str, field: str, text: str) -> None:
        places = {picture.id: number for number, picture in enumerate(self.session.doc.pictures, 1)}
        try:
            self.session.do(enter(f"picture.{places[picture_id]}.{field}", text, self.session.profile.zone))
        except CommuniqueError as error:
            self._hint.tell(self.teller(error.sentence))
            self._show()

    def _caption(self, picture_id: str) -> None:
        """Go to the caption row, which is made where there is none."""
        picture = self.session.doc.picture(picture_id)
        if picture is None:
            return
        if _caption_row(self.session.doc, picture) is None:
            self.session.do(make_caption(picture_id))
        self._go_to_caption(picture_id)

    def _go_to_caption(self, picture_id: str) -> None:
        picture = self.session.doc.picture(picture_id)
        row = _caption_row(self.session.doc, picture) if picture else None
        if row is not None:
            language = Language.FR if row.has_text(Language.EN) and not row.has_text(Language.FR) else Language.EN
            self.session.jump(row.address(language, 0, 0, 0))


def _show_view(card: PictureCard, image: Image, view: View) -> None:
    if isinstance(image, Picture):
        card.show_view(view.trouble, view.image)
    else:
        card.renditions.show_trouble(image.use, view.trouble)


def _caption_row(doc: Communique, picture: Picture) -> Row | None:
    row = doc.row(picture.caption)
    return row if row is not None and row.kind is RowKind.CAPTION else None


def _captions(doc: Communique, picture: Picture) -> list[tuple[str, str]]:
    """Return the rows that may be the caption of a picture, its own first, with their first words."""
    own = _caption_row(doc, picture)
    rows = [*([own] if own else []), *free_captions(doc)]
    return [(row.id, _words(row)) for row in rows]


def _words(row: Row) -> str:
    said = (row.text(language).replace("\n", " ").strip() for language in Language)
    return next(filter(None, said), "")[:120]
