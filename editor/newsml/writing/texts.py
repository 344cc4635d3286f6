"""Texts: the news item of one language."""

from lxml import etree

from editor.model.language import Language
from editor.model.rows import RowKind
from editor.newsml.edition import Body, Edition
from editor.newsml.identifiers import file_stem, slug
from editor.newsml.kept import ADMINISTRATIVE, DESCRIPTIVE, LINKS, RIGHTS
from editor.newsml.layout import Layout, lay_out
from editor.newsml.topics import media_topics, subject_names
from editor.newsml.vocabulary import (
    NEWS_ITEM,
    PORTABLE_PROFILE,
    RICH_PROFILE,
    TEXT_ALIASES,
    TRANSLATION,
    code_of,
)
from editor.newsml.wording import country_name, named, one_line, phrase, written_date
from editor.newsml.writing.bodies import add_content
from editor.newsml.writing.elements import add, add_catalogues, add_kept, add_names, start_item
from editor.newsml.writing.management import (
    add_notices,
    add_origin,
    add_rights,
    add_signal,
    stamp,
    start_management,
)
from editor.newsml.writing.parts import add_parts
from editor.newsml.writing.people import add_body_subjects, add_person_subjects, add_records


def make_text(edition: Edition, language: Language) -> etree._Element:
    """Return the item of one language: its metadata, its parts and its body."""
    layout = lay_out(edition, language)
    item = start_item("newsItem", edition.text_guid(language), edition.version, language)
    add_catalogues(item, edition.profile.house, TEXT_ALIASES)
    add_rights(item, edition, (language,))
    add_kept(item, edition.doc.foreign, RIGHTS)
    _add_management(item, edition, language)
    _add_description(item, edition, layout)
    add_parts(item, edition, layout)
    add_records(item, edition, language)
    add_content(item, edition, layout)
    return item


def headline(edition: Edition, language: Language) -> str:
    """Return the headline of the release on one line, or nothing."""
    return one_line(edition.doc.headline[language].text)


def add_topics(meta: etree._Element, edition: Edition, language: Language) -> None:
    """Append the topics, then the Subject Code of the first that maps to one, for receivers that know no other."""
    codes = tuple(dict.fromkeys(edition.doc.release.topics))
    if not codes:
        return
    known = media_topics()
    for code in codes:
        subject = add(meta, "subject", type="cpnat:abstract", qcode=f"medtop:{code_of(code)}")
        if code in known:
            add_names(subject, known[code].name, (language,))
    mapped = next((known[code].subject for code in codes if code in known and known[code].subject), "")
    if mapped:
        subject = add(meta, "subject", type="cpnat:abstract", qcode=f"subj:{mapped}")
        if mapped in subject_names():
            add_names(subject, subject_names()[mapped], (language,))


def _add_management(item: etree._Element, edition: Edition, language: Language) -> None:
    meta = start_management(item, edition, "text", edition.pub_status, (language,))
    profile = RICH_PROFILE if edition.body is Body.RICH else PORTABLE_PROFILE
    add_origin(meta, edition, profile, (language,))
    add_notices(meta, edition, language)
    add(meta, "memberOf", uri=edition.guid)
    add_signal(meta, edition, edition.pub_status)
    if language.other in edition.shape.languages:
        other = edition.text_guid(language.other)
        title = headline(edition, language.other)
        link = add(meta, "link", rel=TRANSLATION, residref=other, version=str(edition.version), contenttype=NEWS_ITEM)
        add(link, "language", tag=language.other.value)
        if title:
            add(link, "title", title, lang=language.other.value)
        add(meta, "link", rel="irel:seeAlso", residref=other, contenttype=NEWS_ITEM)
    for picture in edition.pictures:
        guid = edition.picture_guid(picture)
        add(meta, "link", rel="irel:associatedWith", residref=guid, contenttype=NEWS_ITEM)
    add_kept(meta, edition.doc.foreign, LINKS)
    add(meta, "itemMetaExtProperty", rel="cmqprop:profile", value=edition.profile.name)


def _add_description(item: etree._Element, edition: Edition, layout: Layout) -> None:
    language, release, house = layout.language, edition.doc.release, edition.profile.house
    meta = add(item, "contentMeta")
    add(meta, "urgency", str(edition.urgency))
    add_dates(meta, edition)
    _add_place(meta, edition, language)
    if any(house.name) or house.uri:
        add_names(add(meta, "infoSource", role="cpprole:originfo", uri=house.uri), house.name, (language,))
    _add_office(meta, edition, language)
    if one_line(release.reference):
        add(meta, "altId", one_line(release.reference), type="cmqprop:reference")
    add_kept(meta, edition.doc.foreign, ADMINISTRATIVE)
    add(meta, "language", tag=language.value)
    genre = add(meta, "genre", qcode=f"genre:{code_of(edition.genre)}")
    # Receivers exist that take the English name alone.
    add_names(genre, named("genres", edition.genre), (language, language.other))
    for word in release.keywords[language]:
        if one_line(word):
            add(meta, "keyword", one_line(word), lang=language.value)
    add_topics(meta, edition, language)
    add_person_subjects(meta, edition, language)
    add_body_subjects(meta, edition, language)
    add(meta, "slugline", f"communique-{file_stem(release.reference)}")
    _add_lines(meta, edition, layout)
    add_kept(meta, edition.doc.foreign, DESCRIPTIVE)


def _add_lines(meta: etree._Element, edition: Edition, layout: Layout) -> None:
    language, house = layout.language, edition.profile.house
    if layout.headline:
        add(meta, "headline", layout.headline, lang=language.value)
    if layout.subheadline:
        add(meta, "headline", layout.subheadline, role="cmqhrol:subtitle", lang=language.value)
    dateline = _dateline(edition, language)
    if dateline:
        add(meta, "dateline", dateline, lang=language.value)
    if one_line(house.office[language]):
        add(meta, "by", one_line(house.office[language]), lang=language.value)
    if one_line(house.name[language]):
        add(meta, "creditline", one_line(house.name[language]))


def _add_office(meta: etree._Element, edition: Edition, language: Language) -> None:
    """Append the issuing office, and how to reach whoever answers for the release there."""
    house, contact = edition.profile.house, edition.contact
    ways = (("note", contact.name), ("phone", contact.telephone), ("email", contact.email))
    told = [(name, text[language]) for name, text in ways if text[language]]
    if not told and not any(house.office) and not house.uri:
        return
    office = add(meta, "creator", uri=house.uri, role="cpprole:mediaOffice")
    add_names(office, house.office, (language,))
    if told:
        details = add(add(office, "organisationDetails"), "contactInfo")
        for name, text in told:
            add(details, name, text, lang=language.value if name == "note" else "")


def add_dates(meta: etree._Element, edition: Edition) -> None:
    """Append the date of the release, and when its text was last changed."""
    release = edition.doc.release
    if release.date is not None:
        add(meta, "contentCreated", release.date.isoformat())
    if release.updated is not None:
        add(meta, "contentModified", stamp(edition.clock(release.updated)))


def _add_place(meta: etree._Element, edition: Edition, language: Language) -> None:
    release = edition.doc.release
    place = release.place.each(one_line)
    country = one_line(release.country)
    if not place[language] and not country:
        return
    code = slug(place.en) or slug(place.fr)
    qcode = f"cmqgeo:{code_of(code or place[language])}" if place[language] else ""
    located = add(meta, "located", type="cpnat:geoArea", qcode=qcode)
    if place[language]:
        add(located, "name", place[language], lang=language.value)
    if country:
        broader = add(located, "broader", type="cpnat:geoArea", qcode=f"iso3166-1a2:{code_of(country)}")
        if country_name(country)[language]:
            add(broader, "name", country_name(country)[language], lang=language.value)


def _dateline(edition: Edition, language: Language) -> str:
    for row in edition.doc.rows:
        if row.kind is RowKind.DATELINE and row.has_text(language):
            return one_line(" ".join(passage.text for passage in row[language]))
    place, day = one_line(edition.doc.release.place[language]), edition.doc.release.date
    if not place or day is None:
        return ""
    return phrase("dateline", language, place=place, date=written_date(day, language, edition.profile))
