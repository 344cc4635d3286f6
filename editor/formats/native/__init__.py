"""Our own file, `.communique`: a communiqué as lossless, versioned text that version control can compare.

JSON in UTF-8, one thing a line: a passage without marks is one line, a mark is one line. Names that hold nothing (an
empty text, an empty list, false, no date) are left out. Characters that editors show as a plain space, or not at all,
are written as escapes. A name that this version does not know is refused and not dropped: whoever adds a name to the
format counts `VERSION` up, so that an older program says so instead of losing it.
"""

from editor.formats.native.reading import read
from editor.formats.native.version import LIMIT, VERSION
from editor.formats.native.writing import write

__all__ = ["LIMIT", "VERSION", "read", "write"]
