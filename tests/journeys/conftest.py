"""What the stories told in the window may ask for."""

from windows import signed_window

__all__ = ["signed_window"]
