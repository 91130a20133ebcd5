"""Incidents by month or day of each place of a filter, from the first day of the series on."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd

from corridor import queries, vocabulary
from corridor.answers.windows import THIN, within
from corridor.filter import IncidentFilter
from corridor.spans import Pair, Spans
from corridor.store import Reader


@dataclass(frozen=True, eq=False)
class Counts:
    """The measuring series' incidents up to the end of the last month, or 30 days, of a period.

    `last` are its days; `chosen` is the filter from the first day of the series to its end.
    `by_place` has a row for each month or day, by its first day, NaN where it is not covered whole;
    its columns are "" (all that the filter keeps) and the provinces, "" alone for one of them.
    """

    chosen: IncidentFilter
    last: Pair
    by_place: pd.DataFrame
    spans: Spans

    @property
    def is_thin(self) -> bool:
        """Say that it ends in the last weeks of the series: more of these is often coded later."""
        return self.spans.last is not None and self.last[1] > self.spans.last - THIN


def by_month(store: Reader, chosen: IncidentFilter) -> Counts | None:
    """Count by month; None where the last month of the filter's period is not covered whole."""
    return _counted(store, chosen, "month")


def by_day(store: Reader, chosen: IncidentFilter, days: int) -> Counts | None:
    """Count by day; None where the last days of the filter's period are not all covered."""
    return _counted(store, chosen, "day", days)


def of_month(store: Reader, chosen: IncidentFilter, days: Pair) -> dict[str, int]:
    """Count the places' incidents in a month that is covered."""
    row = _by_place(store, within(chosen, days), "month").iloc[-1]
    return {str(name): int(count) for name, count in row.items()}


def month_after(last: Pair) -> Pair:
    """Return the days of the month that follows one."""
    first = last[1] + timedelta(days=1)
    return first, _month_end(first)


def _counted(store: Reader, chosen: IncidentFilter, step: str, days: int = 0) -> Counts | None:
    spans = queries.covered(store, chosen)
    until = min(filter(None, (chosen.date_to, spans.last)), default=None)
    if until is None:
        return None
    last = (until - timedelta(days=days - 1), until) if days else _last_whole(until)
    is_before = chosen.date_from is not None and last[1] < chosen.date_from
    if is_before or not spans.is_whole(*last):
        return None
    every = replace(chosen, date_from=spans.first, date_to=last[1])
    return Counts(every, last, _by_place(store, every, step), spans)


def _by_place(store: Reader, chosen: IncidentFilter, step: str) -> pd.DataFrame:
    rows = queries.timeline(store, chosen, step, "province")
    rows = rows[rows["beside"].isna()]
    lengths = (rows["period_end"] - rows["period_start"]).dt.days + 1
    is_whole = (rows["covered_days"] == lengths).groupby(rows["period_start"]).all()
    counted = rows.pivot_table("incidents", "period_start", "group", "sum", observed=True)
    counted = counted.reindex(is_whole.index).fillna(0.0).astype(float)
    known = sorted(set(counted.columns) - {vocabulary.NOT_LOCATED})
    names = chosen.provinces or tuple(map(str, known))
    places = counted.reindex(columns=list(names), fill_value=0.0)
    if len(names) != 1:
        places.insert(0, "", counted.sum(axis="columns"))
    return places.where(is_whole)


def _last_whole(until: date) -> Pair:
    """Return the last month that ends on a day or before."""
    if until != _month_end(until):
        until = until.replace(day=1) - timedelta(days=1)
    return until.replace(day=1), until


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
