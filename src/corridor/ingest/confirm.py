"""A checked upload is confirmed and committed. Page and command line share it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from corridor.ingest import coverage
from corridor.ingest.coverage import Coverage
from corridor.ingest.matching import links
from corridor.ingest.recall import remember
from corridor.ingest.statements import filled
from corridor.ingest.upload import COLUMNS, Checked, counts
from corridor.store import Commit, Store
from corridor.store.progress import Progress
from corridor.store.workbench import Workbench


class UploadError(Exception):
    """An upload that is not committed, said in a sentence for its user."""


@dataclass(frozen=True)
class Choices:
    """What a person decided about a checked file.

    `only_good` leaves refused rows out; `apart` are the ids of accounts that are incidents of
    their own, whatever was found. `coverage` is what was declared of the file's sources; None
    takes what its rows say.
    """

    only_good: bool = False
    apart: frozenset[str] = frozenset()
    coverage: tuple[Coverage, ...] | None = None


def confirm(
    store: Store,
    checked: Checked,
    author: str,
    choices: Choices | None = None,
    *,
    progress: Progress | None = None,
) -> Commit | None:
    """Commit a checked upload once; None when the store holds all of it already.

    Accounts with a match are linked to it, but for those that are kept apart, and the history
    says what was left out. Raises UploadError when the file cannot be read, or rows are bad and
    the good ones were not asked for; CancelledError when `progress` is asked to stop before the
    file is written.
    """
    choices = choices or Choices()
    progress = progress or Progress()
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
    problems = [problem for item in choices.coverage or () if (problem := item.problem())]
    if problems:
        raise UploadError(f"{'; '.join(problems)}: nothing was written")
    if not checked.written:
        return _same_file(store, report.sha256)
    progress.stopped_by(report.bench.cancel)
    progress.at("Writing", 0.5)
    commit = Commit(
        "",
        "import",
        author,
        file_name=report.file_name,
        file_sha256=report.sha256,
        counts=counts(report) | {"linked": checked.matched - len(choices.apart)},
        reading=remember(report),
        note="good rows only" if report.rejected_rows else "",
    )
    others = _others(checked, report.bench, choices)
    with report.bench.stream(filled("records", columns=COLUMNS)) as accounts:
        return store.commit([accounts, *others], commit, transaction=checked.transaction)


def _others(checked: Checked, bench: Workbench, choices: Choices) -> list[pd.DataFrame]:
    """Give the records of an upload that are no accounts."""
    declared = checked.coverage if choices.coverage is None else choices.coverage
    return [
        *([links(bench, choices.apart)] if checked.matched else []),
        *([coverage.records(declared)] if declared else []),
    ]


def _same_file(store: Store, sha256: str) -> Commit | None:
    return next(
        (item for item in store.history() if item.file_sha256 == sha256 and item.live), None
    )
