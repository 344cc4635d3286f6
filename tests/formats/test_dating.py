from datetime import date

import pytest

from editor.formats.dating import dated
from editor.formats.profiles import load_profile
from editor.formats.table import open_document, save_document
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.release import Release
from editor.model.rows import Row, RowKind


def doc(*pairs, day=date(2026, 3, 1)):
    kinds = [RowKind.HEADLINE, *[RowKind.PARAGRAPH] * len(pairs)]
    rows = (
        Row(f"r{n}", Bilingual((Passage(en),), (Passage(fr),)), kind)
        for n, ((en, fr), kind) in enumerate(zip(pairs, kinds, strict=False))
    )
    return Communique(tuple(rows), release=Release(date=day))


def lines(found):
    return [(row.text(Language.EN), row.text(Language.FR)) for row in found.rows]


def test_a_date_that_no_text_states_stands_below_the_titles():
    found = dated(doc(("Title", "Titre"), ("Text.", "Texte.")))
    assert lines(found) == [("Title", "Titre"), ("1 March 2026", "1er mars 2026"), ("Text.", "Texte.")]


def test_a_date_that_the_text_states_is_not_said_again():
    stated = doc(("Title", "Titre"), ("ORVAN, 1 March 2026 – Text.", "ORVAN, le 1er mars 2026 – Texte."))
    assert dated(stated) == stated
    assert lines(dated(doc(("Title", "Titre"), ("On 1 March 2026", "Texte."))))[1] == ("", "1er mars 2026")


def test_a_language_without_text_and_a_release_without_date_get_no_line():
    assert lines(dated(doc(("", "Titre"), ("", "Texte."))))[1] == ("", "1er mars 2026")
    undated = doc(("Title", "Titre"), day=None)
    assert dated(undated) == undated
    assert dated(Communique(release=Release(date=date(2026, 3, 1)))).rows == ()


@pytest.mark.parametrize("suffix", [".txt", ".html", ".docx"])
def test_the_date_comes_back_as_a_field_and_not_as_a_paragraph(tmp_path, suffix):
    before = doc(
        ("The ferry sails twice a day", "Le bac partira deux fois par jour"),
        ("The ferry of the island sails at noon and at six.", "Le bac de l’île partira à midi et à six heures."),
    )
    save_document(before, tmp_path / f"a{suffix}")
    after = open_document(tmp_path / f"a{suffix}", load_profile("nato")).doc
    assert after.release.date == before.release.date
    assert lines(after) == lines(before)
