"""Days as people and programs write them; what can be read in two ways is asked, not guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from corridor import packs
from corridor.ingest.checks.months import month_number
from corridor.ingest.model.characters import plain_number
from corridor.ingest.model.mapping import DateOrder
from corridor.ingest.model.problem import Fault
from corridor.words import later

EARLIEST: Final = date(1900, 1, 1)
# Day 0 of the serial dates of common spreadsheets.
SPREADSHEET_EPOCH: Final = date(1899, 12, 30)
_LONGEST: Final = 60

_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# A time of day at the end, with its zone: the day is kept as it is written.
_TIME: Final = re.compile(
    r"(?:T|,?\s+)(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,9})?)?"
    r"(?:\s?(?:[AaPp]\.?[Mm]\.?|ص|م))?"
    r"(?:\s?\(?(?:Z|(?:UTC|GMT)(?:\s?[+-][0-9]{1,2}(?::?[0-9]{2})?)?|AST|[+-][0-9]{2}(?::?[0-9]{2})?)"
    r"\)?)?\Z"
)
# The same with its zone, in parts.
_ZONED: Final = re.compile(
    r"(?:T|\s)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})[0-9:.,]*\s?(?P<half>[AaPp]\.?[Mm]\.?)?\s?\(?"
    r"(?:(?P<name>Z|UTC|GMT|AST)\s?)?(?:(?P<side>[+-])(?P<hours>[0-9]{1,2})(?::?(?P<minutes>[0-9]{2}))?)?"
    r"\)?\Z"
)
# Arabia Standard Time: so many minutes before Greenwich.
_AST: Final = 180
_BREAK: Final = r"[\s\-/.,]+"
_ANY_YEAR: Final = r"(?:19|20)[0-9]{2}"
_YEAR: Final = r"(?P<year>[0-9]{4})"
_DAY: Final = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|ی)?"
_NAME: Final = r"(?P<name>[^\W\d_][^\d,]{0,30}?)"
_YEAR_FIRST: Final = re.compile(rf"{_YEAR}(?P<mark>[-/.])(?P<month>[0-9]{{1,2}})(?P=mark){_DAY}")
_COMPACT: Final = re.compile(rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})")
_SERIAL: Final = re.compile(r"([0-9]{5})(?:\.[0-9]{1,15})?")
_NUMERIC: Final = re.compile(rf"([0-9]{{1,2}})\s?([-/.])\s?([0-9]{{1,2}})\s?\2\s?{_YEAR}")
_SHORT: Final = re.compile(r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2}")
# A year, or a week or a month of it.
_NO_DAY: Final = re.compile(
    rf"{_ANY_YEAR}(?:[-/.][0-9]{{1,2}}|-?W[0-9]{{1,2}})?|[0-9]{{1,2}}[-/.]{_ANY_YEAR}"
)
_WEEKDAY: Final = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|السبت|ال[اأ]حد"
    r"|ال[اإ]ثنين|الثلاثاء|ال[اأ]ربعاء|الخميس|الجمعة)[,،]?\s*",
    re.IGNORECASE,
)
_NAMED: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_DAY}(?:{_BREAK})?{_NAME}(?:{_BREAK})?(?P<year>[0-9]{{4}}|[0-9]{{2}})",
        rf"{_NAME}{_BREAK}{_DAY}{_BREAK}{_YEAR}",
        rf"{_YEAR}{_BREAK}{_NAME}{_BREAK}{_DAY}",
    )
)
_NAMED_MONTH: Final = re.compile(rf"{_NAME}{_BREAK}{_ANY_YEAR}|{_ANY_YEAR}{_BREAK}(?P<after>\D+)")

_SETTLED: Final[dict[str | None, DateOrder]] = {"dmy": "dmy", "mdy": "mdy"}


@dataclass(frozen=True)
class DateFault(Fault):
    """Why a text is no day, what to write instead, and the days that it may mean."""

    readings: tuple[date, ...] = ()


_NOT_A_DATE: Final = DateFault(later("problem-not-a-date"), later("remedy-date"))
_NO_SUCH_DAY: Final = DateFault(later("problem-there-is-no-such-day"), later("remedy-date"))
_NO_DAY_GIVEN: Final = DateFault(
    later("problem-no-day-is-given"), later("remedy-first-and-last-day")
)
_TWO_DIGITS: Final = DateFault(
    later("problem-the-year-has-two-digits"), later("remedy-year-of-four-digits")
)
_FUTURE: Final = later("problem-date-in-the-future")
_BEFORE: Final = later("problem-date-before-1900")
_TWO_WAYS: Final = later("problem-day-and-month-in-two-ways")
_ORDERS: Final = {
    "dmy": later("problem-no-day-first-date"),
    "mdy": later("problem-no-month-first-date"),
    None: later("problem-day-first-or-month-first"),
}


def parse_date(text: str, today: date, order: DateOrder | None = None) -> date | DateFault:
    """Read a day from 1900 to `today` in any writing that has one meaning.

    `order` says whether the day or the month stands first in 05/06/2018; without it such a
    date is a fault. A time of day is left out.
    """
    if _ISO.fullmatch(text):
        found = _day(int(text[:4]), int(text[5:7]), int(text[8:]))
    else:
        found = _read(_plain(text), today, order)
    if isinstance(found, DateFault):
        return found
    if EARLIEST <= found <= today:
        return found
    ends = later("remedy-date-out-of-range", first=EARLIEST.isoformat(), last=today.isoformat())
    return DateFault(_FUTURE if found > today else _BEFORE, ends)


def zone_shift(text: str) -> int | None:
    """Return how many days later a moment is by the country's clock than as written: −1, 0 or 1.

    None where the text states no zone.
    """
    found = _ZONED.search(plain_number(text)) if len(text) <= _LONGEST else None
    if found is None or not (found["name"] or found["side"]):
        return None
    ahead = int(found["hours"] or 0) * 60 + int(found["minutes"] or 0)
    ahead = -ahead if found["side"] == "-" else ahead
    ahead += _AST if found["name"] == "AST" else 0
    half = (found["half"] or "").upper().replace(".", "")
    hour = int(found["hour"]) % 12 + (12 if half == "PM" else 0) if half else int(found["hour"])
    return (hour * 60 + int(found["minute"]) - ahead + 60 * packs.country().hours) // (24 * 60)


def date_order(
    texts: Iterable[str],
) -> Literal["dmy", "mdy", "ambiguous", "mixed"] | None:
    """Say in what order a file writes its numeric dates, from all texts of its date columns.

    A part above 12 is a day and decides. "ambiguous": none decides; "mixed": they contradict
    each other; None: no date needs an order (05/05/2018 does not).
    """
    orders = set(_orders(texts))
    if {"dmy", "mdy"} <= orders:
        return "mixed"
    return next((found for found in ("dmy", "mdy", "ambiguous") if found in orders), None)


def settled_order(texts: Iterable[str], chosen: DateOrder | None = None) -> DateOrder | None:
    """Return the order to hand to `parse_date`: the chosen one, else the one the file shows."""
    return chosen or _SETTLED.get(date_order(texts))


def _orders(texts: Iterable[str]) -> Iterator[Literal["dmy", "mdy", "ambiguous"]]:
    for text in texts:
        numeric = None if _ISO.fullmatch(text) else _NUMERIC.fullmatch(_plain(text))
        if numeric and (order := _shown_order(int(numeric[1]), int(numeric[3]))):
            yield order


def _shown_order(first: int, second: int) -> Literal["dmy", "mdy", "ambiguous"] | None:
    if 12 < first <= 31 and 1 <= second <= 12:
        return "dmy"
    if 12 < second <= 31 and 1 <= first <= 12:
        return "mdy"
    return "ambiguous" if first != second and 1 <= min(first, second) <= 12 else None


def _plain(text: str) -> str:
    """Return the text in Western digits, without the day of the week and a time of day."""
    if len(text) > _LONGEST:
        return ""
    plain = plain_number(text)
    week = _WEEKDAY.match(plain)
    return _TIME.sub("", plain[week.end() :] if week else plain)


def _read(text: str, today: date, order: DateOrder | None) -> date | DateFault:
    if found := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
        return _day(int(found["year"]), int(found["month"]), int(found["day"]))
    if serial := _SERIAL.fullmatch(text):
        return SPREADSHEET_EPOCH + timedelta(days=int(serial[1]))
    if numeric := _NUMERIC.fullmatch(text):
        return _read_numeric(int(numeric[1]), int(numeric[3]), int(numeric["year"]), order)
    if _SHORT.fullmatch(text):
        return _TWO_DIGITS
    return _read_named(text, today)


def _read_numeric(first: int, second: int, year: int, order: DateOrder | None) -> date | DateFault:
    by_order = {"dmy": _day(year, second, first), "mdy": _day(year, first, second)}
    readings = sorted({day for day in by_order.values() if isinstance(day, date)})
    if first == second or not readings:
        return by_order["dmy"]
    chosen = by_order[order] if order else None
    return chosen if isinstance(chosen, date) else _asked(readings, order)


def _asked(readings: list[date], order: DateOrder | None) -> DateFault:
    days = [day.isoformat() for day in readings]
    if len(days) == 2:
        mend = later("remedy-day-and-month", first=days[0], second=days[1])
        return DateFault(_TWO_WAYS, mend, tuple(readings))
    mend = later("remedy-day-or-month-first", day=days[0])
    return DateFault(_ORDERS[order], mend, tuple(readings))


def _read_named(text: str, today: date) -> date | DateFault:
    for form in _NAMED:
        if (found := form.fullmatch(text)) and (month := month_number(found["name"])):
            return _named_day(found["year"], month, int(found["day"]), today)
    if _is_span(text):
        return _NO_DAY_GIVEN
    return _NOT_A_DATE


def _is_span(text: str) -> bool:
    """Say whether a text is a year, or a week or a month of one."""
    named = _NAMED_MONTH.fullmatch(text)
    return bool(
        _NO_DAY.fullmatch(text) or (named and month_number(named["name"] or named["after"]))
    )


def _named_day(year: str, month: int, day: int, today: date) -> date | DateFault:
    """Return the day; two digits of a year are 1969 to 2068 (POSIX), but never in the future."""
    if len(year) == 4:
        return _day(int(year), month, day)
    found = _day(int(year) + (2000 if int(year) <= 68 else 1900), month, day)
    is_future = isinstance(found, date) and found > today
    return _day(int(year) + 1900, month, day) if is_future else found


def _day(year: int, month: int, day: int) -> date | DateFault:
    try:
        return date(year, month, day)
    except ValueError:
        return _NO_SUCH_DAY
