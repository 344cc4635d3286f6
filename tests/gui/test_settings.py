from dataclasses import replace
from pathlib import Path

import pytest

from editor.gui.settings import Settings, SettingsStore
from editor.gui.style import Theme


def test_settings_last_from_start_to_start(tmp_path, qapp):
    file = tmp_path / "settings.ini"
    store = SettingsStore(file)
    wanted = Settings(
        "fr", Theme.DARK, 1.3, "Élodie Martin", "press officer", True, False, ("/a/b;c.communique",), b"\0\xff", b"x"
    )
    store.change(lambda _now: wanted)
    assert SettingsStore(file).value == wanted


@pytest.mark.parametrize(
    "text", ["", "[General]\ntheme=purple\nzoom=nan\n", "zoom=1e99", "\0\0\0", "[General]\nlayout=zz\n"]
)
def test_a_broken_file_of_settings_counts_as_none(tmp_path, qapp, text):
    file = tmp_path / "settings.ini"
    file.write_text(text, encoding="utf-8")
    value = SettingsStore(file).value
    assert 0.5 < value.zoom < 4
    assert value.theme in Theme


def test_recent_files_are_few_and_the_latest_first():
    settings = Settings()
    for number in range(15):
        settings = settings.opened(Path(f"/files/{number}.communique"))
    settings = settings.opened(Path("/files/9.communique"))
    assert len(settings.recent) == 10
    assert settings.recent[0].endswith("9.communique")
    assert len(set(settings.recent)) == 10


def test_zoom_stays_within_bounds_and_comes_back():
    settings = Settings()
    for _ in range(40):
        settings = settings.zoomed(1.1)
    assert settings.zoom == 3.0
    assert settings.zoomed(0).zoom == 1.0
    assert replace(settings, zoom=0.6).zoomed(0.5).zoom == 0.6


def test_a_change_is_told_once(tmp_path, qapp, qtbot):
    store = SettingsStore(tmp_path / "settings.ini")
    told = []
    store.changed.connect(told.append)
    store.change(lambda now: replace(now, tongue="fr"))
    store.change(lambda now: now)
    assert [settings.tongue for settings in told] == ["fr"]
