"""Whether a place that is known badly may lie in an area: its radius or its district reaches it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from corridor import settings, vocabulary
from corridor.geo.near import Segment
from corridor.geo.projection import METRES_PER_KM, project, to_metres
from corridor.geo.reference import load_reference

# Ranks of `vocabulary.GEO_PRECISIONS`.
_NEAR: Final = 2
_NAMED: Final = {3: ("admin1", "admin2"), 4: ("admin1",)}


def around(segments: Sequence[Segment], km: float) -> BaseGeometry:
    """Return the area within `km` of pieces of lines, in metres."""
    lines = [[(s["x"], s["y"]), (s["x"] + s["dx"], s["y"] + s["dy"])] for s in segments]
    return shapely.buffer(shapely.multilinestrings(lines), km * METRES_PER_KM)


def in_metres(area: BaseGeometry) -> BaseGeometry:
    """Return an area (WGS 84) in metres."""
    found: BaseGeometry = project(np.array([area], dtype=object))[0]
    return found


def may_lie_in(places: pd.DataFrame, area: BaseGeometry) -> NDArray[np.bool_]:
    """Tell of places whether they may lie in an area (metres), however vaguely they are known.

    Columns: geo_precision (rank), latitude, longitude, admin1, admin2. A place known to about 25 km
    may lie that far off its point, one known by district or governorate anywhere there; of any
    other nothing can be ruled out.
    """
    ranks = places["geo_precision"].fillna(_NEAR + len(vocabulary.GEO_PRECISIONS)).to_numpy(int)
    may = ranks > _NEAR
    near = places[~may]
    points = shapely.points(*to_metres(near["longitude"], near["latitude"]))
    far = vocabulary.NEAR_RADIUS_KM * METRES_PER_KM
    may[~may] = np.isnan(near["latitude"]) | shapely.dwithin(points, area, far)
    for rank, names in _NAMED.items():
        rows = [*places.loc[ranks == rank, list(names)].itertuples(index=False, name=None)]
        reached = {named: _reaches(named, area) for named in {*rows}}
        may[ranks == rank] = [reached[named] for named in rows]
    return may


def _reaches(named: tuple[str, ...], area: BaseGeometry) -> bool:
    """Tell whether a district of a governorate, or that alone, has some of an area."""
    known = load_reference(settings.load().reference_dir)
    if named in known.districts:
        return bool(shapely.intersects(in_metres(known.districts[named[0], named[1]]), area))
    if named[0] in known.admin1.names:
        return bool(shapely.intersects(known.admin1.find_metric(named[0]), area))
    return True
