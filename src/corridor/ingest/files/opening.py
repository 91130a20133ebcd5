"""Open an upload of any kind: CSV in any encoding, compressed, or a workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from corridor.ingest.files.column_names import (
    LOOKED_AT,
    Expected,
    Header,
    find_header,
    one_kind_of_break,
    read_header,
    refuse_names,
)
from corridor.ingest.files.dialect import without_wrapping
from corridor.ingest.files.encoding import beginning, decode
from corridor.ingest.files.landing import land_records, land_text
from corridor.ingest.files.workbook import Merge, Sheet, is_workbook, read_workbook
from corridor.ingest.model.report import RefusedError
from corridor.store.workbench import Workbench
from corridor.words import Message, later, written
from corridor.words import numbers as fmt

# A sheet of so few columns is more likely a remark than a table.
_NARROW: Final = 2


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


def open_upload(
    data: bytes, expected: Expected, max_bytes: int, sheet: str | None = None
) -> Opened:
    """Find the column names; the delimiter and the sheet that show most expected names win.

    `max_bytes` is what the file may unpack to, `sheet` the one that a person wants of a workbook.
    RefusedError says why it cannot be read.
    """
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
