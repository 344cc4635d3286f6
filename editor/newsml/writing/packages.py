"""Packages: the item that holds both languages together, and the message around all items."""

from lxml import etree

from editor.model.language import Language
from editor.newsml.edition import Edition, Shape
from editor.newsml.vocabulary import (
    CATALOGUE,
    LANG,
    MAIN,
    NAR,
    NEWS_ITEM,
    PACKAGE_ALIASES,
    PACKAGE_PROFILE,
    nar,
)
from editor.newsml.writing.elements import add, add_catalogues, add_lines, in_default, start_item
from editor.newsml.writing.management import (
    add_notices,
    add_origin,
    add_rights,
    add_signal,
    stamp,
    start_management,
)
from editor.newsml.writing.pictures import caption
from editor.newsml.writing.texts import add_dates, headline

_ORDER = (MAIN, MAIN.other)


def start_message(edition: Edition) -> tuple[etree._Element, etree._Element]:
    """Return a message with its header, and the set its items go into."""
    house = edition.profile.house
    message = etree.Element(nar("newsMessage"), nsmap=in_default(NAR))
    message.set(LANG, edition.shape.languages[0].value)
    header = add(message, "header")
    add(header, "sent", stamp(edition.at))
    add(header, "catalogRef", href=CATALOGUE)
    sender = house.sender or house.domain
    if sender:
        add(header, "sender", sender)
    suffix = "" if edition.shape is Shape.BILINGUAL else f":{edition.shape.value}"
    add(header, "transmitId", f"{edition.guid}:msg-{edition.version}{suffix}")
    add(header, "priority", "4")
    if sender:
        add(header, "origin", sender)
    add(header, "destination", "*")
    add(header, "signal", qcode="nmsig:atomic")
    return message, add(message, "itemSet")


def make_package(edition: Edition) -> etree._Element:
    """Return the package: both languages as alternatives of each other, and the pictures."""
    item = start_item("packageItem", edition.guid, edition.version, MAIN)
    add_catalogues(item, edition.profile.house, PACKAGE_ALIASES)
    add_rights(item, edition, _ORDER, usage=False)
    meta = start_management(item, edition, "composite", edition.pub_status, _ORDER)
    add_origin(meta, edition, PACKAGE_PROFILE, _ORDER)
    add_notices(meta, edition, MAIN)
    add_signal(meta, edition, edition.pub_status)
    add(meta, "itemMetaExtProperty", rel="cmqprop:profile", value=edition.profile.name)
    _add_description(item, edition)
    _add_groups(item, edition)
    return item


def _add_description(item: etree._Element, edition: Edition) -> None:
    meta = add(item, "contentMeta")
    add(meta, "urgency", str(edition.urgency))
    add_dates(meta, edition)
    for language in _ORDER:
        add(meta, "language", tag=language.value)
    title = headline(edition, MAIN)
    if title:
        add(meta, "headline", title, lang=MAIN.value)


def _add_groups(item: etree._Element, edition: Edition) -> None:
    groups = add(item, "groupSet", root="g-root")
    root = add(groups, "group", id="g-root", role="cmqgrp:root")
    add(root, "groupRef", idref="g-lang")
    for picture in edition.pictures:
        ref = _add_ref(root, edition, edition.picture_guid(picture), "picture", edition.picture_status)
        add_lines(ref, "description", caption(edition, picture), _ORDER, role="drol:caption")
    # NewsML-G2 2.35, group/@mode: “alt”, a set of alternative elements.
    languages = add(groups, "group", id="g-lang", role="cmqgrp:languageversions", mode="pgrmod:alt")
    for language in _ORDER:
        _add_text_ref(languages, edition, language)


def _add_text_ref(group: etree._Element, edition: Edition, language: Language) -> None:
    ref = _add_ref(group, edition, edition.text_guid(language), "text", edition.pub_status)
    add(ref, "language", tag=language.value)
    title = headline(edition, language)
    if title:
        add(ref, "headline", title, lang=language.value)


def _add_ref(group: etree._Element, edition: Edition, guid: str, item_class: str, status: str) -> etree._Element:
    ref = add(group, "itemRef", residref=guid, version=str(edition.version), contenttype=NEWS_ITEM)
    add(ref, "itemClass", qcode=f"ninat:{item_class}")
    add(ref, "provider", uri=edition.profile.house.uri)
    add(ref, "versionCreated", stamp(edition.at))
    add(ref, "pubStatus", qcode=f"stat:{status}")
    return ref
