"""Right releases of other houses: under the profile that fits, no rule finds an error or a warning in what is right.

Each file in `right/` names its profile, then has a line a row: its kind, the English and the French, parted by tabs.
`~` is a no-break space and `¬` a narrow one, as they look alike on paper.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from checking import release

from editor.checks.finding import Level
from editor.checks.run import RULES, Checker
from editor.formats.profiles import load_profile
from editor.model.rows import RowKind

RIGHT = sorted((Path(__file__).parent / "right").glob("*.txt"))
KINDS = {"H": RowKind.HEADLINE, "P": RowKind.PARAGRAPH, "L": RowKind.LIST_ITEM}
FIELDS = ("R04", "R05", "R08", "R09", "R10", "R11", "R13", "R20", "R34", "R35")
"""Rules that miss fields, cards and quotes marked as such, which these texts do not have."""


def read(path):
    """Return the communiqué of a file and its profile."""
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    kinds, *texts = zip(
        *(line.replace("~", "\u00a0").replace("¬", "\u202f").split("\t") for line in lines), strict=True
    )
    doc = release(*zip(*texts, strict=True))
    rows = tuple(
        replace(row, kind=KINDS[kind], level=int(kind == "L")) for row, kind in zip(doc.rows, kinds, strict=True)
    )
    return replace(doc, rows=rows), load_profile(head.removeprefix("profile "))


@pytest.mark.parametrize("path", RIGHT, ids=lambda path: path.stem)
def test_a_right_release_raises_no_alarm(path):
    doc, profile = read(path)
    rules = tuple(rule for rule in RULES if rule.id not in FIELDS)
    found = [each for each in Checker(rules).check(doc, profile) if each.level > Level.HINT]
    told = [
        (
            each.rule,
            each.why.template,
            doc.row(each.where.id)[each.where.language][each.where.passage or 0].text[each.where.start : each.where.end]
            if each.where.language and each.where.id
            else each.where,
        )
        for each in found
    ]
    assert told == []


def alarms(profile, english, french=""):
    """Return the rules that raise an alarm over one row."""
    rules = tuple(rule for rule in RULES if rule.id in ("E14", "E09", "F21", "F19", "E08", "X07", "X13", "X33"))
    found = Checker(rules).check(release((english, french)), load_profile(profile))
    return [each.rule for each in found if each.level > Level.HINT]


@pytest.mark.parametrize(
    ("profile", "english", "french", "rules"),
    [
        ("us", "Mr Cole met Dr. Rivera and Ms Bell.", "", ["E14", "E14"]),
        ("canada", "Mr Cole met Ms Bell.", "", []),
        ("nato", "Mr. Cole met Ms. Bell.", "", ["E14", "E14"]),
        ("us", "It opens at 13:30.", "", ["E09"]),
        ("eu", "It opened on 3.4.2019 (OJ L 266, 26.9.2006, p. 1).", "", ["E08"]),
        ("nato", "It starts at 13:58.", "Cela commence à 13:58.", ["F21"]),
        ("nato", "It costs CHF 15.", "Cela coûte 16~francs.", ["X07"]),
        ("nato", "It costs €15.", "Cela coûte 15~francs.", ["X07"]),
        ("nato", "“We will stay here”, she said.", "Elle a dit qu’elle resterait.", ["X33"]),
    ],
)
def test_what_is_wrong_is_still_found(profile, english, french, rules):
    assert alarms(profile, english, french.replace("~", "\u00a0")) == rules
