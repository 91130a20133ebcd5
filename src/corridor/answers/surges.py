"""Where a month stands out: the highest in 12, with the back-test of that rule."""

from __future__ import annotations

import calendar
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from corridor import queries, vocabulary
from corridor.analysis.elevated import BEFORE, BackTest, alarms, back_test
from corridor.answers.channels import channels
from corridor.answers.levels import THIN
from corridor.filter import IncidentFilter
from corridor.findings.source_mix import SUSPECT_GROWTH
from corridor.spans import Pair
from corridor.store import Reader


@dataclass(frozen=True)
class Surge:
    """A place in the last whole month that the measuring series covers, against the twelve before.

    `place` is a province, "" all that the filter keeps. `highest` is the most of the twelve months
    before, `is_elevated` says whether the month has more, and five or more; both None where a
    month of them is not covered. `channel` names the news channel whose share of the incidents
    grew by more than a quarter of all against these months: then a rise may be one of reporting.
    """

    place: str
    incidents: int | None
    highest: int | None
    is_elevated: bool | None
    back_test: BackTest
    channel: str = ""


@dataclass(frozen=True)
class Surges:
    """The places of a filter, all of it first; `month` is its first day, None where none is whole.

    `is_thin`: the month lies in the last weeks of the series, of which more is often coded later.
    """

    series: str
    month: date | None
    is_thin: bool = False
    places: tuple[Surge, ...] = ()

    @property
    def elevated(self) -> tuple[Surge, ...]:
        """The places whose month is the highest in 12."""
        return tuple(each for each in self.places if each.is_elevated)

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `surges --json`."""
        return {
            "series": self.series,
            "month": self.month.isoformat() if self.month else None,
            "is_thin": self.is_thin,
            "places": [
                {key: value for key, value in asdict(each).items() if key != "back_test"}
                for each in self.places
            ],
        }

    def tests_as_json(self) -> dict[str, Any]:
        """Return the shape of `backtest --json`."""
        return {
            "series": self.series,
            "until": self.month.isoformat() if self.month else None,
            "places": [
                {"place": each.place, "is_better": each.back_test.is_better}
                | {key: _known(value) for key, value in asdict(each.back_test).items()}
                for each in self.places
            ],
        }


def surges(store: Reader, chosen: IncidentFilter) -> Surges:
    """Ask of a filter's places whether the last whole month of its period is the highest in 12.

    The months before its period count too, as far as they are covered.
    """
    spans = queries.covered(store, chosen)
    until = min(filter(None, (chosen.date_to, spans.last)), default=None)
    month = _last_whole(until)
    is_before = month is not None and chosen.date_from is not None and month[1] < chosen.date_from
    if month is None or is_before or not spans.is_whole(*month):
        return Surges(chosen.measuring, None)
    every = replace(chosen, date_from=spans.first, date_to=month[1])
    rows = queries.timeline(store, every, "month", "province")
    rows = rows[rows["beside"].isna()]
    lengths = (rows["period_end"] - rows["period_start"]).dt.days + 1
    is_whole = (rows["covered_days"] == lengths).groupby(rows["period_start"]).all()
    counted = rows.pivot_table("incidents", "period_start", "group", "sum", observed=True)
    counted = counted.reindex(is_whole.index).fillna(0.0).astype(float)
    together = {"": counted.sum(axis="columns")}
    known = sorted(set(counted.columns) - {vocabulary.NOT_LOCATED})
    names = chosen.provinces or tuple(map(str, known))
    months = together | {name: counted.get(name, 0.0 * together[""]) for name in names}
    return Surges(
        chosen.measuring,
        month[0],
        spans.last is not None and month[1] > spans.last - THIN,
        tuple(
            _surge(store, every, name, months[name].where(is_whole), month)
            for name in months
            if name or len(names) != 1
        ),
    )


def _surge(
    store: Reader, chosen: IncidentFilter, place: str, counts: pd.Series, month: Pair
) -> Surge:
    now, raised = counts.iloc[-1], alarms(counts).iloc[-1]
    highest = counts.iloc[:-1].rolling(BEFORE).max().iloc[-1] if len(counts) > BEFORE else None
    is_elevated = None if pd.isna(raised) else bool(raised)
    here = replace(chosen, provinces=(place,)) if place else chosen
    return Surge(
        place,
        None if pd.isna(now) else int(now),
        None if highest is None or pd.isna(highest) else int(highest),
        is_elevated,
        back_test(counts),
        _grown(store, here, month) if is_elevated else "",
    )


def _grown(store: Reader, chosen: IncidentFilter, month: Pair) -> str:
    """Return the channel whose share grew by more than is usual; "" for none."""
    first = (pd.Timestamp(month[0]) - pd.DateOffset(months=BEFORE)).date()
    before, now = (
        channels(store, replace(chosen, date_from=days[0], date_to=days[1]))
        for days in ((first, (pd.Timestamp(month[0]) - pd.Timedelta(days=1)).date()), month)
    )
    shares = {each.name: each.incidents / before.named for each in before.channels}
    growth = {
        each.name: each.incidents / now.named - shares.get(each.name, 0.0) for each in now.channels
    }
    most = max(growth, key=lambda name: growth[name], default="")
    return most if most and before.named and growth[most] > SUSPECT_GROWTH else ""


def _last_whole(until: date | None) -> Pair | None:
    """Return the last month that ends on a day or before."""
    if until is None:
        return None
    end = until.replace(day=calendar.monthrange(until.year, until.month)[1])
    start = pd.Timestamp(until.replace(day=1))
    if end != until:
        start -= pd.DateOffset(months=1)
    return start.date(), (start + pd.offsets.MonthEnd(0)).date()


def _known(value: float) -> float | None:
    return None if pd.isna(value) else value
