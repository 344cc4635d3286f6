"""Who is meant: houses, functions, “the latter” and names written without commas, as press offices write them."""

import pytest

from editor.model.language import Language
from editor.text.recognition import recognise

EN, FR = Language.EN, Language.FR


def said(language: Language, *paragraphs: str) -> list[tuple[str, str | None]]:
    lines = paragraphs
    return [
        (lines[quote.paragraph][quote.start : quote.end], quote.speaker) for quote in recognise(lines, language).quotes
    ]


HOUSES = [
    (
        (
            "Une ONG écrit",
            "L'ONG Harbour Watch (HW), accusée de propagande, a répondu hier.",
            "« Nous comptons les bateaux chaque semaine », a déclaré l'organisation de défense des ports.",
        ),
        [("Nous comptons les bateaux chaque semaine", "Harbour Watch")],
    ),
    (
        (
            "Une direction nouvelle",
            "La direction d'Ouestrail change en avril.",
            "Le conseil « a fait le choix d'une personne du métier », explique le communiqué d'Ouestrail.",
        ),
        [("a fait le choix d'une personne du métier", "Ouestrail")],
    ),
    (
        (
            "Recul des ventes",
            "L'association Rives Libres, fondée en 1990, s'est dite « profondément inquiète ».",
        ),
        [("profondément inquiète", "Rives Libres")],
    ),
    (
        (
            "Une convention",
            (
                "La Confédération générale des ports relève que « la victoire est là ». La Ligue romande des marins, "
                "salue un texte « premier du genre, qui fera date »."
            ),
            "Force Marine qualifie cela d'« avancée pour les ports ». Elle souhaite un « texte très rapide ».",
        ),
        [
            ("la victoire est là", "Confédération générale des ports"),
            ("premier du genre, qui fera date", "Ligue romande des marins"),
            ("avancée pour les ports", "Force Marine"),
            ("texte très rapide", "Force Marine"),
        ],
    ),
    (
        (
            "Un financement",
            "Le Conseil d'administration de la Banque des ports libres (BPL) a payé.",
            "Il paiera « trente opérations sur sept ans », indique un communiqué de la BPL, publié jeudi.",
        ),
        [("trente opérations sur sept ans", "Banque des ports libres")],
    ),
    (
        (
            "Un port",
            "L'Alliance des ports a écrit.",
            "« Le port vit toute l'année », peut-on lire dans le communiqué de l'Alliance des ports.",
            "Dans un communiqué, l'Alliance des ports « regrette que rien n'ait été fait ».",
        ),
        [
            ("Le port vit toute l'année", "Alliance des ports"),
            ("regrette que rien n'ait été fait", "Alliance des ports"),
        ],
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected"), HOUSES)
def test_a_house_speaks(paragraphs: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert said(FR, *paragraphs) == expected


def test_the_latter_is_who_was_named_last() -> None:
    found = said(
        FR,
        "Le port change de mains",
        "Luc Roy a confirmé hier qu'il rencontrerait Anne Bel lundi. L'intéressée s'est exprimée dans un message. "
        "Elle y indique « avoir pris acte de cette décision » et se dit « touchée ».",
        "Anne Roy, préfète, a reçu le navigateur Luc Bel. « Nous partons demain matin », a précisé ce dernier.",
    )

    assert found == [
        ("avoir pris acte de cette décision", "Anne Bel"),
        ("touchée", "Anne Bel"),
        ("Nous partons demain matin", "Luc Bel"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (FR, "« La victoire est belle pour tous » a déclaré Justin Valois premier ministre du Cap.", "Justin Valois"),
        (FR, "Pour sa part Nora Trépan ministre du Lac a déclaré « cela va pour nous tous ».", "Nora Trépan"),
        (
            FR,
            "Il part et François Dorval directeur du Port de conclure « je pense que oui, bien sûr ».",
            "François Dorval",
        ),
        (FR, "« Nous avons gagné du temps », a expliqué la Directrice par intérim du Port, Rima Sall.", "Rima Sall"),
        (FR, "Le directeur en exercice du Port, Paul Roy, a dit : « Nous avons gagné du temps. »", "Paul Roy"),
        (FR, "« Nous avons suspendu la grève », de dire Michel Grat, conseiller du syndicat.", "Michel Grat"),
        (FR, "On veut « contribuer à la santé du port », pour reprendre les termes de Luc Bel, directeur.", "Luc Bel"),
        (EN, "“We have won some time,” said Paul Roy director of Harbours on Monday.", "Paul Roy"),
    ],
)
def test_a_function_stands_without_commas_or_with_how_it_is_held(language: Language, text: str, speaker: str) -> None:
    assert [who for _, who in said(language, "Un titre sans nom", text)] == [speaker]


GOR = "Le port a reçu hier la ministre de la Mer, Anne Roy, et le maire de Gor, Paul Dorval."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Le port vit toute l'année », assure l'édile.", "Paul Dorval"),
        ("« Le port vit toute l'année », glisse, amusé, Paul Dorval.", "Paul Dorval"),
        ("« Le port vit toute l'année », a confié à la presse, en marge de la visite, Anne Roy.", "Anne Roy"),
        ("Aux yeux du maire, « le port vit toute l'année ».", "Paul Dorval"),
        ("Anne Roy y voit « un pas de plus vers la mer ».", "Anne Roy"),
        ("Au nom du gouvernement, Anne Roy « regrette cet échec de tous ».", "Anne Roy"),
        ("Le port est « magnifique », selon la ministre de la Mer, Anne Roy.", "Anne Roy"),
    ],
)
def test_french_releases_name_a_speaker_in_many_ways(text: str, speaker: str) -> None:
    assert [who for _, who in said(FR, "Un titre sans nom", GOR, text)] == [speaker]


def test_a_few_words_are_said_by_whoever_judges_so() -> None:
    found = said(
        FR,
        "Un titre sans nom",
        "Alors que tout attend, la ministre de la Mer, Anne Roy, assure qu'il s'agit de son dossier « numéro un » et "
        "que rien ne se réglera « pas malheureusement en deux jours ».",
        "La Fédération des marins du Gor (FMG) qualifie d'« important recul » la nouvelle offre.",
    )

    assert found == [
        ("numéro un", "Anne Roy"),
        ("pas malheureusement en deux jours", "Anne Roy"),
        ("important recul", "Fédération des marins du Gor"),
    ]


def test_a_quote_of_its_own_goes_on_with_the_source_of_the_sentence_above_and_not_with_the_paragraph_below() -> None:
    found = said(
        FR,
        "La motion est rejetée",
        "Le député Luc Bel avait justifié sa demande. La maire, Anne Roy, n'aurait pas agi avec soin, selon Luc Bel.",
        "« Nous pensons que le port a besoin d'une autre maire et d'une autre politique. »",
        "C'est avec beaucoup d'émotion qu'Anne Roy a défendu sa politique du port.",
    )

    assert [who for _, who in found] == ["Luc Bel"]


def test_a_statement_speaks_for_the_house_last_said_to_have_made_one() -> None:
    found = said(
        EN,
        "Harbours agree",
        "Nothing was decided, according to a Harbour Council statement released on Friday.",
        "“The ports shall submit their plans by spring”, - reads the statement.",
    )

    assert found == [("The ports shall submit their plans by spring", "Harbour Council")]


def test_whoever_stands_behind_a_preposition_is_not_who_speaks_next() -> None:
    found = said(
        FR,
        "Un titre sans nom",
        "Paul Dorval, maire, a jugé le choix bon. Il s'est exprimé aux côtés d'Anne Roy, ministre de la Mer.",
        "« Le choix était le bon, et nous le referions », a-t-il ajouté.",
    )

    assert [who for _, who in found] == ["Paul Dorval"]


def test_an_inverted_pronoun_behind_a_quote_says_more_than_a_house_before_it() -> None:
    found = said(
        FR,
        "Un titre sans nom",
        "« À Gor et Lens, la commission a reçu des plaintes », a déclaré le président de la commission, Erik Mose.",
        "Dans le nord, la commission a observé « la destruction de vastes zones urbaines », a-t-il ajouté.",
    )

    assert [who for _, who in found] == ["Erik Mose", "Erik Mose"]


def test_a_family_name_is_told_in_full_by_a_headline_in_capitals() -> None:
    found = said(
        EN,
        "Deputy Harbour Master James M. Dorval Speaks at the Harbour Conference",
        "“To see the harbour full is impressive to all of us,” said Deputy Harbour Master Dorval.",
    )

    assert [who for _, who in found] == ["James M. Dorval"]


@pytest.mark.parametrize("name", ["Adrian Green", "Ruth Mills", "Owen Steel"])
def test_a_family_name_may_be_a_common_word(name: str) -> None:
    text = f"{name}, the director of the museum, said: “This is amazing news for everybody.”"

    assert [who for _, who in said(EN, "Museum wins support", text)] == [name]


def test_a_common_word_behind_a_plain_honorific_is_a_family_name() -> None:
    found = said(
        FR,
        "Un titre sans nom",
        "Le Premier ministre Ousmane Fall a salué ce pas. A en croire le Premier ministre, « rien ne change ici ».",
        "« Rien ne change », a martelé M. Fall.",
    )

    assert [who for _, who in found] == ["Ousmane Fall", "Ousmane Fall"]


def test_a_mark_that_opens_twice_closes_the_second_time() -> None:
    found = said(
        FR, "Un titre sans nom", "Anne Roy, ministre, a parlé d'un moment “ de paix et de joie “ à travers le monde."
    )

    assert found == [("de paix et de joie", "Anne Roy")]


def test_whoever_is_brought_in_by_an_indefinite_article_is_nobody_named_before() -> None:
    found = said(EN, "Harbour grows", "Ann Roy, mayor, was there.", "“We have room,” a spokesman for the port said.")

    assert found == [("We have room,", "a spokesman for the port")]


def test_a_function_of_a_house_is_no_house() -> None:
    found = said(
        EN,
        "Harbour grows",
        "Ann Roy, President of the Alliance of Ports, was there.",
        "“We have room,” concluded the Alliance president.",
        "“Nobody was left out,” reads the statement from Open Harbour.",
    )

    assert found == [("We have room,", "Ann Roy"), ("Nobody was left out,", "Open Harbour")]


def test_a_function_that_no_name_has_means_who_speaks_by_name_without_one() -> None:
    found = said(
        EN,
        "Government watches the snow",
        "Speaking on the radio, the Prime Minister said central government was doing all it could, adding: “If salt is "
        "missing, we should be told so.”",
        "Gordon Bell said he had spoken to manufacturers. He joined Lord Adair on a visit.",
    )

    assert found == [("If salt is missing, we should be told so.", "Gordon Bell")]


def test_a_name_that_only_a_headline_proves_is_meant_in_the_text() -> None:
    found = said(
        FR,
        "La ministre de la Mer Elke Van den Bel veut plusieurs journées sans bateau",
        "Présente au port, Elke Van den Bel a pris la mer. « Le dimanche sans bateau est une fête », a-t-elle dit.",
    )

    assert found == [("Le dimanche sans bateau est une fête", "Elke Van den Bel")]


@pytest.mark.parametrize(
    "text",
    [
        "Luc Bel, ancien marin, a été nommé « chef des équipes du port », a annoncé jeudi la maire, Anne Roy.",
        "Anne Roy, maire, a développé les actions menées, dont la charte « Ports et Tempêtes » du mois de mai.",
        "Un sondage commandé par la Région révèle que les habitants ont une « très bonne opinion du port ».",
        "L'ONG Port Ouvert, accusée de faire la « propagande maritime », s'est dit prête à en parler.",
    ],
)
def test_names_and_terms_in_reported_speech_are_no_quotes(text: str) -> None:
    assert said(FR, "Un titre sans nom", text) == []


def test_a_closing_mark_the_wrong_way_round_ends_the_quote() -> None:
    found = said(
        FR,
        "Un titre sans nom",
        "« Nous prenons cela avec joie« , a déclaré Anne Bel, maire. « Voilà qui est dit. »",
    )

    assert found == [("Nous prenons cela avec joie", "Anne Bel"), ("Voilà qui est dit.", "Anne Bel")]


def test_a_short_sentence_in_marks_below_a_quote_goes_on_with_it() -> None:
    found = said(
        EN,
        "Harbour at its limit",
        "“The harbour has reached its limit this winter,” Ann Bell, Director of Harbours, told reporters.",
        "“There is no respite.”",
    )

    assert [who for _, who in found] == ["Ann Bell", "Ann Bell"]
