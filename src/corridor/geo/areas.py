"""Areas that somebody has drawn: GeoJSON, or the short form that an address carries.

The short form is corners, longitude first: "44.1,35.2;44.5,35.2;44.5,35.6". A "|" stands between
rings; a ring inside another is a hole. Sides are straight in degrees, as RFC 7946 has it. Nothing
is mended but a ring that is not closed: what cannot be taken as it stands is refused with a reason.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Any, Final

import pyproj
import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from corridor import packs
from corridor.geo.near import Segment
from corridor.packs.degrees import WORLD
from corridor.words import ToldError, later

MOST_CORNERS: Final = 200
# Room for so many corners in GeoJSON with a line for each number.
MOST_SIGNS_OF_AN_AREA: Final = 50_000
# Corners are kept to a metre.
_DECIMALS: Final = 5
_M2_PER_KM2: Final = 1e6
_GLOBE: Final = pyproj.Geod(ellps="WGS84")
_CROSSING: Final = re.compile(r"(?:Ring )?Self-intersection\[(\S+) (\S+)\]")

Corner = tuple[float, float]
Ring = tuple[Corner, ...]


class AreaError(ToldError):
    """An area that cannot be taken as it stands, said with what helps."""


@dataclass(frozen=True)
class Area:
    """Polygons with or without holes (WGS 84); `was_open` says that a ring was closed for it."""

    shape: BaseGeometry
    was_open: bool = False

    @property
    def text(self) -> str:
        """Its short form."""
        return "|".join(
            ";".join(f"{lon:.8g},{lat:.8g}" for lon, lat in ring[:-1])
            for ring in _rings(self.shape)
        )

    @property
    def corners(self) -> int:
        """How many corners it has."""
        return sum(len(ring) - 1 for ring in _rings(self.shape))

    @property
    def km2(self) -> float:
        """How large it is, in km²."""
        return km2_of(self.shape)

    @property
    def middle(self) -> Corner:
        """Latitude and longitude of its middle."""
        middle = shapely.centroid(self.shape)
        return float(middle.y), float(middle.x)

    def segments(self) -> list[Segment]:
        """Return its sides in degrees: anticlockwise round an area, clockwise round a hole."""
        return [
            {"x": x, "y": y, "dx": to_x - x, "dy": to_y - y}
            for ring in _rings(shapely.orient_polygons(self.shape))
            for (x, y), (to_x, to_y) in pairwise(ring)
        ]


def _rings(shape: BaseGeometry) -> list[Ring]:
    return [
        tuple((float(x), float(y)) for x, y in ring.coords)
        for part in shapely.get_parts(shape)
        for ring in (part.exterior, *part.interiors)
    ]


@lru_cache(maxsize=64)
def area_of(text: str) -> Area:
    """Read an area; AreaError when it cannot be taken as it stands.

    GeoJSON may be a Polygon, a MultiPolygon, a Feature or a collection of these; what lies in any
    of several polygons lies in the area.
    """
    if len(text) > MOST_SIGNS_OF_AN_AREA:
        raise AreaError(later("area-too-long", most=MOST_SIGNS_OF_AN_AREA))
    is_json = text.lstrip()[:1] in ("{", "[")
    polygons = _of_json(text) if is_json else [[ring] for ring in _of_pairs(text)]
    rings = [ring for polygon in polygons for ring in polygon]
    _check_corners(rings)
    closed = [[_closed(ring) for ring in polygon] for polygon in polygons]
    shapes = [_polygon(polygon) for polygon in closed]
    shape: BaseGeometry = shapes[0]
    if len(rings) > 1:  # in one order, whichever way it was written
        shape = shapely.normalize(shapely.union_all(shapes) if is_json else _with_holes(shapes))
    return Area(shape, is_json and any(ring[0] != ring[-1] for ring in rings))


def _of_pairs(text: str) -> list[Ring]:
    return [
        tuple(
            _corner(*re.split(r"[,\s]+", pair.strip())) for pair in ring.split(";") if pair.strip()
        )
        for ring in text.split("|")
        if ring.strip()
    ]


def _of_json(text: str) -> list[list[Ring]]:
    try:
        return [polygon for polygon in _polygons(json.loads(text)) if polygon]
    except (ValueError, RecursionError):
        raise AreaError(later("area-unreadable")) from None


def _polygons(found: Any) -> Iterator[list[Ring]]:
    """Yield the polygons of GeoJSON as rings; what else lies in it is refused."""
    if not isinstance(found, dict):
        raise AreaError(later("area-unreadable"))
    inside = found.get("features", found.get("geometries"))
    if "geometry" in found or isinstance(inside, list):
        for each in inside if isinstance(inside, list) else [found["geometry"]]:
            yield from _polygons(each)
    elif found.get("type") in ("Polygon", "MultiPolygon"):
        polygons = found.get("coordinates")
        for polygon in [polygons] if found["type"] == "Polygon" else _listed(polygons):
            yield [
                tuple(_corner(*_numbers(each)) for each in _listed(ring))
                for ring in _listed(polygon)
            ]
    else:
        raise AreaError(later("area-no-polygon"))


def _listed(found: Any) -> list[Any]:
    if not isinstance(found, list):
        raise AreaError(later("area-unreadable"))
    return found


def _numbers(position: Any) -> list[float]:
    """Return longitude and latitude of a position; a height does not matter."""
    lon_and_lat = _listed(position)[:2]
    if any(type(degrees) not in (int, float) for degrees in lon_and_lat):
        raise AreaError(later("area-unreadable"))
    return lon_and_lat


def _corner(*degrees: str | float) -> Corner:
    try:
        lon, lat = (round(float(each), _DECIMALS) for each in degrees)
    except (ValueError, OverflowError):
        raise AreaError(later("area-unreadable")) from None
    if not (math.isfinite(lon) and math.isfinite(lat)):
        raise AreaError(later("area-unreadable"))
    return lon, lat


def _check_corners(rings: Sequence[Ring]) -> None:
    """Refuse what has no corners, too many, or corners in another part of the world."""
    corners = [corner for ring in rings for corner in _closed(ring)[:-1]]
    if not corners:
        raise AreaError(later("area-empty"))
    if len(corners) > MOST_CORNERS:
        raise AreaError(later("area-too-many-corners", count=len(corners), most=MOST_CORNERS))
    if any(len(set(ring)) < 3 for ring in rings):
        raise AreaError(later("area-too-few-corners"))
    near = packs.country().measured
    if not all(near.holds(*corner) for corner in corners):
        if all(near.holds(lon, lat) for lat, lon in corners):
            raise AreaError(later("area-swapped", first=f"{corners[0][1]:g},{corners[0][0]:g}"))
        if not all(WORLD.holds(*corner) for corner in corners):
            raise AreaError(later("area-off-the-world"))
        if not shapely.box(*near).intersects(shapely.MultiPoint(corners).envelope):
            raise AreaError(later("area-elsewhere"))


def _closed(ring: Ring) -> Ring:
    return ring if len(ring) > 1 and ring[0] == ring[-1] else (*ring, *ring[:1])


def _polygon(rings: Sequence[Ring]) -> Polygon:
    shell, *holes = rings
    shape = Polygon(shell, holes)
    if shape.is_valid and shape.area > 0:
        return shape
    crossing = _CROSSING.search(shapely.is_valid_reason(shape))
    if crossing is None or shape.convex_hull.area == 0:
        raise AreaError(later("area-of-no-sense"))
    lon, lat = (round(float(degrees), 3) for degrees in crossing.groups())
    raise AreaError(later("area-crosses-itself", place=f"{lat:g}, {lon:g}"))


def _with_holes(shapes: Sequence[Polygon]) -> BaseGeometry:
    """Return rings as areas, those inside others as holes; two that overlap are refused."""
    if any(one.overlaps(other) or one.equals(other) for one, other in combinations(shapes, 2)):
        raise AreaError(later("area-of-no-sense"))
    found: BaseGeometry = shapes[0]
    for shape in shapes[1:]:
        found = found.symmetric_difference(shape)
    return found


def km2_of(shape: BaseGeometry) -> float:
    """Return how large a shape in degrees (WGS 84) is on the ellipsoid, in km²."""
    square_metres, _ = _GLOBE.geometry_area_perimeter(shapely.orient_polygons(shape))
    return float(abs(square_metres)) / _M2_PER_KM2
