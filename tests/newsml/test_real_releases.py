"""Three real releases, completed as an office would: valid and whole in every shape, body and stage of their life."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from cargo import carried
from lxml import etree

from editor.edits.details import enter
from editor.edits.pictures import add_picture
from editor.edits.rows import leave_one_sided
from editor.edits.writing import replace as write
from editor.formats.profiles import load_profile
from editor.formats.table import open_pair
from editor.model.language import Bilingual, Language
from editor.model.pictures import Picture
from editor.model.release import Action, Publication
from editor.newsml.build import Body, Shape, build
from editor.newsml.edition import prepare
from editor.newsml.read import read
from editor.newsml.validate import Level, validate
from editor.publishing.plan import stamped
from editor.text.language import language_of

AT = datetime(2024, 5, 14, 9, 30, tzinfo=UTC)
NATO = load_profile("nato")
SEED = Path(__file__).parents[1] / "journeys" / "data" / "seed-en.txt"
PAIRS = ("nato-seed", "pgsql-94", "debian-20120606")

FIELDS = {
    "reference": "PR/CP(2024)078",
    "place.en": "Brussels",
    "place.fr": "Bruxelles",
    "country": "BE",
    "topics": "20000639, 20000644",
    "keywords.en": "partnership, community",
    "keywords.fr": "partenariat, communauté",
    "person.1.organisation.en": "Lake Office",
    "person.1.organisation.fr": "Office du lac",
    "person.1.country": "BE",
    "person.1.function.en": "Director",
    "person.1.function.fr": "directeur",
    "person.2.function.en": "Project Leader",
    "person.2.function.fr": "responsable du projet",
}
"""What the texts do not say, and a release has nevertheless."""

PHOTO = Picture(
    "i1",
    "photo.jpg",
    credit=Bilingual("Lake Office", "Office du lac"),
    alternative=Bilingual("Two people at a table", "Deux personnes à une table"),
    media_type="image/jpeg",
    size=12345,
    width=900,
    height=600,
    fingerprint="ab" * 32,
)

CAPTION = ("The project leaders at their table", "Les responsables du projet à leur table")
NOTE = Bilingual("The second paragraph was changed.", "Le deuxième paragraphe a été modifié.")
PAST = {
    "new": (),
    "withhold": (),
    "embargo": (),
    "update": (Action.NEW,),
    "correction": (Action.NEW, Action.UPDATE),
    "cancel": (Action.NEW, Action.CORRECTION),
    "release": (Action.WITHHOLD,),
}
"""Each stage of a life, and what went before."""

EXPLAINED = {"N39": "lets the line break there"}
"""The doubts real texts leave, by rule, with words of what is said of them.

N39: the authors typed ordinary spaces beside « and : where the house sets no-break ones. A text is published as it was
typed; making its spaces those of the house is offered before (`communique fix`), and is for its author to decide.
"""

CASES = [
    pytest.param(*case, id="-".join((case[0], case[1].value, case[2].value))) for case in product(PAST, Shape, Body)
]
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
NAR = "{http://iptc.org/std/nar/2006-10-01/}"


@pytest.fixture(scope="module")
def official(shared):
    """Return the XML Schema of NewsML-G2 2.35."""
    return etree.XMLSchema(etree.parse(shared / "newsml-g2" / "NewsML-G2_2.35-spec-All-Power.xsd"))


@cache
def completed(name, folder):
    """Open a real pair, and enter what its texts do not say, a picture with them."""
    english = SEED if name == "nato-seed" else folder / f"{name}-en.txt"
    doc = open_pair(english, folder / f"{name}-fr.txt", NATO).doc
    doc = add_picture(PHOTO).apply(doc)
    for field, value in FIELDS.items():
        doc = enter(field, value, NATO.zone).apply(doc)
    caption = doc.row(doc.pictures[0].caption)
    if not caption.has_text(Language.EN):
        for language, words in zip(Language, CAPTION, strict=True):
            doc = write(caption.address(language), words).apply(doc)
    for row in doc.rows:
        if not all(map(row.has_text, Language)):
            doc = leave_one_sided(row.id).apply(doc)
    return doc


@pytest.fixture(scope="module", params=PAIRS)
def release(request, shared):
    """Return one of the real releases, complete."""
    return completed(request.param, shared / "communiques")


def noted(doc, action):
    wanted = action in {Action.UPDATE, Action.CORRECTION, Action.CANCEL}
    return replace(doc, release=replace(doc.release, note=NOTE if wanted else Bilingual("", "")))


def lived(doc, stage, shape, body):
    """Return the document and the action of a stage of its life, everything before it published and remembered."""
    at = AT - timedelta(days=len(PAST[stage]))
    for action in PAST[stage]:
        edition = prepare(noted(doc, action), NATO, at, shape=shape, body=body, action=action)
        doc = stamped(doc, Publication(edition.version, action, at, shape.value, identifier=edition.guid))
        at += timedelta(days=1)
    action = Action.NEW if stage == "embargo" else Action(stage)
    if stage == "embargo":
        doc = enter("embargo", "2024-05-15T08:00", NATO.zone).apply(doc)
    return noted(doc, action), action


@pytest.mark.parametrize(("stage", "shape", "body"), CASES)
def test_a_real_release_is_published_valid_and_reads_back_equal(official, release, stage, shape, body):
    doc, action = lived(release, stage, shape, body)
    data = build(doc, NATO, AT, shape=shape, body=body, action=action)
    root = etree.fromstring(data)
    assert official.validate(root), official.error_log.last_error
    ids = {each.get(XML_ID) for each in root.iter()} | {each.get("id") for each in root.iter(f"{NAR}group")}
    for element in root.iter(f"{NAR}*"):
        for name in ("contentrefs", "idref", "root"):
            assert set(element.get(name, "").split()) <= ids
    faults = validate(
        data,
        ours=True,
        at=AT,
        published={one.identifier: one.version for one in doc.release.publications},
        profile_of=lambda _name: NATO,
        language_of=language_of,
    )
    for each in faults:
        assert each.level is Level.WARNING, (each.rule, each.path, each.message.english())
        assert EXPLAINED.get(each.rule, "nowhere") in each.message.english(), (each.rule, each.path)
    found = read(data, NATO)
    assert found.notes == ()
    same = found.doc == carried(prepare(doc, NATO, AT, shape=shape, body=body, action=action))
    assert same, "what is read is what was carried"


def test_the_real_releases_have_what_makes_them_worth_trying(release):
    assert len(release.rows) > 5
    assert release.quotes
    assert len(release.participants) > 1
    assert release.rows[0].has_text(Language.FR)
    assert release.pictures[0].caption
    for row in release.rows:
        assert row.on_purpose or all(map(row.has_text, Language))
