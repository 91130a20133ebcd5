"""What a period is compared with, as somebody writes it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.filter import IncidentFilter, problems
from corridor.filter.comparisons import comparison_name, comparison_of, comparison_text, period_of

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("2010-2011", date(2010, 1, 1), date(2011, 12, 31)),
        (" 2010 – 2011 ", date(2010, 1, 1), date(2011, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2017-06/2018-01", date(2017, 6, 1), date(2018, 1, 31)),
        ("2017-06-17", date(2017, 6, 17), date(2017, 6, 17)),
        ("2017-06-17..2017-06-18", date(2017, 6, 17), date(2017, 6, 18)),
        ("2017-06-17 - 2018", date(2017, 6, 17), date(2018, 12, 31)),
        ("2010 to 2011", date(2010, 1, 1), date(2011, 12, 31)),
    ],
)
def test_days_are_read_as_people_write_them(text: str, first: date, last: date) -> None:
    assert period_of(text) == (first, last)
    assert comparison_of(text) == f"{first}/{last}"


@pytest.mark.parametrize(
    "text",
    ["", "foo", "17", "2017-13", "2017-02-30", "2018/2017", "1850", "2017-6", "2017/", "2017 2018",
     "99999999999", "2017-01-01/2017-01-02/2017-01-03", "'; DROP TABLE incidents"],
)  # fmt: skip
def test_what_is_no_period_is_none_and_is_named(text: str) -> None:
    assert (period_of(text), comparison_of(text)) == (None, "")
    found = problems({"compare": [text]}, {"compare": ["previous", "year-before", "2010–2011"]})
    assert [text in told and "compare was left out: " in told for told in found] == [True]


@pytest.mark.parametrize("text", ["previous", "year before", "Year-Before", "2010–2011", "2017-06"])
def test_an_address_may_ask_for_what_no_list_offers(text: str) -> None:
    assert problems({"compare": [text]}, {"compare": ["previous"]}) == []


@given(DAYS, st.integers(0, 2000))
def test_what_an_address_carries_means_the_same_days(first: date, length: int) -> None:
    last = min(first + timedelta(days=length), date(2199, 12, 31))
    value = comparison_of(f"{first}/{last}")
    assert comparison_of(comparison_text(value)) == value
    (carried,) = (
        text for key, text in IncidentFilter(compare=value).to_query() if key == "compare"
    )
    assert carried == comparison_text(value)


def test_whole_years_and_months_are_written_short() -> None:
    texts = ["2010-01-01/2011-12-31", "2017-01-01/2017-12-31", "2017-06-01/2017-06-30",
             "2017-06-01/2018-01-31", "2017-06-17/2017-06-17", "2017-06-01/2017-06-29"]  # fmt: skip
    assert [comparison_text(text) for text in texts] == [
        "2010–2011", "2017", "2017-06", "2017-06/2018-01", "2017-06-17", "2017-06-01/2017-06-29",
    ]  # fmt: skip


def test_the_filter_says_what_it_compares_with_and_leaves_nothing_out() -> None:
    chosen = IncidentFilter(compare="2010-01-01/2011-12-31")
    assert "compared with 2010–2011" in chosen.describe()
    assert "compared with the year before" in IncidentFilter(compare="year-before").describe()
    assert "compared" not in IncidentFilter().describe()
    assert comparison_name("") == "the period before"
    assert chosen.conditions() == IncidentFilter().conditions()
