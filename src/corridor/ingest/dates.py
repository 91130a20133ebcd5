"""ISO days only: what is wrong with another spelling, and which day it probably means."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final

EARLIEST: Final = date(1900, 1, 1)
# Day 0 of the serial dates of common spreadsheets.
SPREADSHEET_EPOCH: Final = date(1899, 12, 30)

_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ISO_LIKE: Final = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ].*)?")
_SERIAL: Final = re.compile(r"[0-9]{5}")
_NUMERIC: Final = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_LONGEST_DATE: Final = 20
_WITH_MONTH: Final = ("%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%B %d, %Y", "%b %d, %Y")
_WRITE: Final = "Write year-month-day, such as 2018-06-17."


def date_fault(text: str, today: date) -> str | None:
    """Say what is wrong with `text` as a day from 1900 to `today`; None when nothing is."""
    if _ISO.fullmatch(text) is None:
        return "not a date written year-month-day"
    moment = _iso(text)
    if moment is None:
        return "there is no such day"
    if moment > today:
        return "date in the future"
    return "date before 1900" if moment < EARLIEST else None


def suggested_date(text: str, today: date) -> str:
    """Say what to write instead of a date that `date_fault` refused."""
    if _ISO.fullmatch(text) is not None:
        return f"Write a day from 1900-01-01 to {today.isoformat()}, year-month-day."
    numeric = _NUMERIC.fullmatch(text)
    if numeric:
        return _numeric_advice(int(numeric[1]), int(numeric[2]), int(numeric[3]))
    moment = _probable(text)
    return _WRITE if moment is None else f"Write {moment.isoformat()} (year-month-day)."


def _numeric_advice(first: int, second: int, year: int) -> str:
    """Advise on 17/06/2018 (one reading) or 05/06/2018 (two, never guessed)."""
    readings = sorted(
        {day for day in (_day(year, second, first), _day(year, first, second)) if day}
    )
    if len(readings) == 1:
        return f"Write {readings[0].isoformat()} (year-month-day)."
    if not readings:
        return _WRITE
    return f"Write {readings[0].isoformat()} or {readings[1].isoformat()}, whichever is meant."


def _probable(text: str) -> date | None:
    like = _ISO_LIKE.fullmatch(text)
    if like:
        return _day(int(like[1]), int(like[2]), int(like[3]))
    if _SERIAL.fullmatch(text):
        return SPREADSHEET_EPOCH + timedelta(days=int(text))
    if len(text) > _LONGEST_DATE:
        return None
    return next((day for form in _WITH_MONTH if (day := _read(text, form))), None)


def _read(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 - a calendar day has no zone
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
