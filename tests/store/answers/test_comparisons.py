"""One period against any other: figures and levels, against pandas."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from corridor.answers import acts, changes, key_figures, levels
from corridor.filter import IncidentFilter
from corridor.filter.comparisons import period_of
from corridor.store import Store
from corridor.texts import comparison_text, figures_text
from tests import independent

YEAR = IncidentFilter(date_from=date(2017, 7, 1), date_to=date(2018, 6, 30))
MONTH = 365.25 / 12
# What is compared with, as ISO days; whether means are compared, on how many days.
BASES = {
    "": ("2016-07-01/2017-06-30", 365, False),
    "year-before": ("2016-07-01/2017-06-30", 365, False),
    "2010-01-01/2011-12-31": ("2010-01-01/2011-12-31", 730, True),
    "2014-06-10/2014-06-30": ("2014-06-10/2014-06-30", 21, True),
    "2018-01-01/2019-12-31": ("2018-01-01/2018-12-31", 365, False),
}


def counted(chosen: IncidentFilter, days: str) -> IncidentFilter:
    pair = period_of(days)
    assert pair is not None
    return replace(chosen, date_from=pair[0], date_to=pair[1], compare="", sources=("UCDP",))


@pytest.mark.parametrize("choice", BASES)
def test_key_figures_of_both_are_counted_as_anybody_would(store: Store, choice: str) -> None:
    days, length, by_mean = BASES[choice]
    found = key_figures(store, replace(YEAR, compare=choice))
    assert found.windows is not None
    assert (found.windows.others.days, found.windows.is_by_mean) == (length, by_mean)
    now, then = independent.numbers(YEAR), independent.numbers(counted(YEAR, days))
    assert (now.incidents, then.incidents) == found.of("incidents")[:2]
    assert then.best == found.of("killed")[1]
    means = [(now.incidents or 0) / 365 * MONTH, (then.incidents or 0) / length * MONTH]
    assert list(found.a_month("incidents")) == pytest.approx(means)
    for act, figures in acts(store, replace(YEAR, compare=choice)).items():
        of_act = independent.numbers(counted(replace(YEAR, acts=act), days))
        assert figures.of("incidents")[1] == of_act.incidents


def test_levels_follow_what_is_chosen(store: Store) -> None:
    assert levels(store, YEAR).baseline == (date(2010, 1, 1), date(2011, 12, 31))
    found = levels(store, replace(YEAR, compare="previous"))
    assert found.baseline == (date(2016, 7, 1), date(2017, 6, 30))
    then = independent.numbers(counted(YEAR, "2016-07-01/2017-06-30")).incidents
    assert found.baseline_incidents == then


def said(store: Store, **chosen: Any) -> str:
    found = key_figures(store, replace(YEAR, **chosen))
    assert found.windows is not None
    told = [comparison_text.compared("UCDP", found.windows), comparison_text.limits(found.windows)]
    return " ".join(told).replace("\u00a0", " ").strip()


def test_it_is_said_what_is_compared_and_what_of_it_is_not_known(store: Store) -> None:
    counts = "Counted by UCDP, 1 Jul 2017 – 30 Jun 2018; change"
    for choice, told in {
        "": "against the 12 months before.",
        "year-before": "against the year before.",
        "2010-01-01/2011-12-31": "of the average month against 2010–2011, on covered days.",
        "2030-01-01/2030-12-31": "against nothing: 2030 is not covered.",
        "2018-01-01/2019-12-31": "against 2018–2019. Of 2018–2019, only 1 Jan – 31 Dec 2018 are "
        "covered. 181 days are in both periods.",
    }.items():
        assert said(store, compare=choice) == f"{counts} {told}"
    long = said(store, date_from=date(2016, 1, 1), compare="year-before")
    assert long.endswith("against nothing: a period of over a year overlaps the year before.")


def test_a_mean_of_few_has_no_percentage(store: Store) -> None:
    found = key_figures(store, replace(YEAR, compare="2014-06-10/2014-06-30"))
    assert found.windows is not None
    now, before = (round(it, 1) for it in found.a_month("incidents") if it is not None)
    assert figures_text.change(found, "incidents").startswith(f"▼\u00a0{before - now:.1f}")
    few = key_figures(store, replace(YEAR, districts=("Samarra",), compare="2010-01-01/2011-12-31"))
    assert min(count or 0 for count in few.of("incidents")[:2]) < 5
    assert "%" not in figures_text.change(few, "incidents")
    assert figures_text.change(few, "incidents").endswith(" a\u00a0month")


def test_undeclared_days_are_no_comparison(store: Store) -> None:
    found = changes(store, replace(YEAR, compare="2030-01-01/2030-12-31"))
    assert found.places == ()
    json = key_figures(store, replace(YEAR, compare="2030-01-01/2030-12-31")).as_json()
    assert json["compared_with"] is None
    assert json["windows"]["compared_with"] == {
        "choice": "2030-01-01/2030-12-31", "asked": ["2030-01-01", "2030-12-31"], "days": 0,
        "covered": [], "is_by_mean": False, "shared_days": 0,
    }  # fmt: skip
    assert pd.isna(json["a_month"]["incidents"][1]) or json["a_month"]["incidents"][1] is None
