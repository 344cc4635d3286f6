"""The help, in both languages, by keys in the whole window."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from editor.assets import resource
from editor.checks.finding import Level
from editor.checks.run import RULES, Checker
from editor.formats.profiles import load_profile
from editor.gui.actions import COMMANDS, MENU_TITLES
from editor.gui.dialogs.help import HelpDialog, pages
from editor.gui.teller import Teller
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import Passage
from editor.model.rows import Row

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
TONGUES = ("en", "fr")


@pytest.mark.parametrize("tongue", TONGUES)
def test_both_languages_have_the_same_pages(qapp, tongue):
    files = [[path.name for path in sorted(resource(f"help/{each}").glob("*.md"))] for each in TONGUES]
    assert files[0] == files[1]
    titles = [page.title for page in pages(Teller(tongue))]
    assert len(titles) == len(files[0]) + 4
    assert all(titles)


@pytest.mark.parametrize("tongue", TONGUES)
def test_every_command_named_in_the_help_is_in_its_menu(qapp, tongue):
    tell = Teller(tongue)
    menus = {tell(title).replace("&", ""): menu for menu, title in MENU_TITLES.items()}
    there = {(menus_title, tell(command.title)) for command in COMMANDS for menus_title, menu in menus.items()
             if command.menu is menu}  # fmt: skip
    for page in pages(tell):
        for menu, title in re.findall(r"\*(\S+) › ([^*]+)\*", page.text):
            assert (menu, " ".join(title.split())) in there, page.title


def test_the_french_of_the_help_is_set_as_the_program_wants_french_set():
    profile = load_profile("nato")
    for path in sorted(resource("help/fr").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        paragraphs = [" ".join(part.split("\n")) for part in text.split("\n\n")]
        plain = [re.sub(r"`[^`]*`|avant ; ! \?", "x", re.sub(r"[*#]|^ +|  +", "", part)) for part in paragraphs]
        rows = tuple(Row(f"r{n}", Bilingual((), (Passage(part),)), on_purpose=True) for n, part in enumerate(plain))
        found = Checker().check(Communique(rows), profile)
        wrong = [(one.rule, one.why.english(), plain[int(one.where.id[1:])][:60]) for one in found
                 if one.level > Level.HINT
                 and one.rule in {"F01", "F02", "F03", "F04", "F06", "F07", "F10", "F12", "F22"}]  # fmt: skip
        assert wrong == [], path.name


@pytest.mark.parametrize("tongue", TONGUES)
def test_words_are_found_and_the_page_turned_to(qtbot, tongue):
    dialog = HelpDialog(None, Teller(tongue))
    qtbot.addWidget(dialog)
    dialog.show()
    everything = dialog._contents.count()
    qtbot.keyClicks(dialog._sought, "embargo")
    assert 0 < dialog._contents.count() < everything
    assert dialog._page.textCursor().selectedText().casefold() == "embargo"


def test_a_problem_is_explained(signed_window, qtbot):
    session = signed_window._parts.session
    doc = Communique((Row("r1", Bilingual((Passage("Only English here, and nothing else."),), ())),))
    with qtbot.waitSignal(signed_window._parts.checking.found, timeout=20_000):
        session.open(doc, None, is_saved=True)
    rule = signed_window.problems.groups[0].rule
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    dialog = signed_window.errands._help
    assert dialog.isVisible()
    assert dialog._page.textCursor().selectedText() == f"{rule} · "
    assert rule in {one.id for one in RULES}
