"""Stretches of roads on the map: what goes round those that are selected."""

from __future__ import annotations

from collections.abc import Iterable

import pydeck as pdk

from corridor import geo
from corridor.maps.basemap import feature
from corridor.maps.map_layers import line_layer
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
