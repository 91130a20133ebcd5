"""Counts over the whole primary series that anybody can check against the source file."""

from __future__ import annotations

import os
from pathlib import Path

import pandas as pd
import pytest

from corridor import packs, settings
from corridor.geo import admin1_name, enrich, load_reference
from tests.counted import growth

pytestmark = [
    pytest.mark.sources,
    pytest.mark.skipif("CORRIDOR_SOURCES" not in os.environ, reason="needs CORRIDOR_SOURCES"),
]
REFERENCE = load_reference(settings.SHIPPED / "reference")
NAMES = {
    "date_start": "event_date", "side_a": "actor1", "side_b": "actor2",
    "where_prec": "geo_precision", "adm_1": "reported_admin1", "adm_2": "reported_admin2",
}  # fmt: skip


@pytest.fixture(scope="module")
def accounts() -> pd.DataFrame:
    rows = pd.read_csv(Path(os.environ["CORRIDOR_SOURCES"]) / "ucdp_ged_iraq.csv")
    return enrich(rows.rename(columns=NAMES), REFERENCE)


@pytest.fixture(scope="module")
def corridor_year(accounts) -> pd.DataFrame:
    in_year = accounts["event_date"].between("2017-07-01", "2018-06-30")
    return accounts[in_year & accounts["located_admin1"].isin(packs.region().provinces)]


def test_every_row_is_kept(accounts):
    assert len(accounts) == 7473


def test_97_incidents_in_the_corridor_in_the_year_to_june_2018(corridor_year):
    assert len(corridor_year) == 97
    assert corridor_year["geo_precision"].value_counts().to_dict() == {
        1: 33, 2: 24, 3: 17, 4: 17, 5: 6,
    }  # fmt: skip


def test_30_located_isis_incidents_lie_near_a_main_road_28_of_them_in_a_town(corridor_year):
    is_isis = (corridor_year["actor1"] == "IS") | (corridor_year["actor2"] == "IS")
    near_road = corridor_year[is_isis & (corridor_year["road_km"] <= 5)]
    assert len(near_road) == 30
    assert (near_road["town_km"] <= 3).sum() == 28


def test_18_rows_of_the_corridor_lie_in_another_governorate_than_reported(accounts):
    reported = accounts["reported_admin1"].map(
        lambda text: admin1_name(text, REFERENCE), na_action="ignore"
    )
    differs = (reported != accounts["located_admin1"]) & accounts["located_admin1"].notna()
    touches = reported.isin(packs.region().provinces) | accounts["located_admin1"].isin(
        packs.region().provinces
    )
    assert (differs & reported.notna() & touches).sum() == 18


def test_every_governorate_the_source_names_is_known(accounts):
    for text in accounts["reported_admin1"].dropna().unique():
        assert admin1_name(text, REFERENCE), text


def test_the_work_of_placing_rows_grows_no_faster_than_they_do(accounts):
    assert growth(lambda rows: enrich(accounts.head(rows), REFERENCE), 1500) < 1.1
