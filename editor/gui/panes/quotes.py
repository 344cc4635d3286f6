"""Quotes pane: every quote of the release, who says it, and its words in both languages."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from editor.edits import quotes
from editor.edits.details import remove_quote, set_speaker
from editor.gui.fields.card import Card, Excerpt, QuietLabel
from editor.gui.fields.line import ChoiceField
from editor.gui.panes.cards import CardsPane
from editor.gui.session import Session
from editor.gui.style import Look
from editor.gui.teller import Teller
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.moments import seen_in
from editor.model.passage import MarkKind, said_alone
from editor.model.people import Confidence, Quote
from editor.model.profile import Profile
from editor.text.date_writing import write_day
from editor.words import Sentence, say

_ORIGINALS = (
    ("", say("Original: not said")),
    (Language.EN.value, say("Original: English")),
    (Language.FR.value, say("Original: French")),
)


class QuoteCard(Card):
    """One quote: its speaker, its words in both languages, in which it was said, whether they are approved."""

    approve_wished = Signal()
    withdraw_wished = Signal()
    speaker_confirmed = Signal()
    """Whoever was guessed to speak does."""

    def __init__(self, teller: Teller, look: Look) -> None:
        super().__init__()
        self._teller = teller
        self._look = look
        self.column.setSpacing(6)
        self.speaker = ChoiceField(teller(say("Speaker")))
        self.speaker.setProperty("bare", True)
        self.speaker.setFont(look.fonts.strong)
        self.column.addWidget(self.speaker)
        self._words = (Excerpt(), Excerpt())
        for code, excerpt in zip(("EN", "FR"), self._words, strict=True):
            line = QHBoxLayout()
            label = QuietLabel(code)
            label.setFont(look.fonts.small)
            label.setFixedWidth(22)
            line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(excerpt, 1)
            self.column.addLayout(line)
        self._state = QuietLabel()
        self._state.setWordWrap(True)
        self._state.setFont(look.fonts.small)
        self._sure = self._button(say("Confirm"), self.speaker_confirmed.emit)
        told = QHBoxLayout()
        told.addWidget(self._state, 1)
        told.addWidget(self._sure, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(told)
        self.column.addLayout(self._build_bottom())

    def _build_bottom(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self.original = ChoiceField(self._teller(say("Original language")))
        self.original.setProperty("bare", True)
        self.original.setFont(self._look.fonts.small)
        self.original.set_choices([(value, self._teller(title)) for value, title in _ORIGINALS])
        # All the room that the buttons leave, so that neither is cut where the fields are narrow.
        line.addWidget(self.original, 1)
        self._approve = self._button(say("Approve"), self.approve_wished.emit)
        self._withdraw = self._button(say("Withdraw"), self.withdraw_wished.emit)
        for button in (self._approve, self._withdraw):
            line.addWidget(button)
        return line

    def _button(self, title: Sentence, tell: Callable[[], None]) -> QPushButton:
        button = QPushButton(self._teller(title))
        button.setProperty("flat", True)
        button.clicked.connect(lambda _checked=False: tell())
        return button

    def show_quote(
        self, quote: Quote, words: Bilingual[str], speakers: list[tuple[str, str]], profile: Profile
    ) -> None:
        """Show the present value; `speakers` are (participant id, name) pairs."""
        self.speaker.set_choices(speakers)
        self.speaker.show_value(quote.speaker)
        self.original.show_value(quote.original.value if quote.original else "")
        for language, excerpt in zip(Language, self._words, strict=True):
            excerpt.show_text(said_alone(words[language]) or "—")
        state, is_doubtful = _state(quote, words, profile, Language(self._teller.tongue))
        self._state.setText(self._teller(state))
        colour = self._look.palette.doubtful if is_doubtful else self._look.palette.quiet
        style = f"color: {colour.name()};"
        if style != self._state.styleSheet():
            self._state.setStyleSheet(style)
        self._sure.setVisible(bool(quote.speaker) and quote.confidence is Confidence.GUESS)
        holds = quote.sign_off is not None and quote.sign_off.holds_for(words)
        self._approve.setVisible(not holds and bool(words.en and words.fr))
        self._withdraw.setVisible(quote.sign_off is not None)
        self.setAccessibleName(f"{self.speaker.currentText()}: {said_alone(words.en or words.fr)}")
        self.setAccessibleDescription(self._teller(state))


def _state(quote: Quote, words: Bilingual[str], profile: Profile, tongue: Language) -> tuple[Sentence, bool]:
    """Return what a card says of a quote, and whether that wants attention."""
    if quote.speaker and quote.confidence is Confidence.GUESS:
        return say("The speaker is a guess"), True
    if not words.en:
        return say("No English words yet"), True
    if not words.fr:
        return say("No French words yet"), True
    if not quote.speaker:
        return say("Who says this?"), True
    if quote.sign_off is not None and not quote.sign_off.holds_for(words):
        return say("The words have changed since {name} approved them", name=quote.sign_off.by), True
    if quote.sign_off is not None:
        day = seen_in(quote.sign_off.at, profile.zone).date()
        written = write_day(day, tongue, month_first=profile.month_first)
        return say("Approved by {name}, {day}", name=quote.sign_off.by, day=written), False
    if profile.wants_sign_off:
        return say("Nobody has approved these words yet"), True
    if quote.confidence is Confidence.LIKELY:
        return say("The speaker was read from the text"), False
    return say("In both languages"), False


class QuotesPane(CardsPane[QuoteCard]):
    """The quotes in the order of the text. A card and its words in the text select each other."""

    approve_wished = Signal(str)
    """(quote id): it is to be signed off."""
    join_wished = Signal(str)
    """(quote id): it is to be one with the quote before."""

    def __init__(self, session: Session, teller: Teller, look: Look) -> None:
        super().__init__(session, teller, look)
        self.retranslate()
        session.changed.connect(self._changed)

    def focus_field(self, quote_id: str) -> None:
        """Bring the card of a quote into view, its speaker ready to be chosen."""
        card = self.cards.get(quote_id)
        if card is not None:
            self.ensureWidgetVisible(card)
            card.speaker.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.empty.setText(
            self.teller(
                say(
                    "No quotes yet. Select words in the text and choose “These words are a quote”, "
                    "or let them be found."
                )
            )
        )
        super().retranslate()

    def rebuild(self) -> None:
        """Make all cards anew."""
        super().rebuild()
        self._show()

    def make_cards(self) -> Iterator[tuple[str, QuoteCard]]:
        """Return a card for each quote."""
        for quote in quotes.in_text_order(self.session.doc):
            card = QuoteCard(self.teller, self.look)
            card.opened.connect(lambda quote_id=quote.id: self._select(quote_id))
            card.speaker.entered.connect(
                lambda person_id, quote_id=quote.id: self.session.do(set_speaker(quote_id, person_id))
            )
            card.original.entered.connect(
                lambda value, quote_id=quote.id: self.session.do(
                    quotes.set_original(quote_id, Language(value) if value else None)
                )
            )
            card.speaker_confirmed.connect(lambda quote_id=quote.id: self._confirm_speaker(quote_id))
            card.approve_wished.connect(lambda quote_id=quote.id: self.approve_wished.emit(quote_id))
            card.withdraw_wished.connect(lambda quote_id=quote.id: self.session.do(quotes.withdraw(quote_id)))
            card.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            join = card.addAction(self.teller(say("Join with the quote before")))
            join.triggered.connect(lambda _checked=False, quote_id=quote.id: self.join_wished.emit(quote_id))
            lift = card.addAction(self.teller(say("Not a quote")))
            lift.triggered.connect(lambda _checked=False, quote_id=quote.id: self.session.do(remove_quote(quote_id)))
            yield quote.id, card

    def _changed(self, before: Communique, after: Communique) -> None:
        same_parts = before.quotes is after.quotes and before.participants is after.participants
        if same_parts and before.release.profile == after.release.profile:
            if before.rows is not after.rows and after.quotes:
                self.late.start()
            return
        self.follow()

    def follow(self) -> None:
        """Show the quotes in the order of the text, with the words they have there."""
        if [quote.id for quote in quotes.in_text_order(self.session.doc)] != list(self.cards):
            self.rebuild()
        else:
            self._show()

    def _show(self) -> None:
        doc = self.session.doc
        speakers = [("", self.teller(say("Speaker?")))]
        speakers += [(person.id, person.name.en or person.name.fr) for person in doc.participants]
        wordings = doc.wordings()
        for quote in doc.quotes:
            self.cards[quote.id].show_quote(
                quote, wordings.get(quote.id, Bilingual("", "")), speakers, self.session.profile
            )

    def _confirm_speaker(self, quote_id: str) -> None:
        quote = self.session.doc.quote(quote_id)
        if quote is not None:
            self.session.do(set_speaker(quote_id, quote.speaker))

    def _select(self, quote_id: str) -> None:
        first = next(self.session.doc.stretches(MarkKind.QUOTE, quote_id), None)
        if first is not None:
            self.session.jump(first.row.address(first.language, first.passage, first.mark.start, first.mark.end))
