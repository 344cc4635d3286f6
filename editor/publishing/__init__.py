"""Publication, the same for the window and the command line.

`plan` works everything out in memory: what hinders, or every byte that will be written. `deliver` writes the files and
stamps the document so that an interruption can be mended by `settle`.
"""

from editor.formats.images import pictures_folder
from editor.newsml.edition import Body, Shape
from editor.publishing.delivery import Save, Settled, deliver, is_interrupted, paths_of, settle, take_back
from editor.publishing.embargo import lift_embargo
from editor.publishing.examination import examine
from editor.publishing.hindrances import hindrances
from editor.publishing.life import next_moment, require_possible, status_of
from editor.publishing.order import Order
from editor.publishing.parcels import Parcel
from editor.publishing.plan import Plan, Sources, plan
from editor.publishing.schema import installed_schema

__all__ = [
    "Body",
    "Order",
    "Parcel",
    "Plan",
    "Save",
    "Settled",
    "Shape",
    "Sources",
    "deliver",
    "examine",
    "hindrances",
    "installed_schema",
    "is_interrupted",
    "lift_embargo",
    "next_moment",
    "paths_of",
    "pictures_folder",
    "plan",
    "require_possible",
    "settle",
    "status_of",
    "take_back",
]
