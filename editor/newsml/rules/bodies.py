"""Bodies: XHTML that is safe, flat where it is to be, and counted rightly. Rules N29 to N32, N39."""

import re
import unicodedata
from collections.abc import Iterator

from lxml import etree

from editor.model.profile import Profile
from editor.newsml.addresses import is_safe
from editor.newsml.paper import Fault, Item, Level, Paper, bodies, paragraphs_of
from editor.newsml.vocabulary import PORTABLE_PROFILE, RICH_PROFILE, names, nar, xhtml
from editor.newsml.wording import count_characters, count_words
from editor.words import Sentence, say

_PLACES = ("itemSet", "contentSet", "groupSet", "inlineXML")
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BROKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")
_DOUBLE = re.compile("[ \u00a0\u202f]{2,}")
_BREAKING = re.compile(" [;:!?»]|« ")
_UNSPACED = re.compile(r"\w[;!?](?=\s|$)")


def markup(paper: Paper) -> Iterator[Fault]:
    """N29: a body holds XHTML of text, nothing that runs, and leads to no address that does."""
    for item in paper.items:
        for html in item.texts:
            body, title = html.find(xhtml("body")), html.find(f"{xhtml('head')}/{xhtml('title')}")
            if body is None or title is None:
                message = say("The XHTML lacks its title or its body.")
                yield paper.fault("N29", item.strict, html, message)
            for element in html.iter(etree.Element):
                yield from _unsafe(paper, item, element)


def _unsafe(paper: Paper, item: Item, element: etree._Element) -> Iterator[Fault]:
    name = etree.QName(element).localname
    if name in names("dangerous_elements"):
        message = say("“{name}” may not stand in a text: it runs or restyles.", name=name)
        yield paper.fault("N29", Level.ERROR, element, message)
    elif name not in names("text_elements"):
        message = say("“{name}” is not an element of text.", name=name)
        yield paper.fault("N29", item.strict, element, message)
    for key, value in element.attrib.items():
        plain = etree.QName(key).localname
        if plain.startswith("on") or plain == "style" or (plain in {"href", "src", "cite"} and not is_safe(str(value))):
            message = say("“{name}” may not stand in a text: it runs, restyles or leads to what does.", name=plain)
            yield paper.fault("N29", Level.ERROR, element, message)
        elif (
            etree.QName(key).namespace is None
            and plain not in names("text_attributes")
            and not plain.startswith(("data-", "aria-"))
        ):
            message = say("“{name}” is not an attribute of text.", name=plain)
            yield paper.fault("N29", item.strict, element, message)


def flatness(paper: Paper) -> Iterator[Fault]:
    """N30: the portable body is flat paragraphs of plain text: of others, receivers keep what comes first."""
    for item in paper.items:
        if item.profile == RICH_PROFILE:
            continue
        level = Level.ERROR if item.profile == PORTABLE_PROFILE else Level.WARNING
        for body in bodies(item):
            for child in body.iterchildren(etree.Element):
                inner = next(child.iterchildren(etree.Element), None)
                if child.tag != xhtml("p") or inner is not None:
                    found = child if inner is None or child.tag != xhtml("p") else inner
                    message = say(
                        "“{name}” breaks the flat text: some receivers drop what follows it.",
                        name=etree.QName(found).localname,
                    )
                    yield paper.fault("N30", level, found, message)


def bareness(paper: Paper) -> Iterator[Fault]:
    """N31: no attributes on body, XHTML without prefix, no comments or instructions: receivers stumble over each."""
    for item in paper.items:
        for html in item.texts:
            if html.prefix:
                message = say(
                    "The XHTML has a prefix (“{name}”); some receivers look for bare names.", name=html.prefix
                )
                yield paper.fault("N31", item.strict, html, message)
        for body in bodies(item):
            if body.attrib:
                message = say("The body element has attributes; some receivers then find no text.")
                yield paper.fault("N31", item.strict, body, message)
    yield from _asides(paper)


def _asides(paper: Paper) -> Iterator[Fault]:
    is_ours = paper.context.ours or any(item.is_ours for item in paper.items)
    level = Level.ERROR if is_ours else Level.WARNING
    places = {nar(name) for name in _PLACES}
    for aside in paper.census.asides:
        parent = aside.getparent()
        if parent is not None and (is_ours or any(up.tag in places for up in aside.iterancestors())):
            message = say("A comment or processing instruction stands here; some receivers then refuse the message.")
            yield paper.fault("N31", level, aside, message)


def counts(paper: Paper) -> Iterator[Fault]:
    """N32: the words and characters counted are those of the text, and there are some."""
    for item in paper.items:
        for html in item.texts:
            inline, body = html.getparent(), html.find(xhtml("body"))
            if inline is None or body is None:
                continue
            texts = [text for _, text in paragraphs_of(body)]
            true = {"wordcount": sum(map(count_words, texts)), "charcount": count_characters(texts)}
            for name, count in true.items():
                said = inline.get(name)
                if said is not None and item.is_ours and said != str(count):
                    message = say("{name} says {said}; the text has {count}.", name=name, said=said, count=count)
                    yield paper.fault("N32", Level.WARNING, inline, message)
            if not true["wordcount"]:
                yield paper.fault("N32", Level.WARNING, inline, say("The text has no words."))


def characters(paper: Paper) -> Iterator[Fault]:
    """N39: no broken or invisible characters; composed letters; spaces as the house sets them in French."""
    for item in paper.items:
        profile = paper.context.profile_of(item.house) if item.house else None
        is_french = item.language.startswith("fr")
        for block, text in item.paragraphs:
            if _BROKEN.search(text):
                message = say("The text holds characters that were damaged on the way.")
                yield paper.fault("N39", Level.ERROR, block, message)
            for doubt in _doubts(text, is_french=is_french and item.is_ours, profile=profile):
                yield paper.fault("N39", Level.WARNING, block, doubt)


def _doubts(text: str, *, is_french: bool, profile: Profile | None) -> Iterator[Sentence]:
    if not unicodedata.is_normalized("NFC", text):
        yield say("Some letters are written as a letter and a loose accent.")
    if _BIDI.search(text):
        yield say("The text holds invisible signs that turn its direction.")
    if _DOUBLE.search(text):
        yield say("There are two spaces in a row.")
    if is_french and _BREAKING.search(text):
        yield say("A space before ; : ! ? » or after « lets the line break there.")
    if is_french and profile is not None and profile.spacing.before_high_signs and _UNSPACED.search(text):
        yield say("The space before ; ! ? is missing.")


RULES = (markup, flatness, bareness, counts, characters)
