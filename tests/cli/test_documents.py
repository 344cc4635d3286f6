from datetime import UTC, datetime

import pytest

from editor.edits.details import enter
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import Passage
from editor.model.release import Status
from editor.model.rows import PairState, Row, RowKind


def row(row_id, english, french):
    sides = Bilingual(english, french).each(lambda text: (Passage(text),) if text else ())
    return Row(row_id, sides)


THREE_ROWS = Communique(
    (row("r1", "One.", "Un."), row("r2", "Two.", "Deux."), row("r3", "Three.", "")),
    counter=3,
)


def test_a_new_communique_has_a_headline_and_a_paragraph_to_begin_with(run, opened):
    ran = run("new", "a.communique", "--profile", "france")
    assert (ran.code, ran.out, ran.err) == (0, "a.communique\n", "")
    doc = opened("a.communique")
    assert [each.kind for each in doc.rows] == [RowKind.HEADLINE, RowKind.PARAGRAPH]
    assert doc.release.profile == "france"


def test_a_new_communique_never_replaces_a_file_unasked(run, tmp_path):
    (tmp_path / "a.communique").write_text("mine")
    ran = run("new", "a.communique")
    assert (ran.code, ran.said) == (2, ["a.communique: This file is there already; --force replaces it."])
    assert (tmp_path / "a.communique").read_text() == "mine"
    assert run("new", "a.communique", "--force").code == 0


@pytest.mark.parametrize("name", ["a.txt", "a", "missing/a.communique"])
def test_a_new_communique_is_written_under_no_other_suffix_and_into_no_folder_that_is_not_there(run, tmp_path, name):
    ran = run("new", name)
    assert ran.code == 2
    assert len(ran.said) == 1
    assert list(tmp_path.iterdir()) == []


def test_fields_are_entered_and_read_in_the_zone_of_the_profile(run, opened, saved):
    saved(THREE_ROWS, "a.communique")
    ran = run(
        "set",
        "a.communique",
        "profile=canada",
        "reference=PR/CP(2021)078",
        "date=2021-05-17",
        "updated=2021-05-18T13:52",
        "place.en=Ottawa",
        "status=cleared",
        "headline.fr=Un titre = un fait",
        "person.1.name.en=Ada Lovell",
        "person.1.role.fr=directrice",
    )
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    doc = opened("a.communique")
    assert doc.release.profile == "canada"
    assert doc.release.reference == "PR/CP(2021)078"
    assert doc.release.updated == datetime(2021, 5, 18, 17, 52, tzinfo=UTC)
    assert doc.release.status is Status.CLEARED
    assert doc.headline.fr.text == "Un titre = un fait"
    assert doc.participants[0].name.en == "Ada Lovell"
    assert doc.participants[0].function.fr == "directrice"


def test_an_empty_value_clears_a_field(run, opened, saved):
    saved(enter("reference", "2021-078", "UTC").apply(THREE_ROWS), "a.communique")
    assert run("set", "a.communique", "reference=").code == 0
    assert opened("a.communique").release.reference == ""


@pytest.mark.parametrize(
    "wrong",
    [
        "colour=red",
        "date=31 April",
        "updated=2021-05-18",
        "status=published",
        "profile=nowhere",
        "reference",
        "person.3.name.en=X",
    ],
)
def test_one_wrong_field_and_nothing_is_written(run, saved, wrong):
    path = saved(THREE_ROWS, "a.communique")
    before = path.read_bytes()
    ran = run("set", "a.communique", "reference=2021-078", wrong)
    assert (ran.code, ran.out, len(ran.said)) == (2, "", 1)
    assert path.read_bytes() == before


def test_a_profile_can_be_exchanged_where_the_present_one_is_not_installed(run, opened, saved):
    saved(enter("profile", "elsewhere", "UTC").apply(THREE_ROWS), "a.communique")
    assert run("set", "a.communique", "profile=nato").code == 0
    assert opened("a.communique").release.profile == "nato"


def test_fields_can_be_entered_into_a_copy(run, opened, saved):
    path = saved(THREE_ROWS, "a.communique")
    before = path.read_bytes()
    ran = run("set", "a.communique", "reference=2021-078", "-o", "b.communique")
    assert (ran.code, ran.out) == (0, "b.communique\n")
    assert path.read_bytes() == before
    assert opened("b.communique").release.reference == "2021-078"


def test_a_copy_never_replaces_another_file_unasked(run, saved):
    saved(THREE_ROWS, "a.communique")
    other = saved(Communique(), "b.communique")
    before = other.read_bytes()
    assert run("set", "a.communique", "reference=1", "--output=b.communique").code == 2
    assert other.read_bytes() == before
    assert run("set", "a.communique", "reference=1", "--output=b.communique", "--force").code == 0


def test_the_former_version_stays_beside_the_file(run, saved, tmp_path):
    before = saved(THREE_ROWS, "a.communique").read_bytes()
    run("set", "a.communique", "reference=2021-078")
    assert (tmp_path / "a.communique.bak").read_bytes() == before


def test_all_complete_pairs_are_confirmed_where_none_is_named(run, opened, saved):
    saved(THREE_ROWS, "a.communique")
    ran = run("confirm", "a.communique", "--by", "Ada Lovell", "--at", "2021-05-18T13:52Z")
    assert (ran.code, ran.said) == (0, ["2 pairs confirmed.", "1 row has an empty side."])
    rows = opened("a.communique").rows
    assert [each.state for each in rows] == [PairState.CONFIRMED, PairState.CONFIRMED, PairState.UNTRANSLATED]
    assert rows[0].confirmation.by == "Ada Lovell"
    assert rows[0].confirmation.at == datetime(2021, 5, 18, 13, 52, tzinfo=UTC)


@pytest.mark.parametrize("name", ["r2", "1"])
def test_a_pair_is_named_by_its_id_or_its_number_from_0(run, opened, saved, name):
    saved(THREE_ROWS, "a.communique")
    assert run("confirm", "a.communique", name).code == 0
    assert [each.state is PairState.CONFIRMED for each in opened("a.communique").rows] == [False, True, False]


def test_a_pair_confirmed_already_keeps_who_confirmed_it(run, opened, saved):
    saved(THREE_ROWS, "a.communique")
    run("confirm", "a.communique", "r1", "--by", "Ada Lovell")
    run("confirm", "a.communique", "--by", "Ines Morel")
    assert [each.confirmation.by for each in opened("a.communique").rows[:2]] == ["Ada Lovell", "Ines Morel"]


@pytest.mark.parametrize(("name", "said"), [("r9", "there is no row “r9”"), ("7", "“7”"), ("r3", "empty side")])
def test_a_row_that_cannot_be_confirmed_is_told_and_nothing_is_written(run, saved, name, said):
    path = saved(THREE_ROWS, "a.communique")
    before = path.read_bytes()
    ran = run("confirm", "a.communique", "r1", name)
    assert ran.code == 2
    assert said in ran.err
    assert path.read_bytes() == before


@pytest.mark.parametrize("time", ["yesterday", "2021-05-18", "2021-03-28T02:30", "0001-01-01T00:00"])
def test_a_time_that_is_none_is_refused(run, saved, time):
    saved(THREE_ROWS, "a.communique")
    ran = run("confirm", "a.communique", "--at", time)
    assert (ran.code, len(ran.said)) == (2, 1)


def test_a_time_without_a_zone_is_of_the_profile_and_that_is_said(run, opened, saved):
    saved(THREE_ROWS, "a.communique")
    ran = run("confirm", "a.communique", "--at", "2021-05-18T13:52")
    assert ran.said[0] == "2021-05-18T13:52 is read as 2021-05-18T13:52:00+02:00 (Europe/Brussels)."
    assert opened("a.communique").rows[0].confirmation.at == datetime(2021, 5, 18, 11, 52, tzinfo=UTC)


@pytest.mark.parametrize("verb", [("set", "reference=1"), ("confirm",)])
def test_only_our_own_files_are_changed(run, tmp_path, verb):
    (tmp_path / "a.txt").write_text("A text.")
    ran = run(verb[0], "a.txt", *verb[1:])
    assert (ran.code, ran.out) == (2, "")
    assert ran.said == ["a.txt: Only .communique files can be changed; “communique convert” makes one."]
