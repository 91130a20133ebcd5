"""The timeline in other shapes: every cell against pandas over the same incidents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest

from corridor import answers, queries
from corridor.answers import TimeView
from corridor.answers.time_views import NOW, THEN
from corridor.filter import IncidentFilter
from corridor.store import Store
from corridor.texts import time_views_text

YEAR = IncidentFilter(date_from=date(2018, 1, 1), date_to=date(2018, 12, 31))
LONG = IncidentFilter(date_from=date(2010, 1, 1), date_to=date(2018, 12, 31))


@pytest.fixture(scope="module")
def rows(store: Store) -> pd.DataFrame:
    """All incidents of the corridor that the measuring series tells, at any date."""
    found = queries.list_incidents(store, IncidentFilter())
    found = found[found["beside"].isna()]
    days = [pd.to_datetime(found[name]) for name in ("event_date", "event_date_end")]
    return found.assign(first=days[0], last=days[1].fillna(days[0]))


def of(rows: pd.DataFrame, first: date, last: date) -> pd.DataFrame:
    return rows[rows["first"].between(pd.Timestamp(first), pd.Timestamp(last))]


def view(store: Store, chosen: IncidentFilter, name: str, split: str = "") -> TimeView:
    found = answers.time_view(store, chosen, name, split)
    assert found is not None
    return found


def counted(rows: pd.DataFrame, found: TimeView, group: str = "") -> list[int]:
    return [len(of(rows, cell.first, cell.last)) for cell in found.of(group)]


def test_districts_side_by_side(store: Store, rows: pd.DataFrame) -> None:
    found = view(store, YEAR, "multiples", "district")
    inside = of(rows, *found.window)
    by_name = inside["admin2"].value_counts()
    assert len(found.totals) == 12
    assert list(found.totals.values()) == sorted(found.totals.values(), reverse=True)
    assert found.totals == {name: by_name.get(name, 0) for name in found.totals}
    others = [name for name in rows["admin2"].dropna().unique() if name not in found.totals]
    assert found.left_out == (len(others), sum(by_name.get(name, 0) for name in others))
    assert found.unplaced == inside["admin2"].isna().sum()
    assert found.grain == "year"
    for name in found.totals:
        cells = found.of(name)
        told = [cell.incidents for cell in cells]
        assert told == counted(rows[rows["admin2"] == name], found, name)
        assert cells[0].first == date(2003, 1, 1)
    types = view(store, YEAR, "multiples", "type")
    assert types.totals == inside["event_type"].value_counts().to_dict()
    assert (types.left_out, types.unplaced) == ((0, 0), 0)
    assert time_views_text.says(types).startswith("Most incidents in 2018: Armed clash 78 and ")


def test_a_calendar_has_no_incident_on_a_day_that_is_not_known(
    store: Store, rows: pd.DataFrame
) -> None:
    days = view(store, YEAR, "calendar")
    inside = of(rows, *days.window)
    is_vague = (inside["date_precision"] > 1) | (inside["last"] > inside["first"])
    assert (days.grain, len(days.cells)) == ("day", 365)
    assert days.inexact == len(days.vague) == is_vague.sum() > 0
    assert [cell.incidents for cell in days.cells] == counted(inside[~is_vague], days)
    assert f"{days.inexact}\u00a0incidents without an exact day are on no day." in (
        time_views_text.notes(days)
    )

    months = view(store, LONG, "calendar")
    inside = of(rows, *months.window)
    first, last = (inside[name].dt.to_period("M") for name in ("first", "last"))
    assert (months.grain, len(months.cells)) == ("month", 108)
    assert months.inexact == (first != last).sum() > 0
    assert [cell.incidents for cell in months.cells] == counted(inside[first == last], months)


def test_years_stand_side_by_side_as_far_as_the_last_is_known(
    store: Store, rows: pd.DataFrame
) -> None:
    found = view(store, YEAR, "years")
    until = found.as_far_as
    assert until == date(2018, 12, 31)
    for year in map(str, range(2003, 2019)):
        assert [cell.incidents for cell in found.of(year)] == counted(rows, found, year)
        assert found.totals[year] == (rows["first"].dt.year == int(year)).sum()
    assert time_views_text.says(found) == (
        f"{found.totals['2018']} in 2018, {found.totals['2017']} in 2017 and, the most, "
        f"{max(found.totals.values())} in 2014, each to 31\u00a0Dec"
    )


def test_two_periods_are_mirrored_by_days_from_the_first_of_each(
    store: Store, rows: pd.DataFrame
) -> None:
    chosen = replace(YEAR, compare="2010-01-01/2011-12-31")
    found = view(store, chosen, "mirrored")
    assert found.grain == "month"
    assert found.totals == {
        NOW: len(of(rows, date(2018, 1, 1), date(2018, 12, 31))),
        THEN: len(of(rows, date(2010, 1, 1), date(2011, 12, 31))),
    }
    for group, start in ((NOW, date(2018, 1, 1)), (THEN, date(2010, 1, 1))):
        cells = found.of(group)
        assert [cell.incidents for cell in cells] == counted(rows, found, group)
        assert [(cell.first - start).days for cell in cells] == [
            30 * at for at in range(len(cells))
        ]
    assert "365 and 730 days: compare the bars, not the sums" in time_views_text.notes(found)
    # A year is compared with the one before by weeks; before the record there is nothing known.
    weeks = view(store, YEAR, "mirrored")
    assert (weeks.grain, len(weeks.of(NOW)), len(weeks.of(THEN))) == ("week", 53, 53)
    early = view(store, replace(YEAR, compare="1980-01-01/1980-12-31"), "mirrored")
    assert {cell.incidents for cell in early.of(THEN)} == {None}
    assert "is not covered by UCDP" in time_views_text.says(early)


def test_days_outside_coverage_are_unknown_and_never_nothing(store: Store) -> None:
    later = replace(YEAR, date_from=date(2018, 7, 1), date_to=date(2019, 6, 30))
    days = view(store, later, "calendar")
    known = {cell.first: cell.incidents is not None for cell in days.cells}
    assert known[date(2018, 12, 31)] is True
    assert not any(known[date(2019, 1, 1) + timedelta(days=at)] for at in range(181))
    assert "Hatched: not covered by UCDP." in time_views_text.notes(days)
    mirror = view(store, later, "mirrored")
    assert [cell.incidents is None for cell in mirror.of(NOW)][-20:] == [True] * 20
    assert "184 days of 365 in" in time_views_text.notes(mirror)
    years = view(store, later, "years")
    assert years.as_far_as == date(2018, 12, 31)


@pytest.mark.parametrize("name", answers.VIEWS)
@pytest.mark.parametrize("chosen", [YEAR, LONG], ids=["days", "months"])
def test_what_is_selected_is_counted_in_the_same_cells(
    store: Store, rows: pd.DataFrame, name: str, chosen: IncidentFilter
) -> None:
    chosen = replace(chosen, compare="previous") if name == "mirrored" else chosen
    found = view(store, chosen, name, "district")
    inside = of(rows, *found.window).iloc[::2]
    only = replace(chosen, only=tuple(inside["incident_id"]))
    every = answers.picked_cells(store, only, found, "district")
    assert every
    nothing = replace(chosen, only=("",))
    assert answers.picked_cells(store, nothing, found, "district") == {}
    for cell in found.cells:
        own = of(inside, cell.first, cell.last)
        if name == "multiples":
            own = own[own["admin2"] == cell.group]
        if name == "calendar":  # without those whose day, or month, is not known
            ends = own["last"].dt.to_period("D" if found.grain == "day" else "M")
            own = own[ends == own["first"].dt.to_period("D" if found.grain == "day" else "M")]
        assert every.get((cell.group, cell.first), 0) == len(own)
        assert len(own) <= (cell.incidents or 0)
