from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from editor.checks import calendar_names, capitals, elision, english_usage, french_forms, references, words
from editor.model.language import Language
from editor.text import date_forms, dates, figures, names, ranks, spelled, times, verbatim
from editor.text.index import FIGURE, first_words, index_of
from editor.text.letters import folded, plain

PIECES = (
    "17", "2021", "1er", "21st", "May", "mai", "Sept.", "sept", "Monday", "lundi", "first", "premier", "noon", "midi",
    "vingt", "deux", "et", "one", "million", "third", "the", "août",
    "13:30", "13 h 30", "3 p.m.", "17/05/2021", "2021-05-17", "T", "Gen.", "Lt Gen", "vice-amiral", "Général", "Roe",
    "www.lake.example", "a@b.example", "#tag", "a_b", "&amp;", "::", ":-)", "<b>", "`x y`", "tel:112", "//x", "€",
    "CHF", "£", "M", "bn", "%", "per cent", "XXI", "siècle",
)  # fmt: skip
GAPS = (" ", "", ", ", "-", "\u00a0", " to ", "(", ")", ".", "/", " of ", "\n", "’")
TEXTS = some.lists(some.sampled_from((*PIECES, *GAPS, *GAPS)), max_size=16).map("".join)
WRITTEN = (
    dates._grammar(),
    times._time(),
    date_forms._day_first(),
    date_forms._month_first(),
    date_forms._month_and_year(),
    english_usage._spelt(),
    english_usage._old_names(),
    english_usage._french_title(),
    capitals._function(),
    capitals._portfolio(),
    capitals._adjective(),
    capitals._phrases(("l’État", "Union européenne", "Premier ministre"))[0],
    elision._set_word(),
    words._bare_capitals(),
    french_forms._ARTICLE,
    french_forms._PLURAL_BEHIND,
    *(ranks._ranked(language) for language in Language),
    *(calendar_names._month(language) for language in Language),
    *(calendar_names._weekday(language) for language in Language),
)
SMALL = (
    figures._standing(),
    *(references._pattern(language) for language in Language),
    *(spelled._ordinal(language) for language in Language),
    *(spelled._number(language) for language in Language),
    *(spelled._single(language) for language in Language),
)


@pytest.mark.parametrize("led", WRITTEN)
@given(text=TEXTS)
@example(text="Monday, 17 May 2021 at 13:30 to 18 May; the 4th of May; Lt Gen Roe, le vice-amiral Roe, midi, août 2019")
@example(
    text="The Czech Republic, the Swaziland; Madame Roe; analyse, organize; Etat, c'est à dire, Vice premier ministre"
)
@example(text="Les infrastructure critiques, des entité, leurs décision, aux alliance, certaines mesure, nos politique")
@example(text="le Ministre de la santé, le gouvernement Français, union Européenne, l'état, Premier-Ministre, le Burma")
def test_trying_a_pattern_where_its_words_stand_finds_what_trying_it_everywhere_finds(led, text):
    flat = plain(text)
    found = led.finditer(flat, index_of(text))
    assert [each.span() for each in found] == [each.span() for each in led.pattern.finditer(flat)]
    found = led.finditer(text, index_of(text))
    assert [each.span() for each in found] == [each.span() for each in led.pattern.finditer(text)]


@pytest.mark.parametrize("led", SMALL)
@given(text=TEXTS)
@example(text="Twenty-first, one million, un milliard, trois cent mille, quatre-vingt-dix-sept, le deuxième")
@example(
    text="24 h sur 24, 7 jours sur 7, 24/7, seven days a week; Directive (EU) 2019/1020, résolution 1325, articles 5"
)
def test_patterns_of_small_letters_are_found_at_their_first_words_as_in_the_whole(led, text):
    low = folded(text)
    found = led.finditer(low, index_of(text))
    assert [each.span() for each in found] == [each.span() for each in led.pattern.finditer(low)]


CAPITALS = (
    "Ada",
    "al-Roe",
    "ash-Roe",
    "d'Arc",
    "L'Office",
    "M.",
    "Lt.",
    "J.-P.",
    "de",
    "van",
    "O'Neil",
    "É",
    "Roe-Bell",
    "lac",
)


@given(some.lists(some.sampled_from((*CAPITALS, " ", " ", " ", "-", ", ", "(")), max_size=14).map("".join))
@example("Le cheikh al-Roe et Mme Ada d'Arc, l'Office, J.-P. de van Roe-Bell; ash-Ada")
def test_capitals_are_found_where_they_can_begin_as_in_the_whole(text):
    found = [each.span() for each in names._chunks(text)]
    assert found == [each.span() for each in names._chunk().finditer(text)]


@pytest.mark.parametrize("language", Language)
def test_a_common_word_or_a_title_that_stands_alone_among_capitals_is_never_a_name(language):
    for written in names._common() | {word.capitalize() for word in names._title_words()}:
        for chunk in names._chunks(written):
            assert not names._is_no_name(chunk[0]) or not names._split(written, written, chunk, language)


@given(text=TEXTS, language=some.sampled_from(Language))
@example(
    text="5 million; CHF 30; 12,5 % et 3 Md€, €(35) million, 20 autres millions, 7 us dollars", language=Language.FR
)
@example(text="no 5 of them, 20 per cent, £3m and 4 percentage points, the 9-million", language=Language.EN)
def test_a_figure_that_stands_bare_has_neither_magnitude_nor_unit_nor_currency(text, language):
    flat, low = plain(text), folded(text)
    behind = [figures._magnitude(language), figures._percent(), figures._currency_named(), figures._LETTER]
    for digits in figures._DIGITS.finditer(text):
        figure = figures.Figure(*digits.span(), (Decimal(1),))
        if figures._stands_bare(low, figure):
            assert not any(pattern.match(low, figure.end) for pattern in behind)
            assert not figures._currency_signed().match(flat, figure.end)
            assert not figures._currency_before().search(flat, max(0, figure.start - 6), figure.start)


@pytest.mark.parametrize(
    "number", ["+32 2 707 41 11", "01 22 33 44 55", "0032 2 707 41 11", "1-800-555-0100", "1 800 555-0100"]
)
def test_telephone_numbers_are_found_among_other_figures(number):
    text = f"In 2021, call {number} or 5 others."
    assert figures.telephones(text) == [(14, 14 + len(number))]


def test_an_index_tells_where_each_word_begins_whatever_its_letters_and_figures_together():
    index = index_of("Été 2021, l’été : 21st, G7")
    assert index["ete"] == [0, 12]
    assert index[FIGURE] == [4, 18]
    assert index["g7"] == [24]


@given(TEXTS)
@example("see www.lake.example, a@b.example (13:30) and #tag")
def test_addresses_are_found_word_by_word_as_in_the_whole(text):
    found = [each.span() for each in verbatim._matches(text)]
    assert found == [each.span() for each in verbatim._VERBATIM.finditer(text)]


def test_the_first_words_of_phrases_are_small():
    assert first_words(("Lt. Gen.", "Été indien", "vice-amiral", "", "…")) == {"lt", "ete", "vice"}
