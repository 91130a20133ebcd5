"""When incidents happened."""

from __future__ import annotations

from datetime import date
from typing import Final

import pandas as pd

from corridor import schema, vocabulary
from corridor.filter import IncidentFilter
from corridor.queries.statements import ask_filtered
from corridor.store import Reader

PERIODS: Final = ("day", "week", "month", "year")
STACKS: Final = ("type", "province", "actor")
_STEPS: Final = {"day": "D", "week": "W-MON", "month": "MS", "year": "YS"}


@schema.returns(
    period_start="DATE", period_end="DATE", group="VARCHAR", incidents="INTEGER",
    fatalities_low="BIGINT", fatalities_best="BIGINT", fatalities_high="BIGINT",
    fatalities_unknown="INTEGER",
)  # fmt: skip
def timeline(
    store: Reader, chosen: IncidentFilter, period: str, stack: str, *, apart: bool = False
) -> pd.DataFrame:
    """Count incidents by period and group, with a row for every period in between.

    Columns: period_start, period_end (dates, inclusive), group, incidents, fatalities_low,
    fatalities_best, fatalities_high (NULL where no incident states any), fatalities_unknown.
    A period without incidents has one row with group None and 0 incidents. `apart` counts the
    primary series and all others in rows of their own, told by a column `is_other`.
    Raises ValueError for an unknown period or stack.
    """
    if period not in PERIODS or stack not in STACKS:
        raise ValueError(f"period is one of {PERIODS}, stack one of {STACKS}")
    counted = ask_filtered(
        store, "timeline", chosen, period=period, stack=stack, apart=apart,
        not_located=vocabulary.NOT_LOCATED,
    )  # fmt: skip
    counted["period_start"] = pd.to_datetime(counted["period_start"])
    starts = _starts(chosen, counted, period)
    rows = starts.to_frame(name="period_start").merge(counted, how="left", on="period_start")
    for name in ("incidents", "fatalities_unknown"):  # counts of incidents: 0 where there is none
        rows[name] = rows[name].fillna(0).astype(int)
    rows["is_other"] = rows["is_other"].eq(True)  # unknown where nothing happened
    rows["group"] = rows["group"].astype(object).where(rows["group"].notna(), None)
    rows.insert(1, "period_end", rows["period_start"].map(_ends(starts, period)))
    return rows if apart else rows.drop(columns="is_other")


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
    if counted.empty and chosen.date_from is None:
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


def _ends(starts: pd.DatetimeIndex, period: str) -> dict[pd.Timestamp, pd.Timestamp]:
    if starts.empty:
        return {}
    following = starts.append(pd.date_range(starts[-1], periods=2, freq=_STEPS[period])[1:])
    return {
        start: end - pd.Timedelta(days=1) for start, end in zip(starts, following[1:], strict=True)
    }
