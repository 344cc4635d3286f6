"""Content: which part of a page is its text, and which words are its headline.

A page that is a document, as word processors and mail programs save it, is text from beginning to end. In a page of a
site the text is the part that holds nearly all of its prose, together with the headline and what stands between.
"""

import re
from collections.abc import Iterator
from typing import Final

from editor.formats.html.furniture import Furniture, is_worded
from editor.formats.html.headings import Headings
from editor.formats.html.parts import BLOCKS, HEADINGS, Element, tag_of
from editor.formats.html.weights import NOTHING, Weight, Weights, weigh
from editor.values import frozen

_FEWEST_LETTERS: Final = 170
"""Letters from which the main part of a page is trusted to hold its text."""
_FEWEST_ENTRIES: Final = 5
"""Entries of menus from which a page is one of a site."""
_NEARLY_ALL: Final = 0.85
"""Share of the prose that a part must hold for the text to be looked for in it alone."""
_MOST: Final = 0.6
"""Share of the prose that is surely the text: what follows the part that holds it must prove to belong to it."""
_FEWEST_PARAGRAPHS: Final = 2
_WHOLE: Final = frozenset(("p", "li", "ul", "ol", "dl", "blockquote", "pre", "figure", "a", *HEADINGS))
"""Elements that are a piece of text, and no place where a whole text stands."""
_BESIDE_LINKED: Final = 0.3
_FEW: Final = 0.15
"""Shares of letters in links up to which a paragraph is of the text, and something beside the text belongs to it."""
_HALF: Final = 0.5
_ADDRESS: Final = re.compile(r"\s*(?:mailto:(?!\?)|tel:)", re.IGNORECASE)
_MOST_OF_CONTACT: Final = 4
"""Entries of menus that may stand round those who are to be written to or telephoned to."""
_FEWEST_TRAILING: Final = 2
"""Entries of menus from which something behind the text is furniture."""


@frozen
class Content:
    """The part of a page that is read, the parts inside it that are not, and its headline.

    `silent` are the elements before the headline and after the text, which are left out with what follows them.
    `title` is the headline where no element holds it; "" where there is none or an element does. `beside` are the short
    lines round the headline, which may tell the day, whether they are read or not.
    """

    part: Element
    furniture: frozenset[Element]
    silent: frozenset[Element]
    headline: Element | None
    title: str = ""
    beside: tuple[str, ...] = ()


def content_of(root: Element) -> Content:
    """Return where the text of a page stands."""
    return _Search(root).content()


def everything_of(root: Element) -> Content:
    """Return the content of a page of which somebody chose all."""
    body = root.find("body")
    return Content(root if body is None else body, frozenset(), frozenset(), None)


class _Search:
    def __init__(self, root: Element) -> None:
        self._root = root
        body = root.find("body")
        self._body = root if body is None else body
        self._weights: Weights = weigh(root)
        self._heads = Headings(root, self._weights)

    def content(self) -> Content:
        whole = self._weights.get(self._body, NOTHING)
        is_site = whole.entries >= _FEWEST_ENTRIES or next(self._root.iter("nav", "footer"), None) is not None
        headline = self._heads.headline()
        furniture = self._furniture(headline, Weight(prose=whole.prose), is_site=is_site)
        start = self._marked(furniture)
        main = self._main(start, furniture, _NEARLY_ALL) if is_site else start
        headline = self._heads.headline(main)
        while headline is None and self._heads.is_told and main is not start:
            # The title of the page stands behind this part: it is a notice that goes before the text.
            self._leave(main, furniture)
            main = self._main(start, furniture, _NEARLY_ALL)
            headline = self._heads.headline(main)
        part, silent = self._with_headline(main, headline)
        if is_site:
            furniture.update(self._leading(headline, main))
            core = self._main(main, furniture, _MOST)
            furniture.update(each for each in _after(core, main) if not self._may_belong(each))
            furniture.update(self._trailing(core, part, furniture))
        title = "" if headline is not None or not is_site else self._heads.title
        return Content(part, frozenset(furniture), silent, headline, title, tuple(self._heads.beside(headline)))

    # -- furniture -----------------------------------------------------------------------------------------------------

    def _furniture(self, headline: Element | None, whole: Weight, *, is_site: bool) -> set[Element]:
        """Return the furniture, each in no other."""
        judge = Furniture(self._weights, whole, headline)
        found: set[Element] = set()
        waiting = [(self._body, False)]
        while waiting:
            element, in_text = waiting.pop()
            in_text = in_text or tag_of(element) in ("main", "article") or element.get("role") == "main"
            called = set(judge.around(element)) if is_site else set()
            for part in element:
                if part not in self._weights:
                    continue
                if part in called or judge.is_furniture(part, in_text=in_text):
                    found.add(part)
                else:
                    waiting.append((part, in_text))
        for part in tuple(found):
            self._leave(part, found)
        return found

    def _leave(self, part: Element, furniture: set[Element]) -> None:
        """Count a part as furniture, and take what it holds from the weight of what is around it."""
        furniture.add(part)
        for around in part.iterancestors():
            if around in self._weights:
                self._weights[around].take(self._weights[part], -1)

    # -- the main part -------------------------------------------------------------------------------------------------

    def _marked(self, furniture: set[Element]) -> Element:
        """Return the part that the page itself calls its text, or else its body."""
        parts = [part for part in self._weights if part not in furniture]
        articles = [part for part in parts if tag_of(part) == "article"]
        marked = [part for part in parts if tag_of(part) == "main"]
        marked += [part for part in parts if part.get("role") == "main"]
        for part in [*marked, *articles] if len(articles) == 1 else marked:
            if self._weights[part].letters >= _FEWEST_LETTERS:
                return part
        return self._body

    def _main(self, start: Element, furniture: set[Element], share: float) -> Element:
        """Go down to the part that alone holds this share of the prose."""
        here = start
        while True:
            inner = [part for part in here if part in self._weights and part not in furniture]
            best = max(inner, key=lambda part: self._weights[part].prose, default=None)
            if best is None or tag_of(best) in _WHOLE:
                return here
            weight = self._weights[best]
            if weight.prose < self._weights[here].prose * share or weight.paragraphs < _FEWEST_PARAGRAPHS:
                return here
            here = best

    # -- both together -------------------------------------------------------------------------------------------------

    def _with_headline(self, main: Element, headline: Element | None) -> tuple[Element, frozenset[Element]]:
        """Return the part that holds headline and text, and what in it stands beside them and belongs to neither."""
        if headline is None or main is headline or main in headline.iterancestors():
            return main, frozenset()
        above = set(headline.iterancestors())
        part = next((each for each in main.iterancestors() if each in above), self._body)
        silent = set(_before(headline, part))
        is_wide = part is self._body
        for each in _after(main, part):
            if is_wide or not self._may_belong(each):
                silent.add(each)
        for each in _between(headline, main, part):
            if not (self._may_belong(each) or self._is_opening(each)):
                silent.add(each)
        return part, frozenset(silent)

    def _leading(self, headline: Element | None, main: Element) -> Iterator[Element]:
        """Yield what stands before the headline and leads elsewhere: the name of the site, the way to the page."""
        if headline is None or main not in headline.iterancestors():
            return
        for each in _before(headline, main):
            weight = self._weights.get(each, NOTHING)
            if weight.letters and (weight.linked >= weight.letters * _HALF or weight.entries >= _FEWEST_TRAILING):
                yield each

    def _trailing(self, main: Element, part: Element, furniture: set[Element]) -> Iterator[Element]:
        """Yield what stands behind the last paragraph of the text and leads elsewhere."""
        last = next((each for each in reversed(list(main.iter())) if self._is_paragraph(each, furniture)), None)
        waiting = [] if last is None else list(_after(last, part))
        while waiting:
            element = waiting.pop()
            weight = self._weights.get(element, NOTHING)
            if element in furniture or not weight.letters or is_worded(element, self._weights):
                continue
            if weight.linked < weight.letters * _HALF and weight.entries < _FEWEST_TRAILING:
                continue
            if any(_is_reached(link) for link in element.iter("a")) and weight.entries <= _MOST_OF_CONTACT:
                waiting += element
            else:
                yield element

    def _is_paragraph(self, element: Element, furniture: set[Element]) -> bool:
        """Whether an element is a paragraph of prose outside lists and furniture."""
        weight = self._weights.get(element, NOTHING)
        if not weight.prose or weight.linked > weight.letters * _BESIDE_LINKED or tag_of(element) not in BLOCKS:
            return False
        if any(self._weights.get(inner, NOTHING).prose for inner in element if tag_of(inner) in BLOCKS):
            return False
        around = [element, *element.iterancestors()]
        return not any(each in furniture or tag_of(each) in ("li", "dd") for each in around)

    def _is_opening(self, element: Element) -> bool:
        """Whether something between headline and text is a paragraph that opens it, links in it or not."""
        weight = self._weights.get(element, NOTHING)
        return weight.prose > 0 and weight.linked <= weight.letters * _HALF and weight.entries < _FEWEST_TRAILING

    def _may_belong(self, element: Element) -> bool:
        if is_worded(element, self._weights):
            return True
        weight = self._weights.get(element, NOTHING)
        heads = (self._weights.get(each, NOTHING) for each in element.iter() if tag_of(each) in HEADINGS)
        return weight.linked <= weight.letters * _FEW and weight.entries == 0 and not any(head.linked for head in heads)


def _before(element: Element, part: Element) -> Iterator[Element]:
    """Yield what stands in a part before an element in it, each in no other."""
    for around in (element, *element.iterancestors()):
        if around is part:
            return
        yield from around.itersiblings(preceding=True)


def _after(element: Element, part: Element) -> Iterator[Element]:
    """Yield what stands in a part after an element in it, each in no other."""
    for around in (element, *element.iterancestors()):
        if around is part:
            return
        yield from around.itersiblings()


def _between(first: Element, last: Element, part: Element) -> Iterator[Element]:
    """Yield what stands in a part between two elements in it, each in no other."""
    after, before = dict.fromkeys(_after(first, part)), dict.fromkeys(_before(last, part))
    yield from (each for each in (*after, *before) if each.getparent() is not part)
    yield from (each for each in after if each.getparent() is part and each in before)


def _is_reached(link: Element) -> bool:
    return _ADDRESS.match(link.get("href", "")) is not None
