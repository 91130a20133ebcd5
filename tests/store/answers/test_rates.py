"""Incidents for the size of each district, against pandas and a formula of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
import shapely

from corridor import answers, queries
from corridor.filter import IncidentFilter
from corridor.geo import load_reference
from corridor.maps.map_rates import rate_classes
from corridor.settings import Settings
from corridor.store import Store

CHOSEN = IncidentFilter(
    provinces=("Kirkuk", "Diyala"), date_from=date(2017, 7, 1), date_to=date(2018, 6, 30)
)
# Of a sphere with the surface of the earth.
RADIUS = 6371.0072


def km2(shape: shapely.Geometry) -> float:
    """Area on a sphere: the sum over edges of longitude by the sine of latitude."""
    rings = [ring for part in shapely.get_parts(shape) for ring in (part.exterior, *part.interiors)]
    whole = 0.0
    for ring in rings:
        points = np.radians(np.array(ring.coords))
        turned = sum((b[0] - a[0]) * (np.sin(a[1]) + np.sin(b[1])) / 2 for a, b in pairwise(points))
        whole += float(turned)
    return abs(whole) * RADIUS**2


def test_every_district_is_counted_once_for_its_size(store: Store, shipped: Settings) -> None:
    found = answers.district_rates(store, CHOSEN)
    listed = queries.list_incidents(store, CHOSEN)
    own = listed[listed["beside"].isna()]
    counted = own.dropna(subset=["admin2"]).groupby(["admin1", "admin2"]).size()
    shapes = load_reference(shipped.reference_dir).districts
    assert {(each.admin1, each.admin2) for each in found.rates} == {
        key for key in shapes if key[0] in CHOSEN.provinces
    }
    for each in found.rates:
        key = (each.admin1, each.admin2)
        assert each.incidents == counted.get(key, 0)
        assert each.km2 == pytest.approx(km2(shapes[key]), rel=0.005)
        assert each.rate == pytest.approx(1000 * counted.get(key, 0) / each.km2)
        assert each.is_few == (0 < counted.get(key, 0) < 5)
    assert found.no_district == len(own) - counted.sum() > 0
    rates = [each.rate or 0.0 for each in found.rates]
    assert rates == sorted(rates, reverse=True)


def test_classes_hold_every_rate_and_end_in_round_numbers(store: Store) -> None:
    found = answers.district_rates(store, CHOSEN)
    classes = rate_classes(found, "light")
    assert [item.upto / classes[-1].upto for item in classes] == [0.1, 0.2, 0.5, 1.0]
    assert all(one.upto == other.over for one, other in pairwise(classes))
    most = max(each.rate or 0.0 for each in found.rates)
    assert classes[-1].upto / 2.5 <= most <= classes[-1].upto


def test_rates_of_two_periods_have_one_scale_and_are_of_a_month_where_lengths_differ(
    store: Store,
) -> None:
    before = replace(CHOSEN, date_from=date(2016, 7, 1), date_to=date(2017, 6, 30))
    alike = answers.compared_rates(store, replace(CHOSEN, compare="year-before"))
    assert alike
    sides = [answers.district_rates(store, each) for each in (CHOSEN, before)]
    assert [side.rates for side in alike] == [side.rates for side in sides]
    assert alike[0].most == alike[1].most == max(side.most for side in sides)
    assert rate_classes(alike[0], "light") == rate_classes(alike[1], "light")
    assert not alike[0].is_a_month

    unlike = answers.compared_rates(store, replace(CHOSEN, compare="2010-01-01/2011-12-31"))
    assert unlike
    assert unlike[1].is_a_month
    for side, days in zip(unlike, (365, 730), strict=True):
        for each in side.rates:
            expected = 1000 * (each.incidents or 0) / each.km2 / days * 365.25 / 12
            assert each.rate == pytest.approx(expected)
    assert rate_classes(unlike[0], "light") == rate_classes(unlike[1], "light")
    assert answers.compared_rates(store, replace(CHOSEN, compare="1980-01-01/1980-12-31")) is None


def test_where_nothing_is_covered_nothing_is_known(store: Store) -> None:
    later = replace(CHOSEN, date_from=date(2024, 1, 1), date_to=date(2024, 12, 31))
    found = answers.district_rates(store, later)
    assert {each.incidents for each in found.rates} == {None}
    assert rate_classes(found, "light") == ()
