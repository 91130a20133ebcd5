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
    for act, figures in found.items():
        windows = [replace(chosen, acts=act, sources=("UCDP",)) for chosen in (YEAR, before)]
        counted = [independent.numbers(chosen).incidents for chosen in windows]
        assert list(figures.of("incidents")[:2]) == counted
    every = key_figures(store, replace(YEAR, actors=("IS",))).now
    assert every is not None
    assert sum(figures.of("incidents")[0] or 0 for figures in found.values()) == every.incidents


def test_nothing_is_told_apart_twice_or_where_nothing_is_covered(store: Store) -> None:
    assert acts(store, replace(YEAR, acts="attacks")) == {}
    late = replace(YEAR, date_from=date(2031, 1, 1), date_to=date(2031, 12, 31))
    assert acts(store, late) == {}
    assert figures_text.acts({}) == ""


def test_it_is_said_with_the_period_before(store: Store) -> None:
    attacks, operations = (figures.of("incidents") for figures in acts(store, YEAR).values())
    assert figures_text.acts(acts(store, YEAR)) == (
        f"{attacks[0]} attacks by ISIS ({attacks[1]} in the period before) and "
        f"{operations[0]} operations against ISIS ({operations[1]} in the period before)."
    )
    old = figures_text.acts(acts(store, replace(YEAR, compare="2010-01-01/2011-12-31")))
    assert old.startswith(f"{attacks[0]} attacks by ISIS, {attacks[0] / 12:.1f} a month (")
