"""Where incidents are."""

from __future__ import annotations

from typing import Final

import pandas as pd

from corridor import schema
from corridor.filter import IncidentFilter
from corridor.queries.statements import ask_filtered, ask_in_windows, ask_marked
from corridor.spans import Spans
from corridor.store import Reader

# More points and discs than this are no picture any more, and weigh megabytes.
MOST_MARKS: Final = 10_000
# More incidents than this are not sent day by day: a map of them cannot be played.
MOST_PLAYED: Final = 200_000


@schema.returns(
    mark="VARCHAR", beside="VARCHAR", is_cell="BOOLEAN", geo_precision="INTEGER", admin1="VARCHAR",
    admin2="VARCHAR", location="VARCHAR", latitude="DOUBLE", longitude="DOUBLE",
    incidents="INTEGER", is_provisional="BOOLEAN", killed="BIGINT",
    killed_unknown="INTEGER", against_civilians="INTEGER",
    first_date="DATE", last_date="DATE", event_type="VARCHAR", coded_at_town="BOOLEAN",
    uploaded="INTEGER",
)  # fmt: skip
def map_places(store: Reader, chosen: IncidentFilter, most_marks: int = MOST_MARKS) -> pd.DataFrame:
    """Return one row per mark of the map; above `most_marks` points and discs, one per grid cell.

    What others alone tell has marks of its own. Columns: mark, beside (None for the measuring
    series, else who tells these: see `Summary.beside`), is_cell, geo_precision (rank, None
    unknown), admin1, admin2, location, latitude, longitude (degrees), incidents, is_provisional
    (some are), killed, killed_unknown, against_civilians, first_date, last_date, event_type (the
    most common, civilians win ties), coded_at_town, uploaded. Which incidents a mark stands for is
    a question of its own, `map_incidents`: it takes as long again, and few ask it.
    """
    places = ask_marked(store, "map_places", chosen, most_marks=most_marks)
    beside = places["beside"].astype(object)
    return places.assign(beside=beside.where(beside.notna(), None))


@schema.returns("incident_id", mark="VARCHAR")
def map_incidents(
    store: Reader, chosen: IncidentFilter, most_marks: int = MOST_MARKS
) -> pd.DataFrame:
    """Return each incident with its mark (as in `map_places`), the newest first, then by id.

    Columns: incident_id, mark.
    """
    return ask_marked(store, "map_incidents", chosen, most_marks=most_marks)


@schema.returns(
    mark="VARCHAR", day="INTEGER", event_type="VARCHAR", incidents="INTEGER", killed="BIGINT",
    killed_unknown="INTEGER",
)  # fmt: skip
def map_grains(store: Reader, chosen: IncidentFilter, most_marks: int = MOST_MARKS) -> pd.DataFrame:
    """Count incidents and deaths by mark of the map, first day and event type, earliest first.

    Columns: mark (as in `map_places`), day (since 1970-01-01), event_type, incidents, killed (of
    those with a count), killed_unknown.
    """
    return ask_marked(store, "map_grains", chosen, most_marks=most_marks)


def marked_ids(
    store: Reader, chosen: IncidentFilter, marks: tuple[str, ...], most_marks: int = MOST_MARKS
) -> tuple[str, ...]:
    """Return the ids of the incidents behind marks of the map, sorted; unknown marks have none."""
    found = ask_marked(store, "marked_ids", chosen, marks=list(marks), most_marks=most_marks)
    return tuple(found["incident_id"])


@schema.returns("admin1", "admin2", incidents="INTEGER")
def by_district(store: Reader, chosen: IncidentFilter) -> pd.DataFrame:
    """Count the measuring series' incidents by district: admin1, admin2, incidents."""
    return ask_filtered(store, "by_district", chosen)


@schema.returns("admin1", "admin2", month="DATE", incidents="INTEGER")
def district_months(store: Reader, chosen: IncidentFilter) -> pd.DataFrame:
    """Count the measuring series' incidents by month and district, of months that have any.

    Columns: admin1, admin2, month (its first day), incidents.
    """
    return ask_filtered(store, "district_months", chosen)


@schema.returns(
    "admin1", "admin2", latitude="DOUBLE", longitude="DOUBLE", incidents="INTEGER",
    before="INTEGER",
)  # fmt: skip
def place_changes(store: Reader, chosen: IncidentFilter, now: Spans, before: Spans) -> pd.DataFrame:
    """Count the measuring series' incidents by district and point in two windows.

    Columns: admin1, admin2 (None where not known), latitude, longitude (degrees; NaN where the
    place is known to no better than 25 km), incidents, before.
    """
    return ask_in_windows(store, "place_changes", chosen, (now, before))


@schema.returns("event_type", incidents="INTEGER")
def by_type(store: Reader, chosen: IncidentFilter) -> pd.DataFrame:
    """Count the measuring series' incidents by event type: event_type, incidents."""
    return ask_filtered(store, "by_type", chosen)
