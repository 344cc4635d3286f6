"""The name and version that head our own file, and how large one may be."""

from typing import Final

NAME: Final = "communique"
VERSION: Final = 2
LIMIT: Final = 20_000_000
"""Bytes; a communiqué of 1,000 rows has about one million."""
