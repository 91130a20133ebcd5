"""An upload's way into the store: check, show, confirm, commit. Page and command line share it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]

from corridor import schema, vocabulary
from corridor.geo import load_reference
from corridor.ingest.compare import compare
from corridor.ingest.dates import DateOrder
from corridor.ingest.matching import find_matches, links, matches
from corridor.ingest.placing import place
from corridor.ingest.recognise import read_upload
from corridor.ingest.report import IngestReport
from corridor.ingest.statements import filled, statement
from corridor.settings import Settings
from corridor.store import Commit, Store
from corridor.store.workbench import Workbench

_COLUMNS: Final = ", ".join(
    [*(column.name for column in (*schema.INCIDENT, *schema.DERIVED)), "line AS row_number"]
)


class UploadError(Exception):
    """An upload that is not committed, said in a sentence for its user."""


@dataclass(frozen=True, eq=False)
class Checked:
    """A checked upload: its report, and what a commit would write.

    `written` accounts, `of_primary` of them of the primary series, `matched` of them probably of
    an incident that is here already, from `first_day` to `last_day`. `transaction` names that
    commit: the file, and which version of each account it replaces. The same file is committed
    once, until an account that it states has changed since.
    """

    report: IngestReport
    written: int = 0
    of_primary: int = 0
    matched: int = 0
    first_day: date | None = None
    last_day: date | None = None
    transaction: str = ""

    @property
    def is_committable(self) -> bool:
        """True when every row was accepted."""
        return self.report.is_clean

    @cached_property
    def records(self) -> pd.DataFrame:
        """What a commit would write, placed: columns of `schema.INCIDENT` and `DERIVED`."""
        return self.preview(self.written)

    def preview(self, most: int) -> pd.DataFrame:
        """Give the first of what a commit would write."""
        if self.report.bench is None or not self.written:
            return pd.DataFrame()
        return self.report.bench.frame(filled("preview", columns=_COLUMNS), {"most": most})

    def matches(self, most: int) -> pd.DataFrame:
        """Give the matches, surest first, see `matching.matches`."""
        if self.report.bench is None or not self.matched:
            return pd.DataFrame()
        return matches(self.report.bench, most)

    def as_json(self, commit: Commit | None = None) -> dict[str, Any]:
        """Give the shape of `import --json`."""
        report = self.report
        return {
            "layout": report.layout,
            "file": report.file_name,
            "sha256": report.sha256,
            **_counts(report),
            "matched": self.matched,
            "refused": report.refused,
            "notes": list(report.notes),
            "date_order": report.date_order,
            "problems": [vars(problem) for problem in report.problems],
            "commit": commit.commit_id if commit else None,
        }


def check(
    store: Store,
    settings: Settings,
    data: bytes,
    file_name: str,
    *,
    layout: str | None = None,
    date_order: DateOrder | None = None,
) -> Checked:
    """Read and check an upload against the store; nothing is written.

    `layout` and `date_order` ("dmy", "mdy") say what is otherwise recognised.
    """
    bench = store.workbench()
    read = read_upload(
        data,
        file_name,
        layout,
        date_order=date_order,
        max_mb=settings.max_upload_mb,
        bench=bench,
    )
    report = compare(read)
    if report.bench is None:
        return Checked(report)
    bench = report.bench
    place(bench, load_reference(settings.reference_dir))
    ((written, of_primary, first, last),) = bench.rows(
        statement("written"), {"primary": vocabulary.PRIMARY_SERIES}
    )
    name = bench.one(statement("transaction"), {"sha256": report.sha256})
    matched = find_matches(bench)
    return Checked(report, written, of_primary, matched, first, last, name)


def confirm(
    store: Store,
    checked: Checked,
    author: str,
    *,
    only_good: bool = False,
    apart: frozenset[str] = frozenset(),
) -> Commit | None:
    """Commit a checked upload once; None when the store holds all of it already.

    Accounts with a match are linked to it, but for those in `apart` (ids), and the history says
    so. `only_good` leaves refused rows out, and the history says so. Raises UploadError when the
    file cannot be read, or rows are bad and `only_good` was not chosen.
    """
    report = checked.report
    if report.refused or report.bench is None:
        raise UploadError(report.refused or "nothing was read")
    if report.rejected_rows and not only_good:
        raise UploadError(
            f"{report.rejected_rows} of {report.rows} rows are bad: nothing was written. "
            "Mend them, or choose to take the good rows."
        )
    if not report.accepted_rows:
        raise UploadError("no row is good: nothing was written")
    if not checked.written:
        return _same_file(store, report.sha256)
    return store.commit(
        _records(checked, report.bench, apart),
        Commit(
            "",
            "import",
            author,
            file_name=report.file_name,
            file_sha256=report.sha256,
            counts=_counts(report) | {"linked": checked.matched - len(apart)},
            note="good rows only" if report.rejected_rows else "",
        ),
        transaction=checked.transaction,
    )


def _records(checked: Checked, bench: Workbench, apart: frozenset[str]) -> Iterator[pa.RecordBatch]:
    yield from bench.batches(filled("records", columns=_COLUMNS))
    if checked.matched:
        yield from pa.Table.from_pandas(links(bench, apart), preserve_index=False).to_batches()


def _same_file(store: Store, sha256: str) -> Commit | None:
    return next(
        (item for item in store.history() if item.file_sha256 == sha256 and item.live), None
    )


def _counts(report: IngestReport) -> dict[str, int]:
    return {
        "rows": report.rows,
        "accepted": report.accepted_rows,
        "rejected": report.rejected_rows,
        "new": report.new,
        "updated": report.updated,
        "duplicates": report.duplicates,
        "warned": report.warned,
    }
