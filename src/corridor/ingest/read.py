"""Text to column names, and what must hold of every row under them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from corridor.ingest.characters import trim
from corridor.ingest.dialect import (
    DELIMITERS,
    Record,
    broken_quotes,
    delimiter_name,
    records,
    stated_delimiter,
)
from corridor.ingest.report import RefusedError
from corridor.ingest.spreadsheet import restore_cell

MAX_COLUMNS: Final = 500
LONGEST_VALUE: Final = 200
# A first line this long is no line of column names; to split it would fill the memory.
_LONGEST_HEADER: Final = 1_000_000


@dataclass(frozen=True)
class Header:
    """The first record: names as in the file, their plain forms, and the delimiter found.

    A plain name is in small letters with underscores: "Event Date" is `event_date`. `spare`
    counts the nameless columns that spreadsheets leave at the right edge; they must be empty.
    `ends` is the last line of the first record.
    """

    written: tuple[str, ...]
    names: tuple[str, ...]
    delimiter: str
    spare: int = 0
    ends: int = 1


def one_kind_of_break(data: bytes) -> bytes:
    """Write every line break as a line feed; lines count the same."""
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data


def shorten(value: str) -> str:
    """Cut a value that is too long to be shown in a list of problems."""
    return value if len(value) <= LONGEST_VALUE else value[: LONGEST_VALUE - 1] + "…"


def read_header(text: str, known: frozenset[str]) -> Header:
    """Find delimiter and column names; the delimiter that shows most `known` names wins.

    `text` is the file, or its beginning. RefusedError when two columns share a name, one has
    none, or there are far too many.
    """
    _refuse_long_line(text)
    stated = stated_delimiter(text)
    marks = [stated] if stated else DELIMITERS
    candidates = [found for mark in marks if (found := _header(text, mark)) is not None]
    if not candidates:
        raise RefusedError(broken_quotes(1))
    header = max(candidates, key=lambda item: (len(known & set(item.names)), len(item.names)))
    refuse_names(header)
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
        start, first = _first_record(text, delimiter)
    except RefusedError:  # quotation marks fit another delimiter
        return None
    return name_columns(first, delimiter, start + sum(name.count("\n") for name in first))


def _first_record(text: str, delimiter: str) -> Record:
    """Look at the beginning only: a reader copies all that it is given."""
    head = text[:_LONGEST_HEADER]
    found = list(islice(records(head, delimiter), 2)) if head.count("\n") > 1 else []
    return found[0] if len(found) > 1 else next(records(text, delimiter), (1, []))


def name_columns(first: list[str], delimiter: str, ends: int) -> Header:
    """Make the header of a first record that ends on a line; nothing is refused."""
    written = [restore_cell(trim(name)) for name in first]
    while written and not written[-1]:
        written.pop()
    names = tuple(plain_name(name) for name in written)
    return Header(tuple(written), names, delimiter, len(first) - len(written), ends)


def plain_name(written: str) -> str:
    """Give a column name in small letters with underscores for blanks and hyphens."""
    return re.sub(r"[\s\-]+", "_", trim(written).casefold())


def refuse_names(header: Header) -> None:
    """Refuse too many names, and names that stand twice or are missing (RefusedError)."""
    if len(header.names) > MAX_COLUMNS:
        raise RefusedError(
            f"The first line has {len(header.names):,} columns; at most {MAX_COLUMNS} are read. "
            "Check that the file is a table with one row per incident."
        )
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


def check_width(line: int, cells: list[str], header: Header) -> None:
    """Refuse a record that lacks cells, or has text beyond the last column (RefusedError)."""
    width = len(header.names)
    if len(cells) < width or any(map(trim, cells[width:])):
        raise RefusedError(_ragged(line, cells, header))


def _ragged(line: int, cells: list[str], header: Header) -> str:
    if len(header.names) < len(cells) <= len(header.names) + header.spare:
        return (
            f"The row on line {line} has text in a column without a name. Give the column a name "
            "in the first line or empty the cell."
        )
    mark = delimiter_name(header.delimiter)
    return (
        f"The row on line {line} has {len(cells)} cells, the first line has {len(header.names)}. "
        f'A cell that holds a {mark} or a line break must stand between two quotation marks (").'
    )
