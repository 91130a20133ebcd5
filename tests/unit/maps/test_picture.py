"""The map as a picture: the same marks as the deck, where an own projection has them."""

from __future__ import annotations

import json
import math
import re
from xml.etree import ElementTree as ET

import pandas as pd
import pytest

from corridor.answers.places import legend_counts
from corridor.maps.incident_map import DESKTOP, Mode, incident_deck
from corridor.maps.map_sheet import key_of, map_svg, picture_svg
from corridor.maps.sent_map import sent_map
from corridor.maps.sheet import Told
from corridor.palette import rgba, type_rgba
from tests.hostile import ALL
from tests.unit.maps.test_incident_map import (
    BASEMAP,
    CIVILIANS,
    CLASH,
    END,
    INJANA,
    PLACES,
    place,
    rows,
)

SVG = "{http://www.w3.org/2000/svg}"
EARTH_METRES = 40_075_016.7


def deck_of(places: pd.DataFrame = PLACES, mode: Mode = "points") -> str:
    deck = incident_deck(
        places, theme="light", basemap=BASEMAP, window_end=END, report_place=INJANA, mode=mode
    )
    return deck.to_json()


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314  our own


def spot(deck: str, lon: float, lat: float) -> tuple[float, float]:
    """Where a place lies, by the formula of Mercator's map in degrees."""
    view = json.loads(deck)["initialViewState"]
    pixels = 512 * 2 ** view["zoom"] / 360

    def north(degrees: float) -> float:
        return math.degrees(math.log(math.tan(math.radians(45 + degrees / 2))))

    return (
        DESKTOP[0] / 2 + pixels * (lon - view["longitude"]),
        DESKTOP[1] / 2 - pixels * (north(lat) - north(view["latitude"])),
    )


def circles(drawn: ET.Element, ink: list[int]) -> list[ET.Element]:
    colour = "#" + "".join(f"{value:02x}" for value in ink[:3])
    found = drawn.iter(f"{SVG}circle")
    return [item for item in found if colour in (item.get("fill"), item.get("stroke"))]


def lies(item: ET.Element, at: tuple[float, float]) -> bool:
    return math.dist((float(item.get("cx", 0)), float(item.get("cy", 0))), at) < 0.2


def test_marks_lie_where_they_are_in_their_sizes_and_colours() -> None:
    deck = deck_of()
    drawn = parsed(picture_svg(deck, DESKTOP, "A map"))
    assert drawn.get("viewBox") == "0 0 1040 735"
    assert drawn.findtext(f"{SVG}title") == "A map"

    [town] = [
        item
        for item in circles(drawn, type_rgba(CIVILIANS, "light"))
        if lies(item, spot(deck, 44.392, 35.468)) and item.get("fill") != "none"
    ]
    assert float(town.get("r", 0)) == pytest.approx(3.2 + 1.55 * math.sqrt(40), abs=0.1)
    assert float(town.get("fill-opacity", 1)) == pytest.approx(0.65, abs=0.01), "161 days old"
    told = town.findtext(f"{SVG}title", "").replace("\u00a0", " ")
    assert told.startswith("Hawija. 5 incidents, mostly violence against civilians; 40 killed. ")

    disc = [item for item in circles(drawn, type_rgba(CLASH, "light"))
            if lies(item, spot(deck, 44.6, 34.9))]  # fmt: skip
    zoom = json.loads(deck)["initialViewState"]["zoom"]
    metre = 512 * 2**zoom / (EARTH_METRES * math.cos(math.radians(34.9)))
    assert sorted(float(item.get("r", 0)) for item in disc) == pytest.approx(
        [8250 * metre, 16500 * metre, 25000 * metre], abs=0.1
    )
    assert max(float(item.get("fill-opacity", 1)) for item in disc) < 0.05, "never a dot"

    red = circles(drawn, rgba("report", "light"))
    [report] = [item for item in red if item.get("stroke-width") == "2.6"]
    assert lies(report, spot(deck, INJANA.longitude, INJANA.latitude))
    assert report.get("fill") == "none"


def test_a_district_is_shaded_and_names_stand_as_they_are_read() -> None:
    drawn = parsed(picture_svg(deck_of(), DESKTOP, ""))
    titles = [item.findtext(f"{SVG}title", "") for item in drawn.iter(f"{SVG}path")]
    [hawija] = [told for told in titles if told.startswith("Hawija district")]
    assert "10\u00a0incidents" in hawija
    texts = {item.text for item in drawn.iter(f"{SVG}text")}
    assert {"KIRKUK", "كركوك", "10 in Hawija district", "+8", "+4"} <= texts
    assert not [text for text in texts if text and re.search("[\ufb50-\ufeff]", text)]


def test_what_others_tell_is_outline_alone() -> None:
    beside = pd.DataFrame([place(1, beside="ACLED"), place(1, latitude=34.5, beside=None)])
    deck = deck_of(beside)
    drawn = parsed(picture_svg(deck, DESKTOP, ""))
    found = [item for item in drawn.iter(f"{SVG}circle") if lies(item, spot(deck, 43.772, 35.325))]
    rings = [item for item in found if "only by ACLED" in item.findtext(f"{SVG}title", "")]
    assert rings
    assert {item.get("fill") for item in rings} == {"none"}


def test_heat_and_hexagons_are_drawn_too() -> None:
    heat = parsed(picture_svg(deck_of(mode="heat"), DESKTOP, ""))
    assert len(list(heat.iter(f"{SVG}radialGradient"))) == 1
    deck = deck_of(mode="hexagons")
    hexagons = parsed(picture_svg(deck, DESKTOP, ""))
    titles = [item.findtext(f"{SVG}title", "") for item in hexagons.iter(f"{SVG}path")]
    cells = rows(json.loads(deck), "hexagons")
    assert sum("within about 7" in told for told in titles) == len(cells) == 2


def test_a_file_has_title_key_and_sources_round_the_picture() -> None:
    counts = legend_counts(PLACES, {CLASH: 30, CIVILIANS: 5}, BASEMAP.reference)
    key = key_of(counts, "UCDP", "points", "The report’s incident")
    long = "A sentence that is too long for one line of the picture. " * 4
    told = Told("Map of incidents", (long,), key, ("UCDP GED 19.1",))
    file = parsed(map_svg(deck_of(), DESKTOP, told, "dark"))
    written = [item.text or "" for item in file.findall(f"{SVG}text")]
    assert written[0] == "Map of incidents"
    assert " ".join(written[1:3]).strip() == long.strip(), "it is broken at a blank"
    assert {"Armed clash 30", "10\u00a0killed", "The report’s incident"} <= set(written)
    assert written[-1] == "UCDP GED 19.1"
    tall = float(file.get("height", 0))
    assert tall > DESKTOP[1] + 100
    assert all(0 < float(item.get("y", 0)) < tall for item in file.findall(f"{SVG}text"))
    assert "size" not in " ".join(mark for mark, _ in key_of(counts, "UCDP", "heat"))


def test_strangers_text_stays_text() -> None:
    places = pd.DataFrame([place(1, location=text) for text in ALL])
    file = picture_svg(deck_of(places), DESKTOP, "".join(ALL))
    drawn = parsed(file)  # it is still XML
    known = {"svg", "title", "path", "circle", "text", "image"}
    assert {item.tag.removeprefix(SVG) for item in drawn.iter()} == known
    names = {name for item in drawn.iter() for name in item.attrib}
    assert not [name for name in names if name.startswith("on")]
    assert re.findall(r'href="(?!data:image/webp;base64,)', file) == []


def test_names_are_sent_of_marks_that_can_be_picked_alone() -> None:
    places = PLACES.assign(mark=[f"mark {at}" for at in range(len(PLACES))])
    deck = incident_deck(places, theme="light", basemap=BASEMAP, window_end=END)
    vague = places["geo_precision"].isna() | (places["geo_precision"] > 4)
    assert sent_map(deck, places, "light").marks == tuple(places["mark"][~vague])
    assert sent_map(deck, places[vague], "light").marks == ()
