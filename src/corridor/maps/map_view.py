"""The frame of the map: first view, how much it writes, controls, compact JSON."""

from __future__ import annotations

import math
from typing import Final

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from corridor.maps.deck_json import compact, layer_json
from corridor.maps.map_labels import Detail
from corridor.packs import Box

_TILE: Final = 512
# From these zooms of the first view on there is room for all names, for the larger ones.
_FULL_ZOOM: Final = 7.0
_MEDIUM_ZOOM: Final = 5.8


class OfflineDeck(pdk.Deck):  # type: ignore[misc]  # pydeck has no types
    """A deck without a remote ground map, whose data deck.gl cannot take for expressions."""

    def to_json(self) -> str:
        """Return the deck as compact JSON, a third of pydeck's own size."""
        layers = ",".join(layer_json(layer) for layer in self.layers)
        frame = {name: value for name, value in default_serialize(self).items() if name != "layers"}
        return f'{compact(frame)[:-1]},"layers":[{layers}]}}'


def controller_of(scroll_zoom: bool) -> dict[str, bool]:
    """Return the moves allowed: no tilting, no turning, the wheel only where it may zoom."""
    return {"scrollZoom": scroll_zoom, "dragRotate": False, "touchRotate": False, "keyboard": True}


def fitted_view(bounds: Box, size: tuple[int, int]) -> pdk.ViewState:
    """Fit bounds into a map of that size in px."""
    west, south, east, north = bounds
    low, high = _mercator(south), _mercator(north)
    across, up = (east - west) / 360, (high - low) / 360
    zoom = min(math.log2(size[0] / (_TILE * across)), math.log2(size[1] / (_TILE * up)))
    middle = math.degrees(math.atan(math.sinh(math.radians((low + high) / 2))))
    return pdk.ViewState(
        longitude=round((west + east) / 2, 4), latitude=round(middle, 4), zoom=round(zoom, 2),
        min_zoom=4.5, max_zoom=12, pitch=0, bearing=0,
    )  # fmt: skip


def detail_at(zoom: float, small: bool) -> Detail:
    """Return how much is written at the zoom of the first view."""
    if zoom >= _FULL_ZOOM and not small:
        return "full"
    return "medium" if zoom >= _MEDIUM_ZOOM else "low"


def _mercator(latitude: float) -> float:
    return math.degrees(math.asinh(math.tan(math.radians(latitude))))
