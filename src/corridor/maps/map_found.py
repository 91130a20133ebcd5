"""A place that was looked for: a ring with its name, and the line of a distance round it."""

from __future__ import annotations

import pydeck as pdk

from corridor.geo import Place
from corridor.maps.map_labels import BOLD, label, text_layer
from corridor.maps.map_layers import point_layer
from corridor.maps.map_text import safe
from corridor.palette import Theme, rgba

_RADIUS = 9
# Near enough to see what lies round a town; of an area more is shown.
POINT_ZOOM, AREA_ZOOM = 9.5, 8.0


def found_layers(place: Place, km: float, theme: Theme) -> list[pdk.Layer]:
    """Return what marks a place, to lie above a map; an area has a name alone.

    `km` is how far from a point the outer line lies.
    """
    spot, ink = [place.longitude, place.latitude], rgba("accent", theme)
    named = [label(safe(place.name), spot, ink, 14, weight=BOLD, shift=(0, -_RADIUS - 11))]
    rings = [{"p": spot, "r": _RADIUS}] if place.points else []
    around = [{"p": spot, "r": 1000 * km}] if place.points else []
    return [
        point_layer("found-around", around, ink, 1.2, units="meters"),
        point_layer("found", rings, ink, 2.6),
        text_layer("found-halo", named, BOLD, rgba("halo", theme)),
        text_layer("found-name", named, BOLD, None),
    ]


def centre_of(place: Place) -> tuple[float, float, float]:
    """Return where the map moves to: longitude, latitude, zoom."""
    return place.longitude, place.latitude, POINT_ZOOM if place.points else AREA_ZOOM
