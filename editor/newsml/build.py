"""Build: value to XML tree to bytes."""

from datetime import datetime

from lxml import etree

from editor.model.communique import Communique
from editor.model.profile import Profile
from editor.model.release import Action
from editor.newsml.edition import Body, Edition, Shape, prepare
from editor.newsml.vocabulary import XHTML
from editor.newsml.writing.packages import make_package, start_message
from editor.newsml.writing.pictures import make_picture
from editor.newsml.writing.texts import make_text

__all__ = ["Body", "Shape", "build", "build_tree", "write"]

_STEP = "  "
_SOLID = frozenset(f"{{{XHTML}}}{name}" for name in ("p", "h2", "h3", "h4", "h5", "h6", "title"))
"""Elements in which white space is text."""


def build(
    doc: Communique,
    profile: Profile,
    at: datetime,
    *,
    shape: Shape = Shape.BILINGUAL,
    body: Body = Body.PORTABLE,
    action: Action = Action.NEW,
    keeps_pictures: bool = True,
) -> bytes:
    """Return the NewsML-G2 of one publication: UTF-8 without byte order mark, comments or processing instructions.

    `at` is its time, with zone. The version is the one after the last published. What is missing in the document is
    missing in the XML: whether it may be published is for the checks to say. `keeps_pictures` leaves the pictures of
    a cancelled release usable. Equal input gives equal bytes.
    """
    return write(prepare(doc, profile, at, shape=shape, body=body, action=action, keeps_pictures=keeps_pictures))


def write(edition: Edition) -> bytes:
    """Return the NewsML-G2 of a publication that has been prepared; see `build`."""
    return etree.tostring(build_tree(edition), encoding="UTF-8", xml_declaration=True)


def build_tree(edition: Edition) -> etree._Element:
    """Return the tree of one publication, indented."""
    texts = [make_text(edition, language) for language in edition.shape.languages]
    if not edition.shape.is_message:
        return _laid_out(texts[0], edition)
    message, items = start_message(edition)
    if edition.shape is Shape.BILINGUAL:
        items.append(make_package(edition))
    items.extend(texts)
    items.extend(make_picture(edition, picture) for picture in edition.pictures)
    return _laid_out(message, edition)


def _laid_out(root: etree._Element, edition: Edition) -> etree._Element:
    if edition.body is Body.RICH:
        _indent(root, "\n")
    else:
        # Nothing in a flat body has both text and children: lxml's own way is quicker, and gives the same.
        etree.indent(root, _STEP)
    return root


def _indent(element: etree._Element, margin: str) -> None:
    """Put every element on a line of its own, but nothing into elements that hold text."""
    inner = margin + _STEP
    last = None
    for child in element:
        child.tail = inner
        last = child
        if len(child) and child.tag not in _SOLID:
            _indent(child, inner)
    if last is not None:
        element.text = inner
        last.tail = margin
