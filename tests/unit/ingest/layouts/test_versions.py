"""Versions of UCDP's files: in names, in order, and the days that they cover."""

from __future__ import annotations

from datetime import date

import pytest

from corridor.ingest.layouts import ucdp_versions
from corridor.ingest.model.versions import is_older

ROWS = date(2019, 3, 2), date(2021, 11, 30)


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("GEDEvent_v25_1.csv", "25.1"),
        ("ged251.csv", "25.1"),
        ("ged191-csv.zip", "19.1"),
        ("c39_ucdp_25_1_2019_2024.csv", "25.1"),
        ("GEDEvent_v26_0_3.csv", "26.0.3"),
        ("GEDEvent_v26_0_12.csv", "26.0.12"),
        ("GEDEvent_v25_01_25_03.csv", "25.01.25.03"),
        ("ucdp-candidate-26.0.3 (1).csv", "26.0.3"),
        ("ucdp_ged_iraq.csv", ""),
        ("c38_ucdp_candidate_2026.csv", ""),
        ("export 2024-01-31.csv", ""),
        ("list_01_02_2024.csv", ""),
    ],
)
def test_a_file_name_tells_its_version(name: str, version: str) -> None:
    assert ucdp_versions.named(name) == version


def test_versions_are_compared_as_numbers() -> None:
    assert is_older("9.1", "19.1")
    assert is_older("25.1", "25.2")
    assert is_older("26.0.9", "26.0.10")
    assert not is_older("25.1", "25.1")
    assert not is_older("25.1", "")
    assert not is_older("", "25.1")


def test_a_release_covers_whole_years_before_its_own() -> None:
    covers = ucdp_versions.GED.covers
    assert covers("25.1", ROWS) == (date(2019, 1, 1), date(2024, 12, 31))
    assert covers("", ROWS) == ROWS


def test_candidate_events_cover_months() -> None:
    covers = ucdp_versions.CANDIDATE.covers
    assert covers("24.0.2", ROWS) == (date(2024, 2, 1), date(2024, 2, 29))
    assert covers("25.01.25.03", ROWS) == (date(2025, 1, 1), date(2025, 3, 31))
    assert covers("", ROWS) == (date(2019, 3, 1), date(2021, 11, 30))
