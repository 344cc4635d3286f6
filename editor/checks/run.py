"""All rules in one tuple, and the run of them over a communiqué: whole, or only what changed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import chain

from editor.checks import (
    acronyms,
    alignment,
    approval,
    blocks,
    capitals,
    cards,
    characters,
    completeness,
    date_forms,
    dates,
    elision,
    embargo,
    english_signs,
    english_usage,
    feminine,
    figure_forms,
    figures,
    french_forms,
    french_signs,
    french_spaces,
    links,
    meaning,
    namesakes,
    naming,
    people,
    places,
    publishing,
    quotation_marks,
    quotes,
    ranks,
    references,
    release,
    sentence_signs,
    shape,
    targets,
    terms,
    times,
    titles,
    words,
)
from editor.checks.dismissing import sift
from editor.checks.finding import NO_OFFICE, Desk, Finding, Rule, Speakers
from editor.checks.repairs import mend_all
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.directory import Directory
from editor.model.dismissals import Dismissal
from editor.model.language import Language
from editor.model.passage import MarkKind
from editor.model.profile import Profile
from editor.model.release import Release
from editor.model.rows import Row
from editor.values import twin

RULES: tuple[Rule, ...] = (
    *completeness.RULES,
    *alignment.RULES,
    *figures.RULES,
    *meaning.RULES,
    *dates.RULES,
    *people.RULES,
    *quotes.RULES,
    *french_signs.RULES,
    *french_spaces.RULES,
    *date_forms.RULES,
    *english_signs.RULES,
    *characters.RULES,
    *figure_forms.RULES,
    *words.RULES,
    *titles.RULES,
    *ranks.RULES,
    *quotation_marks.RULES,
    *links.RULES,
    *elision.RULES,
    *french_forms.RULES,
    *capitals.RULES,
    *sentence_signs.RULES,
    *acronyms.RULES,
    *english_usage.RULES,
    *feminine.RULES,
    *targets.RULES,
    *times.RULES,
    *shape.RULES,
    *blocks.RULES,
    *approval.RULES,
    *terms.RULES,
    *namesakes.RULES,
    *naming.RULES,
    *references.RULES,
    *places.RULES,
    *release.RULES,
    *embargo.RULES,
    *cards.RULES,
    *publishing.RULES,
)

_ROUNDS = 8
"""Mending one place may bring another fault to light; after so many rounds the rest is left to people."""


_Entry = tuple[Row, Speakers, tuple[tuple[Finding, ...], ...]]
"""A row as it was read, the speakers of its quotes, and what each rule found."""
_Spoken = dict[tuple[str, str], list[Address]]
"""The places of which rules have spoken that silence others, by the id of the row or thing and of the rule."""
Wanted = Callable[[], bool]


class Outdated(Exception):
    """Nobody waits for these findings any more."""


class Checker:
    """Runs rules again and again over the successive values of one communiqué.

    Rules of rows are run again only for rows that changed, unless something changed that they may know besides:
    the profile, the participants, the date and place of the release, the speakers of the row's quotes. One thread at a
    time may use a Checker. `rows_read` counts the rows read since the Checker was made; `dismissed` are the findings
    the last check left out because somebody dismissed them.
    """

    def __init__(self, rules: tuple[Rule, ...] = RULES) -> None:
        self.rows_read = 0
        self.dismissed: tuple[tuple[Finding, Dismissal], ...] = ()
        self._row_rules = tuple(rule for rule in rules if rule.on_row)
        self._document_rules = tuple(rule for rule in rules if rule.on_document)
        self._silencers = {
            rule.id: tuple(other.id for other in rules if other.silences and rule.id.startswith(other.silences))
            for rule in rules
        }
        self._silencing = frozenset(rule.id for rule in rules if rule.silences)
        self._known: tuple[Profile, Communique, Directory] | None = None
        self._cache: dict[str, _Entry] = {}

    def check(
        self, doc: Communique, profile: Profile, is_wanted: Wanted = lambda: True, office: Directory = NO_OFFICE
    ) -> tuple[Finding, ...]:
        """Return every finding that is open: those about the release first, then row by row in the order of the text.

        `office` is the directory whose organisations and approved texts the rules may know.
        `is_wanted` is asked again and again whether anybody still waits for the answer. Raises Outdated where nobody
        does; the rows read so far need not be read again.
        """
        known = (profile, _known_to_rows(doc), office)
        if known != self._known:
            self._known, self._cache = known, {}
        speakers = {quote.id: quote.speaker for quote in doc.quotes}
        found: list[Finding] = []
        for row in doc.rows:
            said = _said(row, speakers) if speakers else ()
            entry = self._cache.get(row.id)
            if entry is None or entry[0] is not row or entry[1] != said:
                if not is_wanted():
                    raise Outdated
                entry = (row, said, self._read(row, Desk(profile, known[1], said, office), entry))
                self._cache[row.id] = entry
            found.extend(chain.from_iterable(entry[2]))
        if len(self._cache) > len(doc.rows):
            rows = {row.id for row in doc.rows}
            self._cache = {row_id: entry for row_id, entry in self._cache.items() if row_id in rows}
        whole = Desk(profile, doc, office=office)
        for rule in self._document_rules:
            if not is_wanted():
                raise Outdated
            if rule.on_document:
                found.extend(_signed(finding, rule) for finding in rule.on_document(doc, whole))
        sifting = sift(self._heard(found), doc)
        self.dismissed = sifting.dismissed
        return _in_order(doc, list(sifting.open))

    def _read(self, row: Row, desk: Desk, former: _Entry | None) -> tuple[tuple[Finding, ...], ...]:
        """Return what each rule finds; rules of a side that is as it was in the `former` entry are not asked again."""
        self.rows_read += 1
        same = _sides_left_alone(former[0], row) if former and former[1] == desk.speakers else ()
        return tuple(
            former[2][place]
            if former and rule.side in same
            else tuple(_signed(finding, rule) for finding in rule.on_row(row, desk))
            for place, rule in enumerate(self._row_rules)
            if rule.on_row
        )

    def _heard(self, found: list[Finding]) -> list[Finding]:
        """Leave out what another rule has already said of the same place."""
        spoken: _Spoken = {}
        for finding in found:
            if finding.rule in self._silencing:
                spoken.setdefault((finding.where.id, finding.rule), []).append(finding.where)
        return [finding for finding in found if not self._is_silenced(finding, spoken)] if spoken else found

    def _is_silenced(self, finding: Finding, spoken: _Spoken) -> bool:
        where = finding.where
        for rule in self._silencers[finding.rule]:
            for place in spoken.get((where.id, rule), ()):
                if _covers(place, where):
                    return True
        return False


def check(
    doc: Communique, profile: Profile, is_wanted: Wanted = lambda: True, office: Directory = NO_OFFICE
) -> tuple[Finding, ...]:
    """Return every finding of one communiqué, in a stable order. Raises Outdated as a Checker does."""
    return Checker().check(doc, profile, is_wanted, office)


def mended(
    doc: Communique, profile: Profile, only: frozenset[str] = frozenset(), office: Directory = NO_OFFICE
) -> tuple[Communique, tuple[Finding, ...]]:
    """Return the communiqué with every repair done, and the findings mended.

    With `only`, the repairs of the rules named; without, those of all rules that do not merely
    propose, doubtful findings left out.
    """
    checker = Checker()
    wanted = only or frozenset(rule.id for rule in RULES if not rule.proposes)
    done: list[Finding] = []
    for _ in range(_ROUNDS):
        found = [
            each
            for each in checker.check(doc, profile, office=office)
            if each.mend and each.rule in wanted and (only or not each.is_doubtful)
        ]
        after = mend_all(found).apply(doc) if found else doc
        if after is doc:
            break
        left = {_trace(finding) for finding in checker.check(after, profile, office=office)}
        done.extend(finding for finding in found if _trace(finding) not in left)
        doc = after
    return doc, tuple(done)


def _trace(finding: Finding) -> object:
    return (finding.rule, finding.where, finding.why)


def _known_to_rows(doc: Communique) -> Communique:
    """Return all that a rule of rows may know of the communiqué: a change of anything else reads no row again."""
    release = doc.release
    return Communique(
        participants=doc.participants,
        refused=doc.refused,
        release=Release(
            profile=release.profile,
            date=release.date,
            place=release.place,
            country=release.country,
            variants=release.variants,
            known_words=release.known_words,
        ),
    )


def _sides_left_alone(before: Row, row: Row) -> tuple[Language, ...]:
    """Return the sides of a row that are as they were, where nothing else of it changed."""
    if replace(before, sides=row.sides, confirmation=row.confirmation, certainty=row.certainty) != row:
        return ()
    return tuple(language for language in Language if before[language] == row[language])


def _said(row: Row, speakers: Mapping[str, str]) -> Speakers:
    """Return the quotes of a row and who says them."""
    return tuple(
        (mark.target, speakers.get(mark.target, ""))
        for language in Language
        for passage in row[language]
        for mark in passage.marks
        if mark.kind is MarkKind.QUOTE
    )


def _signed(finding: Finding, rule: Rule) -> Finding:
    return twin(finding, rule=rule.id, level=finding.level or rule.level)


def _covers(mine: Address, theirs: Address) -> bool:
    """Tell whether two addresses of one part share a place; what names less covers all that names more."""
    if mine.part is not theirs.part or mine.field != theirs.field:
        return False
    if mine.language is None or mine.language is not theirs.language:
        return mine.language is None
    if mine.passage is None or mine.passage != theirs.passage:
        return mine.passage is None
    if mine.start is None or theirs.start is None or mine.end is None or theirs.end is None:
        return mine.start is None
    return mine.start <= theirs.end and theirs.start <= mine.end


_PARTS = {part: place for place, part in enumerate((Part.RELEASE, Part.PARTICIPANT, Part.PICTURE, Part.QUOTE))}
_LANGUAGES = {None: 0, Language.EN: 1, Language.FR: 2}


def _in_order(doc: Communique, found: list[Finding]) -> tuple[Finding, ...]:
    rows = {row.id: index for index, row in enumerate(doc.rows)}

    def place(finding: Finding) -> tuple[int, int, str, int, int, int, int, str]:
        where = finding.where
        row = rows.get(where.id, -1) if where.part is Part.ROW else -1
        return (
            row,
            _PARTS.get(where.part, -1),
            where.field if row < 0 else "",
            _LANGUAGES[where.language],
            -1 if where.passage is None else where.passage,
            -1 if where.start is None else where.start,
            -1 if where.end is None else where.end,
            finding.rule,
        )

    return tuple(sorted(found, key=place))
