"""Every sentence for the user is there in French too, says the same facts, and is set as French is set."""

import ast
import json
import re
import string
from collections import Counter
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
WORDS = sorted((CHECKOUT / "resources" / "words" / "fr").glob("*.json"))

FRENCH_FAULTS = {
    "a typewriter apostrophe": re.compile("'"),
    "typewriter quotation marks": re.compile('"'),
    "three points instead of an ellipsis": re.compile(r"\.\.\."),
    # « ; ! ? » take a narrow no-break space, « : » and guillemets a no-break space (Lexique des règles
    # typographiques en usage à l’Imprimerie nationale). Signs that stand alone, as examples, are let be.
    "no narrow no-break space before ; ! ?": re.compile(r"[^\s\u202f!?([«][;!?]|[ \u00a0][;!?](?!\S)"),
    "no no-break space before a colon": re.compile(r"[^\s\u00a0(«]:(?=[\s{]|$)|[ \u202f]:(?=\s|$)"),
    "no no-break space inside guillemets": re.compile("«[^\u00a0]|[^\u00a0]»"),
}
ENGLISH_FAULTS = {
    "a typewriter apostrophe": re.compile("'"),
    "typewriter quotation marks": re.compile('"'),
    "three points instead of an ellipsis": re.compile(r"\.\.\."),
}


def templates(call: ast.Call) -> list[ast.expr]:
    """The arguments of a call that are templates: one of `say`, two of `say_count`."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    return call.args[: {"say": 1, "say_count": 2}.get(name, 0)]


def literals(expression: ast.expr) -> list[str]:
    """The strings that an expression may give: itself, or both arms of a choice."""
    if isinstance(expression, ast.IfExp):
        return literals(expression.body) + literals(expression.orelse)
    if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        return [expression.value]
    return []


def said() -> dict[str, tuple[str, set[str]]]:
    """Every template in the program → where it stands, and all its English forms."""
    found = {}
    for path in sorted((CHECKOUT / "editor").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (forms := templates(node)):
                place = f"{path.relative_to(CHECKOUT).as_posix()}:{node.lineno}"
                plurals = {form for plural in forms[1:] for form in literals(plural)}
                for first in literals(forms[0]):
                    found[first] = (place, {first, *plurals})
    return found


def french() -> dict[str, list[str]]:
    """Every English template with its French forms, from all rooms."""
    return {
        english: [forms] if isinstance(forms, str) else forms
        for path in WORDS
        for english, forms in json.loads(path.read_text(encoding="utf-8")).items()
    }


def facts(template: str) -> set[str]:
    """The names in braces."""
    return {name.partition(".")[0] for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def faults(texts: list[str], signs: dict[str, re.Pattern[str]]) -> list[tuple[str, str]]:
    """What is wrong in the texts, fault by fault."""
    return [(text, fault) for text in texts for fault, pattern in signs.items() if pattern.search(text)]


def test_every_sentence_is_there_in_french():
    known = french()
    assert {template: place for template, (place, _) in said().items() if template not in known} == {}


def test_no_french_is_kept_for_a_sentence_nobody_says():
    templates_in_code = {
        node.value
        for path in (CHECKOUT / "editor").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert sorted(set(french()) - templates_in_code) == []


def test_both_languages_state_the_same_facts():
    differing = {}
    for template, (_, english_forms) in said().items():
        wanted = set().union(*(facts(form) for form in english_forms))
        # A singular may leave the number out: "1 row" can be "one row" in either language.
        for form in french().get(template, ()):
            if facts(form) | {"count"} != wanted | {"count"}:
                differing[template] = form
    assert differing == {}


def test_a_plural_in_english_is_a_plural_in_french():
    known = french()
    assert [
        template for template, (_, forms) in said().items() if len(forms) > 1 and len(known.get(template, "--")) != 2
    ] == []


def test_no_sentence_is_put_into_french_twice():
    def once(pairs: list[tuple[str, object]]) -> list[str]:
        return [english for english, _ in pairs]

    counted = Counter(
        english for path in WORDS for english in json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=once)
    )
    assert [english for english, times in counted.items() if times > 1] == []


def test_french_sentences_are_set_as_french():
    assert faults([form for forms in french().values() for form in forms], FRENCH_FAULTS) == []


def test_english_sentences_are_set_as_english():
    assert faults([form for _, forms in said().values() for form in forms], ENGLISH_FAULTS) == []


@pytest.mark.parametrize(
    "text",
    ["Qu'y a-t-il\u202f?", "Enregistrer ?", "Fichier: {name}", "Fichier :", "«Bonjour»", "Voici...", "Quoi?"],
)
def test_french_set_wrongly_is_found(text):
    assert faults([text], FRENCH_FAULTS)


@pytest.mark.parametrize(
    "text",
    ["Remplacer «\u00a0{name}\u00a0»\u202f?", "{file}\u00a0: {reason}", "Le signe (;) manque.", "À 13:52, c’est fini."],
)
def test_french_set_rightly_is_let_be(text):
    assert faults([text], FRENCH_FAULTS) == []
