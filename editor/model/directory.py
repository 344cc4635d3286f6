"""Directory: the people, organisations and approved texts an office knows, kept from release to release."""

import re
from collections.abc import Mapping
from enum import Enum

from editor.errors import Unfit
from editor.model.language import Bilingual, Language
from editor.model.passage import fit_text, split_text
from editor.model.people import Gender, Participant
from editor.model.rows import RowKind
from editor.values import frozen
from editor.words import say

_NOTHING = Bilingual("", "")


@frozen
class Organisation:
    """A body with its name and its acronym in each language; either may be all there is (KFOR)."""

    id: str = ""
    name: Bilingual[str] = _NOTHING
    acronym: Bilingual[str] = _NOTHING


class BlockKind(Enum):
    """What an approved text is for; the value is its name in lists."""

    BOILERPLATE = "boilerplate"
    CONTACT = "contact"

    @property
    def row(self) -> RowKind:
        """The kind of row it becomes in a release."""
        return RowKind.BOILERPLATE if self is BlockKind.BOILERPLATE else RowKind.CONTACT


@frozen
class Block:
    """An approved text in both languages under a title; line feeds part its paragraphs."""

    id: str = ""
    kind: BlockKind = BlockKind.BOILERPLATE
    name: Bilingual[str] = _NOTHING
    text: Bilingual[str] = _NOTHING


Entry = Participant | Organisation | Block


@frozen
class Directory:
    """What an office knows, in its order. Ids of entries are the office's own and mean nothing in a release."""

    entries: tuple[Entry, ...] = ()

    @property
    def people(self) -> tuple[Participant, ...]:
        """The people."""
        return tuple(entry for entry in self.entries if isinstance(entry, Participant))

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """The organisations."""
        return tuple(entry for entry in self.entries if isinstance(entry, Organisation))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The approved texts."""
        return tuple(entry for entry in self.entries if isinstance(entry, Block))

    @property
    def acronyms(self) -> tuple[Bilingual[str], ...]:
        """The acronyms that both languages have."""
        return tuple(each.acronym for each in self.organisations if each.acronym.en and each.acronym.fr)

    def words(self, language: Language) -> frozenset[str]:
        """Return the words and phrases that are right in a text of this language because they are in here."""
        found = {
            word for person in self.people for word in (*person.name, *person.aliases, person.organisation[language])
        }
        for body in self.organisations:
            found |= {body.name[language], *body.acronym}
        return frozenset(filter(None, found))


COLUMNS = (
    "kind", "name_en", "name_fr", "function_en", "function_fr", "organisation_en", "organisation_fr", "country",
    "honorific_en", "honorific_fr", "gender", "aliases", "code", "acronym_en", "acronym_fr", "text_en", "text_fr",
)  # fmt: skip
"""The columns of an entry wherever it is kept as plain texts: in lists and in the store.

Several functions, aliases and paragraphs of one entry are parted by line feeds; the n-th English function is the n-th
French one.
"""
_PAIRED = ("function_en", "function_fr")
_LONG = ("aliases", "text_en", "text_fr")
_LONGEST = 20_000
"""Characters of one column."""


def columns_of(entry: Entry) -> dict[str, str]:
    """Return the columns of an entry that hold something."""
    found = {"name_en": entry.name.en, "name_fr": entry.name.fr}
    if isinstance(entry, Participant):
        functions = Bilingual(*("\n".join(each[side] for each in _pairs(entry)) for side in (0, 1)))
        pairs = {"function": functions, "organisation": entry.organisation, "honorific": entry.honorific}
        found |= {"kind": "person", "country": entry.country, "aliases": "\n".join(entry.aliases), "code": entry.code}
        found["gender"] = entry.gender.value if entry.gender else ""
    elif isinstance(entry, Organisation):
        found["kind"], pairs = "organisation", {"acronym": entry.acronym}
    else:
        found["kind"], pairs = entry.kind.value, {"text": entry.text}
    for name, pair in pairs.items():
        found[f"{name}_en"], found[f"{name}_fr"] = pair
    return {name: found[name] for name in COLUMNS if found.get(name)}


def entry_of(columns: Mapping[str, str], entry_id: str = "") -> Entry:
    """Return the entry that columns tell of; without a kind, a person. Raises Unfit for what no entry can be."""
    columns = {name: _fitting(columns.get(name, ""), name) for name in COLUMNS}

    def pair(name: str) -> Bilingual[str]:
        return Bilingual(columns[f"{name}_en"], columns[f"{name}_fr"])

    kind, name = columns["kind"].lower() or "person", pair("name")
    if kind == "person":
        return _person(columns, entry_id, _named(name))
    if kind in ("organisation", "acronym"):
        if not any(name):
            _named(pair("acronym"))
        return Organisation(entry_id, name, pair("acronym"))
    if kind in {each.value for each in BlockKind}:
        return Block(entry_id, BlockKind(kind), _named(name), pair("text"))
    raise Unfit(say("“{kind}” is no kind of entry: person, organisation, boilerplate and contact are.", kind=kind))


def identity(entry: Entry) -> tuple[object, ...]:
    """Return what tells an entry from others: people by name and organisation, the rest by their names."""
    if isinstance(entry, Participant):
        return ("person", entry.name, entry.organisation)
    if isinstance(entry, Organisation):
        return ("organisation", entry.name, entry.acronym)
    return (entry.kind.value, entry.name)


def _pairs(person: Participant) -> list[tuple[str, str]]:
    return [(function.en, function.fr) for function in person.functions]


def _person(columns: Mapping[str, str], entry_id: str, name: Bilingual[str]) -> Participant:
    gender, country = columns["gender"].lower(), columns["country"].upper()
    if gender not in ("", "m", "f"):
        raise Unfit(say("“{gender}” is no gender of a title: m and f are, or nothing.", gender=columns["gender"]))
    if country and not re.fullmatch("[A-Z]{2}", country):
        raise Unfit(say("“{country}” is no code of a state, as BE (ISO 3166-1).", country=columns["country"]))
    english, french = (columns[side].split("\n") for side in ("function_en", "function_fr"))
    count = max(len(english), len(french))
    sides = (side + [""] * (count - len(side)) for side in (english, french))
    functions = tuple(
        Bilingual(en.strip(), fr.strip()) for en, fr in zip(*sides, strict=True) if en.strip() or fr.strip()
    )
    return Participant(
        entry_id,
        name,
        functions,
        Bilingual(columns["organisation_en"], columns["organisation_fr"]),
        country,
        Bilingual(columns["honorific_en"], columns["honorific_fr"]),
        Gender(gender) if gender else None,
        tuple(filter(None, (alias.strip() for alias in columns["aliases"].split("\n")))),
        columns["code"],
    )


def _named(name: Bilingual[str]) -> Bilingual[str]:
    if not (name.en or name.fr):
        raise Unfit(say("There is no name."))
    return name


def _fitting(text: str, name: str) -> str:
    if len(text) > _LONGEST:
        raise Unfit(say("A text is longer than {count} characters.", count=_LONGEST))
    lines = [fit_text(line).strip() for line in split_text(text.replace("\t", " "))]
    if name in _PAIRED:
        # An empty line there is a function that one language lacks.
        return "\n".join(lines)
    return "\n".join(lines).strip() if name in _LONG else " ".join(filter(None, lines))
