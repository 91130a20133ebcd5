"""What lies along a road: held against geodesics, and against what the store keeps of it."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pyproj
import pytest
import shapely
from shapely.geometry import shape

from corridor import queries
from corridor.filter import IncidentFilter
from corridor.store import Store
from tests.independent import DATA, RANKS

EVERYWHERE = IncidentFilter(provinces=())
# Length and steps of a line are good to so many km: the projection's scale, and half a step.
CLOSE = 0.35
STRETCHES = (
    ("Kirkuk–Baghdad road", 5.0, 0, 40),
    ("Kirkuk–Baghdad road", 20.0, 190, 230),
    ("Baghdad–Mosul road", 2.5, 95, 205),
    ("Kirkuk–Baiji–Haditha road", 10.0, 60, 120),
    ("Baquba–Khalis road", 5.0, 10, 20),
)


@cache
def _steps(name: str) -> tuple[np.ndarray, np.ndarray]:
    """Points some 100 m apart on a road, without its gap, and the geodesic way to each, in km."""
    text = (DATA / "reference" / "roads.geojson").read_text("utf-8")
    (line,) = (
        shape(item["geometry"])
        for item in json.loads(text)["features"]
        if item["properties"]["name"] == name
    )
    globe = pyproj.Geod(ellps="WGS84")
    ends, ways, before, way = [], [], None, 0.0
    for part in shapely.get_parts(shapely.segmentize(line, 0.001)):
        corners = shapely.get_coordinates(part)
        if before is not None:
            way += globe.line_length(*np.array([before, corners[0]]).T) / 1000
        *_, metres = globe.inv(*corners[:-1].T, *corners[1:].T)
        ways.append(way + np.concatenate([[0], np.cumsum(metres) / 1000]))
        ends.append(corners)
        before, way = corners[-1], ways[-1][-1]
    return np.concatenate(ends), np.concatenate(ways)


def measured(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    """The geodesic distance of each row to a road, and how far along it that is, both in km."""
    globe = pyproj.Geod(ellps="WGS84")
    points, ways = _steps(name)
    spots = rows[["longitude", "latitude"]].to_numpy(float)
    off, along = np.full(len(rows), np.nan), np.full(len(rows), np.nan)
    for at, spot in enumerate(spots):
        (near,) = np.nonzero((np.abs(points - spot) <= 0.3).all(axis=1))
        if len(near):
            many = np.broadcast_to(spot, (len(near), 2))
            *_, metres = globe.inv(*many.T, *points[near].T)
            best = int(np.argmin(metres))
            off[at], along[at] = metres[best] / 1000, ways[near[best]]
    return pd.DataFrame({"off": off, "along": along}, index=rows.index)


@pytest.fixture(scope="module")
def placed(store: Store) -> pd.DataFrame:
    rows = queries.list_incidents(store, EVERYWHERE)
    return rows[(rows["geo_precision"] <= RANKS.index("near") + 1) & rows["latitude"].notna()]


@pytest.mark.parametrize("asked_for", STRETCHES, ids=str)
def test_a_stretch_keeps_what_lies_along_it(
    store: Store, placed: pd.DataFrame, asked_for: tuple[str, float, int, int]
) -> None:
    name, km, first, last = asked_for
    asked = replace(EVERYWHERE, along=f"{name}:{km:g}:{first}-{last}")
    found = set(queries.incident_ids(store, asked))
    told = measured(placed, name)
    sure = (told["off"] <= km - 0.1) & told["along"].between(first + CLOSE, last - CLOSE)
    may = (told["off"] <= km + 0.1) & told["along"].between(first - CLOSE, last + CLOSE)
    assert len(found) > 10
    assert set(placed.loc[sure, "incident_id"]) <= found <= set(placed.loc[may, "incident_id"])
    # What a report's profile counts: the nearest road of each, to the metre.
    own = placed[(placed["nearest_road"] == name) & (placed["road_km"] <= km)]
    here = own["road_position_km"].ge(first) & own["road_position_km"].lt(last)
    kept = found & set(own["incident_id"])
    assert kept == set(own.loc[here, "incident_id"])
    # Nothing is placed more vaguely than to about 25 km; what is so is counted.
    assert found <= set(placed["incident_id"])
    whole, told_by = queries.summary(store, EVERYWHERE), queries.summary(store, asked)
    assert 0 < told_by.unmeasured < (whole.incidents or 0)


def test_stretches_part_a_road_and_the_whole_is_within_its_distance(store: Store) -> None:
    name = "Kirkuk–Baghdad road"
    road = queries.incident_ids(store, replace(EVERYWHERE, road=name))
    assert queries.incident_ids(store, replace(EVERYWHERE, along=name)) == road
    parts = [
        queries.incident_ids(store, replace(EVERYWHERE, along=f"{name}:5:{km}-{km + 10}"))
        for km in range(0, 260, 10)
    ]
    assert sorted(name for part in parts for name in part) == sorted(road)
