"""Broken, hostile and impossible files: one clear sentence each, exit code 2, and nothing half-written."""

import os
import zipfile

import pytest

VERBS = {
    "convert": lambda file: ("convert", file, "-o", "out.communique"),
    "convert-pair": lambda file: ("convert", "--en", file, "--fr", file, "-o", "out.communique"),
    "check": lambda file: ("check", file, "--json"),
    "fix": lambda file: ("fix", file, "-o", "out.communique"),
    "recognise": lambda file: ("recognise", file, "--lang", "fr", "--json"),
}
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 8
OWN = b'{"format": {"name": "communique", "version": 1},'


def bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<w>" + b" " * 200_000_000 + b"</w>")


TEXTS = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n\n",
    "zeros.txt": b"\0" * 5000,
    "text-with-zero.txt": b"A text.\n\0\n",
    "picture.txt": JPEG,
    "empty.html": b"",
    "picture.html": JPEG,
    "empty.docx": b"",
    "picture.docx": JPEG,
    "text.docx": b"Not a Word file.",
    "empty.communique": b"",
    "picture.communique": JPEG,
    "cut.communique": OWN,
    "text.communique": b"A text.",
    "newer.communique": b'{"format": {"name": "communique", "version": 999}}',
    "deep.communique": b"[" * 100_000,
}


def complaint(ran, name):
    """The one sentence said."""
    assert ran.code == 2, ran
    assert len(ran.said) == 1, ran.said
    assert name in ran.said[0]
    assert "Traceback" not in ran.err
    assert "unforeseen" not in ran.err
    return ran.said[0]


@pytest.mark.parametrize("verb", ["convert", "check"])
@pytest.mark.parametrize("name", TEXTS)
def test_what_is_no_release_is_told(run, tmp_path, name, verb):
    (tmp_path / name).write_bytes(TEXTS[name])
    ran = run(*VERBS[verb](name))
    complaint(ran, name)
    assert not (tmp_path / "out.communique").exists()


@pytest.mark.parametrize("verb", ["convert-pair", "fix", "recognise"])
@pytest.mark.parametrize("name", ["empty.txt", "zeros.txt", "picture.txt"])
def test_every_verb_that_reads_a_text_tells_it(run, tmp_path, name, verb):
    (tmp_path / name).write_bytes(TEXTS[name])
    complaint(run(*VERBS[verb](name)), name)
    assert not (tmp_path / "out.communique").exists()


@pytest.mark.parametrize("verb", VERBS)
def test_a_text_of_50_megabytes_is_told_to_be_too_large(run, tmp_path, verb):
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(50_000_000)
    assert "MB" in complaint(run(*VERBS[verb]("large.txt")), "large.txt")


@pytest.mark.parametrize("verb", VERBS)
def test_what_is_not_there_is_told(run, verb):
    assert "no such file" in complaint(run(*VERBS[verb]("missing.txt")), "missing.txt")


@pytest.mark.parametrize("verb", VERBS)
def test_a_folder_is_told_to_be_one(run, tmp_path, verb):
    (tmp_path / "folder.txt").mkdir()
    assert "folder" in complaint(run(*VERBS[verb]("folder.txt")), "folder.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("verb", VERBS)
def test_a_pipe_nobody_writes_to_is_not_waited_for(run, tmp_path, verb):
    os.mkfifo(tmp_path / "pipe.txt")
    complaint(run(*VERBS[verb]("pipe.txt")), "pipe.txt")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this account may read everything")
@pytest.mark.parametrize("verb", VERBS)
def test_a_file_that_may_not_be_read_is_told(run, tmp_path, verb):
    (tmp_path / "secret.txt").write_text("A text.")
    (tmp_path / "secret.txt").chmod(0)
    assert "permission" in complaint(run(*VERBS[verb]("secret.txt")), "secret.txt")


def test_a_word_file_that_unpacks_without_end_is_told(run, tmp_path):
    bomb(tmp_path / "bomb.docx")
    complaint(run("convert", "bomb.docx", "-o", "out.communique"), "bomb.docx")


@pytest.mark.parametrize("name", ["out.communique", "out.txt", "out.html", "out.docx"])
def test_no_folder_to_write_into_is_told(run, tmp_path, name):
    (tmp_path / "a.txt").write_text("A title\n\nA text of some words, for all to read.\n", encoding="utf-8")
    complaint(run("convert", "a.txt", "-o", f"missing/{name}"), name)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_texts_in_other_encodings_are_read_and_that_is_said(run, tmp_path, encoding, opened):
    text = "Un titre où l’œuvre s’élève\n\nLa région a signé « un accord » à l’été, déclare-t-on à Genève.\n"
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    ran = run("convert", "a.txt", "-o", "a.communique")
    assert ran.code == 0
    assert "read as" in ran.err
    assert opened("a.communique").headline.fr.text == "Un titre où l’œuvre s’élève"


NAMES = [
    "new\nline",
    "\x1b[31mred",
    "\u202etxt",
    "é😀",
    "x" * 300,
    "\udcff",
    "nodir/x",
    "a/b\0",
    "",
    ".",
    "/",
    "~/x",
    "-",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_kind_is_told_on_one_line(run, name):
    for words in (
        ("check", name),
        ("validate", name),
        ("set", name, "reference=1"),
        ("confirm", name),
        ("compare", name, name),
        ("merge", name, name, name, "-o", "out.communique"),
        ("memory", "import", name),
        ("terms", "import", name),
        ("align", "--batch", name),
        ("set", "b.communique", "reference=1", "-o", name),
    ):
        ran = run(*words)
        assert ran.code == 2, words
        assert len(ran.said) == 1, (words, ran.err)
        assert ran.said[0].isprintable() or "\udcff" in name, ran.said
        assert "unforeseen" not in ran.err, words


def test_nothing_is_counted_where_nothing_could_be_read(run, tmp_path):
    (tmp_path / "en.txt").write_text("The ferry is late.\n", encoding="utf-8")
    for verb in ("check", "validate"):
        assert len(run(verb, "nowhere.xml").said) == 1
        assert run(verb, "nowhere.xml", "--json").out == "[]\n"
    assert run("check", "nowhere.txt", "en.txt").said[-1].endswith("hints")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_schema_that_is_a_pipe_is_not_waited_for(run, tmp_path):
    os.mkfifo(tmp_path / "pipe.xsd")
    (tmp_path / "a.xml").write_text('<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', encoding="utf-8")
    for schema in ("pipe.xsd", ".", "nowhere.xsd", "\udcff.xsd"):
        ran = run("validate", "a.xml", "--xsd", schema)
        assert ran.code == 2
        assert len(ran.said) == 1


@pytest.mark.parametrize(
    "words", [("compare", "a.communique", "a.communique", "-o"), ("terms", "export"), ("memory", "export", "-o")]
)
@pytest.mark.parametrize("name", ["-", "page", "page.xml"])
def test_what_is_written_has_the_name_of_its_kind(run, tmp_path, words, name):
    run("new", "a.communique")
    ran = run(*words, name)
    assert ran.code == 2
    assert len(ran.said) == 1
    assert not (tmp_path / name).exists()


def test_a_file_whose_name_is_no_utf8_is_worked_on_as_any_other(run, tmp_path):
    name = "caf\udce9.communique"
    assert run("new", name).code == 0
    assert run("set", name, "reference=2026-1").code == 0
    assert run("confirm", name).code == 0
    assert run("publish", name, "-o", ".").code == 1
    assert run("convert", name, "-o", "caf\udce9.html").code == 0
    assert (tmp_path / "caf\udce9.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
