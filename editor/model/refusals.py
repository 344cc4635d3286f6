"""Refusal: words that were taken for a quote or a name, of which somebody said that they are none."""

from editor.model.passage import MarkKind
from editor.values import frozen


@frozen
class Refusal:
    """What recognition is not to find again: `kind` is QUOTE or PERSON, `words` are those that stood in the text."""

    kind: MarkKind
    words: str
