"""The codebook: one Column per field of the incident store.

Names follow ACLED where ACLED has the field, UCDP GED where it has. `docs/codebook.md`,
the upload template, the checks of an upload and the table of records are all made from here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from corridor import vocabulary
from corridor.words import say
from corridor.words.terms import slug


@dataclass(frozen=True)
class Column:
    """One field: `type` is a DuckDB type; `in_csv` says that an upload may carry it.

    `group` and `unit` are codes, which the codebook says in words.
    """

    name: str
    type: str
    group: str
    unit: str = ""
    required: bool = False
    in_csv: bool = False
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    max_length: int = 500
    example: str = ""

    @property
    def meaning(self) -> str:
        """Say what the field means."""
        return say(f"field-meaning-{slug(self.name)}")


def _count(name: str, example: str = "") -> Column:
    return Column(
        name, "INTEGER", "how-many", "people", in_csv=True, minimum=0, maximum=100_000,
        example=example,
    )  # fmt: skip


_GRADES: Final = tuple(
    reliability + credibility
    for reliability in vocabulary.SOURCE_RELIABILITY
    for credibility in vocabulary.INFORMATION_CREDIBILITY
)

RECORD: Final = (
    Column("record_kind", "VARCHAR", "record", choices=vocabulary.RECORD_KINDS),
    Column("commit_id", "VARCHAR", "record"),
    Column("recorded_at", "TIMESTAMPTZ", "record", "utc"),
    Column("recorded_by", "VARCHAR", "record"),
    Column("row_number", "INTEGER", "record", "line"),
    Column("original", "VARCHAR", "record"),
)  # fmt: skip

INCIDENT: Final = (
    Column("incident_id", "VARCHAR", "key", required=True, in_csv=True, max_length=120,
           example="MYLIST:1"),
    Column("source", "VARCHAR", "source", required=True, in_csv=True, max_length=60,
           example="MYLIST"),
    Column("event_date", "DATE", "when", "iso-date", required=True, in_csv=True,
           example="2018-06-17"),
    Column("event_date_end", "DATE", "when", "iso-date", in_csv=True, example="2018-06-18"),
    Column("date_precision", "INTEGER", "when", "rank", in_csv=True, minimum=1, maximum=5,
           example="2"),
    Column("event_type", "VARCHAR", "what", required=True, in_csv=True,
           choices=vocabulary.EVENT_TYPES, example="Violence against civilians"),
    Column("sub_event_type", "VARCHAR", "what", in_csv=True,
           choices=tuple(vocabulary.SUB_EVENT_TYPES), example="Attack"),
    Column("actor1", "VARCHAR", "who", in_csv=True, example="IS"),
    Column("actor2", "VARCHAR", "who", in_csv=True, example="Civilians"),
    Column("initiated_by", "VARCHAR", "who", in_csv=True),
    _count("fatalities_low", "2"),
    _count("fatalities_best", "3"),
    _count("fatalities_high", "4"),
    _count("deaths_side_a"),
    _count("deaths_side_b"),
    _count("deaths_civilians", "3"),
    _count("deaths_unknown"),
    _count("wounded"),
    _count("abducted", "4"),
    _count("freed"),
    _count("attackers_killed"),
    Column("vehicles_stopped", "INTEGER", "how-many", "vehicles", in_csv=True, minimum=0,
           maximum=100_000),
    Column("duration_minutes", "INTEGER", "how-many", "minutes", in_csv=True, minimum=0,
           maximum=1_000_000),
    Column("disguise", "VARCHAR", "what", in_csv=True),
    Column("country", "VARCHAR", "where", in_csv=True, example="Iraq"),
    Column("reported_admin1", "VARCHAR", "where", in_csv=True, example="Kirkuk"),
    Column("reported_admin2", "VARCHAR", "where", in_csv=True),
    Column("location", "VARCHAR", "where", in_csv=True, example="Injana, Kirkuk–Baghdad road"),
    Column("latitude", "DOUBLE", "where", "degrees", in_csv=True, minimum=-90, maximum=90,
           example="34.53"),
    Column("longitude", "DOUBLE", "where", "degrees", in_csv=True, minimum=-180, maximum=180,
           example="44.63"),
    Column("geo_precision", "INTEGER", "where", "rank", in_csv=True, minimum=1, maximum=7,
           example="2"),
    Column("location_radius_km", "DOUBLE", "where", "km", in_csv=True, minimum=0, maximum=1000),
    Column("source_title", "VARCHAR", "source", in_csv=True, max_length=1000,
           example="A newspaper article"),
    Column("source_url", "VARCHAR", "source", in_csv=True, max_length=2000,
           example="https://example.org/article"),
    Column("source_office", "VARCHAR", "source", in_csv=True, max_length=2000),
    Column("source_date", "DATE", "source", "iso-date", in_csv=True, example="2018-06-18"),
    Column("number_of_sources", "INTEGER", "source", "reports", in_csv=True, minimum=0,
           maximum=10_000),
    Column("source_grade", "VARCHAR", "source", "grade", in_csv=True,
           choices=_GRADES),
    Column("notes", "VARCHAR", "what", in_csv=True, max_length=4000,
           example="Fake checkpoint on the road"),
    Column("dyad", "VARCHAR", "who", in_csv=True),
    Column("event_clarity", "INTEGER", "source", in_csv=True, minimum=1, maximum=2),
)  # fmt: skip

DERIVED: Final = (
    Column("located_admin1", "VARCHAR", "derived"),
    Column("located_admin2", "VARCHAR", "derived"),
    Column("admin1", "VARCHAR", "derived"),
    Column("admin2", "VARCHAR", "derived"),
    Column("nearest_road", "VARCHAR", "derived"),
    Column("road_km", "DOUBLE", "derived", "km"),
    Column("road_position_km", "DOUBLE", "derived", "km"),
    Column("nearest_town", "VARCHAR", "derived"),
    Column("town_km", "DOUBLE", "derived", "km"),
    Column("coded_at_town", "BOOLEAN", "derived"),
    Column("area_km", "MAP(VARCHAR, DOUBLE)", "derived", "km"),
)  # fmt: skip

JUDGEMENT: Final = (
    Column("target_id", "VARCHAR", "decision"),
    Column("report", "VARCHAR", "decision"),
    Column("finding", "INTEGER", "decision"),
    Column("ruling", "VARCHAR", "decision",
           choices=(*vocabulary.RULINGS, *vocabulary.RATINGS, vocabulary.WITHDRAWN)),
    Column("reason", "VARCHAR", "decision", max_length=2000),
)  # fmt: skip

SOURCE: Final = (
    Column("title", "VARCHAR", "coverage"),
    Column("role", "VARCHAR", "coverage", choices=vocabulary.SOURCE_ROLES),
    Column("coverage_from", "DATE", "coverage", "iso-date"),
    Column("coverage_to", "DATE", "coverage", "iso-date"),
    Column("coverage_places", "VARCHAR", "coverage"),
    Column("counts", "VARCHAR", "coverage", max_length=2000),
    Column("licence", "VARCHAR", "coverage"),
    Column("attribution", "VARCHAR", "coverage", max_length=2000),
    Column("release", "VARCHAR", "coverage", max_length=40),
    Column("entry", "VARCHAR", "coverage", max_length=200),
    Column("is_death_needed", "BOOLEAN", "coverage"),
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


SERVED_NAMES: Final = tuple(item.name for item in SERVED)
_Asked = TypeVar("_Asked", bound=Callable[..., object])


def columns(*names: str, **types: str) -> dict[str, str]:
    """Return names of columns with their types: some of the codebook, then others."""
    return {name: column(name).type for name in names} | types


def returns(*names: str, **types: str) -> Callable[[_Asked], _Asked]:
    """Say which columns the frame has that a function returns, in order: see `columns`.

    Types are DuckDB's, and any value may be missing. `tests/store/test_frames.py` holds every
    frame that leaves its layer to what is said here.
    """

    def said(function: _Asked) -> _Asked:
        function.__dict__["columns"] = columns(*names, **types)
        return function

    return said
