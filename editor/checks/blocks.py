"""Standing parts: lines of delivery, boilerplate, contacts, the end mark, and paragraphs that stand twice."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from editor.checks.finding import Desk, Finding, Level, Rule
from editor.checks.spot import Spot, filled, spots
from editor.edits.edit import Edit
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.directory import Directory
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage, evenly_spaced
from editor.model.rows import Row, RowKind
from editor.text.letters import folded
from editor.text.lexicon import alternatives, table
from editor.words import say

_DIFFER = say("The English says “{english}”, the French “{french}”.")


def delivery_lines(row: Row, _desk: Desk) -> Iterator[Finding]:
    """X51: a line of delivery (for immediate release, check against delivery) says the same on both sides."""
    if not (row.has_text(Language.EN) and row.has_text(Language.FR)):
        return
    left, right = ([(spot, *found) for spot in spots(row, each) for found in _delivery(spot)] for each in Language)
    if not (left or right) or {each[1] for each in left} & {each[1] for each in right}:
        return
    if left and right:
        (english, sort, *mine), (french, _, *theirs) = left[0], right[0]
        why = filled(_DIFFER, english=english.text[mine[0] : mine[1]], french=french.text[theirs[0] : theirs[1]])
        text = _as_written(table("agreement")["delivery"][sort]["fr"][0], french.text[theirs[0] : theirs[1]])
        mend = french.put(say("Write “{text}”", text=text), theirs[0], theirs[1], text)
        yield Finding(french.at(theirs[0], theirs[1]), why, mend, english.at(mine[0], mine[1]))
        return
    spot, _, start, end = (left or right)[0]
    if len(spot.text) <= (end - start) * 2 or row.kind is RowKind.DELIVERY:
        why = filled(_ALONE[spot.language.other], words=spot.text[start:end])
        yield Finding(spot.at(start, end), why, other=row.address(spot.language.other))


_ALONE = {
    Language.EN: say("“{words}” has no counterpart in the English."),
    Language.FR: say("“{words}” has no counterpart in the French."),
}


def _delivery(spot: Spot) -> Iterator[tuple[int, int, int]]:
    """Yield the sort of each line of delivery that opens a passage or fills it, and where it stands."""
    found = _delivery_pattern(spot.language).match(folded(spot.text))
    if found and (spot.row.kind is RowKind.DELIVERY or found.end() - found.start() > len(spot.text) // 2):
        yield _sorts(spot.language)[found["words"]], found.start("words"), found.end("words")


@cache
def _sorts(language: Language) -> dict[str, int]:
    rows = table("agreement")["delivery"]
    return {folded(form): number for number, row in enumerate(rows) for form in reversed(row[language.value])}


@cache
def _delivery_pattern(language: Language) -> re.Pattern[str]:
    return re.compile(rf"[\W_]*(?P<words>{alternatives(_sorts(language))})(?!\w)")


def _as_written(text: str, model: str) -> str:
    text = text.replace("'", "’")
    return text.upper() if model.isupper() else text[:1].upper() + text[1:] if model[:1].isupper() else text


_FEWEST_REPEATED = 5
"""Words from which a paragraph that stands twice is no coincidence."""
_TWO_WAYS = {
    Language.EN: say("The same French is put into English in another way above."),
    Language.FR: say("The same English is put into French in another way above."),
}


def two_translations(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """X49: one paragraph that stands twice is translated in two ways."""
    for language in Language:
        known: dict[str, Row] = {}
        for row in doc.rows:
            if len(row[language]) != 1 or len(row[language.other]) != 1:
                continue
            words = _repeated(row.text(language))
            first = known.setdefault(words, row) if words else row
            if first is not row and _bare(first.text(language.other)) != _bare(row.text(language.other)):
                yield _translated_twice(row, first, language.other)


@lru_cache(maxsize=4096)
def _repeated(text: str) -> str:
    """Return what may stand twice of a text, "" where it is too short: all rows are asked whenever one changes."""
    return _bare(text) if len(text.split()) >= _FEWEST_REPEATED else ""


@lru_cache(maxsize=2048)
def _bare(text: str) -> str:
    return evenly_spaced(text).casefold()


def _translated_twice(row: Row, first: Row, language: Language) -> Finding:
    spot = Spot(row, language, 0, row.text(language))
    mend = None
    if not spot.passage.marks:
        mend = spot.put(say("Write it as above"), 0, len(spot.text), first.text(language))
    return Finding(spot.whole, _TWO_WAYS[language], mend, first.address(language, 0))


_LIKENESS = 0.5
"""Share of words from which a block is the approved one, changed."""
_BLOCKS: tuple[tuple[RowKind, str], ...] = ((RowKind.BOILERPLATE, "boilerplate"), (RowKind.CONTACT, "contacts"))
_NOT_APPROVED = {
    Language.EN: say("The English of this block is not the approved one; the French is."),
    Language.FR: say("The French of this block is not the approved one; the English is."),
}


def approved_blocks(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """X50: boilerplate or contact differs from what the house approved, in one language alone."""
    for row, approved in _approved_rows(doc, desk):
        wrong = [language for language in Language if not _is_approved(row, approved, language)]
        if len(wrong) == 1 and row.has_text(wrong[0]):
            yield Finding(row.address(wrong[0]), _NOT_APPROVED[wrong[0]], _approve(row, approved))


def approved_boilerplate(doc: Communique, desk: Desk) -> Iterator[Finding]:
    """R09: the house's boilerplate stands in the release, in both languages as approved."""
    found = dict.fromkeys(desk.profile.boilerplate, False)
    for row, approved in _approved_rows(doc, desk):
        found[approved] = True
        if not any(_is_approved(row, approved, language) for language in Language):
            yield Finding(row.address(), say("This block is not the one the house approved."), _approve(row, approved))
    for approved in desk.profile.boilerplate:
        if not found[approved] and doc.rows:
            opening = " ".join(approved.en.split()[:6])
            why = say("The house’s text “{opening}…” is missing.", opening=opening)
            yield Finding(Address(Part.RELEASE, field="profile"), why, _append(approved))


def _approved_rows(doc: Communique, desk: Desk) -> Iterator[tuple[Row, Bilingual[str]]]:
    """Yield each block of the release with the approved one that it is, or was."""
    for kind, name in _BLOCKS:
        blocks: tuple[Bilingual[str], ...] = (*getattr(desk.profile, name), *_of_office(desk.office, kind))
        for row in doc.rows if blocks else ():
            if row.kind is not kind:
                continue
            best = max(blocks, key=lambda block: max(_likeness(row.text(each), block[each]) for each in Language))
            if max(_likeness(row.text(each), best[each]) for each in Language) >= _LIKENESS:
                yield row, best


@lru_cache(maxsize=64)
def _of_office(office: Directory, kind: RowKind) -> tuple[Bilingual[str], ...]:
    """Return the approved texts of the directory for rows of a kind: each whole, and paragraph by paragraph."""
    found: dict[Bilingual[str], None] = {}
    for text in (block.text for block in office.blocks if block.kind.row is kind and block.text.en and block.text.fr):
        found[text] = None
        paragraphs = text.each(lambda side: side.split("\n"))
        if len(paragraphs.en) == len(paragraphs.fr):
            pairs = zip(paragraphs.en, paragraphs.fr, strict=True)
            found.update((Bilingual(en, fr), None) for en, fr in pairs if en and fr)
    return tuple(found)


def _likeness(text: str, approved: str) -> float:
    mine, theirs = (frozenset(re.findall(r"\w+", folded(each))) for each in (text, approved))
    return len(mine & theirs) / max(len(mine), len(theirs), 1)


def _is_approved(row: Row, approved: Bilingual[str], language: Language) -> bool:
    return evenly_spaced(row.text(language)) == evenly_spaced(approved[language])


def _approve(row: Row, approved: Bilingual[str]) -> Edit:
    def change(doc: Communique) -> Communique:
        here = doc.row(row.id)
        if here is None:
            return doc
        for language in Language:
            if not _is_approved(here, approved, language):
                here = here.having(language, tuple(Passage(line) for line in approved[language].split("\n")))
        return doc.having_row(here)

    return Edit(say("Write the approved text"), change)


def _append(approved: Bilingual[str]) -> Edit:
    def change(doc: Communique) -> Communique:
        (row_id,), doc = doc.fresh("r")
        sides = approved.each(lambda text: tuple(Passage(line) for line in text.split("\n")))
        at = next((n for n, row in enumerate(doc.rows) if row.kind in _AFTER_BOILERPLATE), len(doc.rows))
        row = Row(row_id, sides, RowKind.BOILERPLATE)
        return replace(doc, rows=(*doc.rows[:at], row, *doc.rows[at:]))

    return Edit(say("Add the house’s text"), change)


_AFTER_BOILERPLATE = (RowKind.CONTACT, RowKind.NOTE, RowKind.END_MARK)

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+(?:@| @ |@ )[\w.-]*")
_GOOD_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\.?", re.IGNORECASE)
_TELEPHONE = re.compile(
    r"(?<!\w)(?:tel|tél|phone|téléphone|fax|mobile|portable)(?:\.|\b)[ \u00a0]*:?[ \u00a0]*"
    r"(?P<number>[+(]?[\dOo][\dOo \u00a0\u202f()./-]*)(?=[^\dOo]|$)",
    re.IGNORECASE,
)
_FEWEST_DIGITS, _MOST_DIGITS = 5, 15
"""Digits of a telephone number with its country (ITU-T E.164: fifteen at most)."""


def contact_block(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """R08: a contact stands in both texts; its telephone numbers and mail addresses are well formed."""
    rows = [row for row in doc.rows if row.kind is RowKind.CONTACT and not row.on_purpose]
    for language in Language:
        if (
            rows
            and any(row.has_text(language.other) for row in rows)
            and not any(row.has_text(language) for row in rows)
        ):
            yield Finding(rows[0].address(language), _NO_CONTACT[language], other=rows[0].address(language.other))
    for row in rows:
        for spot in spots(row):
            yield from _ill_formed(spot)


_NO_CONTACT = {
    Language.EN: say("The English text has no contact."),
    Language.FR: say("The French text has no contact."),
}


def _ill_formed(spot: Spot) -> Iterator[Finding]:
    for match in _MAIL.finditer(spot.text):
        if match.group().strip().startswith("@") or _GOOD_MAIL.fullmatch(match.group().rstrip(".")):
            continue
        why = say("“{words}” is no mail address.", words=match.group().strip())
        yield Finding(spot.at(*match.span()), why)
    for match in _TELEPHONE.finditer(spot.text):
        digits = sum(sign.isdigit() for sign in match["number"])
        if not _FEWEST_DIGITS <= digits <= _MOST_DIGITS or "o" in match["number"].lower():
            why = say("“{words}” is no telephone number.", words=match["number"].strip())
            yield Finding(spot.at(*match.span("number")), why)


def end_mark(doc: Communique, _desk: Desk) -> Iterator[Finding]:
    """R30: nothing of the text itself stands behind the end mark."""
    marks = [index for index, row in enumerate(doc.rows) if row.kind is RowKind.END_MARK]
    if not marks:
        return
    last = max((n for n, row in enumerate(doc.rows) if row.kind in _BODY), default=-1)
    if last > marks[-1]:
        row = doc.rows[marks[-1]]
        yield Finding(row.address(), say("Paragraphs of the text stand behind the end mark."), _to_the_end(row, last))


_BODY = (RowKind.HEADLINE, RowKind.SUBHEADLINE, RowKind.PARAGRAPH, RowKind.LIST_ITEM)


def _to_the_end(mark: Row, last: int) -> Edit:
    def change(doc: Communique) -> Communique:
        rows = [row for row in doc.rows if row.id != mark.id]
        rows.insert(last, mark)
        return replace(doc, rows=tuple(rows)) if len(rows) == len(doc.rows) else doc

    return Edit(say("Put the end mark behind the text"), change)


RULES = (
    Rule("X51", Level.ERROR, say("Lines of delivery"), on_row=delivery_lines),
    Rule("X49", Level.WARNING, say("One paragraph in two translations"), on_document=two_translations, proposes=True),
    Rule("X50", Level.WARNING, say("Approved blocks in both languages"), on_document=approved_blocks),
    Rule("R08", Level.ERROR, say("Contacts"), on_document=contact_block, silences=("X01",)),
    Rule("R09", Level.WARNING, say("Approved boilerplate"), on_document=approved_boilerplate, proposes=True),
    Rule("R30", Level.HINT, say("End mark"), on_document=end_mark, proposes=True),
)
