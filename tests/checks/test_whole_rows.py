"""What a row tells as a whole: a sentence left out, paragraphs turned round, lengths; and what only looks amiss."""

from dataclasses import replace

import pytest
from checking import NATO, PLAIN, findings, release, repaired, row

from editor.checks.finding import Level
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant, Quote
from editor.model.rows import Row, RowKind

TEXT, ITEM = RowKind.PARAGRAPH, RowKind.LIST_ITEM
MEMBERS = (
    "They are Austria, Belgium, the Czech Republic and Germany. Norway, Latvia, Italy and Spain follow.",
    "L’Allemagne, l’Autriche, la Belgique et la République tchèque. La Norvège, la Lettonie, l’Italie et l’Espagne.",
)
"""Two sentences with a list each: the first follows the alphabet in both languages, the second the same order."""
ENGLISH = (
    "The new ferry sails from Monday.",
    "It carries two hundred passengers and forty cars across the lake.",
    "The council paid for half of the work on the old quay.",
)
FRENCH = (
    "Le nouveau bac navigue à partir de lundi.",
    "Il transporte deux cents passagers et quarante voitures sur le lac.",
    "Le conseil a payé la moitié des travaux du vieux quai.",
)


@pytest.mark.parametrize("lost", range(3))
@pytest.mark.parametrize("language", list(Language))
def test_a_sentence_left_out_is_pointed_at_on_the_other_side(lost, language):
    sides = {Language.EN: list(ENGLISH), Language.FR: list(FRENCH)}
    del sides[language][lost]
    doc = row(" ".join(sides[Language.EN]), " ".join(sides[Language.FR]))
    (found,) = findings("X40", doc)
    kept = (ENGLISH, FRENCH)[language is Language.EN][lost]
    assert found.level is Level.WARNING
    assert found.where.language is language.other
    text = doc[language.other][0].text
    assert text[found.where.start : found.where.end] == kept


def test_sentences_joined_or_parted_are_none_left_out():
    joined = f"{FRENCH[0][:-1]} et transporte deux cents passagers et quarante voitures sur le lac. {FRENCH[2]}"
    assert findings("X40", row(" ".join(ENGLISH), joined)) == ()
    assert findings("X40", row(" ".join(ENGLISH), " ".join(FRENCH))) == ()


def test_two_paragraphs_turned_round_are_put_in_order_again():
    doc = row("\n".join(ENGLISH[1:]), "\n".join(FRENCH[:0:-1]))
    (found,) = findings("X55", doc)
    assert found.where.language is Language.FR
    after = repaired("X55", doc)
    assert [passage.text for passage in after.rows[0].sides.fr] == list(FRENCH[1:])
    assert findings("X55", after) == ()
    assert findings("X55", row("\n".join(ENGLISH[1:]), "\n".join(FRENCH[1:]))) == ()


def test_the_shorter_a_paragraph_the_freer_its_translation():
    assert findings("X39", row("Overview of issues with the unitary fare", "Aperçu de ce tarif unitaire")) == ()
    long = "The ferry carries two hundred passengers and forty cars across the lake. "
    assert findings("X39", row(long * 5, "Le bac transporte deux cents passagers et des voitures. " * 5))


@pytest.mark.parametrize(
    ("rule", "en", "fr", "kind"),
    [
        ("X02", "Linux User Group of Slovenia", "Linux User Group of Slovenia", ITEM),
        (
            "X20",
            "Exports fell to US$ 5 million.",
            "Elles ont reculé à 5 millions de dollars EU.",
            TEXT,
        ),
        ("X28", *MEMBERS, TEXT),
        (
            "F32",
            "",
            "Le prix Nobel, une journée internationale, la Cour internationale de Justice.",
            TEXT,
        ),
        (
            "F50",
            "",
            "« Nous avons trouvé la personne qu’il nous faut. » Ada Lovell, directrice du port",
            TEXT,
        ),
        ("R17", "SOURCE: Lake Office", "SOURCE : Office du lac", TEXT),
        ("R17", "Lake Freedom Day (LFD)", "La Journée du lac (Lake Freedom Day ou LFD)", TEXT),
    ],
)
def test_what_only_looks_amiss_is_left_alone(rule, en, fr, kind):
    assert findings(rule, row(en, fr, kind)) == ()


def test_a_name_of_a_country_in_small_letters_is_told_of():
    assert (
        repaired("F32", row(fr="Le gouvernement du canada.")).rows[0].sides.fr[0].text == "Le gouvernement du Canada."
    )


def test_the_same_words_in_prose_are_still_a_copy():
    assert findings("X02", row(*("We will meet again in the autumn",) * 2, ITEM))


@pytest.mark.parametrize(
    ("en", "fr", "count"),
    [
        ("President and CEO", "présidente-directrice générale", 0),
        ("Campaign Manager", "directrice de campagne", 0),
        ("CEO", "cheffe de la direction", 0),
        ("Chief Information Officer", "dirigeante principale de l’information", 0),
        ("President and CEO", "secrétaire générale", 1),
    ],
)
def test_functions_of_companies_are_compared(en, fr, count):
    person = Participant("p1", Bilingual("Odile Tarrant", "Odile Tarrant"))
    pair = (f"Odile Tarrant, {en} of Lakeside, came.", f"Odile Tarrant, {fr} de Lakeside, est venue.")
    doc = release(pair, participants=(person,))
    assert len(findings("X24", doc)) == count


def test_a_thing_called_after_somebody_does_not_name_them():
    person = Participant("p1", Bilingual("Peter Higgs", "Peter Higgs"))
    pair = (
        "It is the Higgs boson. Peter Higgs was there.",
        "C’est le boson de Higgs. Peter Higgs était là.",
    )
    assert findings("X27", release(pair, participants=(person,)), PLAIN) == ()
    pair = ("Higgs found it. Peter Higgs was there.", "Higgs l’a trouvé. Peter Higgs était là.")
    assert len(findings("X27", release(pair, participants=(person,)), PLAIN)) == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Le traité stipule que « les parties se consulteront chaque fois ».", 0),
        ("Selon le site du Parlement, « l’accord entrera en vigueur en juin ».", 0),
        ("Le maire a dit que « les parties se consulteront chaque fois ».", 1),
    ],
)
def test_what_a_document_says_needs_no_speaker(text, count):
    start, end = text.index("« ") + 2, text.index(" »")
    passage = Passage(text, (Mark(start, end, MarkKind.QUOTE, "q1"),))
    doc = Communique((Row("r1", Bilingual((), (passage,)), TEXT),), quotes=(Quote("q1"),), counter=50)
    assert len(findings("R13", doc, replace(NATO, words=()))) == count
