"""Header: the reference, where the release is in its life, whether it is saved, preview, and the one primary button."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from editor.gui.fields.elided import Elided
from editor.gui.fields.moments import told_time
from editor.gui.fields.publications import status_title
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.release import Release, Status
from editor.words import Sentence, say


class Header(QWidget):
    """The line above the texts."""

    def __init__(self, session: Session, teller: Teller, look: Look) -> None:
        super().__init__()
        self._session = session
        self._teller = teller
        self._saved_at: datetime | None = None
        self._reference = QLabel()
        self._pill = QFrame()
        self._pill.setProperty("pill", True)
        self._status = QLabel()
        self._status.setProperty("quiet", True)
        inside = QHBoxLayout(self._pill)
        inside.setContentsMargins(10, 4, 10, 4)
        inside.addWidget(self._status)
        self._saved = QLabel()
        self._saved.setProperty("quiet", True)
        # Its end is what newsrooms must not get wrong: the day and the time.
        self._embargo = Elided(Qt.TextElideMode.ElideLeft)
        self.preview = QPushButton()
        self.publish = QPushButton()
        self.publish.setProperty("primary", True)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 8, 16, 8)
        line.setSpacing(10)
        for widget in (self._reference, self._pill, self._saved, self._embargo):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.preview)
        line.addWidget(self.publish)
        self.set_look(look)
        session.state_changed.connect(self._follow)
        session.opened.connect(self._show)
        teller.changed.connect(self._show)
        self._show()

    def tell_saved(self, at: datetime | None) -> None:
        """Remember when the document was saved; None for one that has not been."""
        self._saved_at = at
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let go first of what matters least where there is little room."""
        super().resizeEvent(event)
        self._show_what_fits()

    def set_look(self, look: Look) -> None:
        """Use other fonts."""
        font = look.fonts.strong
        font = type(font)(font)
        font.setPointSizeF(font.pointSizeF() + 1.5)
        self._reference.setFont(font)
        palette = self._embargo.palette()
        palette.setColor(palette.ColorRole.WindowText, look.palette.doubtful)
        self._embargo.setPalette(palette)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        """Show when the release was saved, unless the embargo needs the room: the title tells what is not saved."""
        layout = self.layout()
        if layout is None:
            return
        shown = (self._reference, self._pill, self._saved, self._embargo, self.preview, self.publish)
        margins = layout.contentsMargins()
        wished = sum(widget.sizeHint().width() + layout.spacing() for widget in shown)
        fits = wished + margins.left() + margins.right() <= self.width()
        self._saved.setVisible(fits or self._embargo.isHidden())

    def _follow(self) -> None:
        """Show what is shown here, where it is not the same as after the key before."""
        if self._facts() != self._shown:
            self._show()

    def _facts(self) -> tuple[Release, bool, Path | None]:
        return self._session.doc.release, self._session.is_modified, self._session.path

    def _show(self) -> None:
        self._shown = self._facts()
        release = self._session.doc.release
        self._reference.setText(release.reference or self._teller(say("No reference yet")))
        self._status.setText(
            self._teller(
                say("{status} · version {version}", status=status_title(release.status), version=_version(release))
            )
        )
        self._show_embargo(None if release.status is Status.CANCELED else release.embargo)
        self._saved.setText(self._teller(self._saved_sentence()))
        self.preview.setText(self._teller(say("Preview")))
        self.publish.setText(self._teller(say("Publish…")))
        self._show_what_fits()

    def _show_embargo(self, embargo: datetime | None) -> None:
        """Say until when the release is under embargo; where the window is too narrow, a tip holds the whole of it."""
        told = ""
        if embargo is not None and embargo > datetime.now(UTC):
            from editor.text.date_writing import told_moment

            moment = told_moment(embargo, self._session.profile)
            told = self._teller(say("Embargoed until {moment}", moment=moment))
        self._embargo.show_text(told)
        self._embargo.setVisible(bool(told))

    def _saved_sentence(self) -> Sentence:
        if self._session.path is None:
            return say("Not saved yet")
        if self._session.is_modified:
            return say("Changed since it was saved")
        if self._saved_at is None:
            return say("Saved")
        return say("Saved {time}", time=told_time(self._saved_at))


def _version(release: Release) -> int:
    """Return the version the release is, published or withdrawn, or the one it is going to be."""
    is_on_its_way = release.status in (Status.DRAFT, Status.CLEARED) or not release.publications
    return release.version + is_on_its_way
