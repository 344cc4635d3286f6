"""Hindrances: the findings that stand between a release and its publication."""

from collections.abc import Iterable

from editor.checks.finding import Finding, Level
from editor.model.language import Language
from editor.newsml.edition import Shape

_STALE = "X37"
"""The rule about pairs of which one side changed since they were confirmed."""


def hindrances(findings: Iterable[Finding], shape: Shape) -> tuple[Finding, ...]:
    """Return the findings that hinder a publication in `shape`.

    Errors do. Where one language is published alone, those of the other language and those of comparing both (the
    rules X..) do not; a stale pair does in every shape, for what newsrooms get must be what was agreed on.
    """
    return tuple(each for each in findings if each.level is Level.ERROR and _concerns(each, shape))


def _concerns(finding: Finding, shape: Shape) -> bool:
    if shape is Shape.BILINGUAL or finding.rule == _STALE:
        return True
    language = finding.where.language or _language_of_field(finding.where.field)
    return not finding.rule.startswith("X") and language in (None, *shape.languages)


def _language_of_field(name: str) -> Language | None:
    """Return the language of a field of two ("place.fr"), None where a field has none."""
    return next((language for language in Language if name.endswith(f".{language.value}")), None)
