"""DuckDB connections: opened with limits, then locked so that they reach one folder at most."""

from __future__ import annotations

from pathlib import Path

import duckdb


def connect(memory_limit: str, threads: int) -> duckdb.DuckDBPyConnection:
    """Open a database in memory, in UTC."""
    connection = duckdb.connect(":memory:")
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute("SET memory_limit = $limit", {"limit": memory_limit})
    connection.execute("SET threads = $threads", {"threads": threads})
    return connection


def lock(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Let it read and write in `folder` and nowhere else, for good.

    The folder also takes what does not fit into memory.
    """
    connection.execute("SET temp_directory = $folder", {"folder": str(folder)})
    connection.execute("SET allowed_directories = $folders", {"folders": [str(folder)]})
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
