"""Dialogs: what a command opens, asks or shows, and what comes back from it."""
