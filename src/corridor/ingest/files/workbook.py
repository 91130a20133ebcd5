"""Spreadsheets (XLSX) to rows of text, as a CSV file of the sheet would hold them."""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import chain
from typing import Any, Final

import numpy as np
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from corridor.ingest.files.column_names import Record
from corridor.ingest.files.unpack import repack
from corridor.ingest.model.characters import trim
from corridor.ingest.model.problem import RefusedError
from corridor.words import Message, later, written
from corridor.words import numbers as fmt

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
# RuntimeError: parts are encrypted, or packed in a way that is not supported.
_UNREADABLE: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
# XML says a table in about so many times the letters that CSV needs.
_XML_FACTOR: Final = 6
_MOST_MERGED: Final = 1_000_000


MOST_CELLS: Final = 12_000_000
_LONGEST_FORMULA: Final = 100
_HARMLESS: Final = 100_000_000
# Where a row or a cell says that it stands; those that say nothing follow one another.
_PLACE: Final = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]*)([0-9]+)[\"']")
_ROW: Final = re.compile(rb"<(?:\w+:)?row\b")
_UNPLACED: Final = re.compile(rb"<(?:\w+:)?c(?=[\s/>])(?![^<>]*\br\s*=)")
_UNPLACED_ROW: Final = re.compile(rb"<(?:\w+:)?row\b(?![^<>]*\br\s*=)")
_ITEM: Final = re.compile(rb"<(?:\w+:)?si\b")
_SHARED: Final = re.compile(rb"\bt\s*=\s*[\"']s[\"']")
_REFERENCE: Final = re.compile(
    rb"\bt\s*=\s*[\"']s[\"'][^<>]*>\s*<(?:\w+:)?v[^<>]*>\s*([0-9]{1,9})\s*<"
)
# A cell with a formula and no value beside it. A formula whose result is "" has the type str.
_BARE: Final = re.compile(
    rb"<(?:\w+:)?c\b([^<>]*)>\s*<(?:\w+:)?f\b[^<>]*(?:/>|>([^<]*)</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
# A cell that shows an error has the type e; so many signs stand before and after it at most, else
# one long tag would be searched again for each of its letters.
_ERROR: Final = re.compile(
    rb"<(?:\w+:)?c\b[^<>]{0,99}\bt\s?=\s?[\"']e[\"'][^<>]{0,99}>"
    rb"(?:<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>))?\s*<(?:\w+:)?v>\s*([^<]{1,20})<"
)
_TEXT: Final = re.compile(rb"\bt\s*=\s*[\"']str[\"']")
_SHEET: Final = re.compile(rb"<(?:\w+:)?sheet\b[^<>]*\br?:?id\s*=\s*[\"']([^\"'<>]+)[\"']")
_LINK: Final = re.compile(rb"<(?:\w+:)?Relationship\b[^<>]*>")
_SAID: Final = re.compile(rb"\b(Id|Target)\s*=\s*[\"']([^\"'<>]+)[\"']")


@dataclass(frozen=True)
class Merge:
    """One cell over several rows: its first and last row, and its column from 0."""

    first: int
    last: int
    column: int


@dataclass(frozen=True, eq=False)
class Sheet:
    """A sheet with any text: its rows with their numbers, merged cells, and notes."""

    records: Iterator[Record]
    merged: tuple[Merge, ...] = ()
    notes: tuple[Message, ...] = ()


def is_workbook(data: bytes) -> bool:
    """Say whether the bytes begin as a spreadsheet does (or another archive)."""
    return data.startswith((_ZIP, _OLE))


def read_workbook(data: bytes, max_bytes: int) -> dict[str, Sheet]:
    """Open the visible sheets that have rows; RefusedError when there is none to read.

    `max_bytes` is what a CSV file may have: the XML of a workbook may have a multiple of it.
    """
    copy, parts = _checked_copy(data, max_bytes * _XML_FACTOR)
    try:
        sheets = _filled(CalamineWorkbook.from_filelike(copy), parts)
    except CalamineError as error:
        raise RefusedError(later("workbook-damaged")) from error
    if not sheets:
        raise RefusedError(later("workbook-without-rows"))
    return sheets


def _checked_copy(data: bytes, max_bytes: int) -> tuple[io.BytesIO, dict[str, bytes]]:
    """Return a copy of the workbook that was looked through, and its XML parts by name."""
    if data.startswith(_OLE):
        raise RefusedError(later("workbook-locked" if _ENCRYPTED in data else "workbook-xls"))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_other_archives(archive)
            copy = repack(archive, len(data), max_bytes)
    except _UNREADABLE as error:
        raise RefusedError(later("workbook-damaged")) from error
    with zipfile.ZipFile(copy) as plain:
        parts = {name: plain.read(name) for name in plain.namelist()}
    refuse_vast(list(parts.values()), max_bytes)
    copy.seek(0)
    return copy, parts


def _refuse_other_archives(archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    if any(name.startswith("xl/") for name in names) and "xl/workbook.bin" not in names:
        return
    if "xl/workbook.bin" in names:
        raise RefusedError(later("workbook-xlsb"))
    if "mimetype" in names and "content.xml" in names:
        raise RefusedError(later("workbook-ods"))
    if "word/document.xml" in names:
        raise RefusedError(later("workbook-docx"))
    raise RefusedError(later("workbook-no-table"))


def _filled(book: CalamineWorkbook, parts: Mapping[str, bytes]) -> dict[str, Sheet]:
    """Open each visible sheet with any text; its rows are converted when they are asked for."""
    filled = {}
    for at, item in enumerate(book.sheets_metadata):
        if item.visible == SheetVisibleEnum.Visible and item.typ == SheetTypeEnum.WorkSheet:
            sheet = _open(book.get_sheet_by_name(item.name), unsaved_formulas(parts, at))
            sheet = replace(sheet, notes=(*sheet.notes, *_errors(errors_shown(parts, at))))
            if first := next(sheet.records, None):
                filled[item.name] = replace(sheet, records=chain([first], sheet.records))
    return filled


def _open(sheet: CalamineSheet, formulas: Mapping[tuple[int, int], str]) -> Sheet:
    # Rows are given from the sheet's first column with a cell on.
    (_, left), (bottom, _) = sheet.start or (0, 0), sheet.end or (0, 0)
    merged = tuple(
        Merge(first + 1, min(last, bottom) + 1, column - left)
        for (first, column), (last, _) in sheet.merged_cell_ranges or ()
        if last > first and column >= left
    )
    formulas = {(line, column - left): text for (line, column), text in formulas.items()}
    if sum(merge.last - merge.first for merge in merged) > _MOST_MERGED:
        raise RefusedError(later("workbook-merges-too-many"))
    notes = [] if not merged else [later("workbook-merged", count=len(merged))]
    if formulas:
        notes.append(later("workbook-unsaved", count=len(formulas)))
    return Sheet(_records(sheet, merged, formulas), merged, tuple(notes))


def _errors(shown: Mapping[str, int]) -> list[Message]:
    if not shown:
        return []
    told = written(fmt.unit_list, tuple(sorted(shown)))
    return [later("workbook-errors", count=sum(shown.values()), errors=told)]


def _records(
    sheet: CalamineSheet, merged: Iterable[Merge], formulas: Mapping[tuple[int, int], str]
) -> Iterator[Record]:
    """Yield the rows with any text; a merged cell's text stands in each of its rows."""
    spans: dict[int, list[Merge]] = {}
    for merge in merged:
        for line in range(merge.first, merge.last + 1):
            spans.setdefault(line, []).append(merge)
    held: dict[Merge, str] = {}
    for line, values in enumerate(sheet.iter_rows(), 1):
        cells = [_text(value) for value in values]
        if formulas:
            cells = [cell or formulas.get((line, at), "") for at, cell in enumerate(cells)]
        is_row = any(map(trim, cells))
        for merge in spans.get(line, ()):
            if merge.column < len(cells):
                cells[merge.column] = held.setdefault(merge, cells[merge.column])
        if is_row:
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
        is_day = value.time() == time.min
        return value.date().isoformat() if is_day else value.isoformat(" ", "seconds")
    return value.isoformat() if isinstance(value, date | time) else str(value)


def refuse_vast(parts: list[bytes], max_bytes: int) -> None:
    """Refuse a workbook, given its XML parts, whose cells or texts would fill the memory."""
    for rows, columns in map(_extent, parts):
        if rows * columns > MOST_CELLS:
            raise RefusedError(later("workbook-vast", row=rows, column=columns))
    if _shared_text(parts) > max_bytes:
        raise RefusedError(later("workbook-text-too-long"))


def _extent(part: bytes) -> tuple[int, int]:
    """Return the last row and column that a sheet can reach; never too few."""
    letters, numbers = {b""}, {b"0"}
    for place in _PLACE.finditer(part):
        letters.add(place[1])
        numbers.add(place[2][:10])
    rows = max(map(int, numbers)) + len(_UNPLACED_ROW.findall(part))
    return rows, max(map(_column, letters)) + _widest_unplaced(part)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:7].upper():
        number = number * 26 + letter - 64
    return number


def _widest_unplaced(part: bytes) -> int:
    if _UNPLACED.search(part) is None:
        return 0
    return max(len(_UNPLACED.findall(row)) for row in _ROW.split(part))


def _shared_text(parts: list[bytes]) -> int:
    """Return about how long all texts are once each cell has its own copy."""
    lengths = [len(text) for part in parts for text in _ITEM.split(part)[1:]]
    longest = max(lengths, default=0)
    referring = sum(len(_SHARED.findall(part)) for part in parts)
    if referring * longest < _HARMLESS:
        return 0
    used = Counter(int(found) for part in parts for found in _REFERENCE.findall(part))
    known = sum(lengths[at] * times for at, times in used.items() if at < len(lengths))
    return known + (referring - used.total()) * longest


def unsaved_formulas(parts: Mapping[str, bytes], sheet: int) -> dict[tuple[int, int], str]:
    """Return the formulas without a saved result, by row from 1 and column from 0.

    `sheet` is the sheet's place in the workbook.
    """
    part = parts.get(_part(parts, sheet), b"")
    found = {}
    for cell in _BARE.finditer(part) if b"<f" in part or b":f" in part else ():
        place = _PLACE.search(cell[1])
        if place and place[1] and not _TEXT.search(cell[1]):
            formula = "=" + html.unescape((cell[2] or b"").decode("utf-8", "replace"))
            found[int(place[2][:10]), _column(place[1]) - 1] = formula[:_LONGEST_FORMULA]
    return found


def errors_shown(parts: Mapping[str, bytes], sheet: int) -> Counter[str]:
    """Return what a sheet's cells show in place of a result, such as #REF!, and how often."""
    found = _ERROR.findall(parts.get(_part(parts, sheet), b""))
    return Counter(text.decode("utf-8", "replace") for text in found)


def _part(parts: Mapping[str, bytes], sheet: int) -> str:
    ids = _SHEET.findall(parts.get("xl/workbook.xml", b""))
    links = (dict(_SAID.findall(item)) for item in _LINK.findall(
        parts.get("xl/_rels/workbook.xml.rels", b"")))  # fmt: skip
    targets = {link.get(b"Id"): link.get(b"Target", b"") for link in links}
    target = targets.get(ids[sheet], b"").decode("utf-8", "replace") if sheet < len(ids) else ""
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
