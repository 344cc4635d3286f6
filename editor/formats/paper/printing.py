"""Printing: which languages go on paper, and how they stand to each other."""

from enum import Enum
from typing import Final

from editor.errors import Unfit
from editor.model.communique import Communique
from editor.model.language import Language
from editor.values import frozen
from editor.words import say


class Layout(Enum):
    """How two languages stand on paper; the value is its name on the command line.

    COLUMNS: beside each other, row by row. AFTER: one after the other. REVIEW: beside each other with numbered rows,
    every change since the last such copy marked, and boxes in which the quotes are signed.
    """

    COLUMNS = "columns"
    AFTER = "after"
    REVIEW = "review"


@frozen
class Printing:
    """What is wanted: the languages in their order, the layout, and at how many characters plain text is wrapped."""

    languages: tuple[Language, ...] = tuple(Language)
    layout: Layout = Layout.COLUMNS
    width: int = 0


ALL: Final = Printing()


def chosen(doc: Communique, printing: Printing) -> tuple[Language, ...]:
    """Return the languages wanted that say something; those wanted, where none does.

    Raises Unfit where the one language wanted is the one that has no text.
    """
    told = tuple(each for each in Language if any(row.has_text(each) for row in doc.rows))
    wanted = tuple(each for each in printing.languages if each in told)
    if told and not wanted:
        missing = printing.languages[0] if printing.languages else Language.EN
        raise Unfit(
            say("This release has no English text.")
            if missing is Language.EN
            else say("This release has no French text.")
        )
    return wanted or printing.languages[:1]
