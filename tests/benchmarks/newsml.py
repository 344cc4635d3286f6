"""Times building, validating and reading a bilingual release of 30 kB; prints CPU milliseconds, asserts nothing.

Run as `PYTHONPATH=. python tests/benchmarks/newsml.py`. Beside it: IPTC's own library reading one item of the
release, and bare lxml building, writing and parsing the same tree: what of the time is not ours to save.
"""

from datetime import UTC, datetime
from statistics import median
from time import process_time

from lxml import etree

from editor.formats.profiles import load_profile
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Participant, Quote
from editor.model.release import Release
from editor.model.rows import Row, RowKind
from editor.newsml.build import build, build_tree
from editor.newsml.edition import prepare
from editor.newsml.read import read
from editor.newsml.validate import validate, validate_tree, warm_up

AT = datetime(2021, 5, 18, 11, 52, tzinfo=UTC)
ENGLISH = "The ferry will leave the harbour at ten, and the lake office will open its doors to every visitor who asks. "
FRENCH = (
    "Le bac quittera le port à dix heures, et l’office du lac ouvrira ses portes à chaque visiteur qui le demande. "
)

Drawing = tuple[str, dict[str, str], str | None, str | None, list["Drawing"]]


def release(paragraphs: int) -> Communique:
    """Return a release with a quote in every second paragraph."""
    rows = [
        Row("r1", Bilingual((Passage("A ferry for the lake"),), (Passage("Un bac pour le lac"),)), RowKind.HEADLINE)
    ]
    for number in range(2, paragraphs + 2):
        marks = (Mark(0, 40, MarkKind.QUOTE, f"q{number}"),) if number % 2 else ()
        sides = Bilingual((Passage((ENGLISH * 3).strip(), marks),), (Passage((FRENCH * 3).strip(), marks),))
        rows.append(Row(f"r{number}", sides))
    person = Participant("p1", Bilingual("Ada Lovell", "Ada Lovell"), (Bilingual("Director", "directrice"),))
    quotes = tuple(Quote(f"q{number}", "p1") for number in range(3, paragraphs + 2, 2))
    facts = Release(
        reference="2021-078", date=AT.date(), place=Bilingual("Brussels", "Bruxelles"), topics=("20000639",)
    )
    return Communique(tuple(rows), (person,), quotes, release=facts)


def timed(work, runs=40) -> float:
    """Return the median of some runs in milliseconds, after one that does not count."""
    work()
    times = []
    for _ in range(runs):
        start = process_time()
        work()
        times.append((process_time() - start) * 1000)
    return median(times)


def drawn(element: etree._Element) -> Drawing:
    """Return a tree as plain values: name, attributes, text, tail, children."""
    return element.tag, dict(element.attrib), element.text, element.tail, [drawn(child) for child in element]


def made(drawing: Drawing, parent: etree._Element | None = None) -> etree._Element:
    """Return the tree of plain values, made by lxml alone."""
    tag, attributes, text, tail, children = drawing
    element = etree.Element(tag, attributes) if parent is None else etree.SubElement(parent, tag, attributes)
    element.text, element.tail = text, tail
    for child in children:
        made(child, element)
    return element


def main() -> None:
    profile = load_profile("nato")
    start = process_time()
    warm_up()
    print(f"grammar compiled once            {(process_time() - start) * 1000:8.2f} ms")
    doc = release(10)
    data = build(doc, profile, AT)
    edition = prepare(doc, profile, AT)
    tree = build_tree(edition)
    root = etree.fromstring(data)

    def whole() -> None:
        validate(build(doc, profile, AT), ours=True, at=AT, profile_of=lambda _name: profile)

    print(f"size of the message              {len(data) / 1000:8.1f} kB, {len(list(root.iter()))} elements")
    print(f"build and serialise              {timed(lambda: build(doc, profile, AT)):8.2f} ms")
    print(f"validate the tree                {timed(lambda: validate_tree(root, ours=True, at=AT)):8.2f} ms")
    print(f"build, serialise, parse, validate{timed(whole):8.2f} ms")
    print(f"read back                        {timed(lambda: read(data, profile)):8.2f} ms")
    drawing = drawn(root)
    print(f"bare lxml: build the same tree   {timed(lambda: made(drawing)):8.2f} ms")
    print(f"bare lxml: write the same tree   {timed(lambda: etree.tostring(tree, encoding='UTF-8')):8.2f} ms")
    print(f"bare lxml: parse it              {timed(lambda: etree.fromstring(data)):8.2f} ms")
    _beside_iptc(root)


def _beside_iptc(root: etree._Element) -> None:
    try:
        from NewsMLG2.document import NewsMLG2Document  # noqa: PLC0415 (a test dependency, perhaps not here)
    except ImportError:
        print("IPTC’s library newsmlg2 is not installed here")
        return
    item = etree.tostring(root.find("{*}itemSet/{*}newsItem"))

    def read_item() -> None:
        NewsMLG2Document(item).get_item()

    print(f"IPTC’s newsmlg2: read one item   {timed(read_item, 10):8.2f} ms")


if __name__ == "__main__":
    main()
