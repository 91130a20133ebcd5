"""The two other ways to see the points: a heat surface and hexagons with their counts.

The grid of hexagons is our own, some 40 lines, and not H3. DuckDB's cells come with an extension
that has to be downloaded; the library, compiled for each platform, would save about 30 lines. H3's
cells come in steps of 2.6 (edges of 3.7, 9.9 and 26 km where a map of Iraq needs them), lie turned
against each other and differ in area. Ours have the size that can be read at the first view, look
alike on the screen, and differ by some 8 % on the ground from one end of Iraq to the other. Nobody
here exchanges numbers of cells with others, which is what H3 is for.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

import pandas as pd
import pydeck as pdk

from corridor.maps.map_marks import told_uploaded
from corridor.palette import Theme, rgba
from corridor.words import numbers as fmt
from corridor.words import say

Row = dict[str, Any]

# Centre to corner at a zoom of 7 and closer. A disc of 25 km does not fit into one: hexagons take
# exact places only, near ones stay discs.
HEXAGON_KM: Final = 7.0
_FULL_ZOOM: Final = 7.0
_KM_A_DEGREE: Final = 111.2
_STEPS: Final = (60, 110, 150, 185, 210, 235)


def heat_layer(places: pd.DataFrame, theme: Theme) -> pdk.Layer:
    """Return the density of incidents at exact places as a surface (not pickable)."""
    rows = [{"p": [round(float(place.longitude), 4), round(float(place.latitude), 4)],
             "n": int(place.incidents), "m": int(place.Index)}
            for place in _rows(places)]  # fmt: skip
    ramp = [rgba("accent", theme, alpha) for alpha in _STEPS]
    return pdk.Layer(
        "HeatmapLayer", id="heat", data=rows, get_position="p", get_weight="n",
        radius_pixels=46, intensity=2.2, threshold=0.03, color_range=ramp,
        aggregation=pdk.types.String("SUM"),
    )  # fmt: skip


def _rows(places: pd.DataFrame) -> Iterable[Any]:
    return places.itertuples()


def hexagon_km(zoom: float) -> float:
    """Return the size of hexagons (centre to corner) that can be read at the first view."""
    return float(round(HEXAGON_KM * 2 ** max(_FULL_ZOOM - zoom, 0)))


def fullest(places: pd.DataFrame, km: float) -> int:
    """Return the count of the fullest hexagon; 0 for no places."""
    return max(map(_total, _cells(places, km).values()), default=0)


def hexagon_rows(
    places: pd.DataFrame, theme: Theme, km: float = HEXAGON_KM, most: float | None = None
) -> list[Row]:
    """Count incidents in hexagons and return one polygon each, with tooltip fields and ids.

    `most` is the count of the full colour: that of the fullest, if nothing is said.
    """
    cells = _cells(places, km)
    most = most or max(map(_total, cells.values()), default=1)
    rows = []
    for cell, inside in cells.items():
        fill = rgba("accent", theme, 50 + 170 * math.sqrt(_total(inside) / most))
        hexagon = {"h": _corners(cell, km), "p": _centre(cell, km), "c": fill}
        rows.append(hexagon | _told(inside, km))
    return rows


def _cells(places: pd.DataFrame, km: float) -> dict[tuple[int, int], list[Any]]:
    cells: dict[tuple[int, int], list[Any]] = defaultdict(list)
    spots = zip(places["longitude"], places["latitude"], strict=True)
    for (lon, lat), place in zip(spots, places.itertuples(), strict=True):
        cells[_cell(float(lon), float(lat), km)].append(place)
    return cells


def hexagon_layer(rows: list[Row], theme: Theme) -> pdk.Layer:
    """Return the hexagons, pickable."""
    return pdk.Layer(
        "PolygonLayer", id="hexagons", data=rows, get_polygon="h", get_fill_color="c",
        filled=True, stroked=True, get_line_color=rgba("halo", theme, 180), get_line_width=1,
        line_width_units=pdk.types.String("pixels"), pickable=True,
    )  # fmt: skip


def _told(inside: list[Any], km: float) -> Row:
    count = _total(inside)
    uploaded = sum(int(getattr(place, "uploaded", 0)) for place in inside)
    stated = [float(place.killed) for place in inside if not fmt.is_missing(place.killed)]
    unknown = sum(int(place.killed_unknown) for place in inside)
    killed = fmt.killed(sum(stated) if stated else None, unknown)
    is_cell = any(getattr(place, "is_cell", False) for place in inside)
    first: date = min(pd.Timestamp(place.first_date) for place in inside).date()
    last: date = max(pd.Timestamp(place.last_date) for place in inside).date()
    days = fmt.days(first, last)
    return {
        "n": count,
        "place": say("map-within-km", count=count, km=fmt.number(km)),
        "uploaded": uploaded,
        "what": told_uploaded(killed, count, uploaded),
        "how": days if is_cell else say("map-exact-places-and-days", places=len(inside), days=days),
        "m": [int(place.Index) for place in inside],
    }


def _total(inside: list[Any]) -> int:
    return sum(int(place.incidents) for place in inside)


def _mercator(latitude: float) -> float:
    return math.degrees(math.asinh(math.tan(math.radians(latitude))))


def _inverse(y: float) -> float:
    return math.degrees(math.atan(math.sinh(math.radians(y))))


# Pointy-topped axial hexagons on the Mercator plane, in degrees, so that all look alike.
def _size(km: float) -> float:
    return km / (_KM_A_DEGREE * math.cos(math.radians(34.7)))


def _cell(longitude: float, latitude: float, km: float) -> tuple[int, int]:
    """Return the axial coordinates of the hexagon that holds a point (cube rounding)."""
    x, y = longitude / _size(km), _mercator(latitude) / _size(km)
    q, r = math.sqrt(3) / 3 * x - y / 3, 2 / 3 * y
    rounded = [round(q), round(-q - r), round(r)]
    errors = [abs(a - b) for a, b in zip(rounded, (q, -q - r, r), strict=True)]
    worst = errors.index(max(errors))
    rounded[worst] = -sum(value for at, value in enumerate(rounded) if at != worst)
    return rounded[0], rounded[2]


def _plane(cell: tuple[int, int], km: float) -> tuple[float, float]:
    q, r = cell
    return _size(km) * math.sqrt(3) * (q + r / 2), _size(km) * 1.5 * r


def _centre(cell: tuple[int, int], km: float) -> list[float]:
    x, y = _plane(cell, km)
    return [round(x, 4), round(_inverse(y), 4)]


def _corners(cell: tuple[int, int], km: float) -> list[list[float]]:
    x, y = _plane(cell, km)
    size = _size(km)
    turns = [math.radians(60 * at + 30) for at in range(6)]
    return [
        [round(x + size * math.cos(turn), 4), round(_inverse(y + size * math.sin(turn)), 4)]
        for turn in turns
    ]
