"""Where the next month's incidents may be, against lists sorted by hand over the shipped rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from corridor import queries
from corridor.answers import WhereNext, where_next
from corridor.filter import IncidentFilter
from corridor.store import Store
from corridor.texts import ahead_text

HOME = IncidentFilter(date_from=date(2018, 1, 1), date_to=date(2018, 6, 30))
District = tuple[str, str]


@pytest.fixture(scope="module")
def found(store: Store) -> WhereNext:
    return where_next(store, HOME)


@pytest.fixture(scope="module")
def months(store: Store) -> list[Counter[District]]:
    """Incidents by district of each month, from the list of incidents."""
    rows = queries.list_incidents(store, replace(HOME, date_from=None))
    rows = rows[rows["beside"].isna() & rows["admin2"].notna()]
    starts = pd.to_datetime(rows["event_date"]).dt.to_period("M")
    told = [Counter[District]() for _ in pd.period_range("1989-01", "2018-06", freq="M")]
    for start, *district in zip(starts, rows["admin1"], rows["admin2"], strict=True):
        told[(start - pd.Period("1989-01")).n][tuple(district)] += 1
    return told


def first_five(half: Counter[District], year: Counter[District]) -> list[District]:
    return sorted(half | year, key=lambda name: (-half[name], -year[name], name))[:5]


def together(months: list[Counter[District]]) -> Counter[District]:
    return sum(months, Counter[District]())


def test_the_list_is_that_of_the_last_six_months(
    store: Store, found: WhereNext, months: list[Counter[District]]
) -> None:
    half = together(months[-6:])
    named = first_five(half, together(months[-12:]))
    assert found.days == (date(2018, 7, 1), date(2018, 7, 31))
    assert [(each.admin1, each.admin2, each.incidents) for each in found.districts] == [
        (*name, half[name]) for name in named
    ]
    assert (found.placed, found.of) == (half.total(), len(together(months)))
    every = queries.summary(store, HOME).incidents or 0
    assert found.unplaced == every - half.total()


def test_what_such_lists_held_is_what_they_would_have_held(
    found: WhereNext, months: list[Counter[District]]
) -> None:
    judged: list[tuple[int, int, int, int]] = []
    for at in range(12, len(months)):
        half, year = together(months[at - 6 : at]), together(months[at - 12 : at])
        if half.total() < 5 or not months[at]:
            continue
        lists = first_five(half, year), first_five(year, half)
        held, by_year = (sum(months[at][name] for name in named) for named in lists)
        best = sum(count for _, count in months[at].most_common(5))
        judged.append((months[at].total(), held, by_year, best))
    total, *shares = (sum(column) for column in zip(*judged[-120:], strict=True))
    record = found.record
    assert record
    assert (record.months, record.incidents) == (120, total)
    assert [record.held, record.by_year, record.best] == [each / total for each in shares]


def test_it_is_said_with_its_record_and_what_it_leaves_out(found: WhereNext) -> None:
    told = ahead_text.where_next(found).replace("\u00a0", " ")
    assert told.startswith("July 2018: in the six months before, most incidents were in Hawija 11")
    assert "held 58 % of the next month’s incidents. A list of twelve months held 57 %," in told
    assert "So the last six months tell no more than the last twelve." in told
    assert told.endswith(f"{found.unplaced} incidents of the six months name no district.")
    record = found.as_json()["record"]
    assert (record["since"], record["is_better"]) == ("2008-05-01", False)


def test_few_incidents_make_no_list(store: Store) -> None:
    early = where_next(store, replace(HOME, date_from=None, date_to=date(1990, 6, 30)))
    assert (early.districts, early.record) == ((), None)
    assert ahead_text.where_next(early).startswith("July 1990: too few incidents")
    one = where_next(store, replace(HOME, districts=("Hawija",)))
    assert one.districts == ()
