"""Codes and days of ACLED, GTD and UCDP against an oracle written down here a second time.

Nothing of the oracle comes from the product: the codes are written out from the codebooks, the
days come from `datetime`. A row that the oracle cannot read must be refused, and no other.
"""

import calendar
import csv
import io
import math
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import product
from typing import Any, TypeVar

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from corridor.ingest import IngestReport, read_upload

pytestmark = pytest.mark.slow

TODAY = date(2026, 1, 1)
# A failure names the rows that differ; to make the file smaller first would take minutes.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
# Few files of many rows: a file takes longer than its rows.
SLOW = settings(max_examples=6, phases=PHASES)
Row = dict[str, str]
Told = dict[str, Any]
T = TypeVar("T")


class UnreadableError(Exception):
    """The oracle does not know a code, and nobody should guess it."""


def read(rows: list[Row], layout: str) -> IngestReport:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    report = read_upload(text.getvalue().encode(), "rows.csv", today=TODAY)
    assert (report.refused, report.layout) == (None, layout)
    assert report.rows == len(rows) == report.accepted_rows + report.rejected_rows
    return report


def plain(value: object) -> object:
    if isinstance(value, pd.Timestamp):
        return value.date()
    return None if pd.isna(value) else value


def agree(rows: list[Row], layout: str, oracle: Callable[[Row], Told]) -> None:
    """Hold what the product accepts against what the oracle reads, row by row."""
    wanted = {}
    for row in rows:
        try:
            told = oracle(row)
        except UnreadableError:
            continue
        wanted[told["incident_id"]] = told
    columns = list(next(iter(wanted.values()))) if wanted else ["incident_id"]
    accounts = read(rows, layout).accounts
    found = {
        record["incident_id"]: {name: plain(record[name]) for name in columns}
        for record in accounts[columns].to_dict("records")
    }
    assert found == wanted


def known(codes: dict[str, Any], code: str) -> Any:
    if code not in codes:
        raise UnreadableError(code)
    return codes[code]


def count(cell: str, unknown: Iterable[str] = ("",)) -> int | None:
    if cell in unknown:
        return None
    number = cell.removesuffix(".0")
    if not number.isdecimal():
        raise UnreadableError(cell)
    return int(number)


def mostly(good: Sequence[T], bad: Sequence[T]) -> st.SearchStrategy[T]:
    """Draw a bad value now and then only: a row has many cells, and one is enough to refuse it."""
    return st.sampled_from([*good] * (15 * len(bad) // len(good) + 1) + [*bad])


def a_day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise UnreadableError(str(error)) from error


# ACLED ------------------------------------------------------------------------------------------

SUBS = {
    "Battles": [
        "Armed clash", "Government regains territory", "Non-state actor overtakes territory",
    ],
    "Explosions/Remote violence": [
        "Chemical weapon", "Air/drone strike", "Suicide bomb",
        "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade",
    ],
    "Violence against civilians": ["Sexual violence", "Attack", "Abduction/forced disappearance"],
    "Protests": [
        "Peaceful protest", "Protest with intervention", "Excessive force against protesters",
    ],
    "Riots": ["Violent demonstration", "Mob violence"],
    "Strategic developments": [
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
        "Headquarters or base established", "Looting/property destruction",
        "Non-violent transfer of territory", "Other",
    ],
}  # fmt: skip
OLD = {
    "Battle-No change of territory": ("Battles", "Armed clash"),
    "Battle-Government regains territory": ("Battles", "Government regains territory"),
    "Battle-Non-state actor overtakes territory": (
        "Battles", "Non-state actor overtakes territory",
    ),
    "Battle-Rebels overtake territory": ("Battles", "Non-state actor overtakes territory"),
    "Remote violence": ("Explosions/Remote violence", None),
    "Headquarters or base established": (
        "Strategic developments", "Headquarters or base established",
    ),
    "Non-violent activity by a conflict actor": ("Strategic developments", None),
    "Non-violent transfer of territory": (
        "Strategic developments", "Non-violent transfer of territory",
    ),
    "Strategic development": ("Strategic developments", None),
}  # fmt: skip
ACTORS = ["State forces", "Rebel group", "Political militia", "Identity militia", "Rioters"]
ACTORS += ["Protesters", "Civilians", "External/Other forces"]
ACLED = {
    "event_id_cnty": "IRQ0", "event_date": "2018-06-17", "time_precision": "1",
    "event_type": "Battles", "sub_event_type": "", "actor1": "Military Forces of Iraq",
    "inter1": "1", "actor2": "Islamic State (Iraq)", "inter2": "2", "interaction": "12",
    "country": "Iraq", "latitude": "35.1", "longitude": "44.1", "geo_precision": "1",
    "fatalities": "0",
}  # fmt: skip


def acled_type(written: str, inter1: str) -> tuple[str, str | None]:
    name = written.lower().replace("–", "-").replace(" - ", "-")
    if name == "riots/protests":
        return known({"5": "Riots", "6": "Protests"}, inter1), None
    for event, sub in [*((event, None) for event in SUBS), *OLD.values()]:
        if name == event.lower():
            return event, sub if event not in SUBS else None
    return known({old.lower(): event for old, event in OLD.items()}, name)


def acled(row: Row) -> Told:
    event, sub = acled_type(row["event_type"], row["inter1"])
    if row["sub_event_type"]:
        by_name = {name.lower(): name for name in SUBS[event]}
        sub = known(by_name, row["sub_event_type"].lower())
    return {
        "incident_id": f"ACLED:{row['event_id_cnty']}",
        "event_type": event,
        "sub_event_type": sub,
        "event_date": date.fromisoformat(row["_day"]) if "_day" in row else date(2018, 6, 17),
        "date_precision": known({"": None, "1": 1, "2": 3, "3": 4}, row["time_precision"]),
        "geo_precision": known({"": None, "1": 1, "2": 2, "3": 4}, row["geo_precision"]),
        "fatalities_best": count(row["fatalities"]),
        "fatalities_low": None,
        "initiated_by": None,
        "actor1": row["actor1"],
        "actor2": "IS",
    }


ALL_SUBS = [name for names in SUBS.values() for name in names]
WRITINGS: list[Callable[[date], str]] = [
    lambda day: f"{day.day:02d} {day:%B %Y}",
    lambda day: f"{day.day}-{day:%b-%y}",
    date.isoformat,
]
WITHOUT_SUB = [(name, "") for name in (*SUBS, *OLD, "Riots/Protests")]
WITH_SUB = [(event, sub) for event in SUBS for sub in SUBS[event]]
BAD_PAIRS = [
    *(("Brawl", ""), ("Battle", ""), ("1", ""), ("Remote violence!", "")),
    *(("Battles", "Grenade"), ("Riots", "7"), ("Remote violence", "Attacks")),
]
acled_rows = st.fixed_dictionaries(
    {
        "_pair": mostly([*WITHOUT_SUB, *WITH_SUB], BAD_PAIRS),
        "_case": st.sampled_from([str, str.upper, str.lower]),
        "time_precision": mostly(["", "1", "2", "3"], ["0", "4", "day"]),
        "geo_precision": mostly(["", "1", "2", "3"], ["0", "4", "7"]),
        "fatalities": mostly(["", "0", "3", "4.0", "120"], ["-1", "2.5", "some"]),
        "inter1": st.sampled_from(["5", "6"]),
        "_day": st.dates(date(1997, 1, 1), TODAY).map(date.isoformat),
        "_writing": st.sampled_from(range(len(WRITINGS))),
    }
)


@SLOW
@given(st.lists(acled_rows, min_size=40, max_size=90))
def test_acled_agrees_with_the_oracle(drawn: list[dict[str, Any]]) -> None:
    told = [ACLED | row | {"event_id_cnty": f"IRQ{at}"} for at, row in enumerate(drawn)]
    for row in told:
        case = row.pop("_case")
        row["event_type"], row["sub_event_type"] = map(case, row.pop("_pair"))
        row["event_date"] = WRITINGS[row.pop("_writing")](date.fromisoformat(row["_day"]))
    days = {row["event_id_cnty"]: row.pop("_day") for row in told}
    agree(told, "acled", lambda row: acled(row | {"_day": days[row["event_id_cnty"]]}))


def test_every_old_acled_type_is_read_however_its_dash_is_written() -> None:
    written = [name.replace("-", dash, 1) for name in OLD for dash in ("-", " - ", "–", " – ")]
    names = [*written, *SUBS, *(name.lower() for name in SUBS)]
    rows = [
        ACLED | {"event_id_cnty": f"IRQ{at}", "event_type": name} for at, name in enumerate(names)
    ]
    found = read(rows, "acled").accounts
    oracle = [acled_type(name.replace(" – ", "–"), "1") for name in names]
    pairs = zip(found["event_type"], map(plain, found["sub_event_type"]), strict=True)
    assert list(pairs) == oracle


def test_every_sub_event_belongs_to_its_type_and_to_no_other() -> None:
    pairs = [*product(SUBS, ALL_SUBS), ("Protests", "Excessive force against protestors")]
    rows = [
        ACLED | {"event_id_cnty": f"IRQ{at}", "event_type": event, "sub_event_type": sub}
        for at, (event, sub) in enumerate(pairs)
    ]
    report = read(rows, "acled")
    assert report.accepted_rows == len(ALL_SUBS) + 1 == 26
    kept = zip(report.accounts["event_type"], report.accounts["sub_event_type"], strict=True)
    right = [(event, sub) for event in SUBS for sub in SUBS[event]]
    assert set(kept) == set(right)


def test_an_unknown_sub_event_is_refused_and_not_replaced_by_the_types() -> None:
    row = ACLED | {"event_type": "Battle-No change of territory", "sub_event_type": "Skirmish"}
    (problem,) = read([row], "acled").errors
    assert (problem.column, problem.value) == ("sub_event_type", "Skirmish")
    assert "one of ACLED's 25 sub-event types" in problem.remedy


def demonstration(one: int, two: int | None) -> str | None:
    """Say what an old event of rioters (5) or protesters (6) is, None when nobody can."""
    return next(
        (event for kind, event in ((5, "Riots"), (6, "Protests"))
         if kind in (one, two) and 11 - kind not in (one, two)), None)  # fmt: skip


def test_the_old_type_of_both_is_told_by_the_interaction() -> None:
    """The sides are not named here: only their interaction is, as number and in words."""
    rows: list[dict[str, str]] = []
    wanted: dict[str, str | None] = {}
    sole = [(kind, None) for kind in range(1, 9)]
    for kinds in [
        *sole,
        *((one, two) for one, two in product(range(1, 9), repeat=2) if one <= two),
    ]:
        one, two = kinds
        words = f"{ACTORS[one - 1]} only" if two is None else f"{ACTORS[one - 1]}-{ACTORS[two - 1]}"
        for written in (f"{one}{two or 0}", words):
            name = f"IRQ{len(rows)}"
            rows.append(
                ACLED
                | {"event_id_cnty": name, "event_type": "Riots/Protests", "interaction": written,
                   "inter1": "", "inter2": "", "actor1": "People", "actor2": ""}
            )  # fmt: skip
            wanted[f"ACLED:{name}"] = demonstration(one, two)
    found = read(rows, "acled").accounts
    kept = dict(zip(found["incident_id"], found["event_type"], strict=True))
    assert kept == {name: event for name, event in wanted.items() if event}
    assert len(kept) == 2 * 2 * 8


@pytest.mark.parametrize(
    ("sides", "event"),
    [
        ({"inter1": "Rioters"}, "Riots"),
        ({"inter1": "6", "inter2": "5"}, "Protests"),
        ({"actor1": "Protesters (Iraq)"}, "Protests"),
        ({"actor1": "Police Forces of Iraq", "inter1": "1", "inter2": "6"}, "Protests"),
        ({"actor1": "Police Forces of Iraq", "actor2": "Rioters (Iraq)"}, "Riots"),
    ],
)
def test_the_old_type_of_both_is_told_by_a_side(sides: Row, event: str) -> None:
    nobody = {"inter1": "", "inter2": "", "interaction": "", "actor1": "", "actor2": ""}
    row = ACLED | nobody | {"event_type": "Riots/Protests"} | sides
    assert read([row], "acled").accounts["event_type"].tolist() == [event]


# GTD --------------------------------------------------------------------------------------------

TARGETS = [
    "Business", "Government (General)", "Police", "Military", "Abortion Related",
    "Airports & Aircraft", "Government (Diplomatic)", "Educational Institution",
    "Food or Water Supply", "Journalists & Media", "Maritime", "NGO", "Other",
    "Private Citizens & Property", "Religious Figures/Institutions", "Telecommunication",
    "Terrorists/Non-State Militia", "Tourists", "Transportation", "Unknown", "Utilities",
    "Violent Political Party",
]  # fmt: skip
FIGHT = {"Police", "Military", "Terrorists/Non-State Militia", "Violent Political Party"}
ATTACKS = {
    "1": "Assassination", "2": "Armed Assault", "3": "Bombing/Explosion", "4": "Hijacking",
    "5": "Hostage Taking (Barricade Incident)", "6": "Hostage Taking (Kidnapping)",
    "7": "Facility/Infrastructure Attack", "8": "Unarmed Assault", "9": "Unknown",
}  # fmt: skip
AGAINST_CIVILIANS = "Violence against civilians"
WHATEVER_THE_TARGET = {
    "3": ("Explosions/Remote violence", None),
    "4": (AGAINST_CIVILIANS, None),
    "5": (AGAINST_CIVILIANS, None),
    "6": (AGAINST_CIVILIANS, "Abduction/forced disappearance"),
    "7": ("Strategic developments", "Looting/property destruction"),
}
GTD = {
    "iyear": "2018", "imonth": "6", "iday": "17", "approxdate": "", "attacktype1": "2",
    "targtype1": "14", "specificity": "1", "vicinity": "0", "nkill": "0", "nwound": "0",
    "nhostkid": "-99", "nkillter": "", "gname": "Unknown", "country_txt": "Iraq",
    "latitude": "35.1", "longitude": "44.1",
}  # fmt: skip


def gtd_event(attack: str, target: str) -> tuple[str, str | None]:
    if attack not in ATTACKS:
        raise UnreadableError(attack)
    if target and target not in {str(at) for at in range(1, 23)}:
        raise UnreadableError(target)
    if attack in WHATEVER_THE_TARGET:
        return WHATEVER_THE_TARGET[attack]
    if not target:
        raise UnreadableError("whether it was a battle")
    fights = TARGETS[int(target) - 1] in FIGHT
    return ("Battles", "Armed clash") if fights else (AGAINST_CIVILIANS, "Attack")


def gtd_days(row: Row) -> tuple[date, date, int | None]:
    year, month, day = (int(row[name]) for name in ("iyear", "imonth", "iday"))
    if not month:
        return date(year, 1, 1), date(year, 12, 31), 5
    if not day:
        first = a_day(year, month, 1)
        return first, date(year, month, calendar.monthrange(year, month)[1]), 4
    return a_day(year, month, day), a_day(year, month, day), None if row["approxdate"] else 1


def gtd_place(row: Row) -> int | None:
    where = row["specificity"]
    if where in ("", "-9"):
        return None
    near = known({"": False, "0": False, "-9": False, "1": True}, row["vicinity"])
    rank = known({"1": 1, "2": 3, "3": 3, "4": 4, "5": 6}, where)
    return 2 if near and rank == 1 else rank


def gtd_deaths(cell: str) -> tuple[int | None, int | None, int | None]:
    if cell in ("", "-9", "-99"):
        return None, None, None
    number = float(cell)
    if number < 0:
        raise UnreadableError(cell)
    if number.is_integer():
        return None, int(number), None
    return math.floor(number), None, math.ceil(number)


def named(side: str) -> str | None:
    """Nobody knows who: an unknown side, not one of that name."""
    return None if side == "Unknown" else side


def gtd(row: Row) -> Told:
    event, sub = gtd_event(row["attacktype1"], row["targtype1"])
    first, last, day_rank = gtd_days(row)
    low, best, high = gtd_deaths(row["nkill"])
    group = "IS" if row["gname"].startswith("Islamic State") else row["gname"]
    return {
        "incident_id": f"GTD:{row['eventid']}",
        "event_type": event,
        "sub_event_type": sub,
        "event_date": first,
        "event_date_end": last,
        "date_precision": day_rank,
        "geo_precision": gtd_place(row),
        "fatalities_low": low,
        "fatalities_best": best,
        "fatalities_high": high,
        "wounded": gtd_deaths(row["nwound"])[1],
        "abducted": gtd_deaths(row["nhostkid"])[1],
        "attackers_killed": gtd_deaths(row["nkillter"])[1],
        "actor1": named(group),
        "initiated_by": named(group),
        "actor2": named(TARGETS[int(row["targtype1"]) - 1]) if row["targtype1"] else None,
    }


gtd_counts = mostly(["", "-9", "-99", "0", "1", "7", "3.0", "2.5", "0.33"], ["-3"])
gtd_rows = st.fixed_dictionaries(
    {
        "iyear": st.integers(1970, 2025).map(str),
        "imonth": mostly([*range(13)], [13]).map(str),
        "iday": st.integers(0, 32).map(str),
        "approxdate": st.sampled_from(["", "", "June 15-17"]),
        "attacktype1": mostly([*map(str, range(1, 10))], ["0", "10", "-9"]),
        "targtype1": mostly([*map(str, range(1, 23))], ["", "0", "23", "99"]),
        "specificity": mostly(["", "-9", "1", "1", "2", "3", "4", "5"], ["0", "6"]),
        "vicinity": mostly(["", "-9", "0", "1", "1"], ["2"]),
        "nkill": gtd_counts,
        "nwound": gtd_counts,
        "nhostkid": gtd_counts,
        "nkillter": gtd_counts,
        "gname": st.sampled_from(
            ["Unknown", "Ansar", "Islamic State of Iraq and the Levant (ISIL)"]
        ),
    }
)


def gtd_id(at: int, row: Row) -> str:
    """Give an id as GTD makes it: year, month, day (00 when unknown) and a number."""
    return f"{row['iyear']}{int(row['imonth']):02d}{int(row['iday']):02d}{at:04d}"


@SLOW
@given(st.lists(gtd_rows, min_size=40, max_size=90))
def test_gtd_agrees_with_the_oracle(drawn: list[Row]) -> None:
    rows = [{"eventid": gtd_id(at, row)} | GTD | row for at, row in enumerate(drawn)]
    agree(rows, "gtd", gtd)


def test_every_attack_on_every_target_agrees_in_numbers_and_in_words() -> None:
    pairs = list(product(ATTACKS, map(str, range(1, 23))))
    rows = [
        {"eventid": f"20180617{at:04d}"} | GTD | {"attacktype1": attack, "targtype1": target}
        for at, (attack, target) in enumerate(pairs)
    ]
    agree(rows, "gtd", gtd)
    said = [
        {"eventid": row["eventid"], "attacktype1_txt": ATTACKS[row["attacktype1"]].upper(),
         "targtype1_txt": TARGETS[int(row["targtype1"]) - 1]}
        | {name: row[name] for name in ("iyear", "imonth", "iday", "country_txt", "gname")}
        for row in rows
    ]  # fmt: skip
    columns = ["incident_id", "event_type", "sub_event_type", "actor2"]
    words, numbers = (read(them, "gtd").accounts[columns] for them in (said, rows))
    pd.testing.assert_frame_equal(words, numbers)


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("Terrorists/Non-State Militias", "Battles"),
        ("VIOLENT POLITICAL PARTIES", "Battles"),
        ("Transportation (Other than Aviation)", AGAINST_CIVILIANS),
    ],
)
def test_targets_are_known_by_the_codebooks_long_names(name: str, event: str) -> None:
    row = {"eventid": "201806170001"} | GTD | {"targtype1": "", "targtype1_txt": name}
    assert read([row], "gtd").accounts["event_type"].tolist() == [event]


@pytest.mark.parametrize(
    ("codes", "shown"),
    [
        ({"attacktype1": "12", "targtype1": "3"}, "code 12"),
        ({"attacktype1": "2", "targtype1": "99"}, "code 2 against target 99"),
        ({"attacktype1": "2", "targtype1": ""}, "code 2 without a target"),
    ],
)
def test_what_two_codes_do_not_say_is_shown_and_remedied(codes: Row, shown: str) -> None:
    (problem,) = read([{"eventid": "201806170001"} | GTD | codes], "gtd").errors
    assert (problem.column, problem.value) == ("attacktype1", shown)
    assert "1 (business) to 22 (violent political party) in targtype1" in problem.remedy


# UCDP -------------------------------------------------------------------------------------------

UCDP = {
    "id": "1", "type_of_violence": "3", "dyad_name": "IS - Civilians", "side_a": "IS",
    "side_b": "Civilians", "number_of_sources": "2", "where_prec": "1", "latitude": "34.5",
    "longitude": "44.6", "country": "Iraq", "event_clarity": "1", "date_prec": "1",
    "date_start": "2018-06-17", "date_end": "2018-06-17", "deaths_civilians": "", "best": "3",
    "low": "2", "high": "4",
}  # fmt: skip
BY_VIOLENCE = {
    "1": ("Battles", "Armed clash"),
    "2": ("Battles", "Armed clash"),
    "3": (AGAINST_CIVILIANS, "Attack"),
}


def ranks(last: int) -> dict[str, int | None]:
    return {"": None} | {str(rank): rank for rank in range(1, last + 1)}


def ucdp(row: Row) -> Told:
    event, sub = known(BY_VIOLENCE, row["type_of_violence"].removesuffix(".0"))
    first, last = (date.fromisoformat(row[name][:10]) for name in ("date_start", "date_end"))
    if last < first:
        raise UnreadableError("days in disorder")
    return {
        "incident_id": f"UCDP:{row['id'].removesuffix('.0')}",
        "event_type": event,
        "sub_event_type": sub,
        "event_date": first,
        "event_date_end": last,
        "date_precision": known(ranks(5), row["date_prec"]),
        "geo_precision": known(ranks(7), row["where_prec"]),
        "event_clarity": known(ranks(2), row["event_clarity"]),
        "number_of_sources": count(row["number_of_sources"], ("", "-1")),
        "deaths_civilians": count(row["deaths_civilians"]),
        "fatalities_low": count(row["low"]),
        "fatalities_best": count(row["best"]),
        "fatalities_high": count(row["high"]),
        "actor1": row["side_a"],
        "actor2": row["side_b"],
        "initiated_by": None,
        "dyad": row["dyad_name"],
    }


ucdp_counts = mostly(["", "0", "1", "5", "12.0", "1000"], ["-3", "x"])
ucdp_moments = st.sampled_from(["", " 00:00:00", " 00:00:00.000", "T00:00:00"])
ucdp_rows = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["", ".0"]),
        "type_of_violence": mostly(["1", "2", "3", "3.0"], ["0", "4", "Battles", "riots"]),
        "where_prec": mostly(["", *"1234567"], ["0", "8", "-1"]),
        "date_prec": mostly(["", *"12345"], ["0", "6"]),
        "event_clarity": mostly(["", "1", "2"], ["0", "3"]),
        "number_of_sources": st.sampled_from(["", "-1", "0", "4"]),
        "deaths_civilians": ucdp_counts,
        "best": ucdp_counts,
        "low": ucdp_counts,
        "high": ucdp_counts,
        "date_start": st.tuples(st.dates(date(1989, 1, 1), date(2025, 6, 1)), ucdp_moments),
        "date_end": st.tuples(st.integers(-1, 60), ucdp_moments),
    }
)


@SLOW
@given(st.lists(ucdp_rows, min_size=40, max_size=90))
def test_ucdp_agrees_with_the_oracle(drawn: list[dict[str, Any]]) -> None:
    rows = []
    for at, row in enumerate(drawn):
        (first, one), (longer, two) = row["date_start"], row["date_end"]
        last = first + timedelta(days=longer)
        days = {"date_start": f"{first}{one}", "date_end": f"{last}{two}"}
        rows.append(UCDP | row | days | {"id": f"{at + 400_000}{row['id']}"})
    agree(rows, "ucdp_ged", ucdp)


def test_an_id_that_a_spreadsheet_rounded_is_refused() -> None:
    (problem,) = read([UCDP | {"id": "4.01E+05"}], "ucdp_ged").errors
    assert problem.column == "id"
    assert "before a spreadsheet rounds it" in problem.remedy
