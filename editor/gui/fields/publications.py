"""Publications in lists: what a state of a release that was kept is called, by what was done with it."""

from collections.abc import Callable

from editor.model.release import Action
from editor.words import Sentence, say


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
