"""How many incidents a day, week, month or year: in a period, and in the years before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import pandas as pd

from corridor import packs, queries
from corridor.answers import windows
from corridor.answers.windows import DAYS, Days
from corridor.filter import IncidentFilter
from corridor.spans import Spans
from corridor.store import Reader

_LONGEST_MONTH: Final = 31
# So many months above the baseline in a row, up to the last one, are a level of their own.
A_RUN: Final = 3


@dataclass(frozen=True)
class Levels:
    """The measuring series' incidents on the covered days of a period and of the baseline.

    `window` reaches from the first covered day of the period to the last; it and `incidents` are
    None where nothing of it is covered. `covered` are its days, `is_cut` says that the period has
    others. `baseline_incidents` are those on `baseline_days` days of the baseline that are covered,
    None where none is: then there is no baseline. Of its `months` months that are covered whole
    `above` have more incidents than the mean month of the baseline; `above_since` is the first
    month of the run of such that reaches the last one, if it is three or longer. `thin_from` is the
    first day of the last weeks of the series, None where the period ends before.
    """

    series: str
    window: Days | None
    covered: Spans
    is_cut: bool
    incidents: int | None
    baseline: Days
    baseline_days: int
    baseline_incidents: int | None
    months: int = 0
    above: int = 0
    above_since: date | None = None
    thin_from: date | None = None

    def mean(self, period: str) -> float | None:
        """Return the incidents a day, week, month or year; None where nothing is covered."""
        return windows.mean(self.incidents, self.covered.days, period)

    def baseline_mean(self, period: str) -> float | None:
        """Return the incidents a day, week, month or year of the baseline; None without one."""
        return windows.mean(self.baseline_incidents, self.baseline_days, period)

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `levels --json`."""
        window = [day.isoformat() for day in self.window] if self.window else None
        return {
            "series": self.series,
            "window": window,
            "covered": [[day.isoformat() for day in pair] for pair in self.covered.pairs],
            "covered_days": self.covered.days,
            "is_cut": self.is_cut,
            "incidents": self.incidents,
            "mean": {period: self.mean(period) for period in DAYS},
            "baseline": [day.isoformat() for day in self.baseline],
            "baseline_days": self.baseline_days,
            "baseline_incidents": self.baseline_incidents,
            "baseline_mean": {period: self.baseline_mean(period) for period in DAYS},
            "months": self.months,
            "months_above": self.above,
            "above_since": self.above_since.isoformat() if self.above_since else None,
            "thin_from": self.thin_from.isoformat() if self.thin_from else None,
        }


def levels(store: Reader, chosen: IncidentFilter, baseline: Days | None = None) -> Levels:
    """Count the incidents of a filter's covered days, and of the baseline with the same filter.

    The baseline are the days that the filter compares with; where it says nothing, those that are
    given, else those of the country's first region. Provisional rows are in no baseline.
    """
    found = windows.compared(store, chosen)
    before = found.asked if found and chosen.compare else baseline or packs.region().baseline
    alone = windows.alone(chosen)
    spans = queries.covered(store, alone)
    days = spans.within(*before)
    covered = found.covered if found else Spans()
    (at_first,) = queries.measured_counts(store, alone, (days,))
    (incidents,) = queries.measured_counts(store, chosen, (covered,))
    counted = Levels(
        series=chosen.measuring,
        window=found.now if found else None,
        covered=covered,
        is_cut=bool(found and found.is_cut),
        incidents=incidents,
        baseline=before,
        baseline_days=days.days,
        baseline_incidents=at_first,
        thin_from=windows.thin_from(found, spans.last) if found else None,
    )
    mean = counted.baseline_mean("month")
    if found is None or mean is None:
        return counted
    rows = queries.timeline(store, windows.within(chosen, found.now), "month", "type")
    return replace(counted, **_above(rows[rows["beside"].isna()], mean))


def _above(rows: pd.DataFrame, mean: float) -> dict[str, Any]:
    """Count the months that are covered whole, and those of them above a mean."""
    lengths = (rows["period_end"] - rows["period_start"]).dt.days + 1
    whole = rows[rows["covered_days"] == lengths]
    totals = whole.groupby("period_start")["incidents"].sum()
    above = totals > mean
    # Months in a row that reach the last of the period that is covered whole.
    follows = pd.Series(above.index, above.index).diff().dt.days.le(_LONGEST_MONTH)
    joins = follows.shift(-1, fill_value=True) if len(above) else above
    run = int((above & joins)[::-1].cumprod().sum())
    since = pd.Timestamp(totals.index[-run]).date() if run >= A_RUN else None
    return {"months": len(above), "above": int(above.sum()), "above_since": since}
