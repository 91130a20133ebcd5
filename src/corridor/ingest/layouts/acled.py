"""The layout of ACLED, old (data_id, "Battle-No change of territory") and new (disorder_type)."""

from __future__ import annotations

import re
from typing import Final

from corridor.ingest.layouts import acled_codes as codes
from corridor.ingest.model.header import Order
from corridor.ingest.model.layout import Cells, Layout, cell_or_blank, coded, foreign, whole
from corridor.words import later

SOURCE: Final = "ACLED"
SOURCE_TITLE: Final = "Armed Conflict Location & Event Data Project (ACLED)"
SOURCE_URL: Final = "https://acleddata.com/"

COPIED: Final = {
    "event_date": "event_date",
    "actor1": "actor1",
    "actor2": "actor2",
    "fatalities_best": "fatalities",
    "country": "country",
    "reported_admin1": "admin1",
    "reported_admin2": "admin2",
    "location": "location",
    "latitude": "latitude",
    "longitude": "longitude",
    "notes": "notes",
}
CONVERTED: Final = {
    "incident_id": "event_id_cnty",
    "event_type": "event_type",
    "sub_event_type": "sub_event_type",
    "date_precision": "time_precision",
    "geo_precision": "geo_precision",
    "source_office": "source",
}
READ: Final = ("data_id", "inter1", "inter2", "interaction")
LEFT_OUT: Final = (
    *("event_id_no_cnty", "year", "disorder_type", "assoc_actor_1", "assoc_actor_2"),
    *("civilian_targeting", "iso", "iso3", "region", "admin3", "source_scale"),
    *("tags", "timestamp", "population_best"),
)


def convert(cells: Cells) -> dict[str, str]:
    """Return our columns from ACLED's.

    Its one number of deaths is the best count; it states no lowest and highest. Its two actors
    carry no direction, so that no side is called the initiator.
    """
    ours = {mine: cell_or_blank(cells, theirs) for mine, theirs in COPIED.items()}
    old = _folded(cells["event_type"])
    place, day = (whole(cell_or_blank(cells, f"{what}_precision")) for what in ("geo", "time"))
    return ours | {
        "incident_id": _id(cells),
        "source": f"'{SOURCE}'",
        "event_type": _event_type(cells, old),
        "sub_event_type": _sub_type(cell_or_blank(cells, "sub_event_type"), old),
        "geo_precision": coded("acled_place", place, foreign(place)),
        "date_precision": coded("acled_day", day, foreign(day)),
        "source_office": f"regexp_replace({cell_or_blank(cells, 'source')}, '\\s*;\\s*', ';', 'g')",
        "source_title": f"'{SOURCE_TITLE}'",
        "source_url": f"'{SOURCE_URL}'",
    }


def _id(cells: Cells) -> str:
    new, old = (cell_or_blank(cells, name) for name in ("event_id_cnty", "data_id"))
    written = f"CASE WHEN {new} <> '' THEN {new} ELSE {whole(old)} END"
    return f"CASE WHEN {new} = '' AND {old} = '' THEN '' ELSE '{SOURCE}:' || {written} END"


def _folded(cell: str) -> str:
    """Return SQL for small letters, every dash a hyphen without blanks around it."""
    return f"lower(regexp_replace({cell}, '\\s*[-‐‑–—]\\s*', '-', 'g'))"


def _event_type(cells: Cells, old: str) -> str:
    known = coded("acled_type", old, cells["event_type"])
    return f"CASE WHEN {old} = '{codes.OLD_BOTH}' THEN {_demonstration(cells)} ELSE {known} END"


def _demonstration(cells: Cells) -> str:
    """Return SQL for Riots or Protests: the first side tells it, else both, else the second."""
    together = _folded(whole(cell_or_blank(cells, "interaction")))
    second = _demonstrators(cells, "2", cells["event_type"])
    return _demonstrators(cells, "1", coded("acled_interactions", together, second))


def _demonstrators(cells: Cells, side: str, otherwise: str) -> str:
    kind = f"lower({whole(cell_or_blank(cells, f'inter{side}'))})"
    name = f"regexp_extract(lower({cell_or_blank(cells, f'actor{side}')}), '^[a-z]+')"
    return coded("acled_demonstrators", kind, coded("acled_demonstrators", name, otherwise))


def _sub_type(cell: str, old: str) -> str:
    """Return SQL for the sub-event; files of before 2019 have none, but their type may tell it."""
    told = coded("acled_old_sub", old, "''")
    written = coded("acled_sub_type", f"lower({cell})", cell)
    return f"CASE WHEN {cell} = '' THEN {told} ELSE {written} END"


# What an export has had since 2024, in its order.
ORDER: Final = Order(
    "acled",
    ("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
     "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
     "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
     "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
     "fatalities", "tags", "timestamp"),
    {
        "event_id_cnty": re.compile("[A-Z]{3}[0-9]{1,9}"),
        "year": re.compile(r"(?:19|20)[0-9]{2}(?:\.0)?"),
        "time_precision": re.compile(r"[123](?:\.0)?"),
        "latitude": re.compile(r"-?[0-9]{1,2}(?:\.[0-9]+)?"),
        "fatalities": re.compile(r"[0-9]{1,6}(?:\.0)?"),
    },
)  # fmt: skip

LAYOUT: Final = Layout(
    name="acled",
    title="ACLED",
    required=("event_date", "event_type", "actor1", "country", "latitude", "longitude"),
    one_of=(("event_id_cnty", "data_id"),),
    marks=frozenset({"event_id_cnty", "data_id", "disorder_type", "interaction"}),
    known=frozenset((*COPIED.values(), *CONVERTED.values(), *READ, *LEFT_OUT)),
    always=frozenset({"country"}),
    sides=frozenset({"actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2"}),
    orders=(ORDER,),
    convert=convert,
    codes=codes.LISTS,
    origin=COPIED | CONVERTED,
    remedies={
        "incident_id": later("remedy-acled-id"),
        "event_type": later("remedy-acled-event-type"),
        "sub_event_type": later("remedy-acled-sub-event-type"),
        "geo_precision": later("remedy-acled-location-precision"),
        "country": later("remedy-acled-country"),
        "date_precision": later("remedy-acled-date-precision"),
    },
    advice=later("use-acled-as-exported"),
    source=SOURCE,
)
