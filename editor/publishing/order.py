"""Order: what is wished of a publication."""

from datetime import datetime

from editor.model.release import Action
from editor.newsml.edition import Body, Shape
from editor.values import frozen


@frozen
class Order:
    """A publication at a time (with zone), in a shape and body, and what it does to what newsrooms hold.

    `keeps_pictures` leaves the pictures of a cancelled release usable.
    """

    at: datetime
    shape: Shape = Shape.BILINGUAL
    body: Body = Body.PORTABLE
    action: Action = Action.NEW
    keeps_pictures: bool = True
