from dataclasses import replace

import pytest

from editor.edits.details import enter
from editor.errors import Unfit, Unreadable
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.pictures import Picture
from editor.model.release import Release, Status

ZONE = "Europe/Brussels"


def test_one_undo_for_all_fields_in_the_order_things_were_done(open_session):
    session = open_session()
    for name, text in (("reference", "2021-078"), ("place.fr", "Bruxelles"), ("urgency", "3")):
        session.do(enter(name, text, ZONE))
    session.undo()
    assert (session.doc.release.urgency, session.doc.release.place.fr) == (None, "Bruxelles")
    session.undo()
    session.undo()
    assert session.doc == Communique()
    session.redo()
    assert session.doc.release.reference == "2021-078"


def test_a_change_is_told_with_both_values_and_nothing_is_told_of_none(open_session, qtbot):
    session = open_session()
    told = []
    session.changed.connect(lambda before, after: told.append((before, after)))
    session.do(enter("reference", "x", ZONE))
    session.do(enter("reference", "x", ZONE))
    assert told == [(Communique(), session.doc)]


def test_typing_not_yet_told_is_taken_in_before_undo(open_session):
    session = open_session()
    pending = ["typed"]

    def flush():
        if pending:
            session.do(replace(enter("reference", pending.pop(), ZONE), run="typing"))

    session.add_flush(flush)
    session.undo()
    assert session.doc == Communique()
    session.redo()
    assert session.doc.release.reference == "typed"


def test_undo_says_where_to_go(open_session):
    session = open_session()
    wished = []
    session.caret_wished.connect(wished.append)
    here = Address(Part.RELEASE, field="place.en")
    session.do(enter("reference", "x", ZONE), here)
    session.undo()
    assert wished == [here]


def test_a_value_that_does_not_fit_leaves_everything_as_it_was(open_session):
    session = open_session()
    with pytest.raises(Unfit):
        session.do(enter("date", "yesterday", ZONE))
    assert session.doc == Communique()
    assert session.undo_label is None


def test_a_profile_that_is_not_there_is_refused_and_the_former_stays(open_session):
    session = open_session()
    with pytest.raises(Unreadable):
        session.do(enter("profile", "nowhere", ZONE))
    assert session.profile.name == "nato"
    assert session.doc.release.profile == "nato"


def test_the_profile_follows_undo(open_session):
    session = open_session()
    session.do(enter("profile", "france", ZONE))
    assert session.profile.name == "france"
    session.undo()
    assert session.profile.name == "nato"


def test_no_undo_takes_a_publication_back(open_session, tmp_path):
    session = open_session()
    session.do(enter("note.en", "A fare was wrong.", ZONE))
    session.do(enter("reference", "1", ZONE))
    release = replace(session.doc.release, status=Status.PUBLISHED, note=Release().note)
    published = replace(session.doc, release=release, pictures=(Picture("i1", "a.jpg", size=7),))
    session.stamp(published, tmp_path / "x.communique")
    assert session.doc is session.saved is published
    session.undo()
    assert session.doc.release == replace(release, reference="")
    session.redo()
    assert session.doc == published


def test_another_document_begins_another_history(open_session, tmp_path):
    session = open_session()
    session.do(enter("reference", "1", ZONE))
    session.open(Communique(release=Release(reference="2")), tmp_path / "two.communique", is_saved=True)
    assert session.undo_label is None
    assert not session.is_modified
    session.open(Communique(release=Release(reference="3")), None, is_saved=False)
    assert session.is_modified
