"""When, in other shapes than bars: side by side, on a calendar, years over each other, mirrored."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from typing import Any, Final

import pandas as pd

from corridor import queries, vocabulary
from corridor.answers import windows
from corridor.answers.timeline import timeline
from corridor.answers.windows import Days, within
from corridor.filter import IncidentFilter
from corridor.spans import Spans
from corridor.store import Reader

# What groups of small multiples are made by, and how many groups can be compared by eye.
SPLITS: Final = ("district", "type")
MOST_GROUPS: Final = 12
# The longest period whose days fit on a calendar; above it months do.
LONGEST_CALENDAR: Final = 400
# Periods so long are cut by months of 30 days, by weeks, else by days, where two are mirrored.
_STEPS: Final = ((450, 30), (62, 7), (0, 1))
# Small multiples of more days than this have a bar for each year.
_BY_YEAR: Final = 6 * 366
_A_DAY: Final = timedelta(days=1)
NOW: Final = "now"
THEN: Final = "compared-with"


@dataclass(frozen=True)
class Cell:
    """A count of some days, both within: None where the measuring series covers none of them."""

    group: str
    first: date
    last: date
    covered_days: int
    incidents: int | None

    @property
    def days(self) -> int:
        """How many days it is of."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class TimeView:
    """Counts of the measuring series `series`, cell by cell, as one of `VIEWS` shows them.

    `grain` is what a cell is of: day, week, month or year. `totals` are the incidents of each
    group: in the filter's period, of the years to the day of the year on which the last year's
    record ends (`as_far_as`), of two periods in each. `left_out` counts groups beyond the first,
    and their incidents; `unplaced` incidents of no known group. `inexact` are incidents whose
    day, or month, is not known: a calendar has them in no cell, but their first and last days in
    `vague`; years have them in that of their first day.
    `covered` are the days that the series covers, of all that are shown.
    """

    view: str
    series: str
    grain: str
    window: Days
    cells: tuple[Cell, ...]
    covered: Spans
    totals: Mapping[str, int] = field(default_factory=dict)
    left_out: tuple[int, int] = (0, 0)
    unplaced: int = 0
    inexact: int = 0
    as_far_as: date | None = None
    compare: str = ""
    vague: tuple[Days, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether no cell has an incident."""
        return not any(cell.incidents for cell in self.cells)

    def of(self, group: str) -> tuple[Cell, ...]:
        """Return the cells of a group, the earliest first."""
        return tuple(cell for cell in self.cells if cell.group == group)

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `timeline --view … --json`."""
        return {
            **{name: getattr(self, name) for name in ("view", "series", "grain", "compare")},
            "window": [day.isoformat() for day in self.window],
            "totals": dict(self.totals),
            "left_out": {"groups": self.left_out[0], "incidents": self.left_out[1]},
            **{name: getattr(self, name) for name in ("unplaced", "inexact")},
            "vague": [[day.isoformat() for day in days] for days in self.vague],
            "as_far_as": self.as_far_as and self.as_far_as.isoformat(),
            "cells": [
                asdict(cell) | {"first": cell.first.isoformat(), "last": cell.last.isoformat()}
                for cell in self.cells
            ],
        }


def multiples(store: Reader, chosen: IncidentFilter, split: str) -> TimeView:
    """Count the groups with most incidents in the filter's period, each over the whole record.

    `split` is one of `SPLITS`.
    """
    found = timeline(store, chosen, "month", split)
    if (found.span[1] - found.span[0]).days > _BY_YEAR:
        found = timeline(store, chosen, "year", split)
    rows = found.measured
    every = rows.dropna(subset="group").groupby("group")["incidents"].sum()
    named = [str(name) for name in every.index if name != vocabulary.NOT_LOCATED]
    named.sort(key=lambda name: (-found.counted.get(name, 0), -every[name], name))
    shown, others = named[:MOST_GROUPS], named[MOST_GROUPS:]
    counted = rows.groupby(["group", "period_start"])["incidents"].sum().to_dict()
    periods = rows.drop_duplicates("period_start")
    return TimeView(
        view="multiples",
        series=found.series,
        grain=found.period,
        window=found.window,
        cells=tuple(
            Cell(
                name, start.date(), end.date(), int(days),
                _known(counted.get((name, start), 0), int(days)),
            )
            for name in shown
            for start, end, days in zip(
                periods["period_start"], periods["period_end"], periods["covered_days"],
                strict=True,
            )
        ),
        covered=found.covered,
        totals={name: found.counted.get(name, 0) for name in shown},
        left_out=(len(others), sum(found.counted.get(name, 0) for name in others)),
        unplaced=found.counted.get(vocabulary.NOT_LOCATED, 0),
    )  # fmt: skip


def calendar(store: Reader, chosen: IncidentFilter) -> TimeView:
    """Count each day of the filter's period, or each month of a period over 400 days.

    Incidents whose day (or month) is not known are in no cell, but `inexact`.
    """
    window = _window(store, chosen)
    grain = "day" if (window[1] - window[0]).days < LONGEST_CALENDAR else "month"
    shown = within(chosen, window)
    counts = _counts(store, shown, grain)
    vague = _vague(store, shown, grain)
    for start, number in vague["period_start"].value_counts().items():
        counts.loc[counts["period_start"] == start, "incidents"] -= number
    return TimeView(
        view="calendar",
        series=chosen.measuring,
        grain=grain,
        window=window,
        cells=_cells(counts, lambda _: "", window),
        covered=queries.covered(store, chosen).within(*window),
        inexact=len(vague),
        vague=tuple(
            (first.date(), last.date())
            for first, last in zip(vague["event_date"], vague["event_date_end"], strict=True)
        ),
    )


def years(store: Reader, chosen: IncidentFilter) -> TimeView:
    """Count each month of each year of the record; years are told by their number."""
    found = timeline(store, chosen, "month", "type")
    span = found.span[0].replace(month=1, day=1), found.covered.last or found.span[1]
    shown = within(chosen, span)
    counts = _counts(store, shown, "month")
    days = _counts(store, shown, "day")
    until = (span[1].month, span[1].day)
    so_far = days[[(day.month, day.day) <= until for day in days["period_start"]]]
    totals = so_far.groupby(so_far["period_start"].dt.year)["incidents"].sum(min_count=1)
    return TimeView(
        view="years",
        series=chosen.measuring,
        grain="month",
        window=found.window,
        cells=_cells(counts, lambda day: str(day.year), span),
        covered=queries.covered(store, chosen).within(*span),
        totals={str(year): int(count) for year, count in totals.dropna().items()},
        inexact=len(_vague(store, shown, "month")),
        as_far_as=span[1],
    )


def mirrored(store: Reader, chosen: IncidentFilter) -> TimeView | None:
    """Count a period and the days it is compared with, step by step from the first day of each.

    A last step may be shorter. None where the series covers nothing of the period.
    """
    found = windows.compared(store, chosen)
    if found is None:
        return None
    now = chosen.date_from or found.now[0], chosen.date_to or found.now[1]
    longest = max((last - first).days + 1 for first, last in (now, found.asked))
    step = next(step for limit, step in _STEPS if longest > limit)
    covered = queries.covered(store, chosen)
    cells = []
    for group, days in ((NOW, now), (THEN, found.asked)):
        counts = _counts(store, within(chosen, days), "day")
        cells += _steps(counts, group, days, step)
    return TimeView(
        view="mirrored",
        series=chosen.measuring,
        grain={1: "day", 7: "week", 30: "month"}[step],
        window=now,
        cells=tuple(cells),
        covered=covered.within(*now) | covered.within(*found.asked),
        totals={
            group: sum(cell.incidents or 0 for cell in cells if cell.group == group)
            for group in (NOW, THEN)
        },
        compare=found.choice,
    )


def _steps(counts: pd.DataFrame, group: str, days: Days, step: int) -> list[Cell]:
    number = (counts["period_start"] - pd.Timestamp(days[0])).dt.days // step
    found = []
    for at, rows in counts.groupby(number):
        first = days[0] + int(at) * step * _A_DAY
        last = min(first + (step - 1) * _A_DAY, days[1])
        covered = int(rows["covered_days"].sum())
        count = rows["incidents"].sum(min_count=1)
        found.append(Cell(group, first, last, covered, _known(count, covered)))
    return found


def _known(count: Any, covered_days: int) -> int | None:
    """Return a count; None for a silence that nobody covers."""
    return int(count) if pd.notna(count) and (count or covered_days) else None


def _window(store: Reader, chosen: IncidentFilter) -> Days:
    days = queries.known_days(store, chosen)
    first = queries.first_day(store, chosen) or days.series_last
    return chosen.date_from or first, chosen.date_to or max(days.series_last, days.last_day)


def _counts(store: Reader, chosen: IncidentFilter, period: str) -> pd.DataFrame:
    """Count the measuring series' incidents by period, whatever their type."""
    rows = queries.timeline(store, chosen, period, "type")
    own = rows[rows["beside"].isna()].groupby(["period_start", "period_end", "covered_days"])
    return own["incidents"].sum(min_count=1).reset_index()


def _vague(store: Reader, chosen: IncidentFilter, grain: str) -> pd.DataFrame:
    """Return incidents of which not even the day, or the month, is known, with its first."""
    rows = queries.uncertain_dates(store, chosen)
    if grain == "day":
        return rows.assign(period_start=rows["event_date"])
    first, last = (rows[name].dt.to_period("M") for name in ("event_date", "event_date_end"))
    vague: pd.DataFrame = rows.assign(period_start=first.dt.start_time).loc[first != last]
    return vague


def _cells(counts: pd.DataFrame, group: Callable[[date], str], window: Days) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            group(row["period_start"].date()),
            max(row["period_start"].date(), window[0]),
            min(row["period_end"].date(), window[1]),
            int(row["covered_days"]),
            _known(row["incidents"], int(row["covered_days"])),
        )
        for row in queries.rows_of(counts)
    )


def picked_cells(
    store: Reader, chosen: IncidentFilter, found: TimeView, split: str
) -> dict[tuple[str, date], int]:
    """Count by cell (its group and first day) what a filter keeps of a view's incidents.

    `chosen` is a filter of just these, as `Selected` has it. Cells with none are left out; `split`
    is what the view was made by.
    """
    span = min(cell.first for cell in found.cells), max(cell.last for cell in found.cells)
    shown = within(chosen, span)
    rows = queries.timeline(store, shown, "day", split or "type")
    own = rows[rows["beside"].isna() & (rows["incidents"] > 0)]
    is_split = found.view == "multiples"
    counts = Counter[tuple[str, date]]()
    for day, group, number in zip(own["period_start"], own["group"], own["incidents"], strict=True):
        counts[group if is_split else "", day.date()] += int(number)
    if found.view == "calendar":
        vague = _vague(store, shown, found.grain)["event_date"]
        counts.subtract(("", day.date()) for day in vague)
    days = {group: sorted(day for of, day in counts if of == group) for group, _ in counts}
    told = {}
    for cell in found.cells:
        group = cell.group if is_split else ""
        inside = _between(days.get(group, []), cell.first, cell.last)
        told[cell.group, cell.first] = sum(counts[group, day] for day in inside)
    return {key: number for key, number in told.items() if number}


def _between(days: Sequence[date], first: date, last: date) -> Sequence[date]:
    return days[bisect_left(days, first) : bisect_right(days, last)]


def time_view(store: Reader, chosen: IncidentFilter, view: str, split: str) -> TimeView | None:
    """Return one of `VIEWS` of a filter; None where there is nothing to show."""
    if view == "multiples":
        return multiples(store, chosen, split)
    return {"calendar": calendar, "years": years, "mirrored": mirrored}[view](store, chosen)


VIEWS: Final = ("multiples", "calendar", "years", "mirrored")
