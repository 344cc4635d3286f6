"""Command: reads a command line, does what its verb says, and tells every error in one sentence.

Results go to standard output, messages to standard error. Each verb loads what it needs when it is used, so that help
and small verbs answer at once.
"""

import errno
import sys
from collections.abc import Sequence
from pathlib import Path

from editor import __version__
from editor.cli.console import Console, give_up, prepare_streams, tongue_of
from editor.cli.given import Given, Verb, read_words
from editor.cli.help import help_of, help_of_all
from editor.cli.verbs import VERBS, verb_named
from editor.errors import CommuniqueError, Refused, Unfit
from editor.words import TONGUES, Sentence, say

DONE, FOUND, WRONG, STOPPED, UNHEARD = 0, 1, 2, 130, 141
"""Exit codes: done; errors found or refused; wrong usage or a file at fault; and, as shells count signals, stopped by
Ctrl+C, and nobody reads the output any more."""


def run(argv: Sequence[str]) -> int:
    """Do what the words after `communique` say and return the exit code. No error leaves here but as one sentence."""
    prepare_streams()
    console = Console(tongue_of(argv))
    try:
        code = _follow(argv, console)
        sys.stdout.flush()
    except Refused as error:
        console.tell(error.sentence)
        return FOUND
    except CommuniqueError as error:
        console.tell(error.sentence)
        return WRONG
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        give_up(sys.stdout)
        return UNHEARD
    except OSError as error:
        give_up(sys.stdout)
        console.tell(_untold(error))
        return WRONG
    except Exception as error:  # noqa: BLE001 (one of the two doors: what nobody foresaw is told in a sentence)
        return _unforeseen(error, console)
    return code


def _untold(error: OSError) -> Sentence:
    """Say why something could not be written; where it is no file, it is what was to be printed."""
    why = error.strerror or str(error)
    if error.filename:
        return say("{file}: {reason}", file=str(error.filename), reason=why)
    if error.errno == errno.ENOSPC:
        return say("The disk is full: what was to be printed could not all be written.")
    return say("What was to be printed could not all be written: {why}.", why=why)


def _follow(argv: Sequence[str], console: Console) -> int:
    words = list(argv)
    while words and words[0].startswith("-"):
        word = words.pop(0)
        if word in ("--help", "-h"):
            console.text(f"{help_of_all(console.tongue)}\n")
            return DONE
        if word == "--version":
            console.result(f"communique {__version__}")
            return DONE
        _pass_language(word, words)
    if not words:
        raise Unfit(say("A verb is missing. “communique --help” lists them."))
    verb = verb_named(words[0])
    if verb is None:
        raise _unknown(words[0])
    given = read_words(verb, words[1:])
    if given.has("help"):
        names = _field_names() if verb.name == "set" else ()
        console.text(f"{help_of(verb, console.tongue, names)}\n")
        return DONE
    files = _rewritten(verb, given)
    if not files:
        return _do(verb, given, console)
    from editor.cli.storage import held

    with held(files, is_forced=given.has("force")):
        return _do(verb, given, console)


def _rewritten(verb: Verb, given: Given) -> list[Path]:
    """Return the files of ours that a verb reads and writes anew; `fix` sees to each of its files by itself."""
    if given.has("dry-run"):
        return []
    if verb.name == "publish":
        return [Path(word) for word in given.words]
    rewrites = verb.name in ("set", "confirm", "approve") and not given.has("output")
    return [Path(given.words[0])] if rewrites else []


def _pass_language(word: str, words: list[str]) -> None:
    """Take `--lang-ui` before a verb off the words; `tongue_of` has read it already."""
    name, sign, value = word.partition("=")
    if name != "--lang-ui":
        raise Unfit(say("There is no option {option}. “communique --help” lists them.", option=word))
    if not sign:
        value = words.pop(0) if words else ""
    if value not in TONGUES:
        raise Unfit(say("--lang-ui is one of {choices}, not “{value}”.", choices=", ".join(TONGUES), value=value))


def _unknown(word: str) -> Unfit:
    import difflib

    close = difflib.get_close_matches(word, [verb.name for verb in VERBS], 1)
    if close:
        return Unfit(say("There is no verb “{word}”; perhaps “{close}” is meant.", word=word, close=close[0]))
    return Unfit(say("There is no verb and no file “{word}”. “communique --help” lists the verbs.", word=word))


def _field_names() -> tuple[str, ...]:
    from editor.edits.fields import PERSON_FIELDS, PICTURE_FIELDS, RELEASE_FIELDS

    people = (f"person.N.{name}" for name in PERSON_FIELDS)
    return (*RELEASE_FIELDS, "headline.en", "headline.fr", *people, *(f"picture.N.{name}" for name in PICTURE_FIELDS))


def _do(verb: Verb, given: Given, console: Console) -> int:
    """Do one verb. What only one verb needs is imported only for it."""
    # ruff: noqa: PLC0415
    from editor.cli.logbook import keep_quiet

    keep_quiet()
    match verb.name:
        case "new" | "set" | "confirm":
            from editor.cli import documents

            return {"new": documents.new, "set": documents.enter, "confirm": documents.confirm}[verb.name](
                given, console
            )
        case "approve" | "check":
            from editor.cli import approval, checking

            return {"approve": approval.approve, "check": checking.check}[verb.name](given, console)
        case "fix":
            from editor.cli.fixing import fix

            return fix(given, console)
        case "convert":
            from editor.cli.conversion import convert

            return convert(given, console)
        case "publish":
            from editor.cli.publication import publish

            return publish(given, console)
        case "validate":
            from editor.cli.validation import validate

            return validate(given, console)
        case "recognise":
            from editor.cli.recognition import recognise

            return recognise(given, console)
        case "terms" | "memory":
            from editor.cli import memory, terms

            return {"terms": terms.terms, "memory": memory.memory}[verb.name](given, console)
        case "compare" | "merge":
            from editor.cli import comparison, merging

            doing = {"compare": comparison.compare, "merge": merging.merge_copies}
            return doing[verb.name](given, console)
        case _:
            from editor.cli.alignment import pair_lines

            return pair_lines(given, console)


def _unforeseen(error: Exception, console: Console) -> int:
    from editor.cli.logbook import write_down

    where = write_down(error)
    kind = type(error).__name__
    if where:
        console.tell(say("Something unforeseen went wrong ({kind}); {file} tells more.", kind=kind, file=str(where)))
    else:
        console.tell(say("Something unforeseen went wrong ({kind}).", kind=kind))
    return WRONG
