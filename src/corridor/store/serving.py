"""The serving copy: current incidents in memory, made from one version of the table."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from corridor.store.connect import connect, lock
from corridor.store.statements import statement
from corridor.store.workbench import Workbench, used


class Serving:
    """A locked-down DuckDB over the live files of one version; its incidents are only read.

    Threads read through cursors of their own: one connection is not shared by threads.
    """

    def __init__(self, files: Sequence[Path], memory_limit: str, threads: int) -> None:
        self._root = connect(memory_limit, threads)
        records = self._root.read_parquet([str(path) for path in files], union_by_name=True)
        records.create("records")
        self._root.execute(statement("current_incidents"))
        self._scratch = tempfile.TemporaryDirectory(prefix="corridor-")
        lock(self._root, Path(self._scratch.name))
        self._lock = threading.Lock()

    def read(self, sql: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """Run one statement with bound values; excess values are left out by name."""
        with self._lock:
            cursor = self._root.cursor()
        try:
            frame: pd.DataFrame = cursor.execute(sql, used(sql, params)).df()
            return frame
        finally:
            cursor.close()

    def workbench(self) -> Workbench:
        """Lend a scratch database beside the incidents of this version."""
        with self._lock:
            return Workbench(self._root.cursor(), Path(self._scratch.name), keeper=self)
