"""The command line starts without the window, the aligner's matrices and the spelling libraries."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
HEAVY = ("PySide6", "shiboken6", "numpy", "enchant")


@pytest.mark.parametrize("module", ["editor.cli", "editor.checks.run", "editor.formats.table", "editor.newsml.build"])
def test_a_fresh_process_imports_nothing_heavy(module):
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"{module} is not here yet")
    command = f"import sys, {module}; print(*(name for name in {HEAVY!r} if name in sys.modules))"
    ran = subprocess.run(
        (sys.executable, "-c", command), cwd=CHECKOUT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (ran.returncode, ran.stdout.strip()) == (0, ""), ran.stderr
