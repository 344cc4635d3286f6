"""The verb `terms`: takes a file of terminology in for a house, lists what the house calls things, writes it out."""

from pathlib import Path

from editor.cli.console import Console
from editor.cli.given import Given
from editor.cli.storage import require_free
from editor.errors import Unfit
from editor.formats.profiles import load_profile
from editor.formats.terms import import_terms, own_terms, write_terms
from editor.model.release import Release
from editor.model.terms import Term
from editor.text.letters import folded
from editor.words import say, say_count


def terms(given: Given, console: Console) -> int:
    """Do what the first word says: import FILE, list [WORD], export FILE."""
    action, *rest = given.words
    profile = load_profile(given.value("profile", Release().profile))
    if action == "import":
        source = _one(rest, action)
        added, exchanged = import_terms(Path(source), profile.name)
        told = say_count("{count} new term", "{count} new terms", added)
        console.tell(say("{file}: {added}, {exchanged} exchanged.", file=str(own_terms(profile.name)), added=told,
                         exchanged=exchanged))  # fmt: skip
    elif action == "list":
        word = folded(" ".join(rest))
        found = [term for term in profile.terms.terms if word in folded(_line(term))]
        if given.has("json"):
            console.as_json([_record(term) for term in found])
        else:
            for term in found:
                console.result(_line(term))
    elif action == "export":
        target = Path(_one(rest, action))
        if target.suffix.lower() != ".csv":
            raise Unfit(say("terms export: the file is to end in .csv."))
        require_free(target, given)
        write_terms(profile.terms.terms, target)
        console.result(str(target))
    else:
        raise Unfit(say("terms: import, list or export is wanted, not “{word}”.", word=action))
    return 0


def _one(words: list[str], action: str) -> str:
    if len(words) != 1:
        raise Unfit(say("terms {action}: one file is wanted.", action=action))
    return words[0]


def _line(term: Term) -> str:
    names = (" | ".join(names) for names in term.names)
    forbidden = " | ".join((*term.forbidden.en, *term.forbidden.fr))
    return "\t".join((*names, f"≠ {forbidden}" if forbidden else "")).rstrip("\t")


def _record(term: Term) -> dict[str, object]:
    return {
        "en": list(term.names.en),
        "fr": list(term.names.fr),
        "en_forbidden": list(term.forbidden.en),
        "fr_forbidden": list(term.forbidden.fr),
        "note": term.note,
    }
