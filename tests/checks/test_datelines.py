from dataclasses import replace
from datetime import date

import pytest
from checking import NATO, findings, release

from editor.checks.datelines import write_datelines
from editor.errors import Unfit
from editor.model.language import Bilingual, Language
from editor.model.release import Release
from editor.model.rows import Row, RowKind

FACTS = Release(date=date(2021, 6, 1), place=Bilingual("Brussels", "Bruxelles"))
EN, FR = Language.EN, Language.FR


def written(doc, profile=NATO):
    after = write_datelines(profile).apply(doc)
    return after.rows[0].text(EN), after.rows[0].text(FR)


def test_place_and_date_are_written_before_the_lead_as_each_language_writes_them():
    doc = replace(release(("The lake is deep.", "Le lac est profond.")), release=FACTS)
    wanted = ("Brussels, 1 June 2021 – The lake is deep.", "Bruxelles, le 1er juin 2021\u00a0– Le lac est profond.")
    assert written(doc) == wanted
    assert written(write_datelines(NATO).apply(doc)) == wanted


def test_a_dateline_that_is_there_is_written_anew_when_the_field_changes():
    first = write_datelines(NATO).apply(replace(release(("The lake.", "Le lac.")), release=FACTS))
    moved = replace(first, release=replace(FACTS, date=date(2021, 6, 12), place=Bilingual("Geneva", "Genève")))
    assert written(moved) == ("Geneva, 12 June 2021 – The lake.", "Genève, le 12 juin 2021\u00a0– Le lac.")
    assert written(moved, replace(NATO, month_first=True))[0] == "Geneva, June 12, 2021 – The lake."


def test_a_dateline_of_its_own_row_is_written_there():
    doc = replace(release(("Old", "Vieux"), ("The lake.", "Le lac.")), release=FACTS)
    doc = doc.having_row(replace(doc.rows[0], kind=RowKind.DATELINE))
    assert written(doc) == ("Brussels, 1 June 2021", "Bruxelles, le 1er juin 2021")


@pytest.mark.parametrize("facts", [replace(FACTS, date=None), replace(FACTS, place=Bilingual("Brussels", ""))])
def test_what_is_missing_is_told(facts):
    with pytest.raises(Unfit, match="first"):
        write_datelines(NATO).apply(replace(release(("The lake.", "Le lac.")), release=facts))
    with pytest.raises(Unfit):
        write_datelines(NATO).apply(replace(release(), rows=(Row("r1", kind=RowKind.NOTE),), release=facts))


def test_a_house_that_wants_a_dateline_is_given_it_by_the_repair():
    house = replace(NATO, wants_dateline=True)
    doc = replace(release(("The lake.", "Le lac.")), release=FACTS)
    found = findings("R04", doc, house)
    assert len(found) == 2
    assert findings("R04", found[0].mend.apply(doc), house) == ()
