"""What the editor needs at run time may be used and passed on together with it."""

import re
import tomllib
from importlib.metadata import metadata, requires
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FREE = re.compile(r"\b(MIT|BSD|0BSD|Apache|LGPL|Lesser General Public|PSF|Python Software Foundation|MPL|Zlib)\b")


def here(requirements):
    """The names of the requirements that hold on this system without any extra."""
    return {
        re.split(r"[\s;<>=!~\[(]", requirement, maxsplit=1)[0]
        for requirement in requirements
        if "extra ==" not in requirement and "win32" not in requirement
    }


def needed():
    """Everything needed at run time, and what that needs in turn."""
    found, wanted = set(), here(PROJECT["dependencies"])
    while wanted:
        name = wanted.pop()
        found.add(name)
        wanted |= here(requires(name) or ()) - found
    return found


def licence(name):
    """What a package says of its licence, in whichever of the three fields it says it."""
    told = metadata(name)
    classifiers = [line for line in told.get_all("Classifier", []) if line.startswith("License")]
    return " ".join([told.get("License-Expression") or "", (told.get("License") or "")[:200], *classifiers])


def test_every_package_of_the_program_has_a_licence_that_lets_it_be_passed_on():
    assert {name: licence(name) for name in needed() if not FREE.search(licence(name))} == {}


def test_the_scripts_install_one_exact_version_of_everything_the_program_needs():
    listed = (Path(__file__).parents[2] / "packaging" / "constraints.txt").read_text(encoding="utf-8")
    pinned = {line.partition("==")[0].replace("_", "-").lower() for line in listed.splitlines() if "==" in line}
    assert {name.lower() for name in needed()} - pinned == set()
