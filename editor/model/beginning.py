"""Beginning: the release one starts from."""

from dataclasses import replace

from editor.model.communique import Communique
from editor.model.profile import Profile
from editor.model.release import Release, Status
from editor.model.rows import Row, RowKind


def empty_release(profile: Profile) -> Communique:
    """Return a release with an empty headline and an empty paragraph, at the place of the house."""
    rows = (Row("r1", kind=RowKind.HEADLINE), Row("r2"))
    return Communique(
        rows,
        release=Release(profile=profile.name, place=profile.place, country=profile.country),
        counter=len(rows),
    )


def release_after(doc: Communique) -> Communique:
    """Return a new release that begins as an earlier one: its texts, people and house, but no reference, no dates.

    What somebody confirmed, approved, said or published of the earlier one is left with it.
    """
    earlier = doc.without_comments()
    release = replace(
        earlier.release,
        reference="",
        date=None,
        updated=None,
        embargo=None,
        status=Status.DRAFT,
        note=Release().note,
        publications=(),
    )
    return replace(
        earlier,
        rows=tuple(replace(row, confirmation=None, proposal=None) for row in earlier.rows),
        quotes=tuple(replace(quote, sign_off=None) for quote in earlier.quotes),
        release=release,
        review=None,
        dismissals=(),
    )
