"""Kinds of files that real people hand in, each with its right answer; the events are invented."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pyproj
import pytest

from corridor.exchange.template import annotated_csv
from corridor.ingest import IngestReport, read_upload
from corridor.ingest.checks.cells import Range, parse_range
from corridor.ingest.checks.coordinates import parse_degrees, parse_point
from corridor.ingest.checks.dates import parse_date, zone_shift
from corridor.ingest.model.known_words import event_type
from corridor.ingest.model.mapping import ColumnMap, Recalled
from corridor.ingest.review.first_mapping import Glance, look, suggest
from corridor.ingest.review.retractions import is_retraction_list
from corridor.settings import Settings
from corridor.words import later
from tests import workbooks
from tests.paths import CASES, UPLOADS

TODAY = date(2026, 1, 1)
HEAD = "incident_id,source,event_date,event_type"
ROW = "L:{},L,2024-03-05,Battles"
ACLED = (CASES / "c05a_before_deletion.csv").read_text("utf-8").splitlines()


def case(name: str, **said: Any) -> IngestReport:
    return read_upload((CASES / name).read_bytes(), name, today=TODAY, **said)


def read(text: str, **said: Any) -> IngestReport:
    return read_upload(text.encode(), "own.csv", today=TODAY, **said)


def glance(name: str) -> Glance:
    return look((CASES / name).read_bytes(), Settings())


def mapped(name: str, **more: Any) -> IngestReport:
    """Read a case with the mapping that is offered, and a source."""
    offered = suggest(glance(name))
    more = {"columns": (*offered.columns, *more.pop("columns", ())), **more}
    return case(name, mapping=replace(offered, same=(*offered.same, ("source", "DESK")), **more))


def told(report: IngestReport, part: str) -> str:
    (note,) = [note for note in report.notes if part in note]
    return note


def numbers(report: IngestReport, column: str) -> list[float | None]:
    return [None if pd.isna(value) else float(value) for value in report.accounts[column]]


# Exports that tell an event more than once, and of other countries.


def test_an_actor_based_export_is_folded_and_told() -> None:
    report = case("c03_monadic_actor_based.csv")
    assert (report.rows, report.accepted_rows, report.left_out, report.problems) == (3, 2, 1, ())
    assert report.accounts["incident_id"].tolist() == ["ACLED:IRQ93001", "ACLED:IRQ93002"]
    assert numbers(report, "fatalities_best") == [2, 2]
    assert told(report, "actor-based").startswith("1 row repeats an event for another")
    annotated = annotated_csv(report).decode().splitlines()
    assert "The same event for another of its actors: left out." in annotated[2]


def test_a_column_of_a_program_hides_no_repetition() -> None:
    lines = (CASES / "c03_monadic_actor_based.csv").read_text("utf-8").splitlines()
    numbered = [f"{at - 1 if at else 'Unnamed: 0'},{line}" for at, line in enumerate(lines)]
    for text in ("\n".join(numbered), annotated_csv(read("\n".join(lines))).decode()):
        report = read(text)
        assert (report.accepted_rows, report.left_out, report.errors) == (2, 1, ())


def test_an_export_with_one_actor_a_row_keeps_both() -> None:
    rows = [line.split(",") for line in (ACLED[0], ACLED[1], ACLED[1], ACLED[2])]
    second = {"actor2", "assoc_actor_2", "inter2"}
    kept = [at for at, name in enumerate(rows[0]) if name not in second]
    rows[2][rows[0].index("actor1")] = "Civilians (Iraq)"
    report = read("\n".join(",".join(row[at] for at in kept) for row in rows))
    assert (report.accepted_rows, report.left_out) == (2, 1)
    sides = report.accounts[["actor1", "actor2"]].fillna("").to_numpy().tolist()
    assert sides == [["Islamic State - Iraq", "Civilians"], ["Islamic State - Iraq", ""]]


def test_an_event_that_stands_twice_with_other_facts_is_an_error() -> None:
    changed = ACLED[1].replace(",2,,1764045636", ",5,,1764045636")
    report = read("\n".join([ACLED[0], ACLED[1], changed, ACLED[1]]))
    assert (report.accepted_rows, report.left_out) == (1, 0)
    assert [(it.line, it.rule) for it in report.errors] == [
        (line, "the id is on an earlier line too") for line in (3, 4)
    ]


WORLD = ["Syria", "Syria", "Iran", "Côte d'Ivoire", "IRAQ", "Irak", "العراق", "Iraqq", "Kirkuk", ""]


def test_other_countries_are_one_line_and_no_errors() -> None:
    rows = [f"{ROW.format(at)},{country}" for at, country in enumerate(WORLD)]
    report = read("\n".join([f"{HEAD},country", *rows]))
    assert (report.rows, report.left_out, report.accepted_rows) == (10, 4, 4)
    # A slip in writing Iraq and a place in it are faults, not other countries.
    assert [(it.line, it.value) for it in report.errors] == [(9, "Iraqq"), (10, "Kirkuk")]
    assert told(report, "left out") == (
        "4 rows of other countries left out: Syria 2, Côte d'Ivoire 1, Iran 1."
    )
    beside = pd.read_csv(io.BytesIO(annotated_csv(report)))["row_notes"]
    assert beside[:4].tolist() == ["Another country: left out."] * 4


def test_a_line_that_is_cut_off_is_refused() -> None:
    report = case("c31_blank_country_row.csv")
    (problem,) = report.problems
    assert (problem.line, problem.column, problem.rule) == (2, "country", "the row is cut off")
    assert "original file" in problem.remedy
    assert read(f"{HEAD},country\n{ROW.format(1)},").is_clean  # our own layout may leave it empty


# Other kinds of tables.


def test_a_sources_list_of_deleted_events_is_recognised() -> None:
    assert is_retraction_list(case("c05_acled_deleted_list.csv"))
    assert is_retraction_list(read("event_id_cnty,deleted_timestamp,country\nIRQ1,2024-01-01,Iraq"))
    assert not is_retraction_list(read("event_id_cnty,timestamp\nIRQ1,2024-01-01"))


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("WEEK,COUNTRY,EVENT_TYPE,EVENTS,FATALITIES", "weekly counts"),
        ("month,year,admin1,event count", "monthly counts"),
        ("Governorate,Year,Number of incidents", "yearly counts"),
        ("المحافظة,عدد الحوادث", "counts"),
        ("Governorate,2022,2023,2024", "counts by period"),
        ("Sector,2024-01-01,2024-01-08", "counts by period"),
    ],
)
def test_a_table_of_counts_is_told_as_such(head: str, period: str) -> None:
    report = read(f"{head}\n{'1,' * head.count(',')}4\n")
    assert (report.refused or "").startswith(f"The file holds {period}, not incidents: its column")
    assert "Corridor Watch needs one row for each incident" in (report.refused or "")
    assert report.is_mappable
    assert "ACLED exports it" not in (report.refused or "")


def test_a_row_that_counts_several_incidents_is_refused_by_the_mapping() -> None:
    name = "c07_acled_weekly_aggregate.csv"
    assert "weekly counts, not incidents" in (case(name).refused or "")
    assert suggest(glance(name)).row_counts == "EVENTS"
    report = mapped(name, columns=(("event_date", "WEEK"),))
    assert report.accepted_rows == 0
    said = [(it.line, it.column, it.rule) for it in report.errors if it.column == "EVENTS"]
    assert said == [
        (2, "EVENTS", "the row counts 4 incidents"), (3, "EVENTS", "the row counts 6 incidents"),
    ]  # fmt: skip


def test_a_table_of_counts_with_rows_of_one_incident_is_read() -> None:
    rows = "2025-03-01,Kirkuk,Battles,1\n2025-03-02,Diyala,Battles,1.0\n2025-03-03,Diyala,Battles,2"
    mapping = ColumnMap(
        (("event_date", "day"), ("event_type", "kind"), ("reported_admin1", "place")),
        (("source", "L"),),
        row_counts="events",
    )
    report = read(f"day,place,kind,events\n{rows}", mapping=mapping)
    assert (report.accepted_rows, [it.line for it in report.errors]) == (2, [4])
    assert ColumnMap().as_json()["row_counts"] is None


@pytest.mark.parametrize(
    "head",
    ["event_id_cnty,actor,role", "conflict_id,side_a,side_b,year,bd_best,type_of_conflict",
     "ActorId,NameData,Location", "iyear,country_txt,total"],
)  # fmt: skip
def test_a_table_of_the_same_source_is_not_called_a_faulty_export(head: str) -> None:
    refused = read(f"{head}\n{','.join('abcdef'[: head.count(',') + 1])}\n").refused or ""
    assert refused.startswith(f"The columns of the file are not known here: {head[:6]}")


def test_another_table_is_called_one() -> None:
    refused = case("c26_ibc_layout.csv").refused or ""
    assert refused.startswith("The columns of the file are not known here: IBC code, Start Date")
    assert "rename" not in refused.casefold()
    offered = dict(suggest(glance("c26_ibc_layout.csv")).columns)
    assert offered["incident_id"] == "IBC code"
    assert (offered["fatalities_low"], offered["fatalities_high"]) == (
        "Reported Minimum", "Reported Maximum",
    )  # fmt: skip
    assert (offered["event_date"], offered["event_date_end"]) == ("Start Date", "End Date")
    assert "source" not in offered
    report = mapped("c26_ibc_layout.csv")
    assert (report.accepted_rows, report.errors) == (2, ())
    assert report.accounts["incident_id"].tolist() == ["DESK:k90001", "DESK:x90002"]
    assert (numbers(report, "fatalities_low"), numbers(report, "fatalities_high")) == (
        [2, 1], [4, 1],
    )  # fmt: skip
    assert numbers(report, "fatalities_best") == [None, None]


# Where the header is.


def test_title_lines_above_the_header_are_passed_over() -> None:
    report = case("c18_title_lines_above_header.csv")
    assert (report.layout, report.accepted_rows) == ("native", 2)
    assert report.accounts["row_number"].tolist() == [5, 6]
    assert "on line 4" in told(report, "Weekly security digest")


BODY = f"{HEAD},notes\n{ROW.format(1)},one\n{ROW.format(2)},two"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"Digest\n\n{BODY}", [4, 5]),
        (f'"Digest, week 5"\n{BODY}', [3, 4]),
        (f"Digest;;;;\n{BODY.replace(',', ';')}", [3, 4]),
        (f"sep=;\nDigest;;;;\n{BODY.replace(',', ';')}", [4, 5]),
        (f'"Digest\nof two lines",,,,\n{BODY}', [4, 5]),
        (f"{BODY}\nSource: a desk,,,,", [2, 3]),
        ("\n".join(f'"{line}"' for line in BODY.splitlines()), [2, 3]),
        (BODY.replace(f"{ROW.format(2)},two", f'"{ROW.format(2)},""two, three"""'), [2, 3]),
    ],
    ids=["line", "quoted", "semicolons", "sep", "two lines", "below", "wrapped", "one wrapped"],
)
def test_the_header_and_every_row_are_found(text: str, lines: list[int]) -> None:
    report = read(text)
    assert report.refused is None, report.refused
    assert report.accounts["row_number"].tolist() == lines
    assert report.accounts["incident_id"].tolist() == ["L:1", "L:2"]
    assert report.accounts["notes"].iloc[1].startswith("two")


def test_a_ragged_row_below_title_lines_names_the_line_of_names() -> None:
    assert "line 6 has 2 cells, line 4 has 5." in (read(f"A\nB\nC\n{BODY}\na,b".replace(
        f"{ROW.format(2)},two\n", "")).refused or "")  # fmt: skip


def test_whole_lines_in_quotation_marks_are_told() -> None:
    whole = read("\n".join(f'"{line}"' for line in BODY.splitlines()))
    assert told(whole, "quotation marks") == (
        "Whole lines are inside quotation marks. The marks were left out."
    )
    one = read(BODY.replace(f"{ROW.format(2)},two", f'"{ROW.format(2)},two"'))
    assert told(one, "quotation marks").startswith("1 row stands wholly inside quotation marks")
    assert "(line 3)" in told(one, "quotation marks")


def test_a_nameless_running_number_is_left_out() -> None:
    report = case("c29_float_codes.csv")
    assert (report.layout, report.accepted_rows, report.problems) == ("acled", 1, ())
    assert told(report, "running number").startswith("Ignored: column 1, which has no name")
    assert numbers(report, "geo_precision") == [2]


@pytest.mark.parametrize(
    ("cells", "is_read"), [(("7", "3"), True), (("1", "1"), False), (("a", "b"), False)]
)
def test_only_running_numbers_may_have_no_name(cells: tuple[str, str], is_read: bool) -> None:
    report = read(f",{HEAD}\n{cells[0]},{ROW.format(1)}\n{cells[1]},{ROW.format(2)}")
    assert (report.refused is None) == is_read
    assert is_read or "Column 1 of 5 has no name" in (report.refused or "")


def test_an_export_without_a_header_is_known_by_its_columns() -> None:
    report = read("\n".join(ACLED[1:]))
    assert (report.layout, report.accepted_rows) == ("acled", 2)
    assert report.accounts["row_number"].tolist() == [1, 2]
    assert told(report, "no line of column names").endswith("the 31 columns of an ACLED export.")
    old = (UPLOADS / "ucdp_49_columns.csv").read_text("utf-8").splitlines()
    assert read("\n".join(old[1:])).layout == "ucdp_ged"
    numbers_only = look(b"201806170001,6,17,,0,Iraq\n201806170002,6,18,,1,Iraq\n", Settings())
    assert (numbers_only.rows, numbers_only.header.ends) == (2, 0)
    other = read("\n".join(line.replace("IRQ9300", "no. ") for line in ACLED[1:]))
    assert other.is_mappable  # as wide, and not an export
    assert other.header[:2] == ("column 1", "column 2")


def test_a_table_without_a_header_takes_no_mapping_of_another() -> None:
    mapping = ColumnMap(
        (("event_date", "column 1"), ("location", "column 2")),
        (("source", "L"), ("event_type", "Battles")),
    )
    asked: list[tuple[str, ...]] = []

    def recall(names: tuple[str, ...]) -> Recalled:
        asked.append(names)
        return Recalled(mapping, later("mapping-of-before", file="a.csv", day="2018-06-30"))

    assert read("2024-03-05,Daquq\n2024-03-06,Hawija", recall=recall).is_mappable
    assert asked == []
    assert read("column 1,column 2\n2024-03-06,Hawija", recall=recall).accepted_rows == 1
    assert asked == [("column_1", "column_2")]


def test_a_table_without_a_header_goes_to_the_mapper_with_numbers() -> None:
    text = "2024-03-05,Daquq,35.1369,44.4486,IED\n2024-03-06,Hawija,35.32,43.76,IED"
    assert read(text).is_mappable
    table = look(text.encode(), Settings())
    assert table.header.written == tuple(f"column {at}" for at in range(1, 6))
    assert table.rows == 2
    mapping = ColumnMap(
        (("event_date", "column 1"), ("latitude", "column 3"), ("longitude", "column 4")),
        (("source", "L"), ("event_type", "Battles")),
    )
    assert numbers(read(text, mapping=mapping), "latitude") == [35.1369, 35.32]


# Sheets of workbooks.


def test_merged_cells_and_bare_formulas_are_told() -> None:
    report = mapped("c34_merged_dates_formula.xlsx")
    assert report.accounts["event_date"].dt.strftime("%Y-%m-%d").tolist() == ["2024-06-17"]
    (problem,) = report.errors
    assert (problem.line, problem.column, problem.value) == (2, "Killed", "=1+1")
    assert problem.rule == "a formula without its result"
    assert told(report, "merged").startswith("1 merged cell over several rows")
    assert told(report, "formula").startswith("1 formula without a saved result")


def merged_sheet(*refs: str) -> str:
    rows = [
        workbooks.texts(3, ["", *HEAD.split(","), "admin1", "fatalities_best"]),
        workbooks.texts(4, ["", "L:1", "L", "2024-03-05", "Battles", "Kirkuk", "6"]),
        workbooks.texts(5, ["", "L:2", "L", "", "Battles", "", ""]),
        workbooks.texts(6, ["", "L:3", "L", "2024-03-07", "Battles", "Diyala", "2"]),
    ]
    cells = "".join(f'<mergeCell ref="{ref}"/>' for ref in refs)
    return workbooks.sheet(*rows).replace(
        "</sheetData>", f"</sheetData><mergeCells>{cells}</mergeCells>"
    )


def test_a_merged_number_of_people_is_unknown_in_each_row() -> None:
    book = {"Notes": workbooks.sheet(workbooks.texts(1, ["Read me first"])),
            "Data": merged_sheet("D4:D5", "F4:F5", "G4:G5")}  # fmt: skip
    data = workbooks.archive(workbooks.parts(book))
    report = read_upload(data, "book.xlsx", today=TODAY)
    assert report.refused is None, report.refused
    assert report.accounts["row_number"].tolist() == [4, 5, 6]
    assert report.accounts["event_date"].dt.day.tolist() == [5, 5, 7]
    assert report.accounts["reported_admin1"].tolist() == ["Kirkuk", "Kirkuk", "Diyala"]
    assert numbers(report, "fatalities_best") == [None, None, 2]
    assert [(it.line, it.rule) for it in report.warnings] == [
        (4, "merged cell"),
        (5, "merged cell"),
    ]
    assert "“Data” was read, “Notes” not" in told(report, "sheets of the workbook")


def test_a_formula_with_an_empty_result_is_an_empty_cell() -> None:
    cells = '<c r="E2" t="str"><f>IF(1,"")</f><v></v></c><c r="F2"><f>1+1</f><v>2</v></c>'
    names = workbooks.texts(1, [*HEAD.split(","), "wounded", "fatalities_best"])
    row = workbooks.texts(2, ["L:1", "L", "2024-03-05", "Battles"]).replace(
        "</row>", f"{cells}</row>"
    )
    report = read_upload(workbooks.workbook(names, row), "book.xlsx", today=TODAY)
    assert (report.is_clean, numbers(report, "fatalities_best")) == (True, [2])
    assert not [note for note in report.notes if "formula" in note]


def test_a_header_of_two_rows_is_read_by_its_merges() -> None:
    rows = [
        workbooks.texts(1, ["Date", "Type", "Casualties"]),
        workbooks.row(2, workbooks.text("C2", "Killed"), workbooks.text("D2", "Wounded")),
        workbooks.texts(3, ["2024-03-05", "Battles", "1", "2"]),
    ]
    merges = "".join(f'<mergeCell ref="{ref}"/>' for ref in ("A1:A2", "B1:B2", "C1:D1"))
    xml = workbooks.sheet(*rows).replace(
        "</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>"
    )
    table = look(workbooks.archive(workbooks.parts({"a": xml})), Settings())
    assert (table.header.written, table.rows) == (("Date", "Type", "Killed", "Wounded"), 1)


# How cells are written.


def test_a_decimal_comma_is_read_where_the_separator_says_so() -> None:
    report = case("c22_decimal_comma.csv")
    assert (report.accepted_rows, report.rejected_rows) == (1, 1)
    assert (numbers(report, "latitude"), numbers(report, "longitude")) == ([35.3256], [43.7664])
    assert {(it.line, it.column, it.rule) for it in report.errors} == {
        (3, "latitude", "no decimal point"), (3, "longitude", "no decimal point"),
        (3, "fatalities_best", "thousands or decimals"),
    }  # fmt: skip
    assert "perhaps 35.3256" in report.errors[0].remedy


def test_the_decimal_sign_can_be_said() -> None:
    text = f'{HEAD},latitude,longitude,geo_precision\n{ROW.format(1)},"35,3256","43,7664",1'
    refused = read(text)
    assert {it.rule for it in refused.errors} == {"decimal comma"}
    assert "--decimal comma" in refused.errors[0].remedy
    assert numbers(read(text, decimal="comma"), "latitude") == [35.3256]
    semicolons = (CASES / "c22_decimal_comma.csv").read_text("utf-8")
    assert read(semicolons, decimal="point").accepted_rows == 0


COUNTS = [
    *("NA", "n/k", "-", "مجهول", "3–5", "3 to 5", "at least 3", "up to 5", "4", "", "3/5", "many"),
    *("3-May", "2024-05-03"),
]


def test_unknown_words_and_ranges_in_counts() -> None:
    rows = [f"{ROW.format(at)},{text},{text}" for at, text in enumerate(COUNTS)]
    report = read("\n".join([f"{HEAD},fatalities_best,wounded", *rows]))
    assert [it.value for it in report.errors[::2]] == ["3/5", "many", "3-May", "2024-05-03"]
    assert {it.rule for it in report.errors[4:]} == {"a day, not a number"}
    assert numbers(report, "fatalities_best") == [None] * 8 + [4, None]
    assert numbers(report, "fatalities_low") == [None] * 4 + [3, 3, 3, None, None, None]
    assert numbers(report, "fatalities_high") == [None] * 4 + [5, 5, None, 5, None, None]
    assert numbers(report, "wounded") == [None] * 8 + [4, None]
    assert told(report, "unknown in fatalities_best") == (
        "Treated as unknown in fatalities_best: “-” (1 row), “NA” (1 row), “n/k” (1 row), "
        "“مجهول” (1 row)."
    )
    assert "“3–5” (1 row)" in told(report, "Ranges in fatalities_best")
    assert "the number unknown" in told(report, "Ranges in wounded")


def test_a_files_own_bounds_stay_beside_a_range() -> None:
    text = f"{HEAD},fatalities_low,fatalities_best,fatalities_high\n{ROW.format(1)},2,3-5,"
    report = read(text)
    assert (numbers(report, "fatalities_low"), numbers(report, "fatalities_high")) == ([2], [5])


def test_a_zone_keeps_the_day_as_written_and_says_so() -> None:
    days = ["2024-03-05T23:30:00+03:00", "2024-03-05 21:00 UTC", "2024-03-05", "2024-03-05 21:00"]
    rows = [f"L:{at},L,{day},Battles" for at, day in enumerate(days)]
    report = read("\n".join([HEAD, *rows]))
    assert report.accounts["event_date"].dt.day.tolist() == [5] * 4
    assert told(report, "zone") == (
        "2 rows with a time and its zone in event_date: the day was kept as written; in Baghdad it "
        "was another day (line 3)."
    )


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("2024-03-05T23:30:00+03:00", 0), ("2024-03-05 21:00 UTC", 1), ("2024-03-05T20:59Z", 0),
        ("2024-03-05T01:00+05:30", -1), ("2024-03-05 11:30 PM GMT", 1),
        ("2024-03-05 12:00 (UTC)", 0),
        ("2024-03-05 23:00 AST", 0), ("2024-03-05T23:00+03", 0), ("2024-03-05", None),
        ("2024-03-05 23:00", None), ("2024-03-05 22:00 UTC+3", 0),
    ],
)  # fmt: skip
def test_the_day_in_baghdad(text: str, shift: int | None) -> None:
    assert zone_shift(text) == shift
    assert parse_date(text, TODAY) == date(2024, 3, 5)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("3–5", (3, 5)), ("3-5", (3, 5)), ("3 to 5", (3, 5)), ("between 3 and 5", (3, 5)),
        ("at least 3", (3, None)), ("3+", (3, None)), ("≥ 3", (3, None)),
        ("more than 3", (4, None)),
        ("up to 5", (None, 5)), ("fewer than 5", (None, 4)), ("من 3 إلى 5", (3, 5)),
        ("٣-٥", (3, 5)),
        ("ما لا يقل عن 3", (3, None)), ("3 or 5", (3, 5)),
        ("5-3", None), ("3", None), ("2/3", None), ("3 and 5", None), ("2024-03-05", None),
        ("about 5", None), ("-5", None), ("three", None),
    ],
)  # fmt: skip
def test_a_range_is_its_bounds(text: str, bounds: tuple[int | None, int | None] | None) -> None:
    assert parse_range(text) == (Range(*bounds) if bounds else None)


# Coordinates.


def test_one_column_of_coordinates_is_split_by_the_mapping() -> None:
    report = mapped("c11_own_table_one_coordinate_column.csv")
    assert report.problems[0].rule == "coordinates without a precision"
    assert (report.accepted_rows, report.errors) == (2, ())
    assert numbers(report, "latitude") == [35.1369, 35.3256]
    assert numbers(report, "longitude") == [44.4486, 43.7664]
    assert numbers(report, "fatalities_best") == [2, None]


POINTS = [
    "35.1369, 44.4486", "(35.1369 44.4486)", "POINT (44.4486 35.1369)", "44.4486E 35.1369N",
    "SRID=4326;POINT(44.4486 35.1369)", "35°08'12.84\"N 44°26'54.96\"E", "N35 08.214, E44 26.916",
    "35,1369; 44,4486", "35 08 12.84 N 44 26 54.96 E", "44.4486, 35.1369", "٣٥٫١٣٦٩، ٤٤٫٤٤٨٦",
    "lat 35.1369 lon 44.4486", "38S MD 49767 88364", "38SMD4976788364",
]  # fmt: skip


@pytest.mark.parametrize("text", POINTS)
def test_a_point_in_any_writing(text: str) -> None:
    point = parse_point(text)
    assert point is not None
    assert point == pytest.approx((35.1369, 44.4486), abs=2e-5)


def test_mgrs_agrees_with_another_library() -> None:
    # Square MD of zone 38S begins 400 km east and 3,800 km north; the middle of a square is taken.
    of_utm = pyproj.Transformer.from_crs(32638, 4326)
    for text, metres in (("38S MD 49767 88364", (449767, 3888364)), ("38SMD48", (445000, 3885000))):
        assert parse_point(text) == pytest.approx(of_utm.transform(*metres), abs=1e-5)


@pytest.mark.parametrize(
    "text",
    ["Daquq", "35.1369", "353256, 437664", "38S MD 497 8833", "38Z MD 1 1", "35 61 00 N, 44 0 0 E",
     "35.1N, 44.2N", "POINT (44.4)", "95, 200", "", "1, 2, 3", "x" * 200],
)  # fmt: skip
def test_what_is_no_point_is_none(text: str) -> None:
    assert parse_point(text) is None


def test_degrees_and_letters_stand_in_columns_of_their_own_too() -> None:
    cells = [
        ("35°28′", "44°24'36\"E"),
        ("35.47 N", "44.41 E"),
        ("35.47E", "44.41"),
        ("35 28", "44"),
    ]
    rows = [
        f'{ROW.format(at)},{n},"{e.replace(chr(34), chr(34) * 2)}",1'
        for at, (n, e) in enumerate(cells)
    ]
    report = read("\n".join([f"{HEAD},latitude,longitude,geo_precision", *rows]))
    assert numbers(report, "latitude") == [35.466666667, 35.47]
    assert numbers(report, "longitude") == [44.41, 44.41]
    assert [(it.line, it.value) for it in report.errors] == [(4, "35.47E"), (5, "35 28")]
    assert parse_degrees("35.5S", "latitude") == -35.5
    both = f'{HEAD},latitude,longitude\n{ROW.format(1)},"35.1369, 44.4486",44.4486'
    (problem,) = read(both).errors
    assert (problem.column, problem.rule) == ("latitude", "two coordinates in one cell")


def test_a_column_of_points_is_found_by_its_cells() -> None:
    rows = 'Date,Where it was,Score\n2024-03-05,"35.1369, 44.4486","3, 5"'
    offered = dict(suggest(look(rows.encode(), Settings())).columns)
    assert (offered["latitude"], offered["longitude"]) == ("Where it was", "Where it was")


# Arabic.


@pytest.mark.parametrize(
    "name", [f"c16_arabic_headers{end}" for end in (".xlsx", "_utf8.csv", "_cp1256.csv")]
)
def test_arabic_columns_and_kinds_are_offered(name: str) -> None:
    offered = suggest(glance(name))
    assert dict(offered.columns) == {
        "incident_id": "الرقم", "event_date": "التاريخ", "event_type": "نوع الحادث",
        "reported_admin1": "المحافظة", "reported_admin2": "القضاء", "location": "الموقع",
        "fatalities_best": "عدد القتلى", "wounded": "عدد الجرحى", "latitude": "خط العرض",
        "longitude": "خط الطول",
    }  # fmt: skip
    assert {theirs: ours for _, theirs, ours in offered.codes} == {
        "هجوم مسلح": "Battles", "عبوة ناسفة": "Explosions/Remote violence",
        "خطف": "Violence against civilians",
    }  # fmt: skip
    report = mapped(name)
    assert (report.rows, report.accepted_rows, report.errors) == (3, 3, ())
    assert report.accounts["reported_admin1"].tolist() == ["Kirkuk", "Salah al-Din", "Diyala"]
    assert numbers(report, "fatalities_best") == [2, None, 0]
    assert numbers(report, "wounded") == [3, 1, 0]
    assert report.accounts["event_date"].dt.day.tolist() == [5, 9, 15]


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("الفاعل", "actor1"), ("ملاحظات", "notes"), ("الملاحظات", "notes"), ("الجرحى", "wounded"),
        ("عدد المخطوفين", "abducted"), ("الهدف", "actor2"), ("تاريخ الحادث", "event_date"),
        ("محافظة", "reported_admin1"), ("قضاء", "reported_admin2"), ("دائرة العرض", "latitude"),
        ("المصدر", "source_title"), ("بەروار", "event_date"), ("پارێزگا", "reported_admin1"),
    ],
)  # fmt: skip
def test_an_arabic_or_kurdish_name_is_understood(theirs: str, ours: str) -> None:
    assert dict(suggest(look(f"{theirs}\nx\n".encode(), Settings())).columns) == {ours: theirs}


@pytest.mark.parametrize(
    ("word", "ours"),
    [
        ("اختطاف مدنيين", "Violence against civilians"),
        ("تفجير انتحاري", "Explosions/Remote violence"),
        ("قصف بالهاون", "Explosions/Remote violence"), ("اشتباكات", "Battles"), ("كمين", "Battles"),
        ("تظاهرة", "Protests"), ("اعتقال مطلوب", "Strategic developments"), ("طقس", None),
        ("والخطف", "Violence against civilians"), ("الاشتباك", "Battles"),
        ("Armed clash", "Battles"),
        ("Explosion, remote violence", "Explosions/Remote violence"),
    ],
)  # fmt: skip
def test_an_arabic_word_for_a_kind(word: str, ours: str | None) -> None:
    assert event_type(word) == ours


def test_files_that_were_once_refused_are_read() -> None:
    def once(name: str) -> IngestReport:
        data = (UPLOADS / f"{name}.csv").read_bytes()
        return read_upload(data, name, today=TODAY)

    assert numbers(once("coordinate_degrees"), "latitude")[1] == pytest.approx(35 + 28 / 60)
    assert numbers(once("count_nan"), "fatalities_best") == [3, None]
    assert once("country_other").left_out == 1


# Files in the columns of UCDP GED: a release, or candidate events.

UCDP = (CASES / "c38_ucdp_candidate_2026.csv").read_text("utf-8").splitlines()
IN_2026 = date(2026, 11, 26)


def ucdp(name: str, *lines: str, **said: Any) -> IngestReport:
    return read_upload("\n".join([UCDP[0], *lines]).encode(), name, today=IN_2026, **said)


def test_candidate_events_are_a_series_of_their_own() -> None:
    name = "c38_ucdp_candidate_2026.csv"
    report = read_upload((CASES / name).read_bytes(), name, today=IN_2026)
    assert (report.layout, report.version, report.errors) == ("ucdp_candidate", "", ())
    assert report.accounts["source"].unique().tolist() == ["UCDP-CANDIDATE"]
    assert report.accounts["incident_id"].iloc[0] == "UCDP-CANDIDATE:600001"


def test_a_release_is_known_by_its_version() -> None:
    report = case("c39_ucdp_25_1_2019_2024.csv")
    assert (report.layout, report.version, report.errors) == ("ucdp_ged", "25.1", ())
    assert report.accounts["source"].unique().tolist() == ["UCDP"]


def test_what_tells_candidate_events() -> None:
    of_2024 = UCDP[1].replace("2026", "2024")
    unsettled = of_2024.replace(",Clear,", ",Check deaths,")
    assert ucdp("list.csv", of_2024).layout == "ucdp_ged"
    assert ucdp("list.csv", unsettled).layout == "ucdp_candidate"
    assert ucdp("GEDEvent_v24_0_1.csv", of_2024).layout == "ucdp_candidate"
    assert ucdp("list.csv", of_2024, release="24.0.1").layout == "ucdp_candidate"
    assert ucdp("list.csv", unsettled, layout="ucdp_ged").layout == "ucdp_ged"


def test_the_last_candidate_row_of_an_id_holds() -> None:
    later = UCDP[1].replace(",0,0,1,0,1,1,1,645,", ",0,0,4,0,4,4,4,645,")
    report = ucdp("GEDEvent_v26_0_1.csv", UCDP[1], UCDP[2], later)
    assert (report.rows, report.left_out, report.errors) == (3, 1, ())
    assert numbers(report, "fatalities_best") == [1, 4]
    assert told(report, "last row").startswith("1 row has an id that stands again further down.")


def test_a_version_that_cannot_be_is_refused() -> None:
    refused = ucdp("list.csv", UCDP[1], release="second edition").refused or ""
    assert refused.startswith("“second edition” is no version of UCDP")
    assert "26.0.3" in refused
