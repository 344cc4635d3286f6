import json

import pytest

TEXT = """Un nouveau pont à Orvane

17 mars 2026

« Le pont ouvre demain », a déclaré Ada Lovell, directrice du port. « Il a coûté moins que prévu », a-t-elle ajouté.
"""


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "pont-fr.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_one_text_gives_one_record_with_offsets_in_the_file(run, text):
    ran = run("recognise", text, "--lang", "fr", "--json")
    assert (ran.code, ran.err) == (0, "")
    found = json.loads(ran.out)
    assert (found["id"], found["lang"]) == ("pont-fr", "fr")
    assert found["published"]["date"] == "2026-03-17"
    assert [TEXT[quote["start"] : quote["end"]] for quote in found["quotes"]] == [
        "Le pont ouvre demain",
        "Il a coûté moins que prévu",
    ]
    assert {quote["speaker"] for quote in found["quotes"]} == {"Ada Lovell"}
    assert {"confidence", "method"} <= set(found["quotes"][0])
    assert {"date", "end_date", "time", "zone", "role", "start", "end"} <= set(found["dates"][0])


def test_several_texts_give_a_list(run, text, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Un titre\n\nUn texte.\n", encoding="utf-8")
    found = json.loads(run("recognise", text, other, "--lang=fr", "--json").out)
    assert [each["id"] for each in found] == ["pont-fr", "other"]


def test_people_known_already_are_told_apart(run, tmp_path):
    text = tmp_path / "a.txt"
    text.write_text("A title\n\n“We open tomorrow,” said Ms Lovell.\n", encoding="utf-8")
    people = tmp_path / "people.json"
    people.write_text(json.dumps([{"name": "Ada Lovell", "role": "harbour master"}]), encoding="utf-8")
    found = json.loads(run("recognise", text, "--lang=en", "--people", people, "--json").out)
    assert [quote["speaker"] for quote in found["quotes"]] == ["Ada Lovell"]


def test_people_read_it_in_lines_without_json(run, text):
    ran = run("recognise", text, "--lang", "fr")
    assert "Headline\tUn nouveau pont à Orvane\n" in ran.out
    assert "Quote\tAda Lovell\tLe pont ouvre demain\n" in ran.out
    assert "Titre\t" in run("recognise", text, "--lang", "fr", "--lang-ui", "fr").out


@pytest.mark.parametrize(
    "content",
    ["", "{", "{}", "[1]", '[{"role": "x"}]', '[{"name": ""}]', '[{"name": "A", "role": 3}]', "[" * 100_000],
)
def test_a_list_of_people_that_is_none_is_told(run, text, tmp_path, content):
    people = tmp_path / "people.json"
    people.write_text(content, encoding="utf-8")
    ran = run("recognise", text, "--lang", "fr", "--people", people, "--json")
    assert (ran.code, ran.out, len(ran.said)) == (2, "", 1)
    assert "people.json" in ran.err


def test_a_document_of_our_own_is_read_for_its_text_of_the_language(run, text, tmp_path):
    own = tmp_path / "pont.communique"
    assert run("convert", text, "-o", own, "--lang", "fr").code == 0
    ran = run("recognise", own, "--lang", "fr", "--json")
    assert (ran.code, ran.err) == (0, "")
    found = json.loads(ran.out)
    assert [quote["speaker"] for quote in found["quotes"]] == ["Ada Lovell", "Ada Lovell"]
    assert found["headline"]["text"] == "Un nouveau pont à Orvane"
    ran = run("recognise", own, "--lang", "en", "--json")
    assert (ran.code, ran.said) == (2, [f"{own}: It holds no English text."])


def test_a_page_is_read_for_its_text(run, tmp_path):
    page = tmp_path / "pont.html"
    page.write_text(f"<html lang=fr><script>let x</script><p>{TEXT}</p></html>", encoding="utf-8")
    found = json.loads(run("recognise", page, "--lang", "fr", "--json").out)
    assert {quote["speaker"] for quote in found["quotes"]} == {"Ada Lovell"}
