"""Kinds of file that are not read: how each is known by its name or its first bytes, and what to do instead."""

from pathlib import Path
from typing import Final

from editor.words import Sentence, say

_WORD_PROCESSOR: Final = say(
    "This is a document of another word processor. Open it there, save it as a Word document (.docx), and take that."
)
_OLD_WORD: Final = say("This is an old Word document (.doc). Open it in Word, save it as .docx, and take that.")
_RICH: Final = say("This is an RTF document. Open it in a word processor, save it as .docx, and take that.")
_PRINTED: Final = say(
    "This is a PDF file, made to be printed. Take the document it was made from (.docx), or copy its text and paste it."
)
_MAIL: Final = say("This is a message of Outlook. Open it, copy its text and paste it.")
_SLIDES: Final = say("This holds slides or a spreadsheet. Copy the text wanted and paste it.")
_PICTURE: Final = say("This is a picture. Pictures are added to a release by themselves.")
_BY_NAME: Final = {
    **dict.fromkeys((".doc", ".dot"), _OLD_WORD),
    **dict.fromkeys((".odt", ".ott", ".fodt", ".pages", ".wpd", ".wps", ".sxw", ".abw"), _WORD_PROCESSOR),
    ".rtf": _RICH,
    ".pdf": _PRINTED,
    ".msg": _MAIL,
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key", ".xls", ".xlsx", ".ods", ".numbers"), _SLIDES),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".webp", ".heic", ".bmp"), _PICTURE),
}
_BY_START: Final = ((b"%PDF", _PRINTED), (b"{\\rtf", _RICH))
_OPEN_DOCUMENT: Final = b"mimetypeapplication/vnd.oasis.opendocument.text"
_HEAD: Final = 120


def named_kind(path: Path) -> Sentence | None:
    """Return what to do with a file of a kind that is not read, known by its name; None for all others."""
    return _BY_NAME.get(path.suffix.lower())


def other_kind(raw: bytes) -> Sentence | None:
    """Return what to do with a file that is of another kind than its name says, known by its first bytes."""
    if _OPEN_DOCUMENT in raw[:_HEAD]:
        return _WORD_PROCESSOR
    return next((told for start, told in _BY_START if raw.startswith(start)), None)
