"""Comment: what somebody said about a row or some of its words while the release is being written; never published."""

from datetime import datetime

from editor.values import frozen


@frozen
class Reply:
    """One answer to a comment: what, who, and when (with zone)."""

    text: str
    by: str
    at: datetime


@frozen
class Comment:
    """What somebody said, who, when (with zone), the answers, and whether it is settled.

    Where it belongs is not told here: the words bear a mark with its id (`MarkKind.COMMENT`), or the row names it
    (`Row.comments`). Where neither is left, the words it spoke of were deleted.
    """

    id: str
    text: str
    by: str
    at: datetime
    is_resolved: bool = False
    replies: tuple[Reply, ...] = ()
