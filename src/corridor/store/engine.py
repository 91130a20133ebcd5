"""DuckDB connections, all set alike; those that serve are locked to one folder."""

from __future__ import annotations

import ctypes
from contextlib import suppress
from pathlib import Path

import duckdb

from corridor.store.statements import statement


def connect(
    memory_limit: str = "",
    threads: int = 0,
    spill: Path | None = None,
    database: Path | None = None,
    *,
    read_only: bool = False,
) -> duckdb.DuckDBPyConnection:
    """Connect to a database in memory, or in the file `database`: times in UTC, nothing printed.

    What does not fit into memory goes to the folder `spill`.
    """
    connection = duckdb.connect(str(database or ":memory:"), read_only=read_only)
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


def lacks_memory(error: BaseException | None) -> bool:
    """Say whether an error, or what caused it, is that memory or room for spilling has run out."""
    while error is not None:
        if isinstance(error, (MemoryError, duckdb.OutOfMemoryException)):
            return True
        error = error.__cause__ or error.__context__
    return False


def give_back() -> None:
    """Return freed memory to the system where the C library would keep it (glibc)."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
