"""Envelopes: a page or a message that a program saved in one file.

They are MHTML (`.mhtml`, `.mht`), mail (`.eml`) and the archive of Safari (`.webarchive`). The page in them is read as
any other; what lies beside it is never opened.
"""

import plistlib
import re
from collections.abc import Sequence
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from itertools import islice
from pathlib import Path
from typing import Final
from xml.parsers.expat import ExpatError

from editor.errors import Unreadable
from editor.formats import html, plain
from editor.formats.manuscript import Block, Manuscript, Script
from editor.formats.telling import repeated
from editor.text.lexicon import table
from editor.values import frozen
from editor.words import Sentence, say, say_count

_MOST_PARTS: Final = 2_000
_LONGEST_GREETING, _LONGEST_COVER = 60, 200
"""Characters of a greeting, and of the line below it that says what the message brings."""
_SIGNATURE: Final = re.compile(r"--[ \u00a0]?(?:\u2028|\Z)")
_PROPERTY_LIST: Final = (b"bplist00", b"<?xml")


def read(raw: bytes, path: Path) -> Manuscript:
    """Return the text of the page or message in a file. Raises Unreadable where there is none."""
    if raw.startswith(_PROPERTY_LIST):
        return _archived(raw, path)
    try:
        parts = list(islice(message_from_bytes(raw).walk(), _MOST_PARTS))
    except RecursionError as error:
        raise Unreadable(path, say("The file is nested too deeply.")) from error
    for kind in ("text/html", "text/plain"):
        for part in parts:
            words = _words(part) if part.get_content_type() == kind else b""
            if words.strip():
                return _read(words, path, part, _attached(parts))
    raise Unreadable(path, say("There is no text in this page."))


def _read(words: bytes, path: Path, part: Message, attached: int) -> Manuscript:
    charset = str(part.get_param("charset", ""))
    page = html.read(words, path, charset) if part.get_content_subtype() == "html" else plain.read(words, path, charset)
    first, *others = page.scripts or (Script(()),)
    around = _around(first.blocks)
    told = [] if around is None else [say("Left out around the text of the message: {words}.", words=around.words)]
    if attached:
        told.append(say_count("{count} attachment was left out.", "{count} attachments were left out.", attached))
    text = first if around is None else replace(first, blocks=around.blocks)
    return Manuscript((text, *others), (*told, *page.notes), page.stated)


@frozen
class _Message:
    """The paragraphs of a message without its greeting and signature, and a Sentence that repeats those."""

    blocks: tuple[Block, ...]
    words: Sentence


def _around(blocks: Sequence[Block]) -> _Message | None:
    """Return a message without the greeting above its text and the signature below; None where it has neither."""
    start = next((index for index, block in enumerate(blocks) if not _is_greeting(block.text)), 0)
    if 0 < start < len(blocks) and _is_cover(blocks[start].text):
        start += 1
    end = next((index for index, block in enumerate(blocks) if _SIGNATURE.match(block.text)), len(blocks))
    words = repeated(block.text.replace("\u2028", " ") for block in (*blocks[:start], *blocks[end:]))
    return None if words is None or start >= end else _Message(tuple(blocks[start:end]), words)


def _is_greeting(text: str) -> bool:
    line = text.strip().lower()
    opens = any(line.startswith(greeting) for greeting in table("pages")["greetings"])
    return opens and len(line) <= _LONGEST_GREETING and line.endswith((",", "!", ":"))


def _is_cover(text: str) -> bool:
    line = text.strip().lower()
    return len(line) <= _LONGEST_COVER and any(word in line for word in table("pages")["covers"])


def _words(part: Message) -> bytes:
    payload = None if part.get_filename() and _is_attached(part) else part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _attached(parts: list[Message]) -> int:
    return sum(map(_is_attached, parts))


def _is_attached(part: Message) -> bool:
    return (part.get_content_disposition() or "") == "attachment"


def _archived(raw: bytes, path: Path) -> Manuscript:
    """Read the page of an archive of Safari: a property list that holds the bytes of the page and of what it shows."""
    try:
        held = plistlib.loads(raw)
        page = held["WebMainResource"]
        words, charset = page["WebResourceData"], page.get("WebResourceTextEncodingName", "")
    except (plistlib.InvalidFileException, ExpatError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise Unreadable(path, say("This is not a web page that can be read.")) from error
    except (RecursionError, OverflowError) as error:
        raise Unreadable(path, say("The file is nested too deeply.")) from error
    if not isinstance(words, bytes) or not isinstance(charset, str):
        raise Unreadable(path, say("This is not a web page that can be read."))
    return html.read(words, path, charset)
