"""Worker: a thread that does one thing after the other, so that the window need not wait; it gets and gives values."""

import logging
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from editor.errors import whereabouts

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

_log = logging.getLogger(__name__)


class Worker:
    """Does what it is given, in the order asked, until it is stopped; what is asked afterwards is left undone."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._has_stopped = False

    def do(self, work: Callable[[], None]) -> None:
        """Have something done in the thread."""
        if not self._has_stopped:
            self._thread.submit(work).add_done_callback(self._log_trouble)

    def stop(self) -> None:
        """End the thread, after what it is doing just now."""
        self._has_stopped = True
        if "_thread" in self.__dict__:
            self._thread.shutdown(wait=True, cancel_futures=True)

    def finish(self) -> None:
        """End the thread when everything it was given is done."""
        self._has_stopped = True
        if "_thread" in self.__dict__:
            self._thread.shutdown(wait=True)

    @cached_property
    def _thread(self) -> "ThreadPoolExecutor":
        # Loaded with the first work, which comes after the first paint.
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix=self._name)

    def _log_trouble(self, done: "Future[None]") -> None:
        """Log what nobody below could mend; without this a thread would keep it to itself."""
        error = None if done.cancelled() else done.exception()
        if error is not None:
            _log.error("%s: %s", self._name, whereabouts(error))
