"""Values: classes whose objects never change, so cheap to make that a window can start with a hundred of them."""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from typing import Any, NoReturn, TypeVar, dataclass_transform

_Class = TypeVar("_Class")
_Value = TypeVar("_Value")
_Fields = tuple[Field[Any], ...]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[_Class]) -> type[_Class]:
    """Make a class what `dataclass(frozen=True, slots=True)` makes of it.

    That compiles six methods of every class loaded, half a millisecond a class; here each is written when it is first
    called. Fields may have a default or a default factory, and no other options.
    """
    # Of a class that says nothing of itself the library would write the signature, which takes longer than all else.
    cls.__doc__ = cls.__doc__ or cls.__qualname__
    made = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    for name, write in _WRITTEN.items():
        if name not in cls.__dict__:
            setattr(made, name, _written_at_first_call(made, name, write))
    for name, method in _SHARED.items():
        if name not in cls.__dict__:
            setattr(made, name, method)
    return made


def twin(value: _Value, **changes: object) -> _Value:
    """Return a value with some fields exchanged for others that what its class demands cannot turn on.

    Nothing is looked at again, which `dataclasses.replace` would: this is for what happens at every key.
    """
    cls: Any = type(value)
    made: _Value = object.__new__(cls)
    for name in cls.__slots__:
        object.__setattr__(made, name, changes[name] if name in changes else getattr(value, name))
    return made


def _written_at_first_call(
    cls: type[_Class], name: str, write: Callable[[type[_Class], dict[str, Any]], str]
) -> Callable[..., Any]:
    """Return a method that at its first call puts the real one, which `write` gives the source of, in its own place."""

    def method(self: _Class, *given: Any, **named: Any) -> Any:  # noqa: ANN401 (whatever the real one takes and gives)
        known: dict[str, Any] = {"__name__": cls.__module__}
        exec(write(cls, known), known)  # noqa: S102 (the source is made of the names of fields alone)
        real = known[name]
        real.__qualname__ = f"{cls.__qualname__}.{name}"
        setattr(cls, name, real)
        return real(self, *given, **named)

    return method


def _init(cls: type, known: dict[str, Any]) -> str:
    """Write the constructor: each field is set through its own slot, which nothing can refuse."""
    taken, lines = ["self"], []
    for one in fields(cls):
        put, usual, make, worth = f"__put_{one.name}__", f"__usual_{one.name}__", f"__make_{one.name}__", one.name
        known[put] = getattr(cls, one.name).__set__
        if one.default is not MISSING:
            known[usual] = one.default
            taken.append(f"{one.name}={usual}")
        elif one.default_factory is not MISSING:
            known[usual], known[make] = MISSING, one.default_factory
            taken.append(f"{one.name}={usual}")
            worth = f"{make}() if {one.name} is {usual} else {one.name}"
        else:
            taken.append(one.name)
        lines.append(f"{put}(self, {worth})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    return f"def __init__({', '.join(taken)}):\n " + "\n ".join(lines or ["pass"])


def _eq(cls: type, _known: dict[str, Any]) -> str:
    return (
        "def __eq__(self, other):\n"
        f" return {_all(cls, 'self')} == {_all(cls, 'other')} if other.__class__ is self.__class__ else NotImplemented"
    )


def _hash(cls: type, _known: dict[str, Any]) -> str:
    return f"def __hash__(self):\n return hash({_all(cls, 'self')})"


def _all(cls: type, owner: str) -> str:
    """Write a tuple of all fields."""
    return f"({''.join(f'{owner}.{one.name}, ' for one in fields(cls))})"


def _repr(self: Any) -> str:  # noqa: ANN401 (any value)
    told = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self))
    return f"{type(self).__qualname__}({', '.join(told)})"


def _state(self: Any) -> list[object]:  # noqa: ANN401 (any value)
    """Tell a copy, or a pickle, what the fields hold."""
    return [getattr(self, one.name) for one in fields(self)]


def _take_state(self: Any, state: list[object]) -> None:  # noqa: ANN401 (any value)
    for one, worth in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, worth)


def _refuse(self: object, name: str, *_value: object) -> NoReturn:
    raise FrozenInstanceError(f"{name} of a {type(self).__qualname__} is not to be changed")


_WRITTEN = {"__init__": _init, "__eq__": _eq, "__hash__": _hash}
_SHARED = {
    "__repr__": _repr,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _state,
    "__setstate__": _take_state,
}
