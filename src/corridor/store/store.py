"""The incident store: open, read, commit, undo, redo, history, verify."""

from __future__ import annotations

import hashlib
import secrets
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
from deltalake.exceptions import DeltaError

from corridor.settings import Settings
from corridor.store.log import Commit, Log, RepeatedError, file_name
from corridor.store.parquet import Records, sync, write_records
from corridor.store.serving import Serving
from corridor.store.statements import statement
from corridor.store.workbench import Workbench

SEED_FILE = "incidents.parquet"


class StoreError(Exception):
    """Something that cannot be done with the store, said in a sentence for its user."""


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Say a failure of the engine or the log in a sentence; its first line names the file."""
    try:
        yield
    except (duckdb.Error, DeltaError) as error:
        raise StoreError(f"{what}: {str(error).splitlines()[0]}") from error


class Store:
    """One incident store. Reads see one version whole; writes are commits."""

    def __init__(self, settings: Settings, log: Log) -> None:
        self._settings = settings
        self._log = log
        self._guard = threading.RLock()
        self._serving: tuple[int, Serving] | None = None

    @property
    def version(self) -> int:
        """Version of the table, other processes' commits included."""
        with self._guard:
            return self._log.refresh()

    def read(self, sql: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """Query `incidents`, `accounts`, `sources`, `judgements` of the newest version."""
        return self._current().read(sql, params)

    def workbench(self) -> Workbench:
        """Lend a scratch database beside the newest version's `accounts` and `incidents`."""
        return self._current().workbench()

    @_told("the incidents cannot be read")
    def _current(self) -> Serving:
        with self._guard:
            version = self._log.refresh()
            if self._serving is None or self._serving[0] != version:
                files = [self._log.folder / name for name in self._log.live_files()]
                serving = Serving(files, self._settings.memory_limit, self._settings.threads)
                self._serving = (version, serving)
            return self._serving[1]

    @_told("nothing was committed")
    def commit(self, records: Records, commit: Commit, transaction: str = "") -> Commit:
        """Add records in one atomic commit and return it with its id and version.

        `records` holds columns of `schema.RECORDS` without the bookkeeping ones. The same
        `transaction` is committed once: a second time gives the first commit back, brought back
        to life when it had been undone. Raises StoreError when it cannot be written.
        """
        with self._guard:
            self._log.refresh()
            if transaction and self._log.knows(transaction):
                return self._again(transaction)
            name = commit.commit_id or secrets.token_hex(4)
            commit = replace(commit, commit_id=name, transaction=transaction)
            stamped = _stamp(records, commit)
            path = self._log.folder / file_name(name)
            rows = write_records(stamped, path)
            try:
                return self._log.append(commit, add=[(path, rows)])
            except RepeatedError:
                return self._again(transaction)

    def _again(self, transaction: str) -> Commit:
        first = next(item for item in self._log.commits() if item.transaction == transaction)
        return first if first.live else self.redo(first.commit_id, first.author)

    @_told("nothing was undone")
    def undo(self, commit_id: str, author: str = "") -> Commit:
        """Take a commit's rows back. Raises StoreError when it is unknown, a seed, or undone."""
        with self._guard:
            target = self._find(commit_id)
            if not target.live:
                raise StoreError(f"commit {commit_id} is undone already")
            path = self._log.folder / file_name(target.commit_id)
            done = _about(target, "undo", author)
            return self._log.append(done, remove=[path])

    @_told("nothing was redone")
    def redo(self, commit_id: str, author: str = "") -> Commit:
        """Bring an undone commit's rows back. Raises StoreError when there is nothing to redo."""
        with self._guard:
            target = self._find(commit_id)
            if target.live:
                raise StoreError(f"commit {commit_id} is not undone")
            path = self._log.folder / file_name(target.commit_id)
            rows = sum(target.counts.get(name, 0) for name in ("new", "updated"))
            return self._log.append(_about(target, "redo", author), add=[(path, rows)])

    def _find(self, commit_id: str) -> Commit:
        self._log.refresh()
        for item in self._log.commits():
            if item.commit_id == commit_id and item.action not in ("undo", "redo"):
                if item.action == "seed":
                    raise StoreError("the shipped incidents cannot be undone")
                return item
        raise StoreError(f"there is no commit {commit_id!r}; see the history")

    def history(self) -> list[Commit]:
        """Give every commit, newest first."""
        with self._guard:
            self._log.refresh()
            return self._log.commits()

    def files(self) -> list[Path]:
        """Name the live Parquet files. Never read the folder itself: it holds undone ones too."""
        with self._guard:
            self._log.refresh()
            return [self._log.folder / name for name in self._log.live_files()]

    def verify(self) -> list[str]:
        """Check the store; give the problems found, none when it is sound."""
        found = [problem for path in self.files() for problem in _file_problems(path)]
        if found:
            return found
        doubled = self.read(statement("doubled_incidents"))
        return [f"incident {name} is counted twice" for name in doubled["incident_id"]]


@_told("the store cannot be opened")
def open_store(settings: Settings) -> Store:
    """Open the store, made from the seed at first start; a new seed replaces the old one's rows.

    Raises StoreError when there is no seed to make it from, or seed or store cannot be used.
    """
    seed = settings.seed_dir / SEED_FILE
    if not seed.is_file():
        raise StoreError(f"no shipped incidents at {seed}: run `make seed FROM=DIR`")
    folder = settings.store_dir
    name = "seed-" + hashlib.sha256(seed.read_bytes()).hexdigest()[:12]
    if not Log.exists(folder):
        folder.mkdir(parents=True, exist_ok=True)
        Log.create(folder, [_take_seed(seed, folder, name)], _seeding(name))
    log = Log(folder)
    _renew_seed(log, seed, name)
    return Store(settings, log)


def _renew_seed(log: Log, seed: Path, name: str) -> None:
    live = log.live_files()
    if file_name(name) in live:
        return
    old = [log.folder / item for item in live if item.startswith("seed-")]
    log.append(_seeding(name), add=[_take_seed(seed, log.folder, name)], remove=old)


def _seeding(name: str) -> Commit:
    return Commit(name, "seed", "Corridor Watch", note="shipped incidents")


def _take_seed(seed: Path, folder: Path, name: str) -> tuple[Path, int]:
    rows, series = _ask("check_seed", seed)
    if not series:
        raise StoreError(f"{seed} declares no primary series with the days that it covers")
    target = folder / file_name(name)
    partial = target.with_suffix(".partial-" + secrets.token_hex(4))
    shutil.copyfile(seed, partial)
    partial.replace(target)
    sync(target)
    sync(folder)
    return target, rows


def _ask(question: str, path: Path) -> tuple[int, ...]:
    with duckdb.connect() as connection:
        row = connection.execute(statement(question), {"path": str(path)}).fetchone()
    return tuple(row or ())


def _file_problems(path: Path) -> list[str]:
    try:
        _ask("count_rows", path)
    except (duckdb.Error, OSError) as error:
        return [f"{path.name} cannot be read: {str(error).splitlines()[0]}"]
    return []


def _stamp(records: Records, commit: Commit) -> Records:
    """Add who brought the records, when, and in which commit."""
    marks: dict[str, Any] = {
        "commit_id": commit.commit_id,
        "recorded_at": commit.recorded_at,
        "recorded_by": commit.author,
    }
    if isinstance(records, pd.DataFrame):
        return records.assign(**marks)
    return (_stamped(batch, marks) for batch in records)


def _stamped(batch: pa.RecordBatch, marks: Mapping[str, Any]) -> pa.RecordBatch:
    for name, value in marks.items():
        batch = batch.append_column(name, pa.array([value] * len(batch)))
    return batch


def _about(target: Commit, action: str, author: str) -> Commit:
    return Commit(
        secrets.token_hex(4),
        action,
        author,
        datetime.now(UTC),
        file_name=target.file_name,
        counts=target.counts,
        undoes=target.commit_id,
    )
