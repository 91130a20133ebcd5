"""Older versions: read whole, listed, and restored."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from corridor.settings import SHIPPED, Settings
from corridor.store import Store, StoreError, open_store
from tests.store.conftest import Run, account, imported


def sources(store: Store) -> list[str]:
    found = store.read("SELECT incident_id FROM incidents WHERE source = 'TEST' ORDER BY 1")
    return list(found["incident_id"])


def test_a_restore_makes_the_live_files_those_of_then(tiny_store: Store) -> None:
    one = tiny_store.commit(account("TEST:1"), imported())
    tiny_store.commit(account("TEST:2"), imported())
    tiny_store.undo(one.commit_id)
    done = tiny_store.restore(1, "tester")
    assert sources(tiny_store) == ["TEST:1"]
    assert (done.action, done.undoes, done.version) == ("restore", "version 1", 4)
    assert done.note == "1 files brought back, 1 taken out"
    assert tiny_store.restore(2).version == 5
    assert sources(tiny_store) == ["TEST:1", "TEST:2"]
    told = [item.action for item in tiny_store.history()]
    assert told == ["restore", "restore", "undo", "import", "import", "seed"]
    assert tiny_store.verify() == []


def test_what_cannot_be_restored_says_why(tiny_store: Store) -> None:
    tiny_store.commit(account("TEST:1"), imported())
    with pytest.raises(StoreError, match="there is no version 9: the newest is 1"):
        tiny_store.restore(9)
    with pytest.raises(StoreError, match="the live files are those of version 1 already"):
        tiny_store.restore(1)
    done = tiny_store.restore(0)
    with pytest.raises(StoreError, match="is a restore: take it back with `restore --to 1`"):
        tiny_store.undo(done.commit_id)
    undone = tiny_store.restore(1)
    assert sources(tiny_store) == ["TEST:1"]
    with pytest.raises(StoreError, match="is a restore"):
        tiny_store.redo(undone.commit_id)


def test_naming_an_undo_says_what_to_name(tiny_store: Store) -> None:
    done = tiny_store.commit(account("TEST:1"), imported())
    undo = tiny_store.undo(done.commit_id)
    with pytest.raises(StoreError, match=f"is the undo of {done.commit_id}: name that"):
        tiny_store.undo(undo.commit_id)


def test_a_redo_is_undone_under_its_own_name_too(tiny_store: Store) -> None:
    done = tiny_store.commit(account("TEST:1"), imported(), "file")
    tiny_store.undo(done.commit_id)
    again = tiny_store.commit(account("TEST:1"), imported(), "file")
    assert (again.action, again.undoes) == ("redo", done.commit_id)
    undone = tiny_store.undo(again.commit_id)
    assert (undone.undoes, sources(tiny_store)) == (done.commit_id, [])
    tiny_store.redo(again.commit_id)
    assert sources(tiny_store) == ["TEST:1"]


def test_a_restore_never_brings_an_old_seed_back(tiny: Settings, tiny_store: Store) -> None:
    tiny_store.commit(account("TEST:1"), imported())
    seed = tiny.seed_dir / "incidents.parquet"
    shipped = SHIPPED / "incidents" / "seed" / "incidents.parquet"
    shutil.copyfile(shipped, seed)
    store = open_store(tiny)
    [present] = [path for path in store.files() if path.name.startswith("seed-")]
    store.restore(0)
    assert store.files() == [present]
    assert sources(store) == []


def test_an_older_version_is_read_whole_and_not_written(tiny: Settings, tiny_store: Store) -> None:
    done = tiny_store.commit(account("TEST:1"), imported())
    tiny_store.commit(account("TEST:2"), imported())
    old = open_store(tiny, at_version=1)
    assert (old.version, sources(old)) == (1, ["TEST:1"])
    assert [(item.action, item.version) for item in old.history()] == [("import", 1), ("seed", 0)]
    assert len(old.files()) == 2
    for write in (
        lambda: old.commit(account("TEST:3"), imported()),
        lambda: old.undo(done.commit_id),
        lambda: old.redo(done.commit_id),
        lambda: old.restore(0),
        lambda: old.retract(["TEST:1"], "wrong"),
    ):
        with pytest.raises(StoreError, match="opened as of version 1, to be read only"):
            write()
    assert sources(tiny_store) == ["TEST:1", "TEST:2"]


def test_older_versions_by_the_command_line(run: Run, tiny: Settings, tiny_store: Store) -> None:
    data = tiny.data_dir
    chosen = ("--json", "--province", "All Iraq", "--from", "1989-01-01")
    shown = run("summary", *chosen, data=data).json
    series, beside = shown["incidents"], shown["beside"].get("others", {"incidents": 0})
    commit = tiny_store.commit(account("TEST:1"), imported())
    for number, version in ((beside["incidents"], 0), (beside["incidents"] + 1, 1)):
        found = run("summary", *chosen, "--at-version", version, data=data)
        assert found.json["incidents"] == series > 0
        assert found.json["beside"].get("others", {"incidents": 0})["incidents"] == number
        assert run("--at-version", version, "summary", *chosen, data=data) == found
    listed = run("incidents", *chosen, "--at-version", 0, data=data).json
    assert len(listed) == series + beside["incidents"]
    assert run("findings", "--at-version", 0, data=data).code == 0
    assert len(run("history", "--json", "--at-version", 0, data=data).json) == 1
    assert run("verify", "--at-version", 0, data=data).out == "sound: version 0, 1 live file\n"
    none = run("summary", "--at-version", 7, data=data)
    assert (none.code, none.out) == (1, "")
    assert "there is no version 7: the newest is 1" in none.err
    refused = run("--at-version", "1", "undo", commit.commit_id, data=data)
    assert refused.code == 1
    assert "it works on the newest version only: leave out --at-version" in refused.err
    assert "'-1' is not a version" in run("summary", "--at-version=-1", data=data).err
    empty = run("summary", "--at-version", 0, data=data / "elsewhere")
    assert "yet, so no version 0" in empty.err
    assert not (data / "elsewhere").exists()


def test_the_live_files_are_listed_for_other_tools(
    run: Run, tiny: Settings, tiny_store: Store
) -> None:
    done = tiny_store.commit(account("TEST:1"), imported())
    tiny_store.undo(done.commit_id)
    seed = str(tiny_store.files()[0])
    assert run("files", data=tiny.data_dir).out == f"{seed}\n"
    assert run("files", "--json", data=tiny.data_dir).json == {"version": 2, "files": [seed]}
    then = run("files", "--as-of-version", 1, data=tiny.data_dir).out.splitlines()
    assert sorted(then) == sorted([seed, str(Path(seed).with_name(f"{done.commit_id}.parquet"))])
    kinds = duckdb.read_parquet(then).filter("source = 'TEST'").project("source").fetchall()
    assert len(kinds) == 1


def test_restore_by_the_command_line(run: Run, tiny: Settings, tiny_store: Store) -> None:
    tiny_store.commit(account("TEST:1"), imported())
    done = run("restore", "--to", 0, "--author", "Layla", data=tiny.data_dir)
    commit = tiny_store.history()[0]
    assert done.out == f"restore of version 0 is commit {commit.commit_id}, version 2\n"
    assert commit.author == "Layla"
    assert sources(tiny_store) == []
    again = run("restore", "--to", 0, data=tiny.data_dir)
    assert (again.code, again.out) == (1, "")
    assert "restore version 0" in run("history", data=tiny.data_dir).out
