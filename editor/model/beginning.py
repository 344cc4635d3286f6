"""Beginning: the release one starts from."""

from editor.model.communique import Communique
from editor.model.profile import Profile
from editor.model.release import Release
from editor.model.rows import Row, RowKind


def empty_release(profile: Profile) -> Communique:
    """Return a release with an empty headline and an empty paragraph, at the place of the house."""
    rows = (Row("r1", kind=RowKind.HEADLINE), Row("r2"))
    return Communique(
        rows,
        release=Release(profile=profile.name, place=profile.place, country=profile.country),
        counter=len(rows),
    )
