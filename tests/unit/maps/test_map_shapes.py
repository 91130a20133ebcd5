"""What goes round a stretch of a road on the map, and round what was drawn."""

from __future__ import annotations

import pyproj
import pytest
from shapely.geometry import shape

from corridor import geo
from corridor.maps.map_shapes import drawn_layers, stretch_layers

GLOBE = pyproj.Geod(ellps="WGS84")


def test_a_stretch_is_drawn_with_what_lies_beside_it() -> None:
    road = geo.road_of("baghdad-mosul")
    assert road is not None
    beside, line = stretch_layers([(road, (120, 150))], 5, "light")
    (area,) = (shape(each["geometry"]) for each in beside.data["features"])
    (drawn,) = (shape(each["geometry"]) for each in line.data["features"])
    assert GLOBE.geometry_length(drawn) == pytest.approx(30_000, rel=2e-3)
    assert area.contains(drawn.segmentize(0.01).interpolate(0.5, normalized=True))
    square_metres, _ = GLOBE.geometry_area_perimeter(area)
    assert abs(square_metres) == pytest.approx(30_000 * 10_000, rel=0.05)
    assert stretch_layers([], 5, "dark") == []


def test_what_was_drawn_is_outlined_as_it_was_drawn() -> None:
    area = geo.area_of("43.6,35.6;44.5,35.6;44.5,34.9;43.6,34.9")
    outline, rings = drawn_layers([area], [(44.39, 35.47, 20.0)], "dark")
    (feature,) = outline.data["features"]
    assert shape(feature["geometry"]).equals_exact(area.shape, 1e-4)
    (ring,) = rings.data["features"]
    assert (ring["geometry"]["coordinates"], ring["r"]) == ([44.39, 35.47], 20_000)
    assert drawn_layers([], [], "light") == []
