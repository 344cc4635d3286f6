"""Foreign: what other producers publish, opened with tolerance: text first, then every fact there is a field for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from lxml import etree

from editor.model.communique import Communique
from editor.model.contact import Contact
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant, Quote
from editor.model.pictures import Picture, Rendition, Use
from editor.model.release import Release
from editor.model.rows import Row, RowKind, Side
from editor.newsml.kept import in_words, kept
from editor.newsml.paper import Item, Paper, words_of
from editor.newsml.reading.bodies import Chunk, Content, content_of
from editor.newsml.reading.facts import country, day, image_of, is_topic, lines, moment, notes, sided, topics
from editor.newsml.reading.ours import one_id
from editor.newsml.reading.people import is_person, participants
from editor.newsml.reading.releases import contact_of, place_of, reference_of, release_of, urgency_of
from editor.newsml.vocabulary import LANG, NAR, ORIGINAL, nar
from editor.newsml.wording import one_line
from editor.words import Sentence, say

_ANY_NOTE = frozenset({""})
_READ_OF_PICTURES = frozenset(
    {"itemClass", "versionCreated", "firstCreated", "embargoed", "pubStatus", "generator", "profile", "signal"}
    | {"urgency", "contentCreated", "contentModified", "language", "creditline"}
)
_READ = _READ_OF_PICTURES | {"edNote", "located", "keyword", "subject", "headline", "dateline"}
"""Metadata there is a field for, or that is made anew with every publication."""
_CAPTIONS = ("drol:caption", "drol:description", "")
_ALTERNATIVES = ("cmqdrol:alttext", "drol:alttext")
"""Roles of what is said of a picture, the best first."""
_USES = {**{use.value.lower(): use for use in Use}, "thumb": Use.THUMBNAIL}
"""Uses by their codes; “thumb” is how IPTC's own examples of old spell it."""
_OF_RIGHTS = frozenset({"copyrightHolder", "copyrightNotice", "usageTerms"})
"""What is kept of rights."""
_PICTURES = frozenset({"ninat:picture", "ninat:graphic"})
_HEAD = 3
"""Paragraphs in which a body may repeat its headlines without marking them as headings."""


@dataclass(slots=True)
class _Story:
    """One language of a foreign release as it is read."""

    item: Item
    content: Content
    headline: str
    subheadline: str
    notes: list[Sentence] = field(default_factory=list)


def read_foreign(paper: Paper, texts: Mapping[Language, Item], profile: str) -> tuple[Communique, tuple[Sentence, ...]]:
    """Return the communiqué that a message or item of another producer makes, and what was assumed or left out."""
    guids = frozenset(item.guid for item in paper.items)
    stories = {language: _story(item, guids) for language, item in texts.items()}
    notes_ = [note for story in stories.values() for note in story.notes]
    people = participants(tuple(texts.values()))
    rows, said = _rows(stories, people)
    rows, pictures, aside = _with_pictures(paper, rows, guids)
    notes_.extend(aside)
    doc = Communique(
        rows,
        tuple(people.values()),
        tuple(said.values()),
        pictures,
        _release_of(paper, texts, profile),
        tuple(dict.fromkeys(piece for story in stories.values() for piece in _kept(story, guids))),
    )
    if len({len(story.content.chunks) for story in stories.values()}) > 1:
        notes_.append(say("The two texts differ in their number of paragraphs: align them."))
    return replace(doc, counter=doc.last_number), tuple(dict.fromkeys(notes_))


def _kept(story: _Story, guids: frozenset[str]) -> Iterator[str]:
    """Yield what is kept of a text: markup that is not known, metadata there is no field for."""
    yield from story.content.unknown
    yield from _pieces(story.item, guids)


def _held(item: Item, guids: frozenset[str]) -> Iterator[tuple[etree._Element, str]]:
    """Yield the metadata of an item that may be kept, each element with how it is kept, or nothing where it is not.

    Passed over are topics and people of a text, which have fields, and links to what is in the file itself (`guids`).
    """
    language = item.element.get(LANG, "")
    links = (each for each in item.all("itemMeta/link") if each.get("residref") not in guids)
    meta = item.find("contentMeta")
    told = () if meta is None else meta.iterchildren(f"{{{NAR}}}*")
    is_read = _is_words_of_picture if item.item_class in _PICTURES else _has_field
    for element in (*item.all("rightsInfo"), *item.all("itemMeta/provider"), *links, *told):
        if not is_read(item, element):
            yield element, kept(element, item.uri_of, language)


def _has_field(item: Item, element: etree._Element) -> bool:
    return element.tag == nar("subject") and (is_topic(item, element) or is_person(item, element))


def _is_words_of_picture(item: Item, element: etree._Element) -> bool:
    roles = {_role_of(item, _CAPTIONS), *_ALTERNATIVES}
    return element.tag == nar("description") and element.get("role", "") in roles


def _pieces(item: Item, guids: frozenset[str]) -> Iterator[str]:
    """Yield what is kept of the metadata of an item there is no field for."""
    if not item.is_ours:
        yield from (piece for _, piece in _held(item, guids) if piece)


def language_for(item: Item) -> tuple[Language, Sentence | None]:
    """Return the side an item's text goes to, and what is to be said where it is neither English nor French."""
    tag = item.language or item.text("contentMeta/language")
    for language in Language:
        if tag[:2] == language.value:
            return language, None
    if not tag:
        return Language.EN, say("The file does not say its language; the text was put on the English side.")
    return Language.EN, say("The text is in “{tag}”; it was put on the English side.", tag=tag)


def headline_of(item: Item) -> str:
    """Return the headline of an item: the first without a role, else the first there is."""
    plain = lines(item, "contentMeta/headline", "")
    return next(iter(plain or lines(item, "contentMeta/headline") or lines(item, "itemMeta/title")), "")


def _story(item: Item, guids: frozenset[str]) -> _Story:
    content = content_of(item.element)
    headline = headline_of(item) or content.headline
    others = [line for line in lines(item, "contentMeta/headline") if line != headline]
    chunks = tuple(_without_repeats(content.chunks, {headline, *others}))
    story = _Story(item, replace(content, chunks=chunks), headline, others[0] if others else "")
    story.notes.extend(_unread(item, guids))
    if content.unknown:
        story.notes.append(say("A content in a markup that is not known here is kept as it is, and not shown."))
    if content.dropped:
        what = ", ".join(sorted(set(content.dropped)))
        story.notes.append(say("Left out of the text, because it runs or is no text: {names}.", names=what))
    if not chunks:
        story.notes.append(say("The item holds no text."))
    return story


def _unread(item: Item, guids: frozenset[str]) -> Iterator[Sentence]:
    """Say which metadata is kept without a field, and which is neither read nor kept."""
    if item.is_ours:
        return
    names = {(etree.QName(element).localname, bool(piece)) for element, piece in _held(item, guids)}
    read = _READ_OF_PICTURES if item.item_class in _PICTURES else _READ
    lost = {name for name, is_kept in names if not is_kept and name not in read}
    lost |= {name for name in _names(item, "itemMeta") if name not in {*read, "provider", "link"}}
    lost |= {name for name in _names(item, "rightsInfo") if name not in _OF_RIGHTS}
    kept_names = {name for name, is_kept in names if is_kept}
    if kept_names:
        yield say("Kept as it is, there being no field for it: {names}.", names=in_words(sorted(kept_names)))
    if lost:
        yield say("Neither read nor kept: {names}.", names=in_words(sorted(lost)))


def _names(item: Item, holder: str) -> Iterator[str]:
    return (etree.QName(found).localname for each in item.all(holder) for found in each.iterchildren(f"{{{NAR}}}*"))


def _without_repeats(chunks: tuple[Chunk, ...], headlines: set[str]) -> Iterator[Chunk]:
    """Yield the paragraphs without headlines that the body repeats: as headings, or where it begins."""
    for place, chunk in enumerate(chunks):
        if chunk.passage.text not in headlines or (chunk.kind is not RowKind.SUBHEADING and place >= _HEAD):
            yield chunk


def _rows(
    stories: Mapping[Language, _Story], people: Mapping[str, Participant]
) -> tuple[tuple[Row, ...], dict[str, Quote]]:
    rows: list[Row] = []
    for kind, texts in (
        (RowKind.HEADLINE, {language: story.headline for language, story in stories.items()}),
        (RowKind.SUBHEADLINE, {language: story.subheadline for language, story in stories.items()}),
        (RowKind.DATELINE, {language: _dateline(story) for language, story in stories.items()}),
    ):
        if any(texts.values()):
            rows.append(Row(f"r{len(rows) + 1}", _sides(texts), kind))
    said: dict[str, Quote] = {}
    columns = {language: _marked(story, people, said) for language, story in stories.items()}
    for pair in _paired(columns):
        first = next(iter(pair.values()))
        sides: Bilingual[Side] = Bilingual((), ())
        for language, chunk in pair.items():
            sides = sides.having(language, (chunk.passage,))
        rows.append(Row(f"r{len(rows) + 1}", sides, first.kind, first.level, first.number))
    return tuple(rows), said


def _paired(columns: Mapping[Language, list[Chunk]]) -> Iterator[dict[Language, Chunk]]:
    """Yield paragraphs that belong together: by their place where both texts have as many, else each alone."""
    if len({len(column) for column in columns.values()}) == 1:
        for pair in zip_longest(*columns.values()):
            yield dict(zip(columns, pair, strict=True))
        return
    for language, column in columns.items():
        for chunk in column:
            yield {language: chunk}


def _marked(story: _Story, people: Mapping[str, Participant], said: dict[str, Quote]) -> list[Chunk]:
    """Return the paragraphs with the quotes that stand-off parts name marked in them."""
    chunks = list(story.content.chunks)
    for part in story.item.parts:
        if part.role != "cmqpart:quotation":
            continue
        words = next((words_of(each) for each in part.element.findall(nar("description"))), "")
        name = one_id(part.told.get("quoteid", "")) or f"q{len(said) + 1}"
        place = next((n for n, chunk in enumerate(chunks) if chunk.id == part.element.get("contentrefs")), -1)
        start = chunks[place].passage.text.find(words) if place >= 0 and words else -1
        if start < 0:
            story.notes.append(say("The words of a quote do not stand in its paragraph: {words}", words=words))
            continue
        mark = Mark(start, start + len(words), MarkKind.QUOTE, name)
        passage = chunks[place].passage
        chunks[place] = replace(chunks[place], passage=Passage(passage.text, (*passage.marks, mark)))
        creator = part.element.find(nar("creator"))
        speaker = people.get(creator.get("qcode", "")) if creator is not None else None
        said.setdefault(name, Quote(name, speaker.id if speaker else ""))
    return chunks


def _sides(texts: Mapping[Language, str]) -> Bilingual[Side]:
    sides: Bilingual[Side] = Bilingual((), ())
    for language, text in texts.items():
        sides = sides.having(language, (Passage(text),) if text else ())
    return sides


def _dateline(story: _Story) -> str:
    told = next(iter(lines(story.item, "contentMeta/dateline")), "")
    line = story.content.dateline or ("" if story.item.is_ours else told)
    begins = next((chunk.passage.text for chunk in story.content.chunks), "")
    return "" if line and begins.startswith(line) else line


def _release_of(paper: Paper, texts: Mapping[Language, Item], profile: str) -> Release:
    if not texts:
        return Release(profile=profile)
    if all(item.is_our_text for item in texts.values()):
        return release_of(paper, texts)
    item = next(iter(texts.values()))
    place: Bilingual[str] = Bilingual("", "")
    keywords: Bilingual[tuple[str, ...]] = Bilingual((), ())
    variants: Bilingual[str] = Bilingual("", "")
    told: Bilingual[str] = Bilingual("", "")
    contact = Contact()
    for language, text in texts.items():
        contact = contact.having(language, contact_of(text))
        place = place.having(language, place_of(text))
        keywords = keywords.having(language, tuple(dict.fromkeys(lines(text, "contentMeta/keyword"))))
        told = told.having(language, one_line(notes(text, _ANY_NOTE)[language]))
        if "-" in text.language and text.language[:2] == language.value:
            variants = variants.having(language, text.element.get(LANG, ""))
    return Release(
        profile=profile,
        reference=reference_of(item),
        date=day(item),
        updated=moment(item, "contentMeta/contentModified"),
        place=place,
        country=country(item),
        embargo=moment(item, "itemMeta/embargoed"),
        urgency=urgency_of(item),
        topics=topics(item),
        keywords=keywords,
        contact=contact,
        note=told,
        variants=variants,
    )


def _with_pictures(
    paper: Paper, rows: tuple[Row, ...], guids: frozenset[str]
) -> tuple[tuple[Row, ...], tuple[Picture, ...], tuple[Sentence, ...]]:
    pictures: list[Picture] = []
    notes_: list[Sentence] = []
    for item in paper.items:
        if item.item_class not in _PICTURES or item.kind != "newsItem":
            continue
        row = Row(f"r{len(rows) + 1}", _caption(item), RowKind.CAPTION)
        has_caption = any(row.has_text(language) for language in Language)
        rows = (*rows, row) if has_caption else rows
        picture, left = _picture(item, f"i{len(pictures) + 1}", row.id if has_caption else "")
        pictures.append(replace(picture, foreign=tuple(dict.fromkeys(_pieces(item, guids)))))
        notes_.extend(_unread(item, guids))
        if left:
            names = ", ".join(map(one_line, left))
            notes_.append(
                say("Further files of a picture were left out, their use being unknown or taken: {names}.", names=names)
            )
    return rows, tuple(pictures), tuple(notes_)


def _caption(item: Item) -> Bilingual[Side]:
    found = _texts(item, _CAPTIONS)
    return found.each(lambda text: (Passage(text),) if text else ())


def _texts(item: Item, roles: Iterable[str]) -> Bilingual[str]:
    """Return the description in the first of these roles, on the side of its language."""
    role = _role_of(item, roles)
    elements = [each for each in item.all("contentMeta/description") if each.get("role", "") == role]
    return _placed(sided(elements, item.language), item)


def _role_of(item: Item, roles: Iterable[str]) -> str | None:
    """Return the first of these roles that a description has; None where none has one of them."""
    there = {each.get("role", "") for each in item.all("contentMeta/description")}
    return next((role for role in roles if role in there), None)


def _placed(pair: Bilingual[str], item: Item) -> Bilingual[str]:
    """Return a text without a language of its own on one side only."""
    if pair.en != pair.fr or not pair.en:
        return pair
    return Bilingual("", "").having(language_for(item)[0], pair.en)


def _picture(item: Item, picture_id: str, caption: str) -> tuple[Picture, tuple[str, ...]]:
    """Return a picture with all its renditions, the best one as its original, and the codes of those left over."""
    contents = sorted(item.all("contentSet/remoteContent"), key=_rank, reverse=True)
    original = image_of(contents[0]) if contents else Picture("")
    renditions: dict[Use, Rendition] = {}
    left: list[str] = []
    for content in contents[1:]:
        use = _USES.get(_rendition(content))
        if use is None or use in renditions:
            left.append(content.get("rendition") or content.get("renditionuri") or content.get("href") or "?")
        else:
            renditions[use] = image_of(content).as_rendition(use)
    picture = replace(
        original,
        id=picture_id,
        caption=caption,
        credit=_placed(sided(item.all("contentMeta/creditline"), item.language), item),
        alternative=_texts(item, _ALTERNATIVES),
    )
    return picture.having(*renditions.values()), tuple(left)


def _rendition(content: etree._Element) -> str:
    """Return the code of a rendition in whatever scheme, in lower case: houses have schemes of their own."""
    code = content.get("rendition", "").rpartition(":")[2]
    return (code or content.get("renditionuri", "").rpartition("/")[2]).lower()


def _rank(content: etree._Element) -> tuple[bool, int]:
    image = image_of(content)
    return _rendition(content) == ORIGINAL.lower(), image.width or image.size
