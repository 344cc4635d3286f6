"""Repairs of many findings at once: alike findings fold into one line, and one edit mends them all."""

from collections.abc import Iterable

from editor.checks.finding import Finding, Level
from editor.checks.spot import Respelling, Splice, respelt
from editor.edits.edit import Edit
from editor.errors import Unfit
from editor.model.communique import Communique
from editor.model.language import Language
from editor.values import frozen
from editor.words import Sentence, say, say_count


@frozen
class Group:
    """Findings that say the same of several places: one line in a list, with one repair for all."""

    findings: tuple[Finding, ...]
    why: Sentence

    @property
    def mend(self) -> Edit | None:
        """What repairs them all; made when it is asked for, which is of the lines in view alone."""
        return mend_all(self.findings) if any(finding.mend for finding in self.findings) else None

    @property
    def count(self) -> int:
        """How many places are meant."""
        return len(self.findings)

    @property
    def level(self) -> Level:
        """How bad each of them is."""
        return self.findings[0].level or Level.HINT

    @property
    def rule(self) -> str:
        """The rule that spoke."""
        return self.findings[0].rule


def fold(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Return the findings in groups, each where its first finding stood.

    Findings fold where their sentence has a plural and they are alike in rule, level, kind and template.
    """
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_likeness(finding), []).append(finding)
    return tuple(_group(tuple(group)) for group in groups.values())


def mend_all(findings: Iterable[Finding]) -> Edit:
    """Return one edit that does the repairs of all findings made on one and the same communiqué.

    Words are mended from the end of each passage; of two repairs that meet, the earlier finding's is done and the
    other left for the next check. Repairs of rows and fields follow, one a row; one that no longer fits is left out.
    """
    mends = tuple(finding for finding in findings if finding.mend)

    def change(doc: Communique) -> Communique:
        doc = _respelt(doc, [edit.change for edit in _edits(mends) if isinstance(edit.change, Respelling)])
        done: set[str] = set()
        for finding in mends:
            if finding.mend and not isinstance(finding.mend.change, Respelling):
                if finding.where.id and finding.where.id in done:
                    continue
                done.add(finding.where.id)
                doc = _if_it_fits(finding.mend, doc)
        return doc

    if len(mends) == 1 and mends[0].mend:
        return Edit(mends[0].mend.label, change, caret=mends[0].mend.caret)
    return Edit(say_count("Mend {count} place", "Mend {count} places", len(mends)), change)


def _edits(findings: tuple[Finding, ...]) -> list[Edit]:
    return [finding.mend for finding in findings if finding.mend]


def _if_it_fits(edit: Edit, doc: Communique) -> Communique:
    try:
        return edit.change(doc)
    except Unfit:
        return doc


def _respelt(doc: Communique, changes: list[Respelling]) -> Communique:
    wanted: dict[tuple[str, Language, int], list[Splice]] = {}
    for change in changes:
        splices = wanted.setdefault((change.row, change.language, change.passage), [])
        if not any(_meet(mine, theirs) for mine in change.splices for theirs in splices):
            splices.extend(change.splices)
    rows = {row.id: row for row in doc.rows}
    for (row_id, language, index), splices in wanted.items():
        row = rows.get(row_id)
        if row is None or index >= len(row[language]):
            raise Unfit(say("This place is no longer in the text."))
        side = row[language]
        passage = respelt(side[index], tuple(splices))
        rows[row_id] = row.having(language, (*side[:index], passage, *side[index + 1 :]))
    for row in rows.values():
        if row is not doc.row(row.id):
            doc = doc.having_row(row)
    return doc


def _meet(mine: Splice, theirs: Splice) -> bool:
    """Tell whether two splices touch: beside an insertion even a shared border is a meeting."""
    if mine.start == mine.end or theirs.start == theirs.end:
        return mine.start <= theirs.end and theirs.start <= mine.end
    return mine.start < theirs.end and theirs.start < mine.end


def _likeness(finding: Finding) -> object:
    if not finding.why.plural:
        return id(finding)
    return (finding.rule, finding.level, finding.kind, finding.why.template)


def _group(findings: tuple[Finding, ...]) -> Group:
    why = findings[0].why
    if len(findings) > 1:
        facts = {name: fact for name, fact in why.facts if name != "count"}
        why = say_count(why.template, why.plural, len(findings), **facts)
    return Group(findings, why)
