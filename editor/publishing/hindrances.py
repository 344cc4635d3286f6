"""Hindrances: the findings that stand between a release and its publication."""

from collections.abc import Iterable, Iterator

from editor.checks.finding import Finding, Level
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.rows import PairState
from editor.newsml.edition import Shape
from editor.words import say

STALE = "X37"
_CHANGED = {
    Language.EN: say("The English was changed after this pair was confirmed."),
    Language.FR: say("The French was changed after this pair was confirmed."),
}


def hindrances(doc: Communique, findings: Iterable[Finding], shape: Shape) -> tuple[Finding, ...]:
    """Return what hinders the publication of `doc` in `shape`: errors among its findings, and every stale pair.

    Where one language is published alone, the errors of the other language and those of comparing both (the rules
    X..) do not hinder. A stale pair does in every shape: what newsrooms get must be what was agreed on.
    """
    findings = tuple(findings)
    stale = tuple(_stale_pairs(doc, {finding.where.id for finding in findings if finding.rule == STALE}))
    errors = (each for each in findings if each.level is Level.ERROR)
    return (*stale, *(each for each in errors if each.rule == STALE or _concerns(each, shape)))


def _stale_pairs(doc: Communique, told: set[str]) -> Iterator[Finding]:
    for row in doc.rows:
        if row.state is PairState.STALE and row.id not in told:
            language = row.changed_sides[0]
            yield Finding(row.address(language), _CHANGED[language], rule=STALE, level=Level.ERROR)


def _concerns(finding: Finding, shape: Shape) -> bool:
    if shape is Shape.BILINGUAL:
        return True
    language = finding.where.language or _language_of_field(finding.where.field)
    return not finding.rule.startswith("X") and language in (None, *shape.languages)


def _language_of_field(name: str) -> Language | None:
    """Return the language of a field of two ("place.fr"), None where a field has none."""
    return next((language for language in Language if name.endswith(f".{language.value}")), None)
