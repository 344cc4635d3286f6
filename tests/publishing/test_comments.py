"""What colleagues say to each other in a document leaves the house in no file."""

from dataclasses import replace

from complete import AT, complete_communiques
from generated import NOON
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from editor.formats.profiles import load_profile
from editor.formats.table import save_document, writable_suffixes
from editor.model.comments import Comment, Reply
from editor.model.passage import MarkKind
from editor.newsml.build import Body, Shape, build
from editor.text.pairs import pairs_of

SAID = "zqxj"
NATO = load_profile("nato")


def discussed(doc):
    """Return the communiqué with a comment on every row, and on half of every passage."""
    rows = tuple(
        replace(row, comments=(f"{SAID}-1",), sides=row.sides.each(lambda side: tuple(map(commented, side))))
        for row in doc.rows
    )
    reply = Reply(SAID, SAID, NOON)
    said = (Comment(f"{SAID}-1", SAID, SAID, NOON), Comment(f"{SAID}-2", SAID, SAID, NOON, True, (reply,)))
    return replace(doc, rows=rows, comments=said)


WRITTEN = sorted({*writable_suffixes()} - {".communique", ".pdf"})
"""Our own file keeps comments; a PDF bears the time it was made."""


def commented(passage):
    middle = len(passage.text) // 2
    return passage.marked(middle, len(passage.text), MarkKind.COMMENT, f"{SAID}-2") if passage.text else passage


@given(complete_communiques(), st.sampled_from(Shape), st.sampled_from(Body))
def test_a_publication_is_the_same_with_and_without_comments(doc, shape, body):
    assert build(discussed(doc), NATO, AT, shape=shape, body=body) == build(doc, NATO, AT, shape=shape, body=body)


@settings(max_examples=10)
@given(complete_communiques(), st.sampled_from(WRITTEN))
def test_what_is_written_for_others_is_the_same_with_and_without_comments(tmp_path_factory, doc, suffix):
    assume(suffix != ".tmx" or any(True for _ in pairs_of(doc)))  # without a confirmed pair there is no such file
    folder = tmp_path_factory.mktemp("written")
    plain, spoken_of = folder / f"a{suffix}", folder / f"b{suffix}"
    save_document(doc, plain, at=AT)
    save_document(discussed(doc), spoken_of, at=AT)
    assert spoken_of.read_bytes() == plain.read_bytes()


@given(complete_communiques())
def test_without_comments_nothing_else_is_lost(doc):
    assert discussed(doc).without_comments() == doc
