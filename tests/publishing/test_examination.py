import pytest
from bridge import DOC
from generated import NOON

from editor.errors import Unreadable
from editor.formats.profiles import load_profile
from editor.model.release import Action, Publication, Release
from editor.publishing import Order, Sources, examine, plan

MESSAGE = plan(DOC, load_profile("sample"), Order(NOON), Sources(findings=())).parcels[-1].data
IDENTIFIER = "tag:orvane.example,2021:communique:2026-014"


def rules(faults):
    return {fault.rule for fault in faults}


def test_what_is_published_here_is_without_error_for_us_and_for_anybody():
    assert rules(examine(MESSAGE, None)) == rules(examine(MESSAGE, None, Release())) == set()


def test_a_version_already_published_is_an_error_of_ours_alone():
    published = Release(publications=(Publication(1, Action.NEW, NOON, "bilingual", identifier=IDENTIFIER),))
    assert "N10" in rules(examine(MESSAGE, None, published))
    assert "N10" not in rules(examine(MESSAGE, None))


def test_an_item_of_a_house_not_known_here_is_examined_all_the_same():
    foreign = MESSAGE.replace(b'value="sample"', b'value="elsewhere"')
    assert foreign != MESSAGE
    assert "N43" not in rules(examine(foreign, None))


def test_a_text_in_the_wrong_language_is_told():
    swapped = MESSAGE
    for french, english in (
        ("Le pont d’Orvane ouvre aujourd’hui.", "The bridge of Orvane opens again today."),
        ("Le pont à l’aube", "The bridge and the town at dawn"),
    ):
        swapped = swapped.replace(french.encode(), english.encode())
    assert "N21" in rules(examine(swapped, None))


def test_a_schema_that_is_none_is_told(tmp_path):
    (tmp_path / "a.xsd").write_text("no schema")
    with pytest.raises(Unreadable):
        examine(MESSAGE, tmp_path / "a.xsd")
