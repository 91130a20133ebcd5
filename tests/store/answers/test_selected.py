"""What is selected: every kind of term against pandas and shapely over the same incidents."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pyproj
import pytest
import shapely

from corridor import answers, queries
from corridor.filter import IncidentFilter
from corridor.filter.selection import Selection, Term
from corridor.findings import evaluate, load_reports
from corridor.settings import SHIPPED
from corridor.store import Store

CHOSEN = IncidentFilter(date_from=date(2016, 1, 1), date_to=date(2018, 12, 31))
RING = [(43.6, 34.9), (44.6, 34.9), (44.6, 35.6), (43.6, 35.6)]
GEOD = pyproj.Geod(ellps="WGS84")


@pytest.fixture(scope="module")
def rows(store: Store) -> pd.DataFrame:
    return queries.list_incidents(store, CHOSEN)


def ids(store: Store, *terms: Term) -> set[str]:
    return set(answers.selected(store, CHOSEN, Selection(terms)).ids)


def placed(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[(rows["geo_precision"] <= 2) & rows["latitude"].notna() & rows["longitude"].notna()]


def test_an_area_holds_what_shapely_finds_in_it(store: Store, rows: pd.DataFrame) -> None:
    text = ";".join(f"{lon},{lat}" for lon, lat in RING)
    near = placed(rows)
    inside = shapely.contains_xy(shapely.Polygon(RING), near["longitude"], near["latitude"])
    found = answers.selected(store, CHOSEN, Selection((Term("area", text),)))
    assert set(found.ids) == set(near.loc[inside, "incident_id"])
    measured = rows[rows["beside"].isna()]
    assert found.too_vague == len(measured) - len(placed(measured))
    assert (
        found.summary.incidents
        == (rows[rows["incident_id"].isin(found.ids)]["beside"].isna()).sum()
    )


def test_a_circle_holds_what_lies_within_its_distance(store: Store, rows: pd.DataFrame) -> None:
    near = placed(rows)
    lon, lat = 44.39, 35.47
    *_, metres = GEOD.inv([lon] * len(near), [lat] * len(near), near["longitude"], near["latitude"])
    within = pd.Series(metres, near.index) <= 25_000
    assert ids(store, Term("circle", f"{lon},{lat},25")) == set(near.loc[within, "incident_id"])


def test_a_stretch_of_a_road_holds_what_its_strip_counts(store: Store) -> None:
    found = answers.roads(store, CHOSEN)
    strip = found.strips[0]
    busy = max(strip.stretches, key=lambda each: each.incidents or 0)
    term = Term("road", f"{strip.road.slug}/{busy.from_km}-{busy.from_km + 10}")
    picked = answers.selected(store, CHOSEN, Selection((term,)))
    assert picked.summary.incidents == busy.incidents
    assert found.counted(picked.ids)[strip.road.slug, busy.from_km] == busy.incidents
    assert picked.too_vague == found.unplaced


def test_days_a_district_and_single_incidents(store: Store, rows: pd.DataFrame) -> None:
    days = pd.to_datetime(rows["event_date"]).between("2017-03-01", "2017-03-31")
    march = set(rows.loc[days, "incident_id"])
    there = set(
        rows.loc[(rows["admin1"] == "Kirkuk") & (rows["admin2"] == "Hawija"), "incident_id"]
    )
    dates, hawija = Term("dates", "2017-03-01/2017-03-31"), Term("district", "Kirkuk/Hawija")
    assert ids(store, dates) == march != set()
    assert ids(store, hawija) == there != set()
    assert ids(store, dates, hawija) == march | there, "any of them may hold"
    one = next(iter(there))
    found = answers.selected(store, CHOSEN, Selection((Term("incident", one),)))
    assert found.ids == (one,)
    again = queries.summary(store, found.chosen)
    assert again == found.summary, "the filter of just these"


def test_a_mark_is_what_the_map_shows_under_it(store: Store) -> None:
    places = queries.map_places(store, CHOSEN)
    every = queries.map_incidents(store, CHOSEN)
    newest = queries.list_incidents(store, CHOSEN)["incident_id"]
    assert every["incident_id"].tolist() == newest.tolist()
    held = every.groupby("mark")["incident_id"].agg(set)
    assert held.map(len).to_dict() == dict(zip(places["mark"], places["incidents"], strict=True))
    mark = next(row["mark"] for row in queries.rows_of(places) if row["incidents"] > 3)
    assert ids(store, Term("mark", mark)) == held[mark]
    grains = queries.map_grains(store, CHOSEN)
    counts = grains.groupby("mark")["incidents"].sum()
    assert counts.to_dict() == dict(zip(places["mark"], places["incidents"], strict=True))
    some = held[places["mark"].iloc[3]]
    assert answers.selected_marks(places, every, some) == {3: len(some)}
    assert answers.selected_marks(places, every, ("X:1",)) == {}


def test_the_timeline_counts_what_is_selected_in_the_periods_of_its_bars(
    store: Store, rows: pd.DataFrame
) -> None:
    found = answers.timeline(store, CHOSEN, "month", "type")
    picked = answers.selected(store, CHOSEN, Selection((Term("district", "Kirkuk/Hawija"),)))
    counted = queries.timeline(store, found.around(picked.chosen), found.period, "type")
    assert set(counted["period_start"]) == set(found.rows["period_start"])
    there = rows[(rows["admin1"] == "Kirkuk") & (rows["admin2"] == "Hawija")]
    for beside in (False, True):
        some = counted[counted["beside"].notna() == beside].dropna(subset="group")
        told = some.groupby(["period_start", "group"])["incidents"].sum()
        again = there[there["beside"].notna() == beside]
        months = pd.to_datetime(again["event_date"]).dt.to_period("M").dt.start_time
        by_hand = again.groupby([months, "event_type"]).size()
        assert told[told > 0].to_dict() == by_hand.to_dict() != {}


def test_what_is_drawn_across_bars_is_those_of_which_more_than_half_lies_in_it() -> None:
    day = date.fromisoformat
    for first, last, period, wanted in (
        ("2017-03-10", "2017-05-20", "month", ("2017-03-01", "2017-05-31")),
        ("2017-03-20", "2017-05-10", "month", ("2017-04-01", "2017-04-30")),
        ("2017-03-20", "2017-03-25", "month", ("2017-03-01", "2017-03-31")),
        ("2017-03-14", "2017-03-22", "week", ("2017-03-13", "2017-03-19")),
        ("2017-03-14", "2017-03-16", "day", ("2017-03-14", "2017-03-16")),
        ("2016-02-01", "2018-09-01", "year", ("2016-01-01", "2018-12-31")),
    ):
        found = answers.bars_within(day(first), day(last), period)
        assert tuple(map(str, found)) == wanted, (first, last, period)


def test_what_the_filter_does_not_keep_is_not_selected(store: Store, rows: pd.DataFrame) -> None:
    narrow = IncidentFilter(provinces=("Diyala",), date_from=date(2018, 1, 1))
    elsewhere = Term("district", "Kirkuk/Hawija")
    gone = Term("incident", str(rows["incident_id"].iloc[-1]))
    found = answers.selected(store, narrow, Selection((elsewhere, gone)))
    assert found.ids == ()
    assert found.empty == (elsewhere, gone)
    assert found.summary.is_empty


def test_evidence_is_that_of_the_finding(store: Store) -> None:
    report = load_reports(SHIPPED / "reports").first
    assert report
    findings = evaluate(store, report, date(2018, 12, 31))
    item = next(each for each in findings if len(each.evidence.supporting))
    whole = IncidentFilter(provinces=())
    asked = Selection((Term("finding", f"{item.slug}/supporting"),))
    found = answers.selected(store, whole, asked, findings)
    assert set(found.ids) == set(item.evidence.supporting["incident_id"])
    assert (
        answers.selected(store, whole, Selection((Term("finding", "x/for"),)), findings).ids == ()
    )
