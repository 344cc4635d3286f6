import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.formats.profiles import load_profile
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.people import Participant
from editor.model.release import Release
from editor.model.rows import Row
from editor.text.spelling import Spelling, doubted_words, known_words, variants_of, words_of

EN, FR = Language.EN, Language.FR


@pytest.fixture(scope="module")
def spelling():
    speller = Spelling(Bilingual("en-GB", "fr-FR"))
    speller.load()
    if speller.complaint is not None:
        pytest.skip(speller.complaint.english())
    return speller


def misspelt(spelling, text, language):
    return [text[start:end] for start, end in spelling.misspelt(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "L’Allemagne et l'Italie, d’Allemagne, qu’Allemagne, jusqu’à, lorsqu'il, quelqu’un",
        "aujourd’hui presqu’île prud’homme c’est-à-dire peut-être",
        "a-t-il ajouté, dit-elle, est-ce, allez-vous, va-t-en, elle-même",
        "franco-allemand vice-président arc-en-ciel contre-torpilleur",
        "prêt\u00a0: «\u00a0oui\u00a0»\u202f; non\u202f! vraiment\u202f?",
        "le 3e, le 1er, l’OSCE et la KFOR, les ONG",
        "écrire à presse@office.example.int ou voir https://www.office.int/xyzt et office.int",
        "cœur œuvre État Élysée",
        "e\u0301tat",
    ],
)
def test_right_french_is_left_alone(spelling, text):
    assert misspelt(spelling, text, FR) == []


@pytest.mark.parametrize(
    "text",
    [
        "the office’s, the Allies’ and the allies' boats, don’t, it's",
        "long-standing co-operate well-known anti-submarine re-elected",
        "NGOs and the EU’s KFOR, 3rd, B2B",
        "naïve café",
        "see www.office.int/pages or press@office.int",
    ],
)
def test_right_english_is_left_alone(spelling, text):
    assert misspelt(spelling, text, EN) == []


@pytest.mark.parametrize(
    ("text", "language", "wrong"),
    [
        ("We recieve the adress.", EN, ["recieve", "adress"]),
        ("Nous recevons l’adrese\u00a0; coeur", FR, ["l’adrese", "coeur"]),
        ("un\u00a0mott\u202ffaux", FR, ["mott"]),
        ("a-t-ill dit", FR, ["a-t-ill"]),
        ("a well-knwon fact", EN, ["well-knwon"]),
        ("😀 wrogn", EN, ["wrogn"]),
        ("Accommodation for LIGHTHUOSE KEEPERS", EN, ["LIGHTHUOSE"]),
    ],
)
def test_what_is_wrong_is_told_with_its_place(spelling, text, language, wrong):
    assert misspelt(spelling, text, language) == wrong


def test_words_are_parted_at_spaces_of_every_width_and_kept_whole_at_apostrophes():
    text = "l’État\u00a0a-t-il\u202fdit\u2009oui\u2028non 12 x b2b"
    assert [word for _, word in words_of(text)] == ["l’État", "a-t-il", "dit", "oui", "non"]


@given(st.text(st.sampled_from("aé’'-\u00a0 .@1œ\u0301😀\u2028_/"), max_size=40))
def test_every_word_stands_where_it_is_said_to_stand(text):
    for start, word in words_of(text):
        assert text[start : start + len(word)] == word
        assert len(word) > 1


@pytest.mark.parametrize("endless", ["a-" * 50_000 + "1", "a" * 100_000, "a." * 50_000, "a@" * 50_000, "-" * 100_000])
def test_what_is_endless_is_no_word(endless):
    assert list(words_of(f"one {endless} two")) == [(0, "one"), (len(endless) + 5, "two")]


def test_names_acronyms_and_known_words_are_right_in_their_forms(spelling):
    person = Participant("p1", Bilingual("Zdenka Vrbć", "Zdenka Vrbć"), aliases=("Zdenkica",))
    release = Release(known_words=Bilingual(("harbourwide",), ("portuairement",)))
    words = known_words(Communique(participants=(person,), release=release), load_profile("nato"))
    speller = Spelling(Bilingual("en-GB", "fr-FR"), words)
    assert misspelt(speller, "Zdenka Vrbć’s harbourwide NATO-Zdenkica plan", EN) == []
    assert misspelt(speller, "l’OTAN, Zdenka Vrbć, portuairement, l’Otan-Vrbć", FR) == []
    assert misspelt(speller, "harbourwide", FR) == ["harbourwide"]
    assert misspelt(speller, "harbourwyde", EN) == ["harbourwyde"]


def test_an_organisation_may_have_a_name_of_its_own_and_any_that_the_office_has(spelling):
    person = Participant("p1", organisation=Bilingual("Sonavelk Institute", "Institut Thallès-Sonavelk"))
    doc = Communique(participants=(person,))
    speller = Spelling(Bilingual("en-GB", "fr-FR"))
    speller.know(known_words(doc, load_profile("nato")), doubted_words(doc))
    assert misspelt(speller, "the Sonavelk Institute", EN) == []
    assert misspelt(speller, "l’Institut Thallès-Sonavelk", FR) == ["Thallès-Sonavelk"]
    office = Bilingual(frozenset(), frozenset({"Institut Thallès-Sonavelk"}))
    speller.know(known_words(doc, load_profile("nato"), office), doubted_words(doc))
    assert misspelt(speller, "l’Institut Thallès-Sonavelk", FR) == []


def test_a_name_that_both_languages_have_is_right(spelling):
    row = Row(
        "r1", Bilingual((Passage("Qwyjibo’s plan for Port Zelvane"),), (Passage("Le plan de l’Qwyjibo zelvane"),))
    )
    words = known_words(Communique((row,)), load_profile("nato"))
    speller = Spelling(Bilingual("en-GB", "fr-FR"), words)
    assert misspelt(speller, "Qwyjibo’s Zelvane", EN) == ["Zelvane"]
    assert misspelt(speller, "d’Qwyjibo zelvane", FR) == ["zelvane"]


@pytest.mark.parametrize(
    "text", ["Zelta Inc. opened", "tel: +32 2 707", "follow lac.example.org/zqx and zqx.com/zqx_fr"]
)
def test_what_is_cut_short_and_addresses_are_no_words(spelling, text):
    assert misspelt(spelling, text.replace("Zelta", "The"), EN) == []


def test_words_that_become_known_are_right_at_once_and_wrong_again_when_forgotten(spelling):
    speller = Spelling(Bilingual("en-GB", "fr-FR"))
    assert misspelt(speller, "Qwyjibo", EN) == ["Qwyjibo"]
    speller.know(Bilingual(frozenset({"Qwyjibo"}), frozenset()))
    assert misspelt(speller, "Qwyjibo and Qwyjibo’s", EN) == []
    speller.know(Bilingual(frozenset(), frozenset()))
    assert misspelt(speller, "Qwyjibo", EN) == ["Qwyjibo"]


def test_suggestions_keep_the_elision_and_the_curly_apostrophe(spelling):
    assert "receive" in spelling.suggest("recieve", EN)
    assert "l’adresse" in spelling.suggest("l’adrese", FR)
    assert len(spelling.suggest("l’adrese", FR)) <= 8


def test_a_variant_nobody_has_falls_back_to_the_language(spelling):
    speller = Spelling(Bilingual("en-ZZ", "fr-ZZ"))
    assert misspelt(speller, "recieve", EN) == ["recieve"]
    assert misspelt(speller, "adrese", FR) == ["adrese"]
    assert speller.complaint is None


def test_without_enchant_nothing_is_wrong_and_it_is_said(monkeypatch):
    monkeypatch.setitem(sys.modules, "enchant", None)
    speller = Spelling(Bilingual("en-GB", "fr-FR"))
    assert speller.misspelt("recieve", EN) == ()
    assert speller.suggest("recieve", EN) == ()
    assert "Enchant" in speller.complaint.english()


def test_several_threads_may_ask_at_once(spelling):
    speller = Spelling(Bilingual("en-GB", "fr-FR"))
    answers = []

    def ask():
        answers.append(misspelt(speller, "We recieve the adress of l’adrese", EN))
        speller.suggest("recieve", EN)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({tuple(answer) for answer in answers}) == 1


def test_the_variants_of_a_release_go_before_those_of_its_house():
    profile = load_profile("nato")
    own = Communique(release=Release(variants=Bilingual("en-US", "")))
    assert variants_of(own, profile) == Bilingual("en-US", profile.variants.fr)


def test_a_library_that_is_not_where_it_should_be_is_told_and_stops_nothing():
    code = (
        "from editor.text.spelling import Spelling\n"
        "from editor.model.language import Bilingual, Language\n"
        "spelling = Spelling(Bilingual('en-GB', 'fr-FR'))\n"
        "assert spelling.misspelt('recieve', Language.EN) == ()\n"
        "print(spelling.complaint.english())\n"
    )
    broken = {**os.environ, "PYENCHANT_LIBRARY_PATH": __file__ + ".missing"}
    ran = subprocess.run([sys.executable, "-c", code], env=broken, capture_output=True, text=True, check=False)
    said = "Spelling is not checked: Enchant is not installed. "
    assert ran.stdout.startswith(said)
    # The one command that mends it, or what to do where no installer is known.
    assert re.search("To have it: .*install.* .*enchant|Installing Communiqué anew", ran.stdout.removeprefix(said))
    broken["PYENCHANT_LIBRARY_PATH"] = __file__
    ran = subprocess.run([sys.executable, "-c", code], env=broken, capture_output=True, text=True, check=False)
    said = "Spelling is not checked: Enchant is not installed. "
    assert ran.stdout.startswith(said)
    # The one command that mends it, or what to do where no installer is known.
    assert re.search("To have it: .*install.* .*enchant|Installing Communiqué anew", ran.stdout.removeprefix(said))


def test_dictionaries_that_the_program_carries_are_found(tmp_path):
    checkout = Path(__file__).parents[2]
    for folder in ("editor", "resources"):
        shutil.copytree(checkout / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    carried = tmp_path / "editor" / "dictionaries" / "hunspell"
    carried.mkdir(parents=True)
    (carried / "fr_ZZ.aff").write_text("SET UTF-8\n", encoding="utf-8")
    (carried / "fr_ZZ.dic").write_text("1\norvanais\n", encoding="utf-8")
    code = (
        "from editor.text.spelling import Spelling, installed_variants\n"
        "from editor.model.language import Bilingual, Language\n"
        "spelling = Spelling(Bilingual('en-GB', 'fr-ZZ'))\n"
        "text = 'orvanais maison'\n"
        "spelling.load()\n"
        "print(spelling.complaint is None, [text[a:b] for a, b in spelling.misspelt(text, Language.FR)])\n"
        "print('fr-ZZ' in installed_variants())\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    if ran.stdout.startswith("False"):
        pytest.skip("Enchant or its English dictionary is not installed here")
    assert ran.stdout.splitlines() == ["True ['maison']", "True"]


@pytest.mark.parametrize("text", ["the EBITDAR of the group", "EBITDAR(1) of $2", "Nº 81"])
def test_capitals_amid_small_letters_stand_for_words(spelling, text):
    assert misspelt(spelling, text, EN) == []


def test_a_name_with_a_capital_inside_is_shared(spelling):
    row = Row("r1", Bilingual((Passage("the qPhone"),), (Passage("l’qPhone"),)))
    words = known_words(Communique((row,)), load_profile("nato"))
    assert misspelt(Spelling(Bilingual("en-GB", "fr-FR"), words), "l’qPhone", FR) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "The longstanding grassroots roundtable on cyberattacks and biofuels met in Kharkiv and Dili."),
        (EN, "New Brunswickers met Kosovars."),
        (FR, "La carboneutralité et la biénergie à Louhansk, chez les Néo-Brunswickois et les Vanuatais."),
        (FR, "La communauté haïtiano-canadienne."),
    ],
)
def test_words_that_no_dictionary_has_and_everybody_writes_are_right(spelling, language, text):
    spelling.know(known_words(Communique(), load_profile("nato")))
    assert misspelt(spelling, text, language) == []


def test_a_known_name_is_not_right_in_small_letters(spelling):
    spelling.know(Bilingual(frozenset({"Kelahear", "Ki-moon"}), frozenset()))
    assert misspelt(spelling, "Ms Kelahear and kelahear, KELAHEAR, KI-MOON", EN) == ["kelahear"]


def test_small_words_inside_a_name_that_both_languages_share_are_right(spelling):
    sides = Bilingual(
        (Passage("the Organisation internationale de la Francophonie, and St. John’s too"),),
        (Passage("l’Organisation internationale de la Francophonie et St. John’s aussi"),),
    )
    spelling.know(known_words(Communique((Row("r1", sides),)), load_profile("nato")))
    assert misspelt(spelling, sides.en[0].text, EN) == misspelt(spelling, sides.fr[0].text, FR) == []
