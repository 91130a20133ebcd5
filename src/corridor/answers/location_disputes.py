"""Where incidents were reported and where they lie: by province, teller, year and distance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from itertools import combinations
from typing import Any, Final

import numpy as np

from corridor import queries
from corridor.filter import IncidentFilter
from corridor.findings import channels, misplaced
from corridor.geo.projection import to_metres
from corridor.queries.statements import known
from corridor.store import Reader

# Ends of the classes of km on the other side of the boundary.
CLASSES_KM: Final = (5.0, 10.0, 25.0)
UNKNOWN: Final = "unknown"
# Of fewer incidents no share is told.
FEW: Final = 20
# The dispute of accounts that is about the place (`filter.DISAGREE`).
_PLACE: Final = "place"
_A_DOT: Final = 2


@dataclass(frozen=True)
class Misplaced:
    """An incident that is reported in one province and lies in another.

    `km` is how far beyond the reported province it lies and `tolerance_km` how far off its point
    may be; both are None where only a centroid is known. `beside` tells it, None for the measuring
    series.
    """

    incident_id: str
    event_date: date
    event_date_end: date
    location: str | None
    admin1: str | None
    reported: str
    located: str
    km: float | None
    tolerance_km: float | None
    source: str
    source_office: str | None
    beside: str | None

    @property
    def is_beyond(self) -> bool | None:
        """Tell whether it lies further off than its point may; None where that is not known."""
        if self.km is None or self.tolerance_km is None:
            return None
        return self.km > self.tolerance_km

    @property
    def km_class(self) -> str:
        """The class of its distance: "0-5", "5-10", "10-25", "25-" or `UNKNOWN`."""
        if self.km is None:
            return UNKNOWN
        at = sum(self.km > end for end in CLASSES_KM)
        return classes()[at]

    def as_json(self) -> dict[str, Any]:
        """Return its shape in `location-disputes --json`."""
        return asdict(self) | {"is_beyond": self.is_beyond, "km_class": self.km_class}


@dataclass(frozen=True)
class Disputed:
    """How many of the `compared` incidents of somebody, or of a year, lie elsewhere."""

    name: str
    disputed: int
    compared: int

    @property
    def share(self) -> float | None:
        """The share; None of fewer than `FEW`."""
        return self.disputed / self.compared if self.compared >= FEW else None

    def as_json(self) -> dict[str, Any]:
        """Return its shape in `location-disputes --json`."""
        return asdict(self) | {"share": self.share}


@dataclass(frozen=True)
class Apart:
    """Two accounts of an incident that disagree on its place: dicts of the codebook's columns.

    They name different provinces, or points further apart than both may be off. `km` is the
    distance of their points, None where one of them is no better than a centroid.
    """

    incident_id: str
    one: Mapping[str, Any]
    other: Mapping[str, Any]
    km: float | None

    def as_json(self) -> dict[str, Any]:
        """Return its shape in `location-disputes --json`."""
        return asdict(self)


@dataclass(frozen=True)
class LocationDisputes:
    """Of the incidents of `series` in a filter, where they are reported and where they lie.

    `provinces` counts (reported, located) of the `compared`; `uncompared` have no report of a
    province, no place, or one that is known no better than by its province. `centroids` of the
    compared are placed only by the centroid of a district. `by_channel`, `by_year` and `incidents`
    are of the series; `beside` has the other tellers, each by its source; `others` their incidents.
    """

    series: str
    compared: int
    uncompared: int
    centroids: int
    provinces: Mapping[tuple[str, str], int]
    by_channel: tuple[Disputed, ...]
    by_year: tuple[Disputed, ...]
    beside: tuple[Disputed, ...]
    incidents: tuple[Misplaced, ...]
    others: tuple[Misplaced, ...]
    accounts: tuple[Apart, ...]

    @property
    def distances(self) -> dict[str, int]:
        """How many of the series' disputed incidents lie how far beyond, by class."""
        counts = Counter(each.km_class for each in self.incidents)
        return {name: counts[name] for name in (*classes(), UNKNOWN)}

    @property
    def beyond(self) -> int:
        """How many of them lie further off than their points may."""
        return sum(each.is_beyond is True for each in self.incidents)

    def reported_in(self, province: str) -> int:
        """Return how many of the compared are reported in a province."""
        return sum(n for (reported, _), n in self.provinces.items() if reported == province)

    @property
    def pairs(self) -> list[tuple[str, str, int, int]]:
        """The provinces that disagree: reported, located, incidents, how many beyond tolerance."""
        beyond = Counter((it.reported, it.located) for it in self.incidents if it.is_beyond)
        apart = [(*pair, n, beyond[pair]) for pair, n in self.provinces.items() if len({*pair}) > 1]
        return sorted(apart, key=lambda row: (-row[2], row[0], row[1]))

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `location-disputes --json`."""
        beyond = {(reported, located): n for reported, located, _, n in self.pairs}
        return {
            "series": self.series,
            "compared": self.compared,
            "uncompared": self.uncompared,
            "centroids": self.centroids,
            "disputed": len(self.incidents),
            "beyond_tolerance": self.beyond,
            "provinces": [
                {"reported": reported, "located": located, "incidents": n,
                 "beyond_tolerance": beyond.get((reported, located), 0)}
                for (reported, located), n in self.provinces.items()
            ],
            "distances_km": self.distances,
            "channels": [each.as_json() for each in self.by_channel],
            "years": [each.as_json() for each in self.by_year],
            "beside": [each.as_json() for each in self.beside],
            "incidents": [each.as_json() for each in self.incidents],
            "incidents_beside": [each.as_json() for each in self.others],
            "accounts": [each.as_json() for each in self.accounts],
        }  # fmt: skip


def classes() -> tuple[str, ...]:
    """Return the classes of distance: "0-5", "5-10", "10-25", "25-"."""
    ends = [f"{end:g}" for end in CLASSES_KM]
    return tuple(f"{low}-{high}" for low, high in zip(["0", *ends], [*ends, ""], strict=True))


def location_disputes(store: Reader, chosen: IncidentFilter) -> LocationDisputes:
    """Compare where a filter's incidents are reported with where they lie."""
    rows = queries.rows_of(queries.location_counts(store, chosen))
    rows = [{name: known(value) for name, value in row.items()} for row in rows]
    own = [row for row in rows if row["beside"] is None]
    compared = [row for row in own if _is_compared(row)]
    every = tuple(_misplaced(row) for row in queries.rows_of(
        queries.misplaced_incidents(store, chosen)))  # fmt: skip
    pairs: Counter[tuple[str, str]] = Counter()
    for row in compared:
        pairs[row["reported_admin1"], row["located_admin1"]] += row["incidents"]
    beside = [row for row in rows if row["beside"] is not None and _is_compared(row)]
    total = _sum(compared)
    return LocationDisputes(
        chosen.measuring,
        total,
        _sum(own) - total,
        _sum(row for row in compared if not row["is_dot"]),
        dict(sorted(pairs.items())),
        _by(compared, lambda row: channels.of(row["source_office"])),
        tuple(sorted(_by(compared, lambda row: [str(row["year"])]), key=lambda each: each.name)),
        _by(beside, lambda row: [row["source"]]),
        tuple(each for each in every if each.beside is None),
        tuple(each for each in every if each.beside is not None),
        _apart(store, chosen),
    )


def _is_compared(row: Mapping[str, Any]) -> bool:
    return bool(row["is_placed"] and row["reported_admin1"] and row["located_admin1"])


def _sum(rows: Iterable[Mapping[str, Any]]) -> int:
    return sum(row["incidents"] for row in rows)


def _by(
    rows: list[dict[str, Any]], names: Callable[[Mapping[str, Any]], Iterable[str]]
) -> tuple[Disputed, ...]:
    """Count by names, of which a row may have several; those that disagree most come first."""
    compared, disputed = Counter[str](), Counter[str]()
    for row in rows:
        for name in names(row):
            compared[name] += row["incidents"]
            if row["reported_admin1"] != row["located_admin1"]:
                disputed[name] += row["incidents"]
    ranked = sorted(compared, key=lambda name: (-disputed[name], -compared[name], name))
    return tuple(Disputed(name, disputed[name], compared[name]) for name in ranked)


def _misplaced(row: Mapping[str, Any]) -> Misplaced:
    told = {name: known(value) for name, value in row.items()}
    km = tolerance = None
    if told["geo_precision"] <= _A_DOT:  # a centroid is no dot
        found = misplaced.distance_km(told["latitude"], told["longitude"], told["reported_admin1"])
        km = known(round(float(found), 1))
        tolerance = misplaced.tolerance_km(told["geo_precision"], told["location_radius_km"])
    return Misplaced(
        told["incident_id"], told["event_date"], told["event_date_end"], told["location"],
        told["admin1"], told["reported_admin1"], told["located_admin1"], km, tolerance,
        told["source"], told["source_office"], told["beside"],
    )  # fmt: skip


# What is told of each account.
_TOLD: Final = (
    "incident_id", "source", "source_office", "location", "admin1", "geo_precision", "event_date",
    "event_date_end", "latitude", "longitude", "location_radius_km",
)  # fmt: skip


def _apart(store: Reader, chosen: IncidentFilter) -> tuple[Apart, ...]:
    """Pair the accounts that dispute each other's place; the counted account stands first."""
    facts = queries.disputes(store, chosen)
    keys = [str(key) for key in facts.loc[facts["fact"] == _PLACE, "incident_key"]]
    if not keys:
        return ()
    rows = queries.rows_of(queries.accounts_of_incidents(store, keys))
    told: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        account = {name: known(row[name]) for name in _TOLD}
        told.setdefault(str(row["incident_key"]), []).append(account)
    return tuple(
        pair
        for key in keys
        for one, other in combinations(told[key], 2)
        for pair in [Apart(key, one, other, _km(one, other))]
        if _dispute(pair)
    )


def _dispute(pair: Apart) -> bool:
    sides = pair.one, pair.other
    named = {side["admin1"] for side in sides} - {None}
    reach = sum(
        misplaced.tolerance_km(side["geo_precision"], side["location_radius_km"]) for side in sides
    )
    return len(named) > 1 or (pair.km is not None and pair.km > reach)


def _km(one: Mapping[str, Any], other: Mapping[str, Any]) -> float | None:
    if any((each["geo_precision"] or _A_DOT + 1) > _A_DOT for each in (one, other)):
        return None
    points = [[each[name] for each in (one, other)] for name in ("longitude", "latitude")]
    if None in points[0] + points[1]:
        return None
    eastings, northings = to_metres(*(np.array(each, dtype=float) for each in points))
    return round(float(np.hypot(np.diff(eastings)[0], np.diff(northings)[0])) / 1000, 1)
