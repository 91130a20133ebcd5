"""Where incidents were reported and where they lie, counted and measured again in pandas."""

from __future__ import annotations

import csv
import io
import json
import math
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pyproj
import pytest
import shapely
from shapely.geometry import Point, shape
from shapely.ops import nearest_points

from corridor import answers
from corridor.answers import LocationDisputes
from corridor.answers.location_disputes import FEW
from corridor.filter import IncidentFilter
from corridor.settings import SHIPPED
from corridor.store import Store
from corridor.texts import location_text
from corridor.ui.panels.location_disputes import _csv
from tests.independent import accounts, measured, random_filters
from tests.store.conftest import LENT, Run

EVERYWHERE: Final = IncidentFilter(provinces=())
GLOBE: Final = pyproj.Geod(ellps="WGS84")
OFF: Final = {1: 5.0, 2: 25.0}


@cache
def provinces() -> dict[str, Any]:
    features = json.loads((SHIPPED / "reference" / "admin1.geojson").read_text("utf-8"))["features"]
    return {it["properties"]["name"]: shape(it["geometry"]) for it in features}


def compared(chosen: IncidentFilter) -> pd.DataFrame:
    """Look in the polygons where those lie that are known to the district or better."""
    rows = measured(chosen)
    rows = rows[rows["geo_precision"].le(3) & rows["reported_admin1"].notna()].copy()
    points = shapely.points(rows["longitude"], rows["latitude"])
    rows["located"] = pd.Series(None, index=rows.index, dtype=object)
    for name, polygon in provinces().items():
        rows.loc[shapely.intersects(polygon, points), "located"] = name
    return rows[rows["located"].notna()]


def km_beyond(row: Any) -> float:
    """Measure by geodesic to the nearest point of the reported province."""
    narrow = math.cos(math.radians(row.latitude))  # a degree of longitude is so much shorter
    polygon = shapely.transform(provinces()[row.reported_admin1], lambda at: at * [narrow, 1])
    nearest, _ = nearest_points(polygon, Point(row.longitude * narrow, row.latitude))
    *_, metres = GLOBE.inv(row.longitude, row.latitude, nearest.x / narrow, nearest.y)
    return float(metres / 1000)


@pytest.fixture(scope="module")
def found(store: Store) -> LocationDisputes:
    return answers.location_disputes(store, EVERYWHERE)


@pytest.mark.parametrize("chosen", [EVERYWHERE, *random_filters(8, seed=6)])
def test_counts_are_those_of_pandas(store: Store, chosen: IncidentFilter) -> None:
    found = answers.location_disputes(store, chosen)
    rows, every = compared(chosen), measured(chosen)
    assert (found.compared, found.uncompared) == (len(rows), len(every) - len(rows))
    pairs = Counter(zip(rows["reported_admin1"], rows["located"], strict=True))
    assert dict(found.provinces) == dict(pairs)
    apart = rows[rows["reported_admin1"] != rows["located"]]
    assert {each.incident_id for each in found.incidents} == set(apart["incident_id"])
    years = pd.to_datetime(rows["event_date"]).dt.year
    disputed = pd.to_datetime(apart["event_date"]).dt.year.value_counts()
    assert [(each.name, each.disputed, each.compared) for each in found.by_year] == [
        (str(year), int(disputed.get(year, 0)), count)
        for year, count in years.value_counts().sort_index().items()
    ]
    assert found.centroids == int((rows["geo_precision"] == 3).sum())


def test_channels_are_counted_by_each_that_an_incident_cites(found: LocationDisputes) -> None:
    rows = compared(EVERYWHERE)
    apart = rows["reported_admin1"] != rows["located"]
    for channel, start in (("Reuters", "reuters"), ("BBC Monitoring", "bbc monitoring")):
        cites = (
            rows["source_office"]
            .fillna("")
            .map(
                lambda cell, start=start: any(
                    name.strip().lower().startswith(start) for name in cell.split(";")
                )
            )
        )
        [told] = [each for each in found.by_channel if each.name == channel]
        assert (told.compared, told.disputed) == (int(cites.sum()), int((cites & apart).sum()))
    assert [each.disputed for each in found.by_channel] == sorted(
        (each.disputed for each in found.by_channel), reverse=True
    )


def test_distances_are_those_on_the_globe(found: LocationDisputes) -> None:
    rows = compared(EVERYWHERE).set_index("incident_id")
    classes: Counter[str] = Counter()
    for each in found.incidents:
        row: Any = rows.loc[each.incident_id]
        if row["geo_precision"] == 3:
            assert (each.km, each.is_beyond, each.km_class) == (None, None, "unknown")
            classes["unknown"] += 1
            continue
        km = km_beyond(row)
        assert each.km == pytest.approx(km, rel=0.02, abs=0.1)
        assert each.is_beyond == (km > OFF[row["geo_precision"]])
        name = next((n for end, n in ((5, "0-5"), (10, "5-10"), (25, "10-25")) if km <= end), "25-")
        classes[name] += 1
    assert {name: n for name, n in found.distances.items() if n} == dict(classes)
    assert sum(found.distances.values()) == len(found.incidents) > 20
    assert found.beyond == sum(each.is_beyond is True for each in found.incidents) > 0


def test_accounts_that_name_another_place_stand_beside_each_other(found: LocationDisputes) -> None:
    told = accounts()
    told = told[told["head"].duplicated(keep=False)]
    one: Any
    other: Any
    expected = set()
    for _, own in told.groupby("head"):
        for one, other in combinations(own.itertuples(), 2):
            km = None
            if one.geo_precision <= 2 and other.geo_precision <= 2:
                *_, metres = GLOBE.inv(one.longitude, one.latitude, other.longitude, other.latitude)
                km = metres / 1000
            reach = sum(
                OFF.get(row.geo_precision, 0.0)
                if pd.isna(row.location_radius_km)
                else row.location_radius_km
                for row in (one, other)
            )
            differ = one.admin1 and other.admin1 and one.admin1 != other.admin1
            if differ or (km is not None and km > reach):
                expected.add(frozenset((one.incident_id, other.incident_id)))
    pairs = {frozenset((it.one["incident_id"], it.other["incident_id"])) for it in found.accounts}
    assert pairs
    assert pairs <= expected


def test_it_is_said_with_a_guard_on_small_numbers(store: Store, found: LocationDisputes) -> None:
    told = location_text.in_words(found)
    assert f"{len(found.incidents)} of {found.compared:,} incidents" in told
    few = replace(
        EVERYWHERE, provinces=("Kirkuk",), date_from=date(2012, 1, 1), date_to=date(2012, 1, 31)
    )
    small = answers.location_disputes(store, few)
    assert 0 < small.compared < FEW
    assert "too few for a share" in location_text.in_words(small)
    assert all(each.share is None for each in small.by_year)
    nothing = answers.location_disputes(store, replace(EVERYWHERE, text="no such text"))
    assert location_text.in_words(nothing).startswith("No incident here")


def test_the_command_has_every_number_and_the_file_every_incident(
    run: Run, store: Store, tmp_path: Path, found: LocationDisputes
) -> None:
    LENT[tmp_path] = store
    asked = ("location-disputes", "--province", "All Iraq", "--from", "1989-01-01")
    told = run(*asked, "--to", "2018-12-31", "--json", data=tmp_path).json
    assert told == json.loads(json.dumps(found.as_json(), default=str))
    assert told["disputed"] == len(told["incidents"]) == sum(told["distances_km"].values())
    plain = run(*asked, "--to", "2018-12-31", data=tmp_path).out
    assert location_text.in_words(found) in plain
    rows = list(csv.DictReader(io.StringIO(_csv(found).decode("utf-8-sig"))))
    assert [row["incident_id"] for row in rows] == [each.incident_id for each in found.incidents]
    assert [row["km"] for row in rows if row["km"]] == [
        f"{each.km:g}" for each in found.incidents if each.km is not None
    ]
