"""Prints how fast recognition reads and how well: `python tests/benchmarks/recognition.py [FOLDER]`.

FOLDER holds releases with labels and a scorer named `score.py`; without it the folder `shared/communiques` beside the
checkout is taken where it is there. The invented releases of the tests are scored in any case.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from editor.model.language import Language  # noqa: E402 (only now can it be found)
from editor.text.recognition import KnownPerson, recognise  # noqa: E402
from editor.text.recognition_record import record, split_paragraphs  # noqa: E402

OWN = ROOT / "tests" / "text" / "releases"


def gold_files(folder: Path) -> list[Path]:
    """Return the label files of one text each; those of pairs hold beads instead."""
    return [path for path in sorted(folder.glob("*.json")) if path.with_suffix(".txt").is_file()]


def predict(path: Path, *, with_people: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the labels of one text and what is recognised in it."""
    labels = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    language = Language(labels["lang"])
    known = []
    if with_people:
        people = [person if isinstance(person, dict) else {"name": person} for person in labels["participants"]]
        known = [KnownPerson(each["name"], each.get("role") or "") for each in people]
    paragraphs, _ = split_paragraphs(text)
    return labels, record(recognise(paragraphs, language, known), text, labels["id"], language)


def print_speed() -> None:
    """Print start-up, characters a second, one keystroke at 60 rows, memory, and hostile texts."""
    begun = time.process_time()
    sum(range(10_000_000))
    print(
        f"yardstick: 10,000,000 additions {1000 * (time.process_time() - begun):.0f} ms CPU (100 ms on a good machine)"
    )
    print_start()
    paragraphs = []
    for path in gold_files(OWN):
        paragraphs += split_paragraphs(path.with_suffix(".txt").read_text(encoding="utf-8"))[0]
    for language in Language:
        size, spent = 0, 0.0
        for turn in range(6):
            rows = [f"{row}{' ' * (turn + 1)}" for row in paragraphs]
            begun = time.process_time()
            for offset in range(0, len(rows), 20):
                recognise(rows[offset : offset + 20], language)
            spent += time.process_time() - begun
            size += sum(map(len, rows))
        sixty = [row for row in paragraphs if len(row) > 120][:60]
        recognise(sixty, language)
        begun = time.process_time()
        for _ in range(20):
            sixty[30] += "x"
            recognise(sixty, language)
        key = (time.process_time() - begun) / 20
        print(f"{language.value}: {size / spent:,.0f} characters/s; one key at 60 rows {1000 * key:.1f} ms CPU")
    print_hostile()


def print_start() -> None:
    """Print what a fresh process takes to load recognition, its code compiled as that of an installed program is."""
    code = (
        "import sys, time; sys.path.insert(0, sys.argv[1]); begun = time.process_time();"
        "from editor.text.recognition import recognise; from editor.model.language import Language;"
        "loaded = time.process_time();"
        "recognise(('Head', 'M. Roy a dit : « Oui, nous partons. » Le 3 mai 2021.'), Language.FR);"
        "print(1000 * (loaded - begun), 1000 * (time.process_time() - loaded))"
    )
    with tempfile.TemporaryDirectory() as compiled:
        usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        command = [sys.executable, "-c", code, str(ROOT)]
        runs = [
            subprocess.run(
                command, check=True, capture_output=True, text=True, env=usual | {"PYTHONPYCACHEPREFIX": compiled}
            )
            for _ in range(6)
        ]
    loading, first = min(tuple(map(float, run.stdout.split())) for run in runs)
    print(f"start: import {loading:.0f} ms, tables and first text {first:.0f} ms CPU")


def print_hostile() -> None:
    """Print the slowest of the texts that are one sign over and over, 100 kB each."""
    slowest = (0.0, "")
    units = ('"', "« ", "“a ", "'a", " ", "Abc ", "ABC", ". ", "a, ", "said ", "A de ", "1 May ", "(Abc) ", "A – ")
    for unit in (*units, "X said: ", "Ann Bell, the mayor, "):
        text = unit * (100_000 // len(unit))
        begun = time.process_time()
        recognise(("Head", text, "“It is late,” said Ms Ann Bell."), Language.EN)
        slowest = max(slowest, (time.process_time() - begun, repr(unit)))
    print(f"slowest 100 kB of one sign: {slowest[0]:.2f} s CPU ({slowest[1]})")


def print_memory() -> None:
    """Print what tables and the memory of sixty paragraphs take."""
    code = (
        "import sys, tracemalloc; sys.path.insert(0, sys.argv[1]); tracemalloc.start();"
        "from editor.text.recognition import recognise; from editor.model.language import Language;"
        "rows = ['M. Paul Roy a dit : « Oui, nous partons. » Le 3 mai 2021, ' * 4 + str(n) for n in range(60)];"
        "[recognise(rows, language) for language in Language];"
        "print(f'memory: {tracemalloc.get_traced_memory()[1] / 1e6:.1f} MB at its highest')"
    )
    subprocess.run([sys.executable, "-c", code, str(ROOT)], check=True)


def print_scores(folder: Path) -> None:
    """Print the shared scorer's table, without and with participants handed in, then what it does not score."""
    for with_people in (False, True):
        with tempfile.TemporaryDirectory() as out:
            pairs = [predict(path, with_people=with_people) for path in gold_files(folder)]
            for labels, found in pairs:
                (Path(out) / f"{labels['id']}.json").write_text(json.dumps(found), encoding="utf-8")
            print(f"\n{folder}, participants {'handed in' if with_people else 'not handed in'}")
            subprocess.run([sys.executable, str(folder / "score.py"), str(folder), out], check=True)
            if not with_people:
                print_rest(pairs)


def print_rest(pairs: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    """Print non-quotes taken for quotes, functions of participants, datelines, shapes and houses."""
    others = taken = functions = known = 0
    count: Counter[str] = Counter()
    houses: dict[str, Counter[str]] = {}
    for labels, found in pairs:
        ours = [(quote["start"], quote["end"]) for quote in found["quotes"]]
        for other in labels["non_quotes"]:
            others += 1
            taken += any(overlap((other["start"], other["end"]), place) >= 0.8 for place in ours)
        roles = {person["name"]: person["role"] for person in found["participants"]}
        for person in labels["participants"]:
            known += bool(person["role"])
            functions += bool(person["role"]) and roles.get(person["name"]) == person["role"]
        theirs = (labels["dateline"] or {}).get("place")
        count["datelines"] += theirs is not None
        count["datelines right"] += theirs is not None and (found["dateline"] or {}).get("place") == theirs
        count["datelines wrong"] += theirs is None and found["dateline"] is not None
        flat = labels | {"headline": (labels["headline"] or {}).get("par")}
        count_sections(count, flat, found)
        house = houses.setdefault(labels.get("house", "?"), Counter())
        house["quotes"] += len(labels["quotes"])
        speakers = {(quote["start"], quote["end"]): quote["speaker"] for quote in found["quotes"]}
        house["right"] += sum(
            speakers.get((quote["start"], quote["end"])) == quote["speaker"] for quote in labels["quotes"]
        )
    print(f"non-quotes taken for quotes: {taken} of {others}; functions word for word: {functions} of {known}")
    print(", ".join(f"{name} {number}" for name, number in count.items()))
    for name, counts in sorted(houses.items()):
        print(f"  {name}: {counts['right']} of {counts['quotes']} quotes with span and speaker")


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return how much of two stretches together they share."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0])) if shared > 0 else 0.0


def print_own() -> None:
    """Print how many quotes, speakers, persons, dates and places of the invented releases are right."""
    count: Counter[str] = Counter()
    for path in gold_files(OWN):
        labels, found = predict(path, with_people=False)
        speakers = {(quote["start"], quote["end"]): quote["speaker"] for quote in found["quotes"]}
        count["quotes"] += len(labels["quotes"])
        for quote in labels["quotes"]:
            count["spans"] += (quote["start"], quote["end"]) in speakers
            count["speakers"] += speakers.get((quote["start"], quote["end"])) == quote["speaker"]
        taken = {quote["text"] for quote in found["quotes"]}
        count["non-quotes"] += len(labels["non_quotes"])
        count["non-quotes taken for quotes"] += len(taken & set(labels["non_quotes"]))
        count_people(count, labels, found)
        count["releases"] += 1
        count["dates right"] += (found["published"] or {}).get("date") == labels["published"]
        count["places right"] += (found["dateline"] or {}).get("place") == labels["place"]
        count_sections(count, labels, found)
    print("\ninvented releases:", ", ".join(f"{name} {number}" for name, number in count.items()))


def print_lines() -> None:
    """Print how many lines with a date or a dateline give the right role, day and place."""
    lines = json.loads((OWN.parent / "dated_lines.json").read_text(encoding="utf-8"))
    long = "The council met for the third time this year and agreed on a plan that keeps each road open until spring."
    dates = places = 0
    for language, line, role, day in lines["dates"]:
        found = recognise(("Council opens roads", line, long), Language(language)).dates
        dates += [(each.role.value, str(each.date)) for each in found] == [(role, day)]
    for language, line, place in lines["places"]:
        opening = recognise(("Council opens roads", line, long), Language(language)).dateline
        places += opening is not None and opening.place == place
    print(f"lines: {dates} of {len(lines['dates'])} dates, {places} of {len(lines['places'])} datelines right")


def count_people(count: Counter[str], labels: dict[str, Any], found: dict[str, Any]) -> None:
    """Count persons that are right or wrong, and functions told word for word where the labels have them."""
    persons = [each if isinstance(each, dict) else {"name": each} for each in labels["participants"]]
    roles = {person["name"]: person["role"] for person in found["participants"]}
    names = {person["name"] for person in persons}
    count["people"] += len(names)
    count["people right"] += len(names & set(roles))
    count["people wrong"] += len(set(roles) - names)
    for person in persons:
        count["functions"] += bool(person.get("role"))
        count["functions right"] += bool(person.get("role")) and roles.get(person["name"]) == person["role"]


def count_sections(count: Counter[str], labels: dict[str, Any], found: dict[str, Any]) -> None:
    """Count headlines and the boilerplate, contact and end mark sections where the labels have them."""
    if "sections" not in labels:
        return
    kinds = {"boilerplate", "contact", "end_mark"}
    ours = {(each["first"], each["last"], each["kind"]) for each in found["sections"] if each["kind"] in kinds}
    theirs = {(each["first"], each["last"], each["kind"]) for each in labels["sections"]}
    count["sections"] += len(theirs)
    count["sections right"] += len(ours & theirs)
    count["sections wrong"] += len(ours - theirs)
    count["headlines"] += labels["headline"] is not None
    count["headlines right"] += (
        labels["headline"] is not None and (found["headline"] or {}).get("par") == labels["headline"]
    )


def main() -> None:
    """Print everything."""
    print_speed()
    print_memory()
    print_own()
    print_lines()
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "communiques"
    if (folder / "score.py").is_file():
        print_scores(folder)


if __name__ == "__main__":
    main()
