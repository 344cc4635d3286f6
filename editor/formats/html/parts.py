"""Parts of a page: which of its elements are text, and which are furniture or programs."""

import re
from typing import Final

from lxml import etree

Element = etree._Element  # noqa: SLF001 (lxml gives its element type no public name)


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS: Final = _names(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol optgroup option p pre section summary "
    "table tbody td tfoot th thead tr ul"
)
"""Elements that part paragraphs (HTML Living Standard, 15.3, display: block and the like)."""
_UNREAD: Final = _names(
    "applet area audio base button canvas datalist embed frame frameset head iframe img input link map math meta meter "
    "noembed noframes noscript object option param picture progress script select source style svg template textarea "
    "title track video"
)
"""Elements whose content is a program, a picture or a control, not text."""
_FURNITURE: Final = _names("footer dialog menu aside")
_ROLES: Final = _names("navigation banner contentinfo search complementary dialog menu menubar toolbar")
_NAMES: Final = re.compile(
    r"\A(?:nav|navbar|navigation|menu|menus|breadcrumbs?|cookies?|share|sharing|social|sidebar|footer|skip|skiplink|"
    r"pagination|pager|toolbar|banner|advert|ads|related|noprint)\Z",
    re.IGNORECASE,
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAME_PARTS: Final = re.compile(r"[\s_-]+")
_LINKED: Final = 0.8
"""Share of letters in links from which a list is a menu."""
_HALF_LINKED: Final = 0.5
_FEWEST_ENTRIES: Final = 3
_LONGEST_ENTRY: Final = 40


def tag_of(element: Element) -> str:
    """Return the name of an element in small letters without prefix; empty for comments and the like."""
    tag: object = element.tag  # a function for comments, whatever lxml's stubs say
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def is_unread(element: Element) -> bool:
    """Whether an element holds nothing that a reader of the page sees as text."""
    style = element.get("style", "")
    return (
        tag_of(element) in _UNREAD
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(style and _HIDDEN.search(style))
    )


def is_furniture(element: Element, *, in_text: bool) -> bool:
    """Whether an element is part of the site and not of the text: menus, footers, buttons to share.

    `in_text` says that it stands in the part that the page itself calls its text: there a footer may hold the
    contact and a box the note to editors, so that only what is mostly links is furniture.
    """
    tag = tag_of(element)
    if tag not in BLOCKS or tag in ("body", "html", "main", "article") or next(element.iter("h1"), None) is not None:
        return False
    if tag == "nav":
        return True
    if tag in ("ul", "ol", "table"):
        links = list(element.iter("a"))
        return len(links) >= _FEWEST_ENTRIES and all(map(_is_entry, links)) and _is_linked(element, _LINKED)
    return _is_called_furniture(element, tag) and (not in_text or _is_linked(element, _HALF_LINKED))


def _is_called_furniture(element: Element, tag: str) -> bool:
    if tag in _FURNITURE or element.get("role", "").strip().lower() in _ROLES:
        return True
    names = _NAME_PARTS.split(f"{element.get('class', '')} {element.get('id', '')}")
    return any(_NAMES.match(name) for name in names if name)


def words_in(element: Element) -> str:
    """Return all characters of an element, programs left out, spaces collapsed."""
    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        if event == "start":
            if is_unread(inner):
                walk.skip_subtree()
            elif inner.text and tag_of(inner):
                parts.append(inner.text)
        elif inner is not element and inner.tail:
            parts.append(inner.tail)
    return " ".join("".join(parts).split())


def _is_entry(link: Element) -> bool:
    return len(words_in(link)) < _LONGEST_ENTRY


def _is_linked(element: Element, share: float) -> bool:
    """Whether so much of the text of an element is in links, as in menus and not in paragraphs."""
    whole = len(words_in(element))
    return sum(len(words_in(link)) for link in element.iter("a")) >= whole * share
