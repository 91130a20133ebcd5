"""Distances in kilometres, taken in UTM 38N."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from shapely.geometry.base import BaseGeometry

from corridor import settings
from corridor.geo.projection import METRES_PER_KM, project, to_metres
from corridor.geo.reference import Reference, load_reference


def distances_km(lats: ArrayLike, lons: ArrayLike, geometry: BaseGeometry) -> NDArray[np.float64]:
    """Return the distance of each point to a geometry (both WGS 84), in kilometres.

    0 inside a polygon; NaN where a coordinate is missing or cannot be projected.
    """
    eastings, northings = to_metres(np.atleast_1d(lons), np.atleast_1d(lats))
    return metric_distances_km(eastings, northings, project(geometry).item())


def metric_distances_km(
    eastings: NDArray[np.float64], northings: NDArray[np.float64], geometry: BaseGeometry
) -> NDArray[np.float64]:
    """Like `distances_km`, with points and geometry already in UTM 38N metres."""
    usable = np.isfinite(eastings) & np.isfinite(northings)
    kilometres = np.full(len(eastings), np.nan)
    points = shapely.points(eastings[usable], northings[usable])
    kilometres[usable] = np.asarray(shapely.distance(points, geometry)) / METRES_PER_KM
    return kilometres


def km_to_admin1(lat: float, lon: float, name: str, reference: Reference | None = None) -> float:
    """Return the distance from a point to a governorate, in kilometres; 0 inside it.

    Raises KeyError when `name` is no display name of a governorate.
    """
    known = reference or load_reference(settings.load().reference_dir)
    return float(distances_km(lat, lon, known.admin1.find(name))[0])
