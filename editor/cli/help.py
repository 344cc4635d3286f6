"""Help: what a verb, or the whole command, is given and does, laid out for a terminal of 80 columns."""

import textwrap
from collections.abc import Iterator

from editor.cli.given import Operand, Option, Verb
from editor.cli.verbs import HELP, LANGUAGE, VERBS
from editor.words import Sentence, Tongue, say

_WIDTH = 80
_COLUMN = 24
"""Where explanations begin."""
_TOGETHER = "\u00a0"
"""Keeps an option and its value on one line of the usage."""


def help_of_all(tongue: Tongue) -> str:
    """Return the help of the whole command."""
    file = say("FILE").told(tongue)
    lines = [
        f"communique [{file}…]",
        *_explained("", say("Opens the window.").told(tongue)),
        f"communique {say('VERB').told(tongue)} …",
        *_explained("", say("Works without a window.").told(tongue)),
        "",
    ]
    for verb in VERBS:
        lines += _explained(verb.name, verb.about.told(tongue))
    version = say("Shows the version.").told(tongue)
    lines += ["", *_option(LANGUAGE, tongue), *_option(HELP, tongue), *_explained("--version", version), ""]
    lines += textwrap.wrap(say("“communique {verb} --help” tells more of one verb.", verb="…").told(tongue), _WIDTH)
    return "\n".join([*lines, *_exit_codes(tongue)])


def help_of(verb: Verb, tongue: Tongue, names: tuple[str, ...] = ()) -> str:
    """Return the help of one verb; `names` close it as a list."""
    usage = " ".join(["communique", verb.name, *_usage(verb, tongue)])
    wrapped = textwrap.wrap(usage, _WIDTH, subsequent_indent="    ", break_on_hyphens=False)
    lines = [line.replace(_TOGETHER, " ") for line in wrapped]
    lines += ["", *textwrap.wrap(verb.about.told(tongue), _WIDTH), ""]
    for option in verb.options:
        lines += _option(option, tongue)
    if verb.notes:
        lines.append("")
    for note in verb.notes:
        lines += textwrap.wrap(note.told(tongue), _WIDTH)
    if names:
        lines += textwrap.wrap(" ".join(names), _WIDTH, initial_indent="  ", subsequent_indent="  ")
    return "\n".join([*lines, *_exit_codes(tongue)])


def _usage(verb: Verb, tongue: Tongue) -> Iterator[str]:
    for operand in verb.operands:
        yield _operand(operand, tongue)
    for option in verb.options:
        yield _written(option, tongue) if option.is_required else f"[{_written(option, tongue)}]"


def _operand(operand: Operand, tongue: Tongue) -> str:
    name = operand.name.told(tongue) + ("…" if operand.most is None else "")
    return name if operand.least else f"[{name}]"


def _written(option: Option, tongue: Tongue) -> str:
    name = f"-{option.short}" if option.short else f"--{option.name}"
    if option.value is None:
        return name
    return f"{name}{_TOGETHER}{'|'.join(option.choices) or option.value.told(tongue)}{'…' if option.many else ''}"


def _option(option: Option, tongue: Tongue) -> list[str]:
    names = f"-{option.short}, --{option.name}" if option.short else f"--{option.name}"
    value = f" {option.value.told(tongue)}" if option.value else ""
    return _explained(names + value, option.about.told(tongue))


def _explained(term: str, about: str) -> list[str]:
    """Set a term and what it means in two columns; a long term has a line of its own."""
    lines = textwrap.wrap(about, _WIDTH - _COLUMN) or [""]
    first = f"  {term}"
    fits = len(first) + 1 < _COLUMN
    head = [f"{first:<{_COLUMN}}{lines[0]}"] if fits else [first, " " * _COLUMN + lines[0]]
    return head + [" " * _COLUMN + line for line in lines[1:]]


def _exit_codes(tongue: Tongue) -> list[str]:
    codes: tuple[Sentence, ...] = (
        say("Exit code 0: done, no error found."),
        say("Exit code 1: findings of level error, or refused."),
        say("Exit code 2: wrong usage, or a file that cannot be read or written."),
    )
    return ["", *(code.told(tongue) for code in codes)]
