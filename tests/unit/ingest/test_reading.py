"""Good files in their many shapes, the UCDP layout, and the real UCDP file where there is one."""

import csv
import io
import os
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from corridor import schema
from corridor.ingest import IngestReport, read_upload
from tests.paths import UPLOADS

TODAY = date(2026, 1, 1)


def read(name: str) -> IngestReport:
    return read_upload((UPLOADS / name).read_bytes(), name, today=TODAY)


def accounts(name: str) -> pd.DataFrame:
    report = read(name)
    assert report.refused is None
    assert report.problems == ()
    assert report.accepted_rows == report.rows == len(report.accounts)
    return report.accounts


def test_accounts_have_the_codebooks_columns_and_types() -> None:
    good = accounts("good_comma.csv")
    assert list(good) == [column.name for column in schema.INCIDENT] + ["row_number"]
    first = good.iloc[0]
    assert first["incident_id"] == "MYLIST:1"
    assert first["event_date"] == pd.Timestamp("2018-06-17")
    assert first["fatalities_best"] == 3
    assert first["latitude"] == 35.47
    assert first["reported_admin1"] == "Kirkuk"
    assert pd.isna(first["wounded"])


def test_lines_are_counted_over_line_breaks_inside_cells() -> None:
    good = accounts("good_comma.csv")
    assert good["row_number"].tolist() == [2, 3, 5]
    assert good["notes"].iloc[1] == 'He said "stop",\nthen fired'


def test_empty_counts_are_unknown_not_zero() -> None:
    unknown = accounts("good_comma.csv").iloc[1]
    assert pd.isna(unknown["fatalities_low"])
    assert pd.isna(unknown["fatalities_best"])
    assert pd.isna(unknown["fatalities_high"])


@pytest.mark.parametrize(
    ("name", "notes"),
    [("good_semicolon_crlf_bom.csv", "one; two"), ("good_tab.csv", "one, two")],
)
def test_semicolons_tabs_marks_and_windows_lines_are_read(name: str, notes: str) -> None:
    good = accounts(name)
    assert good["notes"].tolist() == ["Fake checkpoint", notes]
    assert good["row_number"].tolist() == [2, 3]


def test_arabic_digits_and_names_are_read() -> None:
    row = accounts("good_arabic.csv").iloc[0]
    assert row["event_date"] == pd.Timestamp("2018-06-17")
    assert row["event_date_end"] == pd.Timestamp("2018-06-17")
    assert (row["fatalities_best"], row["latitude"]) == (3, 35.47)
    assert row["reported_admin1"] == "Kirkuk"
    assert row["notes"] == "نقطة تفتيش وهمية"


def test_known_names_are_written_in_one_way() -> None:
    row = accounts("good_case.csv").iloc[0]
    assert row["event_type"] == "Violence against civilians"
    assert row["sub_event_type"] == "Attack"
    assert row["reported_admin1"] == "Kirkuk"


def test_guarded_cells_are_restored_and_na_stays_text() -> None:
    assert accounts("good_guarded.csv")["notes"].tolist() == ["=1+1"]
    assert accounts("good_text_na.csv")["notes"].tolist() == ["NA"]


def test_rows_without_any_text_are_no_rows() -> None:
    assert accounts("good_blank_rows.csv")["row_number"].tolist() == [2, 4]


def test_empty_columns_at_the_right_edge_are_left_out() -> None:
    text = "incident_id,source,event_date,event_type,,\nL:1,L,2018-06-17,Battles,,\n"
    report = read_upload(text.encode(), "edge.csv", today=TODAY)
    assert report.refused is None
    assert report.accepted_rows == 1


def test_column_names_may_have_blanks_and_capitals() -> None:
    text = "Incident ID,SOURCE,Event-Date,event type\nL:1,L,2018-02-30,Battles\n"
    (problem,) = read_upload(text.encode(), "names.csv", today=TODAY).problems
    assert problem.column == "Event-Date"
    assert problem.rule == "there is no such day"


def test_today_is_not_in_the_future() -> None:
    row = "incident_id,source,event_date,event_type\nL:1,L,{},Battles\n"
    assert read_upload(row.format("2026-01-01").encode(), "a", today=TODAY).is_clean
    assert not read_upload(row.format("2026-01-02").encode(), "a", today=TODAY).is_clean


def test_actors_get_their_one_name() -> None:
    text = "incident_id,source,event_date,event_type,actor1,actor2\nL:1,L,2018-06-17,Battles,"
    report = read_upload((text + "Daesh,civilians\n").encode(), "actors.csv", today=TODAY)
    assert report.accounts[["actor1", "actor2"]].iloc[0].tolist() == ["IS", "Civilians"]


def test_a_word_for_unknown_in_a_count_is_unknown_not_a_zero() -> None:
    text = "incident_id,source,event_date,event_type,abducted\nL:1,L,2018-06-17,Battles,NA\n"
    report = read_upload(text.encode(), "na.csv", today=TODAY)
    assert (report.accepted_rows, report.notes[-1]) == (
        1,
        "Treated as unknown in abducted: “NA” (1 row).",
    )
    assert pd.isna(report.accounts["abducted"].iloc[0])


def test_ucdp_rows_become_ours() -> None:
    report = read("ucdp_good.csv")
    assert (report.layout, report.accepted_rows, report.rejected_rows) == ("ucdp_ged", 3, 0)
    first, second, third = (report.accounts.iloc[at] for at in range(3))
    assert first["incident_id"] == "UCDP:1001"
    assert (first["source"], first["actor1"], first["actor2"]) == ("UCDP", "IS", "Civilians")
    assert (first["event_type"], first["sub_event_type"]) == (
        "Violence against civilians",
        "Attack",
    )
    assert first["source_office"] == "Agency One;Agency Two"
    assert first["source_date"] == pd.Timestamp("2018-06-18")
    assert (first["fatalities_low"], first["fatalities_best"], first["fatalities_high"]) == (
        2,
        3,
        4,
    )
    assert (first["deaths_side_a"], first["deaths_civilians"]) == (0, 3)
    assert (first["geo_precision"], first["date_precision"], first["event_clarity"]) == (5, 2, 1)
    assert pd.isna(first["reported_admin1"])
    assert pd.isna(first["initiated_by"])
    assert (second["event_type"], second["sub_event_type"]) == ("Battles", "Armed clash")
    assert (second["reported_admin1"], second["reported_admin2"]) == (
        "Salah al-Din",
        "Tuz Khurmatu",
    )
    assert pd.isna(second["number_of_sources"])
    assert pd.isna(second["source_office"])
    assert pd.isna(second["source_date"])
    assert third["event_date"] == pd.Timestamp("1992-05-30")
    assert third["source_date"] == pd.Timestamp("1992-06-01")


def test_ucdp_counts_out_of_order_are_kept_as_published() -> None:
    report = read("ucdp_good.csv")
    (problem,) = [item for item in report.problems if item.rule == "counts out of order"]
    assert (problem.line, problem.column, problem.severity) == (3, "best", "warning")
    assert "low 9, best 3, high 4" in problem.remedy


def test_ucdp_faults_are_named_by_ucdps_columns() -> None:
    report = read("ucdp_faults.csv")
    found = [(item.line, item.column, item.value) for item in report.errors]
    assert found == [
        (2, "type_of_violence", "code 9"),
        (3, "date_end", "31/06/2018"),
        (4, "id", ""),
    ]
    assert "1 (state-based), 2 (non-state) or 3 (one-sided)" in report.errors[0].remedy
    assert report.accepted_rows == 0


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        ("2018-06-20;2018-06-18", "2018-06-18"),
        ("1992-06-01;1753-01-01", "1992-06-01"),
        ("1753-01-01", ""),
        ("", ""),
    ],
)
def test_the_earliest_report_ignores_fill_values(text: str, earliest: str) -> None:
    lines = (UPLOADS / "ucdp_good.csv").read_text().splitlines()
    names, cells = (next(csv.reader([line])) for line in lines[:2])
    cells[names.index("source_date")] = text
    file = io.StringIO()
    csv.writer(file).writerows([names, cells])
    report = read_upload(file.getvalue().encode(), "ucdp.csv", today=TODAY)
    (found,) = report.accounts["source_date"].dt.strftime("%Y-%m-%d").fillna("")
    assert found == earliest


@pytest.mark.sources
@pytest.mark.skipif("CORRIDOR_SOURCES" not in os.environ, reason="CORRIDOR_SOURCES is not set")
def test_the_real_ucdp_file_is_read_whole() -> None:
    path = Path(os.environ["CORRIDOR_SOURCES"]) / "ucdp_ged_iraq.csv"
    report = read_upload(path.read_bytes(), path.name, today=TODAY)
    assert (report.layout, report.rows, report.accepted_rows) == ("ucdp_ged", 7473, 7473)
    disordered = [item for item in report.problems if item.rule == "counts out of order"]
    assert len(disordered) == 69
    source = pd.read_csv(path)
    assert report.accounts["fatalities_best"].sum() == source["best"].sum()
    assert report.accounts["reported_admin1"].isna().sum() == source["adm_1"].isna().sum()
    assert not [item for item in report.problems if item.rule == "unknown governorate"]
