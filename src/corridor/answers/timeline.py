"""When: the whole period by day, week, month or year, with the window of a filter in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

import pandas as pd

from corridor import packs, queries, schema
from corridor.answers.windows import Days, within
from corridor.filter import IncidentFilter
from corridor.spans import Spans
from corridor.store import Reader

# Trailing periods of the moving average: four weeks, two months, half a year, three years.
TRAILING: Final = {"day": 28, "week": 8, "month": 6, "year": 3}
# The most days shown round the window where periods are days or weeks.
LONGEST: Final = {"day": 400, "week": 2200}
_DEATHS: Final = tuple(f"fatalities_{name}" for name in ("low", "best", "high", "unknown"))


@dataclass(frozen=True, eq=False)
class Timeline:
    """Counts of the days `span`, of which a filter keeps `window`.

    `rows` has the columns of `queries.timeline`: the measuring series `series`, and apart what
    others alone tell. Within the window the measuring series has `counted` incidents by group,
    `provisional` of them of a series that continues it; `beside` are those of others by who tells
    them: these are in no mean and no bar. `covered` are the days of `span` that the measuring
    series covers. `uncertain` are its incidents without an exact day (columns of
    `queries.uncertain_dates`), None where periods are so long that it does not matter.
    """

    series: str
    period: str
    span: Days
    window: Days
    rows: pd.DataFrame
    covered: Spans
    counted: dict[str, int]
    provisional: int
    beside: dict[str, int]
    uncertain: pd.DataFrame | None

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was on any day of `span`, measured or beside."""
        return not self.rows["incidents"].sum()

    @property
    def measured(self) -> pd.DataFrame:
        """The rows of the measuring series."""
        return self.rows[self.rows["beside"].isna()]

    @property
    def uncovered(self) -> tuple[Days, ...]:
        """The days of `span` that the measuring series does not cover, each with its last."""
        return self.covered.outside(*self.span).pairs

    def around(self, chosen: IncidentFilter) -> IncidentFilter:
        """Return a filter for all days that are drawn, whatever its own: a selection's, say."""
        return within(chosen, self.span)

    @schema.returns(period_start="DATE", incidents="INTEGER", mean="DOUBLE")
    def moving_average(self) -> pd.DataFrame:
        """Return the measuring series' trailing mean: period_start, incidents, mean (or NaN).

        A mean divides the incidents by the covered part of its periods; it is NaN where one of them
        is not covered at all.
        """
        rows = self.measured.assign(length=_lengths(self.measured))
        totals = rows.groupby("period_start", as_index=False).agg(
            incidents=("incidents", _total), covered=("covered_days", "first"),
            length=("length", "first"),
        )  # fmt: skip
        trailing = TRAILING[self.period]
        part = (totals["covered"] / totals["length"]).where(totals["covered"] > 0)
        counted = totals["incidents"].astype("float").where(totals["covered"] > 0)
        mean = counted.rolling(trailing).sum() / part.rolling(trailing).sum()
        return totals[["period_start", "incidents"]].assign(mean=mean)

    @schema.returns(
        period_start="DATE", period_end="DATE", incidents="INTEGER", fatalities_low="BIGINT",
        fatalities_best="BIGINT", fatalities_high="BIGINT", fatalities_unknown="INTEGER",
    )  # fmt: skip
    def totals(self) -> pd.DataFrame:
        """Return the periods with incidents of the measuring series, the newest first.

        Columns: period_start, period_end, incidents, fatalities_low, fatalities_best,
        fatalities_high (NaN where no incident states any), fatalities_unknown.
        """
        ends, counted = ["period_start", "period_end"], ["incidents", *_DEATHS]
        rows = self.measured.groupby(ends, as_index=False)[counted].sum(min_count=1)
        return rows[rows["incidents"].fillna(0) > 0].iloc[::-1]


def _lengths(rows: pd.DataFrame) -> pd.Series:
    return (rows["period_end"] - rows["period_start"]).dt.days + 1


def _total(counts: pd.Series) -> Any:
    return counts.sum(min_count=1)


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
    end = max(_last_day(store, chosen), chosen.date_to or date.min)
    if since is None:
        first = _first_year(store, chosen, first_day or packs.region().first_day)
        found = period if period in queries.PERIODS else queries.automatic_period(first, end)
        span = _span(chosen, (first, end), found)
    else:
        found, span = period, (min(since, chosen.date_from or since), end)
    shown = within(chosen, span)
    inside = queries.by_group(store, chosen, stack)
    own, others = (inside[is_of] for is_of in (inside["beside"].isna(), inside["beside"].notna()))
    return Timeline(
        series=chosen.measuring,
        period=found,
        span=span,
        window=(chosen.date_from or span[0], chosen.date_to or span[1]),
        rows=queries.timeline(store, shown, found, stack),
        covered=queries.covered(store, chosen).within(*span),
        counted=_sums(own, "group"),
        provisional=int(own.loc[own["is_provisional"], "incidents"].sum()),
        beside=_sums(others, "beside"),
        # A day that an incident may lie beside is seen where a period is short.
        uncertain=queries.uncertain_dates(store, shown) if found in LONGEST else None,
    )


def bars_within(first: date, last: date, period: str) -> Days:
    """Return the days of the bars of which more than half lies in some days; else the first's own.

    `period` is one of `queries.PERIODS`.
    """
    begin, end = (queries.period_of(day, period) for day in (first, last))
    middle, end_middle = (days[0] + (days[1] - days[0]) / 2 for days in (begin, end))
    from_day = begin[0] if first <= middle else begin[1] + timedelta(days=1)
    to_day = end[1] if last >= end_middle else end[0] - timedelta(days=1)
    return (from_day, to_day) if from_day <= to_day else begin


def _sums(rows: pd.DataFrame, by: str) -> dict[str, int]:
    counted = rows.groupby(by)["incidents"].sum()
    return {str(name): int(count) for name, count in counted.items()}


def _last_day(store: Reader, chosen: IncidentFilter) -> date:
    """Return the last day that the measuring series covers, or that of an incident after it."""
    days = queries.known_days(store, chosen)
    return max(days.series_last, days.last_day)


def _first_year(store: Reader, chosen: IncidentFilter, earliest: date) -> date:
    """Return the first day of the year of the measuring series' first incident at any date."""
    first = queries.first_day(store, replace(chosen, date_from=None, date_to=None))
    return max(first or earliest, earliest).replace(month=1, day=1)


def _span(chosen: IncidentFilter, covered: Days, period: str) -> Days:
    first, last = covered
    begin, end = chosen.date_from or first, chosen.date_to or last
    if period not in LONGEST:
        return min(first, begin), max(last, end)
    longest = timedelta(days=LONGEST[period])
    around = max(timedelta(days=30), min(end - begin, longest) // 2)
    return max(begin - around, end - longest), end + around
