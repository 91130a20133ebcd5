"""Numbers on the map: in a district, at a province's name, on a disc's rim, on a stack."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

import pandas as pd
import shapely

from corridor.maps.basemap import Basemap
from corridor.maps.map_labels import BOLD, DISTRICT, HEXAGON, NUMBER, RIM, STACK, Detail, label
from corridor.maps.map_marks import opened, told_uploaded
from corridor.maps.map_placing import Block, Row
from corridor.maps.map_text import safe
from corridor.palette import Theme, rgba
from corridor.words import numbers as fmt
from corridor.words import say

# More stacks than this are not numbered beside their marks.
_MOST_BESIDE: Final = 60
# Nor are more rims: a number among many is no one's.
_MOST_RIMS: Final = 20
_RIM_DEGREES: Final = 25 / 111.2
# Where a count may stand on a rim, in degrees clockwise from the north.
_RIM_TURNS: Final = (0, 20, -20, 40, -40, 60, -60)
_GRID: Final = 9


def province_counts(places: pd.DataFrame) -> dict[str, tuple[str, Row]]:
    """Return "+8" and what a click on it opens, by province, for incidents known no better."""
    return {
        str(admin1): _province_count(str(admin1), inside)
        for admin1, inside in places.groupby("admin1")
    }


def _province_count(admin1: str, places: pd.DataFrame) -> tuple[str, Row]:
    count = int(places["incidents"].sum())
    uploaded = int(places["uploaded"].sum()) if "uploaded" in places else 0
    first, last = places["first_date"].min(), places["last_date"].max()
    return told_uploaded(f"+{fmt.number(count)}", count, uploaded), {
        "n": count,
        "place": safe(say("map-province", province=admin1)),
        "what": told_uploaded(say("map-known-to-province", count=count), count, uploaded),
        "how": fmt.days(pd.Timestamp(first).date(), pd.Timestamp(last).date()),
        "m": [int(index) for index in places.index],
        "u": "+",
    }


def district_counts(districts: list[Row], basemap: Basemap, detail: Detail) -> list[Block]:
    """Return "10 in Hawija district" in the colour of the shading (the bare count in less room)."""
    return [_district_count(row, basemap, detail) for row in districts if detail != "low"]


def _district_count(row: Row, basemap: Basemap, detail: Detail) -> Block:
    count = told_uploaded(fmt.number(row["n"]), row["n"], row["uploaded"])
    named = say("map-count-in-place", count=row["n"], place=row["place"])
    named = told_uploaded(named, row["n"], row["uploaded"])
    texts = [count] if detail == "medium" else [named, count]
    spots = list(_inside(row, basemap))
    opens = opened(row) | {"u": "all"}
    ink = row["ink"] if "ink" in row else row["c"]
    ways = [
        [label(safe(text), spot, [*ink[:3], 255], 12, weight=BOLD, opens=opens)]
        for text in texts
        for spot in spots
    ]
    return Block(DISTRICT, ways, may_cover=True)


def _inside(row: Row, basemap: Basemap) -> Iterator[list[float]]:
    """Return the district's own spot, then others inside it, the nearest first."""
    first = basemap.district_anchor(*row["district"])
    yield first
    shape = basemap.districts[row["district"][0], row["district"][1]]
    west, south, east, north = shape.bounds
    parts = [(at + 0.5) / _GRID for at in range(_GRID)]
    spots = [(west + (east - west) * x, south + (north - south) * y) for x in parts for y in parts]
    held = [spot for spot in spots if shapely.contains_xy(shape, *spot)]
    for spot in sorted(held, key=lambda spot: math.dist(spot, first)):
        yield [round(value, 4) for value in spot]


def rim_counts(near: list[Row], theme: Theme, detail: Detail) -> list[Block]:
    """Return the number of incidents of a disc on its rim, when there are several."""
    told = [row for row in near if row["n"] > 1 or row["uploaded"]] if detail != "low" else []
    most = sorted(told, key=lambda row: -row["n"])[:_MOST_RIMS]
    return [Block(RIM, [_on_rim(row, turn, theme) for turn in _RIM_TURNS]) for row in most]


def _on_rim(row: Row, turn: float, theme: Theme) -> list[Row]:
    lon, lat = row["p"]
    north = _RIM_DEGREES * math.cos(math.radians(turn))
    east = _RIM_DEGREES * math.sin(math.radians(turn)) / math.cos(math.radians(lat))
    text = told_uploaded(fmt.number(row["n"]), row["n"], row["uploaded"])
    return [label(text, (lon + east, lat + north), rgba("ink2", theme), 12, weight=BOLD,
                  opens=opened(row))]  # fmt: skip


def hexagon_counts(hexagons: list[Row], theme: Theme) -> list[Block]:
    """Return the number of incidents of each hexagon that holds several.

    They open nothing of their own: a click goes through to the hexagon. Names come first: where
    points are many, every hexagon has a number, and no name would find room.
    """
    return [
        Block(HEXAGON, [[label(_short(row["n"]), row["p"], rgba("ink", theme), 11, weight=BOLD)]])
        for row in hexagons
        if row["n"] > 1
    ]  # fmt: skip


def _short(count: int) -> str:
    if count < 1000:
        return fmt.number(count)
    return say("map-thousands", thousands=fmt.number(count / 1000))


def holds_number(row: Row) -> bool:
    """Tell whether a mark is wide enough for the number of its incidents."""
    return bool(row["n"] > 1 and row["r"] >= 4 + 3.2 * len(fmt.number(row["n"])))


def stack_counts(exact: list[Row], theme: Theme, detail: Detail) -> list[Block]:
    """Return the number of incidents at one exact place, in the mark or beside it."""
    stacks = sorted((row for row in exact if row["n"] > 1), key=lambda row: -row["n"])
    inside = [_in_mark(row, theme) for row in stacks if holds_number(row)]
    beside = [_beside_mark(row) for row in stacks if not holds_number(row)]
    return [*inside, *(beside[:_MOST_BESIDE] if detail != "low" else [])]


def _in_mark(row: Row, theme: Theme) -> Block:
    ink = rgba("bg" if row["c"][3] > 140 else "ink", theme)
    text = label(fmt.number(row["n"]), row["p"], ink, 11, weight=BOLD, halo=False,
                 opens=opened(row))  # fmt: skip
    return Block(NUMBER, [[text]], own=row["p"], may_cover=True)


def _beside_mark(row: Row) -> Block:
    text, gap = fmt.number(row["n"]), round(row["r"] + 8)
    across = gap + 3 * len(text) - 2
    ways = [
        [label(text, row["p"], [*row["c"][:3], 255], 11, weight=BOLD, shift=shift,
               opens=opened(row))]
        for shift in ((0, -gap), (across, 0), (-across, 0), (0, gap))
    ]  # fmt: skip
    return Block(STACK, ways, own=row["p"])
