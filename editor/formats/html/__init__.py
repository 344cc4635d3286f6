"""Web pages: read for their text, never run; written as clean, accessible pages."""

from editor.formats.html.pasting import Pasted, paste
from editor.formats.html.reading import manuscript, read
from editor.formats.html.writing import write

__all__ = ["Pasted", "manuscript", "paste", "read", "write"]
