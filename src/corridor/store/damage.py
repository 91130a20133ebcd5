"""Live files that cannot be read: found cheaply whenever the store is read or written."""

from __future__ import annotations

from pathlib import Path

import duckdb

from corridor.store.engine import connect
from corridor.store.log.commits import LogFile
from corridor.store.log.delta_log import Log
from corridor.store.parquet import looks_whole
from corridor.store.statements import statement
from corridor.words import Later, Message, later

# What is wrong with a file, "" when nothing is.
Problem = str | Later
_Stamp = tuple[str, int, int]


class Damage:
    """What is known about the files of one log: each is looked into once, while it stays as is."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._known: dict[_Stamp, Problem] = {}

    def problems(self) -> dict[str, Problem]:
        """Return the unreadable live files, each with what is wrong with it."""
        files = self._log.files()
        found = {name: self.problem(files[name]) for name in self._log.live_files()}
        return {name: problem for name, problem in found.items() if problem}

    def sound(self) -> list[str]:
        """Name the live files that can be read."""
        damaged = self.problems()
        return [name for name in self._log.live_files() if name not in damaged]

    def problem(self, file: LogFile) -> Problem:
        """Say what is wrong with one file, "" when nothing is."""
        path = self._log.folder / file.name
        try:
            stamp = _stamp(path)
            if stamp not in self._known:
                self._known[stamp] = _first_look(path, file)
            return self._known[stamp]
        except FileNotFoundError:
            return later("file-missing")
        except OSError as error:
            return str(error)

    def look_inside(self, names: list[str]) -> bool:
        """Read files to their end; say whether one was found that cannot be."""
        with connect() as engine:
            for name in names:
                path = self._log.folder / name
                self._known[_stamp(path)] = content_problem(engine, path)
        return any(self.problem(self._log.files()[name]) for name in names)


def content_problem(engine: duckdb.DuckDBPyConnection, path: Path) -> str:
    """Read a file to its end; give what is wrong with its content, "" when nothing is."""
    try:
        engine.execute(statement("read_whole"), {"path": str(path)}).fetchall()
    except duckdb.Error as error:
        return str(error).splitlines()[0]
    return ""


def sentence(name: str, problem: Problem) -> Message:
    """Tell a damaged file."""
    return later("file-unreadable", name=name, problem=problem)


def _stamp(path: Path) -> _Stamp:
    found = path.stat()
    return path.name, found.st_size, found.st_mtime_ns


def _first_look(path: Path, file: LogFile) -> Problem:
    size = path.stat().st_size
    if file.size not in (size, -1):
        return later("file-has-another-size", size=size, committed=file.size)
    return "" if looks_whole(path) else later("file-not-whole")
