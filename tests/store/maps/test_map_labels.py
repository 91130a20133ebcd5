"""The labels of the map on what is shipped: measured by the fonts themselves, none collides."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations
from typing import Any

import pytest
import shapely
import shapely.affinity
from PIL import ImageFont
from shapely.geometry.base import BaseGeometry

from corridor import packs, queries
from corridor.filter import IncidentFilter
from corridor.maps.incident_map import DESKTOP, PHONE, ReportPlace, incident_deck, load_basemap
from corridor.settings import PROJECT, SHIPPED
from corridor.store import Store

BASEMAP = load_basemap(SHIPPED / "reference", packs.region())
INJANA = ReportPlace(34.5333, 44.6333, "The report’s incident", "RAWABET:1")
OVERVIEW = (660, 405)
YEAR = IncidentFilter(date_from=date(2017, 7, 1), date_to=date(2018, 6, 30))
VIEWS: dict[str, tuple[IncidentFilter, dict[str, Any]]] = {
    "default": (IncidentFilter(date_from=date(2018, 1, 1), date_to=date(2018, 12, 31)), {}),
    "overview": (YEAR, {"small": True, "size": OVERVIEW}),
    "phone": (YEAR, {"small": True}),
    "year": (YEAR, {}),
    "all years": (replace(YEAR, date_from=date(2003, 1, 1)), {}),
    "district": (replace(YEAR, districts=("Hawija",)), {}),
    "one day": (replace(YEAR, date_from=date(2018, 6, 17), date_to=date(2018, 6, 17)), {}),
    "iraq": (replace(YEAR, provinces=()), {}),
    "hexagons": (YEAR, {"mode": "hexagons"}),
}
Deck = tuple[dict[str, list[dict[str, Any]]], dict[str, float], tuple[int, int]]


@cache
def font(weight: str, arabic: bool) -> ImageFont.FreeTypeFont:
    script = "arabic" if arabic else "latin"
    return ImageFont.truetype(PROJECT / f"static/fonts/ibm-plex-sans-{script}-{weight}.woff2", 1000)


def is_arabic(letter: str) -> bool:
    return letter >= "\u0590"


def wide(text: str, weight: str) -> float:
    """How wide a text is, in parts of its size: each script in the font that the map uses."""
    return sum(font(weight, is_arabic(letter)).getlength(letter) for letter in text) / 1000


def drawn(store: Store, view: str) -> Deck:
    chosen, options = VIEWS[view]
    deck = incident_deck(
        queries.map_places(store, chosen), theme="light", basemap=BASEMAP,
        window_end=chosen.date_to or date.max, provinces=chosen.provinces,
        districts=chosen.districts, report_place=INJANA, **options,
    )  # fmt: skip
    read = json.loads(deck.to_json())
    rows = {
        item["id"]: item["data"]["features"] if isinstance(item["data"], dict) else item["data"]
        for item in read["layers"]
    }
    size: Any = options.get("size", PHONE if options.get("small") else DESKTOP)
    return rows, read["initialViewState"], size


def pixel(place: list[float], view: dict[str, float], size: tuple[int, int]) -> tuple[float, float]:
    def up(latitude: float) -> float:
        return math.degrees(math.log(math.tan(math.radians(45 + latitude / 2))))

    scale = 512 * 2 ** view["zoom"] / 360
    return (size[0] / 2 + scale * (place[0] - view["longitude"]),
            size[1] / 2 - scale * (up(place[1]) - up(view["latitude"])))  # fmt: skip


def shapes(deck: Deck) -> list[tuple[str, BaseGeometry, list[float]]]:
    """Every label: its words, the ground that its letters cover, and its place."""
    rows, view, size = deck
    found = []
    for name in ("names-400", "names-600", "counts"):
        for row in rows[name]:
            x, y = pixel(row["p"], view, size)
            across = wide(row["t"], "400" if name == "names-400" else "600") * row["s"]
            left = {"start": 0.0, "middle": -across / 2, "end": -across}[row["a"]]
            half = 0.4 * row["s"]
            flat = shapely.affinity.rotate(
                shapely.box(left, -half, left + across, half), -row["g"], origin=(0, 0)
            )
            moved = shapely.affinity.translate(flat, x + row["o"][0], y + row["o"][1])
            found.append((row["t"], moved, row["p"]))
    return found


@pytest.mark.parametrize("view", VIEWS)
def test_no_two_labels_overlap(store: Store, view: str) -> None:
    labels = shapes(drawn(store, view))
    assert len(labels) > 8
    collide = [(one, other) for (one, a, _), (other, b, _) in combinations(labels, 2)
               if a.intersection(b).area > 1]  # fmt: skip
    assert collide == []


@pytest.mark.parametrize("view", VIEWS)
def test_no_label_lies_on_the_ring_or_on_a_numbered_mark(store: Store, view: str) -> None:
    deck = drawn(store, view)
    rows, frame, size = deck
    labels = shapes(deck)
    circles = [(ring["geometry"]["coordinates"], ring["r"]) for ring in rows["report"]]
    numbered = {tuple(row["p"]) for row in rows["counts"] if row["o"] == [0, 0]}
    circles += [(mark["p"], mark["r"]) for mark in rows.get("exact", ())
                if tuple(mark["p"]) in numbered]  # fmt: skip
    for place, radius in circles:
        middle = shapely.Point(pixel(place, frame, size))
        near = [text for text, shape, of in labels
                if of != place and shape.distance(middle) < radius]  # fmt: skip
        assert near == []


@pytest.mark.parametrize("view", VIEWS)
def test_no_label_is_cut_by_the_edge(store: Store, view: str) -> None:
    deck = drawn(store, view)
    edge = shapely.box(0, 0, *deck[2]).boundary
    assert [text for text, shape, _ in shapes(deck) if shape.intersects(edge)] == []


def test_what_matters_is_written_and_names_keep_off_marks(store: Store) -> None:
    deck = drawn(store, "year")
    rows, view, size = deck
    labels = shapes(deck)
    words = {text for text, _, _ in labels}
    assert {"KIRKUK", "SALAH AL-DIN", "DIYALA", "Hawija", "Baiji", "Samarra", "+8"} <= words
    for mark in rows["exact"]:
        middle = shapely.Point(pixel(mark["p"], view, size))
        over = [text for text, shape, _ in labels if text in {"Hawija", "Baiji", "Samarra"}
                and shape.distance(middle) < mark["r"]]  # fmt: skip
        assert over == []
