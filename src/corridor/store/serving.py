"""The serving copy: current incidents in memory, made from one version of the table."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from corridor.store.statements import statement


class Serving:
    """A read-only, locked-down DuckDB over the live files of one version.

    Threads read through cursors of their own: one connection is not shared by threads.
    """

    def __init__(self, files: Sequence[Path], memory_limit: str, threads: int) -> None:
        self._root = duckdb.connect(":memory:")
        self._root.execute("SET TimeZone = 'UTC'")
        self._root.execute("SET memory_limit = $limit", {"limit": memory_limit})
        self._root.execute("SET threads = $threads", {"threads": threads})
        records = self._root.read_parquet([str(path) for path in files], union_by_name=True)
        records.create("records")
        self._root.execute(statement("current_incidents"))
        self._root.execute("SET enable_external_access = false")
        self._root.execute("SET lock_configuration = true")
        self._lock = threading.Lock()

    def read(self, sql: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """Run one statement with bound values; excess values are left out by name."""
        with self._lock:
            cursor = self._root.cursor()
        try:
            used = {name: value for name, value in (params or {}).items() if f"${name}" in sql}
            frame: pd.DataFrame = cursor.execute(sql, used).df()
            return frame
        finally:
            cursor.close()
