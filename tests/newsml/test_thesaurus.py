from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.newsml.thesaurus import find_topics, line_of, narrower
from editor.newsml.topics import media_topics

topics = st.sampled_from(tuple(media_topics().values()))


def names(query):
    return [media_topics()[code].name for code in find_topics(query)]


@pytest.mark.parametrize("query", ["cinema", "cinéma", "CINÉMA", "cinema\u0301"])
def test_accents_and_capitals_do_not_matter(query):
    assert any(name.fr == "Cinéma" for name in names(query))


def test_ligatures_are_found_by_their_letters():
    with_ligature = [topic for topic in media_topics().values() if "œ" in topic.name.fr.casefold()]
    for topic in with_ligature:
        assert topic.code in find_topics(topic.name.fr.casefold().replace("œ", "oe"))


def test_every_word_must_be_in_one_name():
    assert names("armed conflict")
    assert not names("cinema ballet")
    assert not names("religious sportif")


def test_the_inside_of_a_word_is_searched_where_no_word_begins_so():
    assert any("football" in name.en for name in names("ootball"))


def test_nothing_is_found_for_nothing():
    assert find_topics("") == find_topics(" ’ ") == ()


@given(topics)
def test_every_topic_is_found_by_its_names_and_its_code(topic):
    for query in (topic.name.en, topic.name.fr, topic.code):
        assert topic.code in find_topics(query)


@given(topics)
def test_every_topic_hangs_in_the_tree(topic):
    line = line_of(topic.code)
    assert line[-1] is topic
    assert line[0].code in narrower()[""]
    for upper, lower in pairwise(line):
        assert lower.code in narrower()[upper.code]


def test_an_unknown_code_hangs_nowhere():
    assert line_of("99999999") == ()
