"""A scratch database for one upload: its text lands there, is checked and compared in SQL."""

from __future__ import annotations

import re
import secrets
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import duckdb

from corridor.store.engine import connect, lock
from corridor.store.progress import CancelledError, Progress
from corridor.store.scratch import scratch_folder
from corridor.store.statements import statement
from corridor.words import later

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa  # type: ignore[import-untyped]

MEMORY_LIMIT: Final = "2GB"
BATCH_ROWS: Final = 100_000
Params = Mapping[str, Any]
# The file of a workbench that is kept, and what reading it again may take.
DATABASE: Final = "workbench.duckdb"
_READING: Final = ("512MB", 1)
_VALUE: Final = re.compile(r"\$(\w+)")
_TEMPORARY: Final = re.compile(r"\bTEMP (?=TABLE|VIEW|MACRO)")
MADE: Final = re.compile(r"\bCREATE (?:OR REPLACE TEMP )?TABLE (\w+)")


class UnreadableError(Exception):
    """A CSV file that DuckDB will not read; another reader must say why."""


class Workbench:
    """A connection with temporary tables of its own, gone when it is forgotten.

    Where a store lends it, the store's `accounts` and `incidents` of one version can be read.
    Threads take turns. `keeper` owns the folder and must live as long. What is `made` in a file
    has no temporary tables: pickled it is closed, and unpickled `opened`, to be read.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        folder: Path,
        keeper: object,
        file: Literal["", "made", "opened"] = "",
    ) -> None:
        self._connection = connection
        self._folder = folder
        self._keeper = keeper
        self._file = file
        self.progress = Progress()
        self._lock = threading.RLock()
        self._is_cancelled = False

    @classmethod
    def alone(
        cls,
        memory_limit: str = MEMORY_LIMIT,
        threads: int = 2,
        folder: Path | None = None,
    ) -> Workbench:
        """Make one without a store; with a `folder` it is kept in a file there."""
        if folder is not None:
            connection = connect(memory_limit, threads, folder, folder / DATABASE)
            lock(connection, folder)
            return cls(connection, folder, None, "made")
        owned = scratch_folder()
        connection = connect(memory_limit, threads, Path(owned.name))
        lock(connection, Path(owned.name))
        return cls(connection, Path(owned.name), keeper=owned)

    @classmethod
    def opened(cls, folder: Path) -> Workbench:
        """Open one that was kept, to be read."""
        connection = connect(*_READING, folder, folder / DATABASE, read_only=True)
        lock(connection, folder)
        return cls(connection, folder, None, "opened")

    def __reduce__(self) -> tuple[Any, ...]:
        if not self._file:
            raise TypeError("a workbench in memory cannot be handed to another process")
        if self._file == "made":
            self.close()  # no other process could open it before
        return Workbench.opened, (self._folder,)

    def close(self) -> None:
        """Write what is kept to its file and let go of it."""
        self._connection.close()

    def watched_by(self, progress: Progress) -> None:
        """Tell `progress` what is made, and be stopped by it."""
        self.progress = progress
        progress.measured_by(self._part_done)
        progress.stopped_by(self.cancel)

    def _part_done(self) -> float:
        """Return which part of the statement that runs now is done."""
        percent: float = self._connection.query_progress()
        return percent / 100

    def cancel(self) -> None:
        """End the statement that runs now, and refuse every later one (CancelledError)."""
        self._is_cancelled = True
        self._connection.interrupt()

    def _said(self, sql: str) -> str:
        """Tell which table a statement makes; give it as it is run here."""
        made = MADE.search(sql)
        if made:
            self.progress.makes(made.group(1))
        return _TEMPORARY.sub("", sql) if self._file == "made" else sql

    @contextmanager
    def _turn(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._lock:
            if self._is_cancelled:
                raise CancelledError(later("work-stopped"))
            try:
                yield self._connection
            except duckdb.InterruptException as error:
                raise CancelledError(later("work-stopped")) from error

    def run(self, sql: str, params: Params | None = None) -> None:
        """Run one statement with bound values; excess values are left out by name."""
        with self._turn() as connection:
            connection.execute(self._said(sql), used(sql, params))

    def rows(self, sql: str, params: Params | None = None) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        with self._turn() as connection:
            return connection.execute(self._said(sql), used(sql, params)).fetchall()

    def one(self, sql: str, params: Params | None = None) -> Any:
        """Return the first value of a query's first row."""
        return self.rows(sql, params)[0][0]

    def frame(self, sql: str, params: Params | None = None) -> pd.DataFrame:
        """Return the rows of a query as a frame."""
        with self._turn() as connection:
            frame: pd.DataFrame = connection.execute(self._said(sql), used(sql, params)).df()
            return frame

    @contextmanager
    def stream(self, sql: str, params: Params | None = None) -> Iterator[pa.RecordBatchReader]:
        """Return the rows of a query some at a time, for more than memory holds.

        Other threads wait until it is left: a second statement would end the stream.
        """
        with self._turn() as connection:
            found: Any = connection.sql(sql, params=used(sql, params))
            reader = found.to_arrow_reader(BATCH_ROWS)
            try:
                yield reader
            except Exception as error:
                if self._is_cancelled:  # the reader tells it in words of its own
                    raise CancelledError(later("work-stopped")) from error
                raise
            finally:
                reader.close()  # not all may have been read

    def keep(self, name: str, rows: pd.DataFrame | pa.Table) -> None:
        """Copy a frame or an Arrow table into a temporary table, replacing one of that name."""
        self._take_in("keep_table", name, rows)

    def add(self, name: str, rows: pa.Table) -> None:
        """Add the rows of an Arrow table to a temporary table with the same columns."""
        self._take_in("add_rows", name, rows)

    def _take_in(self, how: str, name: str, rows: pd.DataFrame | pa.Table) -> None:
        with self._turn() as connection:
            connection.register("incoming", rows)
            try:
                connection.execute(self._said(statement(how).replace("/* name */", name)))
            finally:
                connection.unregister("incoming")

    def read_csv(self, name: str, data: bytes, delimiter: str, skip: int, columns: int) -> None:
        """Land a CSV in UTF-8 in a temporary table: `record` (from 1, in order), then c0, c1, ….

        Blank lines are passed over without being counted. Raises UnreadableError when a record has
        another number of cells or its quotation marks do not match.
        """
        path = self._folder / f"{secrets.token_hex(8)}.csv"
        path.write_bytes(data)
        values = {
            "path": str(path),
            "delimiter": delimiter,
            "skip": skip,
            "columns": {f"c{at}": "VARCHAR" for at in range(columns)},
        }
        try:
            self.run(statement("land_csv").replace("/* name */", name), values)
        except duckdb.Error as error:
            raise UnreadableError(str(error)) from error
        finally:
            path.unlink()


def used(sql: str, params: Params | None) -> dict[str, Any]:
    """Keep the values that a statement names: DuckDB refuses others."""
    named = set(_VALUE.findall(sql))
    return {name: value for name, value in (params or {}).items() if name in named}
