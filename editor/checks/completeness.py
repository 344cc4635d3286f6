"""What a release must have: both languages of every row, a headline, the fields newsrooms rely on, no left-overs."""

import re
from collections.abc import Iterator
from functools import cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import filled, spots
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.rows import Row, RowKind
from editor.text.language import language_of
from editor.text.lexicon import alternatives, table
from editor.words import Sentence, say, say_count

_LONGEST_HEADLINE = {Language.EN: 100, Language.FR: 120}
"""Characters beyond which news systems cut a headline."""
_MISSING = {
    Language.EN: say_count("This row has no English.", "{count} rows have no English.", 1),
    Language.FR: say_count("This row has no French.", "{count} rows have no French.", 1),
}
_NO_HEADLINE = {
    Language.EN: say("The release has no English headline."),
    Language.FR: say("The release has no French headline."),
}
_LONG_HEADLINE = {
    Language.EN: say("The English headline has {length} characters; news systems cut after {most}."),
    Language.FR: say("The French headline has {length} characters; news systems cut after {most}."),
}


def lonely_rows(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X01: one side is empty, the other not, and nobody said that it shall stay so.

    A caption is X47's to speak of; words that stand on the wrong side are X03's.
    """
    if row.kind is RowKind.CAPTION:
        return
    language = _lonely_language(row)
    if language:
        yield Finding(row.address(language), _MISSING[language], other=row.address(language.other))


def half_described_pictures(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """X47: a caption, a picture's credit or its alternative text is given in one language alone."""
    for row in doc.rows:
        language = _lonely_language(row) if row.kind is RowKind.CAPTION else None
        if language:
            yield Finding(row.address(language), _LONELY_CAPTION[language], other=row.address(language.other))
    for picture in doc.pictures:
        for name, pair in (("credit", picture.credit), ("alternative", picture.alternative)):
            for language in Language:
                if pair[language.other].strip() and not pair[language].strip():
                    where = Address(Part.PICTURE, picture.id, field=f"{name}.{language.value}")
                    yield Finding(where, _HALF[name][language])


_LONELY_CAPTION = {
    Language.EN: say("This caption has no English."),
    Language.FR: say("This caption has no French."),
}
_HALF: dict[str, dict[Language, Sentence]] = {
    "credit": {
        Language.EN: say("The credit of this picture has no English."),
        Language.FR: say("The credit of this picture has no French."),
    },
    "alternative": {
        Language.EN: say("The alternative text of this picture has no English."),
        Language.FR: say("The alternative text of this picture has no French."),
    },
}


def _lonely_language(row: Row) -> Language | None:
    """Return the language a row lacks; None where it lacks both, or what is there stands on the wrong side."""
    if row.on_purpose:
        return None
    for language in Language:
        if row.has_text(language.other) and not row.has_text(language):
            wrong = all(language_of(passage.text) is language for passage in row[language.other] if passage.text)
            return None if wrong else language
    return None


def headline(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """R01: a headline in both languages, short enough to be shown whole."""
    row = next((row for row in doc.rows if row.kind is RowKind.HEADLINE), None)
    for language in Language:
        text = doc.headline[language].text
        where = row.address(language) if row else Address(Part.RELEASE, field=f"headline.{language.value}")
        if not text.strip():
            yield Finding(where, _NO_HEADLINE[language], level=Level.ERROR)
        elif row and len(text) > _LONGEST_HEADLINE[language]:
            most = _LONGEST_HEADLINE[language]
            why = filled(_LONG_HEADLINE[language], length=len(text), most=most)
            yield Finding(row.address(language, 0, most, len(text)), why, level=Level.WARNING)


def required_fields(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """R34: what every receiver needs: reference, date, headline, and the house's own identifiers."""
    release, house = doc.release, desk.profile.house
    if not release.reference.strip():
        yield Finding(Address(Part.RELEASE, field="reference"), say("The release has no reference."))
    if release.date is None:
        yield Finding(Address(Part.RELEASE, field="date"), say("The release has no date."))
    if not any(row.kind is RowKind.HEADLINE for row in doc.rows):
        for language in Language:
            where = Address(Part.RELEASE, field=f"headline.{language.value}")
            yield Finding(where, _NO_HEADLINE[language])
    missing = [name for name in ("domain", "sender", "uri", "codes") if not getattr(house, name)]
    missing += [name for name, pair in (("name", house.name), ("holder", house.holder)) if not (pair.en and pair.fr)]
    if missing:
        why = say("The house profile “{profile}” has no {names}.", profile=desk.profile.name, names=", ".join(missing))
        yield Finding(Address(Part.RELEASE, field="profile"), why)


def left_overs(row: Row, _desk: Desk) -> Iterator[Finding]:
    """R24: something was meant to be filled in before the release."""
    for spot in spots(row):
        for match in _left_over().finditer(spot.text):
            why = say("“{words}” still waits to be filled in.", words=match.group())
            yield Finding(spot.at(match.start(), match.end()), why)


@cache
def _left_over() -> re.Pattern[str]:
    words = table("checks")["left_overs"]
    exact, any_case, bracketed = (alternatives(words[key]) for key in ("as_written", "any_case", "in_brackets"))
    return re.compile(
        rf"(?<![\w/.-])(?:(?:{exact})(?![\w-]|\s+siècle)|(?i:{any_case})(?!\w))"
        rf"|\?{{3,}}|\[(?i:{bracketed})\]|_{{4,}}"
    )


def ends_of_headlines(row: Row, _desk: Desk) -> Iterator[Finding]:
    """R02: a headline ends without a full stop (EU Interinstitutional Style Guide 10.1.1), not set in capitals."""
    if row.kind not in (RowKind.HEADLINE, RowKind.SUBHEADLINE):
        return
    for spot in spots(row):
        text = spot.text.rstrip()
        letters = [sign for sign in text if sign.isalpha()]
        if text.endswith(".") and not text.endswith(("..", "…")) and not re.search(r"\b\w\.\w\.$|\betc\.$", text):
            where = spot.at(len(text) - 1, len(text))
            mend = spot.put(say("Take out the full stop"), len(text) - 1, len(text), "")
            yield Finding(where, say("A headline ends without a full stop."), mend)
        if len(letters) >= 12 and len(text.split()) > 2 and text.upper() == text:
            yield Finding(spot.whole, say("The headline is set in capitals throughout."))


RULES = (
    Rule("X01", Level.ERROR, say("One language is missing"), on_row=lonely_rows),
    Rule("X47", Level.ERROR, say("Captions and credits in both languages"), on_document=half_described_pictures),
    Rule("R01", Level.ERROR, say("Headline"), on_document=headline, silences=("X01", "R34")),
    Rule("R02", Level.WARNING, say("End of the headline"), on_row=ends_of_headlines),
    Rule("R24", Level.ERROR, say("Left-overs"), on_row=left_overs),
    Rule("R34", Level.ERROR, say("Required fields"), on_document=required_fields),
)
