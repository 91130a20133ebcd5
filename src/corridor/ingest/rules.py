"""Rules over several cells of a row, or over the whole file, each with its remedy.

A rule's SQL is true for a row that breaks it. It reads the view `file_rows`: typed values under
their codebook names, and the text they came from as `t_<name>`, '' where the file has no such
column. `Rows` in `check` says how the view is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from corridor import schema, vocabulary
from corridor.ingest.report import Severity
from corridor.ingest.words import UNKNOWN

# Iraq's outline (29.06–37.39 N, 38.79–48.57 E) with half a degree to spare.
LATITUDES: Final = (28.5, 37.9)
LONGITUDES: Final = (38.3, 49.1)


@dataclass(frozen=True)
class RowRule:
    """A rule that a row can break; `shows` are the cells whose text the remedy names."""

    column: str
    broken: str
    rule: str
    remedy: str
    severity: Severity = "error"
    shows: tuple[str, ...] = ()


def values() -> dict[str, Any]:
    """Give what the rules' SQL binds."""
    example = {f"example_{name}": schema.column(name).example for name in _EXAMPLE}
    return example | {
        "south": LATITUDES[0],
        "north": LATITUDES[1],
        "west": LONGITUDES[0],
        "east": LONGITUDES[1],
        "primary": vocabulary.PRIMARY_SERIES,
        "unknown": ["", *UNKNOWN],
        "sub_events": list(vocabulary.SUB_EVENT_TYPES),
        "their_events": list(vocabulary.SUB_EVENT_TYPES.values()),
    }


_EXAMPLE: Final = ("incident_id", "source", "notes")
_SWAPPED: Final = (
    "latitude BETWEEN $west AND $east AND longitude BETWEEN $south AND $north "
    "AND NOT (latitude BETWEEN $south AND $north AND longitude BETWEEN $west AND $east)"
)
_NOWHERE: Final = "latitude = 0 AND longitude = 0"
_INSIDE: Final = "latitude BETWEEN $south AND $north AND longitude BETWEEN $west AND $east"
_DISORDERED: Final = (
    "(fatalities_low > fatalities_best OR fatalities_best > fatalities_high "
    "OR fatalities_low > fatalities_high)"
)
_ITS_EVENT: Final = "list_extract($their_events, list_position($sub_events, sub_event_type))"


def _half(lacking: str, given: str) -> str:
    """Return SQL for one coordinate that is empty, or said to be unknown, beside the other."""
    return (
        f"CASE WHEN {lacking} IS NULL AND t_{given} <> '' "
        f"THEN list_contains($unknown, lower(t_{lacking})) "
        f"AND NOT list_contains($unknown, lower(t_{given})) END"
    )


PRIMARY_RULE: Final = "rows from UCDP"
_COUNTS: Final = ("fatalities_low", "fatalities_best", "fatalities_high")
_SAID: Final = "low {fatalities_low}, best {fatalities_best}, high {fatalities_high}"

RULES: Final = (
    RowRule("incident_id", "incident_id IS NOT NULL AND row_number() OVER same_id > 1",
            "the id is on an earlier line too",
            "Give every row its own id, or delete the repeated row."),
    RowRule("incident_id",
            "incident_id IS NOT NULL AND source IS NOT NULL "
            "AND NOT starts_with(incident_id, source || ':')",
            "the id does not begin with its source",
            "Write {source}:{incident_id}, so that two lists cannot share an id.", "warning",
            ("source", "incident_id")),
    RowRule("incident_id",
            "incident_id = $example_incident_id AND source = $example_source "
            "AND notes = $example_notes",
            "example row of the template",
            "It is not a real incident. Delete it before you confirm.", "warning"),
    RowRule("source", "source = $primary AND row_number() OVER same_source = 1", PRIMARY_RULE,
            "New and changed rows of this source enter every average and verdict. If you do not "
            "want that, use a source code of your own.", "warning"),
    RowRule("event_date_end", "event_date_end < event_date", "the last day is before the first",
            "The first day is {event_date}. Correct one of the two.", "error", ("event_date",)),
    RowRule("sub_event_type", f"{_ITS_EVENT} <> event_type", "belongs to another event type",
            "It does not belong to “{event_type}”. Change one of the two.", "error",
            ("event_type",)),
    RowRule("fatalities_best", f"{_DISORDERED} AND source IS DISTINCT FROM $primary",
            "counts out of order",
            f"The file says {_SAID}. Low must not be above best, nor best above high.",
            "error", _COUNTS),
    RowRule("fatalities_best", f"{_DISORDERED} AND source = $primary", "counts out of order",
            f"The source says {_SAID}. Kept as published.", "warning", _COUNTS),
    RowRule("latitude", _half("latitude", "longitude"), "longitude without latitude",
            "Give both coordinates or neither."),
    RowRule("longitude", _half("longitude", "latitude"), "latitude without longitude",
            "Give both coordinates or neither."),
    RowRule("latitude", _SWAPPED, "latitude and longitude look swapped",
            "In Iraq the latitude is 29–37 and the longitude 39–49: write latitude {longitude}, "
            "longitude {latitude}.", "error", ("latitude", "longitude")),
    RowRule("latitude", _NOWHERE, "0/0 is no place in Iraq",
            "Leave both coordinates empty when the place is not known."),
    RowRule("latitude", f"NOT ({_INSIDE}) AND NOT ({_SWAPPED}) AND NOT ({_NOWHERE})",
            "the point is outside Iraq",
            "Corridor Watch covers Iraq only (latitude 29–37, longitude 39–49): correct "
            "{latitude}, {longitude} or delete the row.", "error", ("latitude", "longitude")),
    RowRule("geo_precision",
            "latitude IS NOT NULL AND longitude IS NOT NULL AND t_geo_precision = ''",
            "coordinates without a precision",
            "The row is kept but has no point on the map. Write how exact the place is: 1 (exact) "
            "to 6 (country).",
            "warning"),
)  # fmt: skip
