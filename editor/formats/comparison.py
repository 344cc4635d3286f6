"""Two versions of a release on one bilingual page: what changed, word by word, each language in a column of its own."""

from collections.abc import Sequence
from html import escape
from string import Template

from editor.assets import resource
from editor.model.communique import Communique
from editor.model.language import Language
from editor.text.changes import Fate, Piece, Pieces, RowChange, RowFate, changes
from editor.words import Sentence, Tongue, say, say_count

_LANGUAGES = {Language.EN: say("English"), Language.FR: say("French")}
_ROWS = {
    RowFate.CHANGED: say("Row {number}"),
    RowFate.GONE: say("Row {number} of the earlier version, gone"),
    RowFate.NEW: say("Row {number}, new"),
    RowFate.MOVED: say("Row {number}, moved"),
}
_TAGS = {Fate.GONE: ("del", say("deleted:")), Fate.NEW: ("ins", say("inserted:"))}


def page(before: Communique, after: Communique, names: tuple[str, str], tongue: Tongue) -> bytes:
    """Return the page in UTF-8; `names` are what the two versions are called, `tongue` is the language of the page."""
    found = changes(before, after)
    title = after.headline[Language(tongue)].text or after.headline[Language(tongue).other].text or names[1]
    count = say_count("{count} row differs.", "{count} rows differ.", len(found)) if found else say("Nothing differs.")
    told = say("From {earlier} to {later}.", earlier=names[0], later=names[1])
    template = Template(resource("pages/changes.html").read_text(encoding="utf-8"))
    whole = template.substitute(
        tongue=tongue,
        title=_plain(say("Changes: {title}", title=title).told(tongue)),
        about=_plain(f"{told.told(tongue)} {count.told(tongue)}"),
        head="".join(f'<th scope="col">{_plain(_LANGUAGES[each].told(tongue))}</th>' for each in Language),
        row=_plain(say("Row").told(tongue)),
        rows="".join(_row(before, after, change, tongue) for change in found),
    )
    return whole.encode("utf-8", "replace")


def row_name(before: Communique, after: Communique, change: RowChange) -> Sentence:
    """Say which row a change is of, and what became of it."""
    rows: Sequence[object] = before.rows if change.after is None else after.rows
    number = next(place for place, row in enumerate(rows, 1) if row is change.row)
    name = _ROWS[change.fate]
    return Sentence(name.template, (("number", number),))


def _row(before: Communique, after: Communique, change: RowChange, tongue: Tongue) -> str:
    cells = "".join(
        f'<td lang="{language.value}">{_words(change.pieces[language], tongue)}</td>' for language in Language
    )
    return f'<tr><th scope="row">{_plain(row_name(before, after, change).told(tongue))}</th>{cells}</tr>\n'


def _words(pieces: Pieces, tongue: Tongue) -> str:
    return "".join(_piece(piece, tongue) for piece in pieces)


def _piece(piece: Piece, tongue: Tongue) -> str:
    text = _plain(piece.text).replace("\n", "<br>")
    if piece.fate is Fate.KEPT:
        return text
    tag, name = _TAGS[piece.fate]
    # Screen readers pass over del and ins: what they mean is said, out of sight, in the language of the page.
    said = f'<span class="said" lang="{tongue}"> [{_plain(name.told(tongue))} </span>'
    return f'<{tag}>{said}{text}<span class="said">] </span></{tag}>'


def _plain(text: str) -> str:
    return escape(text, quote=False)
