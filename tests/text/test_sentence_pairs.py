import pytest
from generated import communiques
from hypothesis import given

from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Row
from editor.text.sentence_pairs import counterpart_sentences

EN, FR = Language.EN, Language.FR


def a_row(english, french):
    return Row("r1", Bilingual(*(tuple(map(Passage, side)) for side in (english, french))))


def told(row, language, passage, point):
    found = counterpart_sentences(row, language, passage, point)
    return [row[language.other][place].text[start:end] for place, start, end in found]


FERRY = a_row(
    ("The ferry opens in June. It costs 4.80 euros. Bicycles travel free of charge.",),
    ("Le bac ouvre en juin. Il coûte 4,80 euros. Les vélos voyagent gratuitement.",),
)


@pytest.mark.parametrize(
    ("point", "french"),
    [
        (0, "Le bac ouvre en juin."),
        (24, "Le bac ouvre en juin."),
        (30, "Il coûte 4,80 euros."),
        (77, "Les vélos voyagent gratuitement."),
    ],
)
def test_a_sentence_is_answered_by_the_one_at_its_place(point, french):
    assert told(FERRY, EN, 0, point) == [french]


def test_it_works_from_either_language():
    assert told(FERRY, FR, 0, 25) == ["It costs 4.80 euros."]


def test_one_sentence_may_be_said_in_two():
    row = a_row(
        ("The lake is old, and the ferry that crosses it every day of the year is new. It opens in June.",),
        ("Le lac est ancien. Le bac qui le traverse chaque jour de l’année est neuf. Il ouvre en juin.",),
    )
    assert told(row, EN, 0, 3) == ["Le lac est ancien.", "Le bac qui le traverse chaque jour de l’année est neuf."]
    assert told(row, EN, 0, 80) == ["Il ouvre en juin."]
    assert told(row, FR, 0, 30) == ["The lake is old, and the ferry that crosses it every day of the year is new."]


def test_a_figure_in_both_counts_for_more_than_their_lengths():
    row = a_row(
        ("Nobody will pay more for it this year. The fare is 4.80 euros.",),
        ("Personne ne paiera davantage. Pas même les touristes. Le billet coûte 4,80 euros.",),
    )
    assert told(row, EN, 0, 50) == ["Le billet coûte 4,80 euros."]


def test_sentences_are_found_over_several_paragraphs():
    row = a_row(
        ("One sentence stands here.", "Another one stands there."), ("Une phrase est ici. Une autre se tient là.",)
    )
    assert told(row, EN, 1, 4) == ["Une autre se tient là."]


def test_where_the_row_is_one_sentence_nothing_is_told():
    assert told(a_row(("One sentence.",), ("Une phrase. Et une autre.",)), EN, 0, 3) == []
    assert told(a_row(("One sentence. And another.",), ()), EN, 0, 3) == []


@given(communiques())
def test_every_answer_is_a_sentence_of_the_other_language(doc):
    for row in doc.rows:
        for language in Language:
            for index, passage in enumerate(row[language]):
                for place, start, end in counterpart_sentences(row, language, index, len(passage.text) // 2):
                    assert row[language.other][place].text[start:end].strip()
