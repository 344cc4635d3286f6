"""Settings: a frozen value, kept from start to start in the user's configuration folder."""

import getpass
import logging
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

from editor.gui.style import Theme
from editor.gui.teller import system_tongue
from editor.values import frozen
from editor.words import Sentence, Tongue, say

_log = logging.getLogger(__name__)

_MOST_RECENT = 10
_SMALLEST_ZOOM, _LARGEST_ZOOM = 0.6, 3.0


@frozen
class Settings:
    """What the user chose.

    `tongue` is "en", "fr" or empty for the desktop's. `zoom` is a factor on the size of the texts. `name` and `role`
    sign confirmations; `is_signed` says that the user has been asked. `typesets` lets typography follow the keys.
    `hints` lists among the problems what may as well be left. `recent` are absolute paths, the latest first.
    `shows_marks` shows spaces, line ends and the ends of marks in the texts.
    `french_first` puts the French on the left; `shown` is the one language to be read alone ("en", "fr"), or empty.
    `profile` is the house of new releases; `welcomes` shows the welcome page at a start without files.
    `versions_beside` keeps the versions of a document beside it, where colleagues find them too.
    `remembers` fills the translation memory with what is confirmed and published.
    `geometry`, `layout` (fields) and `depth` (problems) are Qt's own bytes.
    """

    tongue: str = ""
    theme: Theme = Theme.SYSTEM
    zoom: float = 1.0
    name: str = ""
    role: str = ""
    is_signed: bool = False
    typesets: bool = True
    recent: tuple[str, ...] = ()
    geometry: bytes = b""
    layout: bytes = b""
    depth: bytes = b""
    hints: bool = False
    french_first: bool = False
    shows_marks: bool = False
    shown: str = ""
    profile: str = "nato"
    welcomes: bool = True
    versions_beside: bool = False
    remembers: bool = True

    def zoomed(self, factor: float) -> "Settings":
        """Return the settings with the texts larger or smaller, within bounds; a factor of 0 is the usual size."""
        zoom = 1.0 if not factor else min(max(self.zoom * factor, _SMALLEST_ZOOM), _LARGEST_ZOOM)
        return replace(self, zoom=round(zoom, 2))

    def opened(self, path: Path) -> "Settings":
        """Return the settings with `path` first among the recent files."""
        name = str(path.absolute())
        others = tuple(other for other in self.recent if other != name)
        return replace(self, recent=(name, *others)[:_MOST_RECENT])


class SettingsStore(QObject):
    """Keeps the settings in an INI file; an entry that cannot be read counts as never set."""

    changed = Signal(object)
    """The new Settings."""

    def __init__(self, file: Path | None = None) -> None:
        super().__init__()
        self._kept = (
            QSettings(str(file), QSettings.Format.IniFormat)
            if file
            else QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "communique", "communique")
        )
        self._faulty: list[str] = []
        self._value = self._read()
        self.notes = self._tell_faults()
        """What had to be left aside at the start, to be told once."""

    @property
    def value(self) -> Settings:
        """The present settings."""
        return self._value

    def change(self, change: Callable[[Settings], Settings]) -> None:
        """Replace the settings and keep them: `store.change(lambda now: replace(now, zoom=1.2))`."""
        after = change(self._value)
        if after != self._value:
            self._value = after
            self._write(after)
            self.changed.emit(after)

    def _read(self) -> Settings:
        usual = Settings(name=_account_name())
        tongue = self._text("tongue", "")
        try:
            theme, zoom = Theme(self._text("theme", "system")), float(self._text("zoom", "1.0"))
        except ValueError:
            self._faulty.append("theme")
            theme, zoom = usual.theme, usual.zoom
        recent = tuple(path for path in self._text("recent", "").split(os.pathsep + " ") if path)
        return Settings(
            tongue=tongue if tongue in ("en", "fr") else "",
            theme=theme,
            zoom=min(max(zoom, _SMALLEST_ZOOM), _LARGEST_ZOOM) if zoom == zoom else 1.0,  # noqa: PLR0124 (not a number)
            name=self._text("name", usual.name),
            role=self._text("role", ""),
            is_signed=self._text("signed", "") == "yes",
            typesets=self._text("typesets", "yes") != "no",
            recent=recent[:_MOST_RECENT],
            geometry=self._bytes("geometry"),
            layout=self._bytes("layout"),
            depth=self._bytes("depth"),
            hints=self._text("hints", "") == "yes",
            shows_marks=self._text("shows_marks", "") == "yes",
            french_first=self._text("french_first", "") == "yes",
            profile=self._text("profile", usual.profile),
            versions_beside=self._text("versions_beside", "") == "yes",
            welcomes=self._text("welcomes", "yes") != "no",
            remembers=self._text("remembers", "yes") != "no",
            shown=self._text("shown", "") if self._text("shown", "") in ("en", "fr") else "",
        )

    def _write(self, value: Settings) -> None:
        for key, entry in {
            "tongue": value.tongue,
            "theme": value.theme.value,
            "zoom": str(value.zoom),
            "name": value.name,
            "role": value.role,
            "signed": "yes" if value.is_signed else "",
            "typesets": "yes" if value.typesets else "no",
            "recent": (os.pathsep + " ").join(value.recent),
            "geometry": value.geometry.hex(),
            "layout": value.layout.hex(),
            "depth": value.depth.hex(),
            "hints": "yes" if value.hints else "",
            "shows_marks": "yes" if value.shows_marks else "",
            "french_first": "yes" if value.french_first else "",
            "shown": value.shown,
            "profile": value.profile,
            "versions_beside": "yes" if value.versions_beside else "",
            "welcomes": "yes" if value.welcomes else "no",
            "remembers": "yes" if value.remembers else "no",
        }.items():
            self._kept.setValue(key, entry)
        self._kept.sync()
        if self._kept.status() is QSettings.Status.AccessError:
            _log.warning("The settings could not be kept in %s.", self._kept.fileName())

    def _text(self, key: str, usual: str) -> str:
        value = self._kept.value(key, usual)
        return value if isinstance(value, str) else usual

    def _bytes(self, key: str) -> bytes:
        try:
            return bytes.fromhex(self._text(key, ""))
        except ValueError:
            self._faulty.append(key)
            return b""

    def _tell_faults(self) -> tuple[Sentence, ...]:
        """Say that the file is damaged, if it is, having put a copy aside: the next change writes it anew."""
        file = Path(self._kept.fileName())
        self._kept.sync()
        if not self._faulty and self._kept.status() is not QSettings.Status.FormatError:
            return ()
        aside = file.with_name(f"{file.name}.damaged")
        try:
            aside.write_bytes(file.read_bytes())
        except OSError:
            return (say("The settings were damaged: what could not be read is as usual again."),)
        told = say(
            "The settings were damaged: what could not be read is as usual again. A copy lies in {file}.",
            file=str(aside),
        )
        return (told,)


def _account_name() -> str:
    try:
        account = getpass.getuser()
    except (OSError, KeyError):
        return ""
    try:
        import pwd  # noqa: PLC0415 (not on Windows)

        full = pwd.getpwnam(account).pw_gecos.split(",")[0].strip()
    except (ImportError, KeyError):
        full = ""
    return full or account


def window_tongue(settings: Settings) -> Tongue:
    """Return the language the window speaks by these settings."""
    return "fr" if settings.tongue == "fr" else "en" if settings.tongue == "en" else system_tongue()
