"""The layout of ACLED, old (data_id, "Battle-No change of territory") and new (disorder_type)."""

from __future__ import annotations

from typing import Final

from corridor import vocabulary
from corridor.ingest.layout import Cells, Layout, cell_or_blank, coded, foreign, whole

SOURCE_TITLE: Final = "Armed Conflict Location & Event Data Project (ACLED)"
SOURCE_URL: Final = "https://acleddata.com/"

# Event types of before 2019, in small letters, and what ACLED calls them now.
OLD_TYPES: Final = {
    "battle-no change of territory": "Battles",
    "battle-government regains territory": "Battles",
    "battle-non-state actor overtakes territory": "Battles",
    "remote violence": "Explosions/Remote violence",
    "headquarters or base established": "Strategic developments",
    "non-violent transfer of territory": "Strategic developments",
    "strategic development": "Strategic developments",
}
OLD_SUB_TYPES: Final = {
    "battle-no change of territory": "Armed clash",
    "battle-government regains territory": "Government regains territory",
    "battle-non-state actor overtakes territory": "Non-state actor overtakes territory",
    "headquarters or base established": "Headquarters or base established",
    "non-violent transfer of territory": "Non-violent transfer of territory",
}
# One old type for two of now: who acts tells which (inter1: 5 rioters, 6 protesters).
OLD_BOTH: Final = "riots/protests"
TYPES: Final = {name.lower(): name for name in vocabulary.EVENT_TYPES} | OLD_TYPES
SUB_TYPES: Final = {name.lower(): name for name in vocabulary.SUB_EVENT_TYPES}
GEO_PRECISIONS: Final = {"1": "1", "2": "2", "3": "4"}
TIME_PRECISIONS: Final = {"1": "1", "2": "3", "3": "4"}

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
LEFT_OUT: Final = (
    *("event_id_no_cnty", "year", "disorder_type", "assoc_actor_1", "assoc_actor_2", "inter2"),
    *("interaction", "civilian_targeting", "iso", "iso3", "region", "admin3", "source_scale"),
    *("tags", "timestamp", "population_best"),
)


def convert(cells: Cells) -> dict[str, str]:
    """Give our columns from ACLED's.

    Its one number of deaths is the best count; it states no lowest and highest. Its two actors
    carry no direction, so that no side is called the initiator.
    """
    ours = {mine: cell_or_blank(cells, theirs) for mine, theirs in COPIED.items()}
    old = _folded(cells["event_type"])
    sub_type = f"lower({cell_or_blank(cells, 'sub_event_type')})"
    place, day = (whole(cell_or_blank(cells, f"{what}_precision")) for what in ("geo", "time"))
    return ours | {
        "incident_id": _id(cells),
        "source": "'ACLED'",
        "event_type": _event_type(cells, old),
        "sub_event_type": coded("acled_sub_type", sub_type, coded("acled_old_sub", old, "''")),
        "geo_precision": coded("acled_place", place, foreign(place)),
        "date_precision": coded("acled_day", day, foreign(day)),
        "source_office": f"regexp_replace({cell_or_blank(cells, 'source')}, '\\s*;\\s*', ';', 'g')",
        "source_title": f"'{SOURCE_TITLE}'",
        "source_url": f"'{SOURCE_URL}'",
    }


def _id(cells: Cells) -> str:
    new, old = (cell_or_blank(cells, name) for name in ("event_id_cnty", "data_id"))
    written = f"CASE WHEN {new} <> '' THEN {new} ELSE {whole(old)} END"
    return f"CASE WHEN {new} = '' AND {old} = '' THEN '' ELSE 'ACLED:' || {written} END"


def _folded(cell: str) -> str:
    """Give SQL for small letters, every dash a hyphen without blanks around it."""
    return f"lower(regexp_replace({cell}, '\\s*[-‐‑–—]\\s*', '-', 'g'))"


def _event_type(cells: Cells, old: str) -> str:
    inter, actor = cell_or_blank(cells, "inter1"), cells["actor1"]
    known = coded("acled_type", old, cells["event_type"])
    cases = "".join(
        f" WHEN {old} = '{OLD_BOTH}' AND (lower({whole(inter)}) IN ('{number}', '{who}') "
        f"OR starts_with(lower({actor}), '{who}')) THEN '{name}'"
        for number, who, name in (("5", "rioters", "Riots"), ("6", "protesters", "Protests"))
    )
    return f"CASE{cases} ELSE {known} END"


LAYOUT: Final = Layout(
    name="acled",
    title="ACLED",
    required=("event_date", "event_type", "actor1", "country", "latitude", "longitude"),
    one_of=(("event_id_cnty", "data_id"),),
    marks=frozenset({"event_id_cnty", "data_id", "disorder_type", "interaction"}),
    known=frozenset((*COPIED.values(), *CONVERTED.values(), "data_id", "inter1", *LEFT_OUT)),
    convert=convert,
    codes={
        "acled_type": TYPES,
        "acled_sub_type": SUB_TYPES,
        "acled_old_sub": OLD_SUB_TYPES,
        "acled_place": GEO_PRECISIONS,
        "acled_day": TIME_PRECISIONS,
    },
    origin=COPIED | CONVERTED,
    remedies={
        "incident_id": "Every ACLED event has an event_id_cnty or a data_id: take it from the "
        "original file, in one piece.",
        "event_type": "Write one of ACLED's six event types. “Riots/Protests” needs an actor1 "
        "that is Rioters or Protesters.",
        "geo_precision": "ACLED writes 1 (town), 2 (part of a region) or 3 (region) here.",
        "date_precision": "ACLED writes 1 (day), 2 (week) or 3 (month) here.",
    },
    advice="Use the file as ACLED exports it.",
)
