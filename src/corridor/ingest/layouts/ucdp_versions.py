"""How UCDP numbers its files: GED 25.1 covers the years to 2024, Candidate 26.0.3 March 2026.

A release X.1 states all that UCDP has of the years before 20X. Candidate events come by months:
X.0.Y is month Y of 20X, and 26.01.26.03 (or 26.01-26.03) are the months from one to the other.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final

from corridor.ingest.model.versions import Days, Versions

_CENTURY: Final = 2000
_RELEASE: Final = re.compile(r"([0-9]{2})\.([1-9])")
_MONTH: Final = re.compile(r"([0-9]{2})\.0\.(1[0-2]|[1-9])")
_MONTHS: Final = re.compile(r"([0-9]{2})\.(0[1-9]|1[0-2])[.-]([0-9]{2})\.(0[1-9]|1[0-2])")
_ALONE: Final = r"(?<![0-9]){}(?![0-9])"
# Most telling first. Names part the numbers by a point, a line or nothing: ged251.
_IN_NAMES: Final = tuple(
    (re.compile(_ALONE.format(pattern)), said)
    for pattern, said in (
        (r"([0-9]{2})[._-](0[1-9]|1[0-2])[._-]([0-9]{2})[._-](0[1-9]|1[0-2])", "{}.{}.{}.{}"),
        (r"([0-9]{2})[._-]0[._-](1[0-2]|[1-9])", "{}.0.{}"),
        (r"([0-9]{2})[._-]([1-9])", "{}.{}"),
    )
)
_RUN_TOGETHER: Final = re.compile(r"(?i)ged([0-9]{2})([1-9])(?![0-9])")


def named(file_name: str) -> str:
    """Return the version that a file's name tells: "GEDEvent_v25_1.csv" is 25.1, "" without one."""
    for pattern, said in _IN_NAMES:
        if found := pattern.search(file_name):
            return said.format(*found.groups())
    found = _RUN_TOGETHER.search(file_name)
    return "{}.{}".format(*found.groups()) if found else ""


def _years(version: str, rows: Days) -> Days:
    """Cover whole years: from that of the first row to the one before the version's.

    Without a version a file may be a part of one: it covers no more than the days of its rows.
    """
    found = _RELEASE.fullmatch(version)
    if found is None:
        return rows
    return date(rows[0].year, 1, 1), date(_CENTURY + int(found[1]) - 1, 12, 31)


def _months(version: str, rows: Days) -> Days:
    """Cover whole months: those of the version, without one those of the rows."""
    if found := _MONTH.fullmatch(version):
        year, month = _CENTURY + int(found[1]), int(found[2])
        return _from_to(year, month, year, month)
    if found := _MONTHS.fullmatch(version):
        first, month, last, to_month = map(int, found.groups())
        return _from_to(_CENTURY + first, month, _CENTURY + last, to_month)
    first_row, last_row = rows
    return _from_to(first_row.year, first_row.month, last_row.year, last_row.month)


def _from_to(year: int, month: int, to_year: int, to_month: int) -> Days:
    return date(year, month, 1), date(to_year, to_month, monthrange(to_year, to_month)[1])


GED: Final = Versions(named, _years, _RELEASE, "25.1")
CANDIDATE: Final = Versions(
    named, _months, re.compile(f"{_MONTH.pattern}|{_MONTHS.pattern}"), "26.0.3"
)
