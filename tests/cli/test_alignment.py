import pytest

ENGLISH = ("A new bridge opens in Orvane", "The bridge cost 12 million euros.", "It is 340 metres long.")
FRENCH = ("Un nouveau pont ouvre à Orvane", "Le pont a coûté 12 millions d’euros.", "Il mesure 340 mètres.")


@pytest.fixture
def texts(tmp_path):
    paths = tmp_path / "a.en", tmp_path / "a.fr"
    for path, lines in zip(paths, (ENGLISH, FRENCH), strict=True):
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return paths


def test_beads_are_written_to_standard_output(run, texts):
    ran = run("align", *texts)
    assert (ran.code, ran.out, ran.err) == (0, "0:0\n1:1\n2:2\n", "")


def test_beads_are_written_to_a_file(run, texts, tmp_path):
    ran = run("align", *texts, "-o", tmp_path / "a.beads")
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "a.beads").read_text() == "0:0\n1:1\n2:2\n"


def test_only_line_feeds_part_lines(run, tmp_path):
    for name, lines in (("a.en", ENGLISH), ("a.fr", FRENCH)):
        (tmp_path / name).write_text("\r\n".join(lines).replace(" ", "\u2028", 1), encoding="utf-8", newline="")
    assert run("align", "a.en", "a.fr").out == "0:0\n1:1\n2:2\n"


def test_a_text_without_lines_leaves_the_other_alone(run, texts, tmp_path):
    (tmp_path / "none").write_bytes(b"")
    assert run("align", texts[0], "none").out == "0:\n1:\n2:\n"


def test_a_list_of_work_is_done_line_by_line(run, texts, tmp_path):
    work = tmp_path / "list"
    work.write_text("a.en\ta.fr\tone.beads\n\na.en\ta.en\ttwo.beads\n", encoding="utf-8")
    assert run("align", "--batch", work).code == 0
    assert (tmp_path / "one.beads").read_text() == (tmp_path / "two.beads").read_text() == "0:0\n1:1\n2:2\n"


def test_one_pair_that_cannot_be_read_is_told_and_nothing_is_written(run, texts, tmp_path):
    work = tmp_path / "list"
    work.write_text("a.en\tmissing\tone.beads\na.en\ta.fr\ttwo.beads\n", encoding="utf-8")
    ran = run("align", "--batch", work)
    assert (ran.code, ran.said) == (2, ["missing: There is no such file."])
    assert not list(tmp_path.glob("*.beads"))


def test_two_pairs_written_to_one_file_are_refused(run, texts, tmp_path):
    work = tmp_path / "list"
    work.write_text("a.en\ta.fr\tone.beads\na.en\ta.fr\t./one.beads\n", encoding="utf-8")
    ran = run("align", "--batch", work)
    assert ran.code == 2
    assert "Lines 1 and 2 both write" in ran.err
    assert not list(tmp_path.glob("*.beads"))


@pytest.mark.parametrize("batch", [False, True])
def test_an_empty_line_is_no_unit(run, texts, tmp_path, batch):
    (tmp_path / "gap.en").write_text("One.\n\nTwo.\n", encoding="utf-8")
    (tmp_path / "list").write_text("a.en\ta.fr\tone.beads\ngap.en\ta.fr\ttwo.beads\n", encoding="utf-8")
    ran = run("align", "--batch", "list") if batch else run("align", "gap.en", "a.fr", "-o", "two.beads")
    assert (ran.code, ran.out) == (2, "")
    assert ran.said == ["gap.en: Line 2 is empty; every line is to hold a unit of text."]
    assert not list(tmp_path.glob("*.beads"))


def test_twenty_thousand_units_are_too_many(run, texts, tmp_path):
    (tmp_path / "long.en").write_text("A line.\n" * 20_000, encoding="utf-8")
    ran = run("align", "long.en", "a.fr", "-o", "long.beads")
    assert (ran.code, len(ran.said)) == (2, 1)
    assert "20000" in ran.err
    assert not list(tmp_path.glob("*.beads"))


def test_a_list_with_a_wrong_line_is_refused_before_any_work(run, texts, tmp_path):
    work = tmp_path / "list"
    work.write_text("a.en\ta.fr\tone.beads\na.en a.fr\n", encoding="utf-8")
    ran = run("align", "--batch", work)
    assert ran.code == 2
    assert "Line 2" in ran.err
    assert not (tmp_path / "one.beads").exists()


@pytest.mark.parametrize(
    "words",
    [("a.en",), ("a.en", "a.fr", "a.en"), ("a.en", "--batch", "list"), ("--batch", "list", "-o", "x"), ("a.en", ".")],
)
def test_anything_else_is_wrong_usage(run, texts, words):
    ran = run("align", *words)
    assert (ran.code, ran.out, len(ran.said)) == (2, "", 1)


@pytest.mark.parametrize("raw", [b"\x00\x01", "é".encode("latin-1"), "é\n".encode("utf-16")])
def test_what_is_no_utf_8_text_is_told(run, texts, tmp_path, raw):
    (tmp_path / "raw").write_bytes(raw)
    ran = run("align", "raw", texts[1])
    assert ran.code == 2
    assert ran.said[0].startswith("raw: ")
