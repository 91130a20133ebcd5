"""What the charts over time read from a series of periods."""

from __future__ import annotations

from datetime import date
from typing import Final

import pandas as pd

from corridor import vocabulary
from corridor.words import say

# A bar takes this share of its period.
BAR_SHARE: Final = 0.88
DAY_MS: Final = 86_400_000
# How Plotly writes the first day of a period.
_FIRST_DAY: Final = {"day": "%-d %b %Y", "week": "%-d %b %Y", "month": "%B %Y", "year": "%Y"}


def period_of(series: pd.DataFrame) -> str:
    """Tell the period of a series from its longest one: day, week, month or year."""
    longest = int(lengths(series).max())
    return next(
        name for name, limit in (("day", 1), ("week", 7), ("month", 31), ("year", 366))
        if longest <= limit
    )  # fmt: skip


def hover_head(series: pd.DataFrame) -> str:
    """Return how the head of the hover label writes a period."""
    period = period_of(series)
    first = _FIRST_DAY[period]
    return say("chart-week-of", day=first) if period == "week" else first


def groups_of(series: pd.DataFrame) -> list[str]:
    """Return the groups in drawing order: event types as in the vocabulary, others by size.

    Groups that are categories keep the order of these.
    """
    totals = series.dropna(subset="group").groupby("group", observed=True)["incidents"].sum()
    if isinstance(series["group"].dtype, pd.CategoricalDtype):
        return [str(name) for name in totals.index]
    ranks = {name: at for at, name in enumerate(vocabulary.EVENT_TYPES)}
    names = map(str, totals.index)
    return sorted(names, key=lambda name: (ranks.get(name, 99), -totals[name], name))


def tallest(series: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> float:
    """Return the tallest bar between two days."""
    starts = pd.to_datetime(series["period_start"])
    within = series[(pd.to_datetime(series["period_end"]) >= first)
                    & (starts <= last)]  # fmt: skip
    totals = within.groupby("period_start")["incidents"].sum()
    return float(totals.max()) if len(totals) else 0.0


def lengths(series: pd.DataFrame) -> pd.Series:
    """Return the days of each period."""
    spans = pd.to_datetime(series["period_end"]) - pd.to_datetime(series["period_start"])
    return spans.dt.days + 1


def slots(series: pd.DataFrame) -> tuple[list[float], list[float]]:
    """Return each bar's width and its distance from the period's start, in milliseconds."""
    wide = [float(days) * DAY_MS for days in lengths(series)]
    return [BAR_SHARE * ms for ms in wide], [(1 - BAR_SHARE) / 2 * ms for ms in wide]


def span_of(series: pd.DataFrame) -> tuple[date, date]:
    """Return the first day of a series and the day after its last."""
    first = pd.to_datetime(series["period_start"]).min()
    last = pd.to_datetime(series["period_end"]).max() + pd.Timedelta(days=1)
    return first.date(), last.date()


def top_of(series: pd.DataFrame) -> float:
    """Return the top of the axis: a little air over the tallest bar."""
    return float(series.groupby("period_start")["incidents"].sum().max()) * 1.06
