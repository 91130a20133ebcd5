"""The codebook: one Column per field of the incident store.

Names follow ACLED where ACLED has the field, UCDP GED where it has. `docs/codebook.md`,
the upload template, the checks of an upload and the table of records are all made from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from corridor import vocabulary


@dataclass(frozen=True)
class Column:
    """One field: `type` is a DuckDB type; `in_csv` says that an upload may carry it."""

    name: str
    type: str
    group: str
    meaning: str
    unit: str = ""
    required: bool = False
    in_csv: bool = False
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    max_length: int = 500
    example: str = ""


def _count(name: str, meaning: str, example: str = "") -> Column:
    return Column(
        name, "INTEGER", "how many", meaning, "people", in_csv=True, minimum=0, maximum=100_000,
        example=example,
    )  # fmt: skip


RECORD: Final = (
    Column("record_kind", "VARCHAR", "record", "What the record is.", choices=vocabulary.RECORD_KINDS),
    Column("commit_id", "VARCHAR", "record", "The commit that brought the record."),
    Column("recorded_at", "TIMESTAMPTZ", "record", "When it was committed.", "UTC"),
    Column("recorded_by", "VARCHAR", "record", "Who committed it."),
    Column("row_number", "INTEGER", "record", "Line of the uploaded file it came from.", "line"),
    Column("original", "VARCHAR", "record",
           "The row as the uploaded file had it, before anything was converted: a JSON object of its "
           "cells by column name. Only in the store's files and in `corridor original`; empty for "
           "shipped rows."),
)  # fmt: skip

INCIDENT: Final = (
    Column("incident_id", "VARCHAR", "key", "Id of this account, unique across sources: `SOURCE:id`.",
           required=True, in_csv=True, max_length=120, example="MYLIST:1"),
    Column("source", "VARCHAR", "source", "Code of the data set or list it comes from.",
           required=True, in_csv=True, max_length=60, example="MYLIST"),
    Column("event_date", "DATE", "when", "First day of the incident.", "ISO date",
           required=True, in_csv=True, example="2018-06-17"),
    Column("event_date_end", "DATE", "when", "Last day; the same as event_date when it was one day.",
           "ISO date", in_csv=True, example="2018-06-18"),
    Column("date_precision", "INTEGER", "when",
           "How well the date is known: 1 day, 2 within 2–6 days, 3 week, 4 month, 5 year (UCDP date_prec).",
           "rank", in_csv=True, minimum=1, maximum=5, example="2"),
    Column("event_type", "VARCHAR", "what", "ACLED event type.", required=True, in_csv=True,
           choices=vocabulary.EVENT_TYPES, example="Violence against civilians"),
    Column("sub_event_type", "VARCHAR", "what", "ACLED sub-event type.", in_csv=True,
           choices=tuple(vocabulary.SUB_EVENT_TYPES), example="Attack"),
    Column("actor1", "VARCHAR", "who", "One side, as the source names it. The order does not say "
        "who attacked.",
           in_csv=True, example="IS"),
    Column("actor2", "VARCHAR", "who", "The other side. The order does not say who attacked.", in_csv=True,
           example="Civilians"),
    Column("initiated_by", "VARCHAR", "who", "The side that acted first, where the source says so.",
           in_csv=True),
    _count("fatalities_low", "Reported deaths, lowest credible count. Empty when unknown, never 0.", "2"),
    _count("fatalities_best", "Reported deaths, best count. Empty when unknown, never 0.", "3"),
    _count("fatalities_high", "Reported deaths, highest credible count. Empty when unknown.", "4"),
    _count("deaths_side_a", "Deaths on the side of actor1."),
    _count("deaths_side_b", "Deaths on the side of actor2."),
    _count("deaths_civilians", "Civilians killed.", "3"),
    _count("deaths_unknown", "Deaths whose side is not known."),
    _count("wounded", "People wounded."),
    _count("abducted", "People abducted.", "4"),
    _count("freed", "Abducted people freed."),
    _count("attackers_killed", "Attackers killed, as far as the source says."),
    Column("vehicles_stopped", "INTEGER", "how many", "Vehicles stopped at a checkpoint.", "vehicles",
           in_csv=True, minimum=0, maximum=100_000),
    Column("duration_minutes", "INTEGER", "how many", "How long it lasted.", "minutes", in_csv=True,
           minimum=0, maximum=1_000_000),
    Column("disguise", "VARCHAR", "what", "Uniform or disguise the attackers wore.", in_csv=True),
    Column("country", "VARCHAR", "where", "Country; only Iraq is covered.", in_csv=True, example="Iraq"),
    Column("reported_admin1", "VARCHAR", "where",
           "Governorate as the source reports it (any spelling on upload; `admin1` is accepted as its name).",
           in_csv=True, example="Kirkuk"),
    Column("reported_admin2", "VARCHAR", "where",
           "District as the source reports it (`admin2` is accepted as its name).", in_csv=True),
    Column("location", "VARCHAR", "where", "Place name as the source gives it.", in_csv=True,
           example="Injana, Kirkuk–Baghdad road"),
    Column("latitude", "DOUBLE", "where", "North latitude, WGS 84.", "degrees", in_csv=True,
           minimum=-90, maximum=90, example="34.53"),
    Column("longitude", "DOUBLE", "where", "East longitude, WGS 84.", "degrees", in_csv=True,
           minimum=-180, maximum=180, example="44.63"),
    Column("geo_precision", "INTEGER", "where",
           "How well the place is known: 1 exact, 2 near (about 25 km), 3 district, 4 governorate, "
           "5 line or area, 6 country, 7 sea or air (UCDP where_prec).",
           "rank", in_csv=True, minimum=1, maximum=7, example="2"),
    Column("location_radius_km", "DOUBLE", "where",
           "Stated uncertainty of a point placed by hand.", "km", in_csv=True, minimum=0, maximum=1000),
    Column("source_title", "VARCHAR", "source", "Title of the article or data set.", in_csv=True,
           max_length=1000, example="A newspaper article"),
    Column("source_url", "VARCHAR", "source", "Address of it (several are separated by a blank).", in_csv=True,
           max_length=2000, example="https://example.org/article"),
    Column("source_office", "VARCHAR", "source",
           "News offices the source itself cites, separated by semicolons (UCDP source_office).",
           in_csv=True, max_length=2000),
    Column("source_date", "DATE", "source", "Earliest report the source cites.", "ISO date", in_csv=True,
           example="2018-06-18"),
    Column("number_of_sources", "INTEGER", "source", "Reports the source cites; empty when unknown.", "reports",
           in_csv=True, minimum=0, maximum=10_000),
    Column("source_grade", "VARCHAR", "source",
           "Admiralty grade, A–F for the source and 1–6 for the item, such as B2.", "grade", in_csv=True,
           choices=tuple(a + b for a in "ABCDEF" for b in "123456")),
    Column("notes", "VARCHAR", "what", "What happened, in plain words.", in_csv=True, max_length=4000,
           example="Fake checkpoint on the road"),
    Column("dyad", "VARCHAR", "who", "UCDP dyad.", in_csv=True),
    Column("event_clarity", "INTEGER", "source", "UCDP event clarity: 1 clear, 2 an aggregate over time.",
           in_csv=True, minimum=1, maximum=2),
)  # fmt: skip

DERIVED: Final = (
    Column("located_admin1", "VARCHAR", "derived",
           "Governorate whose polygon holds the point; empty when the point is only a centroid."),
    Column("located_admin2", "VARCHAR", "derived",
           "District whose polygon holds the point, for precision 1–3."),
    Column("admin1", "VARCHAR", "derived", "Governorate: the located one, else the reported one."),
    Column("admin2", "VARCHAR", "derived", "District: the located one, else the reported one."),
    Column("nearest_road", "VARCHAR", "derived", "Nearest main road, for precision 1–2 within 25 km."),
    Column("road_km", "DOUBLE", "derived", "Distance to it.", "km"),
    Column("road_position_km", "DOUBLE", "derived", "Where along that road, from its start.", "km"),
    Column("nearest_town", "VARCHAR", "derived", "Nearest town, for precision 1–2."),
    Column("town_km", "DOUBLE", "derived", "Distance to it.", "km"),
    Column("coded_at_town", "BOOLEAN", "derived", "True when the point is the town's own point."),
    Column("area_km", "MAP(VARCHAR, DOUBLE)", "derived",
           "Distance to each area of interest within 50 km.", "km"),
)  # fmt: skip

JUDGEMENT: Final = (
    Column("target_id", "VARCHAR", "decision", "Link: the account that the first is an account of."),
    Column("report", "VARCHAR", "decision", "Judgement: the report."),
    Column("finding", "INTEGER", "decision", "Judgement: number of the finding."),
    Column("ruling", "VARCHAR", "decision", "Judgement: what the incident does to the finding.",
           choices=vocabulary.RULINGS),
    Column("reason", "VARCHAR", "decision", "Why a person linked, judged or retracted.", max_length=2000),
)  # fmt: skip

SOURCE: Final = (
    Column("title", "VARCHAR", "coverage", "Name of the source."),
    Column("role", "VARCHAR", "coverage", "What it may be used for.", choices=tuple(vocabulary.SOURCE_ROLES)),
    Column("coverage_from", "DATE", "coverage", "First day that it covers.", "ISO date"),
    Column("coverage_to", "DATE", "coverage", "Last day that it covers.", "ISO date"),
    Column("coverage_places", "VARCHAR", "coverage", "Places that it covers."),
    Column("counts", "VARCHAR", "coverage", "What it counts, and what it leaves out.", max_length=2000),
    Column("licence", "VARCHAR", "coverage", "Licence of the data."),
    Column("attribution", "VARCHAR", "coverage", "Line to show where the data are used.", max_length=2000),
)  # fmt: skip

RECORDS: Final = (*RECORD, *INCIDENT, *DERIVED, *JUDGEMENT, *SOURCE)
# What is held in memory for everybody: rows as their files had them are read where they lie.
SERVED: Final = tuple(item for item in RECORDS if item.name != "original")
CSV_COLUMNS: Final = tuple(column for column in INCIDENT if column.in_csv)
# Names that an upload may use instead, when the name itself is not in its header.
CSV_ALIASES: Final = {"admin1": "reported_admin1", "admin2": "reported_admin2"}
TEMPLATE: Final = (
    "incident_id", "source", "event_date", "event_date_end", "date_precision", "event_type",
    "sub_event_type", "actor1", "actor2", "fatalities_low", "fatalities_best", "fatalities_high",
    "deaths_civilians", "abducted", "admin1", "location", "latitude", "longitude",
    "geo_precision", "source_title", "source_url", "source_date", "notes",
)  # fmt: skip


def column(name: str) -> Column:
    """Give the Column of that name; KeyError when there is none."""
    found = {item.name: item for item in RECORDS}
    return found[name]
