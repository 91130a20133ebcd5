"""Check one live file against what the log and its commit say about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from duckdb import DuckDBPyConnection

from corridor import schema
from corridor.store.damage import content_problem
from corridor.store.log.commits import Commit, LogFile
from corridor.store.parquet import sha256_of
from corridor.store.statements import statement
from corridor.words import Value, later

_TYPES: Final = {
    item.name: item.type.replace("TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE")
    for item in schema.RECORDS
}


def file_problems(
    engine: DuckDBPyConnection, path: Path, file: LogFile, commit: Commit | None
) -> tuple[list[Value], list[Value]]:
    """Return what is wrong with a file, and what is only worth a note."""
    if file.sha256 and sha256_of(path) != file.sha256:
        return [later("file-of-another-content")], []
    unreadable = content_problem(engine, path)
    if unreadable:
        return [later("content-unreadable", problem=unreadable)], []
    notes: list[Value] = [] if file.sha256 else [later("hash-not-recorded")]
    columns = dict(_ask(engine, "columns_of", path))
    problems = [*_columns(columns)]
    notes += [later("file-column-unknown", name=name) for name in columns if name not in _TYPES]
    return problems or [*_rows(engine, path, file, commit)], notes


def _columns(columns: dict[str, str]) -> Iterator[Value]:
    for name, kind in columns.items():
        if name in _TYPES and kind != _TYPES[name]:
            yield later("file-column-of-another-type", name=name, type=kind, wanted=_TYPES[name])
    if "record_kind" not in columns or "incident_id" not in columns:
        yield later("file-of-another-table")


def _rows(
    engine: DuckDBPyConnection, path: Path, file: LogFile, commit: Commit | None
) -> Iterator[Value]:
    [(rows, accounts)] = _ask(engine, "count_rows", path)
    if file.rows not in (rows, -1):  # another program's entry may not count
        yield later("file-has-other-rows", rows=rows, told=file.rows)
    if commit is None or commit.action == "seed":
        return
    counts = commit.counts
    if "new" in counts and accounts != counts["new"] + counts.get("updated", 0):
        told = counts["new"] + counts.get("updated", 0)
        yield later("file-has-other-accounts", accounts=accounts, told=told)
    strangers = [name for (name,) in _ask(engine, "commits_of", path) if name != commit.commit_id]
    if strangers:
        yield later("file-of-another-commit", commit=strangers[0])


def _ask(engine: DuckDBPyConnection, question: str, path: Path) -> list[tuple[Any, ...]]:
    return engine.execute(statement(question), {"path": str(path)}).fetchall()
