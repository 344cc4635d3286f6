import pickle
import re
from copy import copy, deepcopy
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Generic, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as some

from editor.model.language import Bilingual
from editor.values import frozen, twin

EDITOR = Path(__file__).parents[1] / "editor"
T = TypeVar("T")


def made(decorator):
    """The same class, made by either decorator; its names are such as a constructor may confuse."""

    @decorator
    class Sample:
        """Something said."""

        _put_a: int
        a: str = "usual"
        made: list[int] = field(default_factory=list)
        other: "Sample | None" = None

        def __post_init__(self):
            if self._put_a < 0:
                raise ValueError("negative")

        @property
        def loud(self):
            return self.a.upper()

    return Sample


OURS, STANDARD = made(frozen), made(dataclass(frozen=True, slots=True))
WORTHS = some.tuples(some.integers(0, 3), some.sampled_from("xy"), some.lists(some.integers(0, 1), max_size=1))


@given(WORTHS, WORTHS)
def test_it_compares_and_shows_like_a_standard_one(first, second):
    ours, standard = (OURS(*first), OURS(*second)), (STANDARD(*first), STANDARD(*second))
    assert (ours[0] == ours[1]) is (standard[0] == standard[1])
    assert repr(ours[0]) == repr(standard[0])
    assert asdict(ours[0]) == asdict(standard[0])
    assert replace(ours[0], a="z") == OURS(first[0], "z", first[2])
    assert ours[0] != standard[0]
    assert ours[0].loud == standard[0].loud


@given(some.integers(), some.text())
def test_equal_ones_have_one_hash(number, text):
    @frozen
    class Pair(Generic[T]):
        """Two things."""

        number: int
        text: T

    assert hash(Pair(number, text)) == hash(Pair[str](number, text=text))
    assert {Pair(number, text): 1}[Pair(number, text)] == 1


def test_what_is_not_given_is_made_anew_for_each():
    first, second = OURS(1), OURS(1)
    assert (first.a, first.made, first.other) == ("usual", [], None)
    assert first.made is not second.made


@pytest.mark.parametrize("given", [((), {}), ((1, "a", [], None, 5), {}), ((1,), {"b": 2}), ((1,), {"_put_a": 2})])
def test_a_wrong_call_is_refused_in_the_words_of_a_standard_one(given):
    told = []
    for kind in (OURS, STANDARD, OURS):
        with pytest.raises(TypeError) as caught:
            kind(*given[0], **given[1])
        told.append(str(caught.value))
    assert told[0] == told[1] == told[2]


def test_it_refuses_to_be_changed_and_has_room_for_nothing_else():
    value = OURS(1)
    for change in (lambda: setattr(value, "a", "b"), lambda: delattr(value, "a"), lambda: setattr(value, "new", 1)):
        with pytest.raises(FrozenInstanceError):
            change()
    assert value == OURS(1)
    assert not hasattr(value, "__dict__")


def test_it_is_checked_when_it_is_made():
    with pytest.raises(ValueError, match="negative"):
        OURS(-1)
    with pytest.raises(ValueError, match="negative"):
        replace(OURS(1), _put_a=-1)


def test_what_a_class_says_itself_stays():
    @frozen
    class Own:
        """Compared by identity."""

        number: int

        __eq__, __hash__ = object.__eq__, object.__hash__

        def __repr__(self):
            return "own"

    one = Own(1)
    assert one == one  # noqa: PLR0124 (the comparison is what is tried)
    assert one != Own(1)
    assert (hash(one), repr(one)) == (object.__hash__(one), "own")


def test_a_class_without_fields_has_equal_values():
    @frozen
    class Nothing:
        """Nothing at all."""

    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())
    assert (repr(Nothing()).endswith("Nothing()"), fields(Nothing)) == (True, ())


def test_a_copy_is_equal_and_another_one():
    value = OURS(1, "b", [2])
    assert (copy(value), copy(value).made is value.made) == (value, True)
    assert (deepcopy(value), deepcopy(value).made is value.made) == (value, False)
    assert pickle.loads(pickle.dumps(Bilingual("a", "b"))) == Bilingual("a", "b")  # noqa: S301 (our own)


def test_patterns_take_it_apart():
    match OURS(1, "b"):
        case OURS(number, text):
            assert (number, text) == (1, "b")
        case _:
            pytest.fail("not matched")


def test_all_values_of_the_editor_are_made_by_it():
    slow = [path for path in EDITOR.rglob("*.py") if re.search(r"@dataclass\(.*frozen", path.read_text("utf-8"))]
    assert slow == []


@given(some.text(max_size=5))
def test_a_twin_is_what_replacing_would_make(word):
    value = made(frozen)(1, "b", ["c"])
    assert twin(value, a=word) == replace(value, a=word)
    assert (value.a, twin(value).other) == ("b", None)
