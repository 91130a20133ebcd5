"""DuckDB connections, all set alike; those that serve are locked to one folder."""

from __future__ import annotations

from pathlib import Path

import duckdb

from corridor.store.statements import statement


def connect(memory_limit: str = "", threads: int = 0) -> duckdb.DuckDBPyConnection:
    """Connect to a database in memory: times in UTC, and nothing printed while it works."""
    connection = duckdb.connect(":memory:")
    connection.execute(statement("settings"))
    if memory_limit:
        connection.execute("SET memory_limit = $limit", {"limit": memory_limit})
    if threads:
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
