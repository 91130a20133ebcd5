"""The layers of the map from the ground up to the outline of the chosen provinces.

Streamlit fades whatever a layer colours by its own `getFillColor`, `getLineColor` or
`getColor` as soon as a mark is selected. The ground must not fade, so it is coloured
through `_subLayerProps`, which it leaves alone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import pydeck as pdk

from corridor.maps.basemap import Area, Basemap, Feature
from corridor.maps.deck_json import LastingLayer
from corridor.palette import Rgba, Theme, rgba

_VEIL_ALPHA = 125
_LAKE_ALPHA = 90
# An area takes up to a megabyte, of which most is shared; a viewer looks at a few.
_MOST_GROUNDS: Final = 32


@lru_cache(maxsize=_MOST_GROUNDS)
def ground_layers(
    basemap: Basemap, theme: Theme, hidden: frozenset[str], terrain_url: str
) -> list[pdk.Layer]:
    """Return land, shaded relief and lakes, lowest first (cached: not to be changed)."""
    layers = [area_layer("land", basemap.land, rgba("land", theme))]
    if "terrain" not in hidden:
        relief = basemap.relief
        picture = terrain_url or f"/app/static/{relief.picture}-{theme}.webp"
        # The inner quotes keep deck.gl from reading the address as an expression.
        image, bounds = f'"{picture}"', [*relief.edges]
        layers.append(pdk.Layer("BitmapLayer", id="terrain", image=image, bounds=bounds))
    if "rivers" not in hidden and basemap.lakes:
        layers.append(area_layer("lakes", basemap.lakes, rgba("water", theme, _LAKE_ALPHA)))
    return layers


@lru_cache(maxsize=_MOST_GROUNDS)
def veil_layer(basemap: Basemap, theme: Theme, area: Area) -> pdk.Layer:
    """Return the veil that sets back everything outside the chosen area (cached)."""
    return area_layer("veil", basemap.veil(area), rgba("bg", theme, _VEIL_ALPHA))


@lru_cache(maxsize=_MOST_GROUNDS)
def line_layers(
    basemap: Basemap, theme: Theme, area: Area, hidden: frozenset[str]
) -> list[pdk.Layer]:
    """Return borders, rivers, roads and the ink outline of the chosen area, lowest first.

    They are cached, and not to be changed.
    """
    border = rgba("boundary", theme)
    layers = [
        line_layer(
            "district-lines", basemap.district_lines(area.provinces), _soft(border, 110), 0.8
        ),
        line_layer("foreign-lines", basemap.foreign_lines, _soft(border, 190), 1),
        line_layer("province-lines", basemap.province_lines, _soft(border, 190), 1),
    ]
    if "rivers" not in hidden:
        layers.append(line_layer("rivers", basemap.rivers, rgba("water", theme), 1.3))
    if "roads" not in hidden:
        layers.append(line_layer("road-halos", basemap.roads, rgba("halo", theme, 200), 4))
        layers.append(line_layer("roads", basemap.roads, rgba("road", theme), 1.8))
    layers.append(line_layer("outline", basemap.outlines(area), rgba("ink", theme), 1.6))
    return layers


def area_layer(name: str, features: list[Feature], fill: Rgba) -> pdk.Layer:
    """Return a filled area of the ground without a border, in one colour."""
    return LastingLayer(
        "GeoJsonLayer", id=name, data=collection(features), stroked=False, filled=True,
        _sub_layer_props={"polygons-fill": {"getFillColor": fill}},
    )  # fmt: skip


def line_layer(name: str, features: list[Feature], ink: Rgba, width: float) -> pdk.Layer:
    """Return lines of one colour, `width` in px."""
    return LastingLayer(
        "GeoJsonLayer", id=name, data=collection(features), stroked=True, filled=False,
        get_line_width=width, line_width_units=pdk.types.String("pixels"),
        line_joint_rounded=True, line_cap_rounded=True,
        _sub_layer_props={"linestrings": {"getColor": ink}, "polygons-stroke": {"getColor": ink}},
    )  # fmt: skip


def point_layer(
    name: str, rows: list[dict[str, Any]], ink: Rgba, width: float, *,
    fill: Rgba | None = None, units: str = "pixels", **more: Any,
) -> pdk.Layer:  # fmt: skip
    """Return circles round positions `p` with radius `r` in px (or metres), not pickable.

    Other fields of a row stay with its circle; `more` are further properties of the layer.
    """
    circles = [
        {"type": "Feature", "properties": {},
         "geometry": {"type": "Point", "coordinates": row["p"]}}
        | {name: value for name, value in row.items() if name != "p"}
        for row in rows
    ]  # fmt: skip
    inks = {"getLineColor": ink} | ({"getFillColor": fill} if fill else {})
    return pdk.Layer(
        "GeoJsonLayer", id=name, data=collection(circles), stroked=width > 0,
        filled=fill is not None,
        get_point_radius="r", point_radius_units=pdk.types.String(units),
        get_line_width=width, line_width_units=pdk.types.String("pixels"),
        _sub_layer_props={"points-circle": inks}, **more,
    )  # fmt: skip


def collection(features: list[Feature]) -> dict[str, Any]:
    """Wrap features as GeoJSON."""
    return {"type": "FeatureCollection", "features": features}


def _soft(ink: Rgba, alpha: int) -> Rgba:
    return [*ink[:3], alpha]
