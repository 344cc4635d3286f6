"""Whatever the official schema refuses, our grammar and rules refuse too."""

import pytest
from lxml import etree
from mutants import EXPLAINED, escaped, refused_by_us, samples


@pytest.fixture(scope="module")
def official(shared):
    return etree.XMLSchema(etree.parse(shared / "newsml-g2" / "NewsML-G2_2.35-spec-All-Power.xsd"))


def test_what_is_published_is_refused_by_neither(official):
    for data in samples():
        root = etree.fromstring(data)
        assert official.validate(root)
        assert not refused_by_us(root)


def test_no_careless_change_passes_us_that_the_official_schema_refuses(official):
    tally = escaped(150, official, seed=3)
    assert tally.lost == []
    assert tally.both.total() < tally.made.total()
    assert set(tally.both) <= set(EXPLAINED), "what both accept is explained, by kind of change"
