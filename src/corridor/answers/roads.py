"""The main roads by ten kilometres: what happened there, how lately, and whether it came back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from math import ceil, floor
from typing import Any, Final, cast

import pandas as pd

from corridor import geo, queries
from corridor.analysis.comparison import Windows
from corridor.answers import windows
from corridor.filter import IncidentFilter
from corridor.findings.evidence import EVERY_KM
from corridor.store import Reader

# An incident came back when another had been on the same stretch so few days before.
BACK_DAYS: Final = 30
# Only dates known to the week or better can tell that.
_WEEK: Final = 3
Key = tuple[str, int]


@dataclass(frozen=True)
class Stretch:
    """Ten kilometres of a road, from `from_km` up to `to_km`, by the measuring series.

    `incidents` is None where the filter does not reach or no day is covered: unknown, not 0.
    `exact` of them lie exactly and off any town; `at_town` are coded at a town's own point, `near`
    are known to about 25 km: both say little about the kilometre. `killed` is None where that is
    unknown or its incidents state none; `killed_unknown` incidents state none. `last` is the first
    day of the last incident, `repeats` are those that followed another within `BACK_DAYS` (both
    dates known to the week), `before` the incidents of the days compared with, None where none are.
    """

    from_km: int
    to_km: float
    incidents: int | None = None
    exact: int = 0
    at_town: int = 0
    near: int = 0
    killed: int | None = None
    killed_unknown: int = 0
    last: date | None = None
    repeats: int = 0
    before: int | None = None


@dataclass(frozen=True)
class RoadStrip:
    """A road in stretches of ten kilometres, and its `towns` with their kilometre."""

    road: geo.Road
    towns: tuple[tuple[str, float], ...]
    stretches: tuple[Stretch, ...]

    @property
    def incidents(self) -> int:
        """All incidents along it."""
        return self._sum("incidents")

    @property
    def killed(self) -> int | None:
        """All deaths along it; None where its incidents state none."""
        is_unknown = self.incidents == self.killed_unknown and self.incidents > 0
        return None if is_unknown else self._sum("killed")

    @property
    def killed_unknown(self) -> int:
        """The incidents that state no deaths."""
        return self._sum("killed_unknown")

    @property
    def inexact(self) -> int:
        """The incidents that say little about the kilometre."""
        return self._sum("at_town") + self._sum("near")

    @property
    def repeats(self) -> int:
        """The incidents that followed another."""
        return self._sum("repeats")

    @property
    def before(self) -> int:
        """The incidents of the days compared with."""
        return self._sum("before")

    @property
    def last(self) -> date | None:
        """The day of the last incident."""
        return max((each.last for each in self.stretches if each.last), default=None)

    def _sum(self, name: str) -> int:
        return sum(getattr(each, name) or 0 for each in self.stretches)


@dataclass(frozen=True)
class Profile:
    """A road of `length` km, and where along it each mark of a map lies; None for beside it."""

    name: str
    length: float
    km: tuple[float | None, ...]


@dataclass(frozen=True, eq=False)
class Roads:
    """The roads on which the measuring series `series` knows incidents, those with most first.

    `silent` roads have none (nor had before); all are silent where no day is covered. On a road is
    what lies within `km`. `unplaced` incidents of the filter are placed too vaguely for any road,
    `beside` counts those on these roads that others alone tell, by whom (see `queries.Summary`):
    they enter no other number. `windows` are the
    days counted and, if the filter asks, those compared with. `placed` has a row for each incident
    on each road: road, from_km, along_km, incident_id.
    """

    series: str
    km: float
    windows: Windows | None
    is_compared: bool
    strips: tuple[RoadStrip, ...]
    silent: tuple[str, ...]
    unplaced: int
    beside: dict[str, int]
    placed: pd.DataFrame

    @property
    def incidents(self) -> int | None:
        """The incidents on any of these roads, each once; None where no day is covered."""
        return self.placed["incident_id"].nunique() if self.windows else None

    @property
    def end(self) -> date | None:
        """The last day that is counted; None where none is covered."""
        return self.windows.covered.last if self.windows else None

    @property
    def scale(self) -> float:
        """By what incidents before are multiplied to compare: days counted over days before."""
        if not (self.windows and self.is_compared and self.windows.is_by_mean):
            return 1.0
        return self.windows.days / self.windows.others.days

    def days_since(self, day: date | None) -> int | None:
        """Return the days from one to the last that is counted; None for none."""
        return (self.end - day).days if self.end and day else None

    def counted(self, ids: Iterable[str]) -> dict[Key, int]:
        """Return how many of some incidents each stretch (slug, from_km) has, where it has any."""
        rows = self.placed[self.placed["incident_id"].isin(set(ids))]
        slugs = {strip.road.name: strip.road.slug for strip in self.strips}
        counts = Counter(zip(rows["road"], rows["from_km"], strict=True))
        return {(slugs[road], int(km)): count for (road, km), count in counts.items()}

    def profile(self, places: pd.DataFrame, incidents: pd.DataFrame) -> Profile | None:
        """Return where the marks of a map lie along the first road.

        `places` are those of `queries.map_places`, `incidents` of `queries.map_incidents`: a mark
        lies where the newest of its incidents on that road does.
        None without a road, and where marks are cells of a grid: these lie at no kilometre.
        """
        if not self.strips or places["is_cell"].any():
            return None
        road = self.strips[0].road
        rows = self.placed[self.placed["road"] == road.name]
        at = dict(zip(rows["incident_id"], rows["along_km"], strict=True))
        newest = incidents[incidents["incident_id"].isin(at)].drop_duplicates("mark")
        # Cut to 100 m and not rounded: each stays on its stretch.
        kms = {
            mark: floor(at[name] * 10) / 10
            for mark, name in zip(newest["mark"], newest["incident_id"], strict=True)
        }
        return Profile(road.name, road.length, tuple(map(kms.get, places["mark"])))

    def rows(self) -> list[dict[str, Any]]:
        """Return a row for each stretch, as `roads --json` and the file have them."""
        return [
            {"road": strip.road.name, **asdict(each), "last": each.last and each.last.isoformat(),
             "days_since": self.days_since(each.last)}
            for strip in self.strips
            for each in strip.stretches
        ]  # fmt: skip

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `roads --json`."""
        return {
            "series": self.series,
            "km": self.km,
            "windows": windows.as_json(self.windows),
            "is_compared": self.is_compared,
            "back_days": BACK_DAYS,
            "incidents": self.incidents,
            "roads": [
                {
                    "road": strip.road.name, "slug": strip.road.slug,
                    "length_km": round(strip.road.length, 1),
                    "incidents": strip.incidents, "killed": strip.killed,
                    "killed_unknown": strip.killed_unknown, "inexact": strip.inexact,
                    "repeats": strip.repeats,
                    "before": strip.before if self.is_compared else None,
                    "last": strip.last and strip.last.isoformat(),
                    "towns": [{"town": name, "km": round(km, 1)} for name, km in strip.towns],
                }
                for strip in self.strips
            ],
            "stretches": self.rows(),
            "silent": list(self.silent),
            "unplaced": self.unplaced,
            "beside": self.beside,
        }  # fmt: skip


def roads(store: Reader, chosen: IncidentFilter) -> Roads:
    """Count the incidents of a filter along the main roads, or the one that it asks for."""
    only, km = chosen.reach()
    asked = tuple(road for road in geo.roads() if only in ("", road.name))
    found = windows.compared(store, chosen)
    is_compared = bool(chosen.compare and found and found.others)
    rows = _placed(store, _longer(chosen), asked, km)
    if chosen.date_from:
        rows["is_asked"] = rows["event_date"] >= pd.Timestamp(chosen.date_from)
    own = _came_back(rows[rows["beside"].isna()])
    own = own[own["is_asked"]]
    before = _before(store, chosen, asked, found) if is_compared and found else None
    counted = _Counted(
        _by_stretch(own), None if before is None else _by_stretch(before), found is not None
    )
    strips = [_strip(road, chosen, counted, km) for road in asked]
    heard = [each for each in strips if each.incidents or each.before]
    others = rows[rows["beside"].notna() & rows["is_asked"]]
    return Roads(
        series=chosen.measuring,
        km=km,
        windows=found,
        is_compared=is_compared,
        strips=tuple(sorted(heard, key=lambda each: (-each.incidents, -each.before))),
        silent=tuple(each.road.name for each in strips if each not in heard),
        unplaced=queries.unmeasured_of(store, chosen),
        beside={
            str(name): part["incident_id"].nunique() for name, part in others.groupby("beside")
        },
        placed=own[["road", "from_km", "along_km", "incident_id"]].reset_index(drop=True),
    )


@dataclass(frozen=True, eq=False)
class _Counted:
    """The rows of the period and of the days compared with, and whether any day is covered."""

    rows: dict[Key, pd.DataFrame]
    before: dict[Key, pd.DataFrame] | None
    is_covered: bool


def _by_stretch(rows: pd.DataFrame) -> dict[Key, pd.DataFrame]:
    parts: dict[Key, pd.DataFrame] = {}
    for key, part in rows.groupby(["road", "from_km"]):
        road, km = cast("Key", key)
        parts[road, int(km)] = part
    return parts


def _longer(chosen: IncidentFilter) -> IncidentFilter:
    """Return the filter with the days before its first that an incident may follow."""
    first = chosen.date_from
    return replace(chosen, date_from=first - timedelta(days=BACK_DAYS)) if first else chosen


def _placed(
    store: Reader, chosen: IncidentFilter, roads: Sequence[geo.Road], km: float
) -> pd.DataFrame:
    rows = queries.on_roads(store, chosen, [road.name for road in roads], km)
    # What lies just at the end of a road belongs to its last stretch.
    last = rows["road"].map({road.name: _last(road) for road in roads})
    at = (rows["along_km"] // EVERY_KM * EVERY_KM).clip(upper=last)
    return rows.assign(from_km=at.astype(int), is_asked=True)


def _last(road: geo.Road) -> int:
    return (ceil(road.length / EVERY_KM) - 1) * EVERY_KM


def _came_back(rows: pd.DataFrame) -> pd.DataFrame:
    """Tell of each row whether another on its stretch was there a few days before (`is_back`)."""
    rows = rows.sort_values(["road", "from_km", "event_date", "incident_id"])
    sure = rows[rows["date_precision"] <= _WEEK]
    since = sure.groupby(["road", "from_km"])["event_date"].diff()
    is_back = since.notna() & (since <= pd.Timedelta(days=BACK_DAYS))
    return rows.assign(is_back=is_back.reindex(rows.index, fill_value=False))


def _before(
    store: Reader, chosen: IncidentFilter, roads: Sequence[geo.Road], found: Windows
) -> pd.DataFrame:
    """Return the rows of the covered days that a period is compared with."""
    first, last = found.others.first, found.others.last
    asked = replace(chosen, date_from=first, date_to=last)
    rows = _placed(store, asked, roads, chosen.reach()[1])
    is_there = [found.others.covers(day.date()) for day in rows["event_date"]]
    return rows[pd.Series(is_there, rows.index, dtype=bool) & rows["beside"].isna()]


def _strip(road: geo.Road, chosen: IncidentFilter, counted: _Counted, km: float) -> RoadStrip:
    is_reached = geo.reaches(road.name, EVERY_KM, km, chosen.provinces, chosen.districts)
    stretches = tuple(
        _stretch(road, at * EVERY_KM, counted, is_known=is_in and counted.is_covered)
        for at, is_in in enumerate(is_reached)
    )
    if chosen.along or chosen.near or chosen.within:
        # A shape may leave a stretch out: where it has nothing, nobody asked.
        stretches = tuple(
            each if each.incidents or each.before else Stretch(each.from_km, each.to_km)
            for each in stretches
        )
    return RoadStrip(road, geo.towns_along(road.name), stretches)


def _stretch(road: geo.Road, first: int, counted: _Counted, *, is_known: bool) -> Stretch:
    key = road.name, first
    rows = counted.rows.get(key)
    to_km = min(float(first + EVERY_KM), round(road.length, 1))
    before = None if counted.before is None else len(counted.before.get(key, ()))
    if rows is None:
        none = Stretch(first, to_km, incidents=0, killed=0, before=before)
        return none if is_known else Stretch(first, to_km)
    at_town = rows["coded_at_town"].eq(True).fillna(value=False).astype(bool)
    near = ~at_town & (rows["geo_precision"] > 1)
    killed = rows["fatalities_best"].dropna()
    return Stretch(
        from_km=first,
        to_km=to_km,
        incidents=len(rows),
        exact=int((~at_town & ~near).sum()),
        at_town=int(at_town.sum()),
        near=int(near.sum()),
        killed=int(killed.sum()) if len(killed) else None,
        killed_unknown=len(rows) - len(killed),
        last=rows["event_date"].max().date(),
        repeats=int(rows["is_back"].sum()),
        before=before,
    )
