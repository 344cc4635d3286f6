"""Quotes whose speaker is told elsewhere: by the sentence, by what stands before, by a function, by the body below.

How the texts are written is told in `quoting`.
"""

import pytest
from quoting import found, told

from editor.model.language import Language
from editor.text.recognition import recognise

FRENCH = {
    "the letters of a function stand for who holds it": (
        "Le général Théo Burel, chef d’état-major des armées (CEMA), a passé les troupes en revue. Dans son ordre du "
        "jour, le CEMA a rappelé le sens de la mission : « {{Théo Burel|N’oublions jamais pourquoi nous servons.}} »"
    ),
    "an honorific may go before the first word of a name": (
        "L’assemblée a réélu hier M. Gwan Ki-seok au poste de secrétaire général. M. Gwan a prêté serment. "
        "« {{Gwan Ki-seok|Aucun défi n’est trop grand pour nous}} », a-t-il déclaré."
    ),
    "a capitalised function ends where its complement is elided": (
        "Le Président Directeur Général d’Orvane, Noël Forgeot, explique pour sa part que « {{Noël Forgeot|la maison "
        "se devait de soutenir cette candidature}} »."
    ),
    "the time between commas stands before the subject": (
        "« {{Odile Tarquin|Nous achevons une année charnière pour tous les riverains du lac}} », a déclaré, ce "
        "matin, la présidente de l’Agence, Mme Odile Tarquin, qui a parlé d’une année « {{Odile Tarquin|de doute "
        "et d’espoir}} »."
    ),
    "a frame gives the words back to somebody": (
        "« {{Ivo Marek|La tâche de notre assemblée est de porter la voix des absents.}} » C’est avec ce rappel "
        "que le président de l’assemblée, M. Ivo Marek, a ouvert une session placée sous le signe de la « "
        "Priorité au lac »."
    ),
    "a judgement of one word is the judge’s": (
        "La ministre des Lacs, Rosa Quint, a jugé la nouvelle loi sur les rives « {{Rosa Quint|inutile}} ». Elle "
        "s’est alarmée mardi de la « {{Rosa Quint|précipitation}} » du conseil. Les habitants parlent d’une usine "
        "« fantôme »."
    ),
    "a clause of one’s own before the quote outweighs the main clause behind it": (
        "À propos de Karl Brun, qui a dénoncé jeudi un « {{Karl Brun|coup de force inquiétant}} », la présidente "
        "du port, Ada Nowak, a déclaré qu’elle regrettait son départ."
    ),
    "words in an adjunct are no speech": (
        "Dans son « rapport moral », la présidente de la Ligue, Ada Nowak, alerte sur « {{Ada Nowak|le choix du "
        "pouvoir de fermer les yeux sur les rives}} »."
    ),
    "the sentence is attributed at its end": (
        "Le pays s’engage sur une voie « {{Ada Nowak|sans retour}} » et ferme ses ports, déplore la présidente de "
        "la Ligue, Ada Nowak."
    ),
    "the opening clause has the subject of the main clause": (
        "La maire de Gor, Claire Vasse, a réuni le conseil. Estimant « {{Claire Vasse|qu’il est temps d’ouvrir "
        "les comptes}} », l’élue a commandé un audit."
    ),
    "what has been said leads on": (
        "Le maire de Gor, Luc Arvin, a parlé deux heures. Après avoir rappelé que « {{Luc Arvin|rien n’est "
        "acquis}} », il a remercié les équipes et tenu à saluer « {{Luc Arvin|leur courage sans faille}} »."
    ),
    "a sentence without verb goes on": (
        "Le maire de Gor, Luc Arvin, dénonce un droit « {{Luc Arvin|entravé par un usage disproportionné de la "
        "force}} », comme lors de la marche de mars. Mais aussi « {{Luc Arvin|par la multiplication des "
        "interdictions}} »."
    ),
    "those around an office are not its holder": (
        "Le premier ministre de Gor, Luc Arvin, a reçu la presse. « {{les services du premier ministre|Nous "
        "répondrons dans la semaine}} », ont indiqué à l’agence les services du premier ministre."
    ),
    "an acronym stands for the house of a function": (
        "Le président du Comité international nautique (CIN) Tom Bauer a reçu le président de Gor, Luc Arvin. « "
        "{{Tom Bauer|Votre candidature est exemplaire}} », a ajouté le président du CIN."
    ),
    "the one in charge is the director": (
        "Le maire de Gor, Luc Arvin, et la directrice du chantier, Ines Pral, ont ouvert le pont. « {{Ines "
        "Pral|Les équipes ont travaillé jour et nuit}} », raconte la responsable. L’édile se réjouit : « {{Luc "
        "Arvin|C’est un grand jour.}} »"
    ),
    "the gender of an article tells two holders apart": (
        "Le ministre des Lacs, Paul Arvin, et la commissaire à la Mer, Ilse Brandt, ont inauguré le port. « "
        "{{Ilse Brandt|Ce port est une promesse}} », a-t-elle déclaré. « {{Paul Arvin|Et nous la tiendrons}} », "
        "a-t-il répondu."
    ),
    "the founder is who founded": (
        "Fondée par Helga Storm, la société Nordis emploie trois cents personnes dans la vallée depuis dix ans.\n"
        "« {{Helga Storm|Nous sommes fiers de mettre notre savoir-faire au service de tous}} », se réjouit la "
        "fondatrice."
    ),
    "a young man is who was named last": (
        "Le maire de Gor, Luc Arvin, a confié le bulletin à Théo Duchamp, journaliste de formation, chargé de la "
        "mise en page. « {{Théo Duchamp|Il faut faire respecter les délais}} », sourit le jeune homme."
    ),
    "the people of a country call one of its people": (
        "Le ministre norvégien de la Mer, Nils Berg, a rencontré le maire de Gor, Luc Arvin. « {{Nils Berg|La mer "
        "nous unit}} », a déclaré le Norvégien."
    ),
    "the site of a house speaks for the house": (
        "L’accord a été rejeté mardi par les députés réunis à Gor.\nSelon le site web du Parlement fédéral, « "
        "{{Parlement fédéral|l’accord n’entrera pas en vigueur sans une nouvelle décision}} »."
    ),
    "two single marks are a double one": (
        "Le directeur du port, Luc Arvin, se félicite de la libération des marins arrêtés ‘’{{Luc "
        "Arvin|arbitrairement}}’’."
    ),
    "a subheading repeats what is said": (
        "Le port en colère\n« {{Luc Arvin|Nous ne laisserons pas mourir le port}} »\nLe directeur du port, Luc "
        "Arvin, a reçu les dockers lundi. « {{Luc Arvin|Nous ne laisserons pas mourir le port, et nous nous "
        "battrons}} », a-t-il dit."
    ),
    "a headline accuses": (
        "Claire Vasse fustige un « {{Claire Vasse|déni de démocratie}} »\nLa maire de Gor, Claire Vasse, conteste "
        "la décision du préfet. Elle y voit « {{Claire Vasse|une attaque contre les élus locaux}} »."
    ),
    "a thing between marks does something": (
        "L’initiative «de résiliation» menace les salaires, selon l’Union\nLe scrutin aura lieu en juin dans tout "
        "le pays et portera sur trois objets distincts."
    ),
    "the headline names the one who speaks all along": (
        "Extrait des déclarations de la directrice générale du Port, Anne Bel, lors de l’ouverture du quai\n« "
        "{{Anne Bel|Ce quai est le premier de la côte à n’avoir aucune grue}} »\n« {{Anne Bel|Il serait judicieux "
        "de penser à ouvrir toute la chaîne du froid aux pêcheurs de la côte}} »"
    ),
    "a house that speaks by its name is the organisation": (
        "Harbour Relief n’est pas tendre avec la ville. Dans un pays de l’Union des ports, dix marins ont été "
        "renvoyés. « {{Harbour Relief International|La ville n’était pas à la hauteur}} », écrit Harbour Relief "
        "International. L’organisation dénonce le renvoi de marins, « {{Harbour Relief International|y compris "
        "les plus jeunes}} »."
    ),
    "the group is the house that announces": (
        "Norvane a annoncé mardi la nomination de Luc Arvin à la direction générale.\n« {{Norvane|Une nouvelle "
        "période s’ouvre}} », écrit le groupe dans un communiqué."
    ),
    "whoever takes over is not who leaves": (
        "Le président sortant, Karl Brun, a remercié Ada Nowak, élue mardi. « {{Ada Nowak|Mon intention est de "
        "rester cinq ans}} », a déclaré la nouvelle présidente."
    ),
    "an attribution put in between": (
        "La directrice du port, Anne Bel, a quitté ses fonctions. « {{Anne Bel|Ce port}}, a-t-elle déclaré, "
        "{{Anne Bel|a été au cœur de ma vie}} »."
    ),
    "what a study is called": (
        "La maire de Gor, Claire Vasse, a reçu les éditeurs. Le titre de l’étude se veut neutre : « Les communes "
        "et le numérique à l’école »."
    ),
    "in somebody’s own words": (
        "Claire Vasse a passé douze ans « {{Claire Vasse|à servir la vallée, avec beaucoup de cœur}} », selon ses "
        "propres termes. Claire Vasse quitte la mairie."
    ),
    "a fragment of the one who speaks beside it": (
        "La trentenaire Ines Pral arrive du monde agricole avec « {{Ines Pral|beaucoup d’enthousiasme}} » mais "
        "aussi de l’expérience. « {{Ines Pral|Je garde la tête froide}} », a-t-elle confié."
    ),
    "the association whose words stand between others": (
        "L’association Rives, accusée par la ville de « mentir », s’est dite « {{Rives|profondément attristée}} » "
        "lundi."
    ),
    "a mark that opens the wrong way round": (
        "Les travaux du port ont été validés mardi. »{{Luc Arvin|Le plan est un outil de la politique du port}} "
        "», a expliqué Luc Arvin, directeur du port."
    ),
    "a body is what she means": (
        "La Direction des ports a publié un rapport et annoncé des contrôles. Elle rappelle que « {{Direction des "
        "ports|la mer n’attend personne}} »."
    ),
    "the short line above names who speaks": (
        "Le port de Gor, que dirige Luc Arvin, se réjouit de cette promesse faite aux armateurs de toute la "
        "côte.\nMême avis chez Ada Nowak, la ministre chargée de la région.\n« {{Ada Nowak|Nous, quand on annonce "
        "des choses dans la région, on est très heureux d’avoir de l’argent.}} »"
    ),
    "all parts of a portfolio": (
        "La ministre responsable du Plan Nord, Maud Sirel, et la ministre de l’Emploi et de la Côte, Ines Pral, "
        "sont venues. « {{Maud Sirel|C’est un bel outil}} », soutient la ministre des Ressources, des Forêts et "
        "du Plan Nord."
    ),
    "a ministry in full": (
        "Le ministère de l’Intérieur a annoncé lundi qu’il agirait.\n« {{ministère de l’Intérieur|Certaines "
        "instances ne respectent pas la loi}} », indique le ministère dans un communiqué."
    ),
    "the paper of a ministry": (
        "Le communiqué du ministère de l’Intérieur parle de corps associatifs qui publient des avis sur leurs "
        "activités.\nLe communiqué a également indiqué que “{{ministère de l’Intérieur|de telles pratiques "
        "trompent l’opinion}}”."
    ),
    "those who hear are no part of the function": (
        "La présidente de Gor, Ada Nowak, a quitté le sommet. « {{Ada Nowak|Des choses auraient dû être faites}} "
        "», a déclaré la présidente à la presse, faisant ainsi allusion au « {{Ada Nowak|dernier volet du plan}} "
        "»."
    ),
    "a union holds an opinion": (
        "L’annonce a été diversement accueillie. Pour la CDP-FAP, premier syndicat du port, c’est une « "
        "{{CDP-FAP|porte qui s’ouvre vers la vente}} ». Pour la CDP, le « vrai » but est là."
    ),
    "the headline’s one person is the topic": (
        "Les premiers mots d’Ada Nowak après sa nomination\nAprès des semaines de négociations et des échecs avec "
        "Luc Arvin et Karl Brun, le club a officialisé son arrivée. Le bureau du club a communiqué sur un "
        "accord.\n« {{Ada Nowak|L’histoire et le prestige de ce club}} »\nSuite à cette annonce, elle s’est "
        "exprimée : « {{Ada Nowak|Je suis très heureuse de signer. L’histoire et le prestige de ce club ont "
        "compté}} ».\nAda Nowak, la nouvelle entraîneuse du club, a signé pour trois ans."
    ),
    "the socialist of a town": (
        "Le socialiste Patrick Normand a contesté le périmètre de la métropole, qu’il juge « {{Patrick "
        "Normand|pas pertinent}} »."
    ),
    "names stand above the words": (
        "La réaction des deux équipes\nJocelyn Garnier\n«{{Jocelyn Garnier|Nous avons été trop moyens pour "
        "espérer mieux. On n’a pas été à notre niveau.}}»\nFrancis Gilles\n«{{Francis Gilles|On n’a pu mettre la "
        "manière qu’en première mi-temps. Ensuite, plus rien.}}»"
    ),
    "one is not she": (
        "Ada Nowak, la maire de Gor, a quitté la salle.\nÀ la présidence du port, on parle d’une « {{présidence "
        "du port|situation inédite}} »."
    ),
    "a first name that is a state as well": (
        "Le parquet a ouvert une enquête. « {{Dominique Puech|On fait le lien}} », a indiqué la procureure de la "
        "République Dominique Puech à l’agence."
    ),
    "several sentences are no headline": (
        "Au sortir de la rencontre, l’entraîneur principal, Jean-Luc Arvin, ne cachait pas son analyse lucide et "
        "calme. « {{Jean-Luc Arvin|On a très mal débuté, c’est évident. Mais je suis resté serein.}} »\nIl "
        "appelle à la prudence : « {{Jean-Luc Arvin|Il ne faut pas croire que ce sera facile.}} »"
    ),
    "a verb of any kind with its subject behind it": (
        "Hugo Blin dirige le port. La mise à l’eau « {{Hugo Blin|s’est faite en une nuit}} », se souvient-il. « "
        "{{Hugo Blin|Personne n’a dormi}} », sourit-il encore."
    ),
    "a verb no table has, and a function behind it": (
        "Ada Nowak, directrice du port, a reçu la presse. « {{Ada Nowak|On nous a menti}} », s’étrangle la directrice."
    ),
    "words between commas inside the verb": (
        "Le maire de Gor, Luc Arvin, a, en retour, qualifié l’accord d’« {{Luc Arvin|exemplaire}} »."
    ),
    "one word after the other": (
        "Le maire de Gor, Luc Arvin, a dit tout le mal qu’il pense de la loi : « {{Luc Arvin|bâclée}} », « {{Luc "
        "Arvin|injuste}} », « {{Luc Arvin|dangereuse}} »."
    ),
    "a sentence of its own opens the paragraph": (
        "« {{Odile Roy|Une décision incompréhensible}} ». Odile Roy, présidente des marins, ne cache pas sa colère."
    ),
    "the opinion of whoever is named before": (
        "Un avis partagé par Kim Bertin, docker depuis 2009, pour qui « {{Kim Bertin|le port a changé, mais pas "
        "l’esprit}} ». Kim Bertin a signé le texte."
    ),
    "the opinion of somebody told by a first name": (
        "Pour Lars Kurth, gestionnaire de la communauté chez Xonde.org, « {{Lars Kurth|les deux ports ont un long "
        "passé commun. C’est une joie}} »."
    ),
    "titles of papers are no speech": (
        "La ministre des Lacs, Rosa Quint, a lu une étude sur l’« Évaluation des rives du lac de Gor ». Elle s’est "
        "dite « {{Rosa Quint|inquiète de ces chiffres}} ».\n« A new model of the water that flows through our "
        "lakes », Rosa Quint and Luc Roy\n« Rives et dérives », publié dans la revue du lac."
    ),
    "letters are no speech": (
        "« {{Rosa Quint|Nous avons deux navires}} », résume Rosa Quint, qui dirige le projet « LAGON »."
    ),
    "what the whole release does is no speech": (
        "UPSORT, raccourci de « AJOUTER, OU CHANGER », est une fonction réclamée par les développeurs du port."
    ),
    "what is only wanted is no speech": (
        "Les marins avaient pour but de développer un système en « boucle fermée » au fond du lac."
    ),
    "an opinion, and more behind it": (
        "La présidente du port, Maria Perin, a parlé. « {{Maria Perin|Les villes doivent agir}} », selon la présidente "
        "du port, qui rappelle que l’an passé fut « {{Maria Perin|un moment jamais vu}} »."
    ),
    "who issued the paper": (
        "« {{Ligue des marins|Les quais seront fermés dès mardi}} », indique un communiqué publié vendredi par la "
        "Ligue des marins."
    ),
    "a first name alone and a trade": (
        "« {{Sylvie|On n’en peut plus.}} » Sylvie, docker depuis vingt ans, ne mâche pas ses mots. À ses yeux, « "
        "{{Sylvie|le port ne nous écoute pas}} ». Même son de cloche chez Rachid Amrani (CGT) : « {{Rachid Amrani|On "
        "gère la pénurie.}} »"
    ),
    "a child among others": (
        "Le port a reçu les enfants des marins. Parmi eux, Fatou, 12 ans : « {{Fatou|J’ai perdu mes cahiers.}} »"
    ),
    "somebody asked": (
        "Le port recrute enfin. Sollicitée, la direction assure « {{la direction|comprendre les inquiétudes}} »."
    ),
    "what the call was": (
        "« {{Roger Kalala|Vaccinez vos enfants}} », c’est l’appel lancé par le Dr Roger Kalala, ministre de la Santé, "
        "ce lundi à Gor."
    ),
    "the opinion of an office": (
        "Le ministre des Lacs a reçu le gouverneur de Gor, Peter Cirim. Même son de cloche du côté du gouverneur, pour "
        "qui « {{Peter Cirim|chacun adhère au plan du port}} »."
    ),
    "the speaker inside the first sentence": (
        "Une marche à Gor\nGregory Touss, pasteur de Gor, appelle à marcher.\n« {{Gregory Touss|En fait}}, indique le "
        "pasteur de Gor, {{Gregory Touss|j’ai reçu cet appel comme vous tous}} »."
    ),
    "a colon and who says it": (
        "Le préfet de Gor, Luc Roy, s’oppose au plan du port.\n« {{Luc Roy|C’est tout simplement impossible}} » : Luc "
        "Roy refuse le plan."
    ),
    "several without a name": (
        "Luc Roy a reçu Ada Nowak hier. Sur le lac, les deux parties ont fait part de leurs doutes, disant soutenir « "
        "{{les deux parties|tous les efforts pour la paix}} »."
    ),
    "a paper speaks for itself, not for whoever was named": (
        "Luc Roy a reçu Ada Nowak hier à Gor. « {{communiqué|Des aides au-delà de 2027 sont à l’étude}} », précise le "
        "communiqué."
    ),
    "the letters of a house": (
        "L’Union européenne tient son sommet à Gor. L’UE a rappelé « {{Union européenne|son engagement pour le lac}} »."
    ),
    "an administration is nobody": (
        "Luc Roy, pasteur de Gor, a parlé du plan de l’administration Bident. Elle est attaquée. « {{Luc Roy|Notre "
        "message est que nous voulons la paix}} »."
    ),
    "the words of a law are nobody’s": (
        "La directrice du port, Ada Nowak, a porté plainte. Or l’article 20 de la loi sur les ports dispose "
        "clairement que : « Tout candidat doit montrer qu’il sait bâtir un quai ». « {{Ada Nowak|Ce n’est pas le cas "
        "ici}} », a dit Ada Nowak."
    ),
    "a sentence about a house does not take over": (
        "« {{Karim Han|Nous avons beaucoup d’artisans au port}} », souligne Karim Han, courtier. Écurie Mutuelle "
        "reprend aussi leurs clients. « {{Karim Han|Malgré tout, nous avons des accords}} »."
    ),
    "a house says so by the way": (
        "La Commission européenne a reçu l’association.\n« {{Pieter Hin|La date était impossible}} », a déclaré Pieter "
        "Hin, président de l’association.\nLa Commission a publié le délai sur son site, en disant que « {{Commission "
        "européenne|cette date compte pour l’audition}} »."
    ),
    "the theme of a meeting is no speech": (
        "Le forum s’est ouvert hier autour du thème : « Santé et sécurité : libérer le port ». Esaï Roy, maire, a dit "
        "sa joie : « {{Esaï Roy|Nous l’attendions.}} »"
    ),
    "a study and a colon": (
        "Michel Isnard, directeur du port, présente les chiffres.\n  • L’étude PAC : « L’effet du libre au port, et ce "
        "qu’il en coûte aux marins »"
    ),
    "what somebody is said to have told goes on": (
        "M. Guy Halet a affirmé que le port n’avait subi aucun dommage. De nombreuses maisons auraient ainsi demandé "
        "conseil « {{Guy Halet|car elles ne savaient pas que le port en donnait}} »."
    ),
    "a plea is its speaker’s": (
        "Ce mardi, reprise de l’audience avec la plaidoirie de Me Roland Michel, avocat. Il rappelle que personne n’a "
        "sollicité Raphaël Halet. Il demande la relaxe car « {{Roland Michel|condamner cet homme serait immoral}} »."
    ),
    "words that somebody calls their own": (
        "Le porte-parole du port, Obed Roy, a parlé. Cinq gestes pour faire du lac, selon les mots mêmes d’Obed Roy, « "
        "{{Obed Roy|une référence mondiale}} »."
    ),
    "whose words somebody repeats": (
        "Devant les élus, la maire de Gor, Ada Nowak, a rappelé les mots de Victor Arvin : « {{Victor Arvin|Ouvrir un "
        "port, c’est fermer une prison.}} »"
    ),
    "somebody beside them, with a colon": (
        "Ada Nowak est venue de loin.\nÀ ses côtés, Viktor Lindgren, un docker de 24 ans : « {{Viktor Lindgren|C’est "
        "ma première fois, et sûrement pas la dernière.}} »"
    ),
    "the verb and its subject before the colon": (
        "Rendez-vous l’an prochain au port, promet la maire Ada Nowak : « {{Ada Nowak|Ce sera encore mieux.}} »"
    ),
    "in the same breath": (
        "Paul Arvin se dit conscient des attentes des marins et l’assure : des « {{Paul Arvin|résultats "
        "concrets}} » seront présentés « {{Paul Arvin|rapidement}} » par le port."
    ),
}

ENGLISH = {
    "nobody of a caption is the one who goes on speaking": (
        "Pact stands firm\nSecretary General Ivo Marek met Vice President Paul Tarn in Gor on Tuesday.\nMr Marek "
        "thanked the host nation for its support.\nVice President Paul Tarn (left) and Secretary General Ivo "
        "Marek (right). Photo: Pact\nHe said: “{{Ivo Marek|Since we cannot choose our neighbours, we choose our "
        "friends.}}”"
    ),
    "the website of a house speaks for the house": (
        "An agreement contested\nThe agreement was rejected on Tuesday by members meeting in Gor.\nAccording to "
        "the Federal Parliament's website, “{{Federal Parliament|the agreement cannot enter into force without a "
        "new decision.}}”"
    ),
    "a headline with a name and a wrong mark": (
        "Ivo Marek: ”{{Ivo Marek|Our alliance is stronger than ever before}}”\nSecretary General Ivo Marek spoke "
        "in Gor."
    ),
    "a headline with a function": (
        "Secretary General: “{{Ivo Marek|Our alliance is stronger than ever before}}”\nSecretary General Ivo "
        "Marek spoke in Gor on Monday."
    ),
    "a portfolio of several parts before a name": (
        "The Minister for Farms, Food and the Sea Michael Creel T.D., announced that approvals will issue this "
        "week to all who applied under the scheme.\nCommenting on this the Minister said: “{{Michael Creel|The "
        "high rate is evidence of the commitment of our farmers.}}”"
    ),
    "the spokesperson of a party": (
        "Lake Party MLA Keira Archer has welcomed news that the yard has won a contract.\nThe party's economy "
        "spokesperson said: “{{Keira Archer|It is great news for the yard and for all who work there.}}”"
    ),
    "what something is said to be": ("The mayor of Gor, Ann Bell, said the deal was “{{Ann Bell|almost there.}}”"),
    "a single word is a speaker’s": (
        "Dana Bright, spokeswoman for the port, said the board was “{{Dana Bright|disappointed}}” but “{{Dana "
        "Bright|remained open to talks}}”."
    ),
    "a member called by a title of the place": (
        "The scheme is late again, according to Gor North West Harbour Party TD Michael Moyne.\n“{{Michael "
        "Moyne|This is very disappointing news for our farmers,}}” said Deputy Moyne."
    ),
}


@pytest.mark.parametrize("text", FRENCH.values(), ids=FRENCH)
def test_a_french_reader_knows_who_speaks(text: str) -> None:
    assert found(text, Language.FR) == told(text)


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_an_english_reader_knows_who_speaks(text: str) -> None:
    assert found(text, Language.EN) == told(text)


def test_a_closing_mark_at_the_head_of_a_line_ends_the_quote_above_it() -> None:
    lines = ["« Nous avons des nouvelles pour tous.", "Qui croit pouvoir nous faire taire ?", "» Ada Nowak, présidente"]
    quotes = recognise(lines, Language.FR).quotes
    assert [(each.speaker, each.paragraph, each.end_paragraph) for each in quotes] == [("Ada Nowak", 0, 1)]


def test_a_pair_inside_the_last_paragraph_does_not_end_the_quote() -> None:
    lines = ["“Le port est à tous.", "Un port “ouvert” à chacun, voilà notre vœu.”", "Ada Nowak, présidente du port"]
    quotes = recognise(["Gor", *lines], Language.FR).quotes
    assert [(each.speaker, each.paragraph, each.end_paragraph) for each in quotes] == [("Ada Nowak", 1, 2)]
