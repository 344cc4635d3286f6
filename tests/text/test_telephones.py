"""Telephone numbers are no figures: they need no counterpart in the other language."""

import pytest

from editor.model.language import Language
from editor.text.figures import figures


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "."])
@pytest.mark.parametrize("number", ["+33 4 65 71 00 14", "04 65 71 00 14", "0033 4 65 71 00 14"])
def test_a_telephone_number_is_no_figure_whatever_parts_its_digits(number, space):
    assert figures(f"Contact: {number.replace(' ', space)}, press@orvane.example", Language.FR) == ()
