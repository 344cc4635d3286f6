"""The runs of one paragraph of a Word file: characters with their style, fields shown by their result."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from editor.formats.docx.archive import Archive, Element, R, W
from editor.formats.docx.styles import Styles
from editor.formats.docx.symbols import sign_of, with_signs
from editor.formats.runs import Run

_LINE: Final = "\u2028"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_THROUGH: Final = frozenset(
    f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "bdo", "dir", "fldSimple")
)
_INSERTED: Final = (f"{W}ins", f"{W}moveTo")
_DELETED: Final = (f"{W}del", f"{W}moveFrom")
_CHARACTERS: Final[Mapping[str, str]] = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": _LINE,
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_PICTURES: Final = (f"{W}drawing", f"{W}pict", f"{W}object")
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FORMULAS: Final = (f"{_MATH}oMath", f"{_MATH}oMathPara")
_ADDRESS: Final = re.compile(r'HYPERLINK\s+"([^"]{1,2000})"', re.IGNORECASE)


class RunReader:
    """Reads paragraphs of one file; `met` counts what is worth telling."""

    def __init__(self, archive: Archive, styles: Styles, met: Counter[str]) -> None:
        self._styles, self._met, self._links = styles, met, archive.links
        self._notes = {kind: _notes(archive.parts.get(f"{kind}s"), kind) for kind in ("footnote", "endnote")}
        self._runs: list[Run] = []
        self._boxes: list[Element] = []
        self._fields: list[str | None] = []
        self._instruction = ""
        self._is_broken = False

    def read(self, paragraph: Element) -> tuple[list[Run], list[Element]]:
        """Return the runs of a paragraph, and the text boxes that hang at it."""
        self._runs, self._boxes, self._is_broken = [], [], False
        self._inside(paragraph, "")
        return self._runs, self._boxes

    def _inside(self, element: Element, link: str) -> None:
        for part in element:
            if part.tag == f"{W}r":
                self._run(part, link)
            elif part.tag == f"{W}hyperlink":
                self._inside(part, self._links.get(part.get(f"{R}id", ""), ""))
            elif is_placeholder(part):
                self._met["placeholders"] += 1
            elif part.tag in _THROUGH:
                self._met["changes"] += part.tag in _INSERTED
                self._inside(part, _address(part.get(f"{W}instr", "")) or link)
            elif part.tag in _DELETED:
                self._met["changes"] += 1
            elif part.tag == f"{_MC}AlternateContent":
                self._inside(_chosen(part), link)
            elif part.tag in _FORMULAS:
                self._runs.append(Run("".join(letters.text or "" for letters in part.iter(f"{_MATH}t"))))

    def _run(self, run: Element, link: str) -> None:
        if self._styles.has(run, "vanish"):
            self._met["hidden"] += 1
            return
        style = Run("", self._styles.has(run, "b"), self._styles.has(run, "i"))
        marked = False
        for part in run:
            # A footnote called for by a sign of the author’s own: the sign is no text.
            if not (marked and part.tag == f"{W}t"):
                self._part(part, style, link)
            marked = marked or part.get(f"{W}customMarkFollows", "0") in ("1", "true", "on")

    def _part(self, part: Element, style: Run, link: str) -> None:
        if part.tag == f"{W}fldChar":
            self._field(part.get(f"{W}fldCharType", ""))
        elif part.tag == f"{W}instrText":
            self._instruct(part.text or "")
        elif part.tag == f"{_MC}AlternateContent":
            for inner in _chosen(part):
                self._part(inner, style, link)
        elif part.tag == f"{W}ruby":
            for base in part.iter(f"{W}rubyBase"):
                self._inside(base, link)
        elif part.tag in _PICTURES:
            self._picture(part)
        elif part.tag == f"{W}commentReference":
            self._met["comments"] += 1
        elif part.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            self._note(part)
        else:
            self._add(part, style, link)

    def _add(self, part: Element, style: Run, link: str) -> None:
        text = self._characters(part)
        if part.tag == f"{W}br":
            text = _LINE
            if part.get(f"{W}type", "textWrapping") != "textWrapping":
                # A page ends: what goes on behind it stands on a line of its own.
                self._is_broken = bool(self._runs)
                return
        # Between the start of a field and its result stands the instruction, which nobody sees.
        if text and None not in self._fields:
            target = next((field for field in reversed(self._fields) if field), "") or link
            text = f"{_LINE}{text}" if self._is_broken else text
            self._is_broken = False
            self._runs.append(Run(text, style.bold, style.italic, target))

    def _characters(self, part: Element) -> str:
        if part.tag == f"{W}sym":
            sign = sign_of(part)
            self._met["symbols"] += not sign
            return sign
        if part.tag != f"{W}t":
            return _CHARACTERS.get(str(part.tag), "")
        run = part.getparent()
        text, left_out = with_signs(part.text or "", part if run is None else run)
        self._met["symbols"] += left_out
        return text

    def _note(self, part: Element) -> None:
        kind = str(part.tag).removeprefix(W).removesuffix("Reference")
        text = self._notes[kind].get(part.get(f"{W}id", ""), "")
        if text:
            self._met["notes"] += 1
            self._runs.append(Run("", note=text))

    def _picture(self, part: Element) -> None:
        boxes = list(part.iter(f"{W}txbxContent"))
        self._boxes += boxes
        self._met["pictures"] += 0 if boxes else 1

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._instruction = ""
            self._fields.append(None)
        elif kind == "separate" and self._fields:
            self._fields[-1] = _address(self._instruction)
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _instruct(self, text: str) -> None:
        self._instruction += text


def is_placeholder(part: Element) -> bool:
    """Whether a control still holds the words that ask for something to be typed there."""
    return part.tag == f"{W}sdt" and part.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _notes(root: Element | None, kind: str) -> dict[str, str]:
    """Return the texts of footnotes or endnotes by id; separators, which are kept among them, left out."""
    notes = () if root is None else root.iter(f"{W}{kind}")
    return {
        note.get(f"{W}id", ""): " ".join(filter(None, (words_of(paragraph) for paragraph in note.iter(f"{W}p"))))
        for note in notes
        if note.get(f"{W}type", "normal") == "normal"
    }


def words_of(paragraph: Element) -> str:
    """Return the words of a paragraph of a note, a head or a foot, without their styles."""
    parts = (
        (part.text or "") if part.tag == f"{W}t" else _CHARACTERS.get(str(part.tag), "")
        for part in paragraph.iter()
        if not any(above.tag in _DELETED for above in part.iterancestors())
    )
    return "".join(parts).strip()


def _chosen(alternatives: Element) -> Element:
    """Return the first form of something that is kept in several forms."""
    return next(iter(alternatives), alternatives)


def _address(instruction: str) -> str:
    match = _ADDRESS.search(instruction)
    return match[1] if match else ""
