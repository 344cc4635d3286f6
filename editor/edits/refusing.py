"""Refusing: what is taken for no quote, or for nobody's name, is remembered, so that it is not recognised again."""

from collections.abc import Iterable
from dataclasses import replace

from editor.model.communique import Communique
from editor.model.passage import MarkKind, evenly_spaced
from editor.model.refusals import Refusal

MOST_REFUSED = 500
"""Refusals remembered; beyond, the oldest are forgotten."""


def refusing(doc: Communique, kind: MarkKind, words: Iterable[str]) -> Communique:
    """Return the communiqué that remembers that these words are no quote, or no name of anybody."""
    told = (Refusal(kind, evenly_spaced(each)) for each in words if each.strip())
    refused = tuple(dict.fromkeys((*doc.refused, *told)))[-MOST_REFUSED:]
    return doc if refused == doc.refused else replace(doc, refused=refused)
