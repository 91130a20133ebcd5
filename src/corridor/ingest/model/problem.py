"""What is wrong with a cell, a row or a whole file, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from corridor.words import Later, Value, spoken

Severity = Literal["error", "warning", "note"]
# Worst first, as they are listed.
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)


class RefusedError(Exception):
    """The file as a whole cannot be read; the message says why and what to do.

    `sheets` names those of a workbook that another could be chosen of.
    """

    def __init__(self, message: Later, sheets: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.sheets = sheets


class UnknownLayoutError(RefusedError):
    """The file is a table, but of no known layout: a mapping of its columns can help."""


class _Told:
    """What is wrong and how it is mended, said when they are read."""

    what: Value
    mend: Value

    @property
    def rule(self) -> str:
        """What is wrong, in words."""
        return str(self.what)

    @property
    def remedy(self) -> str:
        """What to write instead, in words."""
        return str(self.mend)


@dataclass(frozen=True)
class Fault(_Told):
    """What is wrong with a cell and how it is mended."""

    what: Value
    mend: Value


@dataclass(frozen=True)
class Problem(_Told):
    """One fault in a file: where it stands, what stands there, what is wrong, how it is mended.

    `line` counts the lines of the file as an editor does (the header is on line 1), `column`
    is the file's own name. An error refuses its row, a warning keeps it, a note keeps it and asks
    for nothing.
    """

    line: int
    column: str
    value: str
    what: Value
    mend: Value
    severity: Severity = "error"

    def sentence(self) -> str:
        """Say it in one line, without the line number."""
        return problem_sentence(self.column, self.value, self.rule, self.remedy)

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `import --json`."""
        return {
            "line": self.line,
            "column": self.column,
            "value": self.value,
            "rule": self.rule,
            "remedy": self.remedy,
            "severity": self.severity,
        }


def problem_sentence(column: str, cell: str, what: str, remedy: str) -> str:
    """Say in one line what is wrong with a cell, or with a row where `cell` is empty."""
    parts = {"column": column, "cell": cell, "what": what, "remedy": remedy}
    return spoken("problem-of-cell" if cell else "problem-of-row", parts)
