"""The choices of the filter: each is one row, and every place that knows it reads the row."""

from __future__ import annotations

import argparse
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor import geo, words
from corridor.cli.arguments import build_parser
from corridor.cli.chosen import ChoiceError, chosen_filter
from corridor.filter import IncidentFilter, dimensions, kilometres, problems
from corridor.queries import Options

ROADS = geo.road_names()
DAY = date(2018, 12, 31)
OPTIONS = Options(
    {"Kirkuk": ("Hawija",)}, (), ("IS",), ("UCDP",), ("UCDP",), ("only",), DAY, DAY, DAY, DAY, DAY
)


def asked(*arguments: str) -> IncidentFilter:
    return chosen_filter(build_parser().parse_args(["summary", *arguments]), OPTIONS)


@pytest.mark.parametrize("row", dimensions(), ids=lambda row: row.name)
def test_every_choice_has_its_words(row: argparse.Namespace) -> None:
    if row.kind != "day":
        assert words.say(f"choice-{row.key}")
    assert words.say(f"flag-{row.option}", all=row.everything(), values="")
    bound = set(re.findall(r"\$(\w+)", row.where))
    chosen = replace(IncidentFilter(), near="35.4, 44.4", road=ROADS[0])
    assert bound <= {row.name} | set(row.binds(chosen) if row.binds else ())


def test_only_what_is_chosen_stands_in_a_query() -> None:
    assert IncidentFilter(provinces=()).conditions() == ([], {})
    texts, values = IncidentFilter(provinces=(), road=ROADS[0], near_km=9.0).conditions()
    assert texts == ["/* filtered_within of road */"]
    assert set(values) == {"road_segments", "road_km"}


def test_a_distance_is_asked_for_in_any_spelling() -> None:
    near = asked("--road", "kirkuk-baghdad", "--road-km", "12.5", "--near", "الحويجة")
    assert (near.road, near.road_km, near.near, near.near_km) == (
        "Kirkuk–Baghdad road", 12.5, "الحويجة", 5.0
    )  # fmt: skip
    said = near.describe().replace("\u00a0", " ")
    assert "within 12.5 km of the Kirkuk–Baghdad road" in said
    assert "within 5 km of الحويجة" in said
    assert dict(near.to_query())["road_km"] == "12.5"
    assert near.without_distance() == replace(near, road="", road_km=5.0, near="", near_km=5.0)


def test_points_of_one_place_are_one_place_and_namesakes_are_told() -> None:
    assert len(geo.points_of("Hawija")) == 2
    assert geo.places_of("Hawija") == 1
    assert geo.places_of("35.47, 44.39") == 1
    assert geo.places_of("Atlantis") == 0


@pytest.mark.parametrize("text", ["Atlantis", "95, 44", "35.47", "35.47, 10", "nan, nan", " "])
def test_what_is_no_place_is_refused_with_a_remedy(text: str) -> None:
    assert geo.points_of(text) == ()
    if text.strip():
        with pytest.raises(ChoiceError, match="write another spelling, or a point such as"):
            asked("--near", text)
        (told,) = problems({"near": [text]}, {})
        assert "it was left out" in told


def test_an_unknown_road_is_answered_with_those_that_are_known() -> None:
    with pytest.raises(ChoiceError, match="no road 'Silk'; known: Kirkuk–Baghdad road"):
        asked("--road", "Silk")


@pytest.mark.parametrize("text", ["0", "-1", "201", "1e9", "nan", "inf", "", "five"])
def test_a_distance_without_sense_is_refused(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert kilometres(text) is None
    (told,) = problems({"near_km": [text]}, {})
    assert "is not a distance of 0.1 to 200" in told
    with pytest.raises(SystemExit):
        asked(f"--near-km={text}")
    assert "is not a distance of 0.1 to 200 km" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("name", ["road", "near"])
def test_a_distance_from_nothing_is_refused_with_a_remedy(name: str) -> None:
    with pytest.raises(ChoiceError, match=f"--{name}-km says how far, .* give --{name} too"):
        asked(f"--{name}-km", "20")


def test_a_distance_is_written_with_the_decimals_that_it_has() -> None:
    told = replace(IncidentFilter(), near="35.4, 44.4", near_km=0.25).describe()
    assert "within 0.25\u00a0km of" in told


@given(st.text(max_size=40))
def test_any_text_is_a_place_or_none(text: str) -> None:
    points = geo.points_of(text)
    assert all(20 < latitude < 45 and 30 < longitude < 60 for latitude, longitude in points)
    assert len(geo.point_segments(text)) == len(points)
