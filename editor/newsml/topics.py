"""IPTC media topics in both languages, and the Subject Codes they map to."""

from collections.abc import Mapping
from functools import cache

from editor.assets import resource
from editor.model.language import Bilingual
from editor.values import frozen


@frozen
class Topic:
    """One media topic: code, the code of the broader topic or nothing, names, day of retirement (ISO) or nothing.

    `subject` is the mapped Subject Code (IPTC's older vocabulary), or nothing. A topic without a French name in the
    edition bundled bears the English one.
    """

    code: str
    broader: str
    name: Bilingual[str]
    retired: str = ""
    subject: str = ""


@cache
def media_topics() -> Mapping[str, Topic]:
    """Return all topics of the bundled edition by code, in IPTC's order."""
    lines = resource("newsml/mediatopics.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    topics = (
        Topic(code, broader, Bilingual(english, french or english), retired, subject)
        for code, broader, english, french, retired, subject in rows
    )
    return {topic.code: topic for topic in topics}


@cache
def subject_names() -> Mapping[str, Bilingual[str]]:
    """Return the names of Subject Codes, taken from the media topics that map to them."""
    names: dict[str, Bilingual[str]] = {}
    for topic in media_topics().values():
        if topic.subject and not topic.retired:
            names.setdefault(topic.subject, topic.name)
    return names
