"""Picture: a card with the small image, the file, the words and the caption row of one picture."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from editor.edits.fields import PICTURE_FIELDS
from editor.gui.fields.card import Card, QuietLabel
from editor.gui.fields.elided import Elided
from editor.gui.fields.line import ChoiceField, LineField
from editor.gui.fields.renditions import FLAT, RenditionList, facts
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.pictures import Picture
from editor.newsml.kept import kept_lines
from editor.words import Sentence, say

_THUMBNAIL = QSize(88, 72)


class Thumbnail(QWidget):
    """A small image in a quiet frame; the frame alone while there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._image = QImage()
        self.setFixedSize(_THUMBNAIL)

    @property
    def image(self) -> QImage:
        """The image shown; null while there is none."""
        return self._image

    def show_image(self, image: QImage) -> None:
        """Show another image."""
        self._image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the image in the middle, whole."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(self._look.palette.line)
        painter.setBrush(self._look.palette.window)
        painter.drawRoundedRect(frame, 4, 4)
        if self._image.isNull():
            return
        inner = frame.adjusted(2, 2, -2, -2)
        size = self._image.size().scaled(inner.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(inner.center())
        painter.drawImage(place, self._image)


class Link(QPushButton):
    """A flat button whose text ends in … where it is too long for its place."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setProperty("flat", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setStyleSheet(FLAT)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setToolTip(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - 12, 40)
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))


class PictureCard(Card):
    """One picture. Tells wishes by field name."""

    entered = Signal(str, str)
    """(field, text)"""
    removed = Signal()
    moved = Signal(int)
    exchange_wished = Signal()
    caption_wished = Signal()
    """Go to the caption row, or make one where there is none."""

    def __init__(self, teller: Teller, look: Look) -> None:
        super().__init__()
        self._teller = teller
        self._lines: dict[str, LineField] = {}
        self.thumbnail = Thumbnail(look)
        self._name, self._facts, self._trouble = Elided(), QuietLabel(), QLabel()
        self._name.setFont(look.fonts.strong)
        self._facts.setFont(look.fonts.small)
        self._trouble.setFont(look.fonts.small)
        self._trouble.setWordWrap(True)
        self._trouble.setStyleSheet(f"color: {look.palette.wrong.name()};")
        self._trouble.hide()
        self.column.addLayout(self._heading())
        self.column.addLayout(self._form())
        self.renditions = RenditionList(teller, look)
        self.column.addWidget(self.renditions)
        self._kept = QuietLabel()
        self._kept.setFont(look.fonts.small)
        self._kept.setTextFormat(Qt.TextFormat.PlainText)
        self._kept.setWordWrap(True)
        self._kept.setToolTip(teller(say("Metadata of the imported file; it is published again as it was")))
        self.column.addWidget(self._kept)
        self.column.addLayout(self._buttons())

    def show_picture(self, picture: Picture, captions: list[tuple[str, str]]) -> None:
        """Show the present value; `captions` are (row id, first words) of the rows that may be its caption."""
        self._name.show_text(picture.file or self._teller(say("No file yet")))
        self._facts.setText(self._teller(facts(picture)) if picture.size else "")
        self.renditions.show_picture(picture)
        self._kept.setText("\n".join(kept_lines(picture.foreign, self._teller)))
        self._kept.setVisible(bool(picture.foreign))
        self.setAccessibleName(self._name.toolTip())
        for name, line in self._lines.items():
            value = PICTURE_FIELDS[name].read(picture, "UTC")
            if line.text().strip() != value.strip() or not line.hasFocus():
                line.show_value(value)
        words = dict(captions)
        has_caption = picture.caption in words
        if has_caption:
            self.caption.show_text(words[picture.caption] or self._teller(say("Caption still to be written")))
        else:
            self.caption.show_text(self._teller(say("Make a caption row")))
        self._choice.set_choices([*([] if has_caption else [("", self._teller(say("none")))]), *captions])
        self._choice.show_value(picture.caption if has_caption else "")
        self._choice.setVisible(len(captions) > has_caption)

    def show_place(self, *, is_first: bool, is_last: bool) -> None:
        """Offer to move the picture only where there is room."""
        self._up.setEnabled(not is_first)
        self._down.setEnabled(not is_last)

    def show_view(self, trouble: Sentence | None, image: QImage) -> None:
        """Show what was seen of the file."""
        self.thumbnail.show_image(image)
        told = self._teller(trouble) if trouble else ""
        # The triangle says the same as the colour.
        self._trouble.setText(f"▲ {told}" if told else "")
        self._trouble.setVisible(bool(told))
        self.setAccessibleDescription(told)

    @property
    def fields(self) -> Mapping[str, QWidget]:
        """The fields by their names."""
        return {**self._lines, "file": self._exchange, "caption": self.caption, **self.renditions.fields}

    def focus_field(self, field: str) -> None:
        """Put the caret into a field; of a pair of fields into the English one."""
        for name in (field, f"{field}.en", "credit.en"):
            if name in self.fields:
                self.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _heading(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._name, self._facts, self._trouble):
            words.addWidget(label)
        self._exchange = self._button(say("Another file…"))
        self._exchange.clicked.connect(self.exchange_wished)
        words.addWidget(self._exchange, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        line.addLayout(words, 1)
        return line

    def _form(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.addWidget(QuietLabel(self._teller(say("Credit"))), 0, 0)
        grid.addWidget(self._line("credit.en", say("English")), 0, 1)
        grid.addWidget(self._line("credit.fr", say("French")), 0, 2)
        grid.addWidget(QuietLabel(self._teller(say("Shows"))), 1, 0)
        grid.addWidget(self._line("alternative.en", say("English: what it shows")), 1, 1, 1, 2)
        grid.addWidget(self._line("alternative.fr", say("French: what it shows")), 2, 1, 1, 2)
        self.caption = Link()
        self.caption.clicked.connect(self.caption_wished)
        grid.addWidget(QuietLabel(self._teller(say("Caption"))), 3, 0)
        grid.addWidget(self.caption, 3, 1, 1, 2)
        self._choice = ChoiceField(self._teller(say("Caption row")))
        self._choice.setMinimumContentsLength(8)
        self._choice.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.entered.connect(lambda row_id: self.entered.emit("caption", row_id))
        grid.addWidget(self._choice, 4, 1, 1, 2)
        return grid

    def _line(self, name: str, hint: Sentence) -> LineField:
        line = LineField(self._teller(PICTURE_FIELDS[name].title))
        line.setPlaceholderText(self._teller(hint))
        line.setToolTip(line.accessibleName())
        # A file dropped here is meant as a picture, not as the address of one.
        line.setAcceptDrops(False)
        line.entered.connect(lambda text: self.entered.emit(name, text))
        self._lines[name] = line
        return line

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self._up, self._down, remove = self._button(say("Up")), self._button(say("Down")), self._button(say("Remove"))
        self._up.clicked.connect(lambda: self.moved.emit(-1))
        self._down.clicked.connect(lambda: self.moved.emit(1))
        remove.clicked.connect(self.removed)
        for button in (self._up, self._down, remove):
            line.addWidget(button)
        line.setSpacing(12)
        line.addStretch(1)
        return line

    def _button(self, title: Sentence) -> QPushButton:
        button = QPushButton(self._teller(title))
        button.setProperty("flat", True)
        button.setStyleSheet(FLAT)
        return button
