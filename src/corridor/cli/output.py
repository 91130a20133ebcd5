"""Print frames, and what a file is told."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
import pandas as pd

from corridor.ingest import IngestReport
from corridor.queries.statements import known, rows_of
from corridor.words import say
from corridor.words.strange import one_line


def rows_as_json(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Return a frame's rows as plain values; NaN and NaT become None."""
    return [{name: _value(value) for name, value in row.items()} for row in rows_of(rows)]


def print_problems(report: IngestReport) -> None:
    """Print to stderr what was assumed of a file, what is wrong in it, and why it is refused."""
    name = one_line(report.file_name)
    for note in report.notes:
        print(say("note-of-a-file", file=name, note=one_line(note)), file=sys.stderr)
    for problem in report.problems:
        told = say(
            "problem-of-a-file",
            place=f"{name}:{problem.line}",
            severity=problem.severity,
            problem=one_line(problem.sentence()),
        )
        print(told, file=sys.stderr)
    if report.refused:
        print(f"{name}: {one_line(report.refused)}", file=sys.stderr)


def print_table(rows: pd.DataFrame) -> None:
    """Print a frame as aligned text; unknown is a dash."""
    shown = rows.astype(object).where(rows.notna(), "–")
    print(shown.to_string(index=False) if len(rows) else say("table-empty"))


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return value
    if isinstance(value, list | tuple | np.ndarray):
        return [_value(item) for item in value]
    return known(value)
