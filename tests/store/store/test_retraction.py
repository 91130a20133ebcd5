"""Retracting incidents: hidden, with a reason, once, and undoable."""

from __future__ import annotations

from pathlib import Path

import pytest

from corridor.ingest.review.confirm import confirm
from corridor.ingest.review.upload import check
from corridor.settings import Settings
from corridor.store import Store, StoreError, open_store
from tests.store.conftest import Run, account, csv_text, imported, killing


def listed(store: Store) -> list[str]:
    found = store.read("SELECT incident_id FROM incidents WHERE source = 'TEST' ORDER BY 1")
    return list(found["incident_id"])


@pytest.fixture
def filled(tiny_store: Store) -> Store:
    for number in (1, 2, 3):
        tiny_store.commit(account(f"TEST:{number}"), imported())
    return tiny_store


def test_retracted_incidents_are_hidden_until_that_is_undone(filled: Store) -> None:
    done = filled.retract(["TEST:1", "TEST:2", "TEST:1"], " reported twice ", "tester")
    assert done is not None
    assert (done.action, done.author, done.counts) == ("retraction", "tester", {"retracted": 2})
    assert done.note == "reported twice"
    assert listed(filled) == ["TEST:3"]
    kept = filled.read("SELECT DISTINCT reason FROM records WHERE record_kind = 'retraction'")
    assert kept["reason"].tolist() == ["reported twice"]
    assert filled.verify() == []
    filled.undo(done.commit_id)
    assert listed(filled) == ["TEST:1", "TEST:2", "TEST:3"]


def test_the_same_retraction_is_one_commit(filled: Store, tiny: Settings) -> None:
    done = filled.retract(["TEST:1"], "wrong")
    assert done is not None
    version = filled.version
    assert filled.retract(["TEST:1"], "wrong again") is None
    assert filled.version == version
    filled.undo(done.commit_id)
    again = filled.retract(["TEST:1"], "wrong after all")
    assert again is not None
    assert (again.action, again.undoes) == ("redo", done.commit_id)
    more = filled.retract(["TEST:1", "TEST:2"], "wrong")
    assert more is not None
    assert more.counts == {"retracted": 1}
    assert listed(open_store(tiny)) == ["TEST:3"]


def test_a_later_version_stays_hidden_until_the_retraction_is_undone(filled: Store) -> None:
    done = filled.retract(["TEST:1"], "wrong")
    assert done is not None
    filled.commit(account("TEST:1", fatalities_best=3), imported())
    assert "TEST:1" not in listed(filled)
    assert filled.retract(["TEST:1"], "still wrong") is None
    filled.undo(done.commit_id)
    shown = filled.read("SELECT fatalities_best FROM incidents WHERE incident_id = 'TEST:1'")
    assert shown["fatalities_best"].tolist() == [3]


def test_an_upload_says_which_of_its_rows_stay_hidden(tiny_store: Store, tiny: Settings) -> None:
    rows = [killing(number, event_date=f"2015-0{number}-01") for number in (1, 2)]
    confirm(tiny_store, check(tiny_store, tiny, csv_text(rows).encode(), "a.csv"), "tester")
    tiny_store.retract(["MYLIST:1", "MYLIST:2"], "told by a hoaxer")
    again = [rows[0] | {"fatalities_best": 9}, rows[1], killing(3, event_date="2015-03-01")]
    found = check(tiny_store, tiny, csv_text(again).encode(), "b.csv")
    told = [(it.line, it.rule, it.severity) for it in found.report.problems]
    assert told == [
        (2, "hidden by a retraction: told by a hoaxer", "warning"),
        (3, "hidden by a retraction: told by a hoaxer", "warning"),
    ]
    report = found.report
    assert (report.new, report.updated, report.duplicates, report.warned) == (1, 1, 1, 2)
    confirm(tiny_store, found, "tester")
    shown = tiny_store.read("SELECT incident_id FROM accounts WHERE source = 'MYLIST'")
    assert shown["incident_id"].tolist() == ["MYLIST:3"]


def test_what_cannot_be_retracted_says_why(filled: Store) -> None:
    version = filled.version
    with pytest.raises(StoreError, match="no incident NO:1, NO:2: nothing was retracted"):
        filled.retract(["TEST:1", "NO:1", "NO:2"], "wrong")
    with pytest.raises(StoreError, match="NO:19 and 5 more: nothing"):
        filled.retract([f"NO:{number}" for number in range(25)], "wrong")
    with pytest.raises(StoreError, match="a retraction needs a reason"):
        filled.retract(["TEST:1"], " ")
    with pytest.raises(StoreError, match="the reason has 2,001 characters; at most 2,000"):
        filled.retract(["TEST:1"], "x" * 2001)
    with pytest.raises(StoreError, match="no incident is named: give the ids to retract"):
        filled.retract([], "wrong")
    assert filled.version == version


def test_by_the_command_line(run: Run, filled: Store, tiny: Settings, tmp_path: Path) -> None:
    data = tiny.data_dir
    ids = tmp_path / "ids.csv"
    ids.write_text("\ufeffnotes,incident_id\na,TEST:2\nb, TEST:3\n,\n", encoding="utf-8")
    done = run(
        "retract", "TEST:1", "--file", ids, "--reason", "a test", "--author", "Layla", data=data
    )
    commit = filled.history()[0]
    assert done.out == f"3 retracted: commit {commit.commit_id}\n"
    assert (commit.author, commit.note) == ("Layla", "a test")
    assert listed(filled) == []
    again = run("retract", "TEST:1", "--reason", "a test", data=data)
    assert (again.code, again.out) == (0, "nothing new: all of them are already hidden\n")
    told = run("retract", "TEST:1", "--reason", "a test", "--json", data=data)
    assert told.json == {"retracted": 0, "commit": None}
    assert run("undo", commit.commit_id, data=data).code == 0
    assert listed(filled) == ["TEST:1", "TEST:2", "TEST:3"]
    unknown = run("retract", "NO:1", "--reason", "a test", data=data)
    assert (unknown.code, unknown.out) == (1, "")
    assert "the store has no incident NO:1" in unknown.err
    assert "--reason" in run("retract", "TEST:1", data=data).err
    ids.write_text("name\nTEST:1\n", encoding="utf-8")
    other = run("retract", "--file", ids, "--reason", "a test", data=data)
    assert (other.code, other.out) == (1, "")
    assert "The list has no column incident_id: its columns are name" in other.err
