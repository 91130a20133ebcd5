"""`verify`: whatever is wrong with a store is found and named, and what is harmless is a note."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from corridor.settings import Settings
from corridor.store import Store, StoreError, open_store
from corridor.store.log.commits import COMMIT_KEY, FILES_KEY
from tests.store.conftest import Run, account, imported


@pytest.fixture
def path(tiny_store: Store, tiny: Settings) -> Path:
    """The file of a commit of one account."""
    done = tiny_store.commit(account("TEST:1"), imported(counts={"new": 1, "updated": 0}))
    return tiny.store_dir / f"{done.commit_id}.parquet"


def entry(path: Path, version: int = 1) -> Path:
    return path.parent / "_delta_log" / f"{version:020}.json"


def rewrite(path: Path, sql: str) -> None:
    """Change a file, and let the log know its new size and no hash: a careless other program."""
    other = path.with_name("other")
    size = path.stat().st_size
    duckdb.sql(f"COPY ({sql.format(path)}) TO '{other}' (FORMAT parquet)")
    other.replace(path)
    text = entry(path).read_text("utf-8").replace(f'"size":{size}', f'"size":{path.stat().st_size}')
    actions = [json.loads(line) for line in text.splitlines()]
    for action in actions:
        action.get("commitInfo", {}).pop(FILES_KEY, None)
    entry(path).write_text("\n".join(map(json.dumps, actions)) + "\n", encoding="utf-8")


def change_commit(path: Path, **values: object) -> None:
    actions = [json.loads(line) for line in entry(path).read_text("utf-8").splitlines()]
    for action in actions:
        if "commitInfo" in action:
            told = json.loads(action["commitInfo"][COMMIT_KEY])
            action["commitInfo"][COMMIT_KEY] = json.dumps(told | values)
    entry(path).write_text("\n".join(map(json.dumps, actions)) + "\n", encoding="utf-8")


def test_a_sound_store_has_no_problem_and_no_note(path: Path, tiny: Settings) -> None:
    found = open_store(tiny).examine()
    assert (found.problems, found.notes, found.is_sound) == ([], [], True)


def flip_a_byte(path: Path) -> str:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    return f"{path.name}: its content is not what was committed (another SHA-256)"


def cut_off(path: Path) -> str:
    path.write_bytes(path.read_bytes()[:1000])
    return f"{path.name} cannot be read: it has 1,000 bytes, and "


def take_away(path: Path) -> str:
    path.unlink()
    return f"{path.name} cannot be read: it is missing"


def garbage(path: Path) -> str:
    path.write_bytes(b"x" * path.stat().st_size)
    return f"{path.name} cannot be read: it is not a whole Parquet file"


def more_rows(path: Path) -> str:
    rewrite(path, "SELECT * FROM '{0}' UNION ALL SELECT * FROM '{0}'")
    return f"{path.name}: it has 2 rows, and the log says 1"


def other_counts(path: Path) -> str:
    change_commit(path, counts={"new": 5, "updated": 2})
    return f"{path.name}: it has 1 accounts, and its commit says 7"


def wrong_type(path: Path) -> str:
    rewrite(path, "SELECT * REPLACE (latitude::VARCHAR AS latitude) FROM '{0}'")
    return f"{path.name}: column latitude is VARCHAR, not DOUBLE"


def another_table(path: Path) -> str:
    rewrite(path, "SELECT 1 AS notes_of_mine")
    return f"{path.name}: it holds another table: record_kind or incident_id is missing"


def rows_of_another_commit(path: Path) -> str:
    rewrite(path, "SELECT * REPLACE ('cafe0000' AS commit_id) FROM '{0}'")
    return f"{path.name}: it holds rows of commit cafe0000"


def repeated_id(path: Path) -> str:
    shutil.copyfile(entry(path), entry(path, 2))
    commit = path.stem
    return f"{path.name}: commit {commit} is 2 times in the log"


def repeated_upload(path: Path) -> str:
    change_commit(path, transaction="abc")
    shutil.copyfile(entry(path), entry(path, 2))
    return f"{path.name}: its upload was committed twice"


@pytest.mark.parametrize(
    "spoil",
    [
        flip_a_byte, cut_off, take_away, garbage, more_rows, other_counts, wrong_type,
        another_table, rows_of_another_commit, repeated_id, repeated_upload,
    ],
)  # fmt: skip
def test_a_problem_is_named_with_its_file(
    run: Run, path: Path, tiny: Settings, spoil: Callable[[Path], str]
) -> None:
    sentence = spoil(path)
    found = run("verify", data=tiny.data_dir)
    assert found.code == 1
    assert any(line.startswith(sentence) for line in found.out.splitlines()), found.out
    told = run("verify", "--json", data=tiny.data_dir)
    assert (told.code, told.json["sound"]) == (1, False)
    assert any(line.startswith(sentence) for line in told.json["problems"])


BROKEN = ('{"commitInfo":{"time', "", "\n")
NOT_WHOLE = "00000000000000000002.json: this entry of the log is not whole"


@pytest.mark.parametrize("text", BROKEN)
def test_half_an_entry_is_named_by_whatever_opens_the_store(
    run: Run, path: Path, tiny: Settings, text: str
) -> None:
    entry(path, 2).write_text(text, encoding="utf-8")
    for command in ("verify", "summary", "history", "files", "undo"):
        found = run(command, *([path.stem] if command == "undo" else []), data=tiny.data_dir)
        assert (found.code, found.out) == (1, "")
        assert NOT_WHOLE in found.err
        assert "put a whole backup in place with `import-store`" in found.err
        assert found.err.count("\n") == 1
    assert not entry(path, 3).exists()


@pytest.mark.parametrize("text", BROKEN)
def test_half_an_entry_stops_an_open_store_until_it_is_whole(
    path: Path, tiny: Settings, text: str
) -> None:
    mine, other = open_store(tiny), open_store(tiny)
    before = len(mine.read("FROM incidents"))
    other.commit(account("TEST:2"), imported())
    whole = entry(path, 2).read_bytes()
    entry(path, 2).write_text(text, encoding="utf-8")
    asked: tuple[Callable[[], object], ...] = (
        lambda: mine.version, lambda: mine.damaged, mine.history, mine.files, mine.verify,
        lambda: mine.read("FROM incidents"),
        lambda: mine.commit(account("TEST:3"), imported()),
        # It had taken the entry in before: it reads on, and builds nothing upon it.
        lambda: other.commit(account("TEST:3"), imported()),
    )  # fmt: skip
    for ask in asked:
        with pytest.raises(StoreError, match=NOT_WHOLE):
            ask()
    assert not entry(path, 3).exists()
    entry(path, 2).write_bytes(whole)
    assert len(mine.read("FROM incidents")) == before + 1
    assert mine.verify() == other.verify() == []
    assert mine.commit(account("TEST:3"), imported()).version == 3


def test_a_folder_that_is_gone_is_named_and_found_again(path: Path, tiny: Settings) -> None:
    store = open_store(tiny)
    before = store.history(), len(store.read("FROM incidents"))
    tiny.store_dir.rename(tiny.data_dir / "away")
    asked: tuple[Callable[[], object], ...] = (
        lambda: store.version, lambda: store.damaged, store.history, store.verify,
        lambda: store.read("FROM incidents"), lambda: store.undo(path.stem),
        lambda: store.commit(account("TEST:3"), imported()),
    )  # fmt: skip
    for ask in asked:
        with pytest.raises(StoreError, match="is not there: put it back, and all goes on"):
            ask()
    with pytest.raises(StoreError, match="is not there"):
        open_store(tiny, is_there=True)  # as a worker of the server does
    assert not tiny.store_dir.exists()
    (tiny.data_dir / "away").rename(tiny.store_dir)
    assert (store.history(), len(store.read("FROM incidents"))) == before
    assert store.verify() == []


def test_another_store_in_the_same_place_is_taken_up(path: Path, tiny: Settings) -> None:
    store = open_store(tiny)
    assert store.version == 1
    shutil.rmtree(tiny.store_dir)
    open_store(tiny)  # made anew from the seed
    assert store.version == 0
    assert store.read("FROM incidents WHERE source = 'TEST'").empty
    assert store.verify() == []


def test_a_missing_entry_is_named(run: Run, path: Path, tiny: Settings) -> None:
    open_store(tiny).commit(account("TEST:2"), imported())
    entry(path).unlink()
    found = run("verify", data=tiny.data_dir)
    assert found.code == 1
    assert "00000000000000000001.json: this entry of the log is missing" in found.out + found.err


def test_leftovers_are_notes(run: Run, path: Path, tiny: Settings, tiny_store: Store) -> None:
    undone = tiny_store.commit(account("TEST:2"), imported())
    tiny_store.undo(undone.commit_id)
    (path.parent / f"{undone.commit_id}.parquet").unlink()
    shutil.copyfile(path, path.with_name("stray.parquet"))
    path.with_name("seed-0.partial-12ab").write_bytes(b"half")
    (path.parent / "_delta_log" / "00000000000000000009.json#1").write_bytes(b"half")
    found = run("verify", data=tiny.data_dir)
    assert found.code == 0
    assert found.out.splitlines() == [
        "note: seed-0.partial-12ab: no entry of the log names it, and it is never read",
        "note: stray.parquet: no entry of the log names it, and it is never read",
        f"note: {undone.commit_id}.parquet: missing; its undone commit cannot be brought back",
        f"note: _delta_log/{9:020}.json#1: left by a program that was stopped, never read",
        "sound: version 3, 2 live files",
    ]
    assert len(run("verify", "--json", data=tiny.data_dir).json["notes"]) == 4
    with pytest.raises(StoreError, match="cannot be brought back: it is missing; copy it back"):
        tiny_store.redo(undone.commit_id)


def test_an_undo_that_an_older_version_made_twice_is_a_note(
    path: Path, tiny: Settings, tiny_store: Store
) -> None:
    undo = tiny_store.undo(path.stem)
    text = entry(path, 2).read_text("utf-8")
    entry(path, 3).write_text(text.replace(undo.commit_id, "cafe0003"), "utf-8")
    redo = open_store(tiny).redo(path.stem)
    text = entry(path, 4).read_text("utf-8")
    entry(path, 5).write_text(text.replace(redo.commit_id, "cafe0005"), "utf-8")
    found = open_store(tiny).examine()
    assert found.problems == []
    assert found.notes == [
        f"{path.name}: taken out twice, by version 3",
        f"{path.name}: added twice, by version 5",
    ]


def test_a_hash_that_an_older_version_did_not_record_is_a_note(path: Path, tiny: Settings) -> None:
    rewrite(path, "SELECT * FROM '{0}'")
    found = open_store(tiny).examine()
    assert found.problems == []
    assert found.notes == [f"{path.name}: its hash is not recorded: an older version committed it"]


def test_a_file_without_later_columns_reads_as_unknown_in_them(path: Path, tiny: Settings) -> None:
    rewrite(path, "SELECT * EXCLUDE (wounded, licence), 1 AS colour FROM '{0}'")
    store = open_store(tiny)
    assert store.verify() == []
    assert f"{path.name}: column colour is not in the codebook" in store.examine().notes
    [row] = store.read("SELECT * FROM incidents WHERE source = 'TEST'").to_dict("records")
    assert row["wounded"] is None or row["wounded"] != row["wounded"]
    assert row["actor1"] == "IS"


def test_columns_that_no_file_has_are_there(tiny: Settings) -> None:
    seed = tiny.seed_dir / "incidents.parquet"
    other = seed.with_name("other")
    duckdb.read_parquet(str(seed)).project("* EXCLUDE (wounded)").write_parquet(str(other))
    other.replace(seed)
    store = open_store(tiny)
    assert store.read("SELECT count(wounded) AS n FROM incidents")["n"].tolist() == [0]
    assert store.verify() == []
