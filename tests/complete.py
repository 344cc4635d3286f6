"""Generated communiqués that are complete: fit to be published, with nothing for a validator to say."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from generated import PIECES
from hypothesis import strategies as st

from editor.model.communique import Communique
from editor.model.contact import Contact
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Gender, Participant, Quote
from editor.model.pictures import Picture, Rendition, Use
from editor.model.profile import NARROW_NO_BREAK, NO_BREAK
from editor.model.release import Action, Publication, Release
from editor.model.rows import Row, RowKind

CONTACT = Contact(
    Bilingual("Jan Nový, press officer", "Jan Nový, attaché de presse"),
    Bilingual("+32 2 555 01 00", "+32 2 555 01 01"),
    Bilingual("press@press.example.int", "presse@press.example.int"),
)
AT = datetime(2021, 5, 18, 11, 52, tzinfo=UTC)
"""When the generated releases are published."""

english = st.lists(
    st.sampled_from(["harbour", "ferry", "talks", "lake", "said", "a", "café", "NATO", "12,5", "&", "<b>"]),
    min_size=1,
    max_size=9,
)
french = st.lists(
    st.sampled_from(["l’accès", "au", "lac", "œuvre", "Noël", "OTAN", "12,5", "à", "&", "<b>"]), min_size=1, max_size=9
)
foreign = st.lists(st.sampled_from(PIECES), unique=True, max_size=4).map(tuple)
names = st.sampled_from(["Ada Lovell", "Zoë Brün", "Jan Nový", "Éloïse d’Arc", "O’Neil Śmith", "Вера Ким"])
SIGNS = Bilingual(("“", "”"), (f"«{NO_BREAK}", f"{NO_BREAK}»"))


lines = st.builds(lambda en, fr: Bilingual(" ".join(en), " ".join(fr)), english, french)


@st.composite
def participants(draw, person_id):
    function = draw(lines)
    return Participant(
        person_id,
        Bilingual(*[draw(names)] * 2),
        (function,),
        draw(
            st.sampled_from([Bilingual("", ""), Bilingual("Lake Office", "Office du lac"), Bilingual("NATO", "OTAN")])
        ),
        draw(st.sampled_from(["", "FR", "RS", "BE"])),
        draw(st.sampled_from([Bilingual("", ""), Bilingual("Ms", "Mme")])),
        draw(st.none() | st.sampled_from(Gender)),
        code=draw(st.sampled_from(["", f"code-{person_id}"])),
    )


@st.composite
def paragraphs(draw, row_id, quotes, people):
    """Draw a row of one paragraph a side, perhaps with a quote in it and a name, perhaps with other marks."""
    quote = draw(st.none() | st.sampled_from(quotes)) if quotes else None
    words, before, after = draw(lines), draw(lines), draw(lines)
    kind = draw(
        st.sampled_from(
            [
                RowKind.PARAGRAPH,
                RowKind.SUBHEADING,
                RowKind.LIST_ITEM,
                RowKind.BOILERPLATE,
                RowKind.CONTACT,
                RowKind.NOTE,
            ]
        )
    )
    person = draw(st.none() | st.sampled_from(people)) if people else None

    def side(language):
        start = before[language] + " "
        text, marks = start, []
        if quote:
            opening, closing = SIGNS[language]
            said = text + opening
            text = said + words[language] + closing
            marks.append(Mark(len(said), len(said) + len(words[language]), MarkKind.QUOTE, quote.id))
            text += ", "
        if person:
            name = person.name[language]
            marks.append(Mark(len(text), len(text) + len(name), MarkKind.PERSON, person.id))
            text += name + " "
        marks.append(Mark(len(text), len(text) + 1, draw(st.sampled_from([MarkKind.BOLD, MarkKind.ITALIC])), ""))
        text += after[language]
        if language is Language.FR:
            text += f"{NARROW_NO_BREAK}!"
        return (Passage(text, tuple(marks)),)

    sides = Bilingual(side(Language.EN), side(Language.FR))
    level = draw(st.integers(1, 3)) if kind in {RowKind.SUBHEADING, RowKind.LIST_ITEM} else 0
    number = draw(st.none() | st.integers(1, 20)) if kind is RowKind.LIST_ITEM else None
    return Row(row_id, sides, kind, level, number), quote


@st.composite
def complete_communiques(draw):
    """Draw a release as an office would publish it: nothing missing, nothing wrong."""
    people = tuple(draw(participants(f"p{n}")) for n in range(1, draw(st.integers(1, 3)) + 1))
    people = tuple({person.name: person for person in people}.values())
    quotes = tuple(
        Quote(
            f"q{n}",
            draw(st.sampled_from(people)).id,
            draw(st.booleans()),
            original=draw(st.none() | st.sampled_from(Language)),
        )
        for n in range(1, draw(st.integers(0, 4)) + 1)
    )
    headline = draw(lines).each(lambda text: (Passage(text),))
    rows = [Row("r1", headline, RowKind.HEADLINE)]
    used = set()
    for number in range(2, draw(st.integers(2, 7)) + 1):
        row, quote = draw(paragraphs(f"r{number}", quotes, people))
        rows.append(row)
        used |= {quote} - {None}
    rows.append(Row("r20", draw(lines).each(lambda text: (Passage(text),)), RowKind.PARAGRAPH))
    if draw(st.booleans()):
        rows.insert(1, Row("r21", draw(lines).each(lambda text: (Passage(text),)), RowKind.SUBHEADLINE))
    pictures = ()
    if draw(st.booleans()):
        rows.append(Row("r22", draw(lines).each(lambda text: (Passage(text),)), RowKind.CAPTION))
        picture = Picture("i30", "photo.JPG", "r22", draw(lines), draw(lines), "image/jpeg", 12345, 900, 600, "ab" * 32)
        uses = draw(st.sets(st.sampled_from(Use)))
        made = (Rendition(use, f"{use.value}.jpg", "image/jpeg", 1234, 90, 60, "cd" * 32) for use in uses)
        pictures = (replace(picture.having(*made), foreign=draw(foreign)),)
    return Communique(
        tuple(rows),
        people,
        tuple(quote for quote in quotes if quote in used),
        pictures,
        draw(releases()),
        draw(foreign),
        counter=40,
    )


@st.composite
def releases(draw):
    """Draw the facts of a release, first or later version, embargoed or not."""
    day = draw(st.dates(date(2021, 1, 2), date(2021, 5, 16)))
    published = draw(st.integers(0, 3))
    return Release(
        profile="nato",
        reference=draw(st.sampled_from(["2021-078", "PR/CP(2021)078", "Å 7"])),
        date=day,
        updated=draw(st.none() | st.just(AT - timedelta(hours=2))),
        place=draw(
            st.sampled_from([Bilingual("", ""), Bilingual("Brussels", "Bruxelles"), Bilingual("The Hague", "La Haye")])
        ),
        country=draw(st.sampled_from(["", "BE"])),
        embargo=draw(st.none() | st.just(AT + timedelta(hours=5))),
        urgency=draw(st.none() | st.integers(1, 8)),
        topics=draw(
            st.lists(st.sampled_from(["20000639", "20000644", "11000000"]), max_size=3, unique=True).map(tuple)
        ),
        keywords=draw(st.sampled_from([Bilingual((), ()), Bilingual(("NATO", "lake"), ("OTAN",))])),
        contact=draw(st.sampled_from([Contact(), CONTACT])),
        note=draw(st.sampled_from([Bilingual("", ""), Bilingual("Paragraph 2.", "Paragraphe 2.")]))
        if published
        else Bilingual("", ""),
        publications=tuple(
            Publication(
                n + 1,
                Action.UPDATE if n else Action.NEW,
                AT - timedelta(days=3 - n),
                "bilingual",
                identifier="tag:press.example.int,2021:communique:2021-078",
            )
            for n in range(published)
        ),
    )


def life(doc, action):
    """A document and an action that fit each other."""
    note = Bilingual("Paragraph 2.", "Paragraphe 2.") if action is Action.CORRECTION else doc.release.note
    doc = replace(doc, release=replace(doc.release, note=note))
    if not doc.release.version:
        return doc, Action.WITHHOLD if action is Action.WITHHOLD else Action.NEW
    return doc, Action.UPDATE if action is Action.NEW else action
