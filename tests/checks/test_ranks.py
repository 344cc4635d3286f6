"""Military ranks on both sides, by nation and service."""

import pytest
from checking import PLAIN, findings, release, repaired, row, words

from editor.model.language import Bilingual, Language
from editor.model.people import Gender, Participant
from editor.text.lexicon import table
from editor.text.ranks import find_ranks


def pair(english, french):
    return row(f"The talks were led by {english} on Friday.", f"Les entretiens ont été menés par {french} vendredi.")


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("Lieutenant General Ann Orr", "le général de corps d’armée Ann Orr"),
        ("Lt. Gen. Ann Orr", "le général Orr"),
        ("General Ann Orr", "la générale Ann Orr"),
        ("General Ann Orr", "le général d’armée aérienne Ann Orr"),
        ("Major General Ann Orr", "la générale de division Orr"),
        ("Brigadier Tom Vale", "le général de brigade Tom Vale"),
        ("Canadian Lieutenant-General Ann Orr", "la lieutenante-générale canadienne Ann Orr"),
        ("Lieutenant-General Ann Orr", "le lieutenant-général Ann Orr"),
        ("Belgian Major General Tom Vale", "le général-major belge Tom Vale"),
        ("Air Chief Marshal Tom Vale", "le général d’armée aérienne Tom Vale"),
        ("Air Marshal Tom Vale", "le général Vale"),
        ("Vice Admiral Tom Vale", "le vice-amiral d’escadre Tom Vale"),
        ("Vice Adm. Tom Vale", "l’amiral Vale"),
        ("Rear Admiral Tom Vale", "le contre-amiral Tom Vale"),
        ("Captain Tom Vale", "le capitaine de vaisseau Tom Vale"),
        ("Captain Tom Vale", "le capitaine Tom Vale"),
        ("Lt Col Tom Vale", "le lieutenant-colonel Tom Vale"),
        ("Colonel Vale", "le lieutenant-colonel Tom Vale"),
        ("Commander Tom Vale", "le commandant Tom Vale"),
        ("Lieutenant Commander Tom Vale", "le capitaine de corvette Tom Vale"),
        ("Major Tom Vale", "le major Tom Vale"),
        ("Master Sergeant Tom Vale", "l’adjudant-chef Tom Vale"),
        ("Attorney General Tom Vale", "le procureur général Tom Vale"),
        ("Secretary General Ann Orr", "la secrétaire générale Ann Orr"),
        ("Lieutenant General Ann Orr", "le général de division Tom Vale"),
        ("Ann Orr", "le général Orr"),
        ("Lieutenant General (Ret.) Ann Orr", "le général de corps d’armée (2S) Ann Orr"),
    ],
)
def test_ranks_that_may_be_the_same_are_left_alone(english, french):
    assert findings("X26", pair(english, french), PLAIN) == ()


@pytest.mark.parametrize(
    ("english", "french", "wrong", "right"),
    [
        ("US Army Lieutenant General Ann Orr", "le lieutenant général Ann Orr", "lieutenant général",
         "le général de corps d’armée Ann Orr"),
        ("Lt. Gen. Ann Orr of the United States Army", "la lieutenante-générale Ann Orr", "lieutenante-générale",
         "la générale de corps d’armée Ann Orr"),
        ("US Air Force Major General Ann Orr", "le major général Ann Orr", "major général",
         "le général de division aérienne Ann Orr"),
        ("German Army Brigadier General Tom Vale", "du brigadier général Tom Vale", "brigadier général",
         "du général de brigade Tom Vale"),
        ("Air Marshal Tom Vale", "le maréchal de l’air Tom Vale", "maréchal de l’air",
         "le général de corps aérien Tom Vale"),
        ("Lieutenant Commander Tom Vale", "au lieutenant commandant Tom Vale", "lieutenant commandant",
         "au capitaine de corvette Tom Vale"),
        ("British Army Major Tom Vale", "le major britannique Tom Vale", "major",
         "le commandant britannique Tom Vale"),
        ("Admiral Tom Vale", "du général Tom Vale", "général", "de l’amiral Tom Vale"),
        ("Colonel Tom Vale", "l’amiral Tom Vale", "amiral", "le colonel Tom Vale"),
    ],
)  # fmt: skip
def test_a_rank_put_in_word_for_word_is_told_and_mended(english, french, wrong, right):
    doc = pair(english, french)
    (found,) = findings("X26", doc, PLAIN)
    assert words((found,), doc) == [wrong]
    assert right in repaired("X26", doc, PLAIN).rows[0].text(Language.FR)


def test_two_ranks_that_exist_are_told_apart_and_mended_only_where_asked():
    doc = pair("US Army Major General Ann Orr", "la générale de brigade Ann Orr")
    (found,) = findings("X26", doc, PLAIN)
    assert found.is_doubtful
    assert "la générale de division Ann Orr" in repaired("X26", doc, PLAIN).rows[0].text(Language.FR)


def test_without_a_service_or_with_several_equivalents_nothing_is_written():
    for english, french in (("Captain", "sergent"), ("Rear Admiral", "général")):
        (found,) = findings("X26", pair(f"{english} Tom Vale", f"le {french} Tom Vale"), PLAIN)
        assert found.mend is None
    (found,) = findings("X26", pair("Lieutenant General Tom Vale of Norway", "le lieutenant-général Tom Vale"), PLAIN)
    assert found.is_doubtful


def test_words_put_in_for_a_french_rank_are_mended_in_the_english():
    doc = pair("Frigate Captain Tom Vale", "le capitaine de frégate Tom Vale")
    assert words(findings("X26", doc, PLAIN), doc) == ["Frigate Captain"]
    assert "by Commander Tom Vale" in repaired("X26", doc, PLAIN).rows[0].text(Language.EN)


@pytest.mark.parametrize(
    ("country", "gender", "french", "right"),
    [
        ("CA", None, "le lieutenant-général Orr", None),
        ("CA", Gender.FEMININE, "le général de corps d’armée Orr", "lieutenante-générale"),
        ("US", Gender.FEMININE, "l’amirale Orr", "générale de corps d’armée"),
        ("CH", Gender.MASCULINE, "le commandant de corps Orr", None),
        ("CH", Gender.MASCULINE, "le général de corps d’armée Orr", "commandant de corps"),
    ],
)
def test_the_card_tells_nation_and_gender(country, gender, french, right):
    person = Participant("p1", Bilingual("Ann Orr", "Ann Orr"), country=country, gender=gender)
    doc = release(("We thank Lieutenant General Ann Orr.", f"Nous remercions {french}."), participants=(person,))
    found = findings("X26", doc, PLAIN)
    assert bool(found) is (right is not None)
    assert right is None or right in repaired("X26", doc, PLAIN).rows[0].text(Language.FR)


def test_every_rank_of_the_table_is_found_in_both_languages_and_is_its_own_counterpart():
    for each in table("ranks")["ranks"]:
        nation = next(iter(each["nations"]), "")
        people = (Participant("p1", Bilingual("Ann Orr", "Ann Orr"), country=nation),)
        for english in (*each["en"], *each["en_short"]):
            for french in each["fr"][0]:
                doc = release((f"We thank {english} Ann Orr.", f"Merci à {french} Ann Orr."), participants=people)
                (mine,) = find_ranks(doc.rows[0].text(Language.EN), Language.EN)
                (theirs,) = find_ranks(doc.rows[0].text(Language.FR), Language.FR)
                assert (mine.words.rstrip("."), theirs.words) == (english.rstrip("."), french)
                assert findings("X26", doc, PLAIN) == (), (english, french, nation)
