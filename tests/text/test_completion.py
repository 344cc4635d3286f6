from editor.text.completion import fragments


def test_a_name_far_into_a_long_paragraph_is_found_in_its_place():
    before = "the boats came home and " * 40
    (found,) = fragments(before + "Marg", len(before) + 4)
    assert (found.start, found.letters) == (len(before), "Marg")
    (called,) = fragments(before + "@marg", len(before) + 5)
    assert (called.start, called.letters) == (len(before), "marg")


def test_the_end_of_a_word_longer_than_any_name_is_no_beginning():
    assert fragments("x" * 20 + "X" * 400, 420) == ()
