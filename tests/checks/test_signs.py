"""Quotation marks, apostrophes and ellipses of both languages."""

import pytest
from checking import english, findings, french, row


@pytest.mark.parametrize(
    ("rule", "text", "wanted"),
    [
        ("F01", 'Il a dit "oui".', "Il a dit «\u00a0oui\u00a0»."),
        ("F01", "Il a dit “oui, merci”.", "Il a dit «\u00a0oui, merci\u00a0»."),
        ("F01", '" Oui ", a-t-il dit', "«\u00a0Oui\u00a0», a-t-il dit"),
        ("F01", "“Une longue citation", "«\u00a0Une longue citation"),
        ("F07", "l'accord qu'il a", "l’accord qu’il a"),
        ("F10", "Bien... et [...]", "Bien… et […]"),
        ("F42", "«\u00a0Oui,\u00a0» a-t-il dit", "«\u00a0Oui\u00a0», a-t-il dit"),
    ],
)
def test_french_signs_are_mended(rule, text, wanted):
    assert french(rule, text) == wanted


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("F01", "«\u00a0Il a dit “oui” hier\u00a0»"),
        ("F01", 'un écran de 17" et un mur de 5\'10"'),
        ("F01", 'le code `a = "b"` et https://lake.example/'),
        ("F07", "l’accord, 5' et `l'a`"),
        ("F10", "Bien… et […]"),
        ("F42", "«\u00a0Oui\u00a0», a-t-il dit"),
    ],
)
def test_right_french_signs_stay(rule, text):
    assert findings(rule, row(fr=text)) == ()


def test_a_lone_straight_mark_is_told_not_mended():
    (found,) = findings("F01", row(fr='Il a dit "oui et puis rien'))
    assert found.mend is None


@pytest.mark.parametrize(
    ("rule", "text", "wanted"),
    [
        ("E01", 'He said "yes".', "He said “yes”."),
        ("E01", "\"We call it 'the plan' now,\" she said", "“We call it ‘the plan’ now,” she said"),
        ("E02", "He said « yes ».", "He said “yes”."),
        ("E02", "He said «\u00a0yes\u00a0», and left", "He said “yes”, and left"),
        ("E03", "Really ? Yes : 12.5 %", "Really? Yes: 12.5%"),
        ("E03", "He said “\u00a0yes\u00a0”.", "He said “yes”."),
        ("E04", "don't, the Allies' plan", "don’t, the Allies’ plan"),
        ("E04", "in the 1990’s", "in the 1990s"),
        ("E04", "all ICBM’s were counted", "all ICBMs were counted"),
        ("E04", "it’s own plan", "its own plan"),
        ("E04", "its not over", "it’s not over"),
    ],
)
def test_english_signs_are_mended(rule, text, wanted):
    assert english(rule, text) == wanted


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("E01", 'He said “yes”, 5\'10" and a 17" screen.'),
        ("E02", "He said “yes”."),
        ("E03", "Really? See http://lake.example/?q :-) and Mr\u00a0Lovell, 5\u00a0km."),
        ("E04", "its own plan, it’s clear, NATO’s and the EU’s role"),
    ],
)
def test_right_english_signs_stay(rule, text):
    assert findings(rule, row(en=text)) == ()


@pytest.mark.parametrize(
    ("rule", "texts", "count"),
    [
        ("F40", ("", "«\u00a0Oui, et non"), 1),
        ("F40", ("", "oui\u00a0», a-t-il dit"), 1),
        ("F40", ("", "«\u00a0Un début\n«\u00a0Une suite\u00a0»"), 0),
        ("F40", ("", "«\u00a0Un début\n«\u00a0Une suite"), 1),
        ("F40", ("", "«\u00a0Oui\u00a0» et «\u00a0non\u00a0»"), 0),
        ("F40", ("", "Le plan (première partie"), 1),
        ("F40", ("", "a) un, b) deux, (trois)"), 0),
        ("E24", ("“Yes, and no", ""), 1),
        ("E24", ("“A start\n“and a close”", ""), 0),
        ("E24", ("The plan (first part", ""), 1),
        ("E24", ("The plan] (first)", ""), 1),
        ("E24", ("a) one, b) two, 1) three :)", ""), 0),
        ("E24", ("The plan (first [part])", ""), 0),
    ],
)
def test_marks_and_brackets_come_in_pairs(rule, texts, count):
    assert len(findings(rule, row(*texts))) == count


CLOSED, TWICE = "“The port is open,” he said.", "“The port is open.\n“The lake is too.”"


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("“The port is open, said Ms Lovell. “The lake is too.”", 0),
        ("“The port is open, she said.\nThe lake is long.\n“It is,” he said.", 0),
        (f"{TWICE}\nThe lake is long,” he said.", -1),
        (f"{TWICE}\n{CLOSED}", None),
        (f"{TWICE}\nThe lake is long.\n{CLOSED}", None),
        ("“The port, as we call ‘the harbour’, is open.\n“The “old” lake is too.”", None),
    ],
)
def test_the_quotation_that_lost_a_mark_is_the_one_told(text, lost):
    doc = row(en=text)
    places = [index for index, sign in enumerate(text) if sign in "“”"]
    found = findings("E24", doc)
    if lost is None:
        assert found == ()
        return
    (only,) = found
    lines = text.split("\n")
    place = sum(len(line) + 1 for line in lines[: only.where.passage]) + only.where.start
    assert place == places[lost]
