"""What an upload says of its points: whole areas given as places, other governorates, borders."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from corridor.exchange.template import annotated_csv
from corridor.ingest.model import report as report_module
from corridor.ingest.model.problem import Problem
from corridor.ingest.model.report import IngestReport
from corridor.ingest.review.upload import check
from corridor.settings import Settings
from corridor.store import Store
from tests.store.conftest import Row, Run, csv_text, killing

# Where UCDP puts what it knows to be somewhere in Salah al-Din, and in Iraq.
SALAH_AL_DIN = {"latitude": 34.5, "longitude": 43.65}
IRAQ = {"latitude": 33, "longitude": 44, "admin1": ""}
# 1.3 km outside Erbil, in Ninewa, and 9 km outside Salah al-Din, in Baghdad.
NEAR = {"latitude": 36.00439, "longitude": 43.42389, "admin1": "Erbil"}
SYRIA = {"latitude": 35.33, "longitude": 40.14, "admin1": "Anbar"}
# Jabal Khanuqah: 3.6 km outside Kirkuk, in Salah al-Din.
KHANUQAH = {"latitude": 35.35588, "longitude": 43.30146, "admin1": "Kirkuk"}
SAMARRA = {"latitude": 34.2, "longitude": 43.87}


def report_of(store: Store, shipped: Settings, *rows: Row) -> IngestReport:
    return check(store, shipped, csv_text(rows).encode(), "mine.csv").report


def only_problem(store: Store, shipped: Settings, **values: object) -> Problem:
    report = report_of(store, shipped, killing(1, **values))
    (problem,) = report.problems
    assert report.is_clean
    assert problem.line == 2
    return problem


@pytest.mark.parametrize(
    ("precision", "claim"), [(1, ", said to be exact"), (2, ", said to be near the place")]
)
def test_the_point_of_a_governorate_is_no_exact_place(
    store: Store, shipped: Settings, precision: int, claim: str
) -> None:
    found = only_problem(store, shipped, **SALAH_AL_DIN, geo_precision=precision)
    assert (found.severity, found.column, found.value) == (
        "warning",
        "geo_precision",
        str(precision),
    )
    assert found.rule == f"the point of the whole governorate of Salah al-Din{claim}"
    assert "geo_precision 4 in our template" in found.remedy
    assert "the coordinates of the place itself" in found.remedy


def test_a_point_without_precision_is_named_for_what_it_is(store: Store, shipped: Settings) -> None:
    report = report_of(store, shipped, killing(1, **SALAH_AL_DIN, geo_precision=""))
    assert [item.rule for item in report.problems] == [
        "coordinates without a precision",
        "the point of the whole governorate of Salah al-Din",
    ]
    assert (report.warned, report.counted["warning"]) == (1, 2)


def test_points_of_the_country_and_of_a_district_are_known_too(
    store: Store, shipped: Settings
) -> None:
    country = only_problem(store, shipped, **IRAQ)
    assert country.rule == "the point of the whole of Iraq, said to be exact"
    district = only_problem(
        store, shipped, latitude=34.803556, longitude=44.625437, geo_precision=1
    )
    assert district.rule == "the point of the whole district of Tuz Khurmatu, said to be exact"


def test_a_rounded_copy_and_the_middle_of_the_polygon_are_met(
    store: Store, shipped: Settings
) -> None:
    for latitude, longitude in ((36.17, 42.58), (36.0191, 42.4944)):
        found = only_problem(
            store, shipped, latitude=latitude, longitude=longitude, admin1="Ninewa"
        )
        assert "the whole governorate of Ninewa" in found.rule


@pytest.mark.parametrize(
    "values",
    [
        SALAH_AL_DIN | {"geo_precision": 4},
        SALAH_AL_DIN | {"geo_precision": 3},
        SAMARRA,
        {"latitude": 34.52, "longitude": 43.65},  # 2 km off the governorate's point
        # UCDP's point of a district, and the town that it is named after.
        {"latitude": 36.270931, "longitude": 43.377579, "admin1": "Ninewa"},
    ],
)
def test_a_place_and_an_honest_stand_in_are_left_alone(
    store: Store, shipped: Settings, values: Row
) -> None:
    assert report_of(store, shipped, killing(1, **values)).problems == ()


def test_a_point_in_another_governorate_names_both_and_the_distance(
    store: Store, shipped: Settings
) -> None:
    found = only_problem(store, shipped, **SAMARRA, admin1="Diyala")
    assert (found.severity, found.column, found.value) == ("warning", "admin1", "Diyala")
    assert found.rule == "the point lies in Salah al-Din, 43 km outside Diyala"
    assert "counted where the point is, in Salah al-Din." in found.remedy


def test_near_the_border_it_is_a_note_and_the_file_is_without_warning(
    store: Store, shipped: Settings
) -> None:
    report = report_of(store, shipped, killing(1, **NEAR), killing(2))
    (note,) = report.problems
    assert note.severity == "note"
    assert note.rule == "the point lies in Ninewa, 1.3 km outside Erbil"
    assert "either may be right" in note.remedy
    assert (report.is_clean, report.warned) == (True, 0)
    assert report.counted == {"error": 0, "warning": 0, "note": 1}


def test_a_place_known_to_some_kilometres_may_be_in_both(store: Store, shipped: Settings) -> None:
    found = only_problem(store, shipped, **KHANUQAH, geo_precision=2)
    assert found.rule.startswith("the point lies in Salah al-Din, 3.6 km")
    assert "known only to about 25\u00a0km" in found.remedy
    assert "25\u00a0km" not in only_problem(store, shipped, **KHANUQAH, geo_precision=1).remedy


def test_a_point_across_the_countrys_border_is_said(store: Store, shipped: Settings) -> None:
    found = only_problem(store, shipped, **SYRIA)
    assert (found.severity, found.column, found.value) == ("warning", "latitude", "35.33")
    assert found.rule.startswith("the point lies outside Iraq, ")
    assert found.rule.endswith(" km from its border")
    assert "covers Iraq only" in found.remedy


def test_governorates_that_are_not_known_or_not_exact_are_no_contradiction(
    store: Store, shipped: Settings
) -> None:
    report = report_of(
        store,
        shipped,
        killing(1, **SAMARRA, admin1=""),
        killing(2, **SAMARRA, admin1="Diyala", geo_precision=5),
        killing(3, latitude="", longitude="", geo_precision="", admin1="Diyala"),
    )
    assert report.problems == ()


def test_of_two_rows_at_one_point_only_the_exact_one_is_told(
    store: Store, shipped: Settings
) -> None:
    rows = [killing(1, **KHANUQAH), killing(2, **KHANUQAH, geo_precision=5)]
    (problem,) = report_of(store, shipped, *rows).problems
    assert problem.line == 2


def test_errors_come_first_then_warnings_then_notes(store: Store, shipped: Settings) -> None:
    rows = [killing(1, **NEAR), killing(2, admin1="Diyala"), killing(3, event_date="soon")]
    report = report_of(store, shipped, *rows)
    assert [(item.severity, item.line) for item in report.problems] == [
        ("error", 4),
        ("warning", 3),
        ("note", 2),
    ]
    assert (report.accepted_rows, report.rejected_rows, report.warned) == (2, 1, 1)


def test_errors_are_told_when_there_are_too_many_to_tell(
    store: Store, shipped: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_module, "MOST_PROBLEMS", 1)
    rows = [killing(1, admin1="Diyala"), killing(2, event_date="soon")]
    report = report_of(store, shipped, *rows)
    (problem,) = report.problems
    assert problem.severity == "error"
    assert report.counted == {"error": 1, "warning": 1, "note": 0}


def test_the_annotated_file_says_it_beside_the_row(store: Store, shipped: Settings) -> None:
    report = report_of(store, shipped, killing(1, **NEAR), killing(2, **SALAH_AL_DIN))
    near, whole = csv.DictReader(io.StringIO(annotated_csv(report).decode("utf-8-sig")))
    assert (near["errors"], near["warnings"], near["notes"]) == ("", "", "")
    assert near["row_notes"].startswith("admin1 “Erbil”: the point lies in Ninewa, 1.3 km")
    assert "the whole governorate of Salah al-Din" in whole["warnings"]
    again = check(store, shipped, annotated_csv(report), "again.csv").report
    assert [item.rule for item in again.problems] == [
        item.rule for item in sorted(report.problems, key=lambda it: it.severity == "note")
    ]


def test_what_the_store_holds_already_is_not_spoken_of(store: Store, shipped: Settings) -> None:
    listed = store.read("SELECT * FROM accounts WHERE location = 'Northern Iraq'")
    row = listed[listed["geo_precision"] == 1].iloc[0]
    claimed = killing(
        1, incident_id=row["incident_id"], source="UCDP", latitude=row["latitude"],
        longitude=row["longitude"], admin1="",
    )  # fmt: skip
    told = [item.rule for item in report_of(store, shipped, claimed).problems]
    assert any("Ninewa, said to be exact" in rule for rule in told)


def test_the_command_line_prints_every_level(run: Run, own: Settings, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(csv_text([killing(1, **NEAR), killing(2, **SALAH_AL_DIN)]))
    done = run("import", path, "--dry-run", data=own.data_dir)
    assert done.code == 0
    assert "mine.csv:3: warning: geo_precision “1”: the point of the whole" in done.err
    assert "mine.csv:2: note: admin1 “Erbil”: the point lies in Ninewa, 1.3 km" in done.err
    assert done.err.index(" warning: ") < done.err.index(" note: ")


@pytest.mark.sources
def test_the_primary_series_is_flagged_where_it_should_be(
    tiny_store: Store, tiny: Settings, sources_dir: Path
) -> None:
    data = (sources_dir / "ucdp_ged_iraq.csv").read_bytes()
    report = check(tiny_store, tiny, data, "ucdp_ged_iraq.csv").report
    said = [item for item in report.problems if "the point lies" in item.rule]
    assert len([item for item in said if item.severity == "note"]) == 5
    # Of 24 the small seed holds one already.
    assert len(said) == 23
    assert report.counted["note"] == 5
