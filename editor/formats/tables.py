"""Tables of a document: one of two columns, a language each, is a bilingual text; any other is read row by row."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from editor.formats.manuscript import Block, Script
from editor.model.language import Language
from editor.model.passage import Passage
from editor.text.language import language_of
from editor.values import frozen

_SHORT: Final = 80
"""Characters of a cell up to which a row of a table reads as one line."""
_MOST_UNEVEN: Final = 3
_TITLES: Final = frozenset({"english", "anglais", "en", "french", "français", "francais", "fr"})
_TAB: Final = Passage("\t")


@frozen
class Cell:
    """Where a block stands: the number of its table in the document, and row and column from 0."""

    table: int
    row: int
    column: int


@frozen
class Placed:
    """A block, and its cell where it stands in a table."""

    block: Block
    cell: Cell | None = None


def scripts_of(placed: Sequence[Placed]) -> tuple[Script, ...]:
    """Return the text of a document: two scripts where a table sets one language beside the other, else one."""
    across = _across(placed)
    columns = {table: _languages(cells, across) for table, cells in _tables(placed).items()}
    if any(columns.values()):
        return _beside(placed, columns, across)
    return (Script(tuple(_in_lines(placed))),)


def _tables(placed: Iterable[Placed]) -> dict[int, list[Placed]]:
    tables: dict[int, list[Placed]] = defaultdict(list)
    for each in placed:
        if each.cell:
            tables[each.cell.table].append(each)
    return tables


def _languages(cells: Iterable[Placed], across: set[tuple[int, int]]) -> dict[int, Language]:
    """Return which column of a table is in which language; empty where the table is no bilingual text."""
    columns: dict[int, list[str]] = defaultdict(list)
    for each in cells:
        if each.cell and (each.cell.table, each.cell.row) not in across:
            columns[each.cell.column].append(each.block.text)
    found = {column: language_of("\n".join(texts)) for column, texts in columns.items()}
    known = {column: language for column, language in found.items() if language}
    # A third column may hold numbers or remarks, but no text of its own.
    lengths = sorted(sum(map(len, columns[column])) for column in known)
    is_bilingual = sorted(language.value for language in known.values()) == ["en", "fr"]
    # A page laid out in columns may have a short menu of the other language beside its text.
    return known if is_bilingual and lengths[1] <= lengths[0] * _MOST_UNEVEN else {}


def _beside(
    placed: Iterable[Placed], columns: dict[int, dict[int, Language]], across: set[tuple[int, int]]
) -> tuple[Script, ...]:
    sides: dict[Language, list[Block]] = {Language.EN: [], Language.FR: []}
    rows: dict[tuple[int, int], int] = {}
    last = Language.EN
    for each in placed:
        block, cell = each.block, each.cell
        if cell is None or not columns[cell.table]:
            last = language_of(block.text) or last
            sides[last].append(block)
            continue
        language = columns[cell.table].get(cell.column)
        if (cell.table, cell.row) in across:
            language = last = language_of(block.text) or language or last
        if language is None or block.text.strip().lower() in _TITLES:
            continue
        number = rows.setdefault((cell.table, cell.row), len(rows))
        sides[language].append(replace(block, cells=number))
    return tuple(Script(tuple(sides[language]), language) for language in Language)


def _across(placed: Iterable[Placed]) -> set[tuple[int, int]]:
    """Return the rows of tables in which a single cell says something: it stands across the columns."""
    columns: dict[tuple[int, int], set[int]] = defaultdict(set)
    for each in placed:
        if each.cell:
            columns[each.cell.table, each.cell.row].add(each.cell.column)
    return {row for row, found in columns.items() if len(found) == 1}


def _in_lines(placed: Sequence[Placed]) -> Iterable[Block]:
    """Read tables row by row; the short cells of a row make one paragraph, parted by tabs."""
    index = 0
    while index < len(placed):
        cell = placed[index].cell
        end = index + 1
        while cell and end < len(placed) and _same_row(placed[end].cell, cell):
            end += 1
        group = placed[index:end]
        yield from [_line(group)] if cell and _is_line(group) else [each.block for each in group]
        index = end


def _same_row(cell: Cell | None, other: Cell) -> bool:
    return cell is not None and (cell.table, cell.row) == (other.table, other.row)


def _is_line(group: Sequence[Placed]) -> bool:
    columns = [each.cell.column for each in group if each.cell]
    return len(set(columns)) == len(group) > 1 and all(len(each.block.text) <= _SHORT for each in group)


def _line(group: Sequence[Placed]) -> Block:
    whole = group[0].block.passage
    for each in group[1:]:
        whole = whole + _TAB + each.block.passage
    return Block(whole)
