"""What the XML of a workbook tells before it is opened: its size in memory, formulas gone wrong.

The library that reads them holds every cell between the first and the last used one, and one
copy of a shared text for every cell that refers to it.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from corridor.ingest.model.report import RefusedError
from corridor.words import later

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


def refuse_vast(parts: list[bytes], max_bytes: int) -> None:
    """Refuse a workbook, given its XML parts, whose cells or texts would fill the memory."""
    for rows, columns in map(_extent, parts):
        if rows * columns > MOST_CELLS:
            raise RefusedError(later("workbook-vast", row=rows, column=columns))
    if _shared_text(parts) > max_bytes:
        raise RefusedError(later("workbook-text-too-long"))


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
