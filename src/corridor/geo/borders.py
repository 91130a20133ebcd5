"""How far points are from the governorate that they are said to be in."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

from corridor.geo.distance import metric_distances_km
from corridor.geo.projection import METRES_PER_KM, to_metres
from corridor.geo.reference import Reference


def km_to_governorates(
    lons: ArrayLike, lats: ArrayLike, names: NDArray[np.object_], reference: Reference
) -> NDArray[np.float64]:
    """Return each point's distance in kilometres to the governorate named beside it, 0 inside.

    Without a name it is the distance to the nearest governorate, so to Iraq. `names` are display
    names or None; KeyError for another. Borders are as fine as the polygons: a kilometre or so.
    """
    eastings, northings = to_metres(lons, lats)
    kilometres = np.full(len(eastings), np.nan)
    for name in set(names) - {None}:
        rows = np.flatnonzero(names == name)
        shape = reference.admin1.find_metric(name)
        kilometres[rows] = metric_distances_km(eastings[rows], northings[rows], shape)
    unnamed = np.flatnonzero(names == None)  # noqa: E711 (elementwise)
    marks = shapely.points(eastings[unnamed], northings[unnamed])
    (at, _), metres = reference.admin1.tree.query_nearest(
        marks, return_distance=True, all_matches=False
    )
    kilometres[unnamed[at]] = metres / METRES_PER_KM
    return kilometres
