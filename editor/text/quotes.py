"""Quoted speech and who says it; and marked words that are no speech: titles, terms, names, quotes inside quotes."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from editor.text.antecedents import antecedent
from editor.text.attribution import after_quote, at_sentence_end, in_main_clause
from editor.text.judging import Case, judge
from editor.text.leading import before_quote
from editor.text.memory import Confidence, Memory, Speaker, sentence_start
from editor.text.patterns import pattern_of
from editor.text.people import Place
from editor.text.quotation import FoundQuote, NonQuote, Reason, bare, words_of
from editor.text.reading import Attribution, Naming, Reading
from editor.text.saying import Manner
from editor.text.settling import settle, take_fragments, take_repeated
from editor.text.speakers import resolve
from editor.text.speech import joins
from editor.text.stretches import Stretch
from editor.text.unmarked import announced_speech, cited_speech, opening_speech


def find_quotes(
    paragraphs: Sequence[str],
    stretches: Sequence[Stretch],
    memory: Memory,
    quiet: Collection[int],
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
    marked = {each.paragraph for each in stretches} | {each.end_paragraph for each in stretches}
    finder.quotes += cited_speech(memory, marked)
    told = {row for each in finder.quotes for row in range(each.paragraph, each.end_paragraph + 1)}
    finder.quotes += announced_speech(memory, told | _opened_by_marks(outer), frozenset(quiet))
    told = {row for each in finder.quotes for row in range(each.paragraph, each.end_paragraph + 1)}
    finder.quotes += opening_speech(memory, marked | told | set(quiet))
    nested += _inside(finder)
    take_repeated(finder.quotes, finder.others, nested, paragraphs, memory)
    take_fragments(finder.quotes, finder.others, paragraphs, memory, quiet)
    settle(finder.quotes, paragraphs, memory)
    quotes = sorted(finder.quotes, key=lambda quote: (quote.paragraph, quote.start))
    others = sorted([*finder.others, *nested], key=lambda other: (other.paragraph, other.start))
    return tuple(quotes), tuple(others)


def _inside(finder: "_Finder") -> list[NonQuote]:
    """Take what stands between marks inside speech without marks away from the others: it is part of that speech."""
    plain_speech = [each for each in finder.quotes if each.shape == "unmarked"]
    found = [
        other
        for other in finder.others
        if any(each.paragraph <= other.paragraph and other.end_paragraph <= each.end_paragraph for each in plain_speech)
    ]
    finder.others = [other for other in finder.others if other not in found]
    return [replace(other, reason=Reason.NESTED) for other in found]


def _opened_by_marks(stretches: Sequence[Stretch]) -> set[int]:
    """Return the paragraphs that begin with a mark: what they say is marked, and other words of theirs are not said."""
    return {each.paragraph for each in stretches if each.outer <= _BULLET} | {
        each.end_paragraph for each in stretches if each.paragraph != each.end_paragraph
    }


class _Finder:
    """Goes through the stretches of a release once, remembering who spoke."""

    def __init__(self, paragraphs: Sequence[str], memory: Memory, quiet: frozenset[int]) -> None:
        self._paragraphs = paragraphs
        self._memory = memory
        self._quiet = quiet
        self._used: dict[int, int] = {}
        self._told: set[tuple[int, int]] = set()
        self._titled: set[int] = set()
        self.quotes: list[FoundQuote] = []
        self.others: list[NonQuote] = []

    def take(self, stretch: Stretch, before: Stretch | None, after: Stretch | None) -> None:
        """Decide about one stretch."""
        behind = self._behind(stretch, after)
        lead = self._lead(stretch, before)
        chosen = self._choose(stretch, behind, lead, after) or self._shared(stretch, after)
        chosen = self._elsewhere(stretch, chosen)
        kind = self._judge(stretch, chosen, before)
        if kind is not None:
            self.others.append(NonQuote(stretch.paragraph, stretch.start, stretch.end_paragraph, stretch.end, kind))
            return
        if chosen is None:
            self._add_unattributed(stretch, before)
            return
        attribution, where = chosen
        speaker = resolve(attribution, where, self._memory)
        if self._speaks_on(stretch, attribution, before):
            speaker = self._inherited(stretch, before) or speaker
        if speaker.name is None or (attribution.naming is Naming.NOBODY):
            speaker = self._inherited(stretch, before) or speaker
        self._add(stretch, attribution, where, speaker)

    def _speaks_on(self, stretch: Stretch, attribution: Attribution, before: Stretch | None) -> bool:
        """Tell whether a sentence about a house, closed before the marks, stands between two quotes of one person."""
        flat = self._memory.readings[stretch.paragraph].flat
        ahead = attribution.naming is Naming.BODY and attribution.end <= stretch.outer
        closed = ahead and flat[: stretch.outer].rstrip().endswith(".")
        if not closed or before is None or before.end_paragraph != stretch.paragraph or not self.quotes:
            return False
        if flat[: stretch.outer].rstrip(" .").endswith(attribution.verb or "."):
            return False  # « Le club a réagi. « … » »
        return self._spoke(before) and self._memory.person(self.quotes[-1].speaker or "") is not None

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

    def _elsewhere(self, stretch: Stretch, chosen: tuple[Attribution, int] | None) -> tuple[Attribution, int] | None:
        """Look for the speaker in the rest of the sentence where nothing beside the words names one."""
        where = stretch.paragraph
        if where != stretch.end_paragraph or not stretch.closed:
            return chosen
        reading = self._memory.readings[where]
        if chosen is None or not chosen[0].strong:
            small = reading.flat[stretch.start].islower()
            inside = bool(reading.flat[sentence_start(reading, stretch.outer) : stretch.outer].strip(" •-–—"))
            found = at_sentence_end(reading, stretch.outer_end) if small or not inside else None
            if found is None:
                return chosen
            self._used[where] = max(self._used.get(where, 0), found.end)
            return found, where
        attribution = chosen[0]
        if attribution.naming is Naming.NOBODY and attribution.start == sentence_start(reading, stretch.outer):
            found = in_main_clause(reading, stretch.outer_end, attribution)
            return (found, where) if found is not None else chosen
        return chosen

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
        if floor == 0 and where > 0 and (self._ends_in_colon(where - 1) or self._ends_in_verb(where - 1)):
            above = self._memory.readings[where - 1]
            found = before_quote(above, self._last_end(before, where - 1), len(above.text))
            return (found, where - 1) if found is not None else None
        return None

    def _ends_in_colon(self, index: int) -> bool:
        return self._memory.readings[index].flat.rstrip().endswith(":")

    def _ends_in_verb(self, index: int) -> bool:
        """Tell whether a short line ends in a verb of saying and a comma: “As Jane Roe wrote,”."""
        reading = self._memory.readings[index]
        text = reading.flat.rstrip()
        return (
            len(text) < _SHORT_LINE
            and text.endswith(",")
            and any(saying.end == len(text) - 1 for saying in reading.sayings)
        )

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
        if behind is not None and lead is not None and self._governs(lead[0], stretch, behind):
            behind = None
        if behind is not None:
            self._used[stretch.end_paragraph] = max(self._used.get(stretch.end_paragraph, 0), behind.end)
            return behind, stretch.end_paragraph
        return lead

    def _governs(self, lead: Attribution, stretch: Stretch, behind: Attribution) -> bool:
        """Tell whether words in small letters belong to the verb before them, and a new clause begins behind them."""
        reading = self._memory.readings[stretch.end_paragraph]
        named = lead.strong and lead.shape == "frag" and lead.naming in {Naming.NAME, Naming.PRONOUN}
        small = reading.flat[stretch.start : stretch.start + 1].islower()
        return named and small and _leads_its_verb(reading, behind)

    def _is_passed_over(self, stretch: Stretch, behind: Attribution) -> bool:
        """Tell whether a few marked words inside a sentence stand before a verb of which they are no object."""
        reading = self._memory.readings[stretch.end_paragraph]
        if stretch.paragraph != stretch.end_paragraph:
            return False
        lead = reading.flat[sentence_start(reading, stretch.outer) : stretch.outer].strip(" •-–—")
        few = len(reading.flat[stretch.start : stretch.end].split()) < _FEW_WORDS
        if behind.naming is Naming.NOBODY:
            return few and bool(lead)
        parted = _PARTED.search(reading.flat, stretch.start, behind.start) is not None
        if behind.naming is Naming.BODY and few and lead and not parted:
            return True
        return few and _ADJUNCT.fullmatch(lead) is not None and _is_of_its_own(reading, behind)

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
        spoken = before if before is not None and self._spoke(before) else None
        beside = spoken is not None and spoken.end_paragraph == stretch.paragraph
        return judge(
            Case(
                reading,
                stretch,
                words_of(self._paragraphs, stretch),
                chosen[0] if chosen is not None else None,
                spoken,
                resumes=beside and spoken is not None and self._resumes(spoken, stretch, reading),
                quiet=stretch.paragraph in self._quiet,
                heading=stretch.paragraph in self._memory.headings,
                signed=chosen is None and self._block(stretch) is not None,
            )
        )

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
        above = self._title_above(stretch)
        if above is not None:
            name, place = above
            self._titled.add(place[0])
            self._append(stretch, place, None, "block", Speaker(name, Confidence.CERTAIN, "name above"))
            return
        block = self._block(stretch)
        if block is not None:
            name, place = block
            speaker = Speaker(name, Confidence.CERTAIN, "signature below")
            self._append(stretch, place, None, "block", speaker)
            return
        nobody = Speaker(None, Confidence.GUESS, "no attribution")
        speaker = nobody if self._comes_again(stretch) else self._inherited(stretch, before) or nobody
        self._append(stretch, None, None, "cont", speaker)

    def _title_above(self, stretch: Stretch) -> tuple[str, Place] | None:
        """Return the name that stands alone on the line above a quote, where names stand above and not below."""
        index = stretch.paragraph - 1
        if index < 1 or self._memory.readings[stretch.paragraph].flat[: stretch.outer].strip(" •-–—"):
            return None
        line, before = self._memory.readings[index], self._memory.readings[index - 1].flat.strip()
        if before[:1] in _OPENERS and index - 2 not in self._titled:
            return None
        for candidate in line.candidates:
            if (
                candidate.is_full
                and not candidate.trailing
                and line.flat.strip(" :") == line.flat[candidate.outer : candidate.end]
            ):
                name = next((m.person for m in line.mentions if m.start == candidate.start), candidate.name)
                return name, (index, candidate.outer, candidate.end)
        return None

    def _comes_again(self, stretch: Stretch) -> bool:
        """Tell whether words that fill a line are said again below it: who says them there, says them here."""
        line = self._paragraphs[stretch.paragraph].strip(' .«»“”"\u00a0\u202f')
        if stretch.paragraph != stretch.end_paragraph or len(line) > stretch.end - stretch.start:
            return False
        words = bare(words_of(self._paragraphs, stretch))
        return any(words in bare(text) for text in self._paragraphs[stretch.paragraph + 1 :])

    def _inherited(self, stretch: Stretch, before: Stretch | None) -> Speaker | None:
        """Return the speaker of the quote before in this paragraph, or the subject a reader still has in mind."""
        if before is not None and before.end_paragraph == stretch.paragraph and self.quotes and self._spoke(before):
            last = self.quotes[-1]
            if last.speaker is not None:
                sure = Confidence.LIKELY if last.confidence is not Confidence.GUESS else Confidence.GUESS
                return Speaker(last.speaker, sure, "continued")
        name = self._named_above(stretch) or antecedent(self._memory, stretch.paragraph, stretch.outer)
        return Speaker(name, Confidence.GUESS, "last subject") if name else None

    def _named_above(self, stretch: Stretch) -> str | None:
        """Return the one person of the short line above a quote that opens its paragraph: « Même avis chez X. »."""
        above = stretch.paragraph - 1
        opens = not self._memory.readings[stretch.paragraph].flat[: stretch.outer].strip(" •-–—")
        if not opens or above < 0 or above in self._memory.silent:
            return None
        reading = self._memory.readings[above]
        named = {mention.person for mention in reading.mentions}
        return named.pop() if len(named) == 1 and len(reading.text) < _SHORT_LINE else None

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
        begin = re.compile(r"[\s•*–—―»”-]*").match(below.flat)
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


_OPENERS = frozenset('«“"')
_BULLET = 4
"""So many code points a bullet before the first mark of a paragraph may take."""
_FEW_WORDS = 6
_SHORT_LINE = 140


_PARTED = pattern_of(r"[,.!?…–—-][\s»”\"'’]*$")
"""What parts marked words from a verb behind them that gives them to somebody, unlike « Plan B » menace l’emploi."""
_ADJUNCT = pattern_of(
    r"(?:Dans|Lors|Au cours|Après|Avant|Avec|Sans|Malgré|Pour|Par|Sur|Sous|En|Au|À|A l'|À l'|Depuis|Pendant|Durant|"
    r"Face|In|At|On|After|Before|During|Despite|With|Without|Under|For|By|From|Since|Following|Through)\b[^,;:.]*"
)
"""Words that open a sentence and are no clause: « Dans son « rapport moral », le président… »."""


def _leads_its_verb(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether the subject of an attribution stands before its verb: “…, the Minister said”."""
    verb = attribution.verb
    written = reading.flat[attribution.start : attribution.end]
    return verb is not None and written != verb and written.endswith(verb)


def _is_of_its_own(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether words behind a quote may do without it: the subject stands first, or the verb says nothing."""
    if _leads_its_verb(reading, attribution):
        return True
    place = range(attribution.start, attribution.end)
    return attribution.shape.startswith("post") and not any(each.start in place for each in reading.sayings)


_JOINT = pattern_of(r" ?[,;] (?:(?:et|and|puis|then) )?| (?:et|and) ")


def _outdoes(lead: Attribution, behind: Attribution) -> bool:
    """Tell whether the words before a quote name its speaker better than those after it."""
    return lead.strong and _rank(lead) > _rank(behind) and lead.shape != "frag"


def _rank(attribution: Attribution) -> int:
    order = {Naming.NOBODY: 0, Naming.PRONOUN: 1, Naming.BODY: 1, Naming.FUNCTION: 2, Naming.NAME: 3}
    return order[attribution.naming]
