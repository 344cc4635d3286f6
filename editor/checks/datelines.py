"""Datelines: the place and date of the fields, written at the head of both texts as each language writes them."""

import re

from editor.edits.edit import Edit
from editor.errors import Unfit
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.passage import Passage
from editor.model.profile import NO_BREAK, Profile
from editor.model.release import Release
from editor.model.rows import RowKind
from editor.text.date_writing import write_day
from editor.text.datelines import find_dateline
from editor.words import say

_SPACES = re.compile("[ \u00a0\u202f]*")
_DASH = {Language.EN: " – ", Language.FR: f"{NO_BREAK}– "}


def dateline(release: Release, language: Language, profile: Profile) -> str:
    """Return place and date as a language writes them: “Brussels, 17 May 2021”, « Bruxelles, le 17 mai 2021 ».

    Raises Unfit where the fields do not hold both.
    """
    place = release.place[language].strip()
    if release.date is None or not place:
        raise Unfit(say("Enter the date and the place in both languages first."))
    day = write_day(release.date, language, month_first=profile.month_first)
    return f"{place}, {'le ' if language is Language.FR else ''}{day}"


def write_datelines(profile: Profile) -> Edit:
    """Write the dateline into both texts: in the row it has, over the one that opens the lead, or before the lead.

    Raises Unfit when applied where a field or the lead is missing.
    """

    def change(doc: Communique) -> Communique:
        for language in Language:
            doc = _with_dateline(doc, language, dateline(doc.release, language, profile))
        return doc

    return Edit(say("Write place and date"), change)


def _with_dateline(doc: Communique, language: Language, line: str) -> Communique:
    own = next((row for row in doc.rows if row.kind is RowKind.DATELINE), None)
    if own is not None:
        return doc.having_row(own.having(language, (Passage(line),)))
    lead = next((row for row in doc.rows if row.kind is RowKind.PARAGRAPH), None)
    if lead is None:
        raise Unfit(say("There is no paragraph to write place and date before."))
    side = lead[language] or (Passage(),)
    found = find_dateline(side[0].text, language)
    stop = _end_of_spaces(side[0].text, found.stop) if found is not None else 0
    return doc.having_row(lead.having(language, (side[0].splice(0, stop, line + _DASH[language]), *side[1:])))


def _end_of_spaces(text: str, place: int) -> int:
    spaces = _SPACES.match(text, place)
    return spaces.end() if spaces else place
