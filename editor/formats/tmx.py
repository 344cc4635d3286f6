"""TMX 1.4b, the exchange format of translation memories (LISA OSCAR, 2005), as Trados, memoQ and OmegaT read it.

Read are units that have an English and a French variant, of whatever country; codes of formatting are left out of
their texts. Written are plain texts, the release and its day as properties of each unit.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from html.entities import name2codepoint
from io import BytesIO
from pathlib import Path
from typing import Final

from lxml import etree

from editor import __version__
from editor.errors import Unfit, Unreadable
from editor.formats.files import Sheet, read_bytes
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.memory import Origin, Pair
from editor.model.passage import split_text
from editor.text.pairs import pairs_of
from editor.text.sentences import sentences
from editor.words import Sentence, say, say_count

LIMIT: Final = 500_000_000
"""Bytes of a file; the memory of the European Union's translators is published in parts of some 100 million."""
LONGEST: Final = 20_000
"""Characters of a text; a longer one is no sentence and no paragraph, and is left out."""
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_CODES: Final = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Elements that hold codes of formatting instead of words."""
_REFERENCE: Final = "x-reference"
_DAY: Final = "x-day"
_MOMENT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z")
_USUAL: Final = Bilingual("en", "fr")


class TmxFile:
    """The pairs of a TMX file, read as they are asked for; `left_out` counts the units that are none.

    Reading raises Unreadable with the line where the file is broken, defines entities, or is no TMX file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.left_out = 0

    def __iter__(self) -> Iterator[Pair]:
        raw = read_bytes(self._path, LIMIT)
        parts = etree.iterparse(
            BytesIO(raw), events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False,
            huge_tree=False, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        root: etree._Element | None = None
        try:
            for event, element in parts:
                if root is None:
                    root = element
                    self._require_tmx(root)
                elif event == "end" and _name(element) == "tu":
                    pair = _unit(element)
                    if pair is None:
                        self.left_out += 1
                    else:
                        yield pair
                    _let_go(element)
        except etree.XMLSyntaxError as error:
            line, why = error.lineno or 1, str(error.msg).split("\n", 1)[0]
            raise Unreadable(self._path, say("Line {line}: {why}.", line=line, why=why)) from error

    def _require_tmx(self, root: etree._Element) -> None:
        if _name(root) != "tmx":
            raise Unreadable(self._path, say("Line {line}: this is no TMX file.", line=int(str(root.sourceline))))
        # None where the file declares nothing; most name a grammar elsewhere, which is not fetched.
        declared: list[object] = getattr(root.getroottree().docinfo.internalDTD, "entities", list)()
        if declared:
            raise Unreadable(self._path, say("It defines entities, which are not read for safety."))


def write_tmx(pairs: Iterable[Pair], sheet: Sheet | BytesIO, at: datetime, languages: Bilingual[str] = _USUAL) -> int:
    """Write pairs as a TMX file made at a moment, its languages under these tags (BCP 47); answers how many."""
    tags = Bilingual(languages.en or _USUAL.en, languages.fr or _USUAL.fr)
    header = etree.Element("header", {
        "creationtool": "Communiqué",
        "creationtoolversion": __version__,
        "segtype": "paragraph",
        "o-tmf": "communique",
        "adminlang": "en",
        "srclang": tags.en,
        "datatype": "plaintext",
        "creationdate": _stamp(at),
    })  # fmt: skip
    sheet.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n  ')
    sheet.write(etree.tostring(header, encoding="utf-8"))
    sheet.write(b"\n  <body>\n")
    count = 0
    for pair in pairs:
        sheet.write(b"    " + etree.tostring(_element(pair, tags), encoding="utf-8") + b"\n")
        count += 1
    sheet.write(b"  </body>\n</tmx>\n")
    return count


def said_left_out(count: int) -> Sentence:
    """Say how many units of a file are not in the memory."""
    return say_count(
        "{count} unit was left out: one language is missing, or the text is too long.",
        "{count} units were left out: one language is missing, or the text is too long.",
        count,
    )


def write_release(doc: Communique) -> bytes:
    """Return the confirmed pairs of a release as a TMX file. Raises Unfit where nothing is confirmed yet."""
    sheet = BytesIO()
    seals = [row.confirmation.at for row in doc.rows if row.confirmation is not None]
    # The last confirmation is the moment, so that equal documents give equal files.
    if not seals or not write_tmx(pairs_of(doc), sheet, max(seals), doc.release.variants):
        raise Unfit(say("No pair of this release is confirmed yet: a translation memory holds confirmed pairs alone."))
    return sheet.getvalue()


def _element(pair: Pair, tags: Bilingual[str]) -> etree._Element:
    origin = pair.origin
    facts = {"segtype": "sentence" if all(len(sentences(text)) < 2 for text in pair.wording) else "paragraph"}
    if origin.at is not None:
        facts["creationdate"] = _stamp(origin.at)
    if origin.person:
        facts["creationid"] = _clean(origin.person)
    unit = etree.Element("tu", facts)
    for kind, value in ((_REFERENCE, origin.reference), (_DAY, origin.day.isoformat() if origin.day else "")):
        if value:
            etree.SubElement(unit, "prop", {"type": kind}).text = _clean(value)
    for language in Language:
        variant = etree.SubElement(unit, "tuv", {_LANG: tags[language]})
        etree.SubElement(variant, "seg").text = pair.wording[language]
    return unit


def _unit(unit: etree._Element) -> Pair | None:
    """Return what a unit says in both languages; None where it lacks one of them, or says too much for a paragraph."""
    texts: dict[Language, str] = {}
    at, person = _sealed(unit)
    for variant in unit.iterchildren("{*}tuv"):
        tag = (variant.get(_LANG) or variant.get("lang") or "").lower().replace("_", "-")
        language = next((each for each in Language if tag.split("-")[0] == each.value), None)
        segment = variant.find("{*}seg")
        if language is None or segment is None or language in texts:
            continue
        texts[language] = "\n".join(text for piece in split_text(_words(segment)) if (text := piece.strip()))
        theirs = _sealed(variant)
        at, person = at or theirs[0], person or theirs[1]
    english, french = (texts.get(language, "") for language in Language)
    if not english or not french or max(len(english), len(french)) > LONGEST:
        return None
    told = {str(prop.get("type")): _clean(prop.text or "") for prop in unit.iterchildren("{*}prop")}
    return Pair(Bilingual(english, french), Origin(told.get(_REFERENCE, ""), _day(told.get(_DAY, "")), person, at))


def _words(element: etree._Element) -> str:
    """Return the words of a segment: those of highlighted stretches too, but no codes; a known entity is its sign."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child, etree._Entity):  # noqa: SLF001 (lxml has no public name for it)
            code = name2codepoint.get(child.name)
            parts.append(chr(code) if code else "")
        elif _name(child) not in _CODES:
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _sealed(element: etree._Element) -> tuple[datetime | None, str]:
    """Return when and by whom a unit was last changed, or else made."""
    moment = _moment(element.get("changedate", "")) or _moment(element.get("creationdate", ""))
    return moment, _clean(element.get("changeid", "") or element.get("creationid", ""))


def _moment(text: str) -> datetime | None:
    found = _MOMENT.fullmatch(text.strip())
    try:
        return datetime(*map(int, found.groups()), tzinfo=UTC) if found else None  # type: ignore[misc, arg-type]
    except ValueError:
        return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _stamp(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _clean(text: str) -> str:
    """Return a short text in one line, fit for XML."""
    return " ".join(" ".join(split_text(text)).split())[:200]


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _let_go(unit: etree._Element) -> None:
    """Forget a unit that has been read, and what stood before it: only so is a large file read in little room."""
    unit.clear()
    parent = unit.getparent()
    while parent is not None and unit.getprevious() is not None:
        del parent[0]
