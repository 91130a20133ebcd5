"""Main roads by ten kilometres, counted again with pandas, shapely and pyproj alone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pyproj
import pytest
import shapely
from shapely.geometry import shape

from corridor import answers, queries
from corridor.answers import Stretch
from corridor.filter import IncidentFilter
from corridor.store import Store
from tests import independent

UTM = pyproj.Transformer.from_crs(4326, 32638, always_xy=True)
YEAR = IncidentFilter(date_from=date(2017, 7, 1), date_to=date(2018, 6, 30), compare="2014-2015")
FILTERS = (
    YEAR,
    IncidentFilter(provinces=(), date_from=date(2014, 6, 1), date_to=date(2014, 12, 31)),
    replace(YEAR, provinces=(), along="Baghdad–Mosul road:12:60-250", compare="year-before"),
)


@cache
def roads() -> dict[str, tuple[Any, Any]]:
    """Each main road with a name, in metres: as it is, and its gaps bridged."""
    text = (independent.DATA / "reference" / "roads.geojson").read_text("utf-8")
    found = {}
    for item in json.loads(text)["features"]:
        if item["properties"]["class"] == "main" and item["properties"]["name_ar"]:
            line = shapely.transform(
                shape(item["geometry"]), lambda ends: np.column_stack(UTM.transform(*ends.T))
            )
            whole = shapely.LineString(shapely.get_coordinates(line))
            found[item["properties"]["name"]] = line, whole
    return found


def on_road(rows: pd.DataFrame, name: str, km: float) -> pd.DataFrame:
    """The rows within a distance of a road, with the ten kilometres at which they lie."""
    line, whole = roads()[name]
    rows = rows[(rows["geo_precision"] <= 2) & rows["latitude"].notna()]
    points = shapely.points(*UTM.transform(rows["longitude"], rows["latitude"]))
    near = np.round(shapely.distance(points, line) / 1000, 3) <= km
    at = np.round(shapely.line_locate_point(whole, points) / 1000, 3) // 10 * 10
    at = np.minimum(at, (np.ceil(whole.length / 10_000) - 1) * 10)
    return rows.assign(at=at.astype(int))[near].sort_values(["event_date", "incident_id"])


def within(chosen: IncidentFilter, first: date, last: date) -> pd.DataFrame:
    """What the series tells in some days, whatever lies along a road."""
    return independent.measured(replace(chosen, along="", date_from=first, date_to=last))


def expected(chosen: IncidentFilter, name: str, km: float) -> dict[int, dict[str, Any]]:
    assert chosen.date_from
    assert chosen.date_to
    look_back = (pd.Timestamp(chosen.date_from) - pd.Timedelta(days=30)).date()
    rows = on_road(within(chosen, look_back, chosen.date_to), name, km)
    found = {}
    for at, part in rows.groupby("at"):
        now = part[part["event_date"] >= pd.Timestamp(chosen.date_from)]
        if now.empty:
            continue
        known = part[part["date_precision"] <= 3]
        again = 0
        for before, after in zip(known["event_date"], known["event_date"].iloc[1:], strict=False):
            is_now = after >= pd.Timestamp(chosen.date_from)
            again += int(is_now and (after - before).days <= 30)
        stated = now["fatalities_best"].dropna()
        found[int(str(at))] = {
            "incidents": len(now),
            "killed": int(stated.sum()) if len(stated) else None,
            "killed_unknown": len(now) - len(stated),
            "last": now["event_date"].max().date(),
            "repeats": again,
        }
    return found


def told(each: Stretch) -> dict[str, Any]:
    names = ("incidents", "killed", "killed_unknown", "last", "repeats")
    return {name: getattr(each, name) for name in names}


@pytest.fixture(scope="module", params=FILTERS, ids=lambda chosen: chosen.describe())
def asked(request: pytest.FixtureRequest, store: Store) -> tuple[IncidentFilter, answers.Roads]:
    return request.param, answers.roads(store, request.param)


def test_each_stretch_equals_an_independent_computation(
    asked: tuple[IncidentFilter, answers.Roads],
) -> None:
    chosen, found = asked
    first, last = (60, 250) if chosen.along else (0, 1000)
    for name in [chosen.along.split(":")[0]] if chosen.along else roads():
        again = {
            at: each for at, each in expected(chosen, name, found.km).items() if first <= at < last
        }
        strip = next((each for each in found.strips if each.road.name == name), None)
        counted = (
            {each.from_km: told(each) for each in strip.stretches if each.incidents}
            if strip
            else {}
        )
        assert counted == again, name
        if strip:
            kinds = [each.exact + each.at_town + each.near for each in strip.stretches]
            assert kinds == [each.incidents or 0 for each in strip.stretches]
            assert strip.incidents == sum(each["incidents"] for each in again.values())
            stated = [each["killed"] for each in again.values() if each["killed"] is not None]
            assert strip.killed == (sum(stated) if stated or not again else None)
            assert strip.last == max((each["last"] for each in again.values()), default=None)
    order = [strip.incidents for strip in found.strips]
    assert order == sorted(order, reverse=True)
    assert sum(order) > 5
    assert len(found.placed) == sum(order)
    assert found.incidents == found.placed["incident_id"].nunique() <= sum(order)
    known = within(chosen, chosen.date_from or date.min, chosen.date_to or date.max)
    assert found.unplaced == int(
        (~((known["geo_precision"] <= 2) & known["latitude"].notna())).sum()
    )


def test_the_days_before_are_counted_apart(asked: tuple[IncidentFilter, answers.Roads]) -> None:
    chosen, found = asked
    if not chosen.compare:
        assert all(each.before is None for strip in found.strips for each in strip.stretches)
        return
    years = (date(2014, 1, 1), date(2015, 12, 31)), (date(2016, 7, 1), date(2017, 6, 30))
    first, last = years[chosen.compare == "year-before"]
    for strip in found.strips:
        before = on_road(within(chosen, first, last), strip.road.name, found.km)
        counts = before["at"].value_counts().to_dict()
        got = {each.from_km: each.before for each in strip.stretches if each.before}
        inside = [at for at in counts if not chosen.along or 60 <= at < 250]
        assert got == {at: counts[at] for at in inside}
    days = (last - first).days + 1
    assert found.scale == (1 if days == 365 else pytest.approx(365 / days))


def test_what_the_filter_does_not_reach_is_unknown_and_not_nothing(store: Store) -> None:
    found = answers.roads(store, replace(YEAR, provinces=("Diyala",), compare=""))
    by_name = {strip.road.name: strip for strip in found.strips}
    far = [each.incidents for each in by_name["Kirkuk–Baghdad road"].stretches[:4]]
    assert far == [None] * 4
    assert any(each.incidents == 0 for each in by_name["Kirkuk–Baghdad road"].stretches)
    assert "Kirkuk–Erbil road" in found.silent
    before = answers.roads(
        store, IncidentFilter(date_from=date(1950, 1, 1), date_to=date(1950, 12, 31))
    )
    assert (before.windows, before.strips, before.end) == (None, (), None)
    assert len(before.silent) == len(roads())


def test_the_profile_of_a_map_adds_up_to_its_strip(
    store: Store, asked: tuple[IncidentFilter, answers.Roads]
) -> None:
    chosen, found = asked
    places = queries.map_places(store, chosen)
    profile = found.profile(places, queries.map_incidents(store, chosen))
    if places["is_cell"].any():
        assert profile is None
        return
    assert profile is not None
    strip = found.strips[0]
    assert profile.name == strip.road.name
    counts = dict.fromkeys((each.from_km for each in strip.stretches), 0)
    for at, incidents, beside in zip(
        profile.km, places["incidents"], places["beside"], strict=True
    ):
        if at is not None and not isinstance(beside, str):
            counts[int(at // 10 * 10)] += int(incidents)
    assert counts == {each.from_km: each.incidents or 0 for each in strip.stretches}
    assert len(json.dumps(profile.km)) <= 10 * len(places)
