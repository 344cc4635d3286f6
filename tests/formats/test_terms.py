"""Terminology files: CSV and TBX read, broken ones told of with their line, the user's own before the bundled."""

import pytest

from editor.errors import Unreadable
from editor.formats.profiles import load_profile
from editor.formats.terms import import_terms, load_terms, own_terms, read_terms, write_terms
from editor.model.language import Bilingual
from editor.model.terms import Term

CSV = "en,fr,en_forbidden,fr_forbidden,note\nlake ferry | ferry,bac du lac,,traversier,ours\n"
FERRY = Term(Bilingual(("lake ferry", "ferry"), ("bac du lac",)), Bilingual((), ("traversier",)), "ours")
TBX2 = """<?xml version="1.0"?><martif type="TBX" xml:lang="en"><text><body><termEntry id="1">
<note>ours</note>
<langSet xml:lang="en"><tig><term>lake ferry</term></tig><ntig><termGrp><term>ferry</term></termGrp></ntig></langSet>
<langSet xml:lang="fr-FR"><tig><term>bac du lac</term></tig><tig><term>traversier</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
<langSet xml:lang="de"><tig><term>Fähre</term></tig></langSet>
</termEntry><termEntry><langSet xml:lang="en"><tig><term>alone</term></tig></langSet></termEntry>
</body></text></martif>"""
TBX3 = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic"><text><body><conceptEntry id="1"><note>ours</note>
<langSec xml:lang="en"><termSec><term>lake ferry</term></termSec><termSec><term>ferry</term></termSec></langSec>
<langSec xml:lang="fr"><termSec><term>bac du lac</term></termSec><termSec><term>traversier</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>
</conceptEntry></body></text></tbx>"""


@pytest.fixture(autouse=True)
def own_data(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def written(folder, text):
    path = folder / "terms.x"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    "text",
    [CSV, "\ufeff" + CSV, CSV.replace(",", ";"), CSV.replace(",", "\t"), TBX2, TBX3, CSV.replace("\n", "\r\n")],
    ids=["csv", "mark", "semicolons", "tabs", "tbx2", "tbx3", "windows"],
)
def test_one_term_in_every_format(text, tmp_path):
    assert read_terms(written(tmp_path, text)) == (FERRY,)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("a,b\n1,2\n", "Line 1: the heading names no columns “en” and “fr”."),
        ("en,fr\n", "There is no term in it."),
        ("en,fr\nlake,lac\nferry,\n", "Line 3: the French is missing."),
        ("en,fr\n,lac\n", "Line 2: the English is missing."),
        ("en,fr\na,b,c\n", "Line 2: there are 3 cells under 2 headings."),
        ('en,fr\n"open,b\n', "Line 2"),
        (f"en,fr\n{'x' * 300},b\n", "Line 2: a term has more than 200 characters."),
        ("<martif><text>\n<body></martif>", "Line 2"),
        ("<html/>", "Line 1: this is no TBX file."),
        ('<!DOCTYPE martif [<!ENTITY a "b">]><martif>&a;</martif>', "entities"),
        (b"\x89PNG\r\n", "PNG"),
        ("en,fr\n" + "".join(f"term{n},terme{n}\n" for n in range(50_002)), "more than 50000 terms"),
    ],
)
def test_a_broken_file_is_one_sentence_and_leaves_nothing(text, why, tmp_path):
    with pytest.raises(Unreadable) as caught:
        import_terms(written(tmp_path, text), "nato")
    assert why in caught.value.sentence.english()
    assert not own_terms("nato").exists()


def test_what_is_written_is_read_back(tmp_path):
    write_terms((FERRY,), tmp_path / "out.csv")
    assert read_terms(tmp_path / "out.csv") == (FERRY,)


def test_imported_terms_go_before_the_bundled_and_take_the_place_of_their_like(tmp_path):
    assert import_terms(written(tmp_path, CSV), "nato") == (1, 0)
    assert load_terms("nato")[0][0] == FERRY
    assert import_terms(written(tmp_path, CSV.replace("traversier", "ferry-boat")), "nato") == (0, 1)
    assert load_terms("nato")[0][0].forbidden.fr == ("ferry-boat",)
    assert FERRY.key not in {term.key for term in load_terms("eu")[0]}


def test_a_broken_file_of_ones_own_is_left_out_and_logged(caplog):
    own_terms("nato").parent.mkdir(parents=True)
    own_terms("nato").write_text("a,b\n", encoding="utf-8")
    assert load_profile("nato").terms.terms
    assert "terms left out" in caplog.text
