"""Open an upload of any kind: CSV in any encoding, compressed, or a workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from corridor.ingest.dialect import without_wrapping
from corridor.ingest.encoding import beginning, decode
from corridor.ingest.landing import land_records, land_text
from corridor.ingest.read import (
    LOOKED_AT,
    Expected,
    Header,
    find_header,
    one_kind_of_break,
    read_header,
    refuse_names,
)
from corridor.ingest.workbook import Merge, Sheet, is_workbook, read_workbook
from corridor.store.workbench import Workbench

_WRAPPED: Final = "The whole file stands inside one pair of quotation marks: read without them."
# A sheet of so few columns is more likely a remark than a table.
_NARROW: Final = 2


@dataclass(frozen=True, eq=False)
class Opened:
    """A file whose column names are known; `land` puts its rows into a workbench.

    `notes` say what was assumed of the file, such as its encoding; `land` returns more of them.
    `merged` are the cells of a sheet that span several rows.
    """

    header: Header
    notes: tuple[str, ...]
    land: Callable[[Workbench], tuple[str, ...]]
    merged: tuple[Merge, ...] = ()


def open_upload(data: bytes, expected: Expected, max_bytes: int) -> Opened:
    """Find the column names; the delimiter and the sheet that show most expected names win.

    `max_bytes` is what the file may unpack to. RefusedError says why it cannot be read.
    """
    if is_workbook(data):
        return _open_sheet(read_workbook(data, max_bytes), expected)
    decoded = decode(data, max_bytes)
    wrapped = one_kind_of_break(decoded.data)
    plain = without_wrapping(wrapped)
    header = read_header(beginning(plain), expected)
    notes = (*decoded.notes, *([] if plain is wrapped else [_WRAPPED]), *header.notes)
    return Opened(header, notes, lambda bench: land_text(bench, plain, header))


def _open_sheet(sheets: dict[str, Sheet], expected: Expected) -> Opened:
    """Take the first of the sheets that show most of the expected names."""
    leading = {name: list(islice(sheet.records, LOOKED_AT)) for name, sheet in sheets.items()}
    headers = {name: find_header(rows, "", expected) for name, rows in leading.items()}
    chosen = max(headers, key=lambda name: _fit(headers[name], expected))
    header, sheet = headers[chosen], sheets[chosen]
    refuse_names(header)
    above = [record for record in leading[chosen] if record[0] > header.ends]
    notes = (*_others(chosen, list(sheets)), *header.notes, *sheet.notes)
    return Opened(
        header,
        notes,
        lambda bench: land_records(bench, chain(above, sheet.records), header),
        sheet.merged,
    )


def _fit(header: Header, expected: Expected) -> tuple[int, bool]:
    return len(expected.names & set(header.names)), len(header.names) > _NARROW


def _others(chosen: str, names: list[str]) -> tuple[str, ...]:
    if len(names) == 1:
        return ()
    others = ", ".join(f"“{name}”" for name in names if name != chosen)
    note = (
        f"The workbook has {len(names)} sheets with rows: “{chosen}” was read, {others} not. "
        "Save another sheet as a file of its own to read it."
    )
    return (note,)
