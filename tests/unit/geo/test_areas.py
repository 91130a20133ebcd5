"""Areas are taken as they stand or refused with what helps; their sides say what lies inside."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from corridor import geo
from corridor.geo import Area, AreaError, area_of

RING = [[44.1, 35.2], [44.5, 35.2], [44.5, 35.6], [44.1, 35.2]]
HOLE = [[44.3, 35.25], [44.45, 35.25], [44.45, 35.4], [44.3, 35.25]]
POLYGON = {"type": "Polygon", "coordinates": [RING]}
FAR = {"type": "Polygon", "coordinates": [[[45, 34], [45.5, 34], [45.5, 34.5]]]}
SHORT = "44.1,35.2;44.5,35.2;44.5,35.6"
MANY = ";".join(f"{44 + at / 1000},{35 + at * at / 1e6}" for at in range(201))


def feature(geometry: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"name": "x"}, "geometry": geometry}


SAME = [
    SHORT,
    " 44.1 35.2; 44.5,35.2 ;44.5,35.6;44.1,35.2; ",
    json.dumps(POLYGON),
    json.dumps(POLYGON, indent=4),
    json.dumps({"type": "MultiPolygon", "coordinates": [[RING]]}),
    json.dumps(feature(POLYGON)),
    json.dumps({"type": "FeatureCollection", "features": [feature(POLYGON)]}),
    json.dumps({"type": "GeometryCollection", "geometries": [POLYGON]}),
    json.dumps({"type": "Polygon", "coordinates": [[[*at, 120.5] for at in RING]]}),
]


@pytest.mark.parametrize("text", SAME)
def test_every_form_gives_the_same_area(text: str) -> None:
    area = area_of(text)
    assert (area.text, area.was_open) == (SHORT, False)
    assert area.shape.equals(shapely.Polygon(RING))
    # A triangle of 0.4 by 0.4 degrees at 35.4° N: half of 44.4 km by 36.3 km.
    assert area.km2 == pytest.approx(44.4 * 36.3 / 2, rel=0.005)
    assert area.middle == pytest.approx((35.3333, 44.3667), abs=1e-3)


def test_an_open_ring_of_geojson_is_closed_and_that_is_known() -> None:
    area = area_of(json.dumps({"type": "Polygon", "coordinates": [RING[:3]]}))
    assert (area.text, area.was_open) == (SHORT, True)


@pytest.mark.parametrize(
    "polygons",
    [
        [[RING, HOLE]],
        [[RING], FAR["coordinates"]],
        [[RING], [[[44.4, 35.1], [44.6, 35.1], [44.6, 35.5], [44.4, 35.5]]]],
        [[RING], [RING]],
    ],
)
def test_holes_and_several_polygons_go_through_the_short_form(polygons: Any) -> None:
    area = area_of(json.dumps({"type": "MultiPolygon", "coordinates": polygons}))
    again = area_of(area.text)
    assert again.text == area.text
    wanted = shapely.union_all([shapely.Polygon(shell, holes) for shell, *holes in polygons])
    assert again.shape.equals(wanted)
    assert same_inside(again, wanted)


def same_inside(area: Area, shape: Any) -> bool:
    """Compare the rule of `filtered_inside.sql`, in NumPy, with shapely, at points of a grid."""
    west, south, east, north = shape.bounds
    lons, lats = (
        each.ravel()
        for each in np.meshgrid(
            np.linspace(west - 0.013, east + 0.017, 40),
            np.linspace(south - 0.011, north + 0.019, 40),
        )
    )
    turns = np.zeros(len(lons))
    for side in area.segments():
        x, y, dx, dy = side["x"], side["y"], side["dx"], side["dy"]
        meets = ((y > lats) != (y + dy > lats)) & (((lons - x) * dy - (lats - y) * dx) * dy < 0)
        turns += np.where(meets, np.sign(dy), 0)
    inside: bool = np.array_equal(turns != 0, shapely.contains_xy(shape, lons, lats))
    return inside


FAULTS = {
    "": "has no corners",
    " ; | ": "has no corners",
    "Hawija": "cannot be read",
    "44.1,35.2;44.5": "cannot be read",
    "44.1,35.2,3;44.5,35.2,3;44.5,35.6,3": "cannot be read",
    "nan,35;44,35;44,36": "cannot be read",
    "{": "cannot be read",
    "[" * 20_000: "cannot be read",
    '{"geometry":' * 2_000: "cannot be read",
    json.dumps({"type": "Polygon", "coordinates": [["44", "35"]]}): "cannot be read",
    json.dumps({"type": "Polygon", "coordinates": [[["44", "35"]] * 3]}): "cannot be read",
    json.dumps({"type": "Polygon", "coordinates": [[[True, 35], [44, 35], [44, 36]]]}): "be read",
    json.dumps({"type": "Polygon", "coordinates": None}): "cannot be read",
    json.dumps(feature(None)): "cannot be read",
    json.dumps({"type": "Point", "coordinates": [44, 35]}): "have no inside",
    json.dumps({"type": ["Polygon"]}): "have no inside",
    json.dumps({"type": "FeatureCollection", "features": []}): "has no corners",
    json.dumps({"type": "MultiPolygon", "coordinates": [[RING], [[]]]}): "fewer than three corners",
    "44.1,35.2;44.5,35.2": "fewer than three corners",
    "44.1,35.2;44.5,35.2;44.1,35.2;44.5,35.2": "fewer than three corners",
    MANY: "has 201.corners; at most 200",
    " " * 50_001: "longer than 50,000.signs",
    "35.2,44.1;35.2,44.5;35.6,44.5": "swapped: .* Write longitude first, beginning 44.1,35.2",
    "200,35;44,35;44,36": "outside the world",
    "44,1e999;44,35;45,36": "cannot be read",
    "2,48;3,48;3,49": "lies far from Iraq",
    "44.1,35.2;44.5,35.6;44.5,35.2;44.1,35.6": "crosses itself near 35.4, 44.3 ",
    "44,35;45,36;46,37": "all its corners lie on one line",
    "44,35;45,35;45,36|44.8,34.9;45.2,34.9;45.2,35.2": "overlapping rings",
    f"{SHORT}|{SHORT}": "overlapping rings",
    json.dumps(
        {"type": "Polygon", "coordinates": [RING, FAR["coordinates"][0]]}
    ): "hole has to lie",
}


@pytest.mark.parametrize("text", FAULTS, ids=lambda text: text[:30])
def test_what_cannot_be_taken_is_refused_with_what_helps(text: str) -> None:
    with pytest.raises(AreaError, match=FAULTS[text]):
        area_of(text)


def test_two_hundred_corners_are_taken_closed_or_not() -> None:
    text = MANY.rpartition(";")[0]
    assert area_of(text).corners == area_of(f"{text};44,35").corners == 200


pairs = st.tuples(st.floats(42, 46, allow_nan=False), st.floats(33, 37, allow_nan=False))


@given(st.lists(st.lists(pairs, min_size=3, max_size=6), min_size=1, max_size=3))
def test_whatever_is_taken_is_taken_again_from_its_short_form(rings: Any) -> None:
    text = "|".join(";".join(f"{lon},{lat}" for lon, lat in ring) for ring in rings)
    try:
        area = area_of(text)
    except AreaError:
        return
    again = area_of(area.text)
    assert again.text == area.text
    assert again.shape.equals_exact(area.shape, 1e-9, normalize=True)


@given(st.text(max_size=60))
def test_any_text_is_an_area_or_refused(text: str) -> None:
    for tried in (text, "{" + text, f'{{"type":"Polygon","coordinates":{text}}}'):
        with contextlib.suppress(AreaError):
            assert geo.area_of(tried).corners >= 3
