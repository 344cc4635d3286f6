from pathlib import Path

from generated import communiques
from hypothesis import given
from papers import on_paper

from editor.formats import plain
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import MarkKind, Passage
from editor.model.rows import Row, RowKind

PATH = Path("release.txt")


def texts(manuscript):
    return [(script.language, [block.text for block in script.blocks]) for script in manuscript.scripts]


def without_signs(side):
    signs = (MarkKind.LINK, MarkKind.FOOTNOTE)
    return tuple(Passage(each.text, tuple(mark for mark in each.marks if mark.kind not in signs)) for each in side)


def row(place, en="", fr="", kind=RowKind.PARAGRAPH, **more):
    return Row(f"r{place}", Bilingual((Passage(en),), (Passage(fr),)), kind, **more)


def test_each_line_that_says_something_is_a_paragraph_untrimmed():
    raw = "Titre\r\n\r\n  • un\n  • deux\u00a0\n \t\u00a0\nFin.\u00a0".encode()
    assert texts(plain.read(raw, PATH)) == [(None, ["Titre", "  • un", "  • deux\u00a0", "Fin.\u00a0"])]


def test_a_line_separator_stays_inside_its_paragraph():
    assert texts(plain.manuscript("Un\u2028deux\ntrois")) == [(None, ["Un\u2028deux", "trois"])]


def test_control_characters_are_left_out_and_line_ends_of_every_kind_part_paragraphs():
    assert texts(plain.manuscript("a\x07b\rc\u2029d\x85e\x0bf")) == [(None, ["ab", "c", "d", "e", "f"])]


def test_a_text_in_one_language_is_written_as_it_was():
    doc = Communique(
        (row(1, fr="Titre", kind=RowKind.HEADLINE), row(2, fr="« Fin. »\u00a0"), row(3, fr="Un\u2028deux"))
    )
    assert plain.write(on_paper(doc)).decode() == "Titre\n\n« Fin. »\u00a0\n\nUn\u2028deux\n"


def test_items_of_a_list_follow_each_other_with_their_sign_or_number():
    items = (
        row(1, en="Items:"),
        row(2, en="one", kind=RowKind.LIST_ITEM, level=1),
        row(3, en="two", kind=RowKind.LIST_ITEM, level=2),
        row(4, en="three", kind=RowKind.LIST_ITEM, level=1, number=3),
        row(5, en="End."),
    )
    assert plain.write(on_paper(Communique(items))).decode() == "Items:\n\n  • one\n    • two\n  3. three\n\nEnd.\n"


def test_both_languages_stand_one_after_the_other_under_their_titles():
    doc = Communique((row(1, "Act", "Agir"), row(2, "", "Suite")))
    assert plain.write(on_paper(doc)).decode() == "--- English ---\n\nAct\n\n\n--- Français ---\n\nAgir\n\nSuite\n"
    back = texts(plain.read(plain.write(on_paper(doc)), PATH))
    assert back == [(Language.EN, ["Act"]), (Language.FR, ["Agir", "Suite"])]


def test_french_may_come_first():
    text = "--- Français ---\nAgir\n--- English ---\nAct\n"
    assert texts(plain.manuscript(text)) == [(Language.FR, ["Agir"]), (Language.EN, ["Act"])]


def test_a_title_line_alone_or_twice_is_a_paragraph():
    assert texts(plain.manuscript("--- English ---\nAct")) == [(None, ["--- English ---", "Act"])]
    twice = "--- English ---\nAct\n--- English ---\nAgain\n--- Français ---\nAgir"
    assert len(plain.manuscript(twice).scripts) == 1


def test_an_empty_communique_is_an_empty_text():
    assert plain.write(on_paper(Communique())) == b""


@given(communiques())
def test_what_is_written_reads_back_paragraph_by_paragraph(doc):
    # Links and notes are told in the text, which is another law (test_flattened).
    doc = Communique(tuple(Row(row.id, row.sides.each(without_signs)) for row in doc.rows))
    raw = plain.write(on_paper(doc))
    if not raw:
        return
    told = [language for language in Language if any(row.has_text(language) for row in doc.rows)]
    wanted = [
        (
            language if len(told) > 1 else None,
            [passage.text for row in doc.rows for passage in row[language] if passage.text.strip()],
        )
        for language in told
    ]
    assert texts(plain.manuscript(raw.decode())) == wanted
