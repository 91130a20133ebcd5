"""Bytes to text to records: encoding, delimiter, line numbers, and what is no table at all."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corridor.ingest.report import RefusedError
from corridor.ingest.spreadsheet import restore_cell

DELIMITERS: Final = {",": "comma", ";": "semicolon", "\t": "tab"}
MAX_COLUMNS: Final = 500
LONGEST_VALUE: Final = 200
_SAVE_AS_CSV: Final = "Save the table as “CSV UTF-8” in the program that holds it."
_SAVE_AS_UTF8: Final = "Save it again as “CSV UTF-8” (in a text editor: encoding UTF-8)."

_MAGIC: Final = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or a spreadsheet (XLSX, ODS)",
    b"PK\x05\x06": "an empty ZIP archive",
    b"\xd0\xcf\x11\xe0": "an old spreadsheet (XLS)",
    b"\x1f\x8b": "a compressed file (gzip)",
    b"PAR1": "a Parquet file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"SQLite format 3": "a database",
    b"{\\rtf": "a text document (RTF)",
}
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_MARKUP: Final = re.compile(r"\s*<(!doctype|html|head|body|\?xml|kml|svg)", re.IGNORECASE)
_JSON: Final = re.compile(r"\s*(\{\s*[\"}]|\[\s*[\[{\"\]0-9])")


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


def decode(data: bytes) -> str:
    """Give the text of an upload; RefusedError when it is empty, no text, or not UTF-8."""
    if not data.strip():
        raise RefusedError(
            "The file is empty. Choose the file that holds your rows, or start from the template."
        )
    _refuse_known_formats(data)
    text = _decode_utf8(data)
    if "\x00" in text:
        raise RefusedError(f"The file is not text: it holds binary data. {_SAVE_AS_CSV}")
    if _MARKUP.match(text):
        raise RefusedError(
            "The file is a web page or XML, not a table. Download the table itself as CSV."
        )
    if _JSON.match(text):
        raise RefusedError("The file is JSON, not a table. Export the table as CSV.")
    return text


def _refuse_known_formats(data: bytes) -> None:
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise RefusedError(f"The file is {kind}, not CSV. {_SAVE_AS_CSV}")
    if data.startswith(_UTF16_MARKS):
        raise RefusedError(f"The encoding of the file is UTF-16; UTF-8 is read. {_SAVE_AS_UTF8}")


def _decode_utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\x00" in data[:1000]:
            reason = "The file is binary or encoded as UTF-16; only text in UTF-8 is read."
            raise RefusedError(f"{reason} {_SAVE_AS_UTF8}") from error
        line = data.count(b"\n", 0, error.start) + 1
        raise RefusedError(
            f"The encoding of the file is not UTF-8: line {line} holds the byte "
            f"0x{data[error.start]:02X}, as files in Windows-1256 or Latin-1 do. {_SAVE_AS_UTF8}"
        ) from error


def one_kind_of_break(text: str) -> str:
    """Write every line break as a line feed; lines count the same."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def shorten(value: str) -> str:
    """Cut a value that is too long to be shown in a list of problems."""
    return value if len(value) <= LONGEST_VALUE else value[: LONGEST_VALUE - 1] + "…"


def read_header(text: str, known: frozenset[str]) -> Header:
    """Find delimiter and column names; the delimiter that shows most `known` names wins.

    RefusedError when two columns share a name, one has none, or there are far too many.
    """
    candidates = [found for mark in DELIMITERS if (found := _header(text, mark)) is not None]
    if not candidates:
        raise RefusedError(_broken_quotes(1))
    header = max(candidates, key=lambda item: (len(known & set(item.names)), len(item.names)))
    if len(header.names) > MAX_COLUMNS:
        raise RefusedError(
            f"The first line has {len(header.names):,} columns; at most {MAX_COLUMNS} are read. "
            "Check that the file is a table with one row per incident."
        )
    _refuse_names(header)
    return header


def _header(text: str, delimiter: str) -> Header | None:
    try:
        start, first = next(records(text, delimiter), (1, []))
    except RefusedError:  # quotation marks fit another delimiter
        return None
    written = [restore_cell(name.strip()) for name in first]
    while written and not written[-1]:
        written.pop()
    names = tuple(plain_name(name) for name in written)
    ends = start + sum(name.count("\n") for name in first)
    return Header(tuple(written), names, delimiter, len(first) - len(written), ends)


def plain_name(written: str) -> str:
    """Give a column name in small letters with underscores for blanks and hyphens."""
    return re.sub(r"[\s\-]+", "_", written.strip().casefold())


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


def records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (first line, cells) of each record that has any text; "" is kept as ""."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        raise RefusedError(_broken_quotes(start, error)) from error


def _broken_quotes(line: int, error: csv.Error | None = None) -> str:
    if "field larger than" in str(error):
        return (
            f"A cell in the row that starts on line {line} is longer than 131,072 characters. "
            "A quotation mark before it is probably not closed."
        )
    return (
        f"The quotation marks in the row that starts on line {line} do not match. Put the whole "
        'cell between two " and write a " inside it twice ("").'
    )


def check_width(line: int, cells: list[str], header: Header) -> None:
    """Refuse a record that has more or fewer cells than the header (RefusedError)."""
    width = len(header.names)
    if len(cells) != width + header.spare or any(map(str.strip, cells[width:])):
        raise RefusedError(_ragged(line, cells, header))


def _ragged(line: int, cells: list[str], header: Header) -> str:
    if len(cells) == len(header.names) + header.spare:
        return (
            f"The row on line {line} has text in a column without a name. Give the column a name "
            "in the first line or empty the cell."
        )
    mark = DELIMITERS[header.delimiter]
    return (
        f"The row on line {line} has {len(cells)} cells, the first line has {len(header.names)}. "
        f'A cell that holds a {mark} or a line break must stand between two quotation marks (").'
    )
