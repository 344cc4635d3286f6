"""Edits of dismissals: dismiss findings with a reason, and take that back."""

from collections.abc import Iterable
from dataclasses import replace

from editor.edits.edit import Edit
from editor.model.communique import Communique
from editor.model.dismissals import Dismissal
from editor.words import say_count


def dismiss(dismissals: Iterable[Dismissal]) -> Edit:
    """Return the edit that dismisses findings; one of the same rule and words at the same place gives way."""
    new = tuple(dict.fromkeys(dismissals))
    places = {(each.rule, each.where) for each in new}

    def change(doc: Communique) -> Communique:
        kept = tuple(each for each in doc.dismissals if (each.rule, each.where) not in places)
        return replace(doc, dismissals=(*kept, *new))

    return Edit(say_count("Dismiss a finding", "Dismiss {count} findings", len(new)), change)


def take_back(dismissals: Iterable[Dismissal]) -> Edit:
    """Return the edit after which these findings are open again."""
    gone = frozenset(dismissals)

    def change(doc: Communique) -> Communique:
        return replace(doc, dismissals=tuple(each for each in doc.dismissals if each not in gone))

    return Edit(say_count("Take a dismissal back", "Take {count} dismissals back", len(gone)), change)
