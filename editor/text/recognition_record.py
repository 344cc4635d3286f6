"""What was recognised in one text file as a plain record: paragraphs from 0, offsets from the start of the file."""

from datetime import date, time
from typing import Any

from editor.model.language import Language
from editor.text.countries import state
from editor.text.dating import FoundDate
from editor.text.letters import plain
from editor.text.people import FoundPerson, Place
from editor.text.quotation import FoundQuote, NonQuote
from editor.text.recognition import Recognised

Record = dict[str, Any]


def split_paragraphs(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the non-empty lines of a text file and the offset each begins at."""
    lines: list[str] = []
    offsets: list[int] = []
    offset = 0
    for line in text.split("\n"):
        bare = line.removesuffix("\r")
        if plain(bare).strip():
            lines.append(bare)
            offsets.append(offset)
        offset += len(line) + 1
    return tuple(lines), tuple(offsets)


def record(recognised: Recognised, text: str, name: str, language: Language) -> Record:
    """Return the record of one text file: `name` is its identifier, offsets are code points of `text`."""
    paragraphs, offsets = split_paragraphs(text)
    writer = _Writer(text, paragraphs, offsets)
    dateline = recognised.dateline
    return {
        "id": name,
        "lang": language.value,
        "headline": writer.headline(recognised.headline),
        "published": writer.published(recognised.published),
        "updated": writer.updated(recognised.updated),
        "dateline": None
        if dateline is None
        else {"place": dateline.place, **writer.place((dateline.paragraph, dateline.start, dateline.end))},
        "n_paragraphs": len(paragraphs),
        "participants": [_participant(person, language) for person in recognised.participants],
        "quotes": [writer.quote(quote) for quote in recognised.quotes],
        "non_quotes": [{**writer.stretch(each), "why": each.reason.value} for each in recognised.non_quotes],
        "captions": [
            {
                **writer.marked((each.paragraph, each.start, each.end)),
                "language": each.language.value if each.language else None,
            }
            for each in recognised.captions
        ],
        "sections": [
            {"first": each.first, "last": each.last, "kind": _SECTION_NAMES.get(each.kind.value, each.kind.value)}
            for each in recognised.sections
        ],
        "kinds": [
            {"kind": shape.kind.value if shape.kind else "header", "level": shape.level, "number": shape.number}
            for shape in recognised.shapes
        ],
        "dates": [writer.date(each) for each in recognised.dates],
    }


_SECTION_NAMES = {"endMark": "end_mark"}


class _Writer:
    """Turns places of paragraphs into offsets of the file."""

    def __init__(self, text: str, paragraphs: tuple[str, ...], offsets: tuple[int, ...]) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._offsets = offsets

    def place(self, place: Place) -> Record:
        paragraph, start, end = place
        offset = self._offsets[paragraph]
        return {"par": paragraph, "start": offset + start, "end": offset + end}

    def marked(self, place: Place) -> Record:
        spot = self.place(place)
        return {**spot, "text": self._text[spot["start"] : spot["end"]]}

    def headline(self, index: int | None) -> Record | None:
        return None if index is None else {"text": self._paragraphs[index].strip(), "par": index}

    def published(self, found: FoundDate | None) -> Record | None:
        if found is None:
            return None
        return {"date": _iso(found.date), **self.marked((found.paragraph, found.start, found.end))}

    def updated(self, found: FoundDate | None) -> Record | None:
        if found is None:
            return None
        return {"datetime": _stamp(found.date, found.time), **self.marked((found.paragraph, found.start, found.end))}

    def date(self, found: FoundDate) -> Record:
        return {
            "date": _iso(found.date),
            "end_date": _iso(found.end_date),
            "time": found.time.strftime("%H:%M") if found.time else None,
            "zone": found.zone or None,
            "role": found.role.value,
            **self.marked((found.paragraph, found.start, found.end)),
        }

    def stretch(self, found: FoundQuote | NonQuote) -> Record:
        start = self._offsets[found.paragraph] + found.start
        end = self._offsets[found.end_paragraph] + found.end
        return {
            "par": found.paragraph,
            "par_end": found.end_paragraph,
            "start": start,
            "end": end,
            "text": self._text[start:end],
        }

    def quote(self, quote: FoundQuote) -> Record:
        words = self.marked(quote.attribution) if quote.attribution is not None else None
        return {
            **self.stretch(quote),
            "speaker": quote.speaker,
            "attribution": words["text"] if words else None,
            "attribution_span": [words["start"], words["end"]] if words else None,
            "verb": quote.verb,
            "shape": quote.shape,
            "confidence": quote.confidence.value,
            "method": quote.method,
        }


def _participant(person: FoundPerson, language: Language) -> Record:
    known = state(person.country)
    return {
        "name": person.name,
        "role": person.role or None,
        "organisation": person.organisation or None,
        "country": known.name(language) if known is not None else person.country or None,
        "honorific": person.honorific or None,
        "gender": person.gender or None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _stamp(day: date | None, at: time | None) -> str | None:
    if day is None:
        return None
    return day.isoformat() if at is None else f"{day.isoformat()}T{at:%H:%M}"
