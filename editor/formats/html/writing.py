"""Paragraphs to page: one clean page in one language, or both beside each other, with a language on every part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby, pairwise
from typing import Final

from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.rows import Row, RowKind

_TITLES: Final = {Language.EN: "English", Language.FR: "Français"}
_STYLE: Final = (
    "body{font:1.05rem/1.55 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;"
    "background:#fff}body.both{max-width:76rem}table{border-collapse:collapse;width:100%;table-layout:fixed}"
    "th,td{text-align:left;vertical-align:top;padding:.35rem 1rem .35rem 0}td>*{margin:0}"
    "h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.25rem}.caption{font-style:italic;color:#444}"
    "@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#1c1c1e}.caption{color:#b5b5b5}a{color:#8ab4f8}}"
)
_OPEN: Final = {MarkKind.BOLD: "<strong>", MarkKind.ITALIC: "<em>"}
_CLOSE: Final = {MarkKind.BOLD: "</strong>", MarkKind.ITALIC: "</em>", MarkKind.LINK: "</a>"}
_SHOWN: Final = (MarkKind.LINK, MarkKind.BOLD, MarkKind.ITALIC)


@dataclass(slots=True)
class _Notes:
    """The footnotes of one language, numbered as they are called for."""

    language: Language
    texts: list[str]

    def sign(self, text: str) -> str:
        self.texts.append(text)
        name = f"{self.language.value}-{len(self.texts)}"
        link = f'<a role="doc-noteref" id="ref-{name}" href="#note-{name}">{len(self.texts)}</a>'
        return f"<sup>{link}</sup>"

    def listed(self) -> str:
        if not self.texts:
            return ""
        language = self.language.value
        items = "".join(
            f'<li id="note-{language}-{number}">{escape(text, quote=False)}</li>\n'
            for number, text in enumerate(self.texts, 1)
        )
        return f'<ol lang="{language}" role="doc-endnotes">\n{items}</ol>\n'


def write(doc: Communique) -> bytes:
    """Return a page with the text of a communiqué: in both languages beside each other where it has both."""
    told = [language for language in Language if any(row.has_text(language) for row in doc.rows)]
    if len(told) == len(Language):
        return _page(doc, _beside(doc), None)
    language = told[0] if told else Language.EN
    notes = _Notes(language, [])
    body = "".join(_parts(doc.rows, language, notes))
    return _page(doc, f"<main>\n{body}{notes.listed()}</main>\n", language)


def _page(doc: Communique, body: str, language: Language | None) -> bytes:
    title = escape(doc.headline[language or Language.EN].text or doc.headline.fr.text, quote=False)
    head = f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>{title}</title>'
    kind = ' class="both"' if language is None else ""
    tag = (language or Language.EN).value
    whole = (
        f'<!DOCTYPE html>\n<html lang="{tag}">\n<head>\n{head}\n<style>{_STYLE}</style>\n</head>\n'
        f"<body{kind}>\n{body}</body>\n</html>\n"
    )
    return whole.encode()


def _beside(doc: Communique) -> str:
    """Return a table with a column for each language, so that what says the same stands on one height."""
    notes = {language: _Notes(language, []) for language in Language}
    heads = "".join(f'<th scope="col" lang="{language.value}">{_TITLES[language]}</th>' for language in Language)
    rows = "".join(
        "<tr>{}</tr>\n".format(
            "".join(
                f'<td lang="{language.value}">{"".join(_parts((row,), language, notes[language]))}</td>'
                for language in Language
            )
        )
        for row in doc.rows
    )
    table = f"<table>\n<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    return f"<main>\n{table}{''.join(note.listed() for note in notes.values())}</main>\n"


def _parts(rows: Sequence[Row], language: Language, notes: _Notes) -> Iterator[str]:
    for is_list, group in groupby(rows, lambda row: row.kind is RowKind.LIST_ITEM):
        inside = tuple(group)
        if is_list:
            yield _list(inside, language, notes)
        else:
            yield from (_block(row, passage, notes) for row in inside for passage in row[language] if passage.text)


def _block(row: Row, passage: Passage, notes: _Notes) -> str:
    words = _words(passage, notes)
    if row.kind is RowKind.HEADLINE:
        return f"<h1>{words}</h1>\n"
    if row.kind is RowKind.SUBHEADING:
        depth = min(6, max(1, row.level) + 1)
        return f"<h{depth}>{words}</h{depth}>\n"
    name = "" if row.kind is RowKind.PARAGRAPH else f' class="{row.kind.value}"'
    return f"<p{name}>{words}</p>\n"


def _list(rows: Sequence[Row], language: Language, notes: _Notes) -> str:
    """Return the items of a list, those of a deeper level inside the item above them."""
    parts: list[str] = []
    open_: list[str] = []
    for row in rows:
        for passage in row[language]:
            tag = "ul" if row.number is None else "ol"
            level = max(1, min(row.level, len(open_) + 1))
            while len(open_) > level or (len(open_) == level and open_[-1] != tag):
                parts.append(f"</li>\n</{open_.pop()}>\n")
            if len(open_) < level:
                parts.append(f"<{tag}>\n")
                open_.append(tag)
            else:
                parts.append("</li>\n")
            value = "" if row.number is None else f' value="{row.number}"'
            parts.append(f"<li{value}>{_words(passage, notes)}")
    while open_:
        parts.append(f"</li>\n</{open_.pop()}>\n")
    return "".join(parts)


def _words(passage: Passage, notes: _Notes) -> str:
    """Return the characters of a passage as mark-up; marks that overlap are closed and opened again at every edge."""
    edges = sorted({0, len(passage.text), *(edge for mark in passage.marks for edge in (mark.start, mark.end))})
    parts: list[str] = []
    for start, end in pairwise(edges):
        here = [mark for kind in _SHOWN for mark in passage.stretches(kind) if mark.start <= start and end <= mark.end]
        inner = escape(passage.text[start:end], quote=False).replace("\u2028", "<br>")
        opening = "".join(map(_opening, here))
        parts.append(f"{opening}{inner}{''.join(_CLOSE[mark.kind] for mark in reversed(here))}")
        ending = (mark for mark in passage.stretches(MarkKind.FOOTNOTE) if mark.end == end)
        parts += [notes.sign(mark.target) for mark in ending]
    return "".join(parts)


def _opening(mark: Mark) -> str:
    return f'<a href="{escape(mark.target)}">' if mark.kind is MarkKind.LINK else _OPEN[mark.kind]
