"""Pairing two texts: what a translator expects of it, and the laws it keeps."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.errors import Unfit
from editor.text.alignment import Bead, Pair, Unit, align

ENGLISH = (
    "Harbour authority opens new lock",
    "The Northern Harbour Authority opened its new lock on 12 May 2021, after six years of work.",
    "The lock is 320 metres long and cost €1,250,000.",
    "“This is a great day for our town,” said Ada Lovell, chair of the board.",
    "About the Harbour Authority",
    "The Harbour Authority employs 450 people in eleven countries.",
    "Contact information",
    "Press office, telephone 555-0199, press@harbour.example",
)
FRENCH = (
    "L’Autorité portuaire inaugure une nouvelle écluse",
    "L’Autorité portuaire du Nord a inauguré sa nouvelle écluse le 12 mai 2021, après six ans de travaux.",
    "L’écluse mesure 320 mètres de long et a coûté 1 250 000 €.",
    "« C’est un grand jour pour notre ville », a déclaré Ada Lovell, présidente du conseil.",
    "À propos de l’Autorité portuaire",
    "L’Autorité portuaire emploie 450 personnes dans onze pays.",
    "Coordonnées",
    "Service de presse, téléphone 555-0199, press@harbour.example",
)


def units(*texts: str) -> list[Unit]:
    return [Unit(text) for text in texts]


def pairs(beads: tuple[Bead, ...]) -> list[Pair]:
    return [(bead.en, bead.fr) for bead in beads]


def test_a_faithful_translation_is_paired_line_by_line():
    assert pairs(align(units(*ENGLISH), units(*FRENCH))) == [((n,), (n,)) for n in range(8)]


@pytest.mark.parametrize("missing", range(1, 8))
def test_an_untranslated_paragraph_stands_alone(missing):
    french = [text for n, text in enumerate(FRENCH) if n != missing]
    found = pairs(align(units(*ENGLISH), units(*french)))
    assert ((missing,), ()) in found
    assert len(found) == 8


@pytest.mark.parametrize("added", range(8))
def test_a_paragraph_without_source_stands_alone(added):
    extra = "Les pêcheurs à la ligne recevront une carte gratuite valable jusqu’au printemps."
    french = [*FRENCH[:added], extra, *FRENCH[added:]]
    assert ((), (added,)) in pairs(align(units(*ENGLISH), units(*french)))


def test_two_paragraphs_translated_as_one_are_paired_with_it():
    french = [*FRENCH[:1], " ".join(FRENCH[1:3]), *FRENCH[3:]]
    assert ((1, 2), (1,)) in pairs(align(units(*ENGLISH), units(*french)))


def test_a_paragraph_translated_as_two_is_paired_with_both():
    english = [*ENGLISH[:1], " ".join(ENGLISH[1:3]), *ENGLISH[3:]]
    assert ((1,), (1, 2)) in pairs(align(units(*english), units(*FRENCH)))


def test_a_heading_whose_translation_is_missing_is_not_joined_to_the_paragraph_that_repeats_its_words():
    french = [text for n, text in enumerate(FRENCH) if n != 4]
    found = pairs(align(units(*ENGLISH), units(*french)))
    assert ((4,), ()) in found
    assert ((5,), (4,)) in found


def test_opposite_omissions_side_by_side_are_not_taken_for_a_pair():
    english = [
        *ENGLISH[:2],
        "From Monday the ferry for schoolchildren leaves an hour earlier, and dogs no longer travel free of charge.",
        *ENGLISH[3:],
    ]
    found = pairs(align(units(*english), units(*FRENCH)))
    assert ((2,), ()) in found
    assert ((), (2,)) in found


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("1,250 and 7.5", "1 250 et 7,5"),
        ("at 3:30 p.m.", "à 15 h 30"),
        ("ninety-seven and two hundred", "quatre-vingt-dix-sept et deux cents"),
        ("12 per cent", "12 %"),
        ("the 19th century", "le 19e siècle"),
        ("three thousand", "3000"),
    ],
)
def test_numbers_are_recognised_by_their_value(english, french):
    decoys = [f"Zebu quokka {n}, {n + 1} and {n + 2}." for n in (4511, 9304)]
    found = pairs(align(units(decoys[0], f"Zebu {english}.", decoys[1]), units(f"Wombat {french}.")))
    assert found == [((0,), ()), ((1,), (0,)), ((2,), ())]


def test_confirmed_pairs_come_back_and_the_rest_is_paired_around_them():
    found = align(units(*ENGLISH), units(*FRENCH), anchors=[((2, 3), (2,))])
    assert Bead((2, 3), (2,), 1.0) in found
    assert ((4,), (4,)) in pairs(found)
    assert ((), (3,)) in pairs(found)


def test_a_unit_confirmed_to_stand_alone_stays_alone():
    found = align(units(*ENGLISH), units(*FRENCH), anchors=[((5,), ()), ((), (0,))])
    assert ((5,), ()) in pairs(found)
    assert ((), (0,)) in pairs(found)


def test_a_rejected_pair_is_not_proposed_again():
    rejected = [((n,), (n,)) for n in range(0, 8, 2)]
    assert not set(rejected) & set(pairs(align(units(*ENGLISH), units(*FRENCH), rejected=rejected)))


def test_rejections_that_ask_nothing_are_passed_over():
    rejected = [((1,), ()), ((), ()), ((0, 5), (1,)), (tuple(range(8)), tuple(range(8)))]
    assert align(units(*ENGLISH), units(*FRENCH), rejected=rejected) == align(units(*ENGLISH), units(*FRENCH))


@pytest.mark.parametrize(
    "anchors",
    [
        [((8,), (0,))],
        [((-1,), (0,))],
        [((0,), (1,)), ((1,), (0,))],
        [((0,), (0,)), ((0,), (1,))],
        [((0, 2), (0,))],
        [((1, 0), (0,))],
    ],
)
def test_confirmed_pairs_that_do_not_fit_are_refused(anchors):
    with pytest.raises(Unfit, match="confirmed pair"):
        align(units(*ENGLISH), units(*FRENCH), anchors=anchors)


def test_the_kind_of_row_decides_where_the_words_say_nothing():
    en = [Unit("Welcome", "paragraph"), Unit("Zebu", "headline"), Unit("Farewell", "paragraph")]
    fr = [Unit("Quokka", "headline")]
    assert ((1,), (0,)) in pairs(align([*en], [*fr, Unit("Adieu", "paragraph")]))


def test_texts_given_the_wrong_way_round_are_paired_as_well():
    forth = align(units(*ENGLISH[:7]), units(*FRENCH), anchors=[((1,), (1,))], rejected=[((2,), (2,))])
    back = align(units(*FRENCH), units(*ENGLISH[:7]), anchors=[((1,), (1,))], rejected=[((2,), (2,))])
    assert back == tuple(Bead(bead.fr, bead.en, bead.confidence) for bead in forth)


def test_sure_beads_are_told_from_doubtful_ones():
    english = [*ENGLISH[:5], "Zebu.", *ENGLISH[5:]]
    french = [*FRENCH[:5], "Quokka.", *FRENCH[5:]]
    by_pair = {(bead.en, bead.fr): bead.confidence for bead in align(units(*english), units(*french))}
    assert by_pair[(1,), (1,)] > 0.95
    doubtful = [sure for (en, fr), sure in by_pair.items() if 5 in en or 5 in fr]
    assert max(doubtful) < by_pair[(1,), (1,)]


def test_identical_texts_are_paired_line_by_line():
    assert pairs(align(units(*ENGLISH), units(*ENGLISH))) == [((n,), (n,)) for n in range(8)]


def test_empty_sides_and_single_units_are_sane():
    assert align([], []) == ()
    assert pairs(align(units("One.", "Two."), [])) == [((0,), ()), ((1,), ())]
    assert pairs(align([], units("Un."))) == [((), (0,))]
    assert pairs(align(units("The minister spoke."), units("Le ministre a parlé."))) == [((0,), (0,))]
    assert pairs(align(units(""), units(""))) == [((0,), (0,))]


def test_a_long_text_with_a_missing_chapter_is_paired_around_the_gap():
    nouns = [("table", "table"), ("river", "rivière"), ("village", "village"), ("garden", "jardin"), ("king", "roi")]
    english = [f"Line {n} tells of the {nouns[n % 5][0]} and of number {n * 7}." for n in range(700)]
    french = [f"La ligne {n} parle : {nouns[n % 5][1]}, puis le nombre {n * 7}." for n in range(700)]
    del french[200:330]
    found = pairs(align(units(*english), units(*french)))
    expected = [((n,), (n,)) for n in range(200)]
    expected += [((n,), ()) for n in range(200, 330)]
    expected += [((n,), (n - 130,)) for n in range(330, 700)]
    assert found == expected


def test_a_monstrous_paragraph_in_a_long_text_does_no_harm():
    words = " ".join(f"quokka{n} zebu" for n in range(30_000))
    english = [words, *(f"Line number {n}." for n in range(130))]
    french = [words, *(f"Ligne numéro {n}." for n in range(130))]
    assert pairs(align(units(*english), units(*french))) == [((n,), (n,)) for n in range(131)]


def test_a_very_long_text_is_refused_with_a_sentence():
    with pytest.raises(Unfit, match="20001 units"):
        align(units("One.") * 20_001, units("Un."))


def test_numpy_waits_for_the_first_alignment():
    program = (
        "import sys; from editor.text.alignment import Unit, align; assert 'numpy' not in sys.modules;"
        "align([Unit('A')], [Unit('B')]); assert 'numpy' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


LINES = st.lists(
    st.one_of(st.sampled_from(ENGLISH + FRENCH), st.text(max_size=30)).map(Unit),
    max_size=7,
)


@st.composite
def texts_and_wishes(draw):
    """Two texts, confirmed pairs that fit them, and rejected pairs."""
    en, fr = draw(LINES), draw(LINES)
    anchors = []
    i = j = 0
    while i < len(en) and j < len(fr) and draw(st.booleans()):
        i, j = draw(st.integers(i, len(en) - 1)), draw(st.integers(j, len(fr) - 1))
        end_i, end_j = draw(st.integers(i + 1, len(en))), draw(st.integers(j + 1, len(fr)))
        anchors.append((tuple(range(i, end_i)), tuple(range(j, end_j))))
        i, j = end_i, end_j
    rejected = [
        (tuple(range(a, a + b)), tuple(range(c, c + d)))
        for a, b, c, d in draw(st.lists(st.tuples(*[st.integers(0, 6), st.integers(1, 3)] * 2), max_size=8))
    ]
    return en, fr, anchors, [pair for pair in rejected if pair not in anchors]


@settings(max_examples=150, deadline=None)
@given(texts_and_wishes())
def test_every_unit_is_in_one_bead_in_order_and_the_users_word_stands(case):
    en, fr, anchors, rejected = case
    beads = align(en, fr, anchors, rejected)
    assert [place for bead in beads for place in bead.en] == list(range(len(en)))
    assert [place for bead in beads for place in bead.fr] == list(range(len(fr)))
    assert all(bead.en or bead.fr for bead in beads)
    assert all(0.0 <= bead.confidence <= 1.0 for bead in beads)
    assert all(len(bead.en) + len(bead.fr) == 1 for bead in beads if not (bead.en and bead.fr))
    assert set(anchors) <= set(pairs(beads))
    assert not set(rejected) & set(pairs(beads))
    assert align(en, fr, anchors, rejected) == beads


@pytest.mark.parametrize(
    ("name", "strict", "alone"),
    [("pr-para", 99.9, 0.0), ("pr-sent", 99.2, 0.0), ("pr-para-edit", 96.0, 92.0), ("pr-sent-edit", 97.0, 92.0)],
)
def test_real_press_releases_are_paired_as_people_pair_them(shared, name, strict, alone):
    folder = shared / "alignment" / "dev" / name
    sums = {"strict": [0, 0], "alone": [0, 0]}
    for path in sorted(folder.glob("*.gold")):
        texts = [path.with_suffix(end).read_text(encoding="utf-8").split("\n")[:-1] for end in (".en", ".fr")]
        gold = gold_pairs(path.read_text(encoding="utf-8"))
        found = set(pairs(align(units(*texts[0]), units(*texts[1]))))
        lonely = {pair for pair in gold | found if not (pair[0] and pair[1])}
        for kind, one, other in (("strict", gold, found), ("alone", gold & lonely, found & lonely)):
            sums[kind][0] += 2 * len(one & other)
            sums[kind][1] += len(one) + len(other)
    assert 100 * sums["strict"][0] >= strict * sums["strict"][1]
    assert 100 * sums["alone"][0] >= alone * sums["alone"][1]


def gold_pairs(text: str) -> set[Pair]:
    sides = [line.split(":") for line in text.split()]
    return {tuple(tuple(int(place) for place in side.split(",") if place) for side in pair) for pair in sides}
