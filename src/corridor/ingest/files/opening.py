"""Open an upload, CSV in any encoding, compressed, or a workbook, and land its rows as text.

They land in a workbench: `landed` with `line`, then a column a cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, dropwhile, islice
from typing import Final

import pyarrow as pa  # type: ignore[import-untyped]

from corridor.ingest.files.column_names import (
    DELIMITERS,
    LOOKED_AT,
    Record,
    find_header,
    one_kind_of_break,
    read_header,
    records,
    refuse_names,
    unwrapped,
    without_wrapping,
)
from corridor.ingest.files.encoding import beginning, decode
from corridor.ingest.files.workbook import Merge, Sheet, is_workbook, read_workbook
from corridor.ingest.model.characters import trim
from corridor.ingest.model.header import Expected, Header
from corridor.ingest.model.problem import RefusedError
from corridor.ingest.model.statements import filled, statement
from corridor.store.workbench import UnreadableError, Workbench
from corridor.words import Message, later, written
from corridor.words import numbers as fmt

# A sheet of so few columns is more likely a remark than a table.
_NARROW: Final = 2
_BATCH: Final = 50_000


@dataclass(frozen=True, eq=False)
class Opened:
    """A file whose column names are known; `land` puts its rows into a workbench.

    `notes` say what was assumed of the file, such as its encoding; `land` returns more of them.
    `merged` are the cells of a sheet that span several rows. `sheets` names the sheets of a
    workbook that could be read, `sheet` the one that is.
    """

    header: Header
    notes: tuple[Message, ...]
    land: Callable[[Workbench], tuple[Message, ...]]
    merged: tuple[Merge, ...] = ()
    sheets: tuple[str, ...] = ()
    sheet: str = ""


def open_upload(data: bytes, expected: Expected, max_mb: int, sheet: str | None = None) -> Opened:
    """Find the column names; the delimiter and the sheet that show most expected names win.

    `max_mb` is how large the file may be, packed and unpacked, `sheet` the one that a person wants
    of a workbook. RefusedError says why it cannot be read.
    """
    max_bytes = max_mb * 1_000_000
    if len(data) > max_bytes:
        raise RefusedError(later("file-too-large", size=round(len(data) / 1e6), most=max_mb))
    if is_workbook(data):
        return _open_sheet(read_workbook(data, max_bytes), expected, sheet)
    if sheet is not None:
        raise RefusedError(later("file-no-workbook", sheet=sheet))
    decoded = decode(data, max_bytes)
    wrapped = one_kind_of_break(decoded.data)
    plain = without_wrapping(wrapped)
    header = read_header(beginning(plain), expected)
    marks = () if plain is wrapped else (later("file-wrapped"),)
    notes = (*decoded.notes, *marks, *header.notes)
    return Opened(header, notes, lambda bench: land_text(bench, plain, header))


def _open_sheet(sheets: dict[str, Sheet], expected: Expected, wanted: str | None) -> Opened:
    """Take the sheet that is wanted, else the first of those that show most expected names."""
    names = tuple(sheets)
    if wanted is not None and wanted not in sheets:
        told = written(fmt.quoted_list, names)
        raise RefusedError(later("workbook-without-the-sheet", sheet=wanted, sheets=told), names)
    among = sheets if wanted is None else {wanted: sheets[wanted]}
    leading = {name: list(islice(sheet.records, LOOKED_AT)) for name, sheet in among.items()}
    headers = {name: find_header(rows, "", expected) for name, rows in leading.items()}
    chosen = max(headers, key=lambda name: _fit(headers[name], expected))
    header, sheet = headers[chosen], sheets[chosen]
    try:
        refuse_names(header)
    except RefusedError as refusal:
        raise RefusedError(refusal.message, names) from refusal
    above = [record for record in leading[chosen] if record[0] > header.ends]
    notes = (*_others(chosen, names), *header.notes, *sheet.notes)
    return Opened(
        header,
        notes,
        lambda bench: land_records(bench, chain(above, sheet.records), header),
        sheet.merged,
        names,
        chosen,
    )


def _fit(header: Header, expected: Expected) -> tuple[int, bool]:
    return len(expected.names & set(header.names)), len(header.names) > _NARROW


def _others(chosen: str, names: tuple[str, ...]) -> tuple[Message, ...]:
    if len(names) == 1:
        return ()
    others = written(fmt.quoted_list, tuple(name for name in names if name != chosen))
    return (later("workbook-other-sheets", count=len(names), sheet=chosen, others=others),)


def land_text(bench: Workbench, data: bytes, header: Header) -> tuple[Message, ...]:
    """Land every record of a CSV in UTF-8 as it stood, with the line it starts on.

    Lines end with a line feed. Records without any text are left out. Return what was assumed.
    RefusedError when a row has more or fewer cells than the header, a quotation mark is left open
    (then no later cell can be trusted to stand in its column), or there are no rows.
    """
    if _land_fast(bench, data, header):
        _settle(bench, header)
        return ()
    # Record by record, in Python: slower, and able to say what is wrong and where.
    found = records(data.decode(), header.delimiter)
    return land_records(bench, dropwhile(lambda it: it[0] <= header.ends, found), header)


def _settle(bench: Workbench, header: Header) -> None:
    """Leave out a first record of HXL tags (#date+start); refuse a file without rows."""
    bench.run(filled("drop_tag_row", any_text=_any_text(len(header.names)),
                     other_text=_other_text(len(header.names))))  # fmt: skip
    if not bench.one(statement("count_landed")):
        raise RefusedError(later("file-without-rows"))
    for at in (header.names.index(name) for name in header.running):
        # The column was left out, as its first rows had no text.
        for (line,) in bench.rows(filled("nameless_text", cell=f"c{at}")):
            at_line, column = str(line), str(at + 1)
            raise RefusedError(
                later("row-text-below-no-name", line=at_line, column=column, header=header.line)
            )


def land_records(bench: Workbench, found: Iterable[Record], header: Header) -> tuple[Message, ...]:
    """Land records that were read elsewhere; RefusedError as `land_text`."""
    width = len(header.names)
    names = [f"c{at}" for at in range(width)]
    bench.run(filled("create_landed", columns=", ".join(f"{name} VARCHAR" for name in names)))
    wrapped: list[int] = []
    rest = _unwrapped(found, header, wrapped)
    while some := list(islice(rest, _BATCH)):
        for line, cells in some:
            if len(cells) < width or any(map(trim, cells[width:])):
                raise RefusedError(_ragged(line, cells, header))
        columnwise = zip(*(cells[:width] for _, cells in some), strict=True)
        arrays = [pa.array([line for line, _ in some], pa.int64())]
        arrays += [pa.array(cells, pa.string()) for cells in columnwise]
        bench.add("landed", pa.table(arrays, names=["line", *names]))
    _settle(bench, header)
    if not wrapped or header.is_wrapped:
        return ()
    return (later("rows-wrapped", count=len(wrapped), line=str(wrapped[0])),)


def _unwrapped(found: Iterable[Record], header: Header, wrapped: list[int]) -> Iterator[Record]:
    """Take rows out of the quotation marks around the whole line; `wrapped` gets their lines."""
    for line, cells in found:
        if len(cells) == 1 < len(header.names) and header.delimiter:
            inner = unwrapped(cells, header.delimiter)
            wrapped += [line] if inner is not cells else []
            yield line, inner
        else:
            yield line, cells


def _land_fast(bench: Workbench, data: bytes, header: Header) -> bool:
    """Let DuckDB read the file; False when lines could be miscounted or anything is odd."""
    if b"\n\n" in data:
        return False
    width = len(header.names)
    try:
        bench.read_csv("raw", data, header.delimiter, header.ends, width + header.spare)
    except UnreadableError:
        return False
    if header.spare and _has_text(bench, range(width, width + header.spare)):
        return False
    broken = []
    if b'"' in data:
        if _holds(bench, width, '"') and _has_stray_quotes(data, header.delimiter):
            return False
        broken = _holds(bench, width, "\n")
    _number_lines(bench, width, broken, header.ends)
    return _counts_every_line(bench, data, broken, header.ends)


def _has_stray_quotes(data: bytes, delimiter: str) -> bool:
    """Say whether a quotation mark stands inside a cell: readers differ over what it means."""
    if not delimiter.isascii():  # several bytes, any of which may be half of a letter
        return True
    edge = re.escape(delimiter.encode()) + b'"\\n'
    return re.search(b'[^%b]"[^%b]' % (edge, edge), data) is not None


def _has_text(bench: Workbench, columns: Iterable[int]) -> bool:
    any_text = " OR ".join(f"trimmed(coalesce(c{at}, '')) <> ''" for at in columns)
    return bool(bench.one(filled("spare_text", any_text=any_text)))


def _holds(bench: Workbench, width: int, mark: str) -> list[int]:
    """Return the columns with a cell that holds a character."""
    asked = ", ".join(f"coalesce(bool_or(contains(c{at}, $mark)), false)" for at in range(width))
    (row,) = bench.rows(filled("holds", asked=asked), {"mark": mark})
    return [at for at, is_there in enumerate(row) if is_there]


def _breaks(columns: list[int]) -> str:
    """Return SQL for the number of line breaks inside a record."""
    each = [f"length(coalesce(c{at}, '')) - length(replace(coalesce(c{at}, ''), chr(10), ''))"
            for at in columns]  # fmt: skip
    return " + ".join(each) or "0"


def _number_lines(bench: Workbench, width: int, broken: list[int], ends: int) -> None:
    cells = ", ".join(f"coalesce(c{at}, '') AS c{at}" for at in range(width))
    how = "number_lines" if broken else "number_plain_lines"
    bench.run(filled(how, breaks=_breaks(broken), cells=cells), {"ends": ends})
    bench.run(filled("drop_empty_rows", any_text=_any_text(width)))


def _any_text(width: int) -> str:
    return " OR ".join(f"trimmed(c{at}) <> ''" for at in range(width))


def _other_text(width: int) -> str:
    """Return SQL that is true where a cell holds text that is no tag."""
    return " OR ".join(
        f"(trimmed(c{at}) <> '' AND NOT starts_with(trimmed(c{at}), '#'))" for at in range(width)
    )


def _counts_every_line(bench: Workbench, data: bytes, broken: list[int], ends: int) -> bool:
    lines = data.count(b"\n") + (not data.endswith(b"\n"))
    seen = bench.one(filled("lines_seen", breaks=_breaks(broken)))
    bench.run("DROP TABLE raw")
    return bool(lines == ends + seen)


def _ragged(line: int, cells: list[str], header: Header) -> Message:
    if len(header.names) < len(cells) <= len(header.names) + header.spare:
        return later("row-text-beyond", line=str(line), header=header.line)
    return later(
        "row-ragged",
        line=str(line),
        cells=len(cells),
        header=header.line,
        columns=len(header.names),
        mark=DELIMITERS.get(header.delimiter, header.delimiter),
    )
