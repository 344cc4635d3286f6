"""Value to text: writes a communiqué as JSON, one thing a line, with every unseen character as an escape."""

import json
import re
from datetime import datetime
from typing import Final

from editor.formats.native.version import NAME, VERSION
from editor.model.comments import Comment
from editor.model.communique import Communique
from editor.model.contact import Contact
from editor.model.dismissals import Dismissal
from editor.model.language import Bilingual
from editor.model.passage import Passage
from editor.model.people import Participant, Quote
from editor.model.pictures import Picture, Rendition
from editor.model.release import Publication, Release, ReviewCopy
from editor.model.rows import Row

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]

# What editors, mail and terminals show as a plain space or not at all: control and format characters, spaces but the
# plain one, variation selectors, tags, and halves of characters, which UTF-8 cannot hold.
_UNSEEN: Final = re.compile(
    "[\x7f-\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufe00-\ufe0f\ufeff"
    "\ufff9-\uffff\U000e0000-\U000e0fff]"
)


def write(doc: Communique) -> bytes:
    """Return the file of a communiqué; equal communiqués give equal bytes."""
    whole: dict[str, Value] = {
        "format": {"name": NAME, "version": VERSION},
        "counter": doc.counter,
        "release": _release(doc.release),
        "participants": [_participant(person) for person in doc.participants],
        "quotes": [_quote(quote) for quote in doc.quotes],
        "pictures": [_picture(picture) for picture in doc.pictures],
        "rows": [_row(row) for row in doc.rows],
        "foreign": list(doc.foreign),
        **_kept(
            comments=[_comment(comment) for comment in doc.comments],
            rejected=[{"en": pair.en, "fr": pair.fr} for pair in doc.rejected],
            review=_review(doc.review) if doc.review else None,
            dismissals=[_dismissal(each) for each in doc.dismissals],
            refused=[{"kind": each.kind.value, "words": each.words} for each in doc.refused],
            emptied=[{"part": each.part.value, **_kept(id=each.id, field=each.field)} for each in doc.emptied],
        ),
    }
    return f"{_lines(whole, '')}\n".encode()


def _review(copy: ReviewCopy) -> dict[str, Value]:
    """Return the last review copy: what each row said, in the order of the rows."""
    rows: list[Value] = [{"id": row_id, "en": wording.en, "fr": wording.fr} for row_id, wording in copy.wordings]
    return {"number": copy.number, "at": copy.at.isoformat(), "rows": rows}


def _lines(value: Value, indent: str) -> str:
    """Return JSON in which what holds no further tables or lists is one line, and any list is one line an entry."""
    inner = f"{indent}  "
    if isinstance(value, list) and value:
        entries = (f"{inner}{_lines(entry, inner)}" for entry in value)
        return "[\n{}\n{}]".format(",\n".join(entries), indent)
    if isinstance(value, dict) and any(isinstance(part, list | dict) for part in value.values()):
        parts = (f"{inner}{_quoted(name)}: {_lines(part, inner)}" for name, part in value.items())
        return "{{\n{}\n{}}}".format(",\n".join(parts), indent)
    if isinstance(value, dict):
        return "{{{}}}".format(", ".join(f"{_quoted(name)}: {_lines(part, '')}" for name, part in value.items()))
    return _quoted(value) if isinstance(value, str) else json.dumps(value)


def _quoted(text: str) -> str:
    return _UNSEEN.sub(_escape, json.dumps(text, ensure_ascii=False))


def _escape(match: re.Match[str]) -> str:
    if "\ud800" <= match[0] <= "\udfff":
        return "\ufffd"
    return json.dumps(match[0])[1:-1]


def _kept(**parts: Value) -> dict[str, Value]:
    """Return the parts that hold something."""
    return {name: part for name, part in parts.items() if part is not None and part is not False and part not in _EMPTY}


_EMPTY: Final[tuple[Value, ...]] = ("", [], {})


def _pair(pair: Bilingual[str]) -> dict[str, Value]:
    return {"en": pair.en, "fr": pair.fr} if pair.en or pair.fr else {}


def _words(pair: Bilingual[tuple[str, ...]]) -> dict[str, Value]:
    return {"en": list(pair.en), "fr": list(pair.fr)} if pair.en or pair.fr else {}


def _time(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _release(release: Release) -> dict[str, Value]:
    return {
        "profile": release.profile,
        "status": release.status.value,
        **_kept(
            urgency=release.urgency,
            reference=release.reference,
            date=release.date.isoformat() if release.date else None,
            updated=_time(release.updated),
            place=_pair(release.place),
            country=release.country,
            embargo=_time(release.embargo),
            topics=list(release.topics),
            keywords=_words(release.keywords),
            genre=release.genre,
            service=release.service,
            contact=_contact(release.contact),
            note=_pair(release.note),
            variants=_pair(release.variants),
            known_words=_words(release.known_words),
            publications=[_publication(publication) for publication in release.publications],
        ),
    }


def _contact(contact: Contact) -> dict[str, Value]:
    return _kept(name=_pair(contact.name), telephone=_pair(contact.telephone), email=_pair(contact.email))


def _publication(publication: Publication) -> dict[str, Value]:
    return {
        "version": publication.version,
        "action": publication.action.value,
        "at": publication.at.isoformat(),
        "shape": publication.shape,
        **_kept(
            identifier=publication.identifier,
            embargo=_time(publication.embargo),
            note=_pair(publication.note),
            files=[{"name": name, "sha256": fingerprint} for name, fingerprint in publication.files],
        ),
    }


def _participant(person: Participant) -> dict[str, Value]:
    return {
        "id": person.id,
        **_kept(
            name=_pair(person.name),
            functions=[{"en": function.en, "fr": function.fr} for function in person.functions],
            organisation=_pair(person.organisation),
            country=person.country,
            honorific=_pair(person.honorific),
            gender=person.gender.value if person.gender else None,
            aliases=list(person.aliases),
            code=person.code,
        ),
    }


def _quote(quote: Quote) -> dict[str, Value]:
    return {
        "id": quote.id,
        "speaker": quote.speaker,
        "is_attributed": quote.is_attributed,
        "confidence": quote.confidence.value,
        **_kept(
            original=quote.original.value if quote.original else None,
            sign_off=_signed(quote.sign_off.wording, quote.sign_off.by, quote.sign_off.at) if quote.sign_off else None,
        ),
    }


def _signed(wording: Bilingual[str], by: str, at: datetime) -> dict[str, Value]:
    return {"by": by, "at": at.isoformat(), "wording": {"en": wording.en, "fr": wording.fr}}


def _picture(picture: Picture) -> dict[str, Value]:
    return {
        "id": picture.id,
        **_kept(
            file=picture.file,
            caption=picture.caption,
            credit=_pair(picture.credit),
            alternative=_pair(picture.alternative),
            media_type=picture.media_type,
            size=picture.size or None,
            width=picture.width or None,
            height=picture.height or None,
            fingerprint=picture.fingerprint,
            renditions=[_rendition(each) for each in picture.renditions],
            foreign=list(picture.foreign),
        ),
    }


def _rendition(rendition: Rendition) -> dict[str, Value]:
    return {
        "use": rendition.use.value,
        **_kept(
            file=rendition.file,
            media_type=rendition.media_type,
            size=rendition.size or None,
            width=rendition.width or None,
            height=rendition.height or None,
            fingerprint=rendition.fingerprint,
        ),
    }


def _row(row: Row) -> dict[str, Value]:
    seal, each = row.confirmation, row.proposal
    return {
        "id": row.id,
        "kind": row.kind.value,
        **_kept(
            level=row.level or None,
            number=row.number,
            on_purpose=row.on_purpose,
            confirmation=_signed(seal.wording, seal.by, seal.at) if seal else None,
            certainty=row.certainty,
            comments=list(row.comments),
            proposal={"language": each.language.value, "percent": each.percent} if each else None,
        ),
        "en": [_passage(passage) for passage in row.sides.en],
        "fr": [_passage(passage) for passage in row.sides.fr],
    }


def _comment(comment: Comment) -> dict[str, Value]:
    replies: list[Value] = [{"by": each.by, "at": each.at.isoformat(), "text": each.text} for each in comment.replies]
    return {
        "id": comment.id,
        "by": comment.by,
        "at": comment.at.isoformat(),
        "text": comment.text,
        **_kept(is_resolved=comment.is_resolved, replies=replies),
    }


def _dismissal(dismissal: Dismissal) -> dict[str, Value]:
    where = dismissal.where
    return {
        "rule": dismissal.rule,
        "part": where.part.value,
        **_kept(
            id=where.id,
            language=where.language.value if where.language else None,
            passage=where.passage,
            start=where.start,
            end=where.end,
            field=where.field,
        ),
        "fingerprint": dismissal.fingerprint,
        "reason": dismissal.reason,
        "by": dismissal.by,
        "at": dismissal.at.isoformat(),
    }


def _passage(passage: Passage) -> dict[str, Value]:
    marks: list[Value] = [
        {"start": mark.start, "end": mark.end, "kind": mark.kind.value, **_kept(target=mark.target)}
        for mark in passage.marks
    ]
    return {"text": passage.text, **_kept(marks=marks)}
