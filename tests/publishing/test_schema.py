import pytest

from editor.publishing import installed_schema


@pytest.fixture
def schemas(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folder = tmp_path / "communique" / "schemas"
    folder.mkdir(parents=True)
    return folder


def test_without_a_schema_there_is_none(schemas):
    (schemas / "xml.xsd").touch()
    assert installed_schema() is None
    (schemas / "xml.xsd").unlink()
    schemas.rmdir()
    assert installed_schema() is None


def test_the_newest_schema_of_all_power_is_taken(schemas):
    for name in ("2.35-spec-All-Power", "2.9-spec-All-Power", "2.35-spec-All-Core"):
        (schemas / f"NewsML-G2_{name}.xsd").touch()
    (schemas / "xml.xsd").touch()
    assert installed_schema() == schemas / "NewsML-G2_2.35-spec-All-Power.xsd"
