"""What SQL takes at once is what `parse_cell` would have read, whatever the text."""

from __future__ import annotations

from datetime import date

import pyarrow as pa  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corridor import schema, vocabulary
from corridor.ingest.checks import quick
from corridor.ingest.checks.cells import parse_cell
from corridor.ingest.model.characters import trim
from corridor.ingest.model.problem import Fault
from corridor.schema import Column
from corridor.store.workbench import Workbench

TODAY = date(2026, 1, 1)
BENCH = Workbench.alone()
ODD = [
    *(
        "",
        "0",
        "00",
        "-0",
        "+1",
        "1.0",
        "-1",
        "1e3",
        "1_000",
        "٣",
        "۳",
        "3٫5",
        "NaN",
        "inf",
        "null",
    ),
    *("999999999", "1000000000", "100000", "100001", "90", "90.0000001", "-180", "1.", ".5", "1,5"),
    *("2018-06-17", "2018-02-30", "1899-12-31", "1900-01-01", "2026-01-01", "2026-01-02"),
    *("20180617", "infinity", "epoch", "2018-6-7", "9999-12-31", "0000-00-00", "17/06/2018"),
    *(
        "true",
        "True",
        "1",
        "IS",
        "is",
        "ISIS",
        "isil",
        "Iraq",
        "iraq",
        "Syria",
        "A:1",
        "A 1",
        "É:1",
    ),
    *("x" * 120, "x" * 121, "x" * 500, "x" * 501, "é" * 60, "a\nb", "a\tb", "\x7f", "B2", "b2"),
    *vocabulary.EVENT_TYPES,
    *list(vocabulary.SUB_EVENT_TYPES)[:4],
]
numbers = st.one_of(
    st.integers(-(10**10), 10**10).map(str),
    st.floats(allow_nan=True, allow_infinity=True).map(str),
    st.decimals(-200, 200, places=4).map(str),
)
texts = st.one_of(
    st.sampled_from(ODD),
    numbers,
    st.dates(date(1880, 1, 1), date(2040, 1, 1)).map(date.isoformat),
    st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20),
).map(trim)


def taken(column: Column, cells: list[str]) -> list[object]:
    BENCH.keep("quick_cells", pa.table({"cell": cells, "place": list(range(len(cells)))}))
    sql = f"SELECT {quick.typed(column, 'cell')} FROM quick_cells ORDER BY place"
    return [value for (value,) in BENCH.rows(sql, quick.values(TODAY))]


@pytest.mark.parametrize("column", schema.CSV_COLUMNS, ids=lambda column: column.name)
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(cells=st.lists(texts, min_size=1, max_size=30))
def test_a_cell_taken_in_sql_has_the_value_of_the_slow_way(
    column: Column, cells: list[str]
) -> None:
    asked = [*cells, *ODD]
    for cell, value in zip(asked, taken(column, asked), strict=True):
        slow = parse_cell(column, cell, TODAY)
        if value is not None:
            assert not isinstance(slow, Fault), (cell, slow)
            assert value == slow, cell


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        *(("event_date", "2018-06-17"), ("fatalities_best", "3"), ("latitude", "35.47")),
        *(("event_type", "Battles"), ("incident_id", "A:1"), ("actor1", "Peshmerga")),
        *(("country", "Iraq"), ("notes", "هجوم"), ("source", "MYLIST"), ("geo_precision", "1")),
    ],
)
def test_what_is_plainly_good_needs_no_slow_way(name: str, cell: str) -> None:
    assert taken(schema.column(name), [cell]) != [None]
