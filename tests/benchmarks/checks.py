"""How long all checks take on a release of about 600 words in each language; printed, never asserted.

Run from the checkout: `PYTHONPATH=.:tests python tests/benchmarks/checks.py`.
"""

import time
from collections import Counter
from dataclasses import replace
from statistics import median

from checking import NATO, release

from editor.checks.run import RULES, Checker
from editor.edits.writing import replace as put
from editor.model.language import Bilingual, Language
from editor.model.people import Participant

ENGLISH = (
    "Today (17 May 2021), the Director of the Lake Office, Ada Lovell, met the President of the Republic of Marvia, "
    "Bogdan Petrić, in Brussels. They discussed the €1.5 billion programme, the 3,500 monitors on the ground and "
    "the 12.5% rise in costs since 14 June 2020. “We stand together, and we will go on standing together,” said "
    "Ms Lovell. “Our partners expect no less of us.” President Petrić added that the talks, which began at 1:30 p.m., "
    "had been constructive, and that the next meeting would take place in the 21st week of the year: https://lake.example/en/."
)
FRENCH = (
    "Aujourd’hui (17 mai 2021), la directrice de l’Office du lac, Ada Lovell, a reçu le président de la République de "
    "Marvie, Bogdan Petrić, à Bruxelles. Ils se sont entretenus du programme de 1,5 milliard d’euros, des 3 500 "
    "observateurs sur le terrain et de la hausse de 12,5 % des coûts depuis le 14 juin 2020. « Nous sommes unis, et "
    "nous le resterons », a déclaré Mme Lovell. « Nos partenaires n’en attendent pas moins. » Le président Petrić "
    "a ajouté que l’entretien, commencé à 13 h 30, avait été constructif, et que la prochaine réunion aurait lieu dans "
    "la 21e semaine de l’année : voir https://lake.example/fr/."
)


def sample():
    rows = [(f"{ENGLISH} Row {number}.", f"{FRENCH} Ligne {number}.") for number in range(6)]
    people = (
        Participant("p1", Bilingual("Ada Lovell", "Ada Lovell"), (Bilingual("Director", "directrice"),)),
        Participant("p2", Bilingual("Bogdan Petrić", "Bogdan Petrić"), (Bilingual("President", "président"),)),
    )
    return release(*rows, participants=people)


def timed(run):
    start = time.process_time()
    run()
    return (time.process_time() - start) * 1000


def distinct(doc, number):
    """The same release with words nobody has checked before, so that nothing is remembered."""
    for each in doc.rows:
        for language in Language:
            doc = put(each.address(language, 0, 0, 0), f"{number} ").apply(doc)
    return doc


def main():
    yardstick = timed(lambda: sum(range(10_000_000)))
    print(f"yardstick: 10,000,000 additions {yardstick:.0f} ms CPU (100 ms on a good machine)")
    doc = sample()
    words = {language.value: sum(len(row.text(language).split()) for row in doc.rows) for language in Language}
    print(f"{len(RULES)} rules, words {words}")
    print(f"first run, tables and patterns being read: {timed(lambda: Checker().check(doc, NATO)):.0f} ms CPU")
    whole = [timed(lambda n=n: Checker().check(distinct(doc, n), NATO)) for n in range(9)]
    edits = [timed(lambda n=n: distinct(doc, n)) for n in range(9)]
    spent = median(whole) - median(edits)
    ratio = spent / yardstick
    print(f"all checks, nothing remembered: {spent:.1f} ms CPU (median of 9), {ratio:.2f} yardsticks (goal 0.5)")
    checker = Checker()
    checker.check(doc, NATO)
    keys = []
    for number in range(20):
        doc = put(doc.rows[3].address(Language.EN, 0, 5, 5), chr(97 + number)).apply(doc)
        keys.append(timed(lambda doc=doc: checker.check(doc, NATO)))
    spent = median(keys)
    print(f"after one key: {spent:.1f} ms CPU (median of 20), {spent / yardstick:.3f} yardsticks (goal 0.050)")
    slowest = Counter()
    for rule in RULES:
        fresh = distinct(doc, 1000 + len(slowest))
        slowest[rule.id] = timed(lambda rule=rule, fresh=fresh: Checker((rule,)).check(fresh, NATO))
    print("slowest alone:", ", ".join(f"{rule} {spent:.1f} ms" for rule, spent in slowest.most_common(8)))
    cleared = replace(doc, participants=())
    print(f"findings on the sample: {dict(Counter(each.rule for each in Checker().check(cleared, NATO)))}")


if __name__ == "__main__":
    main()
