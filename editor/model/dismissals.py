"""Dismissal: somebody read a finding and found that it may stay as it is: which, why, who, and when."""

from datetime import datetime

from editor.model.address import Address
from editor.values import frozen


@frozen
class Dismissal:
    """A finding somebody dismissed with a reason; kept in the document and never published.

    `where` is the place at the time. `fingerprint` stands for the words under it, widths of spaces aside: when they
    change, the finding comes back. `at` has a zone.
    """

    rule: str
    where: Address
    fingerprint: str
    reason: str
    by: str
    at: datetime
