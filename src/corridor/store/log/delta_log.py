"""The Delta log: which files are live, and every commit that made it so.

A commit is made for exactly the version that follows the one it was planned on: when another
writer was faster, it is planned anew. Log and files are synced to disk before a commit is
called done, and no file is ever removed.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from deltalake import CommitProperties, DeltaTable, PostCommitHookProperties, Schema, Transaction
from deltalake.exceptions import CommitFailedError, DeltaError
from deltalake.transaction import AddAction, RemoveAction, create_table_with_add_actions

from corridor.store.errors import BrokenLogError, StoreError, clauses, one_line
from corridor.store.log import checkpoints
from corridor.store.log.commits import Change, Commit, LogFile, file_name, pack
from corridor.store.log.entries import (  # fmt: skip
    LOG_FOLDER,
    Entries,
    Entry,
    entry_path,
    log_problems,
    read_entry,
)
from corridor.store.parquet import delta_fields, sync
from corridor.words import Message, Value, later

GONE: Final = later("store-folder-gone")
PATIENCE_SECONDS: Final = 60.0
# A writer that was killed may have left an entry unsynced, on which ours is built.
_SYNC_BEFORE: Final = 100
_CONFIGURATION: Final = {
    "delta.checkpointInterval": "100",
    # Undo and old versions need old entries: nothing is ever cleaned up by itself.
    "delta.enableExpiredLogCleanup": "false",
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 36500 days",
}


class Log:
    """The log of one store folder, at its newest version or as of an older one."""

    def __init__(self, folder: Path, at_version: int | None = None) -> None:
        self.folder = folder
        self.at_version = at_version
        self._is_broken = False
        self._changed = 0
        self._take_up()

    def _take_up(self) -> None:
        """Open what is there now, from its newest checkpoint."""
        self._table = _open(self.folder, self.at_version)
        self._opened_at = self.version
        self._checked = checkpoints.newest(self.folder / LOG_FOLDER, self.version)
        self._entries = Entries(self.folder)
        self._live: tuple[int, list[str]] = (-1, [])
        self._synced = self.version - _SYNC_BEFORE
        self._check_entries()

    @staticmethod
    def exists(folder: Path) -> bool:
        """Say whether the folder holds a log already."""
        return DeltaTable.is_deltatable(str(folder))

    @classmethod
    def create(cls, folder: Path, change: Change) -> Log:
        """Start a log with its first files; one that another process just made is taken."""
        try:
            create_table_with_add_actions(
                str(folder),
                Schema.from_json(json.dumps({"type": "struct", "fields": delta_fields()})),
                [_added(item) for item in change.add],
                mode="error",
                configuration=_CONFIGURATION,
                commit_properties=CommitProperties(custom_metadata=pack(change)),
            )
        except DeltaError:
            if not cls.exists(folder):
                raise
        log = cls(folder)
        log._settle(0)
        sync(folder)
        return log

    @property
    def version(self) -> int:
        """The version that was last taken in."""
        return int(self._table.version())

    @property
    def seen(self) -> int:
        """The newest version known without a look at the disk: taken in, or written here."""
        return max(self.version, self._synced)

    def refresh(self) -> int:
        """Take in other processes' commits, unless opened as of a version; give the version.

        Raises StoreError while the folder is gone, and for an entry that cannot be read.
        """
        try:
            if not entry_path(self.folder, self.version).exists():
                self._find_again()
            elif self._is_broken:
                self._take_up()
            elif self.at_version is None:
                self._take_in()
        except DeltaError as error:
            broken = log_problems(self.folder)
            raise BrokenLogError(broken_log(broken) if broken else one_line(error)) from error
        self._check_entries()
        return self.version

    def _take_in(self) -> None:
        """Take in new entries where there may be any: the next is there, or the folder has changed.

        Two looks at the disk in place of a list of all entries: a page looks at every step.
        """
        changed = _changed_at(self.folder / LOG_FOLDER)
        if changed == self._changed and not entry_path(self.folder, self.version + 1).exists():
            return
        self._table.update_incremental()
        self._changed = changed
        if self.version - self._opened_at > checkpoints.INTERVAL:
            self._open_again()

    def _find_again(self) -> None:
        """Our newest entry is gone: with the whole folder, or another store was put in place."""
        if not self.exists(self.folder):
            raise StoreError(GONE)
        if checkpoints.newest(self.folder / LOG_FOLDER, self.version) != self.version:
            self._take_up()

    def _check_entries(self) -> None:
        """Refuse entries that are not whole: Delta passes over an empty one in silence."""
        if self._checked >= self.version:
            return
        found = self._entries.up_to(self.version)[self._checked + 1 :]
        broken = [entry.problem for entry in found if entry.problem]
        self._is_broken = bool(broken)
        if broken:
            raise BrokenLogError(broken_log(broken))
        self._checked = self.version

    def _open_again(self) -> None:
        """Open from the newest checkpoint: a table kept up to date grows slower with each entry."""
        self._table = _open(self.folder, self.at_version)
        self._opened_at = self.version

    def live_files(self) -> list[str]:
        """Name the files that count at this version."""
        if self._live[0] != self.version:
            self._live = (self.version, sorted(Path(uri).name for uri in self._table.file_uris()))
        return list(self._live[1])

    def files(self) -> dict[str, LogFile]:
        """Return every file that ever counted, with what the log says about it.

        Of one that only a checkpoint knows, as its entry is lost, neither size nor rows are known.
        """
        unknown = {name: LogFile(name, -1, -1) for name in self.live_files()}
        return unknown | self._entries.files(self.version)

    def entries(self) -> list[Entry]:
        """Return every entry up to this version, oldest first."""
        return self._entries.up_to(self.version)

    def live_at(self, version: int) -> set[str]:
        """Name the files that counted at an older version."""
        return self._entries.live(version)

    def knows(self, transaction: str) -> bool:
        """Say whether a commit with this idempotency key was made already."""
        return self._table.transaction_version(transaction) is not None

    def commits(self) -> list[Commit]:
        """Return the whole history, newest first, each with whether its rows count now."""
        live = set(self.live_files())
        found = [entry.commit for entry in reversed(self.entries()) if entry.commit]
        return [replace(commit, live=file_name(commit.commit_id) in live) for commit in found]

    def append(self, plan: Callable[[], Change]) -> Commit:
        """Commit what `plan` makes of the newest version; give it with its version.

        `plan` is asked again whenever another writer was faster, so what it checks holds in the
        version that it changes. What it raises is passed on, and nothing is written.
        """
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            self.refresh()
            self._check_newest()
            self._know_columns()
            version = self.version + 1
            change = plan()
            if self._write(change, version):
                self._settle(version)
                return replace(change.commit, version=version)
            time.sleep(random.uniform(0, 0.05))  # noqa: S311 - only spreads the writers
        raise StoreError(later("others-kept-writing"))

    def _check_newest(self) -> None:
        """Look once more at what is built upon: it may have been hurt since it was taken in."""
        problem = read_entry(self.folder, self.version).problem
        if problem and checkpoints.newest(self.folder / LOG_FOLDER, self.version) < self.version:
            raise BrokenLogError(broken_log([problem]))

    def _know_columns(self) -> None:
        """Tell a log of an older program of the columns that came since: other tools go by it.

        An entry of its own, without rows. Another writer may be faster: then it is told already,
        or by the next commit.
        """
        known = {field.name for field in self._table.schema().fields}
        new = [item for item in delta_fields() if item["name"] not in known]
        if not new:
            return
        text = json.dumps({"type": "struct", "fields": new})
        with suppress(DeltaError, OSError):
            self._table.alter.add_columns(Schema.from_json(text).fields)
        self.refresh()

    def _write(self, change: Change, version: int) -> bool:
        """Write one entry as exactly this version; False when another writer has taken it."""
        key = change.commit.transaction
        try:
            self._table.create_write_transaction(
                [*map(_added, change.add), *map(_removed, change.remove)],
                "append",
                self._table.schema(),
                commit_properties=CommitProperties(
                    custom_metadata=pack(change),
                    max_commit_retries=0,
                    app_transactions=[Transaction(key, 1)] if key else None,
                ),
                # We make checkpoints ourselves: their failure must not look like the commit's.
                post_commithook_properties=PostCommitHookProperties(create_checkpoint=False),
            )
        except (DeltaError, OSError) as error:
            return self._was_written(change, version, error)
        return True

    def _was_written(self, change: Change, version: int, error: Exception) -> bool:
        """After an error, look into the log itself; raises when the entry is nobody's."""
        there = entry_path(self.folder, version).exists()
        found = read_entry(self.folder, version).commit if there else None
        if found is not None and found.commit_id == change.commit.commit_id:
            return True
        if there and isinstance(error, CommitFailedError | OSError):
            return False
        raise error

    def _settle(self, version: int) -> None:
        """Sync the log up to our own entry, then now and then make opening it faster."""
        for number in range(max(self._synced + 1, 0), version + 1):
            with suppress(FileNotFoundError):
                sync(entry_path(self.folder, number))
        sync(self.folder / LOG_FOLDER)
        self._synced = version
        if version and version % checkpoints.INTERVAL == 0:
            self.refresh()
            checkpoints.make(self._table, self.folder / LOG_FOLDER)
            self._open_again()


def broken_log(problems: Sequence[Value]) -> Message:
    """Say what is wrong with entries of a log, and what mends it."""
    return later("log-broken", problems=clauses(problems))


def _changed_at(folder: Path) -> int:
    """Return when a file last came to a folder or went, in nanoseconds; -1 when it is gone."""
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return -1


def _open(folder: Path, at_version: int | None) -> DeltaTable:
    try:
        return DeltaTable(str(folder), version=at_version)
    except DeltaError:
        if not checkpoints.set_broken_aside(folder / LOG_FOLDER):
            raise
        return DeltaTable(str(folder), version=at_version)


def _added(item: LogFile) -> AddAction:
    stats = json.dumps({"numRecords": item.rows})
    return AddAction(item.name, item.size, {}, _now(), True, stats)


def _removed(item: LogFile) -> RemoveAction:
    return RemoveAction(item.name, True, _now(), max(item.size, 0), {})


def _now() -> int:
    return int(time.time() * 1000)
