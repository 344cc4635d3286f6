from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from generated import NOON

from editor.errors import Refused, Unfit
from editor.model.language import Bilingual
from editor.model.release import Action, Publication, Release, Status
from editor.publishing import Order, Shape, require_possible, status_of
from editor.publishing.life import missing_notes, next_moment

LATER = NOON + timedelta(hours=1)
NOTE = Bilingual("The date was wrong.", "La date était fausse.")


def released(*actions, status=None, shape="bilingual", **fields):
    done = tuple(
        Publication(number, action, NOON - timedelta(days=10 - number), shape)
        for number, action in enumerate(actions, 1)
    )
    return Release(publications=done, status=status or status_of(done), **fields)


def order(action, shape=Shape.BILINGUAL, at=LATER):
    return Order(at, shape, action=action)


@pytest.mark.parametrize(
    ("actions", "status"),
    [
        ((), Status.DRAFT),
        ((Action.NEW,), Status.PUBLISHED),
        ((Action.NEW, Action.CORRECTION), Status.PUBLISHED),
        ((Action.WITHHOLD,), Status.WITHHELD),
        ((Action.NEW, Action.WITHHOLD, Action.UPDATE), Status.WITHHELD),
        ((Action.NEW, Action.WITHHOLD, Action.RELEASE), Status.PUBLISHED),
        ((Action.NEW, Action.UPDATE, Action.CANCEL), Status.CANCELED),
    ],
)
def test_what_a_release_is_follows_from_what_was_done_to_it(actions, status):
    assert status_of(released(*actions).publications) is status


@pytest.mark.parametrize(
    ("release", "action"),
    [
        (Release(), Action.NEW),
        (Release(status=Status.CLEARED), Action.NEW),
        (Release(), Action.WITHHOLD),
        (released(Action.NEW), Action.UPDATE),
        (released(Action.NEW, status=Status.DRAFT), Action.CORRECTION),
        (released(Action.NEW, Action.UPDATE), Action.CANCEL),
        (released(Action.NEW), Action.WITHHOLD),
        (released(Action.NEW, status=Status.WITHHELD), Action.WITHHOLD),
        (released(Action.NEW, Action.WITHHOLD), Action.RELEASE),
        (released(Action.NEW, Action.WITHHOLD), Action.CORRECTION),
        (released(Action.NEW, Action.WITHHOLD), Action.CANCEL),
    ],
)
def test_what_may_be_done(release, action):
    require_possible(release, order(action))


@pytest.mark.parametrize(
    ("release", "action"),
    [
        (Release(), Action.UPDATE),
        (Release(), Action.RELEASE),
        (Release(), Action.CANCEL),
        (Release(status=Status.WITHHELD), Action.NEW),
        (Release(status=Status.PUBLISHING), Action.NEW),
        (released(Action.NEW), Action.NEW),
        (released(Action.NEW), Action.RELEASE),
        (released(Action.NEW, status=Status.WITHHELD), Action.UPDATE),
        (released(Action.NEW, Action.WITHHOLD), Action.WITHHOLD),
        (released(Action.NEW, Action.WITHHOLD, status=Status.DRAFT), Action.UPDATE),
        (released(Action.NEW, Action.CANCEL), Action.UPDATE),
        (released(Action.NEW, Action.CANCEL), Action.RELEASE),
    ],
)
def test_what_may_not_be_done(release, action):
    with pytest.raises(Refused):
        require_possible(release, order(action))


def test_what_newsrooms_hold_in_both_languages_is_not_changed_in_one():
    with pytest.raises(Refused, match="both languages"):
        require_possible(released(Action.NEW), order(Action.UPDATE, Shape.FR))
    require_possible(released(Action.NEW, shape="fr"), order(Action.UPDATE, Shape.FR))
    require_possible(released(Action.NEW, shape="fr"), order(Action.UPDATE, Shape.BILINGUAL))


@pytest.mark.parametrize("earlier", [timedelta(), timedelta(minutes=1)])
def test_a_later_version_is_later(earlier):
    release = released(Action.NEW)
    with pytest.raises(Unfit, match="2021"):
        require_possible(release, order(Action.UPDATE, at=release.publications[-1].at - earlier))


@pytest.mark.parametrize("action", [Action.UPDATE, Action.CORRECTION, Action.CANCEL])
def test_who_changes_a_release_tells_editors_what_changed_in_each_language_published(action):
    release = released(Action.NEW)
    assert [each.where.field for each in missing_notes(release, order(action))] == ["note.en", "note.fr"]
    french = replace(release, note=Bilingual("", NOTE.fr))
    assert [each.where.field for each in missing_notes(french, order(action))] == ["note.en"]
    assert list(missing_notes(french, order(action, Shape.FR))) == []


@pytest.mark.parametrize("action", [Action.NEW, Action.WITHHOLD, Action.RELEASE])
def test_what_changes_no_words_needs_no_note(action):
    assert list(missing_notes(Release(), order(action))) == []


def test_publications_made_at_once_follow_each_other_by_a_second():
    now = datetime.now(UTC).replace(microsecond=0)
    release = Release(publications=(Publication(1, Action.NEW, now + timedelta(seconds=2), "bilingual"),))
    assert next_moment(release) == now + timedelta(seconds=3)


def test_a_publication_dated_ahead_is_not_followed_by_one_dated_ahead_unasked():
    now = datetime.now(UTC).replace(microsecond=0)
    release = Release(publications=(Publication(1, Action.NEW, now + timedelta(days=1), "bilingual"),))
    assert timedelta(0) <= next_moment(release) - now < timedelta(minutes=1)
    assert now <= next_moment(Release())
