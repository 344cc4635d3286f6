"""Envelopes: a page or a message that a program saved in one file.

They are MHTML (`.mhtml`, `.mht`), mail (`.eml`) and the archive of Safari (`.webarchive`). The page in them is read as
any other; what lies beside it is never opened.
"""

import plistlib
from email import message_from_bytes
from email.message import Message
from itertools import islice
from pathlib import Path
from typing import Final
from xml.parsers.expat import ExpatError

from editor.errors import Unreadable
from editor.formats import html, plain
from editor.formats.manuscript import Manuscript
from editor.words import say, say_count

_MOST_PARTS: Final = 2_000
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
    told = say_count("{count} attachment was left out.", "{count} attachments were left out.", attached)
    return Manuscript(page.scripts, (*page.notes, told) if attached else page.notes, page.stated)


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
