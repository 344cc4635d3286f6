"""How persons are named: function at the first mention, title at the later ones, and whom a pronoun means."""

from dataclasses import replace

import pytest
from checking import findings, release, repaired, words

from editor.model.language import Bilingual, Language
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Gender, Participant
from editor.model.rows import RowKind

ADA = Participant(
    "p1",
    Bilingual("Ada Lovell", "Ada Lovell"),
    (Bilingual("Director of the Lake Office", "directrice de l’Office du lac"),),
    gender=Gender.FEMININE,
)
BOGDAN = Participant(
    "p2",
    Bilingual("Bogdan Petrić", "Bogdan Petrić"),
    (Bilingual("President of Marvia", "président de la Marvie"),),
    gender=Gender.MASCULINE,
)
JENS = Participant("p3", Bilingual("Jens Roe", "Jens Roe"), gender=Gender.MASCULINE)
PEOPLE = (ADA, BOGDAN, JENS)


def doc_of(*pairs):
    return release(*pairs, participants=PEOPLE)


def quoting(text, language=Language.EN):
    """A row in which what stands between the marks is a quote."""
    opener, closer = ("“", "”") if language is Language.EN else ("« ", " »")
    marks = []
    start = text.find(opener)
    while start >= 0:
        end = text.index(closer, start)
        marks.append(Mark(start + len(opener), end, MarkKind.QUOTE, f"q{len(marks) + 1}"))
        start = text.find(opener, end)
    doc = doc_of(("", ""))
    row = doc.rows[0].having(language, (Passage(text, tuple(marks)),))
    return doc.having_row(row)


@pytest.mark.parametrize(
    ("en", "fr", "count"),
    [
        ("Ada Lovell came to the town hall.", "", 1),
        ("", "Ada Lovell est venue à la mairie.", 1),
        ("The Director of the Lake Office, Ada Lovell, came.", "La directrice, Ada Lovell, est venue.", 0),
        ("Ada Lovell, who leads the Lake Office, came.", "", 0),
        ("President Ada Lovell came.", "", 0),
        ("Jens Roe came, whose card tells no function.", "", 0),
        ("“Ada Lovell never came,” they said.", "« Ada Lovell n’est jamais venue », ont-ils dit.", 0),
    ],
)
def test_a_first_mention_tells_the_function(en, fr, count):
    assert len(findings("R12", doc_of((en, fr)))) == count


def test_a_first_mention_may_have_its_function_in_the_line_beside():
    assert findings("R12", doc_of(("Ada Lovell", ""), ("Director of the Lake Office", ""))) == ()
    assert len(findings("R12", doc_of(("Ada Lovell", ""), ("The town hall", "")))) == 1


@pytest.mark.parametrize("kind", [RowKind.HEADLINE, RowKind.CAPTION, RowKind.BOILERPLATE, RowKind.CONTACT])
def test_headlines_captions_and_standing_parts_name_people_as_they_like(kind):
    doc = doc_of(("Ada Lovell opens the bridge. Ms Lovell came. Lovell left.", ""))
    assert findings("R12", doc.having_row(replace(doc.rows[0], kind=kind))) == ()


FIRST = ("Director Ada Lovell spoke. Ms Lovell smiled.", "La directrice Ada Lovell a parlé. Mme Lovell a souri.")


@pytest.mark.parametrize(
    ("en", "fr", "wanted"),
    [
        ("In the evening Lovell left.", "", ["Lovell"]),
        ("", "Dans la soirée, Lovell est partie.", ["Lovell"]),
        ("The Lovell report and Lovell’s House, Lovell Park and LOVELL.", "Le plan Lovell, l’avenue Lovell.", []),
        ("Ms Lovell and Director Lovell left.", "La directrice Lovell et Mme Lovell.", []),
        ("“And then Lovell left,” they said.", "« Puis Lovell est partie. »", []),
        ("Ada Lovell left.", "Ada Lovell est partie.", []),
    ],
)
def test_a_later_mention_has_the_title_it_has_elsewhere(en, fr, wanted):
    doc = doc_of(FIRST, (en, fr))
    assert words(findings("R12", doc), doc) == wanted


def test_texts_that_never_give_titles_are_left_alone():
    assert findings("R12", doc_of(("Director Ada Lovell spoke. In the evening Lovell left.", ""))) == ()


def test_the_title_is_written_where_the_card_tells_it():
    after = repaired("R12", doc_of(FIRST, ("In the evening Lovell left.", "Dans la soirée, Lovell est partie.")))
    assert after.rows[1].text(Language.EN) == "In the evening Ms Lovell left."
    assert after.rows[1].text(Language.FR) == "Dans la soirée, Mme\u00a0Lovell est partie."


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Bogdan Petrić met Jens Roe. “We stand together,” he said.", Language.EN, ["he said"]),
        ("Bogdan Petrić a vu Jens Roe. « Nous sommes unis », a-t-il dit.", Language.FR, ["a-t-il dit"]),
        ("Bogdan Petrić met Ada Lovell. “We stand together,” he said.", Language.EN, []),
        ("Bogdan Petrić a vu Ada Lovell. « Nous sommes unis », a-t-il dit.", Language.FR, []),
        ("Jens Roe came. Bogdan Petrić spoke. “We stand together,” he said.", Language.EN, []),
        ("“We met,” Bogdan Petrić said of Jens Roe. “We stand together,” he added.", Language.EN, []),
        ("« Oui, bien sûr », a dit Bogdan Petrić à Jens Roe. « Unis », a-t-il ajouté.", Language.FR, []),
        ("Bogdan Petrić met Jens Roe. He said that all was well.", Language.EN, []),
        ("“Bogdan Petrić met Jens Roe, he said,” they wrote.", Language.EN, []),
    ],
)
def test_a_pronoun_with_two_possible_speakers_is_doubtful(text, language, wanted):
    doc = quoting(text, language)
    assert words(findings("R14", doc), doc) == wanted


@pytest.mark.parametrize(
    ("en", "fr", "count"),
    [
        ("Ada Lovell, Jens Roe and Bogdan Petrić came.", "Ada Lovell, Bogdan Petrić et Jens Roe sont venus.", 1),
        ("Ms Lovell and Mr Roe came.", "M. Roe et Mme Lovell sont venus.", 1),
        (
            "Ada Lovell, Director of the Lake Office, and President Bogdan Petrić came.",
            "Le président Bogdan Petrić et la directrice, Ada Lovell, sont venus.",
            1,
        ),
        ("Ada Lovell, Jens Roe and Bogdan Petrić came.", "Sont venus Ada Lovell, Jens Roe et Bogdan Petrić.", 0),
        ("Ms Lovell met Mr Roe.", "M. Roe a reçu Mme Lovell.", 0),
        ("Ada Lovell and Jens Roe came.", "Jens Roe, Ada Lovell et Bogdan Petrić sont venus.", 0),
        ("Ada Lovell came, said Jens Roe.", "Jens Roe a dit qu’Ada Lovell était venue.", 0),
    ],
)
def test_a_list_of_persons_keeps_its_order(en, fr, count):
    assert len(findings("X28", doc_of((en, fr)))) == count
