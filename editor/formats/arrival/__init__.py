"""Arrival: from the paragraphs of a text, or of two, to a communiqué with its fields, and a report."""

from editor.formats.arrival.arriving import Arrival, arrive
from editor.formats.arrival.languages import joined, language_told

__all__ = ["Arrival", "arrive", "joined", "language_told"]
