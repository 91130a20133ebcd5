"""Workbooks that are small as a file and vast in memory, refused before they are opened.

The library that reads them holds every cell between the first and the last used one, and one
copy of a shared text for every cell that refers to it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from corridor.ingest.report import RefusedError

MOST_CELLS: Final = 12_000_000
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


def refuse_vast(parts: list[bytes], max_bytes: int) -> None:
    """Refuse a workbook, given its XML parts, whose cells or texts would fill the memory."""
    for rows, columns in map(_extent, parts):
        if rows * columns > MOST_CELLS:
            raise RefusedError(
                f"The workbook reaches to row {rows:,} and column {columns:,}: most of it is "
                "empty, or too much to read. Copy the table into a new workbook, or save it as "
                "“CSV UTF-8”."
            )
    if _shared_text(parts) > max_bytes:
        raise RefusedError(
            "The cells of the workbook hold more text than is read. Split the table into smaller "
            "files."
        )


def _extent(part: bytes) -> tuple[int, int]:
    """Give the last row and column that a sheet can reach; never too few."""
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
    """Give about how long all texts are once each cell has its own copy."""
    lengths = [len(text) for part in parts for text in _ITEM.split(part)[1:]]
    longest = max(lengths, default=0)
    referring = sum(len(_SHARED.findall(part)) for part in parts)
    if referring * longest < _HARMLESS:
        return 0
    used = Counter(int(found) for part in parts for found in _REFERENCE.findall(part))
    known = sum(lengths[at] * times for at, times in used.items() if at < len(lengths))
    return known + (referring - used.total()) * longest
