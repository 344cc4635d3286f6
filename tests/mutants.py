"""Changes published files as careless tools do, to see that whatever the official schema refuses we refuse too.

`PYTHONPATH=. python tests/mutants.py 2000 [XSD]` (from the checkout) changes files that often, the same way each time,
and prints how many both accept, by kind of change, with one example each and why that is right.
"""

import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from complete import AT, CONTACT
from generated import PIECES
from lxml import etree

from editor.formats.profiles import load_profile
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import Mark, MarkKind, Passage
from editor.model.people import Gender, Participant, Quote
from editor.model.pictures import Picture, Rendition, Use
from editor.model.release import Action, Publication, Release
from editor.model.rows import Row, RowKind
from editor.newsml.build import Body, Shape, build
from editor.newsml.validate import Level, validate_tree

SCHEMA = Path(__file__).resolve().parents[2] / "shared" / "newsml-g2" / "NewsML-G2_2.35-spec-All-Power.xsd"
_VALUES = [
    "",
    " ",
    "x",
    "a:b",
    "a:b:c",
    "1",
    "-1",
    "0",
    "12",
    "2021-05-17",
    "2021-05-18T13:52:00",
    "fr",
    "xx y",
    "\u00e9 \u00e9",
]


EXPLAINED = {
    "drop": "The standard asks for few properties; a keyword, a topic or a definition less is a poorer release, not a "
    "wrong one. What a release of ours must have is refused by our grammar.",
    "double": "Most properties may be said any number of times; what must be said once (headline, status, version) is "
    "refused.",
    "reorder": "Properties of metadata stand in any order among their like; where order means something (header before "
    "items, groups, rows of the body) it is kept or told as a warning.",
    "move": "A property may stand at another element that allows it too, such as a name at another concept: what it "
    "says may be false, its place is not.",
    "rename": "The new name is that of an element allowed in this place, with the same kind of content.",
    "drop attribute": "The attribute is optional: without a language that of the item is in force, a number of words "
    "or a size need not be told.",
    "add attribute": "The attribute is one the element may bear, with a value that fits it.",
    "retype": "The value is another of the same type: a different code of a vocabulary that is declared, another time "
    "or language. Whether it is true no grammar can know.",
    "retext": "Texts are free. Times, numbers and codes, which are not, are refused by both.",
}
"""Why a change of each kind may be accepted by both."""


def sample() -> Communique:
    """Return a release with something of everything."""
    said = Mark(2, 14, MarkKind.QUOTE, "q1")
    name = Mark(16, 26, MarkKind.PERSON, "p1")
    link = Mark(27, 29, MarkKind.LINK, "https://press.example.int/a")
    note = Mark(27, 29, MarkKind.FOOTNOTE, "A note.")
    text = "“ Ferry is late ”Ada Lovell so"
    rows = (
        Row("r1", Bilingual((Passage("A ferry"),), (Passage("Un bac"),)), RowKind.HEADLINE),
        Row("r2", Bilingual((Passage("Late"),), (Passage("Tard"),)), RowKind.SUBHEADLINE),
        Row("r3", Bilingual((Passage(text, (said, name, link)),), (Passage(text, (said, name, note)),))),
        Row("r4", Bilingual((Passage("What now"),), (Passage("Et alors"),)), RowKind.SUBHEADING, 1),
        Row("r5", Bilingual((Passage("One"),), (Passage("Un"),)), RowKind.LIST_ITEM, 1, 1),
        Row("r6", Bilingual((Passage("Two"),), ()), RowKind.LIST_ITEM, 2, on_purpose=True),
        Row("r7", Bilingual((Passage("A boat"),), (Passage("Un bateau"),)), RowKind.CAPTION),
    )
    people = (
        Participant(
            "p1",
            Bilingual("Ada Lovell", "Ada Lovell"),
            (Bilingual("Director", "directrice"), Bilingual("Pilot", "pilote")),
            Bilingual("Lake Office", "Office du lac"),
            "FR",
            Bilingual("Ms", "Mme"),
            Gender.FEMININE,
        ),
    )
    picture = Picture(
        "i8",
        "boat.jpg",
        "r7",
        Bilingual("Lake", "Lac"),
        Bilingual("A boat", "Un bateau"),
        "image/jpeg",
        9,
        8,
        7,
        "ab",
        (
            Rendition(Use.WEB, "w.jpg", "image/jpeg", 5, 4, 3, "cd"),
            Rendition(Use.THUMBNAIL, "t.png", "image/png", 3, 2, 1, "ef"),
        ),
        PIECES,
    )
    release = Release(
        reference="PR/CP(2021)078",
        date=AT.date(),
        updated=AT,
        place=Bilingual("Brussels", "Bruxelles"),
        country="BE",
        embargo=AT.replace(hour=20),
        topics=("20000639",),
        keywords=Bilingual(("lake",), ("lac",)),
        contact=CONTACT,
        note=Bilingual("Paragraph 2.", "Paragraphe 2."),
        publications=(Publication(1, Action.NEW, AT, "bilingual"),),
    )
    return Communique(rows, people, (Quote("q1", "p1"),), (picture,), release, PIECES)


def samples() -> list[bytes]:
    """Return what is published of it, in every shape and body."""
    profile = load_profile("nato")
    doc = sample()
    return [
        build(doc, profile, AT, shape=shape, body=body, action=Action.CORRECTION) for shape in Shape for body in Body
    ]


def mutated(data: bytes, chance: random.Random) -> tuple[str, str, etree._Element]:
    """Return the kind of change, what was changed in words, and the changed tree, written and read again."""
    root = etree.fromstring(data)
    elements = [element for element in root.iter(etree.Element) if element is not root]
    kind = chance.choice(
        ["drop", "double", "reorder", "move", "rename", "drop attribute", "add attribute", "retype", "retext"]
    )
    element = chance.choice(elements)
    parent = element.getparent()
    before, place = _opening(element), etree.QName(parent).localname
    if kind == "drop":
        parent.remove(element)
    elif kind == "double":
        element.addnext(etree.fromstring(etree.tostring(element, with_tail=False)))
    elif kind == "reorder":
        parent.insert(chance.randrange(len(parent)), element)
    elif kind == "move":
        chance.choice(
            [each for each in elements if element not in each.iterancestors() and each is not element]
        ).append(element)
    elif kind == "rename":
        element.tag = chance.choice(elements).tag
    elif kind == "retext":
        element.text = chance.choice(_VALUES)
    else:
        _change_attribute(kind, element, elements, chance)
    told = f"{before} in {place}"
    if kind == "move":
        told += f", to {etree.QName(element.getparent()).localname}"
    elif kind not in {"drop", "double", "reorder"}:
        told += f", now {_opening(element)}"
    return kind, told, etree.fromstring(etree.tostring(root), etree.XMLParser(collect_ids=False))


def _opening(element: etree._Element) -> str:
    """Return an element as whoever reads the file sees its beginning."""
    attributes = "".join(f' {etree.QName(name).localname}="{value}"' for name, value in element.attrib.items())
    return f"<{etree.QName(element).localname}{attributes}>{(element.text or '').strip()[:30]}"


def _change_attribute(kind, element, elements, chance):
    donor = chance.choice([each for each in elements if each.attrib] or [element])
    name = chance.choice(list(donor.attrib)) if kind == "add attribute" else None
    if kind == "add attribute":
        element.set(name, donor.get(name))
    elif element.attrib:
        name = chance.choice(list(element.attrib))
        if kind == "drop attribute":
            del element.attrib[name]
        else:
            element.set(name, chance.choice([*_VALUES, *donor.attrib.values()]))


def refused_by_us(root: etree._Element) -> bool:
    """Whether our grammar or a rule of level error refuses a document."""
    return any(fault.level is Level.ERROR for fault in validate_tree(root, ours=True, at=AT))


@dataclass
class Tally:
    """What became of the changes: refused by the official schema alone (there must be none), by nobody, and how many.

    `both` and `made` count by kind; `examples` tells of the first change of a kind that both accept.
    """

    lost: list[bytes] = field(default_factory=list)
    both: Counter = field(default_factory=Counter)
    made: Counter = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)


def escaped(times: int, official: etree.XMLSchema, seed: int = 1) -> Tally:
    """Change files `times` times and return what the official schema and we think of it."""
    chance = random.Random(seed)  # noqa: S311 (repeatable changes, no secrets)
    originals = samples()
    tally = Tally()
    for number in range(times):
        original = originals[number % len(originals)]
        kind, told, root = mutated(original, chance)
        tally.made[kind] += 1
        if refused_by_us(root):
            continue
        if official.validate(root):
            tally.both[kind] += 1
            if etree.tostring(root) != etree.tostring(etree.fromstring(original)):
                tally.examples.setdefault(kind, told)
        else:
            tally.lost.append(f"{kind}: {official.error_log.last_error.message}\n".encode() + etree.tostring(root))
    return tally


def main(times: int, schema: Path) -> int:
    tally = escaped(times, etree.XMLSchema(etree.parse(schema)))
    for kind, count in sorted(tally.made.items()):
        print(f"{kind:15} {count:5} made, {tally.both[kind]:5} accepted by both")
        if tally.both[kind]:
            print(f"    {EXPLAINED[kind]}\n    Such as: {tally.examples.get(kind, 'a change to the same')}")
    print(f"refused by the official schema and accepted by us: {len(tally.lost)}")
    for case in tally.lost[:5]:
        print(case.decode()[:300])
    return 1 if tally.lost else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else SCHEMA))
