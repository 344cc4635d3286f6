from zoneinfo import ZoneInfo

import pytest

from editor.errors import Unreadable
from editor.formats import profiles
from editor.formats.profiles import all_profiles, read_profile


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('zone = "Mars"\n', "line 1, zone: “Mars” is not an IANA time zone."),
        ('words = []\n\n[spacing]\nbefore_colon = "xx"\n', "line 4, spacing.before_colon: One space is wanted"),
        ('title.en = "House"\n', "line 1, title: A text in each language is wanted"),
        ('country = 1\n[place]\nen = "A"\nfr = "B"\ncountry = 3\n', "country: A text in quotation marks is wanted."),
        ('[[acronyms]]\nen = "A"\n', "line 1, acronyms: A text in each language is wanted"),
        ("words = [\n", "at end of document"),
        ("<html>", "line 1"),
    ],
)
def test_a_broken_profile_is_told_with_file_and_line(tmp_path, text, told):
    path = tmp_path / "house.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable) as trouble:
        read_profile(path)
    assert told in trouble.value.sentence.english()
    assert str(path) in trouble.value.sentence.english()


def test_the_profiles_that_can_be_read_are_listed_and_of_the_others_is_told_why(tmp_path, monkeypatch):
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "broken.toml").write_text("zone = 3\n", encoding="utf-8")
    monkeypatch.setattr(profiles, "user_data", lambda: tmp_path)
    told = []
    names = [profile.name for profile in all_profiles(told.append)]
    assert "nato" in names
    assert "broken" not in names
    assert len(told) == 1
    assert "line 1, zone" in told[0].english()


def test_every_profile_brought_along_has_a_zone_there_is():
    # A start does not look whether it has.
    assert {ZoneInfo(profile.zone).key for profile in all_profiles()} != set()
