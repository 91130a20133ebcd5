"""The ground of the second region: names, counts, roads, lakes and terrain lie in place."""

from __future__ import annotations

import pytest
import shapely
from PIL import Image
from shapely.geometry import shape

from corridor import packs
from corridor.geo import load_reference
from corridor.maps.basemap import Area, Basemap, load_basemap
from corridor.maps.incident_map import DESKTOP, PHONE, first_frame
from corridor.maps.map_layers import ground_layers, line_layers
from corridor.maps.map_view import detail_at
from corridor.settings import PROJECT, SHIPPED

REFERENCE = load_reference(SHIPPED / "reference")
REGION = packs.region("anbar-upper-euphrates")


@pytest.fixture
def basemap() -> Basemap:
    return load_basemap(SHIPPED / "reference", REGION)


def test_counts_of_districts_stand_inside_them(basemap: Basemap) -> None:
    for district, point in REGION.anchors.items():
        assert shapely.contains_xy(basemap.districts["Anbar", district], *point), district


def test_names_of_provinces_and_countries_stand_inside_them() -> None:
    for label in REGION.labels:
        layers = {"governorate": REFERENCE.admin1, "neighbour": REFERENCE.admin1,
                  "country": REFERENCE.countries}  # fmt: skip
        if label.kind in layers:
            outline = layers[label.kind].find(label.name)
            assert shapely.contains_xy(outline, label.lon, label.lat), label.name


def test_towns_stand_where_the_gazetteer_has_them() -> None:
    places = REFERENCE.gazetteer
    for label in REGION.labels:
        if label.kind in {"town1", "town2"}:
            near = (places["lat"] - label.lat).abs() + (places["lon"] - label.lon).abs() < 0.001
            assert near.any(), label.name


def test_the_first_view_holds_its_towns_and_leaves_room_for_all_names(basemap: Basemap) -> None:
    frame = first_frame(basemap, Area(REGION.provinces), DESKTOP)
    assert detail_at(frame.view.zoom, small=False) == "full"
    towns = [label for label in REGION.labels if label.kind == "town1"]
    assert all(frame.shows(town.lon, town.lat) for town in towns)
    phone = first_frame(basemap, Area(REGION.provinces), PHONE)
    assert all(phone.shows(town.lon, town.lat) for town in towns)


def test_roads_and_river_go_on_where_those_of_the_reference_end(basemap: Basemap) -> None:
    rutba = shapely.Point(40.286, 33.037)
    roads = [shape(each["geometry"]) for each in basemap.roads]
    assert min(road.distance(rutba) for road in roads) < 0.05
    assert all(road.distance(rutba) > 1 for road in REFERENCE.main_roads.shapes)
    (ours,) = [each for each in REGION.water if each["geometry"]["type"] == "LineString"]
    euphrates = [each for each, item in zip(REFERENCE.rivers.shapes, REFERENCE.rivers.properties,
                 strict=True) if item["name"] == "Euphrates"]  # fmt: skip
    assert shape(ours["geometry"]).distance(euphrates[0]) == 0


def test_the_map_draws_its_own_terrain_and_lakes(basemap: Basemap) -> None:
    ground = {layer.id: layer for layer in ground_layers(basemap, "dark", frozenset(), "")}
    assert ground["terrain"].image == "/app/static/terrain-anbar-dark.webp"
    assert ground["terrain"].bounds == [38.2, 30.9, 44.8, 35.6]
    assert len(ground["lakes"].data["features"]) == 3
    assert "lakes" not in {
        layer.id for layer in ground_layers(basemap, "dark", frozenset({"rivers"}), "")
    }
    for theme in ("light", "dark"):
        picture = Image.open(PROJECT / "static" / f"terrain-anbar-{theme}.webp")
        assert picture.size == (2376, 2024)


def test_the_first_region_keeps_its_ground() -> None:
    first = load_basemap(SHIPPED / "reference", packs.region())
    ground = {layer.id: layer for layer in ground_layers(first, "light", frozenset(), "")}
    assert set(ground) == {"land", "terrain"}
    assert ground["terrain"].image == "/app/static/terrain-light.webp"
    lines = {layer.id: layer for layer in line_layers(first, "light", Area(()), frozenset())}
    assert len(lines["roads"].data["features"]) == len(REFERENCE.main_roads.shapes)
