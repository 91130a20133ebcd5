"""Which month stands out by each rule, against pandas over the shipped rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from scipy import stats

from corridor import packs
from corridor.analysis.elevated import RULES as JUDGES
from corridor.analysis.elevated import back_test
from corridor.answers import RULES, surges
from corridor.filter import IncidentFilter
from corridor.settings import Settings
from corridor.store import Store
from corridor.texts import surges_text
from tests import independent
from tests.store.conftest import Run
from tests.unit.analysis.test_elevated import by_hand, followed


def months(provinces: tuple[str, ...]) -> pd.Series[int]:
    """Incidents of each month that has any."""
    days = independent.measured(IncidentFilter(provinces))["event_date"]
    return days.dt.to_period("M").value_counts()


def until(last: date) -> IncidentFilter:
    return IncidentFilter(date_from=date(2018, 1, 1), date_to=last)


def test_each_place_is_counted_as_anybody_would(store: Store) -> None:
    home = packs.region().provinces
    found = surges(store, until(date(2018, 6, 30)))
    assert found.days == (date(2018, 6, 1), date(2018, 6, 30))
    assert [each.place for each in found.places] == ["", *home]
    for each in found.places:
        kept = (each.place,) if each.place else home
        *before, now = (
            months(kept).reindex(pd.period_range("2017-06", "2018-06", freq="M")).fillna(0)
        )
        assert (each.incidents, each.against) == (now, max(before))
        assert each.is_elevated == (
            (each.incidents or 0) >= 5 and each.incidents > (each.against or 0)
        )
    assert [each.place for each in found.elevated] == ["Salah al-Din"]
    assert surges_text.told(found).startswith("Highest month in 12, June 2018: Salah al-Din (7, ")


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_judges_the_incidents_that_anybody_would_count(store: Store, rule: str) -> None:
    found = surges(store, until(date(2018, 6, 30)), rule)
    steps = pd.date_range("1989-01-01", "2018-06-30", freq="D" if rule == "thirty-days" else "MS")
    for each in found.places[:2]:
        days = independent.measured(
            IncidentFilter((each.place,) if each.place else packs.region().provinces)
        )["event_date"]
        starts = days if rule == "thirty-days" else days.dt.to_period("M").dt.to_timestamp()
        judged = JUDGES[rule](starts.value_counts().reindex(steps).fillna(0.0))
        last = judged.iloc[-1]
        assert (each.incidents, each.is_elevated) == (last["incidents"], last["raised"])
        assert each.against == pytest.approx(last["against"])
        assert each.back_test == back_test(judged)
        assert each.place or each.back_test.alarms >= 10
    told = surges_text.told(found)
    if found.elevated:
        first, test = found.elevated[0], found.elevated[0].back_test
        assert f"{surges_text.place(first)} ({first.incidents}, " in told
        assert f"false alarms so far: {test.alarms - test.right} of {test.alarms}" in told
    else:
        assert told == surges_text.told(replace(found, places=found.places[:1]))


def test_a_back_test_holds_the_alarms_that_anybody_would_count(store: Store) -> None:
    home = packs.region().provinces
    starts = pd.period_range("1989-01", "2018-06", freq="M")
    for each in surges(store, until(date(2018, 6, 30))).places:
        counted = months((each.place,) if each.place else home).reindex(starts).fillna(0)
        counts: list[int | None] = [int(count) for count in counted]
        judged = [
            (by_hand(counts, at), bool(followed(counts, at))) for at in range(12, len(counts) - 3)
        ]
        alarms = [is_right for is_alarm, is_right in judged if is_alarm]
        found, right = each.back_test, sum(alarms)
        higher = sum(is_higher for _, is_higher in judged)
        assert (found.months, found.higher) == (len(judged), higher)
        assert (found.alarms, found.right, found.false) == (
            len(alarms),
            right,
            len(alarms) - right,
        )
        bounds = stats.binomtest(right, len(alarms)).proportion_ci(0.9, "exact")
        assert (found.low, found.high) == pytest.approx((bounds.low, bounds.high))
        assert found.is_better == (bounds.low > higher / len(judged))


def test_a_rule_that_tells_no_more_than_any_month_says_so_where_it_is_chosen(
    store: Store,
) -> None:
    found = surges(store, until(date(2018, 6, 30)), "quasi-poisson")
    told = surges_text.rule_told(found)
    rights = {
        surges_text.place(each): f"{each.back_test.right} of {each.back_test.alarms} right"
        for each in found.places
    }
    assert (
        f"for all together ({rights['all together']}), Salah al-Din ({rights['Salah al-Din']}) "
        f"and Diyala ({rights['Diyala']})." in told
    )
    assert told.endswith(
        f"For Kirkuk ({rights['Kirkuk']}) alarms told no more than any month does."
    )
    kirkuk = [each for each in found.places if each.place == "Kirkuk"]
    assert "told more" not in surges_text.rule_told(replace(found, places=tuple(kirkuk)))
    never = replace(kirkuk[0].back_test, alarms=0, right=0)
    told = surges_text.rule_told(replace(found, places=(replace(kirkuk[0], back_test=never),)))
    assert "For Kirkuk it has raised no alarm yet" in told
    assert "told no more" not in told


def test_thirty_days_wait_for_no_month(store: Store) -> None:
    found = surges(store, until(date(2018, 6, 14)), "thirty-days")
    assert found.days == (date(2018, 5, 16), date(2018, 6, 14))
    assert "16 May – 14 Jun 2018: " in surges_text.told(found).replace("\u00a0", " ")


def test_a_month_that_is_not_over_does_not_count_and_one_place_stands_once(store: Store) -> None:
    found = surges(store, replace(until(date(2018, 6, 29)), provinces=("Kirkuk",)))
    assert found.days == (date(2018, 5, 1), date(2018, 5, 31))
    assert [each.place for each in found.places] == ["Kirkuk"]


def test_what_is_not_covered_is_unknown(store: Store) -> None:
    early = surges(store, IncidentFilter(date_to=date(1989, 6, 30)))
    assert {(each.against, each.is_elevated) for each in early.places} == {(None, None)}
    assert "is unknown" in surges_text.told(early)
    none = surges(store, replace(until(date(2018, 6, 30)), sources=("RAWABET",)))
    assert (none.days, none.places, surges_text.told(none)) == (None, (), "")


def test_a_channel_that_grew_and_a_rule_that_tells_nothing_are_said(store: Store) -> None:
    april = surges(store, until(date(2018, 4, 30)))
    assert april.places[0].channel == "BBC Monitoring"
    told = surges_text.told(april)
    assert "All together: BBC Monitoring tells a far larger share than before" in told
    kirkuk = next(each for each in april.places if each.place == "Kirkuk")
    assert (kirkuk.back_test.alarms, kirkuk.back_test.is_better) == (8, False)
    as_alarm = replace(april, places=(replace(kirkuk, is_elevated=True),))
    assert "Kirkuk: such an alarm has told no more" in surges_text.told(as_alarm)
    december = surges(store, until(date(2018, 12, 31)))
    assert december.is_thin
    assert surges_text.told(december) == "December 2018 was nowhere the highest month in 12."
    assert surges_text.thin(december) == "More of this month may be coded later."
    assert surges_text.thin(april) == ""


@pytest.mark.parametrize("command", ["surges", "backtest", "next-month", "where-next"])
def test_a_command_says_why_there_is_nothing(run: Run, shipped: Settings, command: str) -> None:
    told = run(command, "--from", "2031-01-01", "--to", "2031-12-31", data=shipped.data_dir)
    assert told.code == 0
    assert "UCDP covers no whole month of this period." in told.out
