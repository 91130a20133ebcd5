"""DuckDB connections, all set alike."""

from __future__ import annotations

import duckdb

from corridor.store.statements import statement


def connect() -> duckdb.DuckDBPyConnection:
    """Connect to a database in memory: times in UTC, and nothing printed while it works."""
    connection = duckdb.connect(":memory:")
    connection.execute(statement("settings"))
    return connection
