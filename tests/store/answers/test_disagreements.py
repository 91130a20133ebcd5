"""Accounts that disagree: each pair compared again in pandas, by geodesics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations
from typing import Any, Final

import pandas as pd
import pyproj
import pytest

from corridor import answers, queries
from corridor.answers import Disagreements
from corridor.filter import IncidentFilter
from corridor.filter.dimensions import DISAGREE
from corridor.store import Store, open_store
from corridor.texts import disagreement_text
from tests.independent import accounts
from tests.store.conftest import account, imported
from tests.torture.seed import small_data_folder

EVERYWHERE = IncidentFilter(provinces=())
GLOBE: Final = pyproj.Geod(ellps="WGS84")
VAGUE: Final = {2: 6, 3: 7, 4: 31, 5: 366}


def disputed(one: Any, other: Any) -> Iterator[str]:
    if pd.notna(one.fatalities_best) and pd.notna(other.fatalities_best):
        yield from ["deaths"] * bool(one.fatalities_best != other.fatalities_best)
    if (one.admin1 and other.admin1 and one.admin1 != other.admin1) or _apart(one, other):
        yield "place"
    days = [
        [row.event_date, pd.Timestamp(row.event_date_end or row.event_date)] for row in (one, other)
    ]
    gap = max(days[1][0] - days[0][1], days[0][0] - days[1][1]).days
    if gap > sum(0 if first < last else VAGUE.get(row.date_precision, 0)
                 for row, (first, last) in zip((one, other), days, strict=True)):  # fmt: skip
        yield "date"
    named = [{row.actor1, row.actor2} - {None} for row in (one, other)]
    yield from ["sides"] * bool(named[0] - named[1] and named[1] - named[0])
    yield from ["type"] * bool(one.event_type != other.event_type)


def _apart(one: Any, other: Any) -> bool:
    if not (one.geo_precision <= 2 and other.geo_precision <= 2):
        return False
    *_, metres = GLOBE.inv(one.longitude, one.latitude, other.longitude, other.latitude)
    off = [
        {1: 5.0, 2: 25.0}[row.geo_precision]
        if pd.isna(row.location_radius_km)
        else row.location_radius_km
        for row in (one, other)
    ]
    return bool(metres / 1000 > sum(off))


@cache
def again() -> dict[str, set[str]]:
    """What the accounts of each shipped incident dispute, by its counted account."""
    every = accounts()
    rows = every[every["head"].duplicated(keep=False)].astype(object)
    rows = rows.where(rows.notna(), None)
    rows["event_date"] = pd.to_datetime(rows["event_date"])
    return {
        str(head): {
            fact for pair in combinations(group.itertuples(), 2) for fact in disputed(*pair)
        }
        for head, group in rows.groupby("head")
    }


def facts(found: Disagreements) -> dict[str, set[str]]:
    return {each.incident_id: set(each.facts) for each in found.incidents}


def test_they_are_those_of_a_comparison_of_each_pair(store: Store) -> None:
    found, expected = answers.disagreements(store, EVERYWHERE), again()
    assert found.compared == len(expected) > 5
    assert facts(found) == {key: told for key, told in expected.items() if told}
    assert sum(found.counts.values()) == sum(map(len, expected.values()))


@pytest.mark.parametrize("fact", DISAGREE)
def test_the_filter_keeps_just_these(store: Store, fact: str) -> None:
    kept = queries.list_incidents(store, replace(EVERYWHERE, disagree=(fact,)))
    assert set(kept["incident_id"]) == {key for key, told in again().items() if fact in told}
    assert len(kept)


def test_each_account_stands_with_its_value_and_who_tells_it(store: Store) -> None:
    found = {each.incident_id: each for each in answers.disagreements(store, EVERYWHERE).incidents}
    assert disagreement_text.sides(found["UCDP:258879"], "deaths") == (
        "29 (UCDP)",
        "27 (Agence France Presse, Associated Press Newswires, Xinhua News Agency)",
    )
    said = disagreement_text.told(answers.disagreements(store, EVERYWHERE))
    assert said == "Of 10\u00a0incidents with several accounts 9 are told otherwise by some."


BASE: Final[dict[str, Any]] = {
    "fatalities_best": 3, "event_date": date(2018, 6, 4), "event_date_end": None,
    "date_precision": 1, "actor1": "IS", "actor2": "Civilians", "latitude": 34.2,
    "longitude": 43.9, "geo_precision": 1, "admin1": "Salah al-Din", "event_type": "Battles",
}  # fmt: skip
# What a second account says otherwise, and what is disputed then.
CASES: Final[list[tuple[dict[str, Any], set[str]]]] = [
    ({}, set()),
    ({"fatalities_best": None, "actor1": None, "admin1": None, "latitude": None}, set()),
    ({"fatalities_best": 4}, {"deaths"}),
    ({"latitude": 34.2 + 9.9 / 111.2}, set()),
    ({"latitude": 34.2 + 10.1 / 111.2}, {"place"}),
    ({"latitude": 34.2 + 29 / 111.2, "geo_precision": 2}, set()),
    ({"latitude": 34.2 + 29 / 111.2, "geo_precision": 2, "location_radius_km": 10.0}, {"place"}),
    ({"latitude": 35.9, "geo_precision": 4}, set()),
    ({"admin1": "Diyala"}, {"place"}),
    ({"event_date": date(2018, 6, 5)}, {"date"}),
    ({"event_date": date(2018, 6, 1), "event_date_end": date(2018, 6, 4)}, set()),
    ({"event_date": date(2018, 6, 11), "date_precision": 3}, set()),
    ({"event_date": date(2018, 6, 12), "date_precision": 3}, {"date"}),
    ({"actor1": "PKK"}, {"sides"}),
    ({"actor1": "Civilians", "actor2": "IS"}, set()),
    ({"event_type": "Riots"}, {"type"}),
]


def test_at_the_edge_of_each_rule(tmp_path: Any) -> None:
    store = open_store(small_data_folder(tmp_path / "data"))
    rows = []
    for at, (other, _) in enumerate(CASES):
        first, second = f"UCDP:9{at:06}", f"UCDP:8{at:06}"
        rows += [
            account(first, source="UCDP", **BASE),
            account(second, source="UCDP", **BASE | other),
        ]
        link = {"record_kind": "link", "incident_id": second, "target_id": first, "reason": "same"}
        rows.append(pd.DataFrame([link]))
    store.commit(pd.concat(rows, ignore_index=True), imported())
    found = facts(answers.disagreements(store, EVERYWHERE))
    told = {f"UCDP:9{at:06}": expected for at, (_, expected) in enumerate(CASES) if expected}
    assert {key: each for key, each in found.items() if key.startswith("UCDP:9")} == told
