"""Edits of rows: split, join, unpair, move, confirm, and what kind they are.

An edit of a row that is gone raises Unfit when applied; to move or remove one changes nothing.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from editor.edits.edit import Edit
from editor.edits.numbering import renumbered
from editor.edits.ordering import moved
from editor.errors import Unfit
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import MarkKind, Passage, split_text
from editor.model.rows import Confirmation, PairState, Row, RowKind, Side
from editor.words import say

MOST_REJECTED = 500
"""Pairs remembered as rejected; beyond, the oldest are forgotten."""


def split(row_id: str, cut: Bilingual[tuple[int, int]]) -> Edit:
    """Split a row on both sides: each side at (passage, character); what follows makes a new row below.

    A confirmed row cut between its passages on both sides makes two confirmed ones. Cut elsewhere, both halves are
    stale: each remembers the wording of the whole, and joined again they are confirmed as before.
    """

    def change(doc: Communique) -> Communique:
        index = place_of(doc, row_id)
        row = doc.rows[index]
        (new_id,), doc = doc.fresh("r")
        places = Bilingual(*(_between(row[language], *cut[language]) for language in Language))
        english, french = (_halves(row[language], *places[language]) for language in Language)
        first = replace(row, sides=Bilingual(english[0], french[0]), certainty=None)
        kind = RowKind.PARAGRAPH if row.kind is RowKind.HEADLINE else row.kind
        number = None if row.number is None else row.number + 1
        second = Row(
            new_id,
            Bilingual(english[1], french[1]),
            kind,
            row.level,
            number,
            on_purpose=row.on_purpose and not row.is_complete,
            confirmation=row.confirmation,
        )
        if row.state is PairState.CONFIRMED and _parts_pairs(row, places) and first.is_complete and second.is_complete:
            first, second = _still_confirmed(first), _still_confirmed(second)
        halves = map(_remembering, (first, second))
        return _counting(doc, (*doc.rows[:index], *halves, *doc.rows[index + 1 :]))

    return Edit(say("Split row"), change)


def split_sentences(row_id: str, cut: Bilingual[tuple[int, int]]) -> Edit:
    """Split a row as `split` does, and take the spaces out that parted the sentences at the cut."""
    whole = split(row_id, cut)

    def change(doc: Communique) -> Communique:
        after = whole.apply(doc)
        index = place_of(after, row_id)
        first, second = after.rows[index : index + 2]
        for language in Language:
            if first[language]:
                first = first.having(language, (*first[language][:-1], _without_end(first[language][-1])))
            if second[language]:
                second = second.having(language, (_without_start(second[language][0]), *second[language][1:]))
        return replace(after, rows=(*after.rows[:index], first, second, *after.rows[index + 2 :]))

    return Edit(whole.label, change)


def _without_end(passage: Passage) -> Passage:
    return passage.cut(0, len(passage.text.rstrip()))


def _without_start(passage: Passage) -> Passage:
    return passage.cut(len(passage.text) - len(passage.text.lstrip()), len(passage.text))


def join(row_id: str) -> Edit:
    """Join a row with the one below it: on each side the passages of the second follow those of the first."""

    def change(doc: Communique) -> Communique:
        index = place_of(doc, row_id)
        if index + 1 >= len(doc.rows):
            return doc
        return _counting(doc, (*doc.rows[:index], joined(*doc.rows[index : index + 2]), *doc.rows[index + 2 :]))

    return Edit(say("Join rows"), change)


def joined(first: Row, second: Row) -> Row:
    """Return two rows as one: passages one after the other, and what was confirmed of each.

    It is confirmed where both were, and stale where one was and the other adds words to it.
    """
    sides = Bilingual((*first[Language.EN], *second[Language.EN]), (*first[Language.FR], *second[Language.FR]))
    return replace(
        first,
        sides=sides,
        confirmation=_both_confirmations(first, second),
        on_purpose=first.on_purpose and second.on_purpose,
        certainty=None,
        comments=tuple(dict.fromkeys((*first.comments, *second.comments))),
    )


def _both_confirmations(upper: Row, lower: Row) -> Confirmation | None:
    """Return what two rows made one remember; the halves of a row that was cut are stale, and remember the same."""
    first, second = upper.confirmation, lower.confirmation
    if first is None or second is None or (first == second and upper.state is PairState.STALE):
        return first or second
    wording = Bilingual(*("\n".join(filter(None, pair)) for pair in zip(first.wording, second.wording, strict=True)))
    later = max(first, second, key=lambda confirmation: confirmation.at)
    return Confirmation(wording, later.by, later.at)


def move(row_id: str, by: int) -> Edit:
    """Move a row `by` places down (negative: up), as far as there are places."""

    def change(doc: Communique) -> Communique:
        return _counting(doc, moved(doc.rows, row_id, by))

    return Edit(say("Move row"), change)


def add_texts(kind: RowKind, texts: Bilingual[str]) -> Edit:
    """Put a row with these texts at the end, before an end mark; line feeds part its passages."""

    def change(doc: Communique) -> Communique:
        (new_id,), doc = doc.fresh("r")
        sides = texts.each(lambda text: tuple(map(Passage, split_text(text))) if text else ())
        last = bool(doc.rows) and doc.rows[-1].kind is RowKind.END_MARK
        place = len(doc.rows) - last
        return replace(doc, rows=(*doc.rows[:place], Row(new_id, sides, kind), *doc.rows[place:]))

    return Edit(say("Insert a text of the office"), change)


def remove(row_id: str) -> Edit:
    """Take a row out, both sides of it."""

    def change(doc: Communique) -> Communique:
        return _counting(doc, tuple(row for row in doc.rows if row.id != row_id))

    return Edit(say("Remove row"), change)


def set_kind(row_id: str, kind: RowKind, level: int = 0, number: int | None = None) -> Edit:
    """Say what a row is in the release."""

    def change(doc: Communique) -> Communique:
        row = doc.rows[place_of(doc, row_id)]
        return _counting(doc, doc.having_row(replace(row, kind=kind, level=level, number=number)).rows)

    return Edit(say("Change kind of row"), change)


def leave_one_sided(row_id: str, on_purpose: bool = True) -> Edit:
    """Say that the empty side of a row shall stay empty (or shall not): what was confirmed of it is settled by that.

    Nothing happens to a row that has both sides.
    """

    def change(doc: Communique) -> Communique:
        row = doc.rows[place_of(doc, row_id)]
        if row.is_complete and on_purpose:
            return doc
        return doc.having_row(
            replace(row, on_purpose=on_purpose, confirmation=None if on_purpose else row.confirmation)
        )

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
        return doc.having_row(replace(doc.rows[place_of(doc, row_id)], confirmation=None))

    return Edit(say("Take back confirmation"), change)


def restore(row_id: str, language: Language) -> Edit:
    """Give one side of a stale pair the wording that was confirmed; marks stay on the words that stay."""

    def change(doc: Communique) -> Communique:
        row = doc.rows[place_of(doc, row_id)]
        if row.confirmation is None or language not in row.changed_sides:
            return doc
        wanted = row.confirmation.wording[language].split("\n")
        return doc.having_row(row.having(language, rewritten(row[language], wanted)))

    return Edit(say("Take back the confirmed English") if language is Language.EN else _FRENCH_BACK, change)


_FRENCH_BACK = say("Take back the confirmed French")


def rewritten(side: Side, texts: Sequence[str]) -> Side:
    """Return passages of these texts, with the marks that stood on the words they have in common with a side."""
    if len(side) != len(texts):
        return tuple(map(Passage, texts))
    return tuple(_rewritten(passage, text) for passage, text in zip(side, texts, strict=True))


def _rewritten(passage: Passage, text: str) -> Passage:
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, passage.text, text, autojunk=False)
    for tag, start, end, low, high in reversed(matcher.get_opcodes()):
        if tag != "equal":
            passage = passage.splice(start, end, text[low:high])
    return passage


def move_across(row_id: str, source: Language) -> Edit:
    """Move the passages of one side to the other, after what stands there; a confirmed pair turns stale."""

    def change(doc: Communique) -> Communique:
        row = doc.rows[place_of(doc, row_id)]
        target = source.other
        row = row.having(target, (*row[target], *row[source])).having(source, ())
        return doc.having_row(replace(row, certainty=None))

    label = say("Move to the English side") if source is Language.FR else say("Move to the French side")
    return Edit(label, change)


def copy_across(row_id: str, source: Language) -> Edit:
    """Copy the passages of one side to the other, which is empty, with all their marks: a start for a translation.

    Comments stay where they were made. Raises Unfit where the other side says something, or this one nothing.
    """

    def change(doc: Communique) -> Communique:
        row = doc.rows[place_of(doc, row_id)]
        if row.has_text(source.other):
            raise Unfit(say("The other language has words here already."))
        if not row.has_text(source):
            raise Unfit(say("There is nothing here to copy."))
        side = tuple(passage.unmarked(0, len(passage.text), MarkKind.COMMENT) for passage in row[source])
        return doc.having_row(replace(row.having(source.other, side), on_purpose=False))

    label = say("Copy the French to the English") if source is Language.FR else say("Copy the English to the French")
    return Edit(label, change)


def unpair(row_id: str) -> Edit:
    """Part the two sides of a row: the English stays, the French makes a row of its own below.

    The pair is remembered as rejected.
    """

    def change(doc: Communique) -> Communique:
        index = place_of(doc, row_id)
        row = doc.rows[index]
        if not (row[Language.EN] and row[Language.FR]):
            return doc
        (new_id,), doc = rejecting(doc, row).fresh("r")
        english = replace(row.having(Language.FR, ()), confirmation=None, certainty=None)
        french = replace(row.having(Language.EN, ()), id=new_id, confirmation=None, certainty=None, comments=())
        return replace(doc, rows=(*doc.rows[:index], english, french, *doc.rows[index + 1 :]))

    return Edit(say("Unpair"), change)


def place_of(doc: Communique, row_id: str) -> int:
    """Return the 0-based place of a row. Raises Unfit where it is gone."""
    try:
        return doc.row_index(row_id)
    except ValueError:
        raise Unfit(say("This place is no longer in the text.")) from None


def _confirmed(row: Row, by: str, at: datetime) -> Row:
    if not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return row
    return replace(row, confirmation=Confirmation(row.wording, by, at), on_purpose=False, certainty=None)


def rejecting(doc: Communique, row: Row) -> Communique:
    """Return the communiqué that remembers that the two sides of a row do not belong together."""
    if not row.is_complete or row.wording in doc.rejected:
        return doc
    return replace(doc, rejected=(*doc.rejected, row.wording)[-MOST_REJECTED:])


def _parts_pairs(row: Row, cut: Bilingual[tuple[int, int]]) -> bool:
    """Whether a cut runs between passages on both sides."""
    return all(
        not character and 0 < passage < len(side) for (passage, character), side in zip(cut, row.sides, strict=True)
    )


def _remembering(half: Row) -> Row:
    """Return a half of a row that was cut; one that got no words has nothing to remember."""
    has_words = any(half.has_text(language) for language in Language)
    return half if has_words else replace(half, confirmation=None)


def _still_confirmed(half: Row) -> Row:
    """Return a half of a confirmed row, confirmed with its own words."""
    seal = half.confirmation
    return half if seal is None else replace(half, confirmation=Confirmation(half.wording, seal.by, seal.at))


def _counting(doc: Communique, rows: tuple[Row, ...]) -> Communique:
    """Return the communiqué with other rows, numbered items counting on."""
    return replace(doc, rows=renumbered(doc.rows, rows))


def _between(side: Side, passage: int, character: int) -> tuple[int, int]:
    """Return a place in a side; the end of a passage is the start of the next."""
    at_end = passage + 1 < len(side) and character == len(side[passage].text)
    return (passage + 1, 0) if at_end else (passage, character)


def _halves(side: Side, passage: int, character: int) -> tuple[Side, Side]:
    if not side:
        return (), ()
    whole: Passage = side[passage]
    first, second = whole.cut(0, character), whole.cut(character, len(whole.text))
    if not character:
        return side[:passage], side[passage:]
    return (*side[:passage], first), (second, *side[passage + 1 :])
