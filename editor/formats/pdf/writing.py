"""Writing: pages as a PDF file, or on a printer."""

import os
from xml.sax.saxutils import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice, QPageLayout, QPainter, QPdfWriter

from editor import __version__
from editor.formats.paper import Paper
from editor.formats.pdf.lines import UNITS
from editor.formats.pdf.pages import Pages

_running: list[QGuiApplication] = []
"""The application made here, kept for as long as the process: Qt has only one."""


def ready() -> None:
    """Make sure that Qt can lay out text; without a window it needs no display."""
    if QGuiApplication.instance() is None:
        # Whatever the desktop says: nothing is shown, and a display that is not there would end the process.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _running.append(QGuiApplication(["communique"]))


def write(paper: Paper) -> bytes:
    """Return a release as PDF, its fonts embedded."""
    ready()
    pages = Pages(paper)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS)
    writer.setPageLayout(page_layout(pages))
    writer.setTitle(paper.title or paper.doc.release.reference)
    writer.setCreator(f"Communiqué {__version__}")
    writer.setAuthor(paper.house(paper.languages[0]))
    writer.setDocumentXmpMetadata(QByteArray(_metadata(paper)))
    print_on(writer, pages, range(len(pages)))
    buffer.close()
    return bytes(data.data())


def print_on(device: QPagedPaintDevice, pages: Pages, numbers: range) -> None:
    """Paint pages (0-based) on a printer, whatever its resolution and its paper."""
    painter = QPainter(device)
    scale = min(painter.viewport().width() / pages.width, painter.viewport().height() / pages.height)
    painter.scale(scale, scale)
    for number in numbers:
        if number != numbers.start:
            device.newPage()
        pages.paint(painter, number)
    painter.end()


def page_layout(pages: Pages) -> QPageLayout:
    """Return the paper of a release, without margins: the pages bring their own."""
    return QPageLayout(pages.size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def _metadata(paper: Paper) -> bytes:
    """Return what readers of PDF files and archives are told (XMP, ISO 16684-1): title, author, languages."""
    author = paper.house(paper.languages[0]) if paper.languages else ""
    languages = "".join(f"<rdf:li>{language.value}</rdf:li>" for language in paper.languages)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(paper.title)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>"
        f"<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language><dc:format>application/pdf</dc:format>"
        f"<dc:identifier>{escape(paper.doc.release.reference)}</dc:identifier>"
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()
