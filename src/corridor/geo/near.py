"""What a distance is measured from: main roads, named places and points."""

from __future__ import annotations

import re
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray

from corridor import settings
from corridor.geo.distance import metric_distances_km
from corridor.geo.enrich import DECIMALS
from corridor.geo.places import fold
from corridor.geo.projection import to_metres
from corridor.geo.reference import Reference, load_reference
from corridor.geo.search import take_place

# A piece of a line: where it begins and how far it goes, in UTM 38N metres; a point goes nowhere.
Segment = dict[str, float]
_ROAD: Final = re.compile(r"\b(road|highway|طريق)\b", re.IGNORECASE)


def road_names() -> tuple[str, ...]:
    """Return the main roads that have a name of their own, in the order of the file."""
    roads = _reference().main_roads
    return tuple(item["name"] for item in roads.properties if item["name_ar"])


def road_name(text: str) -> str | None:
    """Return the display name of a main road from a spelling, id or Arabic name of it."""
    for item in _reference().main_roads.properties:
        spellings = {_bare(item[key] or "") for key in ("name", "id", "name_ar")}
        if item["name_ar"] and _bare(text) in spellings:
            return str(item["name"])
    return None


def _bare(text: str) -> str:
    return fold(_ROAD.sub("", text))


def road_segments(name: str) -> list[Segment]:
    """Return a main road in straight pieces; KeyError when there is none of that name."""
    road = _reference().main_roads.find_metric(name)
    found: list[Segment] = []
    for part in shapely.get_parts(road):
        ends = shapely.get_coordinates(part)
        steps = np.diff(ends, axis=0)
        found += [
            {"x": float(x), "y": float(y), "dx": float(dx), "dy": float(dy)}
            for (x, y), (dx, dy) in zip(ends[:-1], steps, strict=True)
        ]
    return found


def beside_roads(
    lats: NDArray[np.float64], lons: NDArray[np.float64], km: float
) -> dict[str, NDArray[np.bool_]]:
    """Tell for each main road that has a name which points (degrees) lie within `km` of it.

    To the metre, as a filter by distance does; a point without coordinates lies on no road.
    """
    eastings, northings = to_metres(lons, lats)
    roads = _reference().main_roads
    return {
        name: np.round(
            metric_distances_km(eastings, northings, roads.find_metric(name)), DECIMALS
        ) <= km
        for name in road_names()
    }  # fmt: skip


def point_segments(text: str) -> list[Segment]:
    """Return the points of the place that a text means as segments without length; none for none.

    See `search.take_place`.
    """
    taken = take_place(text)
    points = taken.place.points if taken else ()
    eastings, northings = to_metres([lon for _, lon in points], [lat for lat, _ in points])
    return [
        {"x": float(x), "y": float(y), "dx": 0.0, "dy": 0.0}
        for x, y in zip(eastings, northings, strict=True)
    ]


def _reference() -> Reference:
    return load_reference(settings.load().reference_dir)
