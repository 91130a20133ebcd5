"""Points that stand for a whole area: given as the place of an incident, they claim too much.

Measured on UCDP's Iraq file (19.1, 7,473 accounts). Each of 17 governorates has one point for
"somewhere in it", 1.7 to 48 km from the middle of its polygon, and the country has one. Of the
6,301 accounts of precision 1–2, 14 have such a point: all are "Northern Iraq" without a
governorate, at Ninewa's point, which 192 others give for the whole of it or of the north. The next
nearest is over 3 km off, and no town is nearer than 2.8 km. So `REACH_KM` is 1 km for a governorate
and the country: copies rounded to two decimals are met, and nothing else is. None of the 6,301 is
within 3 km of the middle of a governorate's polygon, or within 2 km of a district's.

A district's point is often close to the town that it is named after: 33 accounts of precision 1–2
are within 1 km of points that UCDP gives for districts only, none within 200 m. So for a district
the reach is 200 m, copies only; and 3 of those 51 points, which are the town's own in a gazetteer,
are left out, because another list may mean the town.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from corridor import packs
from corridor.geo.projection import METRES_PER_KM, to_metres
from corridor.geo.reference import SETTLEMENT_KINDS, Layer, Reference

REACH_KM: Final = {"country": 1.0, "governorate": 1.0, "district": 0.2}
# A stand-in this near to a settlement may as well be the settlement.
SETTLED_KM: Final = 0.5


def stand_ins(series: pd.DataFrame, reference: Reference) -> pd.DataFrame:
    """Return the points that stand for an area: `level`, `name`, `latitude`, `longitude`.

    `series` holds those that a series uses, in the same columns; added are the middles of the
    polygons. `level` is a key of `REACH_KM`. Points of settlements are left out.
    """
    home = packs.country().name  # noqa: F841  the query reads it
    found = pd.concat(
        [
            series,
            _middles("governorate", reference.admin1),
            _middles("district", reference.admin2),
            _middles("country", reference.countries).query("name == @home"),
        ],
        ignore_index=True,
    )
    return found[~_is_settled(found, reference)].reset_index(drop=True)


def _middles(level: str, layer: Layer) -> pd.DataFrame:
    middles = shapely.centroid(layer.shapes)
    return pd.DataFrame(
        {
            "level": level,
            "name": layer.names,
            "latitude": shapely.get_y(middles),
            "longitude": shapely.get_x(middles),
        }
    )


def _is_settled(points: pd.DataFrame, reference: Reference) -> NDArray[np.bool_]:
    places = reference.gazetteer[reference.gazetteer["kind"].isin(SETTLEMENT_KINDS)]
    tree = shapely.STRtree(_marks(places["lon"], places["lat"]))
    marks = _marks(points["longitude"], points["latitude"])
    near, _ = tree.query(marks, predicate="dwithin", distance=SETTLED_KM * METRES_PER_KM)
    return np.isin(np.arange(len(points)), near)


def _marks(lons: pd.Series, lats: pd.Series) -> NDArray[np.object_]:
    eastings, northings = to_metres(lons, lats)
    return np.asarray(shapely.points(eastings, northings), dtype=object)
