"""Publishes generated releases in every shape and body at every stage of their life, and judges each by all there is.

`PYTHONPATH=. python tests/shapes.py 200 [XSD]` (from the checkout) makes at least so many documents for each shape and
body: complete ones, in which nothing may be found, and any ones, which must still be valid and read back equal. It
prints how many there were of each, and in how many of them each optional part was present and absent.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

from cargo import carried
from complete import AT, complete_communiques, life
from generated import communiques
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from lxml import etree

from editor.formats.profiles import load_profile
from editor.model.communique import Communique
from editor.model.passage import MarkKind
from editor.model.pictures import Use
from editor.model.release import Action, Release
from editor.model.rows import RowKind
from editor.newsml.build import Body, Shape, build
from editor.newsml.edition import prepare
from editor.newsml.read import read
from editor.newsml.validate import validate

SCHEMA = Path(__file__).resolve().parents[2] / "shared" / "newsml-g2" / "NewsML-G2_2.35-spec-All-Power.xsd"
NATO = load_profile("nato")
NAR = "{http://iptc.org/std/nar/2006-10-01/}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(slots=True)
class Tally:
    """How many documents were judged, by shape, body and kind; what was in them; what was wrong."""

    made: Counter[str] = field(default_factory=Counter)
    present: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def judge(doc: Communique, shape: Shape, body: Body, action: Action, official: etree.XMLSchema | None) -> Iterator[str]:
    """Yield what is wrong with a publication whoever reads it: its schema, its references, what is read back."""
    data = build(doc, NATO, AT, shape=shape, body=body, action=action)
    root = etree.fromstring(data)
    if official is not None and not official.validate(root):
        yield f"official schema: {official.error_log.last_error}"
    ids = {each.get(XML_ID) for each in root.iter()} | {each.get("id") for each in root.iter(f"{NAR}group")}
    for element in root.iter(f"{NAR}*"):
        for name in ("contentrefs", "idref", "root"):
            if not set(element.get(name, "").split()) <= ids:
                yield f"{element.tag}/@{name} leads nowhere"
    if any(fault.rule == "RNG" for fault in validate(data, ours=True, at=AT)):
        yield "our own grammar"
    if read(data, NATO).doc != carried(prepare(doc, NATO, AT, shape=shape, body=body, action=action)):
        yield "it does not read back equal"


def found_in(doc: Communique, shape: Shape, body: Body, action: Action) -> Iterator[str]:
    """Yield what the rules find in the publication of a complete release."""
    data = build(doc, NATO, AT, shape=shape, body=body, action=action)
    for fault in validate(data, ours=True, at=AT, profile_of=lambda _name: NATO):
        yield f"{fault.rule}: {fault.message.english()}"


def parts_of(doc: Communique) -> Iterator[str]:
    """Yield the names of the optional parts and kinds that a document has."""
    yield from {f"row {row.kind.value}" for row in doc.rows}
    marks = {mark.kind for row in doc.rows for side in row.sides for passage in side for mark in passage.marks}
    yield from (f"mark {kind.value}" for kind in marks)
    yield from {f"rendition {each.use.value}" for picture in doc.pictures for each in picture.renditions}
    yield from (f"release {name}" for name in _OPTIONAL if getattr(doc.release, name) != getattr(Release(), name))
    parts = {"people": doc.participants, "quotes": doc.quotes, "pictures": doc.pictures, "kept": doc.foreign}
    yield from (name for name, part in parts.items() if part)


def all_parts() -> list[str]:
    """Return the names of everything that may be there or not."""
    return [
        *(f"row {kind.value}" for kind in RowKind),
        *(f"mark {kind.value}" for kind in MarkKind),
        *(f"rendition {use.value}" for use in Use),
        *(f"release {name}" for name in _OPTIONAL),
        *("people", "quotes", "pictures", "kept"),
    ]


_OPTIONAL = (
    *("reference", "date", "updated", "place", "country", "embargo", "urgency", "topics", "keywords", "genre"),
    *("service", "contact", "note", "publications"),
)


def prove(shape: Shape, body: Body, count: int, official: etree.XMLSchema | None, tally: Tally) -> None:
    """Judge `count` complete documents and `count` any ones in one shape and body."""
    name = f"{shape.value} {body.value}"

    def run(
        kind: str, documents: st.SearchStrategy[Communique], check: Callable[[Communique, Action], Iterator[str]]
    ) -> None:
        @seed(crc32(f"{name} {kind}".encode()))
        @settings(max_examples=count, deadline=None, database=None, suppress_health_check=HealthCheck)
        @given(documents, st.sampled_from(Action))
        def each(doc: Communique, action: Action) -> None:
            tally.made[f"{name} {kind}"] += 1
            tally.made[action.value] += 1
            tally.present.update(parts_of(doc))
            tally.wrong.extend(f"{name} {kind}: {why}" for why in check(doc, action))

        each()

    def check_complete(doc: Communique, action: Action) -> Iterator[str]:
        doc, action = life(doc, action)
        yield from found_in(doc, shape, body, action)
        yield from judge(doc, shape, body, action, official)

    run("complete", complete_communiques(), check_complete)
    run("any", communiques(), lambda doc, action: judge(doc, shape, body, action, official))


def main(arguments: list[str]) -> int:
    """Judge as many as wanted, and print what came of it."""
    count = int(arguments[0]) if arguments else 200
    schema = Path(arguments[1]) if len(arguments) > 1 else SCHEMA
    official = etree.XMLSchema(etree.parse(schema)) if schema.is_file() else None
    tally = Tally()
    for shape in Shape:
        for body in Body:
            prove(shape, body, count, official, tally)
    total = sum(made for name, made in tally.made.items() if " " in name)
    for name, made in sorted(tally.made.items()):
        print(f"{name:28} {made:6} documents")
    for name in all_parts():
        print(f"{name:28} {tally.present[name]:6} with it, {total - tally.present[name]:6} without")
    print(f"{total} documents, official schema {'used' if official is not None else 'not there'}")
    print(f"wrong: {len(tally.wrong)}")
    for why in dict.fromkeys(tally.wrong):
        print("   ", why)
    lacking = [name for name in all_parts() if not 0 < tally.present[name] < total]
    print(f"never there, or always: {', '.join(lacking) or 'none'}")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
