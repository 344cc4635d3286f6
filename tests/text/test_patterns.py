"""Patterns compiled at their first use."""

import re

import pytest

from editor.text.patterns import pattern_of


def test_a_pattern_answers_as_a_compiled_one_does() -> None:
    late, real = pattern_of(r"(?P<word>ab+)", re.IGNORECASE), re.compile(r"(?P<word>ab+)", re.IGNORECASE)
    text = "x ABB ab x"
    assert late.pattern == real.pattern
    assert late.groups == real.groups
    assert [match["word"] for match in late.finditer(text)] == [match["word"] for match in real.finditer(text)]
    assert late.sub("-", text) == real.sub("-", text)
    assert late.search(text, 4) is not None
    assert late.match(text) is None


def test_a_mistake_is_raised_at_the_first_use() -> None:
    late = pattern_of("(")
    with pytest.raises(re.error):
        late.search("a")
