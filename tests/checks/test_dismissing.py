"""Findings dismissed with a reason: silent while their words stay, back when those change; errors never."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from checking import NATO, release

from editor.checks.dismissing import dismissal, may_be_dismissed
from editor.checks.finding import Finding, Level, Rule
from editor.checks.run import Checker, check
from editor.edits.details import enter
from editor.edits.dismissals import dismiss, take_back
from editor.edits.writing import replace as put
from editor.model.address import Address, Part
from editor.model.comments import Comment
from editor.model.language import Language
from editor.newsml.edition import Shape
from editor.publishing.hindrances import hindrances
from editor.words import say

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
TEXTS = ("A plain text.", "Il est est venu et il est est parti.")


def said(doc, rule="F37"):
    return [finding for finding in check(doc, NATO) if finding.rule == rule]


def dismissed(doc, *findings):
    return dismiss(dismissal(each, doc, "so said", "B. Roy", NOW) for each in findings).apply(doc)


def test_one_of_two_equal_findings_can_be_dismissed():
    doc = release(TEXTS)
    first, second = said(doc)
    after = dismissed(doc, second)
    assert said(after) == [first]
    checker = Checker()
    checker.check(after, NATO)
    assert [each.reason for _, each in checker.dismissed] == ["so said"]


@pytest.mark.parametrize("words", ["Hier, ", "\u00a0"])
def test_a_dismissal_holds_while_other_words_of_the_paragraph_change(words):
    doc = release(TEXTS)
    after = dismissed(doc, *said(doc))
    moved = put(after.rows[0].address(Language.FR, 0, 0, 0), words).apply(after)
    assert said(moved) == []
    assert said(moved, "R32") == []


def test_a_finding_comes_back_when_its_words_change_and_says_why_it_was_dismissed():
    doc = release(("A plain text.", "Cela dure de le canton."))
    (found,) = said(doc, "F09")
    after = dismissed(doc, found)
    assert said(after, "F09") == []
    changed = put(after.rows[0].address(Language.FR, 0, 10, 12), "à").apply(after)
    assert len(said(changed, "F09")) == 1
    (back,) = said(changed, "R32")
    assert back.level is Level.WARNING
    assert dict(back.why.facts)["reason"] == "so said"
    assert back.mend.apply(changed).dismissals == ()


def test_widths_of_spaces_are_no_change_of_words():
    doc = release(("A plain text.", "Le test  a lieu"))
    (found,) = said(doc, "F34")
    after = dismissed(doc, found)
    assert said(after, "F34") == []
    wider = put(after.rows[0].address(Language.FR, 0, 2, 3), "\u00a0").apply(after)
    assert said(wider, "F34") == []


def test_errors_are_not_dismissed_and_go_on_blocking():
    doc = release(("On May 17th, 2021.", "Le 17 May 2021."))
    (found,) = said(doc, "F17")
    assert not may_be_dismissed(found)
    after = dismissed(doc, found)
    assert said(after, "F17") == [found]
    assert found in hindrances(check(after, NATO), Shape.BILINGUAL)


def test_dismissals_are_taken_back():
    doc = release(TEXTS)
    after = dismissed(doc, *said(doc))
    assert take_back(after.dismissals).apply(after) == doc


def test_a_finding_about_a_field_comes_back_with_another_value():
    def doubt(_doc, _desk):
        yield Finding(Address(Part.RELEASE, field="reference"), say("Links"))

    checker = Checker((Rule("R99", Level.WARNING, say("Links"), on_document=doubt),))
    doc = enter("reference", "2021-078", "UTC").apply(release(TEXTS))
    (found,) = checker.check(doc, NATO)
    after = dismissed(doc, found)
    assert checker.check(after, NATO) == ()
    changed = enter("reference", "2021-079", "UTC").apply(after)
    assert [each.rule for each in checker.check(changed, NATO)] == ["R32", "R99"]


def test_open_comments_hold_a_release_back_and_no_comment_or_dismissal_goes_out():
    doc = replace(release(TEXTS), comments=(Comment("c1", "Why?", "B. Roy", NOW),))
    (found,) = said(doc, "R31")
    assert found.level is Level.ERROR
    settled = replace(doc, comments=(replace(doc.comments[0], is_resolved=True),))
    assert said(settled, "R31") == []
    assert dismissed(doc, *said(doc)).without_comments().dismissals == ()
