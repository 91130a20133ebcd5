"""Attacks and operations of a period, told apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from corridor.answers import acts, key_figures
from corridor.filter import ACTS, IncidentFilter
from corridor.store import Store
from corridor.texts import figures_text
from tests import independent

YEAR = IncidentFilter(date_from=date(2017, 7, 1), date_to=date(2018, 6, 30))


def test_both_are_counted_as_anybody_would(store: Store) -> None:
    found = acts(store, YEAR)
    assert list(found) == list(ACTS)
    before = replace(YEAR, date_from=date(2016, 7, 1), date_to=date(2017, 6, 30))
    for act, counts in found.items():
        windows = [replace(chosen, acts=act, sources=("UCDP",)) for chosen in (YEAR, before)]
        assert list(counts[:2]) == [independent.numbers(chosen).incidents for chosen in windows]
    every = key_figures(store, replace(YEAR, actors=("IS",))).now
    assert every is not None
    assert sum(counts[0] or 0 for counts in found.values()) == every.incidents


def test_nothing_is_told_apart_twice_or_where_nothing_is_covered(store: Store) -> None:
    assert acts(store, replace(YEAR, acts="attacks")) == {}
    late = replace(YEAR, date_from=date(2031, 1, 1), date_to=date(2031, 12, 31))
    assert acts(store, late) == {}
    assert figures_text.acts({}) == ""


def test_it_is_said_with_the_period_before() -> None:
    told = figures_text.acts({"attacks": (1, 4, None), "operations": (38, None, None)})
    assert told == ("1 attack by ISIS (4 in the period before) and 38 operations against ISIS.")
