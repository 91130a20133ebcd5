"""The store: commits, undo, seeds, what counts."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pandas as pd
import polars
import pytest

from corridor import queries
from corridor.filter import IncidentFilter
from corridor.settings import SHIPPED, Settings
from corridor.store import Commit, Store, StoreError, open_store
from tests.store.conftest import account, imported, others

ALL = IncidentFilter(provinces=())
TEST = replace(ALL, sources=("TEST",))


def test_first_start_makes_the_store_from_the_seed(own_store: Store, own: Settings) -> None:
    assert own.store_dir.is_dir()
    assert [item.action for item in own_store.history()] == ["seed"]
    assert queries.summary(own_store, ALL).incidents == 7473
    assert own_store.verify() == []


def test_a_commit_is_seen_and_undo_restores_everything(own_store: Store) -> None:
    before = queries.summary(own_store, ALL)
    done = own_store.commit(account("TEST:1"), imported())
    after = queries.summary(own_store, ALL)
    assert after.incidents == before.incidents, "another source adds nothing to the series"
    assert after.beside["others"].incidents == before.beside["others"].incidents + 1
    own_store.undo(done.commit_id, "tester")
    assert queries.summary(own_store, ALL) == before
    own_store.redo(done.commit_id, "tester")
    assert queries.summary(own_store, ALL) == after
    assert [item.action for item in own_store.history()] == ["redo", "undo", "import", "seed"]


def test_an_uploaded_account_of_the_series_is_counted_in_it(own_store: Store) -> None:
    before = queries.summary(own_store, ALL)
    done = own_store.commit(account("UCDP:9000001", source="UCDP"), imported())
    after = queries.summary(own_store, ALL)
    assert (after.incidents, after.uploaded_incidents) == (before.incidents + 1, 1)
    assert after.beside == before.beside
    own_store.undo(done.commit_id, "tester")
    assert queries.summary(own_store, ALL) == before


def test_unknown_fatalities_stay_unknown(own_store: Store) -> None:
    before = queries.summary(own_store, ALL)
    added = [account("TEST:1"), account("UCDP:9000001", source="UCDP")]
    own_store.commit(pd.concat(added, ignore_index=True), imported())
    after = queries.summary(own_store, ALL)
    was, now = before.beside["others"].fatalities, after.beside["others"].fatalities
    assert (now.unknown, now.best) == (was.unknown + 1, was.best)
    assert after.fatalities_unknown == before.fatalities_unknown + 1
    assert after.fatalities_best == before.fatalities_best
    assert others(own_store, TEST).fatalities.best is None
    alone = queries.summary(own_store, TEST)
    assert alone.incidents is None, "the series is left out: unknown, not 0"
    assert alone.fatalities_best is None


def test_the_same_file_is_committed_once(own_store: Store) -> None:
    first = own_store.commit(account("TEST:1"), imported(file_sha256="abc"), transaction="abc")
    again = own_store.commit(account("TEST:1"), imported(file_sha256="abc"), transaction="abc")
    assert again.commit_id == first.commit_id
    assert len(own_store.history()) == 2
    own_store.undo(first.commit_id)
    own_store.commit(account("TEST:1"), imported(file_sha256="abc"), transaction="abc")
    assert others(own_store, TEST).incidents == 1
    assert own_store.history()[0].action == "redo"


def test_an_update_replaces_and_its_undo_gives_the_old_value_back(own_store: Store) -> None:
    own_store.commit(account("TEST:1", fatalities_best=2), imported())
    update = own_store.commit(account("TEST:1", fatalities_best=5), imported())
    assert others(own_store, TEST).fatalities.best == 5
    own_store.undo(update.commit_id)
    assert others(own_store, TEST).fatalities.best == 2


def test_a_linked_account_counts_once(own_store: Store) -> None:
    before = queries.summary(own_store, ALL)
    own_store.commit(account("TEST:1"), imported())
    assert others(own_store, TEST).incidents == 1
    link = pd.DataFrame(
        [{"record_kind": "link", "incident_id": "TEST:1", "target_id": "UCDP:259090"}]
    )
    own_store.commit(link, Commit("", "link", "tester"))
    after = queries.summary(own_store, ALL)
    assert (after.incidents, after.beside) == (before.incidents, before.beside)
    found = queries.accounts_of(own_store, "TEST:1")
    assert found["incident_id"].tolist() == ["UCDP:259090", "TEST:1"]


def test_a_link_to_nothing_is_ignored(own_store: Store) -> None:
    own_store.commit(account("TEST:1"), imported())
    link = pd.DataFrame([{"record_kind": "link", "incident_id": "TEST:1", "target_id": "NO:1"}])
    own_store.commit(link, Commit("", "link", "tester"))
    assert others(own_store, TEST).incidents == 1


def test_links_in_a_circle_lose_nothing(own_store: Store) -> None:
    for number in (1, 2):
        own_store.commit(account(f"TEST:{number}"), imported())
    pairs = [("TEST:1", "TEST:2"), ("TEST:2", "TEST:1")]
    links = pd.DataFrame(
        [{"record_kind": "link", "incident_id": a, "target_id": b} for a, b in pairs]
    )
    own_store.commit(links, Commit("", "link", "tester"))
    assert others(own_store, TEST).incidents in (1, 2)
    assert len(queries.accounts_of(own_store, "TEST:1")) >= 1


def test_a_retraction_hides_an_account(own_store: Store) -> None:
    own_store.commit(account("TEST:1"), imported())
    retraction = pd.DataFrame([{"record_kind": "retraction", "incident_id": "TEST:1"}])
    own_store.commit(retraction, Commit("", "retraction", "tester"))
    assert others(own_store, TEST).incidents == 0


def test_what_cannot_be_undone_says_why(own_store: Store) -> None:
    seed = own_store.history()[-1]
    with pytest.raises(StoreError, match="shipped incidents cannot be undone"):
        own_store.undo(seed.commit_id)
    with pytest.raises(StoreError, match="no commit 'nope'"):
        own_store.undo("nope")
    done = own_store.commit(account("TEST:1"), imported())
    own_store.undo(done.commit_id)
    with pytest.raises(StoreError, match="undone already"):
        own_store.undo(done.commit_id)


def test_uploads_survive_a_restart_and_a_new_seed(own: Settings, own_store: Store) -> None:
    own_store.commit(account("TEST:1"), imported())
    seed = own.data_dir / "incidents" / "seed"
    shutil.copytree(SHIPPED / "incidents" / "seed", seed)
    records = polars.read_parquet(seed / "incidents.parquet")
    kept = records.filter(polars.col("incident_id").ne_missing("UCDP:259090"))
    kept.write_parquet(seed / "incidents.parquet")
    again = open_store(own)
    assert others(again, TEST).incidents == 1
    assert queries.summary(again, ALL).incidents == 7472
    assert again.verify() == []
    assert [item.action for item in again.history()] == ["seed", "import", "seed"]
    assert open_store(own).version == again.version


def test_another_process_s_commit_is_seen(own: Settings, own_store: Store) -> None:
    other = open_store(own)
    before = other.version
    own_store.commit(account("TEST:1"), imported())
    assert other.version > before
    assert others(other, TEST).incidents == 1


def test_columns_outside_the_codebook_are_refused(own_store: Store) -> None:
    with pytest.raises(ValueError, match="not in the codebook: colour"):
        own_store.commit(account("TEST:1", colour="red"), imported())


def test_the_serving_copy_is_locked_down(store: Store, tmp_path: Path) -> None:
    import duckdb

    with pytest.raises(duckdb.Error):
        store.read("COPY incidents TO $path", {"path": str(tmp_path / "out.csv")})
    with pytest.raises(duckdb.Error):
        store.read("SET enable_external_access = true")


def test_a_store_too_large_for_its_memory_says_so(own: Settings) -> None:
    open_store(own)
    store = open_store(replace(own, memory_limit="4MB"))
    with pytest.raises(StoreError, match=r"gives \(4MB\): raise it, or undo"):
        store.read("SELECT 1")
