"""The command line as a function: what it answers, and what it wrote to both streams."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from editor import cli
from editor.formats import native


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def said(self) -> list[str]:
        """What was said on standard error, line by line."""
        return self.err.splitlines()


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Run a command in an empty folder, in English, with a home that holds nothing."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")

    def command(*words: object) -> Ran:
        capsys.readouterr()
        code = cli.main([str(word) for word in words])
        written = capsys.readouterr()
        return Ran(code, written.out, written.err)

    return command


@pytest.fixture
def opened():
    """Open one of our own files."""
    return lambda path: native.read(Path(path).read_bytes(), Path(path))


@pytest.fixture
def saved():
    """Save a communiqué as one of our own files."""

    def save(doc, path) -> Path:
        Path(path).write_bytes(native.write(doc))
        return Path(path)

    return save
