"""Makes a communiqué of a manuscript: the one way in for everything that is no communiqué yet."""

from collections.abc import Sequence
from dataclasses import replace

from editor.formats.arrival.facts import facts_of, house_of
from editor.formats.arrival.languages import told_apart
from editor.formats.arrival.pairing import Pairing, paired
from editor.formats.arrival.people import as_known, cards_of, people_in
from editor.formats.arrival.quotes import Said, joined, quote_of, quotes_in
from editor.formats.arrival.report import doubtful, left_out, recognised
from editor.formats.arrival.rows import marks_of, rows_of
from editor.formats.arrival.texts import Text, read_text
from editor.formats.carrying import people_of
from editor.formats.flattened import with_footnotes
from editor.formats.manuscript import Manuscript
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.people import Participant
from editor.model.profile import Profile
from editor.values import frozen
from editor.words import Sentence, say_count


@frozen
class Arrival:
    """A document that came in, and sentences that tell what was read, recognised, left out and doubtful."""

    doc: Communique
    report: tuple[Sentence, ...] = ()


def arrive(
    manuscript: Manuscript, profile: Profile, language: Language | None = None, known: Sequence[Participant] = ()
) -> Arrival:
    """Return the communiqué that a manuscript makes.

    `language` is that of a single text which does not say; without it the text is read for its own words, and a
    text that changes from one language to the other for good becomes two. `known` are people of the office's
    directory; `profile` is the house of a file that names none. Nothing is moved from one language to the other, and no
    paragraph is trimmed.
    """
    profile, told = house_of(manuscript.stated, profile)
    known = (*people_of(manuscript.stated.facts), *known)
    apart = told_apart(manuscript, language)
    sides = apart.sides.each(with_footnotes)
    footnotes = sum(count for _, count in sides)
    texts: Bilingual[Text | None] = Bilingual(
        *(read_text(sides[each][0], each, as_known(known, each)) if sides[each][0] else None for each in Language)
    )
    pairings = paired(texts)
    people = people_in(texts)
    no_quotes: tuple[Said, ...] = ()
    said = texts.each(lambda text: quotes_in(text, people) if text else no_quotes)
    quotes = joined(said, _rows_by_place(pairings))
    row_ids, doc = Communique().fresh("r", len(pairings))
    person_ids, doc = doc.fresh("p", len(people))
    quote_ids, doc = doc.fresh("q", len(quotes))
    marks = marks_of(texts, tuple(zip(person_ids, people, strict=True)), tuple(zip(quote_ids, quotes, strict=True)))
    facts = facts_of(texts, profile, manuscript.stated)
    doc = replace(
        doc,
        rows=rows_of(texts, pairings, row_ids, marks),
        participants=cards_of(people, person_ids, known),
        quotes=tuple(quote_of(pair, id_, person_ids) for pair, id_ in zip(quotes, quote_ids, strict=True)),
        release=facts.release,
    )
    notes = (_footnotes_told(footnotes),) if footnotes else ()
    found = (*recognised(doc, quotes), *facts.notes, *told, *notes, *apart.notes)
    return Arrival(doc, (*found, *doubtful(doc), *left_out(texts), *manuscript.notes))


def _footnotes_told(count: int) -> Sentence:
    return say_count(
        "{count} numbered line at the end was read as a footnote.",
        "{count} numbered lines at the end were read as footnotes.",
        count,
    )


def _rows_by_place(pairings: Sequence[Pairing]) -> Bilingual[dict[int, int]]:
    """Return the row of each kept block of each text."""
    return Bilingual(
        *(
            {place: row for row, pairing in enumerate(pairings) for place in pairing.sides[language]}
            for language in Language
        )
    )
