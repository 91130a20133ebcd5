"""Worse, where, lately, how sure: each answer says its base, and nothing where there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corridor import answers
from corridor.analysis.comparison import windows
from corridor.answers import DistrictCount, KeyFigures, Levels
from corridor.filter import IncidentFilter
from corridor.queries import Figures
from corridor.spans import Spans
from corridor.texts import short_answers

YEAR = IncidentFilter(("Kirkuk",), date_from=date(2018, 1, 1), date_to=date(2018, 12, 31))


def counted(incidents: int, killed: int | None) -> Figures:
    return Figures(incidents, 0, 0, killed, killed, killed, 0, 0, 0, 0, None, 0, None, 0)


def figures(now: Figures, before: Figures, chosen: IncidentFilter = YEAR) -> KeyFigures:
    covered = Spans(((date(2010, 1, 1), date(2018, 12, 31)),))
    found = windows(chosen.date_from, chosen.date_to, covered, chosen.compare)
    return KeyFigures("UCDP", found, now, before, before)


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        (
            (105, 555), (53, 1996),
            (
                "**More incidents:** 105, up from 53; **fewer killed:** 555, down from 1,996. "
                "Compared with 2017."
            ),
        ),
        (
            (3, 9), (3, 4),
            (
                "**As many incidents:** 3, as before; **more killed:** 9, up from 4. "
                "Compared with 2017."
            ),
        ),
        (
            (3, None), (4, 2),
            "**Fewer incidents:** 3, down from 4. Compared with 2017.",
        ),
        (
            (0, 0), (0, 0),
            "**No incidents,** as before; **nobody killed,** as before. Compared with 2017.",
        ),
    ],
)  # fmt: skip
def test_worse_says_what_rose_and_since_when(
    now: tuple[int, int | None], before: tuple[int, int | None], told: str
) -> None:
    assert short_answers.worse(figures(counted(*now), counted(*before)), {}) == told


def test_worse_says_how_many_were_attacks() -> None:
    acts = {"attacks": figures(counted(67, 1), counted(30, 1))}
    told = short_answers.worse(figures(counted(105, 555), counted(53, 1996)), acts)
    assert told.startswith("**More incidents:** 105, up from 53 (attacks by ISIS 67, up from 30); ")


def test_worse_compares_means_where_the_lengths_differ() -> None:
    old = replace(YEAR, compare="2010-01-01/2011-12-31")
    told = short_answers.worse(figures(counted(105, 555), counted(115, 1110), old), {})
    assert told == (
        "**More incidents a month:** 8.8, up from 4.8; **as many killed a month:** 46.3, as "
        "before. Compared with 2010–2011."
    )


def test_worse_is_not_said_where_nothing_before_is_covered() -> None:
    alone = KeyFigures("UCDP", windows(date(2018, 1, 1), date(2018, 12, 31), Spans(
        ((date(2018, 1, 1), date(2018, 12, 31)),))), counted(3, 3))  # fmt: skip
    assert short_answers.worse(alone, {}) == (
        "Cannot be said: UCDP covers no earlier period of this length."
    )


def test_lately_is_the_last_three_months_that_are_covered_of_a_longer_period() -> None:
    found = figures(counted(5, 5), counted(5, 5))
    assert answers.late_days(found, YEAR) == (date(2018, 10, 1), date(2018, 12, 31))
    short = IncidentFilter(("Kirkuk",), date_from=date(2018, 9, 1), date_to=date(2018, 12, 31))
    assert answers.late_days(figures(counted(5, 5), counted(5, 5), short), short) is None


def test_lately_says_both_spans_and_that_the_last_weeks_are_thin() -> None:
    late = IncidentFilter(("Kirkuk",), date_from=date(2018, 10, 1), date_to=date(2018, 12, 31))
    told = short_answers.lately(
        figures(counted(19, 1), counted(26, 1), late), levels(date(2018, 11, 20))
    )
    assert told.replace("\u00a0", " ") == (
        "**Fewer incidents:** 19, down from 26. 1 Oct – 31 Dec 2018, compared with "
        "1 Jul – 30 Sep 2018. The last weeks of a record are often coded later."
    )
    told = short_answers.lately(figures(counted(19, 1), counted(26, 1), late), levels(None))
    assert "coded later" not in told


def levels(thin_from: date | None) -> Levels:
    baseline = (date(2010, 1, 1), date(2011, 12, 31))
    return Levels("UCDP", None, Spans(()), False, None, baseline, 0, None, thin_from=thin_from)


def test_where_counts_the_first_three_and_those_without_a_district() -> None:
    names = ("Hawija", "Khanaqin", "Kirkuk", "Daquq")
    counts = [DistrictCount("Kirkuk", name, 9 - at) for at, name in enumerate(names)]
    assert short_answers.where(counts, 35) == (
        "**Hawija 9, Khanaqin 8 and Kirkuk 7** of 35 incidents, by district. "
        "District not known for 5."
    )
    assert short_answers.where(counts, 30).endswith("of 30 incidents, by district.")
    assert short_answers.where([], 0) == ""
