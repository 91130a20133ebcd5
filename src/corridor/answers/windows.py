"""The days of a filter that the measuring series covers, and those that they are compared with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from corridor import queries
from corridor.analysis.comparison import Windows, windows
from corridor.filter import IncidentFilter
from corridor.spans import Pair
from corridor.store import Reader

Days = Pair
# How many days a mean is of.
DAYS: Final = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}
# What happened in the last weeks of a series is often coded in its next release.
THIN: Final = timedelta(days=42)


def compared(store: Reader, chosen: IncidentFilter) -> Windows | None:
    """Return the windows that a filter's period is compared with; None where nothing is covered."""
    days = queries.covered(store, chosen)
    return windows(chosen.date_from, chosen.date_to, days, chosen.compare)


def alone(chosen: IncidentFilter) -> IncidentFilter:
    """Return a filter for the measuring series without the one that continues it."""
    return replace(chosen, series=chosen.measuring if chosen.continuation else chosen.series)


def thin_from(found: Windows, last: date | None) -> date | None:
    """Return the first of the last weeks of a series, of which the period has days; else None.

    `last` is the last day of the series.
    """
    begins = last - THIN + timedelta(days=1) if last else None
    return begins if begins and found.now[1] >= begins else None


def mean(count: float | None, days: int, period: str) -> float | None:
    """Return a count of some days as a mean of one of `DAYS`; None where there is none."""
    return count * DAYS[period] / days if count is not None and days else None


def within(chosen: IncidentFilter, days: Days) -> IncidentFilter:
    """Return a filter for other days."""
    return replace(chosen, date_from=days[0], date_to=days[1])


def as_json(found: Windows | None) -> dict[str, Any] | None:
    """Return the windows as ISO days; None where nothing of the period is covered."""
    if found is None:
        return None
    return {
        "now": _iso(found.now),
        "days": found.days,
        "covered": [_iso(pair) for pair in found.covered.pairs],
        "is_cut": found.is_cut,
        "compared_with": {
            "choice": found.choice,
            "asked": _iso(found.asked),
            "days": found.others.days,
            "covered": [_iso(pair) for pair in found.others.pairs],
            "is_by_mean": found.is_by_mean,
            "shared_days": found.shared_days,
        },
        "year_before": _iso(found.year_before),
    }


def _iso(days: Days | None) -> list[str] | None:
    return [day.isoformat() for day in days] if days else None
