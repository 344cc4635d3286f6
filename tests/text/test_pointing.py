"""Whom words point back at: « le second », “her predecessor”, « celui-ci », letters that stand for a name."""

import pytest
from quoting import found, told

from editor.model.language import Language

FRENCH = {
    "the first and the second of two": (
        "Le bac est arrivé en présence du maire, Hervé Castan, et de la conseillère Lucie Bouvard.\n"
        "« {{Hervé Castan|C’est un bac pour tous}} », se réjouit le premier. « {{Lucie Bouvard|Nous l’attendions "
        "depuis dix ans}} », renchérit la seconde."
    ),
    "who leaves an office": (
        "Le conseil a nommé Mme Anneli Saar directrice, en remplacement de M. Pierre Ricard, qui part en mai.\n"
        "Son prédécesseur s’est dit « {{Pierre Ricard|ravi de passer la barre}} ». « {{Pierre Ricard|Elle connaît "
        "le lac}} », a-t-il souligné."
    ),
    "a function whose verb has an infinitive": (
        "Le directeur du port n’a pas manqué de souligner « {{directeur du port|un droit au lac pour tous}} »."
    ),
    "a function that had the occasion": (
        "La maire a eu l’occasion de rappeler « {{maire|un droit au lac pour tous}} »."
    ),
    "a verb between commas inside the sentence": (
        "C’est, dit Luc Roy, maire, « {{Luc Roy|un beau jour pour le lac}} »."
    ),
    "who stands in for somebody": (
        "Jean Dorn remplace Luc Roy, blessé. Luc Roy est gardien. « {{Jean Dorn|C’est beau et grand}} », a dit son "
        "remplaçant."
    ),
    "a house that reacts between two quotes": (
        "« {{Luc Roy|Un port}} », dit Luc Roy, maire. Le Club des marins a réagi. « {{Club des marins|Nous avons tenu "
        "bon tout l’hiver}} »."
    ),
    "the counterpart": (
        "M. Karl Reiter a jugé le calendrier « {{Karl Reiter|ambitieux mais tenable}} » devant M. Luc Roy. Son "
        "homologue préférait le qualifier de « {{Luc Roy|nécessaire}} »."
    ),
    "whoever replies is not who asked": (
        "Le président Oumar Sarr est arrivé hier à Gor. « {{Clara Weiss|Nos deux rives s’attendaient}} », a lancé "
        "la présidente Clara Weiss à son hôte. « {{Oumar Sarr|Elles se retrouvent}} », a répondu celui-ci."
    ),
    "the latter’s opinion": (
        "« {{Guy Tessier|Neuf pannes sur dix commencent la nuit}} », rappelle le directeur du port, Guy Tessier. De "
        "l’avis de ce dernier, « {{Guy Tessier|la veille est l’affaire de tous}} »."
    ),
    "letters of a name, as in an interview": (
        "Claire Vidal dirige l’Agence depuis 2019.\nC. V. : « {{Claire Vidal|Réparer les quais, d’abord.}} »"
    ),
    "letters by which everybody knows somebody": (
        "Le ministre des Lacs Kodjo Kané Bertin a reçu l’association hier. Le ministre KKB a salué « {{Kodjo Kané "
        "Bertin|un travail de tous les jours}} »."
    ),
    "a function and the first name": (
        "Le préfet de Gor, Issaka Lagu, a visité le port. Le préfet Issaka a félicité les marins. « {{Issaka Lagu|"
        "Notre vœu est que vous restiez}} », a-t-il déclaré."
    ),
    "a family name goes first, and comes again with a title": (
        "Ce bilan, a noté Prof. AHOU Alban, directeur du port, est exact. « {{Ahou Alban|Il faut reprendre tout le "
        "quai}} », a souligné Prof. Ahou."
    ),
    "somebody by a noun that is an adjective too": (
        "Le recteur de Gor, Alain Destin, a présenté le plan. L’universitaire en appelle à « {{Alain Destin|la "
        "patience de chacun}} »."
    ),
    "a researcher is the one named before, not a professor named below": (
        "« {{Marina Sancho|Les deux systèmes se valent}} », résume Marina Sancho, l’une des auteurs. « {{Marina "
        "Sancho|Prenez le cas du lac}} », explique la chercheuse.\nCette étude vient du laboratoire conduit par le "
        "professeur David Alonso."
    ),
    "a sentence about a pronoun has no new subject": (
        "M. Zadi Roy a vu le ministre hier. Ce fut l’occasion pour Zadi Roy de féliciter le ministre des Lacs, Karl "
        "Bertin. Aussi a-t-il invité tous les marins à suivre Karl Bertin. « {{Zadi Roy|Un ministre qui travaille "
        "pour nous tous}} », soutient-il."
    ),
    "whoever is named last, where nobody was a subject": (
        "Un refus\nOn a eu confirmation de cela par Antonia Carelli, de la Commission. Elle a déclaré :\n« {{Antonia "
        "Carelli|Oui, le conseil a tranché.}} »"
    ),
    "somebody named inside the quote does not say it": (
        "Le ministre Amédé Koffi, président du comité, a détaillé le programme.\n« {{Amédé Koffi|Nous avons un "
        "candidat : le président Alain Roy}} », a-t-il confirmé."
    ),
    "one function in two spellings": (
        "Le ministre Jean Mbungani a reçu hier la coordinatrice de l’Organisation des riverains (ORPAL), Sandra Dongo. "
        "La coordonnatrice de l’ORPAL s’est dite heureuse. « {{Sandra Dongo|Le ministre nous a écoutés}} », a-t-elle "
        "déclaré."
    ),
    "an office of a house goes on": (
        "La Représentante du PORD a ouvert la séance en présence du ministre Ibra Saïd. Elle a présenté le projet : « "
        "{{Représentante du PORD|Apprendre en faisant, voilà le cœur de notre démarche.}} »"
    ),
    "somebody who stays without a name": (
        "La présidente des riverains, Lydie Koffi, a parlé.\nL’une des participantes au projet a témoigné de son "
        "parcours.\n« {{L’une des participantes au projet|Quand la parole est libre, le cœur se détend}} », a-t-elle "
        "confié."
    ),
    "a stadium is nobody": (
        "Le ministre Amédé Koffi, président du comité, a détaillé le programme :\n- 21 juin : révision des textes.\n"
        "- 22 juin : grand meeting au stade Alassane Roy.\n« {{Amédé Koffi|Nous désignerons notre candidat}} », a-t-il "
        "confirmé."
    ),
    "somebody told by office and house alone": (
        "Le directeur du travail, Edgar Dahou, a souhaité la bienvenue. À sa suite, le président de l’OBIS a relevé "
        "un point de l’ordre du jour. Ce rapport a trois missions. « {{président de l’OBIS|La première est de faire "
        "le bilan de l’année}} », a-t-il ajouté."
    ),
    "what somebody reproaches another with": (
        "Eva Dorn, maire de Gor, a dénoncé les propos de Luc Roy : « {{Eva Dorn|C’est une honte pour notre ville.}} »"
    ),
    "whose words somebody recalls, with a function behind the name": (
        "Eva Dorn, maire, a rappelé les mots de Luc Roy, préfet : « {{Luc Roy|Un port se garde jour et nuit.}} »"
    ),
    "a house with somebody’s initials": (
        "Luc André Bell a présenté le LAB hier. « {{LAB|Nous avons tenu bon}} », a indiqué le LAB."
    ),
    "a school with somebody’s initials": (
        "Eva Nora Anders dirige le port. L’ENA a salué « {{ENA|un travail de tous les jours}} »."
    ),
    "a union with somebody’s initials": (
        "Ursula Emmer, maire de Gor, a parlé. L’UE a salué « {{UE|un travail de tous les jours}} »."
    ),
    "a study is nobody": (
        "Eva Dorn est maire. L’une des études a dit autre chose. « {{Eva Dorn|Nous avons tenu bon}} », a-t-elle ajouté."
    ),
}

ENGLISH = {
    "the former and the latter": (
        "The pier was opened by mayor Helen Marsh and port director Tom Reeve.\n“{{Helen Marsh|It is a place for "
        "everyone,}}” said the former. “{{Tom Reeve|We have waited ten years,}}” added the latter."
    ),
    "who is told something, with a function behind the name": (
        "Ann Bell, the mayor, told Tom Reed, the director, that “{{Ann Bell|the time had come}}”."
    ),
    "the president of a bank": (
        "The president of a bank in Gor said that “{{president of a bank in Gor|the time had come}}”."
    ),
    "the former before the verb": (
        "Ann Bell, the mayor, and Tom Reed, the director, met on Monday. “{{Ann Bell|It was time,}}” the former said."
    ),
    "what somebody condemns": (
        "Ann Bell, the mayor, condemned the words of Tom Reed: “{{Ann Bell|It is a shame for our town.}}”"
    ),
    "a report is nobody": (
        "Ann Bell is the mayor. One of the reports said otherwise. “{{Ann Bell|We did our best,}}” she added."
    ),
    "a predecessor": (
        "The board has appointed Dr Anneli Saar as director, succeeding Pierre Ricard, who retires in May.\nHer "
        "predecessor said he was “{{Pierre Ricard|delighted to hand over.}}” “{{Pierre Ricard|Anneli knows the "
        "lake,}}” he added."
    ),
    "a line that leads to the next": (
        "As Simon Bell, the port director, wrote,\n“{{Simon Bell|This is a great day for everybody on the lake. We "
        "shall remember it.}}”"
    ),
    "whoever heads a house is somebody": (
        "Claire Vidal has headed the Agency since 2019.\nVidal: “{{Claire Vidal|Because the drought will not wait.}}”"
    ),
    "the signature with a long form of respect": (
        "Homes for the lake\n“{{Anita Roy|Our government listens to everybody.}}”\n– The Honourable Anita Roy, "
        "Minister for Lakes\n“{{Mark Bell|This will change lives.}}”\nThe Honourable Mark Bell, Minister of Housing "
        "and Member for Gor"
    ),
    "the name of a saint is a place": (
        "The port of St. John’s opens today. St. John’s said it was ready. “{{Ann Bell|We are ready for them,}}” "
        "said Ann Bell."
    ),
}


@pytest.mark.parametrize("text", FRENCH.values(), ids=FRENCH)
def test_a_french_reader_knows_who_is_pointed_at(text: str) -> None:
    assert found(text, Language.FR) == told(text)


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_an_english_reader_knows_who_is_pointed_at(text: str) -> None:
    assert found(text, Language.EN) == told(text)
