"""Paper: a release as it will be read, in one language or both; the same for pages, Word, web pages and printers."""

from editor.formats.paper.marking import Change, Strip, strips, strips_of_side
from editor.formats.paper.printing import ALL, Layout, Printing, chosen
from editor.formats.paper.sheet import Approval, Paper, paper_of

__all__ = [
    "ALL",
    "Approval",
    "Change",
    "Layout",
    "Paper",
    "Printing",
    "Strip",
    "chosen",
    "paper_of",
    "strips",
    "strips_of_side",
]
