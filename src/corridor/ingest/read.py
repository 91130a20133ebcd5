"""Bytes of an upload to rows of text: column names, and cells under each of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

import pandas as pd

from corridor.ingest.characters import EDGES, trim
from corridor.ingest.dialect import (
    DELIMITERS,
    Record,
    broken_quotes,
    delimiter_name,
    records,
    stated_delimiter,
)
from corridor.ingest.encoding import decode
from corridor.ingest.report import RefusedError
from corridor.ingest.spreadsheet import restore_cell
from corridor.ingest.workbook import is_workbook, read_workbook

MAX_COLUMNS: Final = 500
# A first line this long is no line of column names; to split it would fill the memory.
_LONGEST_HEADER: Final = 1_000_000


@dataclass(frozen=True)
class Header:
    """The first record: names as in the file, their plain forms, and the delimiter found.

    A plain name is in small letters with underscores: "Event Date" is `event_date`. `spare`
    counts the nameless columns that spreadsheets leave at the right edge; they must be empty.
    """

    written: tuple[str, ...]
    names: tuple[str, ...]
    delimiter: str
    spare: int = 0


@dataclass(frozen=True, eq=False)
class Table:
    """Rows landed as text; all parts share one index.

    `cells` are trimmed, with plain column names; `original` are as they stood, with written
    names; `lines` are the lines of the file that the records start on.
    """

    header: Header
    cells: pd.DataFrame
    original: pd.DataFrame
    lines: pd.Series


@dataclass(frozen=True, eq=False)
class Opened:
    """A file whose column names are known and whose rows are still to be landed by `rows()`."""

    header: Header
    notes: tuple[str, ...]
    rows: Callable[[], Table]


def open_table(data: bytes, known: frozenset[str], max_bytes: int) -> Opened:
    """Open an upload of any kind: CSV in any encoding, compressed, or a workbook.

    `max_bytes` is what it may unpack to. RefusedError says why it cannot be read.
    """
    if is_workbook(data):
        book = read_workbook(data, max_bytes)
        header = _named(book.first, "")
        _refuse_header(header)
        return Opened(header, book.notes, lambda: _land(book.records, header))
    decoded = decode(data, max_bytes)
    header = read_header(decoded.text, known)
    return Opened(header, decoded.notes, lambda: read_rows(decoded.text, header))


def read_header(text: str, known: frozenset[str]) -> Header:
    """Find delimiter and column names; the delimiter that shows most `known` names wins.

    RefusedError when two columns share a name, one has none, or there are far too many.
    """
    _refuse_long_line(text)
    stated = stated_delimiter(text)
    marks = [stated] if stated else DELIMITERS
    candidates = [found for mark in marks if (found := _header(text, mark)) is not None]
    if not candidates:
        raise RefusedError(broken_quotes(1))
    header = max(candidates, key=lambda item: (len(known & set(item.names)), len(item.names)))
    _refuse_header(header)
    return header


def _refuse_long_line(text: str) -> None:
    ends = [end for mark in "\r\n" if (end := text.find(mark)) >= 0]
    if min(ends, default=len(text)) > _LONGEST_HEADER:
        raise RefusedError(
            f"The first line is longer than {_LONGEST_HEADER:,} characters. Check that the file "
            "is a table with one row per incident, each on a line of its own."
        )


def _header(text: str, delimiter: str) -> Header | None:
    try:
        first = next(records(text, delimiter), (1, []))[1]
    except RefusedError:  # quotation marks fit another delimiter
        return None
    return _named(first, delimiter)


def _named(first: list[str], delimiter: str) -> Header:
    written = [restore_cell(trim(name)) for name in first]
    while written and not written[-1]:
        written.pop()
    names = tuple(plain_name(name) for name in written)
    return Header(tuple(written), names, delimiter, len(first) - len(written))


def plain_name(written: str) -> str:
    """Give a column name in small letters with underscores for blanks and hyphens."""
    return re.sub(r"[\s\-]+", "_", trim(written).casefold())


def _refuse_header(header: Header) -> None:
    if len(header.names) > MAX_COLUMNS:
        raise RefusedError(
            f"The first line has {len(header.names):,} columns; at most {MAX_COLUMNS} are read. "
            "Check that the file is a table with one row per incident."
        )
    _refuse_names(header)


def _refuse_names(header: Header) -> None:
    twice = sorted({name for name in header.names if name and header.names.count(name) > 1})
    if twice:
        raise RefusedError(
            f"Two columns have the same name: {', '.join(twice)}. Rename or delete one of them."
        )
    if "" in header.names:
        raise RefusedError(
            f"Column {header.names.index('') + 1} of {len(header.names)} has no name in the first "
            "line. Give it a name or delete the column."
        )


def read_rows(text: str, header: Header) -> Table:
    """Land every record as text with the line it starts on; rows without any text are left out.

    RefusedError when a row has more or fewer cells than the header, or a quotation mark is
    left open: then no later cell can be trusted to stand in its column.
    """
    landed = records(text, header.delimiter)
    next(landed, None)
    return _land(landed, header)


def _land(landed: Iterable[Record], header: Header) -> Table:
    width = len(header.names)
    lines: list[int] = []
    rows: list[list[str]] = []
    for line, cells in landed:
        if len(cells) != width + header.spare or any(map(trim, cells[width:])):
            raise RefusedError(_ragged(line, cells, header))
        lines.append(line)
        rows.append(cells[:width])
    return _table(header, lines, rows)


def _table(header: Header, lines: list[int], rows: list[list[str]]) -> Table:
    if not rows:
        raise RefusedError(
            "The file has column names but no rows. Add one row per incident below the first line."
        )
    original = pd.DataFrame(rows, columns=pd.Index(header.written), dtype="str")
    cells_frame = pd.DataFrame(
        {name: _trimmed(original.iloc[:, at]) for at, name in enumerate(header.names)}
    )
    return Table(header, cells_frame, original, pd.Series(lines, dtype="int64"))


def _ragged(line: int, cells: list[str], header: Header) -> str:
    if len(cells) == len(header.names) + header.spare:
        return (
            f"The row on line {line} has text in a column without a name. Give the column a name "
            "in the first line or empty the cell."
        )
    mark = delimiter_name(header.delimiter)
    return (
        f"The row on line {line} has {len(cells)} cells, the first line has {len(header.names)}. "
        f'A cell that holds a {mark} or a line break must stand between two quotation marks (").'
    )


def _trimmed(cells: pd.Series) -> pd.Series:
    """Trim a column, undo the spreadsheet guard, write line breaks inside cells in one way."""
    trimmed = cells.str.strip(EDGES).str.replace("\r\n", "\n", regex=False)
    trimmed = trimmed.str.replace("\r", "\n", regex=False)
    guarded = trimmed.str.startswith("'")
    if guarded.any():
        trimmed = trimmed.mask(guarded, trimmed[guarded].map(restore_cell))
    return trimmed
