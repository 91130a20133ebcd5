"""What changed: each place in a period against the days that it is compared with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

from corridor import geo, queries
from corridor.analysis.change import change_class, level_class, may_be_chance
from corridor.analysis.comparison import Windows
from corridor.answers import windows
from corridor.filter import IncidentFilter
from corridor.store import Reader
from corridor.words.numbers import LOW_BASE

# Kinds of places: all that the filter keeps, and what it is parted into, or lies along.
ALL, PROVINCE, ROAD, DISTRICT = "all", "province", "road", "district"
KINDS: Final = (ALL, PROVINCE, ROAD, DISTRICT)
# Within this distance an incident is on a road.
ROAD_KM: Final = 5.0


@dataclass(frozen=True)
class Change:
    """Incidents of the measuring series in a place, now and in the days compared with.

    `place` is "" for all together; `admin1` is a district's province. `days` and `days_before` are
    those covered; the same number where counts compare, else means do.
    """

    kind: str
    place: str
    admin1: str | None
    incidents: int
    before: int
    days: int
    days_before: int

    @property
    def a_month(self) -> tuple[float, float] | None:
        """The means of a month, now and before; None where counts compare."""
        if self.days == self.days_before:
            return None
        return (
            windows.mean(self.incidents, self.days, "month") or 0.0,
            windows.mean(self.before, self.days_before, "month") or 0.0,
        )

    @property
    def change(self) -> float:
        """The difference in incidents, or in incidents a month where the means are compared."""
        now, before = self.a_month or (self.incidents, self.before)
        return now - before

    @property
    def relative(self) -> float | None:
        """The difference as a share of what was before; None below five on either side."""
        if min(self.incidents, self.before) < LOW_BASE:
            return None
        usual = self.before * self.days
        return (self.incidents * self.days_before - usual) / usual

    @property
    def level(self) -> str:
        """How much there is now: one of `vocabulary.LEVELS`."""
        return level_class(self.incidents, self.days)

    @property
    def change_class(self) -> str:
        """How it changed: one of `vocabulary.CHANGES`."""
        return change_class(self.incidents, self.before, self.days, self.days_before)

    @property
    def may_be_chance(self) -> bool:
        """Whether chance alone may make the difference."""
        return may_be_chance(self.incidents, self.before, self.days, self.days_before)

    def as_json(self) -> dict[str, Any]:
        """Return what `changes --json` has of a place."""
        now, before = self.a_month or (None, None)
        return {
            "kind": self.kind, "place": self.place, "admin1": self.admin1,
            "incidents": self.incidents, "before": self.before,
            "a_month": now, "a_month_before": before,
            "change": self.change, "relative": self.relative,
            "level": self.level, "change_class": self.change_class,
            "may_be_chance": self.may_be_chance,
        }  # fmt: skip


@dataclass(frozen=True)
class Unplaced:
    """Incidents that are in no place of a kind, now and before, as too little is known of where."""

    incidents: int = 0
    before: int = 0

    @property
    def is_any(self) -> bool:
        """Whether there are such incidents."""
        return self.incidents + self.before > 0


@dataclass(frozen=True)
class Changes:
    """The places with incidents on days of one of the two: by kind, the largest change first.

    Without places where there is nothing to compare. `no_district` are the incidents of which no
    district is known, `no_distance` those whose place is known too badly for a distance to a road.
    `thin_from` is the first day of the last weeks of the series, None where the period ends before.
    """

    series: str
    windows: Windows | None
    thin_from: date | None = None
    places: tuple[Change, ...] = ()
    no_district: Unplaced = Unplaced()
    no_distance: Unplaced = Unplaced()

    def of(self, kind: str) -> tuple[Change, ...]:
        """Return the places of one of `KINDS`."""
        return tuple(each for each in self.places if each.kind == kind)

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `changes --json`, without its sentences."""
        return {
            "series": self.series,
            "windows": windows.as_json(self.windows),
            "thin_from": self.thin_from.isoformat() if self.thin_from else None,
            "road_km": ROAD_KM,
            "places": [each.as_json() for each in self.places],
            "no_district": asdict(self.no_district),
            "no_distance": asdict(self.no_distance),
        }


def changes(store: Reader, chosen: IncidentFilter) -> Changes:
    """Compare the places of a filter: all together, provinces, main roads, districts."""
    found = windows.compared(store, chosen)
    if found is None or not found.others:
        return Changes(chosen.measuring, found)
    counted = queries.place_changes(store, chosen, found.covered, found.others)
    lengths = found.days, found.others.days if found.is_by_mean else found.days
    places = [
        Change(kind, place, admin1, *_both(rows), *lengths)
        for kind, place, admin1, rows in _parted(counted)
    ]
    places.sort(key=lambda each: (KINDS.index(each.kind), -abs(each.change), -each.incidents))
    return Changes(
        chosen.measuring,
        found,
        windows.thin_from(found, queries.covered(store, windows.alone(chosen)).last),
        tuple(places),
        Unplaced(*_both(counted[counted["admin2"].isna()])),
        Unplaced(*_both(counted[counted["latitude"].isna()])),
    )


def _both(rows: pd.DataFrame) -> tuple[int, int]:
    return int(rows["incidents"].sum()), int(rows["before"].sum())


def _parted(counted: pd.DataFrame) -> Iterator[tuple[str, str, str | None, pd.DataFrame]]:
    """Part the rows by place, by name: kind, place, a district's province, rows."""
    yield ALL, "", None, counted
    for name, rows in counted.groupby("admin1"):
        yield PROVINCE, str(name), None, rows
    beside = geo.beside_roads(
        counted["latitude"].to_numpy(np.float64), counted["longitude"].to_numpy(np.float64), ROAD_KM
    )
    for name, is_beside in beside.items():
        if is_beside.any():
            yield ROAD, name, None, counted[is_beside]
    for both, rows in counted.groupby(["admin1", "admin2"]):
        admin1, name = map(str, both)
        yield DISTRICT, name, admin1, rows
