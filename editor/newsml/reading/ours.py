"""Ours: what is published here, read back word for word from the parts of its texts."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from editor.model.communique import LONGEST_ID, Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage, fit_text
from editor.model.people import Participant, Quote
from editor.model.pictures import Picture, Use
from editor.model.rows import Row, RowKind, Side
from editor.newsml.identifiers import picture_id
from editor.newsml.kept import kept
from editor.newsml.paper import Item, Paper, Part, number_of, words_of
from editor.newsml.reading.facts import image_of, sided
from editor.newsml.reading.people import participants
from editor.newsml.reading.releases import release_of
from editor.newsml.vocabulary import ORIGINAL, PICTURE_PROFILE, XML_ID, nar
from editor.words import Sentence, say

_MARK = re.compile(r"(bold|italic|link|footnote|person) ([0-9]{1,7}) ([0-9]{1,7})(?: (.*))?", re.DOTALL)
_KINDS = {kind.value: kind for kind in RowKind}


@dataclass(slots=True)
class _Draft:
    """A row as far as it has been read."""

    row: Row
    sides: dict[Language, list[Passage]]


def read_ours(paper: Paper, texts: Mapping[Language, Item]) -> tuple[Communique, tuple[Sentence, ...]]:
    """Return the communiqué that was published, and what could not be placed."""
    people = participants(tuple(texts.values()))
    reader = _Reader(people)
    for language, item in texts.items():
        reader.read_text(language, item)
    pictures = tuple(_picture(item) for item in paper.items if item.profile == PICTURE_PROFILE)
    doc = Communique(
        reader.rows(),
        tuple(people.values()),
        tuple(reader.quotes.values()),
        tuple({picture.id: picture for picture in pictures}.values()),
        release_of(paper, texts),
        tuple(_kept(next(iter(texts.values())))),
    )
    return replace(doc, counter=doc.last_number), tuple(dict.fromkeys(reader.notes))


class _Reader:
    """Gathers rows and quotes of both languages."""

    def __init__(self, people: Mapping[str, Participant]) -> None:
        self._people = people
        self._drafts: dict[str, _Draft] = {}
        self.quotes: dict[str, Quote] = {}
        self.notes: list[Sentence] = []

    def rows(self) -> tuple[Row, ...]:
        """Return the rows read, in the order of the first text."""
        rows = []
        for draft in self._drafts.values():
            sides: Bilingual[Side] = Bilingual(
                tuple(draft.sides.get(Language.EN, ())), tuple(draft.sides.get(Language.FR, ()))
            )
            rows.append(replace(draft.row, sides=sides))
        return tuple(rows)

    def read_text(self, language: Language, item: Item) -> None:
        """Take in the rows of one language, with their marks and quotes."""
        blocks = {element.get(XML_ID, ""): text for element, text in item.paragraphs}
        quotes = self._stretches(item)
        for part in item.parts:
            name = one_id(part.told.get("row", ""))
            if part.role != "cmqpart:passage" or not name:
                continue
            draft = self._drafts.setdefault(name, _Draft(_row(name, part), {}))
            side = draft.sides.setdefault(language, [])
            none = part.told.get("none")
            if none is not None:
                draft.row = replace(draft.row, on_purpose=draft.row.on_purpose or none == "onPurpose")
                continue
            text = _text(part, blocks, draft.row, is_first=not side)
            marks = [mark for value in _marks(part) if (mark := self._mark(value))]
            marks += self._quote_marks(text, quotes.get(part.element.get("partid", ""), []))
            side.append(Passage(text, tuple(mark for mark in marks if mark.end <= len(text))))

    def _stretches(self, item: Item) -> dict[str, list[Part]]:
        found: dict[str, list[Part]] = {}
        parts = {part.element.get("contentrefs", ""): part for part in item.parts if part.role == "cmqpart:passage"}
        for part in item.parts:
            if part.role == "cmqpart:quotation" and one_id(part.told.get("quoteid", "")):
                block = parts.get(part.element.get("contentrefs", ""))
                usual = block.element.get("partid", "") if block is not None else ""
                found.setdefault(part.told.get("passage", usual), []).append(part)
        return found

    def _quote_marks(self, text: str, parts: list[Part]) -> list[Mark]:
        marks = []
        for part in parts:
            words = next((words_of(each) for each in part.element.findall(nar("description"))), "")
            start = number_of(part.told.get("offset", "")) or 0
            if text[start : start + len(words)] != words:
                start = text.find(words)
            if start < 0 or not words:
                self.notes.append(say("The words of a quote do not stand in its paragraph: {words}", words=words))
                continue
            name = one_id(part.told["quoteid"])
            marks.append(Mark(start, start + len(words), MarkKind.QUOTE, name))
            self.quotes.setdefault(name, self._quote(name, part))
        return marks

    def _quote(self, name: str, part: Part) -> Quote:
        creator = part.element.find(nar("creator"))
        speaker = self._people.get(creator.get("qcode", "")) if creator is not None else None
        original = next((each for each in Language if each.value == part.told.get("original")), None)
        return Quote(name, speaker.id if speaker else "", part.told.get("attributed") != "no", original=original)

    def _mark(self, value: str) -> Mark | None:
        found = _MARK.fullmatch(value)
        if found is None or int(found[2]) >= int(found[3]):
            return None
        kind, target = MarkKind(found[1]), found[4] or ""
        if kind is MarkKind.PERSON:
            person = self._people.get(f"cmqpers:{target}")
            if person is None:
                return None
            target = person.id
        return Mark(int(found[2]), int(found[3]), kind, target)


def _kept(item: Item) -> Iterator[str]:
    """Yield the foreign metadata an item bears: ours goes by codes, kept metadata by addresses."""
    meta = item.find("contentMeta")
    told = (each for each in (meta if meta is not None else ()) if not callable(each.tag))
    links = (each for each in item.all("itemMeta/link") if each.get("rel") is None)
    for element in (*item.all("rightsInfo")[1:], *links, *filter(_is_kept, told)):
        piece = kept(element, item.uri_of)
        if piece:
            yield piece


def _is_kept(element: etree._Element) -> bool:
    is_ours = any(element.get(name) is not None for name in ("qcode", "role", "type"))
    return not is_ours and (element.tag != nar("creator") or bool(element.attrib))


def one_id(text: str) -> str:
    """Return an id fit for a part of a communiqué; one that is too long is told from others by its fingerprint."""
    name = fit_text(text).strip()
    if len(name) <= LONGEST_ID:
        return name
    mark = hashlib.sha256(name.encode()).hexdigest()[:16]
    return f"{name[: LONGEST_ID - len(mark) - 1]}-{mark}"


def _row(name: str, part: Part) -> Row:
    kind, _, level = part.told.get("kind", "").partition(":")
    return Row(
        name,
        kind=_KINDS.get(kind, RowKind.PARAGRAPH),
        level=number_of(level) or 0,
        number=number_of(part.told.get("number", "")),
    )


def _text(part: Part, blocks: Mapping[str, str], row: Row, *, is_first: bool) -> str:
    block = part.element.get("contentrefs", "")
    if not block:
        return _fit(next((words_of(each) for each in part.element.findall(nar("description"))), ""))
    text = _fit(blocks.get(block, ""))
    prefix = f"{row.number}. "
    return text.removeprefix(prefix) if row.kind is RowKind.LIST_ITEM and row.number is not None and is_first else text


def _fit(text: str) -> str:
    # A line end inside a paragraph is not ours: somebody has laid the file out anew.
    return fit_text(re.sub(r"\s*[\r\n]+\s*", " ", text) if "\n" in text or "\r" in text else text)


def _marks(part: Part) -> list[str]:
    entries = part.element.findall(nar("partMetaExtProperty"))
    return [entry.get("value", "") for entry in entries if entry.get("rel") == "cmqprop:mark"]


def _picture(item: Item) -> Picture:
    contents = {each.get("rendition", ""): each for each in reversed(item.all("contentSet/remoteContent"))}
    original = contents.get(f"rnd:{ORIGINAL}")
    row = item.find("contentMeta/contentMetaExtProperty")
    found = Picture("") if original is None else image_of(original)
    return replace(
        found,
        id=picture_id(one_id(item.guid.rpartition(":")[2]) or "pic0"),
        caption=one_id(row.get("value", "")) if row is not None else "",
        credit=sided(item.all("contentMeta/creditline")),
        alternative=sided(_shown(item)),
        foreign=tuple(_kept(item)),
    ).having(*(image_of(contents[code]).as_rendition(use) for use in Use if (code := f"rnd:{use.value}") in contents))


def _shown(item: Item) -> list[etree._Element]:
    return [each for each in item.all("contentMeta/description") if each.get("role") == "cmqdrol:alttext"]
