"""Where the next month's incidents may lie: the districts that had most, and how much they held."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import pandas as pd

from corridor import queries
from corridor.analysis.elevated import FLOOR
from corridor.analysis.where_next import HALF_YEAR, YEAR, Persistence, persistence, top
from corridor.answers.months import Counts, by_month, month_after
from corridor.answers.places import DistrictCount
from corridor.filter import IncidentFilter
from corridor.spans import Pair
from corridor.store import Reader


@dataclass(frozen=True)
class Record:
    """How much of the next month such lists held: shares of the incidents of `months` in all.

    `held` is that of lists of six months, `by_year` of twelve, `best` of the five districts that
    then had most. `since` is the first of the months.
    """

    months: int
    since: date
    incidents: int
    held: float
    by_year: float
    best: float
    is_better: bool


@dataclass(frozen=True)
class WhereNext:
    """The five districts with most incidents in the six months before `days`, most first.

    None are named where the six months have fewer than five incidents, are not all covered, or
    where there is no record of 24 months. `placed` and `unplaced` are the incidents of the six
    months with a district and without; `of` is how many districts have had any.
    """

    series: str
    days: Pair | None
    districts: tuple[DistrictCount, ...] = ()
    placed: int | None = None
    unplaced: int | None = None
    of: int = 0
    record: Record | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `where-next --json`."""
        days = [day.isoformat() for day in self.days] if self.days else None
        record = self.record
        told = asdict(record) | {"since": record.since.isoformat()} if record else None
        return asdict(self) | {"days": days, "record": told}


def where_next(store: Reader, chosen: IncidentFilter) -> WhereNext:
    """List the districts at the top before the month after a filter's period."""
    found = by_month(store, chosen)
    if found is None:
        return WhereNext(chosen.measuring, None)
    counts = _by_district(store, found)
    judged = persistence(counts)
    half = counts.tail(HALF_YEAR).sum(skipna=False)
    placed = None if half.isna().any() else int(half.sum())
    everything = found.by_place.iloc[-HALF_YEAR:, 0].sum(skipna=False)
    record = _record(judged)
    is_told = record is not None and placed is not None and placed >= FLOOR
    return WhereNext(
        chosen.measuring,
        month_after(found.last),
        _named(counts, half) if is_told else (),
        placed,
        None if placed is None else int(everything) - placed,
        judged.places,
        record,
    )


def _by_district(store: Reader, found: Counts) -> pd.DataFrame:
    """Count by month (rows) and (governorate, district), NaN in months that are not covered."""
    rows = queries.district_months(store, found.chosen)
    rows["admin1"] = rows["admin1"].fillna("")
    counts = rows.pivot_table("incidents", "month", ["admin1", "admin2"], "sum", observed=True)
    counts = counts.reindex(found.by_place.index).fillna(0.0).astype(float)
    return counts.sort_index(axis="columns").where(found.by_place.iloc[:, 0].notna())


def _record(judged: Persistence) -> Record | None:
    held, by_year, best = (judged.share(name) for name in ("held", "by_year", "best"))
    if held is None or by_year is None or best is None:
        return None
    rows = judged.by_month
    since = pd.Timestamp(rows.index[0]).date()
    total = int(rows["incidents"].sum())
    return Record(judged.months, since, total, held, by_year, best, judged.is_better)


def _named(counts: pd.DataFrame, half: pd.Series) -> tuple[DistrictCount, ...]:
    """Return those at the top that have had an incident in the six months."""
    year = counts.tail(YEAR).sum()
    (columns,) = top(half.to_numpy()[None], year.to_numpy()[None])
    named = ((counts.columns[at], int(half.iloc[at])) for at in columns)
    return tuple(
        DistrictCount(str(admin1) or None, str(admin2), incidents)
        for (admin1, admin2), incidents in named
        if incidents
    )
