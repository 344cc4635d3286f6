from dataclasses import replace
from datetime import timedelta

from generated import NOON

from editor.checks.run import mended
from editor.formats.profiles import load_profile
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import Passage
from editor.model.release import Release
from editor.model.rows import Row, RowKind
from editor.publishing import lift_embargo

PROFILE = load_profile("sample")
IMMEDIATE = Row("r2", Bilingual((Passage("For release at once"),), (Passage("À publier aussitôt"),)), RowKind.DELIVERY)
DOC = Communique(
    (Row("r1", Bilingual((Passage("A title"),), (Passage("Un titre"),)), RowKind.HEADLINE), IMMEDIATE),
    release=Release("sample"),
    counter=2,
)


def test_lifting_an_embargo_takes_the_lines_away_that_told_of_it_and_no_other():
    embargoed = replace(DOC, release=replace(DOC.release, embargo=NOON + timedelta(days=30)))
    told, _ = mended(embargoed, PROFILE, frozenset({"R06"}))
    assert len(told.rows) == len(DOC.rows) + 1
    lifted = lift_embargo(told, PROFILE)
    assert (lifted.rows, lifted.release) == (DOC.rows, DOC.release)


def test_without_an_embargo_there_is_nothing_to_lift():
    assert lift_embargo(DOC, PROFILE) == DOC
