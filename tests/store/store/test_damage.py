"""A damaged file: named, left out of what is read, and nothing is written until it is back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corridor.settings import Settings
from corridor.store import Store, StoreError, open_store
from tests.store.conftest import account, imported


@pytest.fixture
def path(tiny_store: Store, tiny: Settings) -> Path:
    done = tiny_store.commit(account("TEST:1"), imported())
    tiny_store.commit(account("TEST:2"), imported())
    return tiny.store_dir / f"{done.commit_id}.parquet"


def listed(store: Store) -> list[str]:
    found = store.read("SELECT incident_id FROM incidents WHERE source = 'TEST' ORDER BY 1")
    return list(found["incident_id"])


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def garbage(path: Path) -> None:
    path.write_bytes(b"x" * path.stat().st_size)


def garbage_inside(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:4] + b"\xff" * (len(data) // 2) + data[4 + len(data) // 2 :])


@pytest.mark.parametrize("spoil", [cut, garbage, garbage_inside, Path.unlink])
def test_the_rest_is_read_and_nothing_is_written(
    tiny: Settings, path: Path, spoil: Callable[[Path], None]
) -> None:
    whole = path.read_bytes()
    spoil(path)
    store = open_store(tiny)
    assert listed(store) == ["TEST:2"]
    [sentence] = store.damaged
    assert sentence.startswith(f"{path.name} cannot be read: ")
    version = store.version
    other = store.history()[0].commit_id
    for write in (
        lambda: store.commit(account("TEST:3"), imported()),
        lambda: store.undo(other),
        lambda: store.redo(path.stem),
        lambda: store.restore(0),
        lambda: store.retract(["TEST:2"], "wrong"),
    ):
        with pytest.raises(StoreError, match=f"{path.name} cannot be read: .*import-store"):
            write()
    assert store.version == version
    path.write_bytes(whole)
    assert store.damaged == []
    assert listed(store) == ["TEST:1", "TEST:2"]
    store.undo(path.stem)
    assert listed(store) == ["TEST:2"]


@pytest.mark.parametrize("spoil", [cut, garbage, garbage_inside, Path.unlink])
def test_an_upload_whose_own_file_is_damaged_can_be_undone(
    tiny: Settings, path: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(path)
    store = open_store(tiny)
    assert listed(store) == ["TEST:2"]
    undone = store.undo(path.stem)
    assert (undone.action, undone.undoes) == ("undo", path.stem)
    assert (store.damaged, store.verify()) == ([], [])
    with pytest.raises(StoreError, match=f"{path.name} cannot be brought back"):
        store.redo(path.stem)
    store.commit(account("TEST:3"), imported())
    assert listed(open_store(tiny)) == ["TEST:2", "TEST:3"]


def test_each_damaged_upload_is_undone_before_anything_is_written(
    tiny: Settings, path: Path
) -> None:
    store = open_store(tiny)
    other = store.history()[0].commit_id
    cut(path)
    cut(path.with_stem(other))
    store.undo(path.stem)
    with pytest.raises(StoreError, match=f"{other}.parquet cannot be read: .* undo the upload"):
        store.commit(account("TEST:3"), imported())
    store.undo(other)
    store.commit(account("TEST:3"), imported())
    assert listed(store) == ["TEST:3"]


def test_the_undo_of_a_damaged_seed_is_refused(tiny: Settings, tiny_store: Store) -> None:
    [seed] = tiny_store.files()
    garbage(seed)
    with pytest.raises(StoreError, match="the shipped incidents cannot be undone"):
        tiny_store.undo(seed.stem)


def test_damage_while_the_store_is_open_is_seen(path: Path, tiny_store: Store) -> None:
    assert listed(tiny_store) == ["TEST:1", "TEST:2"]
    cut(path)
    assert path.name in tiny_store.damaged[0]
    assert listed(tiny_store) == ["TEST:2"]


def test_without_the_primary_series_nothing_is_counted(tiny: Settings, tiny_store: Store) -> None:
    tiny_store.commit(account("TEST:1"), imported())
    [seed] = [path for path in tiny_store.files() if path.name.startswith("seed-")]
    garbage(seed)
    with pytest.raises(StoreError, match=f"{seed.name} cannot be read: it is not a whole Parquet"):
        open_store(tiny).read("SELECT * FROM incidents")


@pytest.mark.parametrize(
    ("spoil", "told"), [(cut, "it has"), (garbage_inside, "its content is not what was committed")]
)
def test_a_damaged_undone_file_is_not_brought_back(
    path: Path, tiny_store: Store, spoil: Callable[[Path], None], told: str
) -> None:
    tiny_store.undo(path.stem)
    spoil(path)
    assert tiny_store.damaged == []
    for bring_back in (lambda: tiny_store.redo(path.stem), lambda: tiny_store.restore(2)):
        with pytest.raises(StoreError, match=f"{path.name} cannot be brought back: {told}"):
            bring_back()
    assert listed(tiny_store) == ["TEST:2"]
