"""The incidents on the map: exact points, discs of 25 km, shaded districts, rings.

Each row carries `m`, the number of its mark: its place in `places`. By it the browser tells what
was picked and plays what happened there. What can be picked is in `incident_map.PICKABLE`.
"""

from __future__ import annotations

import math
from datetime import date
from typing import Any, Final

import pandas as pd
import pydeck as pdk

from corridor import vocabulary
from corridor.maps.basemap import Basemap, feature
from corridor.maps.map_layers import collection, line_layer, point_layer
from corridor.maps.map_text import tooltip_of
from corridor.palette import RECENCY, Theme, recency, rgba, type_rgba
from corridor.words import numbers as fmt
from corridor.words import say

Row = dict[str, Any]

# A radius in px: the least, what the root of deaths adds, the most.
LEAST_RADIUS: Final = 3.2
ROOT_RADIUS: Final = 1.55
MAX_RADIUS: Final = 24.0
RECENT_DAYS: Final = 30
_NEAR_METRES: Final = 1000 * vocabulary.NEAR_RADIUS_KM
_RINGS: Final = (1.0, 0.66, 0.33)
_MANY_DISCS: Final = 1500
RING_ALPHA: Final = 10
LEAST_ALPHA: Final = 5
RIM_ALPHA: Final = 95
# The opacity of a district: the least, what the root of its incidents adds, the most.
SHADE: Final = (14.0, 20.0, 95.0)
# A diamond that deck.gl colours, and where it is in its picture.
_DIAMOND: Final = "/app/static/diamond.png"
_DIAMOND_PLACE: Final = {"x": 0, "y": 0, "width": 128, "height": 128, "mask": True}
_HEXAGON_DIAMOND: Final = 30
# A mark's colour must stay visible under the pointer, so hovering only tints it.
_HOVER: Final = 70


def killed_radius(killed: float | None) -> float:
    """Return the radius in px for a number of deaths (unknown is drawn as the smallest)."""
    count = 0.0 if killed is None or fmt.is_missing(killed) else max(float(killed), 0.0)
    return round(min(LEAST_RADIUS + ROOT_RADIUS * math.sqrt(count), MAX_RADIUS), 1)


def days_before(last: object, window_end: date) -> int:
    """Return the days from an incident to the end of the window."""
    return (pd.Timestamp(window_end) - pd.Timestamp(last)).days  # type: ignore[arg-type]


def exact_rows(places: pd.DataFrame, theme: Theme, window_end: date) -> list[Row]:
    """Return one row per exact place, the largest first so that small ones lie on top."""
    rows = [_exact_row(place, theme, window_end) for place in places.itertuples()]
    return sorted(rows, key=lambda row: -row["r"])


def _exact_row(place: Any, theme: Theme, window_end: date) -> Row:
    days = days_before(place.last_date, window_end)
    return _base(place) | {
        "r": killed_radius(place.killed),
        "c": type_rgba(place.event_type, theme, 255 * recency(days)),
        "n": int(place.incidents),
        "days": days,
    }


def near_rows(places: pd.DataFrame, theme: Theme, window_end: date) -> list[Row]:
    """Return one row per place that is known to about 25 km."""
    return [_near_row(place, theme, window_end) for place in places.itertuples()]


def _near_row(place: Any, theme: Theme, window_end: date) -> Row:
    fade = recency(days_before(place.last_date, window_end)) / RECENCY[0][1]
    return _base(place) | {
        "c": type_rgba(place.event_type, theme, max(RING_ALPHA * fade, LEAST_ALPHA)),
        "l": type_rgba(place.event_type, theme, RIM_ALPHA * fade),
        "n": int(place.incidents),
    }


def district_rows(places: pd.DataFrame, theme: Theme, basemap: Basemap) -> list[Row]:
    """Return one GeoJSON feature per district, with the mark's fields beside its geometry."""
    return [_district_row(place, theme, basemap) for place in places.itertuples()]


def _district_row(place: Any, theme: Theme, basemap: Basemap) -> Row:
    count = int(place.incidents)
    base, root, most = SHADE
    fill = type_rgba(place.event_type, theme, min(base + root * math.sqrt(count), most))
    return (
        basemap.district_features[place.admin1, place.admin2]
        | _fields(place)
        | {"c": fill, "n": count, "district": [str(place.admin1), str(place.admin2)]}
    )


def province_rows(places: pd.DataFrame, basemap: Basemap) -> list[Row]:
    """Return one GeoJSON feature per province with incidents known no better."""
    return [feature(basemap.provinces[str(place.admin1)]) | _fields(place)
            for place in places.itertuples()]  # fmt: skip


def _base(place: Any) -> Row:
    position = [round(float(place.longitude), 4), round(float(place.latitude), 4)]
    return {"p": position} | _fields(place)


def _fields(place: Any) -> Row:
    return tooltip_of(place) | {
        "m": int(place.Index),
        "uploaded": int(getattr(place, "uploaded", 0)),
    }


def told_uploaded(text: str, incidents: int, uploaded: int) -> str:
    """Return the text of a count, with how many of it were uploaded."""
    if not uploaded:
        return text
    if uploaded == incidents:
        return say("map-all-uploaded", told=text)
    return say("map-some-uploaded", told=text, uploaded=uploaded)


def beside_rows(places: pd.DataFrame, basemap: Basemap) -> list[Row]:
    """Return a ring for each place where others alone tell something: a point, or a district's."""
    return [_beside_row(place, basemap) for place in places.itertuples()]


def _beside_row(place: Any, basemap: Basemap) -> Row:
    radius = killed_radius(place.killed) + 2
    return _fields(place) | {"p": _spot(place, basemap), "r": radius, "n": int(place.incidents)}


def _spot(place: Any, basemap: Basemap) -> list[float]:
    if place.geo_precision == vocabulary.DRAWN_PRECISION:
        return list(basemap.district_anchor(str(place.admin1), str(place.admin2)))
    return [round(float(place.longitude), 4), round(float(place.latitude), 4)]


def upload_layer(exact: list[Row], hexagons: list[Row], theme: Theme) -> pdk.Layer:
    """Return a diamond round each mark that holds uploaded incidents."""
    corner = math.sqrt(2)
    marks = [
        {"p": row["p"], "s": round(2 * corner * (row["r"] + 3)), "i": "diamond", "m": row["m"]}
        for row in exact
        if row["uploaded"]
    ]
    marks += [
        {"p": row["p"], "s": _HEXAGON_DIAMOND, "i": "diamond", "m": row["m"]}
        for row in hexagons
        if row["uploaded"]
    ]
    # The inner quotes keep deck.gl from reading the address as an expression.
    return pdk.Layer(
        "IconLayer", id="uploads", data=marks, icon_atlas=f'"{_DIAMOND}"',
        icon_mapping={"diamond": _DIAMOND_PLACE}, get_icon="i", get_position="p", get_size="s",
        get_color=rgba("ink", theme),
    )  # fmt: skip


def opened(row: Row) -> Row:
    """Return what a click on a mark's own count opens: the same as the mark."""
    return {name: row[name] for name in ("n", "place", "what", "how", "m", "term") if name in row}


def district_layer(rows: list[Row], theme: Theme) -> pdk.Layer:
    """Return the shaded districts, pickable as districts."""
    return pdk.Layer(
        "GeoJsonLayer", id="districts", data=collection(rows), stroked=False, filled=True,
        pickable=True, auto_highlight=True, highlight_color=rgba("ink", theme, 25),
        _sub_layer_props={"polygons-fill": {"getFillColor": "@@=c"}},
    )  # fmt: skip


def near_layers(rows: list[Row]) -> list[pdk.Layer]:
    """Return the discs (rings that add up, the outer one with a rim); the whole disc is picked.

    With very many discs the inner rings would only blur, and weigh: the outer one remains.
    """
    shown = _RINGS if len(rows) <= _MANY_DISCS else _RINGS[:1]
    return [*(_near_ring(rows, at, share) for at, share in enumerate(shown)), _near_hit(rows)]


def _near_ring(rows: list[Row], at: int, share: float) -> pdk.Layer:
    kept = ("p", "c", "m") if at else ("p", "c", "l", "m")
    rim = {"stroked": False} if at else {
        "stroked": True, "get_line_color": "l", "get_line_width": 1,
        "line_width_units": pdk.types.String("pixels"),
    }  # fmt: skip
    return pdk.Layer(
        "ScatterplotLayer", id=f"near-ring-{at}", get_position="p", get_fill_color="c",
        data=[{name: row[name] for name in kept} for row in rows], filled=True,
        get_radius=round(_NEAR_METRES * share), **rim,
    )  # fmt: skip


def _near_hit(rows: list[Row]) -> pdk.Layer:
    """Return the invisible discs that the pointer picks.

    Without a colour accessor of its own, so that a selected one is not painted over.
    """
    kept = ("p", "n", "place", "what", "how", "m")
    return pdk.Layer(
        "ScatterplotLayer", id="near", data=[{name: row[name] for name in kept} for row in rows],
        get_position="p", get_radius=round(_NEAR_METRES), filled=True, stroked=False,
        radius_min_pixels=9, opacity=0.001, pickable=True,
    )  # fmt: skip


def exact_layers(rows: list[Row], theme: Theme) -> list[pdk.Layer]:
    """Return the points with a thin light edge, and an ink ring round the recent ones."""
    recent = [{name: row[name] for name in ("p", "r", "m")} for row in rows
              if row["days"] <= RECENT_DAYS]  # fmt: skip
    kept = ("p", "r", "c", "n", "place", "what", "how", "m")
    points = pdk.Layer(
        "ScatterplotLayer", id="exact", data=[{name: row[name] for name in kept} for row in rows],
        get_position="p", get_radius="r", radius_units=pdk.types.String("pixels"),
        get_fill_color="c", filled=True, stroked=True, get_line_color=rgba("halo", theme, 235),
        get_line_width=1, line_width_units=pdk.types.String("pixels"), pickable=True,
        auto_highlight=True, highlight_color=rgba("ink", theme, _HOVER),
    )  # fmt: skip
    rings = pdk.Layer(
        "ScatterplotLayer", id="recent", data=recent, get_position="p", get_radius="r",
        radius_units=pdk.types.String("pixels"), filled=False, stroked=True,
        get_line_color=rgba("ink", theme), get_line_width=1.4,
        line_width_units=pdk.types.String("pixels"),
    )  # fmt: skip
    return [points, rings]


def selection_layers(
    exact: list[Row], near: list[Row], areas: list[Row], theme: Theme
) -> list[pdk.Layer]:
    """Return outlines round marks, whatever their kind."""
    ink = rgba("accent", theme)
    points = [{"p": row["p"], "r": row["r"] + 4} for row in exact]
    discs = [{"p": row["p"], "r": _NEAR_METRES} for row in near]
    areas = [{name: row[name] for name in ("type", "properties", "geometry")}
             for row in areas]  # fmt: skip
    return [
        point_layer("selected", points, ink, 2.4),
        point_layer("selected-disc", discs, ink, 1, units="meters"),
        line_layer("selected-district", areas, ink, 2.4),
    ]
