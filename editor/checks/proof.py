"""Proof: the XML a communiqué would be published as, what is wrong with it, and what each line of it comes from."""

from editor.checks.finding import Finding
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.values import frozen
from editor.words import Sentence


@frozen
class Site:
    """The lines of an element of the XML, first and last, counted from 1, and the place it was made from."""

    first: int
    last: int
    where: Address


@frozen
class Proof:
    """The XML of a communiqué as it stands.

    `findings` are the faults of the XML no check has said of the communiqué. `hindrances` are the reasons, worst
    first, why it cannot be published as it is. `text` is empty where there can be no XML. Of two sites around one line
    the later says more about it.
    """

    doc: Communique
    text: str = ""
    sites: tuple[Site, ...] = ()
    findings: tuple[Finding, ...] = ()
    hindrances: tuple[Sentence, ...] = ()

    def site_at(self, line: int) -> Site | None:
        """Return what says most about a line, counted from 1."""
        return next((site for site in reversed(self.sites) if site.first <= line <= site.last), None)

    def sites_of(self, where: Address) -> tuple[Site, ...]:
        """Return every element made from a place, the shortest first: it holds the words themselves."""
        alike = (site for site in self.sites if _is_of(site.where, where))
        return tuple(sorted(alike, key=lambda site: site.last - site.first))


def _is_of(mine: Address, where: Address) -> bool:
    if (mine.part, mine.id) != (where.part, where.id):
        return False
    if mine.part is not Part.ROW:
        return mine.field == where.field or mine.field.startswith(f"{where.field}.")
    return mine.language is where.language and mine.passage in (where.passage, None)
