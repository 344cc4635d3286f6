"""Persons, their functions and every place that names them."""

import pytest

from editor.model.language import Language
from editor.text.recognition import FoundPerson, KnownPerson, recognise

EN, FR = Language.EN, Language.FR


def people(language: Language, *paragraphs: str, known: tuple[KnownPerson, ...] = ()) -> tuple[FoundPerson, ...]:
    return recognise(("Council opens roads", *paragraphs), language, known).participants


CASES = [
    (EN, "Secretary of State John Marrow met the press.", "John Marrow", "Secretary of State", ""),
    (
        EN,
        "The President of the Republic of Serbia, Aleksandar Vučić, left.",
        "Aleksandar Vučić",
        "President of the Republic of Serbia",
        "RS",
    ),
    (
        EN,
        "They met Ursula von der Heyde, President of the Commission.",
        "Ursula von der Heyde",
        "President of the Commission",
        "",
    ),
    (EN, "French Foreign Minister Anne Bel arrived.", "Anne Bel", "French Foreign Minister", "FR"),
    (
        EN,
        "The appointment of Camille Stewart as Deputy Director was announced.",
        "Camille Stewart",
        "Deputy Director",
        "",
    ),
    (EN, "Minister van den Berg spoke. Mr Karel van den Berg left.", "Karel van den Berg", "", ""),
    (EN, "The talks were led by Dr Ewa Nowak-Brandt.", "Ewa Nowak-Brandt", "", ""),
    (EN, "Watchdog chief Rafael Grosso of Argentina spoke.", "Rafael Grosso", "Watchdog chief", "AR"),
    (FR, "Le ministre de la Défense Jean-Paul Roy est venu.", "Jean-Paul Roy", "ministre de la Défense", ""),
    (FR, "Le président de la Serbie, Aleksandar Vučić, est venu.", "Aleksandar Vučić", "président de la Serbie", "RS"),
    (
        FR,
        "Madame Aminata Mbengue NDIAYE, qui était Présidente du Conseil, part.",
        "Aminata Mbengue Ndiaye",
        "Présidente du Conseil",
        "",
    ),
    (FR, "S.E. M. Moussa Adoum Tchari préside la séance.", "Moussa Adoum Tchari", "", ""),
    (
        FR,
        "L’ambassadrice de France, Marie de La Tour, a ouvert le bal.",
        "Marie de La Tour",
        "ambassadrice de France",
        "FR",
    ),
    (FR, "La nomination d’Anne Bel comme directrice générale est confirmée.", "Anne Bel", "directrice générale", ""),
    (FR, "L’honorable Thérèse Oakley a parlé.", "Thérèse Oakley", "", ""),
]


@pytest.mark.parametrize(("language", "text", "name", "role", "country"), CASES)
def test_a_title_or_honorific_proves_a_person(
    language: Language, text: str, name: str, role: str, country: str
) -> None:
    (person,) = people(language, text)
    assert person.name == name
    assert not role or person.role == role
    assert not country or person.country == country


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "The Hewlett Bank moved to New York on Monday with Logical Decoding."),
        (EN, "The Luhansk People Republics and Zaporizhzhia were discussed."),
        (EN, "The Biden Administration and the Jean Monnet Programme go on."),
        (FR, "Le Conseil de sécurité de l’ONU et la Force pour le Kosovo sont d’accord."),
        (FR, "Monsieur le Président, Mesdames et Messieurs, la séance est ouverte."),
        (EN, "Mr President, the floor is yours. Madam Secretary, thank you."),
        (EN, "It said the United States and Great Britain agreed."),
    ],
)
def test_places_bodies_and_forms_of_address_are_no_persons(language: Language, text: str) -> None:
    assert people(language, text) == ()


def test_every_name_of_an_enumeration_is_found() -> None:
    found = people(EN, "Foreign Ministers Ann Bell, Carl Dorn of Norway and Eva Falk met in Oslo.")
    assert [person.name for person in found] == ["Ann Bell", "Carl Dorn", "Eva Falk"]


def test_a_family_name_joins_its_full_name_and_counts_as_a_mention() -> None:
    (person,) = people(EN, "Mr. Fogh Lykke spoke.", "Secretary General Anders Fogh Lykke left. Lykke smiled.")
    assert person.name == "Anders Fogh Lykke"
    assert len(person.mentions) == 3


def test_accents_do_not_make_two_persons() -> None:
    (person,) = people(FR, "Le président Aleksandar Vučić est venu. M. Vucic est reparti.")
    assert len(person.mentions) == 2


def test_gender_is_told_by_honorifics_and_titles_never_by_first_names() -> None:
    (person,) = people(FR, "La présidente, Jean Bel, est venue.")
    assert person.gender == "f"
    (person,) = people(EN, "Director Mary Bell came.")
    assert person.gender == ""
    (person,) = people(FR, "Mme Dominique Bel, ministre, est venue.")
    assert person.gender == "f"


def test_names_in_contacts_boilerplate_and_quotes_are_no_participants() -> None:
    found = people(
        EN,
        "“I thank President Ian Murdoch for his work,” said Director Ann Bell of the council, who opened the road.",
        "About Roads",
        "Roads was founded by Director Tom Reed in 1993 and has kept every road of the land open ever since that day.",
        "Contact",
        "Press Officer Eva Falk",
    )
    assert [person.name for person in found] == ["Ann Bell"]


def test_a_known_person_keeps_the_name_and_function_handed_in() -> None:
    known = (KnownPerson("Sunny Day", "Director of Light", "Roads Ltd"),)
    (person,) = people(EN, "Sunny Day opened the road.", known=known)
    assert (person.name, person.role, person.organisation, person.known) == (
        "Sunny Day",
        "Director of Light",
        "Roads Ltd",
        True,
    )


def test_a_release_tells_the_post_of_today_better_than_a_list_of_yesterday() -> None:
    known = (KnownPerson("Sunny Day", "Director of Light"),)
    (person,) = people(EN, "Sunny Day, Minister of Roads, opened the road.", known=known)
    assert person.role == "Minister of Roads"
    (person,) = people(EN, "Director Sunny Day opened the road.", known=known)
    assert person.role == "Director of Light"


def test_a_known_person_nobody_names_is_left_out() -> None:
    assert people(EN, "The road is open.", known=(KnownPerson("Ann Bell"),)) == ()


@pytest.mark.parametrize(
    ("language", "paragraph", "name", "role"),
    [
        (FR, "Le maire de Gap Luc Bel a souri.", "Luc Bel", "maire de Gap"),
        (FR, "La ministre de la Mobilité Anne Roy est venue.", "Anne Roy", "ministre de la Mobilité"),
        (
            EN,
            "Ann Bell, Minister of Fisheries, Oceans and the Coast Guard, left.",
            "Ann Bell",
            "Minister of Fisheries, Oceans and the Coast Guard",
        ),
        (
            FR,
            "Anne Bel, ministre de l’Économie, des Finances et du Plan, est venue.",
            "Anne Bel",
            "ministre de l’Économie, des Finances et du Plan",
        ),
        (EN, "“It is late,” said Dr Ann Bell, WHO Director-General.", "Ann Bell", "WHO Director-General"),
        (EN, "Ann Bell, 61, from Gap, was the first patient.", "Ann Bell", ""),
        (
            EN,
            "“It is late,” said Ann Bell, Oxaid’s Country Director in Gap.",
            "Ann Bell",
            "Country Director in Gap",
        ),
    ],
)
def test_a_function_keeps_its_places_and_offices_and_the_name_its_own_words(
    language: Language, paragraph: str, name: str, role: str
) -> None:
    (found,) = people(language, paragraph)
    assert (found.name, found.role) == (name, role)


def test_two_persons_behind_a_function_are_no_offices_of_it() -> None:
    found = people(EN, "Ann Bell, Director of Health, Paul Dorn and Eva Falk met Mr Carl Gray.")
    assert (found[0].name, found[0].role) == ("Ann Bell", "Director of Health")


def test_who_a_function_is_for_is_no_person() -> None:
    assert (
        people(EN, "The Office of the High Commissioner for Displaced Persons warned today that time is short.") == ()
    )


def test_a_headline_completes_a_family_name() -> None:
    found = recognise(("Christelle Lagrange: rates will rise", "“They will,” concluded Ms Lagrange."), EN).participants
    assert [person.name for person in found] == ["Christelle Lagrange"]


def test_a_full_name_without_a_cue_counts_where_its_family_name_speaks() -> None:
    found = people(EN, "The season opens with a work by Dev Anand Rao.", "“I wrote it in a train,” Rao said.")
    assert [person.name for person in found] == ["Dev Anand Rao"]


def test_the_office_before_a_rank_is_the_function() -> None:
    (found,) = people(FR, "Le commandant du groupement de gendarmerie, le colonel Karim Benal, est venu.")
    assert found.role == "commandant du groupement de gendarmerie"


def test_first_names_that_are_countries_and_trades_that_are_family_names_stay_in_the_name() -> None:
    found = people(FR, "Dominique Berger, maire de Gap, a reçu M. Paul Boulanger.")
    assert [person.name for person in found] == ["Dominique Berger", "Paul Boulanger"]


def test_a_product_that_supports_something_is_no_person() -> None:
    assert people(EN, "New tools, such as Bi-Directional Replication, which supports many masters, come with it.") == ()


def test_a_function_keeps_its_bracket_and_ends_before_the_day_it_began() -> None:
    (found,) = people(FR, "Mme Aminata Ndoye, présidente du Conseil Économique, Social et Culturel (CESC) depuis 2019.")
    assert found.role == "présidente du Conseil Économique, Social et Culturel (CESC)"


SENTENCES = [
    (EN, "Anne Falk has been appointed to the position of Treasurer.", {"Anne Falk"}),
    (EN, "Elected as members, in order of votes, are: Anne Falk (Port), Luc Roy (Quay) and Eva Dorn.", 3),
    (EN, "President Falk said: “The harbour was open all winter and nobody noticed it.”", {"Falk"}),
    (EN, "The yard was bought by Dorn Iron S.A. de C.V. on Monday.", set()),
    (EN, "Anne Falk takes over today. Ms Falk knows the harbour well.", {"Anne Falk"}),
    (FR, "Luc Roy a été nommé hier soir.", {"Luc Roy"}),
    (FR, "Le jury a entendu Eva Dorn, ancienne ministre, et Karim Al Roy, ancien maire.", {"Eva Dorn", "Karim Al Roy"}),
    (FR, "La ministre de la Lutte contre les incendies, Eva Dorn, est venue.", {"Eva Dorn"}),
    (FR, "Les clés reviennent au ministre des Ports, Christian Roy.", {"Christian Roy"}),
    (FR, "« Le port vit », a estimé la présidente de l’Alliance des ports (AP), Eva Dorn.", {"Eva Dorn"}),
    (FR, "Les Avocats Solidaires demandent que la loi soit revue.", set()),
    (FR, "« Le lac est à nous », a expliqué Jean Claude de l’Orme.", {"Jean Claude de l’Orme"}),
    (FR, "Mme de Palme, vice-présidente, a ouvert la séance.", {"de Palme"}),
    (FR, "La séance a été présidée par le ministre d’État, Abdoulaye BIO TCHANÉ.", {"Abdoulaye Bio Tchané"}),
    (FR, "Réélection de Stefano Roy au poste de chef du projet", set()),
    (FR, "Marco Dorn et le ministre des Ports, Luc Roy, se sont vus à Gor.", {"Marco Dorn", "Luc Roy"}),
    (FR, "Citant l’écrivain Paul Darmon, elle salue le lac.", {"Paul Darmon"}),
    (FR, "Le préfet de Gor, El-hadj Issaka Lagu, est venu.", {"Issaka Lagu"}),
    (FR, "Selon le ministre de la Mer, du Plan et des Lacs Abdou Sarr, le port est sûr.", {"Abdou Sarr"}),
    (FR, "« Le lac est à nous », a dit Léa Paré/Toé.", {"Léa Paré/Toé"}),
    (FR, "D’emblée M. Heintz précise que le port est fermé.", {"Heintz"}),
    (FR, "Pour sa part, le Colonel AKE DANHO, chef du port, a remercié tous les marins.", {"Ake Danho"}),
    (FR, "Une étude d’Anna Roy, membre du bureau de la Ligue commente le vote du port.", {"Anna Roy"}),
    (
        FR,
        "L’Organisation Interprofessionnelle Agricole du Cacao, le ministre des Lacs, M. Bruno Roy, sont là.",
        {"Bruno Roy"},
    ),
    (FR, "Le ministre des Ports, Dr Pape Sagna Roy, est venu.", {"Pape Sagna Roy"}),
    (EN, "Hiring Stormy Falk is a step. “I am glad,” said Stormy Falk.", {"Stormy Falk"}),
    (EN, "— John Head, Director, Harbour Group", {"John Head"}),
    (EN, "Support for Jessie LTS ends with this year, and nobody has to do anything about it.", set()),
]


@pytest.mark.parametrize(("language", "text", "names"), SENTENCES)
def test_a_sentence_proves_its_persons_and_nobody_else(language: Language, text: str, names: set[str] | int) -> None:
    found = {person.name for person in people(language, text)}
    assert (len(found) if isinstance(names, int) else found) == names


def test_a_company_is_nobody() -> None:
    assert people(FR, "Les bénéficiaires sont Luc Roy inc., Aliments Eva Dorn inc. et Fonderies Bel ltée.") == ()


def names(*paragraphs: str, language: Language = EN) -> list[str]:
    return [person.name for person in people(language, *paragraphs)]


@pytest.mark.parametrize(
    ("language", "paragraph", "expected"),
    [
        (EN, "The day ended with a walk around the lake and a song by the choir for Peter Falk and his family.",
         ["Peter Falk"]),
        (FR, "Il a été remplacé à ce poste par Bertrand Orsel, et la candidate proposée est venue au bord du lac.",
         ["Bertrand Orsel"]),
        (FR, "La réunion s’est tenue en présence de Sylvie Marchal, et chacun a pu voir le lac et ses rives.",
         ["Sylvie Marchal"]),
        (FR, "Les élèves du lycée Pierre Vallon ont planté des arbres au bord du lac, rue Jean Vallon, ce matin.", []),
        (FR, "Un tableau de Paul Vallon, peint par Luc Orsel, est montré au bord du lac dès ce matin.", []),
        (EN, "The Peter Falk Foundation and Peter Falk & Sons have planted trees on the shores of the lake.", []),
        (EN, "A novel written by Peter Falk and the works of Anna Falk are read at the lake today.", []),
        (EN, "25 years ago today, Peter Falk planted the first trees that stand on the shores of the lake.", []),
        (EN, "Peter Falk (1902–1985) planted the first of the trees that stand on the shores of the lake.", []),
        (EN, "Photo: Peter Falk", []),
        (FR, "Elle a décidé de ne pas solliciter de deuxième mandat. C’est Simon Orsel qui lui succède au lac.",
         ["Simon Orsel"]),
        (EN, "The Lake Project was founded in 1993 by Peter Falk to be a truly free community project.", []),
        (FR, "Le projet du lac a été fondé en 1993 par Luc Orsel pour être une vraie communauté de nageurs.", []),
        (EN, "The ceremony was attended by His Worship Patrick Orr, and by Chief Robin W. Vale Jr., of the lake.",
         ["Patrick Orr", "Robin W. Vale Jr."]),
        (EN, "Prince Edward Island and its premier have planted trees along the shores of the lake today.", []),
        (EN, "Patients will move to the new hospital from the Anna Vale hospitals at the north end of the lake.", []),
        (FR, "Le club refuse de libérer ses quatre joueuses (Coura Orsel, Déborah Vallon et Adja Marchal) ce jour.",
         ["Coura Orsel", "Déborah Vallon", "Adja Marchal"]),
        (FR, "Les 15 voix se sont retrouvées chez Zubeyda Orsel (LREM), qui s’est ralliée.", ["Zubeyda Orsel"]),
        (EN, "The text was written with Zubeyda Orr, D-Vermont, who has served on the lake board.", ["Zubeyda Orr"]),
        (FR, "L’élection, à sa deuxième tentative, de Sylvie Marchal a été suivie d’une visite.", ["Sylvie Marchal"]),
        (FR, "C’est ce que montrent les travaux de Claire Vallon et de l’équipe d’Anna Orsel sur le lac.",
         ["Claire Vallon", "Anna Orsel"]),
        (FR, "Zubeyda Orsel s’est entretenue, mercredi au bord du lac, avec les gardiens.", ["Zubeyda Orsel"]),
        (FR, "L’Ambassadeur de Sa Majesté le Roi au lac, M. Zubeyd Orsel, est venu.", ["Zubeyd Orsel"]),
        (FR, "Il a transmis ses vœux à Sa Majesté le Roi Ragnar VI, en présence des gardiens.", ["Ragnar VI"]),
        (EN, "They were received by Queen Ragna II and by Pope Anselm at the lake.", ["Ragna II", "Anselm"]),
        (FR, "Hier, une cérémonie a marqué l’arrivée de Madame Anna Fall au bord du lac.", ["Anna Fall"]),
        (FR, "Le syndicat mixte note que Lyon Métropole a planté des arbres, et Lyon Métropole en est fière.", []),
        (FR, "S.E. M. le Ministre d’Etat, Serge Orsel, a présenté ses vœux aux journaux.", ["Serge Orsel"]),
        (FR, "Le conseil a reçu à Berne le vice-président du Lac, M. XING Xuelang, pour une visite de travail.",
         ["Xing Xuelang"]),
        (FR, "Elle a vu les ministres-présidents du Lac, Luc Orsel, et de la Rive haute, Rudi Vallon, au bord du lac.",
         ["Luc Orsel", "Rudi Vallon"]),
    ],
)  # fmt: skip
def test_a_first_name_tells_a_person_but_not_what_bears_the_name(
    language: Language, paragraph: str, expected: list[str]
) -> None:
    assert names(paragraph, language=language) == expected


def test_whom_only_the_headline_names_takes_part_where_the_text_goes_on_by_the_function() -> None:
    def announced(text: str) -> list[str]:
        headline = "“Whole lake behind its team” – Prime Minister Gordon Vale"
        return [person.name for person in recognise((headline, text), EN).participants]

    assert announced("The PM has sent a message of good luck to all who swim in the lake.") == ["Gordon Vale"]
    assert announced("The Prime Minister has sent a message to all who swim in the lake.") == ["Gordon Vale"]
    assert announced("The team has sent a message of good luck to all who swim in the lake.") == []


@pytest.mark.parametrize(
    ("language", "paragraph", "role", "organisation", "country"),
    [
        (EN, "Joseph B. Orr, Roads Industries’ Chairman, President, and Chief Executive Officer, commented.",
         "Chairman, President, and Chief Executive Officer", "Roads Industries", ""),
        (EN, "Ann Bell, currently senior vice-principal at the University of Gap, left.", "senior vice-principal",
         "University of Gap", ""),
        (EN, "Gap has appointed Professor Ann Bell as its next Vice-Chancellor to replace Sir Luc Roy.",
         "next Vice-Chancellor", "", ""),
        (EN, "Prime Minister of Norway Ann Bell left.", "Prime Minister of Norway", "", "NO"),
        (FR, "La ministre de la Mobilité et ministre responsable de la région de l’Orne, Mme Anne Bel, est venue.",
         "ministre de la Mobilité et ministre responsable de la région de l’Orne", "", ""),
        (FR, "Les députés de Gap, M. Luc Bel et M. Jean Roy, sont venus.", "député de Gap", "", ""),
        (FR, "Les députés de Gap, Mme Anne Bel et M. Jean Roy, sont venus.", "députée de Gap", "", ""),
        (FR, "Elle vient avec le Vice-Premier ministre, ministre des Lacs, ministre de la Pêche, Étienne Bel.",
         "Vice-Premier ministre, ministre des Lacs, ministre de la Pêche", "", ""),
        (FR, "Anne Bel, vice-première ministre, ministre des Lacs, a dit oui.",
         "vice-première ministre, ministre des Lacs", "", ""),
        (EN, "Ann Bell, Prime Minister, Minister of Lakes, left.", "Prime Minister, Minister of Lakes", "", ""),
        (FR, "Il est l’ambassadeur auprès du Président du Lac, M. Luc Bel.", "Président du Lac", "Lac", ""),
        (FR, "J’ai parlé avec Luc Bel, président du Conseil consulaire pour conforter cette relation.",
         "président du Conseil consulaire", "Conseil consulaire", ""),
        (FR, "La présidente de la CCI (Chambre de commerce) à Gap, Anne Bel, le président du Lac, Luc Roy, sont venus.",
         "présidente de la CCI (Chambre de commerce) à Gap", "CCI (Chambre de commerce) à Gap", ""),
        (FR, "Le président de l’OTAN, Luc Bel, est venu.", "président de l’OTAN", "OTAN", ""),
        (FR, "Le président de la République du Sénégal, M. Luc Bel, est venu.", "président de la République du Sénégal",
         "", "SN"),
        (FR, "Le secrétaire général de la Fédération du travail de Belgique, Luc Bel, est venu.",
         "secrétaire général de la Fédération du travail de Belgique", "Fédération du travail de Belgique", "BE"),
        (FR, "M. Luc Bel, directeur des lacs au ministère des Affaires étrangères, est venu.",
         "directeur des lacs au ministère des Affaires étrangères", "ministère des Affaires étrangères", ""),
        (EN, "The Hon. Ann Bell, Minister of Justice and Attorney General of Norway, the Honourable Luc Roy, left.",
         "Minister of Justice and Attorney General of Norway", "", "NO"),
        (EN, "Ann Bell, Minister of Safety, Democratic Institutions and Intergovernmental Affairs, left.",
         "Minister of Safety, Democratic Institutions and Intergovernmental Affairs", "", ""),
        (EN, "The Hon. Ann Bell, Minister of Persons with Disabilities, left.", "Minister of Persons with Disabilities",
         "", ""),
        (EN, "The Hon. Ann Bell, Premier of Marvia and Lake Nation Chief Luc Roy, left.", "Premier of Marvia", "", ""),
        (EN, "Ann Bell, Mayor of Gap for an announcement on lakes, left.", "Mayor of Gap", "", ""),
        (FR, "En présence du préfet Guy Roy, du colonel Luc Bel et de la directrice d’Académie Valérie Bel-Le Goff.",
         "préfet", "", ""),
        (EN, "Mr Luc Bel, for the Office of the High Commissioner for Lakes, said so.", "",
         "Office of the High Commissioner for Lakes", ""),
        (EN, "Ann Bell, Under-Secretary for Lake Affairs, left.", "Under-Secretary for Lake Affairs", "", ""),
        (EN, "The board has announced the appointment of Ann Bell as their new executive director.",
         "new executive director", "", ""),
    ],
)  # fmt: skip
def test_a_function_is_parted_from_its_house_and_a_portfolio_is_none(
    language: Language, paragraph: str, role: str, organisation: str, country: str
) -> None:
    person = people(language, paragraph)[0]
    assert (person.role, person.organisation, person.country) == (role, organisation, country)


@pytest.mark.parametrize(
    ("language", "text", "name", "told"),
    [
        (EN, "Here are Blair Jonas, Minister for Rivers and Mr. Gordon Venn, Minister for the Middle East. With us.",
         "Gordon Venn", ("Minister for the Middle East", "", "")),
        (EN, "With me is Mr. Gerald Cosset who is the Associate Deputy Minister of Foreign Affairs.", "Gerald Cosset",
         ("Associate Deputy Minister of Foreign Affairs", "", "")),
        (EN, "Air Chief Marshal Sir Stuart Penn, Chairman of the Pact’s Military Committee, presides over the meeting.",
         "Stuart Penn", ("Chairman of the Pact’s Military Committee", "Pact’s Military Committee", "")),
        (EN, "Paul Tarn, Minister of Health and Member of Parliament (Halifax), attended the opening of the road.",
         "Paul Tarn", ("Minister of Health and Member of Parliament (Halifax)", "", "")),
        (EN, "Anna Wolde, head of the ICRC delegation in Sudan, said she was pleased.", "Anna Wolde",
         ("head of the ICRC delegation in Sudan", "ICRC", "SD")),
        (EN, "The Ukrainian Ambassador to Belgium, Ivan Hrytsak, opened the exhibition on Monday.", "Ivan Hrytsak",
         ("Ukrainian Ambassador to Belgium", "", "UA")),
        (FR, "Paul Tarn, membre de la FSFE et à l’origine de cette campagne, a répondu aux questions.", "Paul Tarn",
         ("membre de la FSFE et à l’origine de cette campagne", "FSFE", "")),
        (FR, "Mme Lena Sorel, qui est la sous-ministre déléguée des Affaires étrangères, était présente.", "Lena Sorel",
         ("sous-ministre déléguée des Affaires étrangères", "", "")),
        (FR, "Le maréchal de l’Air Stuart Penn, président du Comité militaire de l’OTAN, préside la réunion.",
         "Stuart Penn", ("président du Comité militaire de l’OTAN", "OTAN", "")),
        (FR, "Voici Éric Chevin, président de la CPME et Anne-Victoire Chaumont, responsable de la communication.",
         "Anne-Victoire Chaumont", ("responsable de la communication", "", "")),
    ],
)  # fmt: skip
def test_a_function_ends_where_the_next_person_begins(
    language: Language, text: str, name: str, told: tuple[str, str, str]
) -> None:
    found = recognise(("Gor", text, "The text goes on with another line."), language).participants
    person = next(each for each in found if each.name == name)
    assert (person.role, person.organisation, person.country) == told


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (FR, "Autour de la table, aux côtés du maire Luc Arvin, flanqué de Pierre-Yves Jolivet, on a débattu.",
         "Pierre-Yves Jolivet"),
        (FR, "Elle a cédé la parole à une petite fille de neuf ans, Anita Chavdar, venue pour présenter ses poèmes.",
         "Anita Chavdar"),
        (FR, "Après le discours de François Hollier devant le congrès, les députés ont longuement applaudi.",
         "François Hollier"),
        (FR, "La socialiste liégeoise Kirsi Morel a été désignée par le conseil de la région pour lui succéder.",
         "Kirsi Morel"),
        (EN, "In a show of unity, the ASCL’s Kevin Barlow will speak about the plans of the teachers for the dispute.",
         "Kevin Barlow"),
    ],
)  # fmt: skip
def test_what_stands_around_a_name_shows_that_somebody_takes_part(language: Language, text: str, name: str) -> None:
    found = recognise(("Gor", text, "The text goes on with another line."), language).participants
    assert name in [person.name for person in found]


@pytest.mark.parametrize("name", ["Sterling Reed", "Manning Bell"])
def test_first_names_that_end_as_verbs_do_are_first_names(name: str) -> None:
    found = recognise(("Gor", f"{name}, the mayor, spoke. Hiring Jane Roe was a step, he said."), EN).participants
    assert found[0].name == name


def test_a_ship_that_heads_north_is_nobody() -> None:
    text = "Iron Lake heads north to Gor in May. Dana Wood heads the port and will be there."
    assert [person.name for person in recognise(("Gor", text), EN).participants] == ["Dana Wood"]


def test_no_newspaper_or_saint_is_a_person() -> None:
    text = "Il l’a dit mardi dans Les Échos et à Saint-Malo, devant tous les ports de la côte réunis."
    assert recognise(("Gor", text), FR).participants == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le Président GROUPE ALPHA a été reçu par Eva Dorn, maire de Gor.", ["Eva Dorn"]),
        ("Le Colonel AKE DANHO a été reçu par Eva Dorn, maire de Gor.", ["Ake Danho", "Eva Dorn"]),
        ("Lac Propre et la ministre Eva Dorn ont signé hier l’accord du port.", ["Eva Dorn"]),
        ("Luc Roy et la ministre Eva Dorn ont signé hier l’accord du port.", ["Luc Roy", "Eva Dorn"]),
        ("Eva Dorn/Port de Gor a publié la photo. Eva Dorn, maire de Gor, en est ravie.", ["Eva Dorn"]),
        ("M. de l’Orme a signé hier l’accord du port.", ["de l’Orme"]),
    ],
)
def test_houses_beside_functions_and_bars_are_nobody(text: str, names: list[str]) -> None:
    assert [person.name for person in recognise(("Gor", text), FR).participants] == names
