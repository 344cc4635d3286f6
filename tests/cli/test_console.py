import io
import json
import sys

import pytest

from editor.cli.console import Console
from editor.words import say


class Terminal(io.StringIO):
    def isatty(self):
        return True

    @property
    def shown(self):
        """What stands in the last line."""
        return self.getvalue().rpartition("\x1b[K")[2]


@pytest.fixture
def open_terminal(monkeypatch):
    """Put a terminal in the place of standard error. (pytest exchanges the stream between fixture and test.)"""

    def opened():
        stream = Terminal()
        monkeypatch.setattr(sys, "stderr", stream)
        return stream

    return opened


def test_progress_is_shown_on_a_terminal_and_gone_when_all_is_done(open_terminal):
    terminal = open_terminal()
    console = Console("en")
    console.progress(3, 9)
    assert terminal.shown == "3 of 9"
    console.progress(9, 9)
    assert terminal.shown == ""


def test_a_message_takes_the_place_of_the_progress(open_terminal):
    terminal = open_terminal()
    console = Console("fr")
    console.progress(3, 9)
    console.tell(say("FILE"))
    assert terminal.shown == "FICHIER\n"


def test_one_file_needs_no_progress(open_terminal):
    terminal = open_terminal()
    Console("en").progress(0, 1)
    assert terminal.getvalue() == ""


def test_no_progress_is_written_where_nobody_looks(capsys):
    console = Console("en")
    console.progress(3, 9)
    console.tell(say("FILE"))
    assert capsys.readouterr().err == "FILE\n"


def test_results_go_to_standard_output_and_messages_do_not(capsys):
    console = Console("en")
    console.result("a")
    console.text("b\nc\n")
    console.note("d")
    assert capsys.readouterr() == ("a\nb\nc\n", "d\n")


def test_json_keeps_every_letter(capsys):
    value = {"text": "« l’œuvre »\u202f!", "none": None}
    Console("fr").as_json(value)
    written = capsys.readouterr().out
    assert "œuvre" in written
    assert json.loads(written) == value
