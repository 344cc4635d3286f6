"""Generated communiqués: every kind of row, mark and field, present in some and absent in others.

Hypothesis spends more time on making a strategy ready than on drawing from it: what is drawn from again is kept.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

from hypothesis import strategies as st

from editor.model.address import Address
from editor.model.address import Part as AddressPart
from editor.model.comments import Comment, Reply
from editor.model.communique import Communique
from editor.model.contact import Contact
from editor.model.dismissals import Dismissal
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Confidence, Gender, Participant, Quote, SignOff
from editor.model.pictures import Picture, Rendition, Use
from editor.model.refusals import Refusal
from editor.model.release import Action, Publication, Release, ReviewCopy, Status
from editor.model.rows import Confirmation, Proposal, Row, RowKind

TRICKY = "aé œ’«»\u00a0\u202f\u2009\u2028\t“”‘’–…Āćž😀👩‍🚀e\u0301\ufe0f\u200d;:!?.,&<>\"'0123456789"
"""Characters that editors, files and XML are known to lose."""

_NAR = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
PIECES = (
    (
        f'<rightsInfo {_NAR}><copyrightHolder uri="http://a.example/h"><name>A</name></copyrightHolder>'
        '<copyrightNotice xml:lang="de">© 2021 A</copyrightNotice><usageTerms>All</usageTerms></rightsInfo>'
    ),
    f'<link {_NAR} reluri="http://a.example/r" href="https://a.example/?a=1&amp;b=2" title="Seen there"/>',
    f'<link {_NAR} residref="urn:a:1" contenttype="text/html"/>',
    f'<infoSource {_NAR} uri="http://a.example/s"><name xml:lang="fr">Source</name></infoSource>',
    f'<altId {_NAR} typeuri="http://a.example/t">A 12</altId>',
    f'<creator {_NAR} literal="jn" roleuri="http://a.example/r"/>',
    f'<genre {_NAR} literal="Depth"><name>Depth</name></genre>',
    f'<subject {_NAR} uri="http://a.example/b" typeuri="http://a.example/t"><name>b</name></subject>',
    f'<description {_NAR} roleuri="http://a.example/d" xml:lang="en-GB">A text</description>',
)
"""Metadata of other producers, one of each kind, as it is kept."""
_FOREIGN = st.lists(st.sampled_from(PIECES), unique=True, max_size=4).map(tuple)

texts = st.text(st.sampled_from(TRICKY), max_size=30)
words = st.text(st.sampled_from("abcdéèœçABCÉŒ’- "), min_size=1, max_size=15).map(str.strip).filter(bool)
times = st.builds(
    lambda moment, minutes: moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes))),
    st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2090, 1, 1)),  # noqa: DTZ001 (the zone follows)
    st.sampled_from([0, 60, 120, -300, 330]),
)
dates = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def pairs(side):
    return st.builds(Bilingual, side, side)


@st.composite
def passages(draw, targets=(("q", ""),), text=texts):
    """Draw a passage whose quotes and people are those named in `targets`."""
    words_ = draw(text)
    marks = []
    if words_:
        for _ in range(draw(st.integers(0, 3))):
            start = draw(st.integers(0, len(words_) - 1))
            end = draw(st.integers(start + 1, len(words_)))
            kind, target = draw(st.sampled_from(_marks(targets)))
            marks.append(Mark(start, end, kind, target))
    return Passage(words_, tuple(marks))


@cache
def _sides(targets, text):
    return pairs(st.lists(passages(targets, text), max_size=3).map(tuple))


@cache
def _marks(targets):
    found = [
        (MarkKind.BOLD, ""),
        (MarkKind.ITALIC, ""),
        (MarkKind.LINK, "https://press.example.int/a?b=1&c=2"),
        (MarkKind.FOOTNOTE, "A note of « its » own."),
    ]
    kinds = {"q": MarkKind.QUOTE, "p": MarkKind.PERSON}
    kinds["c"] = MarkKind.COMMENT
    return tuple(found + [(kinds[letter], target) for letter, target in targets if target])


@st.composite
def communiques(draw, text=texts, max_rows=6):
    """Draw a whole communiqué."""
    people = tuple(draw(participants(f"p{n}")) for n in range(draw(st.integers(0, 3))))
    said = tuple(draw(quotes(f"q{n}", people)) for n in range(draw(st.integers(0, 3))))
    remarks = tuple(draw(comments(f"c{n}")) for n in range(draw(st.integers(0, 2))))
    parts = (("q", said), ("p", people), ("c", remarks))
    targets = tuple((letter, each.id) for letter, group in parts for each in group)
    remarked = tuple(remark.id for remark in remarks[:1])
    rows = tuple(draw(a_row(f"r{n}", targets, text, remarked)) for n in range(draw(st.integers(0, max_rows))))
    pictures = tuple(draw(a_picture(f"i{n}", rows)) for n in range(draw(st.integers(0, 2))))
    counter = draw(st.integers(10, 99))
    return Communique(
        rows,
        people,
        said,
        pictures,
        draw(releases()),
        draw(_FOREIGN),
        counter,
        remarks,
        draw(_REJECTED),
        draw(_REVIEWS),
        dismissals=draw(_DISMISSALS),
        refused=draw(_REFUSED),
        emptied=draw(_EMPTIED),
    )


@st.composite
def a_row(draw, row_id, targets, text=texts, remarked=()):
    row = Row(
        row_id,
        draw(_sides(targets, text)),
        draw(_KINDS),
        draw(st.integers(0, 3)),
        draw(_NUMBERS),
        draw(st.booleans()),
        draw(_CONFIRMATIONS),
        draw(_CERTAINTIES),
        remarked if draw(st.booleans()) else (),
    )
    proposed = draw(_PROPOSED)
    return replace(row, proposal=Proposal(proposed, row.text(proposed), 84)) if proposed else row


_ADDRESSES = st.one_of(
    st.builds(Address, st.sampled_from(AddressPart), words, field=words),
    st.builds(Address, st.just(AddressPart.ROW), words, st.sampled_from(Language), *[st.integers(0, 99)] * 3),
)
_DISMISSALS = st.lists(st.builds(Dismissal, words, _ADDRESSES, words, texts, words, times), max_size=2).map(tuple)
_KINDS = st.sampled_from(RowKind)
_NUMBERS = st.none() | st.integers(1, 9)
_PROPOSED = st.sampled_from([None, None, *Language])
_CERTAINTIES = st.none() | st.floats(0, 1)
_REJECTED = st.lists(pairs(texts), max_size=1).map(tuple)
_REFUSED = st.lists(st.builds(Refusal, st.sampled_from((MarkKind.QUOTE, MarkKind.PERSON)), texts), max_size=2).map(
    tuple
)
_EMPTIED = st.lists(
    st.builds(Address, st.sampled_from((AddressPart.RELEASE, AddressPart.PARTICIPANT)), words, field=words), max_size=2
).map(tuple)
_REVIEWS = st.none() | st.builds(
    ReviewCopy, st.integers(1, 99), times, st.lists(st.tuples(words, pairs(texts)), max_size=2).map(tuple)
)
_CONFIRMATIONS = st.none() | st.builds(Confirmation, pairs(texts), words, times)


@cache
def comments(comment_id):
    replies = st.lists(st.builds(Reply, texts, words, times), max_size=2).map(tuple)
    return st.builds(Comment, st.just(comment_id), texts, words, times, st.booleans(), replies)


@cache
def participants(person_id):
    return st.builds(
        Participant,
        st.just(person_id),
        pairs(words),
        st.lists(pairs(words), max_size=2).map(tuple),
        pairs(words | st.just("")),
        st.sampled_from(["", "FR", "RS"]),
        pairs(st.sampled_from(["", "Mr", "M.", "Mme"])),
        st.none() | st.sampled_from(Gender),
        st.lists(words, max_size=2).map(tuple),
        st.sampled_from(["", f"code-{person_id}"]),
    )


def quotes(quote_id, people):
    return _quotes(quote_id, tuple(person.id for person in people))


@cache
def _quotes(quote_id, people_ids):
    speakers = st.sampled_from(["", *people_ids])
    signed = st.none() | st.builds(SignOff, pairs(texts), words, times)
    original = st.none() | st.sampled_from(Language)
    return st.builds(Quote, st.just(quote_id), speakers, st.booleans(), st.sampled_from(Confidence), original, signed)


def a_picture(picture_id, rows):
    return _pictures(picture_id, ("", *(row.id for row in rows if row.kind is RowKind.CAPTION)))


@st.composite
def _renditions(draw, picture_id):
    uses = draw(st.sets(st.sampled_from(Use), max_size=3))
    return tuple(
        Rendition(
            use,
            f"{picture_id}-{use.value}.jpg",
            "image/jpeg",
            draw(st.integers(1, 10**6)),
            draw(st.integers(1, 2000)),
            draw(st.integers(1, 2000)),
            "cd" * 32,
        )
        for use in Use
        if use in uses
    )


@cache
def _pictures(picture_id, captions):
    return st.builds(
        Picture,
        st.just(picture_id),
        st.just(f"{picture_id}.jpg"),
        st.sampled_from(captions),
        pairs(words),
        pairs(words),
        st.just("image/jpeg"),
        st.integers(1, 10**7),
        st.integers(1, 9000),
        st.integers(1, 9000),
        st.just("ab" * 32),
        _renditions(picture_id),
        _FOREIGN,
    )


@cache
def releases():
    publications = st.builds(
        Publication,
        st.integers(1, 9),
        st.sampled_from(Action),
        times,
        st.sampled_from(["bilingual", "en", "fr"]),
        st.lists(st.tuples(words, st.just("cd" * 32)), max_size=2).map(tuple),
        st.just("tag:press.example.int,2021:communique:2021-078"),
        st.none() | times,
        pairs(texts),
    )
    return st.builds(
        Release,
        st.sampled_from(["nato", "other"]),
        st.sampled_from(["", "2021-078", "PR/CP(2021)078"]),
        st.none() | dates,
        st.none() | times,
        pairs(words | st.just("")),
        st.sampled_from(["", "BE"]),
        st.none() | times,
        st.sampled_from(Status),
        st.none() | st.integers(1, 9),
        st.lists(st.sampled_from(["20000639", "20000644", "11000000"]), max_size=3, unique=True).map(tuple),
        pairs(st.lists(words, max_size=2, unique=True).map(tuple)),
        st.sampled_from(["", "Press_Release"]),
        st.sampled_from(["", "pressrelease"]),
        st.builds(Contact, pairs(words | st.just("")), pairs(words | st.just("")), pairs(words | st.just(""))),
        pairs(texts),
        pairs(st.sampled_from(["", "en-GB", "fr-FR"])),
        pairs(st.lists(words, max_size=2, unique=True).map(tuple)),
        st.lists(publications, max_size=2).map(tuple),
    )


NOON = datetime(2021, 5, 17, 12, 0, tzinfo=UTC)
