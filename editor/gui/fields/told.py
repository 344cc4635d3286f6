"""Told: the value of a field as one reads it, where it cannot be typed: days in words, countries and topics by name."""

from datetime import datetime

from editor.edits.details import read_field
from editor.errors import Unfit
from editor.gui.fields.publications import status_title
from editor.gui.teller import Teller
from editor.model.communique import Communique
from editor.model.language import Language
from editor.model.moments import seen_in
from editor.model.profile import TimeForm
from editor.newsml.topics import media_topics
from editor.newsml.wording import country_name
from editor.text.date_writing import write_day, write_time

_TIMES = {Language.EN: TimeForm.COLON, Language.FR: TimeForm.FRENCH}


def told_field(doc: Communique, name: str, zone: str, teller: Teller) -> str:
    """Return what a field holds, in the window's language; times are told by the clock of `zone` (IANA).

    A field of a person or picture that the document does not have holds nothing.
    """
    try:
        value = read_field(doc, name, zone)
    except Unfit:
        return ""
    tongue, release = Language(teller.tongue), doc.release
    if name == "status":
        return teller(status_title(release.status))
    if name == "date" and release.date:
        return write_day(release.date, tongue)
    if name in ("updated", "embargo"):
        moment = release.updated if name == "updated" else release.embargo
        return _moment(seen_in(moment, zone), tongue) if moment else ""
    if name == "topics":
        return ", ".join(_topic(code, tongue) for code in release.topics)
    if name.rpartition(".")[2] == "country" and value:
        return country_name(value)[tongue] or value
    return value


def _moment(moment: datetime, tongue: Language) -> str:
    return f"{write_day(moment.date(), tongue)}, {write_time(moment.time(), _TIMES[tongue])}"


def _topic(code: str, tongue: Language) -> str:
    topic = media_topics().get(code)
    return topic.name[tongue] if topic else code
