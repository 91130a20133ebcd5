"""Levels in words: two numbers without a judgement, and the thin end of a series."""

from __future__ import annotations

from datetime import date, timedelta

from corridor import queries
from corridor.answers import levels
from corridor.answers.windows import THIN
from corridor.filter import IncidentFilter
from corridor.store import Store
from corridor.texts import level_text


def test_a_level_is_told_beside_that_of_the_baseline(store: Store) -> None:
    year = IncidentFilter(date_from=date(2017, 7, 1), date_to=date(2018, 6, 30))
    found = levels(store, year)
    mean, before = found.mean("month"), found.baseline_mean("month")
    told = level_text.in_words(found)
    assert told == f"{mean:.1f} incidents a month in the period; {before:.1f} in 2010–2011"


def test_the_last_weeks_of_a_series_are_called_thin(store: Store) -> None:
    last = queries.covered(store, IncidentFilter()).last
    assert last is not None
    first = last - THIN + timedelta(days=1)
    for end, thin in ((last, first), (first, first), (first - timedelta(days=1), None)):
        found = levels(store, IncidentFilter(date_from=date(2018, 1, 1), date_to=end))
        assert found.thin_from == thin
        assert bool(level_text.thin_in_words(found)) == (thin is not None)
        assert found.as_json()["thin_from"] == (thin.isoformat() if thin else None)
