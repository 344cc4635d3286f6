"""Findings as plain records, as scripts read them."""

import json

from checking import NATO, release
from hypothesis import given
from hypothesis import strategies as st

from editor.checks.record import differences, record, records
from editor.checks.run import check


def of(rule, doc):
    return next(each for each in check(doc, NATO) if each.rule == rule)


def test_a_finding_names_its_place_and_its_repair_as_splices():
    doc = release(("One", "Un"), ("Two", "Il dit « oui »."))
    found = of("F02", doc)
    assert record(found, doc, "a.communique", "en", NATO.zone) == {
        "file": "a.communique",
        "rule": "F02",
        "level": "warning",
        "language": "fr",
        "row": 1,
        "passage": 0,
        "start": 8,
        "end": 9,
        "text": " ",
        "message": "A plain space stands inside « ».",
        "field": None,
        "other": None,
        "repair": {
            "label": "Put the no-break space",
            "edits": [{"language": "fr", "row": 1, "passage": 0, "start": 8, "end": 9, "text": "\u00a0"}],
        },
    }


def test_a_finding_about_a_field_has_no_place_in_the_text():
    doc = release(("One", "Un"))
    found = next(each for each in check(doc, NATO) if each.where.field == "reference")
    told = record(found, doc, "a", "fr", NATO.zone)
    assert told["field"] == "reference"
    assert (told["row"], told["language"], told["text"], told["repair"]) == (None, None, None, None)
    assert told["message"] == "Le communiqué n’a pas de référence."


def test_a_second_place_is_named_too():
    doc = release(("We saw 35 ships.", "Nous avons vu 36 navires."))
    told = record(of("X04", doc), doc, "a", "en", NATO.zone)
    assert told["text"] == "36"
    assert told["other"] == {"language": "en", "row": 0, "passage": 0, "start": 7, "end": 9, "text": "35"}


def test_moving_a_passage_is_told_as_taking_it_out_and_putting_it_in():
    text = "The ministers agreed on the plan for the region."
    doc = release(("", text))
    edits = record(of("X03", doc), doc, "a", "en", NATO.zone)["repair"]["edits"]
    assert edits == [
        {"language": "en", "row": 0, "passage": 0, "start": 0, "end": 0, "text": text},
        {"language": "fr", "row": 0, "passage": 0, "start": 0, "end": len(text), "text": ""},
    ]


def test_records_can_be_written_as_json():
    doc = release(("One «»", "Deux : 3"), ("", "Seul"))
    assert json.loads(json.dumps(records(check(doc, NATO), doc, "a", "en", NATO.zone)))


@given(st.text("abc «»", max_size=12), st.text("abc «»", max_size=12))
def test_differences_turn_one_text_into_the_other(before, after):
    text = before
    for start, end, new in reversed(differences(before, after)):
        text = text[:start] + new + text[end:]
    assert text == after
