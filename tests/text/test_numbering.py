"""The number of a release in its header lines."""

import pytest

from editor.model.language import Language
from editor.text.numbering import reference_of

EN, FR = Language.EN, Language.FR


@pytest.mark.parametrize(
    ("line", "language", "reference"),
    [
        ("Press Release No. 10/28", EN, "10/28"),
        ("Communiqué de presse n° 10/28", FR, "10/28"),
        ("  • Press Release (2015) 057", EN, "2015-057"),
        ("Communiqué de presse (2021) 078", FR, "2021-078"),
        ("IP/24/812", EN, "IP/24/812"),
        ("PR/CP(2021)078", EN, "PR/CP(2021)078"),
        ("Le 9 mars 1999 (19 h 40 HNE) Nº 53", FR, "53"),
        ("No. 81 – February 24, 2011 – 7:50 p.m.", EN, "81"),
        ("Reference: 2026-014", EN, "2026-014"),
        ("Press release", EN, ""),
        ("Press release, 12 May 2021", EN, ""),
        ("Communiqué de presse du 12 mai 2021", FR, ""),
        ("18 May. 2021 13:52", EN, ""),
        ("Mis à jour le: 18 May. 2021 13:52", FR, ""),
        ("Brussels, 14 February 2024", EN, ""),
        ("|", EN, ""),
    ],
)
def test_a_header_line_gives_the_number_of_the_release(line, language, reference):
    assert reference_of(line, language) == reference
