"""People: participants, organisations and countries, as subjects of a text and as records in both languages."""

from lxml import etree

from editor.model.language import Bilingual, Language
from editor.model.passage import fit_text
from editor.model.people import Participant
from editor.newsml.edition import Edition
from editor.newsml.vocabulary import LANG, code_of
from editor.newsml.wording import one_line
from editor.newsml.writing.elements import add, add_lines, add_names


def add_person_subjects(meta: etree._Element, edition: Edition, language: Language) -> None:
    """Append each participant as a subject: name and first function in the item's language, joined by the code."""
    for person in edition.doc.participants:
        subject = add(meta, "subject", type="cpnat:person", qcode=f"cmqpers:{edition.people[person.id]}")
        _add_name(subject, person.name, language)
        function = next((each[language] for each in functions(person) if each[language].strip()), "")
        if function:
            add(subject, "definition", fit_text(function), lang=language.value)


def add_body_subjects(meta: etree._Element, edition: Edition, language: Language) -> None:
    """Append the organisations and the countries the participants stand for."""
    for known in edition.organisations:
        subject = add(meta, "subject", type="cpnat:organisation", qcode=f"cmqorg:{known.code}")
        _add_name(subject, known.name, language)
    for known in edition.countries():
        subject = add(meta, "subject", type="cpnat:geoArea", qcode=f"iso3166-1a2:{known.code}", why="why:direct")
        _add_name(subject, known.name, language)


def add_records(item: etree._Element, edition: Edition, language: Language) -> None:
    """Append what is known of each person, organisation and country in both languages, the item's own first."""
    order = (language, language.other)
    for person in edition.doc.participants:
        _add_person(item, edition, person, order)
    for known in edition.organisations:
        add_names(add(item, "assert", qcode=f"cmqorg:{known.code}"), known.name, order)
    for known in edition.countries():
        if any(known.name):
            add_names(add(item, "assert", qcode=f"iso3166-1a2:{known.code}"), known.name, order)


def add_speaker(part: etree._Element, edition: Edition, person_id: str) -> None:
    """Append the participant as the creator of a part: who said it."""
    person = edition.doc.participant(person_id)
    if person is not None:
        creator = add(part, "creator", qcode=f"cmqpers:{edition.people[person_id]}")
        _add_name(creator, person.name, Language(part.get(LANG, "en")))


def functions(person: Participant) -> tuple[Bilingual[str], ...]:
    """Return the functions of a person that say anything."""
    fit = (each.each(lambda text: fit_text(text) if text.strip() else "") for each in person.functions)
    return tuple(each for each in fit if any(each))


def _add_person(item: etree._Element, edition: Edition, person: Participant, order: tuple[Language, Language]) -> None:
    record = add(item, "assert", qcode=f"cmqpers:{edition.people[person.id]}")
    add_names(record, person.name, order)
    add_lines(record, "name", person.honorific, order, role="cmqnrol:honorific")
    for number, function in enumerate(functions(person), start=1):
        # Receivers that keep one definition keep the one without a role.
        role = f"cmqdrol:function{number}" if number > 1 else ""
        for language in order:
            if function[language].strip():
                add(record, "definition", function[language], lang=language.value, role=role)
    country = one_line(person.country)
    if country:
        add(record, "related", rel="cmqrel:country", qcode=f"iso3166-1a2:{code_of(country)}")
    if person.gender is not None:
        add(record, "related", rel="cmqrel:gender", qcode=f"cmqgen:{person.gender.value}")
    organisation = edition.organisation(person.organisation)
    if organisation:
        add(add(record, "personDetails"), "affiliation", qcode=f"cmqorg:{organisation}")


def _add_name(parent: etree._Element, name: Bilingual[str], language: Language) -> None:
    line = name.each(one_line)
    if line.en == line.fr:
        add_names(parent, line, (language,))
    elif line[language]:
        add(parent, "name", line[language], lang=language.value)
    else:
        add(parent, "name", line[language.other], lang=language.other.value)
