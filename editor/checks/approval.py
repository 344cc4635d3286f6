"""Signed-off quotes: the wording somebody approved still stands in the texts."""

from collections.abc import Iterator

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot
from editor.edits.edit import Edit
from editor.model.address import Address, Part
from editor.model.communique import Communique, Stretch
from editor.model.language import Language
from editor.model.passage import MarkKind, evenly_spaced
from editor.model.people import Quote
from editor.words import say

_CHANGED = {
    Language.EN: say("The English of this quote is no longer the one that was signed off."),
    Language.FR: say("The French of this quote is no longer the one that was signed off."),
}


def altered_quotes(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """X36: the words of a quote changed after they were signed off; widths of spaces do not count."""
    signed = [quote for quote in doc.quotes if quote.sign_off is not None]
    if not signed:
        return
    wordings = doc.wordings()
    for quote in signed:
        now = wordings.get(quote.id)
        then = quote.sign_off.wording if quote.sign_off else None
        for language in Language:
            words = now[language] if now else ""
            if then is not None and evenly_spaced(words) != evenly_spaced(then[language]):
                yield _altered(doc, quote, language, then[language])


def _altered(doc: Communique, quote: Quote, language: Language, approved: str) -> Finding:
    places = [each for each in doc.stretches(MarkKind.QUOTE, quote.id) if each.language is language]
    if not places:
        return Finding(Address(Part.QUOTE, quote.id, field="sign_off"), _CHANGED[language])
    where = _place(places[0])
    return Finding(where, _CHANGED[language], _put_back(places, approved))


def _place(stretch: Stretch) -> Address:
    return stretch.row.address(stretch.language, stretch.passage, stretch.mark.start, stretch.mark.end)


def _put_back(places: list[Stretch], approved: str) -> Edit | None:
    """Write the approved words again, where the quote stands in one piece."""
    if len(places) > 1 or not approved or "\n" in approved:
        return None
    stretch = places[0]
    spot = Spot(stretch.row, stretch.language, stretch.passage, stretch.row[stretch.language][stretch.passage].text)
    label = say("Put back the words signed off")
    return spot.put(label, stretch.mark.start, stretch.mark.end, approved)


RULES = (Rule("X36", Level.ERROR, say("Quotes changed after sign-off"), on_document=altered_quotes, proposes=True),)
