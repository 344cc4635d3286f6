from complete import AT, complete_communiques
from hypothesis import given
from lxml import etree

from editor.formats.profiles import load_profile
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.people import Participant
from editor.model.pictures import Picture
from editor.model.release import Release
from editor.model.rows import Row, RowKind
from editor.newsml.build import Body, build
from editor.newsml.lines import spans
from editor.newsml.paper import Context, open_paper
from editor.newsml.paths import Paths
from editor.newsml.places import Origins
from editor.newsml.source import parse

PROFILE = load_profile("sample")
ROWS = (
    Row("r1", Bilingual((Passage("A ferry"),), (Passage("Un bac"),)), RowKind.HEADLINE),
    Row("r2", Bilingual((Passage("On the lake"),), (Passage("Sur le lac"),)), RowKind.SUBHEADLINE),
    Row("r3", Bilingual((Passage("One."), Passage("Two.")), (Passage("Un et deux."),))),
    Row("r4", Bilingual((Passage("The quay at dawn"),), (Passage("Le quai à l’aube"),)), RowKind.CAPTION),
)
DOC = Communique(
    ROWS,
    (Participant("p1", Bilingual("Ada Lovell", "Ada Lovell"), (Bilingual("Director", "directrice"),)),),
    pictures=(Picture("i1", "quay.jpg", caption="r4", credit=Bilingual("A. Lens", "A. Lens")),),
    release=Release(
        reference="7", place=Bilingual("Orvane", "Orvane"), topics=("20000343",), note=Bilingual("New", "Nouveau\nIci")
    ),
)


def laid_out(doc, **wishes):
    data = build(doc, PROFILE, AT, **wishes)
    return data.decode().split("\n"), spans(parse(data))


def origin_of(doc, words, **wishes):
    lines, found = laid_out(doc, **wishes)
    number = next(index for index, line in enumerate(lines, 1) if words in line)
    return [span for span in found if span.first <= number <= span.last][-1].origin


def test_a_paragraph_of_the_body_is_a_passage_of_its_row():
    origin = origin_of(DOC, ">Two.</p>")
    assert (origin.row, origin.language, origin.passage) == ("r3", Language.EN, 1)


def test_a_subtitle_is_the_subheadline_and_the_title_of_the_body_the_headline():
    assert origin_of(DOC, "Sur le lac</headline>").row == "r2"
    assert origin_of(DOC, "<title>Un bac</title>").field == "headline.fr"
    assert origin_of(DOC, '<title xml:lang="en">A ferry').field == "headline.en"


def test_fields_are_named_with_their_language():
    assert origin_of(DOC, "medtop:20000343").field == "topics"
    assert origin_of(DOC, ">directrice<").field == "person.1.function.fr"
    assert origin_of(DOC, '<name xml:lang="en">Orvane</name>').field == "place.en"
    assert origin_of(DOC, "<title xml:lang").field == "reference"


def test_what_a_picture_says_is_found_in_its_own_fields():
    assert origin_of(DOC, 'role="drol:caption"').field == "picture.1.caption"
    assert origin_of(DOC, '<creditline xml:lang="en">A. Lens').field == "picture.1.credit.en"
    assert origin_of(DOC, "<remoteContent").field == "picture.1.file"


def test_lines_are_right_below_a_text_of_several_lines():
    lines, found = laid_out(DOC)
    last = max(found, key=lambda span: span.last)
    assert last.last <= len(lines)
    for span in found:
        assert lines[span.first - 1].lstrip().startswith("<")
        assert lines[span.last - 1].rstrip().endswith(">")


@given(complete_communiques())
def test_each_passage_is_found_where_its_words_stand(doc):
    for body in Body:
        data = build(doc, load_profile(doc.release.profile), AT, body=body)
        lines, root = data.decode().split("\n"), parse(data)
        for span in spans(root):
            piece = "\n".join(lines[span.first - 1 : span.last])
            tag = lines[span.first - 1].lstrip()[1:].split()[0].split(">")[0]
            assert piece.rstrip().endswith((f"</{tag}>", "/>"))
            row = doc.row(span.origin.row)
            if row is None or span.origin.passage is None or tag != "p":
                continue
            passage = row[span.origin.language][span.origin.passage]
            said = "".join(etree.fromstring(piece).itertext())
            assert passage.text in said or "fr-n" in piece or "en-n" in piece


@given(complete_communiques())
def test_the_fast_way_to_an_origin_leads_to_the_same(doc):
    root = parse(build(doc, load_profile(doc.release.profile), AT))
    origins = Origins(open_paper(root, Context(ours=True)))
    for element in root.iter(etree.Element):
        around = element.getparent()
        if around is not None:
            same = origins.within(element, origins.of(around)) == origins.of(element)
            assert same, Paths().of(element)
