"""Repeats: what is wrong with the XML only because of what a check has already said of the texts and fields."""

from collections.abc import Iterable, Mapping

from editor.checks.finding import Finding, Level
from editor.model.address import Address, Part

_SAID_BY: Mapping[str, tuple[str, ...]] = {
    "N09": ("R34",),
    "N14": ("R05",),
    "N16": ("R06", "R07"),
    "N17": ("R06", "R07"),
    "N19": ("R22", "R23"),
    "N21": ("X03",),
    "N22": ("R01", "R19", "R34"),
    "N32": ("R01", "R34", "X01"),
    "N33": ("R13", "X32", "X01", "F", "E"),
    "N34": ("X01", "R10"),
    "N35": ("R19", "X47"),
    "N36": ("R34",),
    "N39": ("F", "E", "R25", "R26", "R28"),
}
"""The rules of the checks, whole or by their first letters, of which a fault of the XML is a consequence."""


def unsaid(faults: Iterable[Finding], found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the faults of the XML that no finding of the texts and fields has said, each once.

    A fault is said where a rule it follows from speaks of the same place, or a finding as bad of the same field.
    """
    known = tuple(found)
    told: dict[tuple[str, Address, object], Finding] = {}
    for fault in faults:
        if not any(_says(finding, fault) for finding in known):
            told.setdefault((fault.rule, fault.where, fault.why), fault)
    return tuple(told.values())


def _says(finding: Finding, fault: Finding) -> bool:
    is_cause = finding.rule.startswith(_SAID_BY.get(fault.rule, ("-",)))
    mine, theirs = finding.where, fault.where
    if not theirs.id and not theirs.field:
        return is_cause
    if (mine.part, mine.id) != (theirs.part, theirs.id):
        return False
    if theirs.part is Part.ROW:
        # What is missing on one side of a row is noticed in the item of the other.
        return is_cause
    if is_cause:
        return "" in (mine.field, theirs.field) or _both(mine.field) == _both(theirs.field)
    as_bad = (finding.level or Level.HINT) >= (fault.level or Level.HINT)
    return as_bad and bool(mine.field) and mine.field in (theirs.field, _both(theirs.field))


def _both(field: str) -> str:
    """Return a field's name without its language."""
    return field.removesuffix(".en").removesuffix(".fr")
