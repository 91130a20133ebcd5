"""Suggestions in the remedies of an upload: values of closed lists, column names, places."""

from __future__ import annotations

from datetime import date

import pytest

from corridor import vocabulary
from corridor.ingest import IngestReport, read_upload
from corridor.ingest.model.likeness import nearest, only_holder

HEAD = "incident_id,source,event_date,event_type,sub_event_type,source_grade,admin1,admin2\n"
EVENTS = {
    "Battels": "Battles", "Batle": "Battles", "Riot": "Riots", "Protets": "Protests",
    "Remote violence": "Explosions/Remote violence", "Explosions": "Explosions/Remote violence",
    "Violance agianst civillians": "Violence against civilians",
    "Strategic": "Strategic developments",
}  # fmt: skip
SUB_EVENTS = {
    "Armed clashes": "Armed clash", "Drone strike": "Air/drone strike", "Mob": "Mob violence",
    "Suicide bombing": "Suicide bomb", "IED": "Remote explosive/landmine/IED",
    "Abduction": "Abduction/forced disappearance", "Looting": "Looting/property destruction",
    "Shelling": "Shelling/artillery/missile attack", "Granade": "Grenade", "Arrest": "Arrests",
}  # fmt: skip
NEITHER = ["Murder", "Kidnapping", "Ambush", "Checkpoint", "Unknown", "Accident", "Violence", "??"]


def read(cells: str, head: str = HEAD) -> IngestReport:
    return read_upload(f"{head}{cells}\n".encode(), "mine.csv", today=date(2026, 1, 1))


@pytest.mark.parametrize(("written", "meant"), EVENTS.items())
def test_a_misspelt_event_type_is_refused_with_the_one_meant(written: str, meant: str) -> None:
    report = read(f"MYLIST:1,MYLIST,2018-06-17,{written},,,,")
    (problem,) = report.problems
    assert (problem.severity, problem.value) == ("error", written)
    assert problem.remedy.startswith(f"Did you mean “{meant}”? Write one of: Battles, ")


@pytest.mark.parametrize(("written", "meant"), SUB_EVENTS.items())
def test_part_of_a_sub_event_type_is_enough_to_offer_it(written: str, meant: str) -> None:
    (problem,) = read(f"MYLIST:1,MYLIST,2018-06-17,Battles,{written},,,").problems
    assert problem.remedy.startswith(f"Did you mean “{meant}”? ")


@pytest.mark.parametrize("written", NEITHER)
def test_another_word_gets_no_suggestion(written: str) -> None:
    for choices in (vocabulary.EVENT_TYPES, vocabulary.SUB_EVENT_TYPES):
        assert nearest(written, choices) is None
        assert only_holder(written, choices) is None
    (problem,) = read(f"MYLIST:1,MYLIST,2018-06-17,{written},,,,").problems
    assert problem.remedy.startswith("Write one of: ")


def test_a_grade_of_another_kind_is_told_the_list() -> None:
    (problem,) = read("MYLIST:1,MYLIST,2018-06-17,Battles,,good,,").problems
    assert problem.remedy == "Write one of A1 to F6."


def test_a_place_that_is_nearly_known_is_offered_and_kept_as_written() -> None:
    report = read("MYLIST:1,MYLIST,2018-06-17,Battles,,,Kirkuck,Hawja")
    first, second = report.problems
    assert (first.severity, first.rule) == ("warning", "unknown governorate")
    assert first.remedy == (
        "Perhaps Kirkuk? Kept as written, but the governorate filter finds it only if it has "
        "coordinates."
    )
    assert second.remedy.startswith("Perhaps Hawija? Kept as written, but the district filter")
    assert report.accounts["reported_admin1"].tolist() == ["Kirkuck"]
    assert report.accounts["reported_admin2"].tolist() == ["Hawja"]


def test_a_place_like_no_other_is_told_to_check_the_spelling() -> None:
    (problem,) = read("MYLIST:1,MYLIST,2018-06-17,Battles,,,Atlantis,").problems
    assert problem.remedy.endswith("Check the spelling, such as Kirkuk.")
    assert "Perhaps" not in problem.remedy


@pytest.mark.parametrize("written", ["lattitude", "longitute", "geoprecision", "abduced", "notse"])
def test_a_column_that_is_nearly_known_is_offered_a_name(written: str) -> None:
    head = f"incident_id,source,event_date,event_type,{written}\n"
    (problem,) = read("MYLIST:1,MYLIST,2018-06-17,Battles,1", head).problems
    assert "Rename it to " in problem.remedy


@pytest.mark.parametrize("written", ["killed", "weapon", "price", "comment", "province", "deaths"])
def test_a_column_of_another_meaning_is_not(written: str) -> None:
    head = f"incident_id,source,event_date,event_type,{written}\n"
    (problem,) = read("MYLIST:1,MYLIST,2018-06-17,Battles,1", head).problems
    assert problem.remedy == "It was ignored."


def test_a_required_column_under_another_name_is_recognised() -> None:
    refused = read("1,MYLIST,2018-06-17,Battles", "incidentid,sorce,date,eventtype\n").refused
    assert refused is not None
    for pair in ("“incidentid” to incident_id", "“sorce” to source", "“date” to event_date"):
        assert pair in refused
