"""The range of the next month, and the months it may be asked of, over the shipped rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from corridor import packs
from corridor.analysis.next_month import OWN, PLAIN, next_range
from corridor.answers import NextMonth, next_month
from corridor.filter import IncidentFilter
from corridor.store import Store
from corridor.texts import ahead_text
from tests import independent

HOME = IncidentFilter(date_from=date(2018, 1, 1), date_to=date(2018, 6, 30))


@pytest.fixture(scope="module")
def july(store: Store) -> NextMonth:
    return next_month(store, HOME)


def counts(provinces: tuple[str, ...], last: str) -> pd.Series:
    days = independent.measured(IncidentFilter(provinces))["event_date"]
    months = days.dt.to_period("M").dt.to_timestamp().value_counts()
    return months.reindex(pd.date_range("1989-01-01", last, freq="MS")).fillna(0.0)


def test_each_place_has_the_range_of_its_own_months(july: NextMonth) -> None:
    home = packs.region().provinces
    assert july.days == (date(2018, 7, 1), date(2018, 7, 31))
    assert [each.place for each in july.places] == ["", *home]
    for each in july.places[:2]:
        kept = (each.place,) if each.place else home
        found = next_range(counts(kept, "2018-06-01"))
        assert (each.low, each.high) == (found.low, found.high)
        assert each.is_clear == found.is_clear
        assert each.incidents == counts(kept, "2018-07-01").iloc[-1]
        assert each.scores
        assert each.scores.held == pytest.approx(found.by_month["held"].mean())
        for way in (OWN, *PLAIN):
            assert each.scores.misses[way] == pytest.approx(found.by_month[way].mean())
        of_2014 = found.by_month.loc["2014-01-01":"2014-12-31"]
        assert each.by_year[2014].misses[OWN] == pytest.approx(of_2014[OWN].mean())
        assert sum(year.months for year in each.by_year.values()) == found.months == 120


def test_only_a_range_is_told_with_how_many_months_it_held(july: NextMonth) -> None:
    told = ahead_text.next_month(july)
    first = july.places[0]
    assert told.startswith("July 2018, after the last whole month of this period: all together ")
    assert f"all together {first.low}–{first.high} (10 came), Kirkuk" in told
    assert "of the 120 before they held 88–90 %." in told.replace("\u00a0", " ")
    assert "but not beyond doubt." in told
    rows = july.as_json()["places"]
    assert set(rows[0]) == {"place", "low", "high", "why_not", "is_clear", "incidents", "scores",
                            "by_year"}  # fmt: skip


def test_where_a_plainer_guess_does_as_well_there_is_none(july: NextMonth) -> None:
    place = replace(july.places[1], low=None, high=None, why_not="twelve-months")
    told = ahead_text.next_month(replace(july, places=(place,)))
    assert told == (
        "July 2018: no range is given. "
        "No range for Kirkuk: it did not beat the average of twelve months."
    )
    assert ahead_text.score_rows(replace(july, places=(place,)))[0][:2] == ["Kirkuk", "–"]


def test_no_month_is_looked_at_that_is_not_over_or_not_covered(store: Store) -> None:
    part = next_month(store, replace(HOME, provinces=("Kirkuk",), date_to=date(2018, 6, 29)))
    assert part.days == (date(2018, 6, 1), date(2018, 6, 30))
    assert [each.place for each in part.places] == ["Kirkuk"]
    assert part.places[0].incidents == counts(("Kirkuk",), "2018-06-01").iloc[-1]
    last = next_month(store, replace(HOME, provinces=("Kirkuk",), date_to=date(2031, 6, 30)))
    assert (last.days, last.is_known, last.is_thin) == (
        (date(2019, 1, 1), date(2019, 1, 31)),
        False,
        True,
    )
    told = ahead_text.next_month(last)
    assert told.startswith("January 2019, after the last month that UCDP covers whole: Kirkuk 0–4.")
    assert told.endswith("so these ranges may be too low.")
    assert " came" not in told
    early = next_month(store, replace(HOME, date_from=None, date_to=date(1990, 6, 30)))
    assert {each.why_not for each in early.places} == {"uncovered", "few"} & {
        each.why_not for each in early.places
    }
    assert all(each.low is None for each in early.places)
