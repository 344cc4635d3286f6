"""Publications: what a release is called by its status, and a state of it that was kept by what was done with it."""

from collections.abc import Callable

from editor.model.release import Action, Status
from editor.words import Sentence, say

_STATUS: dict[Status, Sentence] = {
    Status.DRAFT: say("Draft"),
    Status.CLEARED: say("Cleared"),
    Status.PUBLISHING: say("Being published"),
    Status.PUBLISHED: say("Published"),
    Status.WITHHELD: say("Withheld"),
    Status.CANCELED: say("Cancelled"),
}


def status_title(status: Status) -> Sentence:
    """Return what a status is called in the window."""
    return _STATUS[status]


def kept_title(published: int, action: Action) -> Sentence:
    """Say whether a state was saved (`published` is 0) or, with its version, what its publication did."""
    return _TITLES.get(action, _published)(published) if published else say("Saved")


def _published(version: int) -> Sentence:
    return say("Published, version {version}", version=version)


_TITLES: dict[Action, Callable[[int], Sentence]] = {
    Action.UPDATE: lambda version: say("Updated, version {version}", version=version),
    Action.CORRECTION: lambda version: say("Corrected, version {version}", version=version),
    Action.CANCEL: lambda version: say("Cancelled, version {version}", version=version),
    Action.WITHHOLD: lambda version: say("Withheld, version {version}", version=version),
}
