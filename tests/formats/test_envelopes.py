"""Pages and messages that a program saved in one file."""

import plistlib
from email.message import EmailMessage
from pathlib import Path

import pytest

from editor.errors import Unreadable
from editor.formats import envelopes
from editor.formats.table import read_manuscript

WORDS = "Le bac de l’île d’Orfée part à midi."
PAGE = f"<html><head><title>Le lac</title></head><body><h1>Le lac</h1><p>{WORDS}</p></body></html>"
MHTML = Path("page.mhtml")
MOST_NESTED = 3_000


def message(*, html="", text="", attached=b"", charset="utf-8"):
    """Return the bytes of a mail with these parts."""
    mail = EmailMessage()
    mail["Subject"] = "Communiqué"
    if text:
        mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html", charset=charset)
    if attached:
        mail.add_attachment(attached, maintype="text", subtype="html", filename="autre.html")
    return mail.as_bytes()


def texts(raw, path=MHTML):
    return [block.text for script in envelopes.read(raw, path).scripts for block in script.blocks]


def test_a_page_saved_in_one_file_is_read_as_a_page():
    raw = (
        'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        '\tboundary="--B--"\r\n\r\n----B--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable'
        "\r\n\r\n<h1>Le lac</h1><p>L=E2=80=99=C3=AEle est=\r\n ouverte.</p>\r\n----B--\r\nContent-Type: text/css\r\n"
        "\r\np{}\r\n----B----\r\n"
    )
    assert texts(raw.encode()) == ["Le lac", "L’île est ouverte."]


def test_a_message_is_read_for_its_page_or_else_its_text_and_attachments_are_told():
    raw = message(html=PAGE, text="Autre", attached=b"<p>Autre page</p>")
    assert texts(raw) == ["Le lac", WORDS]
    told = " ".join(note.english() for note in envelopes.read(raw, MHTML).notes)
    assert "1 attachment was left out." in told
    assert texts(message(text=f"Le lac\n\n{WORDS}\n")) == ["Le lac", WORDS]


def test_a_page_is_read_in_the_encoding_that_its_message_declares():
    assert texts(message(html="<p>Prix : 3 €</p>", text="x", charset="iso-8859-15")) == ["Prix : 3 €"]


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_an_archive_of_safari_is_read_for_its_page(form, tmp_path):
    held = {"WebMainResource": {"WebResourceData": PAGE.encode(), "WebResourceTextEncodingName": "UTF-8"}}
    path = tmp_path / "page.webarchive"
    path.write_bytes(plistlib.dumps(held, fmt=form))
    assert [block.text for block in read_manuscript(path).scripts[0].blocks] == ["Le lac", WORDS]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"bplist00" + b"\xff" * 100,
        b"bplist00",
        plistlib.dumps({"WebMainResource": []}),
        plistlib.dumps({"WebMainResource": {"WebResourceData": "text"}}),
        plistlib.dumps([1]),
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]><plist><string>&b;</string></plist>',
        b"<?xml version='1.0'?><plist>" + b"<array>" * 5_000,
        b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n!!!!",
        b"Content-Type: text/html; charset=none-such\n\n",
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(MOST_NESTED)),
    ],
)
def test_what_holds_no_page_is_told_in_one_sentence(raw):
    with pytest.raises(Unreadable):
        envelopes.read(raw, MHTML)


@pytest.mark.parametrize(
    "around",
    [
        (
            "<p>Dear all,</p><p>Please find our release below.</p>",
            "<p>-- <br>Bruno Achard<br>Press office</p><p>Orfée</p>",
        ),
        ("<p>Bonjour,</p>", "<p>--</p><p>Bruno Achard</p>"),
        ("<p>Mesdames, Messieurs,</p><p>Veuillez trouver ci-dessous notre communiqué.</p>", ""),
    ],
)
def test_greeting_and_signature_of_a_message_are_left_out_and_told(around):
    above, below = around
    raw = message(html=f"{above}<h1>Le lac</h1><p>{WORDS}</p><p>Contact presse : b@lake.example</p>{below}", text="x")
    assert texts(raw) == ["Le lac", WORDS, "Contact presse : b@lake.example"]
    assert "Left out around the text of the message: “" in envelopes.read(raw, MHTML).notes[0].english()


def test_a_message_of_a_greeting_alone_is_kept():
    assert texts(message(html="<p>Bonjour,</p>", text="x")) == ["Bonjour,"]
