"""What a reading of an uploaded file found: rows, problems, and why a file was refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

import pandas as pd

from corridor import schema

Severity = Literal["error", "warning"]

ACCOUNT_COLUMNS: Final = (*(column.name for column in schema.INCIDENT), "row_number")


class RefusedError(Exception):
    """The file as a whole cannot be read; the message says why and what to do."""


@dataclass(frozen=True)
class Problem:
    """One fault in a file: where it stands, what stands there, what is wrong, what to write.

    `line` counts the lines of the file as an editor does (the header is on line 1), `column`
    is the file's own name. An error refuses its row, a warning keeps it.
    """

    line: int
    column: str
    value: str
    rule: str
    remedy: str
    severity: Severity = "error"

    def sentence(self) -> str:
        """Say it in one line, without the line number."""
        shown = f" “{self.value}”" if self.value else ""
        return f"{self.column}{shown}: {self.rule}. {self.remedy}"


def no_accounts() -> pd.DataFrame:
    """Give an empty frame with the columns of `IngestReport.accounts`."""
    return pd.DataFrame(columns=list(ACCOUNT_COLUMNS))


def no_effects() -> pd.Series:
    """Give an empty `IngestReport.effects`."""
    return pd.Series([], dtype="str")


@dataclass(frozen=True, eq=False)
class IngestReport:
    """What would happen if the file were committed.

    `accounts` holds the accepted rows, typed, with the columns of `schema.INCIDENT` and
    `row_number` (their line in the file). `original` holds every row as it stood in the file
    with its `line`, `rejects` the refused ones with `line` and `errors` before the file's own
    columns. `refused` is set when the file as a whole cannot be read: then nothing else is.
    `new`, `updated`, `duplicates` and `effects` (one word per account) are filled by
    `corridor.ingest.compare`; `compared` says that this was done. `notes` are sentences about
    what was assumed of the whole file, such as its encoding.
    """

    layout: str
    file_name: str
    sha256: str
    rows: int = 0
    accepted_rows: int = 0
    rejected_rows: int = 0
    problems: tuple[Problem, ...] = ()
    accounts: pd.DataFrame = field(default_factory=no_accounts)
    rejects: pd.DataFrame = field(default_factory=pd.DataFrame)
    original: pd.DataFrame = field(default_factory=pd.DataFrame)
    refused: str | None = None
    new: int = 0
    updated: int = 0
    duplicates: int = 0
    compared: bool = False
    effects: pd.Series = field(default_factory=no_effects)
    notes: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that refuse a row."""
        return tuple(item for item in self.problems if item.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that a row is kept with."""
        return tuple(item for item in self.problems if item.severity == "warning")

    @property
    def warned(self) -> int:
        """Number of accepted rows with at least one warning."""
        kept = set(self.accounts["row_number"])
        return len({item.line for item in self.warnings} & kept)

    @property
    def is_clean(self) -> bool:
        """True when the file was read and no row was refused."""
        return self.refused is None and self.rejected_rows == 0

    def to_write(self) -> pd.DataFrame:
        """Give the accounts that a commit would add: all but the duplicates (after compare)."""
        if not self.compared:
            return self.accounts
        return self.accounts[(self.effects != "duplicate").to_numpy()].reset_index(drop=True)
