"""Figures by value: the same number however each language writes it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.language import Language
from editor.text.figures import FigureKind, figures, write_number

EN, FR = Language.EN, Language.FR


def values(text, language):
    return [figure.value for figure in figures(text, language)]


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("3,500", "3 500"),
        ("3,500", "3\u202f500"),
        ("1,000.5", "1 000,5"),
        ("€1.5 billion", "1,5 milliard d’euros"),
        ("1,500 million", "1,5 milliard"),
        ("2 trillion", "2 billions"),
        ("12.5%", "12,5 %"),
        ("12.5 per cent", "12,5 pour cent"),
        ("twenty-one", "vingt et un"),
        ("97", "quatre-vingt-dix-sept"),
        ("seventy-one", "soixante et onze"),
        ("three hundred thousand", "trois cent mille"),
        ("two million", "deux millions"),
        ("a dozen", "une douzaine"),
        ("eighty", "quatre-vingts"),
        ("21st", "XXIe"),
        ("21st", "21e"),
        ("third", "troisième"),
        ("2,500,000", "2.500.000"),
        ("five thousand two hundred", "cinq mille deux cents"),
    ],
)
def test_equal_figures_have_equal_values(english, french):
    assert values(english, EN) == values(french, FR)
    assert len(values(english, EN)) == 1


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("17 mai 2021 3 500", FR, [17, 2021, 3500]),
        ("en 2021 27 pays", FR, [2021, 27]),
        ("14, 15 June", EN, [14, 15]),
        ("the G7, the P5+1, an F-35, COVID-19", EN, []),
        ("A/RES/60/1 and version 1.2.3", EN, []),
        ("call +32 2 707 50 41", EN, []),
        ("Le De Ce Me", FR, []),
        ("Ve République", FR, [5]),
        ("one man, un homme", EN, []),
        ("pour cent de", FR, []),
        ("mid-2011", EN, [2011]),
        ("8-core", EN, [8]),
        ("1,5", EN, [Decimal("1.5")]),
    ],
)
def test_what_is_a_figure_and_what_is_none(text, language, wanted):
    assert values(text, language) == wanted


def test_an_ambiguous_point_has_both_values():
    assert figures("1.301 tonnes", FR)[0].values == (Decimal(1301), Decimal("1.301"))
    assert figures("1,375 milliard", FR)[0].value == Decimal("1.375E9")


@pytest.mark.parametrize(
    ("text", "language", "currency"),
    [
        ("€20", EN, "EUR"),
        ("US$ 5", EN, "USD"),
        ("CAN$5", EN, "CAD"),
        ("$5", EN, "$"),
        ("5 $ US", FR, "USD"),
        ("20 €", FR, "EUR"),
        ("20 millions d’euros", FR, "EUR"),
        ("deux millions de dollars canadiens", FR, "CAD"),
        ("548 millions de francs CFA", FR, "XAF"),
        ("EUR 2 400", EN, "EUR"),
    ],
)
def test_currencies_before_and_after(text, language, currency):
    (figure,) = figures(text, language)
    assert (figure.kind, figure.currency) == (FigureKind.MONEY, currency)
    assert text[figure.start : figure.end] == text


def test_a_bare_figure_shares_the_unit_of_its_neighbour():
    first, second = figures("20 to 30 million", EN)
    assert first.shares
    assert Decimal(20_000_000) in first.values
    assert second.value == Decimal(30_000_000)


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_what_is_written_is_read_back(whole, hundredths):
    value = Decimal(whole) + Decimal(hundredths) / 100
    for language, group in ((EN, ","), (FR, "\u202f")):
        text = write_number(value, language, group)
        assert figures(text, language)[0].value == value


@given(st.text(st.sampled_from("0123456789., \u202f€$%MVIXe-/abcdeèuxmilongts"), max_size=40))
def test_figures_lie_in_the_text_in_order(text):
    for language in Language:
        found = figures(text, language)
        assert all(
            0 <= figure.start <= figure.digits_start < figure.digits_end <= figure.end <= len(text) for figure in found
        )
        starts = [figure.start for figure in found]
        assert starts == sorted(starts)


def test_a_letter_beside_a_sign_of_currency_is_a_magnitude() -> None:
    english = [figure.value for figure in figures("aid of $1.5M, £20m and $3B", Language.EN)]
    french = [figure.value for figure in figures("une aide de 1,5 M$, 20 M€ et 3 Md€", Language.FR)]
    assert english == [1_500_000, 20_000_000, 3_000_000_000]
    assert french == english


def test_a_letter_without_currency_is_a_unit() -> None:
    assert [figure.value for figure in figures("a quay of 20m", Language.EN)] == [20]
    assert [figure.value for figure in figures("un quai de 5 m", Language.FR)] == [5]
