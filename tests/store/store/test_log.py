"""Several processes at one log: races, what each sees, checkpoints, and other engines."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from threading import Barrier, Thread

import polars
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest
from deltalake import DeltaTable

from corridor.settings import PROJECT, Settings
from corridor.store import Store, StoreError, open_store
from corridor.store.log import delta_log
from tests.store.conftest import account, csv_text, imported, killing


def test_the_first_read_after_a_second_process_s_commit_sees_it(
    tiny: Settings, tiny_store: Store, tmp_path: Path
) -> None:
    """It may not wait for anything: the other program has said “commit …”."""
    path = tmp_path / "rows.csv"
    path.write_text(csv_text([killing(1)]), encoding="utf-8")
    command = [sys.executable, "-m", "corridor", "import", str(path), "--data", str(tiny.data_dir)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT) as other:
        assert other.stdout is not None
        told = other.stdout.read()
        assert "commit " in told
    seen = tiny_store.read("SELECT incident_id FROM incidents WHERE source = 'MYLIST'")
    assert seen["incident_id"].tolist() == ["MYLIST:1"]


@pytest.mark.parametrize("change", ["undo", "redo", "restore"])
def test_of_the_same_change_by_many_at_once_one_is_made(
    tiny: Settings, tiny_store: Store, change: str
) -> None:
    target = tiny_store.commit(account("TEST:1"), imported())
    if change == "redo":
        tiny_store.undo(target.commit_id)
    stores = [open_store(tiny) for _ in range(6)]
    start, told = Barrier(len(stores)), list[str]()

    def make(store: Store) -> None:
        start.wait()
        try:
            told.append(
                getattr(store, change)(0 if change == "restore" else target.commit_id).action
            )
        except StoreError as error:
            told.append(str(error))

    threads = [Thread(target=make, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told.count(change) == 1
    assert sum("already" in text or "is not undone" in text for text in told) == 5
    assert [item.action for item in tiny_store.history()].count(change) == 1
    assert tiny_store.examine().notes == []


def test_what_many_commit_at_once_is_all_there_in_one_row_of_versions(
    tiny: Settings, tiny_store: Store
) -> None:
    stores = [open_store(tiny) for _ in range(4)]

    def make(number: int, store: Store) -> None:
        for turn in range(4):
            done = store.commit(account(f"TEST:{number}-{turn}"), imported())
            if turn == 2:
                store.undo(done.commit_id)

    threads = [Thread(target=make, args=item) for item in enumerate(stores)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [item.version for item in tiny_store.history()] == list(range(20, -1, -1))
    counted = tiny_store.read("SELECT count(*) AS n FROM incidents WHERE source = 'TEST'")
    assert counted["n"].tolist() == [12]
    assert tiny_store.verify() == []


def test_a_writer_that_always_loses_gives_up_in_a_sentence(
    tiny_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delta_log, "PATIENCE_SECONDS", -1)
    with pytest.raises(StoreError, match="other programs kept writing for a minute: try again"):
        tiny_store.commit(account("TEST:1"), imported())
    assert len(list(tiny_store.files()[0].parent.glob("*.parquet"))) == 1


@pytest.fixture
def long(tiny_store: Store) -> Store:
    """A store of 103 versions: one checkpoint, and a few entries after it."""
    done = tiny_store.commit(account("TEST:1"), imported(), transaction="first")
    for turn in range(101):
        change = tiny_store.redo if turn % 2 else tiny_store.undo
        change(done.commit_id)
    return tiny_store


def checkpoint(settings: Settings) -> Path:
    [found] = (settings.store_dir / "_delta_log").glob("*.checkpoint.parquet")
    return found


def test_the_history_is_whole_after_a_checkpoint(long: Store, tiny: Settings) -> None:
    assert checkpoint(tiny).name == "00000000000000000100.checkpoint.parquet"
    again = open_store(tiny)
    assert [item.version for item in again.history()] == list(range(102, -1, -1))
    assert again.examine().notes == again.verify() == []
    entries = (tiny.store_dir / "_delta_log").glob("*.json")
    assert len([path for path in entries if path.stem.isdecimal()]) == 103
    assert len(open_store(tiny, at_version=1).files()) == 2
    first = again.commit(account("TEST:1"), imported(), transaction="first")
    assert first.action == "redo"
    assert again.restore(0).version == 104


def test_a_checkpoint_that_tells_something_else_is_a_problem(long: Store, tiny: Settings) -> None:
    first = tiny.store_dir / "_delta_log" / f"{0:020}.json"
    first.write_text(first.read_text("utf-8").replace('"path":"seed-', '"path":"feed-'), "utf-8")
    problem = "the checkpoint does not list the live files that the entries of the log give"
    assert problem in open_store(tiny, at_version=102).verify()


@pytest.mark.parametrize("spoil", ["empty", "missing"])
def test_a_lost_checkpoint_loses_nothing(long: Store, tiny: Settings, spoil: str) -> None:
    before = long.history()
    if spoil == "empty":
        checkpoint(tiny).write_bytes(b"")
    else:
        checkpoint(tiny).unlink()
    again = open_store(tiny)
    assert again.history() == before
    assert again.verify() == []
    again.commit(account("TEST:2"), imported())
    assert open_store(tiny).version == 103


def test_a_checkpoint_that_cannot_be_made_does_no_harm(tiny: Settings, tiny_store: Store) -> None:
    done = tiny_store.commit(account("TEST:1"), imported())
    for turn in range(98):
        (tiny_store.redo if turn % 2 else tiny_store.undo)(done.commit_id)
    (tiny.store_dir / "_delta_log" / f"{100:020}.checkpoint.parquet").mkdir()
    assert tiny_store.undo(done.commit_id).version == 100
    assert len(tiny_store.history()) == 101


def test_other_engines_read_the_same_records(tiny_store: Store, tiny: Settings) -> None:
    done = tiny_store.commit(account("TEST:1", fatalities_best=2), imported())
    tiny_store.commit(account("TEST:2"), imported())
    tiny_store.undo(done.commit_id)
    table = DeltaTable(str(tiny.store_dir))
    assert table.version() == tiny_store.version
    paths = [str(tiny.store_dir / name) for name in table.file_uris()]
    assert sorted(paths) == sorted(map(str, tiny_store.files()))
    columns = ["record_kind", "incident_id", "event_date", "fatalities_best", "latitude", "notes"]
    ours = polars.from_pandas(tiny_store.read("FROM records")).select(columns)
    expected = ours.cast({"event_date": polars.Date}).sort(columns)
    by_polars = polars.scan_parquet(paths).select(columns).collect()
    assert by_polars.sort(columns).equals(expected.cast(by_polars.schema))
    by_pyarrow = polars.from_arrow(pq.ParquetDataset(paths).read(columns))
    assert isinstance(by_pyarrow, polars.DataFrame)
    assert by_pyarrow.sort(columns).equals(by_polars.sort(columns))


def test_a_stray_file_is_never_read(tiny_store: Store, tiny: Settings) -> None:
    done = tiny_store.commit(account("TEST:1"), imported())
    before = tiny_store.read("FROM records ORDER BY ALL")
    live = tiny.store_dir / f"{done.commit_id}.parquet"
    shutil.copyfile(live, live.with_name("cafe0000.parquet"))
    live.with_name("other.parquet").write_bytes(b"garbage")
    again = open_store(tiny)
    assert again.read("FROM records ORDER BY ALL").equals(before)
    assert {path.name for path in again.files()} == {path.name for path in tiny_store.files()}
    assert (again.damaged, again.verify()) == ([], [])
