"""Records to and from Parquet files that we write ourselves, by DuckDB."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import duckdb
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]

from corridor import schema
from corridor.store.commits import LogFile
from corridor.store.engine import connect
from corridor.store.statements import statement

Records = pd.DataFrame | Iterable[pa.RecordBatch]

_MAGIC: Final = b"PAR1"
_DELTA_TYPES: Final[dict[str, Any]] = {
    "VARCHAR": "string",
    "INTEGER": "integer",
    "DOUBLE": "double",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMPTZ": "timestamp",
    "MAP(VARCHAR, DOUBLE)": {
        "type": "map",
        "keyType": "string",
        "valueType": "double",
        "valueContainsNull": True,
    },
}


def delta_fields() -> list[dict[str, Any]]:
    """Give the table's columns in the Delta protocol's own schema words."""
    return [
        {"name": item.name, "type": _DELTA_TYPES[item.type], "nullable": True, "metadata": {}}
        for item in schema.RECORDS
    ]


def write_records(records: Records, path: Path) -> LogFile:
    """Write records to one Parquet file, newest event first, and sync it to disk.

    `records` (a frame, or Arrow batches) may lack columns of `schema.RECORDS`; they are written
    as NULL. Columns that the schema does not know are refused. Returns the file as the log is
    to know it.
    """
    with connect() as connection:
        land(records, connection)
        ((rows,),) = connection.execute("SELECT count(*) FROM landed").fetchall()
        connection.execute(statement("write_records"), {"path": str(path)})
    sync(path)
    sync(path.parent)
    return log_file(path, int(rows))


def land(records: Records, connection: duckdb.DuckDBPyConnection) -> None:
    """Make the table `landed`, typed as the codebook says, and put records into it."""
    connection.execute(landing_table())
    parts = [_complete(records)] if isinstance(records, pd.DataFrame) else records
    for some in parts:
        connection.register("incoming", some)
        connection.execute("INSERT INTO landed BY NAME SELECT * FROM incoming")
        connection.unregister("incoming")


def log_file(path: Path, rows: int) -> LogFile:
    """Give what the log is to know about a file just written."""
    return LogFile(path.name, path.stat().st_size, rows, sha256_of(path))


def sha256_of(path: Path) -> str:
    """Hash a file's content."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def looks_whole(path: Path) -> bool:
    """Say whether a file begins and ends as Parquet does; cheap, and finds what was cut off."""
    size = path.stat().st_size
    if size < len(_MAGIC) * 3:
        return False
    with path.open("rb") as content:
        first = content.read(len(_MAGIC))
        content.seek(-2 * len(_MAGIC), os.SEEK_END)
        footer, last = int.from_bytes(content.read(len(_MAGIC)), "little"), content.read()
    return first == last == _MAGIC and footer < size


def _complete(records: pd.DataFrame) -> pd.DataFrame:
    """Give every column as Python objects with None, so that DuckDB casts and never guesses."""
    unknown = set(records.columns) - {item.name for item in schema.RECORDS}
    if unknown:
        raise ValueError(f"not in the codebook: {', '.join(sorted(unknown))}")
    columns = {
        item.name: _objects(records, item)
        for item in schema.RECORDS
        if item.name in records.columns
    }
    return pd.DataFrame(columns)


def _objects(records: pd.DataFrame, item: schema.Column) -> pd.Series[Any]:
    values = records[item.name].astype(object)
    if item.type.startswith("MAP"):
        return values.map(lambda value: value if isinstance(value, dict) and value else None)
    return values.where(values.notna(), None)


def landing_table() -> str:
    """Give the statement that makes an empty table of every column of the codebook."""
    columns = ", ".join(f"{item.name} {item.type}" for item in schema.RECORDS)
    return statement("create_landing").replace("/* columns */", columns)


def sync(path: Path) -> None:
    """Force a file, or the names in a folder, to disk (a no-op where folders cannot be synced)."""
    if path.is_dir() and os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
