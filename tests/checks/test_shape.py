"""The shape of both sides, standing blocks, and quotes that were signed off."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from checking import NATO, findings, release, repaired, row

from editor.checks.finding import Level
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Quote, SignOff
from editor.model.rows import Row, RowKind

THREE = "One came. Two came. Three came. Four came. Five came."


@pytest.mark.parametrize(
    ("rule", "en", "fr", "count"),
    [
        ("X40", THREE, "Cinq sont venus.", 1),
        ("X40", "One came. Mr. Two came.", "M. Deux est venu, puis un autre.", 0),
        ("X44", "“We […] agree.”", "« Nous sommes d’accord. »", 1),
        ("X44", "We [the Allies] agree.", "Nous [les Alliés] sommes d’accord.", 0),
        ("X44", "We (i) meet, (ii) agree and (iii) part.", "Nous i) discutons, ii) décidons et iii) partons.", 0),
        ("X44", "We (all) meet (here) now (today).", "Nous nous réunissons.", 1),
        ("X44", "In Whitehorse, Yukon", "À Whitehorse (Yukon)", 0),
        ("X33", "“We agree on all of it,” she said.", "Elle a déclaré qu’ils étaient d’accord sur tout.", 1),
        ("X32", "“We agree on all of it,” she said.", "Elle a déclaré qu’ils étaient d’accord sur tout.", 0),
        ("X33", "“We agree on all of it,” she said.", "« Nous sommes d’accord sur tout », a-t-elle dit.", 0),
        ("X45", "Is the whole of this programme ready to be signed today?", "Le programme entier est prêt.", 1),
        ("X45", "It ends “here.”", "Cela finit « ici ».", 0),
        ("X45", "costs are shared", "les coûts sont partagés ;", 0),
        ("X51", "FOR IMMEDIATE RELEASE", "SEUL LE PRONONCÉ FAIT FOI", 1),
        ("X51", "For immediate release", "À diffuser immédiatement", 0),
        ("X51", "Check against delivery", "Seul le prononcé fait foi", 0),
        ("X51", "The embargo on arms was lifted.", "L’embargo sur les armes a été levé.", 0),
    ],
)
def test_the_shape_of_both_sides(rule, en, fr, count):
    assert len(findings(rule, row(en, fr))) == count


def test_a_line_of_delivery_is_written_in_its_own_language_and_capitals():
    after = repaired("X51", row("FOR IMMEDIATE RELEASE", "SEUL LE PRONONCÉ FAIT FOI"))
    assert after.rows[0].text(Language.FR) == "POUR DIFFUSION IMMÉDIATE"


@pytest.mark.parametrize(
    ("rule", "kind"),
    [("X43", MarkKind.LINK), ("X43", MarkKind.BOLD), ("X43", MarkKind.ITALIC), ("X46", MarkKind.FOOTNOTE)],
)
def test_marks_stand_on_both_sides(rule, kind):
    marked, bare = Passage("Read this.", (Mark(0, 4, kind, "https://a.example"),)), Passage("Lisez ceci.")
    assert len(findings(rule, Row("r1", Bilingual((marked,), (bare,))))) == 1
    assert findings(rule, Row("r1", Bilingual((marked,), (marked,)))) == ()


def test_footnotes_in_another_order_are_found():
    def noted(*notes):
        return Passage(
            "a b c", tuple(Mark(at, at + 1, MarkKind.FOOTNOTE, note) for at, note in zip((0, 2), notes, strict=True))
        )

    swapped = Row("r1", Bilingual((noted("1. One", "2. Two"),), (noted("2. Deux", "1. Un"),)))
    assert len(findings("X46", swapped)) == 2


def test_one_paragraph_in_two_translations_is_written_as_the_first():
    doc = release(
        ("We are the lake authority of Marvia.", "Nous sommes l’autorité du lac de Marvie."),
        ("News.", "Nouvelles."),
        ("We are the lake authority of  Marvia.", "Nous sommes l’office du lac de Marvie."),
    )
    assert repaired("X49", doc).rows[2].text(Language.FR) == "Nous sommes l’autorité du lac de Marvie."
    assert findings("X49", release(("Yes.", "Oui."), ("Yes.", "Si."))) == ()


ABOUT = Bilingual("The lake authority keeps the water clean.", "L’autorité du lac garde l’eau propre.")
HOUSE = replace(NATO, boilerplate=(ABOUT,))


@pytest.mark.parametrize(
    ("en", "fr", "rule"),
    [
        (ABOUT.en, "L’autorité du lac garde l’eau très propre.", "X50"),
        ("The lake authority keeps the lake clean.", ABOUT.fr, "X50"),
        ("The lake authority keeps all water clean.", "L’autorité du lac garde l’eau bien propre.", "R09"),
    ],
)
def test_a_block_that_is_not_the_approved_one_is_written_as_approved(en, fr, rule):
    doc = row(en, fr, RowKind.BOILERPLATE)
    assert [each for each in ("X50", "R09") if findings(each, doc, HOUSE)] == [rule]
    assert repaired(rule, doc, HOUSE).rows[0].wording == ABOUT
    assert findings(rule, repaired(rule, doc, HOUSE), HOUSE) == ()


def test_boilerplate_that_is_missing_is_added():
    after = repaired("R09", release(("News", "Nouvelles")), HOUSE)
    assert (after.rows[-1].wording, after.rows[-1].kind) == (ABOUT, RowKind.BOILERPLATE)
    assert findings("R09", after, HOUSE) == ()


@pytest.mark.parametrize(
    ("en", "fr", "count"),
    [
        ("Press: press@lake.example", "Presse : presse@lac.example", 0),
        ("Press: press@lake", "Presse : press@lake", 2),
        ("Tel.: +32 2 707 11 11", "Tél. : +32 2 707 11 11", 0),
        ("Tel.: 07o7", "Tél. : 0707 11 11", 1),
        ("Follow @lakes on the networks", "Suivez @lacs", 0),
        ("", "Tél. : 0707 11 11", 1),
    ],
)
def test_contacts_are_there_and_well_formed(en, fr, count):
    assert len(findings("R08", row(en, fr, RowKind.CONTACT))) == count


def test_nothing_stands_behind_the_end_mark():
    doc = release(("One", "Un"), ("-30-", "-30-"), ("Two", "Deux"))
    doc = doc.having_row(replace(doc.rows[1], kind=RowKind.END_MARK))
    assert [each.id for each in repaired("R30", doc).rows] == ["r1", "r3", "r2"]
    assert findings("R30", repaired("R30", doc)) == ()


def quoted(words, approved):
    passage = Passage(f"“{words}”", (Mark(1, 1 + len(words), MarkKind.QUOTE, "q1"),))
    signed = SignOff(Bilingual(approved, ""), "A. Lovell", datetime(2021, 5, 17, tzinfo=UTC))
    doc = release(("a", ""), quotes=(Quote("q1", sign_off=signed),))
    return doc.having_row(Row("r1", Bilingual((passage,), ())))


def test_a_quote_changed_after_its_sign_off_is_found_and_put_back():
    doc = quoted("We stand apart", "We stand together")
    (found,) = findings("X36", doc)
    assert found.level is Level.ERROR
    assert repaired("X36", doc).wording("q1").en == "We stand together"
    assert findings("X36", repaired("X36", doc)) == ()


def test_the_width_of_a_space_voids_no_sign_off():
    assert findings("X36", quoted("We\u00a0stand together", "We stand together")) == ()


def test_a_very_long_quote_and_many_quotes_are_hinted_at():
    (found,) = findings("R16", quoted("word " * 81, "word"))
    assert found.level is Level.HINT
