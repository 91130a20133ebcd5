"""The layout of UCDP GED (releases and candidate events), recognised by its header.

Releases differ in the number of their columns; only what every one of them has is required.
"""

from __future__ import annotations

import re
from typing import Final

from corridor import vocabulary
from corridor.ingest.layouts import ucdp_versions
from corridor.ingest.model.header import Order
from corridor.ingest.model.layout import Cells, Layout, cell_or_blank, coded, foreign, whole
from corridor.words import later

SOURCE: Final = "UCDP"
SOURCE_TITLE: Final = "UCDP Georeferenced Event Dataset (GED)"
SOURCE_URL: Final = "https://ucdp.uu.se/downloads/"

# UCDP GED codebook, 2017 to 2025. type_of_violence: 1 state-based, 2 non-state, 3 one-sided. It
# says who was hurt, not how. where_prec (1–7), date_prec (1–5) and event_clarity (1, 2) are ours.
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
REQUIRED: Final = (
    *("id", "type_of_violence", "date_start", "date_end", "latitude", "longitude"),
    *("best", "low", "high", "country", "side_a", "side_b", "where_prec"),
)


def convert(cells: Cells, source: str = SOURCE, title: str = SOURCE_TITLE) -> dict[str, str]:
    """Return our columns from UCDP's; `source` names its accounts, `title` the data set.

    Blank stays blank, −1 sources is unknown, and no side is called the initiator, because
    UCDP does not code one. A type of violence other than 1 to 3 is refused.
    """
    code = whole(cells["type_of_violence"])
    ours = {mine: cell_or_blank(cells, theirs) for mine, theirs in COPIED.items()}
    reports = cell_or_blank(cells, "number_of_sources")
    return ours | {
        "event_date": _day(cells["date_start"]),
        "event_date_end": _day(cells["date_end"]),
        "incident_id": _id(whole(cells["id"]), source),
        "source": f"'{source}'",
        "event_type": coded("ucdp_type", code, foreign(code)),
        "sub_event_type": coded("ucdp_sub_type", code, "''"),
        "number_of_sources": f"CASE {reports} WHEN '{UNKNOWN_COUNT}' THEN '' ELSE {reports} END",
        "source_date": _earliest(cell_or_blank(cells, "source_date")),
        "source_title": f"'{title}'",
        "source_url": f"'{SOURCE_URL}'",
    }


def _id(number: str, source: str) -> str:
    """Return SQL for the id; a number that a spreadsheet rounded gets a blank and is refused."""
    is_rounded = f"regexp_full_match({number}, '[0-9.]+[eE]\\+?[0-9]+')"
    return (
        f"CASE WHEN {number} = '' THEN '' WHEN {is_rounded} THEN '{source}: ' || {number} "
        f"ELSE '{source}:' || {number} END"
    )


def _day(moment: str) -> str:
    """Return SQL that takes the midnight off a moment."""
    return f"regexp_replace({moment}, '( 00:00:00)?(\\.000)?$', '')"


def _earliest(dates: str) -> str:
    """Return SQL for the earliest of several dates "2018-06-20;2018-06-18", fill values aside."""
    each = f"list_transform(string_split({dates}, ';'), lambda part: trim(part))"
    return f"coalesce(list_min(list_filter({each}, lambda part: part >= '{EARLIEST_REPORT}')), '')"


_HOLDS: Final = {
    "id": re.compile("[0-9]{1,9}"),
    "type_of_violence": re.compile(r"[123](?:\.0)?"),
    "date_start": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*"),
    "date_end": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*"),
    "latitude": re.compile(r"-?[0-9]{1,2}(?:\.[0-9]+)?"),
    "best": re.compile(r"[0-9]{1,6}(?:\.0)?"),
}
# The columns of releases since 20.1, and of Iraq's file of before, in their order.
ORDERS: Final = (
    Order(
        "ucdp-release",
        ("id", "relid", "year", "active_year", "code_status", "type_of_violence",
         "conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id",
         "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id",
         "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office",
         "source_date", "source_headline", "source_original", "where_prec", "where_coordinates",
         "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt",
         "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec",
         "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown",
         "best", "high", "low", "gwnoa", "gwnob"),
        _HOLDS,
    ),
    Order(
        "ucdp-country",
        ("id", "year", "active_year", "start_year", "end_year", "type_of_violence",
         "conflict_new_id", "conflict_name", "dyad_new_id", "dyad_name", "side_a_new_id", "gwnoa",
         "side_a", "side_b_new_id", "gwnob", "side_b", "number_of_sources", "source_office",
         "source_date", "where_prec", "where_coordinates", "adm_1", "adm_2", "latitude",
         "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "iso3", "region",
         "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
         "deaths_civilians", "deaths_unknown", "low", "best", "high"),
        _HOLDS,
    ),
)  # fmt: skip

LAYOUT: Final = Layout(
    name="ucdp_ged",
    title="UCDP GED",
    required=REQUIRED,
    known=frozenset(ORIGIN.values()),
    always=frozenset({"country"}),
    orders=ORDERS,
    convert=convert,
    codes={"ucdp_type": TYPES, "ucdp_sub_type": SUB_TYPES},
    origin=ORIGIN,
    remedies={
        "incident_id": later("remedy-ucdp-id"),
        "country": later("remedy-ucdp-country"),
        "event_type": later("remedy-ucdp-event-type"),
    },
    advice=later("use-ucdp-as-published"),
    marks=frozenset({"type_of_violence", "where_prec"}),
    source=SOURCE,
    versions=ucdp_versions.GED,
)
