from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from generated import communiques
from hypothesis import given, settings
from wordfile import paragraph, run, table, wordfile

from editor.errors import Unreadable, Unwritable
from editor.formats.profiles import load_profile
from editor.formats.table import (
    open_document,
    open_pair,
    read_manuscript,
    readable_suffixes,
    save_document,
    writable_suffixes,
)
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import MarkKind
from editor.model.rows import RowKind

EXAMPLES = Path(__file__).resolve().parents[2] / "resources" / "examples"


@pytest.fixture
def profile():
    return load_profile("nato")


@pytest.fixture
def example(profile):
    return open_pair(EXAMPLES / "lake-ferry.en.txt", EXAMPLES / "lake-ferry.fr.txt", profile).doc


def told(arrival):
    return " ".join(sentence.english() for sentence in arrival.report)


def texts(doc):
    return {language: [p.text for row in doc.rows for p in row[language]] for language in Language}


def test_the_real_release_opens_with_everything_in_its_place(shared, profile):
    arrival = open_document(shared / "communiques" / "nato-seed-fr.txt", profile)
    doc = arrival.doc
    assert doc.headline.fr.text.startswith("Le secrétaire général réaffirme l’engagement")
    assert doc.release.date == date(2021, 5, 17)
    assert doc.release.updated == datetime(2021, 5, 18, 13, 52, tzinfo=ZoneInfo("Europe/Brussels"))
    assert [(person.name.fr, person.function.fr) for person in doc.participants] == [
        ("Jens Stoltenberg", "secrétaire général de l’OTAN"),
        ("Aleksandar Vučić", "président de la Serbie"),
    ]
    assert [doc.participant(quote.speaker).name.fr for quote in doc.quotes] == ["Jens Stoltenberg"] * 7
    assert len(list(doc.stretches(MarkKind.QUOTE))) == 7
    (caption,) = [row for row in doc.rows if row.kind is RowKind.CAPTION]
    assert caption.text(Language.FR).startswith("NATO Secretary General")
    assert not caption[Language.EN]
    assert [row.kind for row in doc.rows if row.kind not in (RowKind.HEADLINE, RowKind.CAPTION)] == [
        RowKind.PARAGRAPH
    ] * 4
    assert doc.rows[3].text(Language.FR).endswith("a-t-il ajouté.\u00a0")
    assert not any("•" in row.text(Language.FR) or "|" in row.text(Language.FR) for row in doc.rows)
    for words in ("17 May. 2021", "18 May. 2021 13:52", "• |", "Jens Stoltenberg", "7 quotes", "UTF-8"):
        assert words in told(arrival)


def test_the_real_release_as_text_again_holds_each_paragraph_as_it_was(shared, profile, tmp_path):
    source = shared / "communiques" / "nato-seed-fr.txt"
    save_document(open_document(source, profile).doc, tmp_path / "a.txt")
    lines = [line for line in source.read_text("utf-8").split("\n") if line.strip() and "•" not in line]
    assert [line for line in (tmp_path / "a.txt").read_text("utf-8").split("\n") if line] == lines


@pytest.mark.parametrize("suffix", [".txt", ".html", ".htm", ".docx", ".communique"])
def test_a_pair_goes_through_every_format_and_keeps_all_its_words(example, profile, tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    save_document(example, path)
    again = open_document(path, profile).doc
    assert texts(again) == texts(example)
    assert [quote.speaker != "" for quote in again.quotes] == [quote.speaker != "" for quote in example.quotes]
    assert again.release.date == example.release.date


@pytest.mark.parametrize("suffix", [".html", ".docx"])
def test_the_number_of_a_release_comes_back(example, profile, tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    save_document(replace(example, release=replace(example.release, reference="PR/CP(2026)014")), path)
    assert open_document(path, profile).doc.release.reference == "PR/CP(2026)014"


@pytest.mark.parametrize("suffix", [".html", ".docx"])
def test_rows_stay_paired_through_formats_with_columns(example, profile, tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    save_document(example, path)
    again = open_document(path, profile).doc
    assert [row.sides.each(len) for row in again.rows] == [row.sides.each(len) for row in example.rows]


@pytest.mark.parametrize("suffix", [".txt", ".html", ".docx"])
def test_one_language_goes_through_every_format(profile, tmp_path, suffix):
    doc = open_document(EXAMPLES / "lake-ferry.fr.txt", profile).doc
    path = tmp_path / f"a{suffix}"
    save_document(doc, path)
    again = open_document(path, profile).doc
    assert texts(again) == texts(doc)


def test_our_own_file_opens_as_it_was_saved(example, profile, tmp_path):
    save_document(example, tmp_path / "a.communique")
    arrival = open_document(tmp_path / "a.communique", profile)
    assert (arrival.doc, arrival.report) == (example, ())


def test_a_pair_may_be_of_two_formats_and_of_a_file_with_both_languages_the_wanted_one_is_taken(
    example, profile, tmp_path
):
    save_document(example, tmp_path / "both.communique")
    save_document(open_document(EXAMPLES / "lake-ferry.fr.txt", profile).doc, tmp_path / "fr.docx")
    doc = open_pair(tmp_path / "both.communique", tmp_path / "fr.docx", profile).doc
    assert texts(doc) == texts(example)


@pytest.mark.usefixtures("qapp")  # the tests of the window want an application of their kind
@settings(max_examples=20)
@given(communiques(max_rows=4))
def test_any_communique_can_be_written_in_every_format(tmp_path_factory, doc):
    folder = tmp_path_factory.mktemp("written")
    for suffix in set(writable_suffixes()) - {".tmx"}:  # which holds confirmed pairs alone
        save_document(doc, folder / f"a{suffix}")
        assert (folder / f"a{suffix}").exists()


def test_what_cannot_be_opened_is_told_and_nothing_else_happens(profile, tmp_path):
    (tmp_path / "a.odt").write_bytes(b"x")
    (tmp_path / "a.xyz").write_bytes(b"x")
    (tmp_path / "noname").write_bytes(b"x")
    (tmp_path / "picture.txt").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "zeros.txt").write_bytes(b"A text\x00 with zeros")
    (tmp_path / "huge.txt").write_bytes(b"x" * 10_000_001)
    faults = {
        "a.odt": "Open it there, save it as a Word document",
        "a.xyz": "“.xyz” is not one of .communique, .txt",
        "noname": "The name has no suffix",
        "picture.txt": "JPEG",
        "empty.txt": "empty",
        "zeros.txt": "no text holds",
        "huge.txt": "larger than 10 MB",
        "none.txt": "There is no such file",
        "none.odt": "There is no such file",
        ".": "This is a folder",
    }
    for name, words in faults.items():
        with pytest.raises(Unreadable, match=words.replace("(", r"\(")):
            open_document(tmp_path / name, profile)


def test_a_format_that_is_not_written_is_told_and_nothing_is_written(tmp_path):
    with pytest.raises(Unwritable, match=r"“\.pdq” is not one of"):
        save_document(Communique(), tmp_path / "a.pdq")
    assert list(tmp_path.iterdir()) == []


def test_suffixes_are_told_with_their_points():
    assert {".communique", ".txt", ".html", ".htm", ".docx"} <= {*readable_suffixes()} & {*writable_suffixes()}


def test_a_suffix_may_be_in_capitals(profile, tmp_path):
    (tmp_path / "A.TXT").write_text("The ferry sails at noon today.", encoding="utf-8")
    assert read_manuscript(tmp_path / "A.TXT").scripts


def test_a_word_file_and_a_web_page_become_one_aligned_release(profile, tmp_path):
    english = [line for line in (EXAMPLES / "lake-ferry.en.txt").read_text("utf-8").split("\n") if line.strip()]
    french = [line for line in (EXAMPLES / "lake-ferry.fr.txt").read_text("utf-8").split("\n") if line.strip()]
    note = f'<w:footnote w:id="1">{paragraph("Prices of 2026.")}</w:footnote>'
    inserted = (
        f'<w:ins w:author="A">{run("truly ")}</w:ins><w:del w:author="A"><w:r><w:delText>very</w:delText></w:r></w:del>'
    )
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = [
        paragraph(english[0], style="Titre"),
        paragraph(inserted, english[1]),
        *(paragraph(line) for line in english[2:]),
        table([paragraph("Tickets"), paragraph(run("Fares"), call)], [paragraph("Adults"), paragraph("€4.80")]),
    ]
    (tmp_path / "en.docx").write_bytes(wordfile(*body, footnotes=note))
    items = "".join(f"<p>{line}</p>" for line in french[1:])
    page = f"<nav><a href='/'>Accueil</a></nav><script>evil()</script><main><h1>{french[0]}</h1>{items}</main>"
    (tmp_path / "fr.html").write_text(f"{page}<footer>x</footer>", encoding="utf-8")
    arrival = open_pair(tmp_path / "en.docx", tmp_path / "fr.html", profile)
    doc = arrival.doc
    assert doc.headline.each(lambda side: side.text) == Bilingual(english[0], french[0])
    both = [row for row in doc.rows if row[Language.EN] and row[Language.FR]]
    assert len(both) == len(french)
    assert both[1].text(Language.EN).startswith("truly SAINT-ORVAN")
    fares = next(row for row in doc.rows if row.text(Language.EN).startswith("Tickets"))
    (mark,) = fares[Language.EN][0].stretches(MarkKind.FOOTNOTE)
    assert (fares.text(Language.EN), mark.target) == ("Tickets\tFares", "Prices of 2026.")
    for words in ("2 tracked changes were read as accepted", "1 footnote was kept", "furniture of the page"):
        assert words in told(arrival)
    assert len(doc.quotes) == 5
    assert all(doc.wording(quote.id).en and doc.wording(quote.id).fr for quote in doc.quotes)


def test_a_file_of_endless_paragraphs_is_told(profile, tmp_path):
    (tmp_path / "a.txt").write_text("a\n" * 30_000, encoding="utf-8")
    (tmp_path / "a.html").write_text("<p>a" * 30_000, encoding="utf-8")
    for name in ("a.txt", "a.html"):
        with pytest.raises(Unreadable, match="more than 20000 paragraphs"):
            open_document(tmp_path / name, profile)


def test_a_paragraph_beyond_all_measure_is_kept_whole(profile, tmp_path):
    text = "« Oui », a déclaré M. Hollis. " * 3000
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    doc = open_document(tmp_path / "a.txt", profile).doc
    assert doc.rows[0].text(Language.FR) == text


NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" standardversion="2.35" conformance="power"
  guid="tag:port.example,2026:1" version="1" xml:lang="fr">
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:x"/>
<versionCreated>2026-03-03T09:00:00Z</versionCreated>
</itemMeta>
<contentMeta><headline>Le quai ouvre</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
<p>Le quai ouvre à midi ce jour pour nous tous.</p></body></html></inlineXML></contentSet></newsItem>"""


def test_a_published_file_opens_and_is_not_written(profile, tmp_path):
    path = tmp_path / "a.xml"
    path.write_text(NEWS, encoding="utf-8")
    doc = open_document(path, profile).doc
    assert doc.headline.fr.text == "Le quai ouvre"
    assert any(row.text(Language.FR).startswith("Le quai ouvre à midi") for row in doc.rows)
    assert [script.language for script in read_manuscript(path).scripts] == [Language.FR]
    with pytest.raises(Unwritable, match="is not one of"):
        save_document(doc, path)


def test_what_is_no_published_file_is_told_with_its_name(profile, tmp_path):
    path = tmp_path / "a.xml"
    for raw in (b"", b"A text.", NEWS.encode()[:300], b"<html/>", b"\x00" * 9):
        path.write_bytes(raw)
        with pytest.raises(Unreadable, match=r"a\.xml: "):
            open_document(path, profile)
