"""The verb `recognise`: what one text says of itself, for machines or for people."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from editor.cli.console import Console
from editor.cli.given import Given
from editor.cli.office import known_people
from editor.errors import Unreadable
from editor.formats.arrival.people import as_known
from editor.formats.encodings import decoded
from editor.formats.files import read_bytes
from editor.formats.lists import read_list
from editor.formats.plain import LIMIT
from editor.formats.table import read_manuscript, readable_suffixes
from editor.model.language import Language
from editor.text.people import KnownPerson
from editor.text.recognition import recognise as recognise_text
from editor.text.recognition_record import Record, record, split_paragraphs
from editor.words import Sentence, say

_KEYS = ("name", "role", "organisation", "country")
_MOST_PEOPLE = 10_000


def recognise(given: Given, console: Console) -> int:
    """Read each text and write what was recognised: one record, or a list of them where there are several texts."""
    language = Language(given.value("lang"))
    known = (
        _people(Path(given.value("people")), language)
        if given.has("people")
        else as_known(known_people(console), language)
    )
    found: list[Record] = []
    for done, word in enumerate(given.words):
        console.progress(done, len(given.words))
        path = Path(word)
        text = _text(path, language)
        paragraphs, _ = split_paragraphs(text)
        found.append(record(recognise_text(paragraphs, language, known), text, path.stem, language))
    console.progress(len(given.words), len(given.words))
    if given.has("json"):
        console.as_json(found if len(given.words) > 1 else found[0])
    else:
        for each in found:
            for line in _lines(each, console):
                console.result(line)
    return 0


def _text(path: Path, language: Language) -> str:
    """Return the text of a file; of one that is no plain text, its paragraphs in the language. Raises Unreadable.

    Places in such a file count from the start of its paragraphs, a blank line between them.
    """
    if path.suffix.lower() not in readable_suffixes() or path.suffix.lower() == ".txt":
        return decoded(read_bytes(path, LIMIT), path).text
    scripts = read_manuscript(path).scripts
    blocks = next((script.blocks for script in scripts if script.language is language), ())
    if not blocks and len(scripts) == 1 and scripts[0].language is None:
        blocks = scripts[0].blocks
    if not blocks:
        raise Unreadable(path, _NO_TEXT[language])
    return "\n\n".join(block.text for block in blocks) + "\n"


_NO_TEXT = {
    Language.EN: say("It holds no English text."),
    Language.FR: say("It holds no French text."),
}


def _lines(found: Record, console: Console) -> Iterator[str]:
    """Yield what was recognised as people read it."""

    def line(title: Sentence, *parts: object) -> str:
        return "\t".join([title.told(console.tongue), *(str(part) for part in parts if part)])

    yield line(say("Text"), found["id"])
    for title, key, entry in (
        (say("Headline"), "text", found["headline"]),
        (say("Date"), "date", found["published"]),
        (say("Updated"), "datetime", found["updated"]),
        (say("Place"), "place", found["dateline"]),
    ):
        if entry:
            yield line(title, entry[key])
    for person in found["participants"]:
        yield line(say("Participant"), *(person[key] for key in _KEYS))
    for quote in found["quotes"]:
        yield line(say("Quote"), quote["speaker"] or "?", quote["text"].replace("\n", " "))
    for caption in found["captions"]:
        yield line(say("Caption"), caption["text"])


def _people(path: Path, language: Language) -> tuple[KnownPerson, ...]:
    """Read a list of people, as JSON or as the directory is exported. Raises Unreadable where it is none."""
    if path.suffix.lower() in (".csv", ".tsv"):
        return as_known(read_list(path).people, language)
    reason = say("A JSON list of people is wanted, each with a name and perhaps role, organisation and country.")
    try:
        entries: Any = json.loads(decoded(read_bytes(path, LIMIT), path).text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise Unreadable(path, reason) from error
    if not isinstance(entries, list) or len(entries) > _MOST_PEOPLE:
        raise Unreadable(path, reason)
    people = []
    for entry in entries:
        if not isinstance(entry, dict) or not isinstance(entry.get("name"), str) or not entry["name"].strip():
            raise Unreadable(path, reason)
        values = {key: entry.get(key) or "" for key in _KEYS}
        if not all(isinstance(value, str) for value in values.values()):
            raise Unreadable(path, reason)
        people.append(KnownPerson(**values))
    return tuple(people)
