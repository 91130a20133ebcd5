"""What a distance is measured from: main roads, named places and points."""

from __future__ import annotations

import re
from typing import Final

import numpy as np
import shapely
from numpy.typing import NDArray

from corridor import packs, settings
from corridor.geo.distance import metric_distances_km
from corridor.geo.enrich import DECIMALS
from corridor.geo.places import fold, named
from corridor.geo.projection import to_metres
from corridor.geo.reference import Reference, load_reference

# A piece of a line: where it begins and how far it goes, in UTM 38N metres; a point goes nowhere.
Segment = dict[str, float]
_POINT: Final = re.compile(r"\s*(-?\d{1,3}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*")
_ONE_PLACE_M: Final = 10_000
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


def points_of(text: str) -> tuple[tuple[float, float], ...]:
    """Return the points (latitude, longitude) of "35.47, 44.39" or of all places of a name.

    Empty when no place has the name, or the point lies too far from the country.
    """
    point = _POINT.fullmatch(text)
    if point is None:
        return tuple(sorted(named(text).points))
    latitude, longitude = map(float, point.groups())
    is_near = packs.country().measured.holds(longitude, latitude)
    return ((latitude, longitude),) if is_near else ()


def places_of(text: str) -> int:
    """Count the places that a text means: points of one name within 10 km are one place."""
    eastings, northings = to_metres(*np.reshape(points_of(text), (-1, 2)).T[::-1])
    if not len(eastings):
        return 0
    marks = shapely.points(eastings, northings)
    return len(shapely.get_parts(shapely.union_all(shapely.buffer(marks, _ONE_PLACE_M / 2))))


def point_segments(text: str) -> list[Segment]:
    """Return the points of a text (see `points_of`) as segments without length."""
    points = points_of(text)
    eastings, northings = to_metres([lon for _, lon in points], [lat for lat, _ in points])
    return [
        {"x": float(x), "y": float(y), "dx": 0.0, "dy": 0.0}
        for x, y in zip(eastings, northings, strict=True)
    ]


def _reference() -> Reference:
    return load_reference(settings.load().reference_dir)
