"""DuckDB connections, all set alike; those that serve are locked to one folder."""

from __future__ import annotations

from pathlib import Path

import duckdb

from corridor.store.statements import statement


def connect(
    memory_limit: str = "", threads: int = 0, spill: Path | None = None
) -> duckdb.DuckDBPyConnection:
    """Connect to a database in memory: times in UTC, and nothing printed while it works.

    What does not fit into memory goes to the folder `spill`.
    """
    connection = duckdb.connect(":memory:")
    connection.execute(statement("settings"))
    if memory_limit:
        connection.execute("SET memory_limit = $limit", {"limit": memory_limit})
    if threads:
        connection.execute("SET threads = $threads", {"threads": threads})
    if spill:
        connection.execute("SET temp_directory = $folder", {"folder": str(spill)})
    return connection


def lock(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Let it read and write in `folder` and nowhere else, for good."""
    connection.execute("SET allowed_directories = $folders", {"folders": [str(folder)]})
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
