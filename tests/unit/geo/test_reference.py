"""The shipped reference geography: complete, named, and made from its sources."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
import shapely

from corridor import packs, settings
from corridor.geo import distances_km, km_to_admin1, load_reference
from corridor.geo.projection import METRES_PER_KM
from corridor.seed.geography import build_reference, repair_text

FOLDER = settings.SHIPPED / "reference"
REFERENCE = load_reference(FOLDER)
CORRIDOR_DISTRICTS = {
    "Kirkuk": {"Kirkuk", "Hawija", "Daquq", "Dibis"},
    "Salah al-Din": {"Samarra", "Tikrit", "Balad", "Baiji", "Shirqat", "Dour", "Tuz Khurmatu"},
    "Diyala": {"Khanaqin", "Baquba", "Khalis", "Muqdadiya", "Baladruz", "Kifri"},
}


def test_iraq_has_18_governorates_and_101_districts():
    assert len(REFERENCE.admin1.names) == 18
    assert len(REFERENCE.admin2.names) == 101
    assert set(packs.region().provinces) <= set(REFERENCE.admin1.names)


@pytest.mark.parametrize("governorate", packs.region().provinces)
def test_the_corridors_districts_carry_their_display_names(governorate):
    found = {item["name"] for item in REFERENCE.admin2.properties if item["admin1"] == governorate}
    assert found == CORRIDOR_DISTRICTS[governorate]


def test_districts_fill_their_governorate():
    for governorate in packs.region().provinces:
        parts = [
            shape
            for item, shape in zip(
                REFERENCE.admin2.properties, REFERENCE.admin2.metric, strict=True
            )
            if item["admin1"] == governorate
        ]
        whole = REFERENCE.admin1.find_metric(governorate)
        missing = whole.symmetric_difference(shapely.union_all(parts)).area / whole.area
        assert missing < 0.01


def test_countries_carry_readable_arabic_names():
    arabic = {item["name"]: item["name_ar"] for item in REFERENCE.countries.properties}
    assert arabic == {
        "Iraq": "العراق", "Iran": "إيران", "Syria": "سوريا", "Turkey": "تركيا",
        "Jordan": "الأردن", "Kuwait": "الكويت", "Saudi Arabia": "السعودية",
    }  # fmt: skip


def test_text_read_in_the_wrong_encoding_is_repaired_and_other_text_left_alone():
    assert repair_text("سوريا".encode().decode("latin-1")) == "سوريا"
    assert repair_text(" سوريا ") == "سوريا"
    assert repair_text("Iraq") == "Iraq"


def test_main_roads_keep_the_length_of_their_source():
    kilometres = shapely.length(REFERENCE.main_roads.metric).sum() / METRES_PER_KM
    assert kilometres == pytest.approx(1716, abs=5)
    assert len(REFERENCE.roads.names) == len(set(REFERENCE.roads.names))


def test_kilometres_of_the_kirkuk_baghdad_road_start_at_kirkuk():
    at = list(REFERENCE.main_roads.names).index("Kirkuk–Baghdad road")
    road = REFERENCE.main_roads.properties[at]
    assert (road["number"], road["starts_at"]) == ("2", "Kirkuk")
    chain = REFERENCE.road_chains[at]
    start = shapely.Point(shapely.get_coordinates(REFERENCE.main_roads.shapes[at])[0])
    assert distances_km(35.46806, 44.39222, start)[0] < 3
    assert chain.length / METRES_PER_KM == pytest.approx(265, abs=10)


def test_areas_hold_the_hamrin_crest_and_the_shared_border():
    slugs = [item["slug"] for item in REFERENCE.areas.properties]
    assert slugs == ["hamrin", "boundary-kirkuk-salah-al-din", "boundary-salah-al-din-diyala"]
    border = REFERENCE.areas.shapes[2]
    for governorate in ("Salah al-Din", "Diyala"):
        assert shapely.distance(border, REFERENCE.admin1.find(governorate)) == 0
    assert border.length > 1


def test_distance_to_kirkuk_of_the_two_points_of_17_june():
    assert km_to_admin1(34.30, 44.533333, "Kirkuk", REFERENCE) == pytest.approx(48.0, abs=0.05)
    assert km_to_admin1(34.53, 44.63, "Kirkuk", REFERENCE) == pytest.approx(33.0, abs=0.05)
    assert km_to_admin1(35.468, 44.392, "Kirkuk", REFERENCE) == 0


def test_an_unknown_governorate_is_an_error():
    with pytest.raises(KeyError, match="Atlantis"):
        km_to_admin1(34.0, 44.0, "Atlantis", REFERENCE)


def test_a_missing_coordinate_has_no_distance():
    found = distances_km([34.3, np.nan], [44.5, 44.5], REFERENCE.admin1.find("Kirkuk"))
    assert found[0] > 0
    assert np.isnan(found[1])


def test_one_degree_of_latitude_is_about_111_km():
    assert distances_km(35.0, 45.0, shapely.Point(45.0, 34.0))[0] == pytest.approx(110.9, abs=0.2)


def test_reference_is_read_once():
    assert load_reference(FOLDER) is REFERENCE


@pytest.mark.sources
@pytest.mark.skipif("CORRIDOR_SOURCES" not in os.environ, reason="needs CORRIDOR_SOURCES")
def test_shipped_files_are_what_the_sources_give(tmp_path):
    build_reference(Path(os.environ["CORRIDOR_SOURCES"]), tmp_path)
    for made in sorted(tmp_path.iterdir()):
        assert made.read_bytes() == (FOLDER / made.name).read_bytes(), made.name
