"""Releases on paper, as the tests of the writers want them: printed at one moment by a house without a name."""

from dataclasses import replace
from datetime import UTC, datetime

from editor.formats.paper import ALL, paper_of
from editor.model.profile import Profile

AT = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)


def on_paper(doc, printing=ALL, at=AT, **profile):
    """Return a release on paper."""
    return paper_of(doc, printing, replace(Profile("plain"), **profile), at)
