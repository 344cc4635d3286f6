import pytest
from generated import communiques
from hypothesis import given
from hypothesis import strategies as st

from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Row
from editor.text.cutting import counterpart

EN, FR = Language.EN, Language.FR
ENGLISH = "The two ships were built in Norway. They cost 40 million euros. They sail from Monday on."
FRENCH = "Les deux navires ont été construits en Norvège. Ils ont coûté 40 millions d’euros. Ils partent dès lundi."


@pytest.mark.parametrize("sentence", [1, 2])
def test_a_row_cut_between_two_sentences_is_cut_between_those_that_answer_to_them(sentence):
    row = Row("r1", Bilingual((Passage(ENGLISH),), (Passage(FRENCH),)))
    en, fr = (
        ENGLISH.index(("They cost", "They sail")[sentence - 1]),
        FRENCH.index(("Ils ont", "Ils part")[sentence - 1]),
    )
    assert counterpart(row, EN, (0, en)) == (0, fr)
    assert counterpart(row, FR, (0, fr)) == (0, en)


def test_several_paragraphs_on_the_other_side_are_parted_where_they_answer():
    sides = Bilingual((Passage(ENGLISH),), tuple(Passage(part.strip(". ") + ".") for part in FRENCH.split(". ")))
    row = Row("r1", sides)
    assert counterpart(row, EN, (0, ENGLISH.index("They sail"))) == (2, 0)
    assert counterpart(row, FR, (1, 0)) == (0, ENGLISH.index("They cost"))


def test_an_empty_side_has_one_place_and_what_is_behind_the_last_sentence_the_end():
    row = Row("r1", Bilingual((Passage("One."),), ()))
    assert counterpart(row, EN, (0, 2)) == (0, 0)
    assert counterpart(row, FR, (0, 0)) == (0, 4)
    whole = Row("r1", Bilingual((Passage(ENGLISH),), (Passage(FRENCH),)))
    assert counterpart(whole, EN, (0, len(ENGLISH))) == (0, len(FRENCH))


@given(communiques(max_rows=2).filter(lambda doc: doc.rows), st.data())
def test_there_is_always_such_a_place(doc, data):
    row, language = doc.rows[0], data.draw(st.sampled_from(Language))
    cut = data.draw(st.integers(0, 3)), data.draw(st.integers(0, 30))
    passage, character = counterpart(row, language, cut)
    side = row[language.other] or (Passage(),)
    assert character <= len(side[passage].text)
