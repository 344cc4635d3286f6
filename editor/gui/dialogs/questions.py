"""Dialogs: the few questions the window asks. A question names what will happen on its buttons."""

from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from editor import __version__
from editor.gui.dialogs.files import ask_file, ask_files, ask_target
from editor.gui.dialogs.frame import Framed, ask
from editor.gui.fields.line import LineField
from editor.gui.teller import Teller
from editor.words import Sentence, say


class Unsaved(Enum):
    """What to do with changes that are not saved."""

    SAVE = "save"
    DISCARD = "discard"
    STAY = "stay"


def ask_unsaved(parent: QWidget, teller: Teller, name: str) -> Unsaved:
    """Ask what to do with unsaved changes before the document goes out of sight."""
    question = say("“{name}” has changes that are not saved.", name=name)
    answers = (say("Save the changes"), say("Discard the changes"), say("Go on writing"))
    return tuple(Unsaved)[ask(parent, teller, question, answers)]


def tell_trouble(parent: QWidget | None, teller: Teller, sentence: Sentence) -> None:
    """Say one sentence that the user can act on."""
    ask(parent, teller, sentence, (say("Close"),))


def tell_about(parent: QWidget, teller: Teller) -> None:
    """Say what this program is."""
    tell_trouble(
        parent,
        teller,
        say(
            "Communiqué {version}: writes press releases in English and French side by side and publishes NewsML-G2. "
            "It never uses the network. Apache License 2.0.",
            version=__version__,
        ),
    )


def ask_open(parent: QWidget, teller: Teller, folder: str, pattern: str) -> Path | None:
    """Ask for a file to open."""
    kinds = f"{teller(say('Releases and texts'))} ({pattern});;{teller(say('All files'))} (*)"
    return ask_file(parent, teller(say("Open")), folder, kinds)


def ask_save(parent: QWidget, teller: Teller, start: str) -> Path | None:
    """Ask where to save; the suffix of our own files is added where none is written."""
    kinds = f"{teller(say('Communiqué documents'))} (*.communique)"
    path = ask_target(parent, teller(say("Save as")), start, kinds)
    return path if path is None or path.suffix else path.with_suffix(".communique")


def ask_export(parent: QWidget, teller: Teller, start: str, suffixes: tuple[str, ...]) -> Path | None:
    """Ask where to export to; a name without a suffix gets the first of those that may be written."""
    patterns = ";;".join(f"{suffix[1:].upper()} (*{suffix})" for suffix in suffixes)
    path = ask_target(parent, teller(say("Export")), start, patterns)
    return path if path is None or path.suffix.lower() in suffixes else path.with_name(f"{path.name}{suffixes[0]}")


def ask_images(parent: QWidget, teller: Teller, folder: str, pattern: str) -> list[Path]:
    """Ask for picture files; none where the user thinks better of it."""
    kinds = f"{teller(say('Images'))} ({pattern});;{teller(say('All files'))} (*)"
    return ask_files(parent, teller(say("Choose pictures")), folder, kinds)


def ask_save_first(parent: QWidget, teller: Teller) -> bool:
    """Say that pictures need a saved document, and answer whether it shall be saved now."""
    question = say("Pictures lie in a folder beside the document. Please say first where the document lies.")
    return ask(parent, teller, question, (say("Save the document…"), say("Cancel"))) == 0


def ask_forget(parent: QWidget, teller: Teller, name: str) -> bool:
    """Ask whether every version kept of a document shall go."""
    question = say("Every version kept of “{name}” goes for good. The document itself stays.", name=name)
    return ask(parent, teller, question, (say("Forget all versions"), say("Keep them")), usual=1) == 0


class SignDialog(Framed):
    """Asks for the name and role that sign confirmations."""

    def __init__(self, parent: QWidget, teller: Teller, name: str, role: str) -> None:
        super().__init__(parent, teller, say("Your name and role"))
        self.name = LineField(teller(say("Name")))
        self.name.show_value(name)
        self.role = LineField(teller(say("Role")))
        self.role.show_value(role)
        self.role.setPlaceholderText(teller(say("press officer, translator …")))
        why = QLabel(teller(say("They stand beside everything you confirm. They are kept on this machine.")))
        why.setWordWrap(True)
        why.setProperty("quiet", True)
        form = QFormLayout()
        form.addRow(teller(say("Name")), self.name)
        form.addRow(teller(say("Role")), self.role)
        self.column.addLayout(form)
        self.column.addWidget(why)
        self.close_with(say("Keep"))
        self.setMinimumWidth(380)
        # What the machine calls its user is seldom the name to sign with.
        self.name.selectAll()
