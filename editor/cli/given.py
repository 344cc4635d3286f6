"""What a command line may say, as tables, and the reading of one: every fault is told in the user's own language.

(The parser of the standard library words its faults itself, in English, and loads twice as slowly as all of this.)
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from editor.errors import Unfit
from editor.values import frozen
from editor.words import Sentence, say


@frozen
class Option:
    """One option of a verb: `--name`, perhaps a single letter, and the name of the value that follows, if any does.

    `choices` are the values that are possible (any, where empty). `many` is a regular expression: the words that follow
    are values too as long as they look like it.
    """

    name: str
    about: Sentence
    value: Sentence | None = None
    choices: tuple[str, ...] = ()
    short: str = ""
    many: str = ""
    is_required: bool = False


@frozen
class Operand:
    """The words of a verb that are no options: what they are called, and how many there must and may be."""

    name: Sentence
    least: int = 1
    most: int | None = 1


@frozen
class Verb:
    """One verb of the command line: what it does, what it is given, and what else its help tells."""

    name: str
    about: Sentence
    operands: tuple[Operand, ...]
    options: tuple[Option, ...] = ()
    notes: tuple[Sentence, ...] = ()

    def option(self, written: str) -> Option:
        """Return the option as written, `--json` or `-o`. Raises Unfit where the verb has none of this name."""
        for option in self.options:
            if written in (f"--{option.name}", f"-{option.short}" if option.short else ""):
                return option
        raise Unfit(say("{verb}: there is no option {option}.", verb=self.name, option=written))


@frozen
class Given:
    """What was written after a verb: the plain words in order, and the values of each option ("" for a bare one)."""

    words: tuple[str, ...]
    options: Mapping[str, tuple[str, ...]]

    def has(self, name: str) -> bool:
        """Whether an option was written."""
        return name in self.options

    def value(self, name: str, usual: str = "") -> str:
        """Return the value of an option; the last one where it was written twice."""
        return self.options[name][-1] if name in self.options else usual

    def values(self, name: str) -> tuple[str, ...]:
        """Return every value of an option that takes many."""
        return self.options.get(name, ())


def read_words(verb: Verb, written: Sequence[str]) -> Given:
    """Read what stands after a verb. Raises Unfit with the first thing that is wrong."""
    words: list[str] = []
    options: dict[str, list[str]] = {}
    rest = list(reversed(written))
    while rest:
        word = rest.pop()
        if word == "--":
            words += reversed(rest)
            break
        if word == "-" or not word.startswith("-"):
            words.append(word)
            continue
        option, value = _split(verb, word)
        options.setdefault(option.name, []).extend(_values(verb, option, value, rest))
    given = Given(tuple(words), {name: tuple(values) for name, values in options.items()})
    if not given.has("help"):
        _require(verb, given)
    return given


def _split(verb: Verb, word: str) -> tuple[Option, str | None]:
    """Part `--name=value` and `-ovalue` into the option and its value; None where the value, if any, comes next."""
    if word.startswith("--"):
        name, sign, value = word.partition("=")
        return verb.option(name), value if sign else None
    return verb.option(word[:2]), word[2:] or None


def _values(verb: Verb, option: Option, value: str | None, rest: list[str]) -> Iterator[str]:
    written = f"--{option.name}"
    if option.value is None:
        if value is not None:
            raise Unfit(say("{verb}: {option} takes no value.", verb=verb.name, option=written))
        yield ""
        return
    if value is None:
        if not rest or (rest[-1].startswith("-") and rest[-1] != "-"):
            raise Unfit(say("{verb}: {option} wants a value.", verb=verb.name, option=written))
        value = rest.pop()
    yield _chosen(verb, option, value)
    while option.many and rest and re.fullmatch(option.many, rest[-1]):
        yield _chosen(verb, option, rest.pop())


def _chosen(verb: Verb, option: Option, value: str) -> str:
    if option.choices and value not in option.choices:
        raise Unfit(
            say(
                "{verb}: --{option} is one of {choices}, not “{value}”.",
                verb=verb.name,
                option=option.name,
                choices=", ".join(option.choices),
                value=value,
            )
        )
    return value


def _require(verb: Verb, given: Given) -> None:
    least = sum(operand.least for operand in verb.operands)
    most = [operand.most for operand in verb.operands]
    if len(given.words) < least:
        missing = [operand.name for operand in verb.operands for _ in range(operand.least)][len(given.words)]
        raise Unfit(
            say("{verb}: {what} is missing. “communique {verb} --help” tells more.", verb=verb.name, what=missing)
        )
    if None not in most and len(given.words) > sum(count or 0 for count in most):
        extra = given.words[sum(count or 0 for count in most)]
        raise Unfit(say("{verb}: “{word}” is one word too many.", verb=verb.name, word=extra))
    for option in verb.options:
        if option.is_required and not given.has(option.name):
            raise Unfit(say("{verb}: --{option} is missing.", verb=verb.name, option=option.name))
