"""Every named fault: the file, where the problem is said to be, what is wrong, what to write."""

from datetime import date

import pytest

from corridor.ingest import IngestReport, read_upload
from tests.paths import UPLOADS

TODAY = date(2026, 1, 1)


def read(name: str, layout: str | None = None) -> IngestReport:
    return read_upload((UPLOADS / name).read_bytes(), name, layout, today=TODAY)


# file, column, value, rule, part of the remedy; the fault is in the row on line 3.
CELL_FAULTS = [
    (
        "date_ambiguous",
        "event_date",
        "05/06/2018",
        "read in two ways",
        "Write 2018-05-06 or 2018-06-05, or say for the whole file",
    ),
    ("date_impossible", "event_date", "2018-02-30", "no such day", "year-month-day"),
    ("date_future", "event_date", "2031-01-01", "date in the future", "to 2026-01-01"),
    ("date_before_1900", "event_date", "1018-06-17", "date before 1900", "from 1900-01-01"),
    ("date_infinity", "event_date", "infinity", "not a date", "such as 2018-06-17"),
    ("date_end_first", "event_date_end", "2018-06-16", "before the first", "2018-06-17"),
    ("date_missing", "event_date", "", "empty", "2018-06-17"),
    ("count_fraction", "fatalities_best", "2.5", "not a whole number", "digits only"),
    ("count_underscore", "fatalities_best", "1_000", "not a whole number", "digits only"),
    ("count_exponent", "fatalities_best", "1e3", "not a whole number", "digits only"),
    ("count_words", "fatalities_best", "three", "not a whole number", "Leave the cell empty"),
    ("count_negative", "fatalities_low", "-1", "negative number", "Leave the cell empty"),
    ("count_too_many", "fatalities_high", "100001", "above 100,000", "from 0 to 100,000"),
    ("counts_disordered", "fatalities_best", "3", "counts out of order", "low 4, best 3, high 4"),
    (
        "coordinate_half",
        "longitude",
        "",
        "latitude without longitude",
        "both coordinates or neither",
    ),
    ("coordinates_swapped", "latitude", "44.39", "swapped", "latitude 35.47, longitude 44.39"),
    (
        "coordinates_zero",
        "latitude",
        "0",
        "0/0 is no place in Iraq",
        "Leave both coordinates empty",
    ),
    ("coordinates_abroad", "latitude", "33.51", "outside Iraq", "covers Iraq only"),
    ("coordinate_impossible", "latitude", "135.47", "above 90", "from −90 to 90"),
    ("coordinate_comma", "latitude", "35,47", "decimal comma", "Write 35.47"),
    ("precision_unknown", "geo_precision", "8", "above 7", "from 1 to 7"),
    ("event_type_typo", "event_type", "Battels", "not in the list", "Did you mean “Battles”?"),
    ("event_type_missing", "event_type", "", "empty", "Violence against civilians"),
    ("sub_event_elsewhere", "sub_event_type", "Armed clash", "another event type", "Change one"),
    ("id_repeated", "incident_id", "MYLIST:1", "earlier line", "its own id"),
    ("id_with_blank", "incident_id", "MYLIST: 2", "blank in an id", "MYLIST:1"),
]


@pytest.mark.parametrize(("name", "column", "value", "rule", "remedy"), CELL_FAULTS)
def test_a_bad_cell_is_named_with_its_remedy(
    name: str, column: str, value: str, rule: str, remedy: str
) -> None:
    report = read(f"{name}.csv")
    assert (report.rows, report.accepted_rows, report.rejected_rows) == (2, 1, 1)
    assert report.accounts["incident_id"].tolist() == ["MYLIST:1"]
    (problem,) = report.problems
    assert (problem.line, problem.column, problem.value) == (3, column, value)
    assert problem.severity == "error"
    assert rule in problem.rule
    assert remedy in problem.remedy
    assert report.rejects["line"].tolist() == [3]
    assert rule in report.rejects["errors"].iloc[0]


def test_a_text_that_is_too_long_is_refused_and_shown_short() -> None:
    (problem,) = read("notes_too_long.csv").problems
    assert (problem.line, problem.column) == (3, "notes")
    assert "at most 4,000" in problem.rule
    assert len(problem.value) == 200


WARNINGS = [
    (
        "precision_missing",
        3,
        "geo_precision",
        "coordinates without a precision",
        "no point on the map",
    ),
    ("governorate_unknown", 3, "admin1", "unknown governorate", "Kept as written"),
    ("id_without_source", 3, "incident_id", "does not begin with its source", "Write MYLIST:2"),
    ("source_primary", 3, "source", "rows from UCDP", "enter every average"),
    ("date_end_years_later", 3, "event_date_end", "more than a year", "2018-06-17"),
]


@pytest.mark.parametrize(("name", "line", "column", "rule", "remedy"), WARNINGS)
def test_a_doubtful_cell_is_kept_and_said(
    name: str, line: int, column: str, rule: str, remedy: str
) -> None:
    report = read(f"{name}.csv")
    assert (report.accepted_rows, report.rejected_rows, report.warned) == (2, 0, 1)
    (problem,) = report.problems
    assert (problem.line, problem.column, problem.severity) == (line, column, "warning")
    assert rule in problem.rule
    assert remedy in problem.remedy


def test_unknown_columns_are_left_out_and_a_likely_name_is_offered() -> None:
    weapon, abduced = read("column_not_known.csv").problems
    assert (weapon.line, weapon.column, weapon.severity) == (1, "weapon", "warning")
    assert "ignored" in weapon.remedy
    assert "Rename" not in weapon.remedy
    assert "Rename it to abducted" in abduced.remedy


# file, what the sentence says is wrong, what it says to do
REFUSED = [
    ("empty", "is empty", "template"),
    ("header_only", "no rows", "Add one row per incident"),
    (
        "columns_misspelt",
        "lacks the required columns source, event_date",
        "“evnt_date” to event_date",
    ),
    ("columns_lacking", "lacks the required column event_type", "template"),
    ("column_twice", "same name: notes", "Rename or delete"),
    ("column_unnamed", "line 2 has text in a column without a name", "Name the column"),
    ("another_table", "not known here: product, amount, price", "template"),
    ("acled_export", "lacks the required columns actor1, country", "as ACLED exports it"),
    ("ragged_long", "line 3 has 15 cells, the first line has 14", "quotation marks"),
    ("ragged_short", "line 4 has 2 cells", "quotation marks"),
    ("quote_open", "starts on line 6 do not match", "twice"),
    ("workbook", "spreadsheet (XLSX", "CSV UTF-8"),
    ("document", "PDF", "CSV UTF-8"),
    ("web_page", "web page", "Download the table itself"),
    ("points", "JSON", "Export the table as CSV"),
    ("binary", "binary", "CSV UTF-8"),
    ("ucdp_lacking", "lacks the required column best", "UCDP GED file with all the columns"),
]


@pytest.mark.parametrize(("name", "reason", "remedy"), REFUSED)
def test_a_file_that_is_no_table_of_incidents_is_refused_whole(
    name: str, reason: str, remedy: str
) -> None:
    report = read(f"{name}.csv")
    assert report.refused is not None
    assert reason in report.refused
    assert remedy in report.refused
    assert (report.rows, report.accepted_rows, report.rejected_rows) == (0, 0, 0)
    assert report.accounts.empty
    assert not report.is_clean


def test_a_file_that_is_too_large_is_refused_before_it_is_read() -> None:
    report = read_upload(b"x" * 2_000_001, "big.csv", max_mb=2)
    assert report.refused is not None
    assert "at most 2 MB" in report.refused


def test_a_layout_chosen_by_hand_must_fit_and_exist() -> None:
    wrong = read("good_comma.csv", "ucdp_ged")
    assert wrong.refused is not None
    unknown = read("good_comma.csv", "acled_2")
    assert unknown.refused is not None
    assert "Choose one of: native, ucdp_ged, ucdp_candidate, acled, gtd" in unknown.refused
    assert read("good_comma.csv", "native").accepted_rows == 3
