"""Map labels: complete, at the right place, and not written over each other."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
import shapely

from corridor import packs, settings
from corridor.geo import distances_km
from corridor.maps.basemap import load_basemap

BASEMAP = load_basemap(settings.SHIPPED / "reference", packs.region())
REFERENCE, LABELS = BASEMAP.reference, BASEMAP.labels
CORRIDOR = packs.region().provinces
# The corridor view: pixels per degree of longitude, height of a line, width of a letter.
SCALE = 244.0
SIZES = {
    "governorate": (18, 36, 11.0), "neighbour": (13, 28, 8.5), "country": (13, 28, 8.5),
    "town1": (14, 30, 7.2), "town2": (12, 13, 6.2), "place": (12, 13, 6.2), "road": (14, 14, 14.0),
}  # fmt: skip


def of_kind(kind):
    return LABELS[LABELS["kind"] == kind]


def box(label):
    """Give the rectangle of pixels that a label without an angle covers at the corridor view."""
    line, height, letter = SIZES[label.kind]
    in_line = (
        label.name if label.kind not in {"town2", "place"} else f"{label.name} {label.name_ar}"
    )
    width = letter * len(in_line)
    x = label.lon * SCALE + label.dx
    y = -math.degrees(math.asinh(math.tan(math.radians(label.lat)))) * SCALE + label.dy
    left = {"start": x, "end": x - width, "middle": x - width / 2}[label.anchor]
    return shapely.box(left, y - line / 2, left + width, y - line / 2 + height)


def test_every_kind_of_label_is_there():
    assert set(LABELS["kind"]) == set(SIZES) | {"range", "range_ar", "river", "road_name"}
    assert tuple(of_kind("governorate")["name"]) == CORRIDOR
    assert {"Iran", "Syria"} == set(of_kind("country")["name"])


def test_the_letters_of_the_range_spell_its_name_along_the_ridge():
    letters = of_kind("range")
    assert "".join(letters["name"]) == "HAMRINRANGE"
    assert letters["lon"].is_monotonic_increasing
    assert letters["lat"].is_monotonic_decreasing
    crest = REFERENCE.areas.shapes[0]
    assert max(distances_km(letters["lat"], letters["lon"], crest)) < 15


@pytest.mark.parametrize("name", CORRIDOR)
def test_a_governorates_name_stands_inside_it(name):
    label = of_kind("governorate").set_index("name").loc[name]
    assert shapely.contains_xy(REFERENCE.admin1.find(name), label["lon"], label["lat"])


def test_a_neighbours_name_stands_inside_it():
    for label in of_kind("neighbour").itertuples():
        polygon = REFERENCE.admin1.find(label.name)
        assert shapely.contains_xy(polygon, label.lon, label.lat), label.name


def test_towns_stand_where_the_gazetteer_has_them():
    for label in LABELS[LABELS["kind"].isin(["town1", "town2"])].itertuples():
        at = (REFERENCE.gazetteer["lat"] - label.lat).abs() < 0.001
        near = REFERENCE.gazetteer[at & ((REFERENCE.gazetteer["lon"] - label.lon).abs() < 0.001)]
        assert len(near) or label.name in {"Kalar", "Chamchamal"}, label.name


def test_road_numbers_stand_on_their_road():
    numbered = zip(REFERENCE.main_roads.properties, REFERENCE.main_roads.shapes, strict=True)
    lines = [(road["number"], shape) for road, shape in numbered if road["number"]]
    for label in of_kind("road").itertuples():
        point = shapely.Point(label.lon, label.lat)
        assert any(
            number == label.name and shape.distance(point) < 0.001 for number, shape in lines
        )


def test_names_are_not_written_over_each_other():
    level = LABELS[LABELS["kind"].isin(list(SIZES))]
    boxes = [(f"{label.kind} {label.name}", box(label)) for label in level.itertuples()]
    clashes = [(one, two) for (one, a), (two, b) in combinations(boxes, 2) if a.intersects(b)]
    assert clashes == []
