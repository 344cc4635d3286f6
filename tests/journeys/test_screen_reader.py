"""A release is written in both languages and published through the accessibility interface alone."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from editor.newsml.validate import validate

SYSTEM_PYTHON = "/usr/bin/python3"
SCRIPT = Path(__file__).with_name("screen_reader.py")
pytestmark = pytest.mark.display


@pytest.fixture
def editor(tmp_path):
    if not os.environ.get("DISPLAY") or shutil.which("dbus-run-session") is None:
        pytest.skip("a screen reader needs an X screen and a desktop bus")
    if subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False).returncode:
        pytest.skip("a screen reader needs the system's python3-pyatspi")
    home = {"HOME": "home", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state"}
    places = {name: str(tmp_path / folder) for name, folder in home.items()}
    wanted = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LANG": "fr_FR.UTF-8", "LC_ALL": ""}
    running = subprocess.Popen([sys.executable, "-m", "editor"], env={**os.environ, **places, **wanted})
    yield running
    running.kill()
    running.wait()


def test_a_release_is_written_and_published_by_a_screen_reader(editor, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    reader = subprocess.run(
        [SYSTEM_PYTHON, str(SCRIPT), str(out)], capture_output=True, text=True, timeout=120, check=False
    )
    assert reader.returncode == 0, reader.stderr
    (published,) = out.glob("*.xml")
    data = published.read_bytes()
    assert not [fault for fault in validate(data, ours=True) if fault.is_error]
    assert "L’État ouvre le bac\u202f!" in data.decode()
