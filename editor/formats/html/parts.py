"""Parts of a page: which of its elements part paragraphs, and which hold programs, pictures or nothing that is seen."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from lxml import etree

Element = etree._Element  # noqa: SLF001 (lxml gives its element type no public name)


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS: Final = _names("h1 h2 h3 h4 h5 h6")
BLOCKS: Final = _names(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol optgroup option p pre section summary "
    "table tbody td tfoot th thead tr ul"
)
"""Elements that part paragraphs (HTML Living Standard, 15.3, display: block and the like)."""
_UNREAD: Final = _names(
    "amp-ad amp-analytics amp-carousel amp-consent amp-img amp-lightbox amp-sidebar amp-social-share "
    "amp-user-notification applet area audio base button canvas datalist embed frame frameset head iframe img input "
    "link map math meta meter "
    "noembed noframes noscript object option param picture progress script select source style svg template textarea "
    "title track video"
)
"""Elements whose content is a program, a picture or a control, not text (those of AMP pages included)."""
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def tag_of(element: Element) -> str:
    """Return the name of an element in small letters without prefix; empty for comments and the like."""
    tag: object = element.tag  # a function for comments, whatever lxml's stubs say
    return _bare(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=512)
def _bare(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def is_unread(element: Element) -> bool:
    """Whether an element holds nothing that a reader of the page sees as text."""
    return tag_of(element) in _UNREAD or is_hidden(element)


def is_hidden(element: Element) -> bool:
    """Whether a page itself hides an element that may hold text."""
    if tag_of(element) in _UNREAD or not element.attrib:
        return False
    style = element.get("style", "")
    is_hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return is_hidden or bool(style and _HIDDEN.search(style))


def words_in(element: Element) -> str:
    """Return all characters of an element, programs left out, spaces collapsed."""
    return " ".join("".join(pieces_in(element)).split())


def pieces_in(element: Element) -> Iterator[str]:
    """Yield the pieces of text in an element, programs left out."""
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        if event == "start":
            if is_unread(inner):
                walk.skip_subtree()
            elif inner.text and tag_of(inner):
                yield inner.text
        elif inner is not element and inner.tail:
            yield inner.tail
