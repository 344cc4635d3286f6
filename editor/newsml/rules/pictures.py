"""Pictures: captions, credits, files. Rule N35."""

import re
from collections.abc import Iterator

from lxml import etree

from editor.newsml.paper import Fault, Item, Level, Paper, language_at
from editor.newsml.reading.facts import image_of
from editor.words import say

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_SHIPPED = re.compile(r"[^/\\:?#]+")
_KINDS = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".webp": "image/webp"}


def pictures(paper: Paper) -> Iterator[Fault]:
    """N35: a picture has its caption in both languages, its credit, its file, and says what it shows."""
    for item in paper.items:
        if item.item_class != "ninat:picture":
            continue
        yield from _words(paper, item)
        seen: set[tuple[str, str]] = set()
        for content in item.all("contentSet/remoteContent"):
            yield from _file(paper, content)
            yield from _beside(paper, content)
            rendition = content.get("rendition") or content.get("renditionuri") or ""
            if (rendition, content.get("contenttype", "")) in seen:
                message = say("Two files of one kind are given for the same rendition, “{code}”.", code=rendition)
                yield paper.fault("N35", Level.WARNING, content, message)
            seen.add((rendition, content.get("contenttype", "")))


def _words(paper: Paper, item: Item) -> Iterator[Fault]:
    meta = item.find("contentMeta")
    where = item.element if meta is None else meta
    needed = ("en", "fr") if item.is_ours else (item.language[:2],)
    captions = _languages(item, "drol:caption")
    for tag in needed:
        if tag not in captions and (captions or item.is_ours):
            message = say("The picture has no caption in the language “{tag}”.", tag=tag)
            yield paper.fault("N35", Level.ERROR if item.is_ours else Level.WARNING, where, message)
        if item.is_ours and tag not in _languages(item, "cmqdrol:alttext"):
            message = say("The picture does not say in the language “{tag}” what it shows.", tag=tag)
            yield paper.fault("N35", Level.WARNING, where, message)
    if not item.all("contentMeta/creditline"):
        yield paper.fault("N35", Level.WARNING, where, say("The picture has no credit line."))


def _file(paper: Paper, content: etree._Element) -> Iterator[Fault]:
    href = content.get("href", "")
    if not _ADDRESS.fullmatch(href) and not _SHIPPED.fullmatch(href):
        message = say("The picture names no file: an address, or the name of a file beside this one, is wanted.")
        level = Level.WARNING if content.get("residref") and not href else Level.ERROR
        yield paper.fault("N35", level, content, message)
    missing = [name for name in ("size", "width", "height") if not content.get(name)]
    if missing:
        message = say("The picture does not say its {names}.", names=", ".join(missing))
        yield paper.fault("N35", Level.WARNING, content, message)
    suffix = href[href.rfind(".") :].lower() if "." in href else ""
    kind = content.get("contenttype", "")
    if not kind or _KINDS.get(suffix, kind) != kind:
        message = say("The type of the picture, “{kind}”, is not that of its file.", kind=kind)
        yield paper.fault("N35", Level.WARNING, content, message)


def _beside(paper: Paper, content: etree._Element) -> Iterator[Fault]:
    """Say what is not true of a file that is shipped beside the document, where it is known what lies there."""
    name = content.get("href", "")
    if paper.context.image_of is None or not _SHIPPED.fullmatch(name):
        return
    found = paper.context.image_of(name)
    if found is None:
        message = say("The file is not there, or is no image that can be read: {name}.", name=name)
        yield paper.fault("N35", Level.WARNING, content, message)
        return
    told = image_of(content)
    wrong = [
        key for key in ("size", "width", "height") if getattr(told, key) and getattr(told, key) != getattr(found, key)
    ]
    wrong += ["contenttype"] if told.media_type and told.media_type != found.media_type else []
    wrong += ["hash"] if told.fingerprint and told.fingerprint != found.fingerprint else []
    if wrong:
        message = say("Not true of the file {name}: {names}.", name=name, names=", ".join(wrong))
        yield paper.fault("N35", Level.WARNING, content, message)


def _languages(item: Item, role: str) -> set[str]:
    return {
        language_at(each)[:2]
        for each in item.all("contentMeta/description")
        if each.get("role") == role and (each.text or "").strip()
    }


RULES = (pictures,)
