"""The scripts that prepare a bare machine: they ask what is usable first, and only then for packages."""

import plistlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from editor import __version__

CHECKOUT = Path(__file__).parents[2]
PACKAGING = CHECKOUT / "packaging"
SCRIPTS = sorted(PACKAGING.rglob("*.sh"))

pytestmark = pytest.mark.skipif(shutil.which("sh") is None, reason="there is no POSIX shell here")


def sh(command, home, **environment):
    """Run a line of shell with the functions of prepare.sh at hand."""
    return subprocess.run(
        ("sh", "-euc", f'. "$checkout/packaging/prepare.sh"; {command}'),
        env={"PATH": "/usr/bin:/bin", "HOME": str(home), "checkout": str(CHECKOUT), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def commands(tmp_path):
    """A folder to be the only PATH, holding the few commands the functions use and whatever a test adds."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("cat", "cksum", "sed", "sh", "tr"):
        (folder / name).symlink_to(shutil.which(name))
    return folder


def put(folder, name, answer):
    path = folder / name
    path.write_text(f"#!/bin/sh\n{answer}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_every_script_is_sound_posix_shell(script):
    ran = subprocess.run(("sh", "-n", script), capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_what_is_usable_is_not_asked_for(commands, tmp_path):
    put(commands, "ldconfig", "printf '\\tlibGL.so.1 (libc6,x86-64) => /usr/lib/libGL.so.1\\n'")
    put(commands, "openbox", "exit 0")
    needs = "library libGL.so.1 libgl1\ncommand openbox openbox"
    assert sh('missing_packages "$needs"', tmp_path, PATH=str(commands), needs=needs).stdout == ""


def test_what_is_missing_is_asked_for_by_its_package(commands, tmp_path):
    put(commands, "ldconfig", "printf '\\tlibEGL.so.1 (libc6,x86-64) => /usr/lib/libEGL.so.1\\n'")
    needs = "library libGL.so.1 libgl1\nlibrary libEGL.so.1 libegl1\ncommand openbox openbox"
    found = sh('missing_packages "$needs"', tmp_path, PATH=str(commands), needs=needs).stdout
    assert found.split() == ["libgl1", "openbox"]


@pytest.mark.parametrize(
    ("known", "chosen"), [("libglib2.0-0t64", "libglib2.0-0t64"), ("libglib2.0-0", "libglib2.0-0")]
)
def test_a_package_goes_by_the_name_that_the_system_knows(commands, tmp_path, known, chosen):
    put(commands, "apt-cache", f'for name; do :; done; [ "$name" = {known} ]')
    found = sh("known_name 'libglib2.0-0t64|libglib2.0-0'", tmp_path, PATH=str(commands))
    assert found.stdout.strip() == chosen


def test_nothing_is_installed_where_everything_is_usable(commands, tmp_path):
    put(commands, "ldconfig", "exit 0")
    put(commands, "apt-get", "echo called")
    put(commands, "openbox", "exit 0")
    ran = sh('install_packages "command openbox openbox"', tmp_path, PATH=str(commands))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_without_root_and_sudo_the_whole_command_is_told(commands, tmp_path):
    put(commands, "ldconfig", "exit 0")
    put(commands, "apt-get", "echo called")
    put(commands, "id", "echo 1000")
    ran = sh('install_packages "library libnothing.so.1 old|new"', tmp_path, PATH=str(commands))
    assert ran.returncode == 1
    assert "apt-get install new" in ran.stderr
    assert "called" not in ran.stdout


def test_a_python_that_cannot_make_environments_is_passed_over(commands, tmp_path):
    put(commands, "python3", "exit 1")
    put(commands, "python3.12", f'exec {sys.executable} "$@"')
    assert sh("usable_python", tmp_path, PATH=str(commands)).stdout.strip() == str(commands / "python3.12")


def test_a_font_of_the_user_counts(commands, tmp_path):
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    (fonts / "Zzyzx[wght].ttf").touch()
    assert sh("is_usable font Zzyzx", tmp_path, XDG_DATA_HOME=str(tmp_path)).returncode == 0
    assert sh("is_usable font Zzyzy", tmp_path, XDG_DATA_HOME=str(tmp_path)).returncode != 0


def test_the_property_lists_of_the_macos_bundle_are_well_formed_and_name_our_files():
    with (PACKAGING / "macos" / "Info.plist").open("rb") as file:
        told = plistlib.load(file)
    (kind,) = told["UTExportedTypeDeclarations"]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["communique"]
    assert told["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    with (PACKAGING / "macos" / "entitlements.plist").open("rb") as file:
        assert plistlib.load(file)


def test_the_file_type_is_one_in_every_file_of_the_desktop():
    folder = PACKAGING / "debian"
    (kind,) = re.findall(r'mime-type type="([^"]+)"', (folder / "communique.mime.xml").read_text(encoding="utf-8"))
    assert f"MimeType={kind};" in (folder / "communique.desktop").read_text(encoding="utf-8")
    assert f"<mediatype>{kind}</mediatype>" in (folder / "communique.metainfo.xml").read_text(encoding="utf-8")


def test_the_changes_begin_with_the_present_version():
    changes = (PACKAGING / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)", changes, re.MULTILINE)[0] == __version__


def test_the_licence_of_everything_carried_along_is_told():
    ran = subprocess.run((sys.executable, PACKAGING / "licences.py"), capture_output=True, check=False)
    told = ran.stdout.decode("utf-8")
    assert ran.returncode == 0
    for package in ("pyside6-essentials", "shiboken6", "lxml", "numpy", "platformdirs", "pyenchant", "regex"):
        assert re.search(rf"^  {package} \S+: \S+", told, re.MULTILINE), package
