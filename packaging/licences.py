"""Prints the licence of everything the frozen program carries: Python, and each package with its licence's own text."""

import sys
from importlib.metadata import Distribution, distribution, requires
from itertools import chain

from packaging.requirements import Requirement

OURS = "communique"
LINE = "=" * 78


def shipped(name: str, seen: dict[str, Distribution]) -> dict[str, Distribution]:
    """Collect a distribution and what it requires on this system, by their names."""
    for text in requires(name) or ():
        needed = Requirement(text)
        if needed.marker is not None and not needed.marker.evaluate({"extra": ""}):
            continue
        if needed.name.lower() not in seen:
            seen[needed.name.lower()] = distribution(needed.name)
            shipped(needed.name, seen)
    return seen


def licence_of(found: Distribution) -> str:
    """Return what a distribution says of its licence, as short as it says it."""
    told = [*(found.metadata.get_all("License-Expression") or ()), *(found.metadata.get_all("License") or ())]
    said = next(filter(None, told), "")
    classified = (line for line in found.metadata.get_all("Classifier") or () if line.startswith("License ::"))
    first = said.strip().splitlines()[:1]
    return next(chain(first, (line.rpartition("::")[2].strip() for line in classified)), "see below")


def texts_of(found: Distribution) -> list[str]:
    """Return the texts of the licences that lie in a distribution."""
    names = ("LICEN", "COPYING", "NOTICE")
    files = [path for path in found.files or () if path.name.upper().startswith(names) and ".dist-info" in str(path)]
    return [path.read_text(encoding="utf-8") for path in sorted(files, key=str)]


def main() -> None:
    """Print one section a package."""
    print(f"Communiqué is under the Apache License 2.0, see LICENSE.\nIt carries Python {sys.version.split()[0]} "
          "(PSF License 2.0, https://docs.python.org/3/license.html)\nand these packages:\n")  # fmt: skip
    packages = sorted(shipped(OURS, {}).items())
    for name, found in packages:
        print(f"  {name} {found.version}: {licence_of(found)}")
    print(
        "\nQt for Python (PySide6, shiboken6) and Qt are used under the LGPL 3.0: their libraries lie beside the "
        "program as files\nof their own and may be replaced; their sources: https://download.qt.io. Enchant and "
        "Hunspell, where carried along,\nare used under the LGPL 2.1, the dictionaries under the licences "
        "in their folders.\n"
    )
    for name, found in packages:
        for text in texts_of(found):
            print(f"{LINE}\n{name} {found.version}\n{LINE}\n{text}\n")


if __name__ == "__main__":
    main()
