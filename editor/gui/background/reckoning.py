"""Reckoning: works out something long about the open release in a thread; the answer holds only for that very value."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from editor.errors import CommuniqueError
from editor.gui.background.worker import Worker
from editor.gui.session import Session
from editor.model.communique import Communique

T = TypeVar("T")


class Reckoning(QObject):
    """Answers what is asked of the release of one window; of several questions, the last.

    Where somebody wrote meanwhile it is worked out anew, so that an answer is always about the present value; where
    another document was opened, nobody is answered.
    """

    told = Signal(object)
    """A Sentence: why there is no answer."""
    _answered = Signal(object)

    def __init__(self, parent: QObject, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self._worker = Worker("reckoning")
        self._number = 0
        self._answered.connect(lambda answer: answer())
        session.opened.connect(self._forget)

    def ask(self, work: Callable[[Communique], T], answer: Callable[[Communique, T], object]) -> None:
        """Have `work` done with the present value in the thread, and `answer` given the value and what came of it."""
        self._session.flush()
        self._number += 1
        self._worker.do(partial(self._do, self._number, self._session.doc, work, answer))

    def stop(self) -> None:
        """Answer nobody any more."""
        self._forget()
        self._worker.stop()

    def _forget(self) -> None:
        self._number += 1

    def _do(
        self,
        number: int,
        doc: Communique,
        work: Callable[[Communique], T],
        answer: Callable[[Communique, T], object],
    ) -> None:
        if number != self._number:
            return
        try:
            found = work(doc)
        except CommuniqueError as trouble:
            self._answered.emit(partial(self._tell, number, trouble))
            return
        self._answered.emit(partial(self._take, number, doc, work, answer, found))

    def _tell(self, number: int, trouble: CommuniqueError) -> None:
        if number == self._number:
            self.told.emit(trouble.sentence)

    def _take(
        self,
        number: int,
        doc: Communique,
        work: Callable[[Communique], T],
        answer: Callable[[Communique, T], object],
        found: T,
    ) -> None:
        if number != self._number:
            return
        self._session.flush()
        if self._session.doc is doc:
            answer(doc, found)
        else:
            self.ask(work, answer)
