"""The choices of the filter: each is one row, and every place that knows it reads the row."""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corridor import geo, words
from corridor.cli.arguments import build_parser
from corridor.cli.chosen import ChoiceError, chosen_filter
from corridor.filter import IncidentFilter, dimensions, kilometres, problems, remarks
from corridor.queries import Options

ROADS = geo.road_names()
DAY = date(2018, 12, 31)
AREA = "44.1,35.2;44.5,35.2;44.5,35.6"
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
    chosen = replace(
        IncidentFilter(), near="35.4, 44.4", road=ROADS[0], along=ROADS[1], within=AREA
    )
    assert bound <= {row.name} | set(row.binds(chosen) if row.binds else ())


def test_only_what_is_chosen_stands_in_a_query() -> None:
    assert IncidentFilter(provinces=()).conditions() == ([], {})
    texts, values = IncidentFilter(provinces=(), road=ROADS[0], near_km=9.0).conditions()
    assert texts == ["/* filtered_within of road */"]
    assert set(values) == {"road_segments", "road_km"}


def test_a_distance_is_asked_for_in_any_spelling() -> None:
    near = asked("--road", "kirkuk-baghdad", "--road-km", "12.5", "--near", "الحويجة")
    assert (near.road, near.road_km, near.near, near.near_km) == (
        "Kirkuk–Baghdad road", 12.5, "Hawija", 5.0
    )  # fmt: skip
    said = near.describe().replace("\u00a0", " ")
    assert "within 12.5 km of the Kirkuk–Baghdad road" in said
    assert "within 5 km of Hawija" in said
    assert dict(near.to_query())["road_km"] == "12.5"
    assert near.without_distance() == replace(near, road="", road_km=5.0, near="", near_km=5.0)


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("Kanaan", "Kanaan, Baquba", "may mean several places: .* Others: “Kanaan, Hawija”"),
        ("Hawja", "Hawija", "No place is called “Hawja”: Hawija is taken"),
        ("35.47 44.39", "35.47, 44.39", ""),
    ],
)
def test_one_place_is_taken_and_what_else_may_be_meant_is_said(
    text: str, place: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked("--near", text).near == asked("--near", place).near == place
    assert re.fullmatch(f".*{told}.*\n" if told else "", capsys.readouterr().err)
    assert problems({"near": [text]}, {}) == []
    assert len(remarks({"near": [text]})) == bool(told)


REFUSED = {
    "Atlantis": "No place is called “Atlantis”. Nearest names: ",
    "95, 44": "No place is called “95, 44”. Write another spelling, or a point such as",
    "35.47": "Write another spelling",
    "35.47, 10": "Write another spelling",
    "nan, nan": "No place is called",
    "44.39, 35.47": "has longitude first. Write latitude first: 35.47, 44.39",
    "Diyala": "is an area (Diyala, province) without one point",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_place_is_refused_with_a_remedy(text: str) -> None:
    assert geo.point_segments(text) == []
    with pytest.raises(ChoiceError, match=f"--near: .*{re.escape(REFUSED[text])}"):
        asked("--near", text)
    (told,) = problems({"near": [text]}, {})
    assert told.startswith("near was left out: ")
    assert REFUSED[text] in told


ALONG = {
    "kirkuk baghdad": "Kirkuk–Baghdad road",
    "Kirkuk-Baghdad:5": "Kirkuk–Baghdad road",
    "Kirkuk-Baghdad road : 12.5 km": "Kirkuk–Baghdad road:12.5",
    "Baghdad–Kirkuk::120-140": "Kirkuk–Baghdad road:5:120-140",
    "kirkuk-baghdad:120 to 140.5:7": "Kirkuk–Baghdad road:7:120-140.5",
}


@pytest.mark.parametrize("text", ALONG)
def test_a_road_is_read_with_distance_and_stretch(text: str) -> None:
    found = asked("--along", text)
    assert found.along == ALONG[text] == asked("--along", found.along).along
    assert dict(found.to_query())["along"] == found.along
    assert found.without_distance().along == ""
    assert problems({"along": [text]}, {}) == []


NOT_ALONG = {
    "Silk": "No main road is called “Silk”. Roads: Kirkuk–Baghdad road, ",
    "Kirkuk–Bagh": "Roads: Kirkuk–Baghdad road",
    ":5": "No main road is called “”",
    **{
        f"Kirkuk–Baghdad{text}": "Write a road, then if you like a distance of 0.1 to 200"
        for text in (":0", ":201", ":nan", ":x", ":5:6", ":5:30-20", ":5:300-310", ":5:1-2:3",
                     ":1-2:3-4", ":-5", ":5:20-20")
    },
}  # fmt: skip


def test_what_is_no_road_or_stretch_is_refused_with_a_remedy() -> None:
    for text, why in NOT_ALONG.items():
        (told,) = problems({"along": [text]}, {})
        assert told.startswith("along was left out: "), text
        assert why in told.replace("\u00a0", " "), text
    with pytest.raises(ChoiceError, match=r"--along: .*stretch between 0 and 260"):
        asked("--along", "Kirkuk–Baghdad:5:300-310")
    (told,) = remarks({"along": ["Kirkuk–Baghdd"]})
    assert "Kirkuk–Baghdad road is taken, as the nearest name" in told


def test_an_area_is_written_pasted_or_read_from_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corners = [[float(each) for each in pair.split(",")] for pair in AREA.split(";")]
    drawn = json.dumps({"type": "Polygon", "coordinates": [corners]})
    (tmp_path / "area.geojson").write_text(drawn, encoding="utf-8-sig")
    assert asked("--within", f"{AREA};44.1,35.2").within == AREA
    assert capsys.readouterr().err == ""
    for text in (drawn, f"@{tmp_path / 'area.geojson'}"):
        found = asked("--within", text)
        assert found.within == AREA
        assert "the area was open" in capsys.readouterr().err
    assert "in an area of 808\u00a0km² round 35.33, 44.37" in found.describe()
    assert dict(found.to_query())["within"] == AREA
    assert found.without_distance().within == ""
    (tmp_path / "long").write_text("x" * 100_000, encoding="utf-8")
    with pytest.raises(ChoiceError, match=r"--within: .*longer than 50,000"):
        asked("--within", f"@{tmp_path / 'long'}")
    with pytest.raises(FileNotFoundError):
        asked("--within", f"@{tmp_path / 'none'}")
    (told,) = problems({"within": ["35.2,44.1;35.2,44.5;35.6,44.5"]}, {})
    assert told.startswith("within was left out: Latitude and longitude of the area are swapped")


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
