import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from damage import damaged, opened
from generated import TRICKY, communiques
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.errors import Unreadable
from editor.formats import native
from editor.model.address import Address, Part
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant, Quote
from editor.model.pictures import Picture
from editor.model.refusals import Refusal
from editor.model.rows import Proposal, Row, RowKind

PATH = Path("release.communique")
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\x85\u2029\ufffc"), max_size=20)
ANY_TEXT = ANY_TEXT.map(lambda text: Passage(text).text if _fits(text) else "")


def _fits(text):
    try:
        Passage(text)
    except ValueError:
        return False
    return True


def read(raw):
    return native.read(raw, PATH)


def fault(raw):
    with pytest.raises(Unreadable) as caught:
        read(raw)
    sentence = caught.value.sentence
    assert "\n" not in sentence.told("en")
    assert str(PATH) in sentence.told("fr")
    return caught.value.reason.english()


def sample():
    """Return a communiqué with something in every part."""
    passage = Passage("« Nous agirons », a dit Mme Oriel.", (Mark(2, 14, MarkKind.QUOTE, "q1"),))
    row = Row("r1", Bilingual((Passage("“We will act,” said Ms Oriel."),), (passage,)), RowKind.PARAGRAPH)
    person = Participant("p1", Bilingual("Ada Oriel", "Ada Oriel"), (Bilingual("Chair", "présidente"),))
    return Communique((row,), (person,), (Quote("q1", "p1"),), counter=9)


def changed(*path_and_value):
    """Return the sample's bytes with one value in its JSON exchanged."""
    *path, value = path_and_value
    whole = json.loads(native.write(sample()))
    inner = whole
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return json.dumps(whole).encode()


@given(communiques())
def test_what_is_saved_opens_equal(doc):
    assert read(native.write(doc)) == doc


@given(communiques(text=ANY_TEXT, max_rows=2))
def test_any_character_a_passage_may_hold_survives(doc):
    assert read(native.write(doc)) == doc


@given(communiques())
def test_saving_what_was_opened_gives_the_same_bytes(doc):
    raw = native.write(doc)
    assert native.write(read(raw)) == raw
    assert raw.endswith(b"}\n")


@given(communiques(max_rows=2))
def test_the_file_holds_no_character_that_editors_hide(doc):
    text = native.write(doc).decode()
    assert not set(text) & set("\u00a0\u202f\u2009\u2028\t\u200d\ufe0f\r\ufeff")
    assert all(ord(letter) >= 32 or letter == "\n" for letter in text)


def test_accents_and_emoji_stay_readable_and_no_break_spaces_are_seen():
    doc = Communique((Row("r1", Bilingual((), (Passage("« Été »\u202f! 😀", ()),))),))
    assert b'{"text": "\xc2\xab\\u00a0' not in native.write(doc)
    assert "« Été »\\u202f! 😀".encode() in native.write(doc)
    assert read(native.write(doc)) == doc


def test_editors_that_add_a_mark_of_order_or_change_line_ends_do_no_harm():
    raw = native.write(sample())
    assert read(b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n")) == sample()


def test_a_change_of_one_passage_changes_one_line():
    doc = sample()
    row = doc.rows[0].having(Language.EN, (Passage("“We shall act,” said Ms Oriel."),))
    before, after = (native.write(each).decode().splitlines() for each in (doc, doc.having_row(row)))
    assert len(before) == len(after)
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


def test_the_empty_communique_opens_equal():
    assert read(native.write(Communique())) == Communique()


def test_a_name_with_half_a_character_is_saved_and_opens():
    doc = replace(sample(), participants=(Participant("p1", Bilingual("A\udce9", "A")),))
    assert read(native.write(doc)).participants[0].name.en == "A\ufffd"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "not a communiqué"),
        (b"   ", "not a communiqué"),
        (b"A text about nothing.", "not a communiqué"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "not a communiqué"),
        (b"PK\x03\x04\x00\x00", "not a communiqué"),
        (b"\x00" * 100, "not a communiqué"),
        (b"{}", "not a communiqué"),
        (b"[]", "not a communiqué"),
        (b'{"format": 1}', "not a communiqué"),
        (b'{"format": {"name": "other", "version": 1}}', "not a communiqué"),
        (b'{"format": {"name": "communique"}}', "format: “version” is missing here."),
        (b'{"format": {"name": "communique", "version": "1"}}', "format.version: A whole number"),
        (b'{"format": {"name": "communique", "version": 1}}', "“release” is missing here|“rows” is missing here"),
        (b'{"a":' + b"[" * 100_000, "nested too deeply"),
        (b'{"a":' * 100_000, "nested too deeply|cut short"),
        (native.write(sample())[:-40], "The file was cut short"),
        (native.write(sample())[:-2], "The file was cut short"),
        (native.write(sample()).replace(b'"kind"', b'"kind', 1), "The file is damaged here"),
    ],
)
def test_what_is_no_whole_file_is_told(raw, words):
    reason = fault(raw)
    assert any(part in reason for part in words.split("|")), reason


def test_a_newer_version_is_told_whatever_it_holds():
    raw = b'{"format": {"name": "communique", "version": 99, "since": 2031}, "new": {"a": NULL}}'.replace(b"NULL", b"1")
    assert fault(raw) == "A newer Communiqué wrote this file (version 99 of the format)."


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("rows", 3), "rows: A list is wanted."),
        (("rows", 0, "fr", 0, "marks", 0, "end", 99), "rows[0].fr[0].marks[0]: The mark lies outside its text of 34"),
        (("rows", 0, "fr", 0, "marks", 0, "start", 14), "rows[0].fr[0].marks[0]: The mark lies outside"),
        (("rows", 0, "fr", 0, "marks", 0, "start", -1), "rows[0].fr[0].marks[0].start: A whole number from 0 on"),
        (("rows", 0, "fr", 0, "marks", 0, "start", True), "rows[0].fr[0].marks[0].start: A whole number"),
        (("rows", 0, "fr", 0, "marks", 0, "start", 2.0), "rows[0].fr[0].marks[0].start: A whole number"),
        (("rows", 0, "fr", 0, "marks", 0, "kind", "blink"), "rows[0].fr[0].marks[0].kind: “blink” is not one of quote"),
        (("rows", 0, "kind", "poem"), "rows[0].kind: “poem” is not one of headline"),
        (("rows", 0, "colour", "red"), "rows[0]: “colour” is not known here."),
        (("rows", 0, "id", ""), "rows[0].id: An id is wanted."),
        (("rows", 0, "en", 0, "text", "a\nb"), "rows[0].en[0].text: The text holds a line end"),
        (("rows", 0, "en", 0, "text", "a\ud800"), "rows[0].en[0].text: The text holds half a character."),
        (("rows", 0, "en", 0, "text", None), "rows[0].en[0].text: A text in quotation marks is wanted."),
        (("rows", 0, "on_purpose", 1), "rows[0].on_purpose: true or false is wanted."),
        (("participants", 0, "gender", "x"), "participants[0].gender: “x” is not one of m, f."),
        (("participants", 0, "name", {"en": "A"}), "participants[0].name: “fr” is missing here."),
        (("participants", 0, "name", []), "participants[0].name: A table in braces is wanted."),
        (("release", "date", "31 May"), "release.date: A date like 2021-05-17 is wanted."),
        (("release", "date", "2021-02-30"), "release.date: A date like"),
        (("release", "updated", "2021-05-18T13:52:00"), "release.updated: A date and time with its zone"),
        (("release", "updated", "9999-12-31T23:59:00-12:00"), "release.updated: A date and time with its zone"),
        (("release", "embargo", "0001-01-01T00:00:00+00:00"), "release.embargo: A date and time with its zone"),
        (("release", "embargo", "soon"), "release.embargo: A date and time with its zone"),
        (("counter", 10**99), "counter: A whole number"),
        (("counter", float("nan")), "“NaN” is not a number."),
        (("extra", 1), "“extra” is not known here."),
        (("format", {"name": "communique", "version": 1, "by": "me"}), "format: “by” is not known here."),
    ],
)
def test_what_is_wrong_inside_is_told_with_its_place(change, words):
    assert words in fault(changed(*change))


def test_a_number_of_thousands_of_digits_is_told():
    raw = native.write(sample()).replace(b'"counter": 9', b'"counter": ' + b"9" * 5000)
    assert "counter: A whole number" in fault(raw)


def test_an_id_that_is_there_twice_is_told():
    row = json.loads(native.write(sample()))["rows"][0]
    assert fault(changed("rows", [row, row])) == "rows[1].id: This id is taken already."


def test_a_name_that_is_there_twice_is_told_with_its_place():
    raw = native.write(sample()).replace(b'"kind": "paragraph"', b'"kind": "paragraph", "kind": "caption"')
    assert fault(raw) == "rows[0]: “kind” stands here twice."


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(communiques(max_rows=3), st.integers(0, 2**32))
def test_a_damaged_file_is_a_sentence_or_a_whole_communique(doc, seed):
    chance = random.Random(seed)  # noqa: S311 (repeatable damage, no secrets)
    raw = native.write(doc)
    for _ in range(20):
        found = opened(damaged(raw, chance))
        assert found is None or opened(native.write(found)) == found


def test_every_tricky_character_survives_as_text_of_every_field():
    doc = Communique((Row("r1", Bilingual((Passage(TRICKY),), (Passage(TRICKY),))),))
    doc = replace(doc, participants=(Participant("p1", Bilingual(TRICKY, TRICKY), aliases=(TRICKY,)),))
    assert read(native.write(doc)) == doc


def test_a_file_of_version_1_with_something_in_every_field_still_opens():
    path = Path(__file__).with_name("version-1.communique")
    doc = native.read(path.read_bytes(), path)
    assert native.write(doc).replace(b'"version": 2}', b'"version": 1}') == path.read_bytes()
    assert {row.kind for row in doc.rows} == set(RowKind)
    kinds = {mark.kind for row in doc.rows for passage in row[Language.FR] for mark in passage.marks}
    assert kinds == set(MarkKind) - {MarkKind.COMMENT}
    assert doc.participants[0].gender
    assert doc.quotes[0].sign_off
    assert doc.pictures[0].fingerprint
    assert doc.rows[3].confirmation
    assert doc.release.publications[0].embargo
    assert doc.release.known_words.en == ("Vega",)
    assert doc.foreign


def test_a_file_of_version_2_with_something_in_every_field_still_opens():
    path = Path(__file__).with_name("version-2.communique")
    doc = native.read(path.read_bytes(), path)
    assert native.write(doc) == path.read_bytes()
    assert [row.certainty for row in doc.rows if row.certainty is not None] == [0.75]
    assert [row.comments for row in doc.rows if row.comments] == [("c42",)]
    assert doc.rows[0].proposal == Proposal(Language.FR, doc.rows[0].text(Language.FR), 84)
    assert doc.comments[0].replies
    assert doc.comments[1].is_resolved
    assert [stretch.mark.target for stretch in doc.stretches(MarkKind.COMMENT)] == ["c41"]
    assert doc.rejected == (Bilingual("The quay.", "La digue."),)
    assert [each.where.field for each in doc.dismissals] == ["", "note.fr"]
    assert doc.dismissals[0].where == doc.row("r1").address(Language.FR, 0, 3, 7)
    assert doc.refused == (Refusal(MarkKind.QUOTE, "open quay"), Refusal(MarkKind.PERSON, "Port Vega"))
    assert doc.emptied == (
        Address(Part.RELEASE, field="embargo"),
        Address(Part.PARTICIPANT, "p1", field="country"),
    )
    assert doc.review.number == 2
    assert doc.review.of("r1") == Bilingual("The quay.", "Le quai\u00a0!")


@pytest.mark.parametrize("wrong", [-0.1, 1.5, True, "1"])
def test_a_certainty_is_a_share(wrong):
    assert "rows[0].certainty: A number from 0 to 1 is wanted." in fault(changed("rows", 0, "certainty", wrong))


@pytest.mark.parametrize("uses", [("web", "web"), ("thumbnail", "web")])
def test_files_of_a_picture_stand_each_once_in_the_order_of_their_uses(uses):
    whole = json.loads(native.write(Communique(pictures=(Picture("i1", "a.jpg"),), counter=1)))
    whole["pictures"][0]["renditions"] = [{"use": use, "file": "b.jpg"} for use in uses]
    told = fault(json.dumps(whole).encode())
    assert told == "pictures[0].renditions[1].use: The uses are wanted each once, in their order."
