from editor.checks.finding import Finding, Level
from editor.gui.fields.highlight import Style
from editor.gui.panes.remarks import Remarks
from editor.model.communique import Communique
from editor.model.language import Bilingual, Language
from editor.model.passage import Passage
from editor.model.rows import Row
from editor.words import say

EN, FR = Language.EN, Language.FR
LONG = "The harbour office and its partners agreed to repair every lighthouse on the northern coast before winter."
ROW = Row("r1", Bilingual((Passage(LONG),), (Passage("Le port"),)))
DOC = Communique((ROW,))


def finding(start, end, level=Level.WARNING, language=EN):
    return Finding(ROW.address(language, 0, start, end), say("Delete"), level=level)


def test_words_are_underlined():
    remarks = Remarks([finding(4, 11)], DOC)
    assert remarks.underlined(EN) == {("r1", 0): ((4, 11, Style.WARNING),)}
    assert remarks.signs(EN) == remarks.underlined(FR) == {}


def test_a_whole_long_passage_has_a_sign_and_no_line_under_it():
    remarks = Remarks([finding(0, len(LONG)), finding(0, len(LONG), Level.ERROR), finding(4, 11)], DOC)
    assert remarks.underlined(EN) == {("r1", 0): ((4, 11, Style.WARNING),)}
    assert remarks.signs(EN) == {("r1", 0): Level.ERROR}
    assert [each.level for each in remarks.broad(EN, ("r1", 0))] == [Level.ERROR, Level.WARNING]


def test_a_whole_passage_of_two_words_is_underlined():
    remarks = Remarks([finding(0, 7, language=FR)], DOC)
    assert remarks.signs(FR) == {}
    assert remarks.underlined(FR) == {("r1", 0): ((0, 7, Style.WARNING),)}


def test_what_is_said_of_a_word_comes_before_what_is_said_of_its_passage():
    whole, word = finding(0, len(LONG), Level.ERROR), finding(4, 11)
    remarks = Remarks([whole, word], DOC)
    assert remarks.at(ROW.address(EN, 0, 5, 5)) == (word, whole)
    assert remarks.at(ROW.address(EN, 0, 20, 20)) == (whole,)
    assert remarks.at(ROW.address(FR, 0, 1, 1)) == ()


def test_a_row_that_is_gone_is_no_trouble():
    remarks = Remarks([finding(0, 200)], Communique())
    assert remarks.signs(EN) == {("r1", 0): Level.WARNING}
