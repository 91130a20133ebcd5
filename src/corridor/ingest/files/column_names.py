"""Text to records, whatever parts their cells, and the record that holds the column names."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from corridor.ingest.model.characters import plain_number, restore_cell, trim
from corridor.ingest.model.header import Expected, Header, plain_name, shorten
from corridor.ingest.model.problem import RefusedError
from corridor.words import Message, later, written
from corridor.words import numbers as fmt

MAX_COLUMNS: Final = 500
# A first line this long is no line of column names; to split it would fill the memory.
_LONGEST_HEADER: Final = 1_000_000
# So many records are looked at for the one that holds the column names.
LOOKED_AT: Final = 30
# Cells that are values and no names: a day, a number with decimals.
_VALUE: Final = re.compile(
    r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?:[T ].*)?|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}"
    r"|[0-9]{1,2} [^\W\d]+ [0-9]{4}|-?[0-9]{1,3}[.,][0-9]{2,}"
)
# Years and days that may stand above columns of counts.
_PERIOD: Final = re.compile(r"(?:19|20)[0-9]{2}(?:[-/][0-9]{1,2}){0,2}")
# pandas calls a nameless column so when it writes it again.
_NAMELESS: Final = re.compile("|unnamed:_[0-9]+")
_WHOLE: Final = re.compile(r"[0-9]{1,12}(?:\.0)?")


DELIMITERS: Final = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
Record = tuple[int, list[str]]
# Spreadsheets read "sep=;" in the first line as the delimiter, and some write it.
_SEP: Final = re.compile(
    r"[ ]*\"?sep=([^\w\s\"'])\"?\1*[ ]*(?:\r\n?|\n|$)|[ ]*\"?sep=(\t)\"?\t*(?:\r\n?|\n|$)",
    re.IGNORECASE,
)
# Line breaks after a file's last mark are at most so many.
_TAIL: Final = 9
_LONE_MARK: Final = re.compile(rb'[^"](?:"")*"[^"]')


def one_kind_of_break(data: bytes) -> bytes:
    """Write every line break as a line feed; lines count the same."""
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data


def read_header(text: str, expected: Expected) -> Header:
    """Find delimiter and column names; the delimiter that shows most expected names wins.

    `text` is the file, or its beginning. RefusedError when two columns share a name, one has
    none, or there are far too many.
    """
    _refuse_long_line(text)
    stated = stated_delimiter(text)
    marks = [stated] if stated else DELIMITERS
    candidates = [
        find_header(leading, mark, expected) for mark in marks if (leading := _leading(text, mark))
    ]
    if not candidates:
        raise RefusedError(broken_quotes(1))
    header = max(
        candidates, key=lambda item: (len(expected.names & set(item.names)), len(item.names))
    )
    refuse_names(header)
    return header


def _refuse_long_line(text: str) -> None:
    ends = [end for mark in "\r\n" if (end := text.find(mark)) >= 0]
    if min(ends, default=len(text)) > _LONGEST_HEADER:
        raise RefusedError(later("header-too-long", most=_LONGEST_HEADER))


def _leading(text: str, delimiter: str) -> list[Record]:
    """Return the first records, none where quotation marks fit another delimiter.

    Only the beginning is looked at: a reader copies all that it is given.
    """
    head = text[:_LONGEST_HEADER]
    found = list(_until_broken(head, delimiter)) if head.count("\n") > 1 else []
    return found if len(found) > 1 else list(_until_broken(text, delimiter))


def _until_broken(text: str, delimiter: str) -> Iterator[Record]:
    try:
        yield from islice(records(text, delimiter), LOOKED_AT)
    except RefusedError:  # told when the rows are read
        return


def find_header(leading: list[Record], delimiter: str, expected: Expected) -> Header:
    """Return the header among a table's first records; nothing is refused."""
    rows = [(line, unwrapped(cells, delimiter) if delimiter else cells) for line, cells in leading]
    named = [len(expected.names & set(map(plain_name, cells))) for _, cells in rows]
    at = _names_at(rows, named)
    (line, cells), below = rows[at], [cells for _, cells in rows[at + 1 :]]
    if not named[at] and _is_values(cells):
        return _without_names(line, [cells, *below], delimiter, expected)
    # A row of a sheet is one row, however many lines its cells have.
    breaks = sum(cell.count("\n") for cell in leading[at][1]) if delimiter else 0
    header = name_columns(cells, delimiter, line + breaks)
    notes = [_above(rows[:at], line)] if at else []
    is_wrapped = len(leading[at][1]) < len(cells)
    if is_wrapped:
        notes.append(later("lines-wrapped"))
    header = replace(header, is_wrapped=is_wrapped, notes=tuple(notes))
    return _with_running(header, below)


def _names_at(rows: list[Record], named: list[int]) -> int:
    """Return where the column names stand: where most are known, else below the title lines."""
    if max(named) > 1:
        return named.index(max(named))
    filled = [sum(bool(trim(cell)) for cell in cells) for _, cells in rows]
    usual = sorted(filled)[len(filled) // 2]
    return next(at for at, count in enumerate(filled) if 2 * count > usual)


def _is_values(cells: list[str]) -> bool:
    """Say whether a record holds values and no names: a day, a coordinate, mostly numbers."""
    texts = [plain_number(text) for cell in cells if (text := trim(cell))]
    spans = sum(bool(_PERIOD.fullmatch(text)) for text in texts)
    if spans > len(texts) / 2 and not _PERIOD.fullmatch(texts[0]):  # a table by year or week
        return False
    whole = sum(bool(_WHOLE.fullmatch(text)) for text in texts)
    return any(map(_VALUE.fullmatch, texts)) or whole > max(1, len(texts) / 2)


def _above(rows: list[Record], line: int) -> Message:
    told = "; ".join(shorten(" ".join(filter(None, map(trim, cells)))) for _, cells in rows[:3])
    more = "; …" if len(rows) > 3 else ""
    return later("header-below", line=str(line), above=told + more)


def _without_names(line: int, rows: list[list[str]], delimiter: str, expected: Expected) -> Header:
    order = next((it for it in expected.orders if all(map(it.fits, rows[:5]))), None)
    width = max(map(len, rows))
    names = order.names if order else tuple(f"column {at}" for at in range(1, width + 1))
    note = (
        later("header-absent-as", count=width, export=order.export)
        if order
        else later("header-absent", first=names[0], last=names[-1])
    )
    plain = tuple(map(plain_name, names))
    return Header(names, plain, delimiter, ends=line - 1, is_numbered=order is None, notes=(note,))


def _with_running(header: Header, below: list[list[str]]) -> Header:
    """Name the nameless columns that are empty or hold running numbers, as pandas writes them."""
    nameless = [at for at, name in enumerate(header.names) if _NAMELESS.fullmatch(name)]
    texts = {at: [trim(cells[at]) for cells in below if at < len(cells)] for at in nameless}
    kinds = {
        "column-empty": [at for at in nameless if not any(texts[at])],
        "column-running": [at for at in nameless if _is_running(texts[at])],
    }
    found = [at for kind in kinds.values() for at in kind]
    if not found:
        return header
    theirs, names = list(header.written), list(header.names)
    for at in found:
        theirs[at] = theirs[at] or f"column {at + 1}"
        names[at] = plain_name(theirs[at])
    notes = [
        later(key, columns=written(fmt.unit_list, tuple(str(at + 1) for at in left)))
        for key, left in kinds.items()
        if left
    ]
    running = frozenset(names[at] for at in found)
    return replace(
        header, written=tuple(theirs), names=tuple(names), running=running,
        notes=(*header.notes, *notes),
    )  # fmt: skip


def _is_running(texts: list[str]) -> bool:
    return bool(texts) and len(set(texts)) == len(texts) and all(map(_WHOLE.fullmatch, texts))


def name_columns(first: list[str], delimiter: str, ends: int) -> Header:
    """Make the header of a first record that ends on a line; nothing is refused."""
    written = [restore_cell(trim(name)) for name in first]
    while written and not written[-1]:
        written.pop()
    names = tuple(plain_name(name) for name in written)
    return Header(tuple(written), names, delimiter, len(first) - len(written), ends)


def refuse_names(header: Header) -> None:
    """Refuse too many names, and names that stand twice or are missing (RefusedError)."""
    if len(header.names) > MAX_COLUMNS:
        raise RefusedError(later("columns-too-many", count=len(header.names), most=MAX_COLUMNS))
    twice = sorted({name for name in header.names if name and header.names.count(name) > 1})
    if twice:
        raise RefusedError(later("columns-of-one-name", names=written(fmt.unit_list, tuple(twice))))
    if "" in header.names:
        nameless, count = str(header.names.index("") + 1), len(header.names)
        raise RefusedError(
            later("column-nameless", column=nameless, count=count, header=header.line)
        )


def stated_delimiter(text: str) -> str | None:
    """Return the delimiter that a first line such as `sep=;` states."""
    stated = _SEP.match(text)
    return (stated[1] or stated[2]) if stated else None


def records(text: str, delimiter: str) -> Iterator[Record]:
    """Yield (first line, cells) of each record that has any text; "" is kept as "".

    Lines end with LF, CRLF or CR, also mixed. A line `sep=;` is passed over and counted.
    """
    stated = _SEP.match(text)
    stream = io.StringIO(text, newline="")
    stream.seek(stated.end() if stated else 0)
    before = 1 if stated else 0
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    start = before + 1
    try:
        for cells in reader:
            if any(map(trim, cells)):
                yield start, cells
            start = before + reader.line_num + 1
    except csv.Error as error:
        raise RefusedError(broken_quotes(start, error)) from error


def without_wrapping(data: bytes) -> bytes:
    """Return what stands inside one pair of quotation marks around a whole file; lines stay."""
    tail = data[-_TAIL:]
    end = len(data) - len(tail) + len(tail.rstrip()) - 1
    is_wrapped = data.startswith(b'"') and data[end : end + 1] == b'"'
    if not is_wrapped or data.find(b"\n", 1, end) < 0 or _LONE_MARK.search(data, 1, end):
        return data
    return data[1:end].replace(b'""', b'"')


def unwrapped(cells: list[str], delimiter: str) -> list[str]:
    """Return the cells of a record that stood as a whole inside one pair of quotation marks."""
    if len(cells) != 1 or delimiter not in cells[0]:
        return cells
    try:
        found = list(
            csv.reader(io.StringIO(cells[0], newline=""), delimiter=delimiter, strict=True)
        )
    except csv.Error:
        return cells
    return found[0] if len(found) == 1 else cells


def broken_quotes(line: int, error: csv.Error | None = None) -> Message:
    """Say that the cells of the row on a line cannot be told apart."""
    if "field larger than" in str(error):
        return later("row-cell-too-long", line=str(line), most=csv.field_size_limit())
    return later("row-quotes", line=str(line))
