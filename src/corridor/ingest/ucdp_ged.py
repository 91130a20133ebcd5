"""The layout of UCDP GED (versions 17 to 19, one row per event), recognised by its header."""

from __future__ import annotations

from typing import Final

import pandas as pd

from corridor import vocabulary
from corridor.ingest.layout import Layout

SOURCE_TITLE: Final = "UCDP Georeferenced Event Dataset (GED)"
SOURCE_URL: Final = "https://ucdp.uu.se/downloads/"

# type_of_violence: 1 state-based, 2 non-state, 3 one-sided. It says who was hurt, not how.
TYPES: Final = {"1": "Battles", "2": "Battles", "3": vocabulary.CIVILIANS_TYPE}
SUB_TYPES: Final = {"1": "Armed clash", "2": "Armed clash", "3": "Attack"}
UNKNOWN_COUNT: Final = "-1"
# Dates before this are the fill value of UCDP's own database (1753-01-01), not reports.
EARLIEST_REPORT: Final = "1900-01-01"

# Our column -> UCDP's, where the text is taken as it stands.
COPIED: Final = {
    "event_date": "date_start",
    "event_date_end": "date_end",
    "date_precision": "date_prec",
    "actor1": "side_a",
    "actor2": "side_b",
    "fatalities_low": "low",
    "fatalities_best": "best",
    "fatalities_high": "high",
    "deaths_side_a": "deaths_a",
    "deaths_side_b": "deaths_b",
    "deaths_civilians": "deaths_civilians",
    "deaths_unknown": "deaths_unknown",
    "country": "country",
    "reported_admin1": "adm_1",
    "reported_admin2": "adm_2",
    "location": "where_coordinates",
    "latitude": "latitude",
    "longitude": "longitude",
    "geo_precision": "where_prec",
    "source_office": "source_office",
    "number_of_sources": "number_of_sources",
    "dyad": "dyad_name",
    "event_clarity": "event_clarity",
}
CONVERTED: Final = {
    "incident_id": "id",
    "source": "id",
    "event_type": "type_of_violence",
    "sub_event_type": "type_of_violence",
    "source_date": "source_date",
}
ORIGIN: Final = COPIED | CONVERTED


def convert(cells: pd.DataFrame) -> pd.DataFrame:
    """Give our text columns from UCDP's.

    Blank stays blank, −1 sources is unknown, and no side is called the initiator, because
    UCDP does not code one. A type of violence other than 1 to 3 is handed on, to be refused.
    """
    ours = pd.DataFrame({mine: cells[theirs] for mine, theirs in COPIED.items()})
    code = cells["type_of_violence"]
    ours["incident_id"] = ("UCDP:" + cells["id"]).where(cells["id"] != "", "")
    ours["source"] = vocabulary.PRIMARY_SERIES
    ours["event_type"] = code.map(TYPES).fillna(code)
    ours["sub_event_type"] = code.map(SUB_TYPES).fillna("")
    ours["number_of_sources"] = cells["number_of_sources"].replace(UNKNOWN_COUNT, "")
    ours["source_date"] = cells["source_date"].map(earliest_date)
    ours["source_title"] = SOURCE_TITLE
    ours["source_url"] = SOURCE_URL
    for name in ("event_date", "event_date_end"):
        ours[name] = ours[name].str.removesuffix(".000").str.removesuffix(" 00:00:00")
    return ours


def earliest_date(text: str) -> str:
    """Give the earliest of several dates "2018-06-20;2018-06-18"; fill values do not count."""
    moments = [part.strip() for part in text.split(";")]
    return min((part for part in moments if part >= EARLIEST_REPORT), default="")


LAYOUT: Final = Layout(
    name="ucdp_ged",
    title="UCDP GED",
    required=tuple(sorted(set(ORIGIN.values()))),
    known=frozenset(ORIGIN.values()),
    convert=convert,
    origin=ORIGIN,
    remedies={
        "incident_id": "Every UCDP event has a number of its own: take it from the original file.",
        "event_type": "UCDP writes 1 (state-based), 2 (non-state) or 3 (one-sided) here.",
    },
    advice="Use the UCDP GED file with all the columns it was published with.",
)
