"""What a distance leaves out and that may lie there is counted, whoever tells it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pandas as pd
import pyproj
import shapely
from shapely.geometry import shape

from corridor import geo, queries
from corridor.filter import IncidentFilter
from corridor.store import Store
from corridor.texts.count_phrases import filter_sentence
from tests.independent import DATA

FOUNDING = "RAWABET:2018-06-17-injana"
YEAR = IncidentFilter((), date_from=date(2018, 1, 1), date_to=date(2018, 12, 31))
ASKED = replace(YEAR, near="Injana", near_km=10)
GLOBE = pyproj.Geod(ellps="WGS84")


def left_out(store: Store, chosen: IncidentFilter) -> pd.DataFrame:
    rows = queries.list_incidents(store, chosen.without_distance())
    return rows[~rows["incident_id"].isin(queries.incident_ids(store, chosen))]


def km_from_injana(rows: pd.DataFrame) -> pd.Series:
    taken = geo.take_place("Injana")
    assert taken is not None
    ((lat, lon),) = taken.place.points
    far = [GLOBE.inv(lon, lat, row.longitude, row.latitude)[2] / 1000 for row in rows.itertuples()]
    return pd.Series(far, index=rows.index)


def test_what_is_placed_to_25_km_may_lie_where_that_reaches(store: Store) -> None:
    rows, may = left_out(store, ASKED), set(queries.may_lie_there(store, ASKED)["incident_id"])
    (founding,) = rows[[FOUNDING in ids for ids in rows["account_ids"]]]["incident_id"]
    assert founding in may
    near = rows[rows["geo_precision"] == 2]
    far = km_from_injana(near)
    assert set(near[far < 34.9]["incident_id"]) <= may
    assert not may & set(near[far > 35.1]["incident_id"])
    assert not may & set(rows[rows["geo_precision"] == 1]["incident_id"])
    assert not may & set(queries.incident_ids(store, ASKED))


def test_a_district_that_does_not_reach_there_rules_an_incident_out(store: Store) -> None:
    rows, may = left_out(store, ASKED), set(queries.may_lie_there(store, ASKED)["incident_id"])
    taken = geo.take_place("Injana")
    assert taken is not None
    ((lat, lon),) = taken.place.points
    # An area that a circle of 10 km surely lies in.
    around = shapely.box(lon - 0.2, lat - 0.2, lon + 0.2, lat + 0.2)
    folder = DATA / "reference"
    for rank, column in ((3, "admin2"), (4, "admin1")):
        features = json.loads((folder / f"{column}.geojson").read_text("utf-8"))["features"]
        away = {
            each["properties"]["name"]
            for each in features
            if not shape(each["geometry"]).intersects(around)
        }
        told = rows[rows["geo_precision"] == rank]
        assert not may & set(told[told[column].isin(away)]["incident_id"])
        assert len(told[told[column].isin(away)])
    vaguer = rows[rows["geo_precision"] > 4]
    assert set(vaguer["incident_id"]) <= may


def test_every_shape_counts_them_and_the_sentence_says_so(store: Store) -> None:
    found = queries.summary(store, ASKED)
    may = queries.may_lie_there(store, ASKED)
    assert found.may_lie_there == may["beside"].isna().sum() > 0
    assert found.others_may_lie_there == may["beside"].notna().sum() == 1
    assert "may lie there, placed to about 25" in filter_sentence(ASKED, found, None)
    assert queries.may_lie_there(store, YEAR).empty
    assert "may lie" not in filter_sentence(YEAR, queries.summary(store, YEAR), None)
    square = "44.5,34.4;44.8,34.4;44.8,34.7;44.5,34.7"
    for chosen in (
        replace(YEAR, along="Kirkuk–Baghdad road:5:60-120"),
        replace(YEAR, road="Kirkuk–Baghdad road"),
        replace(YEAR, within=square),
    ):
        told = queries.may_lie_there(store, chosen)
        rows = left_out(store, chosen)
        assert 0 < len(told) < len(rows)
        vaguer = rows[rows["geo_precision"] > 4]
        assert set(vaguer["incident_id"]) <= set(told["incident_id"])


def test_of_how_many_no_tactic_is_known_is_said(store: Store) -> None:
    chosen = replace(YEAR, tactics=("Ambush",))
    found, whole = queries.summary(store, chosen), queries.summary(store, YEAR)
    listed = queries.list_incidents(store, YEAR)
    own = listed[listed["beside"].isna()]
    assert found.tactic_of == whole.incidents == len(own)
    assert found.tactic_unknown == own["tactic"].isna().sum() > 0
    told = f"no tactic is known for {found.tactic_unknown} of {found.tactic_of}"
    assert told in filter_sentence(chosen, found, None)
    assert whole.tactic_unknown == 0
