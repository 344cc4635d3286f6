"""The release as a whole: fields, headline, embargo, pictures, quotes, links, alignment."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from checking import NATO, PLAIN, findings, release, repaired, row

from editor.checks.run import mended
from editor.edits.details import remove_quote
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Confidence, Participant, Quote, SignOff
from editor.model.pictures import Picture
from editor.model.profile import House
from editor.model.release import Action, Publication, Release, Status
from editor.model.rows import Confirmation, Row, RowKind

FULL = Release(reference="2021-078", date=date(2021, 5, 17), place=Bilingual("Brussels", "Bruxelles"))
NOON = datetime(2021, 5, 18, 12, 0, tzinfo=UTC)


def fields(rule, doc, profile=NATO):
    return [each.where.field for each in findings(rule, doc, profile)]


def headed(en="Ministers meet in Brussels", fr="Réunion des ministres à Bruxelles", **more):
    return Communique(
        (row(en, fr, RowKind.HEADLINE), row("They met.", "Ils se sont vus.", row_id="r2")), counter=9, **more
    )


def test_a_row_wants_both_languages_unless_it_is_on_purpose():
    assert [each.where.language for each in findings("X01", row("One", ""))] == [Language.FR]
    assert [each.where.language for each in findings("X01", row("", "Un"))] == [Language.EN]
    assert findings("X01", row("One", "", on_purpose=True)) == ()
    assert findings("X01", row("One", "Un")) == ()
    assert findings("X01", row("", "")) == ()


def test_text_in_the_wrong_language_is_moved():
    text = "The ministers agreed on the plan for the whole region."
    doc = row("", text)
    after = repaired("X03", doc)
    assert (after.rows[0].text(Language.EN), after.rows[0].text(Language.FR)) == (text, "")
    assert findings("X01", doc) == ()


@pytest.mark.parametrize(
    ("en", "fr"),
    [
        ("Four words stand here", "Encore quatre mots ici"),
        ("Jens Roe, Ada Lovell, Bogdan Petrić, NATO, OSCE", "Jens Roe, Ada Lovell, Bogdan Petrić, OTAN, OSCE"),
        ("They met the “Office du lac et de la mer”.", "Ils ont vu la «\u00a0House of the Lake\u00a0»."),
    ],
)
def test_short_texts_and_names_are_in_no_wrong_language(en, fr):
    assert findings("X03", row(en, fr)) == ()
    assert findings("X02", row(en, fr)) == ()


def test_copies_are_found_but_not_lists_of_names():
    text = "They met in the house by the lake."
    assert len(findings("X02", row(text, text.upper()))) == 1
    assert findings("X02", row("PostgreSQL 9.4.1 Ada Lovell NATO", "PostgreSQL 9.4.1 Ada Lovell NATO")) == ()


def test_a_caption_wants_both_languages_and_a_picture():
    doc = row("A handshake", "", RowKind.CAPTION)
    assert len(findings("X47", doc)) == 1
    assert findings("X01", doc) == ()
    assert [each.level.name for each in findings("R19", doc)] == ["WARNING"]
    picture = Picture("i1", "a.jpg", caption="r1", credit=Bilingual("Office", ""), alternative=Bilingual("", ""))
    full = Communique((row("A handshake", "Une poignée de main", RowKind.CAPTION),), pictures=(picture,), counter=9)
    assert fields("X47", full) == ["credit.fr"]
    assert fields("R19", full) == ["alternative"]


def test_english_words_in_a_french_caption_are_one_finding():
    doc = row("", "The Director of the Lake Office and the President of Marvia", RowKind.CAPTION)
    assert len(findings("X03", doc)) == 1
    assert findings("X47", doc) == ()


def test_required_fields():
    assert fields("R34", headed()) == ["date", "reference"]
    assert findings("R34", headed(release=FULL)) == ()
    assert fields("R34", Communique(release=FULL)) == ["headline.en", "headline.fr"]
    bare = replace(NATO, house=House())
    assert fields("R34", headed(release=FULL), bare) == ["profile"]


def test_the_headline_is_there_short_and_without_a_full_stop():
    assert len(findings("R01", headed(fr=""))) == 1
    assert [each.level.name for each in findings("R01", headed(en="a" * 101))] == ["WARNING"]
    assert findings("R01", headed(en="a" * 100, fr="a" * 120)) == ()
    assert repaired("R02", headed(en="They met.")).headline.en.text == "They met"
    assert len(findings("R02", headed(en="MINISTERS MEET IN BRUSSELS"))) == 1
    assert findings("R02", headed(en="What next…", fr="Et après\u202f?")) == ()


@pytest.mark.parametrize(
    "text", ["by TBC", "on [date]", "XXX said", "???", "lorem ipsum", "le [nom] à compléter", "____"]
)
def test_left_overs_are_found(text):
    assert findings("R24", row(text, ""))


@pytest.mark.parametrize("text", ["le XXe siècle, KFOR XXVII", "[…] and [sic]", "au XX siècle", "a/TODO/b", "really??"])
def test_what_only_looks_like_a_left_over_stays(text):
    assert findings("R24", row("", text)) == ()


def test_dates_follow_each_other():
    assert findings("R05", headed(release=replace(FULL, updated=NOON))) == ()
    early = replace(FULL, updated=datetime(2021, 5, 16, 12, 0, tzinfo=UTC))
    assert fields("R05", headed(release=early)) == ["updated"]
    published = (Publication(1, Action.NEW, datetime(2021, 5, 16, 9, 0, tzinfo=UTC), "bilingual"),)
    assert fields("R05", headed(release=replace(FULL, publications=published))) == ["date"]
    assert fields("R05", headed(release=replace(FULL, updated=datetime(2021, 5, 18, 12, 0)))) == ["updated"]  # noqa: DTZ001


@pytest.mark.parametrize(
    ("updated", "published", "fields_named"),
    [
        (datetime(2021, 5, 17, 8, 0, tzinfo=UTC), datetime(2021, 5, 17, 9, 0, tzinfo=UTC), ["updated"]),
        (datetime(2021, 5, 17, 10, 0, tzinfo=UTC), datetime(2021, 5, 17, 9, 0, tzinfo=UTC), []),
        # Out years ago by other means, with its update, and published from here only now.
        (NOON, datetime(2026, 11, 27, 9, 0, tzinfo=UTC), []),
    ],
)
def test_an_update_before_the_publication_is_wrong_unless_the_release_is_older_than_that(
    updated, published, fields_named
):
    sent = (Publication(1, Action.NEW, published, "bilingual"),)
    assert fields("R05", headed(release=replace(FULL, updated=updated, publications=sent))) == fields_named


def test_place_is_a_field_and_a_dateline_says_the_same():
    doc = headed(release=replace(FULL, place=Bilingual("", "")))
    assert fields("R04", doc) == ["place.en", "place.fr"]
    assert repaired("R04", doc).release.place == NATO.place
    (english, french) = (each.mend.apply(doc).release.place for each in findings("R04", doc))
    assert english == french == NATO.place
    one = replace(doc, release=replace(doc.release, place=Bilingual("Oslo", "")))
    assert [each.mend.apply(one).release.place for each in findings("R04", one)] == [Bilingual("Oslo", NATO.place.fr)]
    line = row("Geneva, 18 May 2021", "Bruxelles, le 17 mai 2021", RowKind.DATELINE)
    assert len(findings("R04", Communique((line,), release=FULL))) == 2
    assert fields("R04", headed(release=FULL), WANTING) == ["place.en", "place.fr"]


def test_an_embargo_is_said_in_both_texts_and_nowhere_else():
    embargoed = headed(release=replace(FULL, embargo=NOON))
    assert len(findings("R06", embargoed)) == 2
    after = repaired("R06", embargoed)
    assert after.rows[0].kind is RowKind.DELIVERY
    assert (
        after.rows[0].text(Language.FR) == "EMBARGO\u00a0: ne pas publier avant le 18 mai 2021 à 14\u00a0h (UTC+02:00)"
    )
    assert len(after.rows) == 3
    assert findings("R06", after) == ()
    assert findings("X48", after) == ()
    lifted = replace(after, release=replace(FULL, embargo=None))
    assert len(findings("R06", lifted)) == 2
    moved = replace(after, release=replace(FULL, embargo=datetime(2021, 5, 19, 12, 0, tzinfo=UTC)))
    assert len(findings("X48", moved)) == 2
    assert findings("X48", repaired("X48", moved)) == ()


def test_immediate_release_and_embargo_exclude_each_other():
    line = row("For immediate release", "Pour diffusion immédiate", RowKind.DELIVERY)
    assert findings("R07", Communique((line,), release=FULL)) == ()
    assert len(findings("R07", Communique((line,), release=replace(FULL, embargo=NOON)))) == 2


def test_the_reference_stands_in_both_texts_or_in_none():
    doc = release(("See 2021-078.", "Voir ci-dessous."), release=FULL)
    assert len(findings("X48", doc)) == 1
    assert findings("X48", release(("See 2021-078.", "Voir 2021-078."), release=FULL)) == ()
    short = replace(FULL, reference="x")
    assert findings("X48", release(("An example: see below.", "Voir ci-dessous."), release=short)) == ()
    assert len(findings("X48", release(("See x.", "Voir plus bas."), release=short))) == 1


def test_language_tags_are_true():
    wrong = headed(release=replace(FULL, variants=Bilingual("fr-FR", "")))
    assert fields("R21", wrong) == ["variant.en"]
    assert findings("R21", repaired("R21", wrong)) == ()


def test_a_later_version_has_its_notes():
    published = (Publication(1, Action.NEW, NOON, "bilingual"),)
    doc = headed(release=replace(FULL, publications=published, note=Bilingual("Corrected.", "")))
    assert fields("R22", doc) == ["note.fr"]
    assert findings("R22", headed(release=FULL)) == ()


def test_the_lead_is_short_and_says_when():
    assert [each.level.name for each in findings("R03", row("word " * 61 + "today", "Le 17 mai, oui."))] == ["WARNING"]
    assert [each.level.name for each in findings("R03", row("They met.", "Hier, ils se sont vus."))] == ["HINT"]


def said(text, quote="q1"):
    start = next(place for place, sign in enumerate(text) if sign in "“«") + 1
    end = max(text.find("”"), text.find("»"))
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return Passage(text, (Mark(start, start + len(inner.strip()), MarkKind.QUOTE, quote),))


ADA = Participant("p1", Bilingual("Ada Lovell", "Ada Lovell"))


def quoted(quote, *passages):
    rows = tuple(Row(f"r{n}", Bilingual((passage,), ())) for n, passage in enumerate(passages, 1))
    return Communique(rows, participants=(ADA,), quotes=quote, counter=9)


def test_a_quote_has_a_speaker_with_a_card():
    text = said("“We agree on that,” said Ms Lovell.")
    assert findings("R13", quoted((Quote("q1", "p1"),), text)) == ()
    assert [each.level.name for each in findings("R13", quoted((Quote("q1", "p7"),), text))] == ["ERROR"]
    assert [each.level.name for each in findings("R13", quoted((Quote("q1"),), text))] == ["ERROR"]
    alone = quoted((Quote("q1", "p1", is_attributed=False),), text)
    assert [each.level.name for each in findings("R13", alone)] == ["WARNING"]
    two = (Quote("q1", "p1"), Quote("q2", "p1", is_attributed=False))
    assert findings("R13", quoted(two, text, said("“And on this.”", "q2"))) == ()


def test_a_guessed_speaker_is_told_and_confirmed_by_the_repair_alone():
    text = said("“We agree on that,” said Ms Lovell.")
    doc = quoted((Quote("q1", "p1", confidence=Confidence.GUESS),), text)
    (found,) = findings("R13", doc)
    assert (found.level.name, found.why.english()) == ("WARNING", "It is a guess that Ada Lovell says this.")
    sure = found.mend.apply(doc)
    assert (sure.quote("q1").speaker, sure.quote("q1").confidence) == ("p1", Confidence.CERTAIN)
    assert findings("R13", sure) == ()
    assert mended(doc, NATO)[0].quote("q1").confidence is Confidence.GUESS


def test_speech_that_is_marked_as_no_quote_is_told_and_taken_for_one_in_both_languages_with_its_speaker():
    english = Passage("“We have waited for this quay for nine years,” said the Director, Ada Lovell.")
    french = Passage("«\u00a0Nous attendions ce quai depuis neuf ans\u00a0», a déclaré la directrice, Ada Lovell.")
    doc = Communique((Row("r1", Bilingual((english,), (french,))),), (ADA,), counter=9)
    found = findings("R35", doc)
    assert [each.where.language for each in found] == [Language.EN, Language.FR]
    quoted_now = found[0].mend.apply(doc)
    assert [tuple(words) for words in quoted_now.wordings().values()] == [
        ("We have waited for this quay for nine years,", "Nous attendions ce quai depuis neuf ans")
    ]
    assert [quote.speaker for quote in quoted_now.quotes] == ["p1"]
    assert findings("R35", quoted_now) == ()
    refused = remove_quote(quoted_now.quotes[0].id).apply(quoted_now)
    assert findings("R35", refused) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The report is called “The quay after nine years of waiting”.",
        "Ms Lovell said that the “quay” was late.",
        "She welcomed a “new chapter”.",
    ],
)
def test_titles_and_words_held_at_arm_s_length_are_no_speech_to_be_marked(text):
    assert findings("R35", Communique((Row("r1", Bilingual((Passage(text),), ())),), (ADA,))) == ()


def test_sign_off_is_asked_for_where_the_house_wants_it():
    doc = quoted((Quote("q1", "p1"),), said("“We agree.”"))
    assert [each.level.name for each in findings("R15", doc)] == ["HINT"]
    assert [each.level.name for each in findings("R15", doc, replace(PLAIN, wants_sign_off=True))] == ["ERROR"]
    signed = Quote("q1", "p1", sign_off=SignOff(Bilingual("We agree.", ""), "A", NOON))
    assert findings("R15", quoted((signed,), said("“We agree.”"))) == ()


@pytest.mark.parametrize(
    ("en", "fr", "count"),
    [
        ("“We stand together on this plan,” she said.", "«\u00a0Nous sommes unis sur ce plan\u00a0», a-t-elle dit.", 0),
        ("“We stand together on this plan,” she said.", "Elle a dit que nous étions unis sur ce plan.", 1),
        ("She said they stood together.", "«\u00a0Nous sommes unis sur ce plan commun\u00a0», a-t-elle dit.", 1),
        (
            "“We stand together,” she said. “We always will, all of us.”",
            "«\u00a0Nous sommes unis et nous le serons toujours, tous\u00a0», a-t-elle dit.",
            0,
        ),
        ("They call it “the plan” now.", "On l’appelle désormais le plan.", 0),
        ("FOSDEM is a meeting.", "FOSDEM («\u00a0Free and Open Source Developers European Meeting\u00a0»), dit-il.", 0),
        ("“Yes, we can,” he said.", "Il a dit que oui.", 1),
        ("A “historic” day.", "Un jour historique.", 0),
        ("The Free Lake Foundation (FLF) met.", "La «\u00a0Free Lake Foundation\u00a0» (FLF) s’est réunie.", 0),
        (
            "“We agree,” he said. She said: “I do not agree with any of it at all.”",
            "«\u00a0Nous sommes d’accord\u00a0», a-t-il dit.",
            1,
        ),
    ],
)
def test_quotes_have_their_counterparts(en, fr, count):
    # Where the other side reports the words, X33 is the rule that speaks.
    assert len((*findings("X32", row(en, fr)), *findings("X33", row(en, fr)))) == count


@pytest.mark.parametrize(
    ("en", "fr", "count"),
    [
        ("See https://lake.example/en/plan.", "Voir https://lake.example/fr/plan.", 0),
        ("See https://lake.example/plan.", "Voir https://lake.example/plan/.", 0),
        ("See https://lake.example/en/plan.", "Voir https://lake.example/en/plan.", 1),
        ("See https://lake.example/plan.", "Voir le plan.", 1),
        ("Write to press@lake.example.", "Écrire à presse@lac.example.", 1),
        ("Follow @lake on debian.org", "Suivre @lake sur debian.org", 0),
    ],
)
def test_addresses_have_their_counterparts(en, fr, count):
    found = findings("X17", row(en, fr))
    assert len(found) == count


@pytest.mark.parametrize(
    ("en", "fr", "count"),
    [
        ("NATO and the EU met.", "L’OTAN et l’UE se sont réunies.", 0),
        ("NATO and the EU met.", "L’OTAN et l’EU se sont réunies.", 1),
        ("The OTAN met.", "L’OTAN s’est réunie.", 1),
        ("The OSCE met.", "L’OSCE s’est réunie.", 0),
        ("NATO met.", "L’OTAN (NATO) s’est réunie\u00a0: https://nato.example/NATO", 0),
        ("Read “NATO 2030”.", "Lire «\u00a0NATO 2030\u00a0».", 0),
        ("A DEAL", "UN ACCORD", 0),
    ],
)
def test_acronyms_take_the_form_of_the_language(en, fr, count):
    found = findings("X20", row(en, fr))
    assert len(found) == count
    if count:
        assert findings("X20", repaired("X20", row(en, fr))) == ()


def test_a_side_that_changed_after_confirmation_is_told():
    then = Confirmation(Bilingual("One", "Un"), "A", NOON)
    assert findings("X37", row("One", "Un", confirmation=then)) == ()
    assert [each.where.language for each in findings("X37", row("One", "Deux", confirmation=then))] == [Language.FR]
    (both,) = findings("X37", row("Two", "Deux", confirmation=then))
    assert both.where.language is None
    assert both.why.english() == "Both sides changed after the pair was confirmed."


def test_the_shape_of_a_row_can_be_compared():
    assert len(findings("X38", row("a\nb\nc", "a"))) == 1
    assert findings("X38", row("a\nb", "a")) == ()
    assert len(findings("X41", row("1. One", "2. Un", RowKind.LIST_ITEM))) == 1
    assert repaired("X41", row("1. One", "2. Un", RowKind.LIST_ITEM)).rows[0].text(Language.FR) == "1. Un"
    assert len(findings("X41", row("a\nb", "a", RowKind.LIST_ITEM))) == 1
    assert len(findings("X42", row("a\nb", "a", RowKind.SUBHEADING))) == 1
    assert findings("X42", row("a", "a", RowKind.SUBHEADING)) == ()


def test_a_side_much_shorter_than_the_other_is_a_doubt():
    text = "They met by the lake and spoke of the plan for the region."
    assert [each.where.language for each in findings("X39", row(text, "Ils se sont vus."))] == [Language.FR]
    assert findings("X39", row(text, "Ils se sont vus au bord du lac et ont parlé du plan pour la région.")) == ()
    assert findings("X39", row("Yes", "Absolument")) == ()


WANTING = replace(NATO, wants_dateline=True)
HEADED_FR = "MIRABEL, le 2 mars 2026 – Les ports se sont entendus."


@pytest.mark.parametrize(
    ("english", "named"), [("MIRABEL, 2 March 2026 – The ports agreed.", []), ("The ports agreed.", ["place.en"])]
)
def test_place_and_date_may_stand_at_the_head_of_the_lead(english, named):
    at_mirabel = replace(FULL, place=Bilingual("Mirabel", "Mirabel"), date=date(2026, 3, 2))
    assert fields("R04", Communique((row(english, HEADED_FR),), release=at_mirabel), WANTING) == named


def test_a_lead_headed_by_another_day_than_the_release_s_is_found():
    at_mirabel = replace(FULL, place=Bilingual("Mirabel", "Mirabel"), date=date(2026, 3, 3))
    doc = Communique((row("MIRABEL, 2 March 2026 – The ports agreed.", ""),), release=at_mirabel)
    assert [each.where.start for each in findings("R04", doc)] == [9]


@pytest.mark.parametrize(
    ("topics", "keywords", "wanted"),
    [
        ((), Bilingual((), ()), ["topics"]),
        ((), Bilingual(("lake",), ()), ["keywords.fr"]),
        ((), Bilingual((), ("lac",)), ["keywords.en"]),
        ((), Bilingual(("lake",), ("lac",)), []),
        (("20000639",), Bilingual(("lake",), ()), []),
    ],
)
def test_a_release_has_a_topic_or_keywords_in_both_languages(topics, keywords, wanted):
    doc = headed(release=replace(FULL, topics=topics, keywords=keywords))
    assert fields("R20", doc) == wanted


def published(*actions, **more):
    record = tuple(Publication(n, each, NOON.replace(hour=11 + n), "bilingual") for n, each in enumerate(actions, 1))
    return headed(release=replace(FULL, publications=record, **more))


@pytest.mark.parametrize("status", [Status.CANCELED, Status.WITHHELD])
def test_a_withdrawal_of_what_newsrooms_hold_needs_a_notice_in_both_languages(status):
    assert fields("R23", published(Action.NEW, status=status)) == ["note.en", "note.fr"]
    doc = published(Action.NEW, Action.UPDATE, status=status, note=Bilingual("Withdrawn: wrong figures.", " "))
    assert fields("R23", doc) == ["note.fr"]


@pytest.mark.parametrize(
    ("actions", "status"),
    [
        ((), Status.WITHHELD),
        ((Action.NEW,), Status.PUBLISHED),
        ((Action.NEW, Action.CANCEL), Status.CANCELED),
        ((Action.NEW, Action.WITHHOLD, Action.UPDATE), Status.WITHHELD),
    ],
)
def test_no_notice_is_due_where_nobody_holds_it_or_all_have_been_told(actions, status):
    assert fields("R23", published(*actions, status=status)) == []


def test_a_line_that_signs_may_be_as_long_as_the_titles_of_each_language_are():
    english = "– The Honourable Ada Lovell, P.C., M.P., Minister of Lakes, Rivers and Inland Waters"
    french = "– Ada Lovell, ministre des Lacs et des Rivières"
    assert findings("X39", row(english, french)) == ()
    assert findings("X39", row(english + " met everybody here.", french + " est venue."))
    assert findings("X39", row(english, "– La ministre des Lacs et des Rivières de la Marvie"))
