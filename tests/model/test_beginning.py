from generated import communiques
from hypothesis import given

from editor.formats.profiles import load_profile
from editor.model.beginning import empty_release, release_after
from editor.model.passage import MarkKind
from editor.model.release import Release, Status
from editor.model.rows import PairState, RowKind


def test_an_empty_release_has_a_headline_a_paragraph_and_the_place_of_the_house():
    profile = load_profile("sample")
    doc = empty_release(profile)
    assert [(row.id, row.kind) for row in doc.rows] == [("r1", RowKind.HEADLINE), ("r2", RowKind.PARAGRAPH)]
    assert (doc.release.profile, doc.release.place, doc.release.country) == ("sample", profile.place, profile.country)
    assert doc.fresh("r")[0] == ("r3",)


@given(communiques())
def test_a_release_that_begins_as_another_has_its_texts_and_nothing_anybody_signed_or_published(earlier):
    doc = release_after(earlier)
    assert [row.wording for row in doc.rows] == [row.wording for row in earlier.rows]
    assert doc.participants == earlier.participants
    assert not {PairState.CONFIRMED, PairState.STALE} & {row.state for row in doc.rows}
    assert all(row.proposal is None and not row.comments for row in doc.rows)
    assert all(quote.sign_off is None for quote in doc.quotes)
    assert (doc.comments, doc.dismissals, doc.review) == ((), (), None)
    assert not list(doc.stretches(MarkKind.COMMENT))
    new, usual = doc.release, Release()
    assert (new.status, new.version, new.reference, new.note) == (Status.DRAFT, 0, "", usual.note)
    assert (new.date, new.updated, new.embargo) == (None, None, None)
    assert (new.profile, new.place, new.topics, new.contact) == (
        earlier.release.profile,
        earlier.release.place,
        earlier.release.topics,
        earlier.release.contact,
    )
    assert doc.fresh("r")[0] == earlier.fresh("r")[0]
