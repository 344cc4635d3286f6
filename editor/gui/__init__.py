"""The window.

Qt for Python exchanges Python's own way of importing for one that reads the source of every module loaded afterwards,
in search of a switch (`from __feature__ import …`) that nobody throws here: a tenth of a start, and megabytes that
stay. So Qt is loaded first of all, and the usual way put back.
"""

import builtins

import PySide6.QtCore  # noqa: F401 (loaded, and with it what is put back)

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
