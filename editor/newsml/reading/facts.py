"""Facts: dates, places, codes and states out of the metadata of an item, ours or another’s."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime

from lxml import etree

from editor.model.language import Bilingual, Language
from editor.model.passage import fit_text
from editor.model.pictures import Picture
from editor.newsml.paper import Item, language_at, moment_of, number_of, words_of
from editor.newsml.topics import media_topics
from editor.newsml.vocabulary import LANG, SHA_256, iptc_schemes, nar, text_of
from editor.newsml.wording import one_line

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_COUNTRY = re.compile(r"(?:https?://cvx?\.iptc\.org/(?:newscodes/)?iso3166-1a2/)([A-Z]{2})")
_TOPIC = re.compile(r"[0-9]{8}")


def moment(item: Item, path: str) -> datetime | None:
    """Return a time of an item, taken as UTC where it has no zone; None where there is none."""
    found = moment_of(item.text(path))
    if found is None:
        return None
    return (found.replace(tzinfo=UTC) if found.tzinfo is None else found).replace(microsecond=0)


def day(item: Item) -> date | None:
    """Return the date of an item's content."""
    text = item.text("contentMeta/contentCreated")
    try:
        return date.fromisoformat(text[:10]) if _DAY.match(text) else None
    except ValueError:
        return None


def sided(elements: Iterable[etree._Element], usual: str = "") -> Bilingual[str]:
    """Return the first text in each language; one without language, or in no other, stands for both."""
    en, fr, any_ = "", "", ""
    for element in elements:
        text = one_line(words_of(element))
        tag = (element.get(LANG) or usual)[:2].lower()
        en, fr = en or (text if tag == "en" else ""), fr or (text if tag == "fr" else "")
        any_ = any_ or (text if tag not in {"en", "fr"} else "")
    return Bilingual(en or any_, fr or any_)


def names(owner: etree._Element, role: str = "") -> Bilingual[str]:
    """Return the names of a concept in both languages, those with this role, by the language written on each."""
    return sided(name for name in owner.findall(nar("name")) if name.get("role", "") == role)


def plain_name(owner: etree._Element) -> str:
    """Return the first name of a concept on one line."""
    return one_line(owner.findtext(nar("name"), ""))


def lines(item: Item, path: str, role: str | None = None) -> list[str]:
    """Return the texts at a path, those with a role, or (role "") those without."""
    return [
        text
        for element in item.all(path)
        if (role is None or element.get("role", "") == role) and (text := one_line(words_of(element)))
    ]


def topics(item: Item) -> tuple[str, ...]:
    """Return the media topics of an item; where it has none, those its Subject Codes are mapped to."""
    media, subjects = iptc_schemes()["medtop"].uri, iptc_schemes()["subj"].uri
    told = (*item.all("contentMeta/subject"), *item.all("contentMeta/subject/mainConcept"))
    concepts = [_concept(item, subject) for subject in told]
    found = [text_of(uri.removeprefix(media)) for uri in concepts if uri.startswith(media)]
    if not found:
        mapped = {topic.subject: code for code, topic in reversed(tuple(media_topics().items())) if topic.subject}
        old = (uri.removeprefix(subjects) for uri in concepts if uri.startswith(subjects))
        found = [mapped[code] for code in old if code in mapped]
    return tuple(dict.fromkeys(code for code in found if item.is_ours or _TOPIC.fullmatch(code)))


def is_topic(item: Item, subject: etree._Element) -> bool:
    """Whether a subject is a media topic or one of the older Subject Codes."""
    concept = _concept(item, subject)
    return concept.startswith((iptc_schemes()["medtop"].uri, iptc_schemes()["subj"].uri))


def country(item: Item) -> str:
    """Return the country an item is from, as an ISO 3166-1 alpha-2 code."""
    for broader in item.all("contentMeta/located/broader"):
        code = country_code(item, broader)
        if code:
            return code
    return ""


def country_code(item: Item, element: etree._Element) -> str:
    """Return the country an element names, as an ISO 3166-1 alpha-2 code; nothing where it names none."""
    concept = _concept(item, element)
    if item.is_ours and element.get("qcode", "").startswith("iso3166-1a2:"):
        return text_of(element.get("qcode", "").partition(":")[2])
    found = _COUNTRY.fullmatch(concept)
    return found[1] if found else ""


def code(item: Item, path: str) -> str:
    """Return the code after the alias, of the first element at a path."""
    found = item.find(path)
    return text_of(found.get("qcode", "").partition(":")[2]) if found is not None else ""


def image_of(content: etree._Element) -> Picture:
    """Return what is told of a file of a picture: where it lies, and what it is."""

    def count(name: str) -> int:
        return number_of(content.get(name, "")) or 0

    where = one_line(content.get("href", "") or content.get("residref", ""))
    digest = next((each for each in content.findall(nar("hash")) if each.get("hashtype") == SHA_256), None)
    return Picture(
        "",
        where.removeprefix("./"),
        media_type=one_line(content.get("contenttype", "")),
        size=count("size"),
        width=count("width"),
        height=count("height"),
        fingerprint=one_line(words_of(digest)) if digest is not None else "",
    )


def notes(item: Item, roles: frozenset[str]) -> Bilingual[str]:
    """Return the notes to editors with one of these roles, in both languages, as they stand."""
    told: dict[Language, list[str]] = {Language.EN: [], Language.FR: []}
    for note in item.all("itemMeta/edNote"):
        tongue = next((each for each in Language if each.value == language_at(note)[:2]), None)
        if note.get("role", "") in roles and tongue is not None:
            told[tongue].append(fit_text(words_of(note)))
    return Bilingual(" ".join(told[Language.EN]), " ".join(told[Language.FR]))


def _concept(item: Item, element: etree._Element) -> str:
    return element.get("uri", "") or item.uri_of(element.get("qcode", ""))
