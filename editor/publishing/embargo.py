"""Embargo: lifting it, which is an act and not a matter of the clock alone."""

from dataclasses import replace

from editor.checks.run import check
from editor.edits.rows import remove
from editor.model.communique import Communique
from editor.model.profile import Profile
from editor.model.rows import RowKind

_EMBARGO = "R06"
"""The rule that an embargo is said in the texts exactly where the release has one."""


def lift_embargo(doc: Communique, profile: Profile) -> Communique:
    """Return the document without its embargo and without the delivery lines that told of it."""
    doc = replace(doc, release=replace(doc.release, embargo=None))
    told = {finding.where.id for finding in check(doc, profile) if finding.rule == _EMBARGO}
    for row in doc.rows:
        if row.kind is RowKind.DELIVERY and row.id in told:
            doc = remove(row.id).apply(doc)
    return doc
