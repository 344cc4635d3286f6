"""Patterns compiled at their first use: a program that reads texts has hundreds, and a first text asks few."""

import re
from typing import Any, cast


class _Pattern:
    """Stands for a compiled pattern until something is asked of it, and answers from it ever after."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever a compiled pattern has)
        compiled = re.compile(self._source, self._flags)
        # What lies on the object itself is found without coming here again.
        for each in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "pattern"):
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def pattern_of(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used; a mistake in it is raised only then."""
    return cast("re.Pattern[str]", _Pattern(source, flags))
