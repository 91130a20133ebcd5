"""What a distance or an area leaves out, though it may lie there."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from shapely.geometry.base import BaseGeometry

from corridor import geo, schema
from corridor.filter import IncidentFilter
from corridor.filter.along import known_along
from corridor.queries.incidents import incident_ids
from corridor.queries.statements import ask_filtered
from corridor.store import Reader


@schema.returns("incident_id", beside="VARCHAR")
def may_lie_there(store: Reader, chosen: IncidentFilter) -> pd.DataFrame:
    """Return the incidents that a distance leaves out, and that may lie there all the same.

    All else of the filter holds for them; their place is known to about 25 km or worse, and that
    radius, their district or their governorate reaches what is asked for. None where no distance
    and no area is. Columns: incident_id, beside (see `Summary.beside`).
    """
    areas = tuple(_areas(chosen))
    found = ask_filtered(store, "placed_vaguely", chosen.without_distance())
    if not areas:
        return found[["incident_id", "beside"]].head(0)
    found = found[~found["incident_id"].isin(incident_ids(store, chosen))]
    for area in areas:
        found = found[geo.may_lie_in(found, area)]
    return found[["incident_id", "beside"]].reset_index(drop=True)


def _areas(chosen: IncidentFilter) -> Iterator[BaseGeometry]:
    """Give each area that a filter asks for, in metres."""
    if chosen.road:
        yield geo.around(geo.road_segments(chosen.road), chosen.road_km)
    if chosen.along:
        along = known_along(chosen.along)
        first, last = along.stretch or (0.0, along.road.length)
        yield geo.in_metres(geo.stretch(along.road.name, first, last, along.km))
    if chosen.near:
        yield geo.around(geo.point_segments(chosen.near), chosen.near_km)
    if chosen.within:
        yield geo.in_metres(geo.area_of(chosen.within).shape)
