"""Values at and beyond their limits, as the person who uploads is told of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from corridor.ingest import IngestReport, read_upload
from corridor.ingest.files.column_names import MAX_COLUMNS
from corridor.ingest.review.first_mapping import look
from corridor.settings import Settings
from corridor.store.workbench import Workbench

TODAY = date(2026, 1, 1)
GOOD = {
    "incident_id": "MYLIST:1", "source": "MYLIST", "event_date": "2018-06-17",
    "event_type": "Battles", "fatalities_low": "2", "fatalities_best": "3",
    "fatalities_high": "4", "admin1": "Salah al-Din", "latitude": "34.2", "longitude": "43.87",
    "geo_precision": "1",
}  # fmt: skip


def read(**cells: str) -> IngestReport:
    row = GOOD | cells
    text = f"{','.join(row)}\n{','.join(row.values())}\n"
    return read_upload(text.encode(), "mine.csv", today=TODAY)


# cells, the column named, what is wrong, part of the remedy
REFUSED = [
    ({"event_date": "2026-01-02"}, "event_date", "date in the future", "to 2026-01-01"),
    ({"event_date_end": "2026-01-02"}, "event_date_end", "date in the future", "to 2026-01-01"),
    ({"event_date": "1899-12-31"}, "event_date", "date before 1900", "from 1900-01-01"),
    ({"event_date": "-infinity"}, "event_date", "not a date", "such as 2018-06-17"),
    ({"latitude": "inf"}, "latitude", "not a decimal number", "such as 34.53"),
    ({"longitude": "NaN"}, "longitude", "latitude without longitude", "both coordinates"),
    ({"fatalities_best": "Infinity"}, "fatalities_best", "not a whole number", "digits only"),
    (
        {"latitude": "43.87", "longitude": "34.2"},
        "latitude",
        "latitude and longitude look swapped",
        "write latitude 34.2, longitude 43.87",
    ),
    (
        {"latitude": "0", "longitude": "0"},
        "latitude",
        "0/0 is no place in Iraq",
        "Leave both coordinates empty",
    ),
    (
        {"latitude": "33.51", "longitude": "36.29"},
        "latitude",
        "the point is outside Iraq",
        "correct 33.51, 36.29 or delete the row",
    ),
    ({"fatalities_low": "5"}, "fatalities_best", "counts out of order", "low 5, best 3, high 4"),
    ({"fatalities_high": "2"}, "fatalities_best", "counts out of order", "low 2, best 3, high 2"),
    (
        {"fatalities_low": "5", "fatalities_best": ""},
        "fatalities_best",
        "counts out of order",
        "Low must not be above best",
    ),
    (
        {"incident_id": "MYLIST:" + "1" * 120},
        "incident_id",
        "127 characters, at most 120 fit",
        "Shorten the text.",
    ),
    ({"admin1": "x" * 501}, "admin1", "501 characters, at most 500 fit", "Shorten the text."),
]


@pytest.mark.parametrize(("cells", "column", "rule", "remedy"), REFUSED)
def test_a_value_beyond_its_limit_is_refused_with_its_remedy(
    cells: dict[str, str], column: str, rule: str, remedy: str
) -> None:
    report = read(**cells)
    (problem,) = report.problems
    assert (problem.line, problem.column, problem.rule) == (2, column, rule)
    assert remedy in problem.remedy
    assert (problem.severity, report.accepted_rows, report.rejected_rows) == ("error", 0, 1)


KEPT = [
    {},
    {"event_date": "2026-01-01"},
    {"event_date": "1900-01-01"},
    {"fatalities_low": "3", "fatalities_high": "3"},
    {"fatalities_low": "", "fatalities_best": ""},
    {"fatalities_high": "100000"},
    {"incident_id": "MYLIST:" + "1" * 113},
    {"latitude": "37.3", "longitude": "42.6", "admin1": "Duhok"},
]


@pytest.mark.parametrize("cells", KEPT)
def test_a_value_at_its_limit_is_kept(cells: dict[str, str]) -> None:
    report = read(**cells)
    assert (report.problems, report.notes, report.accepted_rows) == ((), (), 1)


def test_a_first_look_at_a_wide_table_leaves_its_cells_to_python(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Macros over five hundred columns in one statement kept the engine busy for half a minute."""
    asked: list[str] = []
    rows = Workbench.rows

    def noted(bench: Workbench, sql: str, params: Any = None) -> Any:
        asked.append(sql)
        return rows(bench, sql, params)

    monkeypatch.setattr(Workbench, "rows", noted)
    cells = ",".join(["  '=1+1 ", *["x"] * (MAX_COLUMNS - 1)])
    table = look(
        f"{','.join(f'c{at}' for at in range(MAX_COLUMNS))}\n{cells}\n".encode(), Settings()
    )
    assert (table.examples["c0"], table.examples["c499"]) == (("=1+1",), ("x",))
    assert not any("clean(" in sql for sql in asked)


def test_an_incident_of_more_than_a_year_is_a_warning() -> None:
    year = {"event_date": "2018-01-01", "event_date_end": "2019-01-02"}
    assert read(**year).problems == ()
    (told,) = read(**year | {"event_date_end": "2019-01-03"}).problems
    assert (told.column, told.severity) == ("event_date_end", "warning")
    assert "Check the year of both days" in told.remedy
