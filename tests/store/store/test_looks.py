"""Within one run of a page the disk is looked at once, and a question is asked once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pandas as pd
import pytest

from corridor.filter import IncidentFilter
from corridor.settings import Settings
from corridor.store import Store, open_store
from corridor.store.log.delta_log import Log
from corridor.store.looks import MOST_ROWS
from corridor.store.serving import Serving
from tests.store.conftest import account, imported, others

ALL = IncidentFilter(provinces=())


def incidents(store: Store) -> int:
    return others(store, ALL).incidents


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often the disk was looked at, and each statement was run."""
    counted: Counter[str] = Counter()
    refresh, read = Log.refresh, Serving.read

    def refreshed(log: Log) -> int:
        counted["looks"] += 1
        return refresh(log)

    def was_read(serving: Serving, sql: str, *arguments: object) -> object:
        counted["reads"] += 1
        return read(serving, sql, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Log, "refresh", refreshed)
    monkeypatch.setattr(Serving, "read", was_read)
    return counted


def test_one_look_and_one_answer_serve_a_page(own_store: Store, asked: Counter[str]) -> None:
    own_store.read("SELECT 1")
    asked.clear()
    with own_store.looks.one():
        first = own_store.read("SELECT $n AS n", {"n": 1})
        assert own_store.read("SELECT $n AS n", {"n": 1})["n"].tolist() == [1]
        assert own_store.read("SELECT $n AS n", {"n": 2})["n"].tolist() == [2]
        assert own_store.state[0] == 0
        assert asked == {"looks": 1, "reads": 2}
        first["n"] = 7  # a caller's own
        assert own_store.read("SELECT $n AS n", {"n": 1})["n"].tolist() == [1]
    own_store.read("SELECT $n AS n", {"n": 1})
    assert asked == {"looks": 2, "reads": 3}


@pytest.mark.usefixtures("unlent")
def test_what_depends_on_the_version_alone_is_asked_once_for_each(
    own_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran, run = Counter[str](), Serving._asked

    def counted(serving: Serving, sql: str, bound: Mapping[str, object]) -> pd.DataFrame:
        ran[sql] += 1
        return run(serving, sql, bound)

    monkeypatch.setattr(Serving, "_asked", counted)
    many = f"FROM range({MOST_ROWS + 1})"
    own = "SELECT count(*) AS n FROM accounts WHERE source = 'TEST'"
    first = own_store.read(own, {"not": "named"})
    assert first["n"].tolist() == own_store.read(own)["n"].tolist() == [0]
    first["n"] = 7  # a caller's own
    assert own_store.read(own)["n"].tolist() == [0]
    assert [len(own_store.read(many)) for _ in range(2)] == [MOST_ROWS + 1] * 2
    assert (ran[own], ran[many]) == (1, 2)
    done = own_store.commit(account("TEST:1"), imported())
    assert own_store.read(own)["n"].tolist() == [1]
    own_store.undo(done.commit_id)
    assert own_store.read(own)["n"].tolist() == [0]
    assert ran[own] == 3


def test_very_many_rows_are_not_held(own_store: Store, asked: Counter[str]) -> None:
    with own_store.looks.one():
        for _ in range(2):
            assert len(own_store.read("FROM range($n)", {"n": MOST_ROWS + 1})) == MOST_ROWS + 1
    assert asked["reads"] == 2 + 1  # one more when the store is opened


def test_another_s_commit_is_read_by_the_next_run_and_one_of_ours_at_once(own: Settings) -> None:
    ours, theirs = open_store(own), open_store(own)
    with ours.looks.one():
        before = incidents(ours)
        theirs.commit(account("TEST:1"), imported())
        assert incidents(ours) == before
        assert ours.state[0] == 0
        done = ours.commit(account("TEST:2"), imported())
        assert incidents(ours) == before + 2
        assert ours.state[0] == done.version == 2
        ours.undo(done.commit_id)
        assert incidents(ours) == before + 1
    with ours.looks.one():
        theirs.commit(account("TEST:3"), imported())
        assert incidents(ours) == before + 2


def test_who_waits_for_a_commit_of_another_process_looks_anew(own: Settings) -> None:
    ours, theirs = open_store(own), open_store(own)
    with ours.looks.one():
        before = incidents(ours)
        theirs.commit(account("TEST:1"), imported())
        assert ours.has_turned(0)
        assert incidents(ours) == before + 1


def test_a_look_at_one_store_is_none_at_another(own: Settings, store: Store) -> None:
    ours = open_store(own)
    with ours.looks.one():
        assert incidents(ours) == incidents(store)
        ours.commit(account("TEST:1"), imported())
        assert incidents(ours) == incidents(store) + 1


def test_a_file_found_damaged_within_a_look_is_left_out_and_told(own: Settings) -> None:
    store = open_store(own)
    done = store.commit(account("TEST:1"), imported())
    [path] = [path for path in store.files() if done.commit_id in path.name]
    store = open_store(own)
    whole = path.read_bytes()
    middle = len(whole) // 2
    path.write_bytes(whole[: middle - 40] + b"\0" * 80 + whole[middle + 40 :])
    with store.looks.one():
        store.read("SELECT 1")
        [told] = map(str, store.state[1])
        assert path.name in told
        assert store.read("FROM incidents WHERE incident_id = 'TEST:1'").empty
