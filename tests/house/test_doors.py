"""Which package from outside may be imported where: every other one is a door that nobody agreed to."""

import ast
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

EDITOR = Path(__file__).parents[2] / "editor"

DOORS = {
    "PySide6": ("gui/**", "app.py", "formats/pdf/**"),
    "shiboken6": ("gui/**",),
    "lxml": ("newsml/**", "formats/**"),
    "enchant": ("text/spelling.py",),
    "numpy": ("text/alignment*",),
    "regex": ("text/seeking.py",),
    "rapidfuzz": ("text/similarity.py",),
    "markdown_it": ("formats/commonmark.py",),
    "mdit_py_plugins": ("formats/commonmark.py",),
    "platformdirs": ("assets.py",),
}
"""Package from outside → the files (patterns below `editor/`) that may import it."""

TYPES_ONLY = {"_typeshed"}


def imported_packages(source: str) -> set[str]:
    """The first names of everything a file imports, inside functions too."""
    packages = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            packages |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            packages.add(node.module.partition(".")[0])
    return packages


def locked(name: str, source: str) -> list[str]:
    """What the file `name` (below `editor/`) imports from outside without a door of its own."""
    outside = imported_packages(source) - set(sys.stdlib_module_names) - TYPES_ONLY - {"editor"}
    return sorted(
        package for package in outside if not any(fnmatch(name, pattern) for pattern in DOORS.get(package, ()))
    )


def test_every_package_from_outside_comes_in_by_its_own_door():
    faults = {
        name: found
        for path in EDITOR.rglob("*.py")
        if (found := locked(name := path.relative_to(EDITOR).as_posix(), path.read_text(encoding="utf-8")))
    }
    assert faults == {}


@pytest.mark.parametrize(
    ("name", "source", "found"),
    [
        ("checks/dates.py", "def late():\n    import lxml.etree", ["lxml"]),
        ("text/sentences.py", "from numpy import array", ["numpy"]),
        ("cli.py", "import PySide6.QtCore as core", ["PySide6"]),
        ("gui/window.py", "import requests", ["requests"]),
        ("gui/panes/rows.py", "from PySide6.QtGui import QPainter", []),
        ("newsml/build.py", "from lxml import etree", []),
    ],
)
def test_the_doors_tell_a_wrong_import_from_a_right_one(name, source, found):
    assert locked(name, source) == found


def test_every_import_names_its_module_in_full():
    relative = [
        path.relative_to(EDITOR).as_posix()
        for path in EDITOR.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []
