"""How many incidents a day, week, month or year: in a period, and in the years before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

import pandas as pd

from corridor import packs, queries
from corridor.answers import windows
from corridor.answers.windows import Days
from corridor.filter import IncidentFilter
from corridor.store import Reader

DAYS: Final = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}
# So many months above the baseline in a row, up to the last one, are a level of their own.
A_RUN: Final = 3


@dataclass(frozen=True)
class Levels:
    """The primary series' incidents in the covered part of a period and in the baseline.

    `window` and `incidents` are None where nothing of the period is covered. Of its `months`
    whole months `above` have more incidents than the mean month of the baseline; `above_since` is
    the first month of the run of such that reaches the last one, if it is three or longer.
    """

    window: Days | None
    incidents: int | None
    baseline: Days
    baseline_incidents: int
    months: int = 0
    above: int = 0
    above_since: date | None = None

    def mean(self, period: str) -> float | None:
        """Return the incidents a day, week, month or year; None where nothing is covered."""
        if self.window is None or self.incidents is None:
            return None
        return _mean(self.incidents, self.window, period)

    def baseline_mean(self, period: str) -> float:
        """Return the incidents a day, week, month or year of the baseline."""
        return _mean(self.baseline_incidents, self.baseline, period)

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `levels --json`."""
        window = [day.isoformat() for day in self.window] if self.window else None
        return {
            "window": window,
            "incidents": self.incidents,
            "mean": {period: self.mean(period) for period in DAYS},
            "baseline": [day.isoformat() for day in self.baseline],
            "baseline_incidents": self.baseline_incidents,
            "baseline_mean": {period: self.baseline_mean(period) for period in DAYS},
            "months": self.months,
            "months_above": self.above,
            "above_since": self.above_since.isoformat() if self.above_since else None,
        }


def levels(store: Reader, chosen: IncidentFilter, baseline: Days | None = None) -> Levels:
    """Count the incidents of a filter's covered days, and of the baseline with the same filter.

    Unless told otherwise the baseline is that of the country's first region.
    """
    found = windows.compared(store, chosen)
    before = baseline or packs.region().baseline
    at_first = queries.primary_figures(store, windows.within(chosen, before)).incidents
    if found is None:
        return Levels(None, None, before, at_first)
    counted = Levels(found.now, queries.primary_figures(store, chosen).incidents, before, at_first)
    months = _whole_months(*found.now)
    if months is None:
        return counted
    asked = replace(windows.within(chosen, months), sources=(packs.series().code,))
    rows = queries.timeline(store, asked, "month", "type")
    totals = rows.groupby("period_start")["incidents"].sum()
    return replace(counted, **_above(totals, counted.baseline_mean("month")))


def _above(totals: pd.Series, mean: float) -> dict[str, Any]:
    above = totals > mean
    run = int(above[::-1].cumprod().sum())
    since = pd.Timestamp(totals.index[-run]).date() if run >= A_RUN else None
    return {"months": len(above), "above": int(above.sum()), "above_since": since}


def _mean(incidents: int, days: Days, period: str) -> float:
    return incidents * DAYS[period] / ((days[1] - days[0]).days + 1)


def _whole_months(first: date, last: date) -> Days | None:
    start = first if first.day == 1 else (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    following = last + timedelta(days=1)
    end = following.replace(day=1) - timedelta(days=1)
    return (start, end) if start < end else None
