"""A list of incidents to hide: recognised, read whatever its form, looked up, hidden, undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from corridor.actions import Person, hide_list
from corridor.exchange.export import incidents_csv
from corridor.exchange.template import annotated_csv, rejects_csv, template_csv
from corridor.ingest import read_upload
from corridor.ingest.review.confirm import UploadError
from corridor.ingest.review.retractions import (
    Hiding,
    RetractionList,
    is_retraction_list,
    read_retractions,
)
from corridor.settings import Settings
from corridor.store import Store, StoreError, open_store
from tests.paths import CASES, UPLOADS
from tests.store.conftest import Run, account, imported
from tests.unit.ingest.test_properties import encoded, mutated, near_csv, packed, started

FALSE_NEWS = "خبر كاذب"
AS_1256 = (
    "The file is not UTF-8. It was read as Windows-1256 (Arabic); check that the names look right."
)


@pytest.fixture
def filled(tiny_store: Store) -> Store:
    """A store with TEST:1 to TEST:4, of which TEST:3 is hidden and TEST:4 killed three."""
    for number in (1, 2, 3):
        tiny_store.commit(account(f"TEST:{number}"), imported())
    tiny_store.commit(account("TEST:4", fatalities_best=3), imported())
    tiny_store.retract(["TEST:3"], "hidden before")
    return tiny_store


def shown(store: Store) -> list[str]:
    found = store.read("SELECT incident_id FROM incidents WHERE source = 'TEST' ORDER BY 1")
    return list(found["incident_id"])


def reasons(store: Store, commit_id: str) -> dict[str, str]:
    found = store.read(
        "SELECT incident_id, reason FROM records WHERE commit_id = $commit", {"commit": commit_id}
    )
    return dict(zip(found["incident_id"], found["reason"], strict=True))


def listed(store: Store, settings: Settings, text: str) -> RetractionList:
    return read_retractions(store, settings, text.encode(), "list.csv")


# file, the reasons of the rows, what is said of the file
LISTS: list[tuple[str, list[str | None], tuple[str, ...]]] = [
    ("retract_semicolon_bom.csv", ["told twice;\nsee TEST:2", "not in Iraq"], ()),
    ("retract_utf16.csv", [FALSE_NEWS, FALSE_NEWS], ()),
    ("retract_cp1256.csv", [f"{FALSE_NEWS} من كركوك"] * 2, (AS_1256,)),
    ("retract_tags.csv", ["wrong", None], ()),
    ("retract_marks.csv", ["=wrong", None], ()),
    ("retract_workbook.xlsx", ["wrong", None], ()),
]


@pytest.mark.parametrize(("name", "given", "said"), LISTS)
def test_a_list_is_recognised_and_read_in_any_form(
    filled: Store, tiny: Settings, name: str, given: list[str | None], said: tuple[str, ...]
) -> None:
    data = (UPLOADS / name).read_bytes()
    assert is_retraction_list(read_upload(data, name))
    found = read_retractions(filled, tiny, data, name)
    assert (found.report.refused, found.report.problems, found.report.notes) == (None, (), said)
    assert (found.report.rows, found.found, found.hidden, found.unknown) == (2, 2, 0, 0)
    assert dict(found.reasons) == dict(zip(["TEST:1", "TEST:2"], given, strict=True))
    assert found.common_reason == (given[0] if given[0] == given[1] else "")
    assert found.needs_reason == (None in given)


# file, what is wrong with it, what to do
REFUSED = [
    ("retract_ragged.csv", "line 3 has 3 cells", "quotation marks"),
    ("retract_header_only.csv", "no rows", "Add one row"),
    ("retract_no_id.csv", "no column incident_id: its columns are event, reason", "Name the"),
]


@pytest.mark.parametrize(("name", "reason", "remedy"), REFUSED)
def test_a_list_that_cannot_be_read_says_why_and_what_to_do(
    filled: Store, tiny: Settings, name: str, reason: str, remedy: str
) -> None:
    found = read_retractions(filled, tiny, (UPLOADS / name).read_bytes(), name)
    assert found.report.refused is not None
    assert reason in found.report.refused
    assert remedy in found.report.refused
    assert found.preview(9).empty
    with pytest.raises(UploadError, match=reason):
        hide_list(filled, Person("tester"), found, Hiding("wrong"))


def test_every_list_of_the_folder_is_read_here() -> None:
    named = {name for name, *_ in (*LISTS, *REFUSED)} | {"retract_faults.csv"}
    assert {path.name for path in UPLOADS.glob("retract_*")} == named


def test_each_fault_of_a_list_is_named_with_its_line_and_remedy(
    filled: Store, tiny: Settings
) -> None:
    data = (UPLOADS / "retract_faults.csv").read_bytes()
    found = read_retractions(filled, tiny, data, "faults.csv")
    said = [
        (it.line, it.column, it.value[:9], it.rule, it.severity) for it in found.report.problems
    ]
    assert said == [
        (3, "incident_id", "", "the cell is empty", "error"),
        (4, "incident_id", "TEST: 2", "blank in an id", "error"),
        (6, "incident_id", "NO:77", "no such incident here", "error"),
        (7, "incident_id", "test:2", "no such incident here", "error"),
        (8, "reason", "xxxxxxxxx", "2,001 characters, at most 2,000 fit", "error"),
        (9, "incident_id", "TTTTTTTTT", "121 characters, at most 120 fit", "error"),
        (5, "incident_id", "TEST:1", "the same id is on line 2", "warning"),
    ]
    remedies = {it.line: it.remedy for it in found.report.problems}
    assert remedies[3].startswith("Write the id of one incident, such as MYLIST:1")
    assert remedies[6] == "Copy the id from the Incidents page, or delete the row."
    assert remedies[7] == "Did you mean “TEST:2”? Otherwise delete the row."
    report = found.report
    assert (report.rows, report.accepted_rows, report.rejected_rows, report.warned) == (9, 3, 6, 1)
    assert (found.found, found.hidden, found.unknown) == (1, 1, 2)
    assert dict(found.reasons) == {"TEST:1": "wrong"}
    assert rejects_csv(report).decode("utf-8-sig").count("no such incident here") == 2
    assert b"the same id is on line 2" in annotated_csv(report)


def test_an_id_is_suggested_only_when_no_other_is_as_near(filled: Store, tiny: Settings) -> None:
    found = listed(filled, tiny, "incident_id,reason\nTEST:9,x\nTEST4,x\n")
    assert ["Did you mean" in it.remedy for it in found.report.problems] == [False, True]
    assert "“TEST:4”" in found.report.problems[1].remedy


@pytest.mark.parametrize(
    ("header", "is_list"),
    [
        ("incident_id", True),
        ("Incident ID;Reason", True),
        ("id", True),
        ("id,reason,line,errors", True),
        ("incident_id,decided_by,why", True),
        ("incident_id,reason,location,notes", True),
        ("id,name,price", False),
        ("reason,event", False),
        ("incident_id,fatalities_best", False),
        ("incident_id,sources,reasons", False),
        ("incident_id,event_date,reason", False),
        ("incident_id,source,event_date,event_type,reason", False),
        ("id,type_of_violence,reason", False),
        ("incident_id,event_id_cnty,reason", False),
        ("incident_id,incident_id", False),
    ],
)
def test_a_list_is_told_from_a_table_of_incidents(header: str, *, is_list: bool) -> None:
    mark = ";" if ";" in header else ","
    row = mark.join("1" for _ in header.split(mark))
    assert is_retraction_list(read_upload(f"{header}\n{row}\n".encode(), "x.csv")) == is_list


def test_our_own_files_are_never_taken_for_a_list(filled: Store) -> None:
    rows = filled.read("SELECT * FROM incidents")
    for data in (incidents_csv(rows), template_csv()):
        assert not is_retraction_list(read_upload(data, "ours.csv", today=date(2026, 1, 1)))


def test_ids_with_values_are_asked_for_a_reason() -> None:
    report = read_upload(b"incident_id,location\nTEST:1,Kirkuk\n", "x.csv")
    assert report.refused is not None
    assert "lacks the required columns source, event_date, event_type" in report.refused
    assert "add a column reason" in report.refused


def test_each_row_keeps_its_reason_and_undo_brings_all_back(filled: Store, tiny: Settings) -> None:
    found = listed(filled, tiny, "incident_id,reason\nTEST:1,told twice\nTEST:2,\nTEST:3,x\n")
    assert (found.found, found.hidden) == (2, 1)
    assert found.preview(9)["incident_id"].tolist() == ["TEST:1", "TEST:2"]
    version = filled.version
    with pytest.raises(StoreError, match="a retraction needs a reason"):
        hide_list(filled, Person("tester"), found, Hiding())
    assert filled.version == version
    done = hide_list(filled, Person("tester"), found, Hiding("no such place"))
    assert done is not None
    assert reasons(filled, done.commit_id) == {"TEST:1": "told twice", "TEST:2": "no such place"}
    assert (done.file_name, done.counts, done.author) == ("list.csv", {"retracted": 2}, "tester")
    assert done.file_sha256 == found.report.sha256
    assert done.note == "no such place (2 different reasons)"
    assert shown(filled) == ["TEST:4"]
    assert filled.verify() == []
    filled.undo(done.commit_id)
    assert shown(filled) == ["TEST:1", "TEST:2", "TEST:4"]


def test_the_same_list_twice_is_one_commit(filled: Store, tiny: Settings) -> None:
    text = "incident_id,reason\nTEST:1,wrong\nTEST:2,wrong\n"
    found = listed(filled, tiny, text)
    done = hide_list(filled, Person("tester"), found, Hiding())
    version = filled.version
    again = listed(filled, tiny, text)
    assert (again.found, again.hidden) == (0, 2)
    assert hide_list(filled, Person("tester"), again, Hiding()) is None
    assert (
        hide_list(filled, Person("tester"), found, Hiding()) is None
    )  # checked before, confirmed after
    assert filled.version == version
    assert done is not None
    filled.undo(done.commit_id)
    redone = hide_list(filled, Person("tester"), listed(filled, tiny, text), Hiding())
    assert redone is not None
    assert (redone.action, redone.undoes) == ("redo", done.commit_id)
    filled.undo(done.commit_id)
    other = hide_list(
        filled, Person("t"), listed(filled, tiny, text.replace("wrong", "false")), Hiding()
    )
    assert other is not None
    assert reasons(filled, other.commit_id) == {"TEST:1": "false", "TEST:2": "false"}


def test_bad_rows_stop_a_list_unless_they_are_left_out(filled: Store, tiny: Settings) -> None:
    found = listed(filled, tiny, "incident_id,reason\nTEST:1,a\nNO:1,a\n")
    with pytest.raises(UploadError, match=r"1 of 2 rows are bad\. Nothing was hidden"):
        hide_list(filled, Person("tester"), found, Hiding())
    assert "TEST:1" in shown(filled)
    done = hide_list(filled, Person("tester"), found, Hiding(only_good=True))
    assert done is not None
    assert (done.counts, done.note) == ({"retracted": 1, "left out": 1}, "a")
    none_good = listed(filled, tiny, "incident_id\nNO:1\n")
    with pytest.raises(UploadError, match="No row names an incident that is here"):
        hide_list(filled, Person("tester"), none_good, Hiding("a", only_good=True))


def test_what_leaves_the_primary_series_and_what_stays_is_counted(
    own_store: Store, own: Settings
) -> None:
    linked = own_store.read(
        "SELECT account_ids FROM incidents WHERE source = 'UCDP' AND accounts = 2 LIMIT 1"
    )["account_ids"].iloc[0]
    alone = own_store.read(
        "SELECT incident_id FROM incidents WHERE source = 'UCDP' AND accounts = 1 LIMIT 1"
    )["incident_id"].iloc[0]
    one = listed(own_store, own, f"incident_id,reason\n{linked[0]},x\n{alone},x\n")
    assert (one.found, one.of_series, one.told_otherwise) == (2, 2, 1)
    both = listed(own_store, own, f"incident_id,reason\n{linked[0]},x\n{linked[1]},x\n")
    assert (both.found, both.told_otherwise) == (2, 0)


@hypothesis_settings(suppress_health_check=list(HealthCheck), max_examples=100)
@given(st.one_of(st.binary(max_size=300), near_csv, mutated, started, encoded, packed))
def test_any_bytes_get_an_answer(store: Store, shipped: Settings, data: bytes) -> None:
    found = read_retractions(store, shipped, data, "anything.csv")
    report = found.report
    assert (report.refused is None) == (report.rows > 0)
    assert report.rows == report.accepted_rows + report.rejected_rows
    assert len(found.preview(1000)) == found.found == len(found.reasons)
    assert len(report.rejects) == report.rejected_rows
    assert annotated_csv(report)
    assert found.as_json()["to_hide"] == found.found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A list with one row of a reason of its own, one without, and one unknown id."""
    path = tmp_path / "list.csv"
    path.write_text("incident_id,reason\nTEST:1,told twice\nTEST:2,\nNO:1,x\n", encoding="utf-8")
    return path


def test_import_hides_what_a_list_names(
    run: Run, filled: Store, tiny: Settings, file: Path, tmp_path: Path
) -> None:
    data = tiny.data_dir
    bad = run("import", file, "--reason", "wrong", "--rejects", tmp_path / "bad.csv", data=data)
    assert bad.code == 1
    assert "list.csv:4: error: incident_id “NO:1”: no such incident here. Copy" in bad.err
    assert bad.out == (
        "3 rows: 2 to hide, 0 already hidden, 1 unknown, 1 rejected\nrefused: nothing was saved\n"
    )
    assert "NO:1" in (tmp_path / "bad.csv").read_text("utf-8")
    taken = ("import", file, "--take-good-rows")
    dry = run(*taken, "--dry-run", data=data)
    assert (dry.code, dry.out.splitlines()[-1]) == (0, "dry run: nothing was saved")
    lacking = run(*taken, data=data)
    assert (lacking.code, lacking.out) == (1, "")
    assert "--reason TEXT, or a column reason in the list" in lacking.err
    assert shown(filled) == ["TEST:1", "TEST:2", "TEST:4"]
    done = run(*taken, "--reason", "wrong", "--author", "Layla", "--json", data=data)
    commit = filled.history()[0]
    assert (commit.author, commit.file_name) == ("Layla", "list.csv")
    assert reasons(filled, commit.commit_id) == {"TEST:1": "told twice", "TEST:2": "wrong"}
    assert shown(filled) == ["TEST:4"]
    told = done.json
    assert (told["layout"], told["to_hide"], told["unknown"]) == ("retraction", 2, 1)
    assert (told["commit"], told["problems"][0]["line"]) == (commit.commit_id, 4)
    again = run(*taken, "--reason", "wrong", data=data)
    assert (again.code, again.out.splitlines()[-1]) == (0, "nothing new: all are already hidden")
    as_incidents = run("import", file, "--layout", "native", data=data)
    assert "lacks the required columns source, event_date, event_type" in as_incidents.err


def test_retract_reads_the_same_lists(run: Run, filled: Store, tiny: Settings, file: Path) -> None:
    data = tiny.data_dir
    bad = run("retract", "--file", file, "--reason", "wrong", data=data)
    assert (bad.code, bad.out) == (1, "")
    assert "list.csv:4: error: incident_id “NO:1”: no such incident here. Copy" in bad.err
    assert "1 of 3 rows are bad. Nothing was hidden" in bad.err
    taken = ("retract", "TEST:4", "--file", file, "--take-good-rows")
    assert "--reason" in run(*taken, data=data).err
    done = run(*taken, "--reason", "wrong", data=data)
    commit = filled.history()[0]
    assert done.out == f"3 retracted: commit {commit.commit_id}\n"
    assert reasons(filled, commit.commit_id) == {
        "TEST:1": "told twice",
        "TEST:2": "wrong",
        "TEST:4": "wrong",
    }
    again = run("retract", "--file", file, "--take-good-rows", data=data)
    assert again.out == "nothing new: all of them are already hidden\n"
    whole = UPLOADS / "retract_workbook.xlsx"
    filled.undo(commit.commit_id)
    assert run("retract", "--file", whole, "--reason", "x", data=data).out.startswith("2 retracted")


def test_a_sources_own_list_of_deleted_events_hides_them(run: Run, tiny: Settings) -> None:
    before = run("import", CASES / "c05a_before_deletion.csv", data=tiny.data_dir)
    assert "2 new" in before.out
    done = run("import", CASES / "c05_acled_deleted_list.csv", data=tiny.data_dir)
    assert (done.code, "1 to hide" in done.out) == (0, True), done.err
    store = open_store(tiny)
    left = store.read("SELECT incident_id FROM incidents WHERE source = 'ACLED'")
    assert left["incident_id"].tolist() == ["ACLED:IRQ93003"]
    commit = store.history()[0].commit_id
    assert reasons(store, commit) == {"ACLED:IRQ93002": "deleted by its source on 2025-11-25"}


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("1764045636", " on 2025-11-25"), ("1764045636000", " on 2025-11-25"),
        ("1764045636.0", " on 2025-11-25"), ("2025-11-25", " on 2025-11-25"), ("", ""),
    ],
)  # fmt: skip
def test_the_day_of_a_deletion(filled: Store, tiny: Settings, cell: str, day: str) -> None:
    filled.commit(account("ACLED:IRQ1", source="ACLED"), imported())
    text = f"event_id_cnty,deleted_timestamp\nIRQ1,{cell}\nSYR5,1764045636\nSYR6,1764045636\n"
    found = listed(filled, tiny, text)
    assert (found.found, found.unknown, found.report.problems) == (1, 2, ())
    assert found.common_reason == f"deleted by its source{day}"
    assert found.report.notes[-1] == "2 of its 3 events are not here."
