"""Spot: one passage of a row as a rule reads it, and the edits that mend its words."""

from collections.abc import Iterator
from dataclasses import replace

from editor.edits.edit import Edit
from editor.errors import Unfit
from editor.model.address import Address
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import Passage
from editor.model.rows import Row
from editor.values import frozen, twin
from editor.words import Sentence, say


@frozen
class Splice:
    """Characters [start, end) of one passage, what stands there, and what shall stand there."""

    start: int
    end: int
    before: str
    text: str


@frozen
class Respelling:
    """A change of words inside one passage: called with a communiqué, it answers the next one.

    The splices do not overlap. Raises Unfit where the words that were found wrong are no longer there.
    """

    row: str
    language: Language
    passage: int
    splices: tuple[Splice, ...]

    def __call__(self, doc: Communique) -> Communique:
        """Return the communiqué with the words changed."""
        row = doc.row(self.row)
        if row is None or self.passage >= len(row[self.language]):
            raise Unfit(say("This place is no longer in the text."))
        side = row[self.language]
        passage = respelt(side[self.passage], self.splices)
        return doc.having_row(row.having(self.language, (*side[: self.passage], passage, *side[self.passage + 1 :])))


def respelt(passage: Passage, splices: tuple[Splice, ...]) -> Passage:
    """Return the passage with all splices done, from its end. Raises Unfit where other words stand there now."""
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end), reverse=True):
        if passage.text[splice.start : splice.end] != splice.before:
            raise Unfit(say("This place is no longer in the text."))
        passage = passage.splice(splice.start, splice.end, splice.text)
    return passage


@frozen
class Spot:
    """One passage of a row: where it stands and what it says."""

    row: Row
    language: Language
    index: int
    text: str

    @property
    def passage(self) -> Passage:
        """The passage with its marks."""
        return self.row[self.language][self.index]

    def at(self, start: int, end: int) -> Address:
        """Return the address of characters [start, end)."""
        return self.row.address(self.language, self.index, start, end)

    @property
    def whole(self) -> Address:
        """The address of all its characters."""
        return self.at(0, len(self.text))

    def put(self, label: Sentence, start: int, end: int, text: str) -> Edit:
        """Return the edit that puts `text` in the place of characters [start, end)."""
        return self.put_all(label, ((start, end, text),))

    def put_all(self, label: Sentence, changes: tuple[tuple[int, int, str], ...]) -> Edit:
        """Return one edit of several places of this passage, each given as start, end and new text."""
        splices = tuple(Splice(start, end, self.text[start:end], text) for start, end, text in changes)
        end = splices[-1].start + len(splices[-1].text)
        return Edit(label, Respelling(self.row.id, self.language, self.index, splices), caret=self.at(end, end))


def spots(row: Row, *languages: Language) -> Iterator[Spot]:
    """Yield the passages of the sides named, or of both where none is, that say anything."""
    for language in languages or _BOTH:
        for index, passage in enumerate(row.sides[language]):
            if passage.text:
                yield Spot(row, language, index, passage.text)


_BOTH = tuple(Language)


def move_passage(spot: Spot) -> Edit:
    """Return the edit that moves one passage to the other side of its row, after what stands there."""
    source, target = spot.language, spot.language.other

    def change(doc: Communique) -> Communique:
        row = doc.row(spot.row.id)
        if row is None or row[source][spot.index : spot.index + 1] != (spot.passage,):
            raise Unfit(say("This place is no longer in the text."))
        side = row[source]
        row = row.having(target, (*row[target], spot.passage))
        row = row.having(source, (*side[: spot.index], *side[spot.index + 1 :]))
        return doc.having_row(replace(row, confirmation=None))

    label = say("Move to the English side") if source is Language.FR else say("Move to the French side")
    return Edit(label, change)


def turn_round(row: Row, language: Language) -> Edit:
    """Return the edit that puts the passages of one side in the opposite order."""

    def change(doc: Communique) -> Communique:
        now = doc.row(row.id)
        if now is None or now[language] != row[language]:
            raise Unfit(say("This place is no longer in the text."))
        return doc.having_row(now.having(language, tuple(reversed(now[language]))))

    return Edit(say("Turn the paragraphs round"), change)


def filled(template: Sentence, **facts: str | int | Sentence) -> Sentence:
    """Return a sentence with more facts filled in: templates stand where rules begin, facts come with the places."""
    return twin(template, facts=(*template.facts, *facts.items()))
