"""F49: verbs and what sounds like them, singulars behind a plural article; what is right stays unremarked."""

import pytest
from checking import findings, repaired, row


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Le ministre à déclaré que le port ouvrait.", "Le ministre a déclaré que le port ouvrait."),
        ("L’inflation à de nouveau diminué.", "L’inflation a de nouveau diminué."),
        ("Le bac à été réparé.", "Le bac a été réparé."),
        ("L’offre à rattrapé la demande.", "L’offre a rattrapé la demande."),
        ("Mme Tarrant, ministre, à reçu les élus.", "Mme Tarrant, ministre, a reçu les élus."),
        (
            "Dans treize États, a condition que la France en soit.",
            "Dans treize États, à condition que la France en soit.",
        ),
        ("Elle veille a ce que les blessés soient soignés.", "Elle veille à ce que les blessés soient soignés."),
        ("Conformément a leurs engagements, ils votent.", "Conformément à leurs engagements, ils votent."),
        ("Elles souhaitent s’unir a notre mission.", "Elles souhaitent s’unir à notre mission."),
        ("Pour s’établir a 3,2 % en janvier.", "Pour s’établir à 3,2 % en janvier."),
        ("Les syndicats on travaillé avec nous.", "Les syndicats ont travaillé avec nous."),
        ("Les villes on également convenu du prix.", "Les villes ont également convenu du prix."),
        ("Les élus se son réunis hier.", "Les élus se sont réunis hier."),
        ("Les bacs son chez eux au Canada.", "Les bacs sont chez eux au Canada."),
        ("L’Espagne et l’Italie son jusqu’à présent dehors.", "L’Espagne et l’Italie sont jusqu’à présent dehors."),
        ("Le taux s’établissait a 1,2 % en mai.", "Le taux s’établissait à 1,2 % en mai."),
        ("Cela devrait mettre fin a une grève.", "Cela devrait mettre fin à une grève."),
        ("Le bac ira jusqu’a la rive.", "Le bac ira jusqu’à la rive."),
        ("Un bac a la fois lent et cher.", "Un bac à la fois lent et cher."),
        ("Les villes on perdu le vieux bac.", "Les villes ont perdu le vieux bac."),
        ("Les horaires son susceptibles de changer.", "Les horaires sont susceptibles de changer."),
        ("Les constructeur de bacs sont là.", "Les constructeurs de bacs sont là."),
        ("Ce sont les infrastructure critiques du siècle.", "Ce sont les infrastructures critiques du siècle."),
        ("Il faut des mesure et des document.", "Il faut des mesures et des documents."),
    ],
)
def test_a_mistaken_word_is_found_and_mended(wrong, right):
    assert findings("F49", row(fr=wrong))
    after = repaired("F49", row(fr=wrong))
    assert after.rows[0].sides.fr[0].text == right
    assert findings("F49", after) == ()


@pytest.mark.parametrize(
    "text", ["Le port a ajouter un quai.", "Le rôle qui l’a amener à partir.", "Il reste a faire."]
)
def test_an_infinitive_behind_the_verb_is_doubted_without_a_repair(text):
    (found,) = findings("F49", row(fr=text))
    assert found.mend is None


@pytest.mark.parametrize(
    "text",
    [
        "Le port, à moitié fermé, est resté à proximité du marché, à côté du lac.",
        "Une société à responsabilité limitée, des personnes à mobilité réduite et des accords à intensité égale.",
        "Tout à fait, à peine, à jamais ; il a gardé à découvert une vaste étendue.",
        "Il a la possibilité de partir, elle a lieu d’être et on a un plan.",
        "Le Conseil des ministres a adopté le texte ; un des membres a voté contre.",
        "Il a hier signé le premier dossier ; elle a premier rang.",
        "On a travaillé, on réduit les coûts et on prend son temps.",
        "Son arrivée, son engagement, son pas et le son dans la salle.",
        "Les finance-t-il ? Il les encourage, les mesure et les rend publiques.",
        "Certains totalement différents ; des plus anciens, aux quatre coins, ces mêmes leurs.",
        "La suite a un nom et l’issue a surpris.",
        "« A » devant « a », à a-t-il dit.",
        "https://lac.example/on été/son réunis",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert findings("F49", row(fr=text)) == ()


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Il vient de d’ouvrir le port.", "Il vient d’ouvrir le port."),
        ("La l’eau monte.", "L’eau monte."),
        ("Il dit que qu’il part.", "Il dit qu’il part."),
    ],
)
def test_a_word_before_its_own_elided_form_stands_there_twice(wrong, right):
    assert repaired("F37", row(fr=wrong)).rows[0].sides.fr[0].text == right


def test_a_space_is_missing_before_an_elided_word_too():
    assert repaired("F06", row(fr="Le port ouvre.C’est tout.")).rows[0].sides.fr[0].text == "Le port ouvre. C’est tout."


def test_names_of_bodies_elide_and_english_names_do_not():
    assert repaired("F09", row(fr="La force de la Alliance.")).rows[0].sides.fr[0].text == "La force de l’Alliance."
    assert findings("F09", row(fr="La conférence la Ukraine Recovery Conference et la Open Port Foundation.")) == ()
