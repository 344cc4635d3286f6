"""The example release that the editor starts on: complete, labelled by hand, and the same as its two texts."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from editor.formats import native
from editor.formats.profiles import load_profile
from editor.model.language import Language
from editor.model.passage import MarkKind
from editor.model.rows import PairState, RowKind

CHECKOUT = Path(__file__).parents[2]
FILE = CHECKOUT / "resources" / "examples" / "lake-ferry.communique"


@pytest.fixture(scope="module")
def example():
    return native.read(FILE.read_bytes(), FILE)


def made_anew():
    spec = importlib.util.spec_from_file_location("example", CHECKOUT / "packaging" / "example.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.example()


def test_the_file_is_what_its_script_makes_of_the_two_texts(example):
    assert example == made_anew()


@pytest.mark.parametrize("language", Language)
def test_nothing_of_the_texts_is_missing(example, language):
    text = FILE.with_name(f"lake-ferry.{language.value}.txt").read_text(encoding="utf-8")
    shown = [line.removeprefix("  • ") for line in text.split("\n") if line]
    assert [row.text(language) for row in example.rows] == shown


def test_every_shape_of_a_real_release_is_there(example):
    wanted = {
        RowKind.HEADLINE,
        RowKind.PARAGRAPH,
        RowKind.CAPTION,
        RowKind.SUBHEADING,
        RowKind.LIST_ITEM,
        RowKind.BOILERPLATE,
        RowKind.CONTACT,
    }
    assert {row.kind for row in example.rows} == wanted


def test_every_quote_has_its_words_in_both_languages_and_a_speaker(example):
    assert len(example.quotes) == 5
    for quote in example.quotes:
        assert all(example.wording(quote.id))
        assert example.participant(quote.speaker) is not None


def test_people_are_named_in_both_texts_and_are_a_woman_and_a_man(example):
    named = {(stretch.mark.target, stretch.language) for stretch in example.stretches(MarkKind.PERSON)}
    assert named == {(person.id, language) for person in example.participants for language in Language}
    assert len({person.gender for person in example.participants}) == 2


def test_some_rows_are_confirmed_and_some_wait(example):
    assert {row.state for row in example.rows} == {PairState.CONFIRMED, PairState.DRAFT}


def test_its_house_profile_is_bundled(example):
    assert load_profile(example.release.profile).house.name.en == "Orvane Lake Commission"


def communique(*words):
    return subprocess.run(
        (sys.executable, "-m", "editor", *map(str, words)),
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_it_has_nothing_that_keeps_it_from_being_published(tmp_path):
    copy = tmp_path / FILE.name
    copy.write_bytes(FILE.read_bytes())
    checked = communique("check", "--level", "error", copy)
    assert (checked.returncode, checked.stdout) == (0, "")
    published = communique("publish", copy, "-o", tmp_path)
    assert published.returncode == 0, published.stderr
    validated = communique("validate", *tmp_path.glob("*.xml"))
    assert validated.returncode == 0, validated.stdout


def test_importing_its_two_texts_finds_the_people_and_quotes_that_were_labelled_by_hand(example, tmp_path):
    texts = [FILE.with_name(f"lake-ferry.{language.value}.txt") for language in Language]
    out = tmp_path / "imported.communique"
    converted = communique("convert", "--en", texts[0], "--fr", texts[1], "--profile", "sample", "-o", out)
    assert converted.returncode == 0, converted.stderr
    found = native.read(out.read_bytes(), out)

    def people(doc):
        return [(person.name, person.function, person.gender) for person in doc.participants]

    def quotes(doc):
        return [(doc.participant(quote.speaker).name, doc.wording(quote.id)) for quote in doc.quotes]

    assert found.headline.each(lambda passage: passage.text) == example.headline.each(lambda passage: passage.text)
    assert people(found) == people(example)
    assert quotes(found) == quotes(example)
    assert found.release.date == example.release.date
    assert found.release.place == example.release.place
