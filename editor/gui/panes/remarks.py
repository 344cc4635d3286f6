"""Remarks: the findings about the rows, by passage: what is underlined, what has a sign beside it, what is said there.

A wave under a whole paragraph says nothing that a sign beside it would not, and makes it hard to read: what is too
long, repeated or in the wrong language is told by a sign in the margin, single words by a line under them.
"""

from collections.abc import Callable, Iterable

from editor.checks.finding import Finding, Level
from editor.edits.edit import Edit
from editor.gui.fields.highlight import Style
from editor.gui.fields.sheet import Key, Stretches
from editor.gui.panes.menus import Offer
from editor.gui.teller import Teller
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.rows import Side

Signs = dict[Key, Level]
"""The worst level told beside a passage."""

_LONG = 120
"""Code points; about two lines of a page. A longer stretch has a sign."""
_WHOLE = 40
"""Code points; a stretch that is a whole passage, and not a few words, has a sign too."""
_FEW = 4
"""Findings told in the menu of one place."""
_STYLES = {Level.ERROR: Style.ERROR, Level.WARNING: Style.WARNING, Level.HINT: Style.HINT}

_Place = tuple[Language, str, int]


class Remarks:
    """The findings of one communiqué that speak of words in its rows."""

    def __init__(self, findings: Iterable[Finding] = (), doc: Communique | None = None) -> None:
        self._found: dict[_Place, list[tuple[Finding, bool]]] = {}
        rows = {row.id: row for row in doc.rows} if doc is not None else {}
        for finding in findings:
            where = finding.where
            if doc is not None and where.part is Part.ROW and where.is_stretch and where.language is not None:
                place = where.language, where.id, where.passage or 0
                row = rows.get(where.id)
                is_broad = _is_broad(where, row[where.language] if row is not None else ())
                self._found.setdefault(place, []).append((finding, is_broad))

    def underlined(self, language: Language) -> dict[Key, Stretches]:
        """Return the stretches to underline, by passage."""
        found: dict[Key, Stretches] = {}
        for (side, row, index), told in self._found.items():
            if side is language:
                stretches = tuple([_stretch(finding) for finding, is_broad in told if not is_broad])
                if stretches:
                    found[row, index] = stretches
        return found

    def signs(self, language: Language) -> Signs:
        """Return the passages with a sign beside them."""
        found: Signs = {}
        for (side, row, index), told in self._found.items():
            if side is language:
                levels = [finding.level or Level.HINT for finding, is_broad in told if is_broad]
                if levels:
                    found[row, index] = max(levels)
        return found

    def broad(self, language: Language, key: Key) -> tuple[Finding, ...]:
        """Return what the sign beside a passage stands for, the worst first."""
        told = [finding for finding, is_broad in self._found.get((language, *key), ()) if is_broad]
        return tuple(sorted(told, key=lambda finding: -(finding.level or Level.HINT)))

    def at(self, where: Address) -> tuple[Finding, ...]:
        """Return what is said of the character at a place: of single words first, then of the whole passage."""
        if where.language is None or where.start is None:
            return ()
        told = self._found.get((where.language, where.id, where.passage or 0), ())
        here = [
            (is_broad, finding)
            for finding, is_broad in told
            if (finding.where.start or 0) <= where.start <= (finding.where.end or 0)
        ]
        return tuple(finding for _, finding in sorted(here, key=lambda pair: pair[0]))

    def tip(self, where: Address, teller: Teller) -> str:
        """Return what a tip says of a character or, where no character is meant, beside its passage."""
        key = where.id, where.passage or 0
        broad = self.broad(where.language, key) if where.language and where.start is None else self.at(where)
        return "\n".join(teller(finding.why) for finding in broad)

    def offers(self, where: Address, teller: Teller, do: Callable[[Edit], None]) -> tuple[Offer, ...]:
        """Return what the menu of a character says, its repairs done by `do`."""
        return tuple(_offer(finding, teller, do) for finding in self.at(where)[:_FEW])


def _offer(finding: Finding, teller: Teller, do: Callable[[Edit], None]) -> Offer:
    mend = finding.mend
    if mend is None:
        return Offer(teller(finding.why), "", None)
    return Offer(teller(finding.why), teller(mend.label), lambda: do(mend))


def _is_broad(where: Address, side: Side) -> bool:
    length = (where.end or 0) - (where.start or 0)
    if length <= _WHOLE:
        return False
    index = where.passage or 0
    whole = len(side[index].text.strip()) if index < len(side) else 0
    return length > _LONG or length >= whole


def _stretch(finding: Finding) -> tuple[int, int, Style]:
    return finding.where.start or 0, finding.where.end or 0, _STYLES[finding.level or Level.HINT]
