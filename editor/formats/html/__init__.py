"""Web pages: read for their text, never run; written as clean, accessible pages."""

from editor.formats.html.reading import manuscript, passages, read
from editor.formats.html.writing import write

__all__ = ["manuscript", "passages", "read", "write"]
