"""Adds to accounts what follows from where they are: the derived columns of the codebook.

How much a point may say depends on how well the place is known (UCDP where_prec). A point of
precision 4 is the middle of a governorate, so it decides nothing against the reported name;
kilometres are given for precision 1 and 2 only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from corridor import packs
from corridor.geo.distance import metric_distances_km
from corridor.geo.places import admin1_name, admin2_name
from corridor.geo.projection import METRES_PER_KM, to_metres
from corridor.geo.reference import Layer, Reference

ROAD_REACH_KM: Final = 25.0
AREA_REACH_KM: Final = 50.0
# Two sources' points of one town differ by less than this when one was copied from the other.
SAME_POINT_KM: Final = 0.05
# Kilometres are kept to a metre, far finer than any of the places is known.
DECIMALS: Final = 3

Names = NDArray[np.object_]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class _Points:
    """The accounts' points: degrees, NaN where there is none, and precision, NaN where unknown."""

    lons: NDArray[np.float64]
    lats: NDArray[np.float64]
    precisions: NDArray[np.float64]

    @property
    def exist(self) -> Mask:
        west, south, east, north = packs.country().measured
        across = (self.lons >= west) & (self.lons <= east)
        return across & (self.lats >= south) & (self.lats <= north)

    @property
    def measurable(self) -> Mask:
        return self.exist & (self.precisions <= 2)


def enrich(accounts: pd.DataFrame, reference: Reference) -> pd.DataFrame:
    """Return the accounts with the columns of `schema.DERIVED` added, rows and index as they were.

    Reads `latitude`, `longitude`, `geo_precision`, `reported_admin1`, `reported_admin2`.
    Distances are in kilometres (UTM 38N); what cannot be known is missing, never 0.
    """
    points = _Points(*(
        pd.to_numeric(accounts[name], errors="coerce").to_numpy(np.float64, na_value=np.nan)
        for name in ("longitude", "latitude", "geo_precision")
    ))  # fmt: skip
    reported1, reported2 = _reported(accounts, reference)
    located1 = _located_admin1(points, reported1, reference)
    located2 = _located_admin2(points, reference)
    rows = np.flatnonzero(points.measurable)
    columns = {
        "located_admin1": _texts(located1),
        "located_admin2": _texts(located2),
        "admin1": _texts(_first_known(located1, reported1)),
        "admin2": _texts(_first_known(located2, reported2)),
        **_measure(points, rows, reference),
    }
    return accounts.assign(
        **{name: pd.Series(values, index=accounts.index) for name, values in columns.items()}
    )


def _texts(values: Names) -> Any:
    return pd.array(values, dtype="str")


def _first_known(first: Names, second: Names) -> Names:
    return np.where(first == None, second, first)  # noqa: E711 (elementwise)


def _reported(accounts: pd.DataFrame, reference: Reference) -> tuple[Names, Names]:
    """Return the reported names in display spelling, None where empty or unknown."""
    raw1 = accounts["reported_admin1"].astype(object)
    raw2 = accounts["reported_admin2"].astype(object)
    spelled = {text: admin1_name(text, reference) for text in raw1.dropna().unique()}
    governorates = _looked_up(raw1, spelled)
    pairs = pd.Series(
        list(zip(raw2, governorates, strict=True)), index=accounts.index, dtype=object
    )
    known = pairs[raw2.notna()]
    districts = {pair: admin2_name(pair[0], pair[1], reference) for pair in set(known)}
    return governorates, _looked_up(pairs.where(raw2.notna()), districts)


def _looked_up(keys: pd.Series, names: dict[Any, str | None]) -> Names:
    return np.array([names.get(key) for key in keys], dtype=object)


def _located_admin1(points: _Points, reported: Names, reference: Reference) -> Names:
    located = reference.admin1.names_at(points.lons, points.lats)
    is_centroid = points.precisions == 4
    contradicts = (reported != None) & (located != reported)  # noqa: E711 (elementwise)
    located[(points.precisions >= 6) | (is_centroid & contradicts)] = None
    return located


def _located_admin2(points: _Points, reference: Reference) -> Names:
    located = reference.admin2.names_at(points.lons, points.lats)
    located[points.precisions > 3] = None
    return located


def _measure(points: _Points, rows: NDArray[np.intp], reference: Reference) -> dict[str, Any]:
    """Return the columns of kilometres, filled in `rows` only."""
    eastings, northings = to_metres(points.lons[rows], points.lats[rows])
    marks: Names = np.asarray(shapely.points(eastings, northings), dtype=object)
    total = len(points.lons)
    return {
        **_road_columns(marks, rows, total, reference),
        **_town_columns(marks, rows, total, reference),
        "area_km": _area_column(eastings, northings, rows, total, reference),
    }


def _road_columns(
    marks: Names, rows: NDArray[np.intp], total: int, reference: Reference
) -> dict[str, Any]:
    at, road, metres = _nearest(marks, reference.main_roads, ROAD_REACH_KM)
    along = shapely.line_locate_point(reference.road_chains[road], marks[at])
    names = np.full(total, None, dtype=object)
    names[rows[at]] = reference.main_roads.names[road]
    return {
        "nearest_road": _texts(names),
        "road_km": _spread(metres, rows[at], total),
        "road_position_km": _spread(along, rows[at], total),
    }


def _town_columns(
    marks: Names, rows: NDArray[np.intp], total: int, reference: Reference
) -> dict[str, Any]:
    at, town, metres = _nearest(marks, reference.towns)
    names = np.full(total, None, dtype=object)
    names[rows[at]] = reference.towns.names[town]
    kilometres = _spread(metres, rows[at], total)
    is_coded = pd.array(kilometres <= SAME_POINT_KM, dtype="boolean")
    is_coded[np.isnan(kilometres)] = pd.NA
    return {"nearest_town": _texts(names), "town_km": kilometres, "coded_at_town": is_coded}


def _nearest(
    marks: Names, layer: Layer, reach_km: float | None = None
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64]]:
    """Return (position of the mark, position of the nearest feature, metres), one per mark at most.

    Of features equally near, the first in file order is taken.
    """
    reach = reach_km * METRES_PER_KM if reach_km else None
    pairs, metres = layer.tree.query_nearest(marks, max_distance=reach, return_distance=True)
    order = np.lexsort((pairs[1], pairs[0]))
    at, first = np.unique(pairs[0][order], return_index=True)
    kept = order[first]
    return at, pairs[1][kept], metres[kept]


def _spread(metres: NDArray[np.float64], rows: NDArray[np.intp], total: int) -> NDArray[np.float64]:
    kilometres = np.full(total, np.nan)
    kilometres[rows] = np.round(metres / METRES_PER_KM, DECIMALS)
    return kilometres


def _area_column(
    eastings: NDArray[np.float64],
    northings: NDArray[np.float64],
    rows: NDArray[np.intp],
    total: int,
    reference: Reference,
) -> Names:
    """Return {area slug: km} per row: empty when none is near, None where not measured."""
    near: list[dict[str, float]] = [{} for _ in rows]
    for area, shape in zip(reference.areas.properties, reference.areas.metric, strict=True):
        kilometres = np.round(metric_distances_km(eastings, northings, shape), DECIMALS)
        for position in np.flatnonzero(kilometres <= AREA_REACH_KM):
            near[position][area["slug"]] = float(kilometres[position])
    column = np.full(total, None, dtype=object)
    column[rows] = near
    return column
