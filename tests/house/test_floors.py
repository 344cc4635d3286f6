"""The contracts in pyproject.toml: imports only run down, Qt lives in the window, no circles."""

import os
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]


def test_imports_only_run_down():
    command = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    ran = subprocess.run(
        (sys.executable, "-c", command),
        cwd=CHECKOUT,
        env={**os.environ, "COLUMNS": "120"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
