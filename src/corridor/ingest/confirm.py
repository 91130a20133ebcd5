"""A checked upload is confirmed and committed. Page and command line share it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pyarrow as pa  # type: ignore[import-untyped]

from corridor.ingest.decisions import Decided, Decisions, decide
from corridor.ingest.statements import filled
from corridor.ingest.upload import COLUMNS, Checked, counts
from corridor.store import Commit, Store
from corridor.store.workbench import Workbench


class UploadError(Exception):
    """An upload that is not committed, said in a sentence for its user."""


@dataclass(frozen=True)
class Choices:
    """What a person decided about a checked file.

    `only_good` leaves refused rows out; `decisions` say what becomes of accounts that are probably
    of an incident that is known already.
    """

    only_good: bool = False
    decisions: Decisions = field(default_factory=Decisions)


def confirm(
    store: Store,
    checked: Checked,
    author: str,
    choices: Choices | None = None,
) -> Commit | None:
    """Commit a checked upload once; None when the store holds all of it, or all is left out.

    Accounts with a match are linked to it unless it was decided otherwise, and the history says
    what was left out. Raises UploadError when the file cannot be read, or rows are bad and the
    good ones were not asked for; UnknownPairError when a decision names no account with a match.
    """
    choices = choices or Choices()
    report = checked.report
    if report.refused or report.bench is None:
        raise UploadError(report.refused or "nothing was read")
    if report.rejected_rows and not choices.only_good:
        raise UploadError(
            f"{report.rejected_rows} of {report.rows} rows are bad: nothing was written. "
            "Mend them, or choose to take the good rows."
        )
    if not report.accepted_rows:
        raise UploadError("no row is good: nothing was written")
    decided = decide(report.bench, choices.decisions)
    if not checked.written:
        return _same_file(store, report.sha256)
    if checked.written == len(decided.skipped):
        return None
    return store.commit(
        _records(report.bench, decided),
        Commit(
            "",
            "import",
            author,
            file_name=report.file_name,
            file_sha256=report.sha256,
            counts=_counts(checked, decided),
            note="good rows only" if report.rejected_rows else "",
        ),
        transaction=decided.transaction(checked.transaction),
    )


def _counts(checked: Checked, decided: Decided) -> dict[str, int]:
    found = counts(checked.report)
    return found | {"new": found["new"] - len(decided.skipped)} | decided.counts


def _records(bench: Workbench, decided: Decided) -> Iterator[pa.RecordBatch]:
    yield from bench.batches(filled("records", columns=COLUMNS), {"skipped": decided.skipped})
    if not decided.records.empty:
        yield from pa.Table.from_pandas(decided.records, preserve_index=False).to_batches()


def _same_file(store: Store, sha256: str) -> Commit | None:
    return next(
        (item for item in store.history() if item.file_sha256 == sha256 and item.live), None
    )
