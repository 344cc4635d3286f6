"""TMX files: what is written keeps the rules of TMX 1.4b, and what others write is read, whatever stands in it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from generated import texts
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from editor.errors import Unfit, Unreadable
from editor.formats.table import save_document
from editor.formats.tmx import LONGEST, TmxFile, write_release, write_tmx
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.memory import Origin, Pair
from editor.model.passage import Passage
from editor.model.release import Release
from editor.model.rows import Confirmation, Row

NOON = datetime(2026, 5, 17, 12, 30, 5, tzinfo=UTC)
FACTS = """tuid CDATA #IMPLIED o-encoding CDATA #IMPLIED datatype CDATA #IMPLIED usagecount CDATA #IMPLIED
  lastusagedate CDATA #IMPLIED creationtool CDATA #IMPLIED creationtoolversion CDATA #IMPLIED
  creationdate CDATA #IMPLIED creationid CDATA #IMPLIED changedate CDATA #IMPLIED changeid CDATA #IMPLIED
  o-tmf CDATA #IMPLIED"""
SEGTYPES = "(block|paragraph|sentence|phrase)"
RULES = etree.DTD(
    StringIO(f"""
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header ((note|prop)*)>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED segtype {SEGTYPES} #REQUIRED
  o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED
  o-encoding CDATA #IMPLIED creationdate CDATA #IMPLIED creationid CDATA #IMPLIED changedate CDATA #IMPLIED
  changeid CDATA #IMPLIED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note|prop)*, tuv+)> <!ATTLIST tu {FACTS} segtype {SEGTYPES} #IMPLIED srclang CDATA #IMPLIED>
<!ELEMENT tuv ((note|prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED {FACTS}>
<!ELEMENT seg (#PCDATA)>
<!ELEMENT note (#PCDATA)> <!ATTLIST note xml:lang CDATA #IMPLIED o-encoding CDATA #IMPLIED>
<!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED xml:lang CDATA #IMPLIED o-encoding CDATA #IMPLIED>
""")
)
"""What TMX 1.4b asks of the elements we write, from its specification (LISA OSCAR, 26 April 2005)."""

sides = st.lists(texts.map(str.strip).filter(bool), min_size=1, max_size=2).map("\n".join)
short = texts.map(lambda text: " ".join(text.split()))
origins = st.builds(
    Origin,
    short,
    st.none() | st.dates(date(1990, 1, 1)),
    short,
    st.none() | st.datetimes(datetime(1990, 1, 1), timezones=st.just(UTC)).map(lambda at: at.replace(microsecond=0)),  # noqa: DTZ001
)
pairs = st.lists(st.builds(Pair, st.builds(Bilingual, sides, sides), origins), max_size=5)


CODED = (
    "<bpt i='1'>&lt;b><sub>x</sub></bpt>Fer<hi>r</hi>y<ept i='1'>&lt;/b></ept>"
    "<ph>br</ph><it pos='begin'>i</it><ut>u</ut>"
)


def written(found, **facts):
    sheet = BytesIO()
    write_tmx(found, sheet, NOON, **facts)
    return sheet.getvalue()


def read(tmp_path, content):
    file = tmp_path / "a.tmx"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    reading = TmxFile(file)
    return list(reading), reading.left_out


def unit(
    english="<tuv xml:lang='en'><seg>Ferry</seg></tuv>", french="<tuv xml:lang='fr'><seg>Bac</seg></tuv>", facts=""
):
    return f"<tu {facts}>{english}{french}</tu>"


def tmx(*units, head=""):
    return f"{head}<tmx version='1.4'><header srclang='en'/><body>{''.join(units)}</body></tmx>"


@given(pairs)
def test_what_is_written_keeps_the_rules_and_is_read_back_whole(tmp_path_factory, found):
    content = written(found)
    root = etree.fromstring(content)
    assert RULES.validate(root), RULES.error_log
    assert read(tmp_path_factory.mktemp("tmx"), content) == (found, 0)


def test_the_header_says_what_readers_ask_and_times_are_in_utc():
    content = written(
        [Pair(Bilingual("A ferry. It runs.", "Un bac. Il circule."), Origin("2026-1", NOON.date(), "Ada", NOON))],
        languages=Bilingual("en-GB", "fr-CA"),
    )
    root = etree.fromstring(content)
    head = dict(root[0].attrib)
    assert (head["srclang"], head["adminlang"], head["datatype"]) == ("en-GB", "en", "plaintext")
    assert head["creationdate"] == "20260517T123005Z"
    tu = root[1][0]
    assert dict(tu.attrib) == {"segtype": "paragraph", "creationdate": "20260517T123005Z", "creationid": "Ada"}
    assert [tuv.get("{http://www.w3.org/XML/1998/namespace}lang") for tuv in tu.iter("tuv")] == ["en-GB", "fr-CA"]


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("<tuv xml:lang='EN-us'><seg>Ferry</seg></tuv>", "<tuv xml:lang='fr-CA'><seg>Bac</seg></tuv>"),
        ("<tuv lang='en_GB'><seg>\n   Ferry\n </seg></tuv>", "<tuv lang='FR'><seg>Bac</seg></tuv>"),
        (
            "<tuv xml:lang='de'><seg>Fähre</seg></tuv><tuv xml:lang='en'><seg>Ferry</seg></tuv>",
            "<tuv xml:lang='fr'><seg>Bac</seg></tuv><tuv xml:lang='fr-CA'><seg>Traversier</seg></tuv>",
        ),
        (
            f"<tuv xml:lang='en'><seg>{CODED}</seg></tuv>",
            "<tuv xml:lang='fr'><seg><hi>B<hi>a</hi></hi>c<!-- no --><?pi?></seg></tuv>",
        ),
    ],
)
def test_variants_of_countries_and_codes_of_formatting_are_read_for_their_words(tmp_path, english, french):
    ((pair,), left_out) = read(tmp_path, tmx(unit(english, french)))
    assert (pair.wording, left_out) == (Bilingual("Ferry", "Bac"), 0)


def test_who_and_when_are_read_where_they_make_sense(tmp_path):
    facts = "creationdate='20200101T000000Z' changedate='20210203T040506Z' creationid='ada' changeid='ben'"
    odd = "creationdate='yesterday' changedate='20211399T000000Z'"
    (first, second), _ = read(tmp_path, tmx(unit(facts=facts), unit(facts=odd)))
    assert first.origin == Origin(person="ben", at=datetime(2021, 2, 3, 4, 5, 6, tzinfo=UTC))
    assert second.origin == Origin()


@pytest.mark.parametrize(
    "odd",
    [
        unit(french=""),
        unit(french="<tuv xml:lang='fr'><seg>  </seg></tuv>"),
        unit(french="<tuv xml:lang='fr'/>"),
        unit(french="<tuv><seg>Bac</seg></tuv>"),
        unit(french="<tuv xml:lang='fro'><seg>Bac</seg></tuv>"),
        unit(english=f"<tuv xml:lang='en'><seg>{'long ' * LONGEST}</seg></tuv>"),
    ],
)
def test_a_unit_without_both_languages_or_without_end_is_left_out_and_counted(tmp_path, odd):
    found, left_out = read(tmp_path, tmx(odd, unit()))
    assert ([pair.wording for pair in found], left_out) == ([Bilingual("Ferry", "Bac")], 1)


BOMB = "<!DOCTYPE tmx [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "Line 1"),
        (b"PK\x03\x04 no XML", "Line 1"),
        ("<html/>", "this is no TMX file"),
        (tmx(unit())[:-30], "Line 1"),
        (tmx(unit(), head=BOMB), "entities"),
        (tmx(unit(), head="<!DOCTYPE tmx [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"), "entities"),
        (f"<?xml version='1.0' encoding='utf-8'?>{tmx(unit())}".replace("Bac", "Été").encode("latin-1"), "Line 1"),
        (f"<?xml version='1.0' encoding='klingon'?>{tmx(unit())}", "Line 1"),
    ],
)
def test_a_broken_or_hostile_file_is_one_sentence(tmp_path, content, why):
    with pytest.raises(Unreadable) as refused:
        read(tmp_path, content)
    assert why in refused.value.sentence.english()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_every_encoding_the_file_names_is_read_and_a_grammar_elsewhere_is_not_fetched(tmp_path, encoding):
    name = encoding.removesuffix("-sig")
    head = f"<?xml version='1.0' encoding='{name}'?><!DOCTYPE tmx SYSTEM 'http://127.0.0.1:9/tmx14.dtd'>"
    found, _ = read(tmp_path, tmx(unit(), head=head).replace("Bac", "B&eacute;c É").encode(encoding))
    assert found[0].wording.fr == "Béc É"


def test_a_large_file_is_read_piece_by_piece(tmp_path):
    found, left_out = read(tmp_path, tmx(*[unit()] * 20_000))
    assert (len(found), left_out) == (20_000, 0)


def test_a_release_is_written_as_its_confirmed_pairs(tmp_path):
    row = Row("r1", Bilingual((Passage("Ferry"),), (Passage("Bac"),)))
    sealed = replace(row, confirmation=Confirmation(row.wording, "Ada", NOON))
    release = Release(reference="2026-1", date=NOON.date())
    save_document(Communique((sealed, replace(row, id="r2")), release=release), tmp_path / "a.tmx")
    assert list(TmxFile(tmp_path / "a.tmx")) == [
        Pair(Bilingual("Ferry", "Bac"), Origin("2026-1", NOON.date(), "Ada", NOON))
    ]
    with pytest.raises(Unfit, match="confirmed"):
        write_release(Communique((row,)))
