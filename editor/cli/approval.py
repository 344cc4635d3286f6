"""The verb `approve`: signs off quotes as they stand in both languages."""

from datetime import UTC, datetime
from pathlib import Path

from editor.cli.console import Console
from editor.cli.given import Given
from editor.cli.storage import open_own, rewrite
from editor.cli.times import moment_of
from editor.edits import quotes
from editor.errors import Unfit
from editor.formats.profiles import load_profile
from editor.model.communique import Communique
from editor.words import say, say_count


def approve(given: Given, console: Console) -> int:
    """Approve the quotes named; where none is, all that have words in both languages and no approval that holds."""
    path = Path(given.words[0])
    before = open_own(path)
    by = given.value("by").strip()
    if not by:
        raise Unfit(say("--by wants the name of who approves."))
    zone = load_profile(before.release.profile).zone
    at = moment_of(given.value("at"), zone, console) if given.has("at") else datetime.now(UTC).replace(microsecond=0)
    wanted = tuple(_quote(before, word, path) for word in given.words[1:])
    wordings = before.wordings()
    lacking = [quote_id for quote_id, words in wordings.items() if not (words.en.strip() and words.fr.strip())]
    if wanted and any(quote_id in lacking or quote_id not in wordings for quote_id in wanted):
        quote_id = next(each for each in wanted if each in lacking or each not in wordings)
        raise Unfit(
            say("{file}: quote {quote} lacks a language and cannot be approved.", file=str(path), quote=quote_id)
        )
    todo = wanted or quotes.to_approve(before)
    rewrite(before, quotes.approve(todo, by, at).apply(before), path, given, console)
    console.tell(say_count("{count} quote approved.", "{count} quotes approved.", len(todo)))
    if lacking and not wanted:
        console.tell(
            say_count(
                "{count} quote lacks a language and is not approved.",
                "{count} quotes lack a language and are not approved.",
                len(lacking),
            )
        )
    return 0


def _quote(doc: Communique, word: str, path: Path) -> str:
    """Return the id of a quote named by its id or by its number in the text, counted from 0."""
    order = quotes.in_text_order(doc)
    if word.isascii() and word.isdecimal() and int(word) < len(order):
        return order[int(word)].id
    if doc.quote(word) is None:
        raise Unfit(say("{file}: there is no quote “{quote}”.", file=str(path), quote=word))
    return word
