"""Processes: which run of a program left a file behind, and whether that run is still going."""

import getpass
import os
import socket
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from editor.values import frozen

_STARTED: Final = 19
"""Place, after the name, of the time at which a process began in Linux's table of one process (proc(5), field 22)."""
_SYNCHRONIZE: Final = 0x00100000


@frozen
class Process:
    """One run of a program: the machine, its number there, and when it began ("" where the system does not tell)."""

    host: str
    number: int
    began: str = ""

    @property
    def is_here(self) -> bool:
        """Whether it runs, or ran, on this machine."""
        return self.host == socket.gethostname()

    @property
    def is_alive(self) -> bool:
        """Whether it still runs; of another machine that cannot be known, and is taken for granted."""
        if not self.is_here:
            return True
        return _is_running(self.number) and self.began in ("", _began(self.number))


@cache
def present_process() -> Process:
    """Return the run of this program."""
    return Process(socket.gethostname(), os.getpid(), _began(os.getpid()))


def account() -> str:
    """Return the name of the user's account on this machine, or its number."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # an account without a name, as in some containers
        return str(os.getuid()) if hasattr(os, "getuid") else ""


def _began(number: int) -> str:
    with suppress(OSError, IndexError):
        return Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[_STARTED]
    return ""


def _is_running(number: int) -> bool:
    if number <= 0:
        return False
    if os.name == "nt":
        return _is_running_on_windows(number)
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # another user's, or no number of a process
        return Path(f"/proc/{number}").exists() or not Path("/proc/self").exists()
    return True


def _is_running_on_windows(number: int) -> bool:
    """Ask Windows, where a signal would end the process."""
    import ctypes  # noqa: PLC0415 (for this system alone)

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 (other systems have none)
    handle = kernel.OpenProcess(_SYNCHRONIZE, 0, number)
    if handle:
        kernel.CloseHandle(handle)
    return bool(handle)
