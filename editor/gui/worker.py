"""Worker: a thread that does one thing after the other, so that the window need not wait; it gets and gives values."""

import logging
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

_log = logging.getLogger(__name__)


class Worker:
    """Does what it is given, in the order asked, until it is stopped; what is asked afterwards is left undone."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._has_stopped = False

    def do(self, work: Callable[[], None]) -> None:
        """Have something done in the thread."""
        if not self._has_stopped:
            self._thread.submit(work).add_done_callback(self._log_trouble)

    def stop(self) -> None:
        """End the thread, after what it is doing just now."""
        self._has_stopped = True
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _log_trouble(self, done: Future[None]) -> None:
        """Log what nobody below could mend; without this a thread would keep it to itself."""
        error = None if done.cancelled() else done.exception()
        if error is not None:
            _log.error("%s: %s", self._name, "".join(traceback.format_exception(error)))
