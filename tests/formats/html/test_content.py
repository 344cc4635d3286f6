"""Pages of invented sites: their text arrives once and in order, and nothing of the site with it."""

import re
from datetime import date
from pathlib import Path

import pytest

from editor.formats import html
from editor.formats.html import paste
from editor.formats.profiles import load_profile
from editor.formats.table import open_document
from editor.model.passage import MarkKind
from editor.model.rows import RowKind

PATH = Path("page.html")
ONE = "La régie du lac ouvrira une seconde ligne de bacs entre Orfée et le port de Saint-Aubin dès le 3 mai prochain."
TWO = "Les habitants attendent cette ligne depuis que le pont de la Vieille-Rive a été fermé aux camions l’an passé."
THREE = "« Nous voulions un service qui tienne par tous les temps », a déclaré Odile Tarrant, présidente de la régie."
TEXT = (ONE, TWO, THREE)
PROSE = "".join(f"<p>{words}</p>" for words in TEXT)
HEADLINE = "Une seconde ligne de bacs sur le lac"
MENU = "".join(f"<li><a href='/{n}'>Rubrique {n}</a></li>" for n in range(8))
SITE = f"<div id=top><a href=/><img src=logo.png>Régie du lac</a><ul>{MENU}</ul></div>"
TEASERS = "".join(
    f"<div class=card><h3><a href='/a{n}'>Le phare numéro {n} rouvre au public</a></h3><p>{TWO[:90]}…</p></div>"
    for n in range(4)
)


def read(page):
    return html.read(page.encode(), PATH)


def texts(page):
    return [block.text for script in read(page).scripts for block in script.blocks]


def kinds(page):
    return [(block.text, block.kind) for script in read(page).scripts for block in script.blocks]


def told(page):
    return " ".join(note.english() for note in read(page).notes)


@pytest.mark.parametrize(
    "page",
    [
        f"{SITE}<div id=page><div class=col><h1>{HEADLINE}</h1>{PROSE}</div><div class=side>{TEASERS}</div></div>",
        f"{SITE}<main><article><h1>{HEADLINE}</h1>{PROSE}</article><section>{TEASERS}</section></main>",
        f"{SITE}<table><tr><td><ul>{MENU}</ul><td><h1>{HEADLINE}</h1>{PROSE}<td>{TEASERS}</table>",
        f"{SITE}<div class=hero><h1>{HEADLINE}</h1></div><div class=wrap><div class=text>{PROSE}</div>{TEASERS}</div>",
        f"{SITE}<form action=/aspx><div><h1>{HEADLINE}</h1>{PROSE}</div></form><div class=foot><ul>{MENU}</ul></div>",
        f"{SITE}<article><h2><a href=/a>Autre sujet</a></h2></article><article><h1>{HEADLINE}</h1>{PROSE}</article>",
        f"{SITE}<h1>{HEADLINE}</h1><div class=paywall>{PROSE}</div><div class=comments><p>{TWO * 5}</p></div>",
    ],
    ids=["columns", "main", "layout table", "hero", "one form", "teasing article", "comments"],
)
def test_the_text_of_a_page_comes_with_its_headline_and_without_the_site(page):
    assert texts(page) == [HEADLINE, *TEXT]
    assert "furniture of the page" in told(page)


@pytest.mark.parametrize(
    "furniture",
    [
        "<div class='share-bar'><span>Partager</span> <a href=/f>Facebook</a></div>",
        "<div class='sharedaddy'>Partagez cette page avec vos amis et vos collègues de bureau</div>",
        "<p>Imprimer</p>",
        "<div><a href=/s>Partager sur Facebook</a></div>",
        "<p><a href=/x>Lire aussi : le phare rouvre au public</a></p>",
        "<p><strong>À lire aussi :</strong> <a href=/x>Le phare rouvre au public dès samedi</a></p>",
        "<p>Read more: <a href=/x>The lighthouse opens again to the public</a></p>",
        f"<div><h4>Sur le même sujet</h4><ul><li><a href=/x>{TWO[:70]}</a></li></ul></div>",
        "<div class=newsletter><p>Recevez chaque semaine nos nouvelles du lac dans votre boîte aux lettres.</p></div>",
        "<form><label>Votre adresse</label><input type=email><p>Nous ne la donnerons à personne d’autre.</p></form>",
        "<p>12 commentaires</p>",
        "<p class='sr-only'>Ouvre une nouvelle fenêtre</p>",
        "<div class='cookie-consent'><p>Ce site garde des traces de votre passage pour compter ses lecteurs.</p></div>",
        "<p class='d-none'>Caché</p>",
        "<p>Étiquettes : <a href=/t>lac</a>, <a href=/u>bac</a></p>",
        "<p><a href='mailto:?subject=Lac'>Envoyer à un ami</a></p>",
    ],
)
def test_furniture_between_the_paragraphs_is_left_out_and_told(furniture):
    page = f"{SITE}<div class=text><h1>{HEADLINE}</h1><p>{ONE}</p>{furniture}<p>{TWO}</p><p>{THREE}</p></div>"
    assert texts(page) == [HEADLINE, *TEXT]
    assert "Left out within the text: “" in told(page)


NOTICE = "".join(f"<p>{words} Vous pouvez refuser ces traces ou les accepter à tout moment.</p>" for words in TEXT * 9)


def test_a_long_notice_before_the_text_is_not_taken_for_it():
    page = f"<title>{HEADLINE}</title><div class=x1>{NOTICE}</div>{SITE}<div class=x2><h1>{HEADLINE}</h1>{PROSE}</div>"
    assert texts(page) == [HEADLINE, *TEXT]


def test_a_long_notice_behind_a_short_text_does_not_displace_it():
    page = f"<title>{HEADLINE}</title>{SITE}<div class=x2><h1>{HEADLINE}</h1>{PROSE}</div><div class=x1>{NOTICE}</div>"
    assert texts(page)[:4] == [HEADLINE, *TEXT]


@pytest.mark.parametrize(
    "text",
    [
        "<p>Contact presse : Odile Tarrant, <a href='mailto:o@lac.example'>o@lac.example</a></p>",
        "<div class=box><h3>Contact presse</h3><p>Odile Tarrant</p><p>01 23 45 67 89</p></div>",
        "<aside><h3>Note aux rédactions</h3><p>Le lac mesure onze kilomètres de long et deux de large.</p></aside>",
        "<p>- Fin -</p>",
    ],
)
def test_what_ends_a_release_is_text(text):
    page = f"{SITE}<article><h1>{HEADLINE}</h1>{PROSE}{text}</article><footer><ul>{MENU}</ul></footer>"
    assert texts(page)[:4] == [HEADLINE, *TEXT]
    assert len(texts(page)) > 4


def test_links_in_a_paragraph_stay_whatever_a_site_calls_them():
    links = " et ".join(
        f"<a class='tag' href='https://lac.example/{n}'>la ligne numéro {n} du lac</a>" for n in range(3)
    )
    (block,) = (
        block
        for block in read(f"{SITE}<div><h1>{HEADLINE}</h1>{PROSE}<p>{TWO} {links}.</p></div>").scripts[0].blocks
        if "numéro" in block.text
    )
    assert block.text.count("la ligne numéro") == 3
    assert len(block.passage.stretches(MarkKind.LINK)) == 3


def test_words_of_a_paragraph_stay_in_it_whatever_a_site_calls_them():
    inside = f"<p><span><i>{TWO} <a class=related href=/x>La ligne</a></i></span> est prête.</p>"
    short = "<p>Voir <a class=tags href=/x>la page</a> du lac.</p>"
    page = f"{SITE}<div><h1>{HEADLINE}</h1>{inside}{PROSE}{short}<p>{TWO}</p></div>"
    assert f"{TWO} La ligne est prête." in texts(page)
    assert "Voir la page du lac." in texts(page)


def test_links_between_breaks_behind_a_picture_are_words():
    written = (
        f"{ONE}<div class=photo>{TWO}</div>{TWO}<br><br>Les <a href=/x>bacs de la rive</a> partiront à midi. {THREE}"
    )
    assert "bacs de la rive partiront" in " ".join(texts(f"{SITE}<div><h1>{HEADLINE}</h1><div>{written}</div></div>"))


def test_tags_teasers_and_the_way_to_other_pages_behind_the_text_are_left_out():
    behind = (
        "<p><a href=/t/lac>Lac</a> <a href=/t/bac>Bac</a></p><h3>À la une</h3>"
        f"<ul><li><a href=/1>{TWO[:60]}</a><li><a href=/2>{ONE[:60]}</a></ul><p><a href=/p>Page précédente</a></p>"
    )
    assert texts(f"{SITE}<div><h1>{HEADLINE}</h1>{PROSE}{behind}</div>") == [HEADLINE, *TEXT]


# -- the headline ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "page",
    [
        f"<title>{HEADLINE} | Régie du lac</title>{SITE}<h1>Régie du lac</h1><div><h2>{HEADLINE}</h2>{PROSE}</div>",
        f"<meta property='og:title' content='{HEADLINE}'>{SITE}<div><h1>Info</h1><h3>{HEADLINE}</h3>{PROSE}</div>",
        f"<title>{HEADLINE}</title>{SITE}<table><tr><td><font size=5><b>{HEADLINE}</b></font><br>{PROSE}</table>",
        f"<title>Lac : {HEADLINE}</title>{SITE}<div><p class=gros><b>{HEADLINE}</b></p>{PROSE}</div>",
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"' + HEADLINE + '"}]}</script>'
        f"{SITE}<h1>Le lac et vous</h1><div><h2>{HEADLINE}</h2>{PROSE}</div>",
    ],
    ids=["window title", "open graph", "old page", "no heading", "linked data"],
)
def test_the_headline_is_what_the_page_gives_as_its_title(page):
    assert (HEADLINE, RowKind.HEADLINE) in kinds(page)
    assert [kind for _, kind in kinds(page)].count(RowKind.HEADLINE) == 1


def test_a_headline_that_stands_nowhere_in_the_text_is_the_title_of_the_page_and_it_is_said():
    page = f"<title>{HEADLINE} - Régie du lac</title>{SITE}<div>{PROSE}</div>"
    assert kinds(page)[0] == (HEADLINE, RowKind.HEADLINE)
    assert "taken from the title of the page" in told(page)


# -- the day -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2024-05-03T08:00:00+02:00'>",
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-03"}</script>',
        '<script type="application/ld+json">[{"@type":["Thing","PressRelease"],"datePublished":"2024-05-03"}]</script>',
        "<p><time datetime='2024-05-03' itemprop=datePublished>vendredi</time></p>",
        "<meta name=date content=20240503>",
    ],
)
def test_the_day_of_issue_is_read_from_the_data_of_a_page(head):
    assert read(f"{head}{SITE}<div><h1>{HEADLINE}</h1>{PROSE}</div>").stated.day == date(2024, 5, 3)


def test_the_day_is_read_beside_the_headline_where_the_data_say_nothing():
    line = "<div class=meta><a href=/u>Rédaction</a> publié le 3 mai 2024 à 8 h 30</div>"
    page = f"{SITE}<div><h1>{HEADLINE}</h1>{line}{PROSE}</div>"
    assert read(page).stated.day == date(2024, 5, 3)


def test_the_day_shown_goes_before_that_of_greenwich():
    head = "<meta property='article:published_time' content='2024-05-04T00:08:00Z'>"
    page = f"{head}{SITE}<div><h1>{HEADLINE}</h1><p>Publié le 3 mai 2024</p>{PROSE}</div>"
    assert read(page).stated.day == date(2024, 5, 3)


@pytest.mark.parametrize(
    "data",
    [
        "{" * 5000,
        "[" * 100_000,
        '{"@type":"NewsArticle","datePublished":"' + "9" * 600_000 + '"}',
        '{"@type":"NewsArticle","datePublished":{"a":1},"headline":["x"]}',
        '{"@type":"NewsArticle","datePublished":"0001-01-01"}',
        '{"@graph":[{"@graph":[{"@graph":[]}]}]}',
        "alert('no data')",
    ],
)
def test_data_that_are_none_do_no_harm(data):
    page = f'<script type="application/ld+json">{data}</script>{SITE}<div><h1>{HEADLINE}</h1>{PROSE}</div>'
    assert texts(page) == [HEADLINE, *TEXT]
    assert read(page).stated.day is None


# -- documents ---------------------------------------------------------------------------------------------------------


def test_a_document_without_menus_is_text_from_beginning_to_end():
    page = f"<p>Orfée, le 3 mai</p><div><p>{ONE}</p><p>{TWO}</p></div><p>Partager</p><p>Odile Tarrant</p>"
    assert texts(page) == ["Orfée, le 3 mai", ONE, TWO, "Partager", "Odile Tarrant"]


def test_what_is_chosen_and_pasted_stays_whole_a_list_of_links_included():
    assert [block.text for block in paste(f"<h2>Liens</h2><ul>{MENU}</ul>").blocks][:2] == ["Liens", "Rubrique 0"]
    whole = f"<header>{SITE}</header><main><h1>{HEADLINE}</h1>{PROSE}</main><footer>Pied</footer>"
    assert [block.text for block in paste(whole).blocks] == [HEADLINE, *TEXT]


def test_a_page_pasted_whole_into_an_import_is_read_as_a_page():
    (script,) = html.manuscript(f"{SITE}<div class=wrap><h1>{HEADLINE}</h1>{PROSE}</div>{SITE}").scripts
    assert [block.text for block in script.blocks] == [HEADLINE, *TEXT]


def test_text_that_a_page_hides_is_left_out_and_told():
    page = f"<div><h1>{HEADLINE}</h1>{PROSE}</div><div style='display:none'>{PROSE}</div>"
    assert texts(page) == [HEADLINE, *TEXT]
    assert "Text that the page hides was left out." in told(page)


ENGLISH = (
    "The lake authority will open a second line of ferries between Orfée and the port of Saint-Aubin on 3 May.",
    "The people of the town have waited for this line since the old bridge was closed to lorries three years ago.",
    "“We wanted a service that holds in all weathers,” said Odile Tarrant, the president of the authority.",
)


@pytest.mark.parametrize("way", ["style='display:none'", "hidden", "aria-hidden=true"])
def test_the_other_language_of_a_page_that_shows_one_at_a_time_is_read_and_it_is_said(way):
    shown = "".join(f"<p>{words}</p>" for words in ENGLISH)
    page = f"{SITE}<div id=en><h1>A second line</h1>{shown}</div><div id=fr {way}><h2>{HEADLINE}</h2>{PROSE}</div>"
    assert texts(page) == ["A second line", *ENGLISH, HEADLINE, *TEXT]
    assert "it is in the other language" in told(page)


@pytest.mark.parametrize("hidden", [f"<p>{THREE}</p>", f"<nav>{PROSE * 9}</nav>", f"<p>{' '.join(ENGLISH)}</p>"])
def test_what_is_hidden_and_no_translation_stays_hidden(hidden):
    page = f"{SITE}<div id=fr><h1>{HEADLINE}</h1>{PROSE}</div><div hidden>{hidden}</div>"
    found = read(page.replace(ENGLISH[0], "Menu"))
    assert [block.text for script in found.scripts for block in script.blocks] == [HEADLINE, *TEXT]


def test_styles_of_word_tell_headline_caption_and_what_stands_around_the_text():
    page = (
        f"<p class=MsoHeader>Régie du lac</p><p class=MsoToc1>Tarifs 2</p><p class=MsoTitle>{HEADLINE}</p>{PROSE}"
        "<p class=MsoCaption>Le bac</p><p class=MsoFooter>Quai du Port</p>"
    )
    assert kinds(page) == [
        (HEADLINE, RowKind.HEADLINE),
        *((words, None) for words in TEXT),
        ("Le bac", RowKind.CAPTION),
    ]


@pytest.mark.parametrize(
    ("head", "href", "target"),
    [
        ("<base href='https://lac.example/fr/'>", "bac", "https://lac.example/fr/bac"),
        ("<link rel=canonical href='https://lac.example/fr/page'>", "/bac?a=1", "https://lac.example/bac?a=1"),
        ("<meta property='og:url' content='https://lac.example/fr/page'>", "//a.example/", "https://a.example/"),
        ("", "https://www.google.com/url?q=https://lac.example/a%3Fb%3D1&sa=D", "https://lac.example/a?b=1"),
        (
            "",
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Flac.example%2F&data=05",
            "https://lac.example/",
        ),
        ("", "https://www.google.com/url?q=javascript:evil()", "https://www.google.com/url?q=javascript:evil()"),
    ],
)
def test_links_lead_where_the_page_meant_them_to(head, href, target):
    (script,) = read(f"{head}<p>Voir <a href='{href}'>la page</a></p>").scripts
    assert [mark.target for mark in script.blocks[0].passage.stretches(MarkKind.LINK)] == [target]


def test_relative_links_of_a_page_that_does_not_say_where_it_was_are_none():
    for head in ("", "<base href='file:///a/'>", "<base href='javascript:x'>", "<base href='https://[::1'>"):
        (script,) = read(f"{head}<p>Voir <a href='/bac'>la page</a></p>").scripts
        assert script.blocks[0].passage.stretches(MarkKind.LINK) in ((), [])


def test_pictures_of_the_text_are_counted_and_those_of_the_site_and_of_programs_are_not():
    page = (
        f"{SITE}<div><h1>{HEADLINE}</h1><img src=a.png><img src=t.gif width=1>{PROSE}</div><nav><img src=b.png></nav>"
    )
    assert "1 picture was left out" in told(page)


def test_a_page_that_is_nothing_but_furniture_is_read_whole():
    assert texts(f"<ul>{MENU}</ul>")[:2] == ["Rubrique 0", "Rubrique 1"]


# -- the markup of systems that offices use ----------------------------------------------------------------------------

SITES = Path(__file__).parent / "sites"
"""One invented release, as WordPress, SPIP, Drupal and others set it."""
RELEASE = (
    "Le lac d’Orfée rouvre à la navigation",
    "Orfée, le 3 mai 2024 – La régie du lac rouvre lundi la navigation entre les deux rives, après un an de travaux.",
    "Les trois bacs partiront toutes les vingt minutes, de six heures à vingt-deux heures, y compris le dimanche.",
    "«\u00a0C’est un soulagement pour les habitants de la rive nord\u00a0», a déclaré Odile Tarrant, qui la préside.",
    "Des tarifs inchangés",
    "Le billet reste à deux euros, et les abonnés de la rive nord voyageront gratuitement jusqu’à la fin du mois.",
    "un départ toutes les vingt minutes\u00a0;",
    "deux places pour les fauteuils roulants à bord de chaque bac\u00a0;",
    "un abri chauffé à chaque embarcadère.",
    "Contact presse",
    "Bruno Achard, service de presse, 01 99 00 12 34, presse@lac-orfee.example",
)
CAPTION = "Un bac au port d’Orfée, le 2 mai 2024. © Régie du lac"
BESIDE = re.compile(r"(?:publié|vendredi|communiqué de presse|de :|source|03/05|- 30).*", re.IGNORECASE)
"""Lines round a headline that say no more than day and issuer."""


@pytest.mark.parametrize("path", sorted(SITES.glob("*.html")), ids=lambda path: path.stem)
def test_a_release_arrives_whole_from_the_markup_of_every_system(path):
    found = html.read(path.read_bytes(), path)
    blocks = [block for script in found.scripts for block in script.blocks]
    said = [re.sub(r"^[-–]\s+", "", block.text) for block in blocks]
    assert [text for text in said if text != CAPTION and not BESIDE.fullmatch(text)] == list(RELEASE)
    assert [block.text for block in blocks if block.kind is RowKind.HEADLINE] == [RELEASE[0]]
    assert [block.text for block in blocks if block.kind is RowKind.CAPTION] in ([], [CAPTION])


@pytest.mark.parametrize("path", sorted(SITES.glob("*.html")), ids=lambda path: path.stem)
def test_the_day_of_a_release_arrives_from_every_system(path):
    arrived = open_document(path, load_profile("sample"))
    assert arrived.doc.release.date == date(2024, 5, 3)
    assert [row.kind for row in arrived.doc.rows].count(RowKind.LIST_ITEM) == 3
