"""A checked upload is confirmed and committed. Page and command line share it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]

from corridor.ingest.model import pace
from corridor.ingest.model.statements import filled
from corridor.ingest.review import coverage, releases
from corridor.ingest.review.coverage import Coverage
from corridor.ingest.review.decisions import Decided, Decisions, decide
from corridor.ingest.review.first_mapping import remember
from corridor.ingest.review.releases import Release
from corridor.ingest.review.upload import COLUMNS, Checked, counts
from corridor.store import Commit, Store
from corridor.store.errors import clauses
from corridor.store.parquet import Records
from corridor.store.progress import Progress
from corridor.words import ToldError, later, written
from corridor.words import numbers as fmt

# So much of a commit is done when its rows are written; then the file is synced and hashed.
_WRITTEN: Final = 0.9


class UploadError(ToldError):
    """An upload that is not committed, said in a sentence for its user."""


@dataclass(frozen=True)
class Choices:
    """What a person decided about a checked file.

    `only_good` leaves refused rows out; `decisions` say what becomes of accounts that are probably
    of an incident that is known already; `coverage` is what was declared of the file's sources,
    None takes what its rows say. `is_part` says that the file is not all of its release, which then
    withdraws nothing; `is_sure` answers yes to what a release is asked about (`Release.questions`).
    """

    only_good: bool = False
    decisions: Decisions = field(default_factory=Decisions)
    coverage: tuple[Coverage, ...] | None = None
    is_part: bool = False
    is_sure: bool = False


@dataclass(frozen=True, eq=False)
class Pending:
    """What a commit of a checked file would write, and the name of that commit.

    `records` can be read once: accounts, links of those that match, declared sources, and what a
    release withdraws.
    """

    records: Records
    transaction: str
    decided: Decided
    release: Release | None = None
    withdrawn: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """What it does besides its rows, as a commit tells it."""
        return {"withdrawn": self.withdrawn} if self.release else {}


@contextmanager
def pending(
    checked: Checked,
    choices: Choices,
    *,
    with_original_rows: bool = False,
    progress: Progress | None = None,
) -> Iterator[Pending]:
    """Lend what `confirm` commits. Raises UnknownPairError for a decision about no pair.

    The rows as the file had them are written and never counted: they are lent when asked for.
    """
    bench = checked.report.bench
    if bench is None:
        raise UploadError(later("nothing-was-read"))
    decided = decide(bench, choices.decisions)
    declared = checked.coverage if choices.coverage is None else choices.coverage
    release = checked.release(declared, is_part=choices.is_part)
    withdrawn = release.records(decided.kept) if release else pd.DataFrame()
    silent = release.source if release and not release.is_declared else ""
    sources = coverage.records(item for item in declared if item.source != silent)
    others = [rows for rows in (decided.records, sources, withdrawn) if not rows.empty]
    name = decided.transaction(checked.transaction)
    name = release.digest(name, decided.kept) if release else name
    accounts, names = filled("records", columns=COLUMNS), dict[str, str]()
    if with_original_rows:
        accounts, names = with_originals(COLUMNS, checked.report.header)
    with bench.stream(accounts, {"skipped": decided.skipped, **names}) as found:
        rows = _counted(found, checked.written, progress) if progress else found
        yield Pending([rows, *others], name, decided, release, len(withdrawn))


def confirm(
    store: Store,
    checked: Checked,
    author: str,
    choices: Choices | None = None,
    *,
    progress: Progress | None = None,
    prepare: Callable[[list[str]], None] | None = None,
) -> Commit | None:
    """Commit a checked upload once; None when the store holds all of it, or all is left out.

    Accounts with a match are incidents of their own unless a person linked them, and the history
    says what was linked and left out. Raises UploadError when the file cannot be read, or rows are
    bad and the good ones were not asked for; UnknownPairError when a decision names no account
    with a match; CancelledError when `progress` is asked to stop before the file is written.
    """
    choices = choices or Choices()
    progress = progress or Progress()
    report = checked.report
    _refuse(checked, choices)
    release = checked.release(choices.coverage, is_part=choices.is_part)
    if not (checked.written or (release and release.brings_anything)):
        return _same_file(store, report.sha256)
    if report.bench is not None:
        progress.stopped_by(report.bench.cancel)
    progress.ends_at(pace.WRITTEN if prepare else 1.0)
    progress.at(later("stage-writing"), 0.0, _WRITTEN)
    with pending(checked, choices, with_original_rows=True, progress=progress) as found:
        if checked.written == len(found.decided.skipped) and not found.withdrawn and not release:
            return None
        commit = Commit(
            "",
            "import",
            author,
            file_name=report.file_name,
            file_sha256=report.sha256,
            counts=counted(checked, found.decided) | found.counts,
            reading=remember(report),
            note=_named(checked) or ("good rows only" if report.rejected_rows else ""),
        )
        return store.commit(found.records, commit, transaction=found.transaction, prepare=prepare)


def _named(checked: Checked) -> str:
    """Name the release that a file is, as "UCDP 25.1"; "" when it is none."""
    report = checked.report
    return f"{releases.series_of(report)} {report.version}".strip() if report.version else ""


def _counted(rows: pa.RecordBatchReader, total: int, progress: Progress) -> pa.RecordBatchReader:
    """Return the same rows, and tell how many were taken."""

    def batches() -> Iterator[pa.RecordBatch]:
        taken = 0
        for batch in rows:
            yield batch
            taken += batch.num_rows
            progress.done(taken / total)
        progress.at(later("stage-saving"), _WRITTEN, 1.0)

    return pa.RecordBatchReader.from_batches(rows.schema, batches())


def _refuse(checked: Checked, choices: Choices) -> None:
    report = checked.report
    if report.refusal or report.bench is None:
        raise UploadError(report.refusal or later("nothing-was-read"))
    if report.rejected_rows and not choices.only_good:
        bad, rows = str(report.rejected_rows), str(report.rows)
        raise UploadError(later("rows-bad", bad=bad, rows=rows))
    if not report.accepted_rows:
        raise UploadError(later("no-row-is-good"))
    declared = checked.coverage if choices.coverage is None else choices.coverage
    problems = [problem for item in declared if (problem := item.wrong())]
    if problems:
        raise UploadError(later("coverage-not-saved", problems=clauses(problems)))
    release = checked.release(declared, is_part=choices.is_part)
    asked = list(release.questions()) if release and not choices.is_sure else []
    if asked:
        raise UploadError(written(fmt.sentences, *asked, later("release-say-so")))


def counted(checked: Checked, decided: Decided) -> dict[str, int]:
    """Return how many rows and accounts become what, before a commit as after it."""
    found = counts(checked.report)
    return found | {"new": found["new"] - len(decided.skipped)} | decided.counts


def _same_file(store: Store, sha256: str) -> Commit | None:
    return next(
        (item for item in store.history() if item.file_sha256 == sha256 and item.live), None
    )


def with_originals(columns: str, header: Sequence[str]) -> tuple[str, dict[str, str]]:
    """Return SQL for `columns` of all placed rows and their `original`, and the values it names.

    `header` holds the file's column names. `original` is a JSON object of the row's cells.
    """
    cells = ", ".join(f"$name{at}, c{at}" for at in range(len(header)))
    names = {f"name{at}": name for at, name in enumerate(header)}
    return filled("records_with_originals", columns=columns, cells=cells), names
