"""Files of other producers open with their text, their facts and a word on what was left."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from cargo import carried

from editor.errors import Unfit
from editor.formats.profiles import load_profile
from editor.model.language import Language
from editor.model.passage import MarkKind
from editor.model.pictures import Use
from editor.model.rows import RowKind
from editor.newsml.build import Shape, build
from editor.newsml.edition import prepare
from editor.newsml.kept import kept_lines
from editor.newsml.read import read
from editor.newsml.validate import validate

NATO = load_profile("nato")
ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="{lang}" guid="urn:lake:{guid}" version="3"
 standard="NewsML-G2" standardversion="2.28"><catalogRef
 href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_36.xml"/><itemMeta><itemClass qcode="ninat:text"/>
 <provider literal="lake"/><versionCreated>2021-05-17T12:00:00Z</versionCreated>
 <embargoed>2021-05-17T17:00:00+02:00</embargoed></itemMeta><contentMeta>{meta}</contentMeta>
 <contentSet>{content}</contentSet></newsItem>"""
META = """<urgency>3</urgency><contentCreated>2021-05-17</contentCreated>
 <located><name>Geneva</name><broader qcode="iso3166-1a2:CH"/></located>
 <creator qcode="staff:7"><name>Jan Novy</name></creator><keyword>lake</keyword>
 <subject qcode="subj:11002000"/><subject type="cpnat:person" literal="p9"><name>Ada Lovell</name>
 <definition xml:lang="en">Director</definition></subject><subject qcode="lake:deep"><name>Depth</name></subject>
 <headline> Ferry is
 late </headline>"""
XHTML = (
    '<inlineXML contenttype="application/xhtml+html"><html xmlns="http://www.w3.org/1999/xhtml">{}</html></inlineXML>'
)
NITF = '<inlineXML><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><dateline>GENEVA</dateline></body.head><body.content>{}</body.content></body></nitf></inlineXML>'


def opened(content, lang="en", meta=META):
    return read(ITEM.format(lang=lang, guid="1", meta=meta, content=content).encode(), NATO)


def rows(found, language=Language.EN):
    return [(row.kind, row.text(language)) for row in found.doc.rows]


def paragraphs(found):
    return [text for kind, text in rows(found) if kind not in {RowKind.HEADLINE, RowKind.DATELINE}]


def test_facts_of_a_foreign_item_fill_their_fields():
    release = opened(XHTML.format("<body><p>x</p></body>")).doc.release
    assert release.date.isoformat() == "2021-05-17"
    assert release.embargo == datetime(2021, 5, 17, 17, tzinfo=timezone(timedelta(hours=2)))
    assert (release.place.en, release.country, release.urgency) == ("Geneva", "CH", 3)
    assert release.keywords.en == ("lake",)
    assert release.topics == ("20000639",)
    assert release.publications == ()


def test_a_person_among_the_subjects_becomes_a_participant():
    (person,) = opened("").doc.participants
    assert (person.name.en, person.function.en) == ("Ada Lovell", "Director")


def test_a_headline_over_several_lines_becomes_one():
    assert rows(opened(""))[0] == (RowKind.HEADLINE, "Ferry is late")


@pytest.mark.parametrize(
    "body",
    [
        "<body><p>One</p><p>Two <b>bold</b></p></body>",
        "<body><section><h1>Ferry is late</h1><article><p>One</p><div>Two <b>bold</b></div></article></section></body>",
        "<body>One<p>Two <i>bold</i></p></body>",
        "<body><table><tr><td>One</td></tr><tr><td>Two <b>bold</b></td></tr></table></body>",
        "<body><pre>One\nTwo bold</pre></body>",
        "<body><p>One</p>  Two <span><em>bold</em></span></body>",
    ],
)
def test_paragraphs_are_found_however_they_are_nested(body):
    assert paragraphs(opened(XHTML.format(body))) == ["One", "Two bold"]


def test_headings_lists_captions_links_and_line_ends_keep_their_kind():
    body = (
        "<body><h2>Head</h2><ol start='4'><li>four<ul><li>inner</li></ul></li><li value='9'>nine</li></ol>"
        "<figure><img src='a.jpg'/><figcaption>Cap</figcaption></figure><p>a<br/>b <a href='https://x.example/'>c</a></p></body>"
    )
    found = opened(XHTML.format(body)).doc.rows[1:]
    assert [(row.kind, row.level, row.number, row.text(Language.EN)) for row in found] == [
        (RowKind.SUBHEADING, 1, None, "Head"),
        (RowKind.LIST_ITEM, 1, 4, "four"),
        (RowKind.LIST_ITEM, 2, None, "inner"),
        (RowKind.LIST_ITEM, 1, 9, "nine"),
        (RowKind.CAPTION, 0, None, "Cap"),
        (RowKind.PARAGRAPH, 0, None, "a\u2028b c"),
    ]
    (mark,) = found[-1].sides.en[0].marks
    assert (mark.kind, mark.target, found[-1].sides.en[0].words_of(mark)) == (MarkKind.LINK, "https://x.example/", "c")


@pytest.mark.parametrize("body", ["<p>One</p><p>Two</p>", "<block><p>One</p><block><p>Two</p></block></block>"])
def test_nitf_is_read_with_and_without_blocks(body):
    found = opened(NITF.format(body))
    assert paragraphs(found) == ["One", "Two"]
    assert (RowKind.DATELINE, "GENEVA") in rows(found)


def test_plain_text_is_cut_at_its_line_ends():
    assert paragraphs(opened("<inlineData contenttype='text/plain'>One\n\nTwo\n</inlineData>")) == ["One", "Two"]


def test_markup_that_is_not_known_is_kept_and_said():
    found = opened('<inlineXML><x:song xmlns:x="urn:song">la</x:song></inlineXML>')
    assert any(piece.startswith("<x:song") for piece in found.doc.foreign)
    assert any("not known" in note.english() for note in found.notes)


def test_text_in_a_third_language_goes_to_the_english_side_and_says_so():
    found = opened(XHTML.format("<body><p>Eins</p></body>"), "de")
    assert paragraphs(found) == ["Eins"]
    assert any("“de”" in note.english() for note in found.notes)


def test_french_text_goes_to_the_french_side_and_its_region_is_kept():
    doc = opened(XHTML.format("<body><p>Un</p></body>"), "fr-CA").doc
    assert doc.rows[-1].text(Language.FR) == "Un"
    assert doc.release.variants.fr == "fr-CA"


def message(*items):
    return f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{"".join(items)}</itemSet></newsMessage>'


def both(english, french):
    made = [
        ITEM.format(
            lang=lang, guid=lang, meta=f"<headline>{lang}</headline>", content=XHTML.format(f"<body>{body}</body>")
        )
        for lang, body in (("en", english), ("fr", french))
    ]
    return read(message(*made).encode(), NATO)


def test_two_texts_of_one_message_are_paired_by_their_paragraphs():
    found = both("<p>One</p><p>Two</p>", "<p>Un</p><p>Deux</p>").doc.rows
    assert [(row.text(Language.EN), row.text(Language.FR)) for row in found] == [
        ("en", "fr"),
        ("One", "Un"),
        ("Two", "Deux"),
    ]


def test_texts_that_differ_in_length_are_left_unpaired_and_said():
    found = both("<p>One</p><p>Two</p>", "<p>Un</p>")
    assert sum(row.has_text(Language.EN) and row.has_text(Language.FR) for row in found.doc.rows) == 1
    assert any("align" in note.english() for note in found.notes)


def test_a_second_text_in_the_same_language_is_named():
    item = ITEM.format(lang="en", guid="2", meta="<headline>Other</headline>", content="")
    found = read(message(ITEM.format(lang="en", guid="1", meta=META, content=""), item).encode())
    assert any("Other" in note.english() for note in found.notes)


def test_a_package_alone_lists_what_it_refers_to():
    data = b"""<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="fr"><itemMeta/><contentMeta>
      <headline>Lac</headline></contentMeta><groupSet root="g"><group id="g"><itemRef residref="urn:lake:7">
      <title>Le bac</title></itemRef></group></groupSet></packageItem>"""
    found = read(data)
    assert found.doc.rows[0].text(Language.FR) == "Lac"
    assert [note.english() for note in found.notes][1:] == ["It refers to: Le bac (urn:lake:7)"]


def test_a_photo_item_gives_a_picture_with_caption_and_credit_and_no_text():
    data = b"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en"><itemMeta>
      <itemClass qcode="ninat:picture"/></itemMeta><contentMeta><creditline>Lake</creditline>
      <description role="drol:caption">A boat</description></contentMeta><contentSet>
      <remoteContent href="small.jpg" width="9"/><remoteContent href="big.jpg" width="99" height="7" size="5"
      contenttype="image/jpeg"/></contentSet></newsItem>"""
    doc = read(data).doc
    (picture,) = doc.pictures
    assert (picture.file, picture.width, picture.credit.en) == ("big.jpg", 99, "Lake")
    assert doc.row(picture.caption).text(Language.EN) == "A boat"
    assert [row.kind for row in doc.rows] == [RowKind.CAPTION]


def test_every_rendition_of_a_foreign_picture_is_read_the_one_of_high_resolution_as_the_original():
    data = b"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en"><itemMeta>
      <itemClass qcode="ninat:picture"/></itemMeta><contentMeta><headline>Boat</headline></contentMeta><contentSet>
      <remoteContent rendition="rnd:thumb" href="./t.gif" width="80" height="53" contenttype="image/gif"/>
      <remoteContent rendition="house:Web" href="http://press.example.int/w.jpg" width="480"/>
      <remoteContent rendition="rnd:highRes" href="h.jpg" width="400" size="9"/>
      <remoteContent renditionuri="http://cv.iptc.org/newscodes/rendition/lowRes" href="l.jpg"/>
      <remoteContent rendition="house:poster" href="p.jpg" width="9000"/>
      <remoteContent rendition="rnd:web" href="w2.jpg" width="240"/></contentSet></newsItem>"""
    found = read(data)
    (picture,) = found.doc.pictures
    assert (picture.file, picture.width, picture.size) == ("h.jpg", 400, 9)
    assert [(each.use, each.file, each.width) for each in picture.renditions] == [
        (Use.WEB, "http://press.example.int/w.jpg", 480),
        (Use.LOW_RESOLUTION, "l.jpg", 0),
        (Use.THUMBNAIL, "t.gif", 80),
    ]
    assert any("left out" in note.english() and "house:poster, rnd:web" in note.english() for note in found.notes)


def test_the_renditions_of_the_photo_that_iptc_shows_are_read(shared):
    data = (shared / "newsml-g2" / "public-examples" / "iptc-listing-03-photo.xml").read_bytes()
    (picture,) = read(data, NATO).doc.pictures
    assert (picture.file, picture.width, picture.size) == ("GYI0062134533.jpg", 1500, 346071)
    assert [(each.use, each.width, each.height, each.media_type) for each in picture.renditions] == [
        (Use.WEB, 480, 320, "image/jpeg"),
        (Use.THUMBNAIL, 80, 53, "image/gif"),
    ]


def test_what_there_is_no_field_for_is_kept_published_and_read_again():
    doc = opened(XHTML.format("<body><p>x</p></body>")).doc
    assert any("Depth" in piece for piece in doc.foreign)
    assert any("Jan Novy" in piece for piece in doc.foreign)
    at = datetime(2021, 5, 18, tzinfo=UTC)
    for shape in Shape:
        data = build(doc, NATO, at, shape=shape)
        assert not [fault for fault in validate(data, ours=True, at=at) if fault.rule in {"RNG", "N01"}]
        assert read(data, NATO).doc == carried(prepare(doc, NATO, at, shape=shape))


RIGHTS_AND_LINKS = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
  <newsItem guid="urn:a:1" version="1" xml:lang="de">
    <catalog><scheme alias="h" uri="http://h.example/"/></catalog>
    <rightsInfo><copyrightHolder qcode="h:holder"><name>Halter</name><remoteInfo/></copyrightHolder>
      <copyrightNotice>© Halter</copyrightNotice><usageTerms xml:lang="en">Once only</usageTerms>
      <rightsExpressionXML langid="http://odrl.example/"/></rightsInfo>
    <rightsInfo idrefs="p1"><usageTerms>Only a part</usageTerms></rightsInfo>
    <itemMeta><itemClass qcode="ninat:text"/><provider qcode="h:agency"><name>Agentur</name></provider>
      <pubStatus qcode="stat:usable"/><service qcode="h:basic"/>
      <link rel="h:more" href="https://h.example/more" title="Mehr"/>
      <link rel="h:picture" residref="urn:a:2" contenttype="image/jpeg"/>
      <link rel="h:evil" href="javascript:alert(1)"/></itemMeta>
    <contentMeta><altId type="h:own">A 12</altId><headline>Bild</headline></contentMeta>
    <contentSet><inlineData contenttype="text/plain">Ein Text.</inlineData></contentSet></newsItem>
  <newsItem guid="urn:a:2" version="1" xml:lang="de">
    <catalog><scheme alias="h" uri="http://h.example/"/></catalog>
    <rightsInfo><copyrightNotice>© Kamera</copyrightNotice></rightsInfo>
    <itemMeta><itemClass qcode="ninat:picture"/><provider literal="K"/><pubStatus qcode="stat:usable"/></itemMeta>
    <contentMeta><creator><name>Jan Nový</name></creator><keyword>Boot</keyword>
      <subject type="cpnat:person" literal="p1"><name>Eva</name></subject>
      <description role="drol:caption">Ein Boot</description><description role="h:note">Scharf</description>
    </contentMeta><contentSet><remoteContent rendition="rnd:highRes" href="boot.jpg"/></contentSet></newsItem>
</itemSet></newsMessage>"""


def test_rights_providers_links_and_other_identifiers_are_kept_published_and_shown():
    found = read(RIGHTS_AND_LINKS.encode(), NATO)
    assert kept_lines(found.doc.foreign, lambda sentence: sentence.told("en")) == (
        "Rights (rightsInfo): Halter, © Halter, Once only",
        "Source (infoSource): Agentur · http://h.example/agency",
        "Link (link): Mehr · https://h.example/more",
        "Other identifier (altId): A 12",
    )
    notes = [note.english() for note in found.notes]
    told = [note for note in notes if "kept" in note.lower()][:2]
    assert told == [
        (
            "Kept as it is, there being no field for it: "
            "Other identifier (altId), Link (link), Provider (provider), Rights (rightsInfo)."
        ),
        "Neither read nor kept: Link (link), rightsExpressionXML, Rights (rightsInfo), service.",
    ]
    for shape in Shape:
        xml = build(found.doc, NATO, datetime(2021, 5, 18, tzinfo=UTC), shape=shape).decode()
        assert '<link reluri="http://h.example/more" href="https://h.example/more" title="Mehr"/>' in xml
        assert '<copyrightHolder uri="http://h.example/holder">' in xml
        assert "Only a part" not in xml
        assert "javascript" not in xml


def test_what_is_said_of_a_foreign_picture_is_kept_with_the_picture():
    found = read(RIGHTS_AND_LINKS.encode(), NATO)
    (picture,) = found.doc.pictures
    assert kept_lines(picture.foreign, lambda sentence: sentence.told("fr")) == (
        "Droits (rightsInfo)\u00a0: © Kamera",
        "Source (infoSource)\u00a0: K",
        "Auteur (creator)\u00a0: Jan Nový",
        "Sujet (subject)\u00a0: Eva · p1",
        "Description (description)\u00a0: Scharf",
    )
    assert "Neither read nor kept: keyword." in [note.english() for note in found.notes]
    at = datetime(2021, 5, 18, tzinfo=UTC)
    data = build(found.doc, NATO, at)
    again = read(data, NATO).doc
    assert [len(each.foreign) for each in again.pictures] == [5]
    assert again == carried(prepare(found.doc, NATO, at))


@pytest.mark.parametrize(
    ("owner", "contact"),
    [
        ("<creator><name>Desk</name><organisationDetails>{}</organisationDetails></creator>", "Desk"),
        ("<contributor><name>Jan Nový</name><personDetails>{}</personDetails></contributor>", "Jan Nový"),
        ('<infoSource literal="x"><organisationDetails>{}</organisationDetails></infoSource>', ""),
    ],
)
def test_whom_a_foreign_item_says_one_may_ask_fills_the_contact_fields(owner, contact):
    ways = "<contactInfo><email role='r:office'>a@b.example</email><phone>+32 1</phone><email>c@d</email></contactInfo>"
    data = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="fr"><itemMeta/><contentMeta>
      {owner.format(ways)}<headline>Un titre</headline></contentMeta></newsItem>"""
    found = read(data.encode(), NATO).doc.release.contact
    assert (found.name.fr, found.telephone.fr, found.email.fr) == (contact, "+32 1", "a@b.example")
    assert (found.name.en, found.telephone.en, found.email.en) == ("", "", "")


def test_what_is_kept_cannot_break_what_it_is_put_into():
    doc, at = opened("").doc, datetime(2021, 5, 18, tzinfo=UTC)
    for trap in ("<", "<a/>", '<subject xmlns="http://iptc.org/std/nar/2006-10-01/"><trap/></subject>', "<!DOCTYPE a>"):
        data = build(replace(doc, foreign=(trap,)), NATO, at)
        assert b"trap" not in data
        assert not [fault for fault in validate(data, ours=True, at=at) if fault.rule == "RNG"]


EXPECTED = {
    "iptc-listing-01-newsitem-nitf": (1, ""),
    "iptc-listing-02-text-nitf": (3, ""),
    "iptc-listing-22-nitf-sports": (7, ""),
    "iptc-receiver-view": (3, ""),
    "iptc-python-008-roundtrip": (2, ""),
    "iptc-facet-example": (0, ""),
    "iptc-listing-03-photo": (1, ""),
    "iptc-listing-06-package-fr": (1, ""),
    "apa-press-release-xhtml": (2, ""),
    "apa-newsmessage-package": (2, ""),
    "dpa-embargoed-xhtml5": (20, ""),
    "dpa-dateline-xhtml5": (20, ""),
    "iptc-listing-11-person-conceptitem": (0, "participant"),
    "iptc-listing-24-newsmessage-fragment-invalid": (0, "no text"),
    "iptc-listing-25-contentset-fragment": (0, "fragment"),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_public_examples_open_or_are_refused_by_what_they_are(shared, name):
    data = (shared / "newsml-g2" / "public-examples" / f"{name}.xml").read_bytes()
    least, refusal = EXPECTED[name]
    if refusal:
        with pytest.raises(Unfit) as said:
            read(data, NATO)
        assert refusal in said.value.sentence.english()
    else:
        assert len(read(data, NATO).doc.rows) >= least


def test_public_embargoes_are_read_with_their_zone(shared):
    folder = shared / "newsml-g2" / "public-examples"
    listing = read((folder / "iptc-listing-01-newsitem-nitf.xml").read_bytes()).doc.release.embargo
    dpa = read((folder / "dpa-embargoed-xhtml5.xml").read_bytes()).doc.release.embargo
    assert listing.isoformat() == "2018-10-23T12:00:00+00:00"
    assert dpa.isoformat() == "2025-01-23T19:00:00+01:00"


@pytest.mark.parametrize("time", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_time_that_not_all_clocks_can_show_is_no_time(time):
    item = ITEM.replace("2021-05-17T17:00:00+02:00", time).replace('version="3"', f'version="{"9" * 5000}"')
    release = read(
        item.format(lang="en", guid="1", meta=META, content=XHTML.format("<p>x</p>")).encode(), NATO
    ).doc.release
    assert release.embargo is None
