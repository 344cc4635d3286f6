"""Dismissing: which findings may be dismissed, which are, and which came back because their words changed.

An error is never dismissed: it is mended. A dismissal holds for a finding of its rule on the same part, over words
with the same fingerprint, wherever in the paragraph they stand by now; one dismissal silences one finding.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from editor.checks.finding import Finding, Level
from editor.edits.details import field_name, read_field
from editor.edits.dismissals import take_back
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.dismissals import Dismissal
from editor.model.language import Language
from editor.model.passage import evenly_spaced
from editor.values import frozen
from editor.words import say

REOPENED = "R32"
"""The rule that tells of a finding dismissed for other words."""
_AROUND = 12
"""Code points beside a space or sign that belong to its words."""


@frozen
class Sifting:
    """Findings parted into those that are open and those that are dismissed, each with its dismissal."""

    open: tuple[Finding, ...]
    dismissed: tuple[tuple[Finding, Dismissal], ...] = ()


def may_be_dismissed(finding: Finding) -> bool:
    """Tell whether a finding may be dismissed with a reason: warnings and hints may, errors and R32 itself may not."""
    return finding.level is not Level.ERROR and finding.rule != REOPENED


def dismissal(finding: Finding, doc: Communique, reason: str, by: str, at: datetime) -> Dismissal:
    """Return what dismisses this finding of a communiqué."""
    return Dismissal(finding.rule, finding.where, fingerprint(finding, doc), reason.strip(), by, at)


def fingerprint(finding: Finding, doc: Communique) -> str:
    """Return what stands for the words under a finding, and at its other place; widths of spaces do not count."""
    import hashlib

    words = [_words(finding.where, doc), _words(finding.other, doc) if finding.other else ""]
    return hashlib.sha256("\n".join(map(evenly_spaced, words)).encode("utf-8", "replace")).hexdigest()[:16]


def sift(found: Iterable[Finding], doc: Communique) -> Sifting:
    """Part findings by the dismissals of a communiqué, and tell of dismissals whose words have changed since."""
    found = tuple(found)
    if not doc.dismissals:
        return Sifting(found)
    alike: dict[object, list[Finding]] = {}
    for finding in found:
        if may_be_dismissed(finding):
            alike.setdefault(_key(finding.rule, finding.where), []).append(finding)
    held: dict[int, Dismissal] = {}
    idle: list[Dismissal] = []
    for each in doc.dismissals:
        free = [one for one in alike.get(_key(each.rule, each.where), ()) if id(one) not in held]
        silenced = _nearest(each, free, doc)
        if silenced is None:
            idle.append(each)
        else:
            held[id(silenced)] = each
    left = [finding for finding in found if id(finding) not in held]
    dismissed = tuple((finding, held[id(finding)]) for finding in found if id(finding) in held)
    return Sifting((*left, *_reopened(left, idle)), dismissed)


def _nearest(dismissal: Dismissal, findings: list[Finding], doc: Communique) -> Finding | None:
    same = [each for each in findings if fingerprint(each, doc) == dismissal.fingerprint]
    place = dismissal.where.start or 0
    return min(same, key=lambda each: abs((each.where.start or 0) - place), default=None)


def _reopened(left: list[Finding], idle: list[Dismissal]) -> Iterator[Finding]:
    """Yield R32 where a dismissal holds no longer and its rule speaks there again."""
    speaking = {_key(finding.rule, finding.where): finding for finding in reversed(left)}
    waiting: dict[object, list[Dismissal]] = {}
    for each in idle:
        waiting.setdefault(_key(each.rule, each.where), []).append(each)
    for key, dismissals in waiting.items():
        finding = speaking.get(key)
        if finding is None:
            continue
        reason = dismissals[-1].reason
        why = say("The words have changed since this was dismissed: {reason}", reason=reason)
        mend = replace(take_back(dismissals), label=say("Take the dismissal back"))
        yield Finding(finding.where, why, mend, level=Level.WARNING, rule=REOPENED, is_doubtful=True)


def _key(rule: str, where: Address) -> object:
    """Return what a dismissal and its finding have in common however the text around them moves."""
    return rule, where.part, where.id, where.language, where.field


def _words(where: Address, doc: Communique) -> str:
    if where.part is not Part.ROW:
        name = field_name(doc, where)
        return f"{read_field(doc, name, 'UTC')}" if name else where.field
    row = doc.row(where.id)
    if row is None:
        return ""
    if where.language is None:
        return "\n".join(row.text(language) for language in Language)
    side = row[where.language]
    if where.passage is None or where.passage >= len(side):
        return row.text(where.language)
    text = side[where.passage].text
    if where.start is None or where.end is None:
        return text
    start, end = where.start, where.end
    if not any(sign.isalnum() for sign in text[start:end]):
        # A space or sign alone says nothing: what stands beside it is what was judged.
        start, end = max(start - _AROUND, 0), end + _AROUND
    return text[start:end]
