"""A sheet of a pack (CSV, such as the names on a map), read row by row like tables of TOML."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from corridor.packs import lines
from corridor.packs.reading import read_text
from corridor.packs.table import Source, Table
from corridor.words import Message, later, written
from corridor.words import numbers as fmt

MOST_ROWS: Final = 500


def read_sheet(file: Path, place: Message, columns: Mapping[str, type]) -> list[Table]:
    """Return the rows of a file with just these columns, of type str, float or date.

    `place` is how errors name a row. A cell that is not of its column's type stays a text, which
    whoever takes it refuses. PackError for what is no such sheet.
    """
    source = Source(file, read_text(file), _find_rows)
    try:
        rows = list(_rows(source.text))
    except csv.Error as error:
        raise source.fault(later("pack-not-csv", error=str(error))) from error
    if not rows or rows[0][1] != list(columns):
        names = written(fmt.unit_list, tuple(columns))
        raise source.fault(later("pack-sheet-columns", columns=names), 1)
    if len(rows) > MOST_ROWS:
        raise source.fault(later("pack-sheet-long", count=len(rows), most=MOST_ROWS))
    for line, cells in rows:
        if len(cells) != len(columns):
            what = later("pack-sheet-cells", count=len(cells), columns=len(columns))
            raise source.fault(what, line)
    return [
        Table(_values(cells, columns), source, place, (number,))
        for number, (_, cells) in enumerate(rows[1:], 1)
    ]


def _values(cells: list[str], columns: Mapping[str, type]) -> dict[str, Any]:
    return {
        name: _value(cell, kind) for cell, (name, kind) in zip(cells, columns.items(), strict=True)
    }


def _value(cell: str, kind: type) -> str | float | date:
    try:
        return date.fromisoformat(cell) if kind is date else kind(cell)
    except ValueError:
        return cell


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the line on which each row ends, and its cells; blank lines are left out."""
    reader = csv.reader(io.StringIO(text, newline=""))
    for cells in reader:
        if cells:
            yield reader.line_num, cells


def _find_rows(text: str) -> dict[lines.Path, int]:
    return {(number,): line for number, (line, _) in enumerate(_rows(text))}
