"""Receiving: a release pasted whole into a page is read as one; undo gives back the paragraphs as they were pasted."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from editor.edits.edit import Edit
from editor.edits.flow import Splice
from editor.gui.background.reckoning import Reckoning
from editor.gui.session import Session
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.people import Participant
from editor.model.rows import RowKind
from editor.words import say, say_count


class Receiving(QObject):
    """Looks at what was pasted. `known` answers the people of the directory."""

    told = Signal(object)
    """A Sentence on what was recognised."""

    def __init__(
        self, parent: QObject, session: Session, reckoning: Reckoning, known: Callable[[], Sequence[Participant]]
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._reckoning = reckoning
        self._known = known

    def look_at(self, before: Communique, splice: Splice) -> None:
        """Have a paste read as a release where it is enough for one; `before` is what it was pasted into."""
        from editor.formats.arrival.receiving import may_be_received

        pasted = self._session.doc
        if not may_be_received(before, splice.start.id, splice.language, splice.pieces):
            return
        profile, known = self._session.profile, tuple(self._known())

        def read(doc: Communique) -> Communique | None:
            from editor.formats.arrival.receiving import blocks_of, received

            # Whoever goes on writing at once does not want it otherwise.
            return received(before, blocks_of(splice), profile, known) if doc == pasted else None

        self._reckoning.ask(read, partial(self._take, splice.language))

    def _take(self, language: Language, pasted: Communique, found: Communique | None) -> None:
        if found is None:
            return
        headline = next(row for row in found.rows if row.kind is RowKind.HEADLINE)
        caret = headline.address(language if headline.has_text(language) else language.other, 0, 0, 0)
        self._session.do(Edit(say("Recognise the release"), lambda doc: found if doc == pasted else doc, caret=caret))
        people, quotes = len(found.participants), len(found.quotes)
        self.told.emit(
            say(
                "Read as a whole release: {people}, {quotes}. Undo brings the plain paragraphs back.",
                people=say_count("{count} person", "{count} people", people),
                quotes=say_count("{count} quote", "{count} quotes", quotes),
            )
        )
