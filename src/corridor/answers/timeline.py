"""When: the whole period by day, week, month or year, with the window of a filter in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

import pandas as pd

from corridor import packs, queries, schema
from corridor.answers.windows import Days, within
from corridor.filter import IncidentFilter
from corridor.store import Reader

# Trailing periods of the moving average: four weeks, two months, half a year, three years.
TRAILING: Final = {"day": 28, "week": 8, "month": 6, "year": 3}
# The most days shown round the window where periods are days or weeks.
LONGEST: Final = {"day": 400, "week": 2200}
_DEATHS: Final = tuple(f"fatalities_{name}" for name in ("low", "best", "high", "unknown"))


@dataclass(frozen=True, eq=False)
class Timeline:
    """Counts of the days `span`, of which a filter keeps `window`.

    `series` has the columns of `queries.timeline`, the primary series apart from the others.
    Within the window the primary series has `counted` incidents by group, the others have
    `others`: these are in no mean. `uncertain` are the incidents without an exact day (columns of
    `queries.uncertain_dates`), None where periods are so long that it does not matter.
    """

    period: str
    span: Days
    window: Days
    series: pd.DataFrame
    counted: dict[str, int]
    others: int
    uncertain: pd.DataFrame | None

    @property
    def incidents(self) -> int:
        """The incidents of all days of `span`."""
        return int(self.series["incidents"].sum())

    @schema.returns(period_start="DATE", incidents="INTEGER", mean="DOUBLE")
    def moving_average(self) -> pd.DataFrame:
        """Return the primary series' trailing mean: period_start, incidents, mean (or NaN)."""
        own = self.series["incidents"].where(~self.series["is_other"], 0)
        rows = self.series.assign(incidents=own)
        totals = rows.groupby("period_start", as_index=False)[["incidents"]].sum()
        return totals.assign(mean=totals["incidents"].rolling(TRAILING[self.period]).mean())

    @schema.returns(
        period_start="DATE", period_end="DATE", incidents="INTEGER", fatalities_low="BIGINT",
        fatalities_best="BIGINT", fatalities_high="BIGINT", fatalities_unknown="INTEGER",
    )  # fmt: skip
    def totals(self) -> pd.DataFrame:
        """Return the periods with incidents, all groups together, the newest first.

        Columns: period_start, period_end, incidents, fatalities_low, fatalities_best,
        fatalities_high (NaN where no incident states any), fatalities_unknown.
        """
        ends, counted = ["period_start", "period_end"], ["incidents", *_DEATHS]
        rows = self.series.groupby(ends, as_index=False)[counted].sum(min_count=1)
        return rows[rows["incidents"] > 0].iloc[::-1]


def timeline(
    store: Reader,
    chosen: IncidentFilter,
    period: str,
    stack: str,
    since: date | None = None,
    *,
    first_day: date | None = None,
) -> Timeline:
    """Count a filter's incidents over all days that the data cover, or around its window.

    `period` is one of `queries.PERIODS`, or "auto", which chooses it. Days and weeks are shown
    round the window. With `since` the days begin there, or with the window if that is earlier;
    without, they begin no earlier than on `first_day`, that of the country's first region unless
    told otherwise.
    """
    end = max(queries.last_day(store), chosen.date_to or date.min)
    if since is None:
        first = _first_year(store, chosen, first_day or packs.region().first_day)
        found = period if period in queries.PERIODS else queries.automatic_period(first, end)
        span = _span(chosen, (first, end), found)
    else:
        found, span = period, (min(since, chosen.date_from or since), end)
    shown = within(chosen, span)
    # A day that an incident may lie beside is seen where a period is short.
    uncertain = queries.uncertain_dates(store, shown) if found in LONGEST else None
    inside = queries.timeline(store, chosen, "year", stack, apart=True)
    is_other = inside["is_other"]
    counted = inside[~is_other].groupby("group")["incidents"].sum()
    return Timeline(
        found,
        span,
        (chosen.date_from or span[0], chosen.date_to or span[1]),
        queries.timeline(store, shown, found, stack, apart=True),
        {str(group): int(count) for group, count in counted.items()},
        int(inside.loc[is_other, "incidents"].sum()),
        uncertain,
    )


def _first_year(store: Reader, chosen: IncidentFilter, earliest: date) -> date:
    """Return the first day of the year in which a filter's first incident at any date was."""
    whole = queries.summary(store, replace(chosen, date_from=None, date_to=None))
    return max(whole.first_date or earliest, earliest).replace(month=1, day=1)


def _span(chosen: IncidentFilter, covered: Days, period: str) -> Days:
    first, last = covered
    begin, end = chosen.date_from or first, chosen.date_to or last
    if period not in LONGEST:
        return min(first, begin), max(last, end)
    longest = timedelta(days=LONGEST[period])
    around = max(timedelta(days=30), min(end - begin, longest) // 2)
    return max(begin - around, end - longest), end + around
