from generated import NOON

from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import Passage
from editor.model.release import Action, Publication, Release
from editor.model.rows import Row


def test_the_version_is_that_of_the_last_publication():
    published = tuple(Publication(number, Action.UPDATE, NOON, "bilingual") for number in (1, 2, 5))
    assert [Release(publications=published[:count]).version for count in range(4)] == [0, 1, 2, 5]


def test_a_review_copy_is_numbered_and_knows_what_each_row_said():
    doc = Communique((Row("r1", Bilingual((Passage("One"), Passage("Two")), ())), Row("r2")))
    copy = doc.review_copy(NOON)
    assert (copy.number, copy.at) == (1, NOON)
    assert copy.of("r1") == Bilingual("One\nTwo", "")
    assert copy.of("r2") == Bilingual("", "")
    assert copy.of("r3") is None
    assert Communique(doc.rows, review=copy).review_copy(NOON).number == 2
