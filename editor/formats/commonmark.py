"""What CommonMark says: the paragraphs, marks and notes of a Markdown text.

The only file that knows the `markdown_it` package, which parses it, and its plugin for footnotes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from editor.formats.manuscript import MOST_BLOCKS, Block
from editor.formats.runs import Run, passage_of
from editor.formats.tables import Cell, Placed
from editor.model.rows import RowKind
from editor.values import frozen

_LONGEST: Final = 20_000
"""Characters of a paragraph in which marks are looked for; in a longer one they stay as they are written."""
_MOST_BRACKETS: Final = 500
"""Brackets of a paragraph in which marks are looked for: the parser seeks the partner of each to the end."""
_DEEPEST: Final = 20
"""Lists, their items, and quotes inside each other: nine lists; what is deeper the parser would drop unread."""
_DEEPEST_ITEM: Final = 9
_END: Final = re.compile(r"-[ \t]+[^\s-].*[ \t]-[ \t]*|(?:#[ \t]*){3,6}")
"""“- 30 -” and “# # #” end a release; to CommonMark they are an item and a heading."""
_ADDRESS: Final = re.compile(
    r"(?:[a-z][a-z\d+.-]*:|//|\.{0,2}/|#|www\.|[^\s/]+@).|.*\.[a-z]{2,5}(?:[/?#].*)?\Z", re.IGNORECASE | re.DOTALL
)
"""What a link leads to. “[Subject]: ferry” is a line of the text, and no definition of a link called “Subject”."""
_LINE: Final = "\u2028"


@frozen
class Page:
    """The paragraphs of a text, and the number of pictures it shows."""

    placed: tuple[Placed, ...]
    pictures: int


class _Parser(MarkdownIt):
    """CommonMark with tables and footnotes; addresses stay as they are written.

    A paragraph set in by four spaces is no program code: nobody writes that in a release.
    """

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False, "maxNesting": _DEEPEST})
        self.enable("table").disable("code").use(footnote_plugin, move_to_end=False)
        may_end = ["paragraph", "reference", "blockquote", "list"]
        self.block.ruler.before("hr", "end_mark", _read_end_mark, {"alt": may_end})
        self.core.ruler.at("inline", _read_marks)

    def validateLink(self, url: str) -> bool:  # noqa: N802 (the library's name)
        return super().validateLink(url) and _ADDRESS.match(url) is not None

    def normalizeLink(self, url: str) -> str:  # noqa: N802 (as above)
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 (as above)
        return link


def page_of(lines: Sequence[str]) -> Page | None:
    """Return what the lines of a text say; None where lists and quotes in it are nested without end."""
    env: dict[str, Any] = {}
    tokens = _Parser().parse("\n".join(_fronted(lines)), env)
    if any(token.nesting > 0 and token.level >= _DEEPEST - 1 for token in tokens):
        return None
    reader = _Reader(env.get("footnotes", {}))
    reader.read(tokens)
    return Page(tuple(reader.placed), reader.pictures)


def _fronted(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines; the data before a text, between two rules, do not become a heading by the second of them."""
    is_front = bool(lines) and lines[0].rstrip() == "---"
    for index, line in enumerate(lines):
        if is_front and index and line.rstrip() in ("---", ""):
            is_front = False
            yield ""
        yield line


def _read_end_mark(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """Read a line that ends a release, as a paragraph: a rule of the parser, which says whether it is one."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    if _END.fullmatch(line) is None:
        return False
    if not silent:
        state.push("paragraph_open", "p", 1)
        state.push("inline", "", 0).content = line.strip()
        state.push("paragraph_close", "p", -1)
        state.line = start + 1
    return True


def _read_marks(state: StateCore) -> None:
    """Look for marks in each paragraph: a rule of the parser."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        words = token.content
        if len(words) <= _LONGEST and words.count("[") <= _MOST_BRACKETS:
            token.children = state.md.inline.parse(words, state.md, state.env, [])
        else:
            token.children = [Token("text", "", 0, content=words.replace("\n", " "))]


class _Reader:
    """Gathers the paragraphs of a text in `placed`; `pictures` counts what it shows.

    `known` is what the plugin found of footnotes: “refs” gives the number of each label, -1 where nothing calls for
    it, “list” the tokens of a note by its number, where it is written in the text.
    """

    def __init__(self, known: dict[str, Any]) -> None:
        self.placed: list[Placed] = []
        self.pictures = 0
        self._numbers: dict[str, int] = known.get("refs", {})
        self._inline: dict[int, dict[str, Any]] = known.get("list", {})
        self._notes: dict[int, str] = {}
        self._cell = Cell(0, 0, -1)
        self._in_cell = False
        self._level = 0
        self._item: Token | None = None
        self._depth = 0
        self._has_headline = False

    def read(self, tokens: Iterable[Token]) -> None:
        """Read the whole text; a footnote that nothing calls for is a paragraph like others."""
        told: list[Token] = []
        note = -1
        held: list[Token] = []
        for token in tokens:
            if token.type == "footnote_reference_open":
                note = self._numbers[f":{token.meta['label']}"]
            elif token.type == "footnote_reference_close":
                parts = (self._words(each.children or [each]) for each in held)
                self._notes[note] = " ".join(filter(None, parts))
                note, held = -1, []
            else:
                (told if note < 0 else held).append(token)
        for token in told:
            self._read(token)

    def _read(self, token: Token) -> None:
        match token.type:
            case "inline":
                self._add(token.children or [])
            case "fence":
                self._add([token])
            case "heading_open" | "heading_close":
                self._depth = int(token.tag[1:]) if token.nesting > 0 else 0
            case "bullet_list_open" | "ordered_list_open" | "bullet_list_close" | "ordered_list_close":
                self._level += token.nesting
            case "list_item_open" | "list_item_close":
                self._item = token if token.nesting > 0 else None
            case "table_open":
                self._cell = Cell(self._cell.table + 1, -1, -1)
            case "tr_open":
                self._cell = Cell(self._cell.table, self._cell.row + 1, -1)
            case "th_open" | "td_open":
                self._cell = Cell(self._cell.table, self._cell.row, self._cell.column + 1)
                self._in_cell = True
            case "th_close" | "td_close":
                self._in_cell = False

    def _add(self, tokens: Iterable[Token]) -> None:
        passage = passage_of(self._runs(tokens))
        if passage.text.strip() and len(self.placed) <= MOST_BLOCKS:
            block = Block(passage) if self._in_cell else Block(passage, *self._ranked())
            self.placed.append(Placed(block, self._cell if self._in_cell else None))

    def _ranked(self) -> tuple[RowKind | None, int, int | None]:
        """Return kind, level and number of a paragraph that stands here; the first one of an item is the item."""
        item, self._item = self._item, None
        if self._depth == 1 and not self._has_headline:
            self._has_headline = True
            return RowKind.HEADLINE, 0, None
        if self._depth:
            return RowKind.SUBHEADING, max(1, self._depth - 1), None
        if item is None:
            return None, 0, None
        return RowKind.LIST_ITEM, min(_DEEPEST_ITEM, self._level), int(item.info) if item.info else None

    def _runs(self, tokens: Iterable[Token]) -> Iterator[Run]:
        """Yield the characters with their marks; a mark may stand inside another."""
        bold = italic = 0
        link, is_bare = "", False
        for token in tokens:
            match token.type:
                case "strong_open" | "strong_close":
                    bold += token.nesting
                case "em_open" | "em_close":
                    italic += token.nesting
                case "link_open" | "link_close":
                    link, is_bare = str(token.attrGet("href") or ""), token.info == "auto"
                case "image":
                    self.pictures += 1
                case "footnote_ref":
                    yield Run("", note=self._note(token.meta["id"]))
                case "softbreak" | "hardbreak":
                    yield Run(" " if token.type == "softbreak" else _LINE, bold > 0, italic > 0, link)
                case _:
                    words = token.content.removeprefix("mailto:") if is_bare else token.content
                    yield Run(words.rstrip("\n").replace("\n", _LINE), bold > 0, italic > 0, link)

    def _note(self, number: int) -> str:
        return self._notes.get(number) or self._words(self._inline[number].get("tokens", ()))

    def _words(self, tokens: Iterable[Token]) -> str:
        return "".join(run.text for run in self._runs(tokens)).replace(_LINE, " ")
