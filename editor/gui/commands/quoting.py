"""Quoting: what the commands do to the quote one is in: approve, join, part, pair, attach words, say who speaks."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from editor.edits import quotes
from editor.edits.details import remove_quote, set_speaker
from editor.edits.edit import Edit
from editor.edits.people import Words, give_speech, insert_name, insert_text
from editor.errors import Unfit
from editor.gui.session import Session
from editor.gui.teller import Teller
from editor.model.address import Address
from editor.model.communique import Communique, Stretch
from editor.model.language import Bilingual
from editor.model.moments import now_in
from editor.model.passage import MarkKind
from editor.model.people import Participant, Quote
from editor.values import frozen
from editor.words import Sentence, say, say_count

if TYPE_CHECKING:
    from editor.gui.fields.chooser import Choice, Chooser

_SHOWN = 60
"""Characters of a quote in a menu."""


@frozen
class Texts:
    """What the commands ask of the two pages: the caret, the stretches selected, the point below the caret."""

    caret: Callable[[], Address | None]
    selected: Callable[[], tuple[Address, ...]]
    point: Callable[[], QPoint]


class Quoting(QObject):
    """Turns commands into edits of quotes.

    `signer` answers the name that signs approvals, or None; `known` the people of the directory.
    """

    told = Signal(object)
    """A Sentence: why something cannot be done here."""

    def __init__(
        self,
        owner: QWidget,
        session: Session,
        texts: Texts,
        signer: Callable[[], str | None],
        *,
        known: Callable[[], Sequence[Participant]],
        teller: Teller,
    ) -> None:
        super().__init__(owner)
        self._session = session
        self._texts = texts
        self._signer = signer
        self._known = known
        self._teller = teller
        self._owner = owner
        self.chooser: Chooser | None = None

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {
            "approve_quote": lambda: self._on_quote(self.approve),
            "approve_quotes": self.approve_all,
            "join_quote": lambda: self._on_quote(self.join_with_former),
            "split_quote": self.split,
            "pair_quote": lambda: self._on_quote(self.offer_pairs),
            "attach_quote": self.offer_quotes,
            "attribute": lambda: self._on_quote(self.offer_attributions),
            "speaker": lambda: self._on_quote(self.ask_speaker),
            "not_quote": lambda: self._on_quote(self.lift),
        }

    def approve(self, quote_id: str) -> None:
        """Sign off a quote as it stands now."""
        name = self._signer()
        if name is not None:
            self._try(quotes.approve((quote_id,), name, now_in(self._session.profile.zone)))

    def approve_all(self) -> None:
        """Sign off every quote that stands in both languages, as it stands now, in one step."""
        self._session.flush()
        todo = quotes.to_approve(self._session.doc)
        name = self._signer() if todo else None
        if name is not None:
            self._try(quotes.approve(todo, name, now_in(self._session.profile.zone)))
            self.told.emit(say_count("{count} quote approved.", "{count} quotes approved.", len(todo)))
        elif not todo:
            self.told.emit(say("No quote that stands in both languages waits for approval."))

    def join_with_former(self, quote_id: str) -> None:
        """Make a quote one with the quote before it."""
        former = quotes.neighbour(self._session.doc, quote_id)
        if former:
            self._try(quotes.join(former, quote_id))
        else:
            self.told.emit(say("There is no quote before this one."))

    def split(self) -> None:
        """Part the quote at the stretch the caret is in; where that is the first one, before the word at the caret."""
        stretch, caret = self._stretch(), self._texts.caret()
        if stretch is None or caret is None:
            self.told.emit(_NO_QUOTE)
            return
        spoken = self._session.doc.stretches(MarkKind.QUOTE, stretch.mark.target)
        first = next(each for each in spoken if each.language is stretch.language)
        if first != stretch:
            self._try(quotes.split(stretch.mark.target, stretch))
            return
        # The aligner brings numpy.
        from editor.text.cutting import counterpart

        place = quotes.before_word(stretch, caret.start or 0)
        answer = counterpart(stretch.row, stretch.language, (stretch.passage, place))
        self._try(quotes.cut(stretch, place, answer))

    def offer_pairs(self, quote_id: str) -> None:
        """Offer the quotes that lack the language this one has alone, those of the same row first."""
        doc = self._session.doc
        wording = doc.wording(quote_id)
        here = {stretch.row.id for stretch in doc.stretches(MarkKind.QUOTE, quote_id)}
        fitting = [
            quote
            for quote in quotes.in_text_order(doc)
            if quote.id != quote_id and _complete_each_other(wording, doc.wording(quote.id))
        ]
        near = {
            quote.id for quote in fitting if here & {each.row.id for each in doc.stretches(MarkKind.QUOTE, quote.id)}
        }
        fitting.sort(key=lambda quote: quote.id not in near)
        self._offer(
            say("Quotes of the other language"),
            [(self._short(quote), partial(self._try, quotes.join(quote_id, quote.id))) for quote in fitting],
            say("No quote lacks the language that this one has alone."),
        )

    def offer_quotes(self) -> None:
        """Offer the quotes that the words selected may belong to."""
        places = self._texts.selected()
        self._offer(
            say("Quotes"),
            [
                (self._short(quote), partial(self._try, quotes.attach(places, quote.id)))
                for quote in (quotes.in_text_order(self._session.doc) if places else ())
            ],
            say("Select words of a quote that is there already."),
        )

    def ask_speaker(self, quote_id: str) -> None:
        """Ask who says a quote: whoever is taken for the speaker first, then those named where it stands."""
        doc = self._session.doc
        quote = doc.quote(quote_id)
        if quote is None:
            return
        rows = {stretch.row.id for stretch in doc.stretches(MarkKind.QUOTE, quote_id)}
        near = {stretch.mark.target for stretch in doc.stretches(MarkKind.PERSON) if stretch.row.id in rows}
        people = sorted(doc.participants, key=lambda each: (each.id != quote.speaker, each.id not in near))
        choices: list[Choice] = []
        for each in people:
            title = each.listed
            if each.id == quote.speaker:
                title = self._teller(say("Yes: {name}", name=title))
            choices.append((title, partial(self._try, give_speech(quote_id, each))))
        if quote.speaker:
            choices.append((self._teller(say("Nobody yet")), partial(self._try, set_speaker(quote_id, ""))))
        choices.append((self._teller(say("Not a quote")), partial(self.lift, quote_id)))
        for each, title in strangers(doc, self._known(), self._teller):
            choices.append((title, partial(self._try, give_speech(quote_id, replace(each, id="")))))
        self._offer(say("Who says this?"), choices, _NO_QUOTE)

    def lift(self, quote_id: str) -> None:
        """Make the words of a quote ordinary text, in both languages."""
        self._try(remove_quote(quote_id))

    def offer_attributions(self, quote_id: str) -> None:
        """Offer verbs of saying for behind the words the caret is in, or who the speaker is."""
        from editor.checks.mentions import is_named_before
        from editor.text.attributing import attributions, place_behind
        from editor.text.naming import Mention, gender_told, naming

        doc, stretch = self._session.doc, self._stretch()
        quote = doc.quote(quote_id)
        speaker = doc.participant(quote.speaker) if quote is not None else None
        if stretch is None:
            return
        if speaker is None:
            self.ask_speaker(quote_id)
            return
        text, language = stretch.row[stretch.language][stretch.passage].text, stretch.language
        place, lead = place_behind(text, stretch.mark.end, language)
        where = stretch.row.address(language, stretch.passage, place, place)
        mention = Mention.LATER if is_named_before(doc, speaker, where) else Mention.FIRST
        named = naming(speaker, language, mention, self._session.profile.variants[language])
        offers: list[Choice] = []
        for each in attributions(named, gender_told(speaker), language):
            words = Words(lead + each.text, len(lead) + each.start, len(lead) + each.end)
            edit = insert_name(where, speaker, words) if each.end else insert_text(where, words.text)
            offers.append((each.text, partial(self._try, edit)))
        self._offer(say("Who speaks"), offers, _NO_QUOTE)

    def _offer(self, title: Sentence, choices: "list[Choice]", nothing: Sentence) -> None:
        from editor.gui.fields.chooser import Chooser

        if choices:
            hint = self._teller(say("Type to find, Enter to choose"))
            self.chooser = Chooser(self._owner, self._teller(title), hint, choices)
            self.chooser.open_at(self._texts.point())
        else:
            self.told.emit(nothing)

    def _short(self, quote: Quote) -> str:
        wording = self._session.doc.wording(quote.id)
        words = wording.en or wording.fr
        speaker = self._session.doc.participant(quote.speaker)
        name = (speaker.name.en or speaker.name.fr) if speaker else self._teller(say("Speaker?"))
        return f"{name}: {words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}"

    def _on_quote(self, do: Callable[[str], None]) -> None:
        stretch = self._stretch()
        if stretch is None:
            self.told.emit(_NO_QUOTE)
        else:
            do(stretch.mark.target)

    def _stretch(self) -> Stretch | None:
        """Return the words of a quote that the caret is in or beside."""
        self._session.flush()
        caret = self._texts.caret()
        if caret is None:
            return None
        for stretch in self._session.doc.stretches(MarkKind.QUOTE):
            mine = (stretch.row.id, stretch.language, stretch.passage)
            place = caret.start or 0
            if mine == (caret.id, caret.language, caret.passage or 0) and stretch.mark.is_touched(place, place):
                return stretch
        return None

    def _try(self, edit: Edit) -> None:
        try:
            self._session.do(edit, self._texts.caret())
        except Unfit as error:
            self.told.emit(error.sentence)


_NO_QUOTE = say("The caret is in no quote.")


def strangers(doc: Communique, known: Sequence[Participant], teller: Teller) -> Iterator[tuple[Participant, str]]:
    """Yield the people of the directory who do not take part yet, each as one is listed."""
    names = {name for person in doc.participants for name in person.name if name}
    note = teller(say("from the directory"))
    for each in known:
        if not names.intersection(each.name):
            yield each, f"{each.listed} ({note})"


def _complete_each_other(one: Bilingual[str], other: Bilingual[str]) -> bool:
    return bool(one.en) != bool(one.fr) and bool(one.en) == bool(other.fr) and bool(one.fr) == bool(other.en)
