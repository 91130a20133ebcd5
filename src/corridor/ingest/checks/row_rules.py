"""Rules over several cells of a row, or over the whole file, each with its remedy.

A rule's SQL is true for a row that breaks it. It reads the view `file_rows`: typed values under
their codebook names, and the text they came from as `t_<name>`, '' where the file has no such
column. `Rows` in `check` says how the view is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from corridor import packs, schema, vocabulary
from corridor.ingest.model.known_words import UNKNOWN
from corridor.ingest.model.problem import Severity


@dataclass(frozen=True)
class RowRule:
    """A rule that a row can break, and the keys of what is said then.

    `shows` are the cells whose text the remedy names.
    """

    column: str
    broken: str
    what: str
    mend: str
    severity: Severity = "error"
    shows: tuple[str, ...] = ()


def values() -> dict[str, Any]:
    """Return what the rules' SQL binds."""
    example = {f"example_{name}": schema.column(name).example for name in _EXAMPLE}
    return example | {
        **packs.country().bounds._asdict(),
        "series": packs.series().code,
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


SERIES_RULE: Final = "problem-rows-from-the-series"
_COUNTS: Final = ("fatalities_low", "fatalities_best", "fatalities_high")

RULES: Final = (
    RowRule("incident_id", "incident_id IS NOT NULL AND row_number() OVER same_id > 1",
            "problem-the-id-is-on-an-earlier-line", "remedy-repeated-id"),
    RowRule("incident_id",
            "incident_id IS NOT NULL AND source IS NOT NULL "
            "AND NOT starts_with(incident_id, source || ':')",
            "problem-the-id-does-not-begin-with-its-source", "remedy-id-of-its-source", "warning",
            ("source", "incident_id")),
    RowRule("incident_id",
            "incident_id = $example_incident_id AND source = $example_source "
            "AND notes = $example_notes",
            "problem-example-row-of-the-template", "remedy-example-row", "warning"),
    RowRule("source", "source = $series AND row_number() OVER same_source = 1", SERIES_RULE,
            "remedy-rows-from-the-series", "warning"),
    RowRule("event_date_end", "event_date_end < event_date",
            "problem-the-last-day-is-before-the-first", "remedy-last-day-before-the-first",
            "error", ("event_date",)),
    RowRule("event_date_end", "date_diff('day', event_date, event_date_end) > 366",
            "problem-the-incident-lasts-more-than-a-year", "remedy-lasts-more-than-a-year",
            "warning", ("event_date",)),
    RowRule("sub_event_type", f"{_ITS_EVENT} <> event_type",
            "problem-belongs-to-another-event-type", "remedy-another-event-type", "error",
            ("event_type",)),
    RowRule("fatalities_best", f"{_DISORDERED} AND source IS DISTINCT FROM $series",
            "problem-counts-out-of-order", "remedy-counts-out-of-order", "error", _COUNTS),
    RowRule("fatalities_best", f"{_DISORDERED} AND source = $series",
            "problem-counts-out-of-order", "remedy-counts-as-published", "warning", _COUNTS),
    RowRule("latitude", _half("latitude", "longitude"),
            "problem-longitude-without-latitude", "remedy-both-coordinates"),
    RowRule("longitude", _half("longitude", "latitude"),
            "problem-latitude-without-longitude", "remedy-both-coordinates"),
    RowRule("latitude", _SWAPPED, "problem-latitude-and-longitude-look-swapped", "remedy-swapped",
            "error", ("latitude", "longitude")),
    RowRule("latitude", _NOWHERE, "problem-0-0-is-no-place", "remedy-0-0"),
    RowRule("latitude", f"NOT ({_INSIDE}) AND NOT ({_SWAPPED}) AND NOT ({_NOWHERE})",
            "problem-the-point-is-abroad", "remedy-point-abroad", "error",
            ("latitude", "longitude")),
    RowRule("geo_precision",
            "latitude IS NOT NULL AND longitude IS NOT NULL AND t_geo_precision = ''",
            "problem-coordinates-without-a-precision", "remedy-precision", "warning"),
)  # fmt: skip
