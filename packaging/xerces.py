"""Counts what Xerces accepts of generated publications and of the shared examples; run by `xerces.sh`.

`xerces.py [COUNT]`: so many releases (200), each in every shape and body, and through the stages of its life.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from publications import generated

SHARED = Path(__file__).parents[2] / "shared/newsml-g2"
SCHEMA = SHARED / "NewsML-G2_2.35-spec-All-Power.xsd"
JARS = ":".join(f"/usr/share/java/{name}.jar" for name in ("xercesImpl", "xercesSamples", "xml-apis", "xml-resolver"))


def refused(files: list[Path]) -> dict[str, str]:
    """Return the first fault that Xerces finds in each file, by the name of the file."""
    found: dict[str, str] = {}
    for start in range(0, len(files), 500):
        part = files[start : start + 500]
        ran = subprocess.run(
            ("java", "-cp", JARS, "jaxp.SourceValidator", "-a", str(SCHEMA), "-i", *map(str, part)),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        told = f"{ran.stdout}\n{ran.stderr}"
        if sum(path.name in told for path in part) < len(part):
            raise SystemExit(f"Xerces did not judge every file:\n{told[-2000:]}")
        for line in told.splitlines():
            kind, _, rest = line.partition("] ")
            if kind in ("[Error", "[Fatal Error"):
                name = rest.partition(":")[0]
                found.setdefault(name, rest)
    return found


def main(count: int) -> int:
    """Print the counts, and what was refused."""
    if not SCHEMA.exists():
        print(f"The official schema is not here: {SCHEMA}")
        return 1
    with tempfile.TemporaryDirectory() as name:
        ours = generated(Path(name), count)
        faults = refused(ours)
    examples = sorted(SHARED.glob("example-*.xml"))
    of_examples = refused(examples)
    for each in (*faults.values(), *of_examples.values()):
        print(each)
    print(f"generated publications: {len(ours) - len(faults)} of {len(ours)} accepted")
    print(f"shared examples:        {len(examples) - len(of_examples)} of {len(examples)} accepted")
    return int(bool(faults or of_examples))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
