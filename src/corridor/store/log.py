"""The Delta log: which files are live, and every commit that made it so.

delta-rs decides conflicts; this module retries the clean failures, syncs the log to disk
before a commit is called done, and never removes a file.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from deltalake import CommitProperties, DeltaTable, Schema, Transaction
from deltalake.exceptions import CommitFailedError, DeltaError
from deltalake.transaction import AddAction, RemoveAction, create_table_with_add_actions

from corridor.store.parquet import delta_fields, sync

RETRIES: Final = 20
_KEY: Final = "corridor"
_CONFIGURATION: Final = {
    "delta.checkpointInterval": "100",
    # Undo and old versions need old entries: nothing is ever cleaned up by itself.
    "delta.enableExpiredLogCleanup": "false",
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 36500 days",
}


@dataclass(frozen=True)
class Commit:
    """One entry of the history: who did what, when, with which file and how many rows.

    `action` is seed, import, link, judgement, retraction, undo or redo; `undoes` names the
    commit that an undo or redo is about; `live` says whether its rows count now. No two commits
    share a `transaction` (none where it is empty).
    """

    commit_id: str
    action: str
    author: str = ""
    recorded_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    file_name: str = ""
    file_sha256: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    note: str = ""
    undoes: str = ""
    transaction: str = ""
    version: int = -1
    live: bool = True


class RepeatedError(Exception):
    """Another writer made the same transaction first."""


class Log:
    """The log of one store folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._table = DeltaTable(str(folder))

    @staticmethod
    def exists(folder: Path) -> bool:
        """Say whether the folder holds a log already."""
        return DeltaTable.is_deltatable(str(folder))

    @classmethod
    def create(cls, folder: Path, files: Sequence[tuple[Path, int]], commit: Commit) -> Log:
        """Start a log with its first files; one that another process just made is taken."""
        try:
            create_table_with_add_actions(
                str(folder),
                Schema.from_json(json.dumps({"type": "struct", "fields": delta_fields()})),
                [_add(path, rows) for path, rows in files],
                mode="error",
                configuration=_CONFIGURATION,
                commit_properties=CommitProperties(custom_metadata={_KEY: _pack(commit)}),
            )
        except DeltaError:
            if not cls.exists(folder):
                raise
        _sync_log(folder)
        return cls(folder)

    def refresh(self) -> int:
        """Take in other processes' commits; give the version."""
        self._table.update_incremental()
        return int(self._table.version())

    def live_files(self) -> list[str]:
        """Name the files that count now."""
        return sorted(Path(uri).name for uri in self._table.file_uris())

    def knows(self, transaction: str) -> bool:
        """Say whether a commit with this idempotency key was made already."""
        return self._table.transaction_version(transaction) is not None

    def append(
        self,
        commit: Commit,
        add: Sequence[tuple[Path, int]] = (),
        remove: Sequence[Path] = (),
    ) -> Commit:
        """Commit files added and removed in one step; returns it with its version.

        Raises RepeatedError when another writer made its transaction meanwhile, and
        CommitFailedError when other writers won every retry.
        """
        now = int(time.time() * 1000)
        actions: list[AddAction | RemoveAction] = [_add(path, rows) for path, rows in add]
        actions += [RemoveAction(path.name, True, now, path.stat().st_size, {}) for path in remove]
        properties = CommitProperties(
            custom_metadata={_KEY: _pack(commit)},
            app_transactions=[Transaction(commit.transaction, 1)] if commit.transaction else None,
        )
        self._write(actions, properties, commit.transaction)
        _sync_log(self.folder)
        return replace(commit, version=self.refresh())

    def _write(
        self,
        actions: list[AddAction | RemoveAction],
        properties: CommitProperties,
        transaction: str,
    ) -> None:
        for attempt in range(RETRIES):
            try:
                self._table.create_write_transaction(
                    actions, "append", self._table.schema(), commit_properties=properties
                )
            except CommitFailedError:
                if attempt == RETRIES - 1:
                    raise
                time.sleep(0.02 * (attempt + 1))
                self.refresh()
                if transaction and self.knows(transaction):
                    raise RepeatedError(transaction) from None
            else:
                return

    def commits(self) -> list[Commit]:
        """Give the whole history, newest first, each with whether its rows count now."""
        live = set(self.live_files())
        found = [_unpack(entry) for entry in self._table.history() if _KEY in entry]
        return [replace(commit, live=file_name(commit.commit_id) in live) for commit in found]


def file_name(commit_id: str) -> str:
    """Name the one Parquet file of a commit."""
    return f"{commit_id}.parquet"


def _add(path: Path, rows: int) -> AddAction:
    stats = json.dumps({"numRecords": rows})
    return AddAction(path.name, path.stat().st_size, {}, int(time.time() * 1000), True, stats)


def _pack(commit: Commit) -> str:
    values = asdict(commit)
    values.pop("version")
    values.pop("live")
    return json.dumps(values | {"recorded_at": commit.recorded_at.isoformat()})


def _unpack(entry: dict[str, Any]) -> Commit:
    values = json.loads(entry[_KEY])
    moment = datetime.fromisoformat(values.pop("recorded_at"))
    return Commit(**values, recorded_at=moment, version=int(entry["version"]))


def _sync_log(folder: Path) -> None:
    log = folder / "_delta_log"
    for path in sorted(log.glob("*.json"))[-2:]:
        sync(path)
    sync(log)
