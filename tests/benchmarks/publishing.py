"""Publishes many releases in one process through the verb; prints time and memory, asserts nothing.

Run as `PYTHONPATH=. python tests/benchmarks/publishing.py` (1,000 releases) or `… publishing.py 300` (the quick form).
Each release is the example of the project with words and a reference of its own, so that nothing remembered of one
serves the next. Memory is told after each tenth: once all tables are read it must stay level.
"""

import io
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path
from time import perf_counter, process_time

from editor.assets import resource
from editor.cli import main as communique
from editor.formats.profiles import load_profile
from editor.formats.table import open_document, save_document
from editor.model.communique import Communique
from editor.model.passage import Passage
from editor.model.rows import Side

LONG = 100
"""Code points; a shorter passage is a heading, an item of a list or a name."""
AT = "2026-03-12T11:00"


class Meter(io.StringIO):
    """Standard output of the verb: it names a file for each release, and memory is looked at now and then."""

    def __init__(self, total: int) -> None:
        super().__init__()
        self._step = max(total // 10, 1)
        self._start = process_time()
        self.published = 0

    def write(self, text: str) -> int:
        self.published += text.count(".xml")
        if ".xml" in text and self.published % self._step == 0:
            spent = (process_time() - self._start) / self.published * 1000
            print(
                f"{self.published:6} published  {held('VmRSS'):8.1f} MB held  {spent:8.1f} ms CPU each",
                file=sys.__stdout__,
                flush=True,
            )
        return len(text)


def held(line: str) -> float:
    """Return the memory this process holds ("VmRSS") or has held at most ("VmHWM"), in MB; 0 where nothing tells."""
    try:
        text = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    told = dict(entry.split(":", 1) for entry in text.splitlines())
    return int(told[line].split()[0]) / 1024


def other(doc: Communique, number: int) -> Communique:
    """Return a release like another, with a number in each paragraph, and nobody's word yet that the pairs fit."""
    rows = (
        replace(row, sides=row.sides.each(lambda side: _numbered(side, number)), confirmation=None) for row in doc.rows
    )
    return replace(doc, rows=tuple(rows), release=replace(doc.release, reference=f"2026-{number:04}"))


def _numbered(side: Side, number: int) -> Side:
    if not side or len(side[-1].text) < LONG:
        return side
    return (*side[:-1], Passage(f"{side[-1].text} ({number})", side[-1].marks))


def main(total: int) -> int:
    profile = load_profile("sample")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        out = folder / "out"
        out.mkdir()
        example = open_document(resource("examples/lake-ferry.communique"), profile).doc
        paths = [folder / f"{number}.communique" for number in range(1, total + 1)]
        for number, path in enumerate(paths, start=1):
            save_document(other(example, number), path)
        print(f"before                {held('VmRSS'):8.1f} MB held")
        meter, said = Meter(total), io.StringIO()
        start, begun = perf_counter(), process_time()
        with redirect_stdout(meter), redirect_stderr(said):
            code = communique(["publish", *map(str, paths), "-o", str(out), "--shape", "bilingual", "--at", AT])
        seconds, spent = perf_counter() - start, process_time() - begun
        files = list(out.glob("*.xml"))
    print(f"{len(files)} of {total} published, exit code {code}: {seconds:.1f} s, {spent:.1f} s CPU")
    print(f"at most               {held('VmHWM'):8.1f} MB held")
    if code:
        print(said.getvalue()[:1000])
    return code


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
