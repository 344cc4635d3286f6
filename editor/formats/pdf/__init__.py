"""Pages of a release painted with Qt: as PDF, on a printer, or on the screen for a preview.

The only room below the window that knows Qt; loaded when a page is wanted, not before. All lengths are twips
(1/1440 inch), so that a page looks the same on every device. The text is laid out line by line and never handed to
Qt as HTML, which turns narrow no-break spaces into plain ones.
"""

from editor.formats.pdf.lines import UNITS
from editor.formats.pdf.pages import Pages
from editor.formats.pdf.writing import page_layout, print_on, ready, write

__all__ = ["UNITS", "Pages", "page_layout", "print_on", "ready", "write"]
