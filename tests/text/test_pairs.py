from datetime import UTC, datetime

from generated import communiques
from hypothesis import given

from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.memory import Origin
from editor.model.passage import Passage
from editor.model.release import Release
from editor.model.rows import Confirmation, Row, RowKind
from editor.text.pairs import pairs_of, told_by

AT = datetime(2026, 5, 17, 12, tzinfo=UTC)
EN = "The ferry will run again on Monday. It leaves every hour until 10 p.m. Tickets cost €5."
FR = "Le bac circulera à nouveau lundi. Il part toutes les heures jusqu’à 22 heures. Le billet coûte 5 €."


def row(english, french, row_id="r1", confirmed=True):
    made = Row(
        row_id, Bilingual(*(tuple(map(Passage, text.split("\n"))) if text else () for text in (english, french)))
    )
    seal = Confirmation(made.wording, "Ada", AT) if confirmed else None
    return Row(row_id, made.sides, RowKind.PARAGRAPH, confirmation=seal)


def test_a_row_is_told_whole_and_sentence_by_sentence():
    told = told_by(row(EN, FR))
    assert told.whole == Bilingual(EN, FR)
    assert told.sentences[0] == Bilingual("The ferry will run again on Monday.", "Le bac circulera à nouveau lundi.")
    assert len(told.sentences) == 3
    assert told.is_covered


def test_sentences_the_aligner_is_not_sure_of_are_left_out():
    told = told_by(row(EN, "Le bac circulera à nouveau lundi. Une porte verte. Nul ne sait. Des pommes. Oui."))
    assert not told.is_covered
    assert len(told.sentences) < 3


def test_passages_of_one_side_are_parted_by_line_feeds():
    assert told_by(row("One.\nTwo.", "Un.")).whole == Bilingual("One.\nTwo.", "Un.")


def test_only_confirmed_rows_of_a_release_are_pairs_and_they_tell_where_they_come_from():
    rows = (row("Ferry", "Bac"), row("Draft", "Brouillon", "r2", confirmed=False), row("Alone", "", "r3"))
    (pair,) = pairs_of(Communique(rows, release=Release(reference="2026-1", date=AT.date())))
    assert pair.wording == Bilingual("Ferry", "Bac")
    assert pair.origin == Origin("2026-1", AT.date(), "Ada", AT)


@given(communiques())
def test_every_pair_says_something_in_both_languages(doc):
    for pair in pairs_of(doc):
        assert pair.wording.en.strip()
        assert pair.wording.fr.strip()
