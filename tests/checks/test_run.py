"""The run: every rule once, only what changed again, one finding for one fact, the same order always."""

from dataclasses import replace

import pytest
from checking import NATO, findings, release, row
from generated import communiques
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.repairs import mend_all
from editor.checks.run import RULES, Checker, Outdated, check, mended
from editor.checks.spot import Respelling
from editor.edits.writing import replace as put
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant, Quote
from editor.model.rows import RowKind
from editor.words import say


def told(found):
    """Findings without their edits, which are functions and equal only to themselves."""
    return [replace(each, mend=None) for each in found]


SAYINGS = (
    "“We met at 3:30 pm on 17 may 2021”, said Mr Roe; 1.5 million €... came!",
    "« Oui! » , dit M. Roe : 1.5 million d'euros à 13h30, le 17 Mai 2021 ; l oeuvre...",
    "THE FERRY  left at 9 h 05",
    "",
)


def test_after_one_key_exactly_one_row_is_read_again():
    doc = release(("One.", "Un."), ("Two words.", "Deux mots."), ("Three.", "Trois."))
    checker = Checker()
    checker.check(doc, NATO)
    assert checker.rows_read == 3
    after = put(doc.rows[1].address(Language.EN, 0, 0, 3), "Too").apply(doc)
    assert told(checker.check(after, NATO)) == told(check(after, NATO))
    assert checker.rows_read == 4


def test_a_run_that_nobody_waits_for_ends_before_the_next_row_and_reads_none_twice():
    doc = release(("One.", "Un."), ("Two.", "Deux."), ("Three.", "Trois."))
    checker = Checker()
    with pytest.raises(Outdated):
        checker.check(doc, NATO, lambda: checker.rows_read < 2)
    assert checker.rows_read == 2
    assert told(checker.check(doc, NATO)) == told(check(doc, NATO))
    assert checker.rows_read == 3


def test_another_speaker_reads_the_rows_of_the_quote_again_and_no_others():
    quoted = Passage("“We agree on it.”", (Mark(1, 16, MarkKind.QUOTE, "q1"),))
    doc = release(("One.", "Un."), ("a", "Deux."), quotes=(Quote("q1", "p1"),))
    doc = doc.having_row(doc.rows[1].having(Language.EN, (quoted,)))
    checker = Checker()
    checker.check(doc, NATO)
    checker.check(replace(doc, quotes=(Quote("q1", "p2"),)), NATO)
    assert checker.rows_read == 3


def test_a_field_that_rows_do_not_know_reads_no_row_again():
    doc = release(("One.", "Un."), ("Two.", "Deux."))
    checker = Checker()
    checker.check(doc, NATO)
    checker.check(replace(doc, release=replace(doc.release, reference="2021-078", urgency=3)), NATO)
    assert checker.rows_read == 2


def test_a_new_participant_or_another_profile_reads_every_row_again():
    doc = release(("One.", "Un."), ("Two.", "Deux."))
    checker = Checker()
    checker.check(doc, NATO)
    peopled = replace(doc, participants=(Participant("p1", Bilingual("Ada Lovell", "Ada Lovell")),))
    checker.check(peopled, NATO)
    assert checker.rows_read == 4
    checker.check(peopled, replace(NATO, month_first=True))
    assert checker.rows_read == 6


def test_moved_rows_are_not_read_again_and_their_findings_move_with_them():
    doc = release(("Alone.", ""), ("Two.", "Deux."))
    checker = Checker()
    checker.check(doc, NATO)
    moved = replace(doc, rows=doc.rows[::-1])
    assert told(checker.check(moved, NATO)) == told(check(moved, NATO))
    assert checker.rows_read == 2


@given(communiques())
def test_findings_are_the_same_each_time_and_name_places_that_are_there(doc):
    found = check(doc, NATO)
    assert told(found) == told(Checker().check(doc, NATO))
    for each in found:
        assert each.rule
        assert each.level is not None
        here = doc.row(each.where.id)
        if each.where.is_stretch:
            text = here[each.where.language][each.where.passage].text
            assert 0 <= each.where.start <= each.where.end <= len(text)


@given(communiques())
def test_every_repair_can_be_done_alone_and_all_together(doc):
    for each in check(doc, NATO):
        if each.mend:
            each.mend.apply(doc)
    mended(doc, NATO)


def test_findings_about_the_release_come_first_then_the_rows_in_order():
    doc = release(("One", ""), ("", "Deux"))
    found = check(doc, NATO)
    places = [each.where.id for each in found]
    assert places == sorted(places)
    assert places[0] == ""


def test_a_rule_that_speaks_of_a_place_silences_the_general_one_there_only():
    doc = row(fr="Il a dit « oui » et 12 500 hommes.")
    found = check(release((" ", "Il a dit « oui » et 12 500 hommes.")), NATO)
    rules = [each.rule for each in found if each.where.is_stretch]
    assert rules.count("F02") == 2
    assert rules.count("F05") == 1
    assert len(findings("F05", doc)) == 3


def test_a_rule_may_give_a_finding_a_level_of_its_own():
    def doubtful(read, _desk):
        yield Finding(read.address(), say("Headline"), level=Level.HINT)
        yield Finding(read.address(), say("Headline"))

    rule = Rule("T01", Level.ERROR, say("Headline"), on_row=doubtful)
    assert [each.level for each in Checker((rule,)).check(release(("a", "b")), NATO)] == [Level.HINT, Level.ERROR]


def test_every_rule_reads_either_rows_or_the_whole():
    for rule in RULES:
        assert bool(rule.on_row) is not bool(rule.on_document), rule.id


def test_mending_everything_leaves_nothing_that_could_be_mended():
    doc = release(
        ("He said «yes» : 'we agree' !", 'Il a dit "oui" : l\'accord est là; 1ère fois...'),
        ("On May 17th, 2021 it’s own plan", 'Le 17 May. 2021 , on a "vu" 3.5 millions d\'euros'),
    )
    after, done = mended(doc, NATO)
    assert done
    assert [each for each in check(after, NATO) if each.mend and each.rule not in ("R04", "R11", "F50")] == []


def test_what_a_repair_would_decide_is_mended_only_when_its_rule_is_named():
    doc = release(("The Director of the Lake Office, Jo Marten, said so.", "Elle l’a dit."))
    assert mended(doc, NATO)[0] == doc
    assert mended(doc, NATO, frozenset({"R04"}))[0].release.place == NATO.place
    assert len(mended(doc, NATO, frozenset({"R11"}))[0].participants) == 1


def test_mending_one_rule_leaves_the_others_alone():
    doc = release(
        ("Well", 'l\'accord : "oui"'),
    )
    after, done = mended(doc, NATO, frozenset({"F07"}))
    assert after.rows[0].text(Language.FR) == 'l’accord : "oui"'
    assert {each.rule for each in done} == {"F07"}


@given(communiques())
def test_a_repair_of_words_changes_no_other_passage(doc):
    for each in check(doc, NATO):
        if not (each.mend and isinstance(each.mend.change, Respelling)):
            continue
        after = each.mend.apply(doc)
        for before, now in zip(doc.rows, after.rows, strict=True):
            for language in Language:
                pairs = zip(before[language], now[language], strict=True)
                changed = [place for place, (old, new) in enumerate(pairs) if old.text != new.text]
                here = before.id == each.where.id and language is each.where.language
                assert changed in ([], [each.where.passage] if here else [])


TYPED = "aeéAE «»“”\"'’;:!?.,%€()…\u00a0\u202f0123 lLtMi-"
SIGNS = ("F01", "F02", "F03", "F04", "F06", "F07", "F10", "F12", "F34", "F38", "F42", "E01", "E02", "E03", "E04", "E18")


@given(st.sampled_from(SIGNS), st.text(st.sampled_from(TYPED), min_size=1, max_size=40))
def test_repairs_of_signs_come_to_an_end(rule, text):
    """Mending one rule again and again reaches a text that the rule lets be, or only tells of."""
    doc = release((text, text))
    for _ in range(12):
        found = [each for each in findings(rule, doc) if each.mend]
        if not found:
            return
        doc = mend_all(found).apply(doc)
    raise AssertionError([text, doc.rows[0].wording, found[0].why.english()])


ROWS = st.builds(row, st.sampled_from(SAYINGS), st.sampled_from(SAYINGS), kind=st.sampled_from(RowKind))


@given(ROWS)
@settings(max_examples=40)
def test_a_rule_of_one_side_says_the_same_whatever_stands_on_the_other(both):
    desk = Desk(NATO, release())
    for rule in RULES:
        if rule.side:
            alone = both.having(rule.side.other, ())
            assert told(rule.on_row(both, desk)) == told(rule.on_row(alone, desk)), rule.id


@given(ROWS, st.lists(st.tuples(st.sampled_from(Language), st.sampled_from(SAYINGS), st.sampled_from(RowKind))))
@settings(max_examples=40)
def test_what_was_kept_of_a_row_is_what_would_be_found_anew(first, changes):
    doc, checker = Communique((first,)), Checker()
    for language, saying, kind in changes:
        checker.check(doc, NATO)
        doc = doc.having_row(replace(doc.rows[0].having(language, (Passage(saying),)), kind=kind))
        assert told(checker.check(doc, NATO)) == told(check(doc, NATO))
