"""Open an upload of any kind: CSV in any encoding, compressed, or a workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corridor.ingest.encoding import beginning, decode
from corridor.ingest.landing import land_records, land_text
from corridor.ingest.read import Header, name_columns, one_kind_of_break, read_header, refuse_names
from corridor.ingest.workbook import is_workbook, read_workbook
from corridor.store.workbench import Workbench


@dataclass(frozen=True, eq=False)
class Opened:
    """A file whose column names are known; `land` puts its rows into a workbench.

    `notes` say what was assumed of the file, such as its encoding.
    """

    header: Header
    notes: tuple[str, ...]
    land: Callable[[Workbench], None]


def open_upload(data: bytes, known: frozenset[str], max_bytes: int) -> Opened:
    """Find the column names; the delimiter that shows most `known` names is taken.

    `max_bytes` is what the file may unpack to. RefusedError says why it cannot be read.
    """
    if is_workbook(data):
        book = read_workbook(data, max_bytes)
        header = name_columns(book.first, "", 1)
        refuse_names(header)
        return Opened(header, book.notes, lambda bench: land_records(bench, book.records, header))
    decoded = decode(data, max_bytes)
    plain = one_kind_of_break(decoded.data)
    header = read_header(beginning(plain), known)
    return Opened(header, decoded.notes, lambda bench: land_text(bench, plain, header))
