"""Quoted speech and who says it; and marked words that are no speech: titles, terms, names, quotes inside quotes."""

import re
from collections.abc import Collection, Sequence
from enum import Enum

from editor.text.attribution import after_quote, before_quote
from editor.text.letters import plain
from editor.text.people import Place
from editor.text.reading import Attribution, Naming, Reading
from editor.text.saying import Manner
from editor.text.speakers import Confidence, Memory, Speaker, antecedent, resolve
from editor.text.speech import (
    always_names,
    announces,
    belongs,
    first_person,
    goes_on,
    is_said,
    is_speech,
    is_title,
    joins,
    speaks_on,
    unmarked_speech,
)
from editor.text.stretches import Stretch
from editor.values import frozen


@frozen
class FoundQuote:
    """Words said by somebody: from (`paragraph`, `start`) to (`end_paragraph`, `end`) in code points of the paragraphs.

    Marks and the spaces inside them are left out. `attribution` is where the words stand that attribute it, `shape`
    one of post, post-name, post-pron, post-role, pre, pre-name, ind, selon, label, dash, block, unmarked, frag, cont.
    """

    paragraph: int
    start: int
    end_paragraph: int
    end: int
    speaker: str | None
    attribution: Place | None
    verb: str | None
    shape: str
    confidence: Confidence
    method: str
    regular: bool = True


class Reason(Enum):
    """Why marked words are no quote."""

    TITLE = "title"
    TERM = "term"
    NESTED = "nested"


@frozen
class NonQuote:
    """Marked words nobody says here, placed like a quote."""

    paragraph: int
    start: int
    end_paragraph: int
    end: int
    reason: Reason


def find_quotes(
    paragraphs: Sequence[str], stretches: Sequence[Stretch], memory: Memory, quiet: Collection[int]
) -> tuple[tuple[FoundQuote, ...], tuple[NonQuote, ...]]:
    """Return the quotes of a release and the marked words that are none; `quiet` are headlines, contacts and such."""
    finder = _Finder(paragraphs, memory, frozenset(quiet))
    outer = [stretch for stretch in stretches if not stretch.nested]
    for index, stretch in enumerate(outer):
        finder.take(stretch, outer[index - 1] if index else None, outer[index + 1] if index + 1 < len(outer) else None)
    nested = [
        NonQuote(each.paragraph, each.start, each.end_paragraph, each.end, Reason.NESTED)
        for each in stretches
        if each.nested
    ]
    finder.take_repeated(nested)
    finder.take_announced({each.paragraph for each in stretches})
    finder.take_unmarked({each.paragraph for each in stretches} | {each.end_paragraph for each in stretches})
    quotes = sorted(finder.quotes, key=lambda quote: (quote.paragraph, quote.start))
    others = sorted([*finder.others, *nested], key=lambda other: (other.paragraph, other.start))
    return tuple(quotes), tuple(others)


class _Finder:
    """Goes through the stretches of a release once, remembering who spoke."""

    def __init__(self, paragraphs: Sequence[str], memory: Memory, quiet: frozenset[int]) -> None:
        self._paragraphs = paragraphs
        self._memory = memory
        self._quiet = quiet
        self._used: dict[int, int] = {}
        self._told: set[tuple[int, int]] = set()
        self.quotes: list[FoundQuote] = []
        self.others: list[NonQuote] = []

    def take(self, stretch: Stretch, before: Stretch | None, after: Stretch | None) -> None:
        """Decide about one stretch."""
        behind = self._behind(stretch, after)
        lead = self._lead(stretch, before)
        chosen = self._choose(stretch, behind, lead, after) or self._shared(stretch, after)
        kind = self._judge(stretch, chosen, before)
        if kind is not None:
            self.others.append(NonQuote(stretch.paragraph, stretch.start, stretch.end_paragraph, stretch.end, kind))
            return
        if chosen is None:
            self._add_unattributed(stretch, before)
            return
        attribution, where = chosen
        speaker = resolve(attribution, where, self._memory)
        if speaker.name is None or (attribution.naming is Naming.NOBODY):
            speaker = self._inherited(stretch, before) or speaker
        self._add(stretch, attribution, where, speaker)

    # attributions on either side

    def _behind(self, stretch: Stretch, after: Stretch | None) -> Attribution | None:
        reading = self._memory.readings[stretch.end_paragraph]
        stop = len(reading.text)
        if after is not None and after.paragraph == stretch.end_paragraph:
            stop = after.outer
        if not stretch.closed and stretch.outer_end >= stop:
            return None
        return after_quote(reading, stretch.outer_end, stop)

    def _shared(self, stretch: Stretch, after: Stretch | None) -> tuple[Attribution, int] | None:
        """Return what attributes the next stretch too, where a comma or “and” joins the two: « … », « … », dit X."""
        if after is None or not stretch.closed or {after.paragraph, after.end_paragraph} != {stretch.end_paragraph}:
            return None
        reading = self._memory.readings[after.end_paragraph]
        if _JOINT.fullmatch(reading.flat, stretch.outer_end, after.outer) is None:
            return None
        found = after_quote(reading, after.outer_end, len(reading.text))
        return (found, after.end_paragraph) if found is not None and found.strong else None

    def _lead(self, stretch: Stretch, before: Stretch | None) -> tuple[Attribution, int] | None:
        where = stretch.paragraph
        floor = self._used.get(where, 0)
        if before is not None and before.end_paragraph == where:
            floor = max(floor, before.outer_end)
        reading = self._memory.readings[where]
        if before is not None and before.end_paragraph == where and joins(reading, before, stretch):
            shared = before_quote(reading, self._used.get(where, 0), before.outer)
            return (shared, where) if shared is not None else None
        if reading.flat[floor : stretch.outer].strip(" •-–—"):
            found = before_quote(reading, floor, stretch.outer)
            return (found, where) if found is not None else None
        if floor == 0 and where > 0 and self._ends_in_colon(where - 1):
            above = self._memory.readings[where - 1]
            found = before_quote(above, self._last_end(before, where - 1), len(above.text))
            return (found, where - 1) if found is not None else None
        return None

    def _ends_in_colon(self, index: int) -> bool:
        return self._memory.readings[index].flat.rstrip().endswith(":")

    def _last_end(self, before: Stretch | None, index: int) -> int:
        return before.outer_end if before is not None and before.end_paragraph == index else 0

    def _choose(
        self, stretch: Stretch, behind: Attribution | None, lead: tuple[Attribution, int] | None, after: Stretch | None
    ) -> tuple[Attribution, int] | None:
        """Choose between the words after and before a quote; words that lead into the next quote belong to that one."""
        if behind is not None and (self._leads_on(stretch, behind, after) or self._is_passed_over(stretch, behind)):
            behind = None
        if behind is not None and lead is not None and (_outdoes(lead[0], behind) or not behind.strong):
            behind = None
        if behind is not None:
            self._used[stretch.end_paragraph] = max(self._used.get(stretch.end_paragraph, 0), behind.end)
            return behind, stretch.end_paragraph
        return lead

    def _is_passed_over(self, stretch: Stretch, behind: Attribution) -> bool:
        """Tell whether a few marked words inside a sentence stand before a verb of which they are no object."""
        reading = self._memory.readings[stretch.end_paragraph]
        if behind.naming is not Naming.NOBODY or stretch.paragraph != stretch.end_paragraph:
            return False
        begin = max((start for start, _ in reading.sentences if start <= stretch.outer), default=0)
        few = len(reading.flat[stretch.start : stretch.end].split()) < _FEW_WORDS
        return few and bool(reading.flat[begin : stretch.outer].strip(" •-–—"))

    def _leads_on(self, stretch: Stretch, behind: Attribution, after: Stretch | None) -> bool:
        """Tell whether an attribution rather introduces the next quote: “…” X added: “…”."""
        if after is None or after.paragraph != stretch.end_paragraph or behind.shape.startswith("dash"):
            return False
        flat = self._memory.readings[stretch.end_paragraph].flat
        tail = flat[behind.end : after.outer].strip()
        joint = flat[stretch.outer_end : behind.start].strip()
        opens = tail.endswith(":") or tail.split(" ")[-1].lower() in {"that", "que", "qu'"}
        one_sentence = not re.search(r"[.!?] ", tail)
        comma_inside = flat[: stretch.end].endswith(",")
        return opens and one_sentence and "," not in joint and not comma_inside

    # quote or not

    def _judge(self, stretch: Stretch, chosen: tuple[Attribution, int] | None, before: Stretch | None) -> Reason | None:
        """Return why a stretch is no quote, or None where it is one."""
        reading = self._memory.readings[stretch.paragraph]
        words = _text(self._paragraphs, stretch).split()
        lead = reading.flat[max(0, stretch.outer - 70) : stretch.outer]
        attribution = chosen[0] if chosen is not None else None
        further = before is not None and self._spoke(before) and goes_on(before, stretch, reading)
        continues = len(words) >= 4 and words[0][:1].islower()
        continues = continues and (further or (attribution is not None and attribution.strong))
        named = always_names(lead) or (announces(lead, reading.language) and not continues)
        if attribution is None and len(words) > 1 and self._block(stretch) is not None:
            return None
        if _INDEFINITE.search(lead) and _is_capitalised(words):
            return Reason.TITLE
        spoken = attribution is not None and attribution.shape not in {"frag", "label"} and attribution.strong
        if attribution is not None and spoken and not named:
            enough = len(words) > 1 or attribution.shape.startswith(("post", "selon"))
            return None if enough or is_said(attribution, lead, words, alone=True) else Reason.TERM
        if spoken and named and attribution is not None and attribution.shape.startswith(("post", "dash")):
            return None if len(words) >= 8 else Reason.TITLE
        if named and not lead.rstrip().endswith(":"):
            return Reason.TITLE
        resumed = before is not None and before.end_paragraph == stretch.paragraph and self._spoke(before)
        resumed = resumed and before is not None and self._resumes(before, stretch, reading)
        resumed = (resumed or further) and not (len(words) < 4 and belongs(lead))
        if attribution is not None and is_said(attribution, lead, words, alone=not resumed):
            return None
        if not resumed and (len(words) < 3 or is_title(words, reading.language)):
            return Reason.TITLE if len(words) >= 3 else Reason.TERM
        if attribution is not None and attribution.shape == "frag" and _is_name(words, lead):
            return Reason.TITLE
        if attribution is not None and (attribution.strong or attribution.shape == "label"):
            enough = attribution.shape == "label" and len(words) >= _MANY_WORDS
            return None if stretch.paragraph not in self._quiet or enough else Reason.TERM
        return self._judge_alone(stretch, words, before, reading)

    def _judge_alone(
        self, stretch: Stretch, words: list[str], before: Stretch | None, reading: Reading
    ) -> Reason | None:
        """Judge a stretch nothing attributes: a whole sentence is speech, a few words inside a sentence are a term."""
        if stretch.paragraph in self._quiet:
            return Reason.TERM
        inner = plain(_text(self._paragraphs, stretch))
        whole = inner[-1:] in ".!?…" or reading.flat[stretch.outer_end : stretch.outer_end + 1] in ".!?"
        opens = (
            not reading.flat[: stretch.outer].strip(" •-–—") or reading.flat[: stretch.outer].rstrip()[-1:] in '.!?:»”"'
        )
        ours = first_person(reading.language).search(inner) is not None
        follows = before is not None and before.end_paragraph == stretch.paragraph and self._spoke(before)
        if (
            before is not None
            and follows
            and (self._resumes(before, stretch, reading) or goes_on(before, stretch, reading))
        ):
            return None
        if opens and (len(words) >= 5 if whole or ours else len(words) >= 8):
            return None
        if ours and len(words) >= 5:
            return None
        if opens and whole and len(words) > 1 and self._speaks_on(stretch, before, reading):
            return None
        if follows and len(words) >= _SOME_WORDS and words[0][:1].islower() and before is not None:
            return None if _same_sentence(reading, before, stretch) else Reason.TERM
        return None if follows and len(words) >= 6 else Reason.TERM

    def _speaks_on(self, stretch: Stretch, before: Stretch | None, reading: Reading) -> bool:
        """Tell whether marked words fill a paragraph below one in which somebody speaks."""
        fills = not reading.flat[: stretch.outer].strip(" •-–—") and not reading.flat[stretch.outer_end :].strip(" .")
        return fills and before is not None and before.end_paragraph == stretch.paragraph - 1 and self._spoke(before)

    def _resumes(self, before: Stretch, stretch: Stretch, reading: Reading) -> bool:
        """Tell whether nothing but the attribution of the quote before stands between the two."""
        used = self._used.get(stretch.paragraph, 0)
        if not before.outer_end < used <= stretch.outer:
            return False
        gap = reading.flat[used : stretch.outer].rstrip()
        if gap.endswith((".", "!", "?", ":")):
            return not any(used < start < stretch.outer for start, _ in reading.sentences) and len(gap) <= 220
        return re.fullmatch(r"(?:,[^.;:]{2,200})?[\s,;–—-]*", gap) is not None

    def _spoke(self, before: Stretch) -> bool:
        return (before.paragraph, before.start) in self._told

    # results

    def _add_unattributed(self, stretch: Stretch, before: Stretch | None) -> None:
        block = self._block(stretch)
        if block is not None:
            name, place = block
            speaker = Speaker(name, Confidence.CERTAIN, "signature below")
            self._append(stretch, place, None, "block", speaker)
            return
        speaker = self._inherited(stretch, before) or Speaker(None, Confidence.GUESS, "no attribution")
        self._append(stretch, None, None, "cont", speaker)

    def _inherited(self, stretch: Stretch, before: Stretch | None) -> Speaker | None:
        """Return the speaker of the quote before in this paragraph, or the subject a reader still has in mind."""
        if before is not None and before.end_paragraph == stretch.paragraph and self.quotes and self._spoke(before):
            last = self.quotes[-1]
            if last.speaker is not None:
                sure = Confidence.LIKELY if last.confidence is not Confidence.GUESS else Confidence.GUESS
                return Speaker(last.speaker, sure, "continued")
        name = antecedent(self._memory, stretch.paragraph, stretch.outer)
        return Speaker(name, Confidence.GUESS, "last subject") if name else None

    def _block(self, stretch: Stretch) -> tuple[str, Place] | None:
        """Return the signature in the paragraph below a quote that fills its own."""
        reading = self._memory.readings[stretch.end_paragraph]
        if self._memory.readings[stretch.paragraph].flat[: stretch.outer].strip(" •-–—"):
            return None
        if reading.flat[stretch.outer_end :].strip(" .") or stretch.end_paragraph + 1 >= len(self._memory.readings):
            return None
        below = self._memory.readings[stretch.end_paragraph + 1]
        flat = below.flat.strip()
        if any(saying.manner is Manner.FINITE and not saying.weak for saying in below.sayings):
            return None
        if (
            len(flat) > 220
            or (flat.endswith((".", ":", "?", "!")) and len(flat) > 140)
            or any('«“"'.find(c) >= 0 for c in flat[:2])
        ):
            return None
        begin = re.compile(r"[\s•*–—―-]*").match(below.flat)
        first = begin.end() if begin else 0
        for candidate in below.candidates:
            if (candidate.outer - first <= 1 and candidate.is_full) or (
                candidate.honorific and candidate.outer == first
            ):
                name = next((m.person for m in below.mentions if m.start == candidate.start), candidate.name)
                return name, (stretch.end_paragraph + 1, first, len(below.text.rstrip()))
        for mention in below.mentions:
            if mention.outer <= first + 4 or (mention.start <= 90 and not flat.endswith(".")):
                return mention.person, (stretch.end_paragraph + 1, first, len(below.text.rstrip()))
        return None

    def _add(self, stretch: Stretch, attribution: Attribution, where: int, speaker: Speaker) -> None:
        place = (where, attribution.start, attribution.end)
        self._append(stretch, place, attribution.verb, attribution.shape, speaker)

    def _append(self, stretch: Stretch, place: Place | None, verb: str | None, shape: str, speaker: Speaker) -> None:
        self._told.add((stretch.paragraph, stretch.start))
        self.quotes.append(
            FoundQuote(
                stretch.paragraph,
                stretch.start,
                stretch.end_paragraph,
                stretch.end,
                speaker.name,
                place,
                verb,
                shape,
                speaker.confidence,
                speaker.method,
                stretch.regular,
            )
        )
        if speaker.name is not None:
            at = place[1] if place is not None and place[0] == stretch.end_paragraph else stretch.start
            self._memory.spoken.append((stretch.end_paragraph, max(at, stretch.start), speaker.name))

    # speech that a headline takes from the text

    def take_repeated(self, nested: Sequence[NonQuote]) -> None:
        """Take marked words of a headline for a quote where somebody says the same words unmarked."""
        if not any(other.paragraph in self._quiet for other in self.others):
            return
        said = [(_bare(self._words(each)), each.speaker) for each in self.quotes if each.speaker is not None]
        terms = {_bare(self._words(each)) for each in nested}
        left: list[NonQuote] = []
        for other in self.others:
            words = _bare(self._words(other)) if other.paragraph in self._quiet else ""
            quotable = words.count(" ") > 1 and words not in terms
            speakers = {name for text, name in said if words in text} if quotable else set()
            if len(speakers) == 1:
                place = (other.paragraph, other.start, other.end_paragraph, other.end)
                speaker = speakers.pop()
                self.quotes.append(
                    FoundQuote(*place, speaker, None, None, "cont", Confidence.LIKELY, "said in the text")
                )
            else:
                left.append(other)
        self.others = left

    def _words(self, place: FoundQuote | NonQuote) -> str:
        inner = Stretch(place.paragraph, place.start, place.end_paragraph, place.end, place.start, place.end)
        return _text(self._paragraphs, inner)

    # speech without marks

    def take_announced(self, marked: set[int]) -> None:
        """Take paragraphs without marks below “X said:” for speech: the next one, and more while somebody says “we”."""
        readings = self._memory.readings
        for index in range(len(readings) - 1):
            if index in self._quiet or index + 1 in marked or not self._ends_in_colon(index):
                continue
            reading = readings[index]
            found = before_quote(reading, 0, len(reading.text))
            spoken = found is not None and found.shape == "pre" and found.strong and found.naming is not Naming.NOBODY
            if found is None or not spoken or not is_speech(readings[index + 1]) or index + 1 in self._quiet:
                continue
            speaker = resolve(found, index, self._memory)
            last = index + 1
            while last + 1 < len(readings) and last + 1 not in marked | self._quiet and speaks_on(readings[last + 1]):
                last += 1
            start = len(readings[index + 1].text) - len(readings[index + 1].text.lstrip("> \u00a0"))
            place = (index + 1, start, last, len(readings[last].text.rstrip()))
            sure = Confidence.LIKELY if speaker.confidence is Confidence.CERTAIN else speaker.confidence
            words = (index, found.start, found.end)
            self.quotes.append(FoundQuote(*place, speaker.name, words, found.verb, "unmarked", sure, "announced"))

    def take_unmarked(self, marked: set[int]) -> None:
        """Find speech without marks, in the first person, with an attribution behind a comma."""
        announced = {row for each in self.quotes for row in range(each.paragraph, each.end_paragraph + 1)}
        for index, reading in enumerate(self._memory.readings):
            if index in marked | announced or index in self._quiet:
                continue
            found = unmarked_speech(reading)
            if found is None:
                continue
            start, end, attribution = found
            speaker = resolve(attribution, index, self._memory)
            if speaker.name is None:
                continue
            place = (index, attribution.start, attribution.end)
            sure = Confidence.LIKELY if speaker.confidence is Confidence.CERTAIN else speaker.confidence
            self.quotes.append(
                FoundQuote(
                    index, start, index, end, speaker.name, place, attribution.verb, "unmarked", sure, "without marks"
                )
            )


_FEW_WORDS = 6
_SOME_WORDS, _MANY_WORDS = 3, 8


def _same_sentence(reading: Reading, before: Stretch, stretch: Stretch) -> bool:
    """Tell whether two stretches stand in one sentence."""
    return not any(before.outer_end <= start <= stretch.outer for start, _ in reading.sentences)


def _is_capitalised(words: list[str]) -> bool:
    return bool(words) and words[0][:1].isupper() and len(words) < _LONGEST_TITLE and words[-1][-1] not in ".!?"


_LONGEST_TITLE = 12


def _is_name(words: list[str], lead: str) -> bool:
    """Tell whether a few words with a capital, behind a noun and in the middle of a sentence, are its name."""
    capital = words[0][:1].isupper() and not words[0].isupper() and "'" not in plain(words[0])
    return (
        capital
        and len(words) <= _FEW_WORDS
        and words[-1][-1] not in ".!?…"
        and _NOUN_END.search(plain(lead)) is not None
    )


_NOUN_END = re.compile(
    r"(?:^|[ '])(?!(?:que|qu|that|de|comme|as|est|sont|is|are|was)\b)[a-zà-ÿ]{4,} ?$|\b(?:du|de la|la|le|the) ?$"
)
_JOINT = re.compile(r" ?[,;] (?:(?:et|and|puis|then) )?| (?:et|and) ")
_INDEFINITE = re.compile(r"(?:^|[ '])(?:an?|une?) $", re.IGNORECASE)
"""What makes a name of capitalised words behind it: « la tenue d’un « Ségur de la recherche » »."""


def _outdoes(lead: Attribution, behind: Attribution) -> bool:
    """Tell whether the words before a quote name its speaker better than those after it."""
    return lead.strong and _rank(lead) > _rank(behind) and lead.shape != "frag"


def _rank(attribution: Attribution) -> int:
    order = {Naming.NOBODY: 0, Naming.PRONOUN: 1, Naming.BODY: 1, Naming.FUNCTION: 2, Naming.NAME: 3}
    return order[attribution.naming]


def _bare(words: str) -> str:
    """Return words in small letters without any signs, for comparing."""
    return re.sub(r"[\W_]+", " ", words.casefold()).strip()


def _text(paragraphs: Sequence[str], stretch: Stretch) -> str:
    if stretch.paragraph == stretch.end_paragraph:
        return paragraphs[stretch.paragraph][stretch.start : stretch.end]
    first = paragraphs[stretch.paragraph][stretch.start :]
    middle = paragraphs[stretch.paragraph + 1 : stretch.end_paragraph]
    return " ".join([first, *middle, paragraphs[stretch.end_paragraph][: stretch.end]])
