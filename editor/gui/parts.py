"""Parts: what the window and its rooms are given, everything that is not a widget."""

from editor.gui.background.checking import Checking
from editor.gui.background.spelling import SpellingService
from editor.gui.session import Session
from editor.gui.settings import SettingsStore
from editor.gui.teller import Teller
from editor.values import frozen


@frozen
class Parts:
    """What the window is given: everything that is not a widget."""

    session: Session
    checking: Checking
    spelling: SpellingService
    settings: SettingsStore
    teller: Teller
