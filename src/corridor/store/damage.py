"""Live files that cannot be read: found cheaply whenever the store is read or written."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import duckdb

from corridor.store.commits import LogFile
from corridor.store.engine import connect
from corridor.store.log import Log
from corridor.store.parquet import looks_whole
from corridor.store.statements import statement

REMEDY: Final = (
    "copy it back from a backup, put a whole backup in place with `import-store`, or undo the "
    "upload that it came with; until then the store can be read without it, and not be written"
)
_Stamp = tuple[str, int, int]


class Damage:
    """What is known about the files of one log: each is looked into once, while it stays as is."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._known: dict[_Stamp, str] = {}

    def problems(self) -> dict[str, str]:
        """Give the unreadable live files, each with what is wrong with it."""
        files = self._log.files()
        found = {name: self.problem(files[name]) for name in self._log.live_files()}
        return {name: problem for name, problem in found.items() if problem}

    def problem(self, file: LogFile) -> str:
        """Say what is wrong with one file, "" when nothing is."""
        path = self._log.folder / file.name
        try:
            stamp = _stamp(path)
            if stamp not in self._known:
                self._known[stamp] = _first_look(path, file)
            return self._known[stamp]
        except FileNotFoundError:
            return "it is missing"
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


def sentence(name: str, problem: str) -> str:
    """Tell a damaged file."""
    return f"{name} cannot be read: {problem}"


def _stamp(path: Path) -> _Stamp:
    found = path.stat()
    return path.name, found.st_size, found.st_mtime_ns


def _first_look(path: Path, file: LogFile) -> str:
    size = path.stat().st_size
    if file.size not in (size, -1):
        return f"it has {size:,} bytes, and {file.size:,} were committed"
    return "" if looks_whole(path) else "it is not a whole Parquet file"
