from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from papers import AT, on_paper

from editor.errors import Unfit
from editor.formats.paper import Layout, Printing
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant, Quote, SignOff
from editor.model.profile import House
from editor.model.release import Release, Status
from editor.model.rows import Row

REVIEW = Printing(layout=Layout.REVIEW)


def row(place, en="", fr=""):
    return Row(f"r{place}", Bilingual((Passage(en),), (Passage(fr),)))


def test_one_language_alone_is_what_is_wanted_where_it_says_something():
    doc = Communique((row(1, "Act", ""),))
    assert on_paper(doc).languages == (Language.EN,)
    with pytest.raises(Unfit, match="no French text"):
        on_paper(doc, Printing((Language.FR,)))


def test_a_draft_under_embargo_says_both_in_both_languages():
    release = Release(embargo=AT + timedelta(hours=3), status=Status.DRAFT)
    paper = on_paper(Communique((row(1, "Act", "Agir"),), release=release), zone="Europe/Paris")
    assert paper.watermarks() == ("DRAFT · PROJET", "EMBARGO")
    assert paper.warnings(Language.EN) == ("DRAFT", "Embargoed until 12 March 2026, 13:00")
    assert paper.warnings(Language.FR) == ("PROJET", "Sous embargo jusqu’au 12 mars 2026, 13\u00a0h")


def test_a_published_release_whose_embargo_is_over_says_nothing():
    release = Release(embargo=AT - timedelta(hours=3), status=Status.PUBLISHED)
    paper = on_paper(Communique((row(1, "Act", "Agir"),), release=release))
    assert paper.watermarks() == paper.warnings(Language.EN) == ()


def test_the_facts_stand_in_each_language():
    paper = on_paper(
        Communique((row(1, "Act", "Agir"),), release=Release(reference="2026-014", date=date(2026, 3, 1))),
        house=House(name=Bilingual("Lake Office", "Office du lac")),
    )
    assert [paper.house(each) for each in Language] == ["Lake Office", "Office du lac"]
    assert paper.facts(Language.EN) == "Press release · 2026-014 · 1 March 2026"
    assert paper.facts(Language.FR) == "Communiqué de presse · 2026-014 · 1er mars 2026"


def test_the_next_review_copy_tells_what_was_changed_and_taken_out_since_the_last():
    first = Communique((row(1, "One", "Un"), row(2, "Two", "Deux"), row(3, "Three", "Trois")))
    assert "Review copy 1" in on_paper(first, REVIEW).copy_line(Language.EN)
    second = replace(first, review=first.review_copy(AT), rows=(row(1, "One", "Une"), row(3, "Three", "Trois")))
    paper = on_paper(second, REVIEW)
    assert "Changes since copy 1 of 12 March 2026, 9:00" in paper.copy_line(Language.EN)
    assert [(number, each.id) for number, each in paper.rows()] == [("1", "r1"), ("–", "r2"), ("2", "r3")]
    changed = {each.id: [paper.is_changed(each, language) for language in Language] for _, each in paper.rows()}
    assert changed == {"r1": [False, True], "r2": [True, True], "r3": [False, False]}


def test_an_ordinary_print_marks_no_changes():
    doc = Communique((row(1, "One", "Un"),))
    later = replace(doc, review=doc.review_copy(AT), rows=(row(1, "Other", "Autre"),))
    assert not on_paper(later).is_changed(later.rows[0], Language.EN)


def test_quotes_are_numbered_in_the_order_of_the_text_with_speaker_original_and_approval():
    said = Bilingual("We act.", "Nous agissons.")
    sides = said.each(lambda words: (Passage(words, (Mark(0, len(words), MarkKind.QUOTE, "q7"),)),))
    person = Participant("p1", Bilingual("Ada Lovell", "Ada Lovell"), (Bilingual("Minister", "ministre"),))
    at = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
    quote = Quote("q7", "p1", original=Language.FR, sign_off=SignOff(said, "A. Lovell", at))
    doc = Communique((Row("r1", sides),), (person,), (quote, Quote("q1")))
    (approval,) = on_paper(doc, REVIEW).approvals()
    assert on_paper(doc, REVIEW).remark(approval, Language.EN) == (
        "Q1 Ada Lovell, Minister · said in French · approved by A. Lovell, 1 March 2026, 8:30"
    )
    other = replace(doc, quotes=(replace(quote, sign_off=SignOff(Bilingual("No.", "Non."), "A. Lovell", at)),))
    (approval,) = on_paper(other, REVIEW).approvals()
    assert on_paper(other, REVIEW).remark(approval, Language.FR).endswith("modifié depuis l’approbation de A. Lovell")


def test_a_quote_to_be_signed_stands_without_the_comma_that_leads_back_into_its_sentence():
    said = Bilingual("We act, and soon,", "Nous agissons, et vite")
    sides = said.each(lambda words: (Passage(words, (Mark(0, len(words), MarkKind.QUOTE, "q1"),)),))
    signed = SignOff(said, "A. Lovell", datetime(2026, 3, 1, 8, 30, tzinfo=UTC))
    paper = on_paper(Communique((Row("r1", sides),), (), (Quote("q1", sign_off=signed),)), REVIEW)
    (approval,) = paper.approvals()
    assert approval.alone == Bilingual("We act, and soon", "Nous agissons, et vite")
    assert "approved by A. Lovell" in paper.remark(approval, Language.EN)
