"""People: participants out of subjects and of what is asserted of them."""

import re

from lxml import etree

from editor.model.language import Bilingual
from editor.model.passage import fit_text
from editor.model.people import Gender, Participant
from editor.newsml.paper import Item, language_at, words_of
from editor.newsml.reading.facts import country_code, names
from editor.newsml.vocabulary import iptc_schemes, nar, text_of
from editor.newsml.wording import one_line

_ORDINAL = re.compile(r"cmqdrol:function([0-9]{1,3})")


def participants(items: tuple[Item, ...]) -> dict[str, Participant]:
    """Return the people the items are about, by their code or address, in order; numbered from "p1"."""
    people: dict[str, Participant] = {}
    for item in items:
        for subject in item.all("contentMeta/subject"):
            key = key_of(subject)
            if is_person(item, subject) and key and key not in people:
                people[key] = _person(items, subject, key, f"p{len(people) + 1}")
    return people


def key_of(element: etree._Element) -> str:
    """Return what tells a concept from others: its code, address or literal."""
    return element.get("qcode", "") or element.get("uri", "") or element.get("literal", "")


def concept_person(concept: etree._Element) -> Participant:
    """Return the participant a concept describes."""
    name = names(concept)
    if not any(name):
        first = one_line(concept.findtext(nar("name"), ""))
        name = Bilingual(first, first)
    return Participant("p1", name, _functions([concept]))


def is_person(item: Item, subject: etree._Element) -> bool:
    """Whether a subject is a person."""
    nature = iptc_schemes()["cpnat"].uri + "person"
    return nature in {subject.get("typeuri", ""), item.uri_of(subject.get("type", ""))} or (
        # Aliases are written cpnat and cptype by many, declared by few.
        subject.get("type", "").lower() in {"cpnat:person", "cptype:person"}
    )


def _person(items: tuple[Item, ...], subject: etree._Element, key: str, person_id: str) -> Participant:
    owners = [(item, record) for item in items for record in item.all("assert") if key_of(record) == key]
    records = [record for _, record in owners]
    told = [*records, subject]
    name = next((found for each in told if any(found := names(each))), Bilingual("", ""))
    if not any(name):
        first = one_line(subject.findtext(nar("name"), ""))
        name = Bilingual(first, first)
    return Participant(
        person_id,
        name,
        _functions(records or [subject]),
        _organisation(items, records),
        next((code for item, record in owners if (code := _country(item, record))), ""),
        next((found for each in records if any(found := names(each, "cmqnrol:honorific"))), Bilingual("", "")),
        next((gender for each in records if (gender := _gender(each))), None),
        code=text_of(key.partition(":")[2]) if key.startswith("cmqpers:") else "",
    )


def _functions(records: list[etree._Element]) -> tuple[Bilingual[str], ...]:
    found: dict[int, Bilingual[str]] = {}
    for definition in records[0].findall(nar("definition")) if records else ():
        ordinal = _ORDINAL.fullmatch(definition.get("role", ""))
        place = int(ordinal[1]) if ordinal else 1
        text = fit_text(words_of(definition)) if ordinal or not definition.get("role") else ""
        pair = found.get(place, Bilingual("", ""))
        tag = language_at(definition)[:2]
        found[place] = Bilingual(pair.en or (text if tag != "fr" else ""), pair.fr or (text if tag == "fr" else ""))
    return tuple(found[place] for place in sorted(found) if any(found[place]))


def _organisation(items: tuple[Item, ...], records: list[etree._Element]) -> Bilingual[str]:
    for record in records:
        affiliation = record.find(f"{nar('personDetails')}/{nar('affiliation')}")
        if affiliation is None:
            continue
        key = key_of(affiliation)
        for item in items:
            for known in item.all("assert"):
                if key and key_of(known) == key and any(names(known)):
                    return names(known)
        return names(affiliation)
    return Bilingual("", "")


def _country(item: Item, record: etree._Element) -> str:
    for related in record.findall(nar("related")):
        if related.get("rel") == "cmqrel:country":
            return country_code(item, related)
    return ""


def _gender(record: etree._Element) -> Gender | None:
    for related in record.findall(nar("related")):
        value = related.get("qcode", "").partition(":")[2]
        if related.get("rel") == "cmqrel:gender" and value in {gender.value for gender in Gender}:
            return Gender(value)
    return None
