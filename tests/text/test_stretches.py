"""Marked stretches of a whole release."""

from editor.model.language import Language
from editor.text.stretches import find_stretches

EN, FR = Language.EN, Language.FR


def places(paragraphs: list[str], language: Language = EN) -> list[tuple[int, int, int, int]]:
    return [(each.paragraph, each.start, each.end_paragraph, each.end) for each in find_stretches(paragraphs, language)]


def test_a_stretch_reopened_in_each_paragraph_is_one() -> None:
    assert places(["“One day.", "“Two days.", "“Three days.”", "Rest."]) == [(0, 1, 2, 12)]


def test_a_stretch_not_reopened_is_one_too() -> None:
    assert places(["Il dit : « Un.", "Deux.", "Trois. » Puis."], FR) == [(0, 11, 2, 6)]


def test_a_stretch_never_closed_ends_with_its_last_sentence() -> None:
    (found,) = find_stretches(["“One day. Two days. And then", "Then “another” rest."], EN)[:1]
    assert (found.start, found.end, found.closed) == (1, 19, False)


def test_a_stretch_is_cut_where_narration_takes_over() -> None:
    text = "«La route est ouverte et belle, a dit M. Paul Roy. Elle le restera.»"
    assert [text[a:b] for _, a, _, b in places([text], FR)] == ["La route est ouverte et belle", "Elle le restera."]


def test_stretches_inside_others_are_nested() -> None:
    assert [each.nested for each in find_stretches(["“A “b” c” and “d”"], EN)] == [False, True, False]


def test_a_stretch_reopened_in_each_paragraph_and_closed_nowhere_ends_with_the_last_of_them() -> None:
    (found,) = find_stretches(["« Un jour.", "« Deux jours.", "« Trois jours.", "La suite."], FR)
    assert (found.paragraph, found.end_paragraph, found.end, found.closed) == (0, 2, 14, False)


def test_a_lost_mark_before_the_speaker_does_not_carry_the_stretch_into_the_next_paragraph() -> None:
    first = (
        "« Je remercie le conseil de cette belle mission  a déclaré M. Paul Roy. « Je lui souhaite une bonne année. »"
    )
    found = find_stretches([first, "« Ces années furent belles », a dit Mme Anne Bel."], FR)
    texts = [(each.paragraph, first[each.start : each.end]) for each in found if each.paragraph == 0]
    assert texts == [(0, "Je remercie le conseil de cette belle mission"), (0, "Je lui souhaite une bonne année.")]
    assert found[-1].paragraph == found[-1].end_paragraph == 1
