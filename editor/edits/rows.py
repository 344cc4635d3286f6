"""Edits of rows: split, join, pair, unpair, move, confirm, and what kind they are."""

from dataclasses import replace
from datetime import datetime

from editor.edits.edit import Edit
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Confirmation, PairState, Row, RowKind, Side
from editor.words import say


def split(row_id: str, cut: Bilingual[tuple[int, int]]) -> Edit:
    """Split a row on both sides: each side at (passage, character); what follows makes a new row below."""

    def change(doc: Communique) -> Communique:
        index = doc.row_index(row_id)
        row = doc.rows[index]
        (new_id,), doc = doc.fresh("r")
        halves = {language: _halves(row[language], *cut[language]) for language in Language}
        first = replace(row, sides=Bilingual(halves[Language.EN][0], halves[Language.FR][0]), confirmation=None)
        kind = RowKind.PARAGRAPH if row.kind is RowKind.HEADLINE else row.kind
        second = Row(new_id, Bilingual(halves[Language.EN][1], halves[Language.FR][1]), kind, row.level)
        return replace(doc, rows=(*doc.rows[:index], first, second, *doc.rows[index + 1 :]))

    return Edit(say("Split row"), change)


def join(row_id: str) -> Edit:
    """Join a row with the one below it: on each side the passages of the second follow those of the first."""

    def change(doc: Communique) -> Communique:
        index = doc.row_index(row_id)
        if index + 1 >= len(doc.rows):
            return doc
        return replace(doc, rows=(*doc.rows[:index], joined(*doc.rows[index : index + 2]), *doc.rows[index + 2 :]))

    return Edit(say("Join rows"), change)


def joined(first: Row, second: Row) -> Row:
    """Return two rows as one: passages one after the other; confirmed only where both were and still are."""
    confirmation = None
    both = first.state is PairState.CONFIRMED and second.state is PairState.CONFIRMED
    if both and first.confirmation and second.confirmation:
        wording = Bilingual(
            f"{first.text(Language.EN)}\n{second.text(Language.EN)}",
            f"{first.text(Language.FR)}\n{second.text(Language.FR)}",
        )
        later = max(first.confirmation, second.confirmation, key=lambda confirmation: confirmation.at)
        confirmation = Confirmation(wording, later.by, later.at)
    sides = Bilingual((*first[Language.EN], *second[Language.EN]), (*first[Language.FR], *second[Language.FR]))
    on_purpose = first.on_purpose and second.on_purpose
    return replace(first, sides=sides, confirmation=confirmation, on_purpose=on_purpose)


def move(row_id: str, by: int) -> Edit:
    """Move a row `by` places down (negative: up), as far as there are places."""

    def change(doc: Communique) -> Communique:
        index = doc.row_index(row_id)
        rows = list(doc.rows)
        rows.insert(min(max(index + by, 0), len(rows) - 1), rows.pop(index))
        return replace(doc, rows=tuple(rows))

    return Edit(say("Move row"), change)


def insert(index: int, kind: RowKind = RowKind.PARAGRAPH) -> Edit:
    """Put an empty row before the row at `index` (0-based; the number of rows: at the end)."""

    def change(doc: Communique) -> Communique:
        (new_id,), doc = doc.fresh("r")
        return replace(doc, rows=(*doc.rows[:index], Row(new_id, kind=kind), *doc.rows[index:]))

    return Edit(say("Insert row"), change)


def remove(row_id: str) -> Edit:
    """Take a row out, both sides of it."""

    def change(doc: Communique) -> Communique:
        return replace(doc, rows=tuple(row for row in doc.rows if row.id != row_id))

    return Edit(say("Remove row"), change)


def set_kind(row_id: str, kind: RowKind, level: int = 0, number: int | None = None) -> Edit:
    """Say what a row is in the release."""

    def change(doc: Communique) -> Communique:
        row = doc.rows[doc.row_index(row_id)]
        return doc.having_row(replace(row, kind=kind, level=level, number=number))

    return Edit(say("Change kind of row"), change)


def leave_one_sided(row_id: str, on_purpose: bool = True) -> Edit:
    """Say that the empty side of a row shall stay empty (or shall not)."""

    def change(doc: Communique) -> Communique:
        return doc.having_row(replace(doc.rows[doc.row_index(row_id)], on_purpose=on_purpose))

    return Edit(say("One language on purpose") if on_purpose else say("Wants both languages"), change)


def confirm(row_ids: tuple[str, ...], by: str, at: datetime) -> Edit:
    """Confirm that both sides of these rows say the same; rows with an empty side are passed over."""

    def change(doc: Communique) -> Communique:
        wanted = frozenset(row_ids)
        return replace(doc, rows=tuple(_confirmed(row, by, at) if row.id in wanted else row for row in doc.rows))

    return Edit(say("Confirm"), change)


def unconfirm(row_id: str) -> Edit:
    """Make a confirmed or stale row a draft again."""

    def change(doc: Communique) -> Communique:
        return doc.having_row(replace(doc.rows[doc.row_index(row_id)], confirmation=None))

    return Edit(say("Take back confirmation"), change)


def move_across(row_id: str, source: Language) -> Edit:
    """Move the passages of one side to the other, after what stands there."""

    def change(doc: Communique) -> Communique:
        row = doc.rows[doc.row_index(row_id)]
        target = source.other
        row = row.having(target, (*row[target], *row[source])).having(source, ())
        return doc.having_row(replace(row, confirmation=None))

    label = say("Move to the English side") if source is Language.FR else say("Move to the French side")
    return Edit(label, change)


def pair(first_id: str, second_id: str) -> Edit:
    """Make the one-sided second row the counterpart of the first: its passages join the first row's sides."""

    def change(doc: Communique) -> Communique:
        first, second = doc.rows[doc.row_index(first_id)], doc.rows[doc.row_index(second_id)]
        both = joined(first, second)
        rows = (both if row.id == first_id else row for row in doc.rows if row.id != second_id)
        return replace(doc, rows=tuple(rows))

    return Edit(say("Pair"), change)


def unpair(row_id: str) -> Edit:
    """Part the two sides of a row: the English stays, the French makes a row of its own below."""

    def change(doc: Communique) -> Communique:
        index = doc.row_index(row_id)
        row = doc.rows[index]
        if not (row[Language.EN] and row[Language.FR]):
            return doc
        (new_id,), doc = doc.fresh("r")
        english = replace(row.having(Language.FR, ()), confirmation=None)
        french = replace(row.having(Language.EN, ()), id=new_id, confirmation=None)
        return replace(doc, rows=(*doc.rows[:index], english, french, *doc.rows[index + 1 :]))

    return Edit(say("Unpair"), change)


def _confirmed(row: Row, by: str, at: datetime) -> Row:
    if not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return row
    return replace(row, confirmation=Confirmation(row.wording, by, at), on_purpose=False)


def _halves(side: Side, passage: int, character: int) -> tuple[Side, Side]:
    if not side:
        return (), ()
    whole: Passage = side[passage]
    first, second = whole.cut(0, character), whole.cut(character, len(whole.text))
    return (*side[:passage], first), (second, *side[passage + 1 :])
