"""Quotes: words that stand in the text, speakers who are there, the same in both languages. Rules N33, N34."""

from collections.abc import Iterator, Mapping

from lxml import etree

from editor.newsml.paper import Fault, Item, Level, Paper, Part, bodies, words_of
from editor.newsml.vocabulary import XML_ID, nar
from editor.words import say

_QUOTATION = "cmqpart:quotation"
_WORDS = "cmqdrol:quotetext"
_SIGNS = {"en": ("“", "”"), "fr": ("«", "»")}


def quotations(paper: Paper) -> Iterator[Fault]:
    """N33: what is given as a quote stands in the block it names, word for word, and its speaker is a subject."""
    for item in paper.items:
        texts = _texts(item) if item.parts else {}
        people = {subject.get("qcode", "") for subject in item.all("contentMeta/subject")}
        for part in _quotes(item):
            words = _said(part.element)
            refs = part.element.get("contentrefs", "").split()
            if refs and not any(words in texts.get(ref, "") for ref in refs):
                message = say(
                    "The words of the quote do not stand in the paragraph named: {words}", words=_short(words)
                )
                yield paper.fault("N33", Level.ERROR, part.element, message)
            creator = part.element.find(nar("creator"))
            if creator is not None and creator.get("qcode", "") not in people:
                message = say("The speaker of the quote is not among the participants.")
                yield paper.fault("N33", Level.ERROR, part.element, message)
            elif creator is None and item.is_ours:
                message = say("The quote has no speaker.")
                yield paper.fault("N33", Level.WARNING, part.element, message)
        yield from _balance(paper, item, texts)


def _balance(paper: Paper, item: Item, texts: Mapping[str, str]) -> Iterator[Fault]:
    opening, closing = _SIGNS.get(item.language[:2], ("", ""))
    if not opening or not item.is_our_text:
        return
    for body in bodies(item):
        text = words_of(body)
        if text.count(opening) < text.count(closing):
            message = say("A quotation mark closes that was never opened.")
            yield paper.fault("N33", Level.WARNING, body, message)
    for part in _quotes(item):
        block = texts.get(part.element.get("contentrefs", ""), "")
        if block and not any(sign in block for sign in '“”«»"‘’„'):
            message = say("A quote stands in a paragraph without quotation marks.")
            yield paper.fault("N33", Level.WARNING, part.element, message)


def both_languages(paper: Paper) -> Iterator[Fault]:
    """N33, N34: both languages of a release have the same quotes, speakers, subjects and rows."""
    texts = paper.texts
    if len(texts) != 2:
        return
    for one, other in (texts, texts[::-1]):
        mine, theirs = _speakers(one), _speakers(other)
        for quote, (part, speaker) in mine.items():
            if quote not in theirs:
                message = say("The quote {id} is missing in the other language.", id=quote)
                yield paper.fault("N33", Level.WARNING, part, message)
            elif theirs[quote][1] != speaker:
                message = say("The quote {id} has another speaker in the other language.", id=quote)
                yield paper.fault("N33", Level.WARNING, part, message)
        missing = _subjects(one) - _subjects(other)
        if missing:
            meta = one.find("contentMeta")
            where = one.element if meta is None else meta
            message = say("Subjects are missing in the other language: {codes}.", codes=", ".join(sorted(missing)))
            yield paper.fault("N34", Level.WARNING, where, message)
        rows = _rows(one)
        if rows and [row for row, _ in rows] != [row for row, _ in _rows(other)]:
            message = say("The two languages differ in their rows.")
            yield paper.fault("N34", Level.WARNING, rows[0][1], message)
            return


def _quotes(item: Item) -> Iterator[Part]:
    return (part for part in item.parts if part.role == _QUOTATION)


def _said(part: etree._Element) -> str:
    for description in part.findall(nar("description")):
        if description.get("role") == _WORDS:
            return words_of(description)
    return ""


def _speakers(item: Item) -> dict[str, tuple[etree._Element, str]]:
    found = {}
    for part in _quotes(item):
        creator = part.element.find(nar("creator"))
        quote = part.told.get("quoteid", "")
        if quote:
            found[quote] = (part.element, creator.get("qcode", "") if creator is not None else "")
    return found


def _subjects(item: Item) -> set[str]:
    return {subject.get("qcode", "") for subject in item.all("contentMeta/subject")}


def _rows(item: Item) -> list[tuple[str, etree._Element]]:
    rows = ((part.told.get("row", ""), part.element) for part in item.parts)
    return list({row: (row, part) for row, part in rows if row}.values())


def _texts(item: Item) -> dict[str, str]:
    found = {}
    for element, text in item.paragraphs:
        found[element.get(XML_ID, "") or element.get("id", "")] = text
    for body in bodies(item):
        for element in body.iter(etree.Element):
            name = element.get(XML_ID, "") or element.get("id", "")
            if name and name not in found:
                found[name] = words_of(element)
    return found


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"


RULES = (quotations, both_languages)
