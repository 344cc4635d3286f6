"""Pages as others read them: poppler, which shares no code with what paints them."""

import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from generated import communiques
from hypothesis import given, settings
from papers import AT, on_paper

from editor.formats import native, pdf
from editor.formats.paper import ALL, Layout, Printing
from editor.formats.table import house_of
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.release import Release, Status
from editor.model.rows import Row, RowKind

# The tests of the window, run by the same process, want an application of their kind.
pytestmark = pytest.mark.usefixtures("qapp")

EXAMPLE = Path(__file__).parents[2] / "resources/examples/lake-ferry.communique"
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not here")


@pytest.fixture
def example():
    return native.read(EXAMPLE.read_bytes(), EXAMPLE)


def ran(command, raw, tmp_path, *options):
    path = tmp_path / "a.pdf"
    path.write_bytes(raw)
    return subprocess.run(
        (command, *options, str(path), *(("-",) if command == "pdftotext" else ())),
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout


def words_of(raw, tmp_path):
    return "".join(ran("pdftotext", raw, tmp_path, "-raw").split())


def squeezed(text):
    return "".join(text.split())


def row(place, en="", fr="", kind=RowKind.PARAGRAPH, **more):
    return Row(f"r{place}", Bilingual((Passage(en),), (Passage(fr),)), kind, **more)


@needs_poppler
@pytest.mark.parametrize(
    "printing", [ALL, Printing(layout=Layout.AFTER), Printing(layout=Layout.REVIEW), Printing((Language.FR,))]
)
def test_the_whole_text_of_the_example_is_on_the_pages_in_its_order(example, printing, tmp_path):
    doc = replace(example, release=replace(example.release, status=Status.PUBLISHED))
    found = words_of(pdf.write(on_paper(doc, printing)), tmp_path)
    for language in printing.languages:
        places = [found.find(squeezed(each.text(language))[:30]) for each in doc.rows]
        assert -1 not in places
        assert places == sorted(places)


@needs_poppler
def test_narrow_spaces_ligatures_and_letters_from_elsewhere_survive(tmp_path):
    text = "« Œuvre\u202f! » dit M.\u00a0Vučić\u202f: l’été, 62\u202f% – déjà œcuménique Łódź"
    raw = pdf.write(on_paper(Communique((row(1, fr=text),))))
    # Poppler tells every space as a plain one; how wide each is shows in the pictures.
    assert " ".join(text.split()) in ran("pdftotext", raw, tmp_path)


@needs_poppler
def test_a_long_row_goes_on_over_pages_in_both_columns(tmp_path):
    english = " ".join(f"word{number}" for number in range(900))
    french = " ".join(f"mot{number}" for number in range(1500))
    raw = pdf.write(on_paper(Communique((row(1, english, french),))))
    found = ran("pdftotext", raw, tmp_path, "-raw").split()
    assert [word for word in found if word.startswith("word")] == english.split()
    assert [word for word in found if word.startswith("mot")] == french.split()
    assert int(ran("pdfinfo", raw, tmp_path).partition("Pages:")[2].split()[0]) > 2


@needs_poppler
def test_fonts_are_embedded_and_the_file_says_what_it_is(example, tmp_path):
    raw = pdf.write(on_paper(example, house=house_of(example).house))
    fonts = [line.split() for line in ran("pdffonts", raw, tmp_path).splitlines()[2:]]
    assert fonts
    assert all(line[-5] == "yes" for line in fonts)
    facts = ran("pdfinfo", raw, tmp_path)
    assert "Lake Orvane’s first electric ferry enters service in June" in facts
    assert "Orvane Lake Commission" in facts
    assert b"<dc:language><rdf:Bag><rdf:li>en</rdf:li><rdf:li>fr</rdf:li>" in raw


@needs_poppler
def test_a_draft_and_an_embargo_stand_across_every_page(example, tmp_path):
    release = replace(example.release, embargo=AT + timedelta(days=1))
    again = (replace(row, id=f"{row.id}-again") for row in example.rows)
    raw = pdf.write(on_paper(replace(example, release=release, rows=(*example.rows, *again))))
    pages = [squeezed(page) for page in ran("pdftotext", raw, tmp_path, "-raw").split("\f")[:-1]]
    assert len(pages) > 1
    assert all("DRAFT·PROJET" in page and "EMBARGO" in page for page in pages)


@needs_poppler
def test_the_review_copy_numbers_rows_shows_what_was_taken_out_and_asks_for_signatures(example, tmp_path):
    later = replace(example, review=example.review_copy(AT), rows=(example.rows[0], *example.rows[2:]))
    found = words_of(pdf.write(on_paper(later, Printing(layout=Layout.REVIEW))), tmp_path)
    assert "Reviewcopy2" in found
    assert squeezed(example.rows[1].text(Language.FR))[:40] in found
    for words in ("Approvedasitstands", "Approuvételquel", "Q5", "Signature", "Approbationducommuniqué"):
        assert words in found


@needs_poppler
def test_a_contact_that_would_stand_alone_on_a_second_page_is_taken_in(example, tmp_path):
    assert "Pages: 1" in " ".join(ran("pdfinfo", pdf.write(on_paper(example)), tmp_path).split())


def test_offices_of_north_america_print_on_their_paper():
    doc = Communique((row(1, "A", "B"),))
    assert b"/MediaBox [0 0 612" in pdf.write(on_paper(doc, country="CA"))
    assert b"/MediaBox [0 0 595" in pdf.write(on_paper(doc))


@settings(max_examples=25, deadline=None)
@given(communiques(max_rows=4))
def test_any_communique_can_be_printed_in_any_layout(doc):
    for layout in Layout:
        assert pdf.write(on_paper(doc, Printing(layout=layout))).startswith(b"%PDF-")


def test_an_empty_release_is_one_empty_page():
    assert pdf.write(on_paper(Communique(release=Release(reference="2026-1")))).startswith(b"%PDF-")
