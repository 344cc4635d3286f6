"""Times of day in both languages."""

from datetime import time

import pytest

from editor.text.times import find_times


@pytest.mark.parametrize(
    ("text", "at", "zone"),
    [
        ("at 13:52", time(13, 52), ""),
        ("à 13 h 52", time(13, 52), ""),
        ("à 13\u202fh\u202f52", time(13, 52), ""),
        ("à 13h", time(13), ""),
        ("à 9 heures 30", time(9, 30), ""),
        ("at 1:30 p.m.", time(13, 30), ""),
        ("at 12 a.m.", time(0), ""),
        ("at noon", time(12), ""),
        ("à minuit", time(0), ""),
        ("at 09.30 CET", time(9, 30), "+01:00"),
        ("at 14:00 (Brussels time)", time(14), "Europe/Brussels"),
        ("à 14 h (heure de Genève)", time(14), "Europe/Zurich"),
        ("at 14:00 UTC+2", time(14), "+02:00"),
        ("at 10:00 GMT", time(10), "+00:00"),
        ("at 2 p.m. ET", time(14), "America/New_York"),
        ("à 10 h (HE)", time(10), "America/Toronto"),
    ],
)
def test_a_time_is_read_with_its_zone(text: str, at: time, zone: str) -> None:
    (found,) = find_times(text)
    assert (found.at, found.zone) == (at, zone)


@pytest.mark.parametrize("text", ["3:1 majority", "25:00", "13:75", "14 p.m.", "version 9.4", "$10.30", "5 hommes"])
def test_other_figures_are_no_times(text: str) -> None:
    assert find_times(text) == ()
