"""What each paragraph of a release is: headline, header line, caption, list item, boilerplate, contact and so on."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import groupby
from typing import Final

from editor.model.language import Language
from editor.model.rows import RowKind
from editor.text.captions import caption_start, is_caption, is_credited
from editor.text.datelines import (
    find_dateline,
    is_seat,
    listed,
    opens_with_agency,
    opens_with_dateline,
)
from editor.text.figures import telephones
from editor.text.functions import function_before
from editor.text.header_lines import is_header_line
from editor.text.language import language_of
from editor.text.letters import plain
from editor.text.lexicon import alternatives, table
from editor.text.marks import find_marked
from editor.text.names import find_candidates
from editor.text.patterns import pattern_of
from editor.text.sentences import sentences
from editor.values import frozen

HEADER: Final = None
"""The kind of a line that is no text of the release, and so no row: a date, a reference, a bar."""


@frozen
class Shape:
    """The kind of one paragraph: that of a row, or HEADER.

    `level` is that of a subheading or list item, from 1; `number` that of a numbered item.
    """

    kind: RowKind | None
    level: int = 0
    number: int | None = None


@frozen
class Section:
    """Paragraphs `first` to `last` that belong together: boilerplate, contact, note or end mark; `head` opens it."""

    first: int
    last: int
    kind: RowKind


_BULLET = pattern_of(r"^(?P<indent>[ \u00a0\t]*)(?:[•‣◦▪●○∙·*–—-]|\uf0b7|\uf0a7|\uf0d8|\uf0fc)[ \u00a0\t\u202f]+(?=\S)")
_COPIED = pattern_of(r"^(?P<indent>[ \u00a0\t]*)[o§Øü]\t+(?=\S)")
"""The letters that bullets of Word turn into when they are copied, with the tab that stood behind them."""
_NUMBERED = pattern_of(r"^(?P<indent>[ \u00a0\t]*)\(?(?P<number>\d{1,2})[.)][ \u00a0\t]+(?=\S)")
_LONGEST_HEADLINE = 320
_LONGEST_SUBHEADING = 110
_LONGEST_SENTENCE = 140
"""Longer than this, several sentences are text and no headline."""


def shape_paragraphs(paragraphs: Sequence[str], language: Language) -> tuple[Shape, ...]:
    """Return the kind of each paragraph of a release, in order."""
    shapes = [_alone(paragraph, language) for paragraph in paragraphs]
    _find_lists(paragraphs, shapes)
    signatures = [index for index in range(2, len(paragraphs)) if _signs(paragraphs, index, language)]
    for index in signatures:
        shapes[index] = Shape(RowKind.PARAGRAPH)
    top = _letterhead(paragraphs, shapes, language)
    headline = _headline(paragraphs, shapes, len(top))
    if headline is not None:
        shapes[: len(top)] = top
        for index in range(headline):
            if shapes[index].kind in {RowKind.PARAGRAPH, RowKind.SUBHEADING}:
                shapes[index] = Shape(_kind_above(paragraphs[index]))
        shapes[headline] = Shape(RowKind.HEADLINE)
        _find_subheadline(paragraphs, shapes, headline, language)
    _spread_sections(paragraphs, shapes, headline)
    _find_telephones(paragraphs, shapes)
    others = {headline, *signatures}
    if headline is not None and _leads_to_dateline(paragraphs, shapes, headline, language):
        others.add(headline + 1)
    _find_captions(paragraphs, shapes, language, others)
    return tuple(shapes)


def _kind_above(paragraph: str) -> RowKind | None:
    """Return what a line above the headline is: whom to ask, what describes or credits a picture, or no text at all."""
    if _tells_whom_to_ask(paragraph):
        return RowKind.CONTACT
    low = plain(paragraph).strip().lower()
    return RowKind.CAPTION if caption_start().match(low) or is_credited(low) else HEADER


def _find_lists(paragraphs: Sequence[str], shapes: list[Shape]) -> None:
    """Call dashes at the margin list items where several follow each other; let the first level of a list be 1."""
    dashed = [_DASHED.match(plain(paragraph)) is not None for paragraph in paragraphs]
    for index in range(len(shapes)):
        beside = dashed[index] and any(0 <= near < len(shapes) and dashed[near] for near in (index - 1, index + 1))
        if beside and shapes[index].kind in {RowKind.PARAGRAPH, RowKind.SUBHEADING}:
            shapes[index] = Shape(RowKind.LIST_ITEM, 1)
    start = 0
    for is_list, run in groupby(shapes, lambda shape: shape.kind is RowKind.LIST_ITEM):
        items = list(run)
        least = min(item.level for item in items)
        if is_list and least > 1:
            shapes[start : start + len(items)] = [replace(item, level=item.level - least + 1) for item in items]
        start += len(items)


_DASHED = pattern_of(r"[-–—] (?=\S)")


def _signs(paragraphs: Sequence[str], index: int, language: Language) -> bool:
    """Tell whether a line names the speaker of the quote that fills the paragraph above: “– Jane Roe, Director”."""
    line, above = paragraphs[index], plain(paragraphs[index - 1]).strip(" •")
    if len(line) <= _LONGEST_SIGNATURE and signs_below_heading(paragraphs, index, language):
        return True
    if len(line) > _LONGEST_SIGNATURE or above[:1] not in _OPEN_MARKS or above.rstrip(".")[-1:] not in _CLOSE_MARKS:
        return False
    return _names_first(line, language)


def signs_below_heading(paragraphs: Sequence[str], index: int, language: Language) -> bool:
    """Tell whether a line signs a quote that the heading “Quote(s)”, « Citation(s) » announces some lines above it."""
    if paragraphs[index].rstrip()[-1:] in _STOPS or not _names_first(paragraphs[index], language):
        return False
    above = range(index - 1, max(-1, index - 1 - _LONGEST_CITED), -1)
    return any(is_quotes_heading(paragraphs[at]) for at in above if at < index - 1)


def is_quotes_heading(paragraph: str) -> bool:
    """Tell whether a line is the heading above quotes that a page sets apart without marks."""
    return len(paragraph) < _LONGEST_QUOTES_HEADING and plain(paragraph).strip(" :•*#").lower() in _QUOTES_HEADINGS


_QUOTES_HEADINGS = frozenset({"quote", "quotes", "quote(s)", "citation", "citations", "citation(s)", "verbatim"})
_LONGEST_QUOTES_HEADING = 20
_STOPS = frozenset(".:?!")
_LONGEST_CITED = 12
"""So many lines below its heading a signature may stand."""
_LONGEST_SIGNATURE = 200
_OPEN_MARKS, _CLOSE_MARKS = frozenset('«“"„'), frozenset('»”"')


@lru_cache(maxsize=2048)
def _names_first(line: str, language: Language) -> bool:
    """Tell whether a line begins with a name, an honorific or a function before a name, and holds no quote itself."""
    if find_marked(line) or _section_head(line) is not None:
        return False
    first = len(line) - len(line.lstrip(" \u00a0•*–—―-"))
    for candidate in find_candidates(line, language)[:1]:
        if candidate.is_full or candidate.honorific:
            before = function_before(line, candidate.outer, language)
            return candidate.outer == first or (before is not None and before.start == first)
    return False


def sections_of(shapes: Sequence[Shape], paragraphs: Sequence[str]) -> tuple[Section, ...]:
    """Return the runs of paragraphs that are boilerplate, contact, note or end mark; each heading opens a new run."""
    found: list[Section] = []
    for index, shape in enumerate(shapes):
        if shape.kind not in {RowKind.BOILERPLATE, RowKind.CONTACT, RowKind.NOTE, RowKind.END_MARK}:
            continue
        last = found[-1] if found else None
        goes_on = last is not None and last.last == index - 1 and last.kind is shape.kind
        if last is not None and goes_on and _section_head(paragraphs[index]) is None:
            found[-1] = replace(last, last=index)
        else:
            found.append(Section(index, index, shape.kind))
    return tuple(found)


# -- one paragraph by itself -------------------------------------------------------------------------------------------


@lru_cache(maxsize=2048)
def _alone(paragraph: str, language: Language) -> Shape:
    flat = plain(paragraph)
    text = flat.strip()
    low = text.lower()
    if low.strip(" .") in listed("end_marks") or _ended(low) or re.fullmatch(r"[#*~_=–—\-\s]{1,12}", text):
        return Shape(RowKind.END_MARK)
    if _delivery().match(low) and len(text) <= 160:
        return Shape(RowKind.DELIVERY)
    if is_header_line(paragraph, language) or is_seat(paragraph):
        return Shape(HEADER)
    bullet, numbered = _BULLET.match(flat) or _COPIED.match(paragraph), _NUMBERED.match(flat)
    if bullet is not None and not (bullet.group().strip() in "-–—" and not bullet["indent"]):
        return Shape(RowKind.LIST_ITEM, _depth(bullet["indent"]))
    if numbered is not None and (numbered["indent"] or len(text) < 600):
        return Shape(RowKind.LIST_ITEM, _depth(numbered["indent"]), int(numbered["number"]))
    heading = _looks_like_heading(text, low) and not opens_with_agency(paragraph, language)
    return Shape(RowKind.SUBHEADING, 1) if heading else Shape(RowKind.PARAGRAPH)


def _ended(low: str) -> bool:
    """Tell whether a line is an end mark between signs of whatever kind: “- END -”, “// ends //”, « *** fin *** »."""
    bare = low.strip(" .-–—*#/|[]()=~_")
    return bare != low and bare in _END_WORDS


_END_WORDS = frozenset({"end", "ends", "fin", "the end", "30"})


def _depth(indent: str) -> int:
    return max(1, (len(indent.expandtabs(4)) + 1) // 2)


def _looks_like_heading(text: str, low: str) -> bool:
    """Tell whether a paragraph is short, one line of words, and no sentence."""
    if len(text) > _LONGEST_SUBHEADING or not any(letter.isalpha() for letter in text):
        return False
    if text[-1] in ".;,…»”\"’'!" or (text[-1] == ":" and low.rstrip(" :") not in listed("subheads")):
        return text.rstrip(" :").lower() in listed("subheads")
    if _ATTRIBUTES.search(text):
        return False
    if text[0] in '«“"–—-(@[' or re.match(r"(?:https?://|www\.|\+?\d[\d ()-]{6,})", text):
        return False
    return text[0].isupper() or text[0].isdigit() or not text[0].isalpha()


_ATTRIBUTES = pattern_of(r"^(?:Selon|D['’]après|According to) |[a-zé](?:-t)?-(?:il|elle|ils|elles)$")
"""A line that gives the next one to somebody is no heading: « Selon la ministre Eva Dorn », « Puis, ajoute-t-il »."""


# -- the headline and what stands around it ----------------------------------------------------------------------------


def _letterhead(paragraphs: Sequence[str], shapes: Sequence[Shape], language: Language) -> list[Shape]:
    """Return what the lines are that stand above the headline as on writing paper: who issues, and whom to ask.

    There are none where nobody is to be asked above the text, or nothing between them and the text is a headline.
    """
    first = enumerate(paragraphs[:_LONGEST_LETTERHEAD])
    body = next((index for index, line in first if _is_body(line, language)), 0)
    asked = [index for index in range(body) if _asks(paragraphs[index])]
    lines = range(asked[-1] + 1, body) if asked else ()
    heads = (index for index in lines if shapes[index].kind in {RowKind.PARAGRAPH, RowKind.SUBHEADING})
    above = (plain(line).strip() for line in (paragraphs[: asked[0]] if asked else ()))
    if any(len(line) > _SHORTEST_BODY or line.endswith((".", "!", "?", "”", "»")) for line in above):
        return []
    if all(is_kicker(plain(paragraphs[index]).strip()) or len(paragraphs[index].split()) < 3 for index in heads):
        return []
    return [*shapes[: asked[0]], *(Shape(RowKind.CONTACT) for _ in range(asked[0], asked[-1] + 1))]


_LONGEST_LETTERHEAD = 16


_SHORTEST_BODY = 60


def _is_body(line: str, language: Language) -> bool:
    """Tell whether a line is a paragraph of the text: a long one, or one that a dateline opens."""
    is_opened = len(line) > _SHORTEST_BODY and find_dateline(line, language) is not None
    return is_opened or (len(line) > _LONGEST_CONTACT and not _asks(line))


def _asks(line: str) -> bool:
    """Tell whether a line says whom to ask, or where."""
    is_short = len(line) <= _LONGEST_CONTACT
    return _section_head(line) is RowKind.CONTACT or (is_short and ("@" in line or bool(telephones(line))))


def _headline(paragraphs: Sequence[str], shapes: Sequence[Shape], top: int) -> int | None:
    """Return the first paragraph below a letterhead that can be a headline, “Press release” passed over."""
    for index, shape in enumerate(shapes[top : top + 12], top):
        if shape.kind not in {RowKind.PARAGRAPH, RowKind.SUBHEADING}:
            continue
        text = plain(paragraphs[index]).strip()
        if len(text) > _LONGEST_HEADLINE or opens_with_dateline(text):
            return None
        if is_credited(text.lower()):
            continue
        leads = is_kicker(text) or _is_masthead(text) or _tells_whom_to_ask(paragraphs[index])
        if leads and _has_headline_after(paragraphs, shapes, index):
            continue
        if len(text) > _LONGEST_SENTENCE and len(sentences(text)) > 1:
            return None
        return index if text[-1:] not in ".:" or len(text) <= 140 else None
    return None


def _has_headline_after(paragraphs: Sequence[str], shapes: Sequence[Shape], index: int) -> bool:
    for later in range(index + 1, min(len(shapes), index + 6)):
        text = plain(paragraphs[later]).strip()
        if shapes[later].kind in {RowKind.PARAGRAPH, RowKind.SUBHEADING} and not _tells_whom_to_ask(paragraphs[later]):
            return len(text) <= _LONGEST_HEADLINE and text[-1:] not in ".:" and not opens_with_dateline(text)
    return False


def _is_masthead(text: str) -> bool:
    """Tell whether a line is only the name of who issues the release: “Office of the Mayor of Port-Lune”."""
    words = text.split()
    return 0 < len(words) <= _LONGEST_MASTHEAD and words[0].lower() in listed("issuers")


_LONGEST_MASTHEAD = 8
"""Words of a name that stands above a headline: a longer line that begins alike is a headline."""


def _tells_whom_to_ask(paragraph: str) -> bool:
    """Tell whether a line at the head of a release names a contact: “Contact: Jane Roe, 01 23 45 67 89”."""
    if len(paragraph) > _LONGEST_CONTACT:
        return False
    opens = RowKind.CONTACT in {_section_head(paragraph), _running_head(paragraph)}
    return opens or bool(telephones(paragraph)) or "@" in paragraph


def is_kicker(text: str) -> bool:
    """Tell whether a line only says what kind of text follows: “Press release”, « Union – Communiqué de presse »."""
    low = re.sub(r"[\W\d_]+", " ", text.lower()).strip()
    kickers = listed("kickers")
    words = low.split()
    parts = [re.sub(r"[\W\d_]+", " ", part).strip() for part in re.split(r" [-–—|•] | ?\| ?", text.lower())]
    issued = len(parts) > 1 and parts[-1] in kickers and all(len(part.split()) <= _LONGEST_ISSUER for part in parts)
    return (
        low in kickers
        or issued
        or (
            len(words) <= 5 and (words[-1].removesuffix("s") in {"announcement", "release", "communiqué"})
            if words
            else False
        )
    )


_LONGEST_ISSUER = 5
"""Words of the name of who issues: « Commission européenne - Communiqué de presse »."""


def _find_subheadline(paragraphs: Sequence[str], shapes: list[Shape], headline: int, language: Language) -> None:
    """Call the unfinished sentence right below the headline a subheadline, where full paragraphs follow."""
    below = headline + 1
    if below + 1 >= len(shapes) or shapes[below].kind not in {RowKind.SUBHEADING, RowKind.PARAGRAPH}:
        return
    if opens_with_agency(paragraphs[below], language):
        return
    text = plain(paragraphs[below]).strip()
    follower = plain(paragraphs[below + 1]).strip()
    if 40 <= len(text) <= 260 and text[-1] not in '.!?:;»”"' and len(follower) > 120 and _section_head(text) is None:
        shapes[below] = Shape(RowKind.SUBHEADLINE)


def _leads_to_dateline(paragraphs: Sequence[str], shapes: Sequence[Shape], headline: int, language: Language) -> bool:
    """Tell whether the line below the headline is a subheadline, for the text opens with its dateline right after."""
    below = headline + 1
    if below + 1 >= len(shapes) or shapes[below].kind is not RowKind.SUBHEADLINE:
        return False
    spoken = language_of(paragraphs[below])
    return (
        (spoken is None or spoken is language)
        and caption_start().match(plain(paragraphs[below]).strip().lower()) is None
        and find_dateline(paragraphs[below + 1], language) is not None
    )


# -- sections ----------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=2048)
def _section_head(paragraph: str) -> RowKind | None:
    """Return which section a heading opens, or None where it opens none."""
    low = re.sub(r"\s*\(.*\)$", "", plain(paragraph).strip(" •*-–—#").lower()).strip(" :.?!")
    if len(low) > 90:
        return None
    if low in listed("contact_heads") or any(
        low.startswith(head) for head in ("contact ", "contacts ", "media contact", "press contact")
    ):
        return RowKind.CONTACT if len(low) <= 60 else None
    if low in listed("note_heads"):
        return RowKind.NOTE
    if low in listed("boilerplate_heads") or low.startswith(tuple(table("structure")["about"])):
        return RowKind.BOILERPLATE
    return None


def _spread_sections(paragraphs: Sequence[str], shapes: list[Shape], headline: int | None) -> None:
    """Give each section's heading and all that follows it, up to the next heading, the section's kind."""
    current: RowKind | None = None
    first = (headline + 1) if headline is not None else 0
    below: int | None = None
    for index in range(first, len(shapes)):
        shape = shapes[index]
        head = _section_head(paragraphs[index]) if shape.kind is not RowKind.END_MARK else None
        if head is None and shape.kind in {RowKind.PARAGRAPH, HEADER, RowKind.SUBHEADING}:
            head = _running_head(paragraphs[index])
            if head is None and shape.kind is RowKind.SUBHEADING and _names_house(paragraphs, index):
                head = RowKind.BOILERPLATE
        elif head is RowKind.CONTACT and _leads_to_links(paragraphs, index):
            head = None
            shapes[index] = shape = Shape(RowKind.SUBHEADING, 1)
        if head is not None:
            current = head
            below = _below_contacts(paragraphs, shapes, first, index) if head is RowKind.CONTACT else None
        elif index == below or _ends_section(shape, current):
            current = None
            continue
        elif shape.kind is RowKind.DELIVERY:
            continue
        if current is not None:
            shapes[index] = Shape(current)


_HISTORY = pattern_of(
    r"(?:Fondée?|Créée?|Née?|Établie?|Implantée?|Basée?|Installée?|Founded|Created|Established|Headquartered|Based|"
    r"Incorporated) (?:en|in|à|au|aux|le|par|by|on|depuis)\b"
)
_DESCRIBES = (
    r"(?:(?:The|La|Le|Les|L') ?)?{} (?:\([^)]+\) )?"
    r"(?:est|sont|compte|emploie|regroupe|rassemble|is|are|was|employs|provides)\b"
)


def _names_house(paragraphs: Sequence[str], index: int) -> bool:
    """Tell whether a line is the bare name of a house above its history: “Hydrolia”, “Founded in 1998, …”."""
    name = plain(paragraphs[index]).strip(" :")
    if index + 1 >= len(paragraphs) or len(name.split()) > _LONGEST_HOUSE:
        return False
    below = plain(paragraphs[index + 1]).strip()
    if not any(name in plain(text) for text in paragraphs[:index]):
        return False
    told = _HISTORY.match(below) is not None or (
        not find_marked(below) and re.match(_DESCRIBES.format(re.escape(name)), below) is not None
    )
    return told and not _is_subject(name, paragraphs)


_LONGEST_HOUSE = 6


def _is_subject(name: str, paragraphs: Sequence[str]) -> bool:
    """Tell whether the text has the words of a heading in small letters as well: what it tells of, and no name."""
    small = re.compile(rf"(?<!\w){re.escape(name[:1].lower() + name[1:])}(?!\w)")
    return name[:1].isupper() and any(small.search(plain(text)) for text in paragraphs)


def _ends_section(shape: Shape, current: RowKind | None) -> bool:
    """Tell whether a paragraph ends the section it stands in; a heading among contacts is the name of one."""
    return shape.kind is RowKind.END_MARK or (shape.kind is RowKind.SUBHEADING and current is not RowKind.CONTACT)


def _below_contacts(paragraphs: Sequence[str], shapes: Sequence[Shape], first: int, contacts: int) -> int | None:
    """Return where the text begins below contacts that stand right below the headline; None where text came before.

    They end with the last line before the first long paragraph that says how somebody is reached.
    """
    if any(shape.kind is RowKind.PARAGRAPH for shape in shapes[first:contacts]):
        return None
    last = contacts
    for index in range(contacts + 1, len(paragraphs)):
        if _tells_whom_to_ask(paragraphs[index]):
            last = index
        elif len(paragraphs[index]) > _LONGEST_CONTACT:
            return last + 1
    return None


def _find_telephones(paragraphs: Sequence[str], shapes: list[Shape]) -> None:
    """Call the short lines with telephone numbers that end a release contacts, and the heading right above them."""
    for index in range(len(shapes) - 1, -1, -1):
        if shapes[index].kind in {RowKind.CONTACT, RowKind.END_MARK, RowKind.BOILERPLATE, RowKind.NOTE, HEADER}:
            continue
        line = paragraphs[index]
        if len(line) > _LONGEST_CONTACT or shapes[index].kind not in {RowKind.SUBHEADING, RowKind.PARAGRAPH}:
            return
        below = shapes[index + 1].kind if index + 1 < len(shapes) else None
        is_heading = shapes[index].kind is RowKind.SUBHEADING and below is RowKind.CONTACT
        opens = is_heading and _section_head(paragraphs[index + 1]) is None
        if not (opens or telephones(line)):
            return
        shapes[index] = Shape(RowKind.CONTACT)


_LONGEST_CONTACT = 140
"""Characters of a line that says whom to call."""


def _leads_to_links(paragraphs: Sequence[str], index: int) -> bool:
    """Tell whether a heading such as “More information” opens a list of what to read, and of nobody to ask."""
    if plain(paragraphs[index]).strip(" :.").lower() not in listed("reading_heads"):
        return False
    below = paragraphs[index + 1 :]
    asks = any(_ASKED.search(line) or _section_head(line) is RowKind.CONTACT for line in below)
    return bool(below) and not asks


_ASKED = pattern_of(r"@|(?<![\w/.])\+?\(?\d[\d .()\u00a0-]{6,}\d")
"""An address or telephone number at which somebody answers."""


@lru_cache(maxsize=2048)
def _running_head(paragraph: str) -> RowKind | None:
    """Return the section a paragraph opens by its first words: “For further information, please contact…”."""
    low = plain(paragraph).strip(" •*-–—").lower()
    match = _contact_lead().match(low)
    if match is not None and (len(low) < 320 or ":" in low[match.end() : match.end() + 3]) and _REACHABLE.search(low):
        return RowKind.CONTACT
    return RowKind.NOTE if _note_lead().match(low) is not None else None


_REACHABLE = pattern_of(r"@|https?://|www\.|\+?\d[\d .()-]{6,}|contact|visit|consult")


# -- captions ----------------------------------------------------------------------------------------------------------


def _find_captions(
    paragraphs: Sequence[str], shapes: list[Shape], language: Language, others: Collection[int | None]
) -> None:
    """Call the paragraphs that describe a picture captions; `others` are known to be something else."""
    for index, shape in enumerate(shapes):
        if index in others or shape.kind not in {RowKind.PARAGRAPH, RowKind.SUBHEADING, RowKind.SUBHEADLINE}:
            continue
        if is_caption(paragraphs[index], language):
            shapes[index] = Shape(RowKind.CAPTION)


# -- tables ------------------------------------------------------------------------------------------------------------


@cache
def _delivery() -> re.Pattern[str]:
    return re.compile(rf"[\W_]*(?:{alternatives(listed('delivery'))})(?!\w)")


@cache
def _contact_lead() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(listed('contact_heads'))})(?!\w)")


@cache
def _note_lead() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(listed('note_heads') - {'notes'})})\s?:")
