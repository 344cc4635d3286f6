from contextlib import closing
from pathlib import Path

from editor.assets import user_data
from editor.formats import native
from editor.library.archive import INDEX, Archive
from editor.library.versions import VERSIONS, Form, Versions

EXAMPLE = Path(__file__).parents[2] / "resources" / "examples" / "lake-ferry.communique"


def test_what_is_published_is_kept_and_found_in_the_archive(run, tmp_path):
    document = tmp_path / "ferry.communique"
    document.write_bytes(EXAMPLE.read_bytes())
    (tmp_path / "out").mkdir()
    ran = run("publish", "ferry.communique", "-o", "out")
    assert ran.code == 0, ran.err
    with (
        closing(Versions(user_data() / VERSIONS, Form(native.write, native.read, native.LIMIT))) as versions,
        closing(Archive(user_data() / INDEX)) as archive,
    ):
        (version,) = versions.of(document)
        assert version.published == 1
        assert versions.read(version.id) == native.read(document.read_bytes(), document)
        assert {found.published for found in archive.search("bac electrique")} == {0, 1}
        assert {found.path for found in archive.search("")} == {document}


def test_a_data_folder_that_cannot_be_written_does_not_undo_a_publication(run, tmp_path):
    (tmp_path / "ferry.communique").write_bytes(EXAMPLE.read_bytes())
    (tmp_path / "out").mkdir()
    (tmp_path / "home").write_text("a file where the folder should be")
    ran = run("publish", "ferry.communique", "-o", "out")
    assert ran.code == 0
    assert "cannot be used" in ran.err
    assert list((tmp_path / "out").iterdir())
