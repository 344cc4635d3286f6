"""Writes generated publications of every shape and body, for other programs to judge.

`publications.py FOLDER [COUNT]`: so many releases (20), each in every shape and body, and through the stages of its
life.
"""

import sys
from datetime import timedelta
from itertools import product
from pathlib import Path

from complete import AT, complete_communiques
from hypothesis import HealthCheck, Phase, given, seed, settings

from editor.formats.profiles import load_profile
from editor.model.communique import Communique
from editor.newsml.build import Body, Shape, build


def generated(folder: Path, count: int) -> list[Path]:
    """Write `count` releases in every shape and body, and return the files."""
    made: list[Path] = []
    profile = load_profile("nato")

    @seed(1)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(complete_communiques())
    def write(doc: Communique) -> None:
        for shape, body in product(Shape, Body):
            path = folder / f"{len(made):05}-{shape.value}-{body.value}.xml"
            path.write_bytes(build(doc, profile, AT + timedelta(days=1), shape=shape, body=body))
            made.append(path)

    write()
    return made


if __name__ == "__main__":
    print(len(generated(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20)), "publications written")
