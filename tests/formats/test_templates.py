import pytest

from editor.assets import resource
from editor.checks.run import Checker
from editor.errors import Unreadable
from editor.formats import native
from editor.formats.profiles import load_profile
from editor.formats.templates import read_template, release_from, templates
from editor.model.language import Language
from editor.model.rows import RowKind

BUNDLED = sorted(resource("templates").glob("*.toml"))


def test_the_kinds_of_release_an_office_sends_are_there_in_their_order():
    assert [one.name for one in templates()][:5] == ["release", "statement", "joint", "advisory", "correction"]


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_a_template_makes_a_release_that_can_be_saved_and_says_the_same_in_both_languages(path, tmp_path):
    template = read_template(path)
    doc = release_from(template, load_profile("nato"))
    assert native.read(native.write(doc), tmp_path / "x.communique") == doc
    assert all(row.has_text(Language.EN) == row.has_text(Language.FR) for row in doc.rows)
    assert sum(row.kind is RowKind.HEADLINE for row in doc.rows) == 1
    assert all(template.title)
    assert all(template.about)


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_the_words_of_a_template_are_set_as_both_languages_are_set(path):
    profile = load_profile("nato")
    found = Checker().check(release_from(read_template(path), profile), profile)
    assert [(one.rule, one.why.english()) for one in found if one.rule and one.rule[0] in "FE"] == []


def test_what_is_in_brackets_is_found_as_left_over():
    profile = load_profile("nato")
    statement = next(one for one in templates() if one.name == "statement")
    assert any(one.rule == "R24" for one in Checker().check(release_from(statement, profile), profile))


def test_a_template_of_the_users_goes_before_ours(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    own = tmp_path / "communique" / "templates"
    own.mkdir(parents=True)
    (own / "release.toml").write_text('order = 1\ntitle = {en = "Ours", fr = "Le nôtre"}\n[[rows]]\n', encoding="utf-8")
    (own / "broken.toml").write_text("rows = 1", encoding="utf-8")
    assert next(one.title.fr for one in templates()) == "Le nôtre"
    assert "broken" not in [one.name for one in templates()]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not a template"),
        ("rows = 3", "not a template"),
        ("[[rows]]\nkind = 'poem'", "Row 1"),
        ("[[rows]]\n[[rows]]\nen = 3", "Row 2"),
        ("[[rows]]\nlevel = 'x'", "Row 1"),
        ("rows = [1]", "Row 1"),
        ("[[rows]", "not a template"),
        ("x = " + "[" * 5000, "not a template"),
        ("#" * 300_000, "too large"),
    ],
)
def test_a_broken_template_is_said_with_its_row(tmp_path, text, why):
    path = tmp_path / "x.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable, match=why):
        read_template(path)
