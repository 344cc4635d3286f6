"""Life: what may happen to a release when, and what it is afterwards."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from editor.checks.finding import Finding, Level
from editor.checks.publishing import NO_NOTICE
from editor.errors import Refused, Unfit
from editor.model.address import Address, Part
from editor.model.language import Language
from editor.model.release import Action, Publication, Release, Status
from editor.newsml.edition import Shape
from editor.publishing.order import Order
from editor.words import Sentence, say

_NOTED: Final = "R22"
"""The rule that a later version tells editors what changed."""
_GIVES_NOTICE: Final = "R23"
"""The rule that a cancellation or withdrawal tells editors why."""
_CHANGES: Final = frozenset({Action.UPDATE, Action.CORRECTION})
_WITHDRAWALS: Final = frozenset({Action.CANCEL, Action.WITHHOLD})
_NO_NOTE: Final = {
    Language.EN: say("A later version needs an editor’s note in English."),
    Language.FR: say("A later version needs an editor’s note in French."),
}


def status_of(publications: Iterable[Publication]) -> Status:
    """Return what a release is after these publications; a draft after none."""
    status = Status.DRAFT
    for one in publications:
        if one.action is Action.CANCEL:
            status = Status.CANCELED
        elif one.action is Action.WITHHOLD:
            status = Status.WITHHELD
        elif one.action in (Action.NEW, Action.RELEASE) or status is Status.DRAFT:
            status = Status.PUBLISHED
    return status


def require_possible(release: Release, order: Order) -> None:
    """Raise Refused where a release, as it is, cannot be published so, and Unfit for a time before its last one."""
    if release.status is Status.PUBLISHING:
        raise Refused(say("A publication of this release was interrupted; it is to be finished or taken back first."))
    reason = _later(release, order) if release.publications else _first(release, order.action)
    if reason:
        raise Refused(reason)
    if release.publications and order.at <= release.publications[-1].at:
        last = release.publications[-1].at.isoformat()
        raise Unfit(say("The time of a publication is after that of the last one, {time}.", time=last))


def next_moment(release: Release) -> datetime:
    """Return the time of a publication made now: the present second, or the next one where the last one took it.

    Where the last one is dated later than that, the present second is answered, and refused like any other before it.
    """
    now = datetime.now(UTC).replace(microsecond=0)
    last = release.publications[-1].at if release.publications else None
    return last + _SECOND if last is not None and now <= last < now + _SOON else now


_SECOND = timedelta(seconds=1)
_SOON = timedelta(seconds=10)
"""Publications made at once follow each other by a second each."""


def missing_notes(release: Release, order: Order) -> Iterator[Finding]:
    """Yield what is missing of the editor's note, where this publication must have one."""
    withdraws = order.action in _WITHDRAWALS and bool(release.publications)
    rule, why = (_GIVES_NOTICE, NO_NOTICE) if withdraws else (_NOTED, _NO_NOTE)
    is_wanted = withdraws or order.action in _CHANGES
    # In the order of the fields, whatever the order of the items.
    for language in (each for each in Language if is_wanted and each in order.shape.languages):
        if not release.note[language].strip():
            where = Address(Part.RELEASE, field=f"note.{language.value}")
            yield Finding(where, why[language], rule=rule, level=Level.ERROR)


def _first(release: Release, action: Action) -> Sentence | None:
    if action not in (Action.NEW, Action.WITHHOLD):
        return say("This release has never been published.")
    if release.status is Status.CANCELED or (action is Action.NEW and release.status is Status.WITHHELD):
        return say("This release is withheld or canceled; its status must be changed first.")
    return None


def _later(release: Release, order: Order) -> Sentence | None:
    held = status_of(release.publications)
    is_withheld = held is Status.WITHHELD
    if held is Status.CANCELED:
        return say("This release is canceled; nothing can follow.")
    if order.action is Action.NEW:
        return say("This release is published already, as version {version}.", version=release.version)
    if order.action is Action.RELEASE and not is_withheld:
        return say("This release is not withheld.")
    if order.action is Action.WITHHOLD and is_withheld:
        return say("This release is withheld already.")
    if order.action in _CHANGES and (release.status is Status.WITHHELD) is not is_withheld:
        return say("Newsrooms hold another status of this release than the document; withhold or release it first.")
    if not _languages_of(release) <= set(order.shape.languages):
        return say("This release was published in both languages; its later versions are, too.")
    return None


def _languages_of(release: Release) -> set[Language]:
    """Return the languages newsrooms hold of a release."""
    shapes = {shape.value: shape for shape in Shape}
    return {language for one in release.publications if one.shape in shapes for language in shapes[one.shape].languages}
