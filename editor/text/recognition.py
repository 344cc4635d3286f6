"""Everything one text of a release says of itself: its parts, dates, persons and quotes."""

from collections.abc import Sequence

from editor.model.language import Language
from editor.model.rows import RowKind
from editor.text.datelines import find_dateline, is_seat, seat_of
from editor.text.dates import find_dates
from editor.text.dating import DateRole, FoundDate, found_date
from editor.text.language import language_of
from editor.text.letters import CAPITAL, plain
from editor.text.memory import Confidence, Memory
from editor.text.patterns import pattern_of
from editor.text.people import FoundPerson, KnownPerson
from editor.text.quotation import FoundQuote, NonQuote, Reason
from editor.text.quotes import find_quotes
from editor.text.reading import read
from editor.text.register import add_announced, mentions_in, register_people
from editor.text.stretches import Stretch, find_stretches
from editor.text.structure import HEADER, Section, Shape, sections_of, shape_paragraphs
from editor.values import frozen

__all__ = [
    "HEADER",
    "Confidence",
    "DateRole",
    "FoundCaption",
    "FoundDate",
    "FoundDateline",
    "FoundPerson",
    "FoundQuote",
    "KnownPerson",
    "NonQuote",
    "Reason",
    "Recognised",
    "Section",
    "Shape",
    "recognise",
]

_SILENT = frozenset(
    {RowKind.HEADLINE, RowKind.SUBHEADLINE, HEADER, RowKind.SUBHEADING, RowKind.DELIVERY, RowKind.END_MARK}
)
_HEADLINES = frozenset({RowKind.HEADLINE, RowKind.SUBHEADLINE})
_HEADINGS = _HEADLINES | {RowKind.SUBHEADING}
_APART = frozenset({RowKind.BOILERPLATE, RowKind.CONTACT, RowKind.NOTE})


@frozen
class FoundDateline:
    """Where the place of the dateline stands (code points), the place, the date beside it."""

    paragraph: int
    start: int
    end: int
    place: str
    date: FoundDate | None = None


@frozen
class FoundCaption:
    """A picture's caption (code points, outer spaces left out) and the language it is in, None where unsure."""

    paragraph: int
    start: int
    end: int
    language: Language | None


@frozen
class Recognised:
    """What was recognised in one text; every place is a paragraph and code points of that paragraph."""

    shapes: tuple[Shape, ...]
    headline: int | None
    published: FoundDate | None
    updated: FoundDate | None
    dateline: FoundDateline | None
    participants: tuple[FoundPerson, ...]
    quotes: tuple[FoundQuote, ...]
    non_quotes: tuple[NonQuote, ...]
    captions: tuple[FoundCaption, ...]
    sections: tuple[Section, ...]
    dates: tuple[FoundDate, ...]


def recognise(
    paragraphs: Sequence[str],
    language: Language,
    known: Sequence[KnownPerson] = (),
    context_year: int | None = None,
) -> Recognised:
    """Read one text of a release, given as its non-empty lines.

    `known` are participants and directory entries; names met in neither list are proposed where a cue proves them.
    `context_year` completes dates without a year where the text itself names no year. What depends on one paragraph
    alone is kept, so reading again after a change costs little.
    """
    shapes = shape_paragraphs(paragraphs, language)
    dated = _dates(paragraphs, shapes, language, context_year)
    people, quotes, others = _speech(paragraphs, shapes, language, known)
    headline = next((index for index, shape in enumerate(shapes) if shape.kind is RowKind.HEADLINE), None)
    dateline = _dateline(paragraphs, shapes, dated, language)
    return Recognised(
        shapes,
        headline,
        _published(dated),
        next((each for each in dated if each.role is DateRole.UPDATED), None),
        dateline,
        people,
        quotes,
        others,
        _captions(paragraphs, shapes),
        sections_of(shapes, paragraphs),
        dated,
    )


# -- persons and quotes ------------------------------------------------------------------------------------------------


def _speech(
    paragraphs: Sequence[str], shapes: Sequence[Shape], language: Language, known: Sequence[KnownPerson]
) -> tuple[tuple[FoundPerson, ...], tuple[FoundQuote, ...], tuple[NonQuote, ...]]:
    stretches = find_stretches(paragraphs, language)
    quoted = _quoted(len(paragraphs), stretches, paragraphs)
    quiet = frozenset(index for index, shape in enumerate(shapes) if shape.kind in _SILENT | _APART)
    foreign = {
        index
        for index, shape in enumerate(shapes)
        if shape.kind is RowKind.CAPTION and language_of(paragraphs[index]) is not language
    }
    register = register_people(paragraphs, language, known, quiet | foreign, quoted)
    headlines = [text for text, shape in zip(paragraphs, shapes, strict=True) if shape.kind in _HEADLINES]
    register.complete_names(headlines)
    add_announced(register, headlines, [text for index, text in enumerate(paragraphs) if index not in quiet], language)
    readings = [
        read(text, language, mentions_in(index, text, language, register)) for index, text in enumerate(paragraphs)
    ]
    register.find_written(paragraphs)
    named = register.people()
    captions = frozenset(index for index, shape in enumerate(shapes) if shape.kind is RowKind.CAPTION)
    headings = frozenset(index for index, shape in enumerate(shapes) if shape.kind in _HEADINGS)
    memory = Memory(named, readings, quoted, quiet | captions, headings)
    quotes, others = find_quotes(paragraphs, stretches, memory, quiet)
    return _participants(named, quotes, quoted, quiet), quotes, others


def _quoted(count: int, stretches: Sequence[Stretch], paragraphs: Sequence[str]) -> list[list[tuple[int, int]]]:
    """Return, for each paragraph, the parts of it that stand between marks."""
    quoted: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for each in stretches:
        if each.nested:
            continue
        for index in range(each.paragraph, each.end_paragraph + 1):
            start = each.start if index == each.paragraph else 0
            end = each.end if index == each.end_paragraph else len(paragraphs[index])
            quoted[index].append((start, end))
    return quoted


def _participants(
    named: Sequence[FoundPerson],
    quotes: Sequence[FoundQuote],
    quoted: Sequence[Sequence[tuple[int, int]]],
    quiet: frozenset[int],
) -> tuple[FoundPerson, ...]:
    """Return those who act or speak: not those named only inside quotes, contacts or boilerplate."""
    speaking = {quote.speaker for quote in quotes}
    kept: list[FoundPerson] = []
    for person in named:
        outside = any(
            where not in quiet and not any(start <= at < end for start, end in quoted[where])
            for where, at, _ in person.mentions
        )
        if outside or person.name in speaking:
            kept.append(person)
    return tuple(kept + _unlisted(quotes, {person.name for person in named}))


def _unlisted(quotes: Sequence[FoundQuote], names: set[str]) -> list[FoundPerson]:
    """Return persons met only as the speaker of a quote: a signature with two names or more."""
    found: dict[str, FoundPerson] = {}
    for quote in quotes:
        name = quote.speaker
        signed = quote.shape in {"dash", "block", "label"}
        full = name is not None and signed and _FULL_NAME.fullmatch(plain(name)) is not None
        if name is not None and full and name not in names:
            found.setdefault(name, FoundPerson(name, mentions=(quote.attribution,) if quote.attribution else ()))
    return list(found.values())


_FULL_NAME = pattern_of(
    rf"{CAPITAL}[\w.'-]*(?: (?:(?:de|du|des|da|di|do|la|le|van|von|der|den|bin|ben|al|el) )*{CAPITAL}[\w.'-]*){{1,5}}"
)


# -- dates -------------------------------------------------------------------------------------------------------------


def _dates(
    paragraphs: Sequence[str], shapes: Sequence[Shape], language: Language, context_year: int | None
) -> tuple[FoundDate, ...]:
    written = [find_dates(paragraph, language) for paragraph in paragraphs]
    years = [each.day.year for row in written for each in row if each.day is not None and each.has_year]
    year = years[0] if years else context_year
    found: list[FoundDate] = []
    for index, paragraph in enumerate(paragraphs):
        if not written[index]:
            continue
        kind = shapes[index].kind
        opening = find_dateline(paragraph, language) if kind in {RowKind.PARAGRAPH, HEADER, RowKind.DATELINE} else None
        found.extend(
            found_date(paragraphs, index, each, (kind, opening), language)
            for each in find_dates(paragraph, language, year)
        )
    return tuple(found)


def _published(dated: Sequence[FoundDate]) -> FoundDate | None:
    """Return the date of publication: the header's, else the dateline's, else the one the text calls today.

    A release cannot be older than the day it calls today; where the header says so, the text is believed.
    """
    by_role = {role: [each for each in dated if each.role is role and each.date is not None] for role in DateRole}
    header = next(iter(by_role[DateRole.PUBLISHED]), None)
    today = next((each for each in dated if each.today and each.has_year and each.date is not None), None)
    if header is not None and today is not None and today.date is not None and header.date is not None:
        return today if today.date > header.date else header
    dateline = next(iter(by_role[DateRole.DATELINE]), None)
    if header is not None and dateline is not None and _is_later_event(header, dateline):
        return dateline
    return header or dateline or today


def _is_later_event(labelled: FoundDate, dateline: FoundDate) -> bool:
    """Tell whether a labelled date below the dateline is a later day, as the “Date:” of an invitation is."""
    if labelled.date is None or dateline.date is None:
        return False
    return labelled.paragraph > dateline.paragraph and labelled.date > dateline.date


def _dateline(
    paragraphs: Sequence[str], shapes: Sequence[Shape], dated: Sequence[FoundDate], language: Language
) -> FoundDateline | None:
    for index, shape in enumerate(shapes):
        if shape.kind not in {RowKind.PARAGRAPH, HEADER, RowKind.DATELINE}:
            continue
        opening = find_dateline(paragraphs[index], language)
        if opening is not None:
            beside = next((each for each in dated if each.paragraph == index and each.start < opening.stop + 4), None)
            return FoundDateline(index, opening.start, opening.end, opening.place, beside)
        if shape.kind is RowKind.PARAGRAPH and len(paragraphs[index]) > 160:
            break
    return _seat(paragraphs, shapes, dated)


def _seat(paragraphs: Sequence[str], shapes: Sequence[Shape], dated: Sequence[FoundDate]) -> FoundDateline | None:
    """Return the town that stands on a header line of its own, where another header line holds the date."""
    published = _published(dated)
    for index, shape in enumerate(shapes):
        if published is not None and shape.kind is HEADER and is_seat(paragraphs[index]):
            text = paragraphs[index]
            start = len(text) - len(text.lstrip(" •"))
            place = text[start : start + len(seat_of(text))]
            return FoundDateline(index, start, start + len(place), place, published)
    return None


def _captions(paragraphs: Sequence[str], shapes: Sequence[Shape]) -> tuple[FoundCaption, ...]:
    found: list[FoundCaption] = []
    for index, shape in enumerate(shapes):
        if shape.kind is RowKind.CAPTION:
            text = paragraphs[index]
            start = len(text) - len(text.lstrip())
            found.append(FoundCaption(index, start, len(text.rstrip()), language_of(text)))
    return tuple(found)
