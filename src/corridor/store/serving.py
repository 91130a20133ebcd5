"""The serving copy: current incidents in memory, made from one version of the table."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from corridor.store.engine import connect, lock
from corridor.store.parquet import Records, land
from corridor.store.scratch import scratch_folder
from corridor.store.statements import statement
from corridor.store.workbench import DATABASE, Workbench, used


class Serving:
    """A locked-down DuckDB over the live files of one version; its incidents are only read.

    Threads read through cursors of their own: one connection is not shared by threads. `pending`
    are records that no file has yet, `marks` their columns that hold one value in all rows. With
    a `folder` all of it but the incidents stands in a file there, which the caller removes.
    """

    def __init__(
        self,
        files: Sequence[Path],
        memory_limit: str,
        threads: int,
        pending: Records = (),
        marks: Mapping[str, Any] | None = None,
        *,
        folder: Path | None = None,
    ) -> None:
        self._scratch = None if folder else scratch_folder()
        self._folder = folder or Path(self._scratch.name if self._scratch else "")
        # The folder is named first: once something was spilled, no other can be.
        file = folder / DATABASE if folder else None
        self._root = connect(memory_limit, threads, self._folder, file)
        land(self._root, pending, marks)
        self._take(files)
        self._root.execute(statement("current_accounts"))
        if not folder:
            self._root.execute(statement("current_incidents"))
            self._root.execute(statement("folded"))
        lock(self._root, self._folder)
        self._lock = threading.Lock()
        self._has_words = False

    def _take(self, files: Sequence[Path]) -> None:
        paths = [str(path) for path in files]
        incoming = (
            self._root.read_parquet(paths, union_by_name=True)
            if paths
            else self._root.table("landed").limit(0)
        )
        incoming.create_view("incoming")
        self._root.execute(statement("create_records"))
        self._root.execute(statement("drop_incoming"))

    def has_primary_series(self) -> bool:
        """Say whether there is a source that rates can be computed from."""
        return bool(self.read(statement("primary_series"))["series"].iloc[0])

    def read(self, sql: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """Run one statement with bound values; excess values are left out by name."""
        with self._lock:
            if "account_words" in sql and not self._has_words:
                # Texts are searched seldom, and folding a million of them takes seconds.
                self._root.execute(statement("account_words"))
                self._has_words = True
            cursor = self._root.cursor()
        try:
            frame: pd.DataFrame = cursor.execute(sql, used(sql, params)).df()
            return frame
        finally:
            cursor.close()

    def workbench(self) -> Workbench:
        """Lend a scratch database beside the incidents of this version."""
        with self._lock:
            return Workbench(self._root.cursor(), self._folder, keeper=self)

    def as_workbench(self) -> Workbench:
        """Give all of it away as one workbench, kept in its file."""
        return Workbench(self._root, self._folder, None, "made")

    def close(self) -> None:
        """Give its memory and its folder back; it cannot be read any more."""
        with self._lock:
            self._root.close()
            if self._scratch:
                self._scratch.cleanup()
