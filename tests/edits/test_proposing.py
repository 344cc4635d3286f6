from dataclasses import replace
from datetime import UTC, datetime

import pytest
from generated import communiques
from hypothesis import given, settings

from editor.checks.run import Checker
from editor.edits import rows, writing
from editor.edits.proposing import end_of, write_sentence, write_side, write_sides
from editor.errors import Unfit
from editor.formats.profiles import load_profile
from editor.model.beginning import release_after
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import PairState, Row

EN, FR = Language.EN, Language.FR
AT = datetime(2026, 5, 17, 12, tzinfo=UTC)


def side(*texts):
    return tuple(map(Passage, texts))


def release(english="The ferry runs.", french=""):
    return Communique((Row("r1", Bilingual((Passage(english),), (Passage(french),) if french else ())),), counter=1)


def hints(doc):
    return [
        finding.rule for finding in Checker().check(doc, load_profile("nato"), lambda: True) if finding.rule == "X54"
    ]


def test_a_side_is_written_whole_with_its_passages_and_the_caret_behind_it():
    edit = write_side("r1", FR, side("Le bac circule.", "Tous les jours."))
    after = edit.apply(release(french="Autre chose."))
    assert [passage.text for passage in after.rows[0].sides.fr] == ["Le bac circule.", "Tous les jours."]
    assert (edit.caret.passage, edit.caret.start) == (1, 15)
    assert after.rows[0].state is PairState.DRAFT
    with pytest.raises(Unfit):
        edit.apply(Communique())


def test_many_sides_are_written_as_one_step():
    doc = Communique((Row("r1", Bilingual((Passage("A"),), ())), Row("r2", Bilingual((), (Passage("B"),)))))
    after = write_sides([("r1", FR, side("Un")), ("r2", EN, side("Two"))]).apply(doc)
    assert [row.wording for row in after.rows] == [Bilingual("A", "Un"), Bilingual("Two", "B")]


@pytest.mark.parametrize(
    ("before", "start", "end", "after"),
    [
        ("", 0, 0, "Bac."),
        ("Un.", 3, 3, "Un. Bac."),
        ("Un. ", 4, 4, "Un. Bac."),
        ("Un. Deux.", 4, 4, "Un. Bac. Deux."),
        ("Un. Deux.", 4, 9, "Un. Bac."),
        ("Un.\u00a0Deux.", 3, 3, "Un. Bac.\u00a0Deux."),
    ],
)
def test_a_sentence_is_parted_from_the_words_beside_it(before, start, end, after):
    doc = release(french=before)
    row = doc.rows[0]
    edit = write_sentence(row, row.address(FR, 0, start, end), side("Bac."))
    assert edit.apply(doc).rows[0].text(FR) == after


def test_the_end_of_a_side_is_behind_its_last_word():
    assert end_of(release(french="Bac.").rows[0], FR).start == 4
    assert end_of(release().rows[0], FR).start == 0


def test_a_proposal_for_another_source_that_is_confirmed_without_a_change_is_hinted_at():
    proposed = write_side("r1", FR, side("Le bac circule."), 84).apply(release())
    assert hints(proposed) == []
    confirmed = rows.confirm(("r1",), "Ada", AT)
    assert hints(confirmed.apply(proposed)) == ["X54"]
    edited = writing.replace(proposed.rows[0].address(FR, 0, 0, 2), "Un").apply(proposed)
    assert hints(confirmed.apply(edited)) == []
    exact = write_side("r1", FR, side("Le bac circule.")).apply(release())
    assert hints(confirmed.apply(exact)) == []
    assert release_after(confirmed.apply(proposed)).rows[0].proposal is None


@settings(max_examples=30)
@given(communiques(max_rows=3))
def test_a_proposal_is_remembered_only_as_long_as_its_words_stand(doc):
    for row in doc.rows:
        assert row.proposal is None or row.text(row.proposal.language) == row.proposal.wording
        changed = replace(row, sides=Bilingual((Passage("other"),), (Passage("words"),)))
        assert changed.proposal is None or changed.proposal.wording in ("other", "words")
