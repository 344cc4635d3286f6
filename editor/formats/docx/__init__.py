"""Word files (Office Open XML, ECMA-376): read for their text, never run; written plainly.

Read by zip and XML directly: what matters here (tracked changes in their accepted reading, footnotes, bounds on what
an archive may unpack to) lies below what libraries for such files offer.
"""

from editor.formats.docx.reading import read
from editor.formats.docx.writing import write

__all__ = ["read", "write"]
