"""What changed in each place, against pandas and geodesics over the shipped file."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from corridor import vocabulary
from corridor.answers import Change, changes
from corridor.filter import IncidentFilter
from corridor.store import Store
from corridor.texts import changes_text
from tests import independent
from tests.independent import DATA, random_filters

YEAR = IncidentFilter(date_from=date(2017, 7, 1), date_to=date(2018, 6, 30))
# A gap of the series between its declared days and what is asked lies behind the last of them.
FILTERS = [
    *(
        replace(
            chosen,
            date_from=chosen.date_from or date(2012, 3, 1),
            sources=(),
            text="",
            compare=compare,
        )
        for chosen, compare in zip(
            random_filters(60)[::12],
            ["", "2010-01-01/2011-12-31", "year-before", "2018-06-01/2019-12-31", "2014"],
            strict=True,
        )
    ),
    YEAR,
]
ROADS = [
    item["properties"]["name"]
    for item in json.loads((DATA / "reference" / "roads.geojson").read_text("utf-8"))["features"]
    if item["properties"]["class"] == "main" and item["properties"]["name_ar"]
]
Place = tuple[str, str, str | None]


def counted(chosen: IncidentFilter, days: pd.DatetimeIndex) -> dict[Place, int]:
    """Incidents by place on some days, and those of which no district or no distance is known."""
    rows = independent.measured(replace(chosen, date_from=None, date_to=None))
    rows = rows[rows["event_date"].isin(days)]
    found: dict[Place, int] = {("all", "", None): len(rows)}
    found |= {("province", str(name), None): len(part) for name, part in rows.groupby("admin1")}
    for (admin1, admin2), part in rows.groupby(["admin1", "admin2"]):
        found["district", str(admin2), str(admin1)] = len(part)
    for road in ROADS:
        found["road", road, None] = int(independent.beside_road(rows, road, 5).sum())
    found["no district", "", None] = int(rows["admin2"].isna().sum())
    is_measured = (rows["geo_precision"] <= 2) & rows["latitude"].notna()
    found["no distance", "", None] = int((~is_measured).sum())
    return found


@pytest.mark.parametrize("chosen", FILTERS, ids=lambda chosen: chosen.describe())
def test_every_place_is_counted_as_anybody_would(store: Store, chosen: IncidentFilter) -> None:
    found = changes(store, chosen)
    if not found.places:
        assert found.windows is None or not found.windows.others
        return
    assert found.windows is not None
    sides = [
        counted(chosen, pd.DatetimeIndex(np.concatenate(
            [pd.date_range(*pair).to_numpy() for pair in days.pairs]
        )))
        for days in (found.windows.covered, found.windows.others)
    ]  # fmt: skip
    told = {(each.kind, each.place, each.admin1): (each.incidents, each.before)
            for each in found.places}  # fmt: skip
    told["no district", "", None] = found.no_district.incidents, found.no_district.before
    told["no distance", "", None] = found.no_distance.incidents, found.no_distance.before
    every = {key: tuple(side.get(key, 0) for side in sides) for key in sides[0] | sides[1]}
    assert told == {key: both for key, both in every.items() if any(both) or key in told}
    length = found.windows.days, found.windows.others.days
    for each in found.places:
        by_mean = max(length) * 27 > min(length) * 28
        now, before = np.array([each.incidents, each.before]) / (length if by_mean else 1)
        assert each.change == pytest.approx((now - before) * (365.25 / 12 if by_mean else 1))
        if each.relative is not None:
            assert each.relative == pytest.approx(now / before - 1)


def test_the_filters_compare_something(store: Store) -> None:
    found = [changes(store, chosen) for chosen in FILTERS]
    assert sum(len(each.places) > 5 for each in found) >= 4
    assert {each.windows.is_by_mean for each in found if each.windows} == {True, False}


def test_the_largest_difference_of_a_kind_comes_first(store: Store) -> None:
    found = changes(store, YEAR)
    assert [each.kind for each in found.places] == sorted(
        (each.kind for each in found.places), key=["all", "province", "road", "district"].index
    )
    for kind in ("province", "road", "district"):
        sizes = [abs(each.change) for each in found.of(kind)]
        assert len(sizes) > 1
        assert sizes == sorted(sizes, reverse=True)


def test_days_that_are_not_covered_whole_are_never_compared_by_count(store: Store) -> None:
    """A period that is cut is compared with as many days; typed days that are, by their means."""
    cut = changes(store, replace(YEAR, date_to=date(2019, 6, 30)))
    assert cut.windows is not None
    assert cut.windows.is_cut
    assert cut.windows.now[1] == date(2018, 12, 31)
    assert cut.windows.others.days == cut.windows.days
    assert "Only days that are covered are counted" in changes_text.compared(cut)
    typed = changes(store, replace(YEAR, compare="2018-12-01/2019-01-31"))
    assert typed.windows is not None
    assert typed.windows.others.days == 31
    assert all(each.a_month is not None for each in typed.places)
    said = changes_text.compared(typed).replace("\u00a0", " ")
    assert "only 1–31 Dec 2018 are covered" in said
    assert changes(store, replace(YEAR, date_from=date(1989, 1, 1))).places == ()


def test_the_last_weeks_of_the_series_are_named(store: Store) -> None:
    last = date(2018, 12, 31)
    found = changes(store, replace(YEAR, date_to=last))
    assert found.thin_from == last - timedelta(days=41)
    assert changes(store, YEAR).thin_from is None


def test_what_is_in_no_place_is_said(store: Store) -> None:
    found = changes(store, YEAR)
    missing = found.no_district
    assert missing.incidents == found.of("all")[0].incidents - sum(
        each.incidents for each in found.of("district")
    )
    assert f"District not known for {missing.incidents}\u00a0incidents" in changes_text.note(found)
    far = found.no_distance.incidents
    assert f"Distance to a road not known for {far}\u00a0incidents" in changes_text.on_roads(found)
    assert "within 5\u00a0km" in changes_text.on_roads(found)


def test_nothing_is_measured_twice_in_one_word(store: Store) -> None:
    """Level and change are two classes: every word of one occurs with several of the other."""
    places: list[Change] = [
        each for chosen in (YEAR, FILTERS[1]) for each in changes(store, chosen).places
    ]
    pairs = {(each.level, each.change_class) for each in places}
    assert {"moderate", "few"} <= {level for level, _ in pairs}
    assert len({change for level, change in pairs if level == "moderate"}) > 1
    assert {level for level, _ in pairs} <= set(vocabulary.LEVELS)
