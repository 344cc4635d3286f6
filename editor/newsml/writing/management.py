"""Management: rights, and who made an item, when, in which state: what every item says alike."""

from collections.abc import Sequence
from datetime import datetime

from lxml import etree

from editor import __version__
from editor.model.language import Bilingual, Language
from editor.model.passage import fit_text
from editor.model.release import Action
from editor.newsml.edition import Edition
from editor.newsml.vocabulary import GENERATOR, PROFILE_VERSION, code_of
from editor.newsml.wording import embargo_notice, named, one_line, phrase
from editor.newsml.writing.elements import add, add_lines, add_names


def stamp(moment: datetime) -> str:
    """Write a time as XML Schema does, to the second, with its offset."""
    return moment.isoformat(timespec="seconds")


def add_rights(item: etree._Element, edition: Edition, languages: Sequence[Language], *, usage: bool = True) -> None:
    """Append the copyright holder, its notice, and the terms of use, in these languages."""
    house = edition.profile.house
    holder = Bilingual(house.holder.en or house.name.en, house.holder.fr or house.name.fr)
    rights = add(item, "rightsInfo")
    if any(holder):
        add_names(add(rights, "copyrightHolder", uri=house.uri), holder, languages)
        year = edition.doc.release.date.year if edition.doc.release.date else edition.at.year
        for language in languages:
            line = one_line(holder[language])
            if line:
                add(rights, "copyrightNotice", f"© {year} {line}", lang=language.value)
    if usage:
        add_lines(rights, "usageTerms", house.usage, languages)


def add_provider(parent: etree._Element, edition: Edition, languages: Sequence[Language]) -> None:
    """Append the house as the provider of an item."""
    house = edition.profile.house
    add_names(add(parent, "provider", uri=house.uri), house.office, languages)


def start_management(
    item: etree._Element, edition: Edition, item_class: str, status: str, languages: Sequence[Language]
) -> etree._Element:
    """Append itemMeta as far as the publishing status, and return it."""
    meta = add(item, "itemMeta")
    add(meta, "itemClass", qcode=f"ninat:{item_class}")
    add_provider(meta, edition, languages)
    add(meta, "versionCreated", stamp(edition.at))
    add(meta, "firstCreated", stamp(edition.first))
    if edition.embargo is not None and status == "usable":
        add(meta, "embargoed", stamp(edition.embargo))
    add(meta, "pubStatus", qcode=f"stat:{status}")
    return meta


def add_origin(meta: etree._Element, edition: Edition, profile: str, languages: Sequence[Language]) -> None:
    """Append what made the item, the shape it follows, the service, and the reference as its title."""
    add(meta, "generator", GENERATOR, versioninfo=__version__)
    add(meta, "profile", profile, versioninfo=PROFILE_VERSION)
    service = add(meta, "service", qcode=f"cmqsvc:{code_of(edition.service)}")
    add_names(service, named("services", edition.service), languages)
    reference = one_line(edition.doc.release.reference)
    if reference:
        for language in languages:
            add(meta, "title", phrase("title", language, reference=reference), lang=language.value)


def add_notices(meta: etree._Element, edition: Edition, first: Language) -> None:
    """Append the notes to editors in both languages, the item's own first: embargo, withdrawal, what was changed."""
    for language in (first, first.other):
        for role, text in _notices(edition, language):
            add(meta, "edNote", text, role=f"cmqnote:{role}", lang=language.value)


def add_signal(meta: etree._Element, edition: Edition, status: str) -> None:
    """Append what a later version does; a picture left usable by a cancellation has merely changed."""
    spared = edition.action is Action.CANCEL and status == "usable" and edition.version > 1
    signal = "update" if spared else edition.signal
    if signal:
        add(meta, "signal", qcode=f"sig:{signal}")


def _notices(edition: Edition, language: Language) -> list[tuple[str, str]]:
    notices = []
    if edition.embargo is not None:
        notices.append(("embargo", embargo_notice(edition.embargo, language, edition.profile)))
    if edition.pub_status != "usable":
        notices.append((edition.pub_status, phrase(edition.pub_status, language)))
    note = fit_text(edition.doc.release.note[language])
    if note.strip():
        notices.append(("correction" if edition.signal == "correction" else "note", note))
    return notices
