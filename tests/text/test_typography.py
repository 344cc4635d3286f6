"""Spaces, apostrophes and ellipses of French, and what no typographic rule may touch."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.language import Language
from editor.model.profile import Spacing
from editor.text.typography import ellipses_amiss, spaces_due, straight_apostrophes
from editor.text.verbatim import is_verbatim, verbatim

USUAL = Spacing()
EU = Spacing(before_colon="", before_high_signs="", inside_guillemets="")
SIGNS = "«»:;!? \u00a0\u202f%€a1é'’\"….,()http://b.c@d"


def spaced(text, spacing=USUAL):
    """The text with every due space put in."""
    for place in reversed(spaces_due(text, spacing)):
        text = text[: place.start] + place.due + text[place.end :]
    return text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("« Oui »", "«\u00a0Oui\u00a0»"),
        ("«Oui»", "«\u00a0Oui\u00a0»"),
        ("Vraiment ?!", "Vraiment\u202f?!"),
        ("Vraiment?", "Vraiment\u202f?"),
        ("ceci ; cela", "ceci\u202f; cela"),
        ("le: 18 mai", "le\u00a0: 18 mai"),
        ("12 % et 20€", "12\u00a0% et 20\u00a0€"),
        ("5 km de côtes", "5\u00a0km de côtes"),
        ("25 °C", "25\u00a0°C"),
        ("§ 5 et n° 12, p. 3", "§\u00a05 et n°\u00a012, p.\u00a03"),
        ("M. Petrić et Mme Lovell", "M.\u00a0Petrić et Mme\u00a0Lovell"),
        ("à 13 h 52", "à 13\u00a0h\u00a052"),
        ("2 500 militaires", "2\u202f500 militaires"),
    ],
)
def test_french_puts_the_houses_space(text, wanted):
    assert spaced(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "https://lake.example/a?b=1;c",
        "mailto:presse@lake.example",
        "à 13:52, le rapport est de 3:1",
        "<![CDATA[a:b]]>",
        "le code `a:b;c`",
        "un signe (!) ou [?]",
        "nato:press",
        "std::vector",
        "C’est tout ;-)",
        "cotée (LSE: IMG)",
        "«",
        "»",
        "M. le ministre",
        "Avec Louis M. Gardin",
        "Il dit que M. est parti",
        "en 2021 27 pays",
    ],
)
def test_what_needs_no_space_gets_none(text):
    assert spaced(text) == text


def test_a_house_may_put_no_space():
    assert spaced("« Oui » : bien !", EU) == "«Oui»: bien!"


def test_a_year_and_a_number_are_not_one_number():
    assert spaced("17 mai 2021 3 500 militaires") == "17 mai 2021 3\u202f500 militaires"


@given(st.text(st.sampled_from(SIGNS), max_size=30))
def test_putting_the_due_spaces_is_done_once_for_all(text):
    once = spaced(text)
    places = spaces_due(text, USUAL)
    assert all(left.end <= right.start for left, right in pairwise(places))
    if all(place.present or place.due for place in places):
        assert spaced(once) == spaced(spaced(once))


@given(st.text(st.sampled_from(SIGNS), max_size=30))
def test_verbatim_stretches_lie_in_the_text_and_apart(text):
    stretches = verbatim(text)
    assert all(0 <= start < end <= len(text) for start, end in stretches)
    assert all(left[1] <= right[0] for left, right in pairwise(stretches))
    for place in range(len(text)):
        assert is_verbatim(text, place) is any(start <= place < end for start, end in stretches)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("voir https://lake.example/a(b), puis", ["https://lake.example/a(b)"]),
        ("écrire à presse@lake.example.", ["presse@lake.example"]),
        ("sur debian.org et node.js", ["debian.org", "node.js"]),
        ("à 13:52", ["13:52"]),
        ("avec #paix et @lac", ["#paix", "@lac"]),
        ("fin.Le début", []),
        ("les zones .net et .org", []),
    ],
)
def test_addresses_code_and_times_stand_as_they_are(text, words):
    assert [text[start:end] for start, end in verbatim(text)] == words


@pytest.mark.parametrize(
    ("text", "count"),
    [("l'accord qu'il a", 2), ("l´accord", 1), ("l’accord", 0), ("5'10\"", 0), ("l'« Office »", 1), ("`l'a`", 0)],
)
def test_french_apostrophes(text, count):
    assert len(list(straight_apostrophes(text, Language.FR))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [("don't", 1), ("the Allies' plan", 1), ("he said 'the Allies' plan'", 0), ("the '90s", 1), ("5' tall", 0)],
)
def test_english_apostrophes(text, count):
    assert len(list(straight_apostrophes(text, Language.EN))) == count


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("bien...", "bien…"),
        ("bien …", "bien…"),
        ("bien...et", "bien… et"),
        ("[...]", "[…]"),
        ("(...)", "[…]"),
        ("« ...nous »", "« …nous »"),
        ("bien…", "bien…"),
        ("quoi…?", "quoi…?"),
    ],
)
def test_french_ellipses(text, wanted):
    for place in reversed(list(ellipses_amiss(text))):
        text = text[: place.start] + place.text + text[place.end :]
    assert text == wanted
