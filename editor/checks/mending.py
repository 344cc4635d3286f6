"""Mending: what the repairs of everything change, place by place, and the communiqué with some of them left out."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields, replace

from editor.checks.finding import Finding
from editor.checks.run import RULES, mended
from editor.edits.edit import Edit
from editor.edits.replacing import Change
from editor.errors import Unfit
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import Passage
from editor.model.profile import Profile
from editor.model.rows import Row
from editor.text.changes import Fate, compared
from editor.values import frozen
from editor.words import say, say_count


@frozen
class Mending:
    """A communiqué before and after everything in it was mended that can be.

    `changes` are the places at which the two differ: stretches of words; a whole row that is new or has other
    passages; and the fields together. Words compare as `before` has them, so that each can be shown and left out.
    """

    before: Communique
    after: Communique

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every place that changes, in the order of the rows, the fields last."""
        former = {row.id: row for row in self.before.rows}
        found = [change for row in self.after.rows for change in _row_changes(former.get(row.id), row)]
        return (*found, *self._field_changes())

    def edit(self, chosen: Collection[Change]) -> Edit:
        """Return the one edit that does the changes chosen. It raises Unfit on any other communiqué than `before`."""

        def change(doc: Communique) -> Communique:
            if doc != self.before:
                raise Unfit(say("The text has changed since this was shown."))
            return self._having(frozenset(chosen))

        return Edit(say_count("Mend {count} place", "Mend {count} places", len(chosen)), change)

    def _having(self, chosen: Collection[Change]) -> Communique:
        if set(self.changes) == set(chosen):
            return self.after
        former = {row.id: row for row in self.before.rows}
        rows = [_partly(former.get(row.id), row, chosen) for row in self.after.rows]
        has_fields = any(change in chosen for change in self._field_changes())
        rest = self.after if has_fields else replace(self.before, counter=self.after.counter)
        return replace(rest, rows=tuple(row for row in rows if row is not None))

    def _field_changes(self) -> Iterator[Change]:
        names = [each.name for each in fields(Communique) if each.name not in ("rows", "counter")]
        if any(getattr(self.before, name) != getattr(self.after, name) for name in names):
            old, new = self.before.release, self.after.release
            differing = [each.name for each in fields(old) if getattr(old, each.name) != getattr(new, each.name)]
            yield Address(Part.RELEASE, field="fields"), _shown(old, differing), _shown(new, differing)


def sure_repairs(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings whose repairs need no second look: those of no rule that merely proposes, nor doubtful."""
    wanted = {rule.id for rule in RULES if not rule.proposes}
    return tuple(each for each in findings if each.mend and each.rule in wanted and not each.is_doubtful)


def mend_everything(doc: Communique, profile: Profile) -> Mending:
    """Return what the repairs of all rules do, pass after pass, as the command line's `fix` does them."""
    return Mending(doc, mended(doc, profile)[0])


def _shown(release: object, names: list[str]) -> str:
    return " · ".join(str(getattr(release, name)) for name in names)


def _are_alike(before: Row, after: Row) -> bool:
    """Tell whether two states of a row have the same passages, so that their words can be compared."""
    return before.kind is after.kind and all(len(before[language]) == len(after[language]) for language in Language)


def _row_changes(before: Row | None, after: Row) -> Iterator[Change]:
    if before is None or not _are_alike(before, after):
        if before != after:
            yield Address(Part.ROW, after.id), _words(before), _words(after)
        return
    for language in Language:
        for index, (old, new) in enumerate(zip(before[language], after[language], strict=True)):
            for change, _ in _stretches(after.address(language, index), old, new):
                if change is not None:
                    yield change


def _words(row: Row | None) -> str:
    """Return what a whole row says: the language of each passage, and its words."""
    told = () if row is None else ((language, passage.text) for language in Language for passage in row[language])
    return " · ".join(f"{language.value.upper()} {text}" for language, text in told)


def _stretches(where: Address, old: Passage, new: Passage) -> Iterator[tuple[Change | None, tuple[int, int]]]:
    """Yield the stretches of a passage: the change each is (None where its words are kept), and its place in `new`."""
    start = first = 0
    gone = put = ""
    for piece in (*compared(old.text, new.text), None):
        if piece is not None and piece.fate is Fate.GONE:
            gone = piece.text
            continue
        if piece is not None and piece.fate is Fate.NEW:
            put = piece.text
            continue
        if gone or put:
            yield (replace(where, start=start, end=start + len(gone)), gone, put), (first, first + len(put))
            start, first = start + len(gone), first + len(put)
            gone = put = ""
        if piece is not None:
            yield None, (first, first + len(piece.text))
            start, first = start + len(piece.text), first + len(piece.text)


def _partly(before: Row | None, after: Row, chosen: Collection[Change]) -> Row | None:
    """Return a row with the changes chosen and no others; None for a new row nobody chose."""
    if before is None or not _are_alike(before, after):
        return after if any(change in chosen for change in _row_changes(before, after)) else before
    for language in Language:
        pairs = zip(before[language], after[language], strict=True)
        side = (_passage(after.address(language, index), *pair, chosen) for index, pair in enumerate(pairs))
        after = after.having(language, tuple(side))
    return before if all(before[language] == after[language] for language in Language) else after


def _passage(where: Address, old: Passage, new: Passage, chosen: Collection[Change]) -> Passage:
    stretches = list(_stretches(where, old, new))
    left_out = [change for change, _ in stretches if change is not None and change not in chosen]
    if not left_out:
        return new
    if len(left_out) == sum(1 for change, _ in stretches if change is not None):
        return old
    whole = Passage()
    for change, (first, last) in stretches:
        if change is None or change in chosen:
            whole += new.cut(first, last)
        else:
            whole += old.cut(change[0].start or 0, change[0].end or 0)
    return whole
