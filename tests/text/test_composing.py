from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.formats.profiles import load_profile
from editor.model.language import Language
from editor.model.profile import Spacing, Style
from editor.text.composing import composed

NATO = Spacing()
USUAL = Style()
EU = Spacing(before_high_signs="", inside_guillemets="")
FR, EN = Language.FR, Language.EN


def typed(keys, language=FR, spacing=NATO, style=USUAL):
    """Return what stands on the page after these keys, one by one."""
    text = ""
    for key in keys:
        text += key
        change = composed(text, len(text), language, spacing, style)
        if change is not None:
            text = text[: change.start] + change.text + text[change.end :]
    return text


@pytest.mark.parametrize(
    ("keys", "page"),
    [
        ('"Oui", dit-il', "«\u00a0Oui\u00a0», dit-il"),
        ('" Oui ", dit-il', "«\u00a0Oui\u00a0», dit-il"),
        ("L'OTAN aujourd'hui", "L’OTAN aujourd’hui"),
        ('l\'"Alliance"', "l’«\u00a0Alliance\u00a0»"),
        ("Vraiment ? Oui ! Donc ; voici : rien.", "Vraiment\u202f? Oui\u202f! Donc\u202f; voici\u00a0: rien."),
        ("Vraiment? Oui! Donc; voici: rien.", "Vraiment\u202f? Oui\u202f! Donc\u202f; voici\u00a0: rien."),
        ("Quoi ?! Non", "Quoi\u202f?! Non"),
        ("une oeuvre, des soeurs et le coeur.", "une œuvre, des sœurs et le cœur."),
        ("coexister et moelle.", "coexister et moelle."),
        ("la 1ère et le 2ème jour", "la 1re et le 2e jour"),
        ("12 % de 30 € et 5%.", "12\u00a0% de 30\u00a0€ et 5\u00a0%."),
        ("M. Vučić et Mme Duval", "M.\u00a0Vučić et Mme\u00a0Duval"),
        ("à 13 h 52 et 9 h.", "à 13\u00a0h\u00a052 et 9\u00a0h."),
        (
            "il coûte 4,80 euros, soit 18,5 millions d'euros.",
            "il coûte 4,80\u00a0euros, soit 18,5\u00a0millions d’euros.",
        ),
        ("20 pour cent à 12 km.", "20\u00a0pour cent à 12\u00a0km."),
        ("3 tables, 12 gares, 5 mois et 4 Gouvernements", "3 tables, 12 gares, 5 mois et 4 Gouvernements"),
        ("Bref...", "Bref…"),
        ("il vient--peut-être--demain", "il vient – peut-être – demain"),
        ('la commande `ls; "x" ?` : oui', 'la commande `ls; "x" ?`\u00a0: oui'),
        ("- dialogue -- et suite", "- dialogue – et suite"),
        ("il vient - peut-être - demain", "il vient – peut-être – demain"),
        ("voir https://press.example/a?b=1:2 ici", "voir https://press.example/a?b=1:2 ici"),
        ("à 13:52 et 3:1", "à 13:52 et 3:1"),
        ("é è ç œ 😀", "é è ç œ 😀"),
    ],
)
def test_french_typed_with_plain_keys_becomes_what_the_house_prints(keys, page):
    assert typed(keys) == page


@pytest.mark.parametrize(
    ("keys", "page"),
    [
        ('"Yes," he said', "“Yes,” he said"),
        ("NATO's and Allies' \"open door\"", "NATO’s and Allies’ “open door”"),
        ("he said 'no'", "he said ‘no’"),
        ("wait...", "wait…"),
        ("it came - late - today", "it came – late – today"),
        ("the '90s and rock 'n' roll", "the ’90s and rock ’n’ roll"),
        ("it came--late--today", "it came – late – today"),
        ("it came -- late", "it came – late"),
        ("see `it's \"so\"` here, it's", 'see `it\'s "so"` here, it’s'),
        (
            "see https://press.example/it's or 'www.press.example' now",
            "see https://press.example/it's or ‘www.press.example’ now",
        ),
        ("-- option", "-- option"),
        ("Really? Yes! Here: this; 5%", "Really? Yes! Here: this; 5%"),
    ],
)
def test_english_gets_its_quotation_marks_and_no_french_spaces(keys, page):
    assert typed(keys, EN) == page


def test_another_house_has_other_spaces():
    assert typed('"Oui" ? 5 %', FR, EU) == "«Oui»? 5\u00a0%"
    canada = load_profile("canada").spacing
    assert (
        typed("Vraiment? Oui: non", FR, canada) == f"Vraiment{canada.before_high_signs}? Oui{canada.before_colon}: non"
    )


def test_an_english_house_may_close_its_dashes_up_but_not_a_stretch_of_figures():
    style = load_profile("canada").style
    assert typed("it came - late -- or not--today", EN, style=style) == "it came—late—or not—today"
    assert typed("pages 10 - 20", EN, style=style) == "pages 10 – 20"


def test_an_english_house_may_begin_with_single_marks():
    style = load_profile("eu").style
    assert typed('"It\'s “so”," he said. "He said "no"."', EN, style=style) == "‘It’s “so”,’ he said. ‘He said “no”.’"


@pytest.mark.parametrize(
    ("house", "page"),
    [
        ("nato", "«\u00a0Oui\u00a0»\u00a0: l’œuvre de la 1re\u202f! Soit 5\u00a0% à 13\u00a0h\u00a052\u202f; fin…"),
        ("france", "«\u00a0Oui\u00a0»\u00a0: l’œuvre de la 1re\u202f! Soit 5\u00a0% à 13\u00a0h\u00a052\u202f; fin…"),
        ("sample", "«\u00a0Oui\u00a0»\u00a0: l’œuvre de la 1re\u202f! Soit 5\u00a0% à 13\u00a0h\u00a052\u202f; fin…"),
        ("canada", "«\u00a0Oui\u00a0»\u00a0: l’œuvre de la 1re! Soit 5\u00a0% à 13\u00a0h\u00a052; fin…"),
        ("eu", "«Oui»: l’œuvre de la 1re! Soit 5\u00a0% à 13\u00a0h\u00a052; fin…"),
    ],
)
@pytest.mark.parametrize(
    "keys",
    [
        '"Oui" : l\'oeuvre de la 1ère ! Soit 5 % à 13 h 52 ; fin...',
        '" Oui ": l\'oeuvre de la 1ère! Soit 5% à 13h52; fin...',
    ],
)
def test_each_house_has_its_spaces_whether_plain_ones_are_typed_or_none(house, page, keys):
    profile = load_profile(house)
    assert typed(keys, FR, profile.spacing, profile.style) == page


def test_a_space_typed_where_one_was_just_put_is_swallowed():
    assert typed('" ') == "«\u00a0"
    assert typed("Oui ! ") == "Oui\u202f! "


def test_what_was_taken_back_is_not_done_again():
    taken_back = 'Il dit "'
    assert composed(taken_back + "L", len(taken_back) + 1, FR, NATO) is None
    assert composed("Oui!" + " ", 5, FR, NATO) is None


@given(st.text(st.sampled_from("aeo'\" .,;:!?«»%0123h-L\u00a0\u202f"), max_size=25), st.sampled_from(Language))
def test_no_letter_and_no_figure_is_ever_lost(keys, language):
    def kept(text):
        return [sign for sign in text.replace("œ", "oe") if sign.isalnum()]

    if "oe" not in keys and "è" not in keys:
        assert kept(typed(keys, language)) == kept(keys)


@given(st.text(st.sampled_from("aé'\" .;:!?«»%1h-\u00a0"), min_size=1, max_size=20), st.sampled_from(Language))
def test_a_change_ends_at_the_caret_and_is_one(text, language):
    change = composed(text, len(text), language, replace(NATO))
    if change is not None:
        assert 0 <= change.start <= change.end == len(text)
        assert text[change.start : change.end] != change.text
