"""What lies along the main roads."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from corridor import geo, schema
from corridor.filter import IncidentFilter
from corridor.queries.statements import ask_filtered
from corridor.store import Reader


@schema.returns(
    road="VARCHAR", along_km="DOUBLE", incident_id="VARCHAR", event_date="DATE",
    date_precision="INTEGER", fatalities_best="INTEGER", geo_precision="INTEGER",
    coded_at_town="BOOLEAN", beside="VARCHAR",
)  # fmt: skip
def on_roads(
    store: Reader, chosen: IncidentFilter, roads: Sequence[str], km: float
) -> pd.DataFrame:
    """Return the incidents of a filter within `km` of roads (names), along each in its order.

    One near two roads has two rows; one placed more vaguely than to about 25 km has none. Columns:
    road, along_km (from where the road begins, to the metre), incident_id, event_date,
    date_precision (rank), fatalities_best (NA unknown), geo_precision (1 or 2), coded_at_town,
    beside (None for the measuring series).
    """
    pieces = geo.road_pieces(*roads)
    rows = ask_filtered(store, "on_roads", chosen, roads_pieces=pieces, roads_km=km)
    return rows.assign(beside=rows["beside"].astype(object).where(rows["beside"].notna(), None))
