"""The findings as plain records, in the form `communique check --json` prints."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from editor.checks.finding import Finding, Level
from editor.edits.details import field_name, field_names, read_field
from editor.edits.edit import Edit
from editor.errors import Unfit
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Language
from editor.words import Tongue

Record = dict[str, Any]
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.HINT: "hint"}


def records(findings: Iterable[Finding], doc: Communique, file: str, tongue: Tongue, zone: str) -> list[Record]:
    """Return one record a finding; `zone` is the IANA zone in which times of fields are written."""
    return [record(finding, doc, file, tongue, zone) for finding in findings]


def record(finding: Finding, doc: Communique, file: str, tongue: Tongue, zone: str) -> Record:
    """Return a finding as plain values; rows and passages count from 0, offsets are code points in the passage."""
    return {
        "file": file,
        "rule": finding.rule,
        "level": _LEVELS[finding.level or Level.HINT],
        **_place(finding.where, doc),
        "message": finding.why.told(tongue),
        "field": _field(finding.where, doc),
        "other": _place(finding.other, doc) if finding.other else None,
        "repair": _repair(finding.mend, doc, tongue, zone) if finding.mend else None,
    }


def _place(where: Address, doc: Communique) -> Record:
    index = next((n for n, row in enumerate(doc.rows) if row.id == where.id), None) if where.part is Part.ROW else None
    if index is None:
        return {"language": None, "row": None, "passage": None, "start": None, "end": None, "text": None}
    return {
        "language": where.language.value if where.language else None,
        "row": index,
        "passage": where.passage,
        "start": where.start,
        "end": where.end,
        "text": _text(where, doc),
    }


def _text(where: Address, doc: Communique) -> str | None:
    row = doc.row(where.id)
    if row is None or where.language is None:
        return None
    if where.passage is None:
        return row.text(where.language)
    side = row[where.language]
    return side[where.passage].text[where.start : where.end] if where.passage < len(side) else None


def _field(where: Address, doc: Communique) -> str | None:
    if where.part is Part.ROW:
        return None
    return field_name(doc, where) or (f"{where.part.value}.{where.id}" if where.id else None)


def _repair(mend: Edit, doc: Communique, tongue: Tongue, zone: str) -> Record | None:
    """Say what a repair does by doing it and comparing; nothing where it does not fit the communiqué."""
    try:
        after = mend.apply(doc)
    except Unfit:
        return None
    label = mend.label.told(tongue)
    edits = _text_edits(doc, after)
    if not edits and (doc.release != after.release or doc.participants != after.participants):
        for name in field_names(after):
            value = read_field(after, name, zone)
            if name not in field_names(doc) or value != read_field(doc, name, zone):
                return {"label": label, "field": name, "value": value}
    return {"label": label, "edits": edits}


def _text_edits(before: Communique, after: Communique) -> list[Record]:
    rows = {row.id: row for row in after.rows}
    edits: list[Record] = []
    for index, row in enumerate(before.rows):
        changed = rows.get(row.id)
        if changed is None or changed is row:
            continue
        for language in Language:
            pairs = zip_longest(row[language], changed[language])
            for number, (old, new) in enumerate(pairs):
                texts = (old.text if old else "", new.text if new else "")
                edits.extend(
                    {
                        "language": language.value,
                        "row": index,
                        "passage": number,
                        "start": start,
                        "end": end,
                        "text": text,
                    }
                    for start, end, text in differences(*texts)
                )
    return edits


def differences(before: str, after: str) -> list[tuple[int, int, str]]:
    """Return the splices (start, end, new text) that turn one text into the other, in order."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    tail = 0
    while tail < min(len(before), len(after)) - start and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    old, new = before[start : len(before) - tail], after[start : len(after) - tail]
    if not old or not new:
        return [(start, start + len(old), new)] if old or new else []
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(start + low, start + high, new[first:last]) for tag, low, high, first, last in codes if tag != "equal"]
