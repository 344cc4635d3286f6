"""Communiqué: a desktop editor for bilingual press releases that publishes NewsML-G2."""

__version__ = "0.1.0"
