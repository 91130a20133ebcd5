"""What a check of an uploaded file found: its rows, its problems, and the file with remarks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]

from corridor import schema
from corridor.ingest.model.mapping import ColumnMap
from corridor.ingest.model.problem import SEVERITIES, Problem, problem_sentence
from corridor.ingest.model.statements import filled, statement
from corridor.store.workbench import Workbench
from corridor.words import Later, later, say
from corridor.words.sealed import Sealed, saying, seal

ACCOUNT_COLUMNS: Final = (*(column.name for column in schema.INCIDENT), "row_number")
# Typed columns of accounts: every one can hold "unknown".
DTYPES: Final = {
    "VARCHAR": "str",
    "INTEGER": "Int64",
    "DOUBLE": "Float64",
    "DATE": "datetime64[s]",
    "BOOLEAN": "boolean",
}
# As many problems as a person can go through; the annotated file holds all.
MOST_PROBLEMS: Final = 10_000
_ACCOUNTS: Final = ", ".join((*ACCOUNT_COLUMNS[:-1], "line AS row_number"))
# What an annotated file puts before the file's own columns. "notes" is a column of the codebook.
REMARKS: Final = ("line", "errors", "warnings", "row_notes")
# Between the sealed parts of a problem, and between problems: in JSON both are escaped.
_PART: Final = "\x1f"
_NEXT: Final = "\x1e"
_TOLD: Final = {
    "part": _PART,
    "next": _NEXT,
    "country": seal(later("row-of-another-country")),
    "repeated": seal(later("row-told-twice")),
    "superseded": seal(later("row-superseded")),
}


def _rows(batches: pa.RecordBatchReader, columns: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    """Return rows as they stood, with what is said of them in the language of who reads them."""
    said = saying()
    for batch in batches:
        cells = {at: batch.column(at).to_pylist() for at in columns}
        told = {
            at: [_remarks(text, said) if text else "" for text in cells[at]]
            for at in range(1, len(REMARKS))
            if at in cells
        }
        yield from zip(*(cells | told).values(), strict=True)


def _remarks(sealed: str, said: Callable[[str], str]) -> str:
    """Say what `annotated.sql` tells of a row."""
    told = [list(map(said, each.split(_PART))) for each in sealed.split(_NEXT)]
    return say("between-clauses").join(
        [problem_sentence(*parts) if parts[1:] else parts[0] for parts in told]
    )


@dataclass(frozen=True, eq=False)
class IngestReport:
    """What would happen if the file were committed.

    Its rows stay in the workbench `bench` (see `check`) and are read from there when asked for.
    `left_out` counts rows that are no incidents of ours and no faults (see `left_out`).
    `problems` are the first ones by severity, line and column, `counted` how many there are by
    severity, `warned` the kept rows with a warning; `of_header` are those of the line of column
    names. `header` holds the file's own column names.
    `refusal` is set when the file as a whole cannot be read: then nothing else is, but for the
    `header` of one whose columns are not those of a layout. `new`,
    `updated` and `duplicates` are filled by `corridor.ingest.review.compare`; `compared` says so.
    `mapping` is the one that was used; `is_mappable` says that one could help a refused file.
    `sheets` are those of a workbook that have rows, `sheet` the one that was read.
    `version` is that of a series' release, "" where nobody said it.
    `assumed` says what was assumed of the whole file, such as its encoding; `date_order` is "dmy",
    "mdy", or "ambiguous" or "mixed" where dates such as 05/06/2018 have two readings.
    """

    layout: str
    file_name: str
    sha256: str
    rows: int = 0
    accepted_rows: int = 0
    rejected_rows: int = 0
    left_out: int = 0
    warned: int = 0
    problems: tuple[Problem, ...] = ()
    counted: Mapping[str, int] = field(default_factory=dict)
    of_header: tuple[Problem, ...] = ()
    header: tuple[str, ...] = ()
    refusal: Later | None = None
    new: int = 0
    updated: int = 0
    duplicates: int = 0
    compared: bool = False
    assumed: tuple[Later | str, ...] = ()
    date_order: str | None = None
    mapping: ColumnMap | None = None
    is_mappable: bool = False
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    version: str = ""
    bench: Workbench | None = None

    @property
    def key(self) -> str:
        """Names what was read: the file, and the sheet of a workbook."""
        return f"{self.sha256[:12]}{self.sheet}"

    @property
    def refused(self) -> str | None:
        """Why the file as a whole cannot be read, in a sentence; None when it can be."""
        return None if self.refusal is None else str(self.refusal)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was assumed of the whole file, a sentence each."""
        return tuple(map(str, self.assumed))

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that refuse a row."""
        return tuple(item for item in self.problems if item.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that a row is kept with."""
        return tuple(item for item in self.problems if item.severity == "warning")

    @property
    def is_clean(self) -> bool:
        """True when the file was read and no row was refused."""
        return self.refusal is None and self.rejected_rows == 0

    @cached_property
    def accounts(self) -> pd.DataFrame:
        """The accepted rows, typed: columns of `schema.INCIDENT` and `row_number`, their line."""
        return self._accounts("accepted")

    @cached_property
    def effects(self) -> pd.Series:
        """One word per accepted row (after compare): new, updated or duplicate."""
        if self.bench is None:
            return pd.Series([], dtype="str")
        words = self.bench.frame(statement("effect_words"))
        return words["effect"].astype("str")

    @property
    def original(self) -> pd.DataFrame:
        """Every row as it stood: the columns `REMARKS`, then the file's own."""
        return self._annotated(only_refused=False)

    @property
    def rejects(self) -> pd.DataFrame:
        """The refused rows in the same shape, with nothing but their errors."""
        return self._annotated(only_refused=True)

    def _annotated(self, *, only_refused: bool) -> pd.DataFrame:
        with self.annotated(only_refused=only_refused) as (names, rows):
            return pd.DataFrame(list(rows), columns=names)

    @contextmanager
    def annotated(
        self, *, only_refused: bool = False
    ) -> Iterator[tuple[list[str], Iterator[tuple[Any, ...]]]]:
        """Lend names and rows of the file as it stood, with `REMARKS` before its own columns.

        The rows come some at a time. Of the `only_refused` ones nothing but the errors is told.
        """
        if self.bench is None:
            yield [], iter(())
            return
        told = REMARKS[:2] if only_refused else REMARKS
        names = [*REMARKS, *self.header]
        # What an annotated file of ours brought along is not repeated.
        kept = [
            at
            for at, name in enumerate(names)
            if (name in told if at < len(REMARKS) else name.strip().casefold() not in REMARKS)
        ]
        asked = _TOLD | {"only_refused": only_refused}
        with self.bench.stream(statement("annotated"), asked) as batches:
            yield [names[at] for at in kept], _rows(batches, kept)

    def to_write(self) -> pd.DataFrame:
        """Return the accounts that a commit would add: all but the duplicates (after compare)."""
        return self._accounts("to_write") if self.compared else self.accounts

    def _accounts(self, view: str) -> pd.DataFrame:
        if self.bench is None:
            return pd.DataFrame(columns=list(ACCOUNT_COLUMNS))
        found = self.bench.frame(filled("accounts", columns=_ACCOUNTS, view=view))
        types = {column.name: DTYPES[column.type] for column in schema.INCIDENT}
        return found.astype(types)


def recounted(report: IngestReport) -> IngestReport:
    """Return the report with what `problems` of its workbench says now."""
    assert report.bench is not None  # noqa: S101  says so to the type checker
    found = report.bench.rows(
        statement("problems"), {"most": MOST_PROBLEMS, "severities": list(SEVERITIES)}
    )
    ((rows, left_out, rejected, warned, *numbers),) = report.bench.rows(statement("counted"))
    counted = dict(zip(SEVERITIES, numbers, strict=True))
    for problem in report.of_header:
        counted[problem.severity] += 1
    of_rows = (
        Problem(line, column, cell, Sealed(what), Sealed(mend), severity)
        for line, column, cell, what, mend, severity in found
    )
    problems = [*report.of_header, *of_rows]
    return replace(
        report,
        rows=rows,
        accepted_rows=rows - left_out - rejected,
        left_out=left_out,
        rejected_rows=rejected,
        warned=warned,
        problems=tuple(sorted(problems, key=lambda it: SEVERITIES.index(it.severity))),
        counted=counted,
    )
