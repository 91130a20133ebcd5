"""Where: the marks of the map, what it draws of them, and what it cannot draw and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

import numpy as np
import pandas as pd

from corridor import queries, settings, vocabulary
from corridor.filter import IncidentFilter
from corridor.geo import Reference, load_reference
from corridor.queries.statements import known
from corridor.store import Reader

# What a row of `queries.map_places` is drawn as.
EXACT, NEAR, DISTRICT, PROVINCE, LISTED = "exact", "near", "district", "governorate", "listed"
OUTSIDE: Final = "outside"
DRAWN: Final = (EXACT, NEAR, DISTRICT)
NOT_STATED: Final = "not stated"
_BY_RANK: Final = {1: EXACT, 2: NEAR, 3: DISTRICT, 4: PROVINCE}
# Why a row is not drawn, by its precision; beside these "outside", "no-place", "no-precision".
_REASONS: Final = {4: "governorate", 5: "line-or-area", 6: "country", 7: "sea-or-air"}

# Tells whether a view shows a point (longitude, latitude).
Shows = Callable[[float, float], bool]


@dataclass(frozen=True)
class Beside:
    """What others alone tell, on the map: incidents in all, and those that are drawn."""

    total: int
    drawn: int


@dataclass(frozen=True)
class LegendCounts:
    """The measuring series' incidents behind the legend: `total` = `drawn` + all of `not_drawn`.

    `beside` counts what others alone tell, by who does: in no other number. `by_precision` has
    every precision word that occurs, and "not stated"; `not_drawn` maps the reason to the count;
    `uploaded` was uploaded here; `at_province` is the part of those written under a province's
    name.
    """

    total: int
    drawn: int
    by_type: dict[str, int] = field(default_factory=dict)
    by_precision: dict[str, int] = field(default_factory=dict)
    not_drawn: dict[str, int] = field(default_factory=dict)
    at_province: int = 0
    uploaded: int = 0
    beside: dict[str, Beside] = field(default_factory=dict)


@dataclass(frozen=True)
class DistrictCount:
    """The measuring series' incidents in a district."""

    admin1: str | None
    admin2: str
    incidents: int


@dataclass(frozen=True, eq=False)
class Places:
    """The marks of a map (columns of `queries.map_places`) and how many incidents have none.

    `legend` counts what a map draws that is large enough for all of them; `districts` are those
    with incidents, most first. What others alone tell is in marks of its own, and in
    `legend.beside`.
    """

    series: str
    marks: pd.DataFrame
    unplaced: int
    legend: LegendCounts
    districts: tuple[DistrictCount, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `places --json`, without its marks."""
        return {
            "series": self.series,
            "unplaced": self.unplaced,
            "legend": asdict(self.legend),
            "districts": [asdict(each) for each in self.districts],
        }


def places(store: Reader, chosen: IncidentFilter) -> Places:
    """Return the marks of the incidents that a filter keeps."""
    marks = queries.map_places(store, chosen)
    counts = legend_counts(
        marks, type_counts(store, chosen), load_reference(settings.load().reference_dir)
    )
    unplaced = queries.summary(store, chosen).unplaced
    return Places(chosen.measuring, marks, unplaced, counts, districts(store, chosen))


def districts(store: Reader, chosen: IncidentFilter) -> tuple[DistrictCount, ...]:
    """Count the measuring series' incidents by district, most first."""
    rows = queries.rows_of(queries.by_district(store, chosen))
    return tuple(
        DistrictCount(known(row["admin1"]), str(row["admin2"]), int(row["incidents"]))
        for row in rows
    )


def type_counts(store: Reader, chosen: IncidentFilter) -> dict[str, int]:
    """Return the measuring series' incidents of each event type."""
    found = queries.by_type(store, chosen)
    return dict(zip(found["event_type"], found["incidents"].astype(int), strict=True))


def drawn_as(
    places: pd.DataFrame, reference: Reference | None = None, shows: Shows | None = None
) -> pd.Series:
    """Return for each row what it is drawn as: exact, near, district, governorate or listed.

    A point without coordinates, a district or a governorate without a name (or, with a
    `reference`, one that it has no shape of) is listed. A point that a view does not show is
    outside.
    """
    kinds = places["geo_precision"].map(_BY_RANK).fillna(LISTED).astype(object)
    is_point = kinds.isin([EXACT, NEAR])
    has_point = places["latitude"].notna() & places["longitude"].notna()
    has_district = places["admin2"].notna() & places["admin1"].notna()
    has_province = places["admin1"].notna()
    if reference is not None:
        pairs = zip(places["admin1"], places["admin2"], strict=True)
        has_district &= pd.Series([pair in reference.districts for pair in pairs], places.index)
        has_province &= places["admin1"].isin(reference.admin1.names)
    kinds[is_point & ~has_point] = LISTED
    if shows is not None:
        points = zip(places["longitude"], places["latitude"], is_point & has_point, strict=True)
        kinds[[is_on and not shows(lon, lat) for lon, lat, is_on in points]] = OUTSIDE
    kinds[(kinds == DISTRICT) & ~has_district] = LISTED
    kinds[(kinds == PROVINCE) & ~has_province] = LISTED
    return kinds


def legend_counts(
    places: pd.DataFrame,
    by_type: Mapping[str, int] | None = None,
    reference: Reference | None = None,
    shows: Shows | None = None,
) -> LegendCounts:
    """Count incidents by type, by precision, drawn and not drawn (with the reasons).

    `by_type` holds the incidents of each event type: a mark that stands for several incidents
    names only its most common type, so without it the counts by type are those of the marks'
    main type. `reference` and `shows` as for `drawn_as`.
    """
    every = drawn_as(places, reference, shows)
    beside = _beside(places, every)
    places = places[is_measured(places)]
    kinds = every[places.index]
    reasons = reasons_of(places, kinds)
    stated = places["geo_precision"].map(vocabulary.GEO_PRECISIONS).fillna(NOT_STATED)
    by_word = _sums(places, list(stated))
    words = [*vocabulary.GEO_PRECISIONS.values(), NOT_STATED]
    return LegendCounts(
        total=int(places["incidents"].sum()),
        drawn=int(places.loc[kinds.isin(DRAWN), "incidents"].sum()),
        by_type=dict(by_type) if by_type is not None else _sums(places, list(places["event_type"])),
        by_precision={word: by_word[word] for word in words if word in by_word},
        not_drawn={why: count for why, count in _sums(places, reasons).items() if why},
        at_province=int(places.loc[kinds == PROVINCE, "incidents"].sum()),
        uploaded=int(places["uploaded"].sum()) if "uploaded" in places else 0,
        beside=beside,
    )


def is_measured(places: pd.DataFrame) -> pd.Series:
    """Tell which marks are of the measuring series: all where nothing says whose they are."""
    return (
        places["beside"].isna() if "beside" in places else pd.Series(data=True, index=places.index)
    )


def _beside(places: pd.DataFrame, kinds: pd.Series) -> dict[str, Beside]:
    others = places[~is_measured(places)]
    if others.empty:
        return {}
    drawn = others["incidents"].where(kinds[others.index].isin(DRAWN), 0)
    return {
        str(name): Beside(int(rows["incidents"].sum()), int(drawn[rows.index].sum()))
        for name, rows in others.groupby("beside")
    }


def reasons_of(places: pd.DataFrame, kinds: pd.Series) -> list[str]:
    """Return why each row is not drawn, "" when it is; `kinds` are those of `drawn_as`."""
    ranks = places["geo_precision"]
    return [_reason(kind, rank) for kind, rank in zip(kinds, ranks, strict=True)]


def _reason(kind: str, rank: Any) -> str:
    if kind in DRAWN:
        return ""
    if kind == OUTSIDE:
        return OUTSIDE
    if pd.isna(rank):
        return "no-precision"
    if kind == LISTED and int(rank) in _BY_RANK:
        return "no-place"
    return _REASONS.get(int(rank), "no-precision")


def _sums(places: pd.DataFrame, keys: list[str]) -> dict[str, int]:
    labels = pd.Series(keys, places.index, dtype=object)
    totals = places["incidents"].groupby(labels, sort=False).sum()
    ordered = totals.sort_values(ascending=False, kind="stable")
    return {str(key): int(count) for key, count in ordered.items()}


def selected_marks(
    places: pd.DataFrame, incidents: pd.DataFrame, ids: Iterable[str]
) -> dict[int, int]:
    """Return how many of the incidents `ids` each mark of the map stands for, by its row.

    `places` are those of `queries.map_places`, `incidents` of `queries.map_incidents`.
    """
    held = incidents.loc[incidents["incident_id"].isin(list(ids)), "mark"].value_counts()
    rows = np.flatnonzero(places["mark"].isin(held.index))
    return {int(at): int(held[places["mark"].iloc[at]]) for at in rows}
