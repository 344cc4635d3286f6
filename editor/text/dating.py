"""What a date of a release is: published, updated, embargo, dateline, event or only mentioned."""

import datetime as dt
import re
from collections.abc import Sequence
from enum import Enum
from functools import cache

from editor.model.language import Language
from editor.model.rows import RowKind
from editor.text.datelines import Dateline
from editor.text.dates import WrittenDate
from editor.text.letters import plain
from editor.text.lexicon import alternatives, table
from editor.text.patterns import pattern_of
from editor.text.structure import HEADER
from editor.values import frozen


class DateRole(Enum):
    """What a date tells."""

    PUBLISHED = "published"
    UPDATED = "updated"
    EVENT = "event"
    EMBARGO = "embargo"
    DATELINE = "dateline"
    MENTIONED = "mentioned"


@frozen
class FoundDate:
    """A date of the release (code points of the paragraph), with the last day of a range, the time and the zone.

    `date` is None only where neither the text nor the caller gives a year; `weekday` counts from Monday, 0, and is what
    the text says, true or not. `today` marks a date the text calls today.
    """

    paragraph: int
    start: int
    end: int
    date: dt.date | None
    end_date: dt.date | None
    time: dt.time | None
    zone: str
    role: DateRole
    weekday: int | None = None
    has_year: bool = True
    today: bool = False


def found_date(
    paragraphs: Sequence[str],
    paragraph: int,
    written: WrittenDate,
    place: tuple[RowKind | None, Dateline | None],
    language: Language,
) -> FoundDate:
    """Give a date its role; `place` tells the kind of its paragraph and the dateline that opens it."""
    text = paragraphs[paragraph]
    today = _is_today(text, written, language)
    role = DateRole.EVENT if _invites(paragraphs, paragraph) else date_role(text, written, *place, today=today)
    return FoundDate(
        paragraph,
        written.start,
        written.end,
        written.day,
        written.last_day,
        written.at,
        written.zone,
        role,
        written.weekday,
        written.has_year,
        today,
    )


_WHEN = pattern_of(r"\W*(?:date|when|quand|date et heure|date and time|jour|day)\W{1,4}", re.IGNORECASE)
_WHERE = pattern_of(
    r"\W*(?:time|heures?|horaires?|venue|where|place|location|lieu|où|endroit|adresse|address|what|quoi|who|qui)"
    r"\W?\s?:",
    re.IGNORECASE,
)


def _invites(paragraphs: Sequence[str], index: int) -> bool:
    """Tell whether a line says when something takes place: “Date: …” beside “Venue: …”, « Quand : … »."""
    alone = index > 0 and _WHEN.fullmatch(paragraphs[index - 1] + " ") is not None
    if _WHEN.match(paragraphs[index]) is None and not alone:
        return False
    around = (*paragraphs[max(0, index - 4) : index], *paragraphs[index + 1 : index + 4])
    return any(_WHERE.match(plain(line)) is not None for line in around)


def date_role(
    text: str, written: WrittenDate, kind: RowKind | None, dateline: Dateline | None, *, today: bool
) -> DateRole:
    """Return what a date is from the words before it and from the paragraph it stands in."""
    before = plain(text[max(0, written.start - 110) : written.start]).lower()
    labelled = _label_before(before)
    if kind is RowKind.DELIVERY:
        return DateRole.EMBARGO if "embargo" in text.lower() or labelled is DateRole.EMBARGO else DateRole.PUBLISHED
    if labelled is DateRole.EMBARGO:
        return labelled
    if kind is HEADER:
        return labelled or DateRole.PUBLISHED
    if dateline is not None and written.start < dateline.stop:
        return DateRole.DATELINE
    if labelled is DateRole.UPDATED or (labelled is DateRole.PUBLISHED and _ISSUE.match(text) and len(text) <= 180):
        return labelled
    if _BRACKET.fullmatch(before) is not None and kind in {RowKind.PARAGRAPH, RowKind.HEADLINE, RowKind.SUBHEADLINE}:
        return DateRole.DATELINE
    if kind is RowKind.PARAGRAPH and not before.strip(" •([") and _LEADS.match(text, written.end) is not None:
        return DateRole.DATELINE
    if today or written.last_day is not None or written.weekday is not None or _takes_place(before):
        return DateRole.EVENT
    return DateRole.MENTIONED


_BRACKET = pattern_of(
    r"\s*[(\[](?:(?:n[o°º]s?|no|num[ée]ro|ref|réf)\b\.? ?[\w/-]+ ?[–—,-]+ ?)?(?:(?:le|on|the) )?", re.IGNORECASE
)
"""What opens a bracket at the head of a text that holds its number and its date: “(No. 81 – February 24, 2011)”."""
_ISSUE = pattern_of(
    r"\W*(?:(?:the|this|le|la|ce|cette) )?"
    r"(?:(?:historic |joint )?(?:press|news|media) (?:release|statement|notice)|statement|"
    r"communiqué|déclaration|article|page|note)\b",
    re.IGNORECASE,
)
"""What a line begins with that tells when a release was issued: “This statement was issued by the Lake Office on …”."""
_LEADS = pattern_of(r"[)\]]?[\s\u00a0\u202f]*(?:[:—–]|-{1,2}\s)")


def _label_before(before: str) -> DateRole | None:
    """Return the role the nearest label before a date gives it: “Updated:”, « Publié le », “embargoed until”."""
    match = None
    for match in _labels().finditer(before):  # noqa: B007 (the last one counts)
        pass
    if match is None:
        return None
    gap = before[match.end() :]
    if not re.fullmatch(r"[\s:.,–—|•(-]*(?:\w{1,12}[\s:,]*){0,4}", gap) and not _ISSUED_BY.fullmatch(gap):
        return None
    rows = table("dates")["roles"]
    label = match.group()
    return next(DateRole(role) for role in ("updated", "embargo", "published") if label in rows[role])


_ISSUED_BY = pattern_of(r" (?:by|par) [^.:;]{2,80} (?:on|le) (?:\w+day,? |[a-z]+di )?")
"""What may stand between a label and its date: “issued by the Ministry of Lakes on”."""


def _is_today(text: str, written: WrittenDate, language: Language) -> bool:
    """Tell whether a text calls its date today: « Aujourd’hui (17 mai 2021) », « ce jeudi 28 novembre »."""
    before = plain(text[max(0, written.start - 30) : written.start])
    return _today(language).search(before) is not None and _PLANNED.search(before) is None


_PLANNED = pattern_of(
    r"\b(?:prévu|programmé|fixé|attendu|annoncé|convoqué)\w* (?:pour )?ce $|\bpour ce $|(?:aura|auront) lieu ce $"
)
"""What makes “ce 14 décembre” a day to come."""


def _takes_place(before: str) -> bool:
    return _EVENT.search(before) is not None


_EVENT = pattern_of(
    r"(?:\b(?:on|from|between|held|place|met|meet|scheduled for|until|starting|launched|signed|opens?|opened|visited|"
    r"effective|at approximately|at about|at around|yesterday|tomorrow|hier|demain|"
    r"le|les|dès le|(?:réunion|séance|session|conférence|sommet|cérémonie|journée|soirée|scrutin|vote|match|visite|"
    r"action|grève|mobilisation|manifestation|rencontre|élection|référendum|inauguration|audience|débat|concert|forum|"
    r"assemblée|colloque|tournoi|festival)(?: [\w ]{2,24})? du|"
    r"à partir du|se tiendra|tenue?|aura lieu|a lieu|se déroule|se déroulera|s'est déroulée?|"
    r"organisée?s?|prévue?s?|fixée?s?|se réunir\w*|entre le|jusqu'au|signé)"
    r"(?:,? (?:the|le|on|from|du|ce|place|at|à|at approximately|at about|vers|\w+day|[a-z]+di),?|,)?)\s\(?$"
)


@cache
def _today(language: Language) -> re.Pattern[str]:
    words = alternatives(
        [word for word in table("dates")["deictic"][language.value] if word not in {"this", "ce", "cet"}]
    )
    this = {Language.EN: r"this (?:\w+day)?", Language.FR: r"(?<![\w-])ce"}[language]
    return re.compile(rf"(?:(?<!\w)(?:{words})[ ,]*[(–-]?\s?(?:(?:on|le|the) )?(?:\w+,? )?|{this} \(?)$", re.IGNORECASE)


@cache
def _labels() -> re.Pattern[str]:
    rows = table("dates")["roles"]
    return re.compile(rf"(?<!\w)(?:{alternatives([*rows['updated'], *rows['embargo'], *rows['published']])})(?!\w)")
