"""How numbers, dates and lists are written, on every page, in tooltips and on the command line.

The one formatter: its words are messages (`numbers.ftl`); its months, lists and signs are those of
the language that is spoken (CLDR, through Babel). Blanks inside a figure are no-break spaces, so
that a number never parts from its sign, its unit or its bracket; ranges take an en dash, negatives
a true minus.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Final

from babel.dates import format_date, get_month_names
from babel.lists import format_list
from babel.numbers import get_decimal_symbol, get_group_symbol

from corridor import words
from corridor.words import language, say
from corridor.words.languages import LANGUAGES

NBSP: Final = words.NBSP
EN_DASH: Final = "\u2013"
MINUS: Final = "\u2212"
# Under this many incidents on either side a percentage would be noise dressed as a figure.
LOW_BASE: Final = 5


def is_missing(value: object) -> bool:
    """Tell whether a single value is None, NaN, NaT or NA."""
    # Thousands of marks ask: the plain types are told apart without pandas.
    if value is None or isinstance(value, (str, int)):
        return value is None
    if isinstance(value, float):
        return math.isnan(value)
    import pandas as pd  # noqa: PLC0415  half a second that a command may never need

    return bool(pd.isna(value))  # type: ignore[call-overload]


def number(value: float | None, digits: int = 0) -> str:
    """Write a number with thousands separators: 2024 -> "2,024"; None or NaN -> "unknown"."""
    if value is None or is_missing(value):
        return say("unknown")
    text = f"{value:,.{digits}f}" if math.isfinite(value) else ("∞" if value > 0 else "-∞")
    return text.translate(_signs(language().code))


@cache
def _signs(code: str) -> dict[int, str]:
    """Return the signs of a language for those that Python writes into a number."""
    cldr = LANGUAGES[code].cldr
    return str.maketrans({",": get_group_symbol(cldr), ".": get_decimal_symbol(cldr), "-": MINUS})


def percent(share: float | None, digits: int = 0) -> str:
    """Write a share of one as a percentage: 0.31 -> "31 %"."""
    if share is None or is_missing(share):
        return say("unknown")
    return say("percent", share=number(100 * share, digits))


def change_percent(now: float, before: float, is_few: bool | None = None) -> str:
    """Write the relative change with its sign, "+31 %"; empty below the low base."""
    if min(now, before) < LOW_BASE if is_few is None else is_few:
        return ""
    return signed_percent((now - before) / before)


def signed_percent(share: float) -> str:
    """Write a relative change with its sign: 0.31 -> "+31 %"."""
    sign = "+" if share >= 0 else ""
    return f"{sign}{percent(share)}"


def signed_change(now: float, before: float, digits: int = 0, *, is_few: bool | None = None) -> str:
    """Write a change against a base: (97, 74) -> "▲ 23 (+31 %)".

    Fewer than five on either side: the difference alone, no percentage. For means somebody has to
    tell whether they are of so few.
    """
    if now == before:
        return say("unchanged")
    arrow = "▲" if now > before else "▼"
    relative = change_percent(now, before, is_few)
    bracket = f"{NBSP}({relative})" if relative else ""
    return f"{arrow}{NBSP}{number(abs(now - before), digits)}{bracket}"


def signed(difference: float, digits: int = 0) -> str:
    """Write a difference with its sign: "+13", "−10", "0"; "+1.3" with a digit."""
    return f"+{number(difference, digits)}" if difference > 0 else number(difference, digits)


def interval(low: float | None, high: float | None, digits: int = 2) -> str:
    """Write an interval: (0.84, 1.13) -> "0.84–1.13"; with a negative end "−0.17 to 0.51"."""
    if low is None or high is None or is_missing(low) or is_missing(high):
        return say("unknown")
    return say(
        "interval-below-zero" if min(low, high) < 0 else "interval",
        low=number(low, digits),
        high=number(high, digits),
    )


def percent_interval(low: float | None, high: float | None) -> str:
    """Write an interval of shares: (0.36, 0.70) -> "36–70 %"."""
    if low is None or high is None or is_missing(low) or is_missing(high):
        return say("unknown")
    return say("percent", share=interval(100 * low, 100 * high, 0))


def fatality_range(low: float | None, best: float | None, high: float | None) -> str:
    """Write reported deaths: "3 (2–4)", "3" when all agree, "2–4" without a best count.

    Unknown is never written as 0.
    """
    bounds = [value for value in (low, high) if value is not None and not is_missing(value)]
    if best is None or is_missing(best):
        return _bounds(bounds) or say("unknown")
    if all(value == best for value in bounds):
        return number(best)
    return say("best-and-range", best=number(best), range=_bounds([*bounds, best]))


def _bounds(values: list[float]) -> str:
    if not values:
        return ""
    low, high = min(values), max(values)
    return number(low) if low == high else interval(low, high, 0)


def killed(best: float | None, unknown: int = 0) -> str:
    """Say deaths in words: "12 killed", "12 killed, unknown for 2", "deaths unknown"."""
    if best is None or is_missing(best):
        return say("deaths-unknown")
    if unknown:
        return say("killed-and-unknown", count=number(best), unknown=number(unknown))
    return say("killed", count=number(best))


def day(moment: date | None) -> str:
    """Write a date as "1 Jul 2017"; a missing one as "unknown"."""
    if moment is None or is_missing(moment):
        return say("unknown")
    return _dated(moment, "d MMM y", language().code)


@lru_cache(maxsize=8192)  # a map writes the same days on thousands of marks
def _dated(moment: date, pattern: str, code: str) -> str:
    return format_date(moment, pattern, LANGUAGES[code].cldr).replace(" ", NBSP)


def month(moment: date) -> str:
    """Write a month as "Jul 2017"."""
    return _dated(moment, "MMM y", language().code)


def month_in_full(moment: date) -> str:
    """Write a month with its whole name: "July 2017"."""
    return format_date(moment, "MMMM y", language().cldr)


def day_and_month(moment: date) -> str:
    """Write a day without its year: "1 Jul"."""
    return _dated(moment, "d MMM", language().code)


def days(first: date | None, last: date | None) -> str:
    """Write a span of days as shortly as it can be: "17–18 Jun 2018", "30 Jun – 2 Jul 2018"."""
    if first is None or last is None or is_missing(first) or is_missing(last) or first == last:
        return day(first if not is_missing(first) else last)
    if (first.year, first.month) == (last.year, last.month):
        return say("days-of-a-month", first=str(first.day), last=day(last))
    start = day(first) if first.year != last.year else day_and_month(first)
    return say("days", first=start, last=day(last))


def years(first: date, last: date) -> str:
    """Write a span of whole years, "2010–2011" or "2010"; any other as `days` does."""
    if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return days(first, last)
    return str(first.year) if first.year == last.year else f"{first.year}{EN_DASH}{last.year}"


def together(text: str) -> str:
    """Keep the numbers of a written text with their units: "15 km", "20 %", "17 June"."""
    return _before_unit(language().code).sub(NBSP, text)


@cache
def _before_unit(code: str) -> re.Pattern[str]:
    """Match a blank between a number and a unit or a month of the language that is spoken."""
    months = get_month_names("wide", locale=LANGUAGES[code].cldr).values()
    units = "|".join(map(re.escape, [*say("units").split(), *months]))
    return re.compile(rf"(?<=[0-9]) (?=(?:{units})(?![^\W\d_]))")


def sentence_list(parts: Sequence[str]) -> str:
    """Join phrases: "a, b and c"."""
    return format_list(list(parts), locale=language().cldr_lists)


def unit_list(parts: Sequence[str]) -> str:
    """Join phrases that are no enumeration: "a, b, c"."""
    return format_list(list(parts), style="unit", locale=language().cldr_lists)


def either(parts: Sequence[str]) -> str:
    """Join alternatives: "a, b or c"."""
    return format_list(list(parts), style="or", locale=language().cldr_lists)


def quoted_list(texts: Sequence[str]) -> str:
    """List texts as they are written: "“a”, “b”"."""
    return unit_list([say("quoted", text=text) for text in texts])


def sentences(*said: object) -> str:
    """Put sentences one after another; what is empty is left out."""
    return " ".join(filter(None, map(str, said)))
