"""What a period is compared with: one beside it, or any days that somebody writes."""

from __future__ import annotations

import re
from typing import Final

import pandas as pd

from corridor.spans import Pair
from corridor.words import numbers as fmt
from corridor.words import say

# The equal period before, and the same days a year earlier.
PREVIOUS: Final = "previous"
YEAR_BEFORE: Final = "year-before"
COMPARISONS: Final = (PREVIOUS, YEAR_BEFORE)
# A year, a month or a day, as ISO 8601 writes them, in the years that a calendar here has.
_PART: Final = r"((?:19|20|21)\d\d(?:-\d\d(?:-\d\d)?)?)"
_BETWEEN: Final = r"\s*(?:/|\.\.|–|\s-\s|\bto\b)\s*"
_SPAN: Final = re.compile(f"{_PART}(?:{_BETWEEN}{_PART})?")
_YEARS: Final = re.compile(r"(\d{4})-(\d{4})")


def period_of(text: str) -> Pair | None:
    """Return the days that a text means: "2017", "2017-06", "2010–2011", "2017-01-15/2017-03-02".

    Both days are within; None for what is no period, and for one that runs backwards.
    """
    found = _SPAN.fullmatch(_YEARS.sub(r"\1/\2", text.strip()))
    if found is None:
        return None
    try:
        first, last = (pd.Period(part) for part in (found[1], found[2] or found[1]))
    except ValueError:  # such as month 13
        return None
    days = first.start_time.date(), last.end_time.date()
    return days if days[0] <= days[1] else None


def comparison_of(text: str) -> str:
    """Return the value of a choice: one of `COMPARISONS`, an ISO interval of days, or ""."""
    plain = text.strip().casefold().replace(" ", "-")
    if plain in COMPARISONS:
        return plain
    days = period_of(text)
    return f"{days[0].isoformat()}/{days[1].isoformat()}" if days else ""


def comparison_text(value: str) -> str:
    """Write a choice as an address carries it: "year-before", "2010–2011", "2017-06"."""
    days = period_of(value)
    if days is None:
        return value
    first, last = (_shortest(days, position) for position in (0, 1))
    if first == last:
        return first
    return f"{first}–{last}" if first.isdigit() else f"{first}/{last}"


def comparison_name(value: str) -> str:
    """Name what a choice compares with: "the year before", "2010–2011", "15 Jan – 2 Mar 2017"."""
    days = period_of(value)
    return fmt.years(*days) if days else say(f"comparison-{value or PREVIOUS}")


def _shortest(days: Pair, position: int) -> str:
    """Write one end of a period no longer than the other, and than both need."""
    for frequency in ("Y", "M"):
        first, last = (pd.Period(day, frequency) for day in days)
        if (first.start_time.date(), last.end_time.date()) == days:
            return str((first, last)[position])
    return days[position].isoformat()
