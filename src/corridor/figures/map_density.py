"""The two other ways to see the points: a heat surface and hexagons with their counts."""

from __future__ import annotations

import math
from collections import defaultdict
from datetime import date
from typing import Any, Final

import pandas as pd
import pydeck as pdk

from corridor.figures import format as fmt
from corridor.figures.palette import Rgba, Theme, rgba

Row = dict[str, Any]

# Centre to corner. A disc of 25 km does not fit into one: hexagons take exact places only,
# near ones stay discs.
HEXAGON_KM: Final = 7.0
_KM_A_DEGREE: Final = 111.2
_STEPS: Final = (60, 110, 150, 185, 210, 235)


def heat_layer(places: pd.DataFrame, theme: Theme) -> pdk.Layer:
    """Give the density of incidents at exact places as a surface (not pickable)."""
    spots = zip(places["longitude"], places["latitude"], places["incidents"], strict=True)
    rows = [{"p": [round(float(lon), 4), round(float(lat), 4)], "n": int(count)}
            for lon, lat, count in spots]  # fmt: skip
    ramp = [rgba("accent", theme, alpha) for alpha in _STEPS]
    return pdk.Layer(
        "HeatmapLayer", id="heat", data=rows, get_position="p", get_weight="n",
        radius_pixels=46, intensity=2.2, threshold=0.03, color_range=ramp,
        aggregation=pdk.types.String("SUM"),
    )  # fmt: skip


def hexagon_rows(places: pd.DataFrame, theme: Theme) -> list[Row]:
    """Count incidents in hexagons and give one polygon each, with tooltip fields and ids."""
    cells: dict[tuple[int, int], list[Any]] = defaultdict(list)
    spots = zip(places["longitude"], places["latitude"], strict=True)
    for (lon, lat), place in zip(spots, places.itertuples(), strict=True):
        cells[_cell(float(lon), float(lat))].append(place)
    most = max((_total(inside) for inside in cells.values()), default=1)
    return [_hexagon(cell, inside, theme, most) for cell, inside in cells.items()]


def hexagon_layer(rows: list[Row], theme: Theme) -> pdk.Layer:
    """Give the hexagons, pickable."""
    return pdk.Layer(
        "PolygonLayer", id="hexagons", data=rows, get_polygon="h", get_fill_color="c",
        filled=True, stroked=True, get_line_color=rgba("halo", theme, 180), get_line_width=1,
        line_width_units=pdk.types.String("pixels"), pickable=True,
    )  # fmt: skip


def _hexagon(cell: tuple[int, int], inside: list[Any], theme: Theme, most: int) -> Row:
    count = _total(inside)
    share = math.sqrt(count / most)
    return {
        "h": _corners(cell),
        "c": _ramp(share, theme),
        "n": count,
        "p": _centre(cell),
        "place": f"{fmt.plural(count, 'incident')} within this hexagon",
        "what": fmt.killed(_killed(inside), sum(int(place.killed_unknown) for place in inside)),
        "how": f"{fmt.plural(len(inside), 'exact place')} · {_dates(inside)}",
        "incident_ids": [str(name) for place in inside for name in place.incident_ids],
    }


def _ramp(share: float, theme: Theme) -> Rgba:
    return rgba("accent", theme, 50 + 170 * share)


def _total(inside: list[Any]) -> int:
    return sum(int(place.incidents) for place in inside)


def _killed(inside: list[Any]) -> float | None:
    known = [float(place.killed) for place in inside if not fmt.is_missing(place.killed)]
    return sum(known) if known else None


def _dates(inside: list[Any]) -> str:
    first: date = min(pd.Timestamp(place.first_date) for place in inside).date()
    last: date = max(pd.Timestamp(place.last_date) for place in inside).date()
    return fmt.days(first, last)


def _mercator(latitude: float) -> float:
    return math.degrees(math.asinh(math.tan(math.radians(latitude))))


def _inverse(y: float) -> float:
    return math.degrees(math.atan(math.sinh(math.radians(y))))


# Pointy-topped axial hexagons on the Mercator plane, in degrees, so that all look alike.
_SIZE: Final = HEXAGON_KM / (_KM_A_DEGREE * math.cos(math.radians(34.7)))


def _cell(longitude: float, latitude: float) -> tuple[int, int]:
    """Give the axial coordinates of the hexagon that holds a point (cube rounding)."""
    x, y = longitude / _SIZE, _mercator(latitude) / _SIZE
    q, r = math.sqrt(3) / 3 * x - y / 3, 2 / 3 * y
    rounded = [round(q), round(-q - r), round(r)]
    errors = [abs(a - b) for a, b in zip(rounded, (q, -q - r, r), strict=True)]
    worst = errors.index(max(errors))
    rounded[worst] = -sum(value for at, value in enumerate(rounded) if at != worst)
    return rounded[0], rounded[2]


def _plane(cell: tuple[int, int]) -> tuple[float, float]:
    q, r = cell
    return _SIZE * math.sqrt(3) * (q + r / 2), _SIZE * 1.5 * r


def _centre(cell: tuple[int, int]) -> list[float]:
    x, y = _plane(cell)
    return [round(x, 4), round(_inverse(y), 4)]


def _corners(cell: tuple[int, int]) -> list[list[float]]:
    x, y = _plane(cell)
    turns = [math.radians(60 * at + 30) for at in range(6)]
    return [
        [round(x + _SIZE * math.cos(turn), 4), round(_inverse(y + _SIZE * math.sin(turn)), 4)]
        for turn in turns
    ]
