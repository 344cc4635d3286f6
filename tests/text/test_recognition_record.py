"""The record of one recognised text."""

import json

from editor.model.language import Language
from editor.text.recognition import recognise
from editor.text.recognition_record import record, split_paragraphs

TEXT = (
    "Le conseil ouvre les routes\n\nOslo, le 12 mai 2021\n\n"
    "« La route est ouverte », a déclaré Mme Anne Bel, ministre de la Norvège.\n\n"
    "M. Paul Roy a dit : « Nous partons.\n\nEt nous reviendrons. »\n"
)


def made() -> dict[str, object]:
    paragraphs, _ = split_paragraphs(TEXT)
    return record(recognise(paragraphs, Language.FR), TEXT, "routes-fr", Language.FR)


def test_offsets_count_from_the_start_of_the_file() -> None:
    found = made()
    quotes = found["quotes"]
    assert isinstance(quotes, list)
    assert [quote["text"] for quote in quotes] == ["La route est ouverte", "Nous partons.\n\nEt nous reviendrons."]
    for quote in quotes:
        assert TEXT[quote["start"] : quote["end"]] == quote["text"]
        start, end = quote["attribution_span"]
        assert TEXT[start:end] == quote["attribution"]


def test_the_record_is_plain_json_with_every_key() -> None:
    found = json.loads(json.dumps(made()))
    assert found["id"] == "routes-fr"
    assert found["n_paragraphs"] == 5
    assert found["published"]["date"] == "2021-05-12"
    assert found["dateline"]["place"] == "Oslo"
    assert found["participants"][0]["name"] == "Anne Bel"
    assert found["participants"][0]["country"] == "Norvège"
    assert {"headline", "updated", "non_quotes", "captions", "sections", "dates", "kinds"} <= set(found)
    assert {"confidence", "method", "shape", "verb"} <= set(found["quotes"][0])


def test_empty_lines_and_carriage_returns_are_no_paragraphs() -> None:
    assert split_paragraphs("a\r\n\r\n \u00a0\nb") == (("a", "b"), (0, 8))
