"""The law of confirmation: whatever is done, a pair is confirmed where somebody confirmed its words, and never else."""

from itertools import product

from editing import insert, write
from generated import NOON
from hypothesis import given
from hypothesis import strategies as st

from editor.edits import pairing, rows, writing
from editor.errors import Unfit
from editor.formats import native
from editor.formats.arrival.realigning import align_again
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import PairState, Row

EN, FR = Language.EN, Language.FR
WORDS = ("aa", "bb", "cc dd", "ee", "ff gg hh")


def bare(text):
    return " ".join(text.split())


def wording(row):
    return tuple(bare(row.text(language)) for language in Language)


class Notary:
    """Keeps beside the document what somebody confirmed, in words alone, and judges every row after every edit."""

    def __init__(self, doc):
        self.doc = doc
        self.sworn = set()

    def is_sworn(self, pair):
        """Whether these words were confirmed together, or are confirmed pairs one behind the other."""
        if pair in self.sworn:
            return True
        for en, fr in self.sworn:
            rest = tuple(whole.removeprefix(f"{part} ") for whole, part in zip(pair, (en, fr), strict=True))
            if all(len(left) < len(whole) for left, whole in zip(rest, pair, strict=True)) and self.is_sworn(rest):
                return True
        return False

    def do(self, edit):
        before = self.doc
        try:
            self.doc = edit.apply(before)
        except Unfit:
            return
        self.judge(before)

    def confirm(self, row_id):
        row = self.doc.row(row_id)
        if row.is_complete:
            self.sworn.add(wording(row))
        self.do(rows.confirm((row_id,), "Ada", NOON))

    def judge(self, before):
        for row in self.doc.rows:
            if row.state is PairState.CONFIRMED:
                assert row.is_complete
                assert self.is_sworn(wording(row)), f"nobody confirmed {wording(row)}"

    def split(self, row_id, cut):
        """Cut a row; where both halves are still confirmed, their words were confirmed as parts of the whole."""
        before = self.doc.row(row_id)
        index = self.doc.row_index(row_id)
        after = rows.split(row_id, cut).apply(self.doc)
        halves = after.rows[index : index + 2]
        if before.state is PairState.CONFIRMED:
            spoken = {half.state for half in halves if any(wording(half))}
            assert spoken in ({PairState.CONFIRMED}, {PairState.STALE})
            self.sworn.update(wording(half) for half in halves if half.state is PairState.CONFIRMED)
        self.do(rows.split(row_id, cut))


@st.composite
def starts(draw):
    side = st.lists(st.sampled_from(WORDS), max_size=3).map(lambda texts: tuple(map(Passage, texts)))
    sides = draw(st.lists(st.tuples(side, side), min_size=1, max_size=5))
    return Communique(tuple(Row(f"r{n}", Bilingual(*pair)) for n, pair in enumerate(sides, 1)), counter=len(sides))


def one_edit(data, notary):
    doc = notary.doc
    row = data.draw(st.sampled_from(doc.rows))
    language = data.draw(st.sampled_from(Language))
    what = data.draw(st.sampled_from(DEEDS))
    if what == "confirm":
        notary.confirm(row.id)
    elif what == "split":
        cut = row.sides.each(lambda side: data.draw(cuts(side)))
        notary.split(row.id, cut)
    elif what == "join":
        notary.do(rows.join(row.id))
    elif what == "move":
        notary.do(rows.move(row.id, data.draw(st.integers(-2, 2))))
    elif what == "write":
        start, end = sorted((data.draw(spots(doc, language)), data.draw(spots(doc, language))), key=order(doc))
        pieces = data.draw(st.lists(st.sampled_from(("", "aa", "bb", " ", "zz")), min_size=1, max_size=3))
        notary.do(write(language, start, end, pieces))
    elif what == "side":
        notary.do(pairing.move_side(row.id, language, data.draw(st.integers(0, 2)), down=data.draw(st.booleans())))
    elif what == "exchange":
        notary.do(pairing.exchange(row.id, language))
    elif what == "across":
        notary.do(rows.move_across(row.id, language))
    elif what == "purpose":
        notary.do(rows.leave_one_sided(row.id, data.draw(st.booleans())))
    elif what == "again":
        notary.do(align_again(doc))
    elif what == "back":
        notary.do(rows.restore(row.id, language))
    elif what == "save":
        assert native.read(native.write(doc), "a.communique") == doc


DEEDS = (
    *("confirm", "confirm", "split", "join", "move", "write", "write", "side", "exchange", "across", "purpose"),
    *("again", "back", "save"),
)


def cuts(side):
    places = [(0, 0)] if not side else [(n, c) for n, each in enumerate(side) for c in range(len(each.text) + 1)]
    return st.sampled_from(places)


def spots(doc, language):
    places = [
        row.address(language, number, start, start)
        for row in doc.rows
        for number, passage in enumerate(row[language] or (Passage(),))
        for start in range(len(passage.text) + 1)
    ]
    return st.sampled_from(places)


def order(doc):
    return lambda place: (doc.row_index(place.id), place.passage, place.start)


@given(starts(), st.data())
def test_no_sequence_of_edits_confirms_what_nobody_confirmed(doc, data):
    notary = Notary(doc)
    for _ in range(data.draw(st.integers(1, 12))):
        if notary.doc.rows:
            one_edit(data, notary)


def gentle(doc, row, language):
    """Return edits that neither delete a pair nor part it by name."""
    top = row.address(language, 0, 0, 0)
    return (
        rows.move(row.id, 1),
        rows.move(row.id, -2),
        pairing.move_side(row.id, language, 0, down=True),
        pairing.move_side(row.id, language, 0, down=False),
        pairing.exchange(row.id, language),
        align_again(doc),
        insert(0),
        rows.move_across(row.id, language),
        write(language, top, top, ("zz",)),
    )


@given(starts(), st.data())
def test_a_confirmed_pair_is_confirmed_or_stale_until_it_is_deleted_or_parted_by_name(doc, data):
    doc = rows.confirm(tuple(row.id for row in doc.rows), "Ada", NOON).apply(doc)
    notary = Notary(doc)
    notary.sworn = {wording(row) for row in doc.rows if row.confirmation}
    remembered = sum(row.confirmation is not None for row in doc.rows)
    for _ in range(data.draw(st.integers(1, 6))):
        row = data.draw(st.sampled_from(notary.doc.rows))
        language = data.draw(st.sampled_from(Language))
        notary.do(data.draw(st.sampled_from(gentle(notary.doc, row, language))))
        kept = [row for row in notary.doc.rows if row.confirmation is not None]
        assert len(kept) == remembered
        assert all(row.state in (PairState.CONFIRMED, PairState.STALE) for row in kept)


@given(starts(), st.data())
def test_what_was_cut_in_two_is_as_confirmed_as_before_once_joined_again(doc, data):
    doc = rows.confirm(tuple(row.id for row in doc.rows), "Ada", NOON).apply(doc)
    row = data.draw(st.sampled_from(doc.rows))
    # What is cut inside a word has a line end in it, when it is joined again.
    cut = row.sides.each(lambda side: data.draw(cuts(side).filter(lambda place: between_words(side, place))))
    parted = rows.split(row.id, cut).apply(doc)
    assert rows.join(row.id).apply(parted).row(row.id).state is row.state


def between_words(side, place):
    text = side[place[0]].text if side else ""
    return not 0 < place[1] < len(text) or " " in text[place[1] - 1 : place[1] + 1]


def test_the_words_of_one_side_are_taken_back_with_the_marks_on_what_stayed():
    for language, text in product(Language, ("aa xx cc", "aa", "", "aa bb cc dd", "yy")):
        doc = Communique((Row("r1", Bilingual((Passage("aa bb cc"),), (Passage("aa bb cc"),))),))
        doc = rows.confirm(("r1",), "Ada", NOON).apply(doc)
        whole = doc.rows[0].address(language)
        changed = writing.replace(whole, text).apply(doc)
        assert changed.rows[0].state is PairState.STALE
        assert changed.rows[0].changed_sides == (language,)
        assert rows.restore("r1", language).apply(changed).rows[0].state is PairState.CONFIRMED
