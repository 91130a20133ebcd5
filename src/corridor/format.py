"""How numbers and dates are written, on every page, in tooltips and on the command line.

All functions are pure. Blanks inside a figure are no-break spaces, so that a number never
parts from its sign, its unit or its bracket; ranges take an en dash, negatives a true minus.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date
from typing import Final

import pandas as pd

NBSP: Final = "\u00a0"
EN_DASH: Final = "\u2013"
MINUS: Final = "\u2212"
UNKNOWN: Final = "unknown"
# Under this many incidents on either side a percentage would be noise dressed as a figure.
LOW_BASE: Final = 5
_NUMBER_AND_UNIT: Final = re.compile(
    r"(?<=[0-9]) (?=(?:%|km|MB|s|days?|weeks?|months?|years?|times|January|February|March|April|May"
    r"|June|July|August|September|October|November|December)(?![A-Za-z]))"
)


def is_missing(value: object) -> bool:
    """Tell whether a single value is None, NaN, NaT or NA."""
    # Thousands of marks ask: the plain types are told apart without pandas.
    if value is None or isinstance(value, (str, int)):
        return value is None
    if isinstance(value, float):
        return math.isnan(value)
    return bool(pd.isna(value))  # type: ignore[call-overload]


def number(value: float | None, digits: int = 0) -> str:
    """Write a number with thousands separators: 2024 -> "2,024"; None or NaN -> "unknown"."""
    if value is None or is_missing(value):
        return UNKNOWN
    text = f"{value:,.{digits}f}" if math.isfinite(value) else ("∞" if value > 0 else "-∞")
    return text.replace("-", MINUS)


def plural(count: int, noun: str, many: str = "") -> str:
    """Write a count with its noun: "1 incident", "2,024 incidents"."""
    return f"{number(count)}{NBSP}{noun if count == 1 else many or noun + 's'}"


def percent(share: float | None, digits: int = 0) -> str:
    """Write a share of one as a percentage: 0.31 -> "31 %"."""
    if share is None or is_missing(share):
        return UNKNOWN
    return f"{number(100 * share, digits)}{NBSP}%"


def change_percent(now: float, before: float) -> str:
    """Write the relative change with its sign, "+31 %"; empty below the low base."""
    if min(now, before) < LOW_BASE:
        return ""
    share = (now - before) / before
    sign = "+" if share >= 0 else ""
    return f"{sign}{percent(share)}"


def signed_change(now: float, before: float) -> str:
    """Write a change against a base: (97, 74) -> "▲ 23 (+31 %)".

    Fewer than five on either side: the difference alone, no percentage.
    """
    if now == before:
        return f"{EN_DASH}{NBSP}unchanged"
    arrow = "▲" if now > before else "▼"
    relative = change_percent(now, before)
    bracket = f"{NBSP}({relative})" if relative else ""
    return f"{arrow}{NBSP}{number(abs(now - before))}{bracket}"


def signed(difference: float) -> str:
    """Write a difference with its sign: "+13", "−10", "0"."""
    return f"+{number(difference)}" if difference > 0 else number(difference)


def interval(low: float | None, high: float | None, digits: int = 2) -> str:
    """Write an interval: (0.84, 1.13) -> "0.84–1.13"; with a negative end "−0.17 to 0.51"."""
    if low is None or high is None or is_missing(low) or is_missing(high):
        return UNKNOWN
    joint = f"{NBSP}to{NBSP}" if min(low, high) < 0 else EN_DASH
    return f"{number(low, digits)}{joint}{number(high, digits)}"


def percent_interval(low: float | None, high: float | None) -> str:
    """Write an interval of shares: (0.36, 0.70) -> "36–70 %"."""
    if low is None or high is None or is_missing(low) or is_missing(high):
        return UNKNOWN
    return f"{interval(100 * low, 100 * high, 0)}{NBSP}%"


def fatality_range(low: float | None, best: float | None, high: float | None) -> str:
    """Write reported deaths: "3 (2–4)", "3" when all agree, "2–4" without a best count.

    Unknown is never written as 0.
    """
    bounds = [value for value in (low, high) if value is not None and not is_missing(value)]
    if best is None or is_missing(best):
        return _bounds(bounds) or UNKNOWN
    if all(value == best for value in bounds):
        return number(best)
    return f"{number(best)}{NBSP}({_bounds([*bounds, best])})"


def _bounds(values: list[float]) -> str:
    if not values:
        return ""
    low, high = min(values), max(values)
    return number(low) if low == high else interval(low, high, 0)


def killed(best: float | None, unknown: int = 0) -> str:
    """Say deaths in words: "12 killed", "12 killed, unknown for 2", "deaths unknown"."""
    if best is None or is_missing(best):
        return "deaths unknown"
    rest = f", unknown for{NBSP}{number(unknown)}" if unknown else ""
    return f"{number(best)}{NBSP}killed{rest}"


def day(moment: date | None) -> str:
    """Write a date as "1 Jul 2017"; a missing one as "unknown"."""
    if moment is None or is_missing(moment):
        return UNKNOWN
    return f"{moment.day}{NBSP}{moment:%b}{NBSP}{moment.year}"


def month(moment: date) -> str:
    """Write a month as "Jul 2017"."""
    return f"{moment:%b}{NBSP}{moment.year}"


def days(first: date | None, last: date | None) -> str:
    """Write a span of days as shortly as it can be: "17–18 Jun 2018", "30 Jun – 2 Jul 2018"."""
    if first is None or last is None or is_missing(first) or is_missing(last) or first == last:
        return day(first if not is_missing(first) else last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{EN_DASH}{day(last)}"
    start = day(first) if first.year != last.year else f"{first.day}{NBSP}{first:%b}"
    return f"{start}{NBSP}{EN_DASH}{NBSP}{day(last)}"


def together(text: str) -> str:
    """Keep the numbers of a written text with their units: "15 km", "20 %", "17 June"."""
    return _NUMBER_AND_UNIT.sub(NBSP, text)


def sentence_list(parts: Sequence[str]) -> str:
    """Join phrases: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
