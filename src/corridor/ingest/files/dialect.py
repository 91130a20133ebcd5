"""Text to records: the delimiter, a first line that states it, and the lines records start on."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from corridor.ingest.model.characters import trim
from corridor.ingest.model.problem import RefusedError
from corridor.words import Message, later

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


def stated_delimiter(text: str) -> str | None:
    """Give the delimiter that a first line such as `sep=;` states."""
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
