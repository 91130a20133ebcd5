"""Tables of no known layout: a mapping says what their columns are."""

from __future__ import annotations

import csv
import io
import json
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor import schema
from corridor.ingest import IngestReport, read_upload
from corridor.ingest.model.known_words import event_type
from corridor.ingest.model.mapping import ColumnMap, MappingError, from_json, read_mapping
from corridor.ingest.review.first_mapping import Glance, draft, look, suggest
from corridor.settings import Settings

TODAY = date(2026, 1, 1)
NAMES = ["Ref", "Date of attack", "Governorate", "Village", "Lat", "Lon", "Kind of incident",
         "Killed", "Injured", "Perpetrator", "Remarks"]  # fmt: skip
ROWS = [
    ["17", "05/06/2018", "Kirkuk", "Riyadh", "35.3", "43.7", "IED on road", "2", "n/a", "ISIS", ""],
    ["18", "17/06/2018", "Salahuddin", "Injana", "34.53", "44.63", "Abduction", "-", "0", "ISIS",
     "fake checkpoint"],
    ["19 b", "18/06/2018", "Diyala", "", "", "", "Weird", "?", "1", "NULL", ""],
]  # fmt: skip


def sheet(rows: list[list[str]], names: list[str] | None = None, mark: str = ";") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=mark).writerows([names or NAMES, *rows])
    return text.getvalue().encode()


def table(data: bytes) -> Glance:
    return look(data, Settings())


def mapped(data: bytes, mapping: ColumnMap) -> IngestReport:
    return read_upload(data, "sheet.csv", mapping=mapping, today=TODAY)


@pytest.fixture
def whole() -> ColumnMap:
    values = draft(table(sheet(ROWS)))
    values["same"] = {"source": "NINA"}
    values["codes"]["event_type"]["Weird"] = "Battles"
    return from_json(values)


def test_columns_are_paired_by_name_and_event_types_by_meaning() -> None:
    found = suggest(table(sheet(ROWS)))
    assert dict(found.columns) == {
        "incident_id": "Ref", "event_date": "Date of attack", "reported_admin1": "Governorate",
        "location": "Village", "latitude": "Lat", "longitude": "Lon",
        "event_type": "Kind of incident", "fatalities_best": "Killed", "wounded": "Injured",
        "actor1": "Perpetrator", "notes": "Remarks",
    }  # fmt: skip
    assert set(found.codes) == {
        ("event_type", "IED on road", "Explosions/Remote violence"),
        ("event_type", "Abduction", "Violence against civilians"),
    }
    assert found.lacking() == ["source"]


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("التاريخ", "event_date"), ("Longitude (E)", "longitude"), ("LAT", "latitude"),
        ("number killed", "fatalities_best"), ("people_wounded", "wounded"),
        ("Admin1", "reported_admin1"), ("Districts", "reported_admin2"), ("y", "latitude"),
        ("URL", "source_url"), ("Descriptions", "notes"),
    ],
)  # fmt: skip
def test_a_name_as_sheets_write_it_is_understood(theirs: str, ours: str) -> None:
    assert dict(suggest(table(sheet([["1"]], [theirs]))).columns) == {ours: theirs}


@pytest.mark.parametrize("theirs", ["temperature", "colour", "w", "budget", "phone", "la"])
def test_other_names_are_left_alone(theirs: str) -> None:
    assert suggest(table(sheet([["1"]], [theirs]))).columns == ()


@pytest.mark.parametrize(
    ("word", "ours"),
    [
        ("Suicide Bombing", "Explosions/Remote violence"), ("armed clash", "Battles"),
        ("BATTLES", "Battles"), ("Kidnapping", "Violence against civilians"),
        ("peaceful protest", "Protests"), ("weather", None), ("", None),
        ("VBIED", "Explosions/Remote violence"), ("three died, identified", None),
        ("unarmed men determined", None),
    ],
)  # fmt: skip
def test_a_word_for_an_event_type(word: str, ours: str | None) -> None:
    assert event_type(word) == ours


def test_a_mapped_table_is_read(whole: ColumnMap) -> None:
    report = mapped(sheet(ROWS), whole)
    assert (report.refused, report.layout, report.date_order) == (None, "mapped", "dmy")
    assert [problem.rule for problem in report.errors] == []
    rows = report.accounts
    assert rows["incident_id"].tolist() == ["NINA:17", "NINA:18", "NINA:19-b"]
    assert rows["source"].tolist() == ["NINA"] * 3
    assert rows["event_type"].tolist() == [
        "Explosions/Remote violence", "Violence against civilians", "Battles",
    ]  # fmt: skip
    assert rows["event_date"].dt.strftime("%Y-%m-%d").tolist() == [
        "2018-06-05", "2018-06-17", "2018-06-18",
    ]  # fmt: skip
    assert rows["fatalities_best"].fillna(-1).tolist() == [2, -1, -1]
    assert rows["wounded"].fillna(-1).tolist() == [-1, 0, 1]
    assert rows["actor1"].fillna("").tolist() == ["IS", "IS", ""]
    assert rows["reported_admin1"].tolist() == ["Kirkuk", "Salah al-Din", "Diyala"]


def test_a_problem_names_the_files_own_column(whole: ColumnMap) -> None:
    bad = [[*ROWS[0][:7], "many", *ROWS[0][8:]], ROWS[1]]
    report = mapped(sheet(bad), whole)
    assert [(it.line, it.column, it.value) for it in report.errors] == [(2, "Killed", "many")]
    assert report.accepted_rows == 1


def test_a_row_without_an_id_gets_one_of_its_text(whole: ColumnMap) -> None:
    no_id = replace(whole, columns=tuple(it for it in whole.columns if it[0] != "incident_id"))
    first = mapped(sheet(ROWS), no_id).accounts["incident_id"].tolist()
    assert len(set(first)) == 3
    assert all(name.startswith("NINA:") for name in first)
    again = mapped(sheet(list(reversed(ROWS)), mark=","), no_id).accounts["incident_id"].tolist()
    assert again == list(reversed(first))
    turned = [[*row[1:], row[0]] for row in ROWS]
    moved = mapped(sheet(turned, [*NAMES[1:], NAMES[0]]), no_id).accounts["incident_id"].tolist()
    assert moved == first
    changed = [[*ROWS[0][:-1], "mended"], *ROWS[1:]]
    assert mapped(sheet(changed), no_id).accounts["incident_id"].tolist()[1:] == first[1:]


def test_the_same_row_twice_is_refused_once(whole: ColumnMap) -> None:
    no_id = replace(whole, columns=tuple(it for it in whole.columns if it[0] != "incident_id"))
    report = mapped(sheet([ROWS[1], ROWS[1]]), no_id)
    assert [(it.line, it.rule) for it in report.errors] == [(3, "the id is on an earlier line too")]


def test_the_order_of_day_and_month_is_the_mappings(whole: ColumnMap) -> None:
    ambiguous = sheet([ROWS[0]])
    assert mapped(ambiguous, whole).date_order == "ambiguous"
    report = mapped(ambiguous, replace(whole, date_order="mdy"))
    assert report.accounts["event_date"].tolist()[0].date() == date(2018, 5, 6)


def test_a_table_that_is_not_known_says_that_a_mapping_helps() -> None:
    report = read_upload(sheet(ROWS), "sheet.csv", today=TODAY)
    assert report.refused
    assert report.is_mappable
    assert report.header == tuple(NAMES)
    assert not read_upload(b"%PDF-1.4", "sheet.pdf", today=TODAY).is_mappable


def test_a_file_without_a_mapped_column_is_refused_by_its_name(whole: ColumnMap) -> None:
    report = mapped(sheet([row[:-1] for row in ROWS], NAMES[:-1]), whole)
    assert "the required column remarks" in (report.refused or "")


def test_a_mapping_that_says_too_little_is_refused(whole: ColumnMap) -> None:
    report = mapped(sheet(ROWS), replace(whole, same=()))
    assert "does not say where source comes from" in (report.refused or "")


def test_a_mapping_goes_to_a_file_and_back(whole: ColumnMap) -> None:
    text = json.dumps(whole.as_json(), ensure_ascii=False)
    back = read_mapping(text)
    assert back.as_json() == whole.as_json()
    assert back == whole


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"corridor_mapping": 2}, '"corridor_mapping": 1'),
        ({"columnz": {}}, "perhaps columns is meant"),
        ({"columns": {"event_dat": "Date"}}, "perhaps event_date is meant"),
        ({"columns": ["event_date"]}, '"columns" must be an object of texts'),
        ({"columns": {"event_date": 3}}, '"columns" must be an object of texts'),
        ({"same": {"event_date": "2018-01-01"}}, "is in both"),
        ({"same": {"source": "A", "incident_id": "1"}}, "is in both"),
        ({"codes": {"sub_event_type": {"a": "b"}}}, "names sub_event_type"),
        ({"codes": []}, "does not say where source"),
        ({"codes": "x"}, '"codes" must be an object'),
        ({"unknown": "n/a"}, "must be a list of words"),
        ({"date_order": "ymd"}, '"date_order" must be'),
        ({"same": {"source": ""}}, "does not say where source comes from"),
    ],
)  # fmt: skip
def test_a_faulty_mapping_is_named(change: dict[str, Any], said: str) -> None:
    values = draft(table(sheet(ROWS))) | change
    with pytest.raises(MappingError) as caught:
        from_json(values)
    assert said in str(caught.value)


TEXTS = st.text(max_size=8)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(["columns", "same", "codes", "unknown", "date_order", "other"])
COLUMNS = st.sampled_from([column.name for column in schema.CSV_COLUMNS])


@given(st.dictionaries(KEYS, ANY_JSON | st.dictionaries(COLUMNS, TEXTS, max_size=3)))
def test_any_mapping_is_taken_or_named(values: dict[str, Any]) -> None:
    with suppress(MappingError):
        assert not from_json(values | {"corridor_mapping": 1}).lacking()


@given(st.text(max_size=40))
def test_any_text_as_a_mapping_file_has_an_answer(text: str) -> None:
    with pytest.raises(MappingError):
        read_mapping(text)
