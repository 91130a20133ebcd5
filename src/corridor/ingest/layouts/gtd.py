"""The layout of the Global Terrorism Database (GTD), full or with fewer columns."""

from __future__ import annotations

from typing import Final

from corridor.ingest.layouts import gtd_codes as codes
from corridor.ingest.model.layout import Cells, Layout, cell_or_blank, coded, foreign, whole
from corridor.words import later

SOURCE: Final = "GTD"
SOURCE_TITLE: Final = "Global Terrorism Database (GTD)"
SOURCE_URL: Final = "https://www.start.umd.edu/gtd/"

COPIED: Final = {
    "actor1": "gname",
    "country": "country_txt",
    "reported_admin1": "provstate",
    "location": "city",
    "latitude": "latitude",
    "longitude": "longitude",
    "notes": "summary",
}
COUNTED: Final = {"wounded": "nwound", "abducted": "nhostkid", "attackers_killed": "nkillter"}
CONVERTED: Final = {
    "incident_id": "eventid",
    "event_date": "iday",
    "event_date_end": "iday",
    "date_precision": "iday",
    "event_type": "attacktype1",
    "sub_event_type": "attacktype1",
    "actor2": "targtype1_txt",
    "initiated_by": "gname",
    "fatalities_low": "nkill",
    "fatalities_best": "nkill",
    "fatalities_high": "nkill",
    "geo_precision": "specificity",
    "source_office": "scite1",
}
READ: Final = (
    *("iyear", "imonth", "approxdate", "attacktype1_txt", "targtype1", "vicinity", "scite2"),
    "scite3",
)
# Knowingly left out, among many more that need not be named. doubtterr doubts that an incident is
# terrorism, not that it took place.
LEFT_OUT: Final = (
    "doubtterr",
    "extended",
    "resolution",
    "country",
    "region",
    "region_txt",
    "dbsource",
)
FRACTION: Final = "[0-9]{1,9}\\.[0-9]{0,12}[1-9][0-9]{0,12}"


def convert(cells: Cells) -> dict[str, str]:
    """Return our columns from GTD's.

    GTD divides the dead of linked incidents among them, so that a count can be 2.5. Such a count
    lies between two whole numbers: they become the lowest and the highest, the best stays
    unknown. A divided count of wounded, abducted or attackers has no such pair here and stays
    unknown.
    """
    ours = {mine: _stated(cell_or_blank(cells, theirs)) for mine, theirs in COPIED.items()}
    group = cells["gname"]
    return ours | _when(cells) | _what(cells) | _deaths(cells) | {
        "incident_id": _id(whole(cells["eventid"])),
        "source": f"'{SOURCE}'",
        "initiated_by": f"CASE WHEN lower({group}) = 'unknown' THEN '' ELSE {group} END",
        "geo_precision": _precision(cells),
        "source_office": _citations(cells),
        "source_title": f"'{SOURCE_TITLE}'",
        "source_url": f"'{SOURCE_URL}'",
    }  # fmt: skip


def _stated(cell: str) -> str:
    """Return SQL for a cell in which −9 and −99 mean unknown."""
    return f"CASE WHEN {whole(cell)} IN ('-9', '-99') THEN '' ELSE {cell} END"


def _id(number: str) -> str:
    """Return SQL for the id; a number that a spreadsheet rounded gets a blank and is refused."""
    good = f"regexp_full_match({number}, '[0-9]{{12}}')"
    return (
        f"CASE WHEN {number} = '' THEN '' WHEN {good} THEN 'GTD:' || {number} "
        f"ELSE 'GTD: ' || {number} END"
    )


def _when(cells: Cells) -> dict[str, str]:
    """Return SQL for the days: day 0 is some day of the month, month 0 some day of the year."""
    year, month, day = (whole(cells[name]) for name in ("iyear", "imonth", "iday"))
    is_month = f"{day} IN ('0', '00', '-9', '-99')"
    is_year = f"{month} IN ('0', '00', '-9', '-99')"
    first = f"{year} || '-' || {_padded(month)} || '-01'"
    last = f"coalesce(CAST(last_day(TRY_CAST({first} AS DATE)) AS VARCHAR), '')"
    exact = f"{year} || '-' || {_padded(month)} || '-' || {_padded(day)}"
    vague = cell_or_blank(cells, "approxdate")
    return {
        "event_date": f"CASE WHEN {is_year} THEN {year} || '-01-01' "
        f"WHEN {is_month} THEN {first} ELSE {exact} END",
        "event_date_end": f"CASE WHEN {is_year} THEN {year} || '-12-31' "
        f"WHEN {is_month} THEN {last} ELSE '' END",
        "date_precision": f"CASE WHEN {is_year} THEN '5' WHEN {is_month} THEN '4' "
        f"WHEN {vague} = '' THEN '1' ELSE '' END",
    }


def _padded(cell: str) -> str:
    return f"CASE WHEN length({cell}) = 1 THEN '0' || {cell} ELSE {cell} END"


def _what(cells: Cells) -> dict[str, str]:
    attack = _code(cells, "attacktype1", "gtd_attack")
    target = _code(cells, "targtype1", "gtd_target")
    side = coded("gtd_side", target, f"' against target ' || {target}")
    both = f"{attack} || {side}"
    name = cell_or_blank(cells, "targtype1_txt")
    listed = coded("gtd_target_name", target, "''")
    return {
        "event_type": coded("gtd_type", both, _refused(attack, side)),
        "sub_event_type": coded("gtd_sub_type", both, "''"),
        "actor2": f"CASE WHEN {name} <> '' THEN {name} ELSE {listed} END",
    }


def _refused(attack: str, side: str) -> str:
    """Return SQL for what stands in the list of problems when two codes do not say an event."""
    by_target = ", ".join(f"'{code}'" for code in codes.BY_TARGET)
    why = (
        f"CASE WHEN {side} = '' AND {attack} IN ({by_target}) THEN ' without a target' "
        f"WHEN starts_with({side}, ' against') THEN {side} ELSE '' END"
    )
    return f"CASE {attack} WHEN '' THEN '' ELSE 'code ' || {attack} || {why} END"


def _code(cells: Cells, name: str, texts: str) -> str:
    """Return SQL for a number, from its text when the file has no number."""
    text = cell_or_blank(cells, f"{name}_txt")
    number = whole(cell_or_blank(cells, name))
    return f"CASE WHEN {number} <> '' THEN {number} ELSE {coded(texts, f'lower({text})', text)} END"


def _deaths(cells: Cells) -> dict[str, str]:
    dead = _stated(whole(cell_or_blank(cells, "nkill")))
    others = {mine: _whole_count(cell_or_blank(cells, theirs)) for mine, theirs in COUNTED.items()}
    return others | {
        "fatalities_low": _rounded(dead, "floor"),
        "fatalities_best": _whole_count(cell_or_blank(cells, "nkill")),
        "fatalities_high": _rounded(dead, "ceil"),
    }


def _whole_count(cell: str) -> str:
    count = _stated(whole(cell))
    return f"CASE WHEN {_is_divided(count)} THEN '' ELSE {count} END"


def _rounded(count: str, how: str) -> str:
    number = f"CAST(CAST({how}(TRY_CAST({count} AS DOUBLE)) AS BIGINT) AS VARCHAR)"
    return f"CASE WHEN {_is_divided(count)} THEN {number} ELSE '' END"


def _is_divided(count: str) -> str:
    return f"regexp_full_match({count}, '{FRACTION}')"


def _precision(cells: Cells) -> str:
    place = _stated(whole(cell_or_blank(cells, "specificity")))
    vicinity = whole(cell_or_blank(cells, "vicinity"))
    near = coded("gtd_vicinity", vicinity, f"' vicinity ' || {vicinity}")
    known = coded("gtd_place", f"{place} || {near}", foreign(f"({place} || {near})"))
    return f"CASE WHEN {place} = '' THEN '' ELSE {known} END"


def _citations(cells: Cells) -> str:
    each = [
        f"nullif({cells[name]}, '')" for name in ("scite1", "scite2", "scite3") if name in cells
    ]
    return f"concat_ws(';', {', '.join(each)})" if each else "''"


LAYOUT: Final = Layout(
    name="gtd",
    title="Global Terrorism Database",
    required=("eventid", "iyear", "imonth", "iday", "country_txt", "gname"),
    one_of=(("attacktype1", "attacktype1_txt"), ("targtype1", "targtype1_txt")),
    marks=frozenset({"eventid", "iyear", "attacktype1", "attacktype1_txt"}),
    known=frozenset(
        (*COPIED.values(), *COUNTED.values(), *CONVERTED.values(), *READ, *LEFT_OUT),
    ),
    always=frozenset({"country"}),
    convert=convert,
    codes=codes.LISTS,
    origin=COPIED | COUNTED | CONVERTED,
    remedies={
        "incident_id": later("remedy-gtd-id"),
        "country": later("remedy-gtd-country"),
        "event_type": later("remedy-gtd-event-type"),
        "geo_precision": later("remedy-gtd-location-precision"),
    },
    advice=later("use-gtd-as-published"),
    source=SOURCE,
)
