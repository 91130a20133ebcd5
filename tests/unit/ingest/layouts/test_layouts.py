"""Files of ACLED, GTD and UCDP: rows that come out, problems that are named, codes and days."""

import calendar
import csv
import io
import math
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.ingest import IngestReport, read_upload
from tests import workbooks
from tests.paths import UPLOADS

pytestmark = pytest.mark.slow

TODAY = date(2026, 1, 1)
# Few files of many rows: a file takes longer than its rows.
SLOW = settings(max_examples=4)


def read(name: str) -> IngestReport:
    return read_upload((UPLOADS / f"{name}.csv").read_bytes(), f"{name}.csv", today=TODAY)


def good(name: str, layout: str) -> pd.DataFrame:
    report = read(name)
    assert (report.refused, report.layout) == (None, layout)
    assert report.errors == ()
    return report.accounts


def rows_of(rows: list[dict[str, str]]) -> list[pd.Series]:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    report = read_upload(text.getvalue().encode(), "rows.csv", today=TODAY)
    assert (report.refused, report.errors, report.rows) == (None, (), len(rows))
    return [row for _, row in report.accounts.sort_values("row_number").iterrows()]


def listed(column: pd.Series) -> list[object]:
    return [None if pd.isna(value) else value for value in column]


def test_old_acled_is_read_in_the_words_of_now() -> None:
    rows = good("acled_old", "acled")
    assert read("acled_old").problems == ()
    ids = [f"ACLED:{name}" for name in ("IRQ11", "12", "IRQ13", "IRQ14", "IRQ15")]
    assert rows["incident_id"].tolist() == ids
    assert rows["event_type"].tolist() == [
        "Violence against civilians",
        "Battles",
        "Protests",
        "Explosions/Remote violence",
        "Riots",
    ]
    assert listed(rows["sub_event_type"]) == [None, "Armed clash", None, None, None]
    assert rows["date_precision"].tolist() == [3, 1, 4, 1, 1]
    assert rows["geo_precision"].tolist() == [4, 1, 2, 1, 1]
    days = rows["event_date"].dt.strftime("%Y-%m-%d").tolist()
    assert days[:2] == ["2018-04-30", "2018-01-01"]
    first = rows.iloc[0]
    assert (first["actor1"], first["actor2"], first["source"]) == ("IS", "Civilians", "ACLED")
    assert first["source_office"] == "Paper One;Paper Two"
    assert first["fatalities_best"] == 3
    assert rows[["initiated_by", "fatalities_low", "fatalities_high"]].isna().all(axis=None)


def test_new_acled_is_read_with_few_columns() -> None:
    rows = good("acled_new", "acled")
    assert rows["sub_event_type"].tolist() == ["Remote explosive/landmine/IED", "Attack"]
    assert rows["incident_id"].tolist() == ["ACLED:IRQ21", "ACLED:IRQ22"]
    assert rows["fatalities_best"].isna().all()
    assert rows["geo_precision"].isna().all()


def test_gtd_is_read_with_its_unknowns_and_divided_counts() -> None:
    rows = good("gtd_good", "gtd")
    assert rows["event_type"].tolist() == [
        "Battles",
        "Violence against civilians",
        "Explosions/Remote violence",
        "Strategic developments",
    ]
    assert rows["event_date"].dt.strftime("%m-%d").tolist() == ["06-17", "02-01", "01-01", "06-17"]
    ends = rows["event_date_end"].dt.strftime("%m-%d").tolist()
    assert ends == ["06-17", "02-28", "12-31", "06-17"]
    assert listed(rows["date_precision"]) == [1, 4, 5, None]
    assert rows["geo_precision"].tolist() == [1, 3, 6, 4]
    assert listed(rows["fatalities_low"]) == [None, 2, None, None]
    assert listed(rows["fatalities_best"]) == [4, None, None, None]
    assert listed(rows["fatalities_high"]) == [None, 3, None, None]
    assert listed(rows["abducted"]) == [None, 4, None, None]
    assert listed(rows["attackers_killed"]) == [1, 1, None, 1]
    assert rows["wounded"].isna().all()
    assert listed(rows["initiated_by"]) == ["IS", None, "IS", "IS"]
    assert rows["incident_id"].iloc[0] == "GTD:201806170001"


def test_gtd_in_words_is_read_without_its_numbers() -> None:
    row = good("gtd_reduced", "gtd").iloc[0]
    assert (row["event_type"], row["sub_event_type"]) == ("Battles", "Armed clash")
    assert (row["actor1"], row["actor2"]) == ("IS", "Military")


BAD = [
    ("acled_bad", ["event_type", "time_precision", "geo_precision", "event_id_cnty", "event_type"]),
    ("gtd_bad", ["eventid", "iday", "attacktype1", "specificity", "iday"]),
]


@pytest.mark.parametrize(("name", "columns"), BAD)
def test_bad_codes_are_refused_under_the_files_own_names(name: str, columns: list[str]) -> None:
    report = read(name)
    assert report.refused is None
    assert report.accepted_rows == 0
    first = {item.line: item.column for item in reversed(report.errors)}
    assert [first[line] for line in sorted(first)] == columns


@pytest.mark.parametrize("name", ["acled_syria", "ucdp_syria"])
def test_rows_of_another_country_are_left_out_and_counted(name: str) -> None:
    report = read(name)
    assert (report.accepted_rows, report.rejected_rows, report.left_out) == (0, 0, report.rows)
    told = "Its one row is of another country: Syria 1. Use the file for Iraq, or that of the whole"
    assert report.refused == f"{told} world."
    # Beside a row of the country the others are left out, counted, and the file is taken.
    head, row = (UPLOADS / f"{name}.csv").read_text().splitlines()
    at_home = row.replace(",Syria,", ",Iraq,")
    assert at_home != row
    mixed = read_upload(f"{head}\n{row}\n{at_home}\n".encode(), f"{name}.csv", today=TODAY)
    assert (mixed.refused, mixed.left_out, mixed.rows) == (None, 1, 2)
    assert any("another country left out: Syria 1." in note for note in mixed.notes)


def test_one_of_two_columns_is_asked_for_by_both_names() -> None:
    refused = read("gtd_lacking").refused
    assert refused is not None
    assert "columns attacktype1 or attacktype1_txt, targtype1 or targtype1_txt" in refused


def test_an_own_table_with_a_column_of_acled_stays_an_own_table() -> None:
    text = "incident_id,source,event_date,event_type,data_id\nL:1,L,2018-06-17,Battles,5\n"
    assert read_upload(text.encode(), "own.csv", today=TODAY).layout == "native"


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("ucdp_tags", ["UCDP:1001", "UCDP:1002"]),
        ("ucdp_candidate", ["UCDP:IRQ-2018-1-0001", "UCDP:401234"]),
        ("ucdp_41", ["UCDP:1001"]),
    ],
)
def test_ucdp_is_read_in_every_release(name: str, ids: list[str]) -> None:
    rows = good(name, "ucdp_ged")
    assert read(name).rows == len(ids)
    assert rows["incident_id"].tolist() == ids
    assert rows["fatalities_best"].tolist() == [3] * len(ids)
    assert rows["deaths_civilians"].isna().all()


def told(name: str, layout: str, problems: set[str]) -> list[list[object]]:
    """Read a file of one release of UCDP; give what differs between releases, row by row."""
    rows = good(name, layout)
    assert {item.rule for item in read(name).problems} == problems
    days = [rows[column].dt.strftime("%Y-%m-%d") for column in ("event_date", "event_date_end")]
    plain = ["incident_id", "date_precision", "geo_precision", "event_clarity", "dyad", "actor2"]
    counts = ["number_of_sources", "fatalities_low", "fatalities_best", "fatalities_high"]
    columns = [*days, *(rows[column] for column in (*plain, *counts))]
    return [list(row) for row in zip(*map(listed, columns), strict=True)]


def test_a_yearly_release_of_ucdp_is_read_with_all_its_columns() -> None:
    fighters = "Government of Iraq - IS"
    assert told("ucdp_49_columns", "ucdp_ged", {"rows from UCDP"}) == [
        ["2018-06-17", "2018-06-18", "UCDP:244657", 2, 2, 1, "IS - Civilians", "Civilians",
         2, 3, 3, 4],
        ["2018-06-01", "2018-06-30", "UCDP:244658", 4, 7, 2, fighters, "IS", 2, 3, 3, 4],
    ]  # fmt: skip


def test_a_monthly_candidate_release_is_read_with_its_times_of_day() -> None:
    own = "UCDP-CANDIDATE"
    assert told("ucdp_candidate_monthly", "ucdp_candidate", set()) == [
        ["2025-11-03", "2025-11-04", f"{own}:628424", 2, 2, 1, "IS - Civilians", "Civilians",
         2, 3, 3, 4],
        ["2025-11-01", "2025-11-30", f"{own}:10628425", 4, 2, 1, "IS - Civilians", "Civilians",
         None, 1, 2, 9],
    ]  # fmt: skip
    reports = good("ucdp_candidate_monthly", "ucdp_candidate")["source_date"]
    assert reports.dt.strftime("%Y-%m-%d").tolist() == ["2025-11-05", "2025-11-30"]


def test_a_release_with_numbers_of_other_names_is_read_alike() -> None:
    assert [row[2:] for row in told("ucdp_gwno", "ucdp_ged", {"rows from UCDP"})] == [
        ["UCDP:201", 2, 2, 1, "IS - Civilians", "Civilians", 2, 3, 3, 4]
    ]


def test_a_workbook_may_have_a_row_of_tags_too() -> None:
    cells = list(csv.reader((UPLOADS / "ucdp_tags.csv").read_text().splitlines()))
    data = workbooks.archive(workbooks.parts({"GED": workbooks.sheet(
        *(workbooks.texts(line, values) for line, values in enumerate(cells, 1))
    )}))  # fmt: skip
    found = read_upload(data, "tags.xlsx", today=TODAY)
    assert (found.refused, found.errors, found.layout) == (None, (), "ucdp_ged")
    columns = ["incident_id", "event_date", "latitude", "fatalities_best", "row_number"]
    assert found.accounts[columns].equals(good("ucdp_tags", "ucdp_ged")[columns])
    assert found.accounts["row_number"].tolist() == [3, 4]


def test_a_workbook_of_tags_alone_has_no_rows() -> None:
    tags = csv.reader((UPLOADS / "ucdp_tags_only.csv").read_text().splitlines())
    rows = [workbooks.texts(line, values) for line, values in enumerate(tags, 1)]
    data = workbooks.archive(workbooks.parts({"GED": workbooks.sheet(*rows)}))
    assert "no rows" in (read_upload(data, "tags.xlsx", today=TODAY).refused or "")


def test_a_file_of_tags_alone_has_no_rows() -> None:
    assert "no rows" in (read("ucdp_tags_only").refused or "")


def test_a_later_line_of_tags_is_a_row() -> None:
    lines = (UPLOADS / "ucdp_tags.csv").read_text().splitlines()
    text = "\n".join([lines[0], lines[2], lines[1]])
    assert read_upload(text.encode(), "x.csv", today=TODAY).rejected_rows == 1


GTD = {"country_txt": "Iraq", "gname": "Unknown", "targtype1": "14", "attacktype1": "2"}
UNKNOWN_DAYS = st.tuples(st.integers(1970, 2025), st.integers(0, 12), st.just(0))
KNOWN_DAYS = st.dates(date(1970, 1, 1), date(2025, 12, 31)).map(lambda it: it.timetuple()[:3])


def gtd(at: int, year: int = 2018, month: int = 6, day: int = 17, **more: str) -> dict[str, str]:
    when = {"iyear": f"{year}", "imonth": f"{month}", "iday": f"{day}"}
    return {"eventid": f"2018061700{at:02}"} | GTD | when | more


@SLOW
@given(st.lists(UNKNOWN_DAYS | KNOWN_DAYS, min_size=20, max_size=60))
def test_gtd_days_agree_with_the_calendar(days: list[tuple[int, int, int]]) -> None:
    rows = rows_of([gtd(at, *day) for at, day in enumerate(days)])
    for row, (year, month, day) in zip(rows, days, strict=True):
        first = date(year, month or 1, day or 1)
        longest = calendar.monthrange(year, month)[1] if month else 31
        last = date(year, month or 12, day or longest)
        assert (row["event_date"].date(), row["event_date_end"].date()) == (first, last)
        assert row["date_precision"] == (1 if day else 4 if month else 5)


@SLOW
@given(
    st.lists(st.tuples(st.integers(0, 4000), st.sampled_from([1, 2, 4])), min_size=20, max_size=60)
)
def test_gtd_counts_are_whole_or_lie_between_two(counts: list[tuple[int, int]]) -> None:
    rows = rows_of([gtd(at, nkill=str(parts / of)) for at, (parts, of) in enumerate(counts)])
    for row, (parts, of) in zip(rows, counts, strict=True):
        count = parts / of
        found = listed(row[["fatalities_low", "fatalities_best", "fatalities_high"]])
        divided = [math.floor(count), None, math.ceil(count)]
        assert found == ([None, int(count), None] if count.is_integer() else divided)


# What ACLED writes for both precisions, and what they are here: place, day.
PRECISIONS = [("1", 1, 1), ("2", 2, 3), ("3", 4, 4), ("", None, None)]


def acled(at: int, day: str, code: str) -> dict[str, str]:
    return {
        "data_id": f"{at}", "event_date": day, "event_type": "Battles",
        "actor1": "A", "country": "Iraq", "latitude": "35.1", "longitude": "44.1",
        "geo_precision": code, "time_precision": code,
    }  # fmt: skip


@SLOW
@given(
    st.lists(
        st.tuples(st.dates(date(1997, 1, 1), TODAY), st.sampled_from(PRECISIONS)),
        min_size=20,
        max_size=60,
    ),
    st.sampled_from(["%d %B %Y", "%d-%b-%y", "%Y-%m-%d"]),
)
def test_acled_days_and_precisions(
    stated: list[tuple[date, tuple[str, int | None, int | None]]], writing: str
) -> None:
    rows = rows_of(
        [acled(at, day.strftime(writing), code[0]) for at, (day, code) in enumerate(stated, 7)]
    )
    for row, (day, (_, place, when)) in zip(rows, stated, strict=True):
        assert row["event_date"].date() == day
        assert listed(row[["geo_precision", "date_precision"]]) == [place, when]


def test_every_file_of_these_layouts_is_read_here() -> None:
    elsewhere = {"acled_export", "ucdp_good", "ucdp_faults", "ucdp_lacking"}
    found = {path.stem for kind in ("acled", "gtd", "ucdp") for path in UPLOADS.glob(f"{kind}_*")}
    text = Path(__file__).read_text(encoding="utf-8")
    assert {name for name in found - elsewhere if f'"{name}"' not in text} == set()
