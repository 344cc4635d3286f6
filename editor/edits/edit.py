"""Edit: a labelled function from one communiqué to the next."""

from collections.abc import Callable
from dataclasses import replace

from editor.model.address import Address
from editor.model.communique import Communique
from editor.values import frozen
from editor.words import Sentence


@frozen
class Edit:
    """What may happen to a communiqué.

    `change` returns the next value and may raise `editor.errors.Unfit`. `run` names the run of typing the edit belongs
    to (edits of one run fold into one step of the history; empty: a step of its own). `caret` is where the caret goes.
    `typed` is the text a run grew by, so that a run ends with a sentence.
    """

    label: Sentence
    change: Callable[[Communique], Communique]
    run: str = ""
    caret: Address | None = None
    typed: str = ""

    def apply(self, doc: Communique) -> Communique:
        """Return the next value; the same object where nothing changed."""
        after = self.change(doc)
        return doc if after == doc else after

    def then(self, other: "Edit") -> "Edit":
        """Return one edit that does this and afterwards the other, under this one's label."""
        first, second = self.change, other.change
        return replace(self, change=lambda doc: second(first(doc)), caret=other.caret or self.caret)


def all_of(label: Sentence, edits: "tuple[Edit, ...] | list[Edit]") -> Edit:
    """Return one edit that does all the others in turn: one step of the history."""

    def change(doc: Communique) -> Communique:
        for edit in edits:
            doc = edit.change(doc)
        return doc

    return Edit(label, change)
