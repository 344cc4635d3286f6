"""The signs of French: quotation marks, apostrophes, ellipses."""

from collections.abc import Iterator

from editor.checks.characters import apostrophes
from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, spots
from editor.model.language import Language
from editor.model.rows import Row
from editor.text.marks import Family, Marked, find_marked
from editor.text.typography import SPACES, ellipses_amiss
from editor.text.verbatim import is_verbatim
from editor.words import say, say_count


def level_one_quotes(row: Row, desk: Desk) -> Iterator[Finding]:
    """F01: quotation marks of the first level are « »; a mark without a partner is told, not always mended."""
    inside = desk.profile.spacing.inside_guillemets
    for spot in spots(row, Language.FR):
        for stretch in find_marked(spot.text):
            if stretch.depth or stretch.family is Family.SINGLE or is_verbatim(spot.text, stretch.outer):
                continue
            foreign = _foreign_ends(spot.text, stretch)
            if foreign and stretch.opened and stretch.closed:
                yield _with_guillemets(spot, stretch, inside)
            elif foreign:
                yield _alone(spot, stretch, inside)


def _foreign_ends(text: str, stretch: Marked) -> bool:
    opening = text[stretch.outer] if stretch.opened else "«"
    closing = text[stretch.outer_end - 1] if stretch.closed else "»"
    return opening != "«" or closing != "»"


def _with_guillemets(spot: Spot, stretch: Marked, inside: str) -> Finding:
    changes = (
        (stretch.outer, stretch.start, f"«{inside}"),
        (stretch.end, stretch.outer_end, f"{inside}»"),
    )
    why = say_count("French puts quotations between « ».", "{count} quotations want « ».", 1)
    mend = spot.put_all(say("Put « »"), changes)
    return Finding(spot.at(stretch.outer, stretch.outer_end), why, mend, kind="pair")


def _alone(spot: Spot, stretch: Marked, inside: str) -> Finding:
    """Tell of a lone mark: at a paragraph’s border it belongs to a quotation over several and is exchanged."""
    text = spot.text
    start, end = (stretch.outer, stretch.start) if stretch.opened else (stretch.end, stretch.outer_end)
    at_border = not text[:start].strip() if stretch.opened else not text[end:].strip(f"{SPACES}.,")
    why = say("This quotation mark has no partner.")
    is_straight = text[start:end].strip(SPACES) == '"'
    if not at_border or (is_straight and not stretch.opened):
        return Finding(spot.at(start, end), why, kind="alone")
    wanted = f"«{inside}" if stretch.opened else f"{inside}»"
    return Finding(spot.at(start, end), why, spot.put(say("Put « »"), start, end, wanted), kind="border")


def french_apostrophes(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F07: the apostrophe is U+2019."""
    return apostrophes(row, Language.FR)


def ellipses(row: Row, _desk: Desk) -> Iterator[Finding]:
    """F10: an ellipsis is one sign without a space before and with one after; a cut is […]."""
    for spot in spots(row, Language.FR):
        for wanted in ellipses_amiss(spot.text):
            why = say_count(
                "This ellipsis is not set as French sets it.", "{count} ellipses are not set as French sets them.", 1
            )
            mend = spot.put(say("Write “{text}”", text=wanted.text.strip()), wanted.start, wanted.end, wanted.text)
            yield Finding(spot.at(wanted.start, wanted.end), why, mend)


RULES = (
    Rule("F01", Level.ERROR, say("French quotation marks"), on_row=level_one_quotes),
    Rule("F07", Level.WARNING, say("French apostrophes"), on_row=french_apostrophes),
    Rule("F10", Level.WARNING, say("French ellipses"), on_row=ellipses),
)
