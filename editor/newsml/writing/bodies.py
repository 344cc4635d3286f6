"""Bodies: the text itself as XHTML, in flat paragraphs or with headings, lists, links and quotes marked up.

A portable body is flat because receivers keep of a paragraph with markup only what stands before it, and its body
element bears no attributes because some look for it by its bare tag.
"""

from lxml import etree

from editor.newsml.edition import Body, Edition
from editor.newsml.layout import Layout
from editor.newsml.vocabulary import BODY_TYPE, LANG, XHTML, XML_ID, xhtml
from editor.newsml.wording import count_characters, count_words
from editor.newsml.writing.elements import add, in_default
from editor.newsml.writing.markup import add_rich_blocks

_P = xhtml("p")


def add_content(item: etree._Element, edition: Edition, layout: Layout) -> None:
    """Append the content set with the body, its words and characters counted as a receiver finds them."""
    content = add(item, "contentSet")
    inline = add(content, "inlineXML", contenttype=BODY_TYPE)
    tag = layout.language.value
    html = etree.SubElement(inline, xhtml("html"), nsmap=in_default(XHTML))
    html.set("lang", tag)
    html.set(LANG, tag)
    title = etree.SubElement(etree.SubElement(html, xhtml("head")), xhtml("title"))
    title.text = layout.headline
    body = etree.SubElement(html, xhtml("body"))
    if edition.body is Body.RICH:
        add_rich_blocks(body, edition, layout)
    else:
        _add_flat_blocks(body, layout)
    texts = [str(block.xpath("string()")) for block in body.iter(etree.Element) if block.get(XML_ID)]
    inline.set("wordcount", str(sum(count_words(text) for text in texts)))
    inline.set("charcount", str(count_characters(texts)))


def _add_flat_blocks(body: etree._Element, layout: Layout) -> None:
    blocks = [(place.block, place.text) for place in layout.places if place.block]
    for block, text in blocks + [(note.block, note.text) for note in layout.footnotes]:
        paragraph = etree.SubElement(body, _P)
        # xs:IDREFS sees xml:id alone; readers of XHTML see id alone.
        paragraph.set("id", block)
        paragraph.set(XML_ID, block)
        paragraph.text = text
