"""Comparing with the store, files for the uploader, and exports that import again."""

import csv
import io
import json
import re
import unicodedata
from datetime import date

import pandas as pd
import pytest

from corridor import schema
from corridor.exchange.export import incidents_csv, incidents_geojson, incidents_parquet
from corridor.exchange.template import annotated_csv, rejects_csv, safe_cell, template_csv
from corridor.ingest import IngestReport, read_upload
from corridor.ingest.model.characters import SIGNS, restore_cell
from corridor.ingest.review.compare import changes, compare
from tests.paths import UPLOADS

TODAY = date(2026, 1, 1)


def read(name: str) -> IngestReport:
    return read_upload((UPLOADS / name).read_bytes(), name, today=TODAY)


def again(incidents: pd.DataFrame) -> IngestReport:
    return read_upload(incidents_csv(incidents), "export.csv", today=TODAY)


# --- comparing


def test_rows_are_new_updated_or_there_already() -> None:
    report = read("good_comma.csv")
    existing = report.accounts.iloc[:2].copy()
    existing.loc[1, "fatalities_best"] = 9
    compared = compare(report, existing)
    assert compared.effects.tolist() == ["duplicate", "updated", "new"]
    assert (compared.new, compared.updated, compared.duplicates) == (1, 1, 1)
    assert compared.accepted_rows == compared.new + compared.updated + compared.duplicates
    assert compared.to_write()["incident_id"].tolist() == ["MYLIST:2", "MYLIST:3"]
    (change,) = changes(compared, 10).to_dict("records")
    assert change == {
        "incident_id": "MYLIST:2",
        "column": "fatalities_best",
        "before": "9",
        "after": "",
    }


def test_comparing_does_not_mind_how_the_store_types_its_columns() -> None:
    report = read("good_comma.csv")
    stored = report.accounts.copy()
    stored["event_date"] = stored["event_date"].dt.date.astype(object)
    stored["fatalities_best"] = stored["fatalities_best"].astype("float64")
    stored["geo_precision"] = stored["geo_precision"].astype("Int32")
    stored["notes"] = stored["notes"].astype(object).where(stored["notes"].notna(), None)
    compared = compare(report, stored.assign(located_admin1="Kirkuk"))
    assert compared.duplicates == 3


def test_an_empty_store_and_a_refused_file_can_be_compared() -> None:
    nothing = read("empty.csv")
    assert compare(nothing, read("good_comma.csv").accounts).new == 0
    assert compare(read("good_comma.csv"), nothing.accounts).new == 3


def test_the_warning_about_the_primary_series_goes_when_nothing_of_it_changes() -> None:
    known = read("source_primary.csv").accounts
    assert compare(read("source_primary.csv"), known).problems == ()
    partly = compare(read("source_primary.csv"), known.iloc[:1])
    assert [item.rule for item in partly.problems] == ["rows from UCDP"]


# --- template, rejects, spreadsheets


def test_the_template_can_be_uploaded_and_says_that_it_is_an_example() -> None:
    report = read_upload(template_csv(), "template.csv", today=TODAY)
    assert (report.refused, report.accepted_rows, report.rejected_rows) == (None, 1, 0)
    (problem,) = report.problems
    assert "example row" in problem.rule
    header = next(csv.reader(io.StringIO(template_csv().decode("utf-8-sig"))))
    assert header == list(schema.TEMPLATE)


def test_refused_rows_come_back_with_their_line_and_errors() -> None:
    report = read("date_ambiguous.csv")
    (row,) = csv.DictReader(io.StringIO(rejects_csv(report).decode("utf-8-sig")))
    assert row["line"] == "3"
    assert row["errors"].startswith(
        "event_date “05/06/2018”: day and month can be read in two ways"
    )
    assert row["event_date"] == "05/06/2018"
    assert row["incident_id"] == "MYLIST:2"


def test_a_mended_file_of_rejects_is_read_without_fuss() -> None:
    mended = rejects_csv(read("date_ambiguous.csv"))
    mended = mended.replace(b'"05/06/2018"', b'"2018-06-05"')
    report = read_upload(mended, "mended.csv", today=TODAY)
    assert (report.accepted_rows, report.problems) == (1, ())


def test_the_whole_file_comes_back_annotated() -> None:
    annotated = annotated_csv(read("governorate_unknown.csv")).decode("utf-8-sig")
    first, second = csv.DictReader(io.StringIO(annotated))
    assert (first["line"], first["errors"], first["warnings"]) == ("2", "", "")
    assert "unknown governorate" in second["warnings"]
    assert annotated_csv(read("empty.csv")).strip()


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1+1", "-2+3", "@SUM(A1)", "\tx", "\rx", "'=1+1", "＝1+1", "＋1", "－1", "＠A",
     "﹦1+1", "﹢1", "﹣1", "﹫A", "⁼1", "₊1", "⩵1", "−1+1", " =1+1", "\u200b=1+1", "'\ufeff\t@A"],
)  # fmt: skip
def test_a_cell_that_a_spreadsheet_would_run_is_guarded(text: str) -> None:
    assert safe_cell(text) == "'" + text
    assert restore_cell(safe_cell(text)) == text


def test_the_guard_is_undone_alike_in_python_and_in_the_store() -> None:
    """A note comes back from an export as it was, whatever sign it begins with."""
    told = [f"{sign}1+1" for sign in SIGNS if not sign.isspace()] + [
        "'\u200b=x",
        "''=x",
        "'x",
        "' x",
    ]
    stored = read("good_comma.csv").accounts.iloc[[0] * len(told)].reset_index(drop=True)
    stored["incident_id"] = [f"MYLIST:{at}" for at in range(len(told))]
    stored["notes"] = told
    assert again(stored).accounts["notes"].tolist() == told


def test_every_form_of_a_sign_is_known() -> None:
    forms = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    alike = {one for one in forms if unicodedata.normalize("NFKC", one)[:1] in set("=+-@")}
    assert alike <= set(SIGNS)


@pytest.mark.parametrize(
    "text", ["-1", "+3.5", " -1", "34.53", "Ba'quba", "'quoted'", "", "2018-06-17"]
)
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert safe_cell(text) == text
    assert restore_cell(text) == text


def test_rejects_do_not_run_in_a_spreadsheet() -> None:
    text = (
        "incident_id,source,event_date,event_type,notes\nL:1,L,never,Battles,=cmd|' /C calc'!A0\n"
    )
    report = read_upload(text.encode(), "hostile.csv", today=TODAY)
    (row,) = csv.DictReader(io.StringIO(rejects_csv(report).decode("utf-8-sig")))
    assert row["notes"] == "'=cmd|' /C calc'!A0"


# --- exports


def test_no_separator_opens_a_cell_in_an_export() -> None:
    """Whatever a spreadsheet separates at, a cell stays one: each is in quotation marks."""
    stored = read("good_comma.csv").accounts
    stored["notes"] = ["a;=1+1;b", 'a"\t＝1', "＠SUM(A1)"]
    lines = incidents_csv(stored).decode().splitlines()
    assert all(re.fullmatch(r'"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*', line) for line in lines)
    assert '"a;=1+1;b"' in lines[1]
    assert '"\'＠SUM(A1)"' in lines[3]
    back = again(stored).accounts
    assert back["notes"].tolist() == stored["notes"].tolist()


def test_an_export_imports_again_and_changes_nothing() -> None:
    stored = read("good_comma.csv").accounts
    served = stored.assign(
        located_admin1="Kirkuk", admin1="Kirkuk", coded_at_town=True, road_km=0.00001,
        area_km=[{"hamrin": 3.0}] * 3, source_role="upload", account_ids=[["MYLIST:1", "X:2"]] * 3,
        accounts=2,
    )  # fmt: skip
    text = incidents_csv(served).decode()
    assert "area_km" not in text
    assert "MYLIST:1 X:2" in text
    report = compare(again(served), stored)
    assert report.problems == ()
    assert (report.duplicates, report.new, report.updated) == (3, 0, 0)


def test_disordered_counts_of_the_primary_series_survive_the_round_trip() -> None:
    stored = read("ucdp_good.csv").accounts
    report = compare(again(stored), stored)
    assert report.layout == "native"
    assert (report.duplicates, report.rejected_rows) == (3, 0)


def test_geojson_gives_a_point_only_to_what_is_known_to_be_there() -> None:
    placed = read("good_comma.csv").accounts
    placed["geo_precision"] = pd.Series([1, 4, 3], dtype="Int64")
    placed.loc[2, ["latitude", "longitude"]] = None
    exact, centroid, nowhere = json.loads(incidents_geojson(placed))["features"]
    assert exact["geometry"] == {"type": "Point", "coordinates": [44.39, 35.47]}
    assert exact["properties"]["geo_precision_label"] == "exact"
    assert exact["properties"]["event_date"] == "2018-06-17"
    assert centroid["geometry"] is None
    assert centroid["properties"]["latitude"] == 35.47
    assert "larger place" in centroid["properties"]["geometry_note"]
    assert centroid["properties"]["fatalities_best"] is None
    assert nowhere["geometry"] is None
    assert "geometry_note" not in nowhere["properties"]


def test_parquet_keeps_types_and_unknowns() -> None:
    placed = read("good_comma.csv").accounts.assign(account_ids=[["MYLIST:1"]] * 3)
    back = pd.read_parquet(io.BytesIO(incidents_parquet(placed)), dtype_backend="pyarrow")
    assert str(back["event_date"].dtype) == "date32[day][pyarrow]"
    assert back["fatalities_best"].tolist() == [3, pd.NA, 3]
    assert list(back["account_ids"][0]) == ["MYLIST:1"]


def test_an_empty_frame_can_be_exported() -> None:
    nothing = read("good_comma.csv").accounts.iloc[:0]
    assert incidents_csv(nothing).decode().startswith('"incident_id","source",')
    assert json.loads(incidents_geojson(nothing))["features"] == []
    assert len(pd.read_parquet(io.BytesIO(incidents_parquet(nothing)))) == 0
