"""Rule ids are permanent: each names one rule for good, and one that was given up is not used again."""

import json
import re
from pathlib import Path

import pytest

from editor.assets import resource
from editor.checks import spelling
from editor.checks.run import RULES

IDS = Path(__file__).parent / "rules.txt"
"""Every id ever given, one a line with what it means; lines are added, never taken out or changed in meaning."""


def listed():
    lines = IDS.read_text(encoding="utf-8").splitlines()
    return [line.split(maxsplit=1)[0] for line in lines if line and not line.startswith("#")]


def test_every_id_is_listed_once():
    assert sorted(listed()) == sorted(set(listed()))


def test_every_rule_has_an_id_of_its_own():
    ids = [rule.id for rule in RULES]
    assert sorted(ids) == sorted(set(ids))


def test_every_rule_is_listed():
    assert {rule.id for rule in RULES} - set(listed()) == set()


def test_no_rule_is_listed_as_given_up():
    given_up = {line.split()[0] for line in IDS.read_text(encoding="utf-8").splitlines() if "(given up)" in line}
    assert {rule.id for rule in RULES} & given_up == set()


def test_ids_have_the_usual_form():
    assert [rule_id for rule_id in listed() if not re.fullmatch(r"[XFER]\d\d", rule_id)] == []


def test_what_a_rule_silences_is_there():
    ids = [rule.id for rule in (*RULES, *spelling.RULES)]
    for rule in RULES:
        for silenced in rule.silences:
            assert any(rule_id.startswith(silenced) for rule_id in ids), (rule.id, silenced)


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_the_help_says_what_each_finding_means_and_how_it_is_mended(tongue):
    meanings = json.loads(resource(f"help/{tongue}/findings.json").read_text(encoding="utf-8"))
    assert sorted(meanings) == sorted(rule.id for rule in RULES)
    assert all(meanings.values())
