"""Times as they are written on the command line."""

from datetime import datetime

from editor.cli.console import Console
from editor.errors import Unfit
from editor.model.moments import in_zone
from editor.words import say


def moment_of(text: str, zone: str, console: Console) -> datetime:
    """Return the moment of `--at`; without an offset it is one of `zone` (IANA name), and that is said.

    Raises Unfit where it is no date and time, or the hour does not occur in the zone on that day.
    """
    try:
        written = datetime.fromisoformat(text)
    except ValueError as error:
        raise Unfit(say("“{text}” is no date and time, as 2021-05-18T13:52.", text=text)) from error
    if "T" not in text.upper() and " " not in text.strip():
        raise Unfit(say("“{text}” is no date and time, as 2021-05-18T13:52.", text=text))
    try:
        moment = in_zone(written, zone)
    except ValueError as error:
        raise Unfit(say("{time} does not occur in {zone}.", time=text, zone=zone)) from error
    if written.tzinfo is None:
        console.tell(say("{time} is read as {moment} ({zone}).", time=text, moment=moment.isoformat(), zone=zone))
    return moment
