"""The incident store: read, commit, undo, redo, restore, retract, history, verify."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import duckdb
from deltalake.exceptions import DeltaError

from corridor.settings import Settings
from corridor.store.changes import NothingToDoError, made_of, redoing, restoring, undoing, usable
from corridor.store.damage import Damage, sentence
from corridor.store.errors import RepeatedError, StoreError, clauses, told
from corridor.store.imagined import COMMIT_ID, Imagined
from corridor.store.log.commits import Change, Commit, LogFile, file_name
from corridor.store.log.delta_log import Log
from corridor.store.looks import Looks
from corridor.store.originals import of_originals, original_rows
from corridor.store.parquet import Records, write_records
from corridor.store.progress import Progress
from corridor.store.retraction import Listed, Retraction, retraction
from corridor.store.serving import Kept, Serving
from corridor.store.statements import statement
from corridor.store.turning import Served, Turn
from corridor.store.verify import Verification, examine
from corridor.store.workbench import Workbench
from corridor.words import Message, later

if TYPE_CHECKING:
    import pandas as pd

# Says of which files a prepared copy is, beside it; so many are waited for at most.
_NAMES: Final = "files.json"
_MOST_EXPECTED: Final = 8
# From so many records on, what is read lies in a file: in memory it takes seven times the room.
LARGE: Final = 50_000


class Store:
    """One incident store. Reads see one version whole; writes are commits."""

    def __init__(self, settings: Settings, log: Log) -> None:
        self._settings = settings
        self._log = log
        self._guard = threading.RLock()
        self._damage = Damage(log)
        self.looks = Looks(log, self._damage)
        self._serving: Served | None = None
        self._expected: list[tuple[Path, object]] = []
        self.turn = Turn(self._guard)

    @property
    def version(self) -> int:
        """Version of the table, other processes' commits included."""
        with self._guard:
            return self._log.refresh()

    @property
    def seen(self) -> int:
        """Version that this process knows of, without a look at the disk."""
        return self._log.seen

    @property
    def damaged(self) -> list[str]:
        """Say which live files cannot be read, a sentence each; reads go on without them."""
        return list(map(str, self.state[1]))

    @property
    def state(self) -> tuple[int, tuple[Message, ...]]:
        """What answers depend on: the version that is read, what of it is not. One look."""
        with self._guard:
            version, *_ = self._ready() or (self._log.version,)
            return version, tuple(sentence(*item) for item in self._damage.problems().items())

    def read(self, sql: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """Query `incidents`, `accounts`, `sources`, `spans`, `judgements` of the newest version.

        Damaged files are left out, see `damaged`; StoreError when every series is among them.
        """
        serving = self._current()
        return self.looks.once((serving, sql, repr(params)), partial(serving.read, sql, params))

    @of_originals
    @told("original-not-read")
    def originals(self, incident_id: str) -> pd.DataFrame:
        """Return an account's versions as they were handed in, newest first.

        Columns: commit_id, recorded_at, recorded_by, row_number (line of the file), original (JSON
        object of the row's cells). Shipped rows have none.
        """
        versions = self.read(statement("versions_of"), {"incident_id": incident_id})
        return original_rows(versions, self._log.folder, self._damage.sound())

    @told("incidents-not-read")
    def workbench(self, kept: Kept | None = None) -> Workbench:
        """Lend a scratch database beside the newest version's `accounts` and `incidents`.

        One that is `kept` is a file of its own, that another process can open later.
        """
        if kept is None:
            return self._current(is_newest=True).workbench()
        with self._guard:
            self._log.refresh()
            return self._serve(self._damage.sound(), kept).as_workbench()

    @told("incidents-not-read")
    def _current(self, *, is_newest: bool = False) -> Serving:
        with self._guard:
            served = self._ready(anew=is_newest)
            if is_newest and self.turn.following:
                served = self.turn.following
            if served is None:
                sound = self._damage.sound()
                serving = self._prepared(sound) or self._serve(sound)
                served = (self._log.version, self._damage.sound(), serving)
                self._arrive(served)
                self.looks.forget()
            return served[2]

    def _arrive(self, served: Served) -> None:
        self._serving, self.turn.following = served, None

    def _ready(self, *, anew: bool = False) -> Served | None:
        """Return what is read now, None when the newest version is to be served first.

        While the pages of the next version are made ready, the one before is read.
        """
        if self.turn.ahead:
            return self.turn.ahead
        newest, following = self.looks.newest(anew=anew), self.turn.following
        if self._serving is None or self._serving[:2] == newest:
            return self._serving
        if following is None and self.turn.work and (made := self._prepared(newest[1])):
            following = (*newest, made)
            self.turn.begin(following, self._arrive)
        return self._serving if following and following[:2] == newest else None

    def has_turned(self, seconds: float) -> bool:
        """Wait a while; say whether the newest version is the one that is read."""
        with self._guard:
            self._ready(anew=True)
        return self.turn.has_ended(seconds)

    def rows(self) -> int:
        """Count the records of the newest version, undone ones left out."""
        with self._guard:
            self._log.refresh()
            return self._count(self._log.live_files())

    def _count(self, names: Sequence[str]) -> int:
        files = self._log.files()
        return sum(max(files[name].rows, 0) for name in names)

    def prepare(self, names: Sequence[str], kept: Kept) -> None:
        """Make the serving copy of these files, for the process that `expects` it."""
        self._serve(list(names), kept).close()
        (kept.folder / _NAMES).write_text(json.dumps(sorted(names)), encoding="utf-8")

    def expect(self, folder: Path, keeper: object) -> None:
        """Serve the next version from `folder` when another process has prepared it there.

        `keeper` owns the folder, and lives as long as it is needed.
        """
        with self._guard:
            self._expected.append((folder, keeper))

    def _prepared(self, sound: list[str]) -> Serving | None:
        expected, self._expected = self._expected, []
        for folder, keeper in expected:
            names = folder / _NAMES
            if names.exists() and json.loads(names.read_text(encoding="utf-8")) == sound:
                limits = self._settings.memory_limit, self._settings.threads
                return Serving.opened(folder, keeper, limits)
            self._expected.append((folder, keeper))
        del self._expected[:-_MOST_EXPECTED]
        return None

    def _serve(self, sound: list[str], kept: Kept | None = None) -> Serving:
        try:
            serving = self._served(sound, kept=kept)
        except duckdb.OutOfMemoryException as error:
            limit = self._settings.memory_limit
            raise StoreError(later("incidents-too-large", limit=limit)) from error
        except duckdb.Error:
            if not self._damage.look_inside(sound):
                raise
            serving = self._served(self._damage.sound(), kept=kept)
        if not serving.has_series() and self._damage.problems():
            raise StoreError(later("damaged-not-read", problems=clauses(self.state[1])))
        return serving

    def _served(
        self,
        names: Sequence[str],
        pending: Records = (),
        marks: Mapping[str, Any] | None = None,
        kept: Kept | None = None,
        *,
        progress: Progress | None = None,
    ) -> Serving:
        paths = [self._log.folder / name for name in names]
        limits = self._settings.memory_limit, self._settings.threads
        if kept is None and not len(pending) and self._count(names) >= LARGE:
            return Serving.filed(paths, limits)
        return Serving.made(paths, limits, pending, marks, kept, progress=progress)

    @told("change-not-computed")
    def imagine(
        self, records: Records, transaction: str = "", *, progress: Progress | None = None
    ) -> Imagined:
        """Return the newest version as `commit` would leave it; nothing is written.

        Takes what `commit` takes. Raises StoreError where a commit would be refused.
        """
        with self._guard:
            self._check_writable()
            transaction = usable(self._log, transaction)
            version, names = self._log.version, self._log.live_files()
            is_known = bool(transaction) and self._log.knows(transaction)
            first = made_of(self._log, transaction) if is_known else None
        if first is None:
            marks = Commit(COMMIT_ID, "import").marks
            serving = self._served(names, records, marks, progress=progress)
            return Imagined(serving, version, COMMIT_ID)
        if first.live:
            return Imagined(self._served(names), version, "")
        files = [*names, file_name(first.commit_id)]
        return Imagined(self._served(files), version, first.commit_id)

    @told("change-not-computed")
    def imagine_undone(self, commit_id: str) -> Imagined:
        """Return the newest version as `undo` would leave it; nothing is written."""
        with self._guard:
            version = self._log.refresh()
            gone = {item.name for item in undoing(self._log, commit_id, "").remove}
            names = [name for name in self._damage.sound() if name not in gone]
        return Imagined(self._served(names), version, "")

    @told("nothing-saved")
    def commit(
        self,
        records: Records,
        commit: Commit,
        transaction: str = "",
        *,
        prepare: Callable[[list[str]], None] | None = None,
    ) -> Commit:
        """Add records in one atomic commit and return it with its id and version.

        `records` holds columns of `schema.RECORDS` without the bookkeeping ones. The same
        `transaction` is committed once: a second time gives the first commit back, brought back
        to life when it had been undone; written anew when its file was lost since. `prepare` is
        called with the files of the next version before it is there. Raises StoreError when it
        cannot be written.
        """
        with self._guard:
            self._check_writable()
            transaction = usable(self._log, transaction)
            if transaction and self._log.knows(transaction):
                return self._again(transaction)
            name = commit.commit_id or secrets.token_hex(4)
            commit = replace(commit, commit_id=name, transaction=transaction)
            path = self._log.folder / file_name(name)
            try:
                with self._removed_if_not_logged(path):
                    limits = self._settings.memory_limit, self._settings.threads
                    written = write_records(records, path, commit.marks, *limits)
                    if prepare:
                        prepare(sorted([*self._damage.sound(), path.name]))
                    return self._log.append(partial(self._adding, commit, written))
            except RepeatedError:
                return self._again(transaction)

    @contextmanager
    def _removed_if_not_logged(self, path: Path) -> Iterator[None]:
        """Return the room back of a commit that was refused or stopped: the log says which."""
        try:
            yield
        except BaseException:
            with suppress(StoreError, DeltaError, OSError):
                self._log.refresh()
                if path.name not in self._log.files():
                    path.unlink(missing_ok=True)
            raise

    def _adding(self, commit: Commit, written: LogFile) -> Change:
        if commit.transaction and self._log.knows(commit.transaction):
            raise RepeatedError(commit.transaction)
        return Change(commit, [written])

    def _again(self, transaction: str) -> Commit:
        first = made_of(self._log, transaction)
        if first.live:
            return first
        try:
            return self.redo(first.commit_id, first.author)
        except NothingToDoError:
            return replace(first, live=True)

    @told("nothing-undone")
    def undo(self, commit_id: str, author: str = "") -> Commit:
        """Take a commit's rows back. Raises StoreError when it is unknown, a seed, or undone.

        A commit whose own file is damaged can be undone when nothing else can be written.
        """
        with self._guard:
            self._check_writable(but=file_name(commit_id))
            return self._log.append(partial(undoing, self._log, commit_id, author))

    @told("nothing-redone")
    def redo(self, commit_id: str, author: str = "") -> Commit:
        """Bring an undone commit's rows back. Raises StoreError when there is nothing to redo."""
        with self._guard:
            self._check_writable()
            return self._log.append(partial(redoing, self._log, commit_id, author))

    @told("nothing-restored")
    def restore(self, version: int, author: str = "") -> Commit:
        """Make the live files those of an older version, in one commit more; the seed stays.

        Undone by restoring again. Raises StoreError when there is no such version, or nothing
        would change.
        """
        with self._guard:
            self._check_writable()
            return self._log.append(partial(restoring, self._log, version, author))

    @told("nothing-retracted")
    def retract(
        self, ids: Sequence[str], reason: str, author: str = "", listed: Listed | None = None
    ) -> Commit | None:
        """Hide accounts that should not have been there; undone like an upload.

        `listed` is the file that names them, with reasons of its own that are kept. Gives None
        when all of them are hidden already. Raises StoreError that names unknown ids.
        """
        with self._guard:
            self._check_writable()
            listed = listed or Listed()
            asked = self.to_retract(ids, reason, listed)
            if asked is None:
                return None
            return self.commit(asked.records, asked.commit(author, listed), asked.transaction)

    def to_retract(
        self, ids: Sequence[str], reason: str, listed: Listed | None = None
    ) -> Retraction | None:
        """Return what `retract` would commit, None when all are hidden; nothing is written."""
        return retraction(self._current(is_newest=True), ids, reason, (listed or Listed()).own)

    def _check_writable(self, but: str = "") -> None:
        """Refuse to write to a damaged store, but for the damaged file named."""
        if self._log.at_version is not None:
            raise StoreError(later("store-read-only", version=str(self._log.at_version)))
        damaged = self.state[1]
        if damaged and but not in self._damage.problems():
            raise StoreError(later("damaged-not-written", problems=clauses(damaged)))

    def settle(self) -> None:
        """Wait for what is being written, and let nothing begin after it: the program ends."""
        self._guard.acquire()

    def end_reading(self) -> None:
        """End the statements that read at this moment, with an error: the program ends."""
        if served := self._serving:  # the guard may be held by who reads
            served[2].end_reading()

    def history(self) -> list[Commit]:
        """Return every commit, newest first."""
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
        return self.examine().problems

    @told("store-not-checked")
    def examine(self) -> Verification:
        """Check everything: log, files, hashes, columns, rows, and that nothing counts twice."""
        with self._guard:
            self._log.refresh()
            return examine(self._log, self._current)
