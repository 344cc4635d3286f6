"""Whole releases of many houses, right in both languages, raise no false alarm; what is planted in them is found.

The texts in `pairs/` are our own: blocks of an English line and its French, parted by empty lines.
"""

from pathlib import Path

import pytest
from checking import NATO

from editor.checks.finding import Level
from editor.checks.run import check
from editor.formats.table import open_pair

PAIRS = sorted((Path(__file__).parent / "pairs").glob("*.txt"))
LACKING = {"R03", "R04", "R10", "R15", "R19", "R34", "R13", "R20"}
"""What a text alone cannot give: fields, pictures, sign-offs; and what recognition may leave open."""


def opened(blocks, folder):
    """The release that the window makes of an English and a French text."""
    for side, name in enumerate(("en", "fr")):
        text = "\n\n".join(block.split("\n")[side] for block in blocks) + "\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return open_pair(folder / "en.txt", folder / "fr.txt", NATO).doc


def agreement(doc):
    """What the rules of agreement and form say of a release, hints aside."""
    return [
        (each.rule, each.why.english())
        for each in check(doc, NATO)
        if each.rule[0] in "XR" and each.rule not in LACKING and each.level is not Level.HINT
    ]


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_a_right_release_raises_no_alarm(path, tmp_path):
    assert agreement(opened(path.read_text(encoding="utf-8").strip().split("\n\n"), tmp_path)) == []
