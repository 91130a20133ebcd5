"""Probable second accounts of an incident: found, explained, linked or kept apart for good."""

from __future__ import annotations

import csv
import io
import math
import random
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from corridor.geo import load_reference
from corridor.ingest.checks.file import read_upload
from corridor.ingest.checks.whereabouts import check_places
from corridor.ingest.model.statements import statement
from corridor.ingest.review.compare import compare
from corridor.ingest.review.decisions import Decisions
from corridor.ingest.review.matching import DAYS_OFF, KM_OFF, find_matches, matches
from corridor.ingest.review.upload import Checked, check
from corridor.settings import SHIPPED, Settings
from corridor.store import Store
from corridor.store.workbench import Workbench
from tests.paths import UPLOADS
from tests.store.conftest import LENT, Run, csv_text, killing

CODED = SHIPPED / "incidents" / "source"
# UCDP:259056: a family of twelve killed at al-Farhatiyah, IS, 2 June 2018.
FAMILY = killing(
    1,
    event_date="2018-06-02",
    actor1="IS",
    actor2="Civilians",
    location="Farhatiya",
    latitude=33.92,
    longitude=44.08,
    geo_precision=1,
    fatalities_best=12,
)

NIGHT = ("--from", "2018-06-02", "--to", "2018-06-02")
LINK_ALL = Decisions("link")
Checks = Callable[..., Checked]


@pytest.fixture
def checks(store: Store, shipped: Settings) -> Checks:
    """Check rows against the shipped store, as a dry run does: `checks(FAMILY, …)`."""

    def call(*rows: Mapping[str, object]) -> Checked:
        return check(store, shipped, csv_text(rows).encode(), "mine.csv")

    return call


def renamed(name: str) -> bytes:
    """Give hand-coded accounts under ids and a source that the store does not know."""
    rows = list(csv.DictReader(io.StringIO((CODED / name).read_text("utf-8"))))
    return csv_text(
        [
            row | {"incident_id": f"X{row['incident_id']}", "source": f"X{row['source']}"}
            for row in rows
        ]
    ).encode()


@pytest.fixture
def found(store: Store, shipped: Settings) -> dict[bool, dict[str, str]]:
    """Match the hand-coded accounts with the series alone: weak or not, their id, the proposed."""
    proposed: dict[bool, dict[str, str]] = {False: {}, True: {}}
    for name in ("rawabet.csv", "public.csv"):
        bench = store.workbench()
        report = compare(read_upload(renamed(name), name, bench=bench))
        assert report.refused is None
        bench.run("CREATE TEMP TABLE accounts AS SELECT * FROM memory.accounts WHERE source='UCDP'")
        check_places(report, load_reference(shipped.reference_dir))
        find_matches(bench)
        for weak in proposed:
            rows = matches(bench, 100, weak=weak).itertuples()
            proposed[weak] |= {str(row.incident_id)[1:]: str(row.target_id) for row in rows}
    return proposed


def test_incidents_linked_by_hand_are_found_and_none_wrongly(
    found: dict[bool, dict[str, str]],
) -> None:
    with (CODED / "links.csv").open(encoding="utf-8") as lines:
        by_hand = {row["incident_id"]: row["target_id"] for row in csv.DictReader(lines)}
    in_series = {target for target in by_hand.values() if target.startswith("UCDP:")}
    assert len(in_series) == 10
    both = found[False] | found[True]
    assert {name: by_hand[name] for name in both} == both
    assert len(set(both.values())) == 8
    # Accounts of one source that fit as well, sides or counts that differ or are unknown: a person
    # decides. Each news office as a source of its own: test_labelled_pairs.py.
    assert set(found[False].values()) == {"UCDP:259081", "UCDP:259056"}


def count(run: Run, data: Path) -> int:
    told = run("summary", "--province", "All Iraq", *NIGHT, "--json", data=data).json
    beside = sum(int(others["incidents"]) for others in told["beside"].values())
    return int(told["incidents"]) + beside


def test_a_match_is_told_linked_and_counted_once_until_undone(
    run: Run, own: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(csv_text([FAMILY]), encoding="utf-8")
    before = count(run, own.data_dir)
    told = run("import", file, "--dry-run", data=own.data_dir).out
    assert (
        "MYLIST:1: probably UCDP:259056 (same day, under 1\u00a0km, same sides, deaths agree"
        in told
    )
    assert "9 points): counted separately until linked" in told
    done = run("import", file, "--matches", "link", "--json", data=own.data_dir).json
    assert (done["new"], done["matched"], done["linked"]) == (1, 1, 1)
    assert count(run, own.data_dir) == before
    listed = run("incidents", *NIGHT, "--format", "json", data=own.data_dir).json
    (incident,) = [row for row in listed if row["incident_id"] == "UCDP:259056"]
    assert "MYLIST:1" in incident["account_ids"]
    assert run("verify", data=own.data_dir).code == 0
    run("undo", done["commit"], data=own.data_dir)
    listed = run("incidents", *NIGHT, "--format", "json", data=own.data_dir).json
    assert "MYLIST:1" not in str(listed)


def test_what_is_kept_apart_stays_apart_when_it_comes_again(
    run: Run, own: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(csv_text([FAMILY]), encoding="utf-8")
    before = count(run, own.data_dir)
    done = run("import", file, "--matches", "apart", "--json", data=own.data_dir).json
    assert done["matched"] == 1
    assert count(run, own.data_dir) == before + 1
    run("retract", "MYLIST:1", "--reason", "to see it come again", data=own.data_dir)
    assert count(run, own.data_dir) == before
    file.write_text(csv_text([FAMILY | {"notes": "again"}]), encoding="utf-8")
    again = run("import", file, "--json", data=own.data_dir).json
    assert (again["new"], again["updated"], again["matched"]) == (0, 1, 0)
    assert count(run, own.data_dir) == before, "a retraction stands until it is undone"


def test_another_day_or_place_is_no_match(checks: Checks) -> None:
    others = [
        FAMILY | {"incident_id": "MYLIST:2", "event_date": "2018-06-04"},
        FAMILY | {"incident_id": "MYLIST:3", "latitude": 35.2},
    ]
    assert checks(*others).matched == 0


def test_nothing_is_linked_unless_a_person_says_so(run: Run, own: Settings, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(csv_text([FAMILY]), encoding="utf-8")
    before = count(run, own.data_dir)
    done = run("import", file, "--json", data=own.data_dir).json
    assert [row["decision"] for row in done["matches"]] == ["undecided"]
    assert (done["linked"], done["apart"], done["undecided"]) == (0, 0, 1)
    assert count(run, own.data_dir) == before + 1
    listed = run("incidents", *NIGHT, "--format", "json", data=own.data_dir).json
    assert ["MYLIST:1"] in [row["account_ids"] for row in listed]


# What speaks against a pair that agrees in day and place: the row, and whether it is a veto.
AGAINST = {
    "other sides": ({"actor1": "Clan A", "actor2": "Clan B"}, True),
    "one side the same, the other not": ({"actor2": "Clan B"}, True),
    "deaths exclude each other: 29 against 12": ({"fatalities_best": 29}, True),
    "one is a total of many days": (
        {"event_date": "2018-05-28", "event_date_end": "2018-06-05"},
        True,
    ),
    "other sides, deaths exclude each other: 29 against 12": (
        {"actor1": "A", "actor2": "B", "fatalities_best": 29},
        True,
    ),
    "deaths differ: 16 against 12": ({"fatalities_best": 16}, False),
    "deaths unknown in one": ({"fatalities_best": ""}, False),
    "one side the same, the other unnamed in one": ({"actor1": "", "fatalities_best": ""}, False),
    "only the month or the year is known of one": ({"date_precision": 4}, False),
    "a day more than the dates allow": ({"event_date": "2018-06-03"}, False),
    "those killed were of other sides": ({"deaths_side_a": 12}, True),
    "half of those killed, or more, were of other sides": (
        {"deaths_side_a": 6, "deaths_civilians": 6},
        False,
    ),
    "best counts exclude each other": (
        {"fatalities_low": 1, "fatalities_best": 30, "fatalities_high": 40},
        False,
    ),
}  # fmt: skip


@pytest.mark.parametrize("why", AGAINST)
def test_what_speaks_against_a_pair_keeps_it_from_being_linked_with_the_rest(
    checks: Checks, why: str
) -> None:
    values, is_veto = AGAINST[why]
    row = {
        "event_date_end": "", "date_precision": 1, **FAMILY, **values, "incident_id": "X:1",
        "source": "X",
    }  # fmt: skip
    checked = checks(row)
    # Linking all links no such one.
    found = checked.as_json(None, LINK_ALL)
    assert (found["matched"], found["weak"], found["linked"]) == (0, 1, 0)
    (pair,) = found["matches"]
    assert (pair["is_weak"], pair["is_vetoed"]) == (True, is_veto)
    assert pair["decision"] == "undecided"
    assert why in pair["why"]
    named = checked.as_json(None, Decisions("link", (("X:1", "link"),)))
    assert named["linked"] == 1


def test_others_killed_at_the_same_place_are_not_linked(
    run: Run, store: Store, shipped: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LENT, shipped.data_dir, store)
    file = tmp_path / "others.csv"
    file.write_bytes((UPLOADS / "other_victims_same_place.csv").read_bytes())
    asked = ("import", file, "--matches", "link", "--dry-run")
    found = run(*asked, "--json", data=shipped.data_dir).json
    assert (found["matched"], found["linked"]) == (0, 0)
    assert {row["incident_id"]: row["is_vetoed"] for row in found["matches"]} == {
        "DESK:71": True,
        "DESK:72": True,
    }
    told = run(*asked, data=shipped.data_dir).out
    assert "DESK:71: probably not UCDP:258879" in told
    assert "other sides, deaths exclude each other: 1 against 29" in told


def sides_told(checks: Checks, *rows: Mapping[str, object]) -> dict[str, str]:
    found = checks(*(FAMILY | {"date_precision": 1} | row for row in rows)).as_json()
    return {row["incident_id"]: row["why"] for row in found["matches"] if not row["is_weak"]}


@pytest.mark.parametrize(
    ("actor1", "actor2"),
    [
        ("Islamic State (Iraq)", "Civilians (Iraq)"),
        ("Civilians (Iraq)", "Islamic State of Iraq (ISI)"),
        ("Al-Qaida in Iraq", "Private Citizens & Property"),
        ("Unidentified Armed Group (Iraq)", "Civilians"),
    ],
)
def test_sides_are_the_same_under_the_names_that_others_give_them(
    checks: Checks, actor1: str, actor2: str
) -> None:
    row = {"incident_id": "A:1", "source": "A", "actor1": actor1, "actor2": actor2}
    assert list(sides_told(checks, row)) == ["A:1"]


def test_of_two_that_fit_as_well_neither_is_linked_with_the_rest(checks: Checks) -> None:
    twins = [{"incident_id": f"A:{number}", "source": "A"} for number in (1, 2)]
    assert sides_told(checks, *twins) == {}
    assert list(sides_told(checks, twins[0])) == ["A:1"]


def test_civilians_killed_are_the_same_under_whichever_side_they_are_counted(
    checks: Checks,
) -> None:
    row = {"incident_id": "A:1", "source": "A", "deaths_side_b": 12}
    assert list(sides_told(checks, row)) == ["A:1"]


def weak_why(checks: Checks, *rows: Mapping[str, object]) -> dict[str, str]:
    found = checks(*(FAMILY | {"date_precision": 1} | row for row in rows)).as_json()
    assert (found["matched"], found["weak"]) == (0, 1)
    (pair,) = found["matches"]
    return {pair["incident_id"]: pair["why"]}


# A day on which the series tells of nothing there.
QUIET = [
    {"incident_id": f"{source}:1", "source": source, "event_date": "2018-08-15"}
    for source in ("A", "B")
]


def test_two_districts_are_no_place_to_agree_on(checks: Checks) -> None:
    """Their point is the same whatever happened where in them."""
    one, other = ({**row, "geo_precision": 3} for row in QUIET)
    assert list(sides_told(checks, one, QUIET[1])) == ["B:1"]
    told = weak_why(checks, one, other)["B:1"]
    assert "both places known only as a district, a road or a province" in told


def test_a_spot_some_way_off_has_to_be_called_alike(checks: Checks) -> None:
    off = {**QUIET[1], "latitude": 33.8, "geo_precision": 2}
    alike = {**off, "location": "Farhatiyah, north of Baghdad"}
    assert list(sides_told(checks, QUIET[0], alike)) == ["B:1"]
    told = weak_why(checks, QUIET[0], {**off, "location": "Yathrib"})["B:1"]
    assert "farther apart than places with such names may be off" in told


def test_where_the_own_list_tells_of_many_like_it_none_is_linked_with_the_rest(
    checks: Checks,
) -> None:
    """Any of them may be the one that the other list tells of, or none."""
    days = ["2018-06-02", "2018-07-10", "2018-07-20", "2018-08-01", "2018-08-10"]
    rows = [
        {"incident_id": f"A:{number}", "source": "A", "event_date": day}
        for number, day in enumerate(days)
    ]
    assert list(sides_told(checks, *rows[:4])) == ["A:0"]
    told = weak_why(checks, *rows)["A:0"]
    assert "may be chance: 4 more with about as many dead there in six months" in told


def test_counts_of_many_dead_agree_within_a_fifth(checks: Checks) -> None:
    row = {"incident_id": "A:1", "source": "A", "fatalities_best": 14}
    told = sides_told(checks, row)["A:1"]
    assert "deaths nearly agree: 14 against 12" in told
    # Another thing that is off is one too many.
    assert sides_told(checks, row | {"geo_precision": 3}) == {}


def test_few_dead_have_to_be_rarer_than_many(checks: Checks) -> None:
    others = [
        {"incident_id": f"A:{number}", "source": "A", "event_date": f"2018-10-{10 + number}"}
        for number in (2, 3, 4)
    ]
    assert "B:1" in sides_told(checks, *QUIET, *others)
    few = [{**row, "fatalities_best": 4} for row in (*QUIET, *others)]
    told = weak_why(checks, *few)["B:1"]
    assert "may be chance: 3 more with about as many dead there in six months" in told


def test_on_a_day_with_several_like_it_none_is_linked_with_the_rest(checks: Checks) -> None:
    wave = [
        {
            **QUIET[0],
            "incident_id": f"A:{number}",
            "latitude": 34.4,
            "longitude": 44.0 + number / 10,
        }
        for number in (2, 3)
    ]
    assert "B:1" in sides_told(checks, *QUIET, wave[0])
    told = weak_why(checks, *QUIET, *wave)["B:1"]
    assert "may be chance: 2 more with about as many dead on that day around there" in told


SPOT = (34.0, 44.0)
DAY = date(2018, 6, 1)
ANY_NEAR = (
    "CREATE OR REPLACE TEMP TABLE accounts AS SELECT CAST($day AS DATE) AS event_date,"
    " CAST($last AS DATE) AS event_date_end, $exact AS date_precision, $lat AS latitude,"
    " $lon AS longitude, $spot AS geo_precision, 'B' AS source"
)


def test_no_search_is_left_out_that_could_find_a_pair() -> None:
    """Of a row and an account anywhere about it, both known to any precision, by the method."""
    bench = Workbench.alone()
    dice = random.Random(20180617)
    asked: Counter[tuple[bool, bool]] = Counter()
    for _ in range(120):
        days, reach = (dice.choices(range(1, len(each) + 1), k=2) for each in (DAYS_OFF, KM_OFF))
        off = sum(DAYS_OFF[each - 1] for each in days)
        km = sum(KM_OFF[each - 1] for each in reach)
        # About as far as the two may be off.
        apart, length = round(dice.uniform(-2, 2) * (off + 1)), dice.randrange(3)
        far, way = dice.uniform(0, 2) * (km + 1), dice.uniform(0, 2 * math.pi)
        lat = SPOT[0] + far * math.sin(way) / 111.2
        lon = SPOT[1] + far * math.cos(way) / 111.2 / math.cos(math.radians(SPOT[0]))
        for at, table in enumerate(("accounts", "placed")):
            first = DAY + timedelta(apart if at == 0 else 0)
            values = {
                "day": first, "last": first + timedelta(length), "exact": days[at],
                "spot": reach[at], "lat": (lat, SPOT[0])[at], "lon": (lon, SPOT[1])[at],
            }  # fmt: skip
            bench.run(ANY_NEAR.replace("accounts", table), values)
        bench.run("CREATE OR REPLACE TEMP TABLE effects AS SELECT 1 AS line, 'new' AS effect")
        bench.run("ALTER TABLE placed ADD COLUMN line INTEGER DEFAULT 1")
        is_pair = far <= km and max(0, abs(apart) - length) <= off + 1
        limits = {"days": list(DAYS_OFF), "reach": list(KM_OFF)}
        asked[is_pair, bench.one(statement("any_near"), limits)] += 1
    assert asked[True, False] == 0
    assert asked[True, True] > 20
    assert asked[False, False] > 20
    bench.run("UPDATE effects SET effect = 'update'")
    assert not bench.one(statement("any_near"), limits)
    bench.run("UPDATE effects SET effect = 'new'")
    bench.run("INSERT INTO placed SELECT * REPLACE ('C' AS source) FROM placed")
    assert bench.one(statement("any_near"), limits)
