"""Spreadsheets (XLSX) to rows of text, as a CSV file of the sheet would hold them."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any, Final

import numpy as np
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from corridor.ingest.characters import trim
from corridor.ingest.dialect import Record
from corridor.ingest.report import RefusedError
from corridor.ingest.unpack import repack
from corridor.ingest.workbook_size import refuse_vast

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
# RuntimeError: parts are encrypted, or packed in a way that is not supported.
_UNREADABLE: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
_SAVE: Final = "Save the sheet as “CSV UTF-8” or as a new workbook (XLSX)."
# XML says a table in about so many times the letters that CSV needs.
_XML_FACTOR: Final = 6


@dataclass(frozen=True, eq=False)
class Workbook:
    """The sheet that is read: its first row, the rows below with their numbers, and notes."""

    first: list[str]
    records: Iterator[Record]
    notes: tuple[str, ...] = ()


def is_workbook(data: bytes) -> bool:
    """Say whether the bytes begin as a spreadsheet does (or another archive)."""
    return data.startswith((_ZIP, _OLE))


def read_workbook(data: bytes, max_bytes: int) -> Workbook:
    """Read the first visible sheet that has rows; RefusedError when there is none to read.

    `max_bytes` is what a CSV file may have: the XML of a workbook may have a multiple of it.
    """
    copy = _checked_copy(data, max_bytes * _XML_FACTOR)
    try:
        filled = _filled(CalamineWorkbook.from_filelike(copy))
    except CalamineError as error:
        raise RefusedError(_damaged()) from error
    if not filled:
        raise RefusedError("The workbook has no sheet with rows. Choose the file that holds them.")
    return replace(next(iter(filled.values())), notes=_notes(list(filled)))


def _checked_copy(data: bytes, max_bytes: int) -> io.BytesIO:
    if data.startswith(_OLE):
        raise RefusedError(_old_or_locked(data))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_other_archives(archive)
            copy = repack(archive, len(data), max_bytes)
    except _UNREADABLE as error:
        raise RefusedError(_damaged()) from error
    with zipfile.ZipFile(copy) as plain:
        refuse_vast([plain.read(name) for name in plain.namelist()], max_bytes)
    copy.seek(0)
    return copy


def _old_or_locked(data: bytes) -> str:
    if _ENCRYPTED in data:
        return (
            "The workbook is protected by a password. Take the password away in the program that "
            "wrote it, or save the sheet as “CSV UTF-8”."
        )
    return f"The file is an old spreadsheet (XLS), which is not read. {_SAVE}"


def _refuse_other_archives(archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    if any(name.startswith("xl/") for name in names) and "xl/workbook.bin" not in names:
        return
    if "xl/workbook.bin" in names:
        raise RefusedError(f"The file is a binary workbook (XLSB), which is not read. {_SAVE}")
    if "mimetype" in names and "content.xml" in names:
        raise RefusedError(f"The file is an OpenDocument file (ODS), which is not read. {_SAVE}")
    raise RefusedError(
        "The file is a ZIP archive, not a table. Unpack it and choose the CSV file or workbook "
        "inside."
    )


def _damaged() -> str:
    return f"The file is a damaged spreadsheet (XLSX) or ZIP archive. {_SAVE}"


def _filled(book: CalamineWorkbook) -> dict[str, Workbook]:
    """Open each visible sheet with any text; its rows are converted when they are asked for."""
    filled = {}
    for item in book.sheets_metadata:
        if item.visible == SheetVisibleEnum.Visible and item.typ == SheetTypeEnum.WorkSheet:
            records = _records(book.get_sheet_by_name(item.name))
            if first := next(records, None):
                filled[item.name] = Workbook(first[1], records)
    return filled


def _notes(names: list[str]) -> tuple[str, ...]:
    if len(names) == 1:
        return ()
    others = ", ".join(f"“{name}”" for name in names[1:])
    note = (
        f"The workbook has {len(names)} sheets with rows: “{names[0]}” was read, {others} not. "
        "Save another sheet as a file of its own to read it."
    )
    return (note,)


def _records(sheet: CalamineSheet) -> Iterator[Record]:
    for line, values in enumerate(sheet.iter_rows(), 1):
        cells = [_text(value) for value in values]
        if any(map(trim, cells)):
            yield line, cells


def _text(value: Any) -> str:
    """Write a cell as CSV would: days in ISO form, whole numbers without a point."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return np.format_float_positional(value, trim="-")
    if isinstance(value, datetime):
        return _moment(value)
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _moment(value: datetime) -> str:
    is_day = value.time() == time.min
    return value.date().isoformat() if is_day else value.isoformat(" ", "seconds")
