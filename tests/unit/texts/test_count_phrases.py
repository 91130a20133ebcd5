"""The filter and its figures in one sentence, as page, brief and command line say it."""

from __future__ import annotations

from datetime import date
from typing import Any

from corridor.filter import IncidentFilter
from corridor.queries import Summary
from corridor.texts.count_phrases import filter_sentence


def summary(**changed: Any) -> Summary:
    values: dict[str, Any] = {
        "incidents": 74,
        "fatalities_low": 250,
        "fatalities_best": 1312,
        "fatalities_high": 1402,
        "fatalities_unknown": 3,
        "civilians_killed": 90,
        "unplaced": 9,
        "districts": 8,
        "primary_incidents": 70,
        "uploaded_incidents": 0,
        "first_date": date(2018, 1, 2),
        "last_date": date(2018, 6, 29),
        "by_source": {"UCDP": 70},
    }
    return Summary(**{**values, **changed})


def read(text: str) -> str:
    """Read it as a person does: a blank that does not break is a blank."""
    return text.replace("\u00a0", " ").replace("\u2060", "")


def test_the_sentence_says_filter_counts_gaps_and_the_end_of_the_data() -> None:
    chosen = IncidentFilter(
        provinces=("Kirkuk", "Diyala"), date_from=date(2018, 1, 1), date_to=date(2018, 6, 30)
    )
    said = read(filter_sentence(chosen, summary(), date(2018, 12, 25)))
    assert said == (
        "Kirkuk and Diyala, 1 Jan – 30 Jun 2018: 74 incidents, 1,312 killed (low 250, high 1,402), "
        "deaths unknown for 3; 9 not on the map; 4 reported only by sources other than UCDP; "
        "the data end on 25 Dec 2018"
    )


def test_the_sentence_never_turns_unknown_deaths_into_nought() -> None:
    chosen = IncidentFilter(provinces=())
    nothing = summary(
        incidents=1, fatalities_low=None, fatalities_best=None, fatalities_high=None,
        fatalities_unknown=1, unplaced=0, primary_incidents=1,
    )  # fmt: skip
    said = read(filter_sentence(chosen, nothing, date(2018, 12, 25)))
    assert (
        said == "All Iraq, all dates: 1 incident, deaths unknown for 1; the data end on 25 Dec 2018"
    )
