"""The serving copy: current incidents in memory, made from one version of the table."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import duckdb

from corridor import packs
from corridor.store.engine import connect, lock
from corridor.store.errors import StoreError
from corridor.store.grading import grade_values
from corridor.store.looks import MOST_ROWS
from corridor.store.parquet import Records, land
from corridor.store.progress import Progress
from corridor.store.scratch import scratch_folder
from corridor.store.statements import statement
from corridor.store.tactic_words import tactic_values
from corridor.store.workbench import DATABASE, MADE, Workbench, used
from corridor.words import later

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Kept:
    """Where a serving copy is made: in a file of a folder, or in memory that spills into it.

    Only what an upload is compared with is made, or the `whole` of it. The caller removes the
    folder.
    """

    folder: Path
    progress: Progress = field(default_factory=Progress)
    whole: bool = False
    in_memory: bool = False

    @property
    def file(self) -> Path | None:
        """The file, None in memory."""
        return None if self.in_memory else self.folder / DATABASE


class Serving:
    """A locked-down DuckDB over the live files of one version; its incidents are only read.

    Threads read through cursors of their own: one connection is not shared by threads. What a
    statement without values gives is kept: it is the same as long as there is this copy. `pending`
    are records that no file has yet, `marks` their columns that hold one value in all rows.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, folder: Path, keeper: object) -> None:
        lock(connection, folder)
        self._root = connection
        self._folder = folder
        self._keeper = keeper  # owns the folder
        self._lock = threading.Lock()
        self._asked_for: set[str] = set()
        self._reading: set[duckdb.DuckDBPyConnection] = set()
        self._same: dict[str, pd.DataFrame] = {}

    @classmethod
    def made(
        cls,
        files: Sequence[Path],
        limits: tuple[str, int],
        pending: Records = (),
        marks: Mapping[str, Any] | None = None,
        kept: Kept | None = None,
        *,
        progress: Progress | None = None,
    ) -> Serving:
        """Make one of files and `pending` records, in memory or where it is `kept`."""
        if kept:
            (kept.folder / DATABASE).unlink(missing_ok=True)  # of a first try
            return cls(_filled(files, limits, pending, marks, kept), kept.folder, None)
        scratch = scratch_folder()
        folder = Path(scratch.name)
        here = Kept(folder, progress or Progress(), whole=True, in_memory=True)
        made = _filled(files, limits, pending, marks, here)
        return cls(made, folder, scratch)

    @classmethod
    def filed(cls, files: Sequence[Path], limits: tuple[str, int]) -> Serving:
        """Make one in a file of its own, and let go of what making it took."""
        scratch = scratch_folder()
        kept = Kept(Path(scratch.name), whole=True)
        cls.made(files, limits, kept=kept).close()
        return cls.opened(kept.folder, scratch, limits)

    @classmethod
    def opened(cls, folder: Path, keeper: object, limits: tuple[str, int]) -> Serving:
        """Open one that another process has made whole; `keeper` owns the folder."""
        return cls(connect(*limits, folder, folder / DATABASE), folder, keeper)

    def has_series(self) -> bool:
        """Say whether there is a source that rates can be computed from."""
        return bool(self.read(statement("count_series"))["series"].iloc[0])

    def read(self, sql: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """Run one statement with bound values; excess values are left out by name."""
        bound = used(sql, params)
        if bound:
            return self._asked(sql, bound)
        if sql not in self._same:
            rows = self._asked(sql, bound)
            if len(rows) > MOST_ROWS:
                return rows
            self._same[sql] = rows
        return self._same[sql].copy(deep=False)

    def _asked(self, sql: str, bound: Mapping[str, Any]) -> pd.DataFrame:
        with self._lock:
            self._make_when_asked(sql)
            cursor = self._root.cursor()
            self._reading.add(cursor)
        try:
            frame: pd.DataFrame = cursor.execute(sql, bound).df()
            return frame
        except duckdb.InterruptException as error:
            raise StoreError(later("program-ends")) from error
        finally:
            with self._lock:
                self._reading.discard(cursor)
            cursor.close()

    def _make_when_asked(self, sql: str) -> None:
        """Make the tables that a statement is the first to read of those that few read.

        Texts are searched seldom, and folding a million of them takes seconds.
        """
        for mark in _WHEN_ASKED.keys() - self._asked_for:
            if mark in sql:
                name, values = _WHEN_ASKED[mark]
                self._make_when_asked(statement(name).replace(mark, ""))  # what it reads itself
                _run(self._root, name, values())
                self._asked_for.add(mark)

    def end_reading(self) -> None:
        """End the statements that run at this moment; who asked is told by an error."""
        with self._lock:
            for cursor in self._reading:
                cursor.interrupt()

    def workbench(self) -> Workbench:
        """Lend a scratch database beside the incidents of this version."""
        with self._lock:
            return Workbench(self._root.cursor(), self._folder, keeper=self)

    def as_workbench(self) -> Workbench:
        """Return all of it away as one workbench, kept in its file."""
        return Workbench(self._root, self._folder, None, "made")

    def close(self) -> None:
        """Return its memory and its folder back; it cannot be read any more."""
        with self._lock:
            self._root.close()
            if isinstance(self._keeper, tempfile.TemporaryDirectory):
                self._keeper.cleanup()


def _filled(
    files: Sequence[Path],
    limits: tuple[str, int],
    pending: Records,
    marks: Mapping[str, Any] | None,
    kept: Kept,
) -> duckdb.DuckDBPyConnection:
    # The folder is named first: once something was spilled, no other can be.
    connection = connect(*limits, kept.folder, kept.file)
    kept.progress.measured_by(lambda: connection.query_progress() / 100)
    land(connection, pending, marks)
    paths = [str(path) for path in files]
    incoming = (
        connection.read_parquet(paths, union_by_name=True)
        if paths
        else connection.table("landed").limit(0)
    )
    incoming.create_view("incoming")
    whole = ["current_incidents", "folded"] if kept.whole else []
    home = packs.country()
    named = {
        "series": packs.series().code,
        "packed": [each.code for each in packs.all_series()],
        "whole_country": ["", home.name.lower(), home.whole.lower()],
    }
    for name in ("create_records", "drop_incoming", "current_accounts", *whole):
        _run(connection, name, named, kept.progress)
    return connection


def _run(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    values: Mapping[str, Any],
    progress: Progress | None = None,
) -> None:
    for made in connection.extract_statements(statement(name)):
        table = MADE.search(made.query)
        if progress:
            progress.makes(table.group(1) if table else "")
        connection.execute(made, used(made.query, values))


# What is made when it is first asked for: by the name of its tables, its statement and values.
_WHEN_ASKED: Final[dict[str, tuple[str, Callable[[], Mapping[str, Any]]]]] = {
    "account_words": ("account_words", dict),
    "_tactics": ("tactics", tactic_values),
    "account_disputes": ("disputes", dict),
    "account_grades": ("grades", grade_values),
}
