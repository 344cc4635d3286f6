"""Sheet: what stands on paper besides the text: the house, the facts, what must not go out yet, and who approves."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import Final

from editor.formats.paper.printing import Layout, Printing, chosen
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.moments import seen_in
from editor.model.passage import MarkKind, Passage, said_alone
from editor.model.people import Quote
from editor.model.profile import Profile
from editor.model.release import Status
from editor.model.rows import Row
from editor.text.date_writing import write_day, write_time
from editor.values import frozen
from editor.words import Sentence, say

WAYS: Final = (say("Approved as it stands"), say("Approved with the changes written in"), say("Not approved"))
"""What may be ticked under a quote, and under the release as a whole."""
FIELDS: Final = (say("Name"), say("Date"), say("Signature"))
"""What is filled in by hand beside that."""


@frozen
class Approval:
    """A quote that somebody signs: its number on paper, who said it and what, in both languages."""

    number: str
    quote: Quote
    speaker: Bilingual[str]
    words: Bilingual[str]

    @property
    def alone(self) -> Bilingual[str]:
        """The words as they are to be read by themselves."""
        return self.words.each(said_alone)


@frozen
class Paper:
    """A release and how it goes on paper, seen from one moment: what is embargoed then is marked so.

    `width` is the number of characters to a line of plain text; 0 where lines are not wrapped.
    """

    doc: Communique
    languages: tuple[Language, ...]
    layout: Layout
    profile: Profile
    at: datetime
    width: int = 0

    @property
    def is_beside(self) -> bool:
        """Whether both languages stand beside each other."""
        return len(self.languages) > 1 and self.layout is not Layout.AFTER

    @property
    def is_review(self) -> bool:
        """Whether this is the copy that is read against the last one and signed."""
        return self.layout is Layout.REVIEW

    @property
    def title(self) -> str:
        """The headline, in the first language that has one."""
        headline = self.doc.headline
        texts = (headline[language].text.strip() for language in (*self.languages, *Language))
        return next(filter(None, texts), "")

    def house(self, language: Language) -> str:
        """Return the name of the house that publishes."""
        return self.profile.house.name[language] or self.profile.house.office[language]

    def variant(self, language: Language) -> str:
        """Return the spelling variant of a language (BCP 47): the release's own, or the one of the house."""
        return self.doc.release.variants[language] or self.profile.variants[language] or language.value

    def say(self, sentence: Sentence, language: Language) -> str:
        """Put words of the paper itself into a language of the release."""
        return sentence.told(language.value)

    def in_all(self, sentence: Sentence) -> str:
        """Put words of the paper itself into every language it is in, none said twice."""
        return " / ".join(dict.fromkeys(self.say(sentence, language) for language in self.languages))

    def facts(self, language: Language) -> str:
        """Return what kind of text this is, its reference and its date, on one line."""
        release = self.doc.release
        parts = [self.say(say("Press release"), language), release.reference]
        if release.date is not None:
            parts.append(write_day(release.date, language, month_first=self.profile.month_first))
        return " · ".join(filter(None, parts))

    def moment(self, moment: datetime, language: Language) -> str:
        """Return a moment in words, on the clocks of the house."""
        there = seen_in(moment, self.profile.zone)
        day = write_day(there.date(), language, month_first=self.profile.month_first)
        return f"{day}, {write_time(there.timetz(), self.profile.time_form[language])}"

    @property
    def is_embargoed(self) -> bool:
        """Whether the release may not be used yet."""
        embargo = self.doc.release.embargo
        return embargo is not None and embargo > self.at

    def warnings(self, language: Language) -> tuple[str, ...]:
        """Return the lines above the text: what it is not fit for, and until when."""
        found = []
        if word := _WORDS.get(self.doc.release.status):
            found.append(self.say(word, language))
        embargo = self.doc.release.embargo
        if embargo is not None and self.is_embargoed:
            until = say("Embargoed until {moment}", moment=self.moment(embargo, language))
            found.append(self.say(until, language))
        return tuple(found)

    def watermarks(self) -> tuple[str, ...]:
        """Return the words that stand across every page, none said twice."""
        found: dict[str, None] = {}
        words = [_WORDS.get(self.doc.release.status), say("EMBARGO") if self.is_embargoed else None]
        for word in filter(None, words):
            line = dict.fromkeys(self.say(word, language) for language in self.languages)
            found[" · ".join(line)] = None
        return tuple(found)

    def copy_line(self, language: Language) -> str:
        """Return which review copy this is, and against which one it is marked."""
        last = self.doc.review
        number = last.number + 1 if last else 1
        line = say("Review copy {number}, {moment}", number=number, moment=self.moment(self.at, language))
        if last is None:
            return self.say(line, language)
        since = say(
            "Changes since copy {number} of {moment} are marked.",
            number=last.number,
            moment=self.moment(last.at, language),
        )
        return f"{self.say(line, language)}. {self.say(since, language)}"

    def former(self, row: Row, language: Language) -> str | None:
        """Return what a side said in the last review copy; None where nothing is to be compared."""
        if not self.is_review or self.doc.review is None:
            return None
        wording = self.doc.review.of(row.id)
        return wording[language] if wording else ""

    def is_changed(self, row: Row, language: Language) -> bool:
        """Whether a side says something else than in the last review copy."""
        former = self.former(row, language)
        return former is not None and former != row.text(language)

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Yield every row with its number; in a review copy, those taken out since the last one too, without one."""
        gone = dict(self._gone())
        yield from gone.get("", ())
        for number, row in enumerate(self.doc.rows, 1):
            yield str(number), row
            yield from gone.get(row.id, ())

    def _gone(self) -> Iterator[tuple[str, list[tuple[str, Row]]]]:
        """Yield the rows of the last copy that are no more, by the id of the row that they stood below."""
        last = self.doc.review
        if not self.is_review or last is None:
            return
        present = {row.id for row in self.doc.rows}
        above = ""
        placed: list[tuple[str, Row]] = []
        for row_id, _ in last.wordings:
            if row_id in present:
                above = row_id
            else:
                placed.append((above, Row(row_id)))
        for place, rows in groupby(placed, lambda each: each[0]):
            yield place, [("–", row) for _, row in rows]

    def approvals(self) -> tuple[Approval, ...]:
        """Return the quotes of the text in the order they are first said, numbered from 1."""
        order = dict.fromkeys(stretch.mark.target for stretch in self.doc.stretches(MarkKind.QUOTE))
        wordings = self.doc.wordings()
        found: list[Approval] = []
        for quote_id in order:
            quote = self.doc.quote(quote_id)
            if quote is not None:
                found.append(Approval(f"Q{len(found) + 1}", quote, self._speaker(quote), wordings[quote_id]))
        return tuple(found)

    def _speaker(self, quote: Quote) -> Bilingual[str]:
        person = self.doc.participant(quote.speaker)
        if person is None:
            return Bilingual(*(self.say(say("Speaker not named"), language) for language in Language))
        return Bilingual(
            *(
                ", ".join(filter(None, (person.name[language], person.function[language])))
                or self.say(say("Speaker not named"), language)
                for language in Language
            )
        )

    def remark(self, approval: Approval, language: Language) -> str:
        """Return what stands beside a quote: its number, speaker, the language it was said in, and its approval."""
        parts = [f"{approval.number} {approval.speaker[language]}"]
        if approval.quote.original is not None:
            said = say("said in English") if approval.quote.original is Language.EN else say("said in French")
            parts.append(self.say(said, language))
        signed = approval.quote.sign_off
        if signed is not None and signed.holds_for(approval.words):
            line = say("approved by {name}, {moment}", name=signed.by, moment=self.moment(signed.at, language))
            parts.append(self.say(line, language))
        elif signed is not None:
            parts.append(self.say(say("changed since {name} approved it", name=signed.by), language))
        return " · ".join(parts)


_WORDS: dict[Status, Sentence] = {
    Status.DRAFT: say("DRAFT"),
    Status.WITHHELD: say("WITHHELD"),
    Status.CANCELED: say("CANCELLED"),
}


def paper_of(doc: Communique, printing: Printing, profile: Profile, at: datetime) -> Paper:
    """Return a release as it goes on paper. Raises Unfit where a language is wanted that has no text."""
    return Paper(doc, chosen(doc, printing), printing.layout, profile, at, printing.width)


def quotes_in(passage: Passage) -> tuple[str, ...]:
    """Return the ids of the quotes that a passage holds words of, in their order."""
    return tuple(dict.fromkeys(mark.target for mark in passage.stretches(MarkKind.QUOTE)))
