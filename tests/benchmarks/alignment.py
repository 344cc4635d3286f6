"""Measures the aligner on hand-aligned texts beside a length-only peer, and its time and memory; prints, never asserts.

    python tests/benchmarks/alignment.py GOLD [OUT]    figures of every set of GOLD/SET/NAME.{en,fr,gold}
                                                       (OUT: also write OUT/SET/NAME.beads)
    python tests/benchmarks/alignment.py --time GOLD   time and memory, in fresh processes

The peers are galechurch and NLTK (both Gale and Church 1993), measured where they are installed.
"""

import importlib.util
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from editor.text.alignment import Bead, Unit, align, read_beads, write_beads

Aligner = Callable[[list[str], list[str]], Iterable[Bead]]
Sides = tuple[tuple[int, ...], tuple[int, ...]]


def ours(en: list[str], fr: list[str]) -> Iterable[Bead]:
    return align([Unit(text) for text in en], [Unit(text) for text in fr])


def exchanged(en: list[str], fr: list[str]) -> Iterable[Bead]:
    return [Bead(bead.fr, bead.en, bead.confidence) for bead in ours(fr, en)]


def peer(en: list[str], fr: list[str]) -> Iterable[Bead]:
    import galechurch  # noqa: PLC0415

    for bead in galechurch.align(en, fr).beads:
        sides = (
            tuple(range(bead.source_start, bead.source_end)),
            tuple(range(bead.target_start, bead.target_end)),
        )
        if sides[0] and sides[1]:
            yield Bead(*sides)
        else:
            yield from (Bead((place,), ()) for place in sides[0])
            yield from (Bead((), (place,)) for place in sides[1])


def peer_of_nltk(en: list[str], fr: list[str]) -> Iterable[Bead]:
    from nltk.translate import gale_church  # noqa: PLC0415

    pairs = gale_church.align_blocks([len(line) for line in en], [len(line) for line in fr])
    partners: tuple[dict[int, set[int]], dict[int, set[int]]] = ({}, {})
    for one, other in pairs:
        partners[0].setdefault(one, set()).add(other)
        partners[1].setdefault(other, set()).add(one)
    # NLTK tells links between single lines: those that hang together are a bead.
    for place in range(len(en)):
        ours, theirs = {place}, partners[0].get(place, set())
        for other in theirs:
            ours |= partners[1][other]
        if place == min(ours):
            yield Bead(tuple(sorted(ours)), tuple(sorted(theirs)))
    yield from (Bead((), (place,)) for place in range(len(fr)) if place not in partners[1])


def figures(gold: set[Sides], found: set[Sides]) -> dict[str, tuple[int, int, int]]:
    """Count right, found and gold beads: all, and those of one side alone."""
    one = lambda beads: {bead for bead in beads if not (bead[0] and bead[1])}  # noqa: E731
    return {
        "strict": (len(gold & found), len(found), len(gold)),
        "null": (len(one(gold) & one(found)), len(one(found)), len(one(gold))),
    }


def f1(right: int, found: int, gold: int) -> float:
    return 200 * right / (found + gold) if found + gold else 100.0


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def measure(folder: Path, aligner: Aligner, out: Path | None = None) -> tuple[str, list[tuple[float, bool]]]:
    sums: dict[str, list[int]] = {"strict": [0, 0, 0], "null": [0, 0, 0]}
    judged = []
    for path in sorted(folder.glob("*.gold")):
        en, fr = lines(path.with_suffix(".en")), lines(path.with_suffix(".fr"))
        gold = {(bead.en, bead.fr) for bead in read_beads(path.read_text(encoding="utf-8"), len(en), len(fr))}
        beads = list(aligner(en, fr))
        for name, counts in figures(gold, {(bead.en, bead.fr) for bead in beads}).items():
            sums[name] = [a + b for a, b in zip(sums[name], counts, strict=True)]
        judged += [(bead.confidence, (bead.en, bead.fr) in gold) for bead in beads]
        if out:
            (out / folder.name).mkdir(parents=True, exist_ok=True)
            (out / folder.name / f"{path.stem}.beads").write_text(write_beads(beads), encoding="utf-8")
    return f"{f1(*sums['strict']):6.1f} {f1(*sums['null']):6.1f}", judged


def compare(gold: Path, out: Path | None) -> None:
    peers: dict[str, Aligner] = {"ours": ours, "exchanged": exchanged}
    if importlib.util.find_spec("galechurch"):
        peers["galechurch"] = peer
    if importlib.util.find_spec("nltk"):
        peers["nltk"] = peer_of_nltk
    print("strict F1 and F1 of units left alone, per cent")
    print(f"{'':14}" + "".join(f"{name:>15}" for name in peers))
    sure: list[tuple[float, bool]] = []
    for folder in sorted(path for path in gold.iterdir() if path.is_dir()):
        cells = []
        for name, aligner in peers.items():
            shown, judged = measure(folder, aligner, out if name == "ours" else None)
            cells.append(f"{shown:>15}")
            sure += judged if name == "ours" else []
        print(f"{folder.name:14}" + "".join(cells))
    print("confidence: beads, of which right")
    for low, high in ((0.0, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 0.99), (0.99, 1.01)):
        right = [ok for confidence, ok in sure if low <= confidence < high]
        if right:
            print(f"  {low:.2f}–{min(high, 1):.2f}  {len(right):6}  {100 * sum(right) / len(right):5.1f} %")


def long_text(gold: Path) -> tuple[list[str], list[str]]:
    """Join the longest set's texts, repeated until they are as long as a short novel."""
    en, fr = [], []
    while len(en) < 1524 or len(fr) < 1346:
        for path in sorted((gold / "novels").glob("*.gold")):
            en += lines(path.with_suffix(".en"))
            fr += lines(path.with_suffix(".fr"))
    return en[:1524], fr[:1346]


def clock(gold: Path, what: str) -> None:
    begun = time.perf_counter()
    if what == "start":
        ours(["The minister spoke."], ["Le ministre a parlé."])
        print(f"import and first call {time.perf_counter() - begun:.3f} s")
    elif what == "short":
        en = lines(gold / "pr-sent" / "20130928.en")[:60]
        fr = lines(gold / "pr-sent" / "20130928.fr")[:60]
        ours(en, fr)
        times = []
        for _ in range(15):
            begun = time.perf_counter()
            ours(en, fr)
            times.append(time.perf_counter() - begun)
        print(f"{len(en)} × {len(fr)} warm: median {1000 * median(times):.1f} ms, least {1000 * min(times):.1f} ms")
    else:
        en, fr = long_text(gold)
        if what == "huge":
            en, fr = (en * 20)[:10_000], (fr * 20)[:10_000]
        begun = time.perf_counter()
        found = len(list(ours(en, fr)))
        print(f"{len(en)} × {len(fr)}: {time.perf_counter() - begun:.2f} s, {found} beads", end=", ")
        print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--time"]:
        for what in ("start", "short", "long", "huge"):
            subprocess.run([sys.executable, __file__, "--clock", arguments[1], what], check=True)
    elif arguments[:1] == ["--clock"]:
        clock(Path(arguments[1]), arguments[2])
    else:
        compare(Path(arguments[0]), Path(arguments[1]) if arguments[1:] else None)


if __name__ == "__main__":
    main(sys.argv[1:])
