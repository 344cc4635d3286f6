"""The verbs: what each is called, what it is given, and what its help says."""

from editor.cli.given import Operand, Option, Verb
from editor.words import TONGUES, say

_FILE = say("FILE")
_OUT = say("OUT")
_NAME = say("NAME")

HELP = Option("help", say("Shows this help."), short="h")
LANGUAGE = Option(
    "lang-ui", say("The language of messages; otherwise the system’s."), value=say("LANGUAGE"), choices=TONGUES
)
_COMMON = (LANGUAGE, HELP)
_JSON = Option("json", say("Writes the result as JSON."))
_FORCE = Option("force", say("Replaces a file that is already there."))
_PROFILE = Option("profile", say("The house profile, where the file itself names none."), value=_NAME)
_AT = Option(
    "at",
    say("The time to write, as 2021-05-18T13:52; without a zone, the zone of the house profile is meant."),
    value=say("TIME"),
)
_OUT_INSTEAD = Option("output", say("Writes another file and leaves the first as it is."), value=_OUT, short="o")
_OUT_WANTED = Option(
    "output", say("The file to write; its suffix says the format."), value=_OUT, short="o", is_required=True
)
_ONE_FILE = (Operand(_FILE),)
_FILES = (Operand(_FILE, most=None),)

VERBS = (
    Verb("new", say("Writes an empty communiqué."), (Operand(_OUT),), (_PROFILE, _FORCE, *_COMMON)),
    Verb(
        "convert",
        say("Reads a release and writes it in another format."),
        (Operand(say("IN"), least=0),),
        (
            _OUT_WANTED,
            Option("en", say("The English text."), value=_FILE),
            Option("fr", say("The French text; with the English one, both are paired row by row."), value=_FILE),
            Option(
                "lang",
                say("The language of a text, otherwise recognised; of a release in both, the one to write."),
                value=say("LANGUAGE"),
                choices=TONGUES,
            ),
            Option(
                "layout",
                say("Both languages beside each other (the usual), one after the other, or numbered for review."),
                value=say("LAYOUT"),
                choices=("columns", "after", "review"),
            ),
            Option("wrap", say("Wraps lines of plain text at so many characters."), value=say("WIDTH")),
            Option("remember", say("Keeps in the file what this review copy said, for the next one to mark changes.")),
            _AT,
            _PROFILE,
            _FORCE,
            *_COMMON,
        ),
        (say("A file that is already there is replaced only with --force."),),
    ),
    Verb(
        "set",
        say("Enters fields; an empty value clears one."),
        (Operand(_FILE), Operand(say("FIELD=VALUE"), most=None)),
        (_OUT_INSTEAD, _FORCE, *_COMMON),
        (
            say("Dates are written as 2021-05-17, times as 2021-05-18T13:52 (in the zone of the house profile)."),
            say("Topics and keywords are parted by commas, the functions of one person by semicolons."),
            say("r4.en and r4.fr are the texts of a row; r4.alone=yes leaves its empty side empty on purpose."),
            say(
                "picture.N.file takes an image from anywhere: it is copied into the folder beside the document; "
                "picture.N.web and picture.N.thumbnail take smaller ones of it."
            ),
            say("The next free person.N adds a participant; person.N= takes one out. The fields:"),
        ),
    ),
    Verb(
        "confirm",
        say("Confirms that both languages of these rows say the same; of all rows, where none is named."),
        (Operand(_FILE), Operand(say("ROW"), least=0, most=None)),
        (
            Option("by", say("Who confirms; otherwise the name of the account."), value=_NAME),
            _AT,
            _OUT_INSTEAD,
            _FORCE,
            *_COMMON,
        ),
        (say("A row is named as “communique check” names it (r4), or by its number, counted from 0."),),
    ),
    Verb(
        "approve",
        say("Signs off quotes as they stand in both languages; all of them, where none is named."),
        (Operand(_FILE), Operand(say("QUOTE"), least=0, most=None)),
        (
            Option("by", say("Who approves the words."), value=_NAME, is_required=True),
            _AT,
            _OUT_INSTEAD,
            _FORCE,
            *_COMMON,
        ),
        (
            say("A quote is named by its name in the file (q3), or by its number in the text, counted from 0."),
            say("An approval is void as soon as a character of the words changes; the width of spaces does not count."),
        ),
    ),
    Verb(
        "check",
        say("Lists every finding, all at once."),
        _FILES,
        (
            _JSON,
            Option(
                "level",
                say("Lists findings of this level and worse."),
                value=say("LEVEL"),
                choices=("error", "warning", "hint"),
            ),
            _PROFILE,
            *_COMMON,
        ),
    ),
    Verb(
        "fix",
        say("Applies the repairs that findings carry, and keeps the former version of each file."),
        _FILES,
        (
            Option("rule", say("Only the repairs of these rules."), value=say("RULE"), many="[A-Z]+[0-9]+"),
            Option("dry-run", say("Shows what would be repaired and writes nothing.")),
            _OUT_INSTEAD,
            _PROFILE,
            _FORCE,
            *_COMMON,
        ),
        (say("Files that are not .communique are repaired only into another file (--output)."),),
    ),
    Verb(
        "publish",
        say("Writes the NewsML-G2 files of a release and stamps the document."),
        _FILES,
        (
            Option("output", say("The folder to write into."), value=say("FOLDER"), short="o", is_required=True),
            Option(
                "as",
                say("What this publication does: the first (the usual), or one that follows."),
                value=say("ACTION"),
                choices=("new", "update", "correction", "cancel", "withhold", "release"),
            ),
            Option("note-en", say("What editors are told in English."), value=say("TEXT")),
            Option("note-fr", say("What editors are told in French."), value=say("TEXT")),
            Option(
                "pictures",
                say("What a cancellation does with the pictures: keep (the usual) or cancel."),
                value=say("CHOICE"),
                choices=("keep", "cancel"),
            ),
            Option("lift-embargo", say("Takes the embargo out, and the lines that tell of it.")),
            Option(
                "shape",
                say("Both languages in one message (the usual), one of them, or one item alone."),
                value=say("SHAPE"),
                choices=("bilingual", "en", "fr", "item-en", "item-fr"),
            ),
            Option(
                "body",
                say("Flat paragraphs every receiver keeps whole (the usual), or headings, lists and links."),
                value=say("BODY"),
                choices=("portable", "rich"),
            ),
            _AT,
            Option("dry-run", say("Shows what would be written and writes nothing.")),
            Option("take-back", say("Takes an interrupted publication back, whatever became of its folder.")),
            *_COMMON,
        ),
        (
            say("While a finding of level error stands, nothing is published."),
            say("Update, correction and cancellation need a note in each language."),
        ),
    ),
    Verb(
        "validate",
        say("Examines NewsML-G2 files, anybody’s."),
        _FILES,
        (
            Option("xsd", say("The official schema; otherwise the one in your data folder."), value=_FILE),
            _JSON,
            *_COMMON,
        ),
    ),
    Verb(
        "recognise",
        say("Tells what was recognised in a text: headline, dates, people, quotes, captions."),
        _FILES,
        (
            Option(
                "lang",
                say("The language of the texts."),
                value=say("LANGUAGE"),
                choices=TONGUES,
                is_required=True,
            ),
            Option(
                "people", say("A list of people already known, as JSON or CSV; otherwise your directory."), value=_FILE
            ),
            _JSON,
            *_COMMON,
        ),
    ),
    Verb(
        "compare",
        say("Tells what changed in each language from one version of a release to another, word by word."),
        (Operand(say("OLD")), Operand(say("NEW"))),
        (
            Option("output", say("Writes the changes as a bilingual page."), value=say("PAGE.html"), short="o"),
            _JSON,
            _PROFILE,
            _FORCE,
            *_COMMON,
        ),
    ),
    Verb(
        "merge",
        say("Makes one document of two copies that were changed apart."),
        (Operand(say("BASE")), Operand(say("A")), Operand(say("B"))),
        (
            Option("output", say("The document to write."), value=_OUT, short="o", is_required=True),
            Option(
                "take",
                say("Takes the copy a or b at a place that both changed, like r4.fr=b."),
                value=say("PLACE=COPY"),
                many=r"[\w.]+=[ab]",
            ),
            Option("prefer", say("Takes this copy wherever both changed."), value=say("COPY"), choices=("a", "b")),
            Option("unrelated", say("Merges even what seem to be copies of different documents.")),
            _FORCE,
            *_COMMON,
        ),
        (say("Where something is undecided both wordings are shown, nothing is written, and the exit code is 1."),),
    ),
    Verb(
        "terms",
        say("Terminology of a house: import FILE (CSV or TBX), list [WORD], export FILE."),
        (Operand(say("ACTION")), Operand(say("WORD"), least=0, most=None)),
        (_PROFILE, _JSON, _FORCE, *_COMMON),
        (say("Imported terms go before the bundled ones; a term of the same names takes the other’s place."),),
    ),
    Verb(
        "memory",
        say("Translation memory: import FILE.tmx, export (with --output FILE.tmx), find WORDS."),
        (Operand(say("ACTION")), Operand(say("WORD"), least=0, most=None)),
        (
            Option("output", say("The TMX file to write."), value=_OUT, short="o"),
            _JSON,
            _PROFILE,
            _FORCE,
            *_COMMON,
        ),
        (say("It fills itself with what is confirmed in releases that are saved or published here."),),
    ),
    Verb(
        "align",
        say("Tells which lines of two texts say the same."),
        (Operand(say("EN.txt"), least=0), Operand(say("FR.txt"), least=0)),
        (
            Option("output", say("The file to write; otherwise standard output."), value=_OUT, short="o"),
            Option(
                "batch", say("A list of work: English, French and output file a line, parted by tabs."), value=_FILE
            ),
            *_COMMON,
        ),
    ),
)


def verb_named(name: str) -> Verb | None:
    """Return the verb of this name."""
    return next((verb for verb in VERBS if verb.name == name), None)
