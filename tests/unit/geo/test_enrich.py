"""What an account's point may say, by how well the place is known."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from corridor import schema, settings
from corridor.geo import enrich, load_reference

REFERENCE = load_reference(settings.SHIPPED / "reference")
TUZ = (34.88808, 44.63256)
KIRKUK = (35.46806, 44.39222)


def located(point=TUZ, precision=1, admin1=None, admin2=None):
    """Give the derived columns of one account, missing values as None."""
    lat, lon = point
    accounts = pd.DataFrame(
        {
            "latitude": [lat],
            "longitude": [lon],
            "geo_precision": pd.array([precision], dtype="Int64"),
            "reported_admin1": pd.array([admin1], dtype="str"),
            "reported_admin2": pd.array([admin2], dtype="str"),
        }
    )
    row = enrich(accounts, REFERENCE).iloc[0]
    return {name: value if isinstance(value, dict) or pd.notna(value) else None
            for name, value in row.items()}  # fmt: skip


def test_exactly_the_derived_columns_are_added_in_order():
    accounts = pd.DataFrame(
        {"latitude": [34.9], "longitude": [44.6], "geo_precision": [1],
         "reported_admin1": [None], "reported_admin2": [None], "note": ["kept"]},
        index=[7],
    )  # fmt: skip
    enriched = enrich(accounts, REFERENCE)
    added = [name for name in enriched.columns if name not in accounts.columns]
    assert added == [column.name for column in schema.DERIVED]
    assert enriched.loc[7, "note"] == "kept"
    assert list(accounts.columns)[-1] == "note"


def test_no_rows_give_no_rows():
    empty = pd.DataFrame(
        columns=["latitude", "longitude", "geo_precision", "reported_admin1", "reported_admin2"]
    )
    assert len(enrich(empty, REFERENCE)) == 0


def test_an_exact_point_is_located_and_measured():
    row = located(TUZ, 1, "Kirkūk province")
    assert (row["located_admin1"], row["located_admin2"]) == ("Salah al-Din", "Tuz Khurmatu")
    assert (row["admin1"], row["admin2"]) == ("Salah al-Din", "Tuz Khurmatu")
    assert row["nearest_road"] == "Kirkuk–Baghdad road"
    assert row["road_km"] == pytest.approx(0.34, abs=0.01)
    assert row["road_position_km"] == pytest.approx(73.8, abs=0.1)
    assert (row["nearest_town"], row["town_km"], row["coded_at_town"]) == (
        "Tuz Khurmatu",
        0.0,
        True,
    )
    assert row["area_km"]["hamrin"] == pytest.approx(37.4, abs=0.1)


@pytest.mark.parametrize("precision", [3, 4, 5, 6, 7, None])
def test_only_precision_1_and_2_are_measured(precision):
    row = located(TUZ, precision)
    measured = ("nearest_road", "road_km", "road_position_km", "nearest_town", "town_km")
    assert {name: row[name] for name in measured} == dict.fromkeys(measured)
    assert row["coded_at_town"] is None
    assert row["area_km"] is None


@pytest.mark.parametrize(
    ("precision", "district"),
    [*((known, "Tuz Khurmatu") for known in (1, 2, 3, None)), (4, None), (5, None)],
)
def test_a_district_is_located_up_to_precision_3_only(precision, district):
    row = located(TUZ, precision)
    assert row["located_admin1"] == "Salah al-Din"
    assert row["located_admin2"] == district


@pytest.mark.parametrize("precision", [6, 7])
def test_a_country_or_sea_point_locates_nothing(precision):
    row = located(TUZ, precision, "Diyala", "Khanaqin")
    assert (row["located_admin1"], row["located_admin2"]) == (None, None)
    assert (row["admin1"], row["admin2"]) == ("Diyala", "Khanaqin")


def test_a_centroid_does_not_overrule_the_reported_governorate():
    row = located(TUZ, 4, "Kirkuk")
    assert (row["located_admin1"], row["admin1"]) == (None, "Kirkuk")


@pytest.mark.parametrize("reported", ["Şalāḩ ad Dīn province", None, "no such place"])
def test_a_centroid_locates_when_no_report_contradicts_it(reported):
    row = located(TUZ, 4, reported)
    assert (row["located_admin1"], row["admin1"]) == ("Salah al-Din", "Salah al-Din")


def test_reported_names_are_used_in_display_spelling_without_a_point():
    row = located((math.nan, math.nan), 3, "At-Ta'mim province", "Qaḑā’ al Ḩawījah")
    assert (row["located_admin1"], row["admin1"], row["admin2"]) == (None, "Kirkuk", "Hawija")
    assert row["road_km"] is None


def test_a_point_outside_iraq_is_not_located():
    row = located((34.0, 47.0), 1, "Diyala")
    assert (row["located_admin1"], row["admin1"]) == (None, "Diyala")


@pytest.mark.parametrize("point", [(0.0, 0.0), (95.0, 44.0), (51.5, -0.1), (34.0, 400.0)])
def test_a_point_far_away_has_no_distances(point):
    row = located(point, 1)
    assert (row["located_admin1"], row["nearest_town"], row["area_km"]) == (None, None, None)


def test_a_road_further_than_25_km_is_not_named():
    row = located((33.0, 41.5), 1)
    assert row["located_admin1"] == "Anbar"
    assert (row["nearest_road"], row["road_km"], row["road_position_km"]) == (None, None, None)
    assert row["area_km"] == {}
    assert row["town_km"] > 10


def test_a_point_50_m_from_a_town_counts_as_the_towns_own_point():
    near = located((TUZ[0] + 0.0003, TUZ[1]), 1)
    off = located((TUZ[0] + 0.002, TUZ[1]), 1)
    assert (near["coded_at_town"], off["coded_at_town"]) == (True, False)
    assert off["town_km"] == pytest.approx(0.22, abs=0.01)


def test_kilometres_grow_along_the_road_from_kirkuk():
    towns = [(35.13923, 44.44907), TUZ, (34.27544, 44.53853), (33.80809, 44.53343)]
    positions = [located(town, 1)["road_position_km"] for town in towns]
    assert positions == sorted(positions)
    assert positions[-1] > 190


def test_rows_keep_their_own_values_when_mixed():
    accounts = pd.DataFrame(
        {
            "latitude": [TUZ[0], None, KIRKUK[0]],
            "longitude": [TUZ[1], None, KIRKUK[1]],
            "geo_precision": [5, 4, 2],
            "reported_admin1": [None, "Diyala", "Kirkuk"],
            "reported_admin2": [None, None, "Daquq"],
        },
        index=[3, 1, 2],
    )
    enriched = enrich(accounts, REFERENCE)
    assert list(enriched.index) == [3, 1, 2]
    assert list(enriched["admin1"]) == ["Salah al-Din", "Diyala", "Kirkuk"]
    assert enriched["nearest_town"].isna().tolist() == [True, True, False]
    assert enriched.loc[2, "admin2"] == "Kirkuk"
