"""Web pages: read for their text, never run; written as clean, accessible pages."""

from editor.formats.html.reading import LIMIT, manuscript, passages, read
from editor.formats.html.writing import write

__all__ = ["LIMIT", "manuscript", "passages", "read", "write"]
