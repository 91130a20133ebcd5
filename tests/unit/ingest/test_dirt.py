"""Files with the dirt of real ones: each is read as a person means it, or refused with a reason."""

from datetime import date

import pandas as pd
import pytest

from corridor.ingest import IngestReport, read_upload
from tests.paths import UPLOADS
from tests.unit.ingest import test_faults as faults

TODAY = date(2026, 1, 1)
ARABIC = ["نقطة تفتيش وهمية قرب الحويجة", "هجوم على برج، قُتل ثلاثة"]
QUOTED = ["Fake checkpoint", "one; two, three", 'said "stop"\nand fired', "Fake checkpoint"]
AS_1256 = (
    "The file is not UTF-8. It was read as Windows-1256 (Arabic); check that the names look right."
)
AS_1252 = (
    "The file is not UTF-8. It was read as Windows-1252 (Latin-1); check that the names look right."
)


def read(name: str) -> IngestReport:
    return read_upload((UPLOADS / name).read_bytes(), name, today=TODAY)


# file, the notes of its rows, the lines they start on, what is said of the file
TEXTS: list[tuple[str, list[str], list[int], tuple[str, ...]]] = [
    ("utf8_mark_twice.csv", ARABIC, [2, 3], ()),
    ("utf16_le_mark.csv", ARABIC, [2, 3], ()),
    ("utf16_be_mark.csv", ARABIC, [2, 3], ()),
    ("utf16_le_unmarked.csv", ARABIC, [2, 3], ()),
    ("utf16_be_unmarked.csv", ARABIC, [2, 3], ()),
    ("cp1256_arabic.csv", ARABIC, [2, 3], (AS_1256,)),
    ("gzip_good.csv.gz", ARABIC, [2, 3], ()),
    ("gzip_cp1256.csv.gz", ARABIC, [2, 3], (AS_1256,)),
    (
        "cp1252_western.csv",
        ["Müller says “attack” – Café Größe", "ÄRZTE in Tuz"],
        [2, 3],
        (AS_1252,),
    ),
    ("latin1_french.csv", ["Attaque à l'est, blessé évacué à l'hôpital"], [2], (AS_1252,)),
    ("sep_semicolon.csv", QUOTED, [3, 4, 5, 7], ()),
    ("sep_tab_crlf.csv", QUOTED, [3, 4, 5, 7], ()),
    ("delimiter_pipe.csv", QUOTED, [2, 3, 4, 6], ()),
    ("newline_cr.csv", QUOTED, [2, 3, 4, 6], ()),
    ("newline_crlf.csv", QUOTED, [2, 3, 4, 6], ()),
    ("newline_mixed.csv", QUOTED, [2, 3, 4, 6], ()),
    ("marks_around_cells.csv", ["عبوة ناسفة"], [2], ()),
    ("blanks_that_do_not_break.csv", ["two\xa0words"], [2], ()),
]


@pytest.mark.parametrize(("name", "notes", "lines", "said"), TEXTS)
def test_text_is_read_whatever_its_encoding_and_dialect(
    name: str, notes: list[str], lines: list[int], said: tuple[str, ...]
) -> None:
    report = read(name)
    assert (report.refused, report.problems, report.notes[: len(said)]) == (None, (), said)
    unplaced, *spellings = report.notes[len(said) :]
    assert "no coordinates: not on the map, counted in the governorate named." in unplaced
    assert all("“كركوك” → Kirkuk (1)" in note for note in spellings)
    assert report.accounts["notes"].tolist() == notes
    assert report.accounts["row_number"].tolist() == lines
    assert set(report.accounts["reported_admin1"]) <= {"Kirkuk", "Salah al-Din"}


def test_a_file_in_utf16_or_windows_1256_may_have_faults_of_its_own() -> None:
    for name, said in (("encoding_utf16.csv", ()), ("encoding_cp1256.csv", (AS_1256,))):
        report = read(name)
        assert (report.refused, report.notes) == (None, said)
    (problem,) = report.problems
    assert (problem.line, problem.rule) == (3, "the id is on an earlier line too")
    assert report.original["notes"].tolist() == ["Fake checkpoint", "نقطة تفتيش"]


# file, and the day that every date in it means
DATES = [
    ("date_in_words.csv", None),
    ("date_serial.csv", None),
    ("dates_with_time.csv", ["2018-06-17"] * 6),
    ("dates_year_first.csv", ["2018-06-17"] * 4),
    ("dates_in_english.csv", ["2018-06-17"] * 8),
    ("dates_in_arabic.csv", ["2018-06-17"] * 6),
    ("dates_serial.csv", ["2018-06-17"] * 4),
    ("dates_two_digit_year.csv", ["2018-06-17"] * 2 + ["1999-06-17"] * 2 + ["1930-06-17"] * 2),
]


@pytest.mark.parametrize(("name", "days"), DATES)
def test_dates_are_read_in_any_clear_writing(name: str, days: list[str] | None) -> None:
    report = read(name)
    assert (report.refused, report.problems) == (None, ())
    read_days = report.accounts[["event_date", "event_date_end"]].stack().tolist()  # noqa: PD013
    if days is None:
        assert report.accounts["event_date"].tolist() == [pd.Timestamp("2018-06-17")] * 2
    else:
        assert read_days == [pd.Timestamp(day) for day in days]


# file, (line, value, rule) of every problem
PROBLEMS: list[tuple[str, list[tuple[int, str, str]]]] = [
    (
        "dates_bad.csv",
        [
            (2, "17/06/18", "the year has two digits"),
            (3, "31/02/2018", "there is no such day"),
            (4, "31 June 2018", "there is no such day"),
            (5, "17 Juno 2018", "not a date"),
            (6, "-infinity", "not a date"),
            (7, "99999", "date in the future"),
            (8, "2018-06-17T25:00", "not a date"),
            (9, "2018", "no day is given"),
            (10, "1e5", "not a date"),
        ],
    ),
    (
        "dates_ambiguous_all.csv",
        [
            (2, "05/06/2018", "day and month can be read in two ways"),
            (3, "01/02/2018", "day and month can be read in two ways"),
        ],
    ),
    (
        "dates_of_two_orders.csv",
        [
            (2, "17/06/2018", "day first or month first is not clear"),
            (3, "06/17/2018", "day first or month first is not clear"),
            (4, "05/06/2018", "day and month can be read in two ways"),
        ],
    ),
    (
        "digits_arabic_comma.csv",
        [(2, "١٬٢", "not a whole number"), (2, "٣٥،٤٧", "decimal comma")],
    ),
    ("marks_inside_id.csv", [(3, "MYLIST:\u200b1", "the id is on an earlier line too")]),
    (
        "workbook_faults.xlsx",
        [
            (4, "05/06/2018", "day and month can be read in two ways"),
            (4, "2.5", "not a whole number"),
        ],
    ),
]


@pytest.mark.parametrize(("name", "problems"), PROBLEMS)
def test_what_is_not_clear_is_named_on_its_line(
    name: str, problems: list[tuple[int, str, str]]
) -> None:
    report = read(name)
    assert [(item.line, item.value, item.rule) for item in report.problems] == problems
    assert report.rejected_rows == len({line for line, _, _ in problems})


@pytest.mark.parametrize(
    ("name", "deaths"), [("digits_persian.csv", 12), ("digits_arabic.csv", 1200)]
)
def test_arabic_and_persian_digits_are_read_everywhere(name: str, deaths: int) -> None:
    report = read(name)
    assert report.problems == ()
    row = report.accounts.iloc[0]
    assert (row["incident_id"], row["event_date"]) == ("MYLIST:1", pd.Timestamp("2018-06-17"))
    assert (row["fatalities_best"], row["geo_precision"]) == (deaths, 1)
    assert (row["latitude"], row["longitude"]) == (35.47, 44.39)


def test_a_workbook_is_read_like_a_csv_file_of_its_sheet() -> None:
    report = read("workbook_good.xlsx")
    assert (report.refused, report.problems, report.notes) == (None, (), ())
    assert report.accounts["row_number"].tolist() == [3, 5]
    assert report.accounts["event_date"].tolist() == [pd.Timestamp("2018-06-17")] * 2
    assert report.accounts["fatalities_best"].isna().tolist() == [False, True]
    assert report.original.iloc[0].tolist()[4:] == [
        *("MYLIST:1", "MYLIST", "2018-06-17", "Battles", "3", "35.47", "44.39", "1")
    ]
    assert report.original["event_date"].iloc[1] == "2018-06-17 12:00:00"
    assert report.original["latitude"].iloc[1] == "35"


def test_the_sheet_that_is_wanted_is_read_and_one_that_is_not_there_is_refused() -> None:
    data = (UPLOADS / "workbook_sheets.xlsx").read_bytes()
    notes = read_upload(data, "a.xlsx", today=TODAY, sheet="Notes")
    assert (notes.sheet, notes.sheets) == ("Notes", ("2018", "Notes"))
    assert notes.refused is not None
    assert notes.is_mappable
    absent = read_upload(data, "a.xlsx", today=TODAY, sheet="2019")
    assert absent.refused == (
        "The workbook has no sheet “2019” with rows. It has: “2018”, “Notes”."
    )
    assert absent.sheets == ("2018", "Notes")
    table = read_upload(b"a,b\n1,2\n", "a.csv", today=TODAY, sheet="2018")
    assert table.refused == "The file is no workbook: it has no sheet “2018”."


def test_hidden_and_empty_sheets_are_passed_over_and_a_second_one_is_said() -> None:
    report = read("workbook_sheets.xlsx")
    assert (report.accepted_rows, report.rejected_rows) == (2, 0)
    (note,) = report.notes
    assert note == (
        "2 sheets of the workbook have rows. “2018” was read, “Notes” not. To read another, "
        "choose it (page: “How the file is read”; command line: --sheet)."
    )


# file, what is wrong with it, what to do
REFUSED = [
    ("utf16_cut_off.csv", "damaged: only part of it is in the encoding UTF-16", "CSV UTF-8"),
    ("utf8_with_latin1_row.csv", "line 4 holds the byte 0xFC", "CSV UTF-8"),
    ("unknown_code_page.csv", "line 2 holds the byte 0x81", "CSV UTF-8"),
    ("nul_in_cell.csv", "binary data", "CSV UTF-8"),
    ("control_bytes.csv", "binary", "CSV UTF-8"),
    ("gzip_cut_off.csv.gz", "ends too early", "export it again"),
    ("gzip_damaged.csv.gz", "damaged", "export it again"),
    ("gzip_twice.csv.gz", "compressed twice", "Unpack it once"),
    ("gzip_two_files.csv.gz", "more than one file", "choose one CSV"),
    ("gzip_of_pdf.csv.gz", "PDF", "CSV UTF-8"),
    ("sep_untrue.csv", "not known here: incident_id,source", "template"),
    ("quote_alone.csv", "starts on line 3 do not match", "twice"),
    ("workbook_empty.xlsx", "no sheet with rows", "Choose another file"),
    ("workbook_vast.xlsx", "row 1,048,576 and column 16,384", "new workbook"),
    ("workbook_cut_off.xlsx", "damaged spreadsheet (XLSX)", "CSV UTF-8"),
    ("workbook_broken_sheet.xlsx", "damaged spreadsheet (XLSX)", "CSV UTF-8"),
    ("workbook_old.xls", "old spreadsheet (XLS)", "new workbook"),
    ("workbook_locked.xlsx", "protected by a password", "Remove the password"),
    ("workbook_binary.xlsb", "XLSB", "new workbook"),
    ("workbook_open.ods", "ODS", "new workbook"),
    ("archive_of_csv.zip", "ZIP archive", "Unpack it"),
]


@pytest.mark.parametrize(("name", "reason", "remedy"), REFUSED)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(
    name: str, reason: str, remedy: str
) -> None:
    report = read(name)
    assert report.refused is not None
    assert reason in report.refused
    assert remedy in report.refused
    assert report.accounts.empty


def test_every_file_of_the_folder_is_tested() -> None:
    named = {row[0] for row in (*TEXTS, *DATES, *PROBLEMS, *REFUSED)}
    named |= {f"{row[0]}.csv" for row in (*faults.CELL_FAULTS, *faults.WARNINGS, *faults.REFUSED)}
    # Named in the tests of cases and of matching.
    named |= {
        "other_victims_same_place.csv",
        "count_nan.csv",
        "coordinate_degrees.csv",
        "country_other.csv",
    }
    # Named in tests of their own, here and in the tests of faults and of dates.
    named |= {"notes_too_long.csv", "column_not_known.csv", "encoding_cp1256.csv"}
    named |= {"encoding_utf16.csv", "digits_persian.csv", "digits_arabic.csv"}
    named |= {"workbook_good.xlsx", "workbook_sheets.xlsx"}
    named |= {"date_day_first.csv", "dates_day_first.csv", "dates_month_first.csv"}
    others = {path.name for path in UPLOADS.iterdir()} - named
    assert all(
        name.startswith(("good_", "ucdp_", "acled_", "gtd_", "retract_")) for name in others
    ), others
