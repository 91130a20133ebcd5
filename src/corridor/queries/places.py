"""Where incidents are."""

from __future__ import annotations

from typing import Final

import pandas as pd

from corridor.filter import IncidentFilter
from corridor.queries.statements import ask_filtered
from corridor.store import Reader

# More points and discs than this are no picture any more, and weigh megabytes.
MOST_MARKS: Final = 10_000


def map_places(store: Reader, chosen: IncidentFilter, most_marks: int = MOST_MARKS) -> pd.DataFrame:
    """Return one row per mark of the map; above `most_marks` points and discs, one per grid cell.

    Columns: mark, is_cell, geo_precision (rank, None unknown), admin1, admin2, location, latitude,
    longitude (degrees), incidents, killed, killed_unknown, against_civilians, first_date,
    last_date, event_type (the most common, civilians win ties), coded_at_town, incident_ids.
    """
    return ask_filtered(store, "map_places", chosen, most_marks=most_marks)


def by_district(store: Reader, chosen: IncidentFilter) -> pd.DataFrame:
    """Count the primary series' incidents by district: admin1, admin2, incidents."""
    return ask_filtered(store, "by_district", chosen)


def by_type(store: Reader, chosen: IncidentFilter) -> pd.DataFrame:
    """Count incidents by event type: event_type, incidents."""
    return ask_filtered(store, "by_type", chosen)
