"""Quoted speech and its speaker, shape by shape."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.model.language import Language
from editor.text.quotation import FoundQuote, Reason
from editor.text.recognition import Confidence, KnownPerson, Recognised, recognise

EN, FR = Language.EN, Language.FR
LONG_EN = (
    "The council met for the third time this year and agreed on a plan that will keep every road open until spring."
)
LONG_FR = (
    "Le conseil s’est réuni pour la troisième fois de l’année et a adopté un plan qui gardera les routes ouvertes."
)


def read(language: Language, *paragraphs: str, known: tuple[KnownPerson, ...] = ()) -> Recognised:
    return recognise(
        ("Council opens roads" if language is EN else "Le conseil ouvre les routes", *paragraphs), language, known
    )


def said(found: Recognised, paragraphs: tuple[str, ...]) -> list[tuple[str, str | None]]:
    return [(words(quote, paragraphs), quote.speaker) for quote in found.quotes]


def words(quote: FoundQuote, paragraphs: tuple[str, ...]) -> str:
    lines = ("", *paragraphs)
    if quote.paragraph == quote.end_paragraph:
        return lines[quote.paragraph][quote.start : quote.end]
    inner = lines[quote.paragraph + 1 : quote.end_paragraph]
    return "\n".join([lines[quote.paragraph][quote.start :], *inner, lines[quote.end_paragraph][: quote.end]])


def check(
    language: Language, *paragraphs: str, expect: list[tuple[str, str | None]], known: tuple[str, ...] = ()
) -> Recognised:
    found = read(language, *paragraphs, known=tuple(KnownPerson(name) for name in known))
    assert said(found, paragraphs) == expect
    return found


# -- every shape of attribution ----------------------------------------------------------------------------------------

SHAPES = [
    (EN, "“We opened the road,” said Ann Bell, Director of Roads.", "We opened the road,", "Ann Bell", "post"),
    (EN, "“We opened the road,” Ann Bell, Director of Roads, said.", "We opened the road,", "Ann Bell", "post"),
    (EN, "Ann Bell, Director of Roads, said: “We opened the road.”", "We opened the road.", "Ann Bell", "pre"),
    (EN, "Ann Bell, Director of Roads, said “We opened the road.”", "We opened the road.", "Ann Bell", "pre"),
    (
        EN,
        "Director of Roads Ann Bell said that “the road is open now.”",
        "the road is open now.",
        "Ann Bell",
        "ind",
    ),
    (EN, "According to Ann Bell, Director of Roads, “the road is open”.", "the road is open", "Ann Bell", "selon"),
    (EN, "Ann Bell, Director of Roads: “We opened the road.”", "We opened the road.", "Ann Bell", "label"),
    (EN, "“We opened the road.” – Ann Bell, Director of Roads", "We opened the road.", "Ann Bell", "dash"),
    (
        EN,
        "Director Ann Bell praised the “extraordinary patience of drivers”.",
        "extraordinary patience of drivers",
        "Ann Bell",
        "frag",
    ),
    (
        FR,
        "« La route est ouverte », a déclaré Anne Bel, directrice des routes.",
        "La route est ouverte",
        "Anne Bel",
        "post",
    ),
    (
        FR,
        "« La route est ouverte », déclare Anne Bel, directrice des routes.",
        "La route est ouverte",
        "Anne Bel",
        "post",
    ),
    (
        FR,
        "Anne Bel, directrice des routes, a déclaré : « La route est ouverte. »",
        "La route est ouverte.",
        "Anne Bel",
        "pre",
    ),
    (FR, "Mme Anne Bel a déclaré que « la route est ouverte ».", "la route est ouverte", "Anne Bel", "ind"),
    (
        FR,
        "Selon Anne Bel, directrice des routes, « la route est ouverte ».",
        "la route est ouverte",
        "Anne Bel",
        "selon",
    ),
    (
        FR,
        "Pour Anne Bel, directrice des routes : « La route est ouverte. »",
        "La route est ouverte.",
        "Anne Bel",
        "selon",
    ),
    (FR, "Anne Bel, directrice des routes : « La route est ouverte. »", "La route est ouverte.", "Anne Bel", "label"),
    (FR, "« La route est ouverte. » – Anne Bel, directrice des routes", "La route est ouverte.", "Anne Bel", "dash"),
    (
        FR,
        "Mme Anne Bel a salué « la patience des automobilistes ».",
        "la patience des automobilistes",
        "Anne Bel",
        "frag",
    ),
    (FR, "« La route est ouverte », s’est réjouie Mme Anne Bel.", "La route est ouverte", "Anne Bel", "post"),
    (FR, "Comme l’a rappelé Mme Anne Bel : « La route est ouverte. »", "La route est ouverte.", "Anne Bel", "pre"),
    (FR, "« La route est ouverte », a soupiré M. Paul Roy.", "La route est ouverte", "Paul Roy", "post"),
]


@pytest.mark.parametrize(("language", "paragraph", "speech", "speaker", "shape"), SHAPES)
def test_every_shape_gives_span_speaker_and_name(
    language: Language, paragraph: str, speech: str, speaker: str, shape: str
) -> None:
    found = check(language, paragraph, expect=[(speech, speaker)])
    (quote,) = found.quotes
    assert quote.shape == shape
    assert quote.attribution is not None or shape == "cont"


def test_pronouns_functions_and_family_names_go_back_to_the_person() -> None:
    found = check(
        FR,
        "Le secrétaire général du Pacte, Jens Lykke, a reçu la présidente d’Halmar, Ana Vučić.",
        "« La route est ouverte », a fait observer le secrétaire général du Pacte. « Elle le restera », a-t-il ajouté.",
        "« Nous sommes reconnaissants », a répondu Mme Vučić. « Et nous le montrerons », a-t-elle conclu.",
        expect=[
            ("La route est ouverte", "Jens Lykke"),
            ("Elle le restera", "Jens Lykke"),
            ("Nous sommes reconnaissants", "Ana Vučić"),
            ("Et nous le montrerons", "Ana Vučić"),
        ],
    )
    assert [quote.shape for quote in found.quotes] == ["post-role", "post-pron", "post", "post-pron"]


def test_two_speakers_of_one_paragraph_keep_their_own_words() -> None:
    check(
        EN,
        "“We need talent,” said Roads Director Chris Ingram. Deputy Roads Director Kemba Dale said, “She is the best.”",
        expect=[("We need talent,", "Chris Ingram"), ("She is the best.", "Kemba Dale")],
    )


def test_speech_in_its_own_paragraph_takes_the_signature_below() -> None:
    found = check(
        FR,
        LONG_FR,
        "« Nous ouvrons la route que tous attendaient depuis dix ans. »",
        "- Anne Bel, directrice des routes",
        expect=[("Nous ouvrons la route que tous attendaient depuis dix ans.", "Anne Bel")],
    )
    assert found.quotes[0].shape == "block"


def test_speech_without_marks_is_found_but_never_certain() -> None:
    found = check(
        EN,
        "We are proud of this road and of those who built it, said Ann Bell, Director of Roads.",
        expect=[("We are proud of this road and of those who built it", "Ann Bell")],
    )
    assert found.quotes[0].shape == "unmarked"
    assert found.quotes[0].confidence is not Confidence.CERTAIN


# -- failure shapes met in real releases -------------------------------------------------------------------------------


def test_01_a_name_without_a_listed_title_counts_where_it_speaks() -> None:
    check(EN, "“It is late,” said watchdog chief Rafael Grosso.", expect=[("It is late,", "Rafael Grosso")])
    check(FR, "« Il est tard », a dit la Rwandaise Louise Mukiwabo.", expect=[("Il est tard", "Louise Mukiwabo")])


def test_02_only_the_first_name_of_a_sentence_may_be_meant_by_a_pronoun() -> None:
    check(
        EN,
        "Mr. Fogh Lykke said he was delighted that Secretary Marrow came. “We have often met before,” he said.",
        expect=[("We have often met before,", "Fogh Lykke")],
    )


def test_03_a_name_beside_the_verb_wins_over_the_first_name() -> None:
    check(
        EN,
        "The Secretary General of the Pact, Jens Lykke, came to Oslo.",
        "President Pavel Orlov is failing, the Secretary General said, “and the coast stands united.”",
        expect=[("and the coast stands united.", "Jens Lykke")],
    )


def test_04_a_function_may_speak_before_its_name_is_known() -> None:
    check(
        EN,
        "''Halmar is a valuable ally,'' says the Chairman of the Committee.",
        "The Chairman of the Committee, Admiral Rob Stone, spoke in Oslo.",
        expect=[("Halmar is a valuable ally,", "Rob Stone")],
    )


def test_05_of_two_presidents_the_complement_tells_which() -> None:
    check(
        EN,
        "The President of the Council, Ann Bell, met the President of the Assembly, Tom Reed.",
        "“We agree on the road,” said the President of the Assembly. “So do we,” said the President of the Council.",
        expect=[("We agree on the road,", "Tom Reed"), ("So do we,", "Ann Bell")],
    )


def test_06_speech_over_paragraphs_is_one_quote_reopened_or_not() -> None:
    first, second = "Depuis dix ans la route était fermée.", "Elle rouvre aujourd’hui pour tous."
    check(
        FR,
        f"M. Paul Roy a déclaré : « {first}",
        f"{second} »",
        expect=[(f"{first}\n{second}", "Paul Roy")],
    )
    check(
        EN,
        "Mr Paul Roy said:",
        "“The road was closed for ten years.",
        "“It opens today for everybody.”",
        expect=[("The road was closed for ten years.\n“It opens today for everybody.", "Paul Roy")],
    )


def test_07_a_lost_opening_mark_is_mended_from_the_sentence_and_flagged() -> None:
    found = check(
        EN,
        "Halmar has stood with us, and has paid for us all,” said Director Ann Bell.",
        expect=[("Halmar has stood with us, and has paid for us all,", "Ann Bell")],
    )
    assert not found.quotes[0].regular


def test_08_a_closing_mark_may_open_by_mistake() -> None:
    found = check(
        EN,
        "”As Chair, I was never too small,” said Ms Ann Bell.",
        expect=[("As Chair, I was never too small,", "Ann Bell")],
    )
    assert not found.quotes[0].regular


def test_09_two_styles_of_marks_in_one_text_are_read_alike() -> None:
    check(
        EN,
        '“Soon the road opens,” said Ms Ann Bell. "A very different road," she added.',
        expect=[("Soon the road opens,", "Ann Bell"), ("A very different road,", "Ann Bell")],
    )


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        (FR, "La Force, « fer de lance » de l’Alliance, est prête pour l’hiver."),
        (EN, "They met for a “Dinner in Transatlantic Format” in Oslo on Monday."),
        (FR, "Une conférence intitulée « L’avenir du rail sera-t-il électrique ? » s’est tenue à Oslo."),
        (EN, "The “open door” policy remains in force this year."),
        (EN, "Last year’s meeting had the topic of “Roads Across Borders”."),
        (EN, "The hardware behind “ftp.example.org” was replaced."),
        (FR, "Le plan « Rivières vivantes » est lancé."),
    ],
)
def test_10_titles_names_and_scare_quotes_are_no_speech(language: Language, paragraph: str) -> None:
    found = read(language, paragraph)
    assert found.quotes == ()
    assert len(found.non_quotes) == 1


def test_11_a_paragraph_of_speech_without_cue_is_a_guess() -> None:
    found = check(
        FR,
        "Le secrétaire général du Pacte, Jens Lykke, est arrivé à Oslo ce matin.",
        "« Je suis heureux d’annoncer que la route est ouverte. »",
        expect=[("Je suis heureux d’annoncer que la route est ouverte.", "Jens Lykke")],
    )
    assert found.quotes[0].confidence is Confidence.GUESS


def test_12_a_signature_line_names_the_speaker() -> None:
    check(
        EN,
        LONG_EN,
        "“As we celebrate this road, we remember those who built it.”",
        "- Mélanie Jolet, Minister of Foreign Affairs",
        expect=[("As we celebrate this road, we remember those who built it.", "Mélanie Jolet")],
    )


def test_13_the_speaker_goes_on_after_narration_behind_the_mark() -> None:
    check(
        FR,
        "« Halmar est un partenaire », a déclaré M. Paul Roy. « Nous voulons bâtir une route solide avec Halmar », "
        "tout en respectant ses forêts.",
        expect=[
            ("Halmar est un partenaire", "Paul Roy"),
            ("Nous voulons bâtir une route solide avec Halmar", "Paul Roy"),
        ],
    )


def test_14_a_full_stop_inside_marks_and_quotes_side_by_side() -> None:
    check(
        FR,
        "M. Paul Roy a déclaré que « le Pacte soutient le dialogue entre Oslo et Riga. » « Le dialogue est la seule "
        "route », a-t-il précisé.",
        expect=[
            ("le Pacte soutient le dialogue entre Oslo et Riga.", "Paul Roy"),
            ("Le dialogue est la seule route", "Paul Roy"),
        ],
    )


def test_15_one_word_in_marks_is_kept_but_is_no_quote() -> None:
    found = read(FR, "M. Paul Roy s’est opposé « fermement » au projet de route.")
    assert found.quotes == ()
    assert [other.reason for other in found.non_quotes] == [Reason.TERM]


def test_16_who_told_it_beats_who_reports_it() -> None:
    check(
        EN,
        "Mr Paul Roy said he had been told by Minister Hossein Amir-Dollan “that they are ready to open the road”.",
        expect=[("that they are ready to open the road", "Hossein Amir-Dollan")],
    )


def test_17_a_family_name_alone_finds_its_person() -> None:
    check(
        FR,
        "Le président de la région, Stéphane Le Guen, a inauguré la route.",
        "« Elle est belle », a lancé Le Guen.",
        expect=[("Elle est belle", "Stéphane Le Guen")],
    )


def test_18_who_praises_speaks_not_who_is_praised() -> None:
    check(
        EN,
        "President Barry Oakes praised Secretary General Jens Lykke as an “extraordinary partner of this country”.",
        expect=[("extraordinary partner of this country", "Barry Oakes")],
    )


def test_19_an_attribution_inside_the_marks_cuts_the_speech() -> None:
    check(
        FR,
        "«La relation avec Halmar est solide et durable, a déclaré M. Paul Roy. Au moment où je parle, la route est "
        "ouverte.»",
        expect=[
            ("La relation avec Halmar est solide et durable", "Paul Roy"),
            ("Au moment où je parle, la route est ouverte.", "Paul Roy"),
        ],
    )


def test_20_accents_and_no_break_hyphens_do_not_hide_a_speaker() -> None:
    check(
        FR,
        "Le président d’Halmar, Aleksandar Vučić, est venu.",
        "« La route est ouverte », a\u2011t\u2011il dit. « Elle est neuve », a ajouté M.\u00a0Vucic.",
        expect=[("La route est ouverte", "Aleksandar Vučić"), ("Elle est neuve", "Aleksandar Vučić")],
    )


# -- traps -------------------------------------------------------------------------------------------------------------


def test_an_address_inside_a_quote_is_no_person() -> None:
    found = check(
        FR,
        "« Monsieur le Président, la route est ouverte », a déclaré Mme Anne Bel.",
        expect=[("Monsieur le Président, la route est ouverte", "Anne Bel")],
    )
    assert [person.name for person in found.participants] == ["Anne Bel"]


def test_the_comma_behind_the_mark_belongs_to_the_frame() -> None:
    check(FR, "« La route est ouverte », a dit Mme Anne Bel.", expect=[("La route est ouverte", "Anne Bel")])
    check(EN, "“The road is open”, said Ms Anne Bel.", expect=[("The road is open", "Anne Bel")])


def test_nested_words_stay_inside_their_quote() -> None:
    found = check(
        EN,
        "“Our motto is “open roads!” and we keep it every day” says Tjerk Jansen, roads manager.",
        expect=[("Our motto is “open roads!” and we keep it every day", "Tjerk Jansen")],
    )
    assert [other.reason for other in found.non_quotes] == [Reason.NESTED]


def test_apostrophes_do_not_end_single_quotes() -> None:
    check(
        EN,
        "‘We don’t fear the drivers’ anger,’ said Ms Ann Bell. ‘It’s fair.’",
        expect=[("We don’t fear the drivers’ anger,", "Ann Bell"), ("It’s fair.", "Ann Bell")],
    )


def test_participants_handed_in_are_found_where_no_cue_proves_them() -> None:
    check(EN, "“It is late,” laughed Sunny Day.", expect=[("It is late,", "Sunny Day")], known=("Sunny Day",))


def test_marks_in_boilerplate_are_no_speech() -> None:
    found = read(EN, LONG_EN, "About Roads Ltd", "Roads Ltd calls itself “the friend of all who drive at night”.")
    assert found.quotes == ()


def test_names_with_no_break_spaces_are_read() -> None:
    found = read(
        FR,
        "Gor",
        "Le\u00a0directeur\u00a0du\u00a0Conseil\u00a0du\u00a0Port\u00a0Koné\u00a0Brahima\u00a0Yves\u00a0parle.",
    )
    assert [person.name for person in found.participants] in ([], ["Koné\u00a0Brahima\u00a0Yves"])


def test_a_mark_before_the_last_sentence_leaves_nothing_behind() -> None:
    text = "« Le lac est beau », a-t-il dit, avant de préciser que le port est grand.» Il n’y a pas une rive sans port."
    found = read(FR, "Gor", text)
    assert all(each.start < each.end for each in (*found.quotes, *found.non_quotes))


def test_an_opinion_that_ends_with_its_text_is_read() -> None:
    assert read(FR, "Gor", "« Le lac vit », a-t-il dit. Pour la CGT").participants == ()


_FRAGMENTS = [
    *"aB .,:;!?«»“”\"'’‘–-\u00a0\u202f1é",
    "said ",
    "a dit ",
    "M. ",
    "Ann Bell",
    "Luc\u00a0Roy\u00a0Dorn",
    "le maire de ",
    ", selon ",
    ", a-t-il ajouté",
    "Le port vit.",
    " : ",
    "du Conseil\u00a0",
    "(ONU) ",
    "The Honourable ",
    "Citation(s)",
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(_FRAGMENTS), max_size=40).map("".join),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from(list(Language)),
)
def test_any_text_is_read_and_every_place_is_inside_it(paragraphs: list[str], language: Language) -> None:
    found = recognise(paragraphs, language)
    for quote in found.quotes:
        assert (quote.paragraph, quote.start) < (quote.end_paragraph, quote.end)
        assert quote.end <= len(paragraphs[quote.end_paragraph])
    for other in found.non_quotes:
        assert (other.paragraph, other.start) < (other.end_paragraph, other.end)
    for person in found.participants:
        for index, start, end in person.mentions:
            assert 0 <= start < end <= len(paragraphs[index])


# -- shapes met in releases of other houses ----------------------------------------------------------------------------


def test_paragraphs_without_marks_below_said_are_speech_as_long_as_somebody_says_we() -> None:
    found = check(
        EN,
        "Roads Minister Ann Bell said:",
        "Too many people have been hurt on this road.",
        "We will not stand by any longer.",
        "The road opens in May.",
        expect=[("Too many people have been hurt on this road.\nWe will not stand by any longer.", "Ann Bell")],
    )
    assert found.quotes[0].shape == "unmarked"
    assert found.quotes[0].confidence is not Confidence.CERTAIN


def test_a_list_below_an_announcement_is_no_speech() -> None:
    check(EN, "Roads Minister Ann Bell announced:", "  • two new bridges over the river for all.", expect=[])


def test_words_of_a_headline_said_again_in_the_text_have_the_same_speaker() -> None:
    found = recognise(
        ("“The road is open”: winter ends in the north", "“The road is open to everybody,” said Ann Bell, mayor."), EN
    )
    assert [(quote.paragraph, quote.speaker) for quote in found.quotes] == [(0, "Ann Bell"), (1, "Ann Bell")]


@pytest.mark.parametrize(
    ("language", "paragraph", "expect"),
    [
        (
            FR,
            "Paul Bel, maire, a salué « un pas pour la vallée » et rappelé que « rien ne va sans le canton ».",
            [("un pas pour la vallée", "Paul Bel"), ("rien ne va sans le canton", "Paul Bel")],
        ),
        (
            FR,
            (
                "Anne Bel, maire, s’est félicitée de « la mobilisation de tous », "
                "tandis que Luc Roy, préfet, a promis que l’État « ne ferait pas marche arrière »."
            ),
            [("la mobilisation de tous", "Anne Bel"), ("ne ferait pas marche arrière", "Luc Roy")],
        ),
        (
            FR,
            "« La route est ouverte », a dit M. Paul Bel, qui a remercié Mme Anne Roy pour « son travail d’hiver ».",
            [("La route est ouverte", "Paul Bel"), ("son travail d’hiver", "Paul Bel")],
        ),
        (
            FR,
            "Paul Bel, maire, a précisé que « tous les cols ne sont pas sûrs » et que le bus « reprend lundi matin ».",
            [("tous les cols ne sont pas sûrs", "Paul Bel"), ("reprend lundi matin", "Paul Bel")],
        ),
        (
            FR,
            "« La vallée respire » : c’est en ces termes que Paul Bel, maire, a présenté la route.",
            [("La vallée respire", "Paul Bel")],
        ),
        (
            FR,
            "Paul Bel, maire, ouvre la route. Selon lui, l’été sera « calme et ensoleillé ».",
            [("calme et ensoleillé", "Paul Bel")],
        ),
        (
            EN,
            "Ann Bell, mayor, said the council was “tired of waiting” but “open to every offer”.",
            [("tired of waiting", "Ann Bell"), ("open to every offer", "Ann Bell")],
        ),
        (
            EN,
            "Ann Bell, mayor, opened the road. “It is late,” she laughs.",
            [("It is late,", "Ann Bell")],
        ),
        (EN, "“It is late,” Ann Bell of the Roads Union told us.", [("It is late,", "Ann Bell")]),
        (EN, "Ann Bell, mayor, called the plan “not serious”.", [("not serious", "Ann Bell")]),
        (FR, "« La route est à nous. » Anne Bel, maire de Gap", [("La route est à nous.", "Anne Bel")]),
        (
            FR,
            "Selon l’association, « la route n’est pas sûre la nuit ».",
            [("la route n’est pas sûre la nuit", "l’association")],
        ),
    ],
)
def test_clauses_that_share_a_speaker_or_take_the_next(
    language: Language, paragraph: str, expect: list[tuple[str, str | None]]
) -> None:
    check(language, paragraph, expect=expect)


def test_a_term_inside_the_speakers_function_is_no_quote() -> None:
    check(
        FR,
        "« La route est ouverte », a dit Anne Bel, membre du « conseil technique » de la route.",
        expect=[("La route est ouverte", "Anne Bel")],
    )


def test_the_bare_function_does_not_mean_the_deputy() -> None:
    check(
        EN,
        "Secretary of Roads Ann Bell met Deputy Secretary Carl Dorn. The Secretary said that “the road is open now”.",
        expect=[("the road is open now", "Ann Bell")],
    )


def test_the_name_of_a_towns_people_stands_for_who_is_called_so() -> None:
    check(
        FR,
        "Le Fribourgeois Mathieu Jaquin a gagné devant l’Irlandais Kevin Oduyo.",
        "« Je n’y crois pas encore », a soufflé le Fribourgeois.",
        "L’Irlandais s’est montré beau joueur : « Il était plus fort que nous. »",
        expect=[("Je n’y crois pas encore", "Mathieu Jaquin"), ("Il était plus fort que nous.", "Kevin Oduyo")],
    )


def test_what_a_report_notes_in_a_few_marked_words_is_no_quote() -> None:
    check(EN, "The report notes that insurance covers “less than a third” of the losses.", expect=[])


def test_an_office_inside_the_marks_cuts_the_speech() -> None:
    paragraph = (
        "« Le port restera ouvert tout l’hiver, explique son directeur, Luc Roy. "
        "Personne ne sera laissé sur le quai pendant la tempête. »"
    )
    check(
        FR,
        paragraph,
        expect=[
            ("Le port restera ouvert tout l’hiver", "Luc Roy"),
            ("Personne ne sera laissé sur le quai pendant la tempête.", "Luc Roy"),
        ],
    )


def test_words_marked_inside_the_second_half_of_a_cut_speech_stay_inside() -> None:
    paragraph = (
        "« Le port restera ouvert tout l’hiver, a déclaré Eva Dorn, directrice du port. "
        "Le « grand gel » ne fermera pas nos quais, ni les « petits matins ». »"
    )
    check(
        FR,
        paragraph,
        expect=[
            ("Le port restera ouvert tout l’hiver", "Eva Dorn"),
            ("Le « grand gel » ne fermera pas nos quais, ni les « petits matins ».", "Eva Dorn"),
        ],
    )


def test_a_term_of_the_headline_is_no_quote_where_a_speaker_marks_it_too() -> None:
    lines = ("« Je ne crois pas à la « nuit des glaces » cette année », a déclaré Eva Dorn.",)
    found = recognise(("Le port face à la « nuit des glaces »", *lines), FR)
    assert said(found, lines) == [("Je ne crois pas à la « nuit des glaces » cette année", "Eva Dorn")]


def test_a_participle_with_an_object_of_its_own_says_nothing() -> None:
    check(
        FR,
        "Le Comité des ports agit en lançant une campagne contre la fermeture des quais dans la « nuit des glaces ».",
        expect=[],
    )


def test_a_topic_ahead_of_the_sentence_is_its_subject() -> None:
    check(
        FR,
        "Luc Roy, maire, a dit : « Le port restera ouvert tout l’hiver. » "
        "Quant à la directrice du port, Eva Dorn, celle-ci appelle « les équipages à rentrer avant la nuit ».",
        expect=[
            ("Le port restera ouvert tout l’hiver.", "Luc Roy"),
            ("les équipages à rentrer avant la nuit", "Eva Dorn"),
        ],
    )


def test_an_aside_may_part_the_verb_from_its_speaker() -> None:
    check(
        FR,
        "« Le port restera ouvert tout l’hiver », indique, dans un communiqué, Eva Dorn, la directrice du port.",
        expect=[("Le port restera ouvert tout l’hiver", "Eva Dorn")],
    )


def test_quotes_joined_by_a_comma_share_what_follows_them() -> None:
    check(
        FR,
        "« Le port restera ouvert tout l’hiver », « personne ne sera laissé sur le quai », prévient Florence Biotech.",
        expect=[
            ("Le port restera ouvert tout l’hiver", "Florence Biotech"),
            ("personne ne sera laissé sur le quai", "Florence Biotech"),
        ],
    )


def test_the_object_of_a_verb_is_no_speaker_of_its_sentence() -> None:
    check(
        FR,
        "C’est pourquoi Eva Dorn, députée de Port-Neuf, au nom de l’honorable Luc Roy, a annoncé des aides de 1,5 M$.",
        expect=[],
    )


def test_the_name_of_an_event_behind_an_indefinite_article_is_no_quote() -> None:
    check(FR, "Le syndicat des ports appelle à la tenue d’un « Sommet de la Mer du Nord ».", expect=[])
