"""What the command line understands, in which language it answers, and that no error leaves it as a traceback."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from editor import cli
from editor.cli.given import read_words
from editor.cli.verbs import VERBS, verb_named
from editor.errors import Unfit

CHECKOUT = Path(__file__).parents[2]


def given(verb, *words):
    return read_words(verb_named(verb), words)


def test_options_stand_anywhere_and_are_written_in_every_usual_way():
    for words in (
        ("a.txt", "-o", "b"),
        ("-o", "b", "a.txt"),
        ("-ob", "a.txt"),
        ("--output=b", "a.txt"),
        ("--output", "b", "--", "a.txt"),
    ):
        read = given("convert", *words)
        assert (read.words, read.value("output")) == (("a.txt",), "b")


def test_after_two_hyphens_every_word_is_a_file():
    assert given("check", "--", "--json", "-x").words == ("--json", "-x")


def test_rules_may_follow_each_other_and_files_may_follow_rules():
    read = given("fix", "--rule", "F01", "X22", "a.communique", "--rule=E02,E07")
    assert (read.values("rule"), read.words) == (("F01", "X22", "E02,E07"), ("a.communique",))


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("check",), "FILE is missing"),
        (("check", "--colour", "a"), "there is no option --colour"),
        (("check", "-x", "a"), "there is no option -x"),
        (("check", "a", "--level"), "--level wants a value"),
        (("check", "a", "--level", "--json"), "--level wants a value"),
        (("check", "a", "--level", "fatal"), "error, warning, hint"),
        (("check", "a", "--json=yes"), "--json takes no value"),
        (("convert", "a"), "--output is missing"),
        (("convert", "a", "b", "-o", "c"), "“b” is one word too many"),
        (("set", "a"), "FIELD=VALUE is missing"),
        (("recognise", "a.txt"), "--lang is missing"),
    ],
)
def test_wrong_usage_is_told_in_one_sentence(run, words, fault):
    ran = run(*words)
    assert (ran.code, ran.out, len(ran.said)) == (2, "", 1)
    assert fault in ran.err


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("chek", "a"), "perhaps “check” is meant"),
        (("qwertz",), "There is no verb and no file “qwertz”"),
        (("--colour",), "There is no option --colour"),
        (("--lang-ui", "de", "check"), "en, fr"),
        (("--lang-ui", "fr"), "Il manque un verbe"),
        ((), "A verb is missing"),
    ],
)
def test_a_verb_that_is_none_is_told_with_what_may_be_meant(run, words, fault):
    ran = run(*words)
    assert (ran.code, len(ran.said)) == (2, 1)
    assert fault in ran.err


@pytest.mark.parametrize("tongue", ["en", "fr"])
@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
def test_every_verb_has_help_in_both_languages(run, verb, tongue):
    ran = run(verb, "--help", "--lang-ui", tongue)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"communique {verb} ")
    for option in verb_named(verb).options:
        assert f"--{option.name}" in ran.out
        assert option.about.told(tongue).split()[0] in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_the_help_of_the_command_names_every_verb(run):
    for words in (("--help",), ("-h",), ("--lang-ui", "fr", "--help"), ("--lang-ui=fr", "--help")):
        ran = run(*words)
        assert ran.code == 0
        for verb in VERBS:
            assert f"\n  {verb.name} " in ran.out


def test_help_comes_before_any_complaint(run):
    assert run("convert", "--help").code == 0


@pytest.mark.parametrize(
    ("variables", "french"),
    [
        ({"LANG": "fr_CA.UTF-8"}, True),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, False),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, True),
        ({"LC_MESSAGES": "fr_FR.UTF-8", "LC_ALL": "C"}, False),
        ({"LC_ALL": "", "LANG": "fr"}, True),
    ],
)
def test_the_locale_decides_the_language_of_messages(run, monkeypatch, variables, french):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("il manque" in run("check").err) is french


def test_the_language_asked_for_goes_before_the_locale(run, monkeypatch):
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert "is missing" in run("check", "--lang-ui=en").err
    assert "is missing" in run("--lang-ui", "en", "check").err


def test_the_window_is_meant_by_no_words_or_by_files_alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "release").write_text("")
    assert cli.files_to_open([]) == []
    assert cli.files_to_open(["a.communique", "b.txt"]) == ["a.communique", "b.txt"]
    assert cli.files_to_open(["release"]) == ["release"]
    assert cli.files_to_open(["folder/a"]) == ["folder/a"]


@pytest.mark.parametrize("words", [["check", "a.txt"], ["chek", "a.txt"], ["--help"], ["--lang-ui", "fr"]])
def test_the_command_line_is_meant_by_verbs_slips_and_options(words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert cli.files_to_open(words) is None


def test_what_nobody_foresaw_is_one_sentence_and_a_page_of_the_logbook(run, monkeypatch, tmp_path):
    def broken(*_):
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr("editor.cli.documents.new", broken)
    ran = run("new", "a.communique")
    assert (ran.code, ran.out, len(ran.said)) == (2, "", 1)
    log = tmp_path / "home" / "communique" / "log" / "communique.log"
    assert str(log) in ran.err
    written = log.read_text(encoding="utf-8")
    assert "RuntimeError" in written
    assert "broken" in written
    assert "a fault of ours" not in written  # an error may say words of a release


def test_without_a_place_for_the_logbook_the_sentence_is_said_all_the_same(run, monkeypatch, tmp_path):
    def broken(*_):
        raise RuntimeError

    (tmp_path / "home").write_text("no folder")
    monkeypatch.setattr("editor.cli.documents.new", broken)
    ran = run("new", "a.communique")
    assert (ran.code, ran.said) == (2, ["Something unforeseen went wrong (RuntimeError)."])


def test_ctrl_c_ends_the_command_without_a_word(run, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("editor.cli.documents.new", stopped)
    ran = run("new", "a.communique")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


def test_a_file_name_in_no_encoding_is_told_without_a_fault(run, monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stderr", stream)
    assert run("confirm", "a\udcff.communique", "--lang-ui", "fr").code == 2
    stream.flush()
    assert b"\\udcff" in stream.buffer.getvalue()


def test_a_verb_has_no_option_twice():
    for verb in VERBS:
        names = [option.name for option in verb.options]
        assert len(names) == len(set(names))


def test_the_fault_is_unfit_for_whoever_reads_words_elsewhere():
    with pytest.raises(Unfit):
        given("check", "--colour")


@pytest.mark.skipif(sys.platform != "linux", reason="this system always has a screen")
def test_without_a_screen_the_window_is_told_not_to_open():
    bare = {name: value for name, value in os.environ.items() if "DISPLAY" not in name and "QT_" not in name}
    bare |= {"LC_ALL": "C.UTF-8", "PYTHONPATH": str(CHECKOUT)}
    ran = subprocess.run(
        [sys.executable, "-m", "editor"], env=bare, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "there is no screen" in ran.stderr


def test_without_qt_the_window_is_told_not_to_open(capsys):
    assert cli.without_window(ImportError("libGL.so.1 is missing")) == 2
    assert "libGL.so.1 is missing" in capsys.readouterr().err
