"""`check`, `fix` and `convert`: what is found, what is mended, and what is never overwritten."""

import json
import re

import pytest

from editor.model.language import Language

FRENCH = """Un nouveau pont ouvre à Orvane

17 mars 2026

« Le pont ouvre demain », a déclaré Ada Lovell, directrice du port.

Il mesure 340 mètres et a coûté 12 millions d’euros.
"""
ENGLISH = """A new bridge opens in Orvane

17 March 2026

“The bridge opens tomorrow,” said Ada Lovell, Director of the Port.

It is 340 metres long and cost 12 million euros.
"""


@pytest.fixture
def texts(tmp_path):
    paths = tmp_path / "a.en.txt", tmp_path / "a.fr.txt"
    for path, text in zip(paths, (ENGLISH, FRENCH), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def pair(run, texts):
    """The two texts as one communiqué."""
    assert run("convert", "--en", texts[0], "--fr", texts[1], "-o", "a.communique").code == 0
    return "a.communique"


def findings(ran):
    return json.loads(ran.out)


def test_two_texts_become_one_communique_paired_row_by_row(pair, opened):
    doc = opened(pair)
    assert doc.headline.en.text == "A new bridge opens in Orvane"
    assert doc.headline.fr.text == "Un nouveau pont ouvre à Orvane"
    assert doc.release.date.isoformat() == "2026-03-17"
    assert [person.name.en for person in doc.participants] == ["Ada Lovell"]
    assert all(row.has_text(language) for row in doc.rows for language in Language)


def test_one_text_leaves_the_other_side_empty(run, texts, opened):
    ran = run("convert", texts[1], "-o", "a.communique")
    assert (ran.code, ran.out) == (0, "a.communique\n")
    assert "The text was taken to be French." in ran.said
    assert not any(row.has_text(Language.EN) for row in opened("a.communique").rows)


def test_the_language_said_goes_before_the_language_recognised(run, texts, opened):
    assert run("convert", texts[1], "--lang", "en", "-o", "a.communique").code == 0
    assert all(row.has_text(Language.EN) for row in opened("a.communique").rows)


@pytest.mark.parametrize("name", ["b.txt", "b.html", "b.docx"])
def test_what_is_written_in_another_format_is_read_again(run, pair, name, opened):
    assert run("convert", pair, "-o", name).code == 0
    assert run("convert", name, "-o", "b.communique").code == 0
    again, before = opened("b.communique"), opened(pair)
    assert [row.wording for row in again.rows] == [row.wording for row in before.rows]


def test_a_document_converted_to_itself_stays_what_it_is(run, pair, opened):
    before = opened(pair)
    assert run("convert", pair, "-o", pair).code == 0
    assert opened(pair) == before


def test_another_file_is_replaced_only_with_force(run, texts, tmp_path):
    (tmp_path / "b.communique").write_text("mine")
    ran = run("convert", texts[0], "-o", "b.communique")
    assert (ran.code, ran.out, len(ran.said)) == (2, "", 1)
    assert (tmp_path / "b.communique").read_text() == "mine"
    assert run("convert", texts[0], "-o", "b.communique", "--force").code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("-o", "b.communique"),
        ("--en", "a.en.txt", "-o", "b.communique"),
        ("a.en.txt", "--en", "a.en.txt", "--fr", "a.fr.txt", "-o", "b.communique"),
        ("a.en.txt", "-o", "b.odt"),
        ("a.en.txt", "-o", "b"),
        ("a.en.txt", "-o", "missing/b.communique"),
        ("a.en.txt", "-o", "b.communique", "--profile", "nowhere"),
        ("a.odt", "-o", "b.communique"),
    ],
)
def test_what_cannot_be_converted_is_told_and_nothing_is_written(run, texts, tmp_path, words):
    before = sorted(tmp_path.iterdir())
    ran = run("convert", *words)
    assert (ran.code, ran.out, len(ran.said)) == (2, "", 1)
    assert sorted(tmp_path.iterdir()) == before


def test_findings_are_listed_with_file_place_level_and_rule(run, pair):
    ran = run("check", pair)
    assert ran.code == 1
    assert "a.communique: reference: error R34: " in ran.out
    assert re.fullmatch(r"\d+ errors?, \d+ warnings?, \d+ hints?", ran.said[-1])


def test_findings_for_machines_have_every_key_of_the_contract(run, pair):
    listed = findings(run("check", pair, "--json"))
    keys = "file rule level language row passage start end text message field other repair"
    assert all(list(each) == keys.split() for each in listed)
    (reference,) = [each for each in listed if each["field"] == "reference"]
    assert (reference["level"], reference["row"], reference["passage"]) == ("error", None, None)
    doc_text = [each for each in listed if each["row"] is not None and each["start"] is not None]
    assert doc_text
    assert all(each["language"] in ("en", "fr") for each in doc_text)


@pytest.mark.parametrize(("level", "kept"), [("error", {"error"}), ("warning", {"error", "warning"})])
def test_a_level_keeps_what_is_as_bad_or_worse(run, pair, level, kept):
    listed = findings(run("check", pair, "--json", "--level", level))
    assert {each["level"] for each in listed} <= kept
    assert {each["level"] for each in findings(run("check", pair, "--json"))} >= {"error"}


def test_every_readable_format_is_checked(run, texts):
    listed = findings(run("check", *texts, "--json"))
    assert {each["file"] for each in listed} == {str(path) for path in texts}


def test_a_file_that_cannot_be_read_does_not_keep_the_others(run, pair):
    ran = run("check", "missing.communique", pair, "--json")
    assert (ran.code, ran.said) == (2, ["missing.communique: There is no such file."])
    assert findings(ran)


def test_without_errors_the_exit_code_is_0(run, pair):
    fields = ("reference=2026-014", "place.en=Orvane", "place.fr=Orvane", "country=FR")
    assert run("set", pair, *fields).code == 0
    run("fix", pair)
    ran = run("check", pair, "--level", "error")
    assert (ran.code, ran.out) == (0, "")


def test_repairs_are_done_and_the_former_version_is_kept(run, pair, tmp_path, opened):
    before = (tmp_path / pair).read_bytes()
    ran = run("fix", pair, "--rule", "F02")
    assert "F02" in ran.out
    assert "\u00a0Le pont ouvre demain\u00a0»" in opened(pair).rows[1].text(Language.FR)
    assert (tmp_path / "a.communique.bak").read_bytes() == before
    assert "F02" not in run("check", pair).out


def test_only_the_rules_named_are_mended(run, pair, opened):
    run("fix", pair, "--rule", "E07")
    assert "« Le pont" in opened(pair).rows[1].text(Language.FR)


def test_a_rehearsal_says_the_same_and_writes_nothing(run, pair, tmp_path):
    before = (tmp_path / pair).read_bytes()
    rehearsed = run("fix", pair, "--dry-run")
    assert (tmp_path / pair).read_bytes() == before
    assert run("fix", pair).out == rehearsed.out != ""


def test_other_formats_are_mended_only_into_another_file(run, texts, opened):
    before = texts[1].read_bytes()
    ran = run("fix", texts[1])
    assert (ran.code, ran.out) == (2, "")
    assert texts[1].read_bytes() == before
    assert run("fix", texts[1], "-o", "b.communique").code in (0, 1)
    assert "«\u00a0Le pont" in opened("b.communique").rows[1].text(Language.FR)
    assert texts[1].read_bytes() == before


@pytest.mark.parametrize(
    "words", [("--rule", "Q99"), ("--rule", "F02,Q99"), ("-o", "b.communique", "a.en.txt"), ("-o", "a.en.txt")]
)
def test_a_repair_that_cannot_be_is_told_and_nothing_is_written(run, pair, tmp_path, words):
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    ran = run("fix", pair, *words)
    assert (ran.code, len(ran.said)) == (2, 1)
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_the_text_of_a_row_is_entered_and_the_marks_on_its_other_words_stay(run, pair, opened):
    before = opened(pair)
    long, quoted = before.rows[-1], before.rows[1]
    entered = (f"{long.id}.en=It is 350 metres long.", f"{quoted.id}.fr={quoted.text(Language.FR)} Oui.")
    assert run("set", pair, *entered).code == 0
    after = opened(pair)
    assert after.row(long.id).text(Language.EN) == "It is 350 metres long."
    assert after.row(quoted.id).text(Language.FR).endswith("port. Oui.")
    assert [quote.id for quote in after.quotes] == [quote.id for quote in before.quotes]
    assert [after.wording(quote.id) for quote in after.quotes] == [before.wording(quote.id) for quote in before.quotes]


def test_a_quote_in_a_text_entered_later_is_the_one_of_the_other_language(run, texts, opened):
    run("convert", texts[1], "-o", "b.communique")
    doc = opened("b.communique")
    (quote,) = doc.quotes
    row = doc.rows[1].id
    entered = f"{row}.en=“The bridge opens tomorrow,” said Ada Lovell, Director of the Port."
    assert run("set", "b.communique", entered).code == 0
    after = opened("b.communique")
    assert [each.id for each in after.quotes] == [quote.id]
    assert after.wording(quote.id).en == "The bridge opens tomorrow,"


def test_a_side_left_empty_on_purpose_is_no_error(run, texts, opened):
    run("convert", texts[1], "-o", "b.communique")
    row = opened("b.communique").rows[-1].id
    assert f"{row} EN: error X01" in run("check", "b.communique").out
    assert run("set", "b.communique", f"{row}.alone=yes").code == 0
    assert f"{row} EN: error X01" not in run("check", "b.communique").out
    assert run("set", "b.communique", f"{row}.alone=perhaps").code == 2
    assert run("set", "b.communique", "r99.en=Text").code == 2
