"""A road is found in any spelling, and taken apart into pieces that are as long as it is."""

from __future__ import annotations

import numpy as np
import pyproj
import pytest
import shapely

from corridor import geo, settings

SPELLINGS = {
    "Kirkuk–Baghdad road": (
        "Kirkuk–Baghdad road", "kirkuk-baghdad", "Baghdad to Kirkuk highway", "Kerkuk Bagdad",
        "طريق كركوك – بغداد", "كركوك بغداد", "KIRKUK—BAGHDAD",
    ),
    "Baghdad–Mosul road": ("Highway 1", "mosul baghdad", "Route 1"),
    "Kirkuk–Sulaymaniyah road": ("Kirkuk-Sulaimaniyah",),
}  # fmt: skip
PAIRS = [(text, name) for name, texts in SPELLINGS.items() for text in texts]


@pytest.mark.parametrize(("text", "name"), PAIRS)
def test_a_road_is_found_in_any_spelling(text: str, name: str) -> None:
    assert geo.road_name(text) == name


def test_a_slip_is_a_guess_and_what_names_two_roads_says_so() -> None:
    slip, number = geo.take_road("Kirkuk–Baghdd"), geo.take_road("2")
    assert slip is not None
    assert (slip.road.name, slip.is_guess) == ("Kirkuk–Baghdad road", True)
    assert geo.road_name("Kirkuk–Baghdd") is None
    assert number is not None
    assert [road.slug for road in (number.road, *number.others)] == [
        "kirkuk-baghdad", "kirkuk-erbil"
    ]  # fmt: skip
    for text in ("Silk", "", "Kirkuk", "x" * 5000, "Unnamed main road 1"):
        assert geo.take_road(text) is None, text
    assert geo.nearest_roads("Kirkuk–Bagdd")[0] == "Kirkuk–Baghdad road"
    assert geo.nearest_roads("Silk") == geo.road_names()


def test_pieces_are_the_road_and_a_bridge_over_its_gap() -> None:
    globe = pyproj.Geod(ellps="WGS84")
    known = geo.load_reference(settings.SHIPPED / "reference").main_roads
    for road in geo.roads():
        pieces = geo.road_pieces(road.name)
        lengths = [float(np.hypot(each["dx"], each["dy"])) for each in pieces]
        assert [each["begins"] for each in pieces] == pytest.approx([0, *np.cumsum(lengths)[:-1]])
        line = known.find(road.name)
        bridges = sum(not each["is_road"] for each in pieces)
        assert bridges == len(shapely.get_parts(line)) - 1
        whole = shapely.get_coordinates(line)
        assert road.length == pytest.approx(globe.line_length(*whole.T) / 1000, rel=5e-4)
        assert road.length == pytest.approx(sum(lengths) / 1000)
    assert sum(not each["is_road"] for each in geo.road_pieces("Kirkuk–Baghdad road")) == 1


def test_a_stretch_begins_and_ends_at_its_kilometres() -> None:
    globe = pyproj.Geod(ellps="WGS84")
    part = geo.stretch("Baghdad–Mosul road", 120, 150)
    assert globe.geometry_length(part) == pytest.approx(30_000, rel=5e-4)
    rest = geo.stretch("Baghdad–Mosul road", 0, 120)
    assert shapely.distance(part, rest) == pytest.approx(0, abs=1e-9)
    assert globe.geometry_length(rest) == pytest.approx(120_000, rel=5e-4)
