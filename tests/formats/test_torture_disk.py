"""The system itself made to fail, in a process of its own: each trial forks, which threads would upset."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "torture_disk.py"


def test_each_kind_of_call_of_every_store_fails_once_and_nothing_is_damaged():
    paths = os.pathsep.join((str(SCRIPT.parents[1]), str(SCRIPT.parent)))
    ran = subprocess.run(
        [sys.executable, SCRIPT, "--most", "1"],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if "cannot attach" in ran.stdout:
        pytest.skip("strace is not here, or may not attach to other processes")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.count(" 0 wrong") >= 17
