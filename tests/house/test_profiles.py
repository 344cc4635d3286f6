"""The bundled house profiles: each opens, says who publishes, and writes French as its source prescribes."""

import pytest

from editor.assets import resource
from editor.formats.profiles import read_profile

FOLDER = resource("profiles")
NAMES = sorted(path.stem for path in FOLDER.glob("*.toml"))
NO_BREAK = "\u00a0"
NARROW = "\u202f"


def profile(name):
    return read_profile(FOLDER / f"{name}.toml")


@pytest.mark.parametrize("name", NAMES)
def test_a_profile_names_the_house_and_where_it_is_in_both_languages(name):
    read = profile(name)
    assert all(read.title)
    assert all(read.house.name)
    assert all(read.house.office)
    assert all(read.house.holder)
    assert all(read.house.usage)
    assert all(read.place)
    assert len(read.country) == 2
    assert read.zone != "UTC"


@pytest.mark.parametrize("name", NAMES)
def test_a_profile_can_identify_what_it_publishes(name):
    house = profile(name).house
    assert house.domain
    assert house.sender
    assert house.organisation_code
    assert house.uri.endswith(f"{house.domain}/about")
    assert house.codes.endswith("/")


def test_no_two_profiles_publish_under_one_domain():
    domains = [profile(name).house.domain for name in NAMES]
    assert sorted(set(domains)) == sorted(domains)


@pytest.mark.parametrize(
    ("name", "colon", "high_signs", "guillemets"),
    [
        # Lexique des règles typographiques en usage à l’Imprimerie nationale.
        ("france", NO_BREAK, NARROW, NO_BREAK),
        ("sample", NO_BREAK, NARROW, NO_BREAK),
        ("nato", NO_BREAK, NARROW, NO_BREAK),
        # Canadian usage: no space before the high signs.
        ("canada", NO_BREAK, "", NO_BREAK),
        # EU Interinstitutional Style Guide, French 6.4.
        ("eu", "", "", ""),
    ],
)
def test_french_spaces_follow_the_source_of_the_profile(name, colon, high_signs, guillemets):
    spacing = profile(name).spacing
    assert (spacing.before_colon, spacing.before_high_signs, spacing.inside_guillemets) == (
        colon,
        high_signs,
        guillemets,
    )
