from dataclasses import replace
from pathlib import Path

import pytest

from editor.app import Program
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


@pytest.mark.parametrize("damage", ["[General]\ntheme=purple\n", "[General]\nlayout=zz\n", "no settings at all\n"])
def test_damaged_settings_are_put_aside_and_told(tmp_path, qapp, damage):
    file = tmp_path / "settings.ini"
    file.write_text(damage, encoding="utf-8")
    (note,) = SettingsStore(file).notes
    aside = tmp_path / "settings.ini.damaged"
    assert aside.read_text(encoding="utf-8") == damage
    assert note.english() == (
        f"The settings were damaged: what could not be read is as usual again. A copy lies in {aside}."
    )


def test_whole_settings_are_not_spoken_of(tmp_path, qapp):
    store = SettingsStore(tmp_path / "settings.ini")
    assert store.notes == ()
    store.change(lambda now: replace(now, theme=Theme.DARK, zoom=1.2, layout=b"x"))
    assert SettingsStore(tmp_path / "settings.ini").notes == ()
    assert not (tmp_path / "settings.ini.damaged").exists()


def test_what_was_damaged_is_told_in_the_window(tmp_path, qapp, qtbot, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "data" / "communique" / "terms").mkdir(parents=True)
    (tmp_path / "data" / "communique" / "terms" / "nato.csv").write_bytes(b"\xff\xfe\x00broken")
    file = tmp_path / "settings.ini"
    file.write_text("[General]\ntongue=en\ntheme=purple\nprofile=nato\n", encoding="utf-8")
    program = Program(SettingsStore(file))
    window = program.open_window()
    qtbot.addWidget(window)
    window.threshold.show()
    assert window.status.isVisible()
    assert "The settings were damaged" in window.status.toolTip()
    qtbot.waitUntil(lambda: "Terms are left out." in window.status.toolTip())
    assert not window.status.labels[0].isVisible()


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


def test_settings_that_cannot_be_kept_hold_until_the_end_and_are_logged(tmp_path, qapp, caplog):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    store = SettingsStore(tmp_path / "file" / "settings.ini")
    store.change(lambda now: replace(now, name="Ada"))
    assert store.value.name == "Ada"
    assert "could not be kept" in caplog.text
