"""Records to and from Parquet files that we write ourselves, by DuckDB."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import duckdb

from corridor import schema
from corridor.store.engine import connect
from corridor.store.log.commits import LogFile
from corridor.store.scratch import scratch_folder
from corridor.store.statements import statement
from corridor.words import later, written
from corridor.words.numbers import unit_list

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa  # type: ignore[import-untyped]

Part: TypeAlias = "pd.DataFrame | pa.RecordBatchReader"
Records: TypeAlias = "pd.DataFrame | Sequence[Part]"

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
    """Return the table's columns in the Delta protocol's own schema words."""
    return [
        {"name": item.name, "type": _DELTA_TYPES[item.type], "nullable": True, "metadata": {}}
        for item in schema.RECORDS
    ]


def write_records(
    records: Records,
    path: Path,
    marks: Mapping[str, Any] | None = None,
    memory_limit: str = "",
    threads: int = 0,
) -> LogFile:
    """Write records to one Parquet file, in the order they come, and sync it to disk.

    `records` (a frame, or several frames and streams of Arrow batches, each read once) may lack
    columns of `schema.RECORDS`; they are written as NULL. Columns that the schema does not know
    are refused (ValueError). `marks` are columns that hold one value in all rows. Returns the
    file as the log is to know it.
    """
    with (
        scratch_folder() as spill,
        connect(memory_limit, threads, Path(spill)) as connection,
    ):
        parts = _seen(connection, records, marks or {}, schema.RECORDS)
        sql = statement("write_records").replace("/* parts */", parts)
        ((rows,),) = connection.execute(sql, {**(marks or {}), "path": str(path)}).fetchall()
    sync(path)
    sync(path.parent)
    return log_file(path, int(rows))


def land(
    connection: duckdb.DuckDBPyConnection,
    records: Records,
    marks: Mapping[str, Any] | None = None,
) -> None:
    """Make the table `landed` of the columns that are served, and put records into it."""
    connection.execute(landing_table())
    parts = _seen(connection, records, marks or {}, schema.SERVED)
    if parts:
        connection.execute(statement("land_records").replace("/* parts */", parts), marks)


def _seen(
    connection: duckdb.DuckDBPyConnection,
    records: Records,
    marks: Mapping[str, Any],
    columns: Sequence[schema.Column],
) -> str:
    """Let the engine see records; give SQL for these columns of them, "" for no records."""
    parts = records if isinstance(records, Sequence) else [records]
    each, seen = statement("records_part"), []
    for at, part in enumerate(parts):
        names = _register(connection, at, part)
        selected = ", ".join(_column(item, names, marks) for item in columns)
        seen.append(each.replace("/* columns */", selected).replace("/* at */", str(at)))
    return " UNION ALL ".join(seen)


def _register(connection: duckdb.DuckDBPyConnection, at: int, part: Part) -> frozenset[str]:
    """Let the engine see some of the records as `part` and a number; give their columns."""
    import pandas as pd  # noqa: PLC0415  a log is read without it

    is_frame = isinstance(part, pd.DataFrame)
    names = frozenset(part.columns if is_frame else part.schema.names)
    unknown = names - {item.name for item in schema.RECORDS}
    if unknown:
        named = written(unit_list, tuple(sorted(unknown)))
        raise ValueError(later("columns-not-in-codebook", names=named))
    connection.register(f"part{at}", _complete(part) if is_frame else part)
    return names


def log_file(path: Path, rows: int) -> LogFile:
    """Return what the log is to know about a file just written."""
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


def _column(item: schema.Column, names: Collection[str], marks: Mapping[str, Any]) -> str:
    """Return SQL for a column: its mark, what the records have, or NULL."""
    value = item.name if item.name in names else "NULL"
    value = f"${item.name}" if item.name in marks else value
    return f"CAST({value} AS {item.type}) AS {item.name}"


def _complete(records: pd.DataFrame) -> pd.DataFrame:
    """Return every column as Python objects with None, so that DuckDB casts and never guesses."""
    return records.assign(
        **{
            item.name: _objects(records, item)
            for item in schema.RECORDS
            if item.name in records.columns
        }
    )


def _objects(records: pd.DataFrame, item: schema.Column) -> pd.Series[Any]:
    values = records[item.name].astype(object)
    if item.type.startswith("MAP"):
        return values.map(lambda value: value if isinstance(value, dict) and value else None)
    return values.where(values.notna(), None)


def landing_table() -> str:
    """Return the statement that makes an empty table of every column that is served."""
    columns = ", ".join(f"{item.name} {item.type}" for item in schema.SERVED)
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
