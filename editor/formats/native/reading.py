"""Text to value: reads our own file strictly, naming the place of the first thing that is wrong."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final, Protocol, TypeVar

from editor.errors import Unreadable
from editor.formats.native.entries import Entry, Fault, Table, parsed
from editor.formats.native.version import NAME, VERSION
from editor.model.address import Address
from editor.model.address import Part as AddressPart
from editor.model.comments import Comment, Reply
from editor.model.communique import LONGEST_ID, Communique
from editor.model.contact import Contact
from editor.model.dismissals import Dismissal
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage, fit_text
from editor.model.people import Confidence, Gender, Participant, Quote, SignOff
from editor.model.pictures import Picture, Rendition, Use
from editor.model.refusals import Refusal
from editor.model.release import Action, Publication, Release, ReviewCopy, Status
from editor.model.rows import Confirmation, Proposal, Row, RowKind, Side
from editor.words import say

_NO_PAIR: Final[dict[str, object]] = {"en": "", "fr": ""}
_NO_WORDS: Final[dict[str, object]] = {"en": [], "fr": []}
_PARTS: Final = (
    "format",
    "counter",
    "release",
    "participants",
    "quotes",
    "pictures",
    "rows",
    "foreign",
    "comments",
    "rejected",
    "review",
    "dismissals",
    "refused",
    "emptied",
)


class _Named(Protocol):
    """A part of a communiqué that has an id."""

    @property
    def id(self) -> str: ...


Part = TypeVar("Part", bound=_Named)


def read(raw: bytes, path: Path) -> Communique:
    """Return the communiqué of a file's bytes; `path` is named in errors.

    Raises Unreadable with one sentence, naming the place in the file, where it is not wholly as `write` makes it.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(path, say("This file is not a communiqué.")) from error
    if not text.lstrip().startswith("{"):
        raise Unreadable(path, say("This file is not a communiqué."))
    try:
        return _communique(parsed(text))
    except Fault as fault:
        raise Unreadable(path, fault.sentence) from fault


def _communique(entry: Entry) -> Communique:
    _require_version(entry)
    table = entry.table(*_PARTS)
    return Communique(
        rows=_parts(table["rows"], _row),
        participants=_parts(table["participants"], _participant),
        quotes=_parts(table["quotes"], _quote),
        pictures=_parts(table["pictures"], _picture),
        release=_release(table["release"]),
        foreign=_texts(table["foreign"]),
        counter=table["counter"].whole(),
        comments=_parts(table.get("comments", []), _comment),
        rejected=tuple(_pair(each) for each in table.get("rejected", []).entries()),
        review=_review(table["review"]) if "review" in table else None,
        dismissals=tuple(_dismissal(each) for each in table.get("dismissals", []).entries()),
        refused=tuple(_refusal(each) for each in table.get("refused", []).entries()),
        emptied=tuple(_field(each) for each in table.get("emptied", []).entries()),
    )


def _review(entry: Entry) -> ReviewCopy:
    table = entry.table("number", "at", "rows")
    return ReviewCopy(table["number"].whole(1), table["at"].moment(), tuple(map(_copied, table["rows"].entries())))


def _refusal(entry: Entry) -> Refusal:
    table = entry.table("kind", "words")
    kind = table["kind"].choice(MarkKind)
    if kind not in (MarkKind.QUOTE, MarkKind.PERSON):
        raise table["kind"].fault(say("A quote or a person is wanted."))
    return Refusal(kind, table["words"].text())


def _field(entry: Entry) -> Address:
    table = entry.table("part", "id", "field")
    return Address(table["part"].choice(AddressPart), table.get("id", "").text(), field=table.get("field", "").text())


def _dismissal(entry: Entry) -> Dismissal:
    names = ("rule", "part", "id", "language", "passage", "start", "end", "field")
    table = entry.table(*names, "fingerprint", "reason", "by", "at")

    def number(name: str) -> int | None:
        return table[name].whole() if name in table else None

    where = Address(
        table["part"].choice(AddressPart),
        table.get("id", "").text(),
        table["language"].choice(Language) if "language" in table else None,
        number("passage"),
        number("start"),
        number("end"),
        table.get("field", "").text(),
    )
    return Dismissal(
        table["rule"].text(),
        where,
        table["fingerprint"].text(),
        table["reason"].text(),
        table["by"].text(),
        table["at"].moment(),
    )


def _copied(entry: Entry) -> tuple[str, Bilingual[str]]:
    table = entry.table("id", "en", "fr")
    return _id(table), Bilingual(table["en"].text(), table["fr"].text())


def _require_version(entry: Entry) -> None:
    """Read the heading before anything else: what a newer version holds is not to be judged here."""
    stranger = Fault("", say("This file is not a communiqué."))
    if not isinstance(entry.value, dict) or not isinstance(entry.value.get("format"), dict):
        raise stranger
    heading = Table("format", entry.value["format"])
    if heading.get("name", "").value != NAME:
        raise stranger
    version = heading["version"].whole(1)
    if version > VERSION:
        raise Fault("", say("A newer Communiqué wrote this file (version {version} of the format).", version=version))
    Entry("format", entry.value["format"]).table("name", "version")


def _parts(entry: Entry, part: Callable[[Entry], Part]) -> tuple[Part, ...]:
    """Read a list of parts, no two of which have one id."""
    parts: list[Part] = []
    seen: set[str] = set()
    for each in entry.entries():
        parts.append(part(each))
        if parts[-1].id in seen:
            raise Fault(f"{each.place}.id", say("This id is taken already."))
        seen.add(parts[-1].id)
    return tuple(parts)


def _texts(entry: Entry) -> tuple[str, ...]:
    return tuple(each.text() for each in entry.entries())


def _id(table: Table) -> str:
    text = table["id"].text()
    if not 0 < len(text) <= LONGEST_ID:
        raise table["id"].fault(say("An id is wanted."))
    return text


def _pair(entry: Entry) -> Bilingual[str]:
    table = entry.table("en", "fr")
    return Bilingual(table["en"].text(), table["fr"].text())


def _words(entry: Entry) -> Bilingual[tuple[str, ...]]:
    table = entry.table("en", "fr")
    return Bilingual(_texts(table["en"]), _texts(table["fr"]))


_RELEASE: Final = (
    *("profile", "status", "urgency", "reference", "date", "updated", "place", "country", "embargo", "topics"),
    *("keywords", "genre", "service", "contact", "note", "variants", "known_words", "publications"),
)


def _release(entry: Entry) -> Release:
    table = entry.table(*_RELEASE)
    return Release(
        profile=table["profile"].text(),
        status=table["status"].choice(Status),
        urgency=table["urgency"].whole(1) if "urgency" in table else None,
        reference=table.get("reference", "").text(),
        date=table["date"].day() if "date" in table else None,
        updated=table["updated"].moment() if "updated" in table else None,
        place=_pair(table.get("place", _NO_PAIR)),
        country=table.get("country", "").text(),
        embargo=table["embargo"].moment() if "embargo" in table else None,
        topics=_texts(table.get("topics", [])),
        keywords=_words(table.get("keywords", _NO_WORDS)),
        genre=table.get("genre", "").text(),
        service=table.get("service", "").text(),
        contact=_contact(table["contact"]) if "contact" in table else Contact(),
        note=_pair(table.get("note", _NO_PAIR)),
        variants=_pair(table.get("variants", _NO_PAIR)),
        known_words=_words(table.get("known_words", _NO_WORDS)),
        publications=tuple(_publication(each) for each in table.get("publications", []).entries()),
    )


def _contact(entry: Entry) -> Contact:
    table = entry.table("name", "telephone", "email")
    return Contact(
        _pair(table.get("name", _NO_PAIR)),
        _pair(table.get("telephone", _NO_PAIR)),
        _pair(table.get("email", _NO_PAIR)),
    )


def _publication(entry: Entry) -> Publication:
    table = entry.table("version", "action", "at", "shape", "identifier", "embargo", "note", "files")
    return Publication(
        version=table["version"].whole(),
        action=table["action"].choice(Action),
        at=table["at"].moment(),
        shape=table["shape"].text(),
        files=tuple(_file(each) for each in table.get("files", []).entries()),
        identifier=table.get("identifier", "").text(),
        embargo=table["embargo"].moment() if "embargo" in table else None,
        note=_pair(table.get("note", _NO_PAIR)),
    )


def _file(entry: Entry) -> tuple[str, str]:
    table = entry.table("name", "sha256")
    return table["name"].text(), table["sha256"].text()


def _participant(entry: Entry) -> Participant:
    table = entry.table(
        *("id", "name", "functions", "organisation", "country", "honorific", "gender", "aliases", "code")
    )
    return Participant(
        id=_id(table),
        name=_pair(table.get("name", _NO_PAIR)),
        functions=tuple(_pair(each) for each in table.get("functions", []).entries()),
        organisation=_pair(table.get("organisation", _NO_PAIR)),
        country=table.get("country", "").text(),
        honorific=_pair(table.get("honorific", _NO_PAIR)),
        gender=table["gender"].choice(Gender) if "gender" in table else None,
        aliases=_texts(table.get("aliases", [])),
        code=table.get("code", "").text(),
    )


def _quote(entry: Entry) -> Quote:
    table = entry.table("id", "speaker", "is_attributed", "confidence", "original", "sign_off")
    return Quote(
        id=_id(table),
        speaker=table["speaker"].text(),
        is_attributed=table["is_attributed"].flag(),
        confidence=table["confidence"].choice(Confidence),
        original=table["original"].choice(Language) if "original" in table else None,
        sign_off=_sign_off(table["sign_off"]) if "sign_off" in table else None,
    )


def _sign_off(entry: Entry) -> SignOff:
    table = entry.table("by", "at", "wording")
    return SignOff(_pair(table["wording"]), table["by"].text(), table["at"].moment())


def _confirmation(entry: Entry) -> Confirmation:
    table = entry.table("by", "at", "wording")
    return Confirmation(_pair(table["wording"]), table["by"].text(), table["at"].moment())


_IMAGE: Final = ("file", "media_type", "size", "width", "height", "fingerprint")
"""What is known of a file of a picture."""


def _picture(entry: Entry) -> Picture:
    table = entry.table("id", "caption", "credit", "alternative", "renditions", "foreign", *_IMAGE)
    return Picture(
        id=_id(table),
        file=table.get("file", "").text(),
        caption=table.get("caption", "").text(),
        credit=_pair(table.get("credit", _NO_PAIR)),
        alternative=_pair(table.get("alternative", _NO_PAIR)),
        media_type=table.get("media_type", "").text(),
        size=table.get("size", 0).whole(),
        width=table.get("width", 0).whole(),
        height=table.get("height", 0).whole(),
        fingerprint=table.get("fingerprint", "").text(),
        renditions=_renditions(table.get("renditions", [])),
        foreign=_texts(table.get("foreign", [])),
    )


def _renditions(entry: Entry) -> tuple[Rendition, ...]:
    """Read the further files of a picture, in the order of their uses, no two for one."""
    renditions: list[Rendition] = []
    for each in entry.entries():
        table = each.table("use", *_IMAGE)
        use = table["use"].choice(Use)
        if renditions and list(Use).index(use) <= list(Use).index(renditions[-1].use):
            raise table["use"].fault(say("The uses are wanted each once, in their order."))
        renditions.append(
            Rendition(
                use,
                table.get("file", "").text(),
                table.get("media_type", "").text(),
                table.get("size", 0).whole(),
                table.get("width", 0).whole(),
                table.get("height", 0).whole(),
                table.get("fingerprint", "").text(),
            )
        )
    return tuple(renditions)


def _row(entry: Entry) -> Row:
    table = entry.table(
        *("id", "kind", "level", "number", "on_purpose", "confirmation", "certainty", "comments", "proposal"),
        *("en", "fr"),
    )
    row = Row(
        id=_id(table),
        sides=Bilingual(_side(table["en"]), _side(table["fr"])),
        kind=table["kind"].choice(RowKind),
        level=table.get("level", 0).whole(),
        number=table["number"].whole() if "number" in table else None,
        on_purpose=table.get("on_purpose", False).flag(),
        confirmation=_confirmation(table["confirmation"]) if "confirmation" in table else None,
        certainty=table["certainty"].share() if "certainty" in table else None,
        comments=_texts(table.get("comments", [])),
    )
    return replace(row, proposal=_proposal(table["proposal"], row)) if "proposal" in table else row


def _proposal(entry: Entry, row: Row) -> Proposal:
    """Read how near the memory's proposal was; its words are those of the row, or it would not be kept."""
    table = entry.table("language", "percent")
    language = table["language"].choice(Language)
    return Proposal(language, row.text(language), table["percent"].whole(1))


def _comment(entry: Entry) -> Comment:
    table = entry.table("id", "by", "at", "text", "is_resolved", "replies")
    return Comment(
        id=_id(table),
        text=table["text"].text(),
        by=table["by"].text(),
        at=table["at"].moment(),
        is_resolved=table.get("is_resolved", False).flag(),
        replies=tuple(_reply(each) for each in table.get("replies", []).entries()),
    )


def _reply(entry: Entry) -> Reply:
    table = entry.table("by", "at", "text")
    return Reply(table["text"].text(), table["by"].text(), table["at"].moment())


def _side(entry: Entry) -> Side:
    return tuple(_passage(each) for each in entry.entries())


def _passage(entry: Entry) -> Passage:
    table = entry.table("text", "marks")
    text = table["text"].text()
    if text != fit_text(text):
        raise table["text"].fault(say("The text holds a line end or a control character."))
    return Passage(text, tuple(_mark(each, len(text)) for each in table.get("marks", []).entries()))


def _mark(entry: Entry, length: int) -> Mark:
    table = entry.table("start", "end", "kind", "target")
    start, end = table["start"].whole(), table["end"].whole()
    if not start < end <= length:
        raise entry.fault(say("The mark lies outside its text of {length} characters.", length=length))
    return Mark(start, end, table["kind"].choice(MarkKind), table.get("target", "").text())
