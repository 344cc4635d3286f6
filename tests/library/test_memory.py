import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from editor.errors import Unreadable
from editor.formats import native
from editor.library.memory import LEAST, MEMORY, TranslationMemory
from editor.library.versions import Form, Versions
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.memory import Origin, Pair
from editor.model.passage import Passage
from editor.model.release import Release
from editor.model.rows import Confirmation, Row
from editor.text.similarity import read, similarity
from editor.words import say

NOON = datetime(2026, 5, 17, 12, tzinfo=UTC)
PATH, OTHER = Path("/office/ferry.communique"), Path("/office/bridge.communique")
FORM = Form(native.write, native.read, native.LIMIT)
EN, FR = Language.EN, Language.FR
FERRY = ("The ferry will run again on Monday.", "Le bac circulera à nouveau lundi.")
TICKETS = ("Tickets cost five euros. They are sold on board.", "Le billet coûte cinq euros. Il est vendu à bord.")


def release(*pairs, confirmed=True, reference="2026-1", day=date(2026, 5, 17)):
    rows = []
    for number, pair in enumerate(pairs, 1):
        sides = Bilingual(*((Passage(text),) if text else () for text in pair))
        row = Row(f"r{number}", sides)
        rows.append(replace(row, confirmation=Confirmation(row.wording, "Ada", NOON)) if confirmed else row)
    return Communique(tuple(rows), release=Release(reference=reference, date=day), counter=len(rows))


def wordings(memory):
    return {tuple(pair.wording) for pair in memory.pairs()}


def fill(memory, versions):
    """Have all taken in that was kept; answers how much that was."""
    missing = memory.missing(versions)
    for state in missing:
        memory.take_kept(versions, state)
    return len(missing)


@pytest.fixture
def memory(tmp_path):
    with closing(TranslationMemory(tmp_path / MEMORY)) as opened:
        yield opened


@pytest.fixture
def versions(tmp_path):
    with closing(Versions(tmp_path / "versions.sqlite3", FORM)) as opened:
        yield opened


def test_confirmed_rows_go_in_whole_and_by_sentence_with_their_source(memory):
    memory.take_in(release(FERRY, TICKETS), PATH)
    assert wordings(memory) == {
        FERRY,
        TICKETS,
        ("Tickets cost five euros.", "Le billet coûte cinq euros."),
        ("They are sold on board.", "Il est vendu à bord."),
    }
    (known,) = memory.matches(FERRY[0], EN)
    assert (known.percent, known.wording, known.count) == (100, Bilingual(*FERRY), 1)
    assert known.origin == Origin("2026-1", date(2026, 5, 17), "Ada", NOON)


def test_drafts_do_not_go_in_until_they_are_published(memory):
    draft = release(FERRY, ("Alone", ""), confirmed=False)
    memory.take_in(draft, PATH)
    assert wordings(memory) == set()
    memory.take_in(draft, PATH, is_published=True)
    assert wordings(memory) == {FERRY}


def test_a_row_said_anew_replaces_what_it_said_and_nothing_is_there_twice(memory):
    memory.take_in(release(FERRY, TICKETS), PATH)
    memory.take_in(release(FERRY, TICKETS), PATH)
    memory.take_in(release((FERRY[0], "Le bac reprend lundi."), TICKETS, reference="2026-2"), PATH)
    assert [known.wording.fr for known in memory.matches(FERRY[0], EN)] == ["Le bac reprend lundi."]
    assert memory.matches(TICKETS[0], EN)[0].origin.reference == "2026-2"
    memory.take_in(release((FERRY[0], "Le bac reprend lundi.")), OTHER)
    (known,) = memory.matches(FERRY[0], EN)
    assert known.count == 2


def test_a_row_at_work_again_keeps_what_it_said_and_one_that_is_gone_goes(memory):
    memory.take_in(release(FERRY, TICKETS), PATH)
    both = release(FERRY, ("Tickets cost six euros.", TICKETS[1]))
    worked = replace(both, rows=(both.rows[0], replace(both.rows[1], confirmation=None)))
    memory.take_in(worked, PATH)
    assert TICKETS in wordings(memory)
    memory.take_in(replace(worked, rows=worked.rows[:1]), PATH)
    assert wordings(memory) == {FERRY}


def test_wordings_that_differ_in_spaces_alone_are_one_pair(memory):
    memory.take_in(release(("Ferry: open", "Bac\u00a0: ouvert"), ("Ferry:  open", "Bac : ouvert")), PATH)
    assert len(wordings(memory)) == 1
    (known,) = memory.matches("Bac\u202f: ouvert", FR)
    assert known.percent == 100


def test_near_pairs_are_found_with_their_percent_the_most_alike_first(memory):
    memory.take_in(
        release(FERRY, ("The ferry will run again on Tuesday evening.", "Le bac circulera mardi soir.")), PATH
    )
    found = memory.matches("The ferry will run again on Monday evening.", EN)
    assert [known.wording.fr for known in found] == ["Le bac circulera mardi soir.", FERRY[1]]
    assert all(LEAST <= known.percent < 100 for known in found)
    assert memory.matches("The bridge over the lake is closed.", EN) == ()
    assert memory.matches(" … ", EN) == ()


def test_nothing_as_near_as_promised_is_missed(memory):
    chance = random.Random(7)  # noqa: S311 (repeatable)
    vocabulary = [f"{a}{b}" for a in ("fer", "pon", "été", "har", "lun", "quay") for b in ("ry", "té", "bour", "", "x")]
    texts = [" ".join(chance.choices(vocabulary, k=chance.randint(3, 14))) for _ in range(300)]
    memory.take_in(release(*((text, f"fr {text}") for text in texts)), PATH)
    for text in chance.sample(texts, 40):
        words = text.split()
        words[chance.randrange(len(words))] = "changed"
        sought = " ".join(words)
        near = {other for other in texts if similarity(read(sought, EN), read(other, EN)) >= LEAST}
        assert {known.wording.en for known in memory.matches(sought, EN, most=300)} == near


@pytest.mark.parametrize(
    "words", ["circulera a nouveau", "À NOUVEAU", "run again", "AGAIN on mon", "circulera", "lundi bac"]
)
def test_words_are_found_in_either_language_whatever_their_case_and_accents(memory, words):
    memory.take_in(release(FERRY, TICKETS), PATH)
    assert [known.wording for known in memory.concordance(words)] == [Bilingual(*FERRY)]


def test_a_word_that_is_only_being_begun_is_left_out_and_one_begun_alone_finds_what_it_is(memory):
    memory.take_in(release(FERRY, TICKETS), PATH)
    assert [known.wording for known in memory.concordance("run again o")] == [Bilingual(*FERRY)]
    assert memory.concordance("ru") == ()
    assert [known.wording for known in memory.concordance("circ")] == [Bilingual(*FERRY)]


def test_a_paragraph_whose_sentences_say_the_same_is_not_found_beside_them(memory):
    memory.take_in(release(TICKETS), PATH)
    assert [known.wording.en for known in memory.concordance("tickets cost")] == ["Tickets cost five euros."]


@pytest.mark.parametrize("words", ["", " ", "…", '"', "*", "NOT", "english : x", "a AND", "(", "-"])
def test_what_is_typed_is_never_a_command_to_the_search(memory, words):
    memory.take_in(release(FERRY), PATH)
    assert memory.concordance(words) == ()


def test_it_fills_itself_from_the_versions_kept(memory, versions):
    versions.keep(release(FERRY, confirmed=False), PATH, "Ada", NOON, published=1)
    versions.keep(release((FERRY[0], ""), TICKETS), PATH, "Ada", NOON + timedelta(hours=1))
    versions.keep(release(("Bridge", "Pont"), reference="2026-9"), OTHER, "Ada", NOON + timedelta(hours=2))
    (other,) = memory.missing(versions, OTHER)
    memory.take_kept(versions, other)
    assert wordings(memory) == {("Bridge", "Pont")}
    assert memory.missing(versions, PATH) == memory.missing(versions)
    assert fill(memory, versions) == 2
    assert {FERRY, TICKETS, ("Bridge", "Pont")} <= wordings(memory)
    assert fill(memory, versions) == 0


def test_a_state_never_takes_the_place_of_a_later_one(memory, versions):
    versions.keep(release(FERRY), PATH, "Ada", NOON, published=1)
    (earlier,) = memory.missing(versions)
    versions.keep(release((FERRY[0], "Le bac reprend lundi.")), PATH, "Ada", NOON + timedelta(hours=1))
    fill(memory, versions)
    memory.take_kept(versions, earlier)
    assert wordings(memory) == {(FERRY[0], "Le bac reprend lundi.")}
    memory.forget(versions)
    memory.take_kept(versions, earlier)
    assert wordings(memory) == set()


def test_a_version_that_cannot_be_read_is_passed_over_and_takes_nothing_away(memory, versions, tmp_path):
    versions.keep(release(FERRY), PATH, "Ada", NOON)
    fill(memory, versions)
    versions.keep(release(TICKETS), PATH, "Ada", NOON + timedelta(hours=1))
    with closing(sqlite3.connect(tmp_path / "versions.sqlite3")) as database:
        database.execute("UPDATE versions SET data = x'00' WHERE id = 2")
        database.commit()
    assert fill(memory, versions) == 1
    assert fill(memory, versions) == 0
    assert wordings(memory) == {FERRY}


def test_what_is_forgotten_is_not_taken_in_again_and_leaves_no_trace(memory, versions, tmp_path):
    versions.keep(release(FERRY), PATH, "Ada", NOON)
    fill(memory, versions)
    memory.take_pairs([Pair(Bilingual("Bridge", "Pont"))], Path("old.tmx"))
    memory.forget(versions)
    assert (wordings(memory), memory.count, fill(memory, versions)) == (set(), 0, 0)
    assert memory.concordance("bridge") == memory.matches("Bridge", EN) == ()
    memory.close()
    assert b"circulera" not in (tmp_path / MEMORY).read_bytes()
    with closing(TranslationMemory(tmp_path / MEMORY)) as again:
        assert again.notes == ()
        versions.keep(release(FERRY, TICKETS), PATH, "Ada", NOON + timedelta(hours=1))
        fill(again, versions)
        assert FERRY in wordings(again)


def test_pairs_of_a_file_replace_those_it_gave_before_and_come_all_or_not_at_all(memory):
    file = Path("/office/old.tmx")
    told = Origin("2019-4", date(2019, 3, 1), "Ben", NOON)
    assert memory.take_pairs([Pair(Bilingual(*FERRY), told), Pair(Bilingual("Bridge", "Pont"))], file) == 2
    assert memory.matches("Bridge", EN)[0].origin == Origin("old")
    assert memory.take_pairs([Pair(Bilingual(*FERRY), told)], file) == -1
    assert [pair.origin for pair in memory.pairs()] == [told]

    def broken():
        yield Pair(Bilingual("Half", "Demi"))
        raise Unreadable(file, say("It is cut short."))

    with pytest.raises(Unreadable):
        memory.take_pairs(broken(), file)
    assert wordings(memory) == {FERRY}


def test_a_damaged_memory_is_set_aside_with_a_sentence_and_filled_again(versions, tmp_path):
    versions.keep(release(FERRY, TICKETS), PATH, "Ada", NOON)
    with closing(TranslationMemory(tmp_path / MEMORY)) as memory:
        fill(memory, versions)
        memory.take_pairs([Pair(Bilingual("Bridge", "Pont"))], Path("old.tmx"))
    raw = bytearray((tmp_path / MEMORY).read_bytes())
    raw[100:4096] = bytes(3996)
    (tmp_path / MEMORY).write_bytes(raw)
    with closing(TranslationMemory(tmp_path / MEMORY)) as memory:
        (note,) = memory.notes
        assert "damaged" in note.english()
        fill(memory, versions)
        assert {FERRY, TICKETS} <= wordings(memory)


def test_a_damaged_index_of_words_is_made_anew(memory, tmp_path):
    memory.take_in(release(FERRY, TICKETS), PATH)

    def damage(where):
        with closing(sqlite3.connect(tmp_path / MEMORY)) as database:
            database.execute(f"UPDATE words_data SET block = x'ff00ff' WHERE {where}")  # noqa: S608 (our own words)
            database.commit()

    damage("id > 10")  # the words
    assert [known.wording for known in memory.concordance("again on")] == [Bilingual(*FERRY)]
    damage("id = 10")  # where they stand
    with pytest.raises(Unreadable):
        memory.take_in(release(TICKETS), PATH)
    memory.take_in(release(TICKETS), PATH)
    assert FERRY not in wordings(memory)
    assert memory.concordance("again on") == ()


@pytest.mark.parametrize("page", range(1, 40, 3))
def test_wherever_a_page_is_damaged_what_was_kept_is_found_again(versions, tmp_path, page):
    pairs = [(f"Sentence {number} about {name}.", f"Phrase {number} sur {name}.") for number, name in enumerate(
        ("ferries", "bridges", "harbours", "lakes", "quays") * 60)]  # fmt: skip
    versions.keep(release(*pairs), PATH, "Ada", NOON)
    with closing(TranslationMemory(tmp_path / MEMORY)) as memory:
        fill(memory, versions)
    with (tmp_path / MEMORY).open("r+b") as file:
        file.seek(min(page * 4096, (tmp_path / MEMORY).stat().st_size - 4096))
        file.write(b"\xa5" * 4096)
    with closing(TranslationMemory(tmp_path / MEMORY)) as memory:
        fill(memory, versions)
        assert [known.wording for known in memory.matches(pairs[7][0], EN, least=100)] == [Bilingual(*pairs[7])]
        assert memory.concordance("harbours")
