"""The typographic findings in real releases, each of them read: what is found now is what was read.

`typography.tsv` has a line for each finding: the text, the rule, the passage and the characters, a few of the words,
the reader's verdict and why.
"""

from collections import Counter
from pathlib import Path

import pytest
from checking import NATO, release
from papers import on_paper

from editor.checks.finding import Level
from editor.checks.repairs import mend_all
from editor.checks.run import RULES, Checker, check, mended
from editor.edits.history import History
from editor.formats import plain
from editor.formats.table import open_document
from editor.model.language import Language

SHARED = Path(__file__).parents[3] / "shared" / "communiques"
READING = [
    line.split("\t") for line in Path(__file__).with_name("typography.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
FORM = ("R02", "R17", "R18", "R24", "R25", "R26", "R27", "R28", "R29")
TYPOGRAPHY = tuple(rule for rule in RULES if rule.id[0] in "FE" or rule.id in FORM)
SEED = SHARED / "nato-seed-fr.txt"
BATCH = {*(f"F{number:02}" for number in (*range(1, 8), *range(10, 18), 22, *range(34, 39)))}
real = pytest.mark.skipif(not SHARED.is_dir(), reason="the real releases are not here")


def test_of_what_was_read_at_most_one_in_fifty_is_wrong():
    verdicts = Counter(line[6] for line in READING)
    assert verdicts["wrong"] * 50 <= len(READING)


@real
@pytest.mark.parametrize("path", sorted(SHARED.glob("*-??.txt")), ids=lambda path: path.stem)
def test_what_is_found_in_a_real_release_is_what_was_read(path):
    doc = open_document(path, NATO, Language(path.stem[-2:])).doc
    order = {row.id: str(index) for index, row in enumerate(doc.rows)}
    found = {
        (each.rule, order[each.where.id], str(each.where.start), str(each.where.end))
        for each in Checker(TYPOGRAPHY).check(doc, NATO)
    }
    assert found == {tuple(line[1:5]) for line in READING if line[0] == path.stem}


@real
def test_the_seed_is_mended_whole_and_taken_back_in_one_step():
    doc = open_document(SEED, NATO, Language.FR).doc
    found = check(doc, NATO)
    counts = Counter(each.rule for each in found)
    assert (counts["F02"], counts["F22"], counts["F34"]) == (14, 2, 1)
    after, _ = mended(doc, NATO, frozenset(BATCH))
    assert not [each for each in check(after, NATO) if each.rule in BATCH]
    history = History(doc)
    history.do(mend_all([each for each in found if each.rule in BATCH]), 0.0)
    assert history.present != doc
    history.undo()
    assert history.present == doc
    paragraphs = [line for line in SEED.read_bytes().decode().split("\n") if line.strip(" \n")]
    written = plain.write(on_paper(history.present)).decode("utf-8").split("\n")
    # The lines of the stamp became fields of the release.
    assert [line for line in paragraphs if line not in written and not line.startswith("  • ")] == []


TRICKY = (
    (
        (
            "GENEVA, 3 May 2024 – The Director-General of the Agency, Dr Amina Sow, said: “We have 12 million "
            "people to reach by 2025, and it’s their children’s future.” Between 10 and 12 June, 3.5% of the fund "
            "(€1.2 billion) went to Article 5 projects; see https://agency.example/en/2024-06_report.pdf."
        ),
        (
            "GENÈVE, le 3 mai 2024 – La directrice générale de l’Agence, Amina Sow, l’a dit\u00a0: "
            "«\u00a0Nous avons 12\u00a0millions de personnes à atteindre d’ici à 2025, c’est leur avenir.\u00a0» "
            "Du 10 au 12 juin, 3,5\u00a0% du fonds (1,2\u00a0milliard d’euros) a été versé\u202f; voir "
            "https://agency.example/fr/2024-06_rapport.pdf."
        ),
    ),
    (
        (
            "The company’s co-founders, Anne-Marie O’Neill and J. P. Roy, opened the 21st-century plant at 9:30. The "
            "so-called “green” line (phase 2) runs from 1990 to 1995 data; the F-35, the G7 and P5+1 were not there."
        ),
        (
            "Les cofondateurs de l’entreprise, Anne-Marie O’Neill et Jean-Pierre Roy, ont inauguré l’usine du "
            "XXIe\u00a0siècle à 9\u00a0h\u00a030. Le onze, le oui et la une des journaux n’y changent rien\u00a0: "
            "c’est-à-dire qu’aujourd’hui, presqu’île et prud’homme gardent leur apostrophe."
        ),
    ),
)


def test_right_texts_of_other_houses_raise_no_typographic_alarm():
    found = [each for each in Checker(TYPOGRAPHY).check(release(*TRICKY), NATO) if each.level > Level.HINT]
    assert [(each.rule, each.why.template, each.where) for each in found] == []
