"""When incidents happened."""

from __future__ import annotations

from datetime import date
from typing import Final

import pandas as pd

from corridor import schema, vocabulary
from corridor.filter import IncidentFilter
from corridor.queries.spans import covered
from corridor.queries.statements import ask_filtered
from corridor.store import Reader

PERIODS: Final = ("day", "week", "month", "year")
STACKS: Final = ("type", "province", "actor")
# What is too many for one bar, but not for a chart each.
GROUPS: Final = (*STACKS, "district")
_COUNTS: Final = (
    "incidents", "fatalities_low", "fatalities_best", "fatalities_high", "fatalities_unknown",
)  # fmt: skip
_STEPS: Final = {"day": "D", "week": "W-MON", "month": "MS", "year": "YS"}


@schema.returns(
    period_start="DATE", period_end="DATE", covered_days="INTEGER", group="VARCHAR",
    beside="VARCHAR", is_provisional="BOOLEAN", incidents="INTEGER", fatalities_low="BIGINT",
    fatalities_best="BIGINT", fatalities_high="BIGINT", fatalities_unknown="INTEGER",
)  # fmt: skip
def timeline(store: Reader, chosen: IncidentFilter, period: str, stack: str) -> pd.DataFrame:
    """Count incidents by period and group, with a row for every period in between.

    Columns: period_start, period_end (dates, inclusive), covered_days (those of the filter within
    it that the measuring series covers), group, beside (None for the measuring series, else who
    alone tells these: see `Summary.beside`), is_provisional, incidents, fatalities_low,
    fatalities_best, fatalities_high (NULL where incidents state none), fatalities_unknown.
    A period of which the measuring series tells nothing has one row with group None, 0 incidents
    and 0 deaths, or NULL where it covers no day of it.
    Raises ValueError for an unknown period or stack.
    """
    if period not in PERIODS or stack not in GROUPS:
        raise ValueError(f"period is one of {PERIODS}, stack one of {GROUPS}")
    counted = ask_filtered(
        store, "timeline", chosen, period=period, stack=stack, not_located=vocabulary.NOT_LOCATED
    )
    counted["period_start"] = pd.to_datetime(counted["period_start"])
    starts = _starts(chosen, counted, period)
    own, others = (
        counted[is_of] for is_of in (counted["beside"].isna(), counted["beside"].notna())
    )
    # Each period has a row of the measuring series.
    rows = starts.to_frame(name="period_start").merge(own, how="left", on="period_start")
    ends = _ends(starts, period)
    rows = pd.concat([rows, others]) if len(others) else rows
    rows = rows.sort_values("period_start", kind="stable", ignore_index=True)
    rows.insert(1, "period_end", ends.reindex(rows["period_start"]).array)
    rows.insert(2, "covered_days", _covered_days(store, chosen, rows))
    # On covered days without an incident each count is 0.
    is_quiet = rows["incidents"].isna() & (rows["covered_days"] > 0)
    for name in _COUNTS:
        rows[name] = rows[name].astype("Int64").mask(is_quiet, 0)
    rows["is_provisional"] = rows["is_provisional"].eq(True)  # unknown where nothing happened
    for name in ("group", "beside"):
        rows[name] = rows[name].astype(object).where(rows[name].notna(), None)
    return rows


@schema.returns(group="VARCHAR", beside="VARCHAR", is_provisional="BOOLEAN", incidents="INTEGER")
def by_group(store: Reader, chosen: IncidentFilter, stack: str) -> pd.DataFrame:
    """Count incidents by group, at whatever time: the columns are those of `timeline`."""
    return ask_filtered(store, "by_group", chosen, stack=stack, not_located=vocabulary.NOT_LOCATED)


def _covered_days(store: Reader, chosen: IncidentFilter, rows: pd.DataFrame) -> pd.Series:
    """Count of each period the days of the filter that the measuring series covers."""
    spans = covered(store, chosen).within(chosen.date_from or date.min, chosen.date_to or date.max)
    total = pd.Series(0, index=rows.index)
    for first, last in spans.pairs if len(rows) else ():
        begin, end = pd.Timestamp(first), pd.Timestamp(last)
        begins = rows["period_start"].where(rows["period_start"] > begin, begin)
        ends = rows["period_end"].where(rows["period_end"] < end, end)
        total += ((ends - begins).dt.days + 1).clip(lower=0)
    return total


def period_of(day: date, period: str) -> tuple[date, date]:
    """Return the first and the last day of the day, week (from Monday), month or year of a day."""
    found = pd.Period(day, {"day": "D", "week": "W-SUN", "month": "M", "year": "Y"}[period])
    return found.start_time.date(), found.end_time.date()


def automatic_period(first: date, last: date) -> str:
    """Choose day, week, month or year so that some 20 to 150 bars are drawn."""
    days = (last - first).days
    limits = {45: "day", 400: "week", 18 * 366: "month"}
    return next((period for limit, period in limits.items() if days <= limit), "year")


@schema.returns("incident_id", "event_date", "event_date_end", "date_precision")
def uncertain_dates(store: Reader, chosen: IncidentFilter) -> pd.DataFrame:
    """Return incidents whose day is not exact or that span days.

    Columns: incident_id, event_date, event_date_end, date_precision.
    """
    return ask_filtered(store, "uncertain_dates", chosen)


def _starts(chosen: IncidentFilter, counted: pd.DataFrame, period: str) -> pd.DatetimeIndex:
    if counted.empty and None in (chosen.date_from, chosen.date_to):
        return pd.DatetimeIndex([])
    first = chosen.date_from or counted["period_start"].min()
    last = chosen.date_to or counted["period_start"].max()
    begin = _floor(pd.Timestamp(first), period)
    return pd.date_range(begin, pd.Timestamp(last), freq=_STEPS[period])


def _floor(moment: pd.Timestamp, period: str) -> pd.Timestamp:
    if period == "week":
        return moment - pd.Timedelta(days=moment.weekday())
    kept = {"day": moment, "month": moment.replace(day=1), "year": moment.replace(month=1, day=1)}
    return kept[period]


def _ends(starts: pd.DatetimeIndex, period: str) -> pd.Series:
    """Return the last day of each period, by its first."""
    if starts.empty:
        return pd.Series(starts, index=starts)
    following = starts[1:].append(pd.date_range(starts[-1], periods=2, freq=_STEPS[period])[1:])
    return pd.Series(following - pd.Timedelta(days=1), index=starts)
