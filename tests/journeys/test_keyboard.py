"""French and English typed on a real keyboard into a real window: every key goes through the X server.

The plain keys of any keyboard are pressed: a quotation mark is `"`, an apostrophe `'`, œ is oe, all spaces are plain.
"""

import re
import shutil
import subprocess
from contextlib import suppress

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.release import Release
from editor.model.rows import Row, RowKind

pytestmark = pytest.mark.display
EN, FR = Language.EN, Language.FR
PAUSE = 20
"""Milliseconds between two keys."""
NAMES = {
    '"': "quotedbl", "'": "apostrophe", " ": "space", ".": "period", ",": "comma", "-": "minus", "!": "exclam",
    "?": "question", ":": "colon", ";": "semicolon", "%": "percent", "é": "eacute", "è": "egrave", "ê": "ecircumflex",
    "à": "agrave", "û": "ucircumflex", "ç": "ccedilla", "ô": "ocircumflex", "«": "guillemotleft", "\n": "Return",
    "\b": "BackSpace", "#": "numbersign", "\t": "Tab",
}  # fmt: skip

# An invented paragraph with every feature at once, and what the NATO-like house prints of it.
KEYS = (
    "\" L'OCO oeuvre pour le lac sur 12 km, à 100 % ; pourquoi ? L'engagement reste ! \", a dit sa directrice : "
    "\" Aujourd'hui, le bac part à 13 h 52... et c'est sûr \"."
)
PAGE = (
    "«\u00a0L’OCO œuvre pour le lac sur 12\u00a0km, à 100\u00a0%\u202f; pourquoi\u202f? L’engagement "
    "reste\u202f!\u00a0», a dit sa directrice\u00a0: «\u00a0Aujourd’hui, le bac part à 13\u00a0h\u00a052… et c’est "
    "sûr\u00a0»."
)


@pytest.fixture
def window(signed_window, qtbot):
    if QApplication.platformName() != "xcb" or shutil.which("xdotool") is None:
        pytest.skip("a real keyboard needs an X screen and xdotool")
    session = signed_window._parts.session
    session.open(Communique((Row("r1"),), release=Release("nato"), counter=1), None, is_saved=True)
    signed_window.rows.go_to(session.doc.rows[0].address(FR, 0, 0, 0))
    qtbot.waitUntil(signed_window.rows.pages[FR].hasFocus)
    return signed_window


class Counter(QObject):
    """Counts the keys that arrive at a widget, modifiers left out."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _widget, event):  # noqa: N802 (of Qt)
        self.count += event.type() is QEvent.Type.KeyPress and bool(event.text())
        return False


def press(qtbot, keys):
    """Press keys as a hand does, the window working meanwhile; a sign of another layout waits until it has arrived.

    Such a sign is lent a key for a moment; where that moment was over before the window looked, it is pressed again.
    """
    arrived = Counter(QApplication.focusWidget())
    pressed = 0
    for part in re.findall(r"[\x00-\x7f]+|[^\x00-\x7f]", keys):
        pressed += len(part)
        for _ in range(1 if part.isascii() else 5):
            strike(qtbot, part)
            with suppress(qtbot.TimeoutError):
                qtbot.waitUntil(lambda wanted=pressed: arrived.count >= wanted, timeout=5_000)
                break
        assert arrived.count >= pressed


def strike(qtbot, part):
    """Strike the keys of some signs one after the other."""
    names = [NAMES.get(key) or (f"shift+{key.lower()}" if key.isupper() else key) for key in part]
    hand = subprocess.Popen(["xdotool", "key", "--clearmodifiers", "--delay", str(PAUSE), *names])
    qtbot.waitUntil(lambda: hand.poll() is not None, timeout=60_000)
    assert hand.returncode == 0


def text(window, language=FR, row=0):
    window._parts.session.flush()
    return window._parts.session.doc.rows[row].text(language)


def types(qtbot, window, keys, page):
    press(qtbot, keys)
    qtbot.waitUntil(lambda: text(window) == page, timeout=5_000)
    assert window.rows.pages[FR].document().firstBlock().text() == page


def test_plain_keys_become_the_paragraph_that_the_house_prints(window, qtbot):
    types(qtbot, window, KEYS, PAGE)


def test_the_first_words_of_the_real_release_are_typed_as_they_are_printed(window, qtbot, shared):
    """The expected words are those of the release, its plain spaces inside guillemets made what the profile says."""
    release = (shared / "communiques" / "nato-seed-fr.txt").read_text(encoding="utf-8")
    printed = next(line for line in release.splitlines() if line.startswith("« L’OTAN œuvre"))
    keys = printed.replace("« ", '" ').replace(" »", ' "').replace("’", "'").replace("œ", "oe")
    assert set(keys) - set(NAMES) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    expected = printed.replace("« ", "«\u00a0").replace(" »", "\u00a0»")
    assert expected.count("\u00a0") == 4
    types(qtbot, window, keys, expected)


@pytest.mark.parametrize(
    ("keys", "made", "typed"),
    [
        ('"', "«\u00a0", '"'),
        ("l'E", "l’E", "l'E"),
        ("oui !", "oui\u202f!", "oui !"),
        ("oui :", "oui\u00a0:", "oui :"),
        ("5 %", "5\u00a0%", "5 %"),
        ("oeuvre ", "œuvre ", "oeuvre "),
        ("fin...", "fin…", "fin..."),
        ("un - ", "un – ", "un - "),
    ],
)
def test_backspace_takes_back_what_was_made_of_a_key_and_then_a_letter(window, qtbot, keys, made, typed):
    types(qtbot, window, keys, made)
    types(qtbot, window, "\b", typed)
    types(qtbot, window, "\b", typed[:-1])


def test_a_space_where_one_was_just_put_is_swallowed(window, qtbot):
    types(qtbot, window, '" oui', "«\u00a0oui")


def test_a_list_is_written_by_keys_alone(window, qtbot):
    press(qtbot, "- un\n\tdeux\n\n\n# trois")
    doc = window._parts.session.doc
    qtbot.waitUntil(lambda: len(window._parts.session.doc.rows) == 3 and text(window, FR, 2) == "trois")
    doc = window._parts.session.doc
    assert [(row.kind, row.level, row.text(FR)) for row in doc.rows] == [
        (RowKind.LIST_ITEM, 1, "un"),
        (RowKind.LIST_ITEM, 2, "deux"),
        (RowKind.SUBHEADING, 1, "trois"),
    ]


def test_an_input_method_composes_in_peace(window, qtbot):
    """What is being composed is nobody's to change; what is committed may be a whole word, and stays as it is."""
    page = window.rows.pages[FR]
    press(qtbot, "l'")
    qtbot.waitUntil(lambda: text(window) == "l'")
    for composed in ("e", "eˆ", "ê"):
        QApplication.sendEvent(page, QInputMethodEvent(composed, []))
        qtbot.wait(1)
        assert text(window) == "l'"
        assert page.document().firstBlock().layout().preeditAreaText() == composed
    committed = QInputMethodEvent("", [])
    committed.setCommitString("ê")
    QApplication.sendEvent(page, committed)
    qtbot.waitUntil(lambda: text(window) == "l’ê")
    press(qtbot, "tre")
    qtbot.waitUntil(lambda: text(window) == "l’être")


def test_english_is_typed_with_its_own_marks(window, qtbot):
    qtbot.keyClick(window.rows.pages[FR], Qt.Key.Key_F6)
    qtbot.waitUntil(window.rows.pages[EN].hasFocus)
    press(qtbot, "\"It's here,\" she said -- 'now'...")
    qtbot.waitUntil(lambda: text(window, EN) == "“It’s here,” she said – ‘now’…", timeout=5_000)
