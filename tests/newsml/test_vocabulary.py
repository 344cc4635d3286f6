from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.language import Bilingual, Language
from editor.model.profile import House, Profile, TimeForm
from editor.newsml.paper import Context, open_paper
from editor.newsml.source import parse
from editor.newsml.topics import media_topics, subject_names
from editor.newsml.vocabulary import HOUSE_ALIASES, code_of, house_scheme, iptc_schemes, text_of
from editor.newsml.wording import country_name, embargo_notice, one_line, written_date, written_time


def test_every_topic_has_a_name_in_both_languages_and_a_broader_topic_that_exists():
    topics = media_topics()
    assert len(topics) == 1361
    for topic in topics.values():
        assert topic.name.en
        assert topic.name.fr
        assert not topic.broader or topic.broader in topics


def test_retired_topics_bear_the_day_they_were_retired():
    retired = [topic for topic in media_topics().values() if topic.retired]
    assert len(retired) == 210
    assert all(date.fromisoformat(topic.retired) for topic in retired)


def test_a_topic_is_mapped_to_a_subject_code_that_has_a_name():
    assert media_topics()["20000639"].subject == "11002000"
    assert subject_names()["11002000"].en == "diplomacy"


def test_the_catalogue_says_which_schemes_are_retired():
    assert {alias for alias, scheme in iptc_schemes().items() if scheme.retired} == {"isrol", "ctrol"}


def test_no_house_alias_hides_one_of_iptc():
    assert not set(HOUSE_ALIASES) & set(iptc_schemes())


@given(st.text(max_size=20))
def test_any_text_becomes_a_code_and_comes_back(text):
    code = code_of(text)
    assert not set(code) & set(": \t\n\u00a0")
    assert text_of(code) == text


@pytest.mark.parametrize(
    ("codes", "scheme"),
    [("http://a.example/cv", "http://a.example/cv/person/"), ("http://a.example/cv#", "http://a.example/cv#person/")],
)
def test_house_schemes_are_made_from_the_base_in_the_profile(codes, scheme):
    assert house_scheme(House(codes=codes), "cmqpers") == scheme


def test_a_profile_without_a_base_still_has_schemes():
    assert house_scheme(House(domain="a.example"), "cmqpers") == "http://a.example/codes/person/"


def test_countries_have_names_in_both_languages():
    assert country_name("CI") == Bilingual("Côte d’Ivoire", "Côte d’Ivoire")
    assert country_name("DE").fr == "Allemagne"
    assert country_name("??") == Bilingual("", "")


@given(st.text())
def test_a_line_has_no_breaks_and_no_spaces_at_its_ends(text):
    line = one_line(text)
    assert line == line.strip()
    assert not set(line) & set("\t\n\r\u2028\u2029")


def test_dates_and_times_are_written_as_the_house_writes_them():
    first, noon = date(2021, 6, 1), datetime(2021, 6, 1, 0, 5, tzinfo=UTC)
    plain = Profile("x")
    assert written_date(first, Language.FR, plain) == "1er juin 2021"
    assert written_date(first, Language.EN, replace(plain, month_first=True)) == "June 1, 2021"
    forms = {form: replace(plain, time_form=Bilingual(form, form)) for form in TimeForm}
    told = [written_time(noon, Language.EN, profile) for profile in forms.values()]
    assert told == ["00:05", "0\u00a0h\u00a005", "12:05\u00a0a.m.", "00.05"]
    assert "2021-06-01 00:05 UTC" in embargo_notice(noon, Language.FR, plain)


def test_a_catalogue_that_is_not_known_is_remembered_as_such():
    data = b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><catalogRef href="http://a.example/c"/></newsItem>'
    (item,) = open_paper(parse(data), Context()).items
    assert not item.knows_all
