"""The filter and its figures in one sentence, as page, brief and command line say it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from corridor.filter import IncidentFilter
from corridor.queries import Beside, Summary
from corridor.queries.summary import Deaths
from corridor.spans import Spans
from corridor.texts.count_phrases import filter_sentence, listed

DAYS = (date(2018, 1, 1), date(2018, 6, 30))
NO_DEATHS = Deaths(None, None, None, 4)


def told(incidents: int, deaths: Deaths) -> Beside:
    return Beside(incidents, deaths, unplaced=0, uploaded=0)


def summary(**changed: Any) -> Summary:
    values: dict[str, Any] = {
        "series": "UCDP",
        "continuation": "",
        "covered": Spans((DAYS,)),
        "is_cut": False,
        "incidents": 74,
        "fatalities_low": 250,
        "fatalities_best": 1312,
        "fatalities_high": 1402,
        "fatalities_unknown": 3,
        "civilians_killed": 90,
        "unplaced": 9,
        "districts": 8,
        "provisional": 0,
        "long_lasting": 0,
        "long_lasting_killed": None,
        "uploaded_incidents": 0,
        "first_date": date(2018, 1, 2),
        "last_date": date(2018, 6, 29),
        "beside": {},
    }
    return Summary(**{**values, **changed})


def read(text: str) -> str:
    """Read it as a person does: a blank that does not break is a blank."""
    return text.replace("\u00a0", " ").replace("\u2060", "")


def test_the_sentence_says_filter_counts_gaps_and_the_end_of_the_data() -> None:
    chosen = IncidentFilter(
        provinces=("Kirkuk", "Diyala"), date_from=date(2018, 1, 1), date_to=date(2018, 6, 30)
    )
    beside = {"ACLED": told(31, Deaths(40, 44, 48, 0)), "others": told(4, NO_DEATHS)}
    said = read(filter_sentence(chosen, summary(beside=beside), date(2018, 12, 25)))
    assert said == (
        "Kirkuk and Diyala, 1 Jan – 30 Jun 2018: 74 incidents by UCDP, 1,312 killed (low 250, "
        "high 1,402), deaths unknown for 3; 9 not on the map · 31 more told only by ACLED "
        "(44 killed) · 4 more told only by others · the data end on 25 Dec 2018"
    )


def test_days_that_are_not_covered_are_unknown_and_part_of_them_is_named() -> None:
    chosen = IncidentFilter(provinces=(), date_from=date(2025, 1, 1), date_to=date(2025, 12, 31))
    nothing = summary(
        incidents=None, fatalities_low=None, fatalities_best=None, fatalities_high=None,
        fatalities_unknown=0, unplaced=0, covered=Spans(), is_cut=True,
    )  # fmt: skip
    said = read(filter_sentence(chosen, nothing, date(2018, 12, 25)))
    assert "All Iraq, 1 Jan – 31 Dec 2025: UCDP covers none of these days · the data" in said
    quarters = Spans(((date(2018, 1, 1), date(2018, 3, 31)), (date(2018, 7, 1), date(2018, 9, 30))))
    partly = summary(covered=quarters, is_cut=True)
    said = read(filter_sentence(chosen, partly, date(2018, 12, 25)))
    assert "of these days only 1 Jan – 31 Mar 2018 and 1 Jul – 30 Sep 2018 are covered" in said


def test_what_is_provisional_and_what_lasts_long_is_said() -> None:
    chosen = IncidentFilter(provinces=())
    found = summary(continuation="UCDP-C", provisional=5, long_lasting=1, long_lasting_killed=500)
    said = read(filter_sentence(chosen, found, date(2018, 12, 25)))
    assert "74 incidents by UCDP and UCDP-C since its last release" in said
    assert "5 of them provisional, by UCDP-C" in said
    assert "1 incident lasting over 31 days, 500 killed, is counted on its first day" in said


def test_a_list_says_whose_its_rows_are() -> None:
    rows = pd.Series([None, "others", None, "ACLED", "ACLED", None], dtype=object)
    assert read(listed("UCDP", rows)) == (
        "3 incidents by UCDP · 2 more told only by ACLED · 1 more told only by others"
    )
    outside = pd.Series(["UCDP"], dtype=object)
    assert read(listed("UCDP", outside)) == (
        "no incidents by UCDP · 1 more by UCDP where it does not cover"
    )


def test_the_sentence_never_turns_unknown_deaths_into_nought() -> None:
    chosen = IncidentFilter(provinces=())
    nothing = summary(
        incidents=1, fatalities_low=None, fatalities_best=None, fatalities_high=None,
        fatalities_unknown=1, unplaced=0,
    )  # fmt: skip
    said = read(filter_sentence(chosen, nothing, date(2018, 12, 25)))
    assert (
        said == "All Iraq, all dates: 1 incident by UCDP, deaths unknown for 1 · "
        "the data end on 25 Dec 2018"
    )
