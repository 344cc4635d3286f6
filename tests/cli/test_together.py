"""Working in two on the command line: versions compared, copies merged."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from editor.edits import rows
from editor.formats import native
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Row, RowKind

EN, FR = Language.EN, Language.FR


def a_doc(*pairs):
    made = tuple(Row(f"r{n}", Bilingual((Passage(en),), (Passage(fr),))) for n, (en, fr) in enumerate(pairs, 1))
    return Communique((replace(made[0], kind=RowKind.HEADLINE), *made[1:]), counter=len(made))


BASE = a_doc(("The lake & its ships", "Le lac et ses navires"), ("It costs 40 euros.", "Cela coûte 40 euros."))


def wrote(doc, row_id, language, text):
    return doc.having_row(doc.row(row_id).having(language, (Passage(text),)))


def saved(name, doc):
    Path(name).write_bytes(native.write(doc))
    return name


def opened(name):
    return native.read(Path(name).read_bytes(), Path(name))


@pytest.fixture
def copies(run):
    saved("base.communique", BASE)
    saved("a.communique", wrote(BASE, "r2", EN, "It costs 45 euros."))
    saved("b.communique", wrote(BASE, "r2", FR, "Cela coûte 45 euros."))
    return "base.communique", "a.communique", "b.communique"


def test_two_versions_are_compared_word_by_word(run, copies):
    ran = run("compare", *copies[:2])
    assert (ran.code, ran.out) == (0, "Row 2 (en): It costs [-40-]{+45+} euros.\n")
    assert run("compare", "a.communique", "a.communique").out == ""
    told = json.loads(run("compare", *copies[:2], "--json").out)
    assert told[0]["row"] == "r2"
    assert {"change": "new", "text": "45"} in told[0]["en"]


def test_the_bilingual_page_says_what_changed_to_eyes_and_ears(run, copies):
    saved("later.communique", rows.remove("r1").apply(wrote(BASE, "r2", FR, "Cela coûte <b>45</b> euros.")))
    ran = run("compare", "base.communique", "later.communique", "-o", "changes.html", "--lang-ui", "fr")
    assert ran.code == 0
    page = html.fromstring(Path("changes.html").read_bytes())
    assert page.get("lang") == "fr"
    assert [cell.get("lang") for cell in page.iter("td")] == ["en", "fr", "en", "fr"]
    assert all(cell.get("scope") in ("row", "col") for cell in page.iter("th"))
    assert page.xpath("//ins/text()") == ["<b>45</b>"]
    assert "40" in page.xpath("//del/text()")
    assert [said.strip() for said in page.xpath("//ins/span[1]/text()")] == ["[inséré\u00a0:"]
    assert page.xpath("//main/h1")
    assert run("compare", "base.communique", "later.communique", "-o", "changes.html").code == 2, "never overwritten"
    assert run("compare", "base.communique", "nowhere.communique").code == 2


def test_what_each_copy_changed_is_in_the_merged_document(run, copies):
    ran = run("merge", *copies, "-o", "out.communique")
    assert (ran.code, ran.out) == (0, "out.communique\n")
    assert tuple(opened("out.communique").rows[1].wording) == ("It costs 45 euros.", "Cela coûte 45 euros.")


def test_what_both_changed_is_shown_and_nothing_written_until_it_is_decided(run, copies):
    saved("b.communique", wrote(BASE, "r2", EN, "It costs 50 euros."))
    ran = run("merge", *copies, "-o", "out.communique")
    assert ran.code == 1
    assert ran.out == "r2.en\n  a: It costs 45 euros.\n  b: It costs 50 euros.\n"
    assert "--take" in ran.err
    assert not Path("out.communique").exists()
    assert run("merge", *copies, "-o", "out.communique", "--take", "r2.en=b").code == 0
    assert opened("out.communique").rows[1].text(EN) == "It costs 50 euros."
    assert run("merge", *copies, "-o", "other.communique", "--prefer", "a").code == 0
    assert opened("other.communique").rows[1].text(EN) == "It costs 45 euros."


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--take", "r2.fr=b"), "r2.fr"),
        (("--take", "r2.en"), "r2.en"),
        (("--prefer", "c"), "--prefer"),
    ],
)
def test_a_choice_that_is_none_is_told(run, copies, words, told):
    ran = run("merge", *copies, "-o", "out.communique", *words)
    assert ran.code == 2
    assert told in ran.err
    assert not Path("out.communique").exists()


def test_a_copy_that_is_no_document_of_ours_is_told(run, copies):
    Path("b.txt").write_text("The lake", encoding="utf-8")
    ran = run("merge", "base.communique", "a.communique", "b.txt", "-o", "out.communique")
    assert ran.code == 2
    assert "b.txt" in ran.err
    assert not Path("out.communique").exists()


def test_copies_of_different_documents_are_not_merged_unless_it_is_wished(run, copies):
    other = [(f"Nothing here speaks of ships {n}.", f"Rien ici ne parle de bateaux {n}.") for n in "abcd"]
    saved("b.communique", a_doc(*other))
    saved("base.communique", a_doc(*[(f"Line {n} of the lake", f"Ligne {n} du lac") for n in "abcd"]))
    saved("a.communique", opened("base.communique"))
    ran = run("merge", *copies, "-o", "out.communique")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("b.communique and base.communique seem to be different documents")
    assert "--unrelated" in ran.err
    assert not Path("out.communique").exists()
    assert run("merge", *copies, "-o", "out.communique", "--unrelated").code == 0
    assert opened("out.communique").rows == opened("b.communique").rows
