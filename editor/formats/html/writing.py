"""Release to page: one clean page in one language or both, with a language on every part, also for review on screen."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Final

from editor.formats.carrying import carried
from editor.formats.paper import Approval, Change, Paper, Strip, strips_of_side
from editor.formats.paper.sheet import FIELDS, WAYS, quotes_in
from editor.model.language import Language
from editor.model.release import Status
from editor.model.rows import Row, RowKind
from editor.words import say

_TITLES: Final = {Language.EN: "English", Language.FR: "Français"}
_LOCALES: Final = {Language.EN: "en_GB", Language.FR: "fr_FR"}
_STYLE: Final = (
    "body{font:1.05rem/1.55 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;"
    "background:#fff}body.both{max-width:76rem}table{border-collapse:collapse;width:100%;table-layout:fixed}"
    "th,td{text-align:left;vertical-align:top;padding:.35rem 1rem .35rem 0;overflow-wrap:break-word}td>*{margin:0}"
    "td>*+*{margin-top:.5rem}h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.25rem}td h1{font-size:1.35rem}"
    ".caption{font-style:italic;color:#444}.boilerplate,.contact,.note,ol[role=doc-endnotes]{font-size:.9rem}"
    ".banner{font:.85rem/1.5 system-ui,sans-serif;color:#555;margin-bottom:1.5rem}.banner p{margin:.1rem 0}"
    ".both .banner{display:grid;grid-template-columns:1fr 1fr;gap:0}"
    ".review .banner{margin-left:2.9rem}.house{font-weight:600;color:#1f5fa8;"
    "font-size:1.05rem}.warning{font-weight:600;color:#b3261e}article+article{margin-top:4rem}"
    ".review tr{border-top:1px solid #d5d3cc}.review .number{width:2.5rem;font:.8rem system-ui,sans-serif;"
    "color:#555}.review .changed .number{color:#1f5fa8;font-weight:700;border-left:3px solid #1f5fa8;"
    "padding-left:.4rem}.remark{font:.8rem/1.4 system-ui,sans-serif;color:#1f5fa8}.said{background:#e8f1fb}"
    "ins{color:#1f5fa8;font-weight:600}del{color:#b3261e}.boxes{list-style:none;padding:0;"
    "font:.9rem/1.9 system-ui,sans-serif}.boxes li::before{content:'☐ '}.boxes .line::before{content:none}"
    ".line{border-bottom:1px solid #777;max-width:24rem}"
    "@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#1c1c1e}.caption{color:#b5b5b5}"
    ".banner,.review .number{color:#a9b0b8}a,.house,.remark,ins,.review .changed .number{color:#8ab4f8}"
    ".warning,del{color:#ff8a80}.said{background:#26364a}.review tr{border-color:#44474d}}"
    "@media print{@page{margin:2cm}body,body.both{font-size:10.5pt;max-width:none;margin:0;padding:0;color:#000;"
    "background:#fff}a{color:inherit;text-decoration:none}tr,li,h1,h2,h3{break-inside:avoid}h1,h2,h3{break-after:"
    "avoid}article+article{break-before:page;margin-top:0}}"
)


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
            f'<li id="note-{language}-{number}">{_escaped(text)}</li>\n' for number, text in enumerate(self.texts, 1)
        )
        return f'<ol lang="{language}" role="doc-endnotes">\n{items}</ol>\n'


def write(paper: Paper) -> bytes:
    """Return the page of a release: its languages beside each other or one after the other, or one alone."""
    return _Page(paper).whole().encode()


class _Page:
    """One page being written."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._notes = {language: _Notes(language, []) for language in Language}
        self._approvals = {each.quote.id: each for each in paper.approvals()} if paper.is_review else {}

    def whole(self) -> str:
        paper = self._paper
        names = (["both"] if paper.is_beside else []) + (["review"] if paper.is_review else [])
        kind = f' class="{" ".join(names)}"' if names else ""
        return (
            f'<!DOCTYPE html>\n<html lang="{paper.languages[0].value}">\n<head>\n{self._head()}'
            f"<style>{_STYLE}</style>\n</head>\n<body{kind}>\n{self._banner()}<main>\n{self._main()}</main>\n"
            "</body>\n</html>\n"
        )

    def _main(self) -> str:
        paper = self._paper
        if paper.is_beside or paper.is_review:
            notes = "".join(self._notes[language].listed() for language in paper.languages)
            return self._table() + notes + (self._sign_off() if paper.is_review else "")
        if len(paper.languages) == 1:
            return self._text(paper.languages[0])
        return "".join(
            f'<article lang="{language.value}">\n{self._text(language)}</article>\n' for language in paper.languages
        )

    def _head(self) -> str:
        """Return what search engines, archives and browsers are told."""
        paper, release = self._paper, self._paper.doc.release
        houses = " · ".join(dict.fromkeys(filter(None, map(paper.house, paper.languages))))
        first, *others = paper.languages
        parts = [
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width">',
            f"<title>{_escaped(paper.title)}</title>",
            _meta("name", "author", houses),
            _meta("name", "dcterms.identifier", release.reference),
            _meta("name", "dcterms.date", release.date.isoformat() if release.date else ""),
            *(_meta("name", "dcterms.language", language.value) for language in paper.languages),
            _meta("property", "og:type", "article"),
            _meta("property", "og:title", paper.title),
            _meta("property", "og:site_name", houses),
            _meta("property", "og:locale", _LOCALES[first]),
            *(_meta("property", "og:locale:alternate", _LOCALES[each]) for each in others),
        ]
        parts += [_meta("name", name, value) for name, value in carried(release)]
        if release.status is not Status.PUBLISHED or paper.is_embargoed:
            parts.append(_meta("name", "robots", "noindex"))
        return "".join(f"{part}\n" for part in (*parts, self._linked_data(houses)) if part)

    def _linked_data(self, houses: str) -> str:
        """Return the facts as a schema.org NewsArticle, which is data and no program."""
        release = self._paper.doc.release
        article = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": self._paper.title,
            "inLanguage": [language.value for language in self._paper.languages],
            "datePublished": release.date.isoformat() if release.date else None,
            "identifier": release.reference,
            "publisher": {"@type": "Organization", "name": houses} if houses else None,
        }
        held = json.dumps({name: part for name, part in article.items() if part}, ensure_ascii=False)
        return f'<script type="application/ld+json">{held.replace("<", chr(92) + "u003c")}</script>'

    def _banner(self) -> str:
        """Return what stands above the text: the house, the facts, and what it is not fit for yet."""
        paper = self._paper
        shown = paper.languages if paper.is_beside else paper.languages[:1]
        parts = []
        for language in shown:
            lines = [("house", paper.house(language)), ("facts", paper.facts(language))]
            lines += [("warning", warning) for warning in paper.warnings(language)]
            if paper.is_review:
                lines.append(("facts", paper.copy_line(language)))
            told = "".join(f'<p class="{name}">{_escaped(line)}</p>\n' for name, line in lines if line)
            parts.append(f'<div lang="{language.value}">\n{told}</div>\n')
        return f'<header class="banner">\n{"".join(parts)}</header>\n'

    def _text(self, language: Language) -> str:
        parts = "".join(self._parts(self._paper.doc.rows, language))
        return f"{parts}{self._notes[language].listed()}"

    def _table(self) -> str:
        """Return a table with a column for each language, so that what says the same stands on one height."""
        paper = self._paper
        heads = "".join(
            f'<th scope="col" lang="{language.value}">{_TITLES[language]}</th>' for language in paper.languages
        )
        rows = "".join(self._line(number, row) for number, row in paper.rows())
        number = '<td class="number"></td>' if paper.is_review else ""
        return f"<table>\n<thead>\n<tr>{number}{heads}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n"

    def _line(self, number: str, row: Row) -> str:
        paper = self._paper
        cells = "".join(
            f'<td lang="{language.value}">{"".join(self._parts((row,), language))}</td>' for language in paper.languages
        )
        if not paper.is_review:
            return f"<tr>{cells}</tr>\n"
        kind = ' class="changed"' if any(paper.is_changed(row, language) for language in paper.languages) else ""
        return f'<tr{kind}><th scope="row" class="number">{number}</th>{cells}</tr>\n'

    def _parts(self, rows: Sequence[Row], language: Language) -> Iterator[str]:
        for is_list, group in groupby(rows, lambda row: row.kind is RowKind.LIST_ITEM):
            inside = tuple(group)
            if is_list:
                yield self._list(inside, language)
            else:
                for row in inside:
                    yield from self._blocks(row, language)

    def _blocks(self, row: Row, language: Language) -> Iterator[str]:
        for index, words in enumerate(self._marked(row, language)):
            if words:
                yield _block(row, self._words(words, language))
                yield self._remarks(row, index, language)

    def _marked(self, row: Row, language: Language) -> tuple[tuple[Strip, ...], ...]:
        return strips_of_side(row[language], self._paper.former(row, language))

    def _remarks(self, row: Row, index: int, language: Language) -> str:
        """Return a line for each quote in a passage; in a review copy alone."""
        side = row[language]
        found = (self._approvals.get(quote_id) for quote_id in (quotes_in(side[index]) if index < len(side) else ()))
        lines = (self._paper.remark(approval, language) for approval in found if approval)
        return "".join(f'<p class="remark">{_escaped(line)}</p>\n' for line in lines)

    def _list(self, rows: Sequence[Row], language: Language) -> str:
        """Return the items of a list, those of a deeper level inside the item above them."""
        parts: list[str] = []
        open_: list[str] = []
        for row in rows:
            for words in self._marked(row, language):
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
                parts.append(f"<li{value}>{self._words(words, language)}")
        while open_:
            parts.append(f"</li>\n</{open_.pop()}>\n")
        return "".join(parts)

    def _words(self, words: Sequence[Strip], language: Language) -> str:
        """Return strips as mark-up."""
        parts: list[str] = []
        for strip in words:
            inner = _escaped(strip.text).replace("\u2028", "<br>")
            if strip.quote and self._paper.is_review:
                inner = f'<span class="said">{inner}</span>'
            for tag in _tags(strip):
                inner = f"<{tag}>{inner}</{tag.partition(' ')[0]}>"
            parts.append(inner)
            parts += [self._notes[language].sign(note) for note in strip.notes]
        return "".join(parts)

    def _sign_off(self) -> str:
        """Return the quotes once more, each with boxes, and boxes for the release as a whole."""
        quotes = "".join(self._approval(approval) for approval in self._approvals.values())
        if quotes:
            title = _escaped(self._paper.in_all(say("Approval of the quotes")))
            quotes = f"<section>\n<h2>{title}</h2>\n{quotes}</section>\n"
        title = _escaped(self._paper.in_all(say("Approval of the release")))
        return f"{quotes}<section>\n<h2>{title}</h2>\n{self._boxes()}</section>\n"

    def _approval(self, approval: Approval) -> str:
        parts = "".join(
            f'<blockquote lang="{language.value}">{_escaped(approval.alone[language])}</blockquote>\n'
            f'<p class="remark" lang="{language.value}">{_escaped(self._paper.remark(approval, language))}</p>\n'
            for language in self._paper.languages
        )
        return f"{parts}{self._boxes()}"

    def _boxes(self) -> str:
        ticks = "".join(f"<li>{_escaped(self._paper.in_all(way))}</li>\n" for way in WAYS)
        lines = "".join(f'<li class="line">{_escaped(self._paper.in_all(name))}</li>\n' for name in FIELDS)
        return f'<ul class="boxes">\n{ticks}{lines}</ul>\n'


def _tags(strip: Strip) -> Iterator[str]:
    """Yield the elements around a strip, the innermost first."""
    if strip.italic:
        yield "em"
    if strip.bold:
        yield "strong"
    if strip.link:
        yield f'a href="{escape(strip.link)}"'
    if strip.change is not Change.NONE:
        yield "ins" if strip.change is Change.ADDED else "del"


def _block(row: Row, words: str) -> str:
    if row.kind is RowKind.HEADLINE:
        return f"<h1>{words}</h1>\n"
    if row.kind is RowKind.SUBHEADING:
        depth = min(6, max(1, row.level) + 1)
        return f"<h{depth}>{words}</h{depth}>\n"
    name = "" if row.kind is RowKind.PARAGRAPH else f' class="{row.kind.value}"'
    return f"<p{name}>{words}</p>\n"


def _meta(key: str, name: str, content: str) -> str:
    return f'<meta {key}="{name}" content="{escape(content)}">' if content else ""


def _escaped(text: str) -> str:
    return escape(text, quote=False)
