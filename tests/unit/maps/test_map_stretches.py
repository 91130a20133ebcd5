"""What goes round a stretch of a road on the map."""

from __future__ import annotations

import pyproj
import pytest
from shapely.geometry import shape

from corridor import geo
from corridor.maps.map_stretches import stretch_layers

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
