"""From longitude and latitude (WGS 84) to metres in UTM zone 38N, where distances are taken.

All of the corridor lies in zone 38N (42–48° E), where the scale error stays under 0.04 %.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from pyproj import Transformer

METRIC_CRS: Final = "EPSG:32638"
# The central meridian of that zone, in degrees east.
MERIDIAN: Final = 45.0
METRES_PER_KM: Final = 1000.0


@lru_cache(maxsize=1)
def _transformer() -> Transformer:
    return Transformer.from_crs("EPSG:4326", METRIC_CRS, always_xy=True)


def to_metres(lons: ArrayLike, lats: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return eastings and northings in metres; a point that cannot be projected gives infinity."""
    eastings, northings = _transformer().transform(
        np.asarray(lons, dtype=np.float64), np.asarray(lats, dtype=np.float64)
    )
    return np.asarray(eastings), np.asarray(northings)


def project(shapes: Any) -> NDArray[np.object_]:
    """Project geometries from WGS 84 (x longitude, y latitude) to metres."""
    projected = shapely.transform(shapes, lambda vertices: np.column_stack(to_metres(*vertices.T)))
    return np.asarray(projected, dtype=object)
