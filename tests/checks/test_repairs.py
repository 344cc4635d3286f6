"""Alike findings fold into one line; one edit mends them all, even in one passage."""

from checking import NATO, release

from editor.checks.repairs import fold, mend_all
from editor.checks.run import check
from editor.model.language import Language

SPACES = ("", "« Oui » et « non » : « peut-être » !")


def of(rule, doc):
    return tuple(each for each in check(doc, NATO) if each.rule == rule)


def test_alike_findings_fold_into_one_line_with_a_count():
    doc = release(SPACES, SPACES)
    group = next(each for each in fold(check(doc, NATO)) if each.rule == "F02")
    assert group.count == 12
    assert group.why.english() == "12 plain spaces stand inside « »."
    assert group.why.told("fr") == "12 espaces ordinaires se trouvent à l’intérieur des guillemets."


def test_a_folded_line_mends_all_its_places_in_one_step():
    doc = release(SPACES, SPACES)
    group = next(each for each in fold(check(doc, NATO)) if each.rule == "F02")
    after = group.mend.apply(doc)
    assert after.rows[1].text(Language.FR) == "«\u00a0Oui\u00a0» et «\u00a0non\u00a0» : «\u00a0peut-être\u00a0» !"
    assert of("F02", after) == ()


def test_findings_of_different_kinds_stay_apart():
    doc = release(("", "«Oui» et « non »"))
    groups = [each for each in fold(check(doc, NATO)) if each.rule == "F02"]
    assert [each.count for each in groups] == [2, 2]


def test_repairs_of_one_passage_are_done_together():
    doc = release(("", 'Il a dit "oui" : l\'accord... tient !'))
    after = mend_all(check(doc, NATO)).apply(doc)
    assert after.rows[0].text(Language.FR) == "Il a dit «\u00a0oui\u00a0»\u00a0: l’accord… tient\u202f!"


def test_of_two_repairs_that_meet_the_first_is_done():
    doc = release(("", "« Oui »"))
    found = of("F02", doc)
    after = mend_all((*found, *found)).apply(doc)
    assert after.rows[0].text(Language.FR) == "«\u00a0Oui\u00a0»"


def test_a_passage_in_the_wrong_language_is_moved_and_not_mended_as_the_other():
    doc = release(("", 'The ministers said : "we agree on the plan for the region" !'))
    found = check(doc, NATO)
    assert not [each for each in found if each.rule[0] in "FE"]
    assert [each.where.language for each in found if each.rule == "X03"] == [Language.FR]
    after = mend_all(found).apply(doc)
    assert after.rows[0].text(Language.EN) == 'The ministers said : "we agree on the plan for the region" !'
    assert after.rows[0].text(Language.FR) == ""
