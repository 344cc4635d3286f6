import io
from pathlib import Path

import pytest
from wordfile import NAMES, packed, paragraph, run, table, wordfile

from editor.errors import Unreadable
from editor.formats import docx
from editor.model.language import Language
from editor.model.passage import MarkKind
from editor.model.rows import RowKind

PATH = Path("release.docx")
INSERTED = '<w:ins w:author="A" w:date="2026-01-01T00:00:00Z">{}</w:ins>'
DELETED = '<w:del w:author="A"><w:r><w:delText>{}</w:delText></w:r></w:del>'
LISTED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'


def read(*body, **parts):
    return docx.read(wordfile(*body, **parts), PATH)


def blocks(*body, **parts):
    (script,) = read(*body, **parts).scripts
    return script.blocks


def texts(*body, **parts):
    return [block.text for block in blocks(*body, **parts)]


def told(*body, **parts):
    return " ".join(note.english() for note in read(*body, **parts).notes)


def marks(block, kind):
    return [(block.passage.words_of(mark), mark.target) for mark in block.passage.stretches(kind)]


def test_titles_headings_lists_and_captions_are_told_by_style_in_any_language_of_word():
    body = (
        paragraph("Titre", style="Titre"),
        paragraph("Un."),
        paragraph("Suite", style="Titre1"),
        paragraph("Plus bas", style="Fille"),
        paragraph("a", style="Puces"),
        paragraph("b", properties=LISTED.format(1, 1)),
        paragraph("c", properties=LISTED.format(0, 2)),
        paragraph("d", properties=LISTED.format(0, 2)),
        paragraph("e", properties=LISTED.format(0, 3)),
        paragraph("Le bac", style="Lgende"),
    )
    assert [(block.text, block.kind, block.level, block.number) for block in blocks(*body)] == [
        ("Titre", RowKind.HEADLINE, 0, None),
        ("Un.", None, 0, None),
        ("Suite", RowKind.SUBHEADING, 1, None),
        ("Plus bas", RowKind.SUBHEADING, 2, None),
        ("a", RowKind.LIST_ITEM, 1, None),
        ("b", RowKind.LIST_ITEM, 2, None),
        ("c", RowKind.LIST_ITEM, 1, 1),
        ("d", RowKind.LIST_ITEM, 1, 2),
        ("e", RowKind.LIST_ITEM, 1, 4),
        ("Le bac", RowKind.CAPTION, 0, None),
    ]


def test_without_a_title_the_first_level_of_headings_is_the_headline():
    body = (paragraph("Titre", style="Titre1"), paragraph("Suite", style="Titre2"))
    assert [(block.kind, block.level) for block in blocks(*body)] == [(RowKind.HEADLINE, 0), (RowKind.SUBHEADING, 1)]


def test_tracked_changes_are_read_as_accepted_and_it_is_said():
    body = paragraph("Le bac part ", INSERTED.format(run("deux fois ")), DELETED.format("une fois "), "par jour.\u00a0")
    assert texts(body) == ["Le bac part deux fois par jour.\u00a0"]
    assert "2 tracked changes were read as accepted." in told(body)


def test_moved_words_stand_where_they_went_only():
    body = paragraph(
        '<w:moveFrom w:author="A"><w:r><w:t>ici </w:t></w:r></w:moveFrom>',
        "Le bac part ",
        f'<w:moveTo w:author="A">{run("là.")}</w:moveTo>',
    )
    assert texts(body) == ["Le bac part là."]


def test_a_paragraph_whose_end_was_deleted_runs_on_into_the_next():
    deleted = '<w:rPr><w:del w:author="A"/></w:rPr>'
    assert texts(paragraph("Un ", properties=deleted), paragraph("deux.")) == ["Un deux."]
    assert texts(paragraph("Un", properties=deleted)) == ["Un"]


def test_a_footnote_is_kept_on_the_word_that_calls_for_it():
    note = f'<w:footnote w:id="3">{paragraph(" La note.")}</w:footnote>'
    note = f'<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>{note}'
    body = paragraph("Le bac", '<w:r><w:footnoteReference w:id="3"/></w:r>', " part.")
    (block,) = blocks(body, footnotes=note)
    assert block.text == "Le bac part."
    assert marks(block, MarkKind.FOOTNOTE) == [("bac", "La note.")]
    assert "1 footnote was kept." in told(body, footnotes=note)


def test_styles_and_links_become_marks():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example/" </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("là")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = paragraph(
        run("Fort", "<w:b/>"),
        run(" et ", '<w:b w:val="0"/>'),
        run("penché", "<w:i/>"),
        f'<w:hyperlink r:id="x">{run(" ici")}</w:hyperlink>',
        " ou ",
        field,
    )
    (block,) = blocks(body, links={"x": "https://a.example/?x=1&amp;y=2"})
    assert block.text == "Fort et penché ici ou là"
    assert marks(block, MarkKind.BOLD) == [("Fort", "")]
    assert marks(block, MarkKind.ITALIC) == [("penché", "")]
    assert marks(block, MarkKind.LINK) == [(" ici", "https://a.example/?x=1&y=2"), ("là", "https://b.example/")]


def test_words_on_either_side_of_a_page_break_do_not_run_together():
    page = '<w:r><w:br w:type="page"/></w:r>'
    first, second = blocks(paragraph("one", page, "two"), paragraph(page, "three", page))
    assert (first.text, second.text) == ("one\u2028two", "three")


def test_words_with_a_reading_above_them_are_read():
    ruby = f"<w:r><w:ruby><w:rt>{run('top')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby></w:r>"
    (block,) = blocks(paragraph(ruby, " end"))
    assert block.text == "base end"


def test_special_characters_of_word_are_characters():
    inside = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:br w:type='page'/>"
    assert texts(paragraph(f"<w:r>{inside}</w:r>")) == ["a\tb\u2028c\u2011d"]


def test_hidden_text_comments_and_pictures_are_left_out_and_it_is_said():
    body = (
        paragraph("Vu", run(" caché", "<w:vanish/>"), '<w:r><w:commentReference w:id="1"/></w:r>'),
        paragraph("Image", "<w:r><w:drawing/></w:r>"),
    )
    assert texts(*body) == ["Vu", "Image"]
    for words in ("1 hidden stretch", "1 comment was", "1 picture was"):
        assert words in told(*body)


def test_what_stands_in_the_heads_of_pages_is_left_out_and_told_once_and_gives_the_number():
    heads = [paragraph("Régie du lac"), paragraph("Régie du lac") + paragraph("Communiqué n° 2024-17") + paragraph("3")]
    page = read(paragraph("Le bac part."), heads=heads)
    assert [block.text for block in page.scripts[0].blocks] == ["Le bac part."]
    (note,) = page.notes
    assert note.english() == "Page headers and footers were left out: “Régie du lac”, “Communiqué n° 2024-17”."
    assert page.stated.reference == "2024-17"


def test_a_head_that_is_damaged_leaves_the_text_whole():
    path = "word/header0.xml"
    assert [b.text for b in blocks(paragraph("Le bac part."), heads=["x"], extra={path: "<w:hdr"})] == ["Le bac part."]


def test_signs_of_symbol_fonts_are_the_characters_that_look_the_same():
    arrow = '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
    typed = run("\uf0b3 3 \uf06d", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')
    unknown = '<w:r><w:sym w:font="Webdings" w:char="F07F"/></w:r><w:r><w:sym w:font="A" w:char="x"/></w:r>'
    body = paragraph("Plan ", arrow, " page ", typed, unknown)
    assert texts(body) == ["Plan → page ≥ 3 μ"]
    assert "2 signs of a symbol font were left out." in told(body)


def test_controls_that_wait_for_words_and_tables_of_contents_are_left_out_and_told():
    asking = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('Sommaire')}</w:sdtContent></w:sdt>"
    )
    body = (
        contents,
        paragraph("Tarifs\t2", style="TM1"),
        asking.format(paragraph("Cliquez ici")),
        paragraph("Vu ", asking.format(run("une date"))),
    )
    style = '<w:style w:type="paragraph" w:styleId="TM1"><w:name w:val="toc 1"/></w:style>'
    styles = {"word/styles.xml": f"<w:styles {NAMES}>{style}</w:styles>"}
    assert texts(*body, extra=styles) == ["Vu "]
    assert "2 empty fields of a form were left out." in told(*body, extra=styles)
    assert "The table of contents was left out." in told(*body, extra=styles)


def test_a_footnote_called_for_by_a_sign_of_its_own_leaves_no_sign():
    call = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    (block,) = blocks(
        paragraph("Le bac", call, " part."), footnotes=f'<w:footnote w:id="2">{paragraph("Le seul.")}</w:footnote>'
    )
    assert block.text == "Le bac part."
    assert marks(block, MarkKind.FOOTNOTE) == [("bac", "Le seul.")]


def test_formulas_are_read_for_their_letters():
    names = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    assert texts(paragraph("Soit ", f"<m:oMath {names}><m:r><m:t>x+y</m:t></m:r></m:oMath>", ".")) == ["Soit x+y."]


def test_items_written_line_by_line_are_items():
    lines = "<w:r><w:t>Au port :</w:t><w:br/><w:t>• un bac ;</w:t><w:br/><w:t>• un quai.</w:t></w:r>"
    assert texts(paragraph(lines)) == ["Au port :", "• un bac ;", "• un quai."]


def test_a_cell_across_a_bilingual_table_goes_where_its_words_belong():
    across = (
        f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("Le lac est ouvert à tous depuis ce matin.")}</w:tc>'
    )
    rows = (
        [paragraph("The ferry sails at noon today."), paragraph("Le bac part à midi ce jour.")],
        [paragraph("All of us are very glad."), paragraph("Nous sommes tous très contents.")],
    )
    body = table(*rows).replace("<w:tbl>", f"<w:tbl><w:tr>{across}</w:tr>")
    english, french = read(body).scripts
    assert len(english.blocks) == 2
    assert french.blocks[0].text == "Le lac est ouvert à tous depuis ce matin."


def test_columns_are_counted_past_cells_that_take_two():
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("No and text of this first row here")}</w:tc>'
    french = f"<w:tc>{paragraph('Numéro et texte de la première ligne ici')}</w:tc>"
    body = table(
        [paragraph("1"), paragraph("The ferry sails at noon today."), paragraph("Le bac part à midi ce jour.")],
        [paragraph("2"), paragraph("All of us are very glad."), paragraph("Nous sommes tous très contents.")],
    ).replace("<w:tbl>", f"<w:tbl><w:tr>{wide}{french}</w:tr>")
    _, second = read(body).scripts
    assert second.blocks[0].text == "Numéro et texte de la première ligne ici"


def test_a_text_box_is_read_once():
    box = f"<w:pict><w:txbxContent>{paragraph('Encadré')}</w:txbxContent></w:pict>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert texts(paragraph("Texte", f"<w:r>{both}</w:r>")) == ["Texte", "Encadré"]


def test_content_controls_and_tables_inside_them_are_read():
    inside = f"<w:sdt><w:sdtContent>{table([paragraph('Jour'), paragraph('Départs')])}</w:sdtContent></w:sdt>"
    assert texts(inside, "<w:sdt><w:sdtContent>" + paragraph("Fin") + "</w:sdtContent></w:sdt>") == [
        "Jour\tDéparts",
        "Fin",
    ]


def test_a_table_of_two_languages_is_two_texts_paired_row_by_row():
    body = table(
        [paragraph("English"), paragraph("Français")],
        [paragraph("Title", style="Titre"), paragraph("Titre", style="Titre")],
        [paragraph("The ferry sails at noon today."), paragraph("Le bac part à midi ce jour.")],
        [paragraph("All of us are very glad."), paragraph("Nous sommes tous très contents.")],
    )
    english, french = read(body).scripts
    assert (english.language, french.language) == (Language.EN, Language.FR)
    assert [(block.text, block.cells) for block in french.blocks] == [
        ("Titre", 0),
        ("Le bac part à midi ce jour.", 1),
        ("Nous sommes tous très contents.", 2),
    ]
    assert [block.kind for block in english.blocks] == [RowKind.HEADLINE, None, None]


def test_macros_are_never_run_and_are_told():
    body, extra = paragraph("Texte"), {"word/vbaProject.bin": "evil"}
    assert texts(body, extra=extra) == ["Texte"]
    assert "macros" in told(body, extra=extra)


def test_a_file_without_styles_numbering_and_footnotes_is_read():
    left_out = ("word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/_rels/document.xml.rels")
    assert texts(paragraph("Texte", style="Titre"), leave_out=left_out) == ["Texte"]


def test_strict_open_xml_is_read():
    raw = wordfile(paragraph("Texte"))
    assert docx.read(raw, PATH).scripts
    strict = packed(
        {
            "word/document.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
            + paragraph("Strict")
            + "</w:body></w:document>"
        }
    )
    (script,) = docx.read(strict, PATH).scripts
    assert [block.text for block in script.blocks] == ["Strict"]


def test_a_file_made_by_another_program_is_read():
    python_docx = pytest.importorskip("docx", reason="python-docx, an independent writer, is not installed")
    made, file = python_docx.Document(), io.BytesIO()
    made.add_heading("Titre", 0)
    made.add_heading("Suite", 1)
    for style in ("List Bullet", "List Bullet 2", "List Number", "List Number", "Caption"):
        made.add_paragraph(style, style=style)
    made.save(file)
    (script,) = docx.read(file.getvalue(), PATH).scripts
    assert [(block.kind, block.level, block.number) for block in script.blocks] == [
        (RowKind.HEADLINE, 0, None),
        (RowKind.SUBHEADING, 1, None),
        (RowKind.LIST_ITEM, 1, None),
        (RowKind.LIST_ITEM, 2, None),
        (RowKind.LIST_ITEM, 1, 1),
        (RowKind.LIST_ITEM, 1, 2),
        (RowKind.CAPTION, 0, None),
    ]


GOOD = wordfile(paragraph("Texte " * 100))
ENTITY = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'
MORE = "".join(f"<!ENTITY {new} '{f'&{old};' * 10}'>" for old, new in zip("abcdefgh", "bcdefghi", strict=True))
LAUGHS = f"<!DOCTYPE w [<!ENTITY a 'ha'>{MORE}]><w>&i;</w>"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "empty"),
        (b"A text.", "not a Word file"),
        (b"\xff\xd8\xff\xe0 JFIF", "not a Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "without a password"),
        (GOOD[: len(GOOD) // 2], "damaged"),
        (GOOD[:-30], "damaged"),
        (GOOD.replace(b"word/document.xml", b"word/docuMent.xml"), "damaged|not a Word file"),
        (packed({"a.txt": "x"}), "not a Word file"),
        (packed({"word/document.xml": "<w:document"}), "damaged"),
        (packed({"word/document.xml": "<html/>"}), "not a Word file"),
        (packed({"word/document.xml": "\x00" * 100}), "damaged"),
        (packed({"word/document.xml": ENTITY}), "damaged"),
        (packed({"word/document.xml": LAUGHS}), "damaged"),
        (packed({"word/document.xml": " " * 200_000_000}), "unpacks to more"),
        (packed({f"a{number}": "" for number in range(6000)}), "too many parts"),
        (wordfile("<w:p>" * 10_000), "damaged"),
        (wordfile("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000), "damaged"),
        (wordfile(), "no text in this Word file"),
        (wordfile(paragraph("")), "no text in this Word file"),
    ],
    ids=range(19),
)
def test_what_is_no_word_file_is_told_in_one_sentence(raw, words):
    with pytest.raises(Unreadable) as caught:
        docx.read(raw, PATH)
    reason = caught.value.reason.english()
    assert any(part in reason for part in words.split("|")), reason


def test_a_locked_archive_is_told():
    # The first bit of the flags, in the header of a part and in the list at the end, says that a part is encrypted.
    raw = bytearray(wordfile(paragraph("Texte")))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(sign)
        while at >= 0:
            raw[at + place] |= 1
            at = raw.find(sign, at + 4)
    with pytest.raises(Unreadable, match="password"):
        docx.read(bytes(raw), PATH)


def test_every_file_cut_short_or_with_a_byte_changed_is_a_sentence_or_a_text():
    raw = wordfile(paragraph("Texte"), paragraph("Suite", properties=LISTED.format(0, 2)))
    damaged = [raw[:place] for place in range(0, len(raw), 37)]
    damaged += [raw[:place] + bytes([raw[place] ^ 0x55]) + raw[place + 1 :] for place in range(0, len(raw), 11)]
    for each in damaged:
        try:
            found = docx.read(each, PATH)
        except Unreadable as error:
            assert "\n" not in error.sentence.told("en")  # noqa: PT017 (either outcome is right)
        else:
            assert found.scripts
