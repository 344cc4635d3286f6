"""What tests of checks are written with: a communiqué from plain texts, and what one rule says of it."""

from dataclasses import replace

from editor.checks.finding import NO_OFFICE
from editor.checks.run import RULES, Checker
from editor.formats.profiles import load_profile
from editor.model.communique import Communique
from editor.model.language import Bilingual
from editor.model.passage import Passage
from editor.model.rows import Row, RowKind

NATO = load_profile("nato")
PLAIN = replace(NATO, acronyms=(), words=())


def side(text):
    return tuple(Passage(part) for part in text.split("\n")) if text else ()


def row(en="", fr="", kind=RowKind.PARAGRAPH, row_id="r1", **more):
    return Row(row_id, Bilingual(side(en), side(fr)), kind, **more)


def release(*pairs, **more):
    """A communiqué whose rows hold these (English, French) texts."""
    return Communique(tuple(row(en, fr, row_id=f"r{n}") for n, (en, fr) in enumerate(pairs, 1)), counter=50, **more)


def findings(rule, doc, profile=NATO, office=NO_OFFICE):
    """What one rule alone says of a communiqué (or of one row)."""
    doc = Communique((doc,), counter=50) if isinstance(doc, Row) else doc
    chosen = tuple(each for each in RULES if each.id == rule)
    assert chosen, f"no rule {rule}"
    return Checker(chosen).check(doc, profile, office=office)


def words(found, doc):
    """The words each finding is about."""
    doc = Communique((doc,), counter=50) if isinstance(doc, Row) else doc
    return [
        doc.row(each.where.id)[each.where.language][each.where.passage].text[each.where.start : each.where.end]
        for each in found
    ]


def repaired(rule, doc, profile=NATO):
    """The communiqué after every repair of one rule, from the last finding to the first."""
    doc = Communique((doc,), counter=50) if isinstance(doc, Row) else doc
    for each in reversed(findings(rule, doc, profile)):
        if each.mend:
            doc = each.mend.apply(doc)
    return doc


def french(rule, text, profile=NATO):
    """A French text after the repairs of one rule; the rule must then be silent."""
    after = repaired(rule, row(fr=text), profile)
    assert not [each for each in findings(rule, after, profile) if each.mend], "a repair left its finding"
    return "\n".join(passage.text for passage in after.rows[0].sides.fr)


def english(rule, text, profile=NATO):
    """An English text after the repairs of one rule; the rule must then be silent."""
    after = repaired(rule, row(en=text), profile)
    assert not [each for each in findings(rule, after, profile) if each.mend], "a repair left its finding"
    return "\n".join(passage.text for passage in after.rows[0].sides.en)
