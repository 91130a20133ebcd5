"""Shapes of a selection on the map: stretches of roads, drawn areas and circles."""

from __future__ import annotations

from collections.abc import Iterable

import pydeck as pdk

from corridor import geo
from corridor.maps.basemap import feature
from corridor.maps.map_layers import line_layer, point_layer
from corridor.palette import Theme, rgba


def stretch_layers(
    stretches: Iterable[tuple[geo.Road, tuple[float, float]]], km: float, theme: Theme
) -> list[pdk.Layer]:
    """Return the stretches (road, first and last km) and what lies within `km` beside them."""
    asked = [(road.name, *ends) for road, ends in stretches]
    accent = rgba("accent", theme)
    if not asked:
        return []
    return [
        line_layer(
            "selected-beside", [feature(geo.stretch(*each, km)) for each in asked], accent, 1.6
        ),
        line_layer(
            "selected-stretch", [feature(geo.stretch(*each)) for each in asked], accent, 3.4
        ),
    ]


def drawn_layers(
    areas: Iterable[geo.Area], circles: Iterable[tuple[float, float, float]], theme: Theme
) -> list[pdk.Layer]:
    """Return the outlines of areas and circles (longitude, latitude, km) as they were drawn."""
    ink = rgba("accent", theme)
    rings = [{"p": [lon, lat], "r": 1000 * km} for lon, lat, km in circles]
    outlines = [feature(area.shape) for area in areas]
    layers = [line_layer("selected-area", outlines, ink, 3)] if outlines else []
    if rings:
        layers.append(point_layer("selected-circle", rings, ink, 3, units="meters"))
    return layers
