import pytest
from torture_files import MOST_LOST, fail_every_step, fill_a_disk, kill_many, read_damaged


def test_every_step_of_the_disk_fails_once_and_nothing_is_damaged():
    tried, told, faults = fail_every_step()
    assert faults == []
    assert tried > 60
    assert told > 40


def test_a_disk_that_is_really_full_damages_nothing():
    told = fill_a_disk()
    if told is None:
        pytest.skip("a disk of a given size can only be made by the superuser of a real machine")
    assert told == 3


def test_damaged_files_of_every_kind_are_answered_by_a_sentence(qapp):
    refused, read = read_damaged(60)
    assert refused > 5
    assert read > 5


def test_a_typist_who_is_killed_loses_two_seconds_at_most():
    for left in kill_many(2):
        assert left.faults == []
        assert left.lost <= MOST_LOST
