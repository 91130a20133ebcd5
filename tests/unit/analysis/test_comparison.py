"""The days that a period is compared with, against sets of days counted one by one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.analysis.comparison import Windows, windows
from corridor.spans import Spans

A_DAY = timedelta(days=1)
ALL = Spans(((date(2000, 1, 1), date(2020, 12, 31)),))
DAYS = st.dates(date(2001, 1, 1), date(2006, 12, 31))
PAIRS = st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair)))


def found(first: date, last: date, choice: str = "", covered: Spans = ALL) -> Windows:
    result = windows(first, last, covered, choice)
    assert result is not None
    return result


def each(pair: tuple[date, date]) -> set[date]:
    return {pair[0] + A_DAY * number for number in range((pair[1] - pair[0]).days + 1)}


@given(PAIRS, PAIRS, st.lists(PAIRS, min_size=1, max_size=4))
def test_any_days_are_compared_on_those_that_are_covered(
    period: tuple[date, date], other: tuple[date, date], spans: list[tuple[date, date]]
) -> None:
    covered = Spans(tuple(spans))
    days = set().union(*map(each, spans))
    result = windows(*period, covered, f"{other[0]}/{other[1]}")
    now, others = each(period) & days, each(other) & days
    if not now:
        assert result is None
        return
    assert result is not None
    assert (result.days, result.others.days) == (len(now), len(others))
    assert result.shared_days == len(now & others)
    assert result.asked == other
    longer, shorter = max(len(now), len(others)), min(len(now), len(others))
    assert result.is_by_mean == (bool(others) and (longer - shorter) / longer > 1 / 28)


@pytest.mark.parametrize(
    ("choice", "first", "last"),
    [
        ("", date(2017, 7, 1), date(2017, 12, 31)),
        ("previous", date(2017, 7, 1), date(2017, 12, 31)),
        ("year-before", date(2017, 1, 1), date(2017, 6, 30)),
    ],
)
def test_the_period_before_and_the_year_before(choice: str, first: date, last: date) -> None:
    result = found(date(2018, 1, 1), date(2018, 6, 30), choice)
    start = first if choice == "year-before" else date(2018, 1, 1) - 181 * A_DAY
    assert result.others.pairs == ((start, last),)
    assert result.year_before == (date(2017, 1, 1), date(2017, 6, 30))
    assert result.is_year_before == (choice == "year-before")
    assert not result.is_by_mean


def test_a_day_more_in_a_year_or_in_february_is_no_other_length() -> None:
    leap = found(date(2016, 1, 1), date(2016, 12, 31))
    assert (leap.others.days, leap.is_year_before, leap.is_by_mean) == (365, True, False)
    assert found(date(2016, 2, 1), date(2016, 2, 29), "year-before").asked == (
        date(2015, 2, 1), date(2015, 2, 28),
    )  # fmt: skip
    month = found(date(2016, 2, 1), date(2016, 2, 29), "2015-02-01/2015-02-28")
    assert (month.days, month.others.days, month.is_by_mean) == (29, 28, False)
    assert found(date(2016, 2, 1), date(2016, 2, 7), "2015-02-01/2015-02-08").is_by_mean


def test_equal_periods_need_every_day_of_both() -> None:
    gap = Spans(((date(2016, 1, 1), date(2016, 12, 30)), (date(2017, 1, 2), date(2018, 12, 31))))
    year = (date(2017, 7, 1), date(2018, 6, 30))
    assert not found(*year, "", gap).others
    assert found(*year, "2016-01-01/2017-06-30", gap).others.days == 365 + 180
    # A period with a gap is compared only with days that somebody has chosen.
    both = (date(2016, 7, 1), date(2017, 6, 30))
    for choice in ("", "year-before"):
        assert not found(*both, choice, gap).others
    assert found(*both, "2018-01-01/2018-12-31", gap).others.days == 365
    # More than a year overlaps the year before.
    assert not found(date(2017, 1, 2), date(2018, 12, 31), "year-before").others
