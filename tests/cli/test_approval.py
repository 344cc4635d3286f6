from datetime import UTC, datetime

import pytest

from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Quote
from editor.model.rows import Row


def quoted(text, quote):
    return Passage(text, (Mark(0, len(text), MarkKind.QUOTE, quote),))


DOC = Communique(
    (
        Row("r1", Bilingual((quoted("We agree", "q1"),), (quoted("D’accord", "q1"),))),
        Row("r2", Bilingual((quoted("We are ready", "q3"),), (quoted("Nous sommes prêts", "q3"),))),
        Row("r3", Bilingual((quoted("Only English", "q2"),), ())),
    ),
    quotes=(Quote("q3"), Quote("q2"), Quote("q1")),
)


def signed(doc):
    return {quote.id: quote.sign_off.by for quote in doc.quotes if quote.sign_off}


def test_all_quotes_are_approved_by_somebody_at_a_time(run, opened, saved):
    saved(DOC, "a.communique")
    ran = run("approve", "a.communique", "--by", "Ada Lovell", "--at", "2021-05-18T13:52Z")
    assert ran.code == 0
    assert ran.said == ["2 quotes approved.", "1 quote lacks a language and is not approved."]
    doc = opened("a.communique")
    assert signed(doc) == {"q1": "Ada Lovell", "q3": "Ada Lovell"}
    assert doc.quote("q1").sign_off.at == datetime(2021, 5, 18, 13, 52, tzinfo=UTC)


@pytest.mark.parametrize("name", ["q3", "1"])
def test_a_quote_is_named_by_its_name_or_its_number_in_the_text(run, opened, saved, name):
    saved(DOC, "a.communique")
    assert run("approve", "a.communique", "--by", "Bo Karr", name).said == ["1 quote approved."]
    assert signed(opened("a.communique")) == {"q3": "Bo Karr"}


def test_what_is_approved_and_still_holds_keeps_its_name(run, opened, saved):
    saved(DOC, "a.communique")
    run("approve", "a.communique", "--by", "Ada Lovell", "q1")
    run("approve", "a.communique", "--by", "Bo Karr")
    assert signed(opened("a.communique")) == {"q1": "Ada Lovell", "q3": "Bo Karr"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--by", "Ada", "q9"), "a.communique: there is no quote “q9”."),
        (("--by", "Ada", "q2"), "a.communique: quote q2 lacks a language and cannot be approved."),
        (("--by", " "), "--by wants the name of who approves."),
    ],
)
def test_what_cannot_be_approved_is_told_and_nothing_is_written(run, saved, words, said):
    path = saved(DOC, "a.communique")
    before = path.read_bytes()
    ran = run("approve", "a.communique", *words)
    assert (ran.code, ran.said) == (2, [said])
    assert path.read_bytes() == before
