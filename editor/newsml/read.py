"""Read: NewsML-G2 to value; our own word for word, everybody else's with tolerance."""

from collections.abc import Iterator
from dataclasses import replace

from editor.errors import Unfit
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.people import Participant
from editor.model.profile import Profile
from editor.model.release import Release
from editor.model.rows import Row, RowKind, Side
from editor.newsml.paper import Context, Item, Paper, open_paper
from editor.newsml.reading.foreign import headline_of, language_for, read_foreign
from editor.newsml.reading.ours import read_ours
from editor.newsml.reading.people import concept_person
from editor.newsml.source import check_root, parse
from editor.newsml.vocabulary import MAIN, nar
from editor.values import frozen
from editor.words import Sentence, say

__all__ = ["Reading", "read", "read_participants"]


@frozen
class Reading:
    """What was read, and what is to be said of it: what was dropped, assumed, or is not in the file."""

    doc: Communique
    notes: tuple[Sentence, ...] = ()


def read(data: bytes, profile: Profile | None = None) -> Reading:
    """Return the communiqué in a NewsML-G2 file. `profile` is the house profile a foreign one is given.

    Raises Unfit, saying what it is instead, for anything that is no message or item with a release in it.
    """
    paper = _open(data)
    texts = _texts(paper)
    house = profile.name if profile else Release().profile
    if texts and all(_tells_rows(item) for item in texts.values()):
        return Reading(*read_ours(paper, texts))
    pictures = [item for item in paper.items if item.item_class in {"ninat:picture", "ninat:graphic"}]
    packages = [item for item in paper.items if item.kind == "packageItem"]
    if not texts and not pictures and packages:
        return _package(packages[0], house)
    if not texts and not pictures:
        raise Unfit(_nothing(paper))
    doc, notes = read_foreign(paper, texts, house)
    says_something = any(item.find("itemMeta") is not None for item in texts.values())
    if not says_something and not doc.rows and not doc.pictures:
        raise Unfit(say("The file holds items, but no text, picture or headline in them."))
    return Reading(doc, (*_asides(paper, texts), *notes))


def read_participants(data: bytes) -> tuple[Participant, ...]:
    """Return the people described by concept items. Raises Unfit where a file holds none."""
    paper = _open(data)
    concepts = [concept for item in paper.items if item.kind == "conceptItem" for concept in item.all("concept")]
    people = [person for concept in concepts if any((person := concept_person(concept)).name)]
    if not people:
        raise Unfit(say("The file describes no person."))
    return tuple(replace(person, id=f"p{number}") for number, person in enumerate(people, start=1))


def _open(data: bytes) -> Paper:
    root = parse(data)
    check_root(root)
    return open_paper(root, Context())


def _texts(paper: Paper) -> dict[Language, Item]:
    """Return the first text of each language, that of the language the house names first before the other."""
    found: dict[Language, Item] = {}
    for item in paper.items:
        if item.kind == "newsItem" and item.item_class not in {"ninat:picture", "ninat:graphic"}:
            found.setdefault(language_for(item)[0], item)
    return {language: found[language] for language in (MAIN, MAIN.other) if language in found}


def _tells_rows(item: Item) -> bool:
    return item.is_our_text and (any(part.role == "cmqpart:passage" for part in item.parts) or not item.paragraphs)


def _asides(paper: Paper, texts: dict[Language, Item]) -> Iterator[Sentence]:
    if paper.root.tag == nar("newsMessage") and paper.header is None:
        yield say("The message has no header.")
    for item in texts.values():
        note = language_for(item)[1]
        if note is not None:
            yield note
    taken = {id(item.element) for item in texts.values()}
    for item in paper.items:
        is_text = item.kind == "newsItem" and item.item_class not in {"ninat:picture", "ninat:graphic"}
        if is_text and id(item.element) not in taken:
            name = headline_of(item) or item.guid
            yield say("The message holds more texts; this one was not opened: {name}", name=name)
    if not any(item.knows_all for item in paper.items):
        yield say("The file relies on a catalogue that is not known here; some of its codes were not understood.")


def _package(package: Item, house: str) -> Reading:
    """Return a package that comes without its items: its headline, and a note for everything it refers to."""
    notes = [say("This is a package; the items it refers to are not in the file.")]
    for ref in package.all("groupSet/group/itemRef"):
        name = next((text for each in ("headline", "title") if (text := ref.findtext(nar(each), "").strip())), "")
        target = ref.get("residref") or ref.get("href") or ""
        notes.append(say("It refers to: {name} ({target})", name=name or "?", target=target))
    headline = headline_of(package)
    nothing: Bilingual[Side] = Bilingual((), ())
    side = nothing.having(language_for(package)[0], (Passage(headline),))
    rows = (Row("r1", side, RowKind.HEADLINE),) if headline else ()
    return Reading(Communique(rows, release=Release(profile=house), counter=1), tuple(notes))


def _nothing(paper: Paper) -> Sentence:
    kinds = {item.kind for item in paper.items}
    if "conceptItem" in kinds:
        return say("This describes a person or another concept, not a release. It can be read as a participant.")
    if kinds & {"knowledgeItem", "catalogItem", "planningItem"}:
        return say("This is a vocabulary or a plan of NewsML-G2, not a release.")
    return say("The message holds no items.")
